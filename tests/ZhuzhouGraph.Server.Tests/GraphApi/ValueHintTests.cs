using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>
/// Who gives a word that is no value, a field that an input does not have, or a filter by its former name is told the right one.
/// </summary>
public sealed class ValueHintTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("observations(filter: {measures: [LEVELS]}) { totalCount }", "found LEVELS; did you mean 'LEVEL'?")]
    [InlineData(
        "observations(filter: {measures: [\"SHARE\"]}) { totalCount }",
        "found \"SHARE\"; a value is written without quotation marks: SHARE."
    )]
    [InlineData(
        "observations(filter: {measures: [\"shares\"]}) { totalCount }",
        "found \"shares\"; did you mean 'SHARE'? A value is written without quotation marks."
    )]
    [InlineData("observations(filter: {on: \"19.5.2023\"}) { totalCount }", "found \"19.5.2023\"; a day is written \"2023-05-19\".")]
    [InlineData("observations(filter: {on: 2023}) { totalCount }", "found 2023; a day is written \"2023-05-19\".")]
    [InlineData(
        "observations(filter: {recordedAsOf: \"2023-05-19\"}) { totalCount }",
        "found \"2023-05-19\"; a moment is written \"2023-05-19T08:00:00Z\"."
    )]
    [InlineData("observations(filter: {value: {atLeast: \"80 %\"}}) { totalCount }", "found \"80 %\"; a decimal number has at most 28")]
    [InlineData("observations(order: BACKWARDS) { totalCount }", "allowed: PRINT, PRINT_DESCENDING, PERIOD,")]
    [InlineData(
        "observations(filter: {indicator: [\"x\"]}) { totalCount }",
        "In field 'indicator': Unknown field; did you mean 'indicators'?"
    )]
    [InlineData(
        "events(filter: {relationships: [{withh: [\"x\"]}]}) { totalCount }",
        "In field 'filter'|In element #1: [In field 'withh': Unknown field; did you mean 'with'?]"
    )]
    [InlineData(
        "observations(filter: {value: {zzzzzz: 1}}) { totalCount }",
        "allowed: atLeast, moreThan, atMost, lessThan, certainty, unit."
    )]
    [InlineData("events { nodes { participants(filter: {roles: [CHAIRR]}) { totalCount } } }", "did you mean 'CHAIR'?")]
    public async Task A_literal_that_does_not_fit_is_told_what_does(string field, string message)
    {
        var (_, answer) = await server.AskAsync($"{{ {field} }}");

        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        foreach (var part in message.Split('|').Where(part => part != "In field 'filter'"))
            error["message"]!.GetValue<string>().ShouldContain(part);
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("ARGUMENTS_OF_CORRECT_TYPE");
        error["locations"]!.AsArray().Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{"measures": ["LEVELS"]}""", "'LEVELS' to 'Measure'; did you mean 'LEVEL'?")]
    [InlineData("""{"measures": ["什么"]}""", "'什么' to 'Measure'; allowed: LEVEL, CHANGE,")]
    [InlineData("""{"indicator": ["x"]}""", "'indicator' for type 'ObservationFilter'; did you mean 'indicators'?")]
    [InlineData("""{"value": {"atLeas": 1}}""", "'atLeas' for type 'ValueFilter'; did you mean 'atLeast'?")]
    [InlineData("""{"on": "19.5.2023"}""", "'19.5.2023' to 'Date'; a day is written \"2023-05-19\".")]
    [InlineData("""{"on": 5}""", "'5' to 'Date'; a day is written \"2023-05-19\".")]
    [InlineData("""{"recordedAsOf": "yesterday"}""", "'yesterday' to 'DateTime'; a moment is written \"2023-05-19T08:00:00Z\".")]
    [InlineData("""{"value": {"atLeast": "80 %"}}""", "'80 %' to 'Decimal'; a decimal number has at most 28")]
    public async Task A_variable_that_does_not_fit_is_told_what_does(string filter, string message)
    {
        var (_, answer) = await server.AskAsync(
            "query ($f: ObservationFilter) { observations(filter: $f) { totalCount } }",
            new JsonObject { ["f"] = JsonNode.Parse(filter) }
        );

        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["message"]!.GetValue<string>().ShouldContain(message);
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("INVALID_VALUE");
        error["locations"]!.AsArray().Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_default_of_a_variable_that_does_not_fit_is_told_what_does()
    {
        var (_, answer) = await server.AskAsync(
            "query ($m: [Measure!] = [LEVELS]) { observations(filter: {measures: $m}) { totalCount } }"
        );

        answer["errors"]!.AsArray().ShouldHaveSingleItem()!["message"]!.GetValue<string>().ShouldContain("did you mean 'LEVEL'?");
    }

    [Theory]
    [InlineData("％")]
    [InlineData(" ％")]
    [InlineData("CEL")]
    [InlineData("cny")]
    public async Task Words_of_units_are_folded(string unit)
    {
        var (_, answer) = await server.AskAsync($"{{ observations(filter: {{units: [\"{unit}\"]}}) {{ totalCount }} }}");

        answer["errors"].ShouldBeNull(answer.ToJsonString());
        if (unit.Contains('％', StringComparison.Ordinal))
            answer["data"]!["observations"]!["totalCount"]!.GetValue<int>().ShouldBeGreaterThan(0);
    }

    [Theory]
    [InlineData("Pieces", "has 'Pieces', which is no unit; did you mean 'piece'?")]
    [InlineData("城市", "has '城市', which is no unit; did you mean '城'?")]
    [InlineData("公斤重", "has '公斤重', which is no unit; did you mean '公斤'?")]
    [InlineData("筐", "has '筐', which is no unit; allowed: firm 家, item 项, piece 个 大,")]
    public async Task A_word_that_is_no_unit_is_told_the_nearest_or_all_with_their_words(string unit, string message)
    {
        var (_, answer) = await server.AskAsync($"{{ observations(filter: {{units: [\"{unit}\"]}}) {{ totalCount }} }}");

        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["message"]!.GetValue<string>().ShouldContain(message);
    }

    [Theory]
    [InlineData("article:2023-05-19/01-hunan")]
    [InlineData("article:2023-05-19/01-hunan-guangdong-single-prot")]
    public async Task An_article_that_is_not_there_is_told_the_nearest(string id)
    {
        var (_, answer) = await server.AskAsync($"{{ observations(filter: {{articles: [\"{id}\"]}}) {{ totalCount }} }}");

        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["message"]!.GetValue<string>().ShouldContain("; the nearest: article:2023-05-19/01-hunan-guangdong-single-port (Article ");
        error["extensions"]!["nearest"]!.AsArray().ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("event:summit-reception", "Event", "participants", "roles", "role", "[CHAIR]")]
    [InlineData("person:cao-huiquan", "Official", "statements", "kinds", "kind", "[REQUEST]")]
    public async Task A_filter_that_has_a_better_name_goes_on_working_and_is_refused_beside_it(
        string id,
        string type,
        string field,
        string name,
        string former,
        string value
    )
    {
        (await CountAsync($"{name}: {value}")).ShouldBeGreaterThan(0);
        (await CountAsync($"{former}: {value}")).ShouldBe(await CountAsync($"{name}: {value}"));
        var (_, both) = await server.AskAsync(Query($"{name}: {value}, {former}: {value}"));
        both["errors"]!.AsArray().ShouldHaveSingleItem()!["message"]!
            .GetValue<string>()
            .ShouldBe($"{field}: 'filter.{former}' is the former name of 'filter.{name}', which is given, too; give '{name}' alone.");

        async Task<int> CountAsync(string filter)
        {
            var (_, answer) = await server.AskAsync(Query(filter));
            return answer["data"]!["node"]![field]!["totalCount"]!.GetValue<int>();
        }

        string Query(string filter) => $"{{ node(id: \"{id}\") {{ ... on {type} {{ {field}(filter: {{{filter}}}) {{ totalCount }} }} }} }}";
    }

    [Theory]
    [InlineData("timeline(about: \"曹慧泉\", DAYS) { totalCount }")]
    [InlineData("search(text: \"株洲\", DAYS) { totalCount }")]
    public async Task The_days_that_a_period_overlaps_are_given_under_one_name_and_work_under_the_former_one(string field)
    {
        const string Range = "{from: \"2023-05-01\", to: \"2023-05-31\"}";
        var all = await AskAsync($"periodOverlaps: {Range}");
        all["errors"].ShouldBeNull(all.ToJsonString());
        (await AskAsync($"days: {Range}"))["data"]!.ToJsonString().ShouldBe(all["data"]!.ToJsonString());
        (await AskAsync($"days: {Range}, periodOverlaps: {Range}"))["errors"]!.AsArray().ShouldHaveSingleItem();

        async Task<JsonNode> AskAsync(string days) =>
            (await server.AskAsync($"{{ {field.Replace("DAYS", days, StringComparison.Ordinal)} }}")).Answer;
    }

    [Fact]
    public async Task A_field_of_an_operation_that_is_not_run_is_not_looked_at()
    {
        using var response = await server.Client.GetAsync(
            "/graphql?operationName=b&query="
                + Uri.EscapeDataString("query a { entity(name: \"天上城\") { id } } query b { entity(name: \"株洲\") { id } }"),
            TestContext.Current.CancellationToken
        );

        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        answer["data"]!["entity"]!["id"]!.GetValue<string>().ShouldBe("place:zhuzhou");
    }
}
