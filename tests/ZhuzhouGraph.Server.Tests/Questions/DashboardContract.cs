using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Questions;

/// <summary>
/// What a dashboard asks of a graph that holds the issue of 19 May and four reports of other papers, one query each. The answers were read
/// in the reports by hand.
/// </summary>
public abstract class DashboardContract
{
    protected abstract Task<GraphServer> ServerAsync();

    /// <summary>The question, its filter and other arguments, what is selected, and the lines of the answer.</summary>
    public static TheoryData<string, string, string, string[]> Questions =>
        new()
        {
            {
                "the newest value per city and indicator",
                """
                    filter: {about: ["郑州", "广东"], measures: [LEVEL], statuses: [ACTUAL], isWhole: true, undated: false},
                    latestPer: [ABOUT, INDICATOR, ACCUMULATION], order: PERIOD_DESCENDING
                    """,
                "about { name } indicator { name } figure period { last } accumulation",
                [
                    "广东 外贸进出口总额 0.78万亿元 2021-09-30 SINGLE",
                    "广东 规模以上工业利润总额 0.64万亿元 2021-08-31 CUMULATIVE",
                    "广东 地区生产总值 88009.86亿元 2021-09-30 CUMULATIVE",
                    "广东 外贸进出口总额 6.03万亿元 2021-09-30 CUMULATIVE",
                    "广东 规模以上工业增加值 2.67万亿元 2021-09-30 CUMULATIVE",
                    "广东 外三元生猪价格 16.51 2015-12-27 SINGLE",
                    "郑州 政府采购节约资金 1.58亿元 2011-03-31 SINGLE",
                    "郑州 政府采购规模 12.25亿元 2011-03-31 SINGLE",
                    "郑州 政府采购预算金额 13.83亿元 2011-03-31 SINGLE",
                ]
            },
            {
                "two places compared for one period",
                """
                    filter: {about: ["广东", "中国"], indicators: ["规模以上工业利润总额"], comparisons: [YEAR_ON_YEAR], on: "2021-08-31"},
                    order: VALUE
                    """,
                "about { name } valueText unit { code } period { first last }",
                ["广东 16.3 % 2021-01-01 2021-08-31", "中国 49.5 % 2021-01-01 2021-08-31"]
            },
            {
                "growth beside its level",
                """filter: {about: ["广东"], indicators: ["地区生产总值"], on: "2021-09-30", text: "88009.86亿元"}""",
                "figure implied(order: VALUE_DESCENDING) { nodes { figure comparison valueText } }",
                ["88009.86亿元 同比增长9.7% YEAR_ON_YEAR 9.7 两年平均增长5.1% AVERAGE_SINCE 5.1"]
            },
            {
                "targets by 2025",
                """
                    filter: {statuses: [TARGET], measures: [LEVEL], periodOverlaps: {to: "2025-12-31"}}, order: VALUE
                    """,
                "about { name } indicator { name } valueText period { last }",
                [
                    "湖南 新增百亿企业数 10 2023-12-31",
                    "湖南 新增制造业单项冠军企业（产品）数 60 2023-12-31",
                    "湖南 “产品创新强基”项目数 100 2023-12-31",
                    "湖南 新增国家级专精特新“小巨人”企业数 200 2023-12-31",
                ]
            },
            {
                "all parts of an indicator, and the whole",
                """filter: {about: ["郑州"], indicators: ["政府采购规模"], measures: [LEVEL]}, order: VALUE_DESCENDING""",
                "figure breakdown { dimension member { name } }",
                [
                    "12.25亿元",
                    "11.12亿元 CHANNEL 公开招标",
                    "7.96亿元 USE 工程",
                    "3.4亿元 USE 货物",
                    "0.9亿元 USE 服务",
                    "0.55亿元 CHANNEL 询价",
                    "0.32亿元 CHANNEL 竞争性谈判",
                    "0.21亿元 CHANNEL 单一来源采购",
                    "0.04亿元 CHANNEL 邀请招标",
                ]
            },
            {
                "two-year averages",
                """filter: {about: ["广东"], comparisons: [AVERAGE_SINCE]}, order: VALUE""",
                "indicator { name } breakdown { member { name } } valueText base { words first last }",
                [
                    "地区生产总值 5.1 两年平均 2020-01-01 2021-09-30",
                    "规模以上工业增加值 5.2 两年平均 2020-01-01 2021-09-30",
                    "外贸进出口总额 8.0 两年平均 2020-01-01 2021-09-30",
                    "外贸进出口总额 出口 8.3 两年平均 2020-01-01 2021-09-30",
                    "规模以上工业利润总额 8.5 两年平均 2020-01-01 2021-08-31",
                ]
            },
            {
                "growth since before the pandemic",
                """filter: {comparisons: [BASE_PERIOD], bases: ["2019年1—8月份"]}""",
                "about { name } indicator { name } valueText base { first last }",
                ["中国 规模以上工业利润总额 42.9 2019-01-01 2019-08-31"]
            },
            {
                "a table row",
                """
                    filter: {about: ["湖南"], indicators: ["生猪价格"]}, order: VALUE
                    """,
                "about { name } measure valueText unit { code } comparison period { first } citations { nodes { address words } }",
                [
                    "湖南 CHANGE 0.02 CNY/kg ON_PREVIOUS 2015-12-27 8.1:6 0.02",
                    "湖南 CHANGE 0.03 CNY/kg BASE_PERIOD 2015-12-27 8.1:7 0.03",
                    "湖南 RANK 10 place 2015-12-27 8.1:2 10",
                    "湖南 LEVEL 16.88 CNY/kg 2015-12-26 8.1:5 16.88",
                    "湖南 LEVEL 16.89 CNY/kg 2015-12-27 8.1:4 16.89",
                ]
            },
            {
                "who is first, or second, among whom",
                """
                    filter: {measures: [RANK], value: {atMost: 2}, about: ["广东", "株洲"],
                    indicators: ["经济大省位次", "外贸大省位次", "indicator:national-little-giants"]},
                    order: VALUE
                    """,
                "about { name } indicator { name } valueText within { words }",
                ["广东 外贸大省位次 1 大省", "广东 经济大省位次 1 经济大省", "株洲 国家级专精特新“小巨人”企业数 2 全省"]
            },
            {
                "how far behind the nation",
                """filter: {about: ["广东"], comparisons: [OTHER_ENTITY]}, order: VALUE""",
                "indicator { name } valueText unit { code } base { words entity { name } }",
                ["规模以上工业利润增速 -33.2 pp 全国水平 中国", "规模以上工业利润两年平均增速 -11 pp 全国水平 中国"]
            },
            {
                "the city's little giants beside the province's plan, across two papers",
                """
                    filter: {about: ["株洲", "湖南"], indicators: ["indicator:national-little-giants"], withNarrower: true, measures: [LEVEL]},
                    latestPer: [ABOUT, INDICATOR, MEASURE], order: VALUE
                    """,
                "about { name } figure status article { newspaper }",
                ["株洲 25家 ACTUAL 株洲日报", "株洲 58家 ACTUAL 株洲日报", "湖南 200家 TARGET 新闻联播"]
            },
        };

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task A_dashboard_asks_in_one_query(string question, string arguments, string selection, string[] expected)
    {
        var server = await ServerAsync();
        var (status, answer) = await server.AskAsync($$"""{ observations(first: 50, {{arguments}}) { nodes { {{selection}} } } }""");
        status.ShouldBe(200, $"{question}: {answer}");
        answer["data"]!["observations"]!["nodes"]!
            .AsArray()
            .Select(node => string.Join(' ', Leaves(node!)))
            .ShouldBe(expected, ignoreOrder: true, question);
    }

