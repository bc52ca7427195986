using System.Diagnostics;
using System.Globalization;
using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.SqliteStore;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// How many figures a second does a download take, and does memory stay flat? Beside them <c>sqlite3 -csv</c>, which knows no names, no
/// evidence and no records, over the same file. A store in a temporary file is filled with articles of 500 figures.
/// </summary>
internal static class ExportRun
{
    private const int FiguresOfArticle = 500,
        MiB = 1024 * 1024;

    public static async Task<int> RunAsync(int figures, string? file, IReadOnlyList<string> formats, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("zhuzhou-export-benchmark-").FullName;
        var path = file ?? Path.Combine(folder, "graph.db");
        try
        {
            await using var store = await SqliteGraphStore.OpenAsync(path, TimeProvider.System, cancellationToken);
            if ((await store.HeadAsync(cancellationToken)).Number == 0)
                await FillAsync(store, figures, cancellationToken);
            Console.Out.WriteLine(
                "| download | figures | MiB | seconds | figures/s | processor s | resident MiB, highest |\n|---|--:|--:|--:|--:|--:|--:|"
            );
            await ShellAsync(path, figures, folder, cancellationToken);
            foreach (var format in formats)
                await MeasureAsync(store, ExportFormats.Find(format)!, figures, folder, cancellationToken);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(SqliteGraphStore store, int figures, CancellationToken cancellationToken)
    {
        var articles = Math.Max(2, figures / FiguresOfArticle);
        var news = new NewsGenerator(NewsShape.With(new(articles, figures, articles, 0, 0, 1, false)));
        await store.ImportAsync(news.Registry(), cancellationToken);
        foreach (var article in news.Articles())
            await store.ImportAsync(article, cancellationToken);
    }

    private static async Task MeasureAsync(
        SqliteGraphStore store,
        ExportFormat format,
        int figures,
        string folder,
        CancellationToken cancellationToken
    )
    {
        var file = Path.Combine(folder, "export" + format.Extension);
        using var memory = new MemoryWatch();
        var (watch, processor) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        await using (var output = new FileStream(file, FileMode.Create, FileAccess.Write, FileShare.None, 1 << 16))
            await store.StreamAsync(graph => format.WriteAsync(graph, new(), output, cancellationToken), cancellationToken);
        Line(format.Name, figures, file, watch.Elapsed, Environment.CpuUsage.TotalTime - processor, memory.Lap().Resident);
        File.Delete(file);
    }

    /// <summary>The columns of the table, as the shell writes them.</summary>
    private static async Task ShellAsync(string store, int figures, string folder, CancellationToken cancellationToken)
    {
        const string statement =
            "SELECT id, indicator, about, place, attributed_to, at, measure, comparison, accumulation, status, unit, within, figure,"
            + " first, last, sort, json, recorded_at FROM observation WHERE removed_at IS NULL ORDER BY sort, id";
        var file = Path.Combine(folder, "shell.csv");
        var watch = Stopwatch.StartNew();
        using var shell = Process.Start(
            new ProcessStartInfo("sqlite3", ["-readonly", "-csv", "-header", store, $".output {file}", statement])
        )!;
        await shell.WaitForExitAsync(cancellationToken);
        if (shell.ExitCode != 0)
            throw new InvalidOperationException($"sqlite3 ended with {shell.ExitCode}.");
        Line("sqlite3 -csv, one table", figures, file, watch.Elapsed, null, 0);
        File.Delete(file);
    }

    private static void Line(string name, int figures, string file, TimeSpan taken, TimeSpan? processor, long resident) =>
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"| {name} | {figures:N0} | {new FileInfo(file).Length / MiB:N0} | {taken.TotalSeconds:N1} | "
                    + $"{figures / taken.TotalSeconds:N0} | {processor?.TotalSeconds:N1} | {(resident > 0 ? $"{resident / MiB:N0}" : "")} |"
            )
        );
}
