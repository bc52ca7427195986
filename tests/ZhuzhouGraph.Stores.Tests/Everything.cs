using System.Globalization;

namespace ZhuzhouGraph.Stores.Tests;

/// <summary>Reads whole lists through their pages, and a whole store as one text.</summary>
public static class Everything
{
    public static Task<IReadOnlyList<T>> ListAsync<T>(
        IGraphSnapshot snapshot,
        GraphQuery<T> query,
        CancellationToken cancellationToken,
        int pageSize = PageRequest.Max
    ) => PagesAsync(page => snapshot.ListAsync(query, page, cancellationToken), pageSize);

    public static Task<IReadOnlyList<T>> ListOfAsync<T>(
        IGraphSnapshot snapshot,
        string parent,
        GraphQuery<T> query,
        CancellationToken cancellationToken,
        int pageSize = PageRequest.Max
    ) => PagesAsync(async page => (await snapshot.ListOfAsync([parent], query, page, cancellationToken))[parent], pageSize);

    /// <summary>Page after page, each from where the last one ended, until none follows.</summary>
    public static async Task<IReadOnlyList<T>> PagesAsync<T>(Func<PageRequest, Task<Page<T>>> ask, int pageSize)
    {
        List<T> all = [];
        SortKey? after = null;
        while (true)
        {
            var page = await ask(new(pageSize, after));
            page.Keys.Count.ShouldBe(page.Items.Count);
            all.AddRange(page.Items);
            if (!page.HasMore)
                return all;
            page.Items.Count.ShouldBe(pageSize, "a page that is followed by another is full");
            after = page.Keys[^1];
        }
    }

    /// <summary>
    /// All that a reader of the graph can see now, in order. Moments and version numbers are left out: they say when it came, not what it
    /// is.
    /// </summary>
    public static Task<string> DescribeAsync(IGraphStore store, CancellationToken cancellationToken) =>
        store.ReadAsync(snapshot => DescribeAsync(snapshot, cancellationToken), cancellationToken);

    private static async Task<string> DescribeAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var entities = await ListAsync(snapshot, new EntityQuery(), cancellationToken);
        var relationships = await ListAsync(snapshot, new RelationshipQuery(), cancellationToken);
        var observations = await ListAsync(snapshot, new ObservationQuery(), cancellationToken);
        var articles = await ListAsync(snapshot, new ArticleQuery(), cancellationToken);
        List<string> lines =
        [
            .. entities.Select(e =>
                $"{e.Id} {e.Type.Name} {e.Kind} {Text(e.Properties)} {string.Join(';', e.Names)} {string.Join(' ', e.FormerIds)} {e.Period}"
            ),
            .. relationships.Select(r => $"{r.Id} {r.Type.Name} {r.From} {r.To} {Text(r.Properties)} {r.Period} {r.Status} {r.Ground}"),
            .. observations.Select(o => (o with { RecordedAt = default }).ToString()),
            .. articles.Select(a => $"{a.Id} {a.Date} {a.Title} {a.Text}"),
        ];
        string[] parents = [.. entities.Select(e => e.Id), .. relationships.Select(r => r.Id), .. observations.Select(o => o.Id)];
        if (parents.Length > 0)
        {
            var citations = await snapshot.ListOfAsync(parents, new CitationQuery(), new(PageRequest.Max), cancellationToken);
            lines.AddRange(parents.SelectMany(parent => citations[parent].Items).Select(c => c.ToString()));
            var mentions = await snapshot.ListOfAsync(
                [.. entities.Select(e => e.Id)],
                new ArticleQuery(),
                new(PageRequest.Max),
                cancellationToken
            );
            lines.AddRange(
                entities.Select(e =>
                    string.Create(CultureInfo.InvariantCulture, $"{e.Id} in {string.Join(' ', mentions[e.Id].Items.Select(a => a.Id))}")
                )
            );
        }
        var byDay = await snapshot.ListAsync(
            new RelationshipQuery { Order = RelationshipOrder.Period },
            new(PageRequest.Max),
            cancellationToken
        );
        lines.AddRange(byDay.Keys.Select(key => key.ToString()));
        var summary = await snapshot.SummaryAsync(cancellationToken);
        lines.Add($"{summary.Citations} {summary.Articles} {summary.ArticlesWithText} {summary.Coverage}");
        lines.AddRange((await ListAsync(snapshot, new SearchQuery("灯"), cancellationToken)).Select(hit => hit.ToString()));
        return string.Join('\n', lines);

        static string Text(IReadOnlyDictionary<string, string> values) =>
            string.Join(',', values.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));
    }
}
