using System.Globalization;
using System.Runtime.InteropServices;
using ZhuzhouGraph.Benchmarks.News;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>The results as Markdown, one column per store and the last store's value divided by the first's.</summary>
internal static class Report
{
    public static void Machine(TextWriter to, NewsShape news)
    {
        to.WriteLine(
            Text($"{news.Articles:N0} articles {(news.HoldsText ? "with" : "without")} text, {news.Observations:N0} observations,")
        );
        to.WriteLine(
            Text(
                $"{news.Relationships:N0} relationships ({news.OfTheCity:N0} of the city), {news.Entities:N0} entities ({
                    news.RegistryEntities:N0} in the registry), seed {news.Seed}."
            )
        );
        var memory = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9;
        to.WriteLine(
            Text(
                $"{RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {Environment.ProcessorCount} cores, {
                    memory:F0} GB{Load()}."
            )
        );
    }

    public static void Imports(TextWriter to, IReadOnlyList<ImportResult> results)
    {
        Head(to, ["import", .. results.Select(r => r.Store)], results.Count);
        Row("registry, s", r => r.Registry.TotalSeconds, "F1");
        Row("articles, s", r => r.Articles.TotalSeconds, "F1");
        Row("articles per second", r => r.Units / r.Articles.TotalSeconds, "F1");
        Row("our processor, s", r => r.Tenths.Sum(t => t.Processor.TotalSeconds), "F1");
        Row("slowest, ms", r => r.Tenths.Max(t => t.Slowest).TotalMilliseconds, "F0");
        Row("last tenth ÷ second tenth", r => PerUnit(r.Tenths[^1]) / PerUnit(r.Tenths[Math.Min(1, r.Tenths.Count - 1)]), "F2");
        Row("peak resident, MB", r => r.Tenths.Max(t => t.PeakResident) / 1e6, "F0");
        Row("peak managed, MB", r => r.Tenths.Max(t => t.PeakManaged) / 1e6, "F0");
        Row("on disk, MB", r => r.Size / 1e6, "F0");
        Row("making the units, s", r => r.Generating.TotalSeconds, "F1");
        foreach (var result in results)
        {
            Head(
                to,
                [
                    $"{result.Store}, tenth",
                    "ms per article",
                    "of our processor",
                    "slowest, ms",
                    "peak resident, MB",
                    "peak managed, MB",
                    "alive after, MB",
                ],
                0
            );
            foreach (var (i, tenth) in result.Tenths.Index())
            {
                var time = Text(
                    $"{PerUnit(tenth):F2} | {tenth.Processor.TotalMilliseconds / tenth.Units:F2} | {tenth.Slowest.TotalMilliseconds:F0}"
                );
                to.WriteLine(
                    Text($"| {i + 1} | {time} | {tenth.PeakResident / 1e6:F0} | {tenth.PeakManaged / 1e6:F0} | {tenth.Alive / 1e6:F1} |")
                );
            }
            Statements(to, result);
        }

        void Row(string what, Func<ImportResult, double?> value, string format)
        {
            var values = results.Select(value).ToList();
            to.WriteLine(
                $"| {what} | {string.Join(" | ", values.Select(v => v?.ToString(format, CultureInfo.InvariantCulture) ?? "?"))} |{
                    Ratio(values)}"
            );
        }

        static double PerUnit(Tenth tenth) => tenth.Importing.TotalMilliseconds / tenth.Units;
    }

    private static void Statements(TextWriter to, ImportResult result)
    {
        if (
            result.Tenths[^1].Statements is not { } last
            || result.Tenths[Math.Min(1, result.Tenths.Count - 1)].Statements is not { } second
        )
            return;
        var all = result
            .Tenths.SelectMany(t => t.Statements!)
            .GroupBy(s => s.Key, s => s.Value, StringComparer.Ordinal)
            .ToDictionary(
                s => s.Key,
                s => new Ran(s.Sum(r => r.Times), TimeSpan.FromTicks(s.Sum(r => r.Took.Ticks))),
                StringComparer.Ordinal
            );
        var total = all.Values.Sum(ran => ran.Took.TotalMilliseconds);
        Head(to, [$"{result.Store}, statement", "per article", "of the time, %", "µs in the second tenth", "µs in the last"], 0);
        foreach (var (text, ran) in all.OrderByDescending(s => s.Value.Took).Take(15))
        {
            var line = string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))
                .Replace("|", "\\|", StringComparison.Ordinal);
            var share = 100 * ran.Took.TotalMilliseconds / total;
            to.WriteLine(
                Text(
                    $"| `{line[..Math.Min(line.Length, 140)]}` | {(double)ran.Times / result.Units:F1} | {share:F1} | {
                        Mean(second, text):F0} | {Mean(last, text):F0} |"
                )
            );
        }

        static double Mean(IReadOnlyDictionary<string, Ran> tenth, string text) => tenth.GetValueOrDefault(text).MeanMicroseconds;
    }

    public static void Reads(
        TextWriter to,
        IReadOnlyList<string> stores,
        IReadOnlyList<(Question Question, IReadOnlyList<Latency> Latencies)> results
    )
    {
        Head(
            to,
            ["read", "things", .. stores.SelectMany(s => new[] { s + " median, ms", "p95, ms", "of our processor, ms", "÷ point read" })],
            stores.Count
        );
        var point = results.Single(r => r.Question.Text == Questions.Point).Latencies;
        foreach (var (question, latencies) in results)
        {
            // Stores that answer differently are not compared in silence.
            var things = string.Join(" ≠ ", latencies.Select(l => Text($"{l.Things:0.#}")).Distinct());
            var times = string.Join(
                " | ",
                latencies.Zip(point, (l, p) =>
                    Text(
                        $"{l.Median.TotalMilliseconds:F2} | {l.P95.TotalMilliseconds:F2} | {l.Processor.TotalMilliseconds:F2} | {
                            l.Median / p.Median:F1}"
                    )
                )
            );
            to.WriteLine(
                $"| {question.Text} | {things} | {times} |{Ratio([.. latencies.Select(l => (double?)l.Median.TotalMilliseconds)])}"
            );
        }
        var hub = results.Single(r => r.Question.Text == Questions.Hub).Latencies;
        var leaf = results.Single(r => r.Question.Text == Questions.Leaf).Latencies;
        to.WriteLine(
            $"| **city ÷ leaf** | | {
                string.Join(" | ", hub.Zip(leaf, (h, l) => Text($"{h.Median / l.Median:F2} | {h.P95 / l.P95:F2} | {
                h.Processor / l.Processor:F2} |")))} |{(stores.Count > 1 ? " |" : "")}"
        );
        to.WriteLine(Text($"\nFewest repetitions: {results.Min(r => r.Latencies.Min(l => l.Times))}."));
    }

    /// <summary>How many others want the cores; Linux only.</summary>
    private static string Load() => File.Exists("/proc/loadavg") ? $", load {File.ReadAllText("/proc/loadavg").Split(' ')[0]}" : "";

    private static void Head(TextWriter to, IReadOnlyList<string> columns, int stores)
    {
        IReadOnlyList<string> all = stores > 1 ? [.. columns, "ratio"] : columns;
        to.WriteLine($"\n| {string.Join(" | ", all)} |");
        to.WriteLine($"|---|{string.Concat(all.Skip(1).Select(_ => "--:|"))}");
    }

    private static string Ratio(List<double?> values) => values.Count > 1 ? Text($" {values[^1] / values[0]:F2} |") : "";

    private static string Text(FormattableString text) => FormattableString.Invariant(text);
}
