namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>Who is meant by a name.</summary>
public sealed class ResolveTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("株洲", "EXACT", "place:zhuzhou", "EXACT_NAME", "株洲")]
    [InlineData("株洲市", "EXACT", "place:zhuzhou", "EXACT_NAME", "株洲市")]
    [InlineData("ZHU ZHOU", "EXACT", "place:zhuzhou", "EXACT_NAME", "Zhuzhou")]
    [InlineData("zhuzhou", "EXACT", "place:zhuzhou", "EXACT_NAME", "Zhuzhou")]
    [InlineData("中國中車", "EXACT", "org:crrc", "EXACT_NAME", "中国中车")]
    [InlineData("place:zhuzhou", "EXACT", "place:zhuzhou", "ID", "株洲")]
    [InlineData("中车", "AMBIGUOUS", null, "NAME_PART", "中国中车")]
    [InlineData("国中车", "AMBIGUOUS", null, "NAME_PART", "中国中车")]
    [InlineData("株州海关", "AMBIGUOUS", null, "NEAR", "株洲海关")]
    [InlineData("天上城堡之下", "NONE", null, null, null)]
    public async Task A_name_is_resolved_or_its_ambiguity_is_told(string name, string outcome, string? id, string? match, string? matched)
    {
        var (status, answer) = await server.GetAsync($"/resolve?name={name}");

        status.ShouldBe(200);
        answer["outcome"]!.GetValue<string>().ShouldBe(outcome, answer.ToJsonString());
        answer["id"]?.GetValue<string>().ShouldBe(id);
        var candidates = answer["candidates"]!.AsArray();
        var scores = candidates.Select(c => c!["score"]!.GetValue<decimal>()).ToList();
        scores.ShouldBe(scores.OrderDescending());
        if (match is null)
        {
            candidates.ShouldBeEmpty();
            return;
        }
        candidates[0]!["match"]!.GetValue<string>().ShouldBe(match);
        candidates[0]!["matchedName"]!.GetValue<string>().ShouldBe(matched);
        (scores[0] == 1).ShouldBe(id is not null, "1 is for the very name");
    }
}
