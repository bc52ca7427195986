using System.Net;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Questions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>
/// How many statements a request may cost, whatever the graph holds: those that read the version, one for all names, one per root field,
/// one per distinct
/// relation that is selected at a level, one per distinct count that is selected.
/// </summary>
public abstract class StatementLaw
{
    /// <summary>Statements that read the version.</summary>
    protected abstract int Version { get; }

    /// <summary>A server that holds the seeds.</summary>
    protected abstract Task<GraphServer> ServerAsync();

    /// <summary>What a request asks for.</summary>
    /// <param name="Roots">Root fields that are a list or a search.</param>
    /// <param name="Links">Levels at which ids are followed to their nodes: the fields of one level, such as <c>indicator</c> and
    /// <c>about</c>, are one statement together.</param>
    /// <param name="Lists">Distinct (field, arguments) of lists of a node, per level.</param>
    /// <param name="Counts">Distinct (field, arguments) whose <c>totalCount</c> is selected, per level.</param>
    /// <param name="Names">1 where arguments name something, whatever and wherever; else 0.</param>
    private sealed record Shape(string Name, string Query, int Roots, int Links = 0, int Lists = 0, int Counts = 0, int Names = 0);

    private static readonly Shape[] Shapes =
    [
        Stored("national-little-giants", roots: 1, links: 1, lists: 1, names: 1), // figures; speaker and article; citations
        Stored("a-meeting-and-its-participants", roots: 1, links: 1, lists: 2), // events, participants, their citations; from
        new("nothing of the store", "{ __typename }", Roots: 0),
        new("one list", "{ articles { nodes { id title } } }", Roots: 1),
        new("a list and its count", "{ articles { nodes { id } totalCount } }", Roots: 1, Counts: 1),
        new("a count alone", "{ articles { totalCount } }", Roots: 0, Counts: 1),
        new("three roots", "{ articles { nodes { id } } places { nodes { id } } search(text: \"株洲\") { nodes { text } } }", Roots: 3),
        new(
            "nodes by id under several names",
            "{ a: node(id: \"place:zhuzhou\") { id } b: entity(id: \"award:little-giant\") { name } nodes(ids: [\"place:zhuzhou\"]) { "
                + "id } }",
            Roots: 0,
            Links: 1
        ),
        new("a name", "{ entity(name: \"株洲\") { id } }", Roots: 0, Names: 1),
        new(
            "names everywhere",
            "{ entity(name: \"株洲\") { name } again: entity(name: \"湖南\") { name } observations(filter: {about: [\"株洲\"], places: "
                + "[\"湖南\"], attributedTo: [\"曹慧泉\"], articles: [\"article:2023-05-19/01-hunan-guangdong-single-port\"]}) { nodes { id } "
                + "} events(filter: {relationships: [{with: [\"陈恢清\", \"place:zhuzhou\"]}, {with: [\"曹慧泉\"], atMost: 0}]}) { nodes { "
                + "participants(filter: {about: [\"陈恢清\"], venue: [\"株洲\"]}) { nodes { id } } } } }",
            Roots: 2,
            Lists: 1,
            Names: 1
        ),
        new(
            "a hundred parents, three relations",
            "{ observations(first: 100) { nodes { indicator { name } about { name } article { title } attributedTo { name } citations { "
                + "nodes { address } } } } }",
            Roots: 1,
            Links: 1,
            Lists: 1
        ),
        new(
            "the same field with the same arguments twice",
            "{ companies { nodes { a: relationships(first: 5) { nodes { id } } b: relationships(first: 5) { nodes { id } } } } }",
            Roots: 1,
            Lists: 1
        ),
        new(
            "the default written out",
            "{ companies { nodes { a: relationships { nodes { id } } b: relationships(first: 10) { nodes { id } } } } }",
            Roots: 1,
            Lists: 1
        ),
        new(
            "the same field with other arguments",
            "{ companies { nodes { a: relationships(first: 5) { nodes { id } } b: relationships(direction: FROM) { nodes { id } } } } }",
            Roots: 1,
            Lists: 2
        ),
        new(
            "one field of several types",
            "{ relationships(first: 50) { nodes { from { ... on Official { relationships { nodes { id } } } ... on Company { "
                + "relationships { nodes { id } } } ... on Place { relationships { nodes { id } } } } } } }",
            Roots: 1,
            Links: 1,
            Lists: 1
        ),
        new(
            "a fragment on an interface",
            "{ relationships(first: 50) { nodes { from { ... on Entity { observations { nodes { id } } } } to { ... on Entity { ...f } "
                + "} } } } fragment f on Entity { observations { nodes { id } } articles { nodes { id } } }",
            Roots: 1,
            Links: 1,
            Lists: 2
        ),
        new(
            "three levels",
            "{ officials(first: 10) { nodes { posts { nodes { to { relationships { nodes { citations { nodes { article { title } } } } "
                + "} } } } } } }",
            Roots: 1,
            Links: 2,
            Lists: 3
        ),
        new(
            "a relation at two levels",
            "{ places(first: 5) { nodes { relationships(first: 5) { nodes { from { id ... on Entity { relationships(first: 5) { nodes { "
                + "id } } } } } } } } }",
            Roots: 1,
            Links: 1,
            Lists: 2
        ),
        new(
            "nested counts",
            "{ companies { nodes { relationships { totalCount nodes { id } } observations { totalCount } } } }",
            Roots: 1,
            Lists: 1,
            Counts: 2
        ),
        new(
            "a nested count under two names",
            "{ companies { nodes { a: relationships { totalCount } b: relationships { totalCount nodes { id } } } } }",
            Roots: 1,
            Lists: 1,
            Counts: 1
        ),
        new(
            "a count here, a list with its count there",
            "{ relationships(first: 50) { nodes { from { ... on Official { relationships { totalCount } } ... on Company { "
                + "relationships { totalCount nodes { id } } } } } } }",
            Roots: 1,
            Links: 1,
            Lists: 1,
            Counts: 1
        ),
        new(
            "roots by id, by name and by list",
            "{ a: entity(id: \"award:little-giant\") { relationships { nodes { id } } } b: entity(name: \"株洲\") { relationships { nodes "
                + "{ id } } } places { nodes { relationships { nodes { id } } } } }",
            Roots: 1,
            Links: 1,
            Lists: 1,
            Names: 1
        ),
        new(
            "others of a series and of a fact",
            "{ observations(first: 50) { nodes { sameSeries { totalCount nodes { id } } sameFact { nodes { id } } } } }",
            Roots: 1,
            Lists: 2,
            Counts: 1
        ),
        new(
            "the newest, and for each parent",
            "{ observations(latestPer: [INDICATOR]) { rule nodes { id } totalCount } companies { nodes { observations(latestPer: "
                + "[MEASURE]) { nodes { id } } } } }",
            Roots: 2,
            Lists: 1,
            Counts: 1
        ),
        new(
            "what the newest leave out, and for each parent",
            "{ observations(latestPer: [INDICATOR]) { passedOver } companies { nodes { observations(latestPer: [MEASURE]) { passedOver "
                + "totalCount } } } }",
            Roots: 1,
            Counts: 4
        ),
        new(
            "what fits only possibly, and for each parent",
            "{ observations(filter: {value: {atLeast: 80}}) { onlyPossible } possible: observations(filter: {value: {atLeast: 80, "
                + "certainty: POSSIBLE}}) { onlyPossible } companies { nodes { observations(filter: {value: {atMost: 90}}) { onlyPossible "
                + "totalCount } } } }",
            Roots: 1,
            Counts: 3
        ),
        new(
            "all that is printed of entities",
            "{ companies { nodes { cited { nodes { citation { address } } } } } }",
            Roots: 1,
            Lists: Cited.StatementsOfEntities + 1
        ),
        new(
            "all that is printed of entities, with what it is",
            "{ companies { nodes { cited { nodes { node { id } } } } } }",
            Roots: 1,
            Lists: Cited.StatementsOfEntities,
            Links: 1
        ),
        new(
            "all that is printed in articles",
            "{ articles { nodes { cited { nodes { citation { address } node { id } } } } } }",
            Roots: 1,
            Lists: Cited.StatementsOfArticles,
            Links: 1
        ),
        new(
            "edges and nodes of one list",
            "{ articles { edges { cursor node { observations { nodes { id } } } } nodes { observations { nodes { id } } } pageInfo { "
                + "endCursor } } }",
            Roots: 1,
            Lists: 1
        ),
    ];

