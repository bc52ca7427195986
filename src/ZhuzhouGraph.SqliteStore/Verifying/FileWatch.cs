using System.Diagnostics;

namespace ZhuzhouGraph.SqliteStore.Verifying;

/// <summary>
/// What becomes of the file while the store has it open. Every read and write looks first, which takes a question or two to the file
/// system. A file that was deleted or replaced is told at once (of one that was cut off SQLite tells). One that was written is verified
/// beside the reads: an import writes it, and so does whoever damages it. Its indexes are looked through once after it was opened. A
/// damaged one is verified again until it is mended.
/// </summary>
/// <param name="anchor">A connection that is used for nothing else: it knows the file that the store was opened with.</param>
/// <param name="verify">The check that a start can afford.</param>
/// <param name="lookThroughIndexes">The check of what that one leaves out.</param>
internal sealed class FileWatch(
    string path,
    Session anchor,
    Func<CancellationToken, Task<IReadOnlyList<string>>> verify,
    Func<CancellationToken, Task<IReadOnlyList<string>>> lookThroughIndexes
) : IAsyncDisposable
{
    private readonly Lock _gate = new();
    private readonly CancellationTokenSource _closing = new();
    private readonly Check _rows = new(path, verify);
    private readonly Check _indexes = new(path, lookThroughIndexes);
    private (long Length, DateTime Written) _seen = Stat(path);

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
            if (now != _seen || _rows.Damage is not null)
                _rows.Begin(() => SetSeen(now), _closing.Token);
            if (_indexes.Damage is not null)
                _indexes.Begin(() => { }, _closing.Token);
        }
        if ((_rows.Damage ?? _indexes.Damage) is { } damage)
            throw damage;
    }

    /// <summary>Begins to look through the indexes, beside the reads.</summary>
    public void LookThroughIndexes()
    {
        lock (_gate)
            _indexes.Begin(() => { }, _closing.Token);
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_rows.Running, _indexes.Running);
        anchor.Dispose();
        _closing.Dispose();
    }

    private void SetSeen((long, DateTime) stat)
    {
        lock (_gate)
            _seen = stat;
    }

    private static (long, DateTime) Stat(string path)
    {
        var file = new FileInfo(path);
        return file.Exists ? (file.Length, file.LastWriteTimeUtc) : default;
    }

    /// <summary>One kind of check beside the reads: once at a time, and not too often.</summary>
    private sealed class Check(string path, Func<CancellationToken, Task<IReadOnlyList<string>>> look)
    {
        /// <summary>At most one part in so many of the time is spent on it, however often the file is written.</summary>
        private const int Share = 10;

        private long _notBefore;
        private volatile GraphStoreException? _damage;

        /// <summary>What the last one found.</summary>
        public GraphStoreException? Damage => _damage;

        public Task Running { get; private set; } = Task.CompletedTask;

        public void Begin(Action done, CancellationToken closing)
        {
            if (!Running.IsCompleted || Environment.TickCount64 < Volatile.Read(ref _notBefore))
                return;
            // No part of the request that happens to look.
            using (ExecutionContext.SuppressFlow())
                Running = Task.Run(() => RunAsync(done, closing), CancellationToken.None);
        }

        private async Task RunAsync(Action done, CancellationToken closing)
        {
            var watch = Stopwatch.StartNew();
            GraphStoreException? damage = null;
            try
            {
                if (await look(closing) is { Count: > 0 } found)
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
            _damage = damage;
            Volatile.Write(ref _notBefore, Environment.TickCount64 + (watch.ElapsedMilliseconds * Share));
            done();
        }
    }
}
