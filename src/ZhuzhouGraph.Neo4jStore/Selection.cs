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
    /// <summary>A property between parent and key that has one value: its name and its placeholder.</summary>
    public (string Property, string Value)? Fixed { get; init; }
}

/// <summary>A filter that has indexes in the order of the list.</summary>
/// <param name="Values">The variable with the values that it admits; null where the ways need none.</param>
/// <param name="Ways">The ways from each of them.</param>
/// <param name="Filter">The same as a condition.</param>
internal sealed record Anchor(string? Values, IReadOnlyList<Way> Ways, string Filter);

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

    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>The ways from a parent to its items; an item that several lead to counts once.</summary>
    public required Func<string, IReadOnlyList<Way>> WaysFrom { get; init; }

    /// <summary>The ways of a list without parents and anchor; null where there is no such list.</summary>
    public IReadOnlyList<Way>? Root { get; init; }

    /// <summary>The filter that a list without parents starts from; under parents it is a filter like others.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>The page after <paramref name="after"/>, with one item more than asked: sort, id, node.</summary>
    public Cypher List(int limit, SortKey? after)
    {
        var key = Key(after);
        var more = _parameters.Add(limit + 1);
        var (ways, values) = Anchor is { } anchor ? (anchor.Ways, anchor.Values) : (Root!, null);
        var text = values is null
            ? $"{Call([])} {{\n{Page(ways, Where, key, more)}\n}}\nRETURN sort, id, t ORDER BY sort, id"
            : $"UNWIND {values} AS p\n{Call(["p"])} {{\n{Page(ways, Where, key, more)}\n}}\nWITH DISTINCT t, sort, id ORDER BY sort, id LIMIT {more}\nRETURN sort, id, t ORDER BY sort, id";
        return Statement("LIST", text);
    }

    /// <summary>One page per parent: parent, sort, id, node. LIMIT stands inside, where the index is walked, so a hub costs what a leaf costs.</summary>
    public Cypher ListOf(IEnumerable<string> parents, int limit, SortKey? after)
    {
        var key = Key(after);
        var more = _parameters.Add(limit + 1);
        var groups = ByWays(parents).Select(group =>
            $"UNWIND {_parameters.Add(group.ToList())} AS p\n{Call(["p"])} {{\n{Page(group.Key, WhereOf, key, more)}\n}}\nRETURN p, sort, id, t");
        return Statement("LIST nested", $"{Call([])} {{\n{string.Join("\nUNION ALL ", groups)}\n}}\nRETURN p, sort, id, t ORDER BY p, sort, id");
    }

    public Cypher Count()
    {
        var (ways, values) = Anchor is { } anchor ? (anchor.Ways, anchor.Values) : (Root!, null);
        // The server keeps the number of nodes of a label; a walk would count them again.
        if (Where.Count == 0 && values is null && ways.All(way => way is { Parent: null, Condition: null }))
            return Statement("COUNT", $"RETURN {string.Join(" + ", ways.Select(way => $"COUNT {{ MATCH {way.Match} }}"))} AS n");
        var rows = Rows(ways, Where);
        return Statement("COUNT", values is null
            ? $"{Call([])} {{\n{rows}\n}}\nRETURN count(t) AS n"
            : $"UNWIND {values} AS p\n{Call(["p"])} {{\n{rows}\n}}\nRETURN count(DISTINCT t) AS n");
    }

    public Cypher CountOf(IEnumerable<string> parents)
    {
        var groups = ByWays(parents).Select(group =>
            $"UNWIND {_parameters.Add(group.ToList())} AS p\n{Call(["p"])} {{\n{Call(["p"])} {{\n{Rows(group.Key, WhereOf)}\n}}\nRETURN count(t) AS n\n}}\nRETURN p, n");
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

    /// <summary>The items of one page. Several ways are merged in order, each from its own index.</summary>
    private string Page(IReadOnlyList<Way> ways, IReadOnlyList<string> where, (string Sort, string Id)? key, string more)
    {
        var pages = ways.SelectMany(way => Matches(way, where, key).Select(match =>
            $"{match}\nRETURN t, {way.Sort ?? "''"} AS sort, {way.Id} AS id ORDER BY {Order(way)} LIMIT {more}")).ToList();
        return pages is [var only]
            ? only
            : $"{Call(ways[0].Parent is null ? [] : ["p"])} {{\n{string.Join("\nUNION\n", pages)}\n}}\nRETURN t, sort, id ORDER BY sort, id LIMIT {more}";
    }

    /// <summary>
    /// What comes after a key is sought in two parts, each a run of the index. An OR of them is planned as their union without the order
    /// of the index, where statistics say so; and outside of an index Neo4j compares a parameter by UTF-16, not by code point.
    /// </summary>
    private static IEnumerable<string> Matches(Way way, IReadOnlyList<string> where, (string Sort, string Id)? key) => (way, key) switch
    {
        (_, null) => [Matched(way, where, null)],
        ({ Sort: null }, { } after) => [Matched(way, where, $"{way.Id} > {after.Id}")],
        (_, { } after) =>
            [Matched(way, where, $"{way.Sort} = {after.Sort} AND {way.Id} > {after.Id}"), Matched(way, where, $"{way.Sort} > {after.Sort} AND {way.Id} >= ''")],
    };

    /// <param name="range">The part of the index that is walked; null for all of it, which Neo4j must be told too.</param>
    private static string Matched(Way way, IReadOnlyList<string> where, string? range)
    {
        string?[] conditions =
        [
            way.Parent is null ? null : $"{way.Parent} = p",
            way.Fixed is { } known ? $"{known.Property} = {known.Value}" : null,
            range ?? (way.Sort is null ? $"{way.Id} >= ''" : $"{way.Sort} >= '' AND {way.Id} >= ''"),
            way.Condition,
            .. where,
        ];
        return $"MATCH {way.Match} USING INDEX {way.Index}\nWHERE {string.Join(" AND ", conditions.Where(c => c is not null))}";
    }

    private static string Order(Way way) => string.Join(", ", new[] { way.Parent, way.Fixed?.Property, way.Sort, way.Id }.Where(p => p is not null).Distinct());

    private (string Sort, string Id)? Key(SortKey? after) => after is null ? null : (_parameters.Add(after.Sort), _parameters.Add(after.Id));
}
