namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>Words of ours are no run of the newspaper's text.</summary>
public sealed class SeedCopyTests : IDisposable
{
    // 20 characters of line 6 of the invented text.
    private const string Run = "共有泊位80余个,其中深水泊位80余个里";

    private readonly SeedFolder _folder = new();

    [Theory]
    [InlineData("reason: names nobody", $"reason: \"{Run}\"", "notRecorded[3].reason")]
    [InlineData("words: [80余个里占一半左右]", $"words: [\"{Run}占一半左右\"]", "notRecorded[0].words[0]")]
    [InlineData("editorial: 下次座谈", $"editorial: \"{Run}\"", "new[2].editorial")]
    [InlineData("within: {words: 全省,", $"within: {{words: \"{Run}\",", "facts[1].figures[2].within.words")]
    [InlineData(
        "{from: 东港集团, tookPartIn: event:next-talks, role: PARTICIPANT}",
        $"{{from: 李明, spokeOf: 东港集团, kind: PRAISE, gist: \"{Run}\", gistEnglish: berths}}",
        "facts[3].links[0].gist"
    )]
    [InlineData(
        "tookPartIn: event:next-talks, role: PARTICIPANT}",
        $"tookPartIn: event:next-talks, role: PARTICIPANT, status: INFERRED, ground: \"{Run}\"}}",
        "facts[3].links[0].ground"
    )]
    public async Task A_run_of_the_text_in_words_of_ours_is_refused_with_its_place_in_both(string right, string wrong, string field)
    {
        var problems = (await _folder.WithArticle(right, wrong).CheckAsync()).Problems.Where(p => p.Code == ProblemCodes.Copied).ToList();
        var problem = problems.ShouldHaveSingleItem();
        problem.Location.File.ShouldBe("articles/2023-05-04/01-throughput.yaml");
        problem.Location.Line.ShouldNotBeNull();
        problem.Location.Field.ShouldBe(field);
        problem.Message.ShouldContain("stand in the text at 6.1");
    }

    [Fact]
    public async Task A_definition_of_the_registry_is_held_to_it_too()
    {
        _folder.With("registry/names.yaml", "dimension: COUNT", $"dimension: COUNT, definition: \"{Run}\"");
        (await _folder.CheckAsync()).Problems.ShouldHaveSingleItem().Location.File.ShouldBe("registry/names.yaml");
    }

    [Theory]
    // One character less; and a name within it does not count.
    [InlineData("共有泊位80余个,其中深水泊位80余个")]
    [InlineData("东港集团共有泊位80余个,其中深水泊位80余个")]
    public async Task A_shorter_run_is_allowed_and_names_do_not_count(string words)
    {
        _folder.WithArticle("reason: names nobody", $"reason: \"{words}\"");
        (await _folder.CheckAsync()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Width_white_space_and_quotation_marks_hide_no_copy()
    {
        _folder.WithArticle("reason: names nobody", "reason: “共有泊位８０余个”， 其中深水泊位 80 余个里");
        (await _folder.CheckAsync()).Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Copied);
    }

    [Fact]
    public async Task The_headline_and_the_title_of_a_post_are_the_papers_own()
    {
        var text = SeedFolder.Text.Replace("市长李明", "市人民政府市长兼港口与航运事务管理委员会主任李明", StringComparison.Ordinal);
        _folder.Write("texts/paper.txt", text);
        _folder.Write("articles/2023-05-04/issue.yaml", SeedFolder.Issue(text));
        _folder.WithArticle("title: 市长}", "title: 市人民政府市长兼港口与航运事务管理委员会主任}");
        (await _folder.CheckAsync()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Without_the_text_nothing_is_said()
    {
        _folder.WithArticle("reason: names nobody", $"reason: \"{Run}\"");
        (await _folder.CheckAsync(withTexts: false)).Problems.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
