using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.Questions;

/// <summary>
/// JSON as the files of questions have it: what fits stands on one line, and what is alone in its parent begins where it does.
/// </summary>
internal static class CompactJson
{
    private const int Width = 140;

    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Returns the value, one space deeper at each line that is broken.</summary>
    public static string Write(JsonNode? value, string indent = "")
    {
        var line = Line(value);
        if (indent.Length + line.Length <= Width || value is not (JsonObject or JsonArray))
            return line;
        var (open, close, count) = value is JsonObject members ? ('{', '}', members.Count) : ('[', ']', value.AsArray().Count);
        if (count == 1)
            return open + Parts(value, part => Write(part, indent)).Single() + close;
        var inner = indent + " ";
        return $"{open}\n{inner}{string.Join($",\n{inner}", Parts(value, part => Write(part, inner)))}\n{indent}{close}";
    }

    private static string Line(JsonNode? value) =>
        value switch
        {
            JsonObject => $"{{{string.Join(", ", Parts(value, Line))}}}",
            JsonArray => $"[{string.Join(", ", Parts(value, Line))}]",
            null => "null",
            _ => value.ToJsonString(Readable),
        };

    private static IEnumerable<string> Parts(JsonNode parent, Func<JsonNode?, string> write) =>
        parent is JsonObject members
            ? members.Select(member => $"\"{member.Key}\": {write(member.Value)}")
            : parent.AsArray().Select(write);
}
