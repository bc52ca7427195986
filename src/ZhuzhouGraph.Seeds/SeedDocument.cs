namespace ZhuzhouGraph.Seeds;

/// <summary>A scalar of a seed and where it stands.</summary>
public sealed record SeedText(string Value, Location Location);

/// <summary>A printed time: words alone, or words with what they cannot say.</summary>
public sealed record SeedPeriod(SeedText Words, SeedText? From, SeedText? To, SeedText? Precision);

/// <summary>A name introduced by the registry or by an article.</summary>
public sealed record SeedEntity(Location Location)
{
    public SeedText? Id { get; init; }
    public SeedText? Type { get; init; }
    public SeedText? Kind { get; init; }

    /// <summary>The main name as printed.</summary>
    public SeedText? Name { get; init; }

    /// <summary>A name of our own, instead of a printed main name.</summary>
    public SeedText? Editorial { get; init; }

    /// <summary>The English name, a translation.</summary>
    public SeedText? English { get; init; }

    /// <summary>Other printed names.</summary>
    public IReadOnlyList<SeedText> Also { get; init; } = [];

    /// <summary>Other names, everyday or official, which no sentence needs to print.</summary>
    public IReadOnlyList<SeedText> Called { get; init; } = [];

    public IReadOnlyList<SeedText> FormerIds { get; init; } = [];
    public SeedPeriod? When { get; init; }

    /// <summary>Values of the type's declared properties, and of no others: the reader knows them all.</summary>
    public IReadOnlyDictionary<string, SeedText> Properties { get; init; } = new Dictionary<string, SeedText>();

    /// <summary>All printed names.</summary>
    public IEnumerable<SeedText> PrintedNames => Name is null ? Also : Also.Prepend(Name);
}

/// <summary>A printed name in a sentence.</summary>
/// <param name="Name">The name; or, where several have it, the id of the one that is meant.</param>
/// <param name="Words">With an id: the name as printed. Null stands for the main one.</param>
public sealed record SeedMention(SeedText Name, SeedText? Words);

/// <summary>One sentence and everything that it states.</summary>
public sealed record SeedItem(Location Location)
{
    public SeedText? At { get; init; }
    public IReadOnlyList<SeedMention> Mentions { get; init; } = [];
    public IReadOnlyList<SeedFigure> Figures { get; init; } = [];
    public IReadOnlyList<SeedLink> Links { get; init; } = [];
}

/// <summary>One printed figure. What the item says for all its figures has been taken over.</summary>
public sealed record SeedFigure(Location Location)
{
    public SeedText? Figure { get; init; }

    /// <summary>The measures written, with their quantities; exactly one is right.</summary>
    public IReadOnlyList<(Measure Measure, SeedText Quantity)> Measures { get; init; } = [];

    public SeedText? Hedge { get; init; }
    public SeedText? Meaning { get; init; }
    public IReadOnlyList<SeedText> Of { get; init; } = [];
    public IReadOnlyList<SeedText> About { get; init; } = [];

    /// <summary>What it is about is left to do, here or in the item.</summary>
    public bool IsAboutLeft { get; init; }

    public SeedText? Against { get; init; }
    public SeedBase? Base { get; init; }

    /// <summary>Of which part of what it is about: members of classifications.</summary>
    public IReadOnlyList<SeedText> Breakdown { get; init; } = [];

    public SeedText? Accumulation { get; init; }
    public SeedText? Frequency { get; init; }
    public SeedText? PriceBasis { get; init; }
    public SeedText? ShareOf { get; init; }
    public SeedUniverse? Within { get; init; }
    public SeedText? Place { get; init; }
    public SeedText? By { get; init; }
    public SeedText? Capacity { get; init; }

    /// <summary>The event at which it was said.</summary>
    public SeedText? At { get; init; }

    public SeedText? Status { get; init; }
    public SeedPeriod? When { get; init; }
    public SeedText? Occurrence { get; init; }
    public SeedText? Key { get; init; }

    /// <summary>What the reader reads otherwise, part by part: <c>hedge ABOUT</c>.</summary>
    public IReadOnlyList<SeedText> Reads { get; init; } = [];

    /// <summary>Why the seed keeps to what it says all the same.</summary>
    public SeedText? Because { get; init; }

    /// <summary>Of a cell of a table where it stands; null for a figure of a sentence.</summary>
    public SeedCell? Cell { get; init; }
}

/// <summary>The base of a comparison: words alone, or words with their days or with the thing that is meant.</summary>
public sealed record SeedBase(SeedText? Words, SeedText? From, SeedText? To, SeedText? About);

/// <summary>The universe of a rank.</summary>
public sealed record SeedUniverse(SeedText? Words, SeedText? Place, SeedText? Size, SeedText? Order, SeedText? By);

/// <summary>One statement between things, or several that share a verb.</summary>
public sealed record SeedLink(Location Location)
{
    public IReadOnlyList<SeedText> From { get; init; } = [];

    /// <summary>The verbs written, with what they lead to; exactly one is right.</summary>
    public IReadOnlyList<(RelationshipType Type, IReadOnlyList<SeedText> To)> Verbs { get; init; } = [];

    /// <summary>Values of declared properties of any relationship type.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<SeedText>> Properties { get; init; } =
        new Dictionary<string, IReadOnlyList<SeedText>>();

    public SeedPeriod? When { get; init; }
    public SeedText? Status { get; init; }
    public SeedText? Ground { get; init; }

    /// <summary>The id of the document that states it: of the registry's links, and of no others.</summary>
    public SeedText? Per { get; init; }

    /// <summary>Where in the document it stands.</summary>
    public SeedText? Entry { get; init; }
}

