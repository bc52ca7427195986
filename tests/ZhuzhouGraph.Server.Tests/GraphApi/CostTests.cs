using System.Text.Json.Nodes;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>
/// What a request costs, and that it is refused where that is too much. The law that no answer holds more objects is the fuzzer's.
/// </summary>
public sealed class CostTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("{ __typename __schema { types { name } } }", 0)]
    [InlineData("{ companies { totalCount pageInfo { endCursor } } }", 0)]
    [InlineData("{ companies { nodes { id } } }", 20)]
    [InlineData("{ companies(first: null) { nodes { id } } }", 20)]
    [InlineData("{ companies(first: 5) { nodes { id } } }", 5)]
    [InlineData("{ companies(first: 5) { edges { cursor node { id } } } }", 5)]
    [InlineData("{ companies(first: 5) { nodes { id } edges { node { id } } } }", 10)]
    [InlineData("{ companies { nodes { relationships { nodes { citations { nodes { address } } } } } } }", 20 + (20 * 10) + (20 * 10 * 3))]
    [InlineData("{ observations(first: 7) { nodes { value unit { code } article { title } } } }", 7 * 3)]
    [InlineData("{ nodes(ids: [\"place:zhuzhou\", \"award:little-giant\"]) { id } }", 2)]
    [InlineData(
        "{ nodes(ids: [\"place:zhuzhou\", \"place:hunan\"]) { ... on Entity { relationships(first: 4) { nodes { id } } } } }",
        2 + (2 * 4)
    )]
    [InlineData("{ entity(id: \"place:zhuzhou\") { names { text } } }", 1 + Price.Few)]
    [InlineData("{ summary { entities { count } } }", 1 + 13)]
    [InlineData("{ events(first: 5, filter: {relationships: [{types: [HELD_AT]}]}) { nodes { id } } }", 5 + 50)]
    [InlineData(
        "{ events(first: 5, filter: {relationships: [{}, {atMost: 3}]}) { nodes { id } a: totalCount b: totalCount } }",
        5 + (3 * 100)
    )]
    [InlineData("{ events(first: 5, filter: {relationships: [{with: [\"株洲\"], withParts: true}]}) { totalCount unplaced } }", 4 * 100)]
    [InlineData(
        "{ observations(first: 5, filter: {about: [\"株洲\"], withParts: true}) { ...f } } fragment f on ObservationConnection { totalCount "
            + "unplaced passedOver onlyPossible nodes { id } }",
        5 + (7 * 50)
    )]
    [InlineData("{ a: companies(first: 2) { ...f } b: companies(first: 3) { ...f } } fragment f on CompanyConnection { nodes { id } }", 5)]
    [InlineData(
        "query ($no: Boolean = false) { companies @include(if: $no) { nodes { id } } ... @skip(if: true) { places { nodes { id } } } "
            + "articles(first: 1) { nodes { id } } }",
        1
    )]
    public async Task The_cost_is_the_number_of_objects_that_the_page_sizes_allow(string query, int cost)
    {
        var (_, answer) = await server.AskAsync(query);
        answer["errors"].ShouldBeNull();
        CostOf(answer).ShouldBe(cost);
    }

    [Fact]
    public async Task A_request_over_the_limit_is_told_the_limit_and_its_cost()
    {
        const string query = "query ($n: Int) { companies(first: 200) { nodes { relationships(first: $n) { nodes { id } } } } }";
        var (_, most) = await server.AskAsync(query, new JsonObject { ["n"] = 49 });
        CostOf(most).ShouldBe(200 + (200 * 49));
        most["errors"].ShouldBeNull("what costs as much as is allowed is answered");

        var (_, answer) = await server.AskAsync(query, new JsonObject { ["n"] = 50 });

        answer["data"].ShouldBeNull();
        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!["extensions"]!;
        error["code"]!.GetValue<string>().ShouldBe("COST_EXCEEDED");
        error["limit"]!.GetValue<string>().ShouldBe("cost");
        error["allowed"]!.GetValue<int>().ShouldBe(10_000);
        error["found"]!.GetValue<int>().ShouldBe(10_200);
        CostOf(answer).ShouldBe(10_200);
    }

    [Fact]
    public async Task Counts_by_filters_that_count_relationships_are_refused_where_they_are_many()
    {
        const string five = "[{with: [\"株洲\"]}, {with: [\"株洲\"]}, {with: [\"株洲\"]}, {with: [\"株洲\"]}, {with: [\"株洲\"]}]";
        var counts = Enumerable
            .Range(0, 16)
            .Select(i => $"a{i}: events(filter: {{relationships: {five}}}) {{ a: totalCount b: totalCount c: totalCount d: totalCount }}");

        (await server.CodeAsync($"{{ {string.Join(' ', counts)} }}")).ShouldBe("COST_EXCEEDED");
    }

    [Theory]
    [InlineData("events(filter: {relationships: LIST}) { totalCount }")]
    [InlineData("articles(first: 2) { nodes { entities(filter: {relationships: LIST}) { totalCount } } }")]
    [InlineData("entityCounts(by: [TYPE], filter: {relationships: LIST}) { totalCount }")]
    public async Task A_filter_counts_at_most_five_sorts_of_relationships(string field)
    {
        foreach (var (sorts, code) in new[] { (5, null), (6, "INVALID_ARGUMENT"), (90, "INVALID_ARGUMENT") })
        {
            var list = $"[{string.Join(", ", Enumerable.Repeat("{}", sorts))}]";
            var (_, answer) = await server.AskAsync($"{{ {field.Replace("LIST", list, StringComparison.Ordinal)} }}");

            answer["errors"]?[0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
            if (code is not null)
                answer["errors"]![0]!["message"]!
                    .GetValue<string>()
                    .ShouldContain($"lists {sorts} values; the limit 'relationshipFilters' allows 5 in one filter");
        }
    }

    [Fact]
    public async Task A_cost_beyond_all_numbers_is_refused_like_any_other() =>
        (
            await server.CodeAsync(
                "{ companies(first: 200) { nodes { relationships(first: 200) { nodes { from { ... on Entity { relationships(first: 200) "
                    + "{ nodes { from { ... on Entity { relationships(first: 200) { nodes { from { id } } } } } } } } } } } } } }"
            )
        ).ShouldBe("COST_EXCEEDED");

    [Fact]
    public async Task Pages_whose_sizes_nobody_gave_cost_as_well() =>
        (
            await server.CodeAsync(
                "{ companies { nodes { relationships { nodes { from { ... on Entity { relationships { nodes { from { ... on Entity { "
                    + "relationships { nodes { id } } } } } } } } } } } } }"
            )
        ).ShouldBe("COST_EXCEEDED");

    [Fact]
    public async Task A_wrong_page_size_is_a_wrong_argument_before_it_is_a_cost() =>
        (
            await server.CodeAsync("{ companies(first: 2000000000) { nodes { relationships(first: 2000000000) { nodes { id } } } } }")
        ).ShouldBe("INVALID_ARGUMENT");

    [Fact]
    public async Task The_summary_tells_the_limits_by_which_requests_are_refused()
    {
        var (_, answer) = await server.AskAsync("{ summary { limits { name allowed } } }");
        var limits = answer["data"]!["summary"]!["limits"]!
            .AsArray()
            .ToDictionary(l => l!["name"]!.GetValue<string>(), l => l!["allowed"]!.GetValue<string>());

        limits.Keys.ShouldBe([.. typeof(RequestLimits).GetProperties().Select(p => RequestLimits.NameOf(p.Name)), "pageSize"]);
        foreach (
            var (name, query) in new[]
            {
                ("cost", "{ companies(first: 200) { nodes { relationships(first: 200) { nodes { id } } } } }"),
                (
                    "depth",
                    $"{{ articles {{ nodes {string.Concat(Enumerable.Repeat("{ cited { nodes { node { ... on Article ", 4))} {{ id }} "
                        + $"{string.Concat(Enumerable.Repeat("} } } } ", 4))} }} }}"
                ),
                ("repeats", $"{{ {string.Join(' ', Enumerable.Range(0, 31).Select(i => $"a{i}: articles {{ totalCount }}"))} }}"),
                ("pageSize", "{ articles(first: 201) { totalCount } }"),
            }
        )
        {
            var (_, refused) = await server.AskAsync(query);
            var error = refused["errors"]![0]!;
            refused["data"].ShouldBeNull();
            if (name != "pageSize")
                error["extensions"]!["limit"]!.GetValue<string>().ShouldBe(name, error.ToJsonString());
            error["message"]!.GetValue<string>().Replace(",", "", StringComparison.Ordinal).ShouldContain(limits[name]);
        }
    }

    [Fact]
    public async Task Every_stored_question_passes_the_default_limits()
    {
        foreach (var query in StoredQuestion.All.Select(question => question.Query))
            (await server.CodeAsync(query)).ShouldBeNull(query);
    }

    /// <summary>Lists without a page are priced at <see cref="Price.Few"/>, whatever is in them.</summary>
    [Fact]
    public async Task No_record_of_the_seeds_has_a_list_longer_than_its_price()
    {
        string[] lists =
        [
            .. EntityTypes
                .All.Where(type => type != EntityTypes.Category)
                .Select(type => $"{type.Plural}(first: 200) {{ nodes {{ names {{ basis }} }} }}"),
            "articles(first: 200) { nodes { lines { first } corrections { printed } repeats { of } } }",
        ];
        foreach (var list in lists)
        {
            var (_, answer) = await server.AskAsync($"{{ list: {list} }}");
            var nodes = answer["data"]!["list"]!["nodes"]!.AsArray();
            nodes.Count.ShouldBeGreaterThan(1);
            foreach (var items in nodes.SelectMany(node => node!.AsObject().Select(member => member.Value!.AsArray())))
                items.Count.ShouldBeLessThanOrEqualTo(Price.Few);
        }
    }

    [Fact]
    public void A_list_of_objects_without_a_price_is_named()
    {
        var item = SchemaParts.Object(
            "Item",
            "项",
            "An item.",
            [SchemaParts.Field<string>("text", "String!", "字", "Its text.", text => text)]
        );
        var page = SchemaParts.Object("Page", "页", "A page.", [List("items", item).EachOfPage()]);
        var type = SchemaParts.Object(
            "Box",
            "盒",
            "A box.",
            [List("priced", item).UpTo(3), List("bare", item), One("item", item), One("page", page), One("pricedPage", page).PageOf(_ => 3)]
        );

        Price.Missing([item, page, type]).ShouldBe(["Box.bare", "Box.page"]);

        static FieldType List(string name, ObjectGraphType item) =>
            new() { Name = name, ResolvedType = new NonNullGraphType(new ListGraphType(new NonNullGraphType(item))) };

        static FieldType One(string name, ObjectGraphType item) => new() { Name = name, ResolvedType = item };
    }

    private static long CostOf(JsonNode answer) => answer["extensions"]!["cost"]!["requested"]!.GetValue<long>();
}
