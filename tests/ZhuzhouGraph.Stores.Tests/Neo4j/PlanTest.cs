using System.Text.Json;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What the tests share that look at how the server means to answer a statement.</summary>
public abstract class PlanTest(Neo4jServer server) : QueryApiTest(server)
{
    /// <summary>A step of a plan with the steps below it.</summary>
    protected sealed record Step(string Operator, IReadOnlyList<string> Below);

    protected static bool IsLimit(string step) => step is "Limit" or "Top" or "PartialTop";

    protected static bool IsSort(string step) => step is "Sort" or "PartialSort" or "Top" or "PartialTop";

    protected static bool IsFullScan(string step) =>
        step is "AllNodesScan" or "NodeByLabelScan" or "UnionNodeByLabelsScan"
        || (
            step.EndsWith("RelationshipsScan", StringComparison.Ordinal)
            || step.EndsWith("RelationshipTypeScan", StringComparison.Ordinal)
            || step.EndsWith("RelationshipTypesScan", StringComparison.Ordinal)
        );

    /// <summary>The plan of the first statement of a read that is about the graph.</summary>
    protected async Task<List<Step>> PlanAsync(IGraphStore store, Func<IGraphSnapshot, Task> run)
    {
        using var listening = new Listening();
        await store.ReadAsync(
            async snapshot =>
            {
                await run(snapshot);
                return 0;
            },
            Cancel
        );
        var text = listening
            .Spans.Select(span => (string)span.GetTagItem("db.query.text")!)
            .First(text => !text.Contains(":Store", StringComparison.Ordinal));
        return await ExplainAsync(text);
    }

    protected async Task<List<Step>> ExplainAsync(string statement)
    {
        using var answer = await PostAsync("", "EXPLAIN " + statement);
        List<Step> steps = [];
        Add(answer.RootElement.GetProperty("queryPlan"));
        return steps;

        List<string> Add(JsonElement step)
        {
            List<string> below = [];
            foreach (var child in step.GetProperty("children").EnumerateArray())
                below.AddRange(Add(child));
            var name = step.GetProperty("operatorType").GetString()!.Split('@', '(')[0];
            steps.Add(new Step(name, [.. below]));
            return [.. below, name];
        }
    }
}
