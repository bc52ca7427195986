using System.Text.Json;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>
/// The arguments of a call, held to what the tool declares before anything is asked. The SDK passes over arguments that it does not know,
/// and says of wrong ones only that the tool failed; here all that is wrong is told at once, with what is allowed.
/// </summary>
internal sealed class McpArguments
{
    private readonly Dictionary<string, object> _values;

    private McpArguments(Dictionary<string, object> values, IReadOnlyList<(string Code, string Message)> problems) =>
        (_values, Problems) = (values, problems);

    /// <summary>All that is wrong with them. What is wrong has no value.</summary>
    public IReadOnlyList<(string Code, string Message)> Problems { get; }

    public static McpArguments Read(IDictionary<string, JsonElement>? given, IReadOnlyList<ToolArgument> declared, string tool)
    {
        List<(string Code, string Message)> problems = [];
        Dictionary<string, object> values = new(StringComparer.Ordinal);
        foreach (var name in (given ?? new Dictionary<string, JsonElement>()).Keys.Where(name => declared.All(known => known.Name != name)))
            problems.Add(
                (
                    McpErrors.UnknownArgument,
                    $"'{ArgumentReader.Shorten(name)}' is no argument of {tool}; allowed: {Names(declared)}."
                        + ArgumentValues.NearestTo(name, [.. declared.Select(known => known.Name)])
                )
            );
        foreach (var argument in declared)
        {
            if (given is null || !given.TryGetValue(argument.Name, out var value) || value.ValueKind is JsonValueKind.Null)
            {
                if (argument.IsRequired)
                    problems.Add((McpErrors.MissingArgument, $"'{argument.Name}' is left out; needed is {argument.Told}."));
                else if (argument.Default is { } standard)
                    values[argument.Name] = ArgumentValues.Read(argument, JsonSerializer.SerializeToElement(standard), problems)!;
                continue;
            }
            if (ArgumentValues.Read(argument, value, problems) is { } read)
                values[argument.Name] = read;
        }
        return new(values, problems);
    }

    public string? Text(string name) => (string?)_values.GetValueOrDefault(name);

    /// <summary>The texts of an argument that takes one or several; none where it is left out or wrong.</summary>
    public IReadOnlyList<string> TextsOf(string name) =>
        _values.GetValueOrDefault(name) switch
        {
            string text => [text],
            IReadOnlyList<string> texts => texts,
            _ => [],
        };

    public IReadOnlyList<string>? Texts(string name) => (IReadOnlyList<string>?)_values.GetValueOrDefault(name);

    public int Whole(string name) => (int)_values[name];

    public bool Flag(string name) => _values.GetValueOrDefault(name) is true;

    public bool Has(string name) => _values.ContainsKey(name);

    /// <summary>The value as GraphQL takes it; null where there is none.</summary>
    public object? Value(string name) => _values.GetValueOrDefault(name);

    public string? Cursor => Text(ToolArgument.Cursor.Name);

    public int Limit => Whole("limit");

    private static string Names(IReadOnlyList<ToolArgument> declared) => string.Join(", ", declared.Select(argument => argument.Name));
}
