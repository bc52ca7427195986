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
    [InlineData("against: YEAR_ON_YEAR", "against: BASE_PERIOD", ProblemCodes.Missing, 22)]
    [InlineData("against: YEAR_ON_YEAR", "against: OTHER_ENTITY", ProblemCodes.Missing, 22)]
    [InlineData("against: YEAR_ON_YEAR", "base: 年初", ProblemCodes.Missing, 22)]
    [InlineData("against: YEAR_ON_YEAR", "against: YEAR_ON_YEAR, base: 年初", ProblemCodes.InvalidValue, 22)]
    [InlineData("YEAR_ON_YEAR", "BASE_PERIOD, base: {words: 年初, about: 李明}", ProblemCodes.InvalidValue, 22)]
    [InlineData("YEAR_ON_YEAR", "OTHER_ENTITY, base: {words: 全省, from: 2023-01-01}", ProblemCodes.InvalidValue, 22)]
    [InlineData("YEAR_ON_YEAR", "OTHER_ENTITY, base: {words: 全省, about: 西海省}", ProblemCodes.UnknownName, 22)]
    [InlineData("YEAR_ON_YEAR", "BASE_PERIOD, base: {words: 年初, to: 2023-02-30}", ProblemCodes.InvalidPeriod, 22)]
    [InlineData("YEAR_ON_YEAR", "BASE_PERIOD, base: {words: 年初, until: 1月}", ProblemCodes.UnknownKey, 22)]
    [InlineData("YEAR_ON_YEAR", "BASE_PERIOD, base: {from: 2023-01-01}", ProblemCodes.Missing, 22)]
    [InlineData("YEAR_ON_YEAR", "PLAN, base: 本年度由市里下达的全部计划任务之总和及其他指标", ProblemCodes.InvalidValue, 22)]
    [InlineData("against: YEAR_ON_YEAR", "against: YEAR_ON_YEAR, breakdown: 李明", ProblemCodes.EndNotAllowed, 22)]
    [InlineData("against: YEAR_ON_YEAR", "against: YEAR_ON_YEAR, breakdown: 外贸企业", ProblemCodes.UnknownName, 22)]
    [InlineData("against: YEAR_ON_YEAR", "against: YEAR_ON_YEAR, breakdown: [东海省, place:province]", ProblemCodes.InvalidValue, 22)]
    [InlineData("place: 东海省}", "place: 东海省, by: RANK}", ProblemCodes.InvalidValue, 23)]
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

    [Fact]
    public async Task Background_is_bound_with_the_document_that_states_it()
    {
        _folder.Write("registry/background.yaml", Background);
        var seeds = await _folder.CheckAsync();

        seeds.Problems.ShouldBeEmpty();
        var (relationship, where) = seeds.Seeds.Background.ShouldHaveSingleItem();
        (relationship.Type, relationship.From, relationship.To, relationship.Status).ShouldBe(
            (RelationshipTypes.LocatedIn, "org:donggang-group", "place:province", StatementStatus.Reference)
        );
        relationship.References.ShouldBe([
            new("reference:codes", "东海省区划代码", "Codes of Donghai", "东海省标准局", 2007, "DH 1-2007", "0101"),
        ]);
        where.Line.ShouldBe(4);
    }

    [Theory]
    [InlineData("per: reference:codes", "per: reference:code", ProblemCodes.UnknownName, 4)]
    [InlineData("per: reference:codes, ", "", ProblemCodes.Missing, 4)]
    [InlineData("per: reference:codes", "per: reference:codes, status: REFERENCE", ProblemCodes.UnknownKey, 4)]
    [InlineData("per: reference:codes", "per: reference:codes, when: 5月3日", ProblemCodes.UnknownKey, 4)]
    [InlineData(
        "entry: '0101'",
        "entry: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一",
        ProblemCodes.InvalidValue,
        4
    )]
    [InlineData("from: 东港集团", "from: 王芳", ProblemCodes.UnknownName, 4)]
    [InlineData("from: 东港集团, locatedIn", "from: 李明, locatedIn", ProblemCodes.EndNotAllowed, 4)]
    [InlineData("year: 2007", "year: last", ProblemCodes.InvalidValue, 2)]
    [InlineData("id: reference:codes", "id: document:codes", ProblemCodes.InvalidValue, 2)]
    [InlineData("id: reference:codes", "id: reference:others", ProblemCodes.NotCited, 2)]
    [InlineData("publisher: 东海省标准局, ", "", ProblemCodes.Missing, 2)]
    [InlineData(
        "links:\n",
        "- {id: reference:codes, title: 另一代码, en: Other codes, publisher: 他局, year: 2008}\nlinks:\n",
        ProblemCodes.Duplicate,
        3
    )]
    public async Task A_fault_of_the_background_is_named_with_its_code_and_line(string right, string wrong, string code, int line)
    {
        _folder.Write("registry/background.yaml", Background);
        var problems = (await _folder.With("registry/background.yaml", right, wrong).CheckAsync()).Problems;

        problems.ShouldContain(
            p => p.Code == code && p.Location.Line == line && p.Location.File == "registry/background.yaml",
            string.Join('\n', problems)
        );
    }

    [Theory]
    [InlineData("role: PARTICIPANT, word: 座谈}", "role: PARTICIPANT, word: 座谈, status: REFERENCE}", ProblemCodes.InvalidValue, 14)]
    [InlineData("level: 3.1万 标箱", "at: 东港集团, level: 3.1万 标箱", ProblemCodes.EndNotAllowed, 21)]
    [InlineData("parts: {headline: 3}", "parts: {headline: 3, byline: 5}", ProblemCodes.Missing, 3)]
    [InlineData("name: 王芳, en", "name: 王芳, called: 王 芳, en", ProblemCodes.Duplicate, 5)]
    public async Task A_fault_of_what_is_new_in_an_article_is_named_with_its_code_and_line(
        string right,
        string wrong,
        string code,
        int line
    ) => await A_fault_is_named_with_its_code_and_line(right, wrong, code, line);

    [Fact]
    public async Task Statements_that_would_become_one_and_say_different_things_are_two_facts()
    {
        var problems = (
            await _folder
                .WithArticle(
                    "- {from: 王芳, wrote: this, capacity: REPORTER}",
                    "- {from: 李明, tookPartIn: event:next-talks, role: SPEAKER, onBehalfOf: 东港集团}\n"
                        + "  - {from: 李明, tookPartIn: event:next-talks, role: SPEAKER, onBehalfOf: 东港市人民政府}\n"
                        + "  - {from: 王芳, wrote: this, capacity: REPORTER}"
                )
                .CheckAsync()
        ).Problems;

        var problem = problems.ShouldHaveSingleItem();
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.TwoFacts, 13));
        problem.Message.ShouldContain("onBehalfOf");
    }

    [Fact]
    public async Task An_everyday_name_needs_no_sentence_and_is_editorial()
    {
        var seeds = await _folder
            .With("registry/names.yaml", "name: 东港集团, en", "name: 东港集团, called: [东港集团有限公司], en")
            .CheckAsync();

        seeds.Problems.ShouldBeEmpty();
        seeds.Seeds.Names.Get("org:donggang-group")!.Names[^1].ShouldBe(new("东港集团有限公司", "zh", NameBasis.Editorial, false));
    }

    private const string Background = """
        references:
        - {id: reference:codes, title: 东海省区划代码, en: Codes of Donghai, publisher: 东海省标准局, year: 2007, code: DH 1-2007}
        links:
        - {from: 东港集团, locatedIn: 东海省, per: reference:codes, entry: '0101'}

        """;
}
