using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Tests.RestApi;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>Figures by what they can be, and things by what people call them.</summary>
public abstract class FindingScenarios : StatisticsContract
{
    [Fact]
    public async Task At_least_80_is_certain_of_more_than_80_possible_of_about_80_and_false_of_nearly_50()
    {
        await using var server = await FilledAsync(
            Said("some", "80余家", "80家", Hedge.AndSome),
            Said("more", "突破100家", "100家", Hedge.MoreThan),
            Said("about", "约80家", "80家", Hedge.About),
            Said("nearly", "近50家", "50家", Hedge.Nearly),
            Said("plain", "58家", "58家", Hedge.None)
        );

        (await FoundAsync("CERTAIN")).ShouldBe(["80余家 (80, 90) CONVENTION", "突破100家 (100, ∞) STATED"]);
        (await FoundAsync("POSSIBLE")).ShouldBe(["80余家 (80, 90) CONVENTION", "突破100家 (100, ∞) STATED", "约80家 [76, 84] CONVENTION"]);
        (await FoundAsync("ONLY_POSSIBLE")).ShouldBe(["约80家 [76, 84] CONVENTION"]);
        var certain = await GetAsync(server, "/observations?units=家&value.atLeast=80&value.certainty=CERTAIN&totalCount=true");
        (certain["totalCount"]!.GetValue<int>(), certain["onlyPossible"]!.GetValue<int>()).ShouldBe((2, 1), "what was left out is told");
        var rows = CsvRows.Read(
            await server.Client.GetStringAsync($"{Rest.Root}/observations.csv?units=家&value.atLeast=80&value.certainty=POSSIBLE", Cancel)
        );
        rows.Select(row => $"{row["figure"]} {row.GetValueOrDefault("lower")} {row["boundBasis"]}")
            .ShouldBe(["80余家 80 CONVENTION", "突破100家 100 STATED", "约80家 76 CONVENTION"]);

        static Observation Said(string key, string figure, string number, Hedge hedge) =>
            Printed(1, key, number, hedge) with
            {
                Figure = figure,
            };

        async Task<IEnumerable<string>> FoundAsync(string certainty)
        {
            var rest = await GetAsync(server, $"/observations?units=家&value.atLeast=80&value.certainty={certainty}");
            List<string> found =
            [
                .. rest["items"]!
                    .AsArray()
                    .Select(item =>
                        $"{item!["originalText"]} {(item["lowerInclusive"]!.GetValue<bool>() ? '[' : '(')}{item["lower"]}, "
                        + $"{item["upper"]?.ToString() ?? "∞"}{(item["upperInclusive"]?.GetValue<bool>() is true ? ']' : ')')} "
                        + $"{item["boundBasis"]}"
                    ),
            ];
            var graph = await AskAsync(
                server,
                $"{{ observations(filter: {{units: [\"家\"], value: {{atLeast: 80, certainty: {certainty}}}}}) {{ nodes {{ id }} }} }}"
            );
            Lines(graph["observations"]!["nodes"]!, "id").ShouldBe(Lines(rest["items"]!, "id"));
            return found;
        }
    }

    [Fact]
    public async Task Without_a_day_are_the_undated_with_one_the_others_and_both_where_nobody_asks()
    {
        await using var server = await FilledAsync(Printed(1, "dated", "1吨") with { Period = Year(2030) }, Printed(1, "bare", "2吨"));
        await server.Store.ImportAsync(
            Article(2)
                .Stating(Post(Mayor, Harbour, "主任", Year(2030)))
                .Stating(Link(RelationshipTypes.LocatedIn, "org:bell-works", City), "4.1"),
            Cancel
        );

        foreach (var (undated, figures, relationships) in new[] { ("false", "1吨", 1), ("true", "2吨", 1) })
        {
            Lines((await GetAsync(server, $"/observations?undated={undated}"))["items"]!, "originalText").ShouldBe([figures]);
            CsvRows
                .Read(await server.Client.GetStringAsync($"{Rest.Root}/observations.csv?undated={undated}", Cancel))
                .Select(row => row["figure"])
                .ShouldBe([figures]);
            var graph = await AskAsync(
                server,
                $"{{ observations(filter: {{undated: {undated}}}) {{ nodes {{ figure }} }} "
                    + $"relationships(filter: {{undated: {undated}}}) {{ nodes {{ type period {{ words }} }} }} }}"
            );
            Lines(graph["observations"]!["nodes"]!, "figure").ShouldBe([figures]);
            graph["relationships"]!["nodes"]!.AsArray().Count.ShouldBe(relationships);
            (graph["relationships"]!["nodes"]![0]!["period"] is null).ShouldBe(undated == "true");
        }
        Lines((await GetAsync(server, "/observations"))["items"]!, "originalText").ShouldBe(["1吨", "2吨"]);
        Lines((await GetAsync(server, "/observations?undated=false&periodOverlaps=2030"))["items"]!, "originalText").ShouldBe(["1吨"]);
        (await server.GetAsync("/observations?undated=true&periodOverlaps=2030")).Status.ShouldBe(422);
    }

