using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// <c>(:Observation {id, figure, value, unit, measure, …})-[:MEASURES]->(:Indicator)</c>, <c>-[:ABOUT]-></c>,
/// <c>-[:PRINTED_IN]->(:Article)</c>; a vintage that ended is a <c>:PastObservation</c>. What has no
/// day of its own has those of the event at which it was said, <c>-[:SAID_AT]->(:Event)</c>, as <c>firstDated</c> and <c>lastDated</c>.
/// </summary>
internal static class ObservationNode
{
    public static Dictionary<string, object?> Properties(Observation o, string sort, Instant recordedAt, long version)
    {
        var quantity = o.Quantity;
        var properties = new Dictionary<string, object?>
        {
            ["id"] = o.Id,
            ["article"] = o.Article,
            ["indicator"] = o.Indicator,
            ["about"] = o.About,
            ["attributedTo"] = o.AttributedTo,
            ["at"] = o.At,
            ["isDatedByEvent"] = Occasions.Of(o).Count > 0 ? true : null,
            ["place"] = o.Place,
            ["capacity"] = o.Capacity,
            ["measure"] = NodeProperties.Word(o.Measure),
            ["comparison"] = NodeProperties.Word(o.Comparison),
            ["figure"] = o.Figure,
            ["foldedFigure"] = Folding.Fold(o.Figure),
            ["accumulation"] = NodeProperties.Word(o.Accumulation),
            ["frequency"] = NodeProperties.Word(o.Frequency),
            ["priceBasis"] = NodeProperties.Word(o.PriceBasis),
            ["base"] = o.Base?.Words,
            ["baseFirst"] = Day.Of(o.Base?.First),
            ["baseLast"] = Day.Of(o.Base?.Last),
            ["baseEntity"] = o.Base?.Entity,
            ["breakdown"] = o.Breakdown?.Ids,
            ["shareOf"] = o.ShareOf,
            ["status"] = NodeProperties.Word(o.Status),
            ["unit"] = quantity.Unit.Code,
            ["multiplier"] = quantity.UnitMultiplier,
            ["hedge"] = NodeProperties.Word(quantity.Hedge),
            ["meaning"] = NodeProperties.Word(quantity.Meaning),
            ["boundBasis"] = NodeProperties.Word(quantity.BoundBasis),
            ["lowerInclusive"] = quantity.Lower?.IsInclusive,
            ["upperInclusive"] = quantity.Upper?.IsInclusive,
            ["within"] = o.Within?.Words,
            ["foldedWithin"] = o.Within is { } within ? Folding.Fold(within.Words) : null,
            ["withinPlace"] = o.Within?.Place,
            ["withinSize"] = o.Within?.Size,
            ["withinAscending"] = o.Within?.IsAscending,
            ["rankedBy"] = NodeProperties.Word(o.Within?.By),
            ["valueOrder"] = DecimalKey.Of(quantity),
            ["series"] = Series.KeyOf(o),
            ["sort"] = sort,
            ["recordedAt"] = Moment(recordedAt),
            ["recordedVersion"] = version,
            ["digest"] = NodeDigest.Of(o),
        };
        NodeProperties.Add(properties, "value", quantity.Value);
        NodeProperties.Add(properties, "lower", quantity.Lower?.Value);
        NodeProperties.Add(properties, "upper", quantity.Upper?.Value);
        NodeProperties.Add(properties, o.Period);
        NodeProperties.AddKey(properties, o.Period);
        return properties;
    }

    private static readonly string[] Measurement =
    [
        .. new[] { "id", "article", "indicator", "about", "measure", "comparison", "figure", "status", "unit", "multiplier", "hedge" },
        .. new[] { "meaning", "boundBasis", "valueText", "lowerText", "lowerInclusive", "upperText", "upperInclusive" },
    ];

    public static NodeForm<Observation> Whole { get; } =
        new(
            Read,
            [
                .. Measurement,
                .. NodeProperties.OfPeriod,
                .. new[] { "attributedTo", "at", "place", "capacity", "accumulation", "frequency", "priceBasis", "shareOf", "within" },
                .. new[] { "base", "baseFirst", "baseLast", "baseEntity", "breakdown" },
                .. new[] { "withinPlace", "withinSize", "withinAscending", "rankedBy", "recordedAt", "removedAt" },
            ]
        );

    public static NodeForm<Observation> Brief { get; } = new(node => Measured(node) with { IsBrief = true }, Measurement);

