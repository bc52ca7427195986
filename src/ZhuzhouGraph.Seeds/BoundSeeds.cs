namespace ZhuzhouGraph.Seeds;

/// <summary>A fact or a printed name of an article, with its evidence.</summary>
/// <param name="Node">The relationship, the observation, or the entity whose name is printed.</param>
/// <param name="Citation">Where it stands; without quote and offsets until a text is at hand.</param>
/// <param name="Location">The line of the seed that states it.</param>
/// <param name="Occurrence">Which of several equal figures in the sentence is meant, from 1; null where there is one.</param>
public sealed record BoundFact(IGraphNode Node, Citation Citation, Location Location, int? Occurrence = null);

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
/// <param name="Texts">The texts at hand.</param>
public sealed record BoundSeeds(
    SeedSource Source,
    IReadOnlyList<(Entity Entity, Location Location)> Registry,
    IReadOnlyList<BoundArticle> Articles,
    NameIndex Names,
    SeedTexts Texts,
    IReadOnlyList<Problem> Problems
);
