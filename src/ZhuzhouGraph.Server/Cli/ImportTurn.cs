namespace ZhuzhouGraph.Server.Cli;

/// <summary>
/// Imports of many units one after the other, also those of several programs: see <see cref="IGraphStore.TryTakeTurnAsync"/>.
/// </summary>
internal static class ImportTurn
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>Waits until no other program imports, with a word on the console.</summary>
    public static async Task<IAsyncDisposable> TakeAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        for (var isFirst = true; ; isFirst = false)
        {
            if (await store.TryTakeTurnAsync(cancellationToken) is { } turn)
                return turn;
            if (isFirst)
                Console.Out.WriteLine("another program imports into this store; waiting until it is done");
            await Task.Delay(Pause, cancellationToken);
        }
    }
}
