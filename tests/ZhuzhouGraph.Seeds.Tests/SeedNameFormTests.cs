namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>Names can be read: nothing hides in them, and something stands there.</summary>
public sealed class SeedNameFormTests : IDisposable
{
    private const string Names = "registry/names.yaml";

    private readonly SeedFolder _folder = new();

    [Theory]
    [InlineData(@"\e", "U+001B")]
    [InlineData(@"\t", "U+0009")]
    [InlineData(@"\x7F", "U+007F")]
    [InlineData(@"\x85", "U+0085")]
    [InlineData(@"\u061C", "U+061C")]
    [InlineData(@"\u200B", "U+200B")]
    [InlineData(@"\u200E", "U+200E")]
    [InlineData(@"\u200F", "U+200F")]
    [InlineData(@"\u2028", "U+2028")]
    [InlineData(@"\u202A", "U+202A")]
    [InlineData(@"\u202E", "U+202E")]
    [InlineData(@"\u2066", "U+2066")]
    [InlineData(@"\u2069", "U+2069")]
    [InlineData(@"\uFEFF", "U+FEFF")]
    [InlineData(@"\uFDD0", "U+FDD0")]
    [InlineData(@"\uFFFF", "U+FFFF")]
    [InlineData(@"\U0001FFFE", "U+1FFFE")]
    [InlineData(@"\U000E0041", "U+E0041")]
    public async Task A_character_that_nobody_sees_is_one_problem_with_its_code(string written, string code)
    {
        _folder.With(Names, "editorial: 泊位数", $"editorial: \"泊{written}位数\"");
        var problem = await SoleProblemAsync();
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.InvalidValue, Names, 6));
        problem.Message.ShouldStartWith($"Found '泊{code}位数', in which {code} stands, which nobody sees");
    }

    [Theory]
    [InlineData(@"\u3164", "U+3164", "which nobody sees")]
    [InlineData(@"\u115F", "U+115F", "which nobody sees")]
    [InlineData(@"\u1160", "U+1160", "which nobody sees")]
    [InlineData(@"\uFFA0", "U+FFA0", "which nobody sees")]
    [InlineData(@"\u2800", "U+2800", "which nobody sees")]
    [InlineData(@"\u034F", "U+034F", "which nobody sees")]
    [InlineData(@"\u17B4", "U+17B4", "which nobody sees")]
    [InlineData(@"\u180B", "U+180B", "which nobody sees")]
    [InlineData(@"\uFE00", "U+FE00", "which nobody sees")]
    [InlineData(@"\uFE0F", "U+FE0F", "which nobody sees")]
    [InlineData(@"\U000E0100", "U+E0100", "which nobody sees")]
    [InlineData(@"\U000E01EF", "U+E01EF", "which nobody sees")]
    [InlineData(@"\uFFFC", "U+FFFC", "which nobody sees")]
    [InlineData(@"\U0001D159", "U+1D159", "which nobody sees")]
    [InlineData(@"\uE000", "U+E000", "which looks different on every machine")]
    [InlineData(@"\U000F0000", "U+F0000", "which looks different on every machine")]
    [InlineData(@"\U0010FFFD", "U+10FFFD", "which looks different on every machine")]
    [InlineData(@"\u0378", "U+0378", "which is no character yet")]
    [InlineData(@"\U000E0080", "U+E0080", "which is no character yet")]
    [InlineData(@"\u0301\u0301", "U+0301", "a mark on no letter")]
    public async Task Nothing_stands_alone_or_in_a_name_that_is_not_seen_by_all_alike(string written, string code, string fault)
    {
        foreach (var key in new[] { "editorial", "name", "en" })
        {
            foreach (var before in new[] { "", "泊 " })
            {
                using var folder = new SeedFolder();
                var names = new Dictionary<string, string> { ["editorial"] = "editorial: 泊位", ["en"] = "en: Berth" };
                names.Remove(key == "name" ? "editorial" : key);
                names[key] = $"{key}: \"{before}{written}\"";
                folder.With(
                    Names,
                    "- {id: org:donggang-group",
                    $"- {{id: org:berth, type: Company, {string.Join(", ", names.Values)}}}\n- {{id: org:donggang-group"
                );
                var problem = await SoleProblemAsync(folder);
                (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.InvalidValue, Names, 3));
                problem.Message.ShouldStartWith($"Found '{before}{code}");
                problem.Message.ShouldContain($", in which {code} stands, {fault}; allowed are characters that are printed.");
                UnseenCharacters.FirstIn(problem.Message).ShouldBeNull();
            }
        }
    }

    [Theory]
    [InlineData("e", "\u0301", 4, false)]
    [InlineData("e", "\u0301", 5, true)]
    [InlineData("e", "\u0301", 150, true)]
    [InlineData("位", "\u20DD", 5, true)]
    [InlineData("e\u200D", "\u0301", 150, true)]
    [InlineData("ཧ", "\u0F90", 8, false)]
    [InlineData("ཧ", "\u0F90", 9, true)]
    public async Task Marks_are_heaped_on_a_letter_no_higher_than_writing_needs(string letter, string mark, int count, bool isRefused)
    {
        var name = letter + string.Concat(Enumerable.Repeat(mark, count));
        _folder.With(Names, "editorial: 泊位数", $"editorial: 泊位数, called: [{name}]");
        var problems = (await _folder.CheckAsync()).Problems;
        problems.Count.ShouldBe(isRefused ? 1 : 0, string.Join('\n', problems));
        if (isRefused)
            problems[0].Message.ShouldContain($"in which U+{(int)mark[0]:X4} stands, the mark after ");
    }

    [Theory]
    [InlineData("about: 东港集团\n  by: 李明", "about: 东港集团\n  by: 李明\n  capacity: \"\\u3164\"", "U+3164")]
    [InlineData("figure: 3.1万标箱", "figure: \"3.1万标箱\\u2800\"", "U+2800")]
    [InlineData("id: event:talks", "id: \"event:talks\\uFE0F\"", "U+FE0F")]
    [InlineData("reason: the masthead", "reason: \"the \\uE000\"", "U+E000")]
    [InlineData("word: 座谈", "word: \"座谈\\u115F\"", "U+115F")]
    public async Task Figures_words_ids_and_reasons_are_judged_like_names(string right, string wrong, string code)
    {
        var problems = (await _folder.WithArticle(right, wrong).CheckAsync()).Problems;
        problems.ShouldContain(
            p => p.Code == ProblemCodes.InvalidValue && p.Message.Contains($"in which {code} stands, ", StringComparison.Ordinal),
            string.Join('\n', problems)
        );
        problems.ShouldAllBe(p => UnseenCharacters.FirstIn(p.ToString()) == null);
    }

    [Theory]
    [InlineData(Names, "en: Donggang Group", 3)]
    [InlineData("articles/2023-05-04/issue.yaml", "newspaper: 东港日报", 1)]
    [InlineData("articles/2023-05-04/issue.yaml", "newspaperEnglish: Donggang Daily", 2)]
    [InlineData("articles/2023-05-04/01-throughput.yaml", "titleEnglish: Donggang's throughput soars", 2)]
    [InlineData("articles/2023-05-04/01-throughput.yaml", "title: 东港吞吐量大增", 1)]
    public async Task Everything_that_is_printed_as_a_name_is_judged(string file, string right, int line)
    {
        var key = right[..right.IndexOf(':', StringComparison.Ordinal)];
        foreach (
            var (wrong, found) in new[]
            {
                ("\"a\\u202Eb\"", "U+202E"),
                ("\"·\\u200D\"", "nothing that is read"),
                (new string('a', 201), "201 characters"),
            }
        )
        {
            using var folder = new SeedFolder();
            var problem = await SoleProblemAsync(folder.With(file, right, $"{key}: {wrong}"), withTexts: false);
            (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.InvalidValue, file, line));
            problem.Message.ShouldContain(found);
        }
    }

    [Fact]
    public async Task Half_of_a_pair_of_surrogates_is_a_problem()
    {
        _folder.With(Names, "editorial: 泊位数", "editorial: \"泊\\uD83D位数\"");
        var problem = await SoleProblemAsync();
        (problem.Location.File, problem.Location.Line).ShouldBe((Names, 6));
    }

    [Theory]
    [InlineData("“”")]
    [InlineData("\"\\u200D\"")]
    [InlineData("·")]
    public async Task A_name_of_which_folding_leaves_nothing_is_a_problem(string name)
    {
        var problem = await SoleProblemAsync(_folder.With(Names, "name: 东港集团, en", $"name: 东港集团, called: [{name}], en"));
        (problem.Code, problem.Location.File, problem.Location.Line).ShouldBe((ProblemCodes.InvalidValue, Names, 3));
        problem.Message.ShouldContain("nothing that is read");
    }

    [Fact]
    public async Task Names_of_200_characters_and_rare_ideographs_are_names()
    {
        _folder.With(
            Names,
            "editorial: 泊位数",
            $"editorial: 泊位数, called: [{new string('长', 200)}, 𠮷野, 王一, É, e\u0301, Nguye\u0302\u0303n, 𬭎, 𰻝, \U000323B0, "
                + "👨\u200D👩\u200D👧, 👍🏽, '#\u20E3', लक्ष्मी, လျှို့, ᠮᠣᠩᠭᠣᠯ\u180B]"
        );
        (await _folder.CheckAsync()).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Found '\u200D'.", "Found 'U+200D'.")]
    [InlineData("name 'ㅤ'", "name 'U+3164'")]
    [InlineData("name '\u0301'", "name 'U+0301'")]
    [InlineData("name 'e\u0301'", "name 'e\u0301'")]
    [InlineData("ᠠ\u200D\u180B", "ᠠU+200DU+180B")]
    public void A_problem_prints_the_names_of_what_is_not_seen(string message, string printed) =>
        new Problem("CODE", new("a"), message).ToString().ShouldBe($"a: CODE: {printed}");

    [Fact]
    public void A_problem_prints_nothing_that_a_terminal_obeys() =>
        new Problem("CODE", new("a\u001b[2J.yaml"), "Found 'x\u202Ey\u001b[0m'.")
            .ToString()
            .ShouldBe("aU+001B[2J.yaml: CODE: Found 'xU+202EyU+001B[0m'.");

    private Task<Problem> SoleProblemAsync() => SoleProblemAsync(_folder);

    private static async Task<Problem> SoleProblemAsync(SeedFolder folder, bool withTexts = true)
    {
        var problems = (await folder.CheckAsync(withTexts)).Problems;
        return problems.Count == 1 ? problems[0] : throw new ShouldAssertException(string.Join('\n', problems.DefaultIfEmpty()));
    }

    public void Dispose() => _folder.Dispose();
}
