using System.Text;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>
/// How well claims are checked that are made from every stored figure. With <c>-showLiveOutput</c> it prints the report; the marks may only
/// rise.
/// </summary>
public sealed class GeneratedClaimTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const decimal LeastRight = 0.98m,
        MostAbstained = 0.05m;

    [Fact]
    public async Task Claims_made_from_every_stored_figure_are_judged_rightly_and_none_that_is_wrong_is_supported()
    {
        var claims = await ClaimsAsync();
        var checker = new ClaimChecker();
        List<(GeneratedClaim Claim, Verdict Verdict)> judged = [];
        foreach (var claim in claims)
        {
            var report = await checker.CheckAsync(server.Store, claim.Text, new(), TestContext.Current.CancellationToken);
            judged.Add((claim, VerdictOf(report)));
        }
        var right = judged.Count(one => one.Claim.Right.Contains(one.Verdict));
        var answerable = judged.Where(one => one.Claim.IsAnswerable).ToList();
        var abstained = answerable.Count(one => one.Verdict is Verdict.NotEnoughEvidence or Verdict.Ambiguous or Verdict.NotCheckable);
        var unsafeOnes = judged.Where(one => one.Claim.IsWrong && IsSupporting(one.Verdict)).ToList();
        TestContext.Current.TestOutputHelper!.WriteLine(Report(judged, right, abstained, answerable.Count));

        judged.Count.ShouldBeGreaterThan(600);
        unsafeOnes.Select(one => $"{one.Claim.Change}: {one.Claim.Text} {one.Verdict}").ShouldBeEmpty();
        ((decimal)right / judged.Count).ShouldBeGreaterThanOrEqualTo(LeastRight);
        ((decimal)abstained / answerable.Count).ShouldBeLessThanOrEqualTo(MostAbstained);
    }

    /// <summary>A sentence may hold the figure of a name besides: the verdict of the last figure counts.</summary>
    private static Verdict VerdictOf(ClaimReport report) => report.Claims is [.., var last] ? last.Verdict : Verdict.NotCheckable;

    private static bool IsRight((GeneratedClaim Claim, Verdict Verdict) one) => one.Claim.Right.Contains(one.Verdict);

    private static bool IsSupporting(Verdict verdict) =>
        verdict is Verdict.Supported or Verdict.SupportedApprox or Verdict.TrueButNeedsContext;

    private async Task<IReadOnlyList<GeneratedClaim>> ClaimsAsync() =>
        await server.Store.ReadAsync(
            async snapshot =>
            {
                var cancellation = TestContext.Current.CancellationToken;
                var figures = (await snapshot.ListAsync(new ObservationQuery(), new(PageRequest.Max), cancellation)).Items;
                string[] ids = [.. figures.SelectMany(figure => new[] { figure.About, figure.Indicator, figure.Article }).Distinct()];
                var nodes = await snapshot.GetAsync([.. ids, "place:changsha"], cancellation);
                Entity[] others = [.. new[] { "place:changsha" }.Select(id => (Entity)nodes[id])];
                return (IReadOnlyList<GeneratedClaim>)
                    [
                        .. figures.SelectMany(figure =>
                            GeneratedClaims.Of(
                                figure,
                                (Entity)nodes[figure.About],
                                (Entity)nodes[figure.Indicator],
                                ((Article)nodes[figure.Article]).Date.Year,
                                others
                            )
                        ),
                    ];
            },
            TestContext.Current.CancellationToken
        );

    private static string Report(List<(GeneratedClaim Claim, Verdict Verdict)> judged, int right, int abstained, int answerable)
    {
        var report = new StringBuilder();
        report.AppendLine(
            FormattableString.Invariant(
                $"{judged.Count} claims: {right} right ({100m * right / judged.Count:0.0} %), abstained on {abstained} of {answerable}"
            )
        );
        foreach (var change in judged.GroupBy(one => one.Claim.Change))
        {
            var verdicts = change
                .GroupBy(one => one.Verdict)
                .OrderBy(group => group.Key)
                .Select(group => $"{Spelling.Name(group.Key)} {group.Count()}");
            report.AppendLine(
                FormattableString.Invariant(
                    $"{change.Key}: {change.Count(IsRight)} of {change.Count()} right; {string.Join(", ", verdicts)}"
                )
            );
        }
        foreach (var (claim, verdict) in judged.Where(one => !one.Claim.Right.Contains(one.Verdict)))
            report.AppendLine($"  {claim.Change}: {claim.Text} → {Spelling.Name(verdict)}");
        return report.ToString();
    }
}
