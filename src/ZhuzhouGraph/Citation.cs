namespace ZhuzhouGraph;

/// <summary>In which part of an article something stands.</summary>
public enum ArticlePart
{
    Headline,
    Subhead,
    Body,
    Caption,
    Byline,
}

/// <summary>Offsets in UTF-16 code units of the article's text, half-open.</summary>
public sealed record Span(int Start, int End);

/// <summary>Evidence: where an article states a fact or prints a name.</summary>
/// <param name="Of">The id of the relationship, observation or entity.</param>
/// <param name="Article">The id of the article.</param>
/// <param name="Address">Where in the text.</param>
/// <param name="Part">In which part of the article.</param>
/// <param name="Words">The figure's words, or the printed name; null for a relationship.</param>
public sealed record Citation(string Of, string Article, Address Address, ArticlePart Part, string? Words)
{
    /// <summary>True where what is declared behind this was not read.</summary>
    public bool IsBrief { get; init; }

    /// <summary>The sentence as printed, <c>text[Span.Start..Span.End]</c>; null where the text is not held.</summary>
    public string? Quote
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Where the sentence stands; null where the text is not held.</summary>
    public Span? Span
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Where <see cref="Words"/> stand; null where there are none or the text is not held.</summary>
    public Span? WordsSpan
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }
}
