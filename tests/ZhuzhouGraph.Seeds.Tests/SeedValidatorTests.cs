namespace ZhuzhouGraph.Seeds.Tests;

public sealed class SeedValidatorTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    [Fact]
    public async Task Seeds_that_say_what_is_printed_have_no_problem()
    {
        var seeds = await _folder.CheckAsync();
        seeds.Problems.ShouldBeEmpty();
        seeds.UnusedTexts.ShouldBeEmpty();
        seeds.Seeds.Articles.ShouldHaveSingleItem().Facts.Count(f => f.Node is Observation).ShouldBe(4);
    }

    [Theory]
    [InlineData("level: 3.1万 标箱", "level: 3.1万 箱子", ProblemCodes.InvalidQuantity, 21)]
    [InlineData("figure: 3.1万标箱", "figure: 3.2万标箱", ProblemCodes.NotPrinted, 21)]
    [InlineData("level: 3.1万 标箱", "level: 3.2万 标箱", ProblemCodes.InvalidQuantity, 21)]
    [InlineData("level: 3.1万 标箱", "level: 3.1万 公斤", ProblemCodes.UnitMismatch, 21)]
    [InlineData(", occurrence: 1", "", ProblemCodes.AmbiguousFigure, 28)]
    [InlineData("occurrence: 1", "occurrence: 3", ProblemCodes.NotPrinted, 28)]
    [InlineData("hedge: AND_SOME, ", "", ProblemCodes.InvalidQuantity, 28)]
    [InlineData("from: 李明, holdsPost", "from: 李名, holdsPost", ProblemCodes.UnknownName, 13)]
    [InlineData("from: 李明, holdsPost: 东港市人民政府", "from: 李明, holdsPost: 吞吐量", ProblemCodes.EndNotAllowed, 13)]
    [InlineData("title: 市长}", "title: 州长}", ProblemCodes.NotPrinted, 13)]
    [InlineData("- at: 6.1", "- at: 6.3", ProblemCodes.InvalidAddress, 24)]
    [InlineData("- at: 6.1", "- at: 1.1", ProblemCodes.InvalidAddress, 24)]
    [InlineData("- at: 6.1", "- at: six", ProblemCodes.InvalidAddress, 24)]
    [InlineData("when: 今年1至4月", "when: 今年1至14月", ProblemCodes.InvalidPeriod, 17)]
    [InlineData("standing: HELD, when: 5月3日", "standing: HELD, when: 6月1日", ProblemCodes.InvalidPeriod, 6)]
    [InlineData("standing: PLANNED, when: 6月1日", "standing: PLANNED, when: 5月3日", ProblemCodes.InvalidPeriod, 7)]
    [InlineData("standing: HELD, ", "", ProblemCodes.Missing, 6)]
    [InlineData("kind: REPORTER", "kind: REPORTR", ProblemCodes.InvalidValue, 5)]
    [InlineData("id: person:wang-fang", "id: human:wang-fang", ProblemCodes.InvalidId, 5)]
    [InlineData("id: person:wang-fang", "id: person:li-ming", ProblemCodes.Duplicate, 5)]
    [InlineData("mentions: [王芳, 李明, 东港集团]", "mentions: [李明, 东港集团]", ProblemCodes.NotCited, 5)]
    [InlineData("type: Person, kind: REPORTER, name: 王芳", "type: Official, name: 王芳", ProblemCodes.OfficialPost, 5)]
    [InlineData("from: 李明, holdsPost", "from: [李明, 王芳], holdsPost", ProblemCodes.OfficialPost, 13)]
    [InlineData("capacity: REPORTER", "role: REPORTER", ProblemCodes.UnknownKey, 12)]
    [InlineData("accumulation: CUMULATIVE}", "acumulation: CUMULATIVE}", ProblemCodes.UnknownKey, 21)]
    [InlineData("within: {words: 全省, place: 东海省}", "place: 东海省", ProblemCodes.Missing, 23)]
    [InlineData("figure: 居全省第2", "figure: 李明说今年1至4月东港集团吞吐量3.1万标箱", ProblemCodes.InvalidValue, 23)]
    public async Task A_fault_is_named_with_its_code_and_line(string right, string wrong, string code, int line)
    {
        var problems = (await _folder.WithArticle(right, wrong).CheckAsync()).Problems;
        problems.ShouldContain(
            p => p.Code == code && p.Location.Line == line && p.Location.File == "articles/2023-05-04/01-throughput.yaml",
            string.Join('\n', problems)
        );
    }

    [Fact]
    public async Task Ten_faults_are_ten_problems_at_once()
    {
        _folder
            .WithArticle("level: 3.1万 标箱", "level: 3.1万 公斤")
            .WithArticle("同比增长12%, growth: 12 %", "同比增长12%, growth: 13 %")
            .WithArticle("from: 王芳, wrote", "from: 王方, wrote")
            .WithArticle("capacity: REPORTER", "capacity: WRITER")
            .WithArticle("word: 座谈", "word: 会谈")
            .WithArticle("occurrence: 1", "occurrence: 5")
            .WithArticle("standing: PLANNED, ", "")
            .WithArticle("parts: {headline: 3}", "part: {headline: 3}")
            .WithArticle("by: 李明", "by: 李日月");
        _folder.With("registry/names.yaml", "kind: PROVINCE", "kind: STATE");
        var problems = (await _folder.CheckAsync()).Problems;
        problems
            .Select(p => p.Code)
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                ProblemCodes.InvalidQuantity,
                ProblemCodes.InvalidValue,
                ProblemCodes.InvalidValue,
                ProblemCodes.Missing,
                ProblemCodes.NotPrinted,
                ProblemCodes.NotPrinted,
                ProblemCodes.UnitMismatch,
                ProblemCodes.UnknownKey,
                ProblemCodes.UnknownName,
                ProblemCodes.UnknownName,
            ]);
    }

    [Fact]
    public async Task A_problem_says_what_was_found_what_is_allowed_and_the_nearest_name()
    {
        var problem = (await _folder.WithArticle("by: 李明", "by: 李日明").CheckAsync()).Problems.ShouldHaveSingleItem();
        problem
            .ToString()
            .ShouldBe(
                "articles/2023-05-04/01-throughput.yaml:19 facts[1].by: UNKNOWN_NAME: Found '李日明', which nothing is called; did you mean "
                    + "'李明'?"
            );
    }

    [Fact]
    public async Task A_missing_id_is_proposed()
    {
        var problem = (await _folder.WithArticle("id: person:wang-fang, ", "").CheckAsync()).Problems.First(p =>
            p.Code == ProblemCodes.Missing
        );
        problem.Message.ShouldContain("proposed: person:wang-fang");
    }

    [Fact]
    public async Task An_ambiguous_name_fails_with_its_candidates()
    {
        _folder.With("registry/names.yaml", "editorial: 泊位数", "editorial: 吞吐量");
        var problem = (await _folder.CheckAsync()).Problems.First(p => p.Code == ProblemCodes.AmbiguousName);
        problem.Message.ShouldContain("indicator:throughput");
        problem.Message.ShouldContain("indicator:berths");
    }

    [Fact]
    public async Task A_line_that_belongs_to_nothing_or_twice_is_listed()
    {
        _folder.With("articles/2023-05-04/issue.yaml", "masthead: 1-2", "masthead: [1, 3]");
        var problems = (await _folder.CheckAsync()).Problems;
        problems.Select(p => p.Code).ShouldBe([ProblemCodes.Lines, ProblemCodes.Lines]);
        problems.ShouldContain(p => p.Message.Contains("Lines 2 belong to nothing"));
        problems.ShouldContain(p => p.Message.Contains("Line 3 belongs to the masthead and 01-throughput"));
    }

    [Fact]
    public async Task Without_a_text_the_same_seeds_pass_unverified()
    {
        var without = await _folder.CheckAsync(withTexts: false);
        without.Problems.ShouldBeEmpty();
        without.Seeds.Articles.Single().Facts.Count.ShouldBe((await _folder.CheckAsync()).Seeds.Articles.Single().Facts.Count);
    }

    [Fact]
    public async Task Rules_can_join()
    {
        SeedRule rule = seeds => [new Problem("NO_PORTS", new(), $"{seeds.Registry.Count}")];
        var seeds = (await _folder.CheckAsync()).Seeds;
        new SeedValidator([.. SeedValidator.Rules, rule]).Validate(seeds).ShouldHaveSingleItem().Code.ShouldBe("NO_PORTS");
    }

    public void Dispose() => _folder.Dispose();
}
