namespace ZhuzhouGraph.Text.Claims;

/// <summary>How a claim agrees with what was printed; never whether the world is so.</summary>
public enum Verdict
{
    /// <summary>与记录一致.</summary>
    Supported,

    /// <summary>基本一致: overlap or rounding only.</summary>
    SupportedApprox,

    /// <summary>属实但需说明: the number is printed, but of something narrower than is said.</summary>
    TrueButNeedsContext,

    /// <summary>数字有出入: off by at most 10 %.</summary>
    Inaccurate,

    /// <summary>与记录不符.</summary>
    Refuted,

    /// <summary>当时属实，已更新.</summary>
    Outdated,

    /// <summary>来源不一.</summary>
    ConflictingSources,

    /// <summary>如报所载: the article of the claim says so, and nothing else does.</summary>
    AsPrinted,

    /// <summary>证据不足.</summary>
    NotEnoughEvidence,

    /// <summary>不可核查: a target, a forecast, or no number at all.</summary>
    NotCheckable,

    /// <summary>需澄清.</summary>
    Ambiguous,
}

/// <summary>Why a claim could not be decided.</summary>
public enum ClaimReason
{
    /// <summary>Nothing that the graph knows is named, and nothing stands for it.</summary>
    NoSubject,
    AmbiguousSubject,
    NoIndicator,

    /// <summary>Subject and indicator are known, and no figure of them is printed.</summary>
    NoFact,
    ScopeMismatch,
    TimeMismatch,

    /// <summary>Printed as another measure: a level and no growth.</summary>
    KindMismatch,

    /// <summary>No unit is declared for the word, or the record has another.</summary>
    UnitUnknown,
    UniverseIncomplete,
    HedgeTooWide,

    /// <summary>A target or forecast, in the claim or in the record.</summary>
    Forecast,
    Unparsed,

    /// <summary>The citation of what would decide does not stand where it says.</summary>
    CitationUnverified,

    /// <summary>No print says so, and none says otherwise.</summary>
    NotPrinted,
}

/// <summary>What a reader should know besides the verdict.</summary>
public enum ContextFlagKind
{
    SubjectInferred,
    IndicatorInferred,
    TierUnstated,
    PeriodUnstated,
    Understated,
    MoreThanPrinted,
    WrongMagnitude,
    ByOrTo,
    OtherIndicator,
    OtherSubject,
    OtherPeriod,
    GoalToldAsFact,
    BaseUnknown,
    FactorAndPercent,
    Superseded,
    PrintedProbably,
    PartsDoNotAddUp,
}

/// <summary>One such thing, in a sentence.</summary>
public sealed record ContextFlag(ContextFlagKind Kind, string Chinese, string English);

/// <summary>The terms of verdicts.</summary>
public static class Verdicts
{
    /// <summary>The Chinese term, such as 与记录一致.</summary>
    public static string Chinese(Verdict verdict) =>
        verdict switch
        {
            Verdict.Supported => "与记录一致",
            Verdict.SupportedApprox => "基本一致",
            Verdict.TrueButNeedsContext => "属实但需说明",
            Verdict.Inaccurate => "数字有出入",
            Verdict.Refuted => "与记录不符",
            Verdict.Outdated => "当时属实，已更新",
            Verdict.ConflictingSources => "来源不一",
            Verdict.AsPrinted => "如报所载",
            Verdict.NotEnoughEvidence => "证据不足",
            Verdict.NotCheckable => "不可核查",
            _ => "需澄清",
        };

    /// <summary>Whether a figure of the record decided it, so that it needs one that is cited.</summary>
    public static bool IsDecided(Verdict verdict) => verdict <= Verdict.AsPrinted;
}
