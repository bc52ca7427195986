using System.Diagnostics;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// Asks every question of every store, one store after the other, before it goes on to the next question: what the machine does meanwhile
/// meets all stores.
/// </summary>
internal static class ReadRun
{
    private const int WarmUp = 100;
    private const int AtLeast = 10;

    public static async Task<IReadOnlyList<(Question Question, IReadOnlyList<Latency> Latencies)>> RunAsync(
        IReadOnlyList<BenchmarkedStore> stores,
        QuestionKeys keys,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        List<(Question, IReadOnlyList<Latency>)> results = [];
        foreach (
            var question in Questions
                .All(keys)
                .Where(question => question.Text is Questions.Point or Questions.Leaf or Questions.Hub || options.Asks(question.Text))
        )
        {
            List<Latency> latencies = [];
            foreach (var store in stores)
            {
                await AskAsync(store.Graph, question, WarmUp, options.Patience / 2, cancellationToken);
                latencies.Add(await AskAsync(store.Graph, question, options.Repetitions, options.Patience, cancellationToken));
            }
            results.Add((question, latencies));
            Console.Error.WriteLine($"{question.Text}: {string.Join(", ", latencies.Select(l => $"{l.Median.TotalMilliseconds:F2} ms"))}");
        }
        return results;
    }

    private static async Task<Latency> AskAsync(
        IGraphStore store,
        Question question,
        int times,
        TimeSpan patience,
        CancellationToken cancellationToken
    )
    {
        List<(TimeSpan, long)> answers = [];
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        for (var i = 0; i < times && (i < AtLeast || Stopwatch.GetElapsedTime(started) < patience); i++)
        {
            if (question.Before is { } before)
                await before(store, cancellationToken);
            var asked = Stopwatch.GetTimestamp();
            var things = await store.ReadAsync(
                snapshot => question.AskAsync(snapshot, i % question.Keys, cancellationToken),
                cancellationToken
            );
            answers.Add((Stopwatch.GetElapsedTime(asked), things));
        }
        return Latency.Of(answers, Environment.CpuUsage.TotalTime - processor);
    }
}
