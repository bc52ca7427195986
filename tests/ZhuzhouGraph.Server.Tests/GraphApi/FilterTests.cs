using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>Filters and orders over HTTP: what they give on the seeds, and what a client is told whose filter makes no sense.</summary>
public sealed class FilterTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Theory]
    [InlineData("value: {}", "'filter.value' has no end; give 'atLeast', 'moreThan', 'atMost' or 'lessThan'.")]
    [InlineData("value: {atLeast: 9, atMost: 8.5}", "'filter.value' ends before it starts; nothing lies in it.")]
    [InlineData("value: {atLeast: 9, moreThan: 8}", "'filter.value' has both 'atLeast' and 'moreThan'; give one of them.")]
    [InlineData("units: [\"家\", \"furlong\"]", "'filter.units' has 'furlong', which is no unit; allowed: firm 家,")]
    [InlineData("printedIn: {parts: []}", "'filter.printedIn.parts' is an empty list; name at least one value, or leave it out.")]
    [InlineData("on: \"2023-05-18\", periodOverlaps: {from: \"2023-05-18\"}", "'filter.on' and 'periodOverlaps': give one of them.")]
    [InlineData("undated: true, on: \"2023-05-18\"", "'filter.undated' and 'on': what has no day overlaps none; leave one of them out.")]
    [InlineData("withParts: true", "'filter.withParts' widens what 'about' or 'places' names, which is left out.")]
    [InlineData("withNarrower: true, about: [\"株洲\"]", "'filter.withNarrower' widens what 'indicators' names, which is left out.")]
    public async Task A_filter_of_figures_that_makes_no_sense_is_refused_with_what_is_allowed(string filter, string message)
    {
        var (_, answer) = await server.AskAsync($"{{ observations(filter: {{{filter}}}) {{ nodes {{ id }} }} }}");

        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        error["message"]!.GetValue<string>().ShouldContain(message);
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("INVALID_ARGUMENT");
    }

    [Fact]
    public async Task What_is_wrong_with_the_choice_of_the_newest_and_with_articles_is_said_at_once()
    {
        var (_, answer) = await server.AskAsync("{ observations(latestPer: [], filter: {articles: [\"place:zhuzhou\"]}) { rule } }");

        answer["errors"]!
            .AsArray()
            .Select(e => (e!["extensions"]!["code"]!.GetValue<string>(), e["message"]!.GetValue<string>()))
            .ShouldBe(
                [
                    ("INVALID_ARGUMENT", "observations: 'latestPer' is an empty list; name at least one value, or leave it out."),
                    ("INVALID_ID", "observations: 'filter.articles' has 'place:zhuzhou', which is no article's id."),
                ],
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task A_printed_number_is_found_by_itself_and_what_fits_only_possibly_is_counted()
    {
        const string Filter = "text: \"增长240%\", value: {atLeast: 240";
        var (_, answer) = await server.AskAsync(
            $"{{ certain: observations(filter: {{{Filter}}}}}) {{ onlyPossible nodes {{ figure }} }}"
                + $" more: observations(filter: {{{Filter}.2}}}}) {{ onlyPossible totalCount }}"
                + $" only: observations(filter: {{{Filter}.2, certainty: ONLY_POSSIBLE}}}}) {{ onlyPossible nodes {{ figure }} }} }}"
        );

        answer["data"]!["certain"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["figure"]!.GetValue<string>().ShouldBe("同比增长240%");
        answer["data"]!["certain"]!["onlyPossible"]!.GetValue<int>().ShouldBe(0);
        answer["data"]!["more"]!["totalCount"]!.GetValue<int>().ShouldBe(0);
        answer["data"]!["more"]!["onlyPossible"]!.GetValue<int>().ShouldBe(1);
        answer["data"]!["only"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!["figure"]!.GetValue<string>().ShouldBe("同比增长240%");
        answer["data"]!["only"]!["onlyPossible"].ShouldBeNull();
    }

    [Theory]
    [InlineData("atLeast: 80")]
    [InlineData("moreThan: 80")]
    [InlineData("atMost: 80")]
    [InlineData("lessThan: 240, moreThan: 5")]
    public async Task What_fits_for_certain_and_only_possibly_is_all_that_can_fit(string range)
    {
        var (_, answer) = await server.AskAsync(
            $"{{ certain: observations(filter: {{value: {{{range}}}}}) {{ totalCount onlyPossible }}"
                + $" newest: observations(latestPer: [ABOUT], filter: {{value: {{{range}}}}}) {{ totalCount passedOver onlyPossible }}"
                + $" possible: observations(filter: {{value: {{{range}, certainty: POSSIBLE}}}}) {{ totalCount onlyPossible }}"
                + " all: observations { onlyPossible }"
                + $" companies(first: 50) {{ nodes {{ certain: observations(filter: {{value: {{{range}}}}}) {{ totalCount onlyPossible }}"
                + $" possible: observations(filter: {{value: {{{range}, certainty: POSSIBLE}}}}) {{ totalCount }} }} }} }}"
        );

        var data = answer["data"]!;
        data["possible"]!["onlyPossible"].ShouldBeNull();
        data["all"]!["onlyPossible"].ShouldBeNull();
        Number(data["newest"]!, "onlyPossible").ShouldBe(Number(data["certain"]!, "onlyPossible"), "whatever is the newest");
        Number(data["certain"]!, "onlyPossible").ShouldBeGreaterThan(0);
        foreach (var parent in data["companies"]!["nodes"]!.AsArray().Append(data))
            (Number(parent!["certain"]!, "totalCount") + Number(parent["certain"]!, "onlyPossible")).ShouldBe(
                Number(parent["possible"]!, "totalCount")
            );

        static int Number(JsonNode connection, string field) => connection[field]!.GetValue<int>();
    }

    [Fact]
    public async Task The_rule_by_which_the_newest_are_chosen_stands_in_the_answer_and_is_null_without_a_choice()
    {
        var (_, answer) = await server.AskAsync(
            "{ newest: observations(latestPer: [INDICATOR, ABOUT]) { rule totalCount passedOver } all: observations { rule totalCount "
                + "passedOver }"
                + " entity(name: \"株洲\") { newest: observations(latestPer: [INDICATOR]) { totalCount passedOver } all: observations { "
                + "totalCount } } }"
        );

        answer["data"]!["newest"]!["rule"]!
            .GetValue<string>()
            .ShouldStartWith(
                "The newest per INDICATOR, ABOUT, MEASURE, COMPARISON, BREAKDOWN, ACCUMULATION and STATUS among the figures that fit"
            );
        answer["data"]!["all"]!["rule"].ShouldBeNull();
        answer["data"]!["all"]!["passedOver"].ShouldBeNull();
        foreach (var parent in new[] { answer["data"]!, answer["data"]!["entity"]! })
        {
            var (newest, passedOver, all) = (
                parent["newest"]!["totalCount"]!.GetValue<int>(),
                parent["newest"]!["passedOver"]!.GetValue<int>(),
                parent["all"]!["totalCount"]!.GetValue<int>()
            );
            passedOver.ShouldBeGreaterThan(0);
            (newest + passedOver).ShouldBe(all);
        }
        answer["data"]!["newest"]!["totalCount"]!
            .GetValue<int>()
            .ShouldBeInRange(1, answer["data"]!["all"]!["totalCount"]!.GetValue<int>() - 1);
    }

    [Fact]
    public async Task The_newest_of_several_measures_is_chosen_only_where_that_is_asked_for()
    {
        const string Fields = "{ rule totalCount nodes { about { id } indicator { id } measure comparison accumulation } }";
        var (_, answer) = await server.AskAsync(
            $"{{ apart: observations(first: 200, latestPer: [ABOUT]) {Fields}"
                + $" mixed: observations(first: 200, latestPer: [ABOUT], acrossMeasures: true) {Fields} }}"
        );

        var apart = answer["data"]!["apart"]!["nodes"]!.AsArray().ToLookup(node => node!["about"]!["id"]!.GetValue<string>());
        apart.ShouldContain(entity => entity.Select(node => node!["measure"]!.GetValue<string>()).Distinct().Count() > 1);
        foreach (var entity in apart)
            entity
                .Select(node => (string)node!["measure"]! + node["comparison"] + node["accumulation"])
                .ShouldBeUnique("one of each that says something of its own");
        answer["data"]!["mixed"]!["rule"]!.GetValue<string>().ShouldStartWith("The newest per ABOUT and STATUS among");
        answer["data"]!["mixed"]!["totalCount"]!.GetValue<int>().ShouldBeLessThan(answer["data"]!["apart"]!["totalCount"]!.GetValue<int>());
        (_, answer) = await server.AskAsync("{ observations(acrossMeasures: true) { totalCount } }");
        answer["errors"]![0]!["message"]!
            .GetValue<string>()
            .ShouldBe("observations: 'acrossMeasures' says what 'latestPer' tells apart, which is left out.");
    }

    [Fact]
    public async Task A_page_can_be_ticked_off_and_every_citation_leads_to_what_it_supports()
    {
        var (_, answer) = await server.AskAsync(
            "{ articles(first: 9) { nodes { cited(first: 200) { nodes { citation { address } node { __typename id } } pageInfo { "
                + "hasNextPage } } observations(first: 200) { nodes { id } } } } }"
        );

        foreach (var article in answer["data"]!["articles"]!["nodes"]!.AsArray())
        {
            var cited = article!["cited"]!["nodes"]!.AsArray();
            var places = cited.Select(item => Address.Parse(item!["citation"]!["address"]!.GetValue<string>())!.SortKey).ToList();
            places.ShouldBe(places.Order(StringComparer.Ordinal));
            if (!article["cited"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>())
                article["observations"]!["nodes"]!
                    .AsArray()
                    .Select(o => o!["id"]!.GetValue<string>())
                    .ShouldBeSubsetOf(cited.Select(item => item!["node"]!["id"]!.GetValue<string>()));
        }
    }

    [Fact]
    public async Task Every_problem_of_a_count_of_relationships_is_named_with_its_place()
    {
        var (_, answer) = await server.AskAsync(
            "{ places(filter: {relationships: [{atLeast: 1}, {atLeast: 3, atMost: 2}, {atMost: 5000, with: [\"place:\"]}]}) { nodes { id "
                + "} } }"
        );

        answer["errors"]!
            .AsArray()
            .Select(e => e!["message"]!.GetValue<string>().Split(';')[0])
            .ShouldBe([
                "places: 'filter.relationships[1].atLeast' is 3, which is more than 'atMost', 2",
                $"places: 'filter.relationships[2].with' has 'place:', which is no id. Allowed: {NodeId.Allowed}".Split(';')[0],
                "places: 'filter.relationships[2].atMost' is 5000",
            ]);
    }

    [Theory]
    [InlineData("roles: [CHAIR], with: [\"陈恢清\"]", true)]
    [InlineData("roles: [SPEAKER, CHAIR], with: [\"曹慧泉\"]", true)]
    [InlineData("roles: [CHAIR], with: [\"曹慧泉\"]", false)]
    [InlineData("roles: [CHAIR], with: [\"曹慧泉\"], atMost: 0", true)]
    [InlineData("roles: [CHAIR, SPEAKER], atLeast: 2", true)]
    [InlineData("roles: [CHAIR, SPEAKER], atLeast: 3", false)]
    [InlineData("roles: [MAIN]", true)]
    [InlineData("roles: [DEPARTURE]", false)]
    public async Task Relationships_are_counted_by_role(string count, bool isFound)
    {
        var (_, answer) = await server.AskAsync(
            $"{{ events(filter: {{names: [\"餐叙交流活动\"], relationships: [{{{count}}}]}}) {{ totalCount }} }}"
        );

        answer["data"]!["events"]!["totalCount"]!.GetValue<int>().ShouldBe(isFound ? 1 : 0, answer.ToJsonString());
    }

    [Fact]
    public async Task Relationships_of_any_type_are_listed_by_role()
    {
        var (_, answer) = await server.AskAsync(
            "{ entity(id: \"event:summit-reception\") { relationships(filter: {roles: [CHAIR, SPEAKER]}) { nodes { from { ... on Entity "
                + "{ name } } } } } }"
        );

        answer["data"]!["entity"]!["relationships"]!["nodes"]!
            .AsArray()
            .Select(r => r!["from"]!["name"]!.GetValue<string>())
            .ShouldBe(["曹慧泉", "陈恢清"], ignoreOrder: true);
    }

    [Theory]
    [InlineData("atLeast: 240", true)]
    [InlineData("atLeast: \"240.00\"", true)]
    [InlineData("moreThan: 2.4e2", false)]
    [InlineData("atMost: -30", false)]
    public async Task A_decimal_may_be_written_as_a_number_or_as_text(string value, bool isFound)
    {
        var (_, answer) = await server.AskAsync(
            $"{{ observations(filter: {{text: \"240%\", value: {{{value}, certainty: CERTAIN}}}}) {{ totalCount }} }}"
        );

        answer["data"]!["observations"]!["totalCount"]!.GetValue<int>().ShouldBe(isFound ? 1 : 0, answer.ToJsonString());
    }

    [Fact]
    public async Task A_decimal_that_is_none_is_refused()
    {
        (await server.CodeAsync("{ observations(filter: {value: {atLeast: \"viele\"}}) { totalCount } }")).ShouldBe(
            "ARGUMENTS_OF_CORRECT_TYPE"
        );
        (await server.CodeAsync("{ observations(filter: {value: {atLeast: 79228162514264337593543950336}}) { totalCount } }")).ShouldBe(
            "ARGUMENTS_OF_CORRECT_TYPE"
        );
    }

    [Theory]
    [InlineData("CERTAIN", "80余项", true)]
    [InlineData("POSSIBLE", "80余项", true)]
    [InlineData("CERTAIN", "约620米", false)]
    [InlineData("POSSIBLE", "约620米", true)]
    public async Task A_printed_hedge_decides_what_is_certain(string certainty, string figure, bool isFound)
    {
        var number = figure.StartsWith('8') ? 80 : 620;
        var (_, answer) = await server.AskAsync(
            $"{{ observations(filter: {{text: \"{figure}\", value: {{atLeast: {number}, certainty: {certainty}}}}}) {{ nodes {{ figure }} "
                + $"}} }}"
        );

        answer["data"]!["observations"]!["nodes"]!.AsArray().Count.ShouldBe(isFound ? 1 : 0, answer.ToJsonString());
    }

    [Fact]
    public async Task Orders_turn_a_list_round_and_a_cursor_belongs_to_one_of_them()
    {
        var down = await IdsAsync("order: PRINT_DESCENDING, first: 200");
        down.ShouldBe((await IdsAsync("order: PRINT, first: 200")).AsEnumerable().Reverse());
        (await IdsAsync("first: 200")).ShouldBe(down.AsEnumerable().Reverse());

        var (_, answer) = await server.AskAsync("{ observations(order: PERIOD, first: 1) { pageInfo { endCursor } } }");
        var cursor = answer["data"]!["observations"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        (await server.CodeAsync($"{{ observations(order: PERIOD_DESCENDING, after: \"{cursor}\") {{ nodes {{ id }} }} }}")).ShouldBe(
            "CURSOR_MISMATCH"
        );
    }

    [Theory]
    [InlineData("无此人", "'search' finds parts of names.")]
    [InlineData("person:nobody-at-all", "Nothing has this id.")]
    public async Task A_timeline_of_nobody_says_so(string about, string message)
    {
        var (_, answer) = await server.AskAsync($"{{ timeline(about: \"{about}\") {{ nodes {{ period {{ words }} }} }} }}");

        answer["errors"]!.AsArray().ShouldHaveSingleItem()!["message"]!.GetValue<string>().ShouldEndWith(message);
    }

    [Fact]
    public async Task Undated_facts_have_a_timeline_of_their_own_without_days()
    {
        var (_, answer) = await server.AskAsync(
            "{ dated: timeline(about: \"株洲\", first: 200) { totalCount nodes { period { first last } } } undated: timeline(about: "
                + "\"株洲\", undated: true, first: 200) { totalCount nodes { period { first last } event { id } } }"
                + " entity(name: \"株洲\") { relationships { totalCount } observations { totalCount } } }"
        );
        var data = answer["data"]!;

        foreach (var (list, isDated) in new[] { (data["dated"]!, true), (data["undated"]!, false) })
        {
            var items = list["nodes"]!.AsArray();
            items.Count.ShouldBe(Math.Min(200, Count(list)));
            items.Count.ShouldBeGreaterThan(0);
            items
                .Select(item => item!["period"] is { } period && (period["first"] ?? period["last"]) is not null)
                .Distinct()
                .ShouldBe([isDated]);
        }
        (Count(data["dated"]!) + Count(data["undated"]!)).ShouldBe(
            Count(data["entity"]!["relationships"]!) + Count(data["entity"]!["observations"]!)
        );
        (await server.CodeAsync("{ timeline(about: \"株洲\", undated: true, days: {from: \"2023-05-18\"}) { totalCount } }")).ShouldBe(
            "INVALID_ARGUMENT"
        );

        static int Count(JsonNode list) => list["totalCount"]!.GetValue<int>();
    }

    [Theory]
    [InlineData("search(text: \"株洲\", BY) { totalCount }", "search.totalCount")]
    [InlineData("timeline(about: \"株洲\", BY) { totalCount }", "timeline.totalCount")]
    [InlineData("coAttendance(with: \"陈恢清\", BY) { eventsLookedAt }", "coAttendance.eventsLookedAt")]
    [InlineData(
        "neighbourhood(id: \"株洲\", withoutReference: true, BY) { levels { around { count } } }",
        "neighbourhood.levels.0.around.0.count"
    )]
    [InlineData("paths(from: \"曹慧泉\", to: \"广州港集团\", BY) { relationshipsLookedAt }", "paths.relationshipsLookedAt")]
    public async Task Nothing_is_known_before_the_issue_was_published(string field, string place)
    {
        (await NumberAsync("publishedBy: \"2023-05-18\"")).ShouldBe(0);
        (await NumberAsync("publishedBy: \"2023-05-19\"")).ShouldBe(await NumberAsync("publishedBy: null"));
        (await NumberAsync("publishedBy: \"2023-05-19\"")).ShouldBeGreaterThan(0);

        async Task<int> NumberAsync(string by)
        {
            var (_, answer) = await server.AskAsync($"{{ {field.Replace("BY", by, StringComparison.Ordinal)} }}");
            var node = answer["data"]!;
            foreach (var step in place.Split('.'))
                node = int.TryParse(step, out var index) ? node[index]! : node[step]!;
            return node.GetValue<int>();
        }
    }

    [Fact]
    public async Task A_day_is_the_range_of_that_day()
    {
        foreach (var list in new[] { "relationships", "observations", "events" })
        {
            var (_, answer) = await server.AskAsync(
                $"{{ day: {list}(filter: {{on: \"2023-05-18\"}}, first: 200) {{ nodes {{ id }} }} range: {list}(filter: {{periodOverlaps: "
                    + $"{{from: \"2023-05-18\", to: \"2023-05-18\"}}}}, first: 200) {{ nodes {{ id }} }} }}"
            );

            answer["data"]!["day"]!.ToJsonString().ShouldBe(answer["data"]!["range"]!.ToJsonString());
            answer["data"]!["day"]!["nodes"]!.AsArray().Count.ShouldBeGreaterThan(0);
        }
    }

    private async Task<IReadOnlyList<string>> IdsAsync(string arguments)
    {
        var (_, answer) = await server.AskAsync($"{{ observations({arguments}) {{ nodes {{ id }} }} }}");
        return [.. answer["data"]!["observations"]!["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>())];
    }
}
