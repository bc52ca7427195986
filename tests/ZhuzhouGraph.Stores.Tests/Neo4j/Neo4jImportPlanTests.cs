using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>An import keeps the plan that it was given first, however the graph grows: one that must not count on a small graph.</summary>
public sealed class Neo4jImportPlanTests(Neo4jServer server) : PlanTest(server)
{
    [Fact]
    public async Task An_import_looks_nothing_up_by_going_through_a_graph_that_is_empty_or_filled()
    {
        Statements.ImportArticles.ShouldStartWith("CYPHER replan=skip\n");
        await using var store = await Neo4jStores.OpenEmptyAsync(Options, TimeProvider.System, Cancel);
        (await PlanAsync("a")).ShouldNotContain(step => IsFullScan(step.Operator));
        foreach (var unit in Enumerable.Range(1, 40).Select(Unit).Prepend(Registry()))
            await store.ImportAsync(unit, Cancel);

        (await PlanAsync("b")).ShouldNotContain(step => IsFullScan(step.Operator));
    }

    /// <summary>The plan that is made now: the server keeps those of texts that it knows.</summary>
    private Task<List<Step>> PlanAsync(string parameter) =>
        ExplainAsync(
            Statements
                .ImportArticles.Replace("CYPHER replan=skip\n", "", StringComparison.Ordinal)
                .Replace("$p.", $"${parameter}.", StringComparison.Ordinal)
        );

    private static GraphBatch Unit(int number) =>
        Article(number).Stating(Post(Mayor, City, $"职{number}")).Naming(City, "云海市").Printing(Figure(number, "a", number));
}
