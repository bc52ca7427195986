using NodaTime;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text.Claims;
using ZhuzhouGraph.Text.Claims.Relations;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>What an answer says of who did what, where and when, whatever the store. The city and all of its people are invented.</summary>
public abstract class RelationClaimContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string Reeds = "person:lu-wei",
        Shore = "person:liu-an",
        North = "place:beilan",
        South = "place:nanlan",
        Hall = "place:yunhai-branch-room",
        Park = "org:beilan-park",
        OtherPark = "org:nanlan-park",
        Meeting = "event:lantern-meeting",
        Fair = "event:lantern-fair",
        Honour = "award:bright-park";

    private static readonly LocalDate Day = new(2031, 3, 4);

    [Theory]
    [InlineData("灯笼工作会由蓝桥主持", Verdict.Supported, RelationRule.Printed)]
    [InlineData("主持灯笼工作会的是蓝桥", Verdict.Supported, RelationRule.Printed)]
    [InlineData("灯笼工作会由芦苇主持", Verdict.Refuted, RelationRule.GivenToAnother)]
    [InlineData("灯笼工作会由白鹭主持", Verdict.Refuted, RelationRule.GivenToAnother)]
    [InlineData("蓝桥没有主持灯笼工作会", Verdict.Refuted, RelationRule.Denied)]
    [InlineData("芦苇没有主持灯笼工作会", Verdict.Supported, RelationRule.Denied)]
    [InlineData("Lan Qiao chaired the lantern work meeting.", Verdict.Supported, RelationRule.Printed)]
    [InlineData("The lantern work meeting was chaired by Lu Wei.", Verdict.Refuted, RelationRule.GivenToAnother)]
    public async Task The_chair_is_one_persons_and_the_answer_says_whose(string claim, Verdict verdict, RelationRule rule)
    {
        await MeetingAsync();

        var answer = await OneAsync(claim);

        (answer.Verdict, answer.Rule).ShouldBe((verdict, rule));
        var evidence = answer.Evidence.ShouldHaveSingleItem();
        evidence.From.Id.ShouldBe(Mayor);
        evidence.Citation!.Address.ToString().ShouldBe("3.1");
        answer.Chinese.ShouldContain("蓝桥主持灯笼工作会");
        answer.Chinese.ShouldContain("云海晚报2031-03-06《灯会第5日》3.1");
        answer.English.ShouldContain("Lan Qiao");
    }

    [Theory]
    [InlineData("灯笼工作会在北岚区召开", Verdict.Supported)]
    [InlineData("灯笼工作会在南岚区召开", Verdict.Refuted)]
    [InlineData("灯笼工作会3月4日召开", Verdict.Supported)]
    [InlineData("灯笼工作会3月2日在北岚区召开", Verdict.Refuted)]
    [InlineData("灯笼工作会今天召开", Verdict.TrueButNeedsContext)]
    [InlineData("灯笼工作会在分会议室召开", Verdict.TrueButNeedsContext)]
    [InlineData("灯笼工作会的主会场设在分会议室", Verdict.Refuted)]
    [InlineData("The lantern work meeting was held in Nanlan.", Verdict.Refuted)]
    public async Task An_event_has_its_place_and_its_day(string claim, Verdict verdict)
    {
        await MeetingAsync();

        var answer = await OneAsync(claim, new() { ClaimDate = Day.PlusDays(1) });

        answer.Verdict.ShouldBe(verdict);
        answer.Evidence.ShouldNotBeEmpty();
        if (verdict is Verdict.Refuted)
            answer.Chinese.ShouldContain(claim.Contains('日', StringComparison.Ordinal) ? "3月4日" : "北岚区");
    }

    [Theory]
    [InlineData("北岚园区获得亮灯园区称号", Verdict.Supported)]
    [InlineData("南岚园区获得亮灯园区称号", Verdict.Refuted)]
    [InlineData("芦苇获得亮灯园区称号", Verdict.NotEnoughEvidence)]
    public async Task An_honour_of_one_park_is_not_that_of_another(string claim, Verdict verdict)
    {
        await MeetingAsync();

        var answer = await OneAsync(claim);

        answer.Verdict.ShouldBe(verdict);
        if (verdict is Verdict.Refuted)
            answer.Chinese.ShouldContain("北岚园区获得亮灯园区");
    }

    [Theory]
    [InlineData("芦苇出席了灯笼工作会", "by video", "视频")]
    [InlineData("柳岸在北岚区出席了灯笼工作会", "branch", "分会议室")]
    public async Task By_video_or_in_another_room_is_true_but_needs_context(string claim, string why, string told)
    {
        await MeetingAsync();

        var answer = await OneAsync(claim);

        (answer.Verdict, answer.Rule).ShouldBe((Verdict.TrueButNeedsContext, RelationRule.InDegree), why);
        answer.Note.ShouldNotBeNull().ShouldContain(told);
        answer.Chinese.ShouldContain(told);
    }

    [Fact]
    public async Task What_no_print_says_is_not_refuted_and_the_nearest_is_told()
    {
        await MeetingAsync();

        var answer = await OneAsync("柳岸在灯笼工作会上发言");

        (answer.Verdict, answer.Reason).ShouldBe((Verdict.NotEnoughEvidence, ClaimReason.NotPrinted));
        answer.Evidence.ShouldBeEmpty();
        var near = answer.Nearest[0];
        (near.From.Id, near.To.Id, near.Match.Differing).ShouldBe((Shore, Meeting, "act"));
        answer.Chinese.ShouldContain("最接近的是");
    }

    [Theory]
    [InlineData("柳岸、芦苇参加了灯笼工作会", Verdict.TrueButNeedsContext, 2)]
    [InlineData("柳岸和蓝桥出席了灯笼工作会", Verdict.Supported, 2)]
    [InlineData("Liu An and Lan Qiao attended the lantern work meeting.", Verdict.Supported, 2)]
    [InlineData("柳岸和蓝桥参加了灯笼大集", Verdict.NotEnoughEvidence, 0)]
    public async Task All_of_a_list_have_to_have_been_there(string claim, Verdict verdict, int evidence)
    {
        await MeetingAsync();

        var answer = await OneAsync(claim);

        answer.Verdict.ShouldBe(verdict);
        answer.Evidence.Count.ShouldBe(evidence);
        answer.Claim.Slots.Count(slot => slot.Name == "subject").ShouldBe(2);
        foreach (var slot in answer.Claim.Slots.Where(slot => slot.Span is not null))
            claim[slot.Span!.Start..slot.Span.End].ShouldBe(slot.Words);
    }

    [Theory]
    [InlineData("灯笼大集将在南岚区举行", Verdict.Supported)]
    [InlineData("灯笼大集已在南岚区圆满闭幕", Verdict.NotEnoughEvidence)]
    public async Task What_is_announced_is_not_done(string claim, Verdict verdict)
    {
        await MeetingAsync();

        (await OneAsync(claim)).Verdict.ShouldBe(verdict);
    }

    [Theory]
    [InlineData("蓝桥是云海港务处的处长", Verdict.Supported)]
    [InlineData("芦苇是云海港务处的处长", Verdict.Refuted)]
    [InlineData("芦苇是北岚园区的主任", Verdict.Supported)]
    [InlineData("柳岸是北岚园区的主任", Verdict.Refuted)]
    [InlineData("芦苇是北岚园区的副主任", Verdict.NotEnoughEvidence)]
    [InlineData("芦苇曾任北岚园区主任", Verdict.TrueButNeedsContext)]
    [InlineData("Lu Wei is the director of Beilan Park.", Verdict.Supported)]
    public async Task A_post_that_one_holds_is_refuted_of_another(string claim, Verdict verdict)
    {
        await MeetingAsync();

        (await OneAsync(claim)).Verdict.ShouldBe(verdict);
    }

    [Fact]
    public async Task An_article_supports_no_claim_of_its_own_and_a_later_one_is_no_evidence_before()
    {
        await MeetingAsync();

        (await OneAsync("灯笼工作会由蓝桥主持", new() { Article = ArticleId(5) })).Verdict.ShouldBe(Verdict.AsPrinted);
        (await OneAsync("灯笼工作会由蓝桥主持", new() { AsOf = FirstDay })).Verdict.ShouldBe(Verdict.NotEnoughEvidence);
    }

    [Fact]
    public async Task A_clause_with_a_figure_is_a_claim_of_the_figure_and_the_other_one_of_a_relation()
    {
        await MeetingAsync();

        var report = await CheckAsync("云海市入驻企业140家，灯笼工作会由芦苇主持", new());

        report.Claims.ShouldHaveSingleItem().Claim.Printed.ShouldBe("140家");
        var relation = report.Relations.ShouldHaveSingleItem();
        (relation.Claim.Quote, relation.Verdict).ShouldBe(("灯笼工作会由芦苇主持", Verdict.Refuted));
    }

    private async Task MeetingAsync()
    {
        await ImportAsync(ClaimSeeds.Registry());
        await ImportAsync(
            Article(5)
                .With(
                    Named(EntityTypes.Official, Reeds, "芦苇", "Lu Wei"),
                    Named(EntityTypes.Official, Shore, "柳岸", "Liu An"),
                    Named(EntityTypes.Place, North, "北岚区", "Beilan") with
                    {
                        Kind = "DISTRICT",
                    },
                    Named(EntityTypes.Place, South, "南岚区", "Nanlan") with
                    {
                        Kind = "DISTRICT",
                    },
                    Named(EntityTypes.Place, Hall, "分会议室", "Branch room") with
                    {
                        Kind = "SITE",
                    },
                    Named(EntityTypes.Organization, Park, "北岚园区", "Beilan Park") with
                    {
                        Kind = EntityTypes.Park,
                    },
                    Named(EntityTypes.Organization, OtherPark, "南岚园区", "Nanlan Park") with
                    {
                        Kind = EntityTypes.Park,
                    },
                    Named(EntityTypes.Award, Honour, "亮灯园区", "Bright park") with
                    {
                        Kind = "HONOUR",
                    },
                    Happening(Meeting, "灯笼工作会", "Lantern work meeting", "HELD", Day),
                    Happening(Fair, "灯笼大集", "Great lantern fair", "PLANNED", Day.PlusDays(20))
                )
                .Stating(Part(Mayor, "CHAIR"))
                .Stating(Part(Shore, "PARTICIPANT", ("venue", Hall)), "3.2")
                .Stating(Part(Reeds, "PARTICIPANT", ("word", "视频参加")), "3.3")
                .Stating(Link(RelationshipTypes.HeldAt, Meeting, North, null, ("role", "MAIN")), "3.4")
                .Stating(Link(RelationshipTypes.HeldAt, Meeting, Hall, null, ("role", "BRANCH")), "3.5")
                .Stating(Link(RelationshipTypes.HeldAt, Fair, South, null, ("role", "MAIN")), "3.6")
                .Stating(Link(RelationshipTypes.Received, Park, Honour, null, ("year", "2030")), "3.7")
                .Stating(Post(Mayor, Harbour, "处长"), "3.8")
                .Stating(Post(Reeds, Park, "主任"), "3.9")
        );
    }

    private static Entity Happening(string id, string chinese, string english, string standing, LocalDate day) =>
        Named(EntityTypes.Event, id, chinese, english) with
        {
            Kind = "CONFERENCE",
            Properties = new Dictionary<string, string> { ["standing"] = standing },
            Period = Days(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日"), day, day),
        };

    private static Relationship Part(string who, string role, params (string, string)[] more) =>
        Link(RelationshipTypes.TookPartIn, who, Meeting, null, [("role", role), .. more]);

    private async Task<RelationAnswer> OneAsync(string text, ClaimOptions? options = null) =>
        (await CheckAsync(text, options ?? new())).Relations.ShouldHaveSingleItem();

    private Task<ClaimReport> CheckAsync(string text, ClaimOptions options) => new ClaimChecker().CheckAsync(Store, text, options, Cancel);
}
