namespace ZhuzhouGraph.Neo4jStore;

/// <summary>One way to the items of a list: an index that starts with the parent and goes on in the order of the list.</summary>
/// <param name="Match">The pattern; the listed node is t.</param>
/// <param name="Index">The index as a hint names it.</param>
/// <param name="Parent">The property that holds the parent, or null for all items of the pattern.</param>
/// <param name="Sort">The key's first property; null where lists are ordered by id alone.</param>
/// <param name="Id">The key's second property.</param>
/// <param name="Condition">What else holds on this way.</param>
internal sealed record Way(string Match, string Index, string? Parent, string? Sort, string Id, string? Condition = null)
{
    /// <summary>What must be matched first, from p.</summary>
    public string Before { get; init; } = "";

    /// <summary>What the parent's property is compared with.</summary>
    public string ParentValue { get; init; } = "p";

    /// <summary>A property between parent and key that has one value: its name and its placeholder.</summary>
    public (string Property, string Value)? Fixed { get; init; }

    /// <summary>
    /// The index in the order of a property, from the same parent, where there is one; <see cref="OrderedBy"/> stands for the property.
    /// </summary>
    public string? IndexBy { get; init; }

    public const string OrderedBy = "$";

    /// <summary>Whether it leads to what has nothing to be ordered by.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The key's first part where it is not what the index goes on with: then what the index gives is sorted.</summary>
    public string? SortedBy { get; init; }
}

/// <summary>A filter that has indexes in the order of the list.</summary>
/// <param name="Values">The variable with the values that it admits; null where the ways need none.</param>
/// <param name="Ways">The ways from each of them.</param>
/// <param name="Filter">The same as a condition.</param>
internal sealed record Anchor(string? Values, IReadOnlyList<Way> Ways, string Filter);

/// <summary>Of items that agree in the properties, only the first in the order counts.</summary>
internal sealed record Newest(IReadOnlyList<string> Properties, string Order)
{
    /// <summary>Every t is looked at: what is newest depends on what fits.</summary>
    public string Clause => $"WITH DISTINCT t ORDER BY {Order}\nWITH [{string.Join(", ", Properties)}] AS agreed, head(collect(t)) AS t\n";
}

/// <summary>The order of a list in terms of the graph.</summary>
/// <param name="Along">Turns a way in the usual order into the ways that are walked.</param>
internal sealed record Sorting(bool IsDescending, Func<Way, IEnumerable<Way>> Along)
{
    public const string Period = "t.periodKey";

    /// <summary>The first part of an item's key.</summary>
    public string Key { get; init; } = "t.sort";

    public static Sorting Usual { get; } = new(false, way => [way]);

    public static Sorting Reversed { get; } = Usual with { IsDescending = true };

    public static Sorting ByPeriod { get; } = MissingLast(Period);

    public static Sorting ByPeriodReversed { get; } = MissingLastReversed(Period, Day.Undated);

    public static Sorting ByValue { get; } = MissingLast("t.valueOrder");

    public static Sorting ByValueReversed { get; } = MissingLastReversed("t.valueOrder", DecimalKey.None);

    private static Sorting MissingLast(string property) => new(false, way => [InOrderOf(way, property)]) { Key = property };

    /// <summary>What has none comes last both ways, so the way down is one to what has one and one to what has none.</summary>
    private static Sorting MissingLastReversed(string property, string none) =>
        new(true, way =>
            [
                Where(InOrderOf(way, property), $"{property} < '{none}'"),
                IndexOf(way, property) is { } index
                    ? way with
                    {
                        Index = index,
                        Sort = null,
                        Fixed = (property, $"'{none}'"),
                        IsMissing = true,
                    }
                    : Where(way with { SortedBy = "''" }, $"{property} = '{none}'"),
            ]
        )
        {
            Key = $"CASE {property} WHEN '{none}' THEN '' ELSE {property} END",
        };

    private static Way InOrderOf(Way way, string property) =>
        IndexOf(way, property) is { } index ? way with { Index = index, Sort = property } : way with { SortedBy = property };

    private static string? IndexOf(Way way, string property) =>
        way.IndexBy?.Replace(Way.OrderedBy, property[2..], StringComparison.Ordinal);

    private static Way Where(Way way, string condition) =>
        way with
        {
            Condition = way.Condition is null ? condition : $"{way.Condition} AND {condition}",
        };
}

/// <summary>
/// A <see cref="GraphQuery{T}"/> in terms of the graph. Neo4j walks an index in order only if every property of it has a condition and
/// stands in the order of the list; hints and tests hold it to that. Equal questions are equal texts, so that plans are found again.
/// </summary>
internal sealed class Selection<T>
{
    private readonly Parameters _parameters;

    public Selection(Parameters parameters) => _parameters = parameters;

