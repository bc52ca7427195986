using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>
/// Wherever an argument takes ids or exact names, what the graph does not know, what several are called and what can never stand there is
/// told. In an invented city in which two people are called 张伟 and a place was renamed.
/// </summary>
public abstract class NamesContract
{
    private const string One = "person:zhang-wei",
        Other = "person:zhang-wei-of-the-quay",
        Fair = "event:lantern-fair";

    /// <summary>A server over an empty store.</summary>
    protected abstract Task<GraphServer> EmptyAsync();

    public static TheoryData<string, string> Arguments =>
        new()
        {
            { "observations(filter: {about: [NAME]}) { totalCount }", "filter.about" },
            { "observations(filter: {places: [NAME], withParts: true}) { totalCount }", "filter.places" },
            { "observations(filter: {indicators: [NAME]}) { totalCount }", "filter.indicators" },
            { "observations(filter: {attributedTo: [NAME]}) { totalCount }", "filter.attributedTo" },
            { "relationships(filter: {about: [NAME]}) { totalCount }", "filter.about" },
            { "relationships(filter: {from: [NAME]}) { totalCount }", "filter.from" },
            { "relationships(filter: {types: [HOLDS_POST], to: [NAME]}) { totalCount }", "filter.to" },
            { "events(filter: {relationships: [{with: [NAME], atMost: 0}]}) { totalCount }", "filter.relationships[0].with" },
            { "events(filter: {relationships: [{}, {with: [NAME]}]}) { nodes { id } }", "filter.relationships[1].with" },
            { "paths(from: NAME, to: \"place:yunhai\") { hasMore }", "from" },
            { "paths(from: \"place:yunhai\", to: NAME) { hasMore }", "to" },
            { "paths(from: \"place:yunhai\", to: \"person:lan-qiao\", via: [NAME]) { hasMore }", "via" },
            { "paths(from: \"place:yunhai\", to: \"person:lan-qiao\", avoid: [NAME]) { hasMore }", "avoid" },
            { "timeline(about: NAME) { totalCount }", "about" },
            { "coAttendance(with: NAME) { more }", "with" },
            { "coAttendance(with: \"person:lan-qiao\", at: [NAME]) { more }", "at" },
            { "neighbourhood(id: NAME) { levels { depth } }", "id" },
            { "events(first: 1) { nodes { participants(filter: {venue: [NAME]}) { totalCount } } }", "filter.venue" },
            { "events(first: 1) { nodes { participants(filter: {about: [NAME]}) { totalCount } } }", "filter.about" },
            { "companies { nodes { observations(filter: {about: [NAME]}) { totalCount } } }", "filter.about" },
            { "companies { nodes { relationships(filter: {to: [NAME]}) { totalCount } } }", "filter.to" },
            { "articles { nodes { entities(filter: {relationships: [{with: [NAME]}]}) { totalCount } } }", "filter.relationships[0].with" },
        };

    [Theory]
    [MemberData(nameof(Arguments))]
    public async Task What_nothing_is_called_is_told_with_its_place(string field, string place)
    {
        await using var server = await FilledAsync();

        foreach (var (given, message) in new[] { ("\"天上城\"", "Nothing is named so."), ("\"place:no-where\"", "Nothing has this id.") })
        {
            var error = await ErrorAsync(server, field, given);

            Code(error).ShouldBe("UNKNOWN_NAME", field);
            Text(error).ShouldContain($"'{place}' ");
            Text(error).ShouldContain(message);
            error["extensions"]!["nearest"].ShouldBeNull();
        }
    }

