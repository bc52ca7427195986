using System.Buffers;
using System.Collections;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// A statement with its parameters: null, texts, truth values, numbers, lists and maps of these. Days go as text, through <c>date($d)</c>.
/// </summary>
/// <param name="Summary">What telemetry calls it: verb and target such as <c>LIST relationships</c>, never a value.</param>
internal sealed record Cypher(string Summary, string Text, IReadOnlyDictionary<string, object?> Parameters)
{
    /// <summary>The parameter that every statement carries beside its own, by which it can be found among the server's and ended.</summary>
    public const string RequestId = "requestId";

    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// A statement whose values all stand in one map, as <c>$p.name</c>. Neo4j makes a plan for every combination of kinds and sizes of
    /// parameters, which takes a hundred times as long as most statements run; a map has one kind.
    /// </summary>
    public static Cypher Of(string summary, string text, params IEnumerable<(string Name, object? Value)> values) =>
        new(
            summary,
            text,
            new Dictionary<string, object?> { ["p"] = values.ToDictionary(v => v.Name, v => v.Value, StringComparer.Ordinal) }
        );

    /// <summary>What its rows hold, in order, as expressions over what it returns; a node by its properties.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>
    /// True for what asks whether the server answers: it has a request slot of its own, so that a busy server is no server that is away.
    /// </summary>
    public bool IsProbe { get; init; }

    /// <summary>The body of a request. Whole numbers and floats stay apart: the server takes 5 for an integer.</summary>
    /// <exception cref="ArgumentException">A value of another kind, a float that is no number, or a text with half a surrogate
    /// pair.</exception>
    public ReadOnlyMemory<byte> ToJson(string accessMode, string? requestId)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var writer = new Utf8JsonWriter(buffer, Options);
        writer.WriteStartObject();
        writer.WriteString("statement", Text);
        writer.WriteString("accessMode", accessMode);
        writer.WriteStartObject("parameters");
        foreach (var (name, value) in Parameters)
        {
            writer.WritePropertyName(Checked(name));
            Write(writer, value);
        }
        if (requestId is not null)
            writer.WriteString(RequestId, requestId);
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.Flush();
        return buffer.WrittenMemory;
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case null:
                writer.WriteNullValue();
                break;
            case string text:
                writer.WriteStringValue(Checked(text));
                break;
            case bool flag:
                writer.WriteBooleanValue(flag);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case long number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteRawValue(Float(number));
                break;
            case IReadOnlyDictionary<string, object?> map:
                writer.WriteStartObject();
                foreach (var (name, item) in map)
                {
                    writer.WritePropertyName(Checked(name));
                    Write(writer, item);
                }
                writer.WriteEndObject();
                break;
            case IEnumerable list:
                writer.WriteStartArray();
                foreach (var item in list)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            default:
                throw new ArgumentException($"A parameter is a {value.GetType().Name}, which has no form in JSON that Neo4j would read.");
        }
    }

    private static string Checked(string text)
    {
        // Writers of JSON put U+FFFD in place of half a pair, and the graph would hold what nobody wrote.
        _ = Strict.GetByteCount(text);
        return text;
    }

    private static string Float(double number)
    {
        if (!double.IsFinite(number))
            throw new ArgumentException("A parameter is a float that is no number.");
        var text = number.ToString("R", CultureInfo.InvariantCulture);
        return text.AsSpan().ContainsAny('.', 'E') ? text : text + ".0";
    }
}
