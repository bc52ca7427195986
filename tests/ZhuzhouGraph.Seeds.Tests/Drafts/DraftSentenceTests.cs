namespace ZhuzhouGraph.Seeds.Tests.Drafts;

/// <summary>What single sentences become. Each expectation was written from the sentence.</summary>
public sealed class DraftSentenceTests : IDisposable
{
    private readonly DraftFolder _folder = new();

    [Theory]
    [InlineData("东港集团压缩至30%。", "{figure: 压缩至30%, growth: -70 %, of: TODO, about: 东港集团}")]
    [InlineData("东港集团吞吐量增长2.4倍。", "{figure: 增长2.4倍, growth: 240 %, of: 吞吐量, about: 东港集团}")]
    [InlineData("东港集团吞吐量翻两番。", "{figure: 翻两番, multiple: 4 倍, of: 吞吐量, about: 东港集团}")]
    [InlineData("东港集团吞吐量提高3个百分点。", "{figure: 提高3个百分点, points: 3 百分点, of: 吞吐量, about: 东港集团}")]
    [InlineData("东港集团有员工近80人。", "{figure: 近80人, level: 80 人, hedge: NEARLY, of: TODO 员工, about: 东港集团}")]
    [InlineData("东港集团有员工十余人。", "{figure: 十余人, level: 人, hedge: TEENS, of: TODO 员工, about: 东港集团}")]
    [InlineData("东港集团深水泊位增加到58个。", "{figure: 增加到58个, level: 58 个, of: 深水泊位数, about: 东港集团}")]
    [InlineData("东港集团膜厚15至20微米。", "{figure: 15至20微米, level: 15..20 微米, of: TODO 膜厚, about: 东港集团}")]
    [InlineData("东港集团力争吞吐量达5万标箱。", "{figure: 5万标箱, level: 5万 标箱, of: 吞吐量, about: 东港集团, status: TARGET}")]
    public void A_figure_is_complete_as_it_reads(string sentence, string figure) => Figures(sentence).ShouldBe([figure]);

    [Theory]
    [InlineData("东港集团吞吐量较年初增长5%。", "against: BASE_PERIOD, base: 年初")]
    [InlineData("东港集团吞吐量两年平均增长5%。", "against: AVERAGE_SINCE, base: 两年平均")]
    [InlineData("东港集团吞吐量环比增长5%。", "against: ON_PREVIOUS")]
    [InlineData("东港集团增速高于西港0.8个百分点。", "against: OTHER_ENTITY, base: 西港")]
    [InlineData("东港集团吞吐量比2019年同期增长5%。", "against: BASE_PERIOD, base: 2019年同期")]
    public void A_comparison_has_its_base_as_printed(string sentence, string against) =>
        Figures(sentence).ShouldHaveSingleItem().ShouldContain(against);

    [Fact]
    public void A_unit_that_is_not_declared_is_left_to_do() =>
        Figures("东港集团有渔网130张。").ShouldBe(["{figure: 130张, level: TODO 130张, of: TODO 渔网, about: 东港集团}"]);

    [Fact]
    public void A_list_of_figures_goes_to_a_list_of_names() =>
        Figures("西城区、南河区吞吐量分别增长3%、5%。")
            .ShouldBe(["{figure: 增长3%, growth: 3 %, of: 吞吐量, about: 西城区}", "{figure: 5%, growth: 5 %, of: 吞吐量, about: 南河区}"]);

    [Fact]
    public void The_whole_city_is_that_of_the_paper() =>
        _folder
            .FactsOf("全市有企业58家。")
            .ShouldContain("# about 东港: is the city of the paper, 全市\n  - {figure: 58家, level: 58 家, of: TODO 企业, about: 东港}");

    [Fact]
    public void A_figure_that_stands_twice_says_which_one_it_is() =>
        Figures("东港集团有企业5家,东港市有学校5家。").Select(figure => figure[^14..]).ShouldBe(["occurrence: 1}", "occurrence: 2}"]);

    [Fact]
    public void What_the_sentence_denies_or_nobody_reads_is_no_figure()
    {
        var yaml = _folder.FactsOf("东港集团增速未达到5%,设备减少2倍。");
        yaml.ShouldNotContain("figure:");
        yaml.ShouldContain("- {at: 2.1, words: 5%, reason: TODO the sentence denies it}");
        yaml.ShouldContain("- {at: 2.1, words: 2倍, reason: TODO a decrease told in 倍 has no meaning that is certain}");
    }

    [Theory]
    [InlineData("东港集团说,吞吐量增长。", "mentions: [东港集团]")]
    [InlineData("全市委托东港集团办理。", "mentions: [东港集团]")]
    [InlineData("东港日报记者在东港市采访。", "mentions: [东港市]")]
    [InlineData("李娜来到东港。", "mentions: [{id: TODO person:li-na or person:li-na-doctor, words: 李娜}, 东港]")]
    public void The_longest_name_is_mentioned_and_none_inside_it(string sentence, string mentions) =>
        _folder.FactsOf(sentence).Split('\n')[2].Trim().ShouldBe(mentions);

    [Theory]
    [InlineData(
        "市委副书记、市长李明到场。",
        "{from: 李明, holdsPost: 市委, title: 市委副书记}",
        "{from: 李明, holdsPost: TODO, title: 市长}"
    )]
    [InlineData(
        "东港集团党委书记、总经理李明到场。",
        "{from: 李明, holdsPost: 东港集团, title: 党委书记}",
        "{from: 李明, holdsPost: 东港集团, title: 总经理}"
    )]
    [InlineData("东港海关关长李明到场。", "{from: 李明, holdsPost: TODO 东港海关, title: 关长}")]
    [InlineData(
        "市领导李明、赵强参加。",
        "{from: [李明, 赵强], holdsPost: TODO, title: 市领导}",
        "{from: [李明, 赵强], tookPartIn: TODO, role: PARTICIPANT, word: 参加}"
    )]
    [InlineData("会议由李明主持。", "{from: 李明, tookPartIn: TODO, role: CHAIR, word: 主持}")]
    public void Posts_and_participants_are_links(string sentence, params string[] links) => Items(sentence, "links:").ShouldBe(links);

    [Fact]
    public void Whoever_says_a_figure_is_named_or_left_to_do()
    {
        Figures("东港集团相关负责人表示,吞吐量达5万标箱。").ShouldBe(["{figure: 5万标箱, level: 5万 标箱, of: 吞吐量, about: 东港集团}"]);
        _folder.FactsOf("东港集团相关负责人表示,吞吐量达5万标箱。").ShouldContain("by: 东港集团\n  capacity: 相关负责人\n");
        _folder.FactsOf("东港市统计局表示,企业达5家。").ShouldContain("by: TODO 东港市统计局\n");
    }

    private List<string> Figures(string sentence) => Items(sentence, "figures:");

    private List<string> Items(string sentence, string key)
    {
        var yaml = _folder.FactsOf(sentence);
        var (start, end) = (yaml.IndexOf(key, StringComparison.Ordinal), yaml.IndexOf("notRecorded", StringComparison.Ordinal));
        start.ShouldBeGreaterThan(0, yaml);
        return
        [
            .. yaml[start..(end < 0 ? yaml.Length : end)]
                .Split('\n')
                .Select(line => line.Trim())
                .Where(line => line.StartsWith("- {", StringComparison.Ordinal))
                .Select(line => line[2..]),
        ];
    }

    public void Dispose() => _folder.Dispose();
}
