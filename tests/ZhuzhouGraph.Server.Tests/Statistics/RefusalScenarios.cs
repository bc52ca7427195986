using System.Globalization;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>What is not there, and what is too much.</summary>
public abstract class RefusalScenarios : StatisticsContract
{
    private GraphHostOptions _options = new();

    protected abstract Task<GraphServer> StartedAsync(GraphHostOptions options);

    protected override Task<GraphServer> EmptyServerAsync() => StartedAsync(_options);

    [Fact]
    public async Task An_indicator_that_is_not_there_is_told_in_Chinese_and_English_with_its_place_and_the_one_that_was_meant()
    {
        await using var server = await EmptyServerAsync();
        await server.Store.ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:gross-product", "地区生产总值", "GDP")), Cancel);
        await server.Store.ImportAsync(
            Article(1).Printing(Printed(1, "a", "5亿元") with { Indicator = "indicator:gross-product" }),
            Cancel
        );

        var chinese = await RefusedAsync("zh-CN, en;q=0.8", "zh");
        var english = await RefusedAsync("en, zh;q=0.5", "en");

        (chinese["title"]!.ToString(), english["title"]!.ToString()).ShouldBe(("没有这个名称或标识", "Nothing has this name or id"));
        chinese["detail"]!
            .ToString()
            .ShouldBe("参数“indicators”：没有这个名称或标识，所给为“GDPP”。可能是：GDP，即地区生产总值（indicator:gross-product）。");
        english["detail"]!.ToString().ShouldContain("the nearest: indicator:gross-product (Indicator GDP, 地区生产总值)");
        foreach (var problem in new[] { chinese, english })
        {
            var fault = problem["errors"]!.AsArray().ShouldHaveSingleItem()!;
            Lines(new JsonArray(fault.DeepClone()), "parameter", "code", "rejected", "suggestion")
                .ShouldBe(["indicators UNKNOWN_NAME GDPP indicator:gross-product"]);
            Lines(fault["candidates"]!, "id", "type", "name", "primaryName")
                .ShouldBe(["indicator:gross-product Indicator GDP 地区生产总值"]);
        }
        var (status, posted) = await server.PostAsync("/observations", """{"indicators": ["灯笼产量", "GDPP"]}""");
        (status, posted["errors"]![0]!["pointer"]!.ToString(), posted["errors"]![0]!["rejected"]!.ToString()).ShouldBe(
            (404, "#/indicators", "GDPP")
        );
        var meant = await GetAsync(server, $"/observations?indicators={chinese["errors"]![0]!["suggestion"]}");
        Lines(meant["items"]!, "originalText").ShouldBe(["5亿元"]);
        var (_, graph) = await server.AskAsync("{ observations(filter: {indicators: [\"GDPP\"]}) { nodes { id } } }");
        Lines(graph["errors"]![0]!["extensions"]!["nearest"]!, "id", "name", "primaryName")
            .ShouldBe(["indicator:gross-product GDP 地区生产总值"]);

        async Task<JsonNode> RefusedAsync(string languages, string language)
        {
            using var response = await server.SendAsync(
                HttpMethod.Get,
                "/observations?indicators=GDPP",
                null,
                $"Accept-Language: {languages}",
                "Origin: https://page.example"
            );
            ((int)response.StatusCode).ShouldBe(404);
            response.Content.Headers.ContentType!.ToString().ShouldBe("application/problem+json");
            response.Content.Headers.ContentLanguage.ShouldBe([language]);
            response.Headers.GetValues("Access-Control-Allow-Origin").ShouldBe(["*"]);
            return JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!;
        }
    }

