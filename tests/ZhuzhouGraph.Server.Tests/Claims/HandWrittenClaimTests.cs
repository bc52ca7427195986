using System.Text;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>
/// Claims about the paper of 19 May in the words of readers, with verdicts that were written before any rule was tuned and by somebody
/// who had seen none. Half of them (<c>dev</c>) rules were written with; the other half was run once. With <c>-showLiveOutput</c> each
/// miss is printed; the marks may only rise.
/// </summary>
public sealed class HandWrittenClaimTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly Verdict[] Supporting = [Verdict.Supported, Verdict.SupportedApprox];

    /// <summary>What is worse comes first: a text of several figures is as right as its worst.</summary>
    private static readonly Verdict[] Worst =
    [
        Verdict.Refuted,
        Verdict.Inaccurate,
        Verdict.ConflictingSources,
        Verdict.Outdated,
        Verdict.TrueButNeedsContext,
        Verdict.NotEnoughEvidence,
        Verdict.Ambiguous,
        Verdict.NotCheckable,
        Verdict.AsPrinted,
        Verdict.SupportedApprox,
        Verdict.Supported,
    ];

    /// <summary>The half that rules were written with.</summary>
    [Theory]
    [InlineData("FIGURE", 53)]
    [InlineData("RELATION", 28)]
    public Task Claims_in_the_words_of_readers_are_judged_as_an_editor_judged_them(string kind, int least) =>
        JudgeAsync("dev", kind, least);

    /// <summary>The half that no rule was written with.</summary>
    [Theory]
    [InlineData("FIGURE", 50)]
    [InlineData("RELATION", 18)]
    public Task Claims_that_no_rule_was_written_with_are_judged_as_an_editor_judged_them(string kind, int least) =>
        JudgeAsync("held", kind, least);

    private async Task JudgeAsync(string half, string kind, int least)
    {
        var (right, told, unsafeOnes) = (0, new StringBuilder(), new List<string>());
        var rows = File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests/ZhuzhouGraph.Server.Tests/Claims/HandWritten", half + ".jsonl"))
            .Select(line => JsonNode.Parse(line)!)
            .Where(row => (string)row["kind"]! == kind)
            .ToList();
        foreach (var row in rows)
        {
            var text = (string)row["text"]!;
            var report = await new ClaimChecker().CheckAsync(server.Store, text, new(), TestContext.Current.CancellationToken);
            var answers =
                kind == "FIGURE"
                    ? report.Claims.Select(claim => (claim.Verdict, claim.Chinese)).ToList()
                    : [.. report.Relations.Select(relation => (relation.Verdict, relation.Chinese))];
            var verdict = answers.Count == 0 ? Verdict.NotEnoughEvidence : Worst.First(one => answers.Exists(a => a.Verdict == one));
            Verdict[] expected = [Of(row["verdict"]!), .. row["also"]!.AsArray().Select(other => Of(other!))];
            if (expected.Contains(verdict))
                right++;
            else
                told.Append($"{row["n"]} {string.Join('/', expected)} was {verdict}: {text} | ")
                    .AppendJoin(" | ", answers.Select(answer => answer.Chinese))
                    .AppendLine();
            if (expected[0] is Verdict.Refuted or Verdict.Inaccurate && Supporting.Contains(verdict))
                unsafeOnes.Add(text);
        }
        TestContext.Current.TestOutputHelper!.WriteLine($"{half} {kind}: {right} of {rows.Count}\n{told}");

        unsafeOnes.ShouldBeEmpty();
        right.ShouldBeGreaterThanOrEqualTo(least);

        static Verdict Of(JsonNode word) => Spelling.Parse<Verdict>((string)word!)!.Value;
    }
}
