namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// Gives memory back after a burst: the runtime collects when something is allocated, so a server that nobody asks keeps what it last
/// needed. When little is allocated for a while, after much was, everything that is free is returned to the system.
/// </summary>
internal sealed class IdleMemory(TimeProvider time) : BackgroundService
{
    private const long Much = 64 * 1024 * 1024;
    private const long Little = 8 * 1024 * 1024;
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(10);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Look, time);
        var returned = GC.GetTotalAllocatedBytes();
        var before = returned;
        while (await timer.WaitForNextTickAsync(stoppingToken))
        {
            var allocated = GC.GetTotalAllocatedBytes();
            if (allocated - before < Little && allocated - returned > Much)
            {
                GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
                returned = allocated;
            }
            before = allocated;
        }
    }
}
