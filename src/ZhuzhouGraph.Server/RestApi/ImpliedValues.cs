namespace ZhuzhouGraph.Server.RestApi;

/// <summary>What a figure and each one beside it imply, as GraphQL's <c>implied</c> has it.</summary>
internal static class ImpliedValues
{
    private const string Shape = "Implied",
        Same = "ImpliedValue";

    /// <param name="Beside">The level, share or change from which it follows as well.</param>
    private sealed record Value(Observation Beside, Implied Follows);

    public static void AddShapes(RestShapes shapes) =>
        shapes.Add(
            Shape,
            "推算值",
            "A value that follows from two printed figures and is not printed itself: cite the figures, and the formula.",
            [
                shapes.Field<Value>("observationId", "ID!", "对照数据", "The figure beside it, from which it follows.", v => v.Beside.Id),
                shapes.Field<Value>("originalText", "String!", "原文", "That figure, as printed.", v => v.Beside.Figure),
                shapes.Field<Value>("url", "String!", "网址", "That figure in this API.", v => RestApi.UrlOf(v.Beside)),
                .. shapes
                    .Same(Same, "kind", "value", "valueText", "lower", "upper", "unit", "formula", "refused")
                    .Select(field => field with { Read = (item, nodes) => field.Read(((Value)item).Follows, nodes) }),
            ]
        );

    /// <summary>The member of a figure's details.</summary>
    public static RestField FieldOf(RestShapes shapes) =>
        shapes.Field<Observation>(
            "implied",
            $"[{Shape}!]!",
            "推算值",
            "Of a level or share and each change beside it, and of a change and each level: what was before, or why nothing follows.",
            (o, nodes) => nodes.Implying.Select(beside => new Value(beside, Implied.Of(o, beside)))
        );

    public static async Task<IReadOnlyList<Observation>> ReadAsync(
        IGraphSnapshot snapshot,
        Observation figure,
        CancellationToken cancellationToken
    )
    {
        var query = new ObservationQuery { Likeness = Likeness.Implying };
        var page = await snapshot.ListOfAsync([figure.Id], query, new PageRequest(PageRequest.Max), cancellationToken);
        return page[figure.Id].Items;
    }
}