    /// <summary>A stored question, under its slug.</summary>
    private static Shape Stored(string slug, int roots, int links, int lists, int names = 0) =>
        new(slug, StoredQuestion.All.Single(question => question.Slug == slug).Query, roots, links, lists, Names: names);

    /// <summary>The queries of all shapes.</summary>
    internal static IEnumerable<string> Queries => Shapes.Select(shape => shape.Query);

    public static TheoryData<string> Names => [.. Shapes.Select(shape => shape.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_request_costs_what_it_selects_and_no_statement_more(string name)
    {
        var shape = Shapes.Single(s => s.Name == name);
        var server = await ServerAsync();
        // The store may keep a version that it has read, until the next one.
        (await server.CodeAsync("{ articles { totalCount } }")).ShouldBeNull();
        var asked = shape.Names + shape.Roots + shape.Links + shape.Lists + shape.Counts;

        var statements = await StatementsAsync(server, shape.Query);

        statements.Count.ShouldBe(asked == 0 ? 0 : Version + asked, string.Join("\n\n", statements));
    }

    /// <summary>
    /// What composed fields cost on the seeds: names, then what the question reads; what is selected below them comes on top.
    /// </summary>
    [Theory]
    [InlineData("search", "(text: \"株洲\") { nodes { text } }", 1)]
    [InlineData("paths", "(from: \"曹慧泉\", to: \"广州港集团\") { hasMore }", 1 + 2)] // names; both ends; what both have met
    [InlineData(
        "paths",
        "(from: \"person:zhang-bufeng\", to: \"陈恢清\") { paths { hops { from { id } to { id } relationship { id } } } }",
        1 + 3 + 1
    )] // one level more; the hops' nodes
    [InlineData("neighbourhood", "(id: \"place:zhuzhou\") { levels { around { count } } }", 1 + 1)]
    [InlineData("neighbourhood", "(id: \"place:zhuzhou\", depth: 2) { levels { met { id } around { node { id } } } }", 1 + 2 + 1)]
    [InlineData("coAttendance", "(with: \"陈恢清\") { more }", 1 + 2)]
    // the articles; whom they name
    [InlineData("coAttendance", "(with: \"陈恢清\") { namedTogether { more } again: namedTogether { articlesLookedAt } }", 1 + 2 + 2)]
    // relationships; figures; the events that date them
    [InlineData("timeline", "(about: \"曹慧泉\") { nodes { period { words } } }", 1 + 2 + 1)]
    // the name once
    [InlineData("timeline", "(about: \"曹慧泉\") { totalCount nodes { period { words } } }", 1 + 3 + 2)]
    [InlineData("timeline", "(about: \"曹慧泉\", undated: true) { totalCount }", 1 + 2)]
    [InlineData("search", "(text: \"株洲\") { totalCount }", 1)]
    [InlineData("changes", "(about: [\"株洲\"]) { nodes { id } }", 1 + 1)]
    [InlineData("changes", "(text: \"株洲\") { totalCount nodes { id } }", 2 * 2)]
    public async Task A_composed_field_costs_what_its_question_takes(string field, string rest, int asked)
    {
        var server = await ServerAsync();
        (await server.CodeAsync("{ articles { totalCount } }")).ShouldBeNull();

        var statements = await StatementsAsync(server, $"{{ {field}{rest} }}");

        statements.Count.ShouldBe(Version + asked, string.Join("\n\n", statements));
        // One for the names and one for what is selected below; a page and its count are bounded each.
        var parts = rest.Contains("totalCount", StringComparison.Ordinal) && rest.Contains("nodes", StringComparison.Ordinal) ? 2 : 1;
        asked.ShouldBeLessThanOrEqualTo(1 + (parts * StatementBounds.AtMost[field]) + 1);
    }

    [Fact]
    public void Every_root_field_that_is_neither_a_list_nor_a_node_has_its_bound()
    {
        using var schema = new GraphSchema();
        string[] nodes = ["entity", "node", "nodes"];
        string[] counts = ["entityCounts", "relationshipCounts", "observationCounts"];
        string[] lists =
        [
            "articles",
            "observations",
            "relationships",
            "series",
            "conflicts",
            .. EntityTypes.All.Select(t => t.Plural),
            .. counts,
        ];

        schema.Query.Fields.Select(f => f.Name).Except(nodes).Except(lists).ShouldBe(StatementBounds.AtMost.Keys, ignoreOrder: true);
    }

    /// <summary>Summary is counted over the whole graph, once per version.</summary>
    [Fact]
    public async Task The_summary_costs_at_most_one_statement_and_none_once_it_is_counted()
    {
        var server = await ServerAsync();
        // The version is read first, as above.
        (await server.CodeAsync("{ articles { totalCount } }")).ShouldBeNull();

        (await StatementsAsync(server, "{ summary { articles } }")).Count.ShouldBeInRange(1, 2);
        // The version alone.
        (await StatementsAsync(server, "{ summary { articles } a: summary { citations } }")).Count.ShouldBe(1);
    }

    private static async Task<IReadOnlyList<string>> StatementsAsync(GraphServer server, string query)
    {
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Get, "/graphql?query=" + Uri.EscapeDataString(query));
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        var answer = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.ShouldNotContain("\"errors\"");
        return statements.Texts;
    }
}

public sealed class SqliteStatementLawTests(GraphServer server) : StatementLaw, IClassFixture<GraphServer>
{
    /// <summary>A read transaction holds the version.</summary>
    protected override int Version => 1;

    protected override Task<GraphServer> ServerAsync() => Task.FromResult(server);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jStatementLawTests(Neo4jServer neo4j, Neo4jStatementLawTests.Served served)
    : StatementLaw,
        IClassFixture<Neo4jStatementLawTests.Served>
{
    /// <summary>Every statement brings it.</summary>
    protected override int Version => 0;

    protected override Task<GraphServer> ServerAsync() => served.ByAsync(neo4j);

    /// <summary>Started by the first test that needs it, because only a test can be skipped.</summary>
    public sealed class Served : IAsyncDisposable
    {
        private GraphServer? _server;

        public async Task<GraphServer> ByAsync(Neo4jServer neo4j)
        {
            if (_server is not null)
                return _server;
            // The host's clock stands still: how long a statement takes is not what is asked here.
            return _server = await GraphServer.StartedAsync(
                new FakeTimeProvider(),
                RepositoryRoot.Seeds,
                await Neo4jStores.OpenEmptyAsync(neo4j, TimeProvider.System, CancellationToken.None)
            );
        }

        public ValueTask DisposeAsync() => _server?.DisposeAsync() ?? ValueTask.CompletedTask;
    }
}
