using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Stores.Tests.Migrations;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What is changed in the graph by hand is told with its place.</summary>
public sealed class Neo4jVerifyTests(Neo4jServer server) : QueryApiTest(server)
{
    [Theory]
    [InlineData(
        "MATCH (e:Entity {id: 'event:yunhai-lantern-fair'}) SET e.names = ['x'] + e.names[1..]",
        "entity event:yunhai-lantern-fair"
    )]
    [InlineData("MATCH (e:Entity {id: 'event:yunhai-lantern-fair'}) SET e.citations = 99", "entity event:yunhai-lantern-fair")]
    [InlineData("MATCH (e:Entity {id: 'event:yunhai-lantern-fair'}) SET e.first = date('2030-01-01')", "entity event:yunhai-lantern-fair")]
    [InlineData("MATCH (:Entity)-[:HAS_NAME]->(n) WITH n LIMIT 1 SET n.folded = 'x'", "entity ")]
    [InlineData("MATCH (:Entity)-[:HAS_NAME]->(n) WITH n LIMIT 1 DETACH DELETE n", "entity ")]
    [InlineData("MATCH (a:Article) SET a.title = 'x'", "article article:yunhai/01")]
    [InlineData("MATCH (s:Sentence) WITH s LIMIT 1 SET s.text = 'x'", "sentence ")]
    [InlineData("MATCH (s:Sentence) WITH s LIMIT 1 DETACH DELETE s", "unit article:yunhai/")]
    [InlineData("MATCH (o:Observation {id: 'obs:yunhai/01/lanterns'}) SET o.valueText = '9'", "observation obs:yunhai/01/lanterns")]
    [InlineData("MATCH (o:Observation) SET o.valueOrder = 'x'", "observation obs:yunhai/01/lanterns")]
    [InlineData("MATCH (o:Observation) SET o.measure = 'DEPTH'", "it cannot be read")]
    [InlineData("MATCH (o:Observation {id: 'obs:yunhai/01/lanterns'}) DETACH DELETE o", "obs:yunhai/01/lanterns: the change log says")]
    [InlineData("MATCH (o:PastObservation) SET o.figure = 'x'", "closed observation obs:yunhai/01/")]
    [InlineData("MATCH (c:Citation) WITH c LIMIT 1 SET c.quote = 'x'", "citation of ")]
    [InlineData("MATCH (c:Citation) WITH c LIMIT 1 DETACH DELETE c", "unit article:yunhai/")]
    [InlineData("MATCH (f:Fact) WITH f LIMIT 1 SET f.status = 'INFERRED'", "relationship ")]
    [InlineData("MATCH (f:Fact) WITH f LIMIT 1 DETACH DELETE f", "the change log says")]
    [InlineData("MATCH (:Entity)-[r:HELD_AT]->() DELETE r", "relationship ")]
    [InlineData("MATCH ()-[r:STATES]->() WITH r LIMIT 1 SET r.status = 'INFERRED'", " states of ")]
    [InlineData("MATCH ()-[r:MENTIONS]->() WITH r LIMIT 1 DELETE r", "unit ")]
    [InlineData("MATCH ()-[r:MENTIONS {kind: 'FACT'}]->() WITH r LIMIT 1 SET r.kind = 'NAME'", "unit ")]
    [InlineData("MATCH (:Fact)-[o:OCCASION]->() DELETE o", "relationship ")]
    [InlineData("MATCH (e:Entity {id: 'event:yunhai-lantern-fair'}) DETACH DELETE e", "event:yunhai-lantern-fair: the change log says")]
    [InlineData("MATCH (v:DataVersion) WITH v LIMIT 1 DELETE v", "data versions")]
    [InlineData(
        "MATCH (e:Entity {id: 'org:yunhai-paper'}) SET e.nameBases = null",
        "org:yunhai-paper: it cannot be read: Neo4j answered 0 values of the property nameBases beside 2 of names"
    )]
    [InlineData(
        "CREATE (:Entity:Company {id: 'org:evil', type: 'Company'})",
        "org:evil: it cannot be read: Neo4j answered nothing as the property names of org:evil"
    )]
    public async Task What_is_changed_by_hand_is_told_with_its_place(string statement, string line)
    {
        var time = new FakeTimeProvider(RecordedCity.Start);
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await using var store = await Neo4jGraphStore.OpenAsync(Options, time, Cancel);
        await RecordedCity.TellAsync(store, time, Cancel);
        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
        (await store.VerifyAsync(isThorough: false, Cancel)).ShouldBeEmpty();

        using var answer = await PostAsync("", statement);

        var found = await store.VerifyAsync(isThorough: true, Cancel);
        found.ShouldContain(text => text.Contains(line, StringComparison.Ordinal), string.Join('\n', found));
    }

