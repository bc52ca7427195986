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
    [InlineData("MATCH (n:Name) WITH n LIMIT 1 SET n.folded = 'x'", "entity ")]
    [InlineData("MATCH (n:Name) WITH n LIMIT 1 DETACH DELETE n", "entity ")]
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
