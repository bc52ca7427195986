using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// Whether values written into a document are of the types that stand there: the library's rules for arguments and for defaults of
/// variables, but for a word that is no value of an enumeration and for a field that an input does not have it says which are, and of a
/// scalar of ours how it is written.
/// </summary>
internal sealed class LiteralsFit : ValidationRuleBase, INodeVisitor
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context)
    {
        switch (node)
        {
            case GraphQLArgument argument when context.TypeInfo.GetArgument() is { } declared:
                if (Problem(context, declared.ResolvedType!, argument.Value) is { } ofArgument)
                    context.ReportError(new ArgumentsOfCorrectTypeError(context, argument, ofArgument));
                break;
            case GraphQLVariableDefinition { DefaultValue: { } value } variable when context.TypeInfo.GetInputType() is { } type:
                if (Problem(context, type, value) is { } ofDefault)
                    context.ReportError(new DefaultValuesOfCorrectTypeError(context, variable, type, ofDefault));
                break;
        }
        return default;
    }

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;

    private static string? Problem(ValidationContext context, IGraphType type, GraphQLValue value) =>
        (type, value) switch
        {
            (NonNullGraphType { ResolvedType: { } inner }, not GraphQLNullValue) => Problem(context, inner, value),
            (_, GraphQLVariable or GraphQLNullValue) => context.IsValidLiteralValue(type, value),
            (ListGraphType { ResolvedType: { } item }, GraphQLListValue list) => Joined(
                (list.Values ?? []).Select((element, i) => In($"element #{i + 1}", Problem(context, item, element)))
            ),
            (ListGraphType { ResolvedType: { } item }, _) => Problem(context, item, value),
            (IInputObjectGraphType input, GraphQLObjectValue members) => OfInput(context, input, members),
            (ScalarGraphType scalar, _)
                when !scalar.CanParseLiteral(value) && ValueHints.For(scalar, Written(context, value)) is { } hint =>
                $"Expected type '{scalar.Name}', found {ArgumentReader.Shorten(Written(context, value))}; {hint}",
            _ => context.IsValidLiteralValue(type, value),
        };

    private static string Written(ValidationContext context, GraphQLValue value) =>
        context.Document.Source[value.Location.Start..value.Location.End].ToString();

    private static string? OfInput(ValidationContext context, IInputObjectGraphType input, GraphQLObjectValue value)
    {
        var given = value.Fields ?? [];
        var unknown = given
            .Select(field => field.Name.StringValue)
            .Where(name => input.Fields.Find(name) is null)
            .Select(name => $"In field '{ArgumentReader.Shorten(name)}': Unknown field; {ValueHints.For(input, name)}");
        var wrong = input.Fields.Select(declared =>
            given.Find(field => field.Name.Value == declared.Name) is { } field
                ? In($"field '{declared.Name}'", Problem(context, declared.ResolvedType!, field.Value))
            : declared is { ResolvedType: NonNullGraphType required, DefaultValue: null }
                ? $"Missing required field '{declared.Name}' of type '{required.ResolvedType}'."
            : null
        );
        return Joined(unknown.Concat(wrong));
    }

    private static string? In(string place, string? problem) => problem is null ? null : $"In {place}: [{problem}]";

    private static string? Joined(IEnumerable<string?> problems)
    {
        string[] found = [.. problems.OfType<string>()];
        return found.Length == 0 ? null : string.Join(" ", found);
    }
}
