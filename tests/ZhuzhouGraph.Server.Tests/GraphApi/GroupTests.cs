namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>Counts in groups over HTTP: what they give on the seeds, and what a client is told whose grouping makes no sense.</summary>
public sealed class GroupTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("observationCounts(by: [INDICATOR])", "observations")]
    [InlineData("observationCounts(by: [ABOUT, UNIT, MEASURE])", "observations")]
    [InlineData("observationCounts(by: [MONTH])", "observations")]
    [InlineData("observationCounts(by: [ATTRIBUTED_TO, YEAR], filter: {places: [\"株洲\"]})", "observations(filter: {places: [\"株洲\"]})")]
    [InlineData("relationshipCounts(by: [TYPE])", "relationships")]
    [InlineData("relationshipCounts(by: [FROM], filter: {fromTypes: [Company]})", "relationships(filter: {fromTypes: [Company]})")]
    [InlineData("relationshipCounts(by: [KIND], filter: {types: [SPOKE_OF]})", "relationships(filter: {types: [SPOKE_OF]})")]
    [InlineData("relationshipCounts(by: [ROLE, DAY])", "relationships")]
    public async Task The_groups_and_what_is_in_none_add_up_to_the_list(string groups, string list)
    {
        var counted = 0;
        var number = 0;
        var after = "";
        while (true)
        {
            var asked = groups.Replace("(by", $"({after} first: 7 by", StringComparison.Ordinal);
            var (_, answer) = await server.AskAsync(
                $"{{ groups: {asked} {{ totalCount ungrouped nodes {{ count values }} pageInfo {{ hasNextPage endCursor }} }} list: {list} "
                    + $"{{ totalCount }} }}"
            );
            var page = answer["data"]!["groups"]!;
            var counts = page["nodes"]!.AsArray().Select(group => group!["count"]!.GetValue<int>()).ToList();
            counts.ShouldBe(counts.OrderDescending());
            counts.ShouldAllBe(count => count > 0);
            counted += counts.Sum();
            number += counts.Count;
            if (page["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
            {
                after = $"after: \"{page["pageInfo"]!["endCursor"]}\",";
                continue;
            }
            number.ShouldBe(page["totalCount"]!.GetValue<int>());
            number.ShouldBeGreaterThan(0);
            (counted + page["ungrouped"]!.GetValue<int>()).ShouldBe(answer["data"]!["list"]!["totalCount"]!.GetValue<int>());
            return;
        }
    }

    [Fact]
    public async Task A_group_says_what_it_agrees_in_typed()
    {
        var (_, answer) = await server.AskAsync(
            """
            { figures: observationCounts(by: [INDICATOR, UNIT, MEASURE, YEAR], first: 1) { nodes { values count year month
                indicator { __typename id } unit { code } measure article { id } } }
              requests: relationshipCounts(by: [KIND, TYPE, FROM], filter: {kinds: [REQUEST]}, first: 1)
                  { nodes { values kind type from { id } role } }
              events: entityCounts(by: [TYPE, MONTH], filter: {types: [Event]}, first: 1) { nodes { values type month day } } }
            """
        );

        var figures = answer["data"]!["figures"]!["nodes"]![0]!;
        figures["values"]!
            .AsArray()
            .Select(value => value!.ToString())
            .ShouldBe([
                figures["indicator"]!["id"]!.ToString(),
                figures["unit"]!["code"]!.ToString(),
                figures["measure"]!.ToString(),
                figures["year"]!.ToString(),
            ]);
        figures["month"].ShouldBeNull("it is not grouped by");
        figures["article"].ShouldBeNull("it is not grouped by");
        var requests = answer["data"]!["requests"]!["nodes"]![0]!;
        (requests["kind"]!.ToString(), requests["type"]!.ToString()).ShouldBe(("REQUEST", "SPOKE_OF"));
        requests["values"]![2]!.ToString().ShouldBe(requests["from"]!["id"]!.ToString());
        requests["role"].ShouldBeNull();
        var events = answer["data"]!["events"]!["nodes"]![0]!;
        events["type"]!.ToString().ShouldBe("Event");
        events["month"]!.ToString().ShouldBe(events["values"]![1]!.ToString());
    }

    [Fact]
    public async Task Every_choice_that_a_type_declares_is_a_filter_of_relationships_of_any_type()
    {
        foreach (var of in RelationshipTypes.Choices)
        {
            var filter = of.Key.EndsWith('y') ? $"{of.Key[..^1]}ies" : $"{of.Key}s";
            foreach (var (type, choice) in of.SelectMany(x => x.Property.Choices, (x, choice) => (x.Type, choice)))
            {
                var (_, answer) = await server.AskAsync(
                    $"{{ all: relationships(filter: {{{filter}: [{choice.Name}], types: [{type.Name}]}}) {{ totalCount }}"
                        + $" counted: entityCounts(by: [TYPE], filter: {{relationships: [{{{filter}: [{choice.Name}], types: "
                        + $"[{type.Name}], direction: FROM}}]}}) {{ nodes {{ count }} }} }}"
                );
                var all = answer["data"]!["all"]!["totalCount"]!.GetValue<int>();
                var entities = answer["data"]!["counted"]!["nodes"]!.AsArray().Sum(group => group!["count"]!.GetValue<int>());
                (entities > 0, entities <= all).ShouldBe((all > 0, true), $"{type.Name} {filter}: {choice.Name}");
            }
        }
    }

    [Theory]
    [InlineData(
        "observationCounts(by: [])",
        "observationCounts: 'by' is an empty list; name at least one value, or leave it out.",
        "INVALID_ARGUMENT"
    )]
    [InlineData("relationshipCounts(by: [TYPE], first: 0)", "'first' is 0; allowed are 1 to 200", "INVALID_ARGUMENT")]
    [InlineData("entityCounts(by: [KIND], filter: {text: \"\"})", "'filter.text' has a text without anything", "INVALID_ARGUMENT")]
    public async Task A_grouping_that_makes_no_sense_is_refused_with_what_is_allowed(string field, string message, string code)
    {
        var (_, answer) = await server.AskAsync($"{{ {field} {{ totalCount }} }}");

        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["message"]!.GetValue<string>().ShouldContain(message);
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe(code);
    }

    [Fact]
    public async Task A_cursor_of_one_grouping_is_none_of_another()
    {
        var (_, first) = await server.AskAsync("{ observationCounts(by: [INDICATOR], first: 1) { pageInfo { endCursor } } }");
        var cursor = first["data"]!["observationCounts"]!["pageInfo"]!["endCursor"]!.GetValue<string>();

        var (_, answer) = await server.AskAsync(
            $"{{ observationCounts(by: [ABOUT], first: 1, after: \"{cursor}\") {{ nodes {{ count }} }} }}"
        );

        answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("CURSOR_MISMATCH");
    }
}