    /// <summary>Tells statements apart in telemetry, such as <c>relationships</c>.</summary>
    public required string Name { get; init; }

    public required Func<CypherMap, T> Read { get; init; }

    public Sorting Sorting { get; init; } = Sorting.Usual;

    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>The ways from a parent to its items; an item that several lead to counts once.</summary>
    public required Func<string, IReadOnlyList<Way>> WaysFrom { get; init; }

    /// <summary>The ways of a list without parents and anchor; null where there is no such list.</summary>
    public IReadOnlyList<Way>? Root { get; init; }

    /// <summary>The filter that a list without parents starts from; under parents it is a filter like others.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>Null where every item counts.</summary>
    public Newest? Newest { get; init; }

    /// <summary>The page after <paramref name="after"/>, with one item more than asked: sort, id, node.</summary>
    public Cypher List(int limit, SortKey? after)
    {
        var key = Key(after);
        var more = _parameters.Add(limit + 1);
        var (ways, values) = Anchor is { } anchor ? (anchor.Ways, anchor.Values) : (Root!, null);
        var text =
            values is null ? $"{Call([])} {{\n{Page(ways, Where, key, more)}\n}}\nRETURN sort, id, t ORDER BY {InOrder}"
            : Newest is not null
                ? $"UNWIND {values} AS p\n{Call(["p"])} {{\n{Rows(ways, Where)}\n}}\n{PageOfNewest(key, more)}\nRETURN sort, id, t ORDER BY {InOrder}"
            : $"UNWIND {values} AS p\n{Call(["p"])} {{\n{Page(ways, Where, key, more)}\n}}\nWITH DISTINCT t, sort, id ORDER BY {InOrder} LIMIT {more}\nRETURN sort, id, t ORDER BY {InOrder}";
        return Statement("LIST", text);
    }

    /// <summary>
    /// One page per parent: parent, sort, id, node. LIMIT stands inside, where the index is walked, so a hub costs what a leaf costs.
    /// </summary>
    public Cypher ListOf(IEnumerable<string> parents, int limit, SortKey? after)
    {
        var key = Key(after);
        var more = _parameters.Add(limit + 1);
        var groups = ByWays(parents)
            .Select(group =>
                $"UNWIND {_parameters.Add(group.ToList())} AS p\n{Call(["p"])} {{\n{Page(group.Key, WhereOf, key, more)}\n}}\nRETURN p, sort, id, t"
            );
        return Statement(
            "LIST nested",
            $"{Call([])} {{\n{string.Join("\nUNION ALL ", groups)}\n}}\nRETURN p, sort, id, t ORDER BY p, {InOrder}"
        );
    }

    public Cypher Count()
    {
        var (ways, values) = Anchor is { } anchor ? (anchor.Ways, anchor.Values) : (Root!, null);
        // The server keeps the number of nodes of a label; a walk would count them again.
        if (Where.Count == 0 && values is null && Newest is null && ways.All(way => way is { Parent: null, Condition: null }))
            return Statement("COUNT", $"RETURN {string.Join(" + ", ways.Select(way => $"COUNT {{ MATCH {way.Match} }}"))} AS n");
        var rows = Rows(ways, Where);
        return Statement(
            "COUNT",
            values is null
                ? $"{Call([])} {{\n{rows}\n}}\n{Newest?.Clause}RETURN count(t) AS n"
                : $"UNWIND {values} AS p\n{Call(["p"])} {{\n{rows}\n}}\n{Newest?.Clause}RETURN count(DISTINCT t) AS n"
        );
    }

    public Cypher CountOf(IEnumerable<string> parents)
    {
        var groups = ByWays(parents)
            .Select(group =>
                $"UNWIND {_parameters.Add(group.ToList())} AS p\n{Call(["p"])} {{\n{Call(["p"])} {{\n{Rows(group.Key, WhereOf)}\n}}\n{Newest?.Clause}RETURN count(t) AS n\n}}\nRETURN p, n"
            );
        return Statement("COUNT nested", $"{Call([])} {{\n{string.Join("\nUNION ALL ", groups)}\n}}\nRETURN p, n");
    }

    /// <summary>What holds of a parent's items.</summary>
    private IReadOnlyList<string> WhereOf => Anchor is null ? Where : [.. Where, Anchor.Filter];

    private IEnumerable<IGrouping<IReadOnlyList<Way>, string>> ByWays(IEnumerable<string> parents) =>
        parents.Distinct(StringComparer.Ordinal).GroupBy(WaysFrom);

    private Cypher Statement(string verb, string text) => _parameters.Statement($"{verb} {Name}", _parameters.Prelude() + text);

    private string Call(IEnumerable<string> variables) => $"CALL ({string.Join(", ", variables.Concat(_parameters.Variables))})";

