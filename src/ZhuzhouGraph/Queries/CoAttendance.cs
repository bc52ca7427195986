using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Queries;

/// <summary>Who shares events with someone.</summary>
/// <param name="With">The id of an entity, a present one.</param>
public sealed record CoAttendanceQuestion(string With)
{
    /// <summary>The most that one page has.</summary>
    public const int MostAttendees = 100;

    /// <summary>Only at these events: ids. Any, where there are none.</summary>
    public IReadOnlyList<string> At { get; init; } = [];

    /// <summary>Only who took part in one of these roles, at events where they did. Any, where there are none.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>True for those in the same room only, false for those elsewhere only, null for both.</summary>
    public bool? SameRoom { get; init; }

    /// <summary>Only participations that an article published on or before this day prints.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>Without participations that only a document states.</summary>
    public bool WithoutReference { get; init; }

    /// <summary>How many are wanted, 1 to <see cref="MostAttendees"/>.</summary>
    public int First { get; init; } = 20;

    /// <summary>The key of the one before the page; null for the first page.</summary>
    public SortKey? After { get; init; }
}

/// <summary>An event at which both took part.</summary>
/// <param name="SameRoom">Whether both were at the same venue once: a branch venue that is printed for both, or the main one, which is
/// meant where none is printed.</param>
/// <param name="Theirs">How the one who shares it took part; its own period, role and citations are those of the relationship.</param>
/// <param name="Own">How the one who was asked for took part.</param>
public sealed record SharedEvent(string Event, bool SameRoom, IReadOnlyList<Relationship> Theirs, IReadOnlyList<Relationship> Own);

/// <summary>Someone, or some body, with the events shared.</summary>
/// <param name="Events">In the order in which the participations of the one who was asked for are first cited.</param>
public sealed record CoAttendee(string Entity, IReadOnlyList<SharedEvent> Events);

/// <summary>Who shares events with someone. Nobody is here for being named in the same article: see <see cref="CoMentions"/>.</summary>
/// <param name="Attendees">A page: most shared events first, then by id.</param>
/// <param name="More">How many come after the page.</param>
/// <param name="Events">How many events of the one who was asked for were looked at.</param>
/// <param name="IsComplete">False where there was more to read than the budget allows, so that events or attendees may be missing.</param>
public sealed record CoAttendance(Page<CoAttendee> Attendees, int More, int Events, bool IsComplete)
{
    /// <summary>Everyone who took part in an event that was looked at, in whatever role and room.</summary>
    public required IReadOnlySet<string> Sharing { get; init; }

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static Task<CoAttendance> FindAsync(
        IGraphSnapshot snapshot,
        CoAttendanceQuestion question,
        CancellationToken cancellationToken
    ) => FindAsync(snapshot, question, ReadBudget.Default, cancellationToken);

    /// <exception cref="ArgumentOutOfRangeException">A number is out of its range.</exception>
    public static async Task<CoAttendance> FindAsync(
        IGraphSnapshot snapshot,
        CoAttendanceQuestion question,
        ReadBudget budget,
        CancellationToken cancellationToken
    )
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(question.First, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.First, CoAttendanceQuestion.MostAttendees, nameof(question));
        var reader = new RelationshipReader(snapshot, budget);
        var participations = new RelationshipQuery
        {
            Types = [RelationshipTypes.TookPartIn],
            PublishedBy = question.PublishedBy,
            WithoutReference = question.WithoutReference,
        };
        var own = await ReadAsync([question.With], participations with { Side = RelationshipSide.From, To = question.At });
        string[] events = [.. own.Select(r => r.To).Distinct()];
        var all = await ReadAsync(events, participations with { Side = RelationshipSide.To });
        var others = all.Where(r => r.From != question.With).ToLookup(r => r.From, StringComparer.Ordinal);
        var attendees = AttendeesOf(question, events, own.ToLookup(r => r.To), others);
        var rest = attendees.Where(a => question.After is not { } after || SortKey.InOrder.Compare(a.Key, after) > 0).ToList();
        return new CoAttendance(
            Paging.Of(rest, question.First),
            Math.Max(0, rest.Count - question.First),
            events.Length,
            !reader.IsOverBudget
        )
        {
            Sharing = others.Select(theirs => theirs.Key).ToHashSet(StringComparer.Ordinal),
        };

        async Task<IReadOnlyList<Relationship>> ReadAsync(string[] parents, RelationshipQuery query)
        {
            var reads = await reader.ReadAsync(parents, query, PageRequest.Max, _ => budget.Relationships, cancellationToken);
            return [.. parents.Where(reads.ContainsKey).SelectMany(parent => reads[parent].Items).Select(item => item.Relationship)];
        }
    }

    private static List<(SortKey Key, CoAttendee Item)> AttendeesOf(
        CoAttendanceQuestion question,
        string[] events,
        ILookup<string, Relationship> own,
        ILookup<string, Relationship> others
    )
    {
        var known = events.Index().ToDictionary(e => e.Item, e => (Place: e.Index, Venues: VenuesOf(own[e.Item])), StringComparer.Ordinal);
        return
        [
            .. others
                .Select(theirs => new CoAttendee(theirs.Key, [.. Shared(theirs)]))
                .Where(a => a.Events.Count > 0)
                .Select(a => (Key: KeyOf(a), Item: a))
                .OrderBy(a => a.Key, SortKey.InOrder),
        ];

        IEnumerable<SharedEvent> Shared(IEnumerable<Relationship> participations) =>
            participations
                .GroupBy(r => r.To, StringComparer.Ordinal)
                .OrderBy(theirs => known[theirs.Key].Place)
                .Select(theirs => new SharedEvent(
                    theirs.Key,
                    VenuesOf(theirs).Overlaps(known[theirs.Key].Venues),
                    [.. theirs],
                    [.. own[theirs.Key]]
                ))
                .Where(e => question.SameRoom is not { } wanted || e.SameRoom == wanted)
                .Where(e =>
                    question.Roles.Count == 0 || e.Theirs.Any(r => question.Roles.Contains(r.Properties["role"], StringComparer.Ordinal))
                );
    }

    /// <summary>The branch venues; the main one is the empty text.</summary>
    private static HashSet<string> VenuesOf(IEnumerable<Relationship> participations) =>
        participations.Select(r => r.Properties.GetValueOrDefault("venue", "")).ToHashSet(StringComparer.Ordinal);

    /// <summary>Sorts more shared events first.</summary>
    private static SortKey KeyOf(CoAttendee attendee) =>
        new((int.MaxValue - attendee.Events.Count).ToString("D10", CultureInfo.InvariantCulture), attendee.Entity);
}
