using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.GraphApi.Schema;
using Answer = ZhuzhouGraph.Server.GraphApi.Schema.AvailabilitySchema.Answer;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/availability</c>: what there is to choose from.</summary>
internal static class Availabilities
{
    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "FacetValue",
            "分面值",
            "A value that figures have.",
            [
                .. shapes.Same("FacetValue", "value"),
                shapes.Field<FacetValue>("label", "Label!", "名称", "In Chinese and English.", LabelOf),
                .. shapes.Same("FacetValue", "count", "firstDay", "lastDay", "units", "frequencies"),
            ]
        );
        shapes.Like("Facet");
        shapes.Like("Availability");
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        yield return new(
            "getAvailability",
            "/availability",
            "可选内容",
            "What there is to choose from: which indicators, subjects, measures, units and so on the figures that fit have, with "
                + "counts and "
                + "coverage. What is chosen narrows the other facets; 'mode=EXACT' narrows all.",
            [.. RestParameter.Of(((GraphQL.Types.IComplexGraphType)shapes.Schema.AllTypes["Query"]!).Fields.Find("availability")!)],
            shapes["Availability"],
            AnswerAsync
        )
        {
            IsPosted = true,
        };
    }

    private static async Task<RestAnswer?> AnswerAsync(RestCall call)
    {
        var asked = await call.ReadAsync(AvailabilitySchema.Composed.Read);
        if (call.Faults.Count > 0)
            return null;
        var answer = await AvailabilitySchema.ReadAsync(call.Snapshot, asked, call.CancellationToken);
        return new(answer, await LinkedNodes.LoadAsync(call.Snapshot, [], 1, call.CancellationToken, NodesOf(answer)));
    }

    private static IEnumerable<string> NodesOf(Answer answer) =>
        answer.Facets.Where(facet => facet.Key.Kind is GroupKeyKind.Node).SelectMany(facet => facet.Values).Select(value => value.Text);

    private static Forms.Label LabelOf(FacetValue value, LinkedNodes nodes)
    {
        if (AvailabilitySchema.TermsOf(value) is var (chinese, english))
            return new(chinese, english);
        var node = nodes.Node(value.Text);
        return new(Forms.NameOf(node), Forms.EnglishOf(node) ?? Forms.NameOf(node));
    }
}
