namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>A <see cref="GroupQuery"/> in terms of the graph. Every thing that fits is looked at: a count has no index.</summary>
internal sealed class Groups
{
    private readonly Parameters _parameters = new();
    private readonly string _values;
    private readonly IReadOnlyList<string> _names;
    private readonly string _what;

    public Groups(GroupQuery query)
    {
        (_what, var fitting) = query.Of switch
        {
            EntityQuery q => Fitting(Selections.Of(q, _parameters)!),
            RelationshipQuery q => Fitting(Selections.Of(q, _parameters)!),
            ObservationQuery q => Fitting(Selections.Of(q, _parameters)!),
            _ => throw new ArgumentException($"A {query.Of.GetType().Name} is not grouped.", nameof(query)),
        };
        // What has no day of its own has those of its event; events have only their own.
        var days = query.Of is EntityQuery ? Conditions.OwnDays : Selections.Dated;
        _names = [.. query.By.Select((_, at) => $"k{(char)('a' + at)}")];
        var (first, last) =
            // What is grouped by time has the days that it is grouped by, those of an event among them.
            query.Of is ObservationQuery
            && !query.By.Any(key => key.Kind is GroupKeyKind.Time)
                ? (
                    $"CASE {Conditions.StartOf("t")} WHEN '' THEN {Conditions.EndOf("t")} ELSE {Conditions.StartOf("t")} END",
                    Conditions.EndOf("t")
                )
                : ($"toString(coalesce({days.First}, {days.Last}))", $"toString(coalesce({days.Last}, {days.First}))");
        var keys = query.By.Select((key, at) => $"{ValueOf(key, days)} AS {_names[at]}");
        _values = $"{fitting}WITH {string.Join(", ", keys)}, {first} AS firstDay, {last} AS lastDay\n";
    }

    /// <summary>The page, with one group more than asked: the count, the first and the last day, then the values.</summary>
    public Cypher List(PageRequest page)
    {
        var after = Paging.GroupBefore(page) is { } before
            ? After(_parameters.Add(before.Count), _parameters.Add(before.Values), string.Join($" + '\\t' + ", _names))
            : "";
        return Statement(
            "LIST groups of",
            $"WHERE {All("IS NOT NULL", " AND ")}\nWITH {Names}, count(*) AS n, min(firstDay) AS firstDay, max(lastDay) AS lastDay"
                + $"{after}\nRETURN n, firstDay, lastDay, {Names} ORDER BY n DESC, {Names} LIMIT "
                + _parameters.Add(page.First + 1),
            ["n", "firstDay", "lastDay", .. _names]
        );
    }

    /// <summary>How many groups there are.</summary>
    public Cypher Count() =>
        Statement("COUNT groups of", $"WHERE {All("IS NOT NULL", " AND ")}\nRETURN count(DISTINCT [{Names}]) AS n", ["n"]);

    /// <summary>How many things are in no group.</summary>
    public Cypher CountRest() => Statement("COUNT ungrouped", $"WHERE {All("IS NULL", " OR ")}\nRETURN count(*) AS n", ["n"]);

    private Cypher Statement(string verb, string text, IReadOnlyList<string> columns) =>
        _parameters.Statement($"{verb} {_what}", _parameters.Prelude() + _values + text, columns);

    private string Names => string.Join(", ", _names);

    private string All(string what, string joined) => string.Join(joined, _names.Select(name => $"{name} {what}"));

    private static string After(string count, string values, string joined) =>
        $"\nWHERE n < {count} OR (n = {count} AND {joined} > {values})";

    private static (string What, string Fitting) Fitting<T>(Selection<T> selection) => (selection.Name, selection.Fitting);

    private static string ValueOf(GroupKey key, (string First, string Last) days) =>
        key.Kind switch
        {
            GroupKeyKind.Time => $"CASE WHEN {TimeOf(key, days.First)} = {TimeOf(key, days.Last)} THEN {TimeOf(key, days.First)} END",
            GroupKeyKind.Choice => Chosen(key),
            _ => $"t.{key.Name}",
        };

    /// <summary>The property where it is one of the declared words.</summary>
    private static string Chosen(GroupKey key) =>
        $"CASE WHEN t.{key.Name} IN [{string.Join(", ", key.Choices.Select(word => $"'{word}'"))}] THEN t.{key.Name} END";

    private static string TimeOf(GroupKey key, string day) =>
        key.Name switch
        {
            GroupKey.Year => $"left(toString({day}), 4)",
            GroupKey.Quarter => $"left(toString({day}), 4) + '-Q' + toString({day}.quarter)",
            GroupKey.Month => $"left(toString({day}), 7)",
            _ => $"toString({day})",
        };
}
