using NodaTime;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>What the record has near a claim of a relation.</summary>
/// <param name="Stated">Relationships of the type of the act that have a subject or an object of the claim.</param>
/// <param name="Held">Where the events at hand were held.</param>
/// <param name="Posts">The posts of people whom the claim gives a title.</param>
/// <param name="Nodes">Both ends of all of them, and the places that hold the venues.</param>
/// <param name="Above">Of a place, firm or body the places that hold it, from near to far.</param>
internal sealed record RelationFacts(
    IReadOnlyList<Relationship> Stated,
    IReadOnlyList<Relationship> Held,
    IReadOnlyList<Relationship> Posts,
    IReadOnlyDictionary<string, IGraphNode> Nodes,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Above
)
{
    public Entity? Entity(string id) => Nodes.GetValueOrDefault(id) as Entity;

    /// <summary>Whether the record gives a person the title that stands before the name, and not as a deputy or a former one.</summary>
    public bool HasPost(TitleBeside said) =>
        Posts.Any(post =>
            post.From == said.Person
            && (said.Bodies.Count == 0 || said.Bodies.Contains(post.To, StringComparer.Ordinal))
            && post.Properties.GetValueOrDefault("title", "") is var printed
            && said.Titles.Any(title =>
                printed.EndsWith(title, StringComparison.Ordinal)
                && !RelationWords.IsNarrowed(printed[..^title.Length])
                && !RelationWords.IsFormer(printed, isEnglish: false)
            )
        );

    /// <summary>The place and those that hold it.</summary>
    public IEnumerable<string> WithAbove(string id) => Above.GetValueOrDefault(id, []).Prepend(id);
}

/// <summary>Reads it, in a number of statements that nothing in the graph changes.</summary>
internal sealed class RelationFactReader(IGraphSnapshot snapshot, LocalDate? asOf)
{
    /// <summary>So far up a place is followed: site, district, city, province, country.</summary>
    private const int MostLevels = 5;

    private const int Most = PageRequest.Max;

    /// <summary>
    /// What either end has, what events have, the posts of a title, those of people with one before their name, where events were held,
    /// what holds their venues, and all of their names.
    /// </summary>
    public const int MostStatements = 6 + MostLevels + 1;

    public async Task<RelationFacts> ReadAsync(RelationClaim claim, CancellationToken cancellationToken)
    {
        var type = claim.Type;
        string[] subjects = [.. claim.Subjects.Select(one => one.Id)];
        string[] objects = [.. claim.Objects.Select(one => one.Id)];
        List<Relationship> stated = [];
        // Who was at an event is asked of the event, where it was held as well.
        IReadOnlyList<RelationshipType> types =
            type == RelationshipTypes.TookPartIn || type == RelationshipTypes.HeldAt
                ? [RelationshipTypes.TookPartIn, RelationshipTypes.Organized]
                : [type];
        if (subjects.Length > 0)
            await AddAsync(stated, new() { Types = types, From = subjects }, cancellationToken).ConfigureAwait(false);
        if (objects.Length > 0)
            await AddAsync(stated, new() { Types = types, To = objects }, cancellationToken).ConfigureAwait(false);
        if (claim.Titles is [[var title, ..], ..])
            await AddAsync(stated, new() { Types = types, Text = title.Printed }, cancellationToken).ConfigureAwait(false);
        string[] events =
        [
            .. objects
                .Concat(stated.Select(one => one.To))
                .Where(id => NodeId.Fits(id, EntityTypes.Event))
                .Distinct(StringComparer.Ordinal)
                .Take(Most),
        ];
        List<Relationship> posts = [];
        string[] titled = [.. claim.Beside.Select(one => one.Person).Distinct(StringComparer.Ordinal)];
        if (titled.Length > 0)
            await AddAsync(posts, new() { Types = [RelationshipTypes.HoldsPost], From = titled }, cancellationToken).ConfigureAwait(false);
        List<Relationship> held = [];
        if (events.Length > 0)
            await AddAsync(held, new() { Types = [RelationshipTypes.HeldAt], From = events }, cancellationToken).ConfigureAwait(false);
        var above = await AboveAsync(claim, held, stated, cancellationToken).ConfigureAwait(false);
        string[] ids =
        [
            .. stated
                .Concat(held)
                .SelectMany(one => new[] { one.From, one.To }.Concat(one.Properties.Values.Where(IsId)))
                .Concat(above.SelectMany(one => one.Value.Prepend(one.Key)))
                .Concat(events)
                .Distinct(StringComparer.Ordinal),
        ];
        var nodes = await snapshot.GetAsync(ids, cancellationToken).ConfigureAwait(false);
        return new(stated, held, posts, nodes, above);
    }

    private async Task AddAsync(List<Relationship> all, RelationshipQuery query, CancellationToken cancellationToken)
    {
        var page = await snapshot.ListAsync(query with { PublishedBy = asOf }, new(Most), cancellationToken).ConfigureAwait(false);
        all.AddRange(page.Items.Where(one => !all.Exists(other => other.Id == one.Id)));
    }

    private async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> AboveAsync(
        RelationClaim claim,
        List<Relationship> held,
        List<Relationship> stated,
        CancellationToken cancellationToken
    )
    {
        var above = new Dictionary<string, string>(StringComparer.Ordinal);
        string[] level =
        [
            .. claim
                .Venues.Select(one => one.Id)
                .Concat(held.Select(one => one.To))
                .Concat(stated.Select(one => one.Properties.GetValueOrDefault("venue")).OfType<string>())
                .Concat(claim.Type == RelationshipTypes.LocatedIn ? stated.SelectMany(one => new[] { one.From, one.To }) : [])
                .Concat(claim.Type == RelationshipTypes.LocatedIn ? claim.Objects.Select(one => one.Id) : [])
                .Distinct(StringComparer.Ordinal)
                .Take(Most),
        ];
        string[] all = level;
        for (var turn = 0; turn < MostLevels && level.Length > 0 && (claim.Venues.Count > 0 || claim.Objects.Count > 0); turn++)
        {
            List<Relationship> found = [];
            // What lies where is background that no day of print bounds.
            var query = new RelationshipQuery { Types = [RelationshipTypes.LocatedIn], From = level };
            found.AddRange((await snapshot.ListAsync(query, new(Most), cancellationToken).ConfigureAwait(false)).Items);
            foreach (var one in found.OrderBy(one => one.Id, StringComparer.Ordinal))
                above.TryAdd(one.From, one.To);
            level = [.. found.Select(one => one.To).Where(id => !above.ContainsKey(id)).Distinct(StringComparer.Ordinal)];
        }
        return all.ToDictionary(id => id, id => (IReadOnlyList<string>)[.. Chain(id)], StringComparer.Ordinal);

        IEnumerable<string> Chain(string id)
        {
            for (var turn = 0; turn < MostLevels && above.TryGetValue(id, out var next); turn++)
                yield return id = next;
        }
    }

    private static bool IsId(string value) => NodeId.KindOf(value) is NodeKind.Entity;
}
