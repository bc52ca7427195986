using System.Text.RegularExpressions;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// What a client is told who gave a word that an enumeration, a field that an input, or a form that a scalar does not have.
/// </summary>
internal static partial class ValueHints
{
    /// <summary>The nearest value of an enumeration, or all of them; how a scalar of ours is written; null for those of GraphQL.</summary>
    /// <param name="found">What was given, as it stands in a document, or as a variable has it.</param>
    public static string? For(IGraphType? type, string found) =>
        type switch
        {
            EnumerationGraphType choice when found.StartsWith('"') => Unquoted(choice, found.Trim('"')),
            EnumerationGraphType choice => Nearest.Hint(found, [.. choice.Values.Select(value => value.Name)]),
            IWrittenForm written => $"{char.ToLowerInvariant(written.Form[0])}{written.Form[1..]}",
            _ => null,
        };

    private static string Unquoted(EnumerationGraphType type, string found) =>
        type.Values.FindByName(found) is null
            ? $"{For(type, found)} A value is written without quotation marks."
            : $"a value is written without quotation marks: {found}.";

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
        if (NoValue().Match(message) is { Success: true } value)
            return For(schema.AllTypes[value.Groups["type"].Value], value.Groups["found"].Value);
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
