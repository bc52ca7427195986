namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>A <see cref="LineQuery"/> in terms of the schema. Every figure that fits is looked at: a count has no index.</summary>
internal sealed class Lines(LineQuery query, Sql sql)
{
    private static readonly string Id = Selections.LineOf("t.series", "t"),
        Start = Selections.StartOf("t"),
        End = Selections.EndOf("t");

    private readonly string _fitting = Selections.Of(query.Of, sql)!.Fitting;

    /// <summary>
    /// The page, with one line more than asked: the number of figures and of points, the first and the last day, the units, then the figure
    /// with the first id.
    /// </summary>
    public string List(PageRequest page)
    {
        var after = Paging.GroupBefore(page) is { } before ? $" HAVING {After(sql.Add(before.Count), sql.Add(before.Values))}" : "";
        var lines =
            $"SELECT COUNT(*) AS n, {Id} AS line, COUNT(DISTINCT {Selections.PointOf("t")}) AS points, MIN(COALESCE({Start}, "
            + $"{End})) AS first,"
            + $" MAX({End}) AS last, group_concat(DISTINCT t.unit) AS units, MIN(t.id || ' ' || t.row) AS some {_fitting}"
            + $" GROUP BY line{after} ORDER BY n DESC, line LIMIT {sql.Add(page.First + 1)}";
        return $"SELECT g.n, g.points, g.first, g.last, g.units, {Rows.ObservationColumns} FROM ({lines}) g CROSS JOIN observation t"
            + " ON t.row = CAST(substr(g.some, instr(g.some, ' ') + 1) AS INTEGER) ORDER BY g.n DESC, g.line";
    }

    public string Count() => $"SELECT COUNT(DISTINCT {Id}) {_fitting}";

    private static string After(string count, string line) => $"n < {count} OR (n = {count} AND line > {line})";
}
