using System.Globalization;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>
/// The seeds of the repository against the paper itself. What is expected here was read from the paper, not from the program.
/// </summary>
public sealed class PaperTests
{
    [Fact]
    public async Task The_seeds_pass_without_the_text()
    {
        var seeds = await SeedImporter.CheckAsync(RepositoryRoot.Seeds, null, null, TestContext.Current.CancellationToken);
        seeds.Problems.ShouldBeEmpty(string.Join('\n', seeds.Problems));
        seeds.Seeds.Articles.Count.ShouldBe(9);
    }

    [Fact]
    public async Task Every_address_figure_and_name_stands_in_the_paper()
    {
        var seeds = await PaperAsync();
        seeds.Problems.ShouldBeEmpty(string.Join('\n', seeds.Problems));
        seeds.UnusedTexts.ShouldBeEmpty();
    }

    [Fact]
    public async Task No_sentence_and_no_numeral_of_the_paper_is_unaccounted_for()
    {
        var gaps = SeedCoverage.Gaps((await PaperAsync()).Seeds).ToList();
        gaps.ShouldBeEmpty(string.Join('\n', gaps));
    }

    [Fact]
    public async Task A_text_that_differs_by_one_character_is_another_text()
    {
        var folder = Directory.CreateTempSubdirectory("texts").FullName;
        var paper = Directory.GetFiles(RepositoryRoot.RequirePaper(), "*.txt").Single();
        var text = await File.ReadAllTextAsync(paper, TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "paper.txt"),
            text.Replace("58家", "59家", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );
        var seeds = await SeedImporter.CheckAsync(RepositoryRoot.Seeds, folder, null, TestContext.Current.CancellationToken);
        seeds.UnusedTexts.ShouldHaveSingleItem().Reason.ShouldContain("which no issue names");
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [InlineData("58家", "indicator:national-little-giants", "place:zhuzhou", Measure.Level, "58", "61.1")]
    [InlineData("383家", "indicator:provincial-little-giants", "place:zhuzhou", Measure.Level, "383", "61.1")]
    [InlineData("25家", "indicator:key-little-giants", "place:zhuzhou", Measure.Level, "25", "59.1")]
    [InlineData("均居全省第2", "indicator:national-little-giants", "place:zhuzhou", Measure.Rank, "2", "61.1")]
    [InlineData("居全国第17位", "indicator:key-little-giants", "place:zhuzhou", Measure.Rank, "17", "59.1")]
    [InlineData("同比增长240%", null, null, Measure.RateOfChange, "240", "17.1")]
    [InlineData("压缩30%", null, null, Measure.RateOfChange, "-30", "15.1")]
    [InlineData("1.4万标箱", null, null, Measure.Level, "14000", "17.1")]
    [InlineData("172家", null, "place:zhuzhou", Measure.Level, "172", "55.1")]
    [InlineData("80余项", null, "place:zhuzhou", Measure.Level, "80", "55.1")]
    public async Task A_figure_of_the_paper_is_recorded(
        string figure,
        string? indicator,
        string? about,
        Measure measure,
        string value,
        string address
    )
    {
        var seeds = await SeedImporter.CheckAsync(RepositoryRoot.Seeds, null, null, TestContext.Current.CancellationToken);
        seeds
            .Seeds.Articles.SelectMany(a => a.Facts)
            .ShouldContain(f =>
                f.Citation.Address.ToString() == address
                && f.Node is Observation
                && ((Observation)f.Node).Figure == figure
                && ((Observation)f.Node).Measure == measure
                && ((Observation)f.Node).Quantity.Value == decimal.Parse(value, CultureInfo.InvariantCulture)
                && (indicator == null || ((Observation)f.Node).Indicator == indicator)
                && (about == null || ((Observation)f.Node).About == about)
            );
    }

    [Fact]
    public async Task Facts_keep_their_times_and_their_reasons()
    {
        var links = await LinksAsync();

        Between(links, "SOUGHT", "person:zhang-bufeng", "org:dupont").Count.ShouldBe(2, "the purchase and the joint venture");
        Between(links, "SUPPLIES", "org:dupont", "place:china").ShouldAllBe(r => r.Period != null);
        (await FiguresAsync())
            .Where(o => o.Figure.Contains("6个月", StringComparison.Ordinal))
            .Select(o => o.Period?.Last)
            .ShouldBe([new(2009, 12, 31), new(2009, 12, 31)]);
        var held = Between(links, "HELD_AT", "event:evergreen-summit-5", "place:zhuzhou");
        held.Select(r => r.Id).Distinct().ShouldHaveSingleItem();
        held.Count.ShouldBe(3, "stated in three sentences");
        (await FiguresAsync()).ShouldNotContain(o => o.About == "place:yuejin-3-3xc-well", "it is still being drilled");
    }

    [Fact]
    public async Task Claims_are_no_larger_than_the_print()
    {
        var figures = await FiguresAsync();
        figures.ShouldContain(o => o.Within != null && o.Within.Words.StartsWith("“国字号”", StringComparison.Ordinal));
        figures.ShouldContain(o => o.Figure == "首条标准环湖游道");

        var links = await LinksAsync();
        links
            .Where(r => r is { Type.Name: "LOCATED_IN", To: "place:qingshuitang-new-town" })
            .ShouldAllBe(r => r.Status == StatementStatus.Inferred);
        links.Where(r => r is { Type.Name: "REPLACES" }).ShouldAllBe(r => r.Properties.ContainsKey("place"));
        links.ShouldNotContain(
            r => r.Type.Name == "CARRIES_OUT" && r.From == "event:five-good-parks-meeting",
            "the meeting asks for these things"
        );
    }

    [Fact]
    public async Task Kinds_and_names_are_those_of_the_paper()
    {
        var entities = (await SeedsAsync()).Seeds is var seeds
            ? seeds.Registry.Concat(seeds.Articles.SelectMany(a => a.Entities)).Select(x => x.Entity).ToList()
            : [];
        entities.Where(e => e.Kind == "FORMER").Select(e => e.Id).ShouldBe(["org:former-zhuzhou-iron-and-steel"]);
        entities.Where(e => e.Kind == "PORT").Select(e => e.Name).ShouldBe(["广州港", "广州南沙港"], ignoreOrder: true);
        entities.Single(e => e.Id == "award:hidden-champion").Names.ShouldNotContain(n => n.Text == "隐形冠军", "a common noun");
        seeds.Names.Find("株洲市", null).ShouldHaveSingleItem().Id.ShouldBe("place:zhuzhou");
        seeds.Names.Find("株洲市委", null).ShouldHaveSingleItem().Id.ShouldBe("org:zhuzhou-party-committee");
        seeds.Articles.ShouldAllBe(a => a.Article.Byline != null);

        var links = await LinksAsync();
        links.Count(r => r.Type == RelationshipTypes.PartOf).ShouldBe(14);
        links.Count(r => r.Type == RelationshipTypes.KindOf).ShouldBe(7);
        links.Where(r => r.Type == RelationshipTypes.FlowsInto).Select(r => r.To).ShouldBe(["place:xiang-river", "place:xiang-river"]);
        links.ShouldContain(r => r.From == "org:china-sports-lottery" && r.Properties["role"] == "SPONSOR");
        links.Count(r => r.Properties.GetValueOrDefault("by") == "org:crrc").ShouldBe(2);
    }

    [Fact]
    public async Task What_was_said_at_a_meeting_knows_the_meeting()
    {
        (await FiguresAsync())
            .Where(o => o.At != null)
            .GroupBy(o => o.At!)
            .ToDictionary(at => at.Key, at => at.Count())
            .ShouldBe(
                new Dictionary<string, int>
                {
                    ["event:summit-reception"] = 5,
                    ["event:cao-huiquan-regulator-talks"] = 3,
                    ["event:chen-huiqing-sunward-talks"] = 2,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Background_says_what_lies_in_the_city_and_by_which_document()
    {
        var background = (await SeedsAsync()).Seeds.Background.Select(x => x.Relationship).ToList();

        background
            .Where(r => r is { Type.Name: "LOCATED_IN", To: "place:zhuzhou" })
            .Select(r => r.From)
            .ShouldBe(
                ["place:tianyuan", "place:shifeng", "place:youxian", "place:liling", "org:zhuzhou-high-tech-zone"],
                ignoreOrder: true
            );
        background.ShouldAllBe(r => r.Status == StatementStatus.Reference && r.References.Count == 1);
    }

    private static async Task<List<Relationship>> LinksAsync() =>
        [.. (await SeedsAsync()).Seeds.Articles.SelectMany(a => a.Facts).Select(f => f.Node).OfType<Relationship>()];

    private static async Task<List<Observation>> FiguresAsync() =>
        [.. (await SeedsAsync()).Seeds.Articles.SelectMany(a => a.Facts).Select(f => f.Node).OfType<Observation>()];

    private static List<Relationship> Between(IEnumerable<Relationship> links, string type, string from, string to) =>
        [.. links.Where(r => r.Type.Name == type && r.From == from && r.To == to)];

    private static Task<CheckedSeeds> SeedsAsync() =>
        SeedImporter.CheckAsync(RepositoryRoot.Seeds, null, null, TestContext.Current.CancellationToken);

    private static Task<CheckedSeeds> PaperAsync() =>
        SeedImporter.CheckAsync(RepositoryRoot.Seeds, RepositoryRoot.RequirePaper(), null, TestContext.Current.CancellationToken);
}