    [Theory]
    [InlineData("places(filter: {names: [NAME]}) { totalCount }", "\"云诲市\"", "UNKNOWN_NAME", City)]
    [InlineData("companies(filter: {names: [NAME]}) { totalCount }", "\"云诲市\"", "UNKNOWN_NAME", null)]
    [InlineData("companies(filter: {names: [NAME]}) { totalCount }", "\"蓝桥\"", "INVALID_ARGUMENT", "of type Official; allowed: Company")]
    [InlineData("places(filter: {names: [NAME]}) { totalCount }", "\"place:yunhai\"", "INVALID_ARGUMENT", "which is an id")]
    [InlineData("entityCounts(by: [TYPE], filter: {names: [NAME]}) { totalCount }", "\"云诲市\"", "UNKNOWN_NAME", City)]
    [InlineData("articles { nodes { entities(filter: {names: [NAME]}) { totalCount } } }", "\"云诲市\"", "UNKNOWN_NAME", City)]
    public async Task A_name_that_nothing_of_the_list_has_is_told(string field, string name, string code, string? said)
    {
        await using var server = await FilledAsync();

        var error = await ErrorAsync(server, field, name);

        Code(error).ShouldBe(code);
        Text(error).ShouldContain("'filter.names' has ");
        Text(error).ShouldContain(said ?? "Nothing is named so.");
    }

    [Theory]
    [InlineData("observations(filter: {about: [NAME]}) { totalCount }", "云诲市", City)]
    [InlineData("observations(filter: {attributedTo: [NAME]}) { totalCount }", "蓝挢", Mayor)]
    [InlineData("observations(filter: {indicators: [NAME]}) { totalCount }", "灯笼产最", Lanterns)]
    [InlineData("events(filter: {relationships: [{with: [NAME], atMost: 0}]}) { totalCount }", "云诲市", City)]
    [InlineData("timeline(about: NAME) { totalCount }", "港务处", Harbour)]
    [InlineData("timeline(about: NAME) { totalCount }", "place:yunhia", City)]
    [InlineData("observations(filter: {attributedTo: [NAME]}) { totalCount }", "person:lan-qia", Mayor)]
    [InlineData("observations(filter: {attributedTo: [NAME]}) { totalCount }", "person:lan", Mayor)]
    [InlineData("entity(name: NAME) { id }", "yunhay", City)]
    [InlineData("entity(id: NAME) { id }", "place:yunhaii", City)]
    public async Task What_was_probably_meant_is_told_first(string field, string name, string meant)
    {
        await using var server = await FilledAsync();

        var error = await ErrorAsync(server, field, $"\"{name}\"");

        Code(error).ShouldBe("UNKNOWN_NAME");
        Text(error).ShouldContain($"; the nearest: {meant} (");
        var nearest = error["extensions"]!["nearest"]![0]!;
        nearest["id"]!.GetValue<string>().ShouldBe(meant);
        nearest["type"]!.GetValue<string>().ShouldNotBeEmpty();
        nearest["name"]!.GetValue<string>().ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("relationships(filter: {from: [NAME]}) { totalCount }")]
    [InlineData("relationships(filter: {about: [NAME]}) { totalCount }")]
    [InlineData("observations(filter: {about: [NAME]}) { totalCount }")]
    [InlineData("observations(filter: {attributedTo: [NAME]}) { totalCount }")]
    [InlineData("organizations(filter: {relationships: [{with: [NAME]}]}) { totalCount }")]
    [InlineData("companies { nodes { relationships(filter: {from: [NAME]}) { totalCount } } }")]
    [InlineData("paths(from: NAME, to: \"place:yunhai\") { hasMore }")]
    [InlineData("timeline(about: NAME) { totalCount }")]
    [InlineData("coAttendance(with: NAME) { more }")]
    [InlineData("neighbourhood(id: NAME) { levels { depth } }")]
    [InlineData("entity(name: NAME) { id }")]
    public async Task What_several_are_called_is_told_with_all_of_them_and_their_types(string field)
    {
        await using var server = await FilledAsync();

        var error = await ErrorAsync(server, field, "\"张伟\"");

        Code(error).ShouldBe("AMBIGUOUS_NAME");
        error["extensions"]!["candidates"]!
            .AsArray()
            .Select(c => (c!["id"]!.GetValue<string>(), c["type"]!.GetValue<string>(), c["name"]!.GetValue<string>()))
            .ShouldBe([(One, "Person", "张伟"), (Other, "Official", "张伟")]);
        Text(error).ShouldContain($"{One} (Person 张伟), {Other} (Official 张伟)");
    }

