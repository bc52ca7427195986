using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>
/// Sentences that a word more, or an exchange, makes say something else than the record. A breaker wrote them against the first version,
/// which supported or refuted them all.
/// </summary>
public sealed class TurnedClaimTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("主持餐叙交流活动的是曹慧泉，不是陈恢清。")]
    [InlineData("大力神不是株硬集团生产的，而是南方阀门生产的。")]
    [InlineData("株硬集团不生产大力神。")]
    [InlineData("山河智能创办了何清华。")]
    [InlineData("Sunward Intelligent founded He Qinghua.")]
    [InlineData("火炬安泰不再向京东方供应靶材。")]
    [InlineData("火炬安泰停止了向京东方供应靶材。")]
    [InlineData("陈恢清拒绝主持餐叙交流活动。")]
    [InlineData("Chen Huiqing refused to chair the Dinner and exchange.")]
    [InlineData("何清华辞去山河科技董事长。")]
    [InlineData("何清华即将出任山河科技董事长。")]
    [InlineData("株硬集团计划2025年生产大力神。")]
    [InlineData("市长陈恢清的秘书主持餐叙交流活动。")]
    [InlineData("Chen Huiqing's wife chaired the Dinner and exchange.")]
    [InlineData("何清华的父亲创办了山河智能。")]
    [InlineData("株硬集团的竞争对手生产大力神。")]
    [InlineData("陈恢清主持了餐叙交流活动的说法是假的。")]
    [InlineData("陈恢清主持了餐叙交流活动吗？")]
    [InlineData("陈恢清主持了餐叙交流活动？")]
    [InlineData("Did Chen Huiqing chair the Dinner and exchange?")]
    [InlineData("据说陈恢清主持了餐叙交流活动。")]
    [InlineData("如果陈恢清主持餐叙交流活动，曹慧泉就会致辞。")]
    [InlineData("李四和陈恢清主持餐叙交流活动。")]
    [InlineData("John Smith and Chen Huiqing chaired the Dinner and exchange.")]
    [InlineData("餐叙交流活动由陈恢清以外的人主持。")]
    [InlineData("陈恢清委托曹慧泉主持餐叙交流活动。")]
    [InlineData("省长陈恢清主持餐叙交流活动。")]
    [InlineData("副市长陈恢清主持餐叙交流活动。")]
    [InlineData("市长曹慧泉在餐叙交流活动上致辞。")]
    [InlineData("火炬安泰向京东方供应液晶面板。")]
    [InlineData("何清华2020年创办山河智能。")]
    [InlineData("曹慧泉曾任市长。")]
    [InlineData("明年陈恢清将任市委书记。")]
    [InlineData("陈恢清在餐叙交流活动上发言。")]
    [InlineData("株硬集团牵头编制国家标准。")]
    [InlineData("何清华是株洲市市长陈恢清的父亲。")]
    [InlineData("Zhuzhou does not have 58 national little giants.")]
    [InlineData("说株洲有58家国家级小巨人是谣言。")]
    [InlineData("株洲的58家国家级小巨人企业倒闭。")]
    [InlineData("株洲新增58家国家级小巨人。")]
    [InlineData("株洲和湘潭共有58家国家级小巨人。")]
    [InlineData("除株洲外，湖南有58家国家级小巨人。")]
    [InlineData("株洲有58家国家级小巨人吗？")]
    public async Task What_turns_a_sentence_round_leaves_it_undecided(string claim)
    {
        foreach (var (verdict, told) in await VerdictsAsync(claim))
            verdict.ShouldBeOneOf([Verdict.NotEnoughEvidence, Verdict.NotCheckable, Verdict.Ambiguous], told);
    }

    [Theory]
    [InlineData("市长陈恢清主持餐叙交流活动。", Verdict.Supported)]
    [InlineData("株洲市市长陈恢清主持餐叙交流活动。", Verdict.Supported)]
    [InlineData("陈恢清主持了餐叙交流活动。", Verdict.Supported)]
    [InlineData("曹慧泉没有主持餐叙交流活动。", Verdict.Supported)]
    [InlineData("何清华创办了山河智能。", Verdict.Supported)]
    [InlineData("火炬安泰为京东方供货。", Verdict.Supported)]
    [InlineData("第五届“中国造隐形冠军”长青峰会5月举行。", Verdict.Supported)]
    [InlineData("餐叙交流活动由曹慧泉主持。", Verdict.Refuted)]
    public async Task What_is_said_plainly_is_decided(string claim, Verdict verdict)
    {
        (await VerdictsAsync(claim)).ShouldHaveSingleItem().Verdict.ShouldBe(verdict);
    }

    private async Task<IReadOnlyList<(Verdict Verdict, string Told)>> VerdictsAsync(string claim)
    {
        var report = await new ClaimChecker().CheckAsync(server.Store, claim, new(), TestContext.Current.CancellationToken);
        return [.. report.Claims.Select(one => (one.Verdict, one.Chinese)), .. report.Relations.Select(one => (one.Verdict, one.Chinese))];
    }
}
