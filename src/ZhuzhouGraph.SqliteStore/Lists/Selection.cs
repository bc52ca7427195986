using Microsoft.Data.Sqlite;

namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>A <see cref="GraphQuery{T}"/> in terms of the schema. The listed table is t; it has a column row.</summary>
internal sealed class Selection<T>
{
    /// <summary>A limit of which SQLite takes the one item more, −1, for none.</summary>
    private const int Unlimited = -2;

    public required string Table { get; init; }

    public required Sorting Sorting { get; init; }

    public string Id { get; init; } = "t.id";

    public required string Columns { get; init; }

    /// <summary>Reads an item whose columns start at the given one.</summary>
    public required Func<SqliteDataReader, int, T> Read { get; init; }

    public required IReadOnlyList<string> Where { get; init; }

    /// <summary>Those of all conditions that are of lines: see <see cref="Filter.IsOfLine"/>.</summary>
    public IReadOnlySet<string> OfLine { get; init; } = new HashSet<string>();

    /// <summary>The ways from a parent to its items, in the usual order; an item that several lead to counts once.</summary>
    public required Func<string, IReadOnlyList<Way>> WaysFrom { get; init; }

    /// <summary>The filter that a list without parents starts from; under parents it is a filter like others.</summary>
    public Anchor? Anchor { get; init; }

    /// <summary>Null where every item counts.</summary>
    public Newest? Newest { get; init; }

    /// <summary>False where the list has no meaning without parents.</summary>
    public bool HasRoot { get; init; } = true;

    /// <summary>The same rows with one more column behind the others.</summary>
    public Selection<T> With(string column) =>
        new()
        {
            Table = Table,
            Sorting = Sorting,
            Id = Id,
            Columns = $"{Columns}, {column}",
            Read = Read,
            Where = Where,
            OfLine = OfLine,
            WaysFrom = WaysFrom,
            Anchor = Anchor,
            Newest = Newest,
            HasRoot = HasRoot,
        };

    /// <summary>The page after <paramref name="after"/>, with one item more than asked.</summary>
    public string List(Sql sql, int limit, SortKey? after)
    {
        var head = $"SELECT {Sorting.Sort} AS sort, {Id} AS id, {Columns} FROM {Table} t WHERE";
        var more = sql.Add(limit + 1);
        var key = Key(sql, after);
        if (Anchor is { } anchor && Newest is null)
            return $"{head} t.row IN (SELECT i.row FROM ({anchor.Values}) p CROSS JOIN {Table} i ON i.row IN "
                + $"({Rows(anchor.Ways, "p.value", Where, key, more)})) ORDER BY {Order("sort", "id")} LIMIT {more}";
        var (everything, where) = Newest is null ? (Everything, Where) : (Everything.Where($"t.row IN ({Candidates})"), []);
        return Sorting.Along(everything) is [var only]
            ? $"{head} {All([only.Condition, .. where, After(only, key)])} ORDER BY {Order(only.Sort, only.Id)} LIMIT {more}"
            : $"{head} t.row IN ({Rows([everything], "", where, key, more)}) ORDER BY {Order("sort", "id")} LIMIT {more}";
    }

    /// <summary>Everything after <paramref name="after"/>.</summary>
    public string Stream(Sql sql, SortKey? after) => List(sql, Unlimited, after);

    /// <summary>
    /// One page per parent: the parent, the key, the columns. LIMIT stands inside, where the index is walked, so a hub costs what a leaf
    /// costs.
    /// </summary>
    public string ListOf(Sql sql, IEnumerable<string> parents, int limit, SortKey? after)
    {
        var more = sql.Add(limit + 1);
        var key = Key(sql, after);
        var selects = ByWays(parents)
            .Select(group =>
                $"SELECT p.value AS parent, {Sorting.Sort} AS sort, {Id} AS id, {Columns} FROM ({sql.AddAll(group)}) p"
                + $" CROSS JOIN {Table} t ON t.row IN ({PageOf(group.Key)})"
            );
        return $"{string.Join(" UNION ALL ", selects)} ORDER BY parent, {Order("sort", "id")}";

        string PageOf(IReadOnlyList<Way> ways) =>
            Newest is null
                ? Rows(ways, "p.value", WhereOf, key, more)
                : Rows([Everything.Where($"t.row IN ({NewestOf(Rows(ways, "p.value", WhereOf))})")], "p.value", [], key, more);
    }

    public string Count() => $"SELECT COUNT(*) {Fitting}";

    /// <summary>Everything in a list without parents, each row once, from FROM on.</summary>
    public string Fitting =>
        Anchor is null && Newest is null ? $"FROM {Table} t WHERE {All(Where)}" : $"FROM {Table} t WHERE t.row IN ({Candidates})";

