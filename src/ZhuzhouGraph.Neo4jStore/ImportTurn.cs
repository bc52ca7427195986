namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// The turn of one importing program, kept on the store's node until a moment of the server's clock, which is put off while the program
/// lives. The turn of a program that was killed ends by itself.
/// </summary>
internal sealed class ImportTurn : IAsyncDisposable
{
    /// <summary>How long a turn stands that nobody puts off any more.</summary>
    public static readonly TimeSpan Term = TimeSpan.FromSeconds(30);

    private const string Until = "datetime.realtime() + duration({seconds: $p.seconds})";

    private readonly CypherClient _api;
    private readonly string _owner = Guid.NewGuid().ToString("N");
    private readonly ITimer _renewal;

    private ImportTurn(CypherClient api, TimeProvider time)
    {
        _api = api;
        _renewal = time.CreateTimer(_ => _ = RenewAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Null where another program has the turn.</summary>
    public static async Task<ImportTurn?> TryTakeAsync(CypherClient api, TimeProvider time, CancellationToken cancellationToken)
    {
        var turn = new ImportTurn(api, time);
        var isTaken = false;
        try
        {
            isTaken = await turn.RunAsync(
                $"WHERE s.importer IS NULL OR s.importer = $p.owner OR s.importerUntil < datetime.realtime() SET s.importer = $p.owner, "
                    + $"s.importerUntil = {Until}",
                cancellationToken
            );
            if (isTaken)
                turn._renewal.Change(Term / 6, Term / 6);
            return isTaken ? turn : null;
        }
        finally
        {
            if (!isTaken)
                await turn._renewal.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _renewal.DisposeAsync();
        try
        {
            await RunAsync("WHERE s.importer = $p.owner REMOVE s.importer, s.importerUntil", CancellationToken.None);
        }
        catch (Exception e) when (e is GraphStoreException or OutcomeUnknownException)
        {
            // It ends by itself.
        }
    }

    private async Task RenewAsync()
    {
        try
        {
            await RunAsync($"WHERE s.importer = $p.owner SET s.importerUntil = {Until}", CancellationToken.None);
        }
        catch (Exception e) when (e is GraphStoreException or OutcomeUnknownException or ObjectDisposedException)
        {
            // The next time comes before the turn ends.
        }
    }

    /// <summary>Each of these may be run twice. True where the store's node was changed.</summary>
    private async Task<bool> RunAsync(string change, CancellationToken cancellationToken)
    {
        var statement = Cypher.Of(
            "SET importer",
            $"{StoreState.Locked} {change} RETURN 1",
            ("owner", _owner),
            ("seconds", (int)Term.TotalSeconds)
        );
        try
        {
            return (await _api.WriteAsync(statement, row => row.Number(0), cancellationToken)).Count > 0;
        }
        catch (OutcomeUnknownException)
        {
            return (await _api.WriteAsync(statement, row => row.Number(0), cancellationToken)).Count > 0;
        }
    }
}
