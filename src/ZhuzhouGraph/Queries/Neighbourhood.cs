using NodaTime;

namespace ZhuzhouGraph.Queries;

/// <summary>What is around something.</summary>
/// <param name="Of">The id of an entity or an article, a present one.</param>
public sealed record NeighbourhoodQuestion(string Of)
{
    public const int MostDepth = 2;

    /// <summary>The most relationships of one type that are given of one entity.</summary>
    public const int MostOfType = 50;

    /// <summary>1, or 2 for the relationships of those that were met at 1 as well.</summary>
    public int Depth { get; init; } = 1;

    /// <summary>Only relationships of these types; all, where there are none.</summary>
    public IReadOnlyList<RelationshipType> Types { get; init; } = [];

    /// <summary>Only relationships that an article published on or before this day prints.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>Without relationships that only a document states.</summary>
    public bool WithoutReference { get; init; }

    /// <summary>How many relationships of each type are wanted of each entity, 1 to <see cref="MostOfType"/>.</summary>
    public int First { get; init; } = 20;
}

/// <summary>One type of relationships of one entity.</summary>
/// <param name="Count">How many there are.</param>
/// <param name="Relationships">The first of them, in the order of their first citation.</param>
public sealed record RelationshipGroup(RelationshipType Type, long Count, IReadOnlyList<Relationship> Relationships);

/// <summary>What is around one entity.</summary>
/// <param name="Groups">By type, in the order of the declarations; only types that occur.</param>
public sealed record Surroundings(string Node, IReadOnlyList<RelationshipGroup> Groups);

/// <summary>What was met at one depth.</summary>
/// <param name="Around">What is around each that was met one level before, in that order; at depth 1 around what was asked for.</param>
/// <param name="Met">What the given relationships lead to and what was not met before, in their order.</param>
/// <param name="NotEntered">How many of those that were met one level before were left out.</param>
public sealed record NeighbourhoodLevel(int Depth, IReadOnlyList<Surroundings> Around, IReadOnlyList<string> Met, int NotEntered);

/// <summary>The relationships around something, counted by type, the first of each type given.</summary>
public static class Neighbourhood
{
    /// <summary>Of how many entities the relationships are read at depth 2: those that were met first.</summary>
    public const int MostEntered = 50;

    /// <summary>
    /// At each depth one for all relationships of what has at most a page of them; for what has more, two for each type: its first ones,
    /// and their number.
    /// </summary>
    public static int MostStatements { get; } = NeighbourhoodQuestion.MostDepth * (1 + (2 * RelationshipTypes.All.Count));

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static async Task<IReadOnlyList<NeighbourhoodLevel>> ReadAsync(
        IGraphSnapshot snapshot,
        NeighbourhoodQuestion question,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.Depth, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.Depth, NeighbourhoodQuestion.MostDepth, nameof(question));
        ArgumentOutOfRangeException.ThrowIfLessThan(question.First, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.First, NeighbourhoodQuestion.MostOfType, nameof(question));
        var known = new HashSet<string>(StringComparer.Ordinal) { question.Of };
        List<NeighbourhoodLevel> levels = [];
        IReadOnlyList<string> met = [question.Of];
        for (var depth = 1; depth <= question.Depth; depth++)
        {
            string[] entered = [.. met.Take(MostEntered)];
            var left = met.Count - entered.Length;
            var around = await AroundAsync(snapshot, entered, question, cancellationToken);
            met =
            [
                .. around
                    .SelectMany(a => a.Groups)
                    .SelectMany(g => g.Relationships)
                    .SelectMany(r => new[] { r.From, r.To })
                    .Where(known.Add),
            ];
            levels.Add(new NeighbourhoodLevel(depth, around, met, left));
        }
        return levels;
    }

    private static async Task<IReadOnlyList<Surroundings>> AroundAsync(
        IGraphSnapshot snapshot,
        string[] nodes,
        NeighbourhoodQuestion question,
        CancellationToken cancellationToken
    )
    {
        var query = new RelationshipQuery
        {
            Types = question.Types,
            PublishedBy = question.PublishedBy,
            WithoutReference = question.WithoutReference,
        };
        var pages = await snapshot.ListOfAsync(nodes, query, new PageRequest(PageRequest.Max), cancellationToken);
        var types = RelationshipTypes.All.Where(type => question.Types.Count == 0 || question.Types.Contains(type)).ToList();
        var groups = nodes.ToDictionary(node => node, _ => new List<RelationshipGroup>(), StringComparer.Ordinal);
        foreach (var node in nodes.Where(node => !pages[node].HasMore))
        {
            var ofType = pages[node].Items.ToLookup(r => r.Type);
            groups[node]
                .AddRange(
                    types
                        .Where(ofType.Contains)
                        .Select(type => new RelationshipGroup(type, ofType[type].Count(), [.. ofType[type].Take(question.First)]))
                );
        }
        string[] large = [.. nodes.Where(node => pages[node].HasMore)];
        foreach (var type in large.Length == 0 ? [] : types)
        {
            var ofType = query with { Types = [type] };
            var first = await snapshot.ListOfAsync(large, ofType, new PageRequest(question.First), cancellationToken);
            var counts = await snapshot.CountOfAsync([.. large.Where(node => first[node].HasMore)], ofType, cancellationToken);
            foreach (var node in large.Where(node => first[node].Items.Count > 0))
                groups[node].Add(new RelationshipGroup(type, counts.GetValueOrDefault(node, first[node].Items.Count), first[node].Items));
        }
        return [.. nodes.Select(node => new Surroundings(node, groups[node]))];
    }
}