/// <summary>A public document that states background.</summary>
public sealed record SeedReference(Location Location)
{
    public SeedText? Id { get; init; }
    public SeedText? Title { get; init; }
    public SeedText? English { get; init; }
    public SeedText? Publisher { get; init; }
    public SeedText? Year { get; init; }
    public SeedText? Code { get; init; }
}

/// <summary>What the registry states of the background, each link by a document.</summary>
public sealed record SeedBackground(IReadOnlyList<SeedReference> References, IReadOnlyList<SeedLink> Links)
{
    public static SeedBackground None { get; } = new([], []);
}

/// <summary>What carries no fact, and why.</summary>
public sealed record SeedGap(Location Location, SeedText? At, IReadOnlyList<SeedText> Words, SeedText? Reason);

/// <summary>One report.</summary>
/// <param name="Key"><c>folder/file</c>: the article's id without its prefix.</param>
public sealed record SeedArticle(string Key, Location Location)
{
    public SeedText? Title { get; init; }
    public SeedText? TitleEnglish { get; init; }
    public SeedText? Section { get; init; }
    public SeedText? Byline { get; init; }
    public SeedText? Page { get; init; }
    public IReadOnlyList<SeedText> Cut { get; init; } = [];
    public SeedText? ContinuedOn { get; init; }

    /// <summary>Line numbers by part.</summary>
    public IReadOnlyDictionary<ArticlePart, IReadOnlyList<SeedText>> Parts { get; init; } =
        new Dictionary<ArticlePart, IReadOnlyList<SeedText>>();

    public IReadOnlyList<SeedEntity> New { get; init; } = [];
    public IReadOnlyList<SeedItem> Facts { get; init; } = [];
    public IReadOnlyList<SeedTable> Tables { get; init; } = [];
    public IReadOnlyList<SeedGap> NotRecorded { get; init; } = [];
}

/// <summary>A correction as a seed writes it.</summary>
public sealed record SeedCorrection(Location Location, SeedText? At, SeedText? Printed, SeedText? Probably, SeedText? Reason);

/// <summary>A repeat as a seed writes it.</summary>
public sealed record SeedRepeat(Location Location, SeedText? Lines, SeedText? Of, SeedText? Reason);

/// <summary>One issue of a newspaper and its reports.</summary>
/// <param name="Folder">The folder's name, the first part of its articles' keys.</param>
public sealed record SeedIssue(string Folder, Location Location)
{
    public SeedText? Newspaper { get; init; }
    public SeedText? NewspaperEnglish { get; init; }
    public SeedText? Date { get; init; }
    public SeedText? Sha256 { get; init; }
    public SeedText? LineCount { get; init; }
    public IReadOnlyList<SeedText> Masthead { get; init; } = [];

    /// <summary>Line ranges by the article's file name.</summary>
    public IReadOnlyDictionary<string, (Location Location, IReadOnlyList<SeedText> Ranges)> Lines { get; init; } =
        new Dictionary<string, (Location, IReadOnlyList<SeedText>)>();

    public IReadOnlyList<SeedRepeat> Repeats { get; init; } = [];
    public IReadOnlyList<SeedCorrection> Corrections { get; init; } = [];
    public IReadOnlyList<SeedArticle> Articles { get; init; } = [];
}

/// <summary>Everything that was read from a path.</summary>
/// <param name="Registry">The registry's entities; empty where the path has none.</param>
/// <param name="IsWhole">True for a whole seeds folder, false for one issue or one article of it.</param>
/// <param name="HasRegistry">False where names must come from the store.</param>
/// <param name="Problems">What could not be read.</param>
/// <param name="Unread">The files of which nothing could be read.</param>
public sealed record SeedSource(
    IReadOnlyList<SeedEntity> Registry,
    IReadOnlyList<SeedIssue> Issues,
    bool IsWhole,
    bool HasRegistry,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Location> Unread
)
{
    private const string RegistryFolder = "registry";

    /// <summary>A file of names of which nothing could be read: all unknown names are its fault. Null where there is none.</summary>
    public Location? UnreadNames => Unread.FirstOrDefault(IsRegistry);

    /// <summary>True where every entry of the registry was read without a problem.</summary>
    public bool IsRegistryRead => UnreadNames is null && FaultOfNames(null) is null;

    /// <summary>
    /// Where something of the names that an article knows could not be read, the registry's and its own: a name like no other may stand
    /// there. Null where all were.
    /// </summary>
    public Location? FaultOfNames(SeedArticle? article) =>
        Problems
            .Select(problem => problem.Location)
            .FirstOrDefault(where =>
                IsRegistry(where)
                    ? where.Field?.StartsWith('[') is true
                    : article is not null && where.File == article.Location.File && IsOfNew(where, article)
            );

    private static bool IsOfNew(Location where, SeedArticle article) =>
        where.Field is { } field
        && (
            field == "new"
            || field.StartsWith("new[", StringComparison.Ordinal)
            // A key of the article that nobody knows may be 'new' misspelt.
            || (article.New.Count == 0 && !field.Contains('.', StringComparison.Ordinal) && !field.Contains('[', StringComparison.Ordinal))
        );

    private static bool IsRegistry(Location where) => where.File?.StartsWith(RegistryFolder, StringComparison.Ordinal) is true;

    /// <summary>What is wrong with cells, rows and columns of tables; see <see cref="SeedTables"/>.</summary>
    public IReadOnlyList<Problem> TableProblems { get; init; } = [];

    /// <summary>The registry's background.</summary>
    public SeedBackground Background { get; init; } = SeedBackground.None;
}
