using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>A variable stands only where its type is allowed: what does not fit is refused, never left out.</summary>
public sealed class VariableTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("[String!]", "observations(filter: {measures: $m}) { totalCount }", """["LEVEL"]""")]
    [InlineData("[EntityTypeName!]", "observations(filter: {measures: $m}) { totalCount }", """["Company"]""")]
    [InlineData("[[Measure!]]", "observations(filter: {measures: $m}) { totalCount }", """[["LEVEL"]]""")]
    [InlineData("[Measure]", "observations(filter: {measures: $m}) { totalCount }", """["LEVEL", null]""")]
    [InlineData("[String!]", "observations(latestPer: $m) { totalCount }", """["INDICATOR"]""")]
    [InlineData("[LinkFilter!]", "events(filter: {relationships: $m}) { totalCount }", """[]""")]
    [InlineData("[ObservationFilter!]", "events(filter: {relationships: $m}) { totalCount }", """[{"text": "a"}]""")]
    [InlineData("[Int!]", "observations(filter: {units: $m}) { totalCount }", "[3]")]
    [InlineData("[String!]", "relationships(filter: {types: $m}) { totalCount }", """["NOPE"]""")]
    [InlineData("[String!]", "observationCounts(by: $m) { totalCount }", """["NOPE"]""")]
    [InlineData("[ID]", "nodes(ids: $m) { id }", "[null]")]
    [InlineData("String", "observations(filter: {units: $m}) { totalCount }", "\"a\"")]
    [InlineData("[Int!]", "companies(first: $m) { totalCount }", "[3]")]
    [InlineData("ID", "node(id: $m) { id }", "null")]
    public async Task A_variable_of_another_type_is_refused(string type, string field, string value)
    {
        var (_, answer) = await server.AskAsync($"query($m: {type}) {{ {field} }}", new JsonObject { ["m"] = JsonNode.Parse(value) });
        answer["data"].ShouldBeNull(answer.ToJsonString());
        answer["errors"]!
            .AsArray()
            .Select(e => e!["extensions"]!["code"]!.GetValue<string>())
            .ShouldBeSubsetOf(["VARIABLES_IN_ALLOWED_POSITION", "KNOWN_TYPE_NAMES"], answer.ToJsonString());
    }

    [Theory]
    [InlineData("observations(indicators: $m) { totalCount }")]
    [InlineData("observations(filter: {indicatrs: $m}) { totalCount }")]
    [InlineData("observations(filter: {value: {atLeest: $m}}) { totalCount }")]
    [InlineData("observations { totalCount @include(whether: $m) }")]
    public async Task A_variable_where_there_is_no_such_argument_is_told_as_that(string field)
    {
        var (_, answer) = await server.AskAsync($"query($m: [String!]) {{ {field} }}", new JsonObject { ["m"] = new JsonArray("a") });

        answer["data"].ShouldBeNull(answer.ToJsonString());
        answer["errors"]!.AsArray().Select(e => e!["extensions"]!["code"]!.GetValue<string>()).ShouldNotContain("INTERNAL_ERROR");
        answer["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("nknown");
    }

    [Theory]
    [InlineData("[Measure!]", "observations(filter: {measures: $m}) { totalCount }", """["LEVEL"]""")]
    [InlineData("[Measure!]!", "observations(filter: {measures: $m}) { totalCount }", """["LEVEL"]""")]
    [InlineData("[Measure!]", "observations(filter: {measures: $m}) { totalCount }", "\"LEVEL\"")]
    [InlineData("Measure!", "observations(filter: {measures: [$m]}) { totalCount }", "\"LEVEL\"")]
    [InlineData("Measure = SHARE", "observations(filter: {measures: [$m]}) { totalCount }", "\"LEVEL\"")]
    [InlineData("ObservationFilter", "observations(filter: $m) { totalCount }", """{"measures": ["LEVEL"]}""")]
    public async Task A_variable_of_the_right_type_is_what_it_says(string type, string field, string value)
    {
        var (_, literal) = await server.AskAsync("{ observations(filter: {measures: [LEVEL]}) { totalCount } }");
        var (_, answer) = await server.AskAsync($"query($m: {type}) {{ {field} }}", new JsonObject { ["m"] = JsonNode.Parse(value) });
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        answer["data"]!.ToJsonString().ShouldBe(literal["data"]!.ToJsonString());
    }
}