    public static Observation Read(CypherMap node) =>
        Measured(node) with
        {
            AttributedTo = node.Text("attributedTo"),
            At = node.Text("at"),
            Place = node.Text("place"),
            Capacity = node.Text("capacity"),
            Period = NodeProperties.Period(node),
            Accumulation = NodeProperties.Enumeration<Accumulation>(node, "accumulation"),
            Frequency = NodeProperties.EnumerationOrNull<Frequency>(node, "frequency"),
            PriceBasis = NodeProperties.EnumerationOrNull<PriceBasis>(node, "priceBasis"),
            Base = node.Text("base") is { } against
                ? new ComparisonBase(against, node.Day("baseFirst"), node.Day("baseLast"), node.Text("baseEntity"))
                : null,
            Breakdown = Breakdown.Of(node.Text("breakdown")?.Split(' ') ?? []),
            ShareOf = node.Text("shareOf"),
            Within = node.Text("within") is { } words ? Universe(node, words) : null,
            RecordedAt = node.Moment("recordedAt") ?? throw NodeProperties.Unreadable(node, "recordedAt"),
            RemovedAt = node.Moment("removedAt"),
        };

    /// <summary>The types of the relationships that an observation has to entities, as Cypher writes alternatives.</summary>
    public const string LinkTypes = "MEASURES|ABOUT|ATTRIBUTED_TO|SAID_AT|MEASURED_IN|RANKED_IN|COMPARED_WITH|BROKEN_DOWN_BY";

    /// <summary>These types, each with the property of the node that holds the id it leads to, or ids with blanks between them.</summary>
    public static IReadOnlyList<(string Type, string Property)> LinkProperties { get; } =
    [
        ("MEASURES", "indicator"),
        ("ABOUT", "about"),
        ("ATTRIBUTED_TO", "attributedTo"),
        ("SAID_AT", "at"),
        ("MEASURED_IN", "place"),
        ("RANKED_IN", "withinPlace"),
        ("COMPARED_WITH", "baseEntity"),
        ("BROKEN_DOWN_BY", "breakdown"),
    ];

    /// <summary>The relationships that an observation has: their types and the ids that they lead to.</summary>
    public static IEnumerable<(string Type, string To)> Links(Observation o) =>
        new[]
        {
            ("MEASURES", o.Indicator),
            ("ABOUT", o.About),
            ("ATTRIBUTED_TO", o.AttributedTo),
            ("SAID_AT", o.At),
            ("MEASURED_IN", o.Place),
            ("RANKED_IN", o.Within?.Place),
            ("COMPARED_WITH", o.Base?.Entity),
        }
            .Where(link => link.Item2 is not null)
            .Select(link => (link.Item1, link.Item2!))
            .Concat((o.Breakdown?.Members ?? []).Select(member => ("BROKEN_DOWN_BY", member)));

    /// <summary>A moment as statements take it, through <c>datetime($text)</c>.</summary>
    public static string Moment(Instant moment) => InstantPattern.ExtendedIso.Format(moment);

    private static Observation Measured(CypherMap node) =>
        new()
        {
            Id = NodeProperties.Text(node, "id"),
            Article = NodeProperties.Text(node, "article"),
            Indicator = NodeProperties.Text(node, "indicator"),
            About = NodeProperties.Text(node, "about"),
            Measure = NodeProperties.Enumeration<Measure>(node, "measure"),
            Comparison = NodeProperties.EnumerationOrNull<Comparison>(node, "comparison"),
            Quantity = Quantity(node),
            Figure = NodeProperties.Text(node, "figure"),
            Status = NodeProperties.Enumeration<ObservationStatus>(node, "status"),
        };

    private static RankUniverse Universe(CypherMap node, string words) =>
        new(
            words,
            node.Text("withinPlace"),
            (int?)node.Number("withinSize"),
            node.Flag("withinAscending") is true,
            NodeProperties.EnumerationOrNull<Measure>(node, "rankedBy")
        );

    private static Quantity Quantity(CypherMap node) =>
        new()
        {
            Value = NodeProperties.Decimal(node, "value"),
            Unit = Units.Find(NodeProperties.Text(node, "unit")) ?? throw NodeProperties.Unreadable(node, "unit"),
            UnitMultiplier = (int)node.Number("multiplier")!,
            Hedge = NodeProperties.Enumeration<Hedge>(node, "hedge"),
            Lower = Bound(node, "lower"),
            Upper = Bound(node, "upper"),
            BoundBasis = NodeProperties.EnumerationOrNull<BoundBasis>(node, "boundBasis"),
            Meaning = NodeProperties.Enumeration<QuantityMeaning>(node, "meaning"),
        };

    private static Bound? Bound(CypherMap node, string name) =>
        NodeProperties.Decimal(node, name) is { } value ? new Bound(value, node.Flag(name + "Inclusive") is true) : null;
}
