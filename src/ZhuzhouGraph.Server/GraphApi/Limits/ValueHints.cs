using System.Text.RegularExpressions;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>What a client is told who gave a word that an enumeration, or a field that an input does not have.</summary>
internal static partial class ValueHints
{
    /// <summary>The nearest value, or all of them.</summary>
    public static string For(EnumerationGraphType type, string found) => Nearest.Hint(found, [.. type.Values.Select(value => value.Name)]);

    /// <summary>The nearest field, or all of them; not those that have a better name.</summary>
    public static string For(IInputObjectGraphType type, string found) =>
        Nearest.Hint(found, [.. type.Fields.Where(field => field.DeprecationReason is null).Select(field => field.Name)]);

    /// <summary>The library's error about the value of a variable, with the hint that it lacks.</summary>
    public static ValidationError Hinted(ValidationError error, ISchema schema, GraphQLDocument document)
    {
        if (error is not InvalidVariableError || HintFor(error.Message, schema) is not { } hint)
            return error;
        return new ValidationError(document.Source, error.Number, $"{error.Message.TrimEnd('.')}; {hint}", [.. error.Nodes])
        {
            Code = error.Code,
        };
    }

    private static string? HintFor(string message, ISchema schema)
    {
        if (
            NoValue().Match(message) is { Success: true } value
            && schema.AllTypes[value.Groups["type"].Value] is EnumerationGraphType choice
        )
            return For(choice, value.Groups["found"].Value);
        if (
            NoField().Match(message) is { Success: true } field
            && schema.AllTypes[field.Groups["type"].Value] is IInputObjectGraphType input
        )
            return For(input, field.Groups["found"].Value);
        return null;
    }

    [GeneratedRegex(@" Unable to convert '(?<found>.*)' to '(?<type>\w+)'$", RegexOptions.ExplicitCapture | RegexOptions.Singleline)]
    private static partial Regex NoValue();

    [GeneratedRegex(
        @" Unrecognized input fields '(?<found>[^']*)'.* for type '(?<type>\w+)'\.$",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline
    )]
    private static partial Regex NoField();
}
