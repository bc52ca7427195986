using NodaTime;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>A part of a claim of a relation, where the text has it. Offsets are UTF-16 code units of the whole text, half-open.</summary>
/// <param name="Name">What it is to the claim: <c>subject</c>, <c>act</c>, <c>object</c>, <c>venue</c>, <c>day</c>, <c>role</c>,
/// <c>behalf</c>.</param>
/// <param name="Words">As the text has it: <c>text[Span.Start..Span.End]</c>; null where it is only understood.</param>
/// <param name="Entity">What is meant; null where it is no thing, or not known.</param>
public sealed record ClaimSlot(string Name, string? Words, Span? Span, Entity? Entity);

/// <summary>What a sentence says of who did what, where and when.</summary>
public sealed record RelationClaim
{
    /// <summary>The sentence or clause, <c>text[Span.Start..Span.End]</c>.</summary>
    public required string Quote { get; init; }

    public required Span Span { get; init; }

    /// <summary>The relationship that the words of the act say.</summary>
    public required RelationshipType Type { get; init; }

    /// <summary>The role of it that they say, such as <c>CHAIR</c>; null for any.</summary>
    public string? Role { get; init; }

    /// <summary>The parts in the order of the text.</summary>
    public required IReadOnlyList<ClaimSlot> Slots { get; init; }

    /// <summary>Its days; null where it gives none.</summary>
    public DateRange? Days { get; init; }

    public bool IsNegated { get; init; }

    /// <summary>It tells what will be: 将, will.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>It tells what was done: 已, 圆满闭幕.</summary>
    public bool IsDone { get; init; }

    /// <summary>It is of a post that was held before: 原, former.</summary>
    public bool IsFormer { get; init; }

    public required bool IsEnglish { get; init; }

    /// <summary>The row of the table of acts that read it.</summary>
    internal Act Act { get; init; } = Acts.Attended;

    /// <summary>今天, 昨天: the day of print or the one before it can be mixed up.</summary>
    internal bool IsDayRelative { get; init; }

    /// <summary>The year that an honour is for.</summary>
    internal int? Year { get; init; }

    internal IReadOnlyList<Entity> Subjects { get; init; } = [];
    internal IReadOnlyList<Entity> Objects { get; init; } = [];

    /// <summary>What objects are meant is read out of words that are no whole name, or of the sentence before.</summary>
    internal bool IsObjectInferred { get; init; }
    internal IReadOnlyList<Entity> Venues { get; init; } = [];
    internal IReadOnlyList<Entity> Behalf { get; init; } = [];

    /// <summary>A name in the place that the act takes from all others, which the graph does not know.</summary>
    internal string? Unknown { get; init; }

    /// <summary>A place that the graph does not know.</summary>
    internal string? UnknownVenue { get; init; }

    /// <summary>A list of people holds one that the graph does not know.</summary>
    internal bool HasUnknownBeside { get; init; }

    /// <summary>It names an event that the graph does not know, or a body.</summary>
    internal bool IsOfUnknownEvent { get; init; }

    /// <summary>开幕: its day is the first.</summary>
    internal bool IsOpening { get; init; }

    /// <summary>闭幕: its day is the last.</summary>
    internal bool IsClosing { get; init; }

    /// <summary>The posts that it says, each as any of the words that can be meant.</summary>
    internal IReadOnlyList<IReadOnlyList<Acts.Title>> Titles { get; init; } = [];

    /// <summary>Titles that stand before the names of its people.</summary>
    internal IReadOnlyList<TitleBeside> Beside { get; init; } = [];

    /// <summary>What no rule has read of the sentence.</summary>
    internal IReadOnlyList<string> Unread { get; init; } = [];

    /// <summary>Its days are a month or longer, so that what lies in them agrees.</summary>
    internal bool IsWide { get; init; }

    /// <summary>It names no year, so that a month that goes on may be meant as well as the last that ended.</summary>
    internal bool IsYearless { get; init; }

    /// <summary>A denial that may be meant of one of several.</summary>
    internal bool IsDeniedOfSome { get; init; }

    /// <summary>主会场: not a branch.</summary>
    internal bool IsMainVenue { get; init; }
}

/// <summary>A title before a name: 市长甲.</summary>
/// <param name="Titles">As the record may print it.</param>
/// <param name="Bodies">Whose it is said to be; none where that is left out, or is the city.</param>
/// <param name="Span">Where it stands in the sentence.</param>
internal sealed record TitleBeside(string Person, IReadOnlyList<string> Titles, IReadOnlyList<string> Bodies, Span Span);

/// <summary>How the parts of a relationship lie to those of a claim.</summary>
public sealed record RelationMatch(SlotMatch Subject, SlotMatch Act, SlotMatch Object, SlotMatch Venue, SlotMatch Day)
{
    /// <summary>The parts by name, in the order in which they are told.</summary>
    public IReadOnlyList<(string Name, SlotMatch Match)> Slots =>
        [("subject", Subject), ("act", Act), ("object", Object), ("venue", Venue), ("day", Day)];

    /// <summary>The first part that is another; null where none is.</summary>
    public string? Differing =>
        Slots.Where(slot => slot.Match is not (SlotMatch.Equal or SlotMatch.Equivalent)).Select(slot => slot.Name).FirstOrDefault();
}

/// <summary>A relationship of the record that an answer shows.</summary>
/// <param name="To">The entity that it leads to.</param>
/// <param name="Citation">Where it is printed; its quote and offsets where the article's text is held.</param>
public sealed record RelationEvidence(
    Relationship Relationship,
    Entity From,
    Entity To,
    Article Article,
    Citation? Citation,
    RelationMatch Match
);

/// <summary>The rules by which claims of relations are decided.</summary>
public enum RelationRule
{
    /// <summary>Nothing in print decides.</summary>
    None,

    /// <summary>It is printed so.</summary>
    Printed,

    /// <summary>The print gives a place that one alone has to another: the chair, the founder, the post.</summary>
    GivenToAnother,

    /// <summary>The print gives it another role.</summary>
    OtherRole,

    /// <summary>The print says that it was elsewhere.</summary>
    OtherVenue,

    /// <summary>The print says that it was on another day.</summary>
    OtherDay,

    /// <summary>Printed at a branch venue, by video, on the day before, or as a plan.</summary>
    InDegree,

    /// <summary>The claim denies what is printed, or what is printed of another.</summary>
    Denied,
}

/// <summary>What the record says of one claim of a relation.</summary>
public sealed record RelationAnswer
{
    public required RelationClaim Claim { get; init; }
    public required Verdict Verdict { get; init; }

    /// <summary>Why it could not be decided; null where it was.</summary>
    public ClaimReason? Reason { get; init; }
    public RelationRule Rule { get; init; }

    /// <summary>What decided.</summary>
    public IReadOnlyList<RelationEvidence> Evidence { get; init; } = [];

    /// <summary>What is printed next to it and does not decide, each with the part in which it differs.</summary>
    public IReadOnlyList<RelationEvidence> Nearest { get; init; } = [];

    /// <summary>What a reader should know besides, such as <c>在分会场</c>; none where all is said.</summary>
    public string? Note { get; init; }
    public string? NoteEnglish { get; init; }

    /// <summary>The answer in one sentence.</summary>
    public string Chinese { get; init; } = "";
    public string English { get; init; } = "";

    /// <summary>What would change the verdict, or settle it.</summary>
    public string WouldChange { get; init; } = "";
    public string WouldChangeEnglish { get; init; } = "";
}
