using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Migrations;

/// <summary>
/// Reads a graph page by page and writes its properties as imports write them now. Nodes and relationships stay, and with them texts,
/// vintages, the change log, ids and former ids.
/// </summary>
internal sealed class Rewriting(CypherClient api, int from, long generation, CancellationToken cancellationToken)
{
    /// <summary>How many articles are read at once, which bring along all that they print.</summary>
    private const int ArticlePageSize = 20;

    private long _generation = generation;
    private long _records;
    private RewrittenPage _pending = new();

    /// <summary>How many nodes are read at once.</summary>
    public int PageSize { get; init; } = 1_000;

    /// <summary>How many nodes and relationships one transaction takes; one page is written at least.</summary>
    public int MaxRows { get; init; } = ImportRows.MaxRows;

    /// <summary>Gives the number of records; null where the graph changed meanwhile, and then it has to be run again.</summary>
    public async Task<long?> RunAsync()
    {
        // Articles first: whether a name is printed is looked up among the citations as they are folded now.
        foreach (var label in new[] { "Article", "PastArticle" })
        {
            if (
                !await AllAsync(label, Math.Min(ArticlePageSize, PageSize), RewrittenPage.ArticleProjection, (page, row) =>
                    page.AddArticle(row)
                )
            )
                return null;
        }
        foreach (var label in new[] { "Entity", "PastEntity" })
        {
            if (!await AllAsync(label, PageSize, RewrittenPage.EntityProjection, (page, row) => page.AddEntity(row)))
                return null;
        }
        if (!await AllAsync("Fact", PageSize, RewrittenPage.FactProjection, (page, row) => page.AddFact(row)))
            return null;
        return await FlushAsync(isLast: true) ? _records : null;
    }

    /// <summary>All nodes of a label in the order of their ids.</summary>
    private async Task<bool> AllAsync(string label, int size, string projection, Action<RewrittenPage, CypherRow> add)
    {
        for (var last = ""; ; )
        {
            var page = new RewrittenPage();
            var ids = await api.ReadAsync(
                RewrittenPage.After(last, label, size, projection),
                row =>
                {
                    add(page, row);
                    return row.Text(0);
                },
                cancellationToken
            );
            if (_pending.Rows + page.Rows > MaxRows && !await FlushAsync(isLast: false))
                return false;
            _pending.Add(page);
            if (ids.Count < size)
                return true;
            last = ids[^1];
        }
    }

    private async Task<bool> FlushAsync(bool isLast)
    {
        var written = await api.WriteAsync(
            Cypher.Of(
                "MIGRATE records",
                Statements.Rewrite,
                [
                    .. _pending.Parameters,
                    ("writer", Guid.NewGuid().ToString("N")),
                    ("from", from),
                    ("generation", _generation),
                    ("undated", Day.Undated),
                    ("versions", isLast ? new[] { StoreSchema.Version } : []),
                ]
            ),
            row => row.Number(0),
            cancellationToken
        );
        _records += _pending.Rows;
        _pending = new();
        _generation++;
        return written.Count == 1;
    }
}
