using System.Text;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>One fault is told once, with the count of what follows from it.</summary>
public sealed class SeedFaultTests : IDisposable
{
    private const string Article = "articles/2023-05-04/01-throughput.yaml";
    private const string Issue = "articles/2023-05-04/issue.yaml";
    private const string Names = "registry/names.yaml";

    private readonly SeedFolder _folder = new();

    [Fact]
    public async Task A_name_that_nothing_has_is_told_once_with_the_places_where_it_stands()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("东港集团", "东港港务集团"));
        problem.Code.ShouldBe(ProblemCodes.UnknownName);
        problem.Location.Line.ShouldBe(10);
        problem.Message.ShouldContain("The same 6 times more: line 14, line 16, line 18, line 25 …");
    }

    [Fact]
    public async Task A_name_that_several_have_is_told_once()
    {
        _folder.With(Names, "editorial: 泊位数", "editorial: 吞吐量");
        var problems = (await _folder.CheckAsync()).Problems;
        problems.Count(p => p.Code == ProblemCodes.AmbiguousName).ShouldBe(1, string.Join('\n', problems));
    }

    [Fact]
    public async Task A_registry_that_is_not_there_is_the_one_problem_that_is_told()
    {
        Directory.Delete(Path.Combine(_folder.Path, "registry"), recursive: true);
        var problem = await SoleProblemAsync(_folder);
        problem.Code.ShouldBe(ProblemCodes.FileUnreadable);
        problem.Location.File.ShouldBe("registry");
        problem.Message.ShouldContain("uses of names that nothing read has were not judged because of it");
    }

    [Fact]
    public async Task A_registry_file_that_is_no_YAML_is_the_one_problem_that_is_told()
    {
        _folder.With(Names, "- {id: org:donggang-group", "- {id: [org:donggang-group");
        var problem = await SoleProblemAsync(_folder);
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.Syntax, Names));
        problem.Message.ShouldContain("were not judged because of it");
    }

    [Fact]
    public async Task An_article_that_is_no_YAML_is_the_one_problem_that_is_told()
    {
        _folder.WithArticle("facts:\n", "facts: [\n");
        var problem = await SoleProblemAsync(_folder);
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.Syntax, Article));
    }

    [Theory]
    [InlineData("date: 2023-05-04\n", "", ProblemCodes.Missing)]
    [InlineData("date: 2023-05-04\n", "date: 4 May 2023\n", ProblemCodes.InvalidValue)]
    [InlineData("newspaper: 东港日报\n", "newspaper: [东港日报\n", ProblemCodes.Syntax)]
    [InlineData("newspaper: 东港日报\n", "", ProblemCodes.Missing)]
    [InlineData("01-throughput: 3-8", "01-throughput: 3 to 8", ProblemCodes.InvalidValue)]
    public async Task An_issue_with_a_fault_is_the_one_problem_that_is_told(string right, string wrong, string code)
    {
        var problem = await SoleProblemAsync(_folder.With(Issue, right, wrong));
        (problem.Code, problem.Location.File).ShouldBe((code, Issue));
    }

    [Fact]
    public async Task What_an_issue_without_its_date_leaves_unjudged_is_counted() =>
        (await SoleProblemAsync(_folder.With(Issue, "date: 2023-05-04\n", ""))).Message.ShouldContain(
            "4 sentences with facts were not judged because of it."
        );

    [Fact]
    public async Task An_issue_that_is_not_there_is_the_one_problem_that_is_told()
    {
        File.Delete(Path.Combine(_folder.Path, Issue));
        var problem = await SoleProblemAsync(_folder);
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.FileUnreadable, Issue));
    }

    [Theory]
    [InlineData("id: org:donggang-group", "id: firm:donggang-group", ProblemCodes.InvalidId)]
    [InlineData("type: Company, kind: PORT_OPERATOR", "type: Companie", ProblemCodes.InvalidValue)]
    public async Task An_entry_that_is_wrong_is_told_and_the_uses_of_its_names_are_counted(string right, string wrong, string code)
    {
        var problem = await SoleProblemAsync(_folder.With(Names, right, wrong));
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((code, Names, 3));
        problem.Message.ShouldContain("7 uses of its names were not judged because of it.");
    }

    [Theory]
    [InlineData("{id: BAD ID, type: Companie,", "Found 'BAD ID'; allowed is 'prefix:slug' with one of the prefixes person, org, ")]
    [InlineData("{id: article:2023-05-04/x, type: Companie,", "Found 'article:2023-05-04/x'; allowed is 'prefix:slug' with ")]
    [InlineData("{type: Companie,", "'id' is missing; allowed is 'prefix:slug' with ")]
    public async Task A_wrong_type_hides_no_wrong_id(string wrong, string told)
    {
        _folder.With(Names, "{id: org:donggang-group, type: Company,", wrong);
        var problems = (await _folder.CheckAsync()).Problems.Where(problem => problem.Location is { File: Names, Line: 3 }).ToList();
        problems.Count.ShouldBe(2, string.Join('\n', problems));
        problems.ShouldContain(problem => problem.Code == ProblemCodes.InvalidValue && problem.Message.StartsWith("Found 'Companie'; "));
        problems.ShouldContain(problem => problem.Message.StartsWith(told));
    }

    [Fact]
    public async Task A_dimension_that_does_not_exist_is_told_of_the_indicator_alone()
    {
        var problem = await SoleProblemAsync(_folder.With(Names, "dimension: CONTAINER", "dimension: CONTAINR"));
        problem.Location.File.ShouldBe(Names);
    }

    [Fact]
    public async Task A_wrong_address_is_told_once_for_its_sentence()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("- at: 5.2", "- at: 5.9"));
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.InvalidAddress, 15));
    }

    [Fact]
    public async Task An_address_of_no_form_is_told_once_and_the_names_beside_it_are_not_called_unused()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("- at: 5.1", "- at: five"));
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.InvalidAddress, 9));
    }

    [Fact]
    public async Task An_article_without_lines_is_told_once_with_the_count_of_its_facts()
    {
        _folder.With(Issue, "01-throughput: 3-8", "02-other: 3-8");
        var problems = (await _folder.CheckAsync()).Problems;
        problems.Select(p => p.Code).Distinct().ShouldBe([ProblemCodes.Lines], string.Join('\n', problems));
        problems.ShouldContain(p => p.Message.Contains("The addresses of its 15 facts were not judged."), string.Join('\n', problems));
    }

    [Fact]
    public async Task A_misspelt_mention_does_not_make_the_name_that_was_meant_an_unused_one()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("mentions: [王芳,", "mentions: [王方,"));
        problem.Code.ShouldBe(ProblemCodes.UnknownName);
    }

    [Fact]
    public async Task An_entity_of_the_wrong_type_is_told_once_for_a_verb()
    {
        _folder.WithArticle("at: 6.2-7.1", "at: 6.2-7.1").With(Names, "type: Company, kind: PORT_OPERATOR", "type: Product");
        _folder.With(Names, "id: org:donggang-group", "id: product:donggang-group");
        var problems = (await _folder.CheckAsync()).Problems;
        problems.Count(p => p.Code == ProblemCodes.EndNotAllowed).ShouldBe(1, string.Join('\n', problems));
    }

    [Fact]
    public async Task Seeds_in_GBK_are_named_as_not_UTF_8_with_the_place_and_the_encoding()
    {
        var gbk = CodePagesEncodingProvider.Instance.GetEncoding(936)!;
        var path = Path.Combine(_folder.Path, Article);
        await File.WriteAllBytesAsync(path, gbk.GetBytes(await File.ReadAllTextAsync(path)), TestContext.Current.CancellationToken);
        var problem = await SoleProblemAsync(_folder);
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.FileUnreadable, Article));
        problem.Message.ShouldBe(
            "Not UTF-8: the byte at offset 7, in line 1, begins no character; it reads as GBK, save it as UTF-8; a seed is UTF-8."
        );
    }

    [Theory]
    [InlineData("{\n")]
    [InlineData("a: [x\nb: c\n")]
    [InlineData("a: &x [*x]\n")]
    [InlineData("? [a]\n: b\n")]
    [InlineData("\u0000")]
    [InlineData("")]
    public async Task A_file_of_any_content_is_a_problem_and_never_an_exception(string yaml)
    {
        _folder.Write(Article, yaml);
        (await _folder.CheckAsync()).Problems.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("[", "]")]
    [InlineData("- ", "")]
    public async Task A_file_that_nests_without_end_is_a_problem(string open, string close)
    {
        _folder.Write(Article, string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000)));
        (await SoleProblemAsync(_folder)).Message.ShouldContain("more than 64 levels");
    }

    [Theory]
    [InlineData("facts:", "fact:", ProblemCodes.UnknownKey)]
    [InlineData("new:\n", "news:\n", ProblemCodes.UnknownKey)]
    [InlineData("facts:\n- at: 5.1\n", "facts:\n- aт: 5.1\n", ProblemCodes.UnknownKey)]
    [InlineData("- {id: person:wang-fang, type", "- [id: person:wang-fang, type", ProblemCodes.Syntax)]
    [InlineData("name: 王芳,", "name: [王芳],", ProblemCodes.Syntax)]
    [InlineData("facts:\n- at: 5.1", "facts:\n  at: 5.1", ProblemCodes.Syntax)]
    public async Task A_fault_of_shape_brings_no_names_that_are_unknown_or_unused(string right, string wrong, string code)
    {
        if (wrong.Contains("[id", StringComparison.Ordinal))
            _folder.WithArticle("en: Wang Fang}", "en: Wang Fang]");
        _folder.WithArticle(right, wrong);
        var problems = (await _folder.CheckAsync()).Problems;
        problems.ShouldContain(p => p.Code == code, string.Join('\n', problems));
        string[] following = [ProblemCodes.UnknownName, ProblemCodes.NotCited, ProblemCodes.OfficialPost];
        problems.ShouldNotContain(p => following.Contains(p.Code), string.Join('\n', problems));
    }

    [Theory]
    [InlineData(
        "- {id: org:donggang-group, type: Company, kind: PORT_OPERATOR, name: 东港集团, en: Donggang Group}",
        "- org:donggang-group"
    )]
    [InlineData("name: 东港集团", "name: [东港集团]")]
    [InlineData("name: 东港集团", "name: &集团 东港集团")]
    public async Task An_entry_of_the_wrong_shape_is_the_one_problem_that_is_told(string right, string wrong)
    {
        var problem = await SoleProblemAsync(_folder.With(Names, right, wrong));
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.Syntax, Names, 3));
    }

    private static async Task<Problem> SoleProblemAsync(SeedFolder folder)
    {
        var problems = (await folder.CheckAsync()).Problems;
        return problems.Count == 1 ? problems[0] : throw new ShouldAssertException(string.Join('\n', problems.DefaultIfEmpty()));
    }

    public void Dispose() => _folder.Dispose();
}
