using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

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

    public required NodeForm<T> Form { get; init; }

    public Sorting Sorting { get; init; } = Sorting.Usual;

    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>The ways from a parent to its items; an item that several lead to counts once.</summary>
    public required Func<string, IReadOnlyList<Way>> WaysFrom { get; init; }

    /// <summary>The ways of a list without parents and anchor; null where there is no such list.</summary>
    public IReadOnlyList<Way>? Root { get; init; }

    /// <summary>The filter that a list without parents starts from; under parents it is a filter like others.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>An index for one of the filters, by which the list is counted where it has no anchor; null where there is none.</summary>
    public string? CountedBy { get; init; }

    /// <summary>Null where every item counts.</summary>
    public Newest? Newest { get; init; }

    /// <summary>The page after <paramref name="after"/>, with one item more than asked: sort, id, node.</summary>
    public Cypher List(int limit, SortKey? after)
    {
        var key = Key(after);
        var more = _parameters.Add(limit + 1);
        var (ways, values) = Anchor is { } anchor ? (anchor.Ways, anchor.Values) : (Root!, null);
        var text =
            values is null ? $"{Call([])} {{\n{Page(ways, Where, key, more)}\n}}\nRETURN sort, id, {Node} ORDER BY {InOrder}"
            : Newest is not null
                ? $"UNWIND {values} AS p\n{Call(["p"])} {{\n{Rows(ways, Where)}\n}}\n{PageOfNewest(key, more)}\nRETURN sort, id, "
                    + $"{Node} ORDER BY {InOrder}"
            : $"UNWIND {values} AS p\n{Call(["p"])} {{\n{Page(ways, Where, key, more)}\n}}\nWITH DISTINCT t, sort, id ORDER BY {InOrder} "
                + $"LIMIT {more}\nRETURN sort, id, {Node} ORDER BY {InOrder}";
        return Statement("LIST", text, "sort", "id", "t");
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
                $"UNWIND {_parameters.Add(group.ToList())} AS p\n{Call(["p"])} {{\n{Page(group.Key, WhereOf, key, more)}\n}}\nRETURN p, "
                + $"sort, id, t"
            );
        return Statement(
            "LIST nested",
            $"{Call([])} {{\n{string.Join("\nUNION ALL ", groups)}\n}}\nRETURN p, sort, id, {Node} ORDER BY p, {InOrder}",
            "p",
            "sort",
            "id",
            "t"
        );
    }

    public Cypher Count()
    {
        var (ways, values) = Anchor is { } anchor ? (anchor.Ways, anchor.Values) : (Root!, null);
        // The server keeps the number of nodes of a label; a walk would count them again.
        if (Where.Count == 0 && values is null && Newest is null && ways.All(way => way is { Parent: null, Condition: null }))
            return Statement("COUNT", $"RETURN {string.Join(" + ", ways.Select(way => $"COUNT {{ MATCH {way.Match} }}"))} AS n", "n");
        var rows =
            CountedBy is { } index && Anchor is null && Newest is null
                ? $"MATCH {ways.Single().Match} USING INDEX {index}\nWHERE {string.Join(" AND ", Where)}\nRETURN t"
                : Rows(ways, Where);
        return Statement(
            "COUNT",
            values is null
                ? $"{Call([])} {{\n{rows}\n}}\n{Newest?.Clause}RETURN count(t) AS n"
                : $"UNWIND {values} AS p\n{Call(["p"])} {{\n{rows}\n}}\n{Newest?.Clause}RETURN count(DISTINCT t) AS n",
            "n"
        );
    }

    /// <summary>Everything in a list without parents, each t once, to which a clause may be added.</summary>
    public string Fitting
    {
        get
        {
            var (ways, values) = Anchor is { } anchor ? (anchor.Ways, anchor.Values) : (Root!, null);
            var rows = $"{Call(values is null ? [] : ["p"])} {{\n{Rows(ways, Where)}\n}}\n";
            return $"{(values is null ? "" : $"UNWIND {values} AS p\n")}{rows}{Newest?.Clause ?? "WITH DISTINCT t\n"}";
        }
    }

    public Cypher CountOf(IEnumerable<string> parents)
    {
        var groups = ByWays(parents)
            .Select(group =>
                $"UNWIND {_parameters.Add(group.ToList())} AS p\n{Call(["p"])} {{\n{Call(["p"])} "
                + $"{{\n{Rows(group.Key, WhereOf)}\n}}\n{Newest?.Clause}RETURN count(t) AS n\n}}\nRETURN p, n"
            );
        return Statement("COUNT nested", $"{Call([])} {{\n{string.Join("\nUNION ALL ", groups)}\n}}\nRETURN p, n", "p", "n");
    }

    /// <summary>What holds of a parent's items.</summary>
    private IReadOnlyList<string> WhereOf => Anchor is null ? Where : [.. Where, Anchor.Filter];

    private IEnumerable<IGrouping<IReadOnlyList<Way>, string>> ByWays(IEnumerable<string> parents) =>
        parents.Distinct(StringComparer.Ordinal).GroupBy(WaysFrom);

    private string Node => $"{Form.Of("t")} AS t";

    private Cypher Statement(string verb, string text, params IReadOnlyList<string> columns) =>
        _parameters.Statement($"{verb} {Name}", _parameters.Prelude() + text, columns);

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
            return $"{Call(usual[0].Parent is null ? [] : ["p"])} {{\n{Rows(usual, where)}\n}}\n{PageOfNewest(key, more)}\nRETURN t, sort, "
                + $"id";
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
            : $"{Call(usual[0].Parent is null ? [] : ["p"])} {{\n{string.Join("\nUNION\n", pages)}\n}}\nRETURN t, sort, id ORDER BY "
                + $"{InOrder} LIMIT {more}";
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
