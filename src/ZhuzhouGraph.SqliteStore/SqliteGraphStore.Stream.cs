using System.Runtime.CompilerServices;
using ZhuzhouGraph.SqliteStore.Lists;

namespace ZhuzhouGraph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    /// <summary>
    /// One read transaction for as long as the read lasts. Imports go on beside it; the log cannot be emptied meanwhile, and grows by what
    /// they write.
    /// </summary>
    public async Task StreamAsync(Func<IPinnedGraph, Task> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var snapshot = new Snapshot(this);
        var head = await snapshot.HeadAsync(cancellationToken);
        using var stream = new PinnedGraph(snapshot, head);
        await read(stream);
    }

    public sealed partial class Snapshot
    {
        /// <summary>A statement of this snapshot whose rows are read a part at a time, each in turn with its other statements.</summary>
        internal Task<Session.Cursor<T>> OpenAsync<T>(
            string sql,
            IReadOnlyList<object?> values,
            Func<Microsoft.Data.Sqlite.SqliteDataReader, T> read,
            CancellationToken cancellationToken
        )
        {
            Statements++;
            return InTurnAsync(opened => opened.Session.Open(sql, values, read), cancellationToken);
        }

        /// <summary>Makes records of rows that were copied; what cannot be read is told as a statement tells it.</summary>
        internal List<T> Read<TRow, T>(List<TRow> rows, Converter<TRow, T> read)
        {
            try
            {
                return rows.ConvertAll(read);
            }
            catch (Exception e)
            {
                throw StoreErrors.Unreadable(_store.Path, e);
            }
        }

        internal Task<List<T>> NextAsync<T>(Session.Cursor<T> cursor, int most, CancellationToken cancellationToken) =>
            InTurnAsync(_ => cursor.Next(most, cancellationToken), cancellationToken);

        internal Task<List<T>> QueryAsync<T>(
            string sql,
            IReadOnlyList<object?> values,
            Func<Microsoft.Data.Sqlite.SqliteDataReader, T> read,
            CancellationToken cancellationToken
        ) => RunAsync(sql, values, read, cancellationToken);
    }

    /// <summary>What a read of any length asks; statements that its caller has left open are closed with it.</summary>
    private sealed class PinnedGraph(Snapshot snapshot, GraphHead head) : IPinnedGraph, IDisposable
    {
        /// <summary>Rows that are read before anything else may be asked: many enough that asking in between costs little.</summary>
        private const int PageSize = 1_000;

        private readonly HashSet<IDisposable> _open = [];

        public GraphHead Head => head;

        public async IAsyncEnumerable<Page<T>> PagesAsync<T>(
            GraphQuery<T> query,
            SortKey? after,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            var sql = new Sql();
            var selection = RootOf(query, sql);
            var pages = PagesAsync(
                selection.Stream(sql, after),
                sql,
                row => (Key: new SortKey(row.GetString(0), row.GetString(1)), Item: selection.Read(row, 2)),
                cancellationToken
            );
            await foreach (var (rows, hasMore) in pages)
                yield return new([.. rows.Select(row => row.Item)], [.. rows.Select(row => row.Key)], hasMore);
        }

        /// <summary>One page is made into records while the next one is read.</summary>
        public async IAsyncEnumerable<IReadOnlyList<CitedFigure>> FiguresAsync(
            ObservationQuery query,
            SortKey? after,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            var sql = new Sql();
            var selection = RootOf(query, sql).With($"{Rows.ItsCitations}, t.series");
            await using var pages = PagesAsync(selection.Stream(sql, after), sql, row => Rows.Figure(row, 2), cancellationToken)
                .GetAsyncEnumerator(cancellationToken);
            var next = NextAsync();
            try
            {
                while (await next is { } rows)
                {
                    next = NextAsync();
                    yield return snapshot.Read(rows, row => row.Read());
                }
            }
            finally
            {
                // The page that nobody will see still uses the snapshot.
                await next.ContinueWith(_ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
            }

            Task<List<FigureRow>?> NextAsync() =>
                Task.Run(async () => await pages.MoveNextAsync() ? pages.Current.Rows : null, CancellationToken.None);
        }

        private static Selection<T> RootOf<T>(GraphQuery<T> query, Sql sql) =>
            Selections.Of(query, sql) is { HasRoot: true } root ? root : throw Paging.Misuse(query, "as a stream");

        private async IAsyncEnumerable<(List<T> Rows, bool HasMore)> PagesAsync<T>(
            string statement,
            Sql sql,
            Func<Microsoft.Data.Sqlite.SqliteDataReader, T> read,
            [EnumeratorCancellation] CancellationToken cancellationToken
        )
        {
            using var cursor = await snapshot.OpenAsync(statement, sql.Values, read, cancellationToken);
            _open.Add(cursor);
            try
            {
                while (cursor.HasMore && await snapshot.NextAsync(cursor, PageSize, cancellationToken) is { Count: > 0 } rows)
                    yield return (rows, cursor.HasMore);
            }
            finally
            {
                _open.Remove(cursor);
            }
        }

        public async Task<IReadOnlyDictionary<string, NodeLabel>> LabelsAsync(
            IReadOnlyCollection<string> ids,
            CancellationToken cancellationToken
        ) =>
            (await snapshot.GetAsync(Checked(ids), RecordKinds.Entities, cancellationToken))
                .Where(node => node.Value is Entity)
                .ToDictionary(node => node.Key, node => NodeLabel.Of((Entity)node.Value), StringComparer.Ordinal);

        public async Task<IReadOnlyDictionary<string, Article>> ArticlesAsync(
            IReadOnlyCollection<string> ids,
            CancellationToken cancellationToken
        ) =>
            (await snapshot.GetAsync(Checked(ids), RecordKinds.None, cancellationToken))
                .Where(node => node.Value is Article)
                .ToDictionary(node => node.Key, node => (Article)node.Value, StringComparer.Ordinal);

        public async Task<ILookup<string, Citation>> CitationsAsync(IReadOnlyCollection<string> ids, CancellationToken cancellationToken)
        {
            var sql = new Sql();
            var citations = await snapshot.QueryAsync(
                $"SELECT {Rows.CitationColumns} FROM ({sql.AddAll(Checked(ids).Distinct(StringComparer.Ordinal))}) p CROSS JOIN citation t"
                    + " ON t.subject = p.value ORDER BY t.subject, t.sort, t.words",
                sql.Values,
                row => Rows.Citation(row, 0),
                cancellationToken
            );
            return citations.ToLookup(citation => citation.Of, StringComparer.Ordinal);
        }

        public void Dispose()
        {
            foreach (var cursor in _open)
                cursor.Dispose();
        }

        private static IReadOnlyCollection<string> Checked(IReadOnlyCollection<string> ids)
        {
            ArgumentOutOfRangeException.ThrowIfGreaterThan(ids.Count, IPinnedGraph.MostAsked, nameof(ids));
            return ids;
        }
    }
}