    /// <summary>Nodes and edges that no import wrote, and those that records name and that are gone, all in one graph.</summary>
    private static readonly (string Statement, string Line)[] Inventions =
    [
        ("CREATE (:Observation {id: 'obs:evil'})", "obs:evil: the change log does not know it"),
        (
            "MATCH (o:Observation {id: 'obs:yunhai/01/growth'}) CREATE (p:Observation) "
                + "SET p = o{.*, id: 'obs:bad', article: 'article:none'}",
            "observation obs:bad: its edges do not lead to the article"
        ),
        (
            "MATCH (o:PastObservation)-[:PRINTED_IN]->(a) WITH o, a LIMIT 1 CREATE (p:PastObservation)-[:PRINTED_IN]->(a) "
                + "SET p = o{.*, recordedVersion: 9}",
            ": the change log does not know it in version 9"
        ),
        (
            "MATCH (o:Observation {id: 'obs:yunhai/01/lanterns'}) SET o.removedAt = datetime()",
            "observation obs:yunhai/01/lanterns: it was not recorded or removed when its data version says"
        ),
        (
            "MATCH (o:PastObservation {id: 'obs:yunhai/01/boats'}) SET o.removedAt = datetime()",
            "observation obs:yunhai/01/boats: it was not recorded or removed when its data version says"
        ),
        (
            "MATCH (o {id: 'obs:yunhai/01/growth'})-[r:ATTRIBUTED_TO]->() DELETE r",
            "observation obs:yunhai/01/growth: its edges do not lead"
        ),
        ("MATCH (o {id: 'obs:yunhai/01/boats'})-[r:MEASURES]->() DELETE r", "observation obs:yunhai/01/boats: its edges do not lead"),
        ("MATCH (o {id: 'obs:yunhai/02/rank'})-[r:PRINTED_IN]->() DELETE r", "observation obs:yunhai/02/rank: its edges do not lead"),
        (
            "MATCH (o:Observation {id: 'obs:yunhai/01/lanterns'})-[:ABOUT]->(e) CREATE (o)-[:ABOUT]->(e)",
            "observation obs:yunhai/01/lanterns: its edges do not lead"
        ),
        ("MATCH (e {id: 'indicator:yunhai-boats'})-[r:BROADER]->() DELETE r", "entity indicator:yunhai-boats: its edges do not lead"),
        (
            "CREATE (:Name {text: '邪恶公司', folded: '邪恶公司', owner: 'org:yunhai-paper', type: 'Company', position: 9})",
            "name 邪恶公司 of org:yunhai-paper: it is not one of its owner"
        ),
        ("CREATE (:Entity {id: 'org:evil'})", "org:evil: a node with the labels :Entity is not"),
        ("CREATE (:Company {id: 'org:bad'})", "org:bad: a node with the labels :Company is not"),
        ("MATCH (e:Company {id: 'org:yunhai-paper'}) SET e:Person", "org:yunhai-paper: a node with the labels :Entity:"),
        ("CREATE (:Fact {id: 'rel:fact'})", "relationship rel:fact: nothing states it"),
        ("CREATE (:FormerId {id: 'rel:past', fact: 'fact:x'})", "former id rel:past: it leads to nothing that had it"),
        ("CREATE (:FormerId {id: 'org:former', entity: 'org:yunhai-paper'})", "former id org:former: it leads to nothing that had it"),
        (
            "MATCH (a)-[r:HELD_AT]->(b) WITH a, b, properties(r) AS was CREATE (a)-[s:HELD_AT]->(b) SET s = was{.*, id: 'rel:fake'}",
            "relationship rel:fake: its edge HELD_AT from event:yunhai-lantern-fair to "
        ),
        (
            "MATCH (a)-[r:HELD_AT]->(b) WHERE r.id <> 'rel:fake' CREATE (a)-[s:ORGANIZED]->(b) SET s = r",
            ": its edge ORGANIZED from event:yunhai-lantern-fair to "
        ),
        (
            "MATCH (a {id: 'org:yunhai-paper'})-[:LOCATED_IN]->(b) CREATE (a)-[:LOCATED_IN]->(b)",
            ": its edge LOCATED_IN from org:yunhai-paper"
        ),
        (
            "MATCH (a {id: 'article:yunhai/02'})-[r:STATES]->(f) WITH a, r, f LIMIT 1 "
                + "CREATE (a)-[s:STATES]->(f) SET s = r, s.article = 'x'",
            "what article:yunhai/02 states of rel:"
        ),
        (
            "MATCH (a {id: 'article:yunhai/02'})-[r:MENTIONS]->(e) WITH a, r, e LIMIT 1 "
                + "CREATE (a)-[s:MENTIONS]->(e) SET s = r, s.article = 'x'",
            "that article:yunhai/02 mentions "
        ),
        ("CREATE (:Citation {of: 'org:yunhai-paper', sort: 'x', words: ''})", "citation of org:yunhai-paper at x: it is not one of"),
        ("CREATE (:Sentence {article: 'article:yunhai/01', address: '9.1', folded: '灯'})", "sentence 9.1 of article:yunhai/01: it is not"),
        ("CREATE (:Article {id: 'article:bad'})", "article article:bad: its unit is not there"),
        ("CREATE (:Unit {id: 'article:evil', hash: 'x'})", "unit article:evil: its article is not there"),
        ("CREATE (:DataVersion {number: 99})", "data version 99: it does not fit"),
        ("MATCH (v:DataVersion {number: 2}) SET v.recordedAt = datetime('2001-01-01T00:00:00Z')", "data version 1: it does not fit"),
        ("CREATE (:Change {version: 98, sequence: 1, kind: 'REMOVED', id: 'org:x'})", "change of org:x: its data version is not there"),
    ];

