namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>YAML that a seed has no use for is refused while it is read, as one problem of its file.</summary>
public sealed class SeedYamlTests : IDisposable
{
    private const string Article = "articles/2023-05-04/01-throughput.yaml";
    private const string Names = "registry/names.yaml";

    private readonly SeedFolder _folder = new();

    [Theory]
    [InlineData(64, false)]
    [InlineData(65, true)]
    public async Task Brackets_nest_64_levels_deep_and_no_deeper(int levels, bool isRefused)
    {
        _folder.Write(Article, "a: " + new string('[', levels - 1) + new string(']', levels - 1));
        (await ProblemsAsync()).Any(p => p.Message.StartsWith("Found more than 64 levels", StringComparison.Ordinal)).ShouldBe(isRefused);
    }

    [Fact]
    public async Task Keys_under_keys_nest_no_deeper_than_brackets()
    {
        _folder.Write(Article, string.Concat(Enumerable.Range(0, 2_500).Select(level => $"{new string(' ', level)}a:\n")));
        (await SoleProblemAsync()).Message.ShouldStartWith("Found more than 64 levels");
    }

    [Theory]
    [InlineData("? [a]\n: ")]
    [InlineData("{a: ")]
    [InlineData("\n- ")]
    public async Task Whatever_opens_a_level_100000_times_is_one_problem(string open)
    {
        _folder.Write(Article, string.Concat(Enumerable.Repeat(open, 100_000)));
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File).ShouldBe((ProblemCodes.Syntax, Article));
    }

    [Fact]
    public async Task A_list_of_lists_that_stand_for_others_is_refused_at_its_first_alias()
    {
        var lists = string.Concat(
            Enumerable.Range(1, 9).Select(n => $"l{n}: &l{n} [{string.Join(", ", Enumerable.Repeat(n == 1 ? "x" : $"*l{n - 1}", 10))}]\n")
        );
        _folder.Write(Article, lists + "facts: *l9\n");
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.Syntax, 1));
        problem.Message.ShouldStartWith("Found the anchor '&l1'; allowed is a value without anchor, alias and tag");
    }

    [Theory]
    [InlineData("parts: {headline: 3}", "parts: &p {headline: 3}", "the anchor '&p'")]
    [InlineData("parts: {headline: 3}", "parts: *p", "the alias '*p'")]
    [InlineData("parts: {headline: 3}", "parts: !map {headline: 3}", "the tag '!map'")]
    [InlineData("title: 东港吞吐量大增", "title: !!str '东港吞吐量大增'", "the tag 'tag:yaml.org,2002:str'")]
    public async Task Anchors_aliases_and_tags_are_refused_with_their_line(string right, string wrong, string found)
    {
        var problem = await SoleProblemAsync(_folder.WithArticle(right, wrong));
        problem.Code.ShouldBe(ProblemCodes.Syntax);
        problem.Location.Line.ShouldBe(right[0] == 'p' ? 3 : 1);
        problem.Message.ShouldContain(found);
    }

    [Fact]
    public async Task A_key_that_stands_twice_is_one_problem_with_its_name_and_line()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("parts: {headline: 3}\n", "parts: {headline: 3}\ntitle: 又一\n"));
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.Syntax, 4));
        problem.Message.ShouldStartWith("Found the key 'title' a second time");
    }

    [Fact]
    public async Task A_second_document_is_one_problem_with_its_line()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("facts:\n", "---\nfacts:\n"));
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.Syntax, 8));
        problem.Message.ShouldContain("allowed is one");
    }

    [Theory]
    [InlineData(Article, "- at: 5.1\n", "- {at: 7.1\n- at: 5.1\n", 9, "a brace '{'")]
    [InlineData(Article, "- at: 5.1\n", "- {at: 7.1, mentions: [王芳\n- at: 5.1\n", 9, "a bracket '['")]
    [InlineData(Article, "- {at: 8.1, reason: names nobody}", "- {at: 8.1, reason: names nobody", 36, "a brace '{'")]
    [InlineData(Article, "- {at: 8.1, reason: names nobody}", "- {at: 8.1, reason: names nobody # }\n\n", 36, "a brace '{'")]
    [InlineData(Names, "name: 李明, en: Li Ming}", "name: 李明, en: Li Ming", 1, "a brace '{'")]
    [InlineData("articles/2023-05-04/issue.yaml", "newspaper: 东港日报\n", "newspaper: [东港日报\n", 1, "a bracket '['")]
    public async Task What_is_opened_and_not_closed_is_told_where_it_is_opened(
        string file,
        string right,
        string wrong,
        int line,
        string what
    )
    {
        var problem = await SoleProblemAsync(_folder.With(file, right, wrong));
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.Syntax, file, line));
        problem.Message.ShouldStartWith($"Not YAML: {what} is opened here and not closed.");
    }

    [Fact]
    public async Task An_entry_of_a_list_in_brackets_is_told_in_its_line()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("mentions: [王芳,", "mentions: [- 王芳,"));
        (problem.Code, problem.Location.Line).ShouldBe((ProblemCodes.Syntax, 10));
        problem.Message.ShouldStartWith("Not YAML: ");
    }

    [Fact]
    public async Task What_stops_in_braces_of_an_earlier_line_names_that_line()
    {
        var problem = await SoleProblemAsync(_folder.WithArticle("- at: 5.1\n", "- {at: 5.1\n"));
        problem.Location.Line.ShouldBe(10);
        problem.Message.ShouldContain("Line 9 opens a brace '{' that is not closed before it.");
    }

    [Theory]
    [InlineData("- at: 5.1\n  mentions", "- at: 5.1\n\tmentions", 10)]
    [InlineData("facts:\n- at: 5.1", "facts:\n\t- at: 5.1", 9)]
    [InlineData("parts: {headline: 3}\n", "parts: {headline:\n\t3}\nnotes:\n\tx: y\n", 6)]
    [InlineData("parts: {headline: 3}\n", "parts:\n\theadline: 3\n", 4)]
    [InlineData("title: 东港吞吐量大增\n", "title: 东港吞吐量大增\n\t\n", 2)]
    public async Task A_tab_that_indents_is_told_in_its_line(string right, string wrong, int line)
    {
        var problem = await SoleProblemAsync(_folder.WithArticle(right, wrong));
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.Syntax, Article, line));
        problem.Message.ShouldStartWith("Not YAML: a tab stands where the line is indented; allowed are spaces.");
    }

    [Fact]
    public async Task More_values_than_a_file_of_seeds_can_need_are_refused_while_they_are_read()
    {
        _folder.Write(Article, $"facts: [{string.Concat(Enumerable.Repeat("a,", 300_000))}]\n");
        (await SoleProblemAsync()).Message.ShouldStartWith("Found more than 200000 values");
    }

    private async Task<IReadOnlyList<Problem>> ProblemsAsync() => (await _folder.CheckAsync()).Problems;

    private async Task<Problem> SoleProblemAsync(SeedFolder? folder = null)
    {
        var problems = (await (folder ?? _folder).CheckAsync()).Problems;
        return problems.Count == 1 ? problems[0] : throw new ShouldAssertException(string.Join('\n', problems.Take(20).DefaultIfEmpty()));
    }

    public void Dispose() => _folder.Dispose();
}
