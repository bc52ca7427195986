namespace ZhuzhouGraph.Server.Tests.GraphApi.Execution;

/// <summary>
/// A store whose answers come later and on any thread, as those of a store over the network do; otherwise the one that it is made of.
/// </summary>
internal sealed class LateStore(IGraphStore store) : IGraphStore
{
    /// <summary>A defect of ours, which every question meets.</summary>
    public Exception? Defect { get; init; }

    public Task<T> ReadAsync<T>(Func<IGraphSnapshot, Task<T>> read, CancellationToken cancellationToken) =>
        store.ReadAsync(snapshot => read(new Snapshot(snapshot, Defect)), cancellationToken);

    /// <summary>What happens once a stream has its version and before it is read; null for nothing.</summary>
    public Func<Task>? Meanwhile { get; set; }

    public Task StreamAsync(Func<IPinnedGraph, Task> read, CancellationToken cancellationToken) =>
        store.StreamAsync(
            async graph =>
            {
                var meanwhile = Meanwhile;
                Meanwhile = null;
                if (meanwhile is not null)
                    await meanwhile();
                await read(graph);
            },
            cancellationToken
        );

    public Task<GraphHead> HeadAsync(CancellationToken cancellationToken) => store.HeadAsync(cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> UnitsAsync(CancellationToken cancellationToken) => store.UnitsAsync(cancellationToken);

    public Task<IReadOnlyList<ImportOutcome>> ImportAsync(IReadOnlyList<GraphBatch> units, CancellationToken cancellationToken) =>
        store.ImportAsync(units, cancellationToken);

    public Task<ImportOutcome?> RemoveAsync(string article, CancellationToken cancellationToken) =>
        store.RemoveAsync(article, cancellationToken);

    public Task RememberSourceAsync(string fingerprint, CancellationToken cancellationToken) =>
        store.RememberSourceAsync(fingerprint, cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> TextsAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellationToken) =>
        store.TextsAsync(sha256, cancellationToken);

    public Task<IAsyncDisposable?> TryTakeTurnAsync(CancellationToken cancellationToken) => store.TryTakeTurnAsync(cancellationToken);

    public Task<IReadOnlyList<string>> VerifyAsync(bool isThorough, CancellationToken cancellationToken) =>
        store.VerifyAsync(isThorough, cancellationToken);

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private sealed class Snapshot(IGraphSnapshot snapshot, Exception? defect) : IGraphSnapshot
    {
        public Task<GraphHead> HeadAsync(CancellationToken cancellationToken) => LateAsync(() => snapshot.HeadAsync(cancellationToken));

        public Task<IReadOnlyDictionary<string, IGraphNode>> GetAsync(
            IReadOnlyCollection<string> ids,
            RecordKinds brief,
            CancellationToken cancellationToken
        ) => LateAsync(() => snapshot.GetAsync(ids, brief, cancellationToken));

        public Task<IReadOnlyDictionary<string, IReadOnlyList<IGraphNode>>> ResolveAsync(
            IReadOnlyCollection<string> names,
            CancellationToken cancellationToken
        ) => LateAsync(() => snapshot.ResolveAsync(names, cancellationToken));

        public Task<IReadOnlyDictionary<string, IReadOnlyList<NearName>>> NearestAsync(
            IReadOnlyCollection<string> names,
            NameScope scope,
            CancellationToken cancellationToken
        ) => LateAsync(() => snapshot.NearestAsync(names, scope, cancellationToken));

        public Task<Page<T>> ListAsync<T>(GraphQuery<T> query, PageRequest page, CancellationToken cancellationToken) =>
            LateAsync(() => snapshot.ListAsync(query, page, cancellationToken));

        public Task<IReadOnlyDictionary<string, Page<T>>> ListOfAsync<T>(
            IReadOnlyCollection<string> parents,
            GraphQuery<T> query,
            PageRequest page,
            CancellationToken cancellationToken
        ) => LateAsync(() => snapshot.ListOfAsync(parents, query, page, cancellationToken));

        public Task<long> CountAsync<T>(GraphQuery<T> query, CancellationToken cancellationToken) =>
            LateAsync(() => snapshot.CountAsync(query, cancellationToken));

        public Task<IReadOnlyDictionary<string, long>> CountOfAsync<T>(
            IReadOnlyCollection<string> parents,
            GraphQuery<T> query,
            CancellationToken cancellationToken
        ) => LateAsync(() => snapshot.CountOfAsync(parents, query, cancellationToken));

        public Task<GraphSummary> SummaryAsync(CancellationToken cancellationToken) =>
            LateAsync(() => snapshot.SummaryAsync(cancellationToken));

        private async Task<T> LateAsync<T>(Func<Task<T>> ask)
        {
            await Task.Yield();
            if (defect is not null)
                throw defect;
            return await ask();
        }
    }
}
