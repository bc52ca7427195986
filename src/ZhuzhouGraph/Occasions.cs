namespace ZhuzhouGraph;

/// <summary>
/// Which event gives its days to a relationship that has none of its own: the one that it names as where it took place (<c>at</c>), or one
/// that is an end of it. What is said of an event, or who founded it, has another time than the event.
/// </summary>
public static class Occasions
{
    /// <summary>The property that names the event at which something was said, sent or announced.</summary>
    private const string At = "at";

    /// <summary>The events that may date it, the likeliest first: the first of them that has a day does. None where it has a day of its own.</summary>
    public static IReadOnlyList<string> Of(Relationship relationship)
    {
        if (relationship.Period is { } own && (own.First ?? own.Last) is not null)
            return [];
        if (relationship.Properties.TryGetValue(At, out var at))
            return [at];
        return relationship.Type == RelationshipTypes.SpokeOf || relationship.Type == RelationshipTypes.Founded
            ? []
            : [.. new[] { relationship.From, relationship.To }.Where(id => NodeId.Fits(id, EntityTypes.Event)).Distinct(StringComparer.Ordinal)];
    }
}
