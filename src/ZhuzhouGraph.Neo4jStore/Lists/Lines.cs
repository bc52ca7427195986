using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>A <see cref="LineQuery"/> in terms of the graph. Every figure that fits is looked at: a count has no index.</summary>
internal sealed class Lines
{
    private static readonly string Id = Conditions.LineOf("t"),
        Start = Conditions.StartOf("t"),
        End = Conditions.EndOf("t");

    private readonly Parameters _parameters = new();
    private readonly string _fitting;

    public Lines(LineQuery query) => _fitting = Selections.Of(query.Of, _parameters)!.Fitting;

    /// <summary>
    /// The page, with one line more than asked: the number of figures and of points, the first and the last day, the units, then the figure
    /// with the first id.
    /// </summary>
    public Cypher List(PageRequest page)
    {
        var after = Paging.GroupBefore(page) is { } before ? After(_parameters.Add(before.Count), _parameters.Add(before.Values)) : "";
        return Statement(
            "LIST lines of",
            $"WITH t ORDER BY t.id\nWITH {Id} AS line, count(*) AS n, count(DISTINCT {Conditions.PointOf("t")}) AS points,"
                + $" min(CASE {Start} WHEN '' THEN {End} ELSE {Start} END) AS first, max({End}) AS last, collect(DISTINCT t.unit) AS units,"
                + $" head(collect(t)) AS t{after}\nRETURN n, points, first, last, units, "
                + $"{ObservationNode.Whole.Of("t")} AS t ORDER BY n DESC, line LIMIT "
                + _parameters.Add(page.First + 1),
            ["n", "points", "first", "last", "units", "t"]
        );
    }

    public Cypher Count() => Statement("COUNT lines of", $"RETURN count(DISTINCT {Id}) AS n", ["n"]);

    private Cypher Statement(string verb, string text, IReadOnlyList<string> columns) =>
        _parameters.Statement($"{verb} observations", _parameters.Prelude() + _fitting + text, columns);

    private static string After(string count, string line) => $"\nWHERE n < {count} OR (n = {count} AND line > {line})";
}
