using System.Globalization;
using System.Text;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// What does each hostile request cost the server's process: processor time, and resident memory that stays? Then a burst of heavy
/// connections, and the memory a minute after it. The program of another commit measures what was before.
/// </summary>
internal static class RequestRun
{
    private const int Times = 20;
    private const int Connections = 64;

    /// <summary>How often each is sent before it is measured, so that the code that meets it is compiled well.</summary>
    private const int WarmUps = 10;
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(60);

    public static async Task<int> RunAsync(string program, bool all, bool isShort, string kinds, CancellationToken cancellationToken)
    {
        var asked = HostileRequests.All.Where(request => request.Kind.StartsWith(kinds, StringComparison.Ordinal)).ToList();
        await using var server = await MeasuredServer.StartAsync(program, RepositoryRoot.Seeds, cancellationToken);
        await WarmUpAsync(server.Port, cancellationToken);
        for (var i = 0; !isShort && i < WarmUps; i++)
        {
            foreach (var request in asked)
                await request.SendAsync(server.Port, cancellationToken);
        }
        var atFirst = server.ResidentMegabytes;
        List<(HostileRequest Request, double Cpu, double Memory, int Status)> measured = [];
        foreach (var request in asked)
        {
            if (!server.IsAlive)
            {
                Console.Out.WriteLine($"The server ended after {measured[^1].Request}.");
                return 1;
            }
            var (status, first) = await CostAsync(server, request, 1, cancellationToken);
            // The first has code to compile; what takes long is not asked again.
            var cpu = first.Cpu > 500 ? first.Cpu : (await CostAsync(server, request, isShort ? 2 : Times, cancellationToken)).Cost.Cpu;
            measured.Add((request, cpu, first.Memory, status));
            if (all)
                Console.Out.WriteLine(Format($"{request}\t{status}\t{cpu:F2} ms\t{first.Memory:+0.0;-0.0} MB"));
        }
        Console.Out.WriteLine("| kind | requests | CPU ms: median | most | over 5 ms | the dearest |\n|---|--:|--:|--:|--:|---|");
        foreach (var kind in measured.GroupBy(m => m.Request.Kind))
        {
            var costs = kind.OrderBy(m => m.Cpu).ToList();
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {kind.Key} | {costs.Count} | {costs[costs.Count / 2].Cpu:F2} | "
                        + $"{costs[^1].Cpu:F2} | {costs.Count(c => c.Cpu > 5)} | {costs[^1].Request.Name} |"
                )
            );
        }
        Console.Out.WriteLine(Format($"\nresident: {atFirst:F0} MB before, {server.ResidentMegabytes:F0} MB after all of them"));
        var baseline = server.ResidentMegabytes;
        var heavy = measured.OrderByDescending(m => m.Cpu).Take(8).Select(m => m.Request).ToList();
        await Task.WhenAll(
            Enumerable
                .Range(0, Connections)
                .Select(i => Task.Run(() => heavy[i % heavy.Count].SendAsync(server.Port, cancellationToken), cancellationToken))
        );
        var peak = server.ResidentMegabytes;
        await Task.Delay(Rest, cancellationToken);
        Console.Out.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{Connections} connections of the {heavy.Count} dearest: {baseline:F0} MB before, "
                    + $"{peak:F0} MB at the end, {server.ResidentMegabytes:F0} MB after {Rest.TotalSeconds} s"
            )
        );
        return 0;
    }

    private static async Task<(int Status, (double Cpu, double Memory) Cost)> CostAsync(
        MeasuredServer server,
        HostileRequest request,
        int times,
        CancellationToken cancellationToken
    )
    {
        var (cpu, memory, status) = (server.CpuMilliseconds, server.ResidentMegabytes, 0);
        for (var i = 0; i < times; i++)
            (status, _) = await request.SendAsync(server.Port, cancellationToken);
        return (status, ((server.CpuMilliseconds - cpu) / times, server.ResidentMegabytes - memory));
    }

    /// <summary>Honest questions, until the code that answers is compiled.</summary>
    internal static async Task WarmUpAsync(int port, CancellationToken cancellationToken)
    {
        using var client = new HttpClient { BaseAddress = new Uri(Format($"http://127.0.0.1:{port}")) };
        for (var i = 0; i < 300; i++)
            await AskAsync(client, i, cancellationToken);
        foreach (var request in HostileRequests.All.DistinctBy(r => r.Kind))
            await request.SendAsync(port, cancellationToken);
    }

    /// <summary>An honest question, in turn one of four.</summary>
    internal static async Task<int> AskAsync(HttpClient client, int i, CancellationToken cancellationToken)
    {
        string[] questions =
        [
            "{ summary { articles } }",
            "{ companies(first: 20) { nodes { id name relationships(first: 3) { nodes { type to { id } } } } } }",
            "{ observations(first: 20, filter: {measures: [CHANGE]}) { totalCount nodes { printed value } } }",
            "{ search(text: \"企业\") { nodes { name } } }",
        ];
        using var body = new StringContent(
            $"{{\"query\":{System.Text.Json.JsonSerializer.Serialize(questions[i % questions.Length])}}}",
            Encoding.UTF8,
            "application/json"
        );
        using var response = await client.PostAsync("/graphql", body, cancellationToken);
        await response.Content.ReadAsByteArrayAsync(cancellationToken);
        return (int)response.StatusCode;
    }

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
