using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Queries;

/// <summary>What an item of a timeline is. Items of one day stand in this order.</summary>
public enum TimelineKind
{
    Relationship,
    Observation,
}

/// <summary>Something dated that has to do with an entity.</summary>
/// <param name="Node">A <see cref="Relationship"/> or an <see cref="Observation"/>.</param>
/// <param name="Period">Its own period, or that of the event that it belongs to.</param>
/// <param name="Event">The event whose period it is; null where it is its own.</param>
public sealed record TimelineItem(TimelineKind Kind, IGraphNode Node, Period Period, Entity? Event);

/// <summary>
/// The dated facts about an entity, by day: its relationships and the figures about it with a period, and its relationships without one
/// that belong to a dated event: it is named as where they took place (<c>at</c>), or it is one of their ends. What is said of an event,
/// or who founded it, has another time than the event. The first day counts, else the last. Undated facts are no part of it.
/// </summary>
public static class Timeline
{
    /// <summary>How many relationships with events, those that are printed first, are looked at for the dates of events.</summary>
    public const int MaxEventLinks = 2_000;

    /// <summary>The most statements that a page takes.</summary>
    public const int MaxStatements = 2 + (MaxEventLinks / PageRequest.Max * 2);

    private static readonly DateRange AnyDay = new(null, null);

    /// <summary>The property that names the event at which something was said, sent or announced.</summary>
    private const string At = "at";

    private static readonly IReadOnlyList<RelationshipType> AtEnds =
        [.. RelationshipTypes.All.Except([RelationshipTypes.SpokeOf, RelationshipTypes.Founded]).Where(type => type.From.Concat(type.To).Contains(EntityTypes.Event.Name, StringComparer.Ordinal))];

    private static readonly IReadOnlyList<RelationshipType> WithEvents =
        [.. RelationshipTypes.All.Where(type => AtEnds.Contains(type) || type.Properties.Any(p => p.Name == At))];

    /// <summary>A page of the timeline. Its keys are the day with the kind, and the id.</summary>
    /// <param name="about">The id of the entity.</param>
    /// <param name="days">Only what overlaps these days; null for everything dated.</param>
    /// <returns><see cref="Page{T}.IsCapped"/> where the entity has more relationships with events than are looked at.</returns>
    public static async Task<Page<TimelineItem>> PageAsync(IGraphSnapshot snapshot, string about, DateRange? days, PageRequest page, CancellationToken cancellationToken)
    {
        Paging.Check(page);
        var relationships = await OwnAsync(
            new RelationshipQuery { Order = FactOrder.Period, Period = days ?? AnyDay }, TimelineKind.Relationship, r => r.Period, snapshot, about, page, cancellationToken);
        var observations = await OwnAsync(
            new ObservationQuery { Order = FactOrder.Period, Period = days ?? AnyDay }, TimelineKind.Observation, o => o.Period, snapshot, about, page, cancellationToken);
        var (byEvent, isCapped) = await ByEventAsync(snapshot, about, days, cancellationToken);
        var items = relationships.Items.Concat(observations.Items).Concat(byEvent)
            .Select(item => (Key: Merging.KeyIn((int)item.Kind, new(Day.KeyOf(item.Period), item.Node.Id)), Item: item))
            .Where(x => page.After is null || SortKey.InOrder.Compare(x.Key, page.After) > 0);
        return Merging.PageOf(items, relationships.HasMore || observations.HasMore, page.First) with { IsCapped = isCapped };
    }

    /// <summary>What is dated by itself, from its index.</summary>
    private static async Task<(IEnumerable<TimelineItem> Items, bool HasMore)> OwnAsync<T>(
        GraphQuery<T> query, TimelineKind kind, Func<T, Period?> periodOf, IGraphSnapshot snapshot, string about, PageRequest page, CancellationToken cancellationToken)
        where T : IGraphNode
    {
        var found = (await snapshot.ListOfAsync([about], query, page with { After = Merging.AfterIn((int)kind, page.After) }, cancellationToken))[about];
        return (found.Items.Select(item => new TimelineItem(kind, item, periodOf(item)!, null)), found.HasMore);
    }

    /// <summary>What an event dates.</summary>
    private static async Task<(IReadOnlyList<TimelineItem> Items, bool IsCapped)> ByEventAsync(
        IGraphSnapshot snapshot, string about, DateRange? days, CancellationToken cancellationToken)
    {
        List<TimelineItem> items = [];
        var query = new RelationshipQuery { Types = WithEvents, IsUndated = true };
        SortKey? after = null;
        for (var seen = 0; seen < MaxEventLinks; seen += PageRequest.Max)
        {
            var page = (await snapshot.ListOfAsync([about], query, new(PageRequest.Max, after), cancellationToken))[about];
            var events = await snapshot.GetAsync([.. page.Items.SelectMany(EventsOf).Distinct(StringComparer.Ordinal)], cancellationToken);
            foreach (var relationship in page.Items)
            {
                var dated = EventsOf(relationship).Select(id => events.GetValueOrDefault(id)).OfType<Entity>()
                    .FirstOrDefault(e => e.Period is { } period && Day.KeyOf(period) != Day.Undated && (days is null || period.Overlaps(days.First, days.Last)));
                if (dated is not null)
                    items.Add(new(TimelineKind.Relationship, relationship, dated.Period!, dated));
            }
            if (!page.HasMore)
                return (items, false);
            after = page.Keys[^1];
        }
        return (items, true);
    }

    /// <summary>What may date it, the likeliest first.</summary>
    private static IEnumerable<string> EventsOf(Relationship relationship) =>
        relationship.Properties.TryGetValue(At, out var at) ? [at] : AtEnds.Contains(relationship.Type) ? [relationship.From, relationship.To] : [];
}
