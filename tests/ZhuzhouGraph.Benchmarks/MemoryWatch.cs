namespace ZhuzhouGraph.Benchmarks;

/// <summary>Looks at this process's memory twenty times a second and keeps the highest values since the last lap.</summary>
internal sealed class MemoryWatch : IDisposable
{
    private readonly Timer _timer;
    private readonly Lock _lock = new();
    private long _resident;
    private long _managed;

    public MemoryWatch()
    {
        _timer = new Timer(_ => Look(), null, TimeSpan.Zero, TimeSpan.FromMilliseconds(50));
    }

    /// <summary>The highest values since the last lap, and what was alive after a full collection now.</summary>
    public (long Resident, long Managed, long Alive) Lap()
    {
        Look();
        lock (_lock)
        {
            var peaks = (_resident, _managed);
            (_resident, _managed) = (0, 0);
            return (peaks._resident, peaks._managed, GC.GetTotalMemory(forceFullCollection: true));
        }
    }

    public void Dispose() => _timer.Dispose();

    private void Look()
    {
        lock (_lock)
        {
            _resident = Math.Max(_resident, Environment.WorkingSet);
            _managed = Math.Max(_managed, GC.GetTotalMemory(forceFullCollection: false));
        }
    }
}
