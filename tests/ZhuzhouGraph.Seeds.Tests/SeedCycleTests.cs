using System.Text;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>Nothing is a part of its part: what leads back to itself is one problem with every link of the way.</summary>
public sealed class SeedCycleTests : IDisposable
{
    private const string Article = "articles/2023-05-04/01-throughput.yaml";
    private const string Second = "articles/2023-05-04/02-second.yaml";
    private const string Background = "registry/background.yaml";
    private const string Places = "registry/places.yaml";

    private readonly SeedFolder _folder = new();

    public SeedCycleTests() =>
        _folder.Write(
            Places,
            """
            - {id: place:east, type: Place, editorial: 东区, en: East}
            - {id: place:west, type: Place, editorial: 西区, en: West}
            - {id: place:south, type: Place, editorial: 南区, en: South}
            - {id: org:ring, type: Organization, editorial: 环城联盟, en: Ring}
            - {id: product:pump, type: Product, editorial: 泵, en: Pump}
            - {id: product:valve, type: Product, editorial: 阀, en: Valve}
            - {id: event:games, type: Event, kind: TALKS, standing: HELD, when: {words: 2022年, from: 2022-01-01, to: 2022-12-31},
              editorial: 运动会, en: Games}
            - {id: event:series, type: Event, kind: TALKS, standing: HELD, when: {words: 2022年, from: 2022-01-01, to: 2022-12-31},
              editorial: 系列, en: Series}

            """
        );

    [Theory]
    [InlineData("partOf", "place:east", "place:west", "place:south")]
    [InlineData("partOf", "place:east", "org:ring", "product:pump")]
    [InlineData("locatedIn", "place:east", "place:west", "place:south")]
    [InlineData("kindOf", "product:pump", "product:valve")]
    [InlineData("editionOf", "event:games", "event:series")]
    [InlineData("flowsInto", "place:east", "place:west", "place:south")]
    public async Task A_cycle_is_one_problem_that_names_every_link_with_its_place(string verb, params string[] ids)
    {
        Link([.. ids.Select((id, n) => $"{{from: {id}, {verb}: {ids[(n + 1) % ids.Length]}}}")]);
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.Cycle, Article, 11 + ids.Length));
        foreach (var (n, id) in ids.Index())
            problem.Message.ShouldContain($"{id} {verb} {ids[(n + 1) % ids.Length]} ({Article}:{12 + n}");
    }

    [Fact]
    public async Task Places_lie_in_no_circle_whichever_of_the_two_words_says_so()
    {
        Link("{from: 东区, partOf: 西区}", "{from: 西区, locatedIn: 南区}", "{from: 南区, partOf: 东区}");
        var problem = await SoleProblemAsync();
        problem.Message.ShouldContain("place:west locatedIn place:south");
        problem.Message.ShouldContain("place:south partOf place:east");
    }

    [Fact]
    public async Task A_city_may_be_a_member_of_what_has_its_seat_there()
    {
        Link("{from: 东区, partOf: 环城联盟}", "{from: 环城联盟, locatedIn: 东区}");
        (await _folder.CheckAsync(withTexts: false)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_ways_to_one_whole_are_no_cycle()
    {
        Link("{from: 东区, partOf: [西区, 南区]}", "{from: 西区, partOf: 南区}");
        (await _folder.CheckAsync(withTexts: false)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Two_articles_and_the_background_close_a_cycle_together()
    {
        Link("{from: 东区, partOf: 西区}");
        _folder.With("articles/2023-05-04/issue.yaml", "01-throughput: 3-8", "01-throughput: [3-7]\n  02-second: [8]");
        _folder.WithArticle("- {at: 8.1, reason: names nobody}", "").With(Article, "- {at: 1.1, reason: the masthead}", "");
        _folder.Write(Second, "title: 另一\ntitleEnglish: Other\nfacts:\n- at: 8.1\n  links:\n  - {from: 西区, partOf: 南区}\n");
        _folder.Write(
            Background,
            """
            references:
            - {id: reference:codes, title: 东海省区划代码, en: Codes of Donghai, publisher: 东海省标准局, year: 2007}
            links:
            - {from: 南区, partOf: 东区, per: reference:codes}

            """
        );
        var cycles = (await _folder.CheckAsync(withTexts: false)).Problems.Where(p => p.Code == ProblemCodes.Cycle).ToList();
        var message = cycles.ShouldHaveSingleItem().Message;
        message.ShouldContain($"({Article}:12");
        message.ShouldContain($"({Second}:6");
        message.ShouldContain($"({Background}:4");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(30)]
    public async Task Indicators_are_not_broader_than_themselves(int length)
    {
        _folder.Write(
            "registry/rings.yaml",
            string.Concat(
                Enumerable
                    .Range(0, length)
                    .Select(n =>
                        $"- {{id: indicator:i{n}, type: Indicator, editorial: 指标{n}, en: I{n}, dimension: COUNT, "
                        + $"broader: indicator:i{(n + 1) % length}}}\n"
                    )
            )
        );
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.Cycle, "registry/rings.yaml", length));
        foreach (var n in Enumerable.Range(0, length))
            problem.Message.ShouldContain($"indicator:i{n} broader indicator:i{(n + 1) % length} (registry/rings.yaml:{n + 1}");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_chain_of_ten_thousand_is_judged(bool isClosed)
    {
        const int length = 10_000;
        var chain = new StringBuilder();
        for (var n = 0; n < length; n++)
        {
            var broader = n == length - 1 && !isClosed ? "" : $", broader: indicator:i{(n + 1) % length}";
            chain.Append($"- {{id: indicator:i{n}, type: Indicator, editorial: 指标{n}, en: I{n}, dimension: COUNT{broader}}}\n");
        }
        _folder.Write("registry/chain.yaml", chain.ToString());
        var problems = (await _folder.CheckAsync(withTexts: false)).Problems;
        if (isClosed)
            problems.ShouldHaveSingleItem().Message.ShouldContain("9900 more");
        else
            problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_cycles_are_told_at_once()
    {
        Link(
            "{from: 东区, partOf: 西区}",
            "{from: 西区, partOf: 东区}",
            "{from: 泵, kindOf: 阀}",
            "{from: 阀, kindOf: 泵}",
            "{from: 西区, partOf: 南区}",
            "{from: 南区, partOf: 西区}"
        );
        (await _folder.CheckAsync(withTexts: false))
            .Problems.Select(p => p.Code)
            .ShouldBe([ProblemCodes.Cycle, ProblemCodes.Cycle, ProblemCodes.Cycle]);
    }

    private void Link(params string[] links) =>
        _folder.WithArticle(
            "- {from: 王芳, wrote: this",
            $"{string.Concat(links.Select(link => $"- {link}\n  "))}- {{from: 王芳, wrote: this"
        );

    private async Task<Problem> SoleProblemAsync()
    {
        var problems = (await _folder.CheckAsync(withTexts: false)).Problems;
        return problems.Count == 1 ? problems[0] : throw new ShouldAssertException(string.Join('\n', problems.DefaultIfEmpty()));
    }

    public void Dispose() => _folder.Dispose();
}