    public string CountOf(Sql sql, IEnumerable<string> parents) =>
        string.Join(
            " UNION ALL ",
            ByWays(parents)
                .Select(group =>
                    $"SELECT p.value AS parent, (SELECT COUNT(*) FROM ({NewestOf(Rows(group.Key, "p.value", WhereOf))})) FROM "
                    + $"({sql.AddAll(group)}) p"
                )
        );

    private Way Everything => new($"{Table} t", null, Sorting.Sort, Id);

    /// <summary>The rows of a list without parents, all of them; a row may come twice.</summary>
    private string Candidates =>
        NewestOf(
            Anchor is { } anchor
                ? $"SELECT i.row FROM ({anchor.Values}) p CROSS JOIN {Table} i ON i.row IN ({Rows(anchor.Ways, "p.value", Where)})"
                : $"SELECT t.row FROM {Table} t WHERE {All(Where)}"
        );

    /// <summary>Of those rows, the ones that count.</summary>
    private string NewestOf(string rows) => Newest?.Of(Table, rows) ?? rows;

    /// <summary>What holds of a parent's items.</summary>
    private IReadOnlyList<string> WhereOf => Anchor is null ? Where : [.. Where, Anchor.Filter];

    private IEnumerable<IGrouping<IReadOnlyList<Way>, string>> ByWays(IEnumerable<string> parents) =>
        parents.Distinct(StringComparer.Ordinal).GroupBy(WaysFrom);

    /// <summary>The rows that the ways lead to: all of them, or of each line only the newest where that suffices.</summary>
    private string Rows(IReadOnlyList<Way> ways, string parent, IReadOnlyList<string> where)
    {
        var (ofLine, others) = (where.Where(OfLine.Contains).ToList(), where.Where(holds => !OfLine.Contains(holds)).ToList());
        return string.Join(
            " UNION ",
            ways.Select(way =>
                Newest is { IsOfLines: true } && way.Lines is not null
                    ? LineSeek.Rows(way, parent, ofLine, others)
                    : $"SELECT t.row FROM {way.From} WHERE {All(Conditions(way, parent, where))}"
            )
        );
    }

    /// <summary>The rows of one page, and perhaps some after it, where ways are walked one after the other.</summary>
    private string Rows(IReadOnlyList<Way> usual, string parent, IReadOnlyList<string> where, (string Sort, string Id)? key, string limit)
    {
        var ways = usual.Select(Sorting.Along).ToList();
        var turns = Enumerable.Range(0, ways[0].Count).Select(turn => Merged([.. ways.Select(along => along[turn])])).ToList();
        return turns is [var only] ? only : string.Join(" UNION ALL ", turns.Select(turn => $"SELECT row FROM ({turn})"));

        // Several ways are merged in order, each from its own index.
        string Merged(IReadOnlyList<Way> at)
        {
            if (at is [var single])
                return $"SELECT t.row FROM {single.From} WHERE {All([.. Conditions(single, parent, where), After(single, key)])} ORDER "
                    + $"BY {Order(single.Sort, single.Id)} LIMIT {limit}";
            var parts = at.Select(way =>
                $"SELECT {way.Sort} AS sort, {way.Id} AS id, t.row AS row FROM {way.From} WHERE "
                + $"{All([.. Conditions(way, parent, where), After(way, key)])}"
            );
            return $"SELECT row FROM ({string.Join(" UNION ", parts)} ORDER BY {Order("sort", "id")}, row{Down} LIMIT {limit})";
        }
    }

    private static IReadOnlyList<string?> Conditions(Way way, string parent, IReadOnlyList<string> where) =>
        [way.Parent is null ? null : $"{way.Parent} = {parent}", way.Condition, .. where];

    private string Down => Sorting.IsDescending ? " DESC" : "";

    private string Order(string sort, string id) => sort == Way.Unsorted ? $"{id}{Down}" : $"{sort}{Down}, {id}{Down}";

    private static (string Sort, string Id)? Key(Sql sql, SortKey? after) =>
        after is null ? null : (sql.Add(after.Sort), sql.Add(after.Id));

    private string? After(Way way, (string Sort, string Id)? key)
    {
        var beyond = Sorting.IsDescending ? "<" : ">";
        return (key, way.KeySort, Sorting.Sort) switch
        {
            (null, _, _) => null,
            ({ } after, Way.Unsorted, Way.Unsorted) => $"{way.Id} {beyond} {after.Id}",
            ({ } after, _, _) => $"({way.KeySort}, {way.Id}) {beyond} ({after.Sort}, {after.Id})",
        };
    }

    private static string All(IReadOnlyList<string?> conditions)
    {
        var present = conditions.Where(c => c is not null).ToList();
        return present.Count == 0 ? "1" : string.Join(" AND ", present);
    }
}
