using Microsoft.Data.Sqlite;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>One way from a parent to its items: an index that starts with the parent and goes on in the order of the list.</summary>
/// <param name="From">The tables, the listed one as t.</param>
/// <param name="Parent">The column that holds the parent.</param>
/// <param name="Sort">The key's first column; null where lists are ordered by id alone.</param>
/// <param name="Id">The key's second column.</param>
/// <param name="Condition">What else holds on this way.</param>
internal sealed record Way(string From, string Parent, string? Sort, string Id, string? Condition = null);

/// <summary>A filter that has indexes in the order of the list.</summary>
/// <param name="Values">A subquery of the values that it admits.</param>
/// <param name="Ways">The ways from each of them.</param>
/// <param name="Filter">The same as a condition.</param>
internal sealed record Anchor(string Values, IReadOnlyList<Way> Ways, string Filter);

/// <summary>A <see cref="GraphQuery{T}"/> in terms of the schema. The listed table is t; it has a column row.</summary>
internal sealed class Selection<T>
{
    public required string Table { get; init; }

    /// <summary>The key's first column; null where lists are ordered by id alone.</summary>
    public string? Sort { get; init; } = "t.sort";

    public string Id { get; init; } = "t.id";

    public required string Columns { get; init; }

    /// <summary>Reads an item whose columns start at the given one.</summary>
    public required Func<SqliteDataReader, int, T> Read { get; init; }

    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>The ways from a parent to its items; an item that several lead to counts once.</summary>
    public required Func<string, IReadOnlyList<Way>> WaysFrom { get; init; }

    /// <summary>The filter that a list without parents starts from; under parents it is a filter like others.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>False where the list has no meaning without parents.</summary>
    public bool HasRoot { get; init; } = true;

    /// <summary>The page after <paramref name="after"/>, with one item more than asked.</summary>
    public string List(Sql sql, int limit, SortKey? after)
    {
        var keys = $"{Sort ?? "''"} AS sort, {Id} AS id";
        var more = sql.Add(limit + 1);
        var key = Key(sql, after);
        if (Anchor is not { } anchor)
            return $"SELECT {keys}, {Columns} FROM {Table} t WHERE {All([.. Where, After(Sort, Id, key)])} ORDER BY {Order(Sort, Id)} LIMIT {more}";
        var rows = $"SELECT i.row FROM ({anchor.Values}) p CROSS JOIN {Table} i ON i.row IN ({Rows(anchor.Ways, "p.value", Where, key, more)})";
        return $"SELECT {keys}, {Columns} FROM {Table} t WHERE t.row IN ({rows}) ORDER BY {Order(Sort, Id)} LIMIT {more}";
    }

    /// <summary>One page per parent: the parent, the key, the columns. LIMIT stands inside, where the index is walked, so a hub costs what a leaf costs.</summary>
    public string ListOf(Sql sql, IEnumerable<string> parents, int limit, SortKey? after)
    {
        var more = sql.Add(limit + 1);
        var key = Key(sql, after);
        var selects = ByWays(parents).Select(group =>
            $"SELECT p.value AS parent, {Sort ?? "''"} AS sort, {Id} AS id, {Columns} FROM ({sql.AddAll(group)}) p"
            + $" CROSS JOIN {Table} t ON t.row IN ({Rows(group.Key, "p.value", WhereOf, key, more)})");
        return $"{string.Join(" UNION ALL ", selects)} ORDER BY parent, sort, id";
    }

    public string Count(Sql sql)
    {
        if (Anchor is not { } anchor)
            return $"SELECT COUNT(*) FROM {Table} t WHERE {All(Where)}";
        return $"SELECT COUNT(*) FROM {Table} t WHERE t.row IN (SELECT i.row FROM ({anchor.Values}) p CROSS JOIN {Table} i ON i.row IN ({Rows(anchor.Ways, "p.value", Where)}))";
    }

    public string CountOf(Sql sql, IEnumerable<string> parents) => string.Join(" UNION ALL ", ByWays(parents).Select(group =>
        $"SELECT p.value AS parent, (SELECT COUNT(*) FROM ({Rows(group.Key, "p.value", WhereOf)})) FROM ({sql.AddAll(group)}) p"));

    /// <summary>What holds of a parent's items.</summary>
    private IReadOnlyList<string> WhereOf => Anchor is null ? Where : [.. Where, Anchor.Filter];

    private IEnumerable<IGrouping<IReadOnlyList<Way>, string>> ByWays(IEnumerable<string> parents) =>
        parents.Distinct(StringComparer.Ordinal).GroupBy(WaysFrom);

    /// <summary>The rows that the ways lead to, all of them.</summary>
    private static string Rows(IReadOnlyList<Way> ways, string parent, IReadOnlyList<string> where) =>
        string.Join(" UNION ", ways.Select(way => $"SELECT t.row FROM {way.From} WHERE {All(Conditions(way, parent, where))}"));

    /// <summary>The rows of one page. Several ways are merged in order, each from its own index.</summary>
    private static string Rows(IReadOnlyList<Way> ways, string parent, IReadOnlyList<string> where, (string Sort, string Id)? key, string limit)
    {
        if (ways is [var only])
            return $"SELECT t.row FROM {only.From} WHERE {All([.. Conditions(only, parent, where), After(only.Sort, only.Id, key)])} ORDER BY {Order(only.Sort, only.Id)} LIMIT {limit}";
        var parts = ways.Select(way =>
            $"SELECT {way.Sort ?? "''"} AS sort, {way.Id} AS id, t.row AS row FROM {way.From} WHERE {All([.. Conditions(way, parent, where), After(way.Sort, way.Id, key)])}");
        return $"SELECT row FROM ({string.Join(" UNION ", parts)} ORDER BY sort, id, row LIMIT {limit})";
    }

    private static IReadOnlyList<string?> Conditions(Way way, string parent, IReadOnlyList<string> where) => [$"{way.Parent} = {parent}", way.Condition, .. where];

    private static string Order(string? sort, string id) => sort is null ? id : $"{sort}, {id}";

    private static (string Sort, string Id)? Key(Sql sql, SortKey? after) => after is null ? null : (sql.Add(after.Sort), sql.Add(after.Id));

    private static string? After(string? sort, string id, (string Sort, string Id)? key) =>
        key is not { } after ? null : sort is null ? $"{id} > {after.Id}" : $"({sort}, {id}) > ({after.Sort}, {after.Id})";

    private static string All(IReadOnlyList<string?> conditions)
    {
        var present = conditions.Where(c => c is not null).ToList();
        return present.Count == 0 ? "1" : string.Join(" AND ", present);
    }
}
