using System.Globalization;
using NodaTime.Text;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Checking;

public sealed record CheckData(ReportTold CheckClaim);

/// <summary>What the page of a check is given.</summary>
/// <param name="Report">Null where nothing is asked yet.</param>
public sealed record CheckModel(ReportTold? Report)
{
    /// <summary>Whether the link is of other data, or other rules, than those that answer now.</summary>
    public bool IsOfOther(Visit visit) =>
        Report is { } report
        && (
            visit.Given(CheckPage.Data) is { } data && data != report.DataVersion.ToString(CultureInfo.InvariantCulture)
            || visit.Given(CheckPage.Rules) is { } rules && rules != report.RulesVersion
        );
}

/// <summary><c>/check?claim=…</c>: how a sentence agrees with what was printed.</summary>
internal sealed class CheckPage : WebPage<CheckData>
{
    /// <summary>The longest claim, in UTF-16 code units: a verdict has an address, and so has the page as GraphQL.</summary>
    public const int MaxClaim = 500;

    public const string Claim = "claim",
        ClaimDate = "claimDate",
        About = "about",
        Article = "article";

    /// <summary>The versions that a permalink was made with.</summary>
    public const string Data = "data",
        Rules = "rules";

    private static readonly StoredDocument Document = StoredDocument.Named("check");

    public override string Route => Links.Check;

    public override IReadOnlyList<string> Parameters => [Claim, ClaimDate, About, Article, Data, Rules];

    public override StoredDocument? DocumentFor(Visit visit) => visit.Given(Claim) is null ? null : Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        var (claim, day) = (visit.Given(Claim), visit.Given(ClaimDate));
        problem =
            claim?.Length > MaxClaim
                ? new(
                    $"参数“{Claim}”有{claim.Length}个字符，最多可以有{MaxClaim}个。",
                    $"The parameter '{Claim}' has {claim.Length} characters; at most {MaxClaim} are allowed."
                )
            : day is not null && !LocalDatePattern.Iso.Parse(day).Success
                ? Visit.Wrong(ClaimDate, day, new Bilingual("一个日期，如 2023-05-19", "a day such as 2023-05-19"))
            : null;
        return new()
        {
            ["text"] = claim,
            ["claimDate"] = day,
            ["asOf"] = Day(visit),
            ["about"] = visit.Given(About),
            ["article"] = visit.Given(Article),
        };
    }

    public override AskedForm? FormOf(Visit visit) => new(typeof(CheckForm), []);

    protected override Shown ShowUnasked(Visit visit) => Of(visit, null);

    protected override Shown Show(Visit visit, CheckData data) => Of(visit, data.CheckClaim);

    private static Shown Of(Visit visit, ReportTold? report) =>
        Shown.Of<CheckView, CheckModel>(
            new(report),
            visit.Given(Claim) is { } claim ? visit.Say($"核查“{claim}”", $"Check: {claim}") : visit.Say("核查", "Check")
        );
}
