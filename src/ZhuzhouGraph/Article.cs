using NodaTime;

namespace ZhuzhouGraph;

/// <summary>A run of lines of the text, from 1, both ends included.</summary>
public sealed record LineRange(int First, int Last);

/// <summary>What is printed and what it probably should say. The print stays.</summary>
public sealed record Correction(Address Address, string Printed, string Probably, string Reason);

/// <summary>A passage that the page prints again.</summary>
/// <param name="Lines">The second print.</param>
/// <param name="Of">The line that it repeats, which may belong to another article.</param>
public sealed record Repeat(LineRange Lines, int Of, string Reason);

/// <summary>One report of a newspaper.</summary>
public sealed record Article : IGraphNode
{
    /// <summary><c>article:folder/file</c>.</summary>
    public required string Id { get; init; }

    /// <summary>True where only <see cref="Id"/>, <see cref="Title"/> and <see cref="Date"/> were read.</summary>
    public bool IsBrief { get; init; }

    public required string Newspaper
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }
    public required string NewspaperEnglish
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }
    public required LocalDate Date { get; init; }
    public string? Page
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }
    public required string Title { get; init; }
    public required string TitleEnglish
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }
    public string? Section
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>The byline as printed, or null.</summary>
    public string? Byline
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Its lines in the text.</summary>
    public required IReadOnlyList<LineRange> Lines
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>SHA-256 of the text (UTF-8, no byte order mark, lines ended by LF), lower-case hex.</summary>
    public required string Sha256
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>True where the printed text lacks its beginning.</summary>
    public bool IsCutAtStart
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>True where the printed text lacks its end.</summary>
    public bool IsCutAtEnd
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Where the page says that it goes on, as printed.</summary>
    public string? ContinuedOn
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    public IReadOnlyList<Correction> Corrections
    {
        get => Brief.Whole(IsBrief, field);
        init;
    } = [];
    public IReadOnlyList<Repeat> Repeats
    {
        get => Brief.Whole(IsBrief, field);
        init;
    } = [];

    /// <summary>The article's own lines, joined by LF; null where the text is not held. Offsets of citations count in it.</summary>
    public string? Text
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>When the store took it out of its lists; null while it is listed. Given where it is asked for by its id.</summary>
    public Instant? RemovedAt
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>An article of which only what names it was read.</summary>
    public static Article InBrief(string id, string title, LocalDate date) =>
        new()
        {
            Id = id,
            IsBrief = true,
            Newspaper = "",
            NewspaperEnglish = "",
            Date = date,
            Title = title,
            TitleEnglish = "",
            Lines = [],
            Sha256 = "",
        };
}
