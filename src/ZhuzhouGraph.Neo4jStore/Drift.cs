namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// What imports did since a stream began. Neo4j keeps vintages of observations and of nothing else, so a stream goes on where what it reads
/// is as it was, and ends with an exception that names what is not.
/// </summary>
/// <param name="Generation">The generation up to which this is known.</param>
/// <param name="Pinned">The data version that the stream is of.</param>
/// <param name="Units">The units that were taken in since, with whether the graph held them before.</param>
/// <param name="Changes">What became of each node since, in the order of the change log.</param>
internal sealed record Drift(long Generation, long Pinned, IReadOnlyDictionary<string, bool> Units, ILookup<string, ChangeKind> Changes)
{
    /// <summary>More changes than these are not looked through for each page.</summary>
    private const int MostChanges = 100_000;

    public static Drift None(StoreState state) =>
        new(
            state.Generation,
            state.Head.Number,
            new Dictionary<string, bool>(),
            Array.Empty<string>().ToLookup(id => id, _ => default(ChangeKind))
        );

    public bool IsNone => Units.Count == 0;

    /// <summary>What was done between that version and the state.</summary>
    public static async Task<Drift> SinceAsync(CypherClient api, StoreState state, long pinned, CancellationToken cancellationToken)
    {
        var units = await api.ReadAsync(
            Cypher.Of(
                "READ units since",
                "MATCH (v:DataVersion) WHERE v.number > $p.pinned WITH DISTINCT v.unit AS unit RETURN unit, "
                    + "EXISTS { MATCH (b:DataVersion) WHERE b.unit = unit AND b.number <= $p.pinned }",
                ("pinned", pinned)
            ),
            row => (Unit: row.Text(0), WasHeld: row.Flag(1)),
            cancellationToken
        );
        var changes = await api.ReadAsync(
            Cypher.Of(
                "READ changes since",
                "MATCH (c:Change) USING INDEX c:Change(version, sequence) WHERE c.version > $p.pinned AND c.sequence > 0 "
                    + "RETURN c.id, c.kind ORDER BY c.version, c.sequence LIMIT $p.most",
                ("pinned", pinned),
                ("most", MostChanges + 1)
            ),
            row => (Id: row.Text(0), Kind: Spelling.Parse<ChangeKind>(row.Text(1))!.Value),
            cancellationToken
        );
        if (changes.Count > MostChanges)
            throw Moved($"more than {MostChanges} things were changed");
        return new(
            state.Generation,
            pinned,
            units.ToDictionary(unit => unit.Unit, unit => unit.WasHeld, StringComparer.Ordinal),
            changes.ToLookup(change => change.Id, change => change.Kind, StringComparer.Ordinal)
        );
    }

    /// <summary>True where that unit is not what it was at the pinned version.</summary>
    public bool IsRenewed(string unit) => Units.GetValueOrDefault(unit);

    /// <summary>True where the node came after the pinned version.</summary>
    public bool IsNew(string id) => Changes[id].FirstOrDefault(ChangeKind.Changed) is ChangeKind.Added;

    /// <summary>The nodes of that kind that were there and are otherwise now, or no more.</summary>
    public IEnumerable<string> Altered(NodeKind kind) =>
        Changes.Select(change => change.Key).Where(id => NodeId.KindOf(id) == kind && !IsNew(id));

    /// <exception cref="GraphStoreException">The list cannot be read as it was.</exception>
    public void RefuseUnpinned(GraphQuery query)
    {
        if (query.Filters.FirstOrDefault(filter => !IsPlain(filter) && !(query is ObservationQuery && IsOfVintages(filter))) is { } filter)
            throw Moved($"the filter {filter.GetType().Name} looks at what has no versions");
        var kind = query switch
        {
            ObservationQuery { Order: ObservationOrder.Period or ObservationOrder.PeriodDescending } => NodeKind.Entity,
            ObservationQuery => (NodeKind?)null,
            RelationshipQuery { Order: RelationshipOrder.Period or RelationshipOrder.PeriodDescending } => NodeKind.Entity,
            RelationshipQuery => NodeKind.Relationship,
            EntityQuery => NodeKind.Entity,
            _ => NodeKind.Article,
        };
        if (kind is { } altered && Altered(altered).FirstOrDefault() is { } id)
            throw Moved($"{id} was changed, of which there are no versions");
        if (query is RelationshipQuery && Altered(NodeKind.Relationship).FirstOrDefault() is { } relationship)
            throw Moved($"{relationship} was changed, of which there are no versions");
    }

    public static GraphStoreException Moved(string what) =>
        new(
            $"The graph changed while it was streamed, and {what}. Nothing of another version is given. Try again when the import is over.",
            isTransient: true
        );

    /// <summary>Looks at the item itself, and not at others or at what an import may move.</summary>
    private static bool IsPlain(Filter filter) =>
        filter is Filter.OneOf or Filter.OneValueOf or Filter.InRange or Filter.Contains
        || filter is Filter.LeadsTo { Widening: Widening.None, OrUnplaced: false };

    /// <summary>
    /// Looks at the line of a figure and at its days, which each vintage has of its own. Where they are of its print, see
    /// <c>RefuseMovedAsync</c>.
    /// </summary>
    private static bool IsOfVintages(Filter filter) => filter is Filter.OnLine or Filter.StandsIn or Filter.FirstPrintedBy;
}
