using System.Globalization;

namespace ZhuzhouGraph.Benchmarks.Peers;

/// <summary>What the system says of the processor time of other processes. Linux only.</summary>
internal static class ProcessorTime
{
    // USER_HZ, which is 100 wherever .NET runs.
    private const double MillisecondsPerTick = 10;

    private const string Listening = "0A";

    /// <summary>
    /// Milliseconds that a process, everything that it started, and those of them that have ended took in user and system mode.
    /// </summary>
    public static double Of(int root)
    {
        var all = Directory.EnumerateDirectories("/proc").Select(Read).OfType<Ran>().ToDictionary(ran => ran.Id);
        var children = all.Values.ToLookup(ran => ran.Parent, ran => ran.Id);
        var (sum, waiting) = (0L, new Stack<int>([root]));
        while (waiting.TryPop(out var id))
        {
            if (!all.TryGetValue(id, out var ran))
                continue;
            sum += ran.Ticks;
            foreach (var child in children[id])
                waiting.Push(child);
        }
        return sum * MillisecondsPerTick;
    }

    /// <summary>The process of this machine that listens on a port; null where there is none, or it is another user's.</summary>
    public static int? ListenerOf(int port)
    {
        var ending = string.Create(CultureInfo.InvariantCulture, $":{port:X4}");
        var sockets = File.ReadLines("/proc/net/tcp")
            .Concat(File.ReadLines("/proc/net/tcp6"))
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(parts => parts.Length > 9 && parts[3] == Listening && parts[1].EndsWith(ending, StringComparison.Ordinal))
            .Select(parts => $"socket:[{parts[9]}]")
            .ToHashSet(StringComparer.Ordinal);
        foreach (var process in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(process), CultureInfo.InvariantCulture, out var id) && Opened(process).Any(sockets.Contains))
                return id;
        }
        return null;
    }

    private static IEnumerable<string> Opened(string process)
    {
        try
        {
            return [.. Directory.EnumerateFiles($"{process}/fd").Select(file => new FileInfo(file).LinkTarget ?? "")];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [];
        }
    }

    /// <summary>Null of what is no process, or has ended meanwhile.</summary>
    private static Ran? Read(string folder)
    {
        if (!int.TryParse(Path.GetFileName(folder), CultureInfo.InvariantCulture, out var id))
            return null;
        try
        {
            var text = File.ReadAllText($"{folder}/stat");
            // The name before may hold anything. After it: state, parent, …, and from the 12th utime, stime, cutime, cstime.
            var fields = text[(text.LastIndexOf(')') + 2)..].Split(' ');
            return new(id, (int)Number(fields[1]), fields[11..15].Sum(Number));
        }
        catch (IOException)
        {
            return null;
        }

        static long Number(string field) => long.Parse(field, CultureInfo.InvariantCulture);
    }

    private sealed record Ran(int Id, int Parent, long Ticks);
}