    [Fact]
    public async Task A_thing_is_found_by_its_everyday_traditional_and_romanized_names_and_a_name_of_several_says_so()
    {
        await using var server = await EmptyServerAsync();
        await server.Store.ImportAsync(
            Registry(
                Called("org:crrc", EntityTypes.Company, "中国中车", "CRRC"),
                Called(
                    "org:crrc-zhuzhou-locomotive",
                    EntityTypes.Company,
                    "中车株洲电力机车有限公司",
                    "CRRC Zhuzhou Locomotive",
                    "株机公司"
                ),
                Called("org:crrc-zhuzhou-institute", EntityTypes.Company, "中车株洲电力机车研究所", "CRRC Zhuzhou Institute", "中车株洲所"),
                Called("place:crrc-station", EntityTypes.Place, "中车站", "Zhongche Station"),
                Called("place:zhuzhou", EntityTypes.Place, "株洲", "Zhuzhou", "株洲市")
            ),
            Cancel
        );

        var several = await ResolvedAsync("中车");
        several["outcome"]!.ToString().ShouldBe("AMBIGUOUS", "nothing is guessed");
        several["id"].ShouldBeNull();
        Lines(several["candidates"]!, "id", "type", "match", "matchedName", "score")
            .ShouldBe([
                "place:crrc-station Place NAME_PREFIX 中车站 0.67",
                "org:crrc Company NAME_PART 中国中车 0.45",
                "org:crrc-zhuzhou-institute Company NAME_PREFIX 中车株洲所 0.4",
                "org:crrc-zhuzhou-locomotive Company NAME_PREFIX 中车株洲电力机车有限公司 0.17",
            ]);
        Lines((await ResolvedAsync("中车", "&types=Company"))["candidates"]!, "id")
            .ShouldBe(["org:crrc", "org:crrc-zhuzhou-institute", "org:crrc-zhuzhou-locomotive"], "a place is no company");

        await IsAsync("株机公司", "org:crrc-zhuzhou-locomotive", "EXACT_NAME", "株机公司");
        await IsAsync("中車株洲電力機車有限公司", "org:crrc-zhuzhou-locomotive", "EXACT_NAME", "中车株洲电力机车有限公司");
        await IsAsync("株洲", "place:zhuzhou", "EXACT_NAME", "株洲");
        await IsAsync("Zhuzhou", "place:zhuzhou", "EXACT_NAME", "Zhuzhou");
        await IsAsync("zhu zhou", "place:zhuzhou", "EXACT_NAME", "Zhuzhou");
        await IsAsync("crrc zhu zhou locomotive", "org:crrc-zhuzhou-locomotive", "EXACT_NAME", "CRRC Zhuzhou Locomotive");
        var english = await ResolvedAsync("CRRC Zhuzhou");
        english["outcome"]!.ToString().ShouldBe("AMBIGUOUS");
        Lines(english["candidates"]!, "id", "match", "matchedName")
            .ShouldBe([
                "org:crrc-zhuzhou-institute NAME_PREFIX CRRC Zhuzhou Institute",
                "org:crrc-zhuzhou-locomotive NAME_PREFIX CRRC Zhuzhou Locomotive",
            ]);
        Lines((await ResolvedAsync("CRRC Zhu Zhou"))["candidates"]!, "id").ShouldBe(Lines(english["candidates"]!, "id"));
        var other = await ResolvedAsync("株洲", "&types=Company");
        other["outcome"]!.ToString().ShouldBe("AMBIGUOUS", "what has the very name is of another type");
        Lines(other["candidates"]!, "type").Distinct().ShouldBe(["Company"]);
        (await ResolvedAsync("株机公司", "&types=Place"))["outcome"]!.ToString().ShouldBe("NONE");
        (await ResolvedAsync("株几公司"))["candidates"]![0]!["match"]!.ToString().ShouldBe("NEAR", "a slip of the pen");

        async Task<JsonNode> ResolvedAsync(string name, string more = "")
        {
            var answer = await GetAsync(server, $"/resolve?name={Uri.EscapeDataString(name)}{more}");
            var scores = answer["candidates"]!.AsArray().Select(candidate => candidate!["score"]!.GetValue<decimal>()).ToList();
            scores.ShouldBe(scores.OrderDescending());
            return answer;
        }

        async Task IsAsync(string name, string id, string match, string matchedName)
        {
            var answer = await ResolvedAsync(name);
            (answer["outcome"]!.ToString(), answer["id"]!.ToString()).ShouldBe(("EXACT", id), name);
            Lines(answer["candidates"]!, "id", "match", "matchedName", "score").First().ShouldBe($"{id} {match} {matchedName} 1");
        }

        static Entity Called(string id, EntityType type, string chinese, string english, params string[] more)
        {
            var entity = Named(type, id, chinese, english);
            return entity with { Names = [.. entity.Names, .. more.Select(name => new EntityName(name, "zh", NameBasis.Printed, false))] };
        }
    }
}

public sealed class SqliteFindingScenarioTests : FindingScenarios
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(Time, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jFindingScenarioTests(Neo4jServer neo4j) : FindingScenarios
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(Time, seeds: null, await Neo4jStores.OpenEmptyAsync(neo4j, Time, Cancel));
}
