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
        await using var pages = (
            request.Line is { } line
                ? PointReader.PagesAsync(graph, line, request.After, cancellationToken)
                : FiguresAsync(graph, request, cancellationToken)
        ).GetAsyncEnumerator(cancellationToken);
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

    private static async IAsyncEnumerable<RowPage> FiguresAsync(
        IPinnedGraph graph,
        ExportRequest request,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        await foreach (var figures in graph.FiguresAsync(request.Observations, request.After, cancellationToken))
            yield return new(figures, null);
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
        (
            await new Reading(graph).RowsAsync(
                new([new(observation, [.. (await graph.CitationsAsync([observation.Id], cancellationToken))[observation.Id]])], null),
                cancellationToken
            )
        )[0];

    private sealed class Reading(IPinnedGraph graph)
    {
        private readonly Dictionary<string, NodeLabel> _labels = new(StringComparer.Ordinal);
        private readonly Dictionary<string, Article> _articles = new(StringComparer.Ordinal);
        private readonly SeriesKeys _series = new();

        public async Task<IReadOnlyList<ObservationRow>> RowsAsync(RowPage page, CancellationToken cancellationToken)
        {
            var figures = page.Figures;
            await KnowAsync(figures, cancellationToken);
            var rows = new ObservationRow[figures.Count];
            for (var i = 0; i < rows.Length; i++)
            {
                var figure = figures[i];
                var (o, citations) = figure;
                rows[i] = new(
                    o,
                    _labels[o.Indicator],
                    _labels[o.About],
                    LabelOf(o.Place),
                    LabelOf(o.At),
                    LabelOf(o.AttributedTo),
                    LabelOf(o.Base?.Entity),
                    [.. (o.Breakdown?.Members ?? []).Select(member => _labels[member])],
                    _articles[o.Article],
                    citations,
                    _series.IdOf(o, figure.Series)
                )
                {
                    Point = page.Points?[i],
                };
            }
            return rows;
        }

        private NodeLabel? LabelOf(string? id) => id is null ? null : _labels[id];

        /// <summary>Looks up what the figures name and was not met before.</summary>
        private async Task KnowAsync(IReadOnlyList<CitedFigure> page, CancellationToken cancellationToken)
        {
            if (_labels.Count > MostKept)
                _labels.Clear();
            if (_articles.Count > MostKept)
                _articles.Clear();
            HashSet<string> entities = new(StringComparer.Ordinal),
                articles = new(StringComparer.Ordinal);
            foreach (var (o, _) in page)
            {
                Entity(o.Indicator);
                Entity(o.About);
                Entity(o.Place);
                Entity(o.At);
                Entity(o.AttributedTo);
                Entity(o.Base?.Entity);
                foreach (var member in o.Breakdown?.Members ?? [])
                    Entity(member);
                if (!_articles.ContainsKey(o.Article))
                    articles.Add(o.Article);
            }
            await KnowAsync(_labels, entities, ids => graph.LabelsAsync(ids, cancellationToken), label => label);
            // A row needs no text of an article, and texts would fill the memory.
            await KnowAsync(
                _articles,
                articles,
                ids => graph.ArticlesAsync(ids, cancellationToken),
                article => article with { Text = null }
            );

            void Entity(string? id)
            {
                if (id is not null && !_labels.ContainsKey(id))
                    entities.Add(id);
            }
        }

        private static async Task KnowAsync<T>(
            Dictionary<string, T> known,
            IReadOnlyCollection<string> unknown,
            Func<IReadOnlyCollection<string>, Task<IReadOnlyDictionary<string, T>>> read,
            Func<T, T> keep
        )
        {
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
