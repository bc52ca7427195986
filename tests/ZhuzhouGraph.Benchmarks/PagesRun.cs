using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>
/// Are pages stable while articles come and go? Over HTTP, the city's lists are walked again and again while a third of the articles, dates
/// from all over the city's time, are imported and removed. What is there with and without them, at one place, must come once in every
/// walk.
/// </summary>
internal static class PagesRun
{
    private const int PageSize = 100,
        Walks = 3;

    private static readonly (string Name, string Field)[] Lists =
    [
        ("relationships in print", "relationships(first: $n, after: $after)"),
        ("relationships, newest first", "relationships(order: PERIOD_DESCENDING, first: $n, after: $after)"),
        ("figures in print", "observations(first: $n, after: $after)"),
    ];

    /// <summary>A row of a list. The cursor says its place.</summary>
    private readonly record struct Row(string Id, string Cursor);

    /// <summary>One walk through a list.</summary>
    private sealed record Walk(IReadOnlyList<Row> Rows, int Pages);

    /// <returns>0 where no row was lost, repeated or out of order.</returns>
    public static async Task<int> RunAsync(string name, BenchmarkOptions options, CancellationToken cancellationToken)
    {
        var news = new NewsGenerator(options.Shape);
        await using var store = await BenchmarkedStore.OpenAsync(name, options, cancellationToken);
        if ((await store.Graph.HeadAsync(cancellationToken)).Number > 0)
            throw new InvalidOperationException($"The {name} store is not empty; this fills it itself.");
        // An article that declares an event may be needed by others, and a directory is; of the rest, most come and go.
        var coming = Enumerable
            .Range(news.Shape.Directories, news.Shape.Articles - news.Shape.Directories)
            .Where(number => !news.Shape.HasEvent(number) && number % 2 == 0)
            .ToArray();
        await store.Graph.ImportAsync(news.Registry(), cancellationToken);
        foreach (var number in Enumerable.Range(0, news.Shape.Articles).Except(coming))
            await store.Graph.ImportAsync(news.Article(number), cancellationToken);
        var guests = new Guests(store.Graph, [.. coming.Select(news.Article)]);

        await using var host = GraphHost.Build(
            new() { Urls = ["http://127.0.0.1:0"], Settings = ["--Logging:LogLevel:Default=Warning", "--Limits:Deadline=00:05:00"] },
            store.Graph,
            TimeProvider.System
        );
        await host.StartAsync(cancellationToken);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.First()), Timeout = TimeSpan.FromMinutes(10) };
        Console.Out.WriteLine(
            $"{name}: of {news.Shape.Articles} articles, {coming.Length} come and go; pages of {PageSize}, {Walks} walks through each "
                + $"list.\n"
        );
        Console.Out.WriteLine(
            "| list of the city | rows there throughout | pages | imports and removals meanwhile | rows that moved | lost | repeated | "
                + "walks out of order |\n|---|--:|--:|--:|--:|--:|--:|--:|"
        );
        var failures = 0;
        foreach (var (list, field) in Lists)
        {
            var without = await WalkAsync(client, field, null, cancellationToken);
            List<Walk> walks = [];
            var changes = await guests.ComeAndGoAsync(
                async () =>
                {
                    while (walks.Count < Walks)
                        walks.Add(await WalkAsync(client, field, guests, cancellationToken));
                },
                cancellationToken
            );
            await guests.AllComeAsync(cancellationToken);
            var with = await WalkAsync(client, field, null, cancellationToken);
            await guests.AllGoAsync(cancellationToken);

            var lasting = without.Rows.Intersect(with.Rows).ToList();
            var moved = without.Rows.IntersectBy(with.Rows.Select(row => row.Id), row => row.Id).Count() - lasting.Count;
            var (lost, repeated, disordered) = walks
                .Select(walk => Compare(lasting, walk))
                .Aggregate((a, b) => (a.Lost + b.Lost, a.Repeated + b.Repeated, a.Disordered + b.Disordered));
            failures += lost + repeated + disordered;
            Console.Out.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"| {list} | {lasting.Count:N0} | {walks.Sum(walk => walk.Pages):N0} | {changes:N0} | {moved:N0} | {lost} | "
                        + $"{repeated} | {disordered} |"
                )
            );
        }
        return failures == 0 ? 0 : 1;
    }

    private static (int Lost, int Repeated, int Disordered) Compare(List<Row> lasting, Walk walk)
    {
        var seen = walk.Rows.Where(lasting.ToHashSet().Contains).ToList();
        var once = seen.Distinct().ToList();
        return (lasting.Count - once.Count, seen.Count - once.Count, once.SequenceEqual(lasting.Where(once.ToHashSet().Contains)) ? 0 : 1);
    }

    /// <param name="guests">Who has to come or go between two pages; null where nothing changes.</param>
    private static async Task<Walk> WalkAsync(HttpClient client, string field, Guests? guests, CancellationToken cancellationToken)
    {
        var query =
            $"query ($n: Int, $after: String) {{ entity(id: \"{NewsGenerator.City}\") {{ list: {
                field} {{ edges {{ cursor node {{ id }} }} pageInfo {{ hasNextPage endCursor }} }} }} }}";
        List<Row> rows = [];
        var pages = 0;
        for (string? after = null; ; pages++)
        {
            var asked = new JsonObject
            {
                ["query"] = query,
                ["variables"] = new JsonObject { ["n"] = PageSize, ["after"] = after },
            };
            using var body = new StringContent(asked.ToJsonString(), Encoding.UTF8, "application/json");
            using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql") { Content = body };
            request.Headers.Accept.ParseAdd("application/graphql-response+json");
            using var response = await client.SendAsync(request, cancellationToken);
            var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(cancellationToken))!;
            // A page that imports overtake ten times over may be asked for again.
            if (response.StatusCode is HttpStatusCode.ServiceUnavailable)
                continue;
            if (answer["errors"] is { } errors)
                throw new InvalidOperationException($"{query}\n{errors.ToJsonString()}");
            var list = answer["data"]!["entity"]!["list"]!;
            rows.AddRange(
                list["edges"]!
                    .AsArray()
                    .Select(edge => new Row(edge!["node"]!["id"]!.GetValue<string>(), edge["cursor"]!.GetValue<string>()))
            );
            if (!list["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
                return new(rows, pages + 1);
            after = list["pageInfo"]!["endCursor"]!.GetValue<string>();
            if (guests is not null)
                await guests.ChangedAsync(cancellationToken);
        }
    }

    /// <summary>Articles that come and go while others stay.</summary>
    private sealed class Guests(IGraphStore store, GraphBatch[] articles)
    {
        private readonly Channel<bool> _changes = Channel.CreateBounded<bool>(
            new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite }
        );

        /// <summary>Waits until another one has come or gone.</summary>
        public async Task ChangedAsync(CancellationToken cancellationToken) => await _changes.Reader.ReadAsync(cancellationToken);

        /// <summary>
        /// Imports and removes them, in ever other orders, until something else is done. Gives how many imports and removals came between.
        /// </summary>
        public async Task<int> ComeAndGoAsync(Func<Task> until, CancellationToken cancellationToken)
        {
            var changes = 0;
            var doing = until();
            while (!doing.IsCompleted)
            {
                Random.Shared.Shuffle(articles);
                foreach (var article in articles.TakeWhile(_ => !doing.IsCompleted))
                    changes += Note((await store.ImportAsync(article, cancellationToken)).IsChanged);
                Random.Shared.Shuffle(articles);
                foreach (var article in articles.TakeWhile(_ => !doing.IsCompleted))
                    changes += Note(await store.RemoveAsync(article.Unit, cancellationToken) is not null);
            }
            await doing;
            return changes;

            int Note(bool isChanged)
            {
                if (isChanged)
                    _changes.Writer.TryWrite(true);
                return isChanged ? 1 : 0;
            }
        }

        public async Task AllComeAsync(CancellationToken cancellationToken)
        {
            foreach (var article in articles)
                await store.ImportAsync(article, cancellationToken);
        }

        public async Task AllGoAsync(CancellationToken cancellationToken)
        {
            foreach (var article in articles)
                await store.RemoveAsync(article.Unit, cancellationToken);
        }
    }
}
