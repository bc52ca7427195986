using ZhuzhouGraph.Neo4jStore.Migrations;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Verifying;

/// <summary>
/// Looks whether nodes and relationships are as imports write them, page by page, by the code that migrations write them anew with, and
/// whether there are any that no import wrote. It is done again where an import came between.
/// </summary>
internal sealed class Verification(CypherClient api, CancellationToken cancellationToken)
{
    private const int MaxRuns = 5,
        ArticlePageSize = 20,
        PageSize = 500;

    /// <summary>What differs from a row, and what is dated otherwise than by itself or by its event.</summary>
    private const string Differs =
            "coalesce(any(k IN keys($2) WHERE NOT k IN $p.native AND (($1[k] IS NULL) <> ($2[k] IS NULL) OR $1[k] <> $2[k])), false)",
        Misdated =
            "[$1.periodKey, coalesce(toString($1.firstDated), ''), coalesce(toString($1.lastDated), '')] <> CASE WHEN $3 IS NULL "
            + "THEN [$2.periodKey, coalesce($2.first, ''), coalesce($2.last, '')] "
            + "ELSE [$3.periodKey, coalesce(toString($3.first), ''), coalesce(toString($3.last), '')] END";

    /// <summary>What has another form in the node, or is compared apart.</summary>
    private static readonly string[] Native = ["date", "first", "last", "baseFirst", "baseLast", "recordedAt", "periodKey"];

    private static readonly string Records = Statements.Expanded("Verify.cypher", ("DIFFERS", Differs), ("MISDATED", Misdated));
    private static readonly string Counts = Statements.Expanded("Counts.cypher");

    /// <summary>What a start can afford: whether all data versions and the articles of all units are there.</summary>
    public Task<List<string>> QuickAsync() =>
        LinesAsync(
            """
            MATCH (u:Unit) WHERE u.id >= '' AND u.id <> $p.registry AND NOT EXISTS { MATCH (a:Article {id: u.id}) }
            RETURN 'unit ' + u.id + ': its article is not there' AS line
            UNION ALL
            MATCH (s:Store {id: 1}) WHERE s.version <> COUNT { (:DataVersion) }
            RETURN 'data versions: there are not as many as were made' AS line
            """,
            ("registry", GraphBatch.Registry)
        );

    public async Task<List<string>> FullAsync()
    {
        for (var run = 1; run <= MaxRuns; run++)
        {
            var before = await StoreState.PlainAsync(api, cancellationToken);
            List<string> found =
            [
                .. await LinesAsync(Counts, ("undated", Day.Undated), ("fact", NodeDigest.Fact), ("detail", NodeDigest.Detail)),
            ];
            foreach (var statement in ForeignNodes.Looks)
                found.AddRange(await LinesAsync(statement, ForeignNodes.Parameters));
            foreach (var label in new[] { "Article", "PastArticle" })
                await LookAsync(label, ArticlePageSize, RewrittenPage.ArticleProjection, (page, row) => page.AddArticle(row), found);
            foreach (var label in new[] { "Entity", "PastEntity" })
                await LookAsync(label, PageSize, RewrittenPage.EntityProjection, (page, row) => page.AddEntity(row), found);
            await LookAsync("Fact", PageSize, RewrittenPage.FactProjection, (page, row) => page.AddFact(row), found);
            if (before is not null && before.Generation == (await StoreState.PlainAsync(api, cancellationToken))?.Generation)
                return found;
        }
        throw new GraphStoreException($"The graph changed {MaxRuns} times while it was verified. Try again.", isTransient: true);
    }

    /// <summary>All nodes of a label in the order of their ids; what cannot be read is told, and what can is compared.</summary>
    private async Task LookAsync(string label, int size, string projection, Action<RewrittenPage, CypherRow> add, List<string> found)
    {
        for (var last = ""; ; )
        {
            var page = new RewrittenPage();
            var ids = await api.ReadAsync(
                RewrittenPage.After(last, label, size, projection),
                row =>
                {
                    try
                    {
                        add(page, row);
                    }
                    catch (Exception e)
                    {
                        // Of what the runtime throws, the words are about our code and not about the graph.
                        var reason = e is GraphStoreException or FormatException
                            ? e.Message.ReplaceLineEndings(" ")
                            : "one of its properties is missing or has another form than imports write";
                        found.Add($"{row.Text(0)}: it cannot be read: {reason}");
                    }
                    return row.Text(0);
                },
                cancellationToken
            );
            found.AddRange(
                (await LinesAsync(Records, [.. page.Parameters, ("native", Native), ("undated", Day.Undated)])).Select(what =>
                    $"{what}: it is not as it was written"
                )
            );
            if (ids.Count < size)
                return;
            last = ids[^1];
        }
    }

    private Task<List<string>> LinesAsync(string statement, params IEnumerable<(string, object?)> values) =>
        api.ReadAsync(Cypher.Of("VERIFY records", statement, values), row => row.Text(0), cancellationToken);
}
