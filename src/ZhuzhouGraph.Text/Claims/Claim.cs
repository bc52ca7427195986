using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>What a claim asks to be checked besides its text.</summary>
public sealed record ClaimOptions
{
    /// <summary>The day on which the claim was made: 今年 and 上月 are read by it. Null for the newest day of print that the graph
    /// holds.</summary>
    public NodaTime.LocalDate? ClaimDate { get; init; }

    /// <summary>Only what was printed by this day is evidence; null for all.</summary>
    public NodaTime.LocalDate? AsOf { get; init; }

    /// <summary>The id of what the text is about, where it names nothing.</summary>
    public string? About { get; init; }

    /// <summary>The id of the article that the claim is taken from: it cannot support itself.</summary>
    public string? Article { get; init; }
}

/// <summary>One figure of a text that claims something. Offsets are UTF-16 code units of the whole text, half-open.</summary>
public sealed record Claim
{
    /// <summary>The clause of the figure, <c>text[Span.Start..Span.End]</c>.</summary>
    public required string Quote { get; init; }

    public required Span Span { get; init; }

    /// <summary>The figure itself: <c>text[FigureSpan.Start..FigureSpan.End]</c>.</summary>
    public required string Printed { get; init; }

    /// <summary>The figure with its hedges and words of change: 近60家.</summary>
    public required string Words { get; init; }

    public required Span FigureSpan { get; init; }

    /// <summary>What the words of the figure say.</summary>
    public required ReadFigure Figure { get; init; }

    /// <summary>What it says as a quantity; null where its unit is none that is declared, or it has no number.</summary>
    public Quantity? Quantity { get; init; }

    /// <summary>Of a rate of change and a multiple the rate in per cent that it can mean: 增长到2.4倍 is 140.</summary>
    public Interval? Rate { get; init; }

    /// <summary>The sentence.</summary>
    public required string Sentence { get; init; }

    /// <summary>Where the sentence begins in the text.</summary>
    public required int SentenceStart { get; init; }

    /// <summary>Its place among figures that only a mark or 和 parts from each other.</summary>
    internal ListPlace List { get; init; }

    /// <summary>What stands between the figure before in the sentence, or the sentence's beginning, and this one.</summary>
    internal string SinceFigure { get; init; } = "";

    /// <summary>What of its clause stands behind the figure.</summary>
    internal string Behind => Quote[Math.Clamp(FigureSpan.End - Span.Start, 0, Quote.Length)..];

    /// <summary>What of the sentence stands before the figure.</summary>
    internal string Lead => Sentence[..Math.Max(0, FigureSpan.Start - SentenceStart)];

    /// <summary>The line has no Chinese character.</summary>
    public required bool IsEnglish { get; init; }
}

/// <summary>A place in a list of figures.</summary>
/// <param name="Index">From 0.</param>
/// <param name="Before">How many characters before the figure the list begins.</param>
internal readonly record struct ListPlace(int Index, int Count, int Before);

/// <summary>What is printed in a text and was not read, and why.</summary>
public sealed record UnreadFigure(string Printed, Span Span, string Reason);

/// <summary>How a part of a claim lies to that of a figure of the record.</summary>
public enum SlotMatch
{
    /// <summary>The same.</summary>
    Equal,

    /// <summary>The same for what the claim leaves open.</summary>
    Equivalent,

    /// <summary>The record's holds that of the claim.</summary>
    Broader,

    /// <summary>The record's is a part of that of the claim, or the claim leaves open which.</summary>
    Narrower,

    Different,

    /// <summary>Not to be told.</summary>
    Unknown,
}

/// <summary>How a figure of the record fits a claim, part by part.</summary>
public sealed record MatchVector(SlotMatch Subject, SlotMatch Indicator, SlotMatch Measure, SlotMatch Scope, SlotMatch Time, SlotMatch Unit)
{
    /// <summary>Whether the figure may decide: nothing of it is other than what is claimed.</summary>
    public bool IsDeciding => Slots.All(slot => slot.Match is SlotMatch.Equal or SlotMatch.Equivalent);

    /// <summary>The parts by name, in the order in which they are told.</summary>
    public IReadOnlyList<(string Name, SlotMatch Match)> Slots =>
        [("subject", Subject), ("indicator", Indicator), ("measure", Measure), ("scope", Scope), ("time", Time), ("unit", Unit)];
}
