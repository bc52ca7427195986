using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using NodaTime;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>The scenarios of statistics over a server that holds invented figures. No newspaper printed any of it.</summary>
public abstract class StatisticsContract
{
    protected const string Kilns = "indicator:kilns";

    protected static readonly FakeTimeProvider Time = new(new DateTimeOffset(2031, 4, 1, 8, 0, 0, TimeSpan.Zero));

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A server that holds nothing.</summary>
    protected abstract Task<GraphServer> EmptyServerAsync();

    /// <summary>A server with the registry and articles; each article is given by its figures.</summary>
    protected async Task<GraphServer> FilledAsync(params Observation[] figures)
    {
        var server = await EmptyServerAsync();
        await server.Store.ImportAsync(
            Registry(
                Named(EntityTypes.Indicator, Kilns, "窑炉数", "Kilns") with
                {
                    Properties = new Dictionary<string, string> { ["dimension"] = "COUNT" },
                },
                Named(EntityTypes.Place, "place:hill", "云山", "Cloud Hill"),
                Named(EntityTypes.Company, "org:bell-works", "钟厂", "Bell Works")
            ),
            Cancel
        );
        foreach (var article in figures.GroupBy(figure => figure.Article))
            await ImportAsync(server, [.. article]);
        return server;
    }

    protected static async Task ImportAsync(GraphServer server, params Observation[] figures)
    {
        var article = int.Parse(figures[0].Article[^2..], null);
        await server.Store.ImportAsync(
            figures.Index().Aggregate(Article(article), (batch, figure) => batch.Printing(figure.Item, $"{figure.Index + 2}.1")),
            Cancel
        );
    }

    /// <summary>A figure as printed, such as 1.2万家.</summary>
    protected static Observation Printed(int article, string key, string words, Hedge hedge = Hedge.None) =>
        Figure(article, key, 0) with
        {
            Figure = words,
            Quantity = QuantityOf(words, hedge),
        };

    protected static Quantity QuantityOf(string words, Hedge hedge = Hedge.None)
    {
        var end = words.TakeWhile(c => char.IsAsciiDigit(c) || c is '.' or '-' or '万' or '亿').Count();
        return QuantityReader.Read($"{words[..end]} {words[end..]}", hedge, null, out var problem, words)
            ?? throw new ArgumentException(problem, nameof(words));
    }

    protected static Period Month(int year, int month)
    {
        var first = new LocalDate(year, month, 1);
        return new($"{month}月", first, first.PlusMonths(1).PlusDays(-1), PeriodPrecision.Month, PeriodBasis.Stated);
    }

    protected static Period Year(int year) =>
        new($"{year}年", new(year, 1, 1), new(year, 12, 31), PeriodPrecision.Year, PeriodBasis.Stated);

    /// <summary>From January to the end of that month.</summary>
    protected static Period Until(int year, int month) => Month(year, month) with { Words = $"1—{month}月", First = new(year, 1, 1) };

    protected static async Task<JsonNode> GetAsync(GraphServer server, string address)
    {
        var (status, answer) = await server.GetAsync(address);
        status.ShouldBe(200, answer.ToJsonString());
        return answer;
    }

    protected static async Task<JsonNode> AskAsync(GraphServer server, string query)
    {
        var (_, answer) = await server.AskAsync(query);
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        return answer["data"]!;
    }

    /// <summary>The id of the only line that fits.</summary>
    protected static async Task<string> LineAsync(GraphServer server, string filter) =>
        (await GetAsync(server, $"/series?{filter}"))["items"]!.AsArray().ShouldHaveSingleItem()!["id"]!.ToString();

    protected static IEnumerable<string> Lines(JsonNode list, params string[] members) =>
        list.AsArray().Select(item => string.Join(' ', members.Select(member => item![member]?.ToString() ?? "-")));
}
