using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// One value of an answer of the Query API, <c>{"$type": …, "_value": …}</c>. <see cref="Is"/> says which of the others may be read.
/// </summary>
internal readonly struct TypedJson(JsonElement element)
{
    public string Kind => Type.GetString()!;

    public JsonElement Value => element.GetProperty("_value"u8);

    public string Text => Value.GetString()!;

    public long Number => long.Parse(Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    public double Float =>
        Text switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            var text => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        };

    public bool Flag => Value.GetBoolean();

    public LocalDate Day => Parsed(LocalDatePattern.Iso.Parse(Text));

    // The name of a zone follows in brackets; the offset before it says it all.
    public Instant Moment => Parsed(OffsetDateTimePattern.ExtendedIso.Parse(Text.Split('[')[0])).ToInstant();

    private JsonElement Type =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$type"u8, out var type)
            ? type
            : throw QueryErrors.Unreadable("in plain JSON, without types");

    public bool Is(ReadOnlySpan<byte> kind) => Type.ValueEquals(kind);

    private static T Parsed<T>(ParseResult<T> result) =>
        result.Success ? result.Value : throw QueryErrors.Unreadable(result.Exception.Message);
}
