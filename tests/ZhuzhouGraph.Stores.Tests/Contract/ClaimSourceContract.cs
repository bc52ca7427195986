using NodaTime;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text.Claims;
using static ZhuzhouGraph.Stores.Tests.Contract.ClaimSeeds;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>
/// What an answer to a claim says of several prints: sources that differ, later prints, corrections, texts of many claims, and what follows
/// from figures. All of it is invented.
/// </summary>
public abstract class ClaimSourceContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task Sources_that_differ_are_told_and_never_averaged()
    {
        await ImportAsync(Registry());
        var year = Days("2030年", new(2030, 1, 1), new(2030, 12, 31));
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", City, Settled, 140, "家", "140家").In(year)));
        await ImportAsync(Article(2).Printing(ClaimSeeds.Figure(2, "a", City, Settled, 190, "家", "190家").In(year)));

        var answer = await OneAsync("2030年云海市入驻企业140家");

        answer.Verdict.ShouldBe(Verdict.ConflictingSources);
        answer.Evidence.Select(one => one.Figure.Figure).ShouldBe(["140家", "190家"]);
        answer.Evidence.Select(one => one.Origin).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task A_claim_that_a_later_print_overtook_is_outdated()
    {
        await TwoPrintsAsync();

        (await OneAsync("云海市入驻企业140家")).Verdict.ShouldBe(Verdict.Outdated);
        (await OneAsync("云海市入驻企业190家")).Verdict.ShouldBe(Verdict.Supported);
    }

    [Fact]
    public async Task What_was_known_on_a_day_is_answered_by_what_was_printed_until_then()
    {
        await TwoPrintsAsync();
        var then = FirstDay.PlusDays(20);

        (await OneAsync("云海市入驻企业140家", new() { AsOf = then })).Verdict.ShouldBe(Verdict.Supported);
        (await OneAsync("云海市入驻企业190家", new() { AsOf = then })).Verdict.ShouldBe(Verdict.Refuted);
    }

    [Fact]
    public async Task An_article_supports_no_claim_of_its_own()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", City, Settled, 140, "家", "140家")));

        var answer = await OneAsync("云海市入驻企业140家", new() { Article = ArticleId(1) });

        answer.Verdict.ShouldBe(Verdict.AsPrinted);
        answer.Chinese.ShouldContain("自身");
    }

    [Fact]
    public async Task A_corrected_article_keeps_its_old_figure_as_superseded()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", City, Settled, 140, "家", "140家")));
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", City, Settled, 190, "家", "190家")));

        var answer = await OneAsync("云海市入驻企业140家");

        answer.Verdict.ShouldBe(Verdict.Refuted);
        answer.Superseded.ShouldHaveSingleItem().Figure.Figure.ShouldBe("140家");
        answer.Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.Superseded && flag.Chinese.Contains("2031-04-02T08:00:00Z"));
    }

    [Fact]
    public async Task A_goal_told_as_a_fact_is_named_and_a_goal_is_not_checked()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1).Printing(ClaimSeeds.Figure(1, "a", City, Settled, 200, "家", "200家") with { Status = ObservationStatus.Target })
        );

        var told = await OneAsync("云海市入驻企业200家");
        var goal = await OneAsync("云海市力争入驻企业达到200家");

        (told.Verdict, told.Reason).ShouldBe((Verdict.NotEnoughEvidence, ClaimReason.Forecast));
        told.Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.GoalToldAsFact);
        (goal.Verdict, goal.Reason).ShouldBe((Verdict.NotCheckable, ClaimReason.Forecast));
    }

    [Fact]
    public async Task Two_claims_of_a_sentence_have_a_quote_each_and_what_follows_from_both_is_told()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(60)
                .Printing(ClaimSeeds.Figure(60, "a", SeaRail, Freight, 1.4m, "标箱", "1.4万标箱", multiplier: 4).In(Months(2031, 4)))
                .Printing(Rate(60, "b", SeaRail, Freight, 240, "同比增长240%", Comparison.YearOnYear).In(Months(2031, 4)), "4.2")
        );
        const string text = "今年1至4月云海海铁联运重箱发运1.4万标箱，同比增长240%";

        var claims = (await CheckAsync(text, new() { ClaimDate = new LocalDate(2031, 5, 10) })).Claims;

        claims.Select(claim => claim.Verdict).ShouldBe([Verdict.Supported, Verdict.Supported]);
        claims.Select(claim => claim.Claim.Quote).ShouldBe(["今年1至4月云海海铁联运重箱发运1.4万标箱", "同比增长240%"]);
        var implied = claims[1].Implied.ShouldHaveSingleItem();
        implied.Formula.ShouldBe("14000 teu / (1 + 240 / 100)");
        implied.Interval.Lower!.Value.ShouldBeInRange(3960, 3970);
        implied.Interval.Upper!.Value.ShouldBeInRange(4270, 4272);
    }

    [Theory]
    [InlineData("2031年1至4月云海海铁联运重箱发运量同比增长100%", Verdict.Supported)]
    [InlineData("2031年1至4月云海海铁联运重箱发运量同比增长150%", Verdict.Refuted)]
    [InlineData("2031年1至4月云海海铁联运重箱发运量同比增加2000标箱", Verdict.Supported)]
    public async Task Growth_follows_from_two_levels(string claim, Verdict verdict)
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(60)
                .Printing(ClaimSeeds.Figure(60, "a", SeaRail, Freight, 4000, "标箱", "4000标箱").In(Months(2031, 4)))
                .Printing(ClaimSeeds.Figure(60, "b", SeaRail, Freight, 2000, "标箱", "2000标箱").In(Months(2030, 4)), "5.1")
        );

        var answer = await OneAsync(claim, new() { ClaimDate = new LocalDate(2031, 5, 10) });

        answer.Verdict.ShouldBe(verdict);
        answer.Evidence.Select(one => one.Figure.Figure).ShouldBe(["4000标箱", "2000标箱"]);
        answer.Evidence[0].Formula.ShouldNotBeNull().ShouldContain("2000");
    }

    [Fact]
    public async Task A_share_follows_from_part_and_whole()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(ClaimSeeds.Figure(1, "a", City, Key, 15, "家", "15家"))
                .Printing(ClaimSeeds.Figure(1, "b", City, National, 60, "家", "60家"), "5.1")
        );

        var answer = await OneAsync("云海市国家级重点灯塔企业占25%");

        answer.Verdict.ShouldBe(Verdict.Supported);
        answer.Evidence.Select(one => one.Figure.Figure).ShouldBe(["15家", "60家"]);
    }

    [Fact]
    public async Task Every_figure_of_a_pasted_article_has_its_place_and_parts_are_added_up()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", City, Settled, 140, "家", "140家")));
        const string text =
            "灯会开幕\r\n云海市入驻企业140家，其中外地企业90家、本地企业60家。\n“十五五”末，云海市力争入驻企业达到300家。\n灯塔企业约㊿家。";

        var report = await CheckAsync(text);

        report.Claims.Count.ShouldBe(4);
        foreach (var answer in report.Claims)
        {
            text[answer.Claim.Span.Start..answer.Claim.Span.End].ShouldBe(answer.Claim.Quote);
            text[answer.Claim.FigureSpan.Start..answer.Claim.FigureSpan.End].ShouldBe(answer.Claim.Printed);
        }
        report.Claims[0].Verdict.ShouldBe(Verdict.Supported);
        report.Claims[0].Flags.ShouldContain(flag => flag.Kind == ContextFlagKind.PartsDoNotAddUp && flag.Chinese.Contains("150"));
        report.Claims[^1].Verdict.ShouldBe(Verdict.NotCheckable);
    }

    [Fact]
    public async Task A_text_without_figures_and_an_empty_graph_have_answers_too()
    {
        (await CheckAsync("云海市的灯会开幕了。")).Reason.ShouldBe(ClaimReason.Unparsed);
        (await OneAsync("云海市入驻企业140家")).Verdict.ShouldBe(Verdict.NotEnoughEvidence);
    }

    private async Task TwoPrintsAsync()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(ClaimSeeds.Figure(1, "a", City, Settled, 140, "家", "140家")));
        await ImportAsync(Article(40).Printing(ClaimSeeds.Figure(40, "a", City, Settled, 190, "家", "190家")));
    }

    private async Task<ClaimAnswer> OneAsync(string text, ClaimOptions? options = null) =>
        (await CheckAsync(text, options)).Claims.ShouldHaveSingleItem();

    private Task<ClaimReport> CheckAsync(string text, ClaimOptions? options = null) =>
        new ClaimChecker().CheckAsync(Store, text, options ?? new(), Cancel);
}
