using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What the answers say of a figure's number, and of others that print it too, on an invented city.</summary>
public abstract class FigureAnswers
{
    /// <summary>An empty server of this test's own.</summary>
    protected abstract Task<GraphServer> EmptyServerAsync();

    [Fact]
    public async Task Other_prints_of_a_fact_say_whether_they_agree_and_how()
    {
        await using var server = await FilledAsync(
            Lanterns("a", "58", Hedge.None, 58),
            Lanterns("b", "58", Hedge.None, 58),
            Lanterns("c", "近60", Hedge.Nearly, 60),
            Lanterns("d", "60", Hedge.None, 60),
            Lanterns("e", "前列", Hedge.Vague, null)
        );

        var (_, answer) = await server.AskAsync(
            "{ node(id: \"obs:yunhai/01/a\") { ... on Observation { sameFact { totalCount nodes { figure } edges { agreement relation how "
                + "node { id } } } } } }"
        );

        var sameFact = answer["data"]!["node"]!["sameFact"]!;
        sameFact["totalCount"]!.GetValue<int>().ShouldBe(4);
        sameFact["nodes"]!.AsArray().Count.ShouldBe(4);
        sameFact["edges"]!
            .AsArray()
            .Select(edge => $"{edge!["node"]!["id"]} {edge["agreement"]} {edge["relation"]} {edge["how"]}")
            .ShouldBe([
                "obs:yunhai/01/b EQUAL EQUAL 58 pieces is 58 pieces",
                "obs:yunhai/01/c INTERVAL_COMPATIBLE CONTAINS [54, 60) pieces contains 58 pieces",
                "obs:yunhai/01/d CONFLICT ABOVE 60 pieces is above 58 pieces",
                "obs:yunhai/01/e   a number is missing",
            ]);
    }

    [Fact]
    public async Task A_rounded_print_of_a_fact_agrees_by_rounding_and_only_with_a_stated_comparison()
    {
        await using var server = await FilledAsync(
            Growth("a", 3.4m, Comparison.YearOnYear),
            Growth("b", 3.42m, Comparison.YearOnYear),
            Growth("c", 3.4m, null),
            Growth("d", 3.42m, null)
        );

        var (_, answer) = await server.AskAsync(
            "{ nodes(ids: [\"obs:yunhai/01/a\", \"obs:yunhai/01/c\"]) { ... on Observation { sameFact { edges { agreement how } } } } }"
        );

        answer["data"]!["nodes"]![0]!["sameFact"]!["edges"]!
            .ToJsonString()
            .ShouldBe("""[{"agreement":"ROUNDING","how":"3.42 per cent rounds to 3.4 per cent"}]""");
        answer["data"]!["nodes"]![1]!["sameFact"]!["edges"]!.AsArray().ShouldBeEmpty();
    }

    [Fact]
    public async Task A_level_and_a_change_of_it_imply_the_level_before_with_the_formula()
    {
        await using var server = await FilledAsync(
            Lanterns("a", "3400", Hedge.None, 3400),
            Growth("b", 240, Comparison.YearOnYear),
            Growth("c", 5, null) with
            {
                PriceBasis = PriceBasis.Constant,
            }
        );

        var (_, answer) = await server.AskAsync(
            "{ nodes(ids: [\"obs:yunhai/01/a\", \"obs:yunhai/01/b\"]) { ... on Observation { factor { kind valueText formula } implied { "
                + "totalCount edges { node { id } follows { kind valueText lower { valueText } upper { valueText } unit { code } formula "
                + "refused } } } } } }"
        );

        var (level, rate) = (answer["data"]!["nodes"]![0]!, answer["data"]!["nodes"]![1]!);
        level["factor"].ShouldBeNull();
        Words(rate["factor"]!).ShouldBe("FACTOR 3.4 (1 + 240 / 100)");
        const string follows = "BASE 1000 998.531571218 1001.47275406 piece 3400 piece / (1 + 240 / 100)";
        level["implied"]!["totalCount"]!.GetValue<int>().ShouldBe(2);
        Words(level["implied"]!["edges"]![0]!["follows"]!).ShouldBe(follows);
        level["implied"]!["edges"]![1]!["follows"]!["refused"]!.GetValue<string>().ShouldBe("PRICE_BASIS");
        Words(rate["implied"]!["edges"]!.AsArray().ShouldHaveSingleItem()!["follows"]!).ShouldBe(follows);
        rate["implied"]!["edges"]![0]!["node"]!["id"]!.GetValue<string>().ShouldBe("obs:yunhai/01/a");

        static string Words(JsonNode node) =>
            node is JsonObject fields
                ? string.Join(' ', fields.Select(field => field.Value).OfType<JsonNode>().Select(Words))
                : node.GetValue<string>();
    }

