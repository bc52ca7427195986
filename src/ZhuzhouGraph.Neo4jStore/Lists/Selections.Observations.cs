using System.Text.Json;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

internal static partial class Selections
{
    /// <summary>The ways of observations by the property of the parent, without and with vintages of the past.</summary>
    private static readonly Dictionary<(string? Parent, bool WithPast), Way[]> Observed = new(
        from parent in new[] { null, "about", "place", "indicator", "attributedTo", "at", "article", "series" }
        from withPast in new[] { false, true }
        select KeyValuePair.Create(
            (parent, withPast),
            Array.ConvertAll(withPast ? ["Observation", "PastObservation"] : new[] { "Observation" }, label => new Way(
                $"(t:{label})",
                IndexOf(label, parent, "sort"),
                parent is null ? null : "t." + parent,
                "t.sort",
                "t.id"
            )
            {
                IndexBy =
                    label == "Observation" && parent is null or "about" or "place" or "indicator"
                        ? IndexOf(label, parent, Way.OrderedBy)
                        : null,
            })
        )
    );

    private static readonly Dictionary<(Likeness Likeness, bool WithPast), Way[]> Alike = new(
        from likeness in Enum.GetValues<Likeness>()
        from withPast in new[] { false, true }
        select KeyValuePair.Create(
            (likeness, withPast),
            Array.ConvertAll(withPast ? ["Observation", "PastObservation"] : new[] { "Observation" }, label => WayAlike(label, likeness))
        )
    );

    /// <summary>The ways from the id of a line, without and with vintages of the past.</summary>
    private static readonly Dictionary<bool, Way[]> OnLine = new[] { false, true }.ToDictionary(
        withPast => withPast,
        withPast =>
            Array.ConvertAll(Observed[("series", withPast)], way =>
                way with
                {
                    ParentValue = $"left(p, {LineId.KeyLength})",
                    Condition = $"{Conditions.LineOf("t")} = p",
                }
            )
    );

    /// <summary>The ways from a member of breakdowns, without and with vintages of the past.</summary>
    private static readonly Dictionary<bool, Way[]> OfPart = new[] { false, true }.ToDictionary(
        withPast => withPast,
        withPast =>
            Array.ConvertAll(withPast ? ["Observation", "PastObservation"] : new[] { "Observation" }, label => new Way(
                $"(t:{label})-[:BROKEN_DOWN_BY]->(member:Entity)",
                "member:Entity(id)",
                "member.id",
                "t.sort",
                "t.id"
            )
            {
                SortedBy = "t.sort",
            })
    );

    private static Way WayAlike(string label, Likeness likeness)
    {
        var sameDays =
            $"t.status = o.status AND {Conditions.StartOf("t")} = {Conditions.StartOf("o")} AND "
            + $"{Conditions.EndOf("t")} = {Conditions.EndOf("o")}";
        if (likeness is Likeness.Implying)
            return new($"(t:{label})", IndexOf(label, "about", "indicator, sort"), "t.about", "t.sort", "t.id")
            {
                Condition =
                    $"coalesce(t.place, '') = coalesce(o.place, '') AND coalesce(t.breakdown, '') = coalesce(o.breakdown, '') AND "
                    + $"{sameDays} AND "
                    + $"(o.measure IN {Among(Series.Levels)} AND t.measure IN {Among(Series.Compared)} OR "
                    + $"o.measure IN {Among(Series.Compared)} AND t.measure IN {Among(Series.Levels)})",
                Fixed = ("t.indicator", "o.indicator"),
                Before = LastVintage,
                ParentValue = "o.about",
            };
        var alone =
            likeness is Likeness.SameSeries ? ""
            : likeness is Likeness.SamePoint ? $" AND {sameDays}"
            : $" AND {sameDays} AND (o.comparison IS NOT NULL OR NOT o.measure IN {Among(Series.Compared)})";
        return new($"(t:{label})", IndexOf(label, "series", "sort"), "t.series", "t.sort", "t.id", "t.id <> p" + alone)
        {
            Before = LastVintage,
            ParentValue = "o.series",
        };
    }

    public static string Among(IEnumerable<Measure> measures) =>
        $"['{string.Join("', '", measures.Select(measure => Spelling.UpperSnake(measure.ToString())))}']";

