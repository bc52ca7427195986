using System.Text.Json;
using NodaTime;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// One row of an answer, its columns numbered from 0. It looks into the answer and lives no longer than the call that reads it.
/// </summary>
internal sealed class CypherRow(JsonElement values)
{
    public int Count => values.GetArrayLength();

    public CypherValue this[int column] => new(values[column]);

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

    /// <summary>The items of a list, each read by <paramref name="read"/>; none where the list is null.</summary>
    public IReadOnlyList<T> List<T>(int column, Func<CypherValue, T> read) => this[column].List(read);
}
