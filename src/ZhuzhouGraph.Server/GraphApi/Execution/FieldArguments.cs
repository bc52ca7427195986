using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>How the library gives the arguments of a field, and is told what is wrong with them.</summary>
internal static class FieldArguments
{
    private static readonly IReadOnlyDictionary<string, object?> Nothing = new Dictionary<string, object?>();

    public static ArgumentReader Reader(
        IDictionary<string, ArgumentValue>? arguments,
        List<Problem> problems,
        NamedNodes? names,
        int sorts
    ) => new(arguments?.Where(IsGiven).ToDictionary(a => a.Key, a => a.Value.Value) ?? Nothing, "", problems, names, sorts);

    /// <summary>How many items a page has where nobody says, each list says itself; what is said may contradict other arguments.</summary>
    private static bool IsGiven(KeyValuePair<string, ArgumentValue> argument) =>
        argument.Key != "first" || argument.Value.Source is not ArgumentSource.FieldDefault;

    public static ValidationError Error(string field, Problem problem, GraphQLField ast, GraphQLDocument document) =>
        new(document.Source, "", $"{field}: {problem.Message}", ast)
        {
            Code = problem.Code,
            Number = null,
            Extensions = GraphErrors.ExtensionsOf(problem),
        };
}
