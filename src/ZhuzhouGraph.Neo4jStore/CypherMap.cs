using System.Text.Json;
using NodaTime;
using ZhuzhouGraph.Bolt;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>A map, a node or a relationship of an answer. What is absent and what is null are one: null, or an empty list.</summary>
internal sealed class CypherMap
{
    private readonly JsonElement _json;
    private readonly JsonElement _jsonProperties;
    private readonly BoltValue? _bolt;
    private readonly BoltMap _boltProperties;
    private readonly IReadOnlyList<CypherValue>? _values;
    private readonly IReadOnlyDictionary<string, int>? _places;

    public CypherMap(JsonElement entity, JsonElement properties) => (_json, _jsonProperties) = (entity, properties);

    public CypherMap(BoltValue entity, BoltMap properties) => (_bolt, _boltProperties) = (entity, properties);

    /// <summary>A map whose values came as a list.</summary>
    /// <param name="places">Where in it the value of each name stands.</param>
    public CypherMap(IReadOnlyList<CypherValue> values, IReadOnlyDictionary<string, int> places) => (_values, _places) = (values, places);

    /// <summary>A node's labels; none for anything else.</summary>
    public IReadOnlyList<string> Labels
    {
        get
        {
            if (_bolt is null)
                return IsEntity && _json.TryGetProperty("_labels"u8, out var labels)
                    ? [.. labels.EnumerateArray().Select(l => l.GetString()!)]
                    : [];
            if (_bolt is not { Kind: BoltKind.Node } node)
                return [];
            var names = new List<string>(node.Labels.Count);
            foreach (var label in node.Labels)
                names.Add(label.AsString());
            return names;
        }
    }

    /// <summary>A relationship's type; null for anything else.</summary>
    public string? Type =>
        _bolt is { } value ? (value.Kind is BoltKind.Relationship ? value.Type : null)
        : IsEntity && _json.TryGetProperty("_type"u8, out var type) ? type.GetString()
        : null;

    /// <summary>The names that are there, in the server's order.</summary>
    public IEnumerable<string> Names =>
        _places is not null ? _places.Keys
        : _bolt is null ? _jsonProperties.EnumerateObject().Select(p => p.Name)
        : _boltProperties.Keys;

    // A plain map may have a key that is spelt like an entity's part.
    private bool IsEntity => _json.TryGetProperty("_element_id"u8, out var id) && id.ValueKind == JsonValueKind.String;

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

    private CypherValue? Find(string name) =>
        _values is not null ? (_places!.TryGetValue(name, out var place) ? _values[place] : null)
        : _bolt is null
            ? _jsonProperties.TryGetProperty(name, out var json) ? new CypherValue(json)
                : null
        : _boltProperties.TryFind(name, out var value) ? new CypherValue(value)
        : null;
}
