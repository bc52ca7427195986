using System.Globalization;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Hosting;
using static ZhuzhouGraph.Benchmarks.Bars.BarEndpoints;

namespace ZhuzhouGraph.Benchmarks.Bars;

/// <summary>A bar: how fast one thing is beside another, both asked in turn in one run.</summary>
/// <param name="Question">What is asked, with the bar.</param>
internal sealed record Bar(string Id, string Question, string Needed, Load Ours, Load Other)
{
    /// <summary>Whether both are to answer the same bytes.</summary>
    public bool IsSame { get; init; } = true;
}

/// <summary>
/// Is a query as fast as what one would write by hand? Real servers on loopback, 16 connections, warm, the median of the rounds.
/// </summary>
internal static class BarRun
{
    private const string FirstFive = "(first: 100) { nodes { id name relationships(first: 5) { nodes { id type status } } } } }";

    public static async Task<int> RunAsync(
        int children,
        int rounds,
        TimeSpan round,
        string? only,
        BenchmarkOptions options,
        CancellationToken cancellationToken
    )
    {
        await using var store = await BenchmarkedStore.OpenAsync("sqlite", options, cancellationToken);
        foreach (var unit in BarGraph.Units(children))
            await store.Graph.ImportAsync(unit, cancellationToken);
        using var schema = new GraphSchema();
        await using var host = GraphHost.Build(
            new GraphHostOptions { Urls = ["http://127.0.0.1:0"], Settings = ["--Logging:LogLevel:Default=Warning"] },
            store.Graph,
            TimeProvider.System
        );
        new BarEndpoints(store.Graph, schema).Map(host);
        await host.StartAsync(cancellationToken);
        var server = new Uri(host.Urls.First());

        Bar[] bars =
        [
            new("P1", "one field ÷ a plain JSON endpoint, requests per second", "≥ 0.85", Ours(One), Of(Plain, One)),
            new("P2", "100 × 5 ÷ the endpoint by hand, requests per second", "≥ 0.85", Ours(List), Of(ByHand, List)),
            new("P3", "100 × 5 ÷ the stock executor, requests per second", "≥ 2.00", Ours(List), Of(Stock, List)),
            new("P6", "100 × 5 with limits ÷ without, requests per second", "≥ 0.90", Ours(List), Of(Unlimited, List)),
            new("P6", "one field with limits ÷ without, requests per second", "≥ 0.90", Ours(One), Of(Unlimited, One)),
            new(
                "P8",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"first 5 of 5 ÷ first 5 of {children:N0}, for 100 parents, requests per second"
                ),
                "≤ 5.00",
                Ours("{ organizations" + FirstFive),
                Ours("{ companies" + FirstFive)
            )
            {
                IsSame = false,
            },
        ];
        bars = [.. bars.Where(bar => only is null || bar.Id == only)];
        foreach (var bar in bars)
        {
            var (ours, other) = (await bar.Ours.AnswerAsync(cancellationToken), await bar.Other.AnswerAsync(cancellationToken));
            if (bar.IsSame && ours != other)
                throw new InvalidOperationException(
                    $"{bar.Id} compares different answers:\n{ours[..200]} … {ours[^80..]}\n{other[..200]} … {other[^80..]}"
                );
        }

        Console.Out.WriteLine(
            "| bar | question | needed | seen | rounds | by CPU | requests/s | beside | CPU µs | beside | KB allocated | beside "
                + "|\n|---|---|--:|--:|---|--:|--:|--:|--:|--:|--:|--:|"
        );
        // What is measured first must not pay for what all of them use.
        foreach (var load in bars.Concat(bars).SelectMany(bar => new[] { bar.Ours, bar.Other }))
            await load.RunAsync(round, cancellationToken);
        foreach (var bar in bars)
        {
            List<(Pace Ours, Pace Other)> seen = [];
            for (var i = 0; i < rounds; i++)
                seen.Add((await bar.Ours.RunAsync(round, cancellationToken), await bar.Other.RunAsync(round, cancellationToken)));
            Write(bar, seen);
        }
        return 0;

        Load Ours(string query) => Of(GraphEndpoint.Path, query);

        Load Of(string path, string query) => new(server, path, query);
    }

    private static void Write(Bar bar, List<(Pace Ours, Pace Other)> seen)
    {
        var ratios = seen.Select(s => s.Ours.PerSecond / s.Other.PerSecond).ToList();
        Console.Out.WriteLine(
            FormattableString.Invariant(
                $"| {bar.Id} | {bar.Question} | {bar.Needed} | **{Median(ratios):F2}** | {
                    string.Join(", ", ratios.Select(r => r.ToString("F2", CultureInfo.InvariantCulture)))} | {
                    Median(seen.Select(s => s.Other.Processor / s.Ours.Processor)):F2} | {
                    Both(p => p.PerSecond, "N0")} | {Both(p => p.Processor, "N0")} | {Both(p => p.Allocated / 1024, "N1")} |"
            )
        );

        string Both(Func<Pace, double> value, string format) =>
            string.Join(
                " | ",
                new[] { Median(seen.Select(s => value(s.Ours))), Median(seen.Select(s => value(s.Other))) }.Select(v =>
                    v.ToString(format, CultureInfo.InvariantCulture)
                )
            );

        static double Median(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
    }
}
