using System.Runtime.CompilerServices;

namespace ZhuzhouGraph.Exports.Rows;

/// <summary>Figures with what belongs to them, a page at a time; the next page is read while one is written.</summary>
internal static class RowReader
{
    /// <summary>So many names, and so many articles, are kept from page to page.</summary>
    private const int MostKept = 20_000;

    public static async IAsyncEnumerable<IReadOnlyList<ObservationRow>> PagesAsync(
        IPinnedGraph graph,
        ExportRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var reading = new Reading(graph);
        await using var pages = graph
            .PagesAsync(request.Observations, request.After, cancellationToken)
            .GetAsyncEnumerator(cancellationToken);
        var next = NextAsync();
        try
        {
            while (await next is { } rows)
            {
                next = NextAsync();
                yield return rows;
            }
        }
        finally
        {
            // The page that nobody will see still uses the graph.
            await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }

        Task<IReadOnlyList<ObservationRow>?> NextAsync() =>
            Task.Run(
                async () => await pages.MoveNextAsync() ? await reading.RowsAsync(pages.Current, cancellationToken) : null,
                CancellationToken.None
            );
    }

    /// <summary>All of them, where a format needs to see all before it writes any.</summary>
    /// <param name="most">More than these are refused.</param>
    public static async Task<List<ObservationRow>> AllAsync(
        IPinnedGraph graph,
        ExportRequest request,
        int most,
        string format,
        CancellationToken cancellationToken
    )
    {
        List<ObservationRow> all = [];
        await foreach (var rows in PagesAsync(graph, request, cancellationToken))
        {
            all.AddRange(rows);
            if (all.Count > most)
                throw new ExportRefusedException(
                    $"{format} takes at most {most} figures, and more fit what is asked for. "
                        + "Narrow the filter, or take csv, ndjson or parquet."
                )
                {
                    Most = most,
                };
        }
        return all;
    }

    /// <summary>A row of one observation that was found already.</summary>
    public static async Task<ObservationRow> RowAsync(IPinnedGraph graph, Observation observation, CancellationToken cancellationToken) =>
        (await new Reading(graph).RowsAsync(new([observation], [new("", observation.Id)], false), cancellationToken))[0];

    private sealed class Reading(IPinnedGraph graph)
    {
        private readonly Dictionary<string, NodeLabel> _labels = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);

        public async Task<IReadOnlyList<ObservationRow>> RowsAsync(Page<Observation> page, CancellationToken cancellationToken)
        {
            await KnowAsync(
                _labels,
                page.Items.SelectMany(ObservationRow.NamedIn),
                ids => graph.LabelsAsync(ids, cancellationToken),
                label => label
            );
            // A row needs no text of an article, and texts would fill the memory.
            await KnowAsync(
                _articles,
                page.Items.Select(o => o.Article),
                ids => graph.ArticlesAsync(ids, cancellationToken),
                article => article with { Text = null }
            );
            var citations = await graph.CitationsAsync([.. page.Items.Select(o => o.Id)], cancellationToken);
            var rows = new ObservationRow[page.Items.Count];
            for (var i = 0; i < rows.Length; i++)
            {
                var o = page.Items[i];
                rows[i] = new(o, page.Keys[i], LabelsOf(o), _articles[o.Article], [.. citations[o.Id]]);
            }
            return rows;
        }

        /// <summary>The dictionary of a row holds what the row names alone, for that of all is written meanwhile.</summary>
        private Dictionary<string, NodeLabel> LabelsOf(Observation o)
        {
            var labels = new Dictionary<string, NodeLabel>(3, StringComparer.Ordinal);
            foreach (var id in ObservationRow.NamedIn(o))
                labels[id] = _labels[id];
            return labels;
        }

        private static async Task KnowAsync<T>(
            Dictionary<string, T> known,
            IEnumerable<string> ids,
            Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, T>>> read,
            Func<T, T> keep
        )
        {
            if (known.Count > MostKept)
                known.Clear();
            var unknown = ids.Where(id => !known.ContainsKey(id)).ToHashSet(StringComparer.Ordinal);
            foreach (var some in unknown.Chunk(IPinnedGraph.MostAsked))
            {
                foreach (var (id, found) in await read(some))
                    known[id] = keep(found);
            }
            if (unknown.FirstOrDefault(id => !known.ContainsKey(id)) is { } missing)
                throw new GraphStoreException(
                    $"The store holds figures that name {missing}, and not {missing} itself.",
                    isTransient: false
                );
        }
    }
}
