using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Queries;

/// <summary>What an item of a timeline is. Items of one day stand in this order.</summary>
public enum TimelineKind
{
    Relationship,
    Observation,
}

/// <summary>A fact about an entity.</summary>
/// <param name="Node">A <see cref="Relationship"/> or an <see cref="Observation"/>.</param>
/// <param name="Period">Its own period, or that of the event that it belongs to; of an undated one its own, which has no day, or
/// null.</param>
/// <param name="Event">The event whose period it is; null where it is its own.</param>
public sealed record TimelineItem(TimelineKind Kind, IGraphNode Node, Period? Period, Entity? Event);

/// <summary>
/// The facts about an entity by day: its relationships and the figures about it. What has no day of its own stands at that of the event
/// that it belongs to, see <see cref="Occasions"/>. The first day counts, else the last.
/// </summary>
/// <param name="About">The id of the entity.</param>
/// <param name="Days">Only what overlaps these days; null for everything dated.</param>
/// <param name="IsUndated">The facts without any day instead, by id.</param>
/// <param name="PublishedBy">Only what an article published on or before this day prints.</param>
/// <param name="WithoutReference">Without what only a document states.</param>
public sealed record Timeline(
    string About,
    DateRange? Days = null,
    bool IsUndated = false,
    LocalDate? PublishedBy = null,
    bool WithoutReference = false
)
{
    /// <summary>The most statements that a page takes; a count takes fewer.</summary>
    public const int MaxStatements = 3;

    private DateRange? Period => IsUndated ? null : Days ?? new(null, null);

    private RelationshipQuery Relationships =>
        new()
        {
            Order = RelationshipOrder.Period,
            Period = Period,
            IsUndated = IsUndated,
            PublishedBy = PublishedBy,
            WithoutReference = WithoutReference,
        };

    private ObservationQuery Observations =>
        new()
        {
            Order = ObservationOrder.Period,
            Period = Period,
            IsUndated = IsUndated,
            PublishedBy = PublishedBy,
        };

    /// <summary>A page of it. Its keys are the day with the kind, and the id.</summary>
    public async Task<Page<TimelineItem>> PageAsync(IGraphSnapshot snapshot, PageRequest page, CancellationToken cancellationToken)
    {
        Paging.Check(page);
        var relationships = await ListAsync(Relationships, TimelineKind.Relationship);
        var observations = await ListAsync(Observations, TimelineKind.Observation);
        List<string> occasions = IsUndated
            ? []
            : [.. relationships.Items.SelectMany(Occasions.Of), .. observations.Items.SelectMany(Occasions.Of)];
        var events = await EventsAsync(snapshot, occasions, cancellationToken);
        return Merging.PageOf(
            [
                .. relationships.Items.Zip(relationships.Keys, (r, key) =>
                    (
                        Merging.KeyIn((int)TimelineKind.Relationship, key),
                        ItemOf(TimelineKind.Relationship, r, r.Period, Occasions.Of(r), events)
                    )
                ),
                .. observations.Items.Zip(observations.Keys, (o, key) =>
                    (
                        Merging.KeyIn((int)TimelineKind.Observation, key),
                        ItemOf(TimelineKind.Observation, o, o.Period, Occasions.Of(o), events)
                    )
                ),
            ],
            relationships.HasMore || observations.HasMore,
            page.First
        );

        async Task<Page<T>> ListAsync<T>(GraphQuery<T> query, TimelineKind kind)
            where T : IGraphNode =>
            (await snapshot.ListOfAsync([About], query, page with { After = Merging.AfterIn((int)kind, page.After) }, cancellationToken))[
                About
            ];
    }

    /// <summary>How many items it has.</summary>
    public async Task<long> CountAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken) =>
        (await snapshot.CountOfAsync([About], Relationships, cancellationToken))[About]
        + (await snapshot.CountOfAsync([About], Observations, cancellationToken))[About];

    private static async Task<IReadOnlyDictionary<string, IGraphNode>> EventsAsync(
        IGraphSnapshot snapshot,
        IEnumerable<string> occasions,
        CancellationToken cancellationToken
    )
    {
        List<string> ids = [.. occasions.Distinct(StringComparer.Ordinal)];
        return ids.Count == 0 ? new Dictionary<string, IGraphNode>() : await snapshot.GetAsync(ids, cancellationToken);
    }

    private static TimelineItem ItemOf(
        TimelineKind kind,
        IGraphNode node,
        Period? period,
        IReadOnlyList<string> occasions,
        IReadOnlyDictionary<string, IGraphNode> events
    )
    {
        var dating = occasions
            .Select(id => events.GetValueOrDefault(id))
            .OfType<Entity>()
            .FirstOrDefault(e => Day.KeyOf(e.Period) != Day.Undated);
        return new(kind, node, dating?.Period ?? period, dating);
    }
}
