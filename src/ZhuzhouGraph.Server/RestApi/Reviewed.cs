using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>A claim of a figure, or of who did what, with the verdict on it.</summary>
/// <param name="Printed">Its figure, or its sentence.</param>
/// <param name="BasedOn">The articles that decided, and the id of what each states.</param>
internal sealed record Reviewed(
    string Quote,
    string Printed,
    Verdict Verdict,
    ClaimReason? Reason,
    string Chinese,
    string English,
    IEnumerable<(Article Article, string Id)> BasedOn
)
{
    public static IReadOnlyList<Reviewed> Of(ClaimReport report) =>
        [
            .. report.Claims.Select(a => new Reviewed(
                a.Claim.Quote,
                a.Claim.Printed,
                a.Verdict,
                a.Reason,
                a.Chinese,
                a.English,
                a.Evidence.Select(e => (e.Article, e.Figure.Id))
            )),
            .. report.Relations.Select(a => new Reviewed(
                a.Claim.Quote,
                a.Claim.Quote,
                a.Verdict,
                a.Reason,
                a.Chinese,
                a.English,
                a.Evidence.Select(e => (e.Article, e.Relationship.Id))
            )),
        ];
}