    [Fact]
    public async Task Who_asks_for_too_much_is_told_how_much_is_allowed_and_no_list_ends_early_without_saying_so()
    {
        _options = new()
        {
            Settings =
            [
                "--Clients:Proxies=loopback",
                "--Limits:ClientTokens=300",
                "--Limits:ClientTokensPerSecond=1",
                "--Limits:FiguresHeld=10",
                "--Api:Licence=CC BY 4.0",
                "--Api:Contact=https://page.example/who",
            ],
        };
        await using var server = await FilledAsync([
            .. Enumerable.Range(1, 12).Select(n => Printed(1, $"f{n:D2}", $"{n}家") with { Period = Month(2030, n) }),
            .. Enumerable.Range(1, 3).Select(n => Printed(n, $"same{n}", $"{n}0家") with { Indicator = Kilns, Period = Year(2029) }),
            Printed(2, "works", "5家") with
            {
                About = "org:bell-works",
                Period = Year(2030),
            },
        ]);

        // A client of another machine, for whom a proxy of this one asks, has a purse; this machine has none.
        using var paid = await server.SendAsync(HttpMethod.Get, "/observations?first=200", null, "X-Forwarded-For: 203.0.113.7");
        ((int)paid.StatusCode).ShouldBe(200);
        LeftOf(paid).ShouldBeInRange(100, 290);
        using var refused = await server.SendAsync(
            HttpMethod.Get,
            "/observations?first=200&order=VALUE",
            null,
            "X-Forwarded-For: 203.0.113.7",
            "Origin: https://page.example"
        );
        ((int)refused.StatusCode).ShouldBe(429);
        refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds.ShouldBeInRange(1, 300);
        LeftOf(refused).ShouldBeLessThan(200);
        refused.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"client\";q=300;w=300"]);
        refused.Headers.GetValues("Access-Control-Expose-Headers").Single().ShouldContain("Retry-After,RateLimit,RateLimit-Policy");
        JsonNode.Parse(await refused.Content.ReadAsStringAsync(Cancel))!["code"]!.ToString().ShouldBe("CLIENT_TOKENS_EXCEEDED");

        var id = await LineAsync(server, "indicators=灯笼产量&about=云海市");
        foreach (
            var address in new[]
            {
                "/observations?layout=wide&format=csv",
                $"/observations?format=json-stat",
                $"/series/{id}?format=json-stat",
            }
        )
        {
            var (status, problem) = await server.GetAsync(address);
            status.ShouldBe(413, address);
            problem["code"]!.ToString().ShouldBe("TOO_LARGE_FOR_FORMAT");
            problem["estimatedRows"]!.GetValue<int>().ShouldBe(address.StartsWith("/series", StringComparison.Ordinal) ? 12 : 16);
            problem["cap"]!.GetValue<int>().ShouldBe(10);
            problem["hint"]!.ToString().ShouldContain("Narrow it");
        }
        await GetAsync(server, "/observations?format=json-stat&indicators=窑炉数");

        var config = await GetAsync(server, "/config");
        (config["licence"]!.ToString(), config["contact"]!.ToString()).ShouldBe(("CC BY 4.0", "https://page.example/who"));
        foreach (var format in ZhuzhouGraph.Exports.ExportFormats.All)
            Texts(config["formats"]!).ShouldContain(format.MediaType);
        Lines(new JsonArray(config["limits"]!.DeepClone()), "pageSize", "clientTokens", "clientTokensPerSecond", "figuresHeld")
            .ShouldBe(["200 300 1 10"]);

        foreach (
            var address in new[]
            {
                "/indicators",
                "/entities",
                $"/entities/{City}/observations",
                $"/entities/{City}/timeline",
                "/observations",
                "/observations?order=VALUE_DESCENDING",
                "/observations/counts?groupBy=MONTH",
                "/articles",
                "/series",
                $"/series/{id}",
                "/conflicts",
                "/search?text=灯",
            }
        )
        {
            var whole = await GetAsync(
                server,
                $"{address}{(address.Contains('?', StringComparison.Ordinal) ? "&" : "?")}first=1&totalCount=true"
            );
            var pages = await server.AllAsync(address, 1);
            pages.Select(item => item.ToJsonString()).ShouldBeUnique(address);
            pages.Count.ShouldBe(whole["totalCount"]!.GetValue<int>(), address);
            pages.Count.ShouldBeGreaterThan(0, address);
        }
        var resolved = await GetAsync(server, "/resolve?name=云&first=1");
        (resolved["candidates"]!.AsArray().Count, resolved["hasMore"]!.GetValue<bool>()).ShouldBe((1, true));
        var all = await GetAsync(server, "/resolve?name=云&first=3");
        (all["candidates"]!.AsArray().Count, all["hasMore"]!.GetValue<bool>()).ShouldBe((3, false));
    }

    private static int LeftOf(HttpResponseMessage answer) =>
        int.Parse(answer.Headers.GetValues("RateLimit").Single().Split("r=")[1].Split(';')[0], CultureInfo.InvariantCulture);

    private static IEnumerable<string> Texts(JsonNode list) => list.AsArray().Select(item => item!.ToString());
}

public sealed class SqliteRefusalScenarioTests : RefusalScenarios
{
    protected override Task<GraphServer> StartedAsync(GraphHostOptions options) =>
        GraphServer.StartedAsync(options, seeds: null, store: null, Time);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jRefusalScenarioTests(Neo4jServer neo4j) : RefusalScenarios
{
    protected override async Task<GraphServer> StartedAsync(GraphHostOptions options) =>
        await GraphServer.StartedAsync(options, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel), Time);
}
