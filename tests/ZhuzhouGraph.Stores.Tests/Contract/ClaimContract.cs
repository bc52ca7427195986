using NodaTime;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text.Claims;
using static ZhuzhouGraph.Stores.Tests.Contract.ClaimSeeds;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>What an answer to a claim of one figure says, whatever the store. The city, its paper and all of its figures are
/// invented.</summary>
public abstract class ClaimContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task A_claim_that_leaves_its_tier_open_and_fits_one_is_true_but_needs_context()
    {
        await TiersAsync();

        var answer = await OneAsync("云海市有58家灯塔企业");

        answer.Verdict.ShouldBe(Verdict.TrueButNeedsContext);
        answer.Indicator!.Id.ShouldBe(National);
        answer.Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.TierUnstated && flag.Chinese.Contains("国家级灯塔企业数"));
        answer.Evidence.ShouldHaveSingleItem().Citation!.Address.ToString().ShouldBe("4.1");
        answer.Rejected.ShouldContain(other => other.Indicator.Id == Provincial && other.Differing == "indicator");
    }

    [Fact]
    public async Task A_hedged_claim_within_the_interval_is_supported()
    {
        await TiersAsync();

        var answer = await OneAsync("国家级灯塔企业近60家");

        answer.Verdict.ShouldBe(Verdict.Supported);
        answer.Tolerance.ShouldBe("NEARLY [54, 60)");
        answer.Computation.ShouldBe("58 ∈ [54, 60)");
        answer.SubjectGround.ShouldBe(SubjectGround.City);
        answer.Chinese.ShouldContain("近60家");
        answer.Chinese.ShouldContain("云海晚报2031-03-02《灯会第1日》4.1");
    }

    [Theory]
    [InlineData(58, Verdict.Supported, "58 ∈ (50, 60)")]
    [InlineData(61, Verdict.Inaccurate, "61 ∉ (50, 60), gap 1")]
    public async Task And_some_is_more_than_the_number_and_less_than_the_next(int printed, Verdict verdict, string computation)
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", City, National, printed, "家", $"{printed}家")));

        var answer = await OneAsync("云海市国家级灯塔企业50余家");

        answer.Verdict.ShouldBe(verdict);
        answer.Computation.ShouldBe(computation);
        answer.Tolerance.ShouldBe("AND_SOME (50, 60)");
    }

    [Fact]
    public async Task A_wrong_count_is_inaccurate_and_the_answer_says_what_is_printed()
    {
        await TiersAsync();

        var answer = await OneAsync("云海市有60家国家级灯塔企业");

        answer.Verdict.ShouldBe(Verdict.Inaccurate);
        answer.Chinese.ShouldStartWith("报载为58家，不是60家（");
        answer.English.ShouldContain("not '60家'");
    }

    [Theory]
    [InlineData("云海市国家级灯塔企业58家", Verdict.Supported)]
    [InlineData("云海市民营国家级灯塔企业40家", Verdict.Supported)]
    [InlineData("云海市国家级灯塔企业40家", Verdict.Refuted)]
    [InlineData("云海市民营国家级灯塔企业58家", Verdict.Refuted)]
    [InlineData("云海市外资国家级灯塔企业58家", Verdict.NotEnoughEvidence)]
    public async Task A_part_is_not_the_whole_and_the_whole_no_part(string claim, Verdict verdict)
    {
        const string Private = "category:private";
        await ImportAsync(Registry());
        var part = ClaimSeeds.Figure(1, "part", City, National, 40, "家", "40家") with { Breakdown = Breakdown.Of([Private]) };
        await ImportAsync(
            Article(1)
                .With(Named(EntityTypes.Category, Private, "民营", "Private") with { Kind = "OWNERSHIP" })
                .With(Named(EntityTypes.Category, "category:foreign", "外资", "Foreign") with { Kind = "OWNERSHIP" })
                .Naming(Private, "民营")
                .Naming("category:foreign", "外资")
                .Printing(ClaimSeeds.Figure(1, "whole", City, National, 58, "家", "58家"), "4.1")
                .Printing(part, "4.2")
        );

        (await OneAsync(claim)).Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData("云海海铁联运重箱发运量增长到2.4倍", Verdict.Refuted)]
    [InlineData("云海海铁联运重箱发运量增长2.4倍", Verdict.Supported)]
    [InlineData("云海海铁联运重箱发运量是上年同期的3.4倍", Verdict.Supported)]
    [InlineData("云海海铁联运重箱发运量下降240%", Verdict.Refuted)]
    public async Task Growth_compares_as_a_factor(string claim, Verdict verdict)
    {
        await FreightAsync();

        var answer = await OneAsync(claim);

        answer.Verdict.ShouldBe(verdict);
        answer.Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.FactorAndPercent && flag.Chinese.Contains("3.4倍"));
        answer.Flags.Any(flag => flag.Kind == ContextFlagKind.ByOrTo).ShouldBe(claim.Contains("到2.4"));
    }

    [Fact]
    public async Task A_cut_to_is_no_cut_by()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Rate(1, "a", Passage, Clearance, -30, "压缩30%", Comparison.AgainstBefore)));

        var answer = await OneAsync("通关时间压缩至30%");

        answer.Verdict.ShouldBe(Verdict.Refuted);
        answer.Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.ByOrTo);
        (await OneAsync("通关时间压缩30%")).Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public async Task A_figure_of_another_year_decides_nothing_and_is_told_as_the_nearest()
    {
        await TiersAsync();

        var answer = await OneAsync("2029年云海市有58家国家级灯塔企业");

        (answer.Verdict, answer.Reason).ShouldBe((Verdict.NotEnoughEvidence, ClaimReason.TimeMismatch));
        answer.Rejected[0].Differing.ShouldBe("time");
        answer.Rejected[0].Figure.Figure.ShouldBe("58家");
    }

    [Theory]
    [InlineData(1, "全国第一", Verdict.NotEnoughEvidence, ClaimReason.UniverseIncomplete)]
    [InlineData(3, "全国第一", Verdict.Refuted, null)]
    [InlineData(3, "全省第三", Verdict.Supported, null)]
    [InlineData(3, "全省第二", Verdict.Refuted, null)]
    [InlineData(1, "全省最多", Verdict.Supported, null)]
    [InlineData(3, "全省最多", Verdict.Refuted, null)]
    [InlineData(1, "全国最多", Verdict.NotEnoughEvidence, ClaimReason.UniverseIncomplete)]
    public async Task A_place_in_the_province_never_supports_one_in_the_country(
        int place,
        string said,
        Verdict verdict,
        ClaimReason? reason
    )
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Rank(1, "a", City, National, place, "全省")));

        var answer = await OneAsync($"云海市国家级灯塔企业数量居{said}");

        (answer.Verdict, answer.Reason).ShouldBe((verdict, reason));
    }

    [Fact]
    public async Task A_park_and_its_district_are_two_subjects()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(ClaimSeeds.Figure(1, "park", Park, Settled, 146, "家", "146家"))
                .Printing(ClaimSeeds.Figure(1, "district", District, Settled, 186, "家", "186家"), "5.1")
        );

        var answer = await OneAsync("蓝浦区入驻企业146家");

        answer.Verdict.ShouldBe(Verdict.Refuted);
        (await OneAsync("蓝浦的高新区入驻企业146家")).Verdict.ShouldBe(Verdict.Supported);
        answer.Evidence.ShouldHaveSingleItem().About.Id.ShouldBe(District);
        answer.Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.OtherSubject && flag.Chinese.Contains("蓝浦高新区"));
        (await OneAsync("蓝浦高新区入驻企业146家")).Verdict.ShouldBe(Verdict.Supported);
    }

    [Theory]
    [InlineData("云海海铁联运的重箱重500公斤", 200, Hedge.MoreThan, "超过200公斤")]
    [InlineData("云海海铁联运的重箱重200公斤", 200, Hedge.MoreThan, "超过200公斤")]
    public async Task A_hedge_of_the_record_can_leave_it_open(string claim, int number, Hedge hedge, string printed)
    {
        await ImportAsync(Registry().With(Mass()));
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", SeaRail, "indicator:box-mass", number, "公斤", printed, hedge)));

        var answer = await OneAsync(claim);

        (answer.Verdict, answer.Reason).ShouldBe((Verdict.NotEnoughEvidence, ClaimReason.HedgeTooWide));
        answer.Evidence.ShouldHaveSingleItem().Figure.Figure.ShouldBe(printed);
        answer.Computation.ShouldNotBeNull().ShouldContain("(200, ∞)");
    }

    [Fact]
    public async Task A_number_in_万_for_one_without_is_named()
    {
        await TiersAsync();

        var answer = await OneAsync("云海市有58万家国家级灯塔企业");

        answer.Verdict.ShouldBe(Verdict.Refuted);
        answer.Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.WrongMagnitude && flag.Chinese.Contains('万'));
    }

    [Fact]
    public async Task An_English_claim_meets_the_same_record()
    {
        await TiersAsync();

        (await OneAsync("Yunhai has 58 national beacon firms.")).Verdict.ShouldBe(Verdict.Supported);
        (await OneAsync("Yunhai has more than 60 national beacon firms.")).Verdict.ShouldBe(Verdict.Refuted);
    }

    [Fact]
    public async Task A_word_that_stands_for_the_subject_is_followed_and_the_option_counts_where_nothing_is_named()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", "org:tide-lamps", Settled, 5, "家", "5家")));

        (await OneAsync("潮声灯具开了新店。该公司入驻企业5家")).SubjectGround.ShouldBe(SubjectGround.Pronoun);
        (await OneAsync("入驻企业5家", new() { About = "org:tide-lamps" })).Verdict.ShouldBe(Verdict.Supported);
        (await OneAsync("入驻企业5家", new() { About = District })).Verdict.ShouldBe(Verdict.NotEnoughEvidence);
    }

    private static Entity Mass() =>
        Named(EntityTypes.Indicator, "indicator:box-mass", "单件质量", "Mass of one piece") with
        {
            Properties = new Dictionary<string, string> { ["dimension"] = "MASS" },
        };

    private async Task TiersAsync()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(ClaimSeeds.Figure(1, "national", City, National, 58, "家", "58家"))
                .Printing(ClaimSeeds.Figure(1, "provincial", City, Provincial, 383, "家", "383家"), "5.1")
                .Printing(ClaimSeeds.Figure(1, "key", City, Key, 25, "家", "25家"), "6.1")
        );
    }

    private async Task FreightAsync()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(60).Printing(Rate(60, "b", SeaRail, Freight, 240, "同比增长240%", Comparison.YearOnYear).In(Months(2031, 4)), "5.1")
        );
    }

    private async Task<ClaimAnswer> OneAsync(string text, ClaimOptions? options = null) =>
        (await new ClaimChecker().CheckAsync(Store, text, options ?? new(), Cancel)).Claims.ShouldHaveSingleItem();
}
