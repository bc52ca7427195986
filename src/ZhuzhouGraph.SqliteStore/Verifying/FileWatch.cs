using System.Diagnostics;

namespace ZhuzhouGraph.SqliteStore.Verifying;

/// <summary>
/// What becomes of the file while the store has it open. Every read and write looks first, which takes a question or two to the file
/// system. A file that was deleted or replaced is told at once (of one that was cut off SQLite tells). One that was written is verified
/// beside the reads: an import writes it, and so does whoever damages it. A damaged one is verified again until it is mended.
/// </summary>
/// <param name="anchor">A connection that is used for nothing else: it knows the file that the store was opened with.</param>
/// <param name="verify">The check that a start can afford.</param>
internal sealed class FileWatch(string path, Session anchor, Func<CancellationToken, Task<IReadOnlyList<string>>> verify) : IAsyncDisposable
{
    /// <summary>At most one part in so many of the time is spent on verifying, however often the file is written.</summary>
    private const int Share = 10;

    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private (long Length, DateTime Written) _seen = Stat(path);
    private long _notBefore;
    private Task? _verifying;
    private volatile GraphStoreException? _damage;

    /// <summary>True where another file, or none, has the path now.</summary>
    public bool HasMoved => anchor.HasMoved();

    /// <exception cref="GraphStoreException">The file is gone, another one, or damaged.</exception>
    public void Look()
    {
        if (HasMoved)
            throw File.Exists(path) ? StoreErrors.Replaced(path) : StoreErrors.Gone(path);
        lock (_gate)
        {
            var now = Stat(path);
            if (
                (now != _seen || _damage is not null)
                && _verifying is null or { IsCompleted: true }
                && Environment.TickCount64 >= _notBefore
            )
            {
                // No part of the request that happens to look.
                using (ExecutionContext.SuppressFlow())
                    _verifying = Task.Run(() => VerifyAsync(now));
            }
        }
        if (_damage is { } damage)
            throw damage;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await (_verifying ?? Task.CompletedTask);
        anchor.Dispose();
        _closing.Dispose();
    }

    private async Task VerifyAsync((long, DateTime) stat)
    {
        var watch = Stopwatch.StartNew();
        GraphStoreException? damage = null;
        try
        {
            if (await verify(_closing.Token) is { Count: > 0 } found)
                damage = StoreErrors.Damaged(path, found);
        }
        catch (GraphStoreException e)
        {
            damage = e.IsDamage ? e : null;
        }
        catch (OperationCanceledException)
        {
            return;
        }
        lock (_gate)
        {
            (_damage, _seen) = (damage, stat);
            _notBefore = Environment.TickCount64 + (watch.ElapsedMilliseconds * Share);
        }
    }

    private static (long, DateTime) Stat(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }
}
