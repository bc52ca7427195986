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
        _folder.With(Names, "editorial: 泊位数", $"editorial: 泊位数, called: [{new string('长', 200)}, 𠮷野, 王\uFE00一, É, \uE000集团]");
        (await _folder.CheckAsync()).Problems.ShouldBeEmpty();
    }

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
