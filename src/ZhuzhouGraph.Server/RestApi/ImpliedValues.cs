using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>What a figure and one beside it imply.</summary>
/// <param name="Beside">The level, share or change from which it follows as well.</param>
internal sealed record ImpliedBeside(Observation Beside, Implied Follows);

/// <summary>What a figure and each one beside it imply, as GraphQL's <c>implied</c> has it.</summary>
internal static class ImpliedValues
{
    private const string Shape = "Implied",
        Same = "ImpliedValue";

    public static void AddShapes(RestShapes shapes) =>
        shapes.Add(
            Shape,
            "推算值",
            "A value that follows from two printed figures and is not printed itself: cite the figures, and the formula.",
            [
                shapes.Field<ImpliedBeside>("observationId", "ID!", "对照数据", "The figure beside it, from which it follows.", v =>
                    v.Beside.Id
                ),
                shapes.Field<ImpliedBeside>("originalText", "String!", "原文", "That figure, as printed.", v => v.Beside.Figure),
                shapes.Field<ImpliedBeside>("url", "String!", "网址", "That figure in this API.", v => RestApi.UrlOf(v.Beside)),
                .. shapes
                    .Same(
                        Same,
                        "kind",
                        "status",
                        "value",
                        "valueText",
                        "lower",
                        "upper",
                        "unit",
                        "formula",
                        "refused",
                        "inputs",
                        "words",
                        "rule",
                        ImpliedSchema.AcrossPriceBases
                    )
                    .Select(field => field with { Read = (item, nodes) => field.Read(((ImpliedBeside)item).Follows, nodes) }),
            ]
        );

    /// <summary>The member of a figure's details.</summary>
    public static RestField FieldOf(RestShapes shapes) =>
        shapes.Field<Observation>(
            "implied",
            $"[{Shape}!]!",
            "推算值",
            "Of a level or share and each change beside it, and of a change and each level: what was before, or why nothing follows.",
            (_, nodes) => nodes.Implying
        );

    /// <summary>The parameter by which price bases are mixed.</summary>
    public static RestParameter Parameter(RestShapes shapes) =>
        RestParameter.Of(
            ImpliedSchema.AcrossPriceBases,
            shapes.Schema.AllTypes["Boolean"]!,
            ImpliedSchema.AcrossArgument().Description!,
            [ImpliedSchema.AcrossPriceBases],
            false
        );

    public static async Task<IReadOnlyList<ImpliedBeside>> ReadAsync(RestCall call, Observation figure)
    {
        var query = new ObservationQuery { Likeness = Likeness.Implying };
        var page = await call.Snapshot.ListOfAsync([figure.Id], query, new PageRequest(PageRequest.Max), call.CancellationToken);
        var isAcross = await call.ReadAsync(ImpliedSchema.IsAcross);
        return [.. page[figure.Id].Items.Select(beside => new ImpliedBeside(beside, Implied.Of(figure, beside, isAcross)))];
    }
}
