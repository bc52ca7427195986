using System.Text.Json;
using NodaTime;
using ZhuzhouGraph.Bolt;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// One row of an answer, its columns numbered from 0. It looks into the answer and lives no longer than the call that reads it.
/// </summary>
internal sealed class CypherRow
{
    private readonly JsonElement _json;
    private readonly BoltRecord? _bolt;
    private readonly IReadOnlyList<CypherValue>? _values;

    public CypherRow(JsonElement values) => _json = values;

    /// <summary>A row that stands as a list in a column of another.</summary>
    public CypherRow(IReadOnlyList<CypherValue> values) => _values = values;

    public CypherRow(BoltRecord record) => _bolt = record;

    public int Count => _values?.Count ?? _bolt?.Count ?? _json.GetArrayLength();

    public CypherValue this[int column] =>
        _values is { } values ? values[column]
        : _bolt is { } record ? new(record[column])
        : new(_json[column]);

    public bool IsNull(int column) => this[column].IsNull;

    public string Text(int column) => CypherValue.Required(this[column].Text());

    public string? TextOrNull(int column) => this[column].Text();

    public long Number(int column) => CypherValue.Required(this[column].Number());

    public long? NumberOrNull(int column) => this[column].Number();

    public double Float(int column) => CypherValue.Required(this[column].Float());

    public double? FloatOrNull(int column) => this[column].Float();

    public bool Flag(int column) => CypherValue.Required(this[column].Flag());

    public LocalDate Day(int column) => CypherValue.Required(this[column].Day());

    public LocalDate? DayOrNull(int column) => this[column].Day();

    public Instant Moment(int column) => CypherValue.Required(this[column].Moment());

    public Instant? MomentOrNull(int column) => this[column].Moment();

    public CypherMap Map(int column) => CypherValue.Required(this[column].Map());

    public CypherMap? MapOrNull(int column) => this[column].Map();

    public IReadOnlyList<string> Texts(int column) => List(column, v => CypherValue.Required(v.Text()));

    public IReadOnlyList<CypherMap> Maps(int column) => List(column, v => CypherValue.Required(v.Map()));

    /// <summary>The rows that stand in a column as lists.</summary>
    public IReadOnlyList<T> Rows<T>(int column, Func<CypherRow, T> read) => this[column].Rows(read);

    /// <summary>The items of a list, each read by <paramref name="read"/>; none where the list is null.</summary>
    public IReadOnlyList<T> List<T>(int column, Func<CypherValue, T> read) => this[column].List(read);
}