    [Fact]
    public async Task What_no_import_wrote_is_told_by_name()
    {
        var time = new FakeTimeProvider(RecordedCity.Start);
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await using var store = await Neo4jGraphStore.OpenAsync(Options, time, Cancel);
        await RecordedCity.TellAsync(store, time, Cancel);
        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();

        foreach (var (statement, _) in Inventions)
            (await PostAsync("", statement)).Dispose();

        var found = await store.VerifyAsync(isThorough: true, Cancel);
        Inventions
            .Select(invention => invention.Line)
            .Where(line => !found.Any(text => text.Contains(line, StringComparison.Ordinal)))
            .ShouldBeEmpty(string.Join('\n', found));
    }

    [Fact]
    public async Task A_node_that_a_read_needs_and_that_is_gone_is_damage()
    {
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await using var store = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        await store.ImportAsync(RecordedCity.Batches[0], Cancel);
        using var answer = await PostAsync("", "MATCH (e:Entity) SET e.nameBases = []");

        (await Should.ThrowAsync<GraphStoreException>(() => Everything.DescribeAsync(store, Cancel))).IsDamage.ShouldBeTrue();
    }

    [Fact]
    public async Task One_program_imports_at_a_time_and_one_that_was_killed_loses_its_turn()
    {
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await using var store = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        await using var other = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        var turn = (await store.TryTakeTurnAsync(Cancel)).ShouldNotBeNull();
        (await other.TryTakeTurnAsync(Cancel)).ShouldBeNull();
        await turn.DisposeAsync();
        (await other.TryTakeTurnAsync(Cancel)).ShouldNotBeNull("and it is not given back");

        using var passed = await PostAsync("", "MATCH (s:Store) SET s.importerUntil = datetime.realtime() - duration({seconds: 1})");

        await (await store.TryTakeTurnAsync(Cancel)).ShouldNotBeNull().DisposeAsync();
    }
}
