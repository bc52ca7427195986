using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>What verdicts are worth where they leave this server as a ClaimReview of schema.org: 5 is the best, 1 the worst.</summary>
internal static class ClaimRating
{
    public const int Best = 5,
        Worst = 1;

    /// <summary>The verdicts that are exported. What nothing independent decides is not rated, and so not exported.</summary>
    public static IReadOnlyList<Verdict> Exported { get; } = [.. Enum.GetValues<Verdict>().Where(IsExported)];

    public static bool IsExported(Verdict verdict) => verdict <= Verdict.ConflictingSources;

    /// <summary>The rating; null for what is told in words alone.</summary>
    /// <param name="isAtClaimTime">Whether only what was in print by a day was evidence: what was so then has a rating then.</param>
    public static int? Of(Verdict verdict, bool isAtClaimTime) =>
        verdict switch
        {
            Verdict.Supported => 5,
            Verdict.SupportedApprox => 4,
            Verdict.Outdated when isAtClaimTime => 4,
            Verdict.TrueButNeedsContext => 3,
            Verdict.Inaccurate => 2,
            Verdict.Refuted => 1,
            _ => null,
        };
}
