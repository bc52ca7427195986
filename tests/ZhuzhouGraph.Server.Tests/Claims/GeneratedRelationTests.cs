using System.Text;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Tests.Claims;

/// <summary>
/// How well claims are checked that are made from every stored relationship. With <c>-showLiveOutput</c> it prints the report; the marks
/// may only rise.
/// </summary>
public sealed class GeneratedRelationTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const decimal LeastRight = 0.98m,
        MostAbstained = 0.05m;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Claims_made_from_every_stored_relationship_are_judged_rightly_and_none_that_is_wrong_is_supported()
    {
        var claims = await server.Store.ReadAsync(ClaimsAsync, Cancel);
        var checker = new ClaimChecker();
        List<(GeneratedClaim Claim, Verdict Verdict)> judged = [];
        foreach (var claim in claims)
        {
            var report = await checker.CheckAsync(server.Store, claim.Text, new(), Cancel);
            judged.Add(
                (
                    claim,
                    report.Relations is [var only] ? only.Verdict
                    : report.Relations.Count == 0 ? Verdict.NotCheckable
                    : Worst(report)
                )
            );
        }
        var right = judged.Count(IsRight);
        var answerable = judged.Where(one => one.Claim.IsAnswerable).ToList();
        var abstained = answerable.Count(one => one.Verdict is Verdict.NotEnoughEvidence or Verdict.Ambiguous or Verdict.NotCheckable);
        TestContext.Current.TestOutputHelper!.WriteLine(Report(judged, right, abstained, answerable.Count));

        judged.Count.ShouldBeGreaterThan(500);
        judged
            .Where(one => one.Claim.IsWrong)
            .Where(one => one.Verdict is Verdict.Supported or Verdict.SupportedApprox or Verdict.TrueButNeedsContext)
            .Select(one => $"{one.Claim.Change}: {one.Claim.Text}")
            .ShouldBeEmpty();
        ((decimal)right / judged.Count).ShouldBeGreaterThanOrEqualTo(LeastRight);
        ((decimal)abstained / answerable.Count).ShouldBeLessThanOrEqualTo(MostAbstained);
    }

    private static bool IsRight((GeneratedClaim Claim, Verdict Verdict) one) => one.Claim.Right.Contains(one.Verdict);

    private static Verdict Worst(ClaimReport report) =>
        report.Relations.Any(one => one.Verdict is Verdict.Refuted) ? Verdict.Refuted
        : report.Relations.All(one => one.Verdict is Verdict.Supported) ? Verdict.Supported
        : report.Relations.Any(one => one.Verdict is Verdict.NotEnoughEvidence) ? Verdict.NotEnoughEvidence
        : Verdict.TrueButNeedsContext;

    private static async Task<IReadOnlyList<GeneratedClaim>> ClaimsAsync(IGraphSnapshot snapshot)
    {
        List<Relationship> all = [];
        SortKey? after = null;
        do
        {
            var page = await snapshot.ListAsync(new RelationshipQuery(), new(PageRequest.Max, after), Cancel);
            all.AddRange(page.Items);
            after = page.HasMore ? page.Keys[^1] : null;
        } while (after is not null);
        string[] places = ["place:guangzhou", "place:changsha", "place:zhuzhou"];
        var nodes = await snapshot.GetAsync([.. all.SelectMany(one => new[] { one.From, one.To }).Concat(places).Distinct()], Cancel);
        var generated = new GeneratedRelations(all, nodes);
        return [.. all.SelectMany(generated.Of).DistinctBy(claim => claim.Text)];
    }

    private static string Report(List<(GeneratedClaim Claim, Verdict Verdict)> judged, int right, int abstained, int answerable)
    {
        var report = new StringBuilder();
        report.AppendLine(
            FormattableString.Invariant(
                $"{judged.Count} claims: {right} right ({100m * right / judged.Count:0.0} %), abstained on {abstained} of {answerable}"
            )
        );
        foreach (var change in judged.GroupBy(one => one.Claim.Change).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            var verdicts = change.GroupBy(one => one.Verdict).OrderBy(group => group.Key);
            report.AppendLine(
                FormattableString.Invariant($"{change.Key}: {change.Count(IsRight)} of {change.Count()} right; ")
                    + string.Join(
                        ", ",
                        verdicts.Select(group => FormattableString.Invariant($"{Spelling.Name(group.Key)} {group.Count()}"))
                    )
            );
        }
        foreach (var (claim, verdict) in judged.Where(one => !IsRight(one)))
            report.AppendLine($"  {claim.Change}: {claim.Text} → {Spelling.Name(verdict)}");
        return report.ToString();
    }
}
