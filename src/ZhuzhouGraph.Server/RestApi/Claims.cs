using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/claims:check</c>: how what somebody says agrees with what was printed.</summary>
internal static class Claims
{
    public const string Id = "checkClaims";

    /// <summary>The answers to texts, in their order.</summary>
    internal sealed record Batch(IReadOnlyList<ClaimReport> Items);

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Like("ClaimReport");
        shapes.Add(
            "ClaimReports",
            "核查报告",
            "What the printed record says of each text, in the order of the texts.",
            shapes.Field<Batch>("items", "[ClaimReport!]!", "报告", "One for each text.", b => b.Items)
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var checker = new ClaimChecker();
        yield return new(
            Id,
            "/claims:check",
            "核查说法",
            "How claims agree with what was printed: of every figure of each text, and of who did what, a verdict, with what is printed, "
                + "its place and the rule that decided. Never whether the world is so.",
            [
                RestParameter.Of(
                    "text",
                    new NonNullGraphType(new ListGraphType(new NonNullGraphType(shapes.Schema.AllTypes["String"]!))),
                    SchemaParts.Describe(
                        "说法",
                        $"What is claimed, in Chinese or English: up to {ArgumentReader.MaxItems} texts of at most {ClaimQuestion.MaxText} "
                            + "characters, each answered by itself."
                    ),
                    ["text"]
                ),
                .. RestParameter
                    .Of(((IComplexGraphType)shapes.Schema.AllTypes["Query"]!).Fields.Find("checkText")!)
                    .Where(p => p.Name != "text"),
            ],
            shapes["ClaimReports"],
            call => AnswerAsync(call, checker)
        )
        {
            IsPosted = true,
            Work = input =>
                (input.Values.GetValueOrDefault("text") as IEnumerable<object?> ?? [])
                    .OfType<string>()
                    .Sum(text => (long)ClaimQuestion.WorkOf(text)),
        };
    }

    private static async Task<RestAnswer?> AnswerAsync(RestCall call, ClaimChecker checker)
    {
        var question = await call.ReadAsync(ClaimQuestion.ReadAll);
        return call.Faults.Count > 0
            ? null
            : new(new Batch(await question.AnswerAsync(checker, call.Snapshot, call.CancellationToken)), LinkedNodes.None);
    }
}
