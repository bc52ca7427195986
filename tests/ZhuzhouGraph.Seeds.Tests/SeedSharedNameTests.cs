namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>What one article introduces, every later one may use.</summary>
public sealed class SeedSharedNameTests : IDisposable
{
    private const string Text = """
        # 东港日报

        ## 王芳再访东港集团

        东港日报讯(记者/王芳) 东港集团有泊位58个。

        """;

    private readonly SeedFolder _folder = new();

    [Fact]
    public async Task A_name_that_an_earlier_article_introduced_is_known_in_a_later_issue()
    {
        Write("2023-05-11");

        var seeds = await _folder.CheckAsync();

        seeds.Problems.ShouldBeEmpty(string.Join('\n', seeds.Problems));
        var second = seeds.Seeds.Articles.Single(article => article.Document.Key == "2023-05-11/01-visit");
        second.Entities.ShouldBeEmpty();
        second.Facts.Select(fact => fact.Node).OfType<Relationship>().Single().From.ShouldBe("person:wang-fang");
    }

    [Fact]
    public async Task An_earlier_article_does_not_know_what_a_later_one_introduces()
    {
        Write("2023-05-01");

        var problems = (await _folder.CheckAsync()).Problems;

        problems.Select(problem => problem.Code).Distinct().ShouldBe([ProblemCodes.UnknownName]);
        problems[0]
            .Message.ShouldStartWith(
                "Found '王芳', which only 2023-05-04/01-throughput introduces, which comes later; move it to the registry."
            );
    }

    [Fact]
    public async Task A_name_of_its_own_comes_before_that_of_an_earlier_article()
    {
        Write(
            "2023-05-11",
            "new:\n- {id: person:wang-fang-the-younger, type: Person, kind: REPORTER, name: 王芳, en: Wang Fang the Younger}"
        );

        var seeds = await _folder.CheckAsync();

        seeds.Problems.ShouldBeEmpty(string.Join('\n', seeds.Problems));
        var second = seeds.Seeds.Articles.Single(article => article.Document.Key == "2023-05-11/01-visit");
        second.Facts.Select(fact => fact.Node).OfType<Relationship>().Single().From.ShouldBe("person:wang-fang-the-younger");
    }

    [Fact]
    public async Task A_name_that_two_earlier_articles_introduced_takes_its_id()
    {
        Write(
            "2023-05-11",
            "new:\n- {id: person:wang-fang-the-younger, type: Person, kind: REPORTER, name: 王芳, en: Wang Fang the Younger}"
        );
        Write("2023-05-18");

        var problems = (await _folder.CheckAsync()).Problems;

        problems.Select(problem => problem.Code).Distinct().ShouldBe([ProblemCodes.AmbiguousName]);
        problems[0].Message.ShouldContain("person:wang-fang (Person 王芳) and person:wang-fang-the-younger (Person 王芳) have");
    }

    public void Dispose() => _folder.Dispose();

    private void Write(string folder, string introduced = "")
    {
        var text = Text.Replace("再访", $"{folder}再访", StringComparison.Ordinal);
        _folder.Write($"articles/{folder}/issue.yaml", SeedFolder.Issue(text, folder, 5, "01-visit"));
        _folder.Write($"texts/{folder}.txt", text);
        _folder.Write(
            $"articles/{folder}/01-visit.yaml",
            $$"""
            title: 王芳{{folder}}再访东港集团
            titleEnglish: Wang Fang visits Donggang Group again
            parts: {headline: 3}
            {{introduced}}
            facts:
            - at: 5.1
              mentions: [王芳, 东港集团]
              about: 东港集团
              links:
              - {from: 王芳, wrote: this, capacity: REPORTER}
              figures:
              - {figure: 58个, level: 58 个, of: 泊位数}
            notRecorded:
            - {at: 1.1, reason: the masthead}
            - {at: 3.1, reason: the headline}
            """
        );
    }
}
