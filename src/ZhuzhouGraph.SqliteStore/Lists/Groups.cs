namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>A <see cref="GroupQuery"/> in terms of the schema. Every thing that fits is looked at: a count has no index.</summary>
internal sealed class Groups
{
    private readonly string _rows;
    private readonly IReadOnlyList<string> _keys;
    private readonly (string First, string Last) _days;

    /// <param name="rows">What is counted, from FROM on; the table is t.</param>
    private Groups(string rows, GroupQuery query, Sql sql)
    {
        (_rows, _keys) = (rows, [.. query.By.Select(key => ValueOf(key, sql))]);
        _days =
            // What is grouped by time has the days that it is grouped by, those of an event among them.
            query.Of is ObservationQuery
            && !query.By.Any(key => key.Kind is GroupKeyKind.Time)
                ? ($"COALESCE({Selections.StartOf("t")}, {Selections.EndOf("t")})", Selections.EndOf("t"))
                : ("COALESCE(t.first, t.last)", "COALESCE(t.last, t.first)");
    }

    public static Groups Of(GroupQuery query, Sql sql) =>
        new(
            query.Of switch
            {
                EntityQuery q => Selections.Of(q, sql)!.Fitting,
                RelationshipQuery q => Selections.Of(q, sql)!.Fitting,
                ObservationQuery q => Selections.Of(q, sql)!.Fitting,
                _ => throw new ArgumentException($"A {query.Of.GetType().Name} is not grouped.", nameof(query)),
            },
            query,
            sql
        );

    /// <summary>The page, with one group more than asked: the count, the first and the last day, then the values.</summary>
    public string List(Sql sql, PageRequest page)
    {
        var names = _keys.Select((_, at) => Name(at)).ToList();
        var after = Paging.GroupBefore(page) is { } before
            ? $" HAVING {After(sql.Add(before.Count), sql.Add(before.Values), string.Join($" || '{Paging.GroupSeparator}' || ", names))}"
            : "";
        return $"SELECT COUNT(*) AS n, MIN(first_day), MAX(last_day), {string.Join(", ", names)} FROM ({Values}) WHERE "
            + $"{All("IS NOT NULL", " AND ")}"
            + $" GROUP BY {string.Join(", ", names)}{after} ORDER BY n DESC, {string.Join(", ", names)} LIMIT {sql.Add(page.First + 1)}";
    }

    /// <summary>How many groups there are.</summary>
    public string Count() =>
        $"SELECT COUNT(*) FROM (SELECT DISTINCT {string.Join(", ", _keys.Select((_, at) => Name(at)))} FROM ({Values}) WHERE "
        + $"{All("IS NOT NULL", " AND ")})";

    /// <summary>How many things are in no group.</summary>
    public string CountRest() => $"SELECT COUNT(*) FROM ({Values}) WHERE {All("IS NULL", " OR ")}";

    private string Values =>
        $"SELECT {string.Join(", ", _keys.Select((key, at) => $"{key} AS {Name(at)}"))}, {_days.First} AS first_day, {_days.Last} "
        + $"AS last_day"
        + $" {_rows}";

    private string All(string what, string joined) => string.Join(joined, _keys.Select((_, at) => $"{Name(at)} {what}"));

    private static string After(string count, string values, string joined) => $"n < {count} OR (n = {count} AND {joined} > {values})";

    private static string Name(int at) => $"k{(char)('a' + at)}";

    private static string ValueOf(GroupKey key, Sql sql) =>
        key.Kind switch
        {
            GroupKeyKind.Choice => Chosen(Conditions.Property("t", key.Name, sql), key),
            // Words are stored as our code spells them.
            GroupKeyKind.Enumeration => $"CASE {Conditions.Column(key.Name)} "
                + string.Join(' ', Enum.GetNames(key.Enumeration!).Select(name => $"WHEN '{name}' THEN '{Spelling.UpperSnake(name)}'"))
                + " END",
            GroupKeyKind.Time => $"CASE WHEN {TimeOf(key, "t.first")} = {TimeOf(key, "t.last")} THEN {TimeOf(key, "t.first")} END",
            _ => Conditions.Column(key.Name),
        };

    /// <summary>The property where it is one of the declared words.</summary>
    private static string Chosen(string property, GroupKey key) =>
        $"CASE WHEN {property} IN ({string.Join(", ", key.Choices.Select(word => $"'{word}'"))}) THEN {property} END";

    private static string TimeOf(GroupKey key, string day) =>
        key.Name switch
        {
            GroupKey.Year => $"substr({day}, 1, 4)",
            GroupKey.Quarter => $"substr({day}, 1, 4) || '-Q' || ((CAST(substr({day}, 6, 2) AS INTEGER) + 2) / 3)",
            GroupKey.Month => $"substr({day}, 1, 7)",
            _ => day,
        };
}