    /// <summary>The items that the ways lead to, all of them, each once.</summary>
    private static string Rows(IReadOnlyList<Way> ways, IReadOnlyList<string> where) =>
        string.Join("\nUNION\n", ways.Select(way => $"{Matched(way, where, null)}\nRETURN t"));

    private string Down => Sorting.IsDescending ? " DESC" : "";

    private string InOrder => $"sort{Down}, id{Down}";

    /// <summary>The items of one page. Several ways are merged in order, each from its own index.</summary>
    private string Page(IReadOnlyList<Way> usual, IReadOnlyList<string> where, (string Sort, string Id)? key, string more)
    {
        if (Newest is not null)
            return $"{Call(usual[0].Parent is null ? [] : ["p"])} {{\n{Rows(usual, where)}\n}}\n{PageOfNewest(key, more)}\nRETURN t, sort, id";
        var pages = usual
            .SelectMany(Sorting.Along)
            .SelectMany(way =>
                Matches(way, where, key)
                    .Select(match =>
                        $"{match}\nRETURN t, {way.SortedBy ?? way.Sort ?? "''"} AS sort, {way.Id} AS id ORDER BY {Order(way)} LIMIT {more}"
                    )
            )
            .ToList();
        return pages is [var only]
            ? only
            : $"{Call(usual[0].Parent is null ? [] : ["p"])} {{\n{string.Join("\nUNION\n", pages)}\n}}\nRETURN t, sort, id ORDER BY {InOrder} LIMIT {more}";
    }

    private string PageOfNewest((string Sort, string Id)? key, string more)
    {
        var beyond = Sorting.IsDescending ? "<" : ">";
        var after = key is { } known ? $"\nWHERE sort {beyond} {known.Sort} OR (sort = {known.Sort} AND id {beyond} {known.Id})" : "";
        return $"{Newest!.Clause}WITH t, {Sorting.Key} AS sort, t.id AS id{after}\nWITH t, sort, id ORDER BY {InOrder} LIMIT {more}";
    }

    /// <summary>
    /// What comes after a key is sought in two parts, each a run of the index. An OR of them is planned as their union without the order
    /// of the index, where statistics say so; and outside of an index Neo4j compares a parameter by UTF-16, not by code point.
    /// </summary>
    private IEnumerable<string> Matches(Way way, IReadOnlyList<string> where, (string Sort, string Id)? key)
    {
        var beyond = Sorting.IsDescending ? "<" : ">";
        return (way, key) switch
        {
            (_, null) => [Matched(way, where, null)],
            ({ SortedBy: { } sort }, { } after) =>
            [
                Matched(
                    way,
                    [.. where, $"({sort} {beyond} {after.Sort} OR ({sort} = {after.Sort} AND {way.Id} {beyond} {after.Id}))"],
                    null
                ),
            ],
            // The end of an order where what has no day or number stands: every key of it starts with the empty text.
            ({ IsMissing: true }, { } after) => [Matched(way, [.. where, $"({after.Sort} > '' OR {way.Id} < {after.Id})"], null)],
            ({ Sort: null }, { } after) => [Matched(way, where, $"{way.Id} {beyond} {after.Id}")],
            (_, { } after) =>
            [
                Matched(way, where, $"{way.Sort} = {after.Sort} AND {way.Id} {beyond} {after.Id}"),
                Matched(way, where, $"{way.Sort} {beyond} {after.Sort} AND {way.Id} >= ''"),
            ],
        };
    }

    /// <param name="range">The part of the index that is walked; null for all of it, which Neo4j must be told too.</param>
    private static string Matched(Way way, IReadOnlyList<string> where, string? range)
    {
        string?[] conditions =
        [
            way.Parent is null ? null : $"{way.Parent} = {way.ParentValue}",
            way.Fixed is { } known ? $"{known.Property} = {known.Value}" : null,
            range ?? (way.Sort is null ? $"{way.Id} >= ''" : $"{way.Sort} >= '' AND {way.Id} >= ''"),
            way.Condition,
            .. where,
        ];
        return $"{way.Before}MATCH {way.Match} USING INDEX {way.Index}\nWHERE {string.Join(" AND ", conditions.Where(c => c is not null))}";
    }

    /// <summary>Every property of the index stands in the order, so that Neo4j sees that it is the order of the index.</summary>
    private string Order(Way way)
    {
        string?[] along = way.SortedBy is { } sort ? [sort, way.Id] : [way.Parent, way.Fixed?.Property, way.Sort, way.Id];
        return string.Join(", ", along.Where(p => p is not null).Distinct().Select(p => p + Down));
    }

    private (string Sort, string Id)? Key(SortKey? after) =>
        after is null ? null : (_parameters.Add(after.Sort), _parameters.Add(after.Id));
}
