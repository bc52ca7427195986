using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>A claim is answered alike over GraphQL and REST, for one text or a hundred, and what is wrong with a request is told at
/// once.</summary>
public sealed class ClaimDoorTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task GraphQL_and_REST_give_one_answer()
    {
        var rest = await GetAsync("text=株洲有60家国家级小巨人");
        var (_, graph) = await server.AskAsync(
            "{ checkClaim(text: \"株洲有60家国家级小巨人\") { rulesVersion dataVersion claims { verdict chinese english computation "
                + "start end evidence { observationId printed address match { subject time } } } } }"
        );

        var claim = graph["data"]!["checkClaim"]!["claims"]![0]!;
        claim["verdict"]!.GetValue<string>().ShouldBe("INACCURATE");
        claim["evidence"]![0]!["address"]!.GetValue<string>().ShouldNotBeEmpty();
        var same = rest["items"]![0]!["claims"]![0]!;
        foreach (var member in new[] { "verdict", "chinese", "english", "computation", "start", "end" })
            same[member]!.ToJsonString().ShouldBe(claim[member]!.ToJsonString(), member);
        same["evidence"]![0]!["observationId"]!.ToJsonString().ShouldBe(claim["evidence"]![0]!["observationId"]!.ToJsonString());
    }

    [Fact]
    public async Task GraphQL_and_REST_give_one_answer_to_who_did_what()
    {
        const string text = "餐叙活动由曹慧泉主持";
        var same = (await GetAsync($"text={text}"))["items"]![0]!["relations"]![0]!;
        var (_, graph) = await server.AskAsync(
            $"{{ checkClaim(text: \"{text}\") {{ relations {{ verdict rule chinese english type role "
                + "slots { name words start end entityId } "
                + "evidence { relationshipId fromId address path match { subject act object venue day } differing } } } }"
        );

        var relation = graph["data"]!["checkClaim"]!["relations"]![0]!;
        (relation["verdict"]!.GetValue<string>(), relation["rule"]!.GetValue<string>()).ShouldBe(("REFUTED", "GIVEN_TO_ANOTHER"));
        foreach (var member in new[] { "verdict", "rule", "chinese", "english", "type", "role" })
            same[member]!.ToJsonString().ShouldBe(relation[member]!.ToJsonString(), member);
        foreach (var slot in relation["slots"]!.AsArray().Where(slot => slot!["start"] is not null))
            text[slot!["start"]!.GetValue<int>()..slot["end"]!.GetValue<int>()].ShouldBe(slot["words"]!.GetValue<string>());
        var evidence = relation["evidence"]![0]!;
        evidence["fromId"]!.GetValue<string>().ShouldBe("person:chen-huiqing");
        evidence["differing"]!.GetValue<string>().ShouldBe("subject");
        same["evidence"]![0]!["relationshipId"]!.ToJsonString().ShouldBe(evidence["relationshipId"]!.ToJsonString());
    }

    [Fact]
    public async Task A_hundred_texts_are_answered_each_by_itself_and_one_more_is_refused()
    {
        var texts = new JsonArray([.. Enumerable.Range(0, 100).Select(n => JsonValue.Create($"株洲有{n + 1}家国家级小巨人"))]);
        var (status, answer) = await PostAsync(new JsonObject { ["text"] = texts.DeepClone() });

        status.ShouldBe(200);
        var items = answer["items"]!.AsArray();
        items.Count.ShouldBe(100);
        items.Single(item => item!["claims"]![0]!["verdict"]!.GetValue<string>() == "SUPPORTED")!["text"]!
            .GetValue<string>()
            .ShouldBe("株洲有58家国家级小巨人");

        texts.Add("株洲有101家国家级小巨人");
        (await PostAsync(new JsonObject { ["text"] = texts })).Status.ShouldBe(422);
    }

    [Fact]
    public async Task Everything_wrong_with_a_request_is_told_at_once()
    {
        var (status, answer) = await PostAsync(
            new JsonObject
            {
                ["text"] = new JsonArray("株洲有58家", " ", new string('好', 2_501)),
                ["about"] = "天上城堡",
                ["claimDate"] = "明天",
            }
        );

        status.ShouldBeGreaterThanOrEqualTo(400);
        var told = answer["errors"]!.AsArray().Select(error => error!["parameter"]!.GetValue<string>()).ToList();
        told.ShouldContain("claimDate");
        told.ShouldContain("text[1]");
        told.ShouldContain("text[2]");
        told.ShouldContain("about");
    }

    [Fact]
    public async Task Nonsense_of_a_page_is_answered_and_more_is_refused()
    {
        (await GraphCodeAsync(new string('好', 2_500))).ShouldBeNull();
        (await GraphCodeAsync(new string('好', 2_501))).ShouldBe("INVALID_ARGUMENT");
        (await GraphCodeAsync(new string('好', 10_000))).ShouldBe("JSON_TEXT_EXCEEDED");
    }

    private Task<string?> GraphCodeAsync(string text) =>
        server.CodeAsync(
            "query ($text: String!) { checkText(text: $text) { reason claims { verdict } } }",
            new JsonObject { ["text"] = text }
        );

    private async Task<JsonNode> GetAsync(string query) =>
        JsonNode.Parse(await server.Client.GetStringAsync($"/api/v1/claims:check?{query}", Cancel))!;

    private async Task<(int Status, JsonNode Answer)> PostAsync(JsonObject body)
    {
        using var content = new StringContent(body.ToJsonString(), System.Text.Encoding.UTF8, "application/json");
        using var response = await server.Client.PostAsync("/api/v1/claims:check", content, Cancel);
        return ((int)response.StatusCode, JsonNode.Parse(await response.Content.ReadAsStringAsync(Cancel))!);
    }
}

[Collection(Neo4jDatabase.Name)]
public sealed class ClaimBytesTests(Neo4jServer neo4j)
{
    private static readonly string[] Texts =
    [
        "株洲有58家小巨人企业",
        "株洲有60家国家级小巨人",
        "货运增长240%",
        "湘粤非铁海联运1至4月的重箱发运量是1.4万标箱，比去年同期增长240%",
        "株洲国家级小巨人数量居全国第一",
        "Zhuzhou has 58 national little giant enterprises.",
        "餐叙活动由曹慧泉主持",
        "五好园区创建工作会5月17日在长沙召开",
        "Yang Guang and Zhang Wei attended the dinner for the summit guests.",
        "胡长春是株洲市副市长",
    ];

    [Fact]
    public async Task An_answer_has_the_same_bytes_whichever_store_gives_it()
    {
        var time = new Microsoft.Extensions.Time.Testing.FakeTimeProvider(new DateTimeOffset(2023, 5, 20, 8, 0, 0, TimeSpan.Zero));
        await using var embedded = await GraphServer.StartedAsync(time, RepositoryRoot.Seeds);
        await using var served = await GraphServer.StartedAsync(
            time,
            RepositoryRoot.Seeds,
            await Neo4jStores.OpenEmptyAsync(neo4j, time, TestContext.Current.CancellationToken)
        );
        foreach (var text in Texts)
            (await BytesAsync(served, $"check?text={text}")).ShouldBe(await BytesAsync(embedded, $"check?text={text}"), text);
        foreach (var text in Texts[..2])
            (await BytesAsync(served, $"review?text={text}")).ShouldBe(await BytesAsync(embedded, $"review?text={text}"), text);
    }

    private static Task<byte[]> BytesAsync(GraphServer server, string question) =>
        server.Client.GetByteArrayAsync($"/api/v1/claims:{question}", TestContext.Current.CancellationToken);
}