    [Fact]
    public async Task Parts_of_one_dimension_add_up_to_the_whole()
    {
        var (_, answer) = await (await ServerAsync()).AskAsync(
            """
            { observations(first: 50, filter: {about: ["郑州"], indicators: ["政府采购规模"], measures: [LEVEL]})
              { nodes { valueText breakdown { dimension } } } }
            """
        );
        var sums = answer["data"]!["observations"]!["nodes"]!
            .AsArray()
            .GroupBy(node => (string?)node!["breakdown"]!.AsArray().SingleOrDefault()?["dimension"] ?? "")
            .ToDictionary(
                group => group.Key,
                group => group.Sum(node => decimal.Parse((string)node!["valueText"]!, System.Globalization.CultureInfo.InvariantCulture))
            );
        // The report rounds each part: 3.4 + 7.96 + 0.9 is 12.26, and the five ways of buying are 12.24.
        sums.ShouldBe(
            new Dictionary<string, decimal>
            {
                [""] = 1_225_000_000m,
                ["USE"] = 1_226_000_000m,
                ["CHANNEL"] = 1_224_000_000m,
            },
            ignoreOrder: true
        );
    }

    /// <summary>The scalars of an answer in the order of the query; null gives none.</summary>
    private static IEnumerable<string> Leaves(JsonNode? node) =>
        node switch
        {
            JsonObject map => map.SelectMany(pair => Leaves(pair.Value)),
            JsonArray list => list.SelectMany(Leaves),
            null => [],
            _ => [node.ToString()],
        };

    /// <summary>A server over both papers' seeds, one for all questions of a class.</summary>
    public sealed class Served : IAsyncDisposable
    {
        private GraphServer? _server;

        public async Task<GraphServer> ByAsync(Func<Task<IGraphStore>>? store)
        {
            if (_server is not null)
                return _server;
            using var seeds = new LocalNewsSeeds();
            return _server = store is null
                ? await GraphServer.StartedAsync(TimeProvider.System, seeds.Path)
                : await GraphServer.StartedAsync(TimeProvider.System, seeds.Path, await store());
        }

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}

public sealed class SqliteDashboardTests(DashboardContract.Served served) : DashboardContract, IClassFixture<DashboardContract.Served>
{
    protected override Task<GraphServer> ServerAsync() => served.ByAsync(null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jDashboardTests(Neo4jServer neo4j, DashboardContract.Served served)
    : DashboardContract,
        IClassFixture<DashboardContract.Served>
{
    protected override Task<GraphServer> ServerAsync() =>
        served.ByAsync(() => Neo4jStores.OpenEmptyAsync(neo4j, TimeProvider.System, CancellationToken.None));
}
