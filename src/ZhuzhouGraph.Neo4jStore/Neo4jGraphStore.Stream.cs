using System.Runtime.CompilerServices;
using ZhuzhouGraph.Neo4jStore.Lists;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    /// <summary>
    /// Pages by key, each read between two imports. Once one came in between, observations are those that stood at the stream's version;
    /// what has no versions is read as long as no import has changed it, see <see cref="Drift"/>.
    /// </summary>
    public async Task StreamAsync(Func<IPinnedGraph, Task> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await read(new PinnedGraph(this, await StateAsync(cancellationToken)));
    }

    private sealed class PinnedGraph(Neo4jGraphStore store, StoreState began) : IPinnedGraph
    {
        private const int PageSize = 1_000;

        /// <summary>Of the newest figures, which each page chooses anew among all that fit.</summary>
        private const int NewestPageSize = 5_000;

        private const string Labels = """
            UNWIND $p.ids AS p
            CALL (p) {
              MATCH (t:Entity {id: p}) RETURN t, 0 AS rank
              UNION ALL MATCH (f:FormerId {id: p}) MATCH (t:Entity {id: f.entity}) RETURN t, 1 AS rank
              UNION ALL MATCH (t:PastEntity {id: p}) RETURN t, 2 AS rank
              UNION ALL MATCH (f:FormerId {id: p}) MATCH (t:PastEntity {id: f.entity}) RETURN t, 3 AS rank
            }
            RETURN p, t ORDER BY rank
            """;

        private const string Articles = "UNWIND $p.ids AS p MATCH (t:Article|PastArticle {id: p}) RETURN p, t ORDER BY t:PastArticle";

        private static readonly string Citations = $$"""
            UNWIND $p.ids AS p
            CALL (p) {
              MATCH (t:Citation) USING INDEX t:Citation(of, sort, words) WHERE t.of = p AND t.sort >= '' AND t.words >= '' RETURN t
              UNION ALL
              MATCH (t:PastCitation) USING INDEX t:PastCitation(of, sort, words) WHERE t.of = p AND t.sort >= '' AND t.words >= '' RETURN t
            }
            RETURN {{CitationNode.Whole.Of("t")}} AS citation ORDER BY t.of, t.sort, t.words
            """;

        private readonly Lock _gate = new();
        private volatile Drift _drift = Drift.None(began);

        public GraphHead Head => began.Head;

        public async IAsyncEnumerable<Page<T>> PagesAsync<T>(
            GraphQuery<T> query,
            SortKey? after,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            if (Selections.Of(query, new Parameters()) is not { Root: not null })
                throw Paging.Misuse(query, "as a stream");
            for (var hasMore = true; hasMore; )
            {
                var page = await InOneVersionAsync(drift => PageAsync(query, after, drift, cancellationToken), cancellationToken);
                (after, hasMore) = (page.Keys.Count == 0 ? after : page.Keys[^1], page.HasMore);
                if (Standing(page) is { Items.Count: > 0 } standing)
                    yield return standing;
            }
        }

        /// <summary>The next page is read while the citations of one are.</summary>
        public async IAsyncEnumerable<IReadOnlyList<CitedFigure>> FiguresAsync(
            ObservationQuery query,
            SortKey? after,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            await using var pages = PagesAsync(query, after, cancellationToken).GetAsyncEnumerator(cancellationToken);
            var next = pages.MoveNextAsync().AsTask();
            try
            {
                while (await next)
                {
                    var page = pages.Current;
                    next = pages.MoveNextAsync().AsTask();
                    var citations = await CitationsAsync([.. page.Items.Select(o => o.Id)], cancellationToken);
                    yield return [.. page.Items.Select(o => new CitedFigure(o, [.. citations[o.Id]]))];
                }
            }
            finally
            {
                // The page that nobody will see.
                await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
        }

        public Task<IReadOnlyDictionary<string, NodeLabel>> LabelsAsync(
            IReadOnlyCollection<string> ids,
            CancellationToken cancellationToken
        ) => ByIdAsync("READ labels", Labels, ids, IsOtherwise, node => NodeLabel.Of(EntityNode.Declared(node)), cancellationToken);

        public Task<IReadOnlyDictionary<string, Article>> ArticlesAsync(
            IReadOnlyCollection<string> ids,
            CancellationToken cancellationToken
        ) => ByIdAsync("READ articles", Articles, ids, (drift, id, _) => drift.IsRenewed(id), ArticleNode.Read, cancellationToken);

        public async Task<ILookup<string, Citation>> CitationsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken) =>
            await InOneVersionAsync(
                async drift =>
                {
                    var found = await store._api.ReadAsync(
                        Of("READ citations", Citations, ids),
                        row => CitationNode.Whole.Read(row[0]),
                        cancellationToken
                    );
                    if (ids.FirstOrDefault(id => drift.Changes.Contains(id)) is { } changed)
                        throw Drift.Moved($"{changed} was changed, of whose citations there are no versions");
                    if (found.Find(citation => drift.IsRenewed(citation.Article)) is { } renewed)
                        throw Drift.Moved($"{renewed.Article} was changed, of whose citations there are no versions");
                    return found.ToLookup(citation => citation.Of, StringComparer.Ordinal);
                },
                cancellationToken
            );

        /// <summary>An entity is what its unit declares, and nothing else changes what it is called.</summary>
        private static bool IsOtherwise(Drift drift, string id, CypherMap? node) =>
            node is null ? drift.Changes.Contains(id) : node.Text("unit") is { } unit && drift.Units.ContainsKey(unit);

        /// <param name="isOtherwise">Whether a node, perhaps one that is no more, may be otherwise than it was.</param>
        private Task<IReadOnlyDictionary<string, T>> ByIdAsync<T>(
            string summary,
            string text,
            IReadOnlyCollection<string> ids,
            Func<Drift, string, CypherMap?, bool> isOtherwise,
            Func<CypherMap, T> read,
            CancellationToken cancellationToken
        ) =>
            InOneVersionAsync<IReadOnlyDictionary<string, T>>(
                async drift =>
                {
                    var rows = await store._api.ReadAsync(
                        Of(summary, text, ids),
                        row => (Id: row.Text(0), Node: read(row.Map(1)), IsOtherwise: isOtherwise(drift, row.Text(0), row.Map(1))),
                        cancellationToken
                    );
                    var found = new Dictionary<string, T>(StringComparer.Ordinal);
                    foreach (var row in rows)
                    {
                        if (found.TryAdd(row.Id, row.Node) && row.IsOtherwise)
                            throw Drift.Moved($"{row.Id} was changed, of which there are no versions");
                    }
                    return ids.FirstOrDefault(id => !found.ContainsKey(id) && isOtherwise(drift, id, null)) is { } gone
                        ? throw Drift.Moved($"{gone} was removed, of which there are no versions")
                        : found;
                },
                cancellationToken
            );

        private async Task<Page<T>> PageAsync<T>(GraphQuery<T> query, SortKey? after, Drift drift, CancellationToken cancellationToken)
        {
            if (!drift.IsNone)
            {
                drift.RefuseUnpinned(query);
                if (query is ObservationQuery)
                    await RefuseMovedAsync(drift, cancellationToken);
            }
            var selection = Selections.Of(query, new Parameters(), drift.IsNone ? null : drift.Pinned)!;
            var size = query is ObservationQuery { LatestPer.Count: > 0 } ? NewestPageSize : PageSize;
            var rows = await store._api.ReadAsync(
                selection.List(size, after),
                row => (new SortKey(row.Text(0), row.Text(1)), selection.Form.Read(row[2])),
                cancellationToken
            );
            return Paging.Of(rows, size);
        }

        /// <summary>
        /// A figure that stays as it is may be printed at another place than before, and has no vintage of that. One that was changed more
        /// than once may have moved, too, before it ended.
        /// </summary>
        private async Task RefuseMovedAsync(Drift drift, CancellationToken cancellationToken)
        {
            var changed = drift.Altered(NodeKind.Observation).Where(id => drift.Changes[id].First() is ChangeKind.Changed).ToList();
            if (changed.Count == 0)
                return;
            var standing = await store._api.ReadAsync(
                Cypher.Of(
                    "READ moved",
                    "UNWIND $p.ids AS p MATCH (o:Observation {id: p}) WHERE o.recordedVersion <= $p.pinned RETURN o.id LIMIT 1",
                    ("ids", changed),
                    ("pinned", drift.Pinned)
                ),
                row => row.Text(0),
                cancellationToken
            );
            if ((standing.FirstOrDefault() ?? changed.Find(id => drift.Changes[id].Count() > 1)) is { } moved)
                throw Drift.Moved($"{moved} may have stood at another place, of which there are no versions");
        }

        /// <summary>The page without what came after the stream's version.</summary>
        private Page<T> Standing<T>(Page<T> page)
        {
            if (_drift.IsNone || page is Page<Observation>)
                return page;
            var kept = page.Items.Zip(page.Keys).Where(item => !_drift.IsNew(((IGraphNode)item.First!).Id)).ToList();
            return page with { Items = [.. kept.Select(item => item.First)], Keys = [.. kept.Select(item => item.Second)] };
        }

        /// <summary>Reads between two imports, and again while one comes in between.</summary>
        private async Task<T> InOneVersionAsync<T>(Func<Drift, Task<T>> read, CancellationToken cancellationToken)
        {
            for (var run = 1; run <= MaxRuns; run++)
            {
                var drift = _drift;
                var (result, failure) = await TryAsync();
                var now = await store.StateAsync(cancellationToken);
                if (now.Generation != drift.Generation)
                    Know(await Drift.SinceAsync(store._api, now, began.Head.Number, cancellationToken));
                else if (failure is not null)
                    throw failure;
                else
                    return result!;

                async Task<(T? Result, Exception? Failure)> TryAsync()
                {
                    try
                    {
                        return (await read(drift), null);
                    }
                    catch (Exception e) when (e is not OperationCanceledException)
                    {
                        // What halves of two versions make is no error of their own.
                        return (default, e);
                    }
                }
            }
            throw Drift.Moved($"imports came {MaxRuns} times while a page was read");
        }

        /// <summary>What was read beside it may know of a later import already.</summary>
        private void Know(Drift drift)
        {
            lock (_gate)
            {
                if (drift.Generation > _drift.Generation)
                    _drift = drift;
            }
        }

        private static Cypher Of(string summary, string text, IReadOnlyCollection<string> ids)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, IPinnedGraph.MostAsked, nameof(ids));
            return Cypher.Of(summary, text, ("ids", ids.Distinct(StringComparer.Ordinal).Select(Parameters.Whole).ToList()));
        }
    }
}
