namespace ZhuzhouGraph.Queries;

/// <summary>Of what the values of a facet are told.</summary>
public enum AvailabilityMode
{
    /// <summary>What could still be chosen: what fits everything but the filter by the facet itself.</summary>
    Available,

    /// <summary>What fits everything.</summary>
    Exact,
}

/// <summary>A value that figures have.</summary>
/// <param name="Group">Its text, how many figures have it, and from when to when they are.</param>
/// <param name="Units">Of an indicator: the units that its figures are in.</param>
/// <param name="Frequencies">Of an indicator: how often they are taken.</param>
public sealed record FacetValue(GroupCount Group, IReadOnlyList<Unit> Units, IReadOnlyList<Frequency> Frequencies)
{
    public string Text => Group.Values[0];

    public GroupKey Key => Group.By[0];
}

/// <summary>The values of one facet, those of most figures first.</summary>
/// <param name="HasMore">True where there are more than asked for.</param>
/// <param name="Without">How many figures have no value.</param>
public sealed record Facet(GroupKey Key, IReadOnlyList<FacetValue> Values, bool HasMore, long Without);

/// <summary>What there is to choose from: the values of each facet of the figures that fit, with counts and coverage.</summary>
/// <param name="Of">Which figures.</param>
/// <param name="First">How many values of each facet, 1 to <see cref="PageRequest.Max"/>.</param>
public sealed record Availability(ObservationQuery Of, AvailabilityMode Mode, int First)
{
    private sealed record Declared(string Key, Func<ObservationQuery, ObservationQuery> Without);

    /// <summary>The facets, each with the query without the filter by it.</summary>
    private static readonly Declared[] Facets =
    [
        new("indicator", q => q with { Indicators = [], WithNarrower = false }),
        new("about", q => q with { About = [], AboutTypes = [] }),
        new("place", q => q with { Places = [] }),
        new("measure", q => q with { Measures = [] }),
        new("comparison", q => q with { Comparisons = [] }),
        new("base", q => q with { Bases = [] }),
        new("breakdown", q => q with { Breakdowns = [], IsWhole = null }),
        new("accumulation", q => q with { Accumulations = [] }),
        new("unit", q => q with { Units = [] }),
        new("frequency", q => Having(q, "frequency")),
        new("priceBasis", q => Having(q, "priceBasis")),
        new("status", q => q with { Statuses = [] }),
        new("attributedTo", q => q with { AttributedTo = [] }),
        new(GroupKey.Year, q => q with { Period = null, IsUndated = false }),
    ];

    /// <summary>The names of the facets, in their order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Facets.Select(facet => facet.Key)];

    /// <summary>The most statements that it takes.</summary>
    public static int MaxStatements => 2 * Facets.Length + 3;

    /// <summary>How many figures fit, and the facets.</summary>
    public async Task<(long Count, IReadOnlyList<Facet> Facets)> ReadAsync(IGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var count = await snapshot.CountAsync(Of, cancellationToken);
        List<Facet> facets = [];
        foreach (var (name, without) in Facets)
        {
            var query = Mode is AvailabilityMode.Exact ? Of : without(Of);
            var groups = new GroupQuery(query, [KeyOf(name)]);
            var page = await snapshot.ListAsync(groups, new PageRequest(First), cancellationToken);
            var rest = await snapshot.CountAsync(groups with { IsRest = true }, cancellationToken);
            (ILookup<string, string> Units, ILookup<string, string> Frequencies)? told =
                name == "indicator" && page.Items.Count > 0 ? await OfIndicatorsAsync(snapshot, query, page, cancellationToken) : null;
            facets.Add(
                new(
                    KeyOf(name),
                    [
                        .. page.Items.Select(group => new FacetValue(
                            group,
                            Units.InOrder(told?.Units[group.Values[0]] ?? []),
                            [.. (told?.Frequencies[group.Values[0]] ?? []).Select(word => Spelling.Parse<Frequency>(word)!.Value)]
                        )),
                    ],
                    page.HasMore,
                    rest
                )
            );
        }
        return (count, facets);
    }

    /// <summary>The units and frequencies of each indicator of a page, as far as a page of both holds them.</summary>
    private static async Task<(ILookup<string, string> Units, ILookup<string, string> Frequencies)> OfIndicatorsAsync(
        IGraphSnapshot snapshot,
        ObservationQuery query,
        Page<GroupCount> page,
        CancellationToken cancellationToken
    )
    {
        var of = query with { Indicators = [.. page.Items.Select(group => group.Values[0])], WithNarrower = false };
        return (await AllAsync("unit"), await AllAsync("frequency"));

        async Task<ILookup<string, string>> AllAsync(string key)
        {
            var groups = new GroupQuery(of, [KeyOf("indicator"), KeyOf(key)]);
            var found = await snapshot.ListAsync(groups, new PageRequest(PageRequest.Max), cancellationToken);
            return found.Items.ToLookup(group => group.Values[0], group => group.Values[1], StringComparer.Ordinal);
        }
    }

    private static GroupKey KeyOf(string name) => GroupKey.OfObservations.Single(key => key.Name == name);

    private static ObservationQuery Having(ObservationQuery query, string dimension) =>
        query with
        {
            Having = [.. query.Having.Where(having => having.Dimension.Name != dimension)],
        };
}
