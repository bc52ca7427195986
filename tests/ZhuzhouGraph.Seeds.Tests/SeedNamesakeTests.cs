namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>Two people of one name: wherever a name is taken, the id says who is meant.</summary>
public sealed class SeedNamesakeTests : IDisposable
{
    private const string Namesake = "person:li-ming-reporter";

    private readonly SeedFolder _folder = new();

    public SeedNamesakeTests() =>
        _folder
            .WithArticle(
                "{id: person:wang-fang, type: Person, kind: REPORTER, name: 王芳, en: Wang Fang}",
                $"{{id: {Namesake}, type: Person, name: 李明, en: Li Ming}}"
            )
            .WithArticle("- {from: 王芳, wrote: this, capacity: REPORTER}", $"- {{from: {Namesake}, wrote: this, capacity: REPORTER}}")
            .WithArticle("{from: 李明, holdsPost", "{from: person:li-ming, holdsPost")
            .WithArticle("from: [李明, 东港集团]", "from: [person:li-ming, 东港集团]")
            .WithArticle("by: 李明", "by: person:li-ming")
            .WithArticle("mentions: [李明, 东港集团]", "mentions: [person:li-ming, 东港集团]");

    [Fact]
    public async Task A_name_that_two_have_is_refused_with_the_advice_to_write_the_id()
    {
        _folder.WithArticle("mentions: [王芳, 李明, 东港集团]", "mentions: [李明, 东港集团]");
        var problem = (await _folder.CheckAsync()).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(ProblemCodes.AmbiguousName);
        problem.Message.ShouldContain(Namesake);
        problem.Message.ShouldContain("write the id (a mention: {id: …, words: 李明}).");
    }

    [Fact]
    public async Task An_id_with_the_printed_words_says_whose_name_is_printed()
    {
        _folder.WithArticle("mentions: [王芳, 李明, 东港集团]", $"mentions: [{{id: {Namesake}, words: 李明}}, person:li-ming, 东港集团]");
        var seeds = await _folder.CheckAsync();
        seeds.Problems.ShouldBeEmpty(string.Join('\n', seeds.Problems));
        var facts = seeds.Seeds.Articles.Single().Facts;
        facts
            .Where(f => f.Node is Entity && f.Citation.Address.ToString() == "5.1")
            .Select(f => (f.Node.Id, f.Citation.Words))
            .ShouldBe([(Namesake, "李明"), ("person:li-ming", "李明"), ("org:donggang-group", "东港集团")]);
        facts.Select(f => f.Node).OfType<Relationship>().Single(r => r.Type.Name == "WROTE").From.ShouldBe(Namesake);
        facts.Select(f => f.Node).OfType<Observation>().Count(o => o.AttributedTo == "person:li-ming").ShouldBe(3);
    }

    [Fact]
    public async Task Words_that_are_no_printed_name_of_the_id_are_refused()
    {
        _folder.WithArticle("mentions: [王芳, 李明, 东港集团]", $"mentions: [{{id: {Namesake}, words: 李日月}}, person:li-ming, 东港集团]");
        (await _folder.CheckAsync()).Problems.ShouldContain(p =>
            p.Code == ProblemCodes.UnknownName && p.Message.Contains($"no printed name of {Namesake}")
        );
    }

    [Fact]
    public async Task A_mention_by_id_without_its_words_or_with_other_keys_is_refused()
    {
        _folder.WithArticle("mentions: [王芳, 李明, 东港集团]", $"mentions: [{{id: {Namesake}, word: 李明}}, person:li-ming, 东港集团]");
        var problem = (await _folder.CheckAsync()).Problems.ShouldHaveSingleItem();
        problem.Code.ShouldBe(ProblemCodes.UnknownKey);
        problem.Message.ShouldEndWith("did you mean 'words'?");
    }

    public void Dispose() => _folder.Dispose();
}