    private const string LastVintage = """
        CALL (p) { MATCH (o:Observation {id: p}) RETURN o UNION MATCH (o:PastObservation) WHERE o.id = p AND o.recordedVersion > 0
            RETURN o }
        WITH * ORDER BY o.recordedVersion DESC LIMIT 1

        """;

    /// <param name="pinned">The data version whose vintages are asked for; null where those that stand now are.</param>
    private static Selection<Observation> Observations(ObservationQuery query, Parameters parameters, long? pinned)
    {
        var withPast = query.RecordedAsOf is not null || pinned is not null;
        var conditions = new Conditions(parameters) { Days = Dated, Citations = withPast ? ["Citation", "PastCitation"] : ["Citation"] };
        var (anchor, where) = Anchored(query.Filters, WaysOf, conditions);
        if (pinned is { } version && parameters.Add(version) is var at)
            where = [.. where, $"t.recordedVersion <= {at} AND (t.removedVersion IS NULL OR t.removedVersion > {at})"];
        return new(parameters)
        {
            Name = "observations",
            // What ended later stood at that version.
            Form =
                query.IsBrief ? ObservationNode.Brief
                : pinned is null ? ObservationNode.Whole
                : ObservationNode.Whole.Then(observation => observation with { RemovedAt = null }),
            Sorting = query.Order switch
            {
                ObservationOrder.Print => Sorting.Usual,
                ObservationOrder.PrintDescending => Sorting.Reversed,
                ObservationOrder.Period => Sorting.ByPeriod,
                ObservationOrder.PeriodDescending => Sorting.ByPeriodReversed,
                ObservationOrder.Value => Sorting.ByValue,
                ObservationOrder.ValueDescending => Sorting.ByValueReversed,
                ObservationOrder.Point => Sorting.ByPoint(Conditions.PointOf("t"), isDescending: false),
                _ => Sorting.ByPoint(Conditions.PointOf("t"), isDescending: true),
            },
            Where = where,
            Anchor = anchor,
            Root = Observed[(null, withPast)],
            CountedBy = query.Measures.Count > 0 && !withPast ? "t:Observation(measure)" : null,
            WaysFrom = parent =>
                parent.StartsWith("obs:", StringComparison.Ordinal) ? Alike[(query.Likeness, withPast)]
                : LineId.Parse(parent) is not null ? OnLine[withPast]
                : parent.StartsWith("category:", StringComparison.Ordinal) ? OfPart[withPast]
                : Observed[
                    (
                        parent.StartsWith("article:", StringComparison.Ordinal) ? "article"
                        : parent.StartsWith("indicator:", StringComparison.Ordinal) ? "indicator"
                        : "about",
                        withPast
                    )
                ],
            Newest =
                query.LatestPer.Count == 0
                    ? null
                    : new(
                        [.. query.LatestPer.SelectMany(PropertiesOf).Append("t.status").Distinct()],
                        query.Rule switch
                        {
                            ChoiceRule.NewestPrint => $"t.sort DESC, {Conditions.SaysMore("t")} DESC, t.id DESC",
                            ChoiceRule.FirstPrint => $"t.sort, {Conditions.SaysMore("t")} DESC, t.id",
                            _ => $"{Conditions.EndOf("t")} DESC, t.sort DESC, {Conditions.SaysMore("t")} DESC, t.id DESC",
                        }
                    )
                    {
                        IsMostReported = query.Rule is ChoiceRule.MostReported,
                        IsInConflict = query.IsInConflict,
                    },
        };

        Way[]? WaysOf(Filter filter) =>
            filter switch
            {
                Filter.LeadsTo links => [.. links.Fields.SelectMany(field => Observed[(field, withPast)])],
                Filter.OnLine => Observed[("series", withPast)],
                _ => null,
            };

        static IEnumerable<string> PropertiesOf(SeriesDimension dimension) =>
            dimension is SeriesDimension.Period ? [Conditions.StartOf("t"), Conditions.EndOf("t")]
            : dimension is SeriesDimension.Comparison ? ["t.comparison", "t.base"]
            : ["t." + JsonNamingPolicy.CamelCase.ConvertName(dimension.ToString())];
    }
}
