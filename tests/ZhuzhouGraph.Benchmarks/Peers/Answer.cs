using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>
/// What an answer says, whatever its fields are called. Names go; an object or list of one is what it holds (<c>nodes</c>, <c>edges</c> and
/// <c>node</c> are no content); numbers are compared as numbers, also where one server writes them as text. Order counts.
/// </summary>
internal static class Answer
{
    private static readonly JsonSerializerOptions Readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="isOrdered">False where a peer gives the items of the list in no order of its own; they are sorted then.</param>
    public static string Of(string response, bool isOrdered)
    {
        using var json = JsonDocument.Parse(response);
        var content = Content(json.RootElement.GetProperty("data"));
        if (!isOrdered && content is IReadOnlyList<object?> items)
            content = items.OrderBy(item => JsonSerializer.Serialize(item, Readable), StringComparer.Ordinal).ToList();
        return JsonSerializer.Serialize(content, Readable);
    }

    private static object? Content(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Object => Only([.. element.EnumerateObject().Select(member => Content(member.Value))]),
            JsonValueKind.Array => Only([.. element.EnumerateArray().Select(Content)]),
            JsonValueKind.Null => null,
            _ => Text(element.ToString()),
        };

    private static object? Only(IReadOnlyList<object?> items) => items is [var one] ? one : items;

    private static string Text(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number.ToString("0.############################", CultureInfo.InvariantCulture)
            : text;
}
