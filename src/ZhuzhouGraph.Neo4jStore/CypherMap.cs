using System.Text.Json;
using NodaTime;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>A map, a node or a relationship of an answer. What is absent and what is null are one: null, or an empty list.</summary>
internal sealed class CypherMap(JsonElement entity, JsonElement properties)
{
    /// <summary>A node's labels; none for anything else.</summary>
    public IReadOnlyList<string> Labels =>
        IsEntity && entity.TryGetProperty("_labels"u8, out var labels) ? [.. labels.EnumerateArray().Select(l => l.GetString()!)] : [];

    /// <summary>A relationship's type; null for anything else.</summary>
    public string? Type => IsEntity && entity.TryGetProperty("_type"u8, out var type) ? type.GetString() : null;

    /// <summary>The names that are there, in the server's order.</summary>
    public IEnumerable<string> Names => properties.EnumerateObject().Select(p => p.Name);

    // A plain map may have a key that is spelt like an entity's part.
    private bool IsEntity => entity.TryGetProperty("_element_id"u8, out var id) && id.ValueKind == JsonValueKind.String;

    public bool Has(string name) => Find(name) is { IsNull: false };

    public string? Text(string name) => Find(name)?.Text();

    public long? Number(string name) => Find(name)?.Number();

    public double? Float(string name) => Find(name)?.Float();

    public bool? Flag(string name) => Find(name)?.Flag();

    public LocalDate? Day(string name) => Find(name)?.Day();

    public Instant? Moment(string name) => Find(name)?.Moment();

    public CypherMap? Map(string name) => Find(name)?.Map();

    public IReadOnlyList<string> Texts(string name) => List(name, v => CypherValue.Required(v.Text()));

    public IReadOnlyList<CypherMap> Maps(string name) => List(name, v => CypherValue.Required(v.Map()));

    /// <summary>The items of a list, each read by <paramref name="read"/>; none where the list is absent.</summary>
    public IReadOnlyList<T> List<T>(string name, Func<CypherValue, T> read) => Find(name)?.List(read) ?? [];

    private CypherValue? Find(string name) => properties.TryGetProperty(name, out var value) ? new CypherValue(value) : null;
}