    [Theory]
    [InlineData("observations(filter: {attributedTo: [NAME]}) { totalCount }", "灯笼产量", "Indicator", "Official")]
    [InlineData("observations(filter: {indicators: [NAME]}) { totalCount }", "云海市", "Place", "allowed: Indicator.")]
    [InlineData("observations(filter: {places: [NAME]}) { totalCount }", Mayor, "Official", "Place")]
    [InlineData("relationships(filter: {types: [HOLDS_POST], from: [NAME]}) { totalCount }", "云海市", "Place", "Official")]
    [InlineData("relationships(filter: {types: [TOOK_PART_IN], to: [NAME]}) { totalCount }", "云海市", "Place", "allowed: Event.")]
    [InlineData("relationships(filter: {from: [NAME]}) { totalCount }", "article:yunhai/01", "Article", "allowed: ")]
    [InlineData(
        "events(filter: {relationships: [{types: [TOOK_PART_IN], direction: TO, with: [NAME]}]}) { totalCount }",
        "灯笼产量",
        "Indicator",
        "Official"
    )]
    [InlineData("relationships(filter: {from: [NAME], withParts: true}) { totalCount }", "article:yunhai/01", "Article", "allowed: ")]
    [InlineData(
        "events(filter: {relationships: [{types: [TOOK_PART_IN], with: [NAME], atMost: 0}]}) { totalCount }",
        Fair,
        "Event",
        "Place"
    )]
    [InlineData("events(filter: {relationships: [{with: [NAME], atMost: 0}]}) { totalCount }", "article:yunhai/01", "Article", "allowed: ")]
    [InlineData(
        "companies(filter: {relationships: [{types: [MAKES], with: [NAME], atMost: 0}]}) { totalCount }",
        "蓝桥",
        "Official",
        "Product."
    )]
    [InlineData(
        "companies(filter: {relationships: [{types: [FOUNDED, MAKES], direction: TO, with: [NAME]}]}) { totalCount }",
        "product:lantern",
        "Product",
        "allowed: Official, Person, Company, Organization."
    )]
    [InlineData(
        "entityCounts(by: [TYPE], filter: {types: [Event], relationships: [{types: [HELD_AT], with: [NAME], atMost: 0}]}) { totalCount }",
        "蓝桥",
        "Official",
        "allowed: Company, Organization, Place."
    )]
    [InlineData("events { nodes { participants(filter: {venue: [NAME]}) { totalCount } } }", "蓝桥", "Official", "Place")]
    [InlineData("coAttendance(with: NAME) { more }", "灯笼产量", "Indicator", "Official")]
    [InlineData("coAttendance(with: \"蓝桥\", at: [NAME]) { more }", "云海市", "Place", "allowed: Event.")]
    public async Task What_can_never_stand_there_is_told_with_its_type_and_what_can(string field, string name, string type, string allowed)
    {
        await using var server = await FilledAsync();

        var error = await ErrorAsync(server, field, $"\"{name}\"");

        Code(error).ShouldBe("INVALID_ARGUMENT");
        Text(error).ShouldContain($"which is of type {type}; ");
        Text(error).ShouldContain(allowed);
    }

    [Theory]
    [InlineData("events(filter: {relationships: [{types: [WROTE], atMost: 0}]})", "WROTE, which never starts from or leads to Event")]
    [InlineData("companies(filter: {relationships: [{types: [HELD_AT], direction: FROM}]})", "HELD_AT, which never starts from Company")]
    [InlineData(
        "companies(filter: {relationships: [{types: [MAKES, WROTE], direction: TO}]})",
        "MAKES, WROTE, which never leads to Company"
    )]
    [InlineData(
        "companies(filter: {relationships: [{types: [DRAFTED], direction: TO, with: [\"云海市\"]}]})",
        "DRAFTED, which never leads"
    )]
    [InlineData(
        "entities(filter: {types: [Event, Award], relationships: [{types: [MAKES]}]})",
        "MAKES, which never starts from or leads to"
    )]
    public async Task A_type_of_relationship_that_no_member_of_the_list_can_have_is_told_with_those_that_it_can(string list, string told)
    {
        await using var server = await FilledAsync();
        var field = list.StartsWith("entities", StringComparison.Ordinal)
            ? $"articles {{ nodes {{ {list} {{ totalCount }} }} }}"
            : $"{list} {{ totalCount }}";

        var error = await ErrorAsync(server, field, "");

        Code(error).ShouldBe("INVALID_ARGUMENT");
        Text(error).ShouldContain($"'filter.relationships[0].types' has {told}");
        Text(error).ShouldContain("; allowed: ");
    }

