using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

public sealed class DoubleEntryMessageTests : IDisposable
{
    private readonly YunlingPaper _paper = new();

    [Fact]
    public async Task A_message_says_what_was_found_what_is_read_by_which_rule_and_what_is_allowed()
    {
        _paper.With("3个百分点", "points: 3 百分点", "growth: 3 %");
        var problem = (await _paper.CheckAsync()).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(ProblemCodes.ReadsOtherwise);
        problem.Location.ToString().ShouldBe("articles/2023-04-27/01-quarter.yaml:48 facts[6].figures[1]");
        problem.Message.ShouldBe(
            "Found measure RATE_OF_CHANGE; at 9.1 it reads POINTS (POINTS, '3个百分点'). Allowed is points; or, where the print is "
                + "unusual, reads: measure POINTS, because: the reason."
        );
    }

    [Fact]
    public async Task The_message_that_the_README_shows_is_told_so()
    {
        using var seeds = new SeedFolder();
        var problem = (
            await seeds.WithArticle("against: YEAR_ON_YEAR", "against: ON_PREVIOUS").CheckAsync()
        ).Problems.ShouldHaveSingleItem();
        var readme = await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Seeds, "README.md"), TestContext.Current.CancellationToken);
        readme.ReplaceLineEndings(" ").ShouldContain(problem.ToString());
    }

    [Fact]
    public async Task The_words_alone_tell_what_they_can_where_no_text_is_at_hand()
    {
        _paper.With("3个百分点", "points: 3 百分点", "growth: 3 %");
        _paper.With("压缩至原来的30%", "-70 %", "-30 %");
        _paper.With("46%", "share: 46 %, of: 发运量, shareOf: 全市发运量", "growth: 46 %, of: 发运量");
        (await _paper.CheckAsync(withTexts: false))
            .Problems.Select(problem => (problem.Code, problem.Location.Field))
            .ShouldBe([(ProblemCodes.ReadsOtherwise, "facts[6].figures[0]"), (ProblemCodes.ReadsOtherwise, "facts[6].figures[1]")]);
    }

    [Fact]
    public async Task Errors_of_one_file_are_told_all_at_once_in_the_order_of_its_lines()
    {
        int[] lines =
        [
            _paper.With("320.5亿元", ", accumulation: CUMULATIVE", ""),
            _paper.With("2.1%", "ON_PREVIOUS", "YEAR_ON_YEAR"),
            _paper.With("46.2亿元", "about: 青石区", "about: 白沙区"),
            _paper.With("612家", "612 家", "612 项"),
            _paper.With("480人", "level", "change"),
            _paper.With("突破1800亿元", "status: TARGET, ", ""),
        ];
        var problems = (await _paper.CheckAsync()).Problems;
        problems
            .Where(problem => problem.Code == ProblemCodes.ReadsOtherwise)
            .Select(problem => problem.Location.Line)
            .ShouldBe([.. lines]);
    }

    [Fact]
    public async Task Two_faults_of_one_figure_are_two_problems_and_what_follows_from_one_is_none()
    {
        _paper.With("2.1%", "growth: -2.1 %, against: ON_PREVIOUS, of: 产值", "share: 2.1 %, of: 产值, status: TARGET");
        (await _paper.CheckAsync())
            .Problems.Select(problem => problem.Message.Split(';')[0])
            .ShouldBe(["Found measure SHARE", "Found status TARGET"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_figure_that_is_not_where_it_is_cited_is_told_once()
    {
        _paper.With("480人", "figure: 480人", "figure: 490人");
        (await _paper.CheckAsync()).Problems.Select(problem => problem.Code).ShouldNotContain(ProblemCodes.ReadsOtherwise);
    }

    public void Dispose() => _paper.Dispose();
}
