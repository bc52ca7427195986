namespace ZhuzhouGraph.Seeds;

/// <summary>A fact or a printed name of an article, with its evidence.</summary>
/// <param name="Node">The relationship, the observation, or the entity whose name is printed.</param>
/// <param name="Citation">Where it stands; without quote and offsets until a text is at hand.</param>
/// <param name="Location">The line of the seed that states it.</param>
/// <param name="Occurrence">Which of several equal figures in the sentence is meant, from 1; null where there is one.</param>
/// <param name="Item">The line of the address that it shares with the other facts of its sentence.</param>
public sealed record BoundFact(IGraphNode Node, Citation Citation, Location Location, Location Item, int? Occurrence = null)
{
    /// <summary>Of an observation the figure of the seed; it may state several.</summary>
    public SeedFigure? Figure { get; init; }
}

/// <summary>What was not judged because of another problem, which is told instead.</summary>
/// <param name="Cause">Where that problem stands: a file, or a file and a field.</param>
/// <param name="What">What was not judged, in the plural.</param>
/// <param name="At">Where what was not judged stands; each place counts once.</param>
/// <param name="Count">How many of them stand there.</param>
public sealed record Consequence(Location Cause, string What, Location At, int Count = 1);

/// <summary>An article whose names, periods and quantities are resolved.</summary>
/// <param name="Entities">What the article introduces, with the seed's line.</param>
public sealed record BoundArticle(
    SeedIssue Issue,
    SeedArticle Document,
    Article Article,
    IReadOnlyList<(Entity Entity, Location Location)> Entities,
    IReadOnlyList<BoundFact> Facts
);

/// <summary>Seeds whose names, periods and quantities are resolved: what the rules judge and what is imported.</summary>
/// <param name="Source">What was read.</param>
/// <param name="Registry">The registry's entities, with the seed's line.</param>
/// <param name="Problems">What could not be resolved.</param>
/// <param name="Consequences">What was not judged because of one of the problems.</param>
/// <param name="Touched">Names and ids that were probably meant where something did not resolve: nothing is said of their being
/// unused.</param>
/// <param name="Texts">The texts at hand.</param>
public sealed record BoundSeeds(
    SeedSource Source,
    IReadOnlyList<(Entity Entity, Location Location)> Registry,
    IReadOnlyList<BoundArticle> Articles,
    NameIndex Names,
    SeedTexts Texts,
    IReadOnlyList<Problem> Problems,
    IReadOnlyList<Consequence> Consequences,
    IReadOnlySet<string> Touched
)
{
    /// <summary>True where everything of a whole seeds folder was read and bound, so that what is missing is missing everywhere.</summary>
    public bool IsWhole =>
        Source.IsWhole && Source.Problems.Count == 0 && Articles.Count == Source.Issues.Sum(issue => issue.Articles.Count);

    /// <summary>True where the file of that place was read without a problem, so that what is missing in it is missing.</summary>
    public bool IsRead(Location where) => !FilesWithProblems.Contains(where.File);

    private HashSet<string?> FilesWithProblems => field ??= [.. Source.Problems.Select(problem => problem.Location.File)];

    /// <summary>What the registry states by documents, with the seed's line.</summary>
    public IReadOnlyList<(Relationship Relationship, Location Location)> Background { get; init; } = [];

    /// <summary>Every relationship, with the seed's line: those of the articles, then the background.</summary>
    public IEnumerable<(Relationship Relationship, Location Location)> Relationships =>
        Articles
            .SelectMany(a => a.Facts)
            .Where(f => f.Node is Relationship)
            .Select(f => ((Relationship)f.Node, f.Location))
            .Concat(Background);
}
