using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>Reads the value of an argument, and says of a wrong one where it stands, what was found and what is allowed.</summary>
internal static class ArgumentValues
{
    /// <summary>The value as GraphQL takes it; null where it is wrong, which is noted, of a list entry by entry.</summary>
    public static object? Read(ToolArgument argument, JsonElement value, List<(string Code, string Message)> problems)
    {
        if (argument.Kind is ArgumentKind.Text or ArgumentKind.Choice or ArgumentKind.Day)
            return TextOf(argument, value, argument.Name, problems);
        if (argument.Kind is ArgumentKind.Texts or ArgumentKind.Choices)
            return ListOf(argument, value, problems);
        object? read = argument.Kind switch
        {
            ArgumentKind.Whole => value.ValueKind is JsonValueKind.Number
            && value.TryGetInt32(out var whole)
            && whole >= 1
            && whole <= argument.Most
                ? whole
                : null,
            // A number of many digits is no question, and is not reckoned with.
            ArgumentKind.Number => value.ValueKind is JsonValueKind.Number && value.GetRawText() is { Length: <= 60 } digits
                ? ExactDecimal.Read(digits)
                : null,
            _ => value.ValueKind switch
            {
                JsonValueKind.True => true,
                JsonValueKind.False => false,
                _ => null,
            },
        };
        if (read is null)
            problems.Add((McpErrors.BadArgument, $"'{argument.Name}' is {Found(value)}; allowed is {argument.Told}."));
        return read;
    }

    /// <summary>What was found, little of it where it is long.</summary>
    public static string Found(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.String when TextIn(value) is { Length: > ToolArgument.MaxLength } text => string.Create(
                CultureInfo.InvariantCulture,
                $"a text of {text.Length} characters"
            ),
            JsonValueKind.String when TextIn(value) is { } text => $"the text '{ArgumentReader.Shorten(text)}'",
            JsonValueKind.String => "a text with half of a character",
            JsonValueKind.Array => string.Create(CultureInfo.InvariantCulture, $"a list of {value.GetArrayLength()}"),
            JsonValueKind.Object => "an object",
            _ => ArgumentReader.Shorten(value.GetRawText()),
        };

    /// <summary>The word that was probably meant, as the end of a message; nothing where none is near.</summary>
    public static string NearestTo(string found, IReadOnlyCollection<string> allowed) =>
        found.Length <= ToolArgument.MaxLength && Nearest.To(found, allowed) is { } near ? $" Did you mean '{near}'?" : "";

    private static List<string>? ListOf(ToolArgument argument, JsonElement value, List<(string Code, string Message)> problems)
    {
        if (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() is 0 or > ToolArgument.MaxItems)
        {
            problems.Add((McpErrors.BadArgument, $"'{argument.Name}' is {Found(value)}; allowed is {argument.Told}."));
            return null;
        }
        List<string?> texts =
        [
            .. value
                .EnumerateArray()
                .Select(
                    (item, at) => TextOf(argument, item, string.Create(CultureInfo.InvariantCulture, $"{argument.Name}[{at}]"), problems)
                ),
        ];
        // Those that are right are looked up beside what is wrong.
        return [.. texts.OfType<string>()];
    }

    private static string? TextOf(ToolArgument argument, JsonElement value, string place, List<(string Code, string Message)> problems)
    {
        var text = TextIn(value);
        if (text is not null && Fits(argument, text))
            return text;
        problems.Add(
            (
                text?.Length > argument.Longest ? McpErrors.TextTooLong : McpErrors.BadArgument,
                $"'{place}' is {Found(value)}; allowed is {argument.ToldOfText}." + (text is null ? "" : NearestTo(text, argument.Allowed))
            )
        );
        return null;
    }

    private static bool Fits(ToolArgument argument, string text) =>
        text.Trim().Length > 0
        && text.Length <= argument.Longest
        && (argument.Kind is not ArgumentKind.Day || LocalDatePattern.Iso.Parse(text).Success)
        && (argument.Allowed.Count == 0 || argument.Allowed.Contains(text, StringComparer.Ordinal));

    /// <summary>The text; null where it is none, or has half of a character.</summary>
    public static string? TextIn(JsonElement value)
    {
        if (value.ValueKind is not JsonValueKind.String)
            return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
