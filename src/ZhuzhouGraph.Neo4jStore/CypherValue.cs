using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// One value of a typed answer, <c>{"$type": …, "_value": …}</c>. It looks into the answer and lives no longer than the call that reads the
/// row.
/// </summary>
internal readonly struct CypherValue(JsonElement element)
{
    /// <summary>The kind in Neo4j's words: Integer, String, Node …</summary>
    public string Kind => Type.GetString()!;

    public bool IsNull => Is("Null"u8);

    private JsonElement Type =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty("$type"u8, out var type)
            ? type
            : throw QueryErrors.Unreadable("in plain JSON, without types");

    private JsonElement Value => element.GetProperty("_value"u8);

    public string? Text() => Is("String"u8) ? Value.GetString() : NullOr<string>("a text");

    public long? Number() =>
        Is("Integer"u8)
            ? long.Parse(Value.GetString()!, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture)
            : NullOr<long?>("a whole number");

    /// <summary>A float; an integer counts as one.</summary>
    public double? Float() =>
        Is("Float"u8) ? ReadFloat(Value.GetString()!)
        : Is("Integer"u8) ? Number()
        : NullOr<double?>("a number");

    public bool? Flag() => Is("Boolean"u8) ? Value.GetBoolean() : NullOr<bool?>("a truth value");

    public LocalDate? Day() => Is("Date"u8) ? Parsed(LocalDatePattern.Iso.Parse(Value.GetString()!)) : NullOr<LocalDate?>("a day");

    public Instant? Moment()
    {
        if (!Is("OffsetDateTime"u8) && !Is("ZonedDateTime"u8))
            return NullOr<Instant?>("a moment");
        // The name of the zone follows in brackets; the offset before it says it all.
        return Parsed(OffsetDateTimePattern.ExtendedIso.Parse(Value.GetString()!.Split('[')[0])).ToInstant();
    }

    /// <summary>A map, or the properties of a node or a relationship.</summary>
    public CypherMap? Map()
    {
        if (Is("Map"u8))
            return new CypherMap(Value, Value);
        if (Is("Node"u8) || Is("Relationship"u8))
            return new CypherMap(Value, Value.GetProperty("_properties"u8));
        return NullOr<CypherMap?>("a map, a node or a relationship");
    }

    /// <summary>The items of a list; none where there is no list.</summary>
    public IReadOnlyList<T> List<T>(Func<CypherValue, T> read)
    {
        if (!Is("List"u8))
            return NullOr<IReadOnlyList<T>>("a list") ?? [];
        var items = new List<T>(Value.GetArrayLength());
        foreach (var item in Value.EnumerateArray())
            items.Add(read(new CypherValue(item)));
        return items;
    }

    /// <summary>What must be there.</summary>
    public static T Required<T>(T? value)
        where T : class => value ?? throw QueryErrors.Unreadable("nothing where there must be a value");

    /// <inheritdoc cref="Required{T}(T)"/>
    public static T Required<T>(T? value)
        where T : struct => value ?? throw QueryErrors.Unreadable("nothing where there must be a value");

    private bool Is(ReadOnlySpan<byte> kind) => Type.ValueEquals(kind);

    private T? NullOr<T>(string wanted) =>
        IsNull ? default : throw QueryErrors.Unreadable($"a value of the kind {Kind} where {wanted} is read");

    private static double ReadFloat(string text) =>
        text switch
        {
            "Infinity" => double.PositiveInfinity,
            "-Infinity" => double.NegativeInfinity,
            _ => double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture),
        };

    private static T Parsed<T>(ParseResult<T> result) =>
        result.Success ? result.Value : throw QueryErrors.Unreadable(result.Exception.Message);
}
