using ZhuzhouGraph.Neo4jStore.Verifying;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// The graph in one database of a Neo4j server. Everything is one auto-commit statement, so it works on a single server, on Aura and on
/// a cluster. Neo4j keeps no versions: a read that an import came into is run again, and an import writes only if nothing has changed
/// since it was planned.
/// </summary>
public sealed partial class Neo4jGraphStore : IGraphStore
{
    private readonly CypherClient _api;
    private readonly Neo4jOptions _options;
    private readonly TimeProvider _time;
    private Settled _settled;

    private Neo4jGraphStore(Neo4jOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        _api = CypherClient.Of(options, time);
        _settled = new Settled(_api, StateAsync, !options.IsReadOnly, isSingle: false, time);
    }

    /// <summary>
    /// Connects to the server, makes an empty database ready, and migrates a graph of an earlier version. Refuses, with advice, an address
    /// where no Neo4j answers, a wrong password,
    /// a server that is too old, a database that is missing, takes no writes, or holds another graph.
    /// </summary>
    /// <exception cref="ArgumentException">The options have problems: <see cref="Neo4jOptions.Problems"/>.</exception>
    /// <exception cref="GraphStoreException">The database cannot be used.</exception>
    public static Task<Neo4jGraphStore> OpenAsync(Neo4jOptions options, TimeProvider time, CancellationToken cancellationToken) =>
        OpenAsync(options, time, null, cancellationToken);

    /// <inheritdoc cref="OpenAsync(Neo4jOptions, TimeProvider, CancellationToken)"/>
    /// <param name="migrations">Is told when a migration begins and when it is done.</param>
    public static async Task<Neo4jGraphStore> OpenAsync(
        Neo4jOptions options,
        TimeProvider time,
        IProgress<StoreMigration>? migrations,
        CancellationToken cancellationToken
    )
    {
        if (options.Problems() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(' ', problems), nameof(options));
        var store = new Neo4jGraphStore(options, time);
        try
        {
            if (options.IsReadOnly)
                await StoreSchema.RequireCompleteAsync(store._api, options.Database, cancellationToken);
            else
                await StoreSchema.EnsureAsync(store._api, options.Database, migrations, cancellationToken);
            var isSingle = await StoreSchema.IsSingleAsync(store._api, options.Database, cancellationToken);
            store._settled = new Settled(store._api, store.StateAsync, !options.IsReadOnly, isSingle, time);
            return store;
        }
        catch
        {
            await store.DisposeAsync();
            throw;
        }
    }

    public async Task<GraphHead> HeadAsync(CancellationToken cancellationToken) =>
        (
            await _api.ReadAsync(StoreState.Statement with { IsProbe = true }, StoreState.Read, cancellationToken) is [var state]
                ? state
                : throw Emptied()
        ).Head;

    public Task<IReadOnlyDictionary<string, string>> UnitsAsync(CancellationToken cancellationToken) =>
        PairsAsync(Cypher.Of("LIST units", "MATCH (u:Unit) WHERE u.id >= '' RETURN u.id, u.hash"), cancellationToken);

    public Task<IReadOnlyDictionary<string, string>> TextsAsync(IReadOnlyCollection<string> sha256, CancellationToken cancellationToken) =>
        PairsAsync(
            Cypher.Of(
                "GET texts",
                "UNWIND $p.sha256 AS hash MATCH (t:IssueText {sha256: hash}) RETURN DISTINCT t.sha256, t.text",
                ("sha256", sha256.Select(Parameters.Whole).ToList())
            ),
            cancellationToken
        );

    public async Task<IAsyncDisposable?> TryTakeTurnAsync(CancellationToken cancellationToken)
    {
        RefuseReadOnly();
        return await ImportTurn.TryTakeAsync(_api, _time, cancellationToken);
    }

    public async Task<IReadOnlyList<string>> VerifyAsync(bool isThorough, CancellationToken cancellationToken)
    {
        var verification = new Verification(_api, cancellationToken);
        return isThorough ? await verification.FullAsync() : await verification.QuickAsync();
    }

    public async Task RememberSourceAsync(string fingerprint, CancellationToken cancellationToken)
    {
        RefuseReadOnly();
        var statement = Cypher.Of(
            "SET source",
            $"{StoreState.Locked}\nSET s.source = $p.source, s.generation = s.generation + 1",
            ("source", fingerprint)
        );
        for (var isDone = false; !isDone; )
        {
            var state = await BetweenImportsAsync([], cancellationToken);
            isDone = await AnnouncedAsync(
                state.Sequence,
                async _ =>
                {
                    await StoreSchema.WriteAsync(_api, statement, cancellationToken);
                    return true;
                },
                cancellationToken
            );
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _api.DisposeAsync();
        _writing.Dispose();
    }

    /// <summary>The state with the lock, for what is read while an import is under way.</summary>
    private async Task<StoreState> StateAsync(CancellationToken cancellationToken) =>
        (
            _options.IsReadOnly
                ? await StoreState.PlainAsync(_api, cancellationToken)
                : await StoreState.SettledAsync(_api, [], cancellationToken)
        ) ?? throw Emptied();

    private void RefuseReadOnly()
    {
        if (_options.IsReadOnly)
            throw new GraphStoreException(
                $"The database {_options.Database} is opened for reading only; nothing can be imported or removed.",
                isTransient: false
            );
    }

    private GraphStoreException Emptied() =>
        new(
            $"The database {_options.Database} was emptied while this program ran. Start the program again and import.",
            isTransient: false
        );

    private async Task<IReadOnlyDictionary<string, string>> PairsAsync(Cypher statement, CancellationToken cancellationToken)
    {
        var pairs = await _api.ReadAsync(statement, row => (Key: row.Text(0), Value: row.Text(1)), cancellationToken);
        return pairs.ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
    }
}
