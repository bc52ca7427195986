using NodaTime;

namespace ZhuzhouGraph.Queries;

/// <summary>Which paths are wanted.</summary>
public enum PathMode
{
    /// <summary>All of the least length.</summary>
    Shortest,

    /// <summary>All up to the allowed length.</summary>
    All,
}

/// <summary>How a relationship points on a path.</summary>
public enum PathDirection
{
    /// <summary>It starts where the hop starts.</summary>
    Forward,

    /// <summary>It leads to where the hop starts.</summary>
    Backward,
}

/// <summary>
/// How two things are connected. A path visits nothing twice. An entity with more relationships than <see cref="PathLimits.HubCutOff"/>
/// is a hub: almost everything is connected through it, so a path passes through one only where that is asked.
/// </summary>
/// <param name="From">The id of an entity or an article, a present one, as in the other parts of the question.</param>
/// <param name="To">Something else.</param>
public sealed record PathQuestion(string From, string To)
{
    /// <summary>The longest path, in relationships.</summary>
    public const int MostHops = 4;

    /// <summary>The most paths that one answer has.</summary>
    public const int MostPaths = 50;

    /// <summary>1 to <see cref="MostHops"/>.</summary>
    public int MaxHops { get; init; } = 3;

    public PathMode Mode { get; init; }

    /// <summary>Every path passes through all of these, in whatever order; through hubs among them, too.</summary>
    public IReadOnlyList<string> Via { get; init; } = [];

    /// <summary>No path touches any of these.</summary>
    public IReadOnlyList<string> Avoid { get; init; } = [];

    /// <summary>Relationships of these types do not count, neither for paths nor for what a hub is.</summary>
    public IReadOnlyList<RelationshipType> AvoidTypes { get; init; } = [];

    /// <summary>Only what an article published on or before this day prints; how it is described and dated is as known now.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>What only a document states counts neither for paths nor for what a hub is.</summary>
    public bool WithoutReference { get; init; }

    /// <summary>Whether paths may pass through hubs.</summary>
    public bool ThroughHubs { get; init; }

    /// <summary>How many paths are wanted, 1 to <see cref="MostPaths"/>.</summary>
    public int First { get; init; } = 10;
}

/// <summary>How far a search goes.</summary>
public sealed record PathLimits
{
    public static PathLimits Default { get; } = new();

    /// <summary>What the whole search may read.</summary>
    public ReadBudget Budget { get; init; } = ReadBudget.Default;

    /// <summary>An entity with more relationships is a hub. One page, so that a statement tells.</summary>
    public int HubCutOff { get; init; } = PageRequest.Max;

    /// <summary>
    /// How many relationships are read of an end, and of a hub that may be passed through: the first ones printed. 1,000.
    /// </summary>
    public int HubRelationships { get; init; } = 1_000;
}

/// <summary>What a search for paths found, and what it looked at.</summary>
public sealed record PathSearch
{
    /// <summary>By length, then by the ids along the way, by code point.</summary>
    public required IReadOnlyList<GraphPath> Paths { get; init; }

    /// <summary>True where more paths are known than are wanted.</summary>
    public required bool HasMore { get; init; }

    /// <summary>Every path of up to so many hops was found.</summary>
    public required int CompleteHops { get; init; }

    /// <summary>
    /// True where no path is missing that the question asks for. Paths through the <see cref="Hubs"/> are asked for only by
    /// <see cref="PathQuestion.ThroughHubs"/>.
    /// </summary>
    public required bool IsComplete { get; init; }

    /// <summary>True where the search ended because its budget was used up.</summary>
    public required bool IsOverBudget { get; init; }

    /// <summary>How many different relationships were looked at.</summary>
    public required int RelationshipsLookedAt { get; init; }

    /// <summary>Of how many entities and articles.</summary>
    public required int NodesEntered { get; init; }

    /// <summary>The hubs that were met and not entered, or entered only for the first of their relationships; by id.</summary>
    public required IReadOnlyList<string> Hubs { get; init; }
}

/// <summary>A way from one thing to another.</summary>
public sealed record GraphPath(IReadOnlyList<PathHop> Hops);

/// <summary>One step of a path.</summary>
/// <param name="Links">All that was seen to connect the two, the first cited first; at least one.</param>
public sealed record PathHop(string From, string To, IReadOnlyList<PathLink> Links);

/// <summary>A relationship on a path.</summary>
public sealed record PathLink(Relationship Relationship, PathDirection Direction);
