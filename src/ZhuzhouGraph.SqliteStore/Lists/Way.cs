namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>One way to the items of a list: an index that starts with the parent and goes on in the order of the list.</summary>
/// <param name="From">The tables, the listed one as t.</param>
/// <param name="Parent">The column that holds the parent; null for all items.</param>
/// <param name="Sort">The key's first part, a column or a constant.</param>
/// <param name="Id">The key's second part.</param>
/// <param name="Condition">What else holds on this way.</param>
internal sealed record Way(string From, string? Parent, string Sort, string Id, string? Condition = null)
{
    /// <summary>The first part of the keys of lists that are ordered by id alone.</summary>
    public const string Unsorted = "''";

    /// <summary>The first part of the items' keys where it is not what the index goes on with.</summary>
    public string KeySort { get; init; } = Sort;

    /// <summary>The index in which the newest of each line from the parent is sought; null where there is none.</summary>
    public LineIndex? Lines { get; init; }

    public Way Where(string condition) => this with { Condition = Condition is null ? condition : $"{Condition} AND {condition}" };
}

/// <summary>An index that starts with the parent and goes on with the lines, and with <see cref="LineSeek.Newest"/> on each.</summary>
/// <param name="Columns">What tells apart the lines that the way leads to.</param>
internal sealed record LineIndex(string Name, IReadOnlyList<string> Columns);

/// <summary>A filter that has indexes in the order of the list.</summary>
/// <param name="Values">A subquery of the values that it admits.</param>
/// <param name="Ways">The ways from each of them.</param>
/// <param name="Filter">The same as a condition.</param>
internal sealed record Anchor(string Values, IReadOnlyList<Way> Ways, string Filter);

/// <summary>Of items that agree in the columns, only the first in the order counts.</summary>
internal sealed record Newest(IReadOnlyList<string> Columns, string Order)
{
    /// <summary>Whether the number that most of them have comes before the order.</summary>
    public bool IsMostReported { get; init; }

    /// <summary>See <see cref="ObservationQuery.IsInConflict"/>.</summary>
    public bool IsInConflict { get; init; }

    /// <summary>See <see cref="ObservationQuery.NewestIsOfLines"/>.</summary>
    public bool IsOfLines { get; init; }

    private const string Number = "t.value_key, t.lower_key, t.upper_key, t.is_lower_open, t.is_upper_open";

    // Ends of intervals as texts of one order: an open end begins above, or ends below, a closed one of the same value.
    private const string Lower = "t.lower_key || CASE t.is_lower_open WHEN 0 THEN ' 1' ELSE ' 2' END",
        Upper = "t.upper_key || CASE t.is_upper_open WHEN 0 THEN ' 1' ELSE ' 0' END";

    /// <summary>Of those rows of a table, the ones that count. Every row is looked at; see <see cref="LineSeek"/> for fewer rows.</summary>
    public string Of(string table, string rows)
    {
        var agreeing = $"OVER (PARTITION BY {string.Join(", ", Columns)})";
        var reported = $"COUNT(*) OVER (PARTITION BY {string.Join(", ", Columns)}, {Number}) AS reported";
        var (from, order) = IsMostReported
            ? ($"(SELECT t.*, {reported} FROM {table} t WHERE t.row IN ({rows})) t", $"t.reported DESC, {Order}")
            : ($"{table} t WHERE t.row IN ({rows})", Order);
        var counts = string.Join(", ", Units.All.Where(unit => unit.IsCount).Select(unit => $"'{unit.Code}'"));
        // Intervals on one line have a value in common unless one begins after another ends.
        var differs =
            $", MAX({Lower}) {agreeing} > MIN({Upper}) {agreeing} AND (MIN(t.unit) {agreeing} = MAX(t.unit) {agreeing}"
            + $" OR MIN(t.unit IN ({counts})) {agreeing}) AND (t.comparison IS NOT NULL OR t.measure NOT IN "
            + $"{Selections.Among(Series.Compared)}) AS differs";
        return $"SELECT row FROM (SELECT t.row AS row, ROW_NUMBER() OVER (PARTITION BY {string.Join(", ", Columns)} ORDER BY "
            + $"{order}) AS place"
            + $"{(IsInConflict ? differs : "")} FROM {from}) WHERE place = 1{(IsInConflict ? " AND differs" : "")}";
    }
}