    [Theory]
    [InlineData("relationships(filter: {types: [HOLDS_POST], roles: [MAIN]})", "filter.roles", "no HOLDS_POST can have")]
    [InlineData(
        "events(filter: {relationships: [{types: [HELD_AT], roles: [PARTICIPANT], atMost: 0}]})",
        "filter.relationships[0].roles",
        "no HELD_AT can have"
    )]
    public async Task A_choice_that_none_of_the_types_asked_for_has_is_told_with_the_types_that_have_it(
        string list,
        string place,
        string told
    )
    {
        await using var server = await FilledAsync();

        var error = await ErrorAsync(server, $"{list} {{ totalCount }}", "");

        Code(error).ShouldBe("INVALID_ARGUMENT");
        Text(error).ShouldContain($"'{place}' has ");
        Text(error).ShouldContain(told);
    }

    [Fact]
    public async Task Several_types_of_relationship_of_which_one_fits_and_parts_of_other_types_are_no_mistake()
    {
        await using var server = await FilledAsync();

        (await CountAsync(server, "events(filter: {relationships: [{types: [WROTE, TOOK_PART_IN], with: [\"蓝桥\"]}]})")).ShouldBe(1);
        (
            await CountAsync(server, "events(filter: {relationships: [{types: [HELD_AT], with: [\"product:lantern\"], withParts: true}]})")
        ).ShouldBe(0);
        (await CountAsync(server, "officials(filter: {relationships: [{types: [WROTE], with: [\"article:yunhai/01\"]}]})")).ShouldBe(0);
    }

    [Fact]
    public async Task An_article_that_is_not_there_is_told_and_so_is_an_id_of_something_else()
    {
        await using var server = await FilledAsync();

        foreach (var list in new[] { "observations", "relationships" })
        {
            Code(await ErrorAsync(server, $"{list}(filter: {{articles: [NAME]}}) {{ totalCount }}", "\"article:yunhai/99\""))
                .ShouldBe("UNKNOWN_NAME");
            Code(await ErrorAsync(server, $"{list}(filter: {{articles: [NAME]}}) {{ totalCount }}", "\"obs:yunhai/01/a\""))
                .ShouldBe("INVALID_ID");
            (await CountAsync(server, $"{list}(filter: {{articles: [\"article:yunhai/01\"]}})")).ShouldBeGreaterThan(0);
        }
    }

    [Fact]
    public async Task Everything_that_is_wrong_with_the_arguments_of_a_request_is_told_at_once()
    {
        await using var server = await FilledAsync();

        var (_, answer) = await server.AskAsync(
            "query ($who: [String!]) { a: observations(filter: {attributedTo: $who, measures: []}) { totalCount } b: relationships(filter: "
                + "{from: [\"张伟\"]}) { totalCount } c: timeline(about: \"天上城\") { totalCount } d: observations(filter: {indicators: "
                + "[\"云海市\"]}) { totalCount } }",
            new JsonObject { ["who"] = new JsonArray("无此人") }
        );

        answer["data"].ShouldBeNull();
        answer["errors"]!
            .AsArray()
            .Select(e => Code(e!))
            .ShouldBe(["INVALID_ARGUMENT", "UNKNOWN_NAME", "AMBIGUOUS_NAME", "UNKNOWN_NAME", "INVALID_ARGUMENT"], answer.ToJsonString());
    }

