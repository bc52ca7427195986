using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>What others print for the same as a figure, and <c>/conflicts</c>.</summary>
internal static class Reports
{
    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "OtherReport",
            "其他报道",
            "Another figure for the same.",
            [
                shapes.Field<OtherReport>("id", "ID!", "标识", "The figure's id.", r => r.Print.Figure.Id),
                shapes.Field<OtherReport>("originalText", "String!", "原文数字", "The figure as printed.", r => r.Print.Figure.Figure),
                .. shapes.Same("OtherReport", "printed", "agreement", "how", "unitJump"),
                shapes.Field<OtherReport>("url", "String!", "网址", "The figure in this API.", r => RestApi.UrlOf(r.Print.Figure)),
            ]
        );
        shapes.Add(
            "FactReport",
            "同一事实的其他报道",
            "What others print for the same as a figure: figures of its line with the same days.",
            [
                .. shapes.Same("FactReport", "others", "printed", "agreements"),
                shapes.Field<FactReport>(
                    "reports",
                    "[OtherReport!]!",
                    "其他报道",
                    $"The first {Price.Few} of the others, in print order.",
                    r => r.Others.Take(Price.Few)
                ),
            ]
        );
    }

    public static RestField FieldOf(RestShapes shapes) =>
        shapes.Field<Observation>(
            "report",
            "FactReport!",
            "同一事实的其他报道",
            "What others print for the same: how many there are, and whether they agree with it. Never an average.",
            (o, nodes) => nodes.ReportOf(o.Id)
        );

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var shape = shapes.Add(
            "ReportedObservation",
            "有其他报道的数据",
            "A figure that was chosen, with the others for the same.",
            [.. shapes["Observation"].Fields, FieldOf(shapes)]
        );
        yield return new(
            "listConflicts",
            "/conflicts",
            "矛盾数据",
            "Where figures of one line and the same days differ so that no value is what all of them can mean: of each such point "
                + "the figure "
                + "that 'rule' chooses, with the others.",
            RestList.Parameters(shapes, "Query", "conflicts"),
            RestList.Page(
                shapes,
                shape,
                shapes.Field<RestPage>("rule", "String!", "取数规则", "How the figure of each point is chosen.", p => p.Rule)
            ),
            call => RestList.AnswerAsync(call, ReportSchema.Conflicts, null)
        );
    }
}