    [Fact]
    public async Task A_figure_answers_with_the_names_of_SDMX_and_every_bound_with_the_version_of_its_table()
    {
        await using var server = await FilledAsync(Lanterns("a", "80余", Hedge.AndSome, 80) with { Frequency = Frequency.M });

        var (_, answer) = await server.AskAsync(
            "{ observations { nodes { unitMultiplier multiplier frequency unit { dimension } lower { valueText isInclusive hedgesVersion } "
                + "upper { valueText isInclusive hedgesVersion } indicator { dimension } } } }"
        );

        answer["data"]!["observations"]!["nodes"]!
            .AsArray()
            .ShouldHaveSingleItem()!
            .ToJsonString()
            .ShouldBe(
                """{"unitMultiplier":0,"multiplier":0,"frequency":"M","unit":{"dimension":"COUNT"}"""
                    + ""","lower":{"valueText":"80","isInclusive":false,"hedgesVersion":"2"}"""
                    + ""","upper":{"valueText":"90","isInclusive":false,"hedgesVersion":"2"},"indicator":{"dimension":"COUNT"}}"""
            );
    }

    private async Task<GraphServer> FilledAsync(params Observation[] figures)
    {
        var server = await EmptyServerAsync();
        await server.Store.ImportAsync(Registry(), TestContext.Current.CancellationToken);
        await server.Store.ImportAsync(
            figures.Index().Aggregate(Article(1), (batch, figure) => batch.Printing(figure.Item, $"{figure.Index + 2}.1")),
            TestContext.Current.CancellationToken
        );
        return server;
    }

    private static Observation Lanterns(string key, string words, Hedge hedge, decimal? number) =>
        Figure(1, key, 0) with
        {
            Figure = $"{words}个",
            Quantity = Quantity("piece", hedge, number),
        };

    private static Observation Growth(string key, decimal number, Comparison? comparison) =>
        Figure(1, key, 0) with
        {
            Measure = Measure.RateOfChange,
            Comparison = comparison,
            Figure = FormattableString.Invariant($"增长{number}%"),
            Quantity = Quantity("%", Hedge.None, number),
        };

    private static Quantity Quantity(string word, Hedge hedge, decimal? number)
    {
        var unit = Units.Find(word)!;
        var (lower, upper, basis) = Hedges.Interval(hedge, number, unit);
        return new()
        {
            Value = number,
            Unit = unit,
            Hedge = hedge,
            Lower = lower,
            Upper = upper,
            BoundBasis = basis,
        };
    }
}

public sealed class SqliteFigureTests : FigureAnswers
{
    protected override Task<GraphServer> EmptyServerAsync() => GraphServer.StartedAsync(TimeProvider.System, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jFigureTests(Neo4jServer neo4j) : FigureAnswers
{
    protected override async Task<GraphServer> EmptyServerAsync() =>
        await GraphServer.StartedAsync(
            TimeProvider.System,
            seeds: null,
            await Neo4jStores.OpenEmptyAsync(neo4j, TimeProvider.System, TestContext.Current.CancellationToken)
        );
}