    [Fact]
    public async Task A_former_id_a_name_of_any_width_and_the_present_id_are_the_same_question()
    {
        await using var server = await FilledAsync();

        foreach (var name in new[] { "place:yunhai-town", "云海市", "ＹＵＮＨＡＩ", City })
        {
            (await CountAsync(server, $"observations(filter: {{about: [\"{name}\"]}})")).ShouldBe(1, name);
            (await CountAsync(server, $"relationships(filter: {{to: [\"{name}\", \"{City}\"]}})")).ShouldBe(1, name);
            (await CountAsync(server, $"officials(filter: {{relationships: [{{with: [\"{name}\"]}}]}})")).ShouldBe(1, name);
            (await CountAsync(server, $"timeline(about: \"{name}\", undated: true)")).ShouldBe(2, name);
        }
    }

    [Fact]
    public async Task A_name_that_one_of_a_fitting_type_has_means_that_one()
    {
        await using var server = await FilledAsync();

        // A fair and a product are called 花灯; only an event is taken part in.
        (await CountAsync(server, "relationships(filter: {types: [TOOK_PART_IN], to: [\"花灯\"]})")).ShouldBe(1);
        Code(await ErrorAsync(server, "relationships(filter: {about: [NAME]}) { totalCount }", "\"花灯\"")).ShouldBe("AMBIGUOUS_NAME");
    }

    [Fact]
    public async Task An_entity_of_an_unknown_name_is_null_beside_the_error_and_the_other_fields_are_answered()
    {
        await using var server = await FilledAsync();

        var (_, answer) = await server.AskAsync("{ nobody: entity(name: \"天上城\") { id } city: entity(name: \"云海市\") { id } }");

        answer["data"]!["nobody"].ShouldBeNull();
        answer["data"]!["city"]!["id"]!.GetValue<string>().ShouldBe(City);
        var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
        Code(error).ShouldBe("UNKNOWN_NAME");
        error["path"]![0]!.GetValue<string>().ShouldBe("nobody");
    }

    private async Task<GraphServer> FilledAsync()
    {
        var server = await EmptyAsync();
        var fair = Named(EntityTypes.Event, Fair, "花灯", "Lantern fair");
        await server.Store.ImportAsync(
            Registry(
                Named(EntityTypes.Person, One, "张伟", "Zhang Wei"),
                Named(EntityTypes.Official, Other, "张伟", "Zhang Wei of the quay"),
                Named(EntityTypes.Product, "product:lantern", "花灯", "Lantern"),
                fair
            ),
            CancellationToken.None
        );
        await server.Store.ImportAsync(
            Article(1)
                .Stating(Post(Mayor, City, "市长"))
                .Stating(Post(One, Harbour, "主任"), "3.2")
                .Stating(Link(RelationshipTypes.TookPartIn, Mayor, Fair, null, ("role", "CHAIR")), "3.3")
                .Printing(Figure(1, "a", 5) with { AttributedTo = Mayor }),
            CancellationToken.None
        );
        return server;
    }

    private static async Task<JsonNode> ErrorAsync(GraphServer server, string field, string name)
    {
        var (_, answer) = await server.AskAsync($"{{ {field.Replace("NAME", name, StringComparison.Ordinal)} }}");
        answer["errors"].ShouldNotBeNull($"{field} {name}: {answer.ToJsonString()}");
        return answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
    }

    private static async Task<int> CountAsync(GraphServer server, string field)
    {
        var (_, answer) = await server.AskAsync($"{{ list: {field} {{ totalCount }} }}");
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        return answer["data"]!["list"]!["totalCount"]!.GetValue<int>();
    }

    private static string Code(JsonNode error) => error["extensions"]!["code"]!.GetValue<string>();

    private static string Text(JsonNode error) => error["message"]!.GetValue<string>();
}

public sealed class SqliteNamesTests : NamesContract
{
    protected override Task<GraphServer> EmptyAsync() => GraphServer.StartedAsync(TimeProvider.System, seeds: null);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jNamesTests(Neo4jServer neo4j) : NamesContract
{
    protected override async Task<GraphServer> EmptyAsync() =>
        await GraphServer.StartedAsync(
            TimeProvider.System,
            null,
            await Neo4jStores.OpenEmptyAsync(neo4j, TimeProvider.System, CancellationToken.None)
        );
}
