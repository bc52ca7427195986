using System.Globalization;
using System.Text.Json;
using NodaTime.Text;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>
/// The arguments of a call, held to what the tool declares before anything is asked. The SDK passes over arguments that it does not know,
/// and says of wrong ones only that the tool failed; here all that is wrong is told at once, with what is allowed.
/// </summary>
internal sealed class McpArguments
{
    private readonly Dictionary<string, object> _values;

    private McpArguments(Dictionary<string, object> values) => _values = values;

    /// <exception cref="McpRefusal">Something is wrong with them.</exception>
    public static McpArguments Read(IDictionary<string, JsonElement>? given, IReadOnlyList<ToolArgument> declared, string tool)
    {
        List<(string Code, string Message)> problems = [];
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        foreach (var name in (given ?? new Dictionary<string, JsonElement>()).Keys.Where(name => declared.All(known => known.Name != name)))
            problems.Add(
                (McpErrors.UnknownArgument, $"'{ArgumentReader.Shorten(name)}' is no argument of {tool}; allowed: {Names(declared)}.")
            );
        foreach (var argument in declared)
        {
            if (given is null || !given.TryGetValue(argument.Name, out var value) || value.ValueKind is JsonValueKind.Null)
            {
                if (argument.IsRequired)
                    problems.Add((McpErrors.MissingArgument, $"'{argument.Name}' is left out; needed is {argument.Told}."));
                else if (argument.Default is { } standard)
                    values[argument.Name] = ValueOf(argument, JsonSerializer.SerializeToElement(standard), out _)!;
                continue;
            }
            if (ValueOf(argument, value, out var code) is { } read)
                values[argument.Name] = read;
            else
                problems.Add((code, $"'{argument.Name}' is {Found(value)}; allowed is {argument.Told}."));
        }
        return problems.Count == 0 ? new(values) : throw new McpRefusal(problems);
    }

    public string? Text(string name) => (string?)_values.GetValueOrDefault(name);

    public IReadOnlyList<string>? Texts(string name) => (IReadOnlyList<string>?)_values.GetValueOrDefault(name);

    public int Whole(string name) => (int)_values[name];

    public bool Flag(string name) => _values.GetValueOrDefault(name) is true;

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value as GraphQL takes it; null where there is none.</summary>
    public object? Value(string name) => _values.GetValueOrDefault(name);

    public string? Cursor => Text(ToolArgument.Cursor.Name);

    public int Limit => Whole("limit");

    private static object? ValueOf(ToolArgument argument, JsonElement value, out string code)
    {
        code = McpErrors.BadArgument;
        switch (argument.Kind)
        {
            case ArgumentKind.Text or ArgumentKind.Choice or ArgumentKind.Day:
                return TextOf(argument, value, out code);
            case ArgumentKind.Texts or ArgumentKind.Choices:
                if (value.ValueKind is not JsonValueKind.Array || value.GetArrayLength() is 0 or > ToolArgument.MaxItems)
                    return null;
                List<object?> texts = [];
                foreach (var item in value.EnumerateArray())
                {
                    if (TextOf(argument, item, out code) is not { } text)
                        return null;
                    texts.Add(text);
                }
                return texts.ConvertAll(text => (string)text!);
            case ArgumentKind.Whole:
                return value.ValueKind is JsonValueKind.Number && value.TryGetInt32(out var whole) && whole >= 1 && whole <= argument.Most
                    ? whole
                    : null;
            case ArgumentKind.Number:
                // A number of many digits is no question, and is not reckoned with.
                return value.ValueKind is JsonValueKind.Number && value.GetRawText() is { Length: <= 60 } digits
                    ? ExactDecimal.Read(digits)
                    : null;
            default:
                return value.ValueKind switch
                {
                    JsonValueKind.True => true,
                    JsonValueKind.False => false,
                    _ => null,
                };
        }
    }

    private static string? TextOf(ToolArgument argument, JsonElement value, out string code)
    {
        code = McpErrors.BadArgument;
        if (value.ValueKind is not JsonValueKind.String)
            return null;
        // Bytes are no fewer than characters of UTF-16 where they are not escapes: what is far too long is not even decoded.
        if (TextIn(value) is not { } text || text.Trim().Length == 0)
            return null;
        if (text.Length > argument.Longest)
        {
            code = McpErrors.TextTooLong;
            return null;
        }
        return argument.Kind switch
        {
            ArgumentKind.Day => LocalDatePattern.Iso.Parse(text).Success ? text : null,
            _ => argument.Allowed.Count == 0 || argument.Allowed.Contains(text, StringComparer.Ordinal) ? text : null,
        };
    }

    /// <summary>The text; null where it has half of a surrogate pair.</summary>
    private static string? TextIn(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static string Found(JsonElement value) =>
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

    private static string Names(IReadOnlyList<ToolArgument> declared) => string.Join(", ", declared.Select(argument => argument.Name));
}
