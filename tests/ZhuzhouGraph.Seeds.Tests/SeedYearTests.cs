namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>Every year lies in 1000–2999: stated, of a document, of an issue, or counted from one.</summary>
public sealed class SeedYearTests : IDisposable
{
    private const string Article = "articles/2023-05-04/01-throughput.yaml";
    private const string Issue = "articles/2023-05-04/issue.yaml";
    private const string Background = "registry/background.yaml";

    private readonly SeedFolder _folder = new();

    [Theory]
    [InlineData("when: 今年1至4月", "when: {words: 今年1至4月, from: 0999-01-01}", 17)]
    [InlineData("when: 今年1至4月", "when: {words: 今年1至4月, to: 3000-01-01}", 17)]
    [InlineData("when: 今年1至4月", "when: {words: 今年1至4月, from: 9999-12-31}", 17)]
    [InlineData("when: 今年1至4月", "when: {words: 今年1至4月, from: -0001-01-01}", 17)]
    [InlineData("when: 5月3日", "when: {words: 5月3日, from: 0001-01-01, to: 2023-05-03}", 6)]
    public async Task A_day_of_another_year_is_one_problem(string right, string wrong, int line)
    {
        var problem = await SoleProblemAsync(_folder.WithArticle(right, wrong));
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.InvalidPeriod, Article, line));
        problem.Message.ShouldContain("in a year from 1000 to 2999");
    }

    [Theory]
    [InlineData("0999-05-04")]
    [InlineData("3000-05-04")]
    [InlineData("9999-12-31")]
    public async Task An_issue_of_another_year_is_one_problem(string date)
    {
        _folder.WithArticle("when: 5月3日", "when: 后天").WithArticle("when: 今年1至4月", "when: 明年");
        var problem = await SoleProblemAsync(_folder.With(Issue, "2023-05-04", date));
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.InvalidValue, Issue, 3));
        problem.Message.ShouldContain("in a year from 1000 to 2999");
    }

    [Theory]
    [InlineData("1000-05-04", "去年", 999)]
    [InlineData("1001-05-04", "前年", 999)]
    [InlineData("2999-05-04", "明年", 3000)]
    [InlineData("2999-12-31", "明天", 3000)]
    [InlineData("1000-01-01", "前天", 999)]
    [InlineData("1000-06-04", "11月28日至1月3日", 1000)]
    public async Task A_period_that_is_counted_into_another_year_is_one_problem(string date, string words, int year)
    {
        _folder
            .With(Issue, "2023-05-04", date)
            .WithArticle("when: 今年1至4月", $"when: {words}")
            .WithArticle("- {figure: 3.1万", "- {status: TARGET, figure: 3.1万");
        var problems = (await _folder.CheckAsync(withTexts: false)).Problems.Where(p => p.Location.Line == 17).ToList();
        if (year is >= 1000 and <= 2999)
            problems.ShouldBeEmpty();
        else
            problems.ShouldHaveSingleItem().Message.ShouldContain($"the year {year}; allowed are years from 1000 to 2999");
    }

    [Theory]
    [InlineData("0999")]
    [InlineData("3000")]
    [InlineData("20070")]
    public async Task A_document_of_another_year_is_one_problem(string year)
    {
        _folder.Write(
            Background,
            $$"""
            references:
            - {id: reference:codes, title: 东海省区划代码, en: Codes of Donghai, publisher: 东海省标准局, year: {{year}}}
            links:
            - {from: 东港集团, locatedIn: 东海省, per: reference:codes}
            """
        );
        var problem = await SoleProblemAsync(_folder);
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.InvalidValue, Background, 2));
        problem.Message.ShouldContain("a year from 1000 to 2999");
    }

    [Theory]
    [InlineData("999")]
    [InlineData("3000")]
    public async Task An_award_of_another_year_is_one_problem(string year)
    {
        _folder.With(
            "registry/names.yaml",
            "- {id: place:province",
            "- {id: award:prize, type: Award, editorial: 东海奖, en: Prize}\n- {id: place:province"
        );
        _folder.WithArticle(
            "- {from: 王芳, wrote: this",
            $"- {{from: 李明, received: 东海奖, year: {year}}}\n  - {{from: 王芳, wrote: this"
        );
        var problem = await SoleProblemAsync(_folder);
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.InvalidValue, 12));
        problem.Message.ShouldContain("a year from 1000 to 2999");
    }

    private static async Task<Problem> SoleProblemAsync(SeedFolder folder)
    {
        var problems = (await folder.CheckAsync(withTexts: false)).Problems;
        return problems.Count == 1 ? problems[0] : throw new ShouldAssertException(string.Join('\n', problems.DefaultIfEmpty()));
    }

    public void Dispose() => _folder.Dispose();
}
