using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;

namespace ZhuzhouGraph.Server.Pages.Checking;

/// <summary>What the record says of a text, as GraphQL answers it. What is not named here is shown slot by slot.</summary>
public sealed record ReportTold(
    string RulesVersion,
    long DataVersion,
    LocalDate ClaimDate,
    bool IsClaimDateInferred,
    int SearchedArticles,
    LocalDate? SearchedFrom,
    LocalDate? SearchedTo,
    string? Reason,
    IReadOnlyList<AnswerTold> Claims,
    IReadOnlyList<RelationTold> Relations,
    IReadOnlyList<UnreadTold> Unread
);

public sealed record UnreadTold(string Printed, string Why);

/// <summary>What the record says of a sentence that tells who did what, where and when.</summary>
public sealed record RelationTold(
    string Verdict,
    string VerdictChinese,
    string Chinese,
    string English,
    string Quote,
    string Rule,
    IReadOnlyList<EvidenceTold> Evidence,
    IReadOnlyList<EvidenceTold> Nearest,
    IReadOnlyList<SlotTold> Slots,
    string WouldChange,
    string WouldChangeEnglish,
    string? Reason = null,
    string? Note = null,
    string? NoteEnglish = null
);

/// <summary>A part of a claim of a relation: what it is, its words, and what they mean.</summary>
public sealed record SlotTold(string Name, string? Words = null, string? EntityId = null, string? EntityName = null);

/// <summary>What the record says of one claim of the text.</summary>
public sealed record AnswerTold(
    string Verdict,
    string VerdictChinese,
    string Chinese,
    string English,
    string Quote,
    int Start,
    IReadOnlyList<EvidenceTold> Evidence,
    IReadOnlyList<EvidenceTold> Rejected,
    IReadOnlyList<EvidenceTold> Superseded,
    IReadOnlyList<FlagTold> Flags,
    IReadOnlyList<ImpliedTold> Implied,
    string WouldChange,
    string WouldChangeEnglish,
    int? End = null,
    string? Figure = null,
    int? FigureStart = null,
    int? FigureEnd = null,
    string? Reason = null,
    string? Rule = null,
    string? Tolerance = null,
    string? Computation = null
)
{
    /// <summary>Its other parts, under their names in the schema.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Slots { get; init; } = [];

    /// <summary>The clause before, of and behind the figure; all of it before, where the figure does not stand in it.</summary>
    public (string Before, string Figure, string Behind) Parts
    {
        get
        {
            var (from, to) = (FigureStart - Start, FigureEnd - Start);
            return from is { } start && to is { } end && start >= 0 && start <= end && end <= Quote.Length
                ? (Quote[..start], Quote[start..end], Quote[end..])
                : (Quote, "", "");
        }
    }
}

/// <summary>Something printed that an answer shows.</summary>
public sealed record EvidenceTold(
    string? Printed = null,
    string? Path = null,
    string? Status = null,
    string? PeriodWords = null,
    string? Type = null,
    string? Role = null,
    string? FromName = null,
    string? FromNameEnglish = null,
    string? ToName = null,
    string? ToNameEnglish = null,
    string? AboutName = null,
    string? AboutNameEnglish = null,
    string? IndicatorName = null,
    string? IndicatorNameEnglish = null,
    string? ArticleId = null,
    string? Title = null,
    string? TitleEnglish = null,
    LocalDate? Date = null,
    string? Address = null,
    string? Quote = null,
    string? Differing = null,
    string? Computation = null,
    string? Formula = null,
    string? RemovedAt = null,
    Dictionary<string, JsonElement>? Match = null
);

public sealed record FlagTold(string Chinese, string English);

public sealed record ImpliedTold(string Chinese, string English, string Formula);
