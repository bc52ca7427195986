using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph;

/// <summary>
/// Which event gives its days to what has none of its own. To a figure: the one at which it was said. To a relationship: the one that it
/// names as where it took place (<c>at</c>), or one
/// that is an end of it. What is said of an event, who founded it, what document is about it and which edition belongs to it has another
/// time than the event.
/// </summary>
public static class Occasions
{
    /// <summary>The property that names the event at which something was said, sent or announced.</summary>
    private const string At = "at";

    /// <summary>What leads to an event without being of its days.</summary>
    private static readonly RelationshipType[] OfOtherDays =
    [
        RelationshipTypes.SpokeOf,
        RelationshipTypes.Founded,
        RelationshipTypes.Concerns,
        RelationshipTypes.EditionOf,
    ];

    /// <summary>The event that may date a figure; none where it has a day of its own.</summary>
    public static IReadOnlyList<string> Of(Observation observation) =>
        observation.At is { } at && Day.KeyOf(observation.Period) == Day.Undated ? [at] : [];

    /// <summary>
    /// The events that may date it, the likeliest first: the first of them that has a day does. None where it has a day of its own.
    /// </summary>
    public static IReadOnlyList<string> Of(Relationship relationship)
    {
        if (Day.KeyOf(relationship.Period) != Day.Undated)
            return [];
        if (relationship.Properties.TryGetValue(At, out var at))
            return [at];
        string[] ends = OfOtherDays.Contains(relationship.Type) ? [relationship.From] : [relationship.From, relationship.To];
        return [.. ends.Where(id => NodeId.Fits(id, EntityTypes.Event)).Distinct(StringComparer.Ordinal)];
    }
}
