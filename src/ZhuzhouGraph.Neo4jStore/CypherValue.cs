using NodaTime;
using ZhuzhouGraph.Bolt;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// One value of an answer, whichever way it came. It looks into the answer and lives no longer than the call that reads the row.
/// </summary>
internal readonly struct CypherValue
{
    private readonly TypedJson _json;
    private readonly BoltValue? _bolt;

    public CypherValue(System.Text.Json.JsonElement json) => _json = new TypedJson(json);

    public CypherValue(BoltValue value) => _bolt = value;

    /// <summary>The kind in Neo4j's words: Integer, String, Node …</summary>
    public string Kind => _bolt is { } value ? value.Kind.ToString() : _json.Kind;

    public bool IsNull => _bolt is { } value ? value.IsNull : _json.Is("Null"u8);

    public string? Text() => Is(BoltKind.String, "String"u8) ? _bolt?.AsString() ?? _json.Text : NullOr<string>("a text");

    public long? Number() => Is(BoltKind.Integer, "Integer"u8) ? _bolt?.AsInteger() ?? _json.Number : NullOr<long?>("a whole number");

    /// <summary>A float; an integer counts as one.</summary>
    public double? Float() =>
        Is(BoltKind.Float, "Float"u8) ? _bolt?.AsFloat() ?? _json.Float
        : Is(BoltKind.Integer, "Integer"u8) ? Number()
        : NullOr<double?>("a number");

    public bool? Flag() => Is(BoltKind.Boolean, "Boolean"u8) ? _bolt?.AsBoolean() ?? _json.Flag : NullOr<bool?>("a truth value");

    public LocalDate? Day() =>
        !Is(BoltKind.Date, "Date"u8) ? NullOr<LocalDate?>("a day")
        : _bolt is { } value ? new LocalDate(1970, 1, 1).PlusDays(checked((int)value.AsDate().Days))
        : _json.Day;

    public Instant? Moment() =>
        _bolt is { } value
            ? value.Kind switch
            {
                BoltKind.OffsetDateTime => At(value.AsOffsetDateTime().Seconds, value.AsOffsetDateTime().Nanoseconds),
                BoltKind.ZonedDateTime => At(value.AsZonedDateTime().Seconds, value.AsZonedDateTime().Nanoseconds),
                _ => NullOr<Instant?>("a moment"),
            }
        : _json.Is("OffsetDateTime"u8) || _json.Is("ZonedDateTime"u8) ? _json.Moment
        : NullOr<Instant?>("a moment");

    /// <summary>A map, or the properties of a node or a relationship.</summary>
    public CypherMap? Map()
    {
        const string Wanted = "a map, a node or a relationship";
        if (_bolt is { } value)
            return value.Kind switch
            {
                BoltKind.Map => new CypherMap(value, value.AsMap()),
                BoltKind.Node or BoltKind.Relationship => new CypherMap(value, value.Properties),
                _ => NullOr<CypherMap?>(Wanted),
            };
        if (_json.Is("Map"u8))
            return new CypherMap(_json.Value, _json.Value);
        return _json.Is("Node"u8) || _json.Is("Relationship"u8)
            ? new CypherMap(_json.Value, _json.Value.GetProperty("_properties"u8))
            : NullOr<CypherMap?>(Wanted);
    }

    /// <summary>The items of a list; none where there is no list.</summary>
    public IReadOnlyList<T> List<T>(Func<CypherValue, T> read)
    {
        if (!Is(BoltKind.List, "List"u8))
            return NullOr<IReadOnlyList<T>>("a list") ?? [];
        List<T> items;
        if (_bolt is { } value)
        {
            items = new List<T>(value.AsList().Count);
            foreach (var item in value.AsList())
                items.Add(read(new CypherValue(item)));
            return items;
        }
        items = new List<T>(_json.Value.GetArrayLength());
        foreach (var item in _json.Value.EnumerateArray())
            items.Add(read(new CypherValue(item)));
        return items;
    }

    /// <summary>The items of a list that are rows: lists themselves.</summary>
    public IReadOnlyList<T> Rows<T>(Func<CypherRow, T> read) => List(item => read(item.Row()));

    /// <summary>What must be there.</summary>
    public static T Required<T>(T? value)
        where T : class => value ?? throw QueryErrors.Unreadable("nothing where there must be a value");

    /// <inheritdoc cref="Required{T}(T)"/>
    public static T Required<T>(T? value)
        where T : struct => value ?? throw QueryErrors.Unreadable("nothing where there must be a value");

    private CypherRow Row() =>
        Is(BoltKind.List, "List"u8)
            ? new(List(value => value))
            : throw QueryErrors.Unreadable($"a value of the kind {Kind} where a row is read");

    /// <summary>Whether it is of that kind, which the two ways write in their own manner.</summary>
    private bool Is(BoltKind bolt, ReadOnlySpan<byte> json) => _bolt is { } value ? value.Kind == bolt : _json.Is(json);

    private T? NullOr<T>(string wanted) =>
        IsNull ? default : throw QueryErrors.Unreadable($"a value of the kind {Kind} where {wanted} is read");

    private static Instant At(long seconds, long nanoseconds) => Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds);
}
