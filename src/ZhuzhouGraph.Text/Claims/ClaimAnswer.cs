using NodaTime;
using ZhuzhouGraph.Text.Claims.Relations;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>A figure of the record that an answer shows.</summary>
/// <param name="Indicator">What it measures.</param>
/// <param name="About">What it is about.</param>
/// <param name="Citation">Where it is printed; its quote and offsets where the article's text is held.</param>
/// <param name="Match">How its parts lie to those of the claim.</param>
/// <param name="Differing">The first part that differs; null of what decided.</param>
/// <param name="Computation">How the numbers were compared; null where they do not compare.</param>
public sealed record ClaimEvidence(
    Observation Figure,
    Entity Indicator,
    Entity About,
    Article Article,
    Citation? Citation,
    MatchVector Match,
    string? Differing,
    string? Computation
)
{
    /// <summary>Who is the origin of it: the speaker, or the article. One origin counts once.</summary>
    public required string Origin { get; init; }

    /// <summary>How it was worked out of printed figures; null where it is printed.</summary>
    public string? Formula { get; init; }

    /// <summary>The ids of those figures.</summary>
    public IReadOnlyList<string> Inputs { get; init; } = [];

    internal static string OriginOf(ClaimFact fact) =>
        fact.Figure.AttributedTo is { } speaker ? $"{speaker}@{fact.Article.Date}" : fact.Article.Id;
}

/// <summary>What follows from the figures that support a claim: the level of the year before.</summary>
public sealed record ClaimImplied(Interval Interval, Unit Unit, string Formula, string Chinese, string English);

/// <summary>What the record says of one claim.</summary>
public sealed record ClaimAnswer
{
    public required Claim Claim { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>Why it could not be decided; null where it was.</summary>
    public ClaimReason? Reason { get; init; }

    /// <summary>The rule that decided.</summary>
    public ClaimRule Rule { get; init; }

    /// <summary>The row of the table of hedges by which the claim was read, such as <c>NEARLY [54, 60)</c>.</summary>
    public string? Tolerance { get; init; }

    /// <summary>One line, such as <c>58 ∈ [54, 60)</c>.</summary>
    public string? Computation { get; init; }

    /// <summary>What the claim is about, as far as it is known.</summary>
    public Entity? Subject { get; init; }
    public SubjectGround SubjectGround { get; init; }

    /// <summary>What it measures, as far as it is known.</summary>
    public Entity? Indicator { get; init; }
    public IndicatorGround IndicatorGround { get; init; }

    /// <summary>What decided, or what leaves it open.</summary>
    public IReadOnlyList<ClaimEvidence> Evidence { get; init; } = [];

    /// <summary>The first of what decided; null where nothing did.</summary>
    public ClaimEvidence? First => Evidence is [var first, ..] ? first : null;

    /// <summary>The nearest that did not, each with the part in which it differs.</summary>
    public IReadOnlyList<ClaimEvidence> Rejected { get; init; } = [];

    /// <summary>Figures that fit once and that their articles no longer state.</summary>
    public IReadOnlyList<ClaimEvidence> Superseded { get; init; } = [];
    public IReadOnlyList<ContextFlag> Flags { get; init; } = [];
    public IReadOnlyList<ClaimImplied> Implied { get; init; } = [];

    /// <summary>The answer in one sentence.</summary>
    public string Chinese { get; init; } = "";
    public string English { get; init; } = "";

    /// <summary>What would change the verdict, or settle it.</summary>
    public string WouldChange { get; init; } = "";
    public string WouldChangeEnglish { get; init; } = "";
}

/// <summary>What the record says of a text.</summary>
/// <param name="DataVersion">The data version that was asked; with the same rules it gives the same answer for ever.</param>
/// <param name="ClaimDate">The day by which times were read.</param>
/// <param name="IsClaimDateInferred">The request does not give it: it is the newest day of print.</param>
/// <param name="Claims">The figures, in the order of the text.</param>
/// <param name="Relations">Who did what, where and when, in the order of the text.</param>
/// <param name="Unread">What is printed like a figure and was not read.</param>
public sealed record ClaimReport(
    string Text,
    long DataVersion,
    ClaimCoverage Coverage,
    LocalDate ClaimDate,
    bool IsClaimDateInferred,
    LocalDate? AsOf,
    IReadOnlyList<ClaimAnswer> Claims,
    IReadOnlyList<RelationAnswer> Relations,
    IReadOnlyList<UnreadFigure> Unread
)
{
    /// <summary>The version of the words and rules, and of the widths of hedges.</summary>
    public static string RulesVersion => $"{ClaimWords.Version}+hedges.{Hedges.Version}";

    /// <summary>Why there is no claim; null where there is one.</summary>
    public ClaimReason? Reason => Claims.Count + Relations.Count == 0 ? ClaimReason.Unparsed : null;
}
