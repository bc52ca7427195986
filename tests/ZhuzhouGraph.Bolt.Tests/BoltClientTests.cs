using System.Diagnostics;
using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Bolt.Tests;

/// <summary>What goes to a real server and what comes back.</summary>
public sealed class BoltClientTests(Neo4jServer server) : BoltTest(server)
{
    [Fact]
    public Task Values_of_every_kind_come_back_as_they_were_sent() =>
        // A map may not hold bytes' list or moments that the server's clock cannot tell; those of the generator it can.
        Values
            .Any.List[1, 5]
            .CheckAllAsync(
                async values =>
                {
                    var sent = values.Where(value => value is not byte[]).ToList();
                    var back = await ValuesAsync("UNWIND $values AS value RETURN value", ("values", sent));
                    back.Select(Values.Told).ShouldBe(sent.Select(Values.Told));
                },
                cases: 100
            );

    [Fact]
    public async Task Bytes_come_back_as_they_were_sent()
    {
        foreach (var size in new[] { 0, 1, 255, 256, 65_535, 65_536, 1_000_000 })
        {
            var bytes = new byte[size];
            new Random(size).NextBytes(bytes);
            ((byte[])(await ValuesAsync("RETURN $bytes", ("bytes", bytes)))[0]!).ShouldBe(bytes);
        }
    }

    [Fact]
    public async Task Texts_around_the_borders_of_chunks_come_back_and_so_do_very_long_ones()
    {
        foreach (var length in Enumerable.Range(65_470, 70).Append(131_070).Append(10_000_000))
        {
            var text = string.Concat(Enumerable.Repeat("0123456789", length / 10 + 1))[..length];
            ((await ValuesAsync("RETURN $text", ("text", text)))[0] as string == text).ShouldBeTrue($"{length}");
        }
    }

    [Fact]
    public async Task Nodes_relationships_and_paths_are_read_by_their_parts()
    {
        await using var cursor = await Client.RunAsync(
            Ask(
                """
                CREATE p = (a:BoltTest:Second {id: 'a', names: ['甲', '乙'], day: date('2031-05-01')})
                    -[:POINTS {weight: 3}]->(b:BoltTest {id: 'b'})<-[:BACK]-(c:BoltTest {id: 'c'})
                RETURN a, relationships(p)[0] AS r, p, b
                """
            ),
            Write,
            Cancel
        );
        (await cursor.ReadAsync()).ShouldBeTrue();

        cursor.Columns.ShouldBe(["a", "r", "p", "b"]);
        var (a, r, p, b) = (cursor.Current[0], cursor.Current[1], cursor.Current[2], cursor.Current[3]);
        Values.Read(a.Labels).ShouldBe(["BoltTest", "Second"], ignoreOrder: true);
        Values.Told(Values.Read(a)).ShouldContain(a.ElementId);
        (r.Type, r.StartElementId, r.EndElementId).ShouldBe(("POINTS", a.ElementId, b.ElementId));
        r.Properties.TryFind("weight", out var weight).ShouldBeTrue();
        weight.AsInteger().ShouldBe(3);
        Values.Read(p.PathSteps).ShouldBe([1L, 1L, -2L, 2L]);
        p.PathNodes.Count.ShouldBe(3);
        foreach (var relationship in p.PathRelationships)
            relationship.Type.ShouldBeOneOf("POINTS", "BACK");
        (await cursor.ReadAsync()).ShouldBeFalse();
        cursor.Summary!.Counters["nodes-created"].ShouldBe(3);
        cursor.Summary.Bookmark.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task A_point_is_named_and_not_read()
    {
        var points = await ValuesAsync("UNWIND [point({x: 1, y: 2}), point({x: 1, y: 2, z: 3})] AS p RETURN p");

        points.ShouldBe([BoltKind.Point, BoltKind.Point]);
    }

    [Fact]
    public async Task Records_of_many_batches_come_in_order()
    {
        await using var client = new BoltClient(Options with { BatchSize = 7 }, TimeProvider.System);

        var values = await ValuesAsync(client, Ask("UNWIND range(1, 1000) AS i RETURN i"), Read, Cancel);

        values.ShouldBe(Enumerable.Range(1, 1_000).Select(i => (object?)(long)i));
    }

    [Fact]
    public async Task A_slow_reader_is_waited_for()
    {
        // The server would count a billion rows before the client reads the first ones, if nothing held it back.
        await using var cursor = await Client.RunAsync(Ask("UNWIND range(1, 1000000000) AS i RETURN i"), Read, Cancel);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 2_500; i++)
            (await cursor.ReadAsync()).ShouldBeTrue();
        await Task.Delay(500, Cancel);

        (GC.GetTotalMemory(forceFullCollection: true) - before).ShouldBeLessThan(5_000_000);
        (await cursor.ReadAsync()).ShouldBeTrue();
    }

    [Fact]
    public async Task What_is_to_be_read_may_not_write()
    {
        var error = await Should.ThrowAsync<BoltServerException>(() => ValuesAsync(Client, Add("a"), Read, Cancel));

        (error.Code, error.Failure).ShouldBe(("Neo.ClientError.Statement.AccessMode", BoltFailure.Statement));
        (await CountAsync("a")).ShouldBe(0);
    }

    [Fact]
    public async Task A_statement_that_takes_longer_than_it_may_is_ended_by_the_server()
    {
        var access = Read with { Timeout = TimeSpan.FromMilliseconds(300) };

        var error = await Should.ThrowAsync<BoltServerException>(() => ValuesAsync(Client, Ask(Endless), access, Cancel));

        error.Failure.ShouldBe(BoltFailure.Terminated);
        await WaitUntilRunningAsync(0);
    }

    [Fact]
    public async Task What_a_transaction_is_for_is_shown_by_the_server()
    {
        var access = Write with
        {
            Metadata = new Dictionary<string, object?> { ["purpose"] = "测试", ["number"] = 7 },
        };
        await using var transaction = await Client.BeginAsync(access, Cancel);

        var told = await ValuesAsync(
            Client,
            Ask("SHOW TRANSACTIONS YIELD metaData WHERE metaData.purpose = '测试' RETURN metaData.number"),
            Read,
            Cancel
        );

        told.ShouldBe([7L]);
    }

    [Fact]
    public async Task What_was_written_is_seen_by_who_brings_its_bookmark()
    {
        await using var cursor = await Client.RunAsync(Add("a"), Write, Cancel);
        var bookmark = (await cursor.ConsumeAsync()).Bookmark!;

        (await ValuesAsync(Client, Ask("MATCH (n:BoltTest) RETURN n.count"), Read with { Bookmarks = [bookmark] }, Cancel)).ShouldBe([1L]);
        var error = await Should.ThrowAsync<BoltServerException>(() =>
            ValuesAsync(Client, Ask("RETURN 1"), Read with { Bookmarks = ["no bookmark"] }, Cancel)
        );
        error.Code.ShouldBe("Neo.ClientError.Transaction.InvalidBookmark");
    }

    [Fact]
    public async Task An_unknown_database_is_told_apart()
    {
        var error = await Should.ThrowAsync<BoltServerException>(() =>
            ValuesAsync(Client, Ask("RETURN 1"), Read with { Database = "nosuch" }, Cancel)
        );

        error.Failure.ShouldBe(BoltFailure.NoDatabase);
    }

    [Fact]
    public async Task A_connection_goes_on_after_a_failure_and_what_was_behind_it_in_the_flight_is_ignored()
    {
        await using var client = new BoltClient(Options with { MaxConnections = 1 }, TimeProvider.System);
        for (var round = 0; round < 20; round++)
        {
            // RUN fails, and the PULL that went with it is ignored.
            (await Should.ThrowAsync<BoltServerException>(() => ValuesAsync(client, Ask("RETRN 1"), Read, Cancel))).Code.ShouldBe(
                "Neo.ClientError.Statement.SyntaxError"
            );
            // PULL fails behind records that were sent already.
            (
                await Should.ThrowAsync<BoltServerException>(() =>
                    ValuesAsync(client, Ask("UNWIND range(1, 2000) AS i RETURN 1 / (2000 - i)"), Read, Cancel)
                )
            ).Code.ShouldBe("Neo.ClientError.Statement.ArithmeticError");
            (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L]);
        }
    }

    [Fact]
    public async Task A_parameter_without_a_form_spoils_nothing()
    {
        await using var client = new BoltClient(Options with { MaxConnections = 1 }, TimeProvider.System);

        await Should.ThrowAsync<ArgumentException>(() => ValuesAsync(client, Ask("RETURN $v", ("v", 1.5m)), Read, Cancel));

        (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L]);
    }

    [Fact]
    public async Task An_answer_larger_than_allowed_is_ended_on_the_server_and_writes_nothing()
    {
        await using var client = new BoltClient(
            Options with
            {
                MaxConnections = 1,
                MaxAnswerBytes = 100_000,
                MaxMessageBytes = 1_000_000,
            },
            TimeProvider.System
        );
        const string many = "MERGE (n:BoltTest {id: 'a'}) SET n.count = 1 WITH n UNWIND range(1, 1000000000) AS i RETURN i";

        await Should.ThrowAsync<BoltAnswerTooLargeException>(() => ValuesAsync(client, Ask(many), Write, Cancel));
        await WaitUntilRunningAsync(0);
        (await CountAsync("a")).ShouldBe(0);
        (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L]);

        var error = await Should.ThrowAsync<BoltProtocolException>(() =>
            ValuesAsync(client, Ask("RETURN range(1, 1000000)"), Read, Cancel)
        );
        error.Message.ShouldContain("more than 1000000 bytes");
        (await ValuesAsync(client, Ask("RETURN 1"), Read, Cancel)).ShouldBe([1L]);
    }

    [Fact]
    public async Task Many_callers_share_few_connections()
    {
        await using var client = new BoltClient(Options with { MaxConnections = 3 }, TimeProvider.System);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => ValuesAsync(client, Ask("RETURN $i", ("i", i)), Read, Cancel))
        );

        answers.Select(answer => answer.Single()).ShouldBe(Enumerable.Range(0, 200).Select(i => (object?)(long)i));
    }

    [Fact]
    public async Task A_single_server_names_itself_in_every_role_by_the_address_that_it_was_asked_at()
    {
        await using var client = new BoltClient(Options with { Address = Options.Address with { IsRouted = true } }, TimeProvider.System);

        var routes = await client.RoutesAsync("neo4j", Cancel);

        foreach (var servers in new[] { routes.Routers, routes.Readers, routes.Writers })
            servers.ShouldBe([Options.Address.Server]);
        routes.Lifetime.ShouldBeGreaterThan(TimeSpan.Zero);
        (await AddAsync(client, "a", Cancel)).ShouldBe(1);
        (await ValuesAsync(client, Ask("MATCH (n:BoltTest) RETURN n.count"), Read, Cancel)).ShouldBe([1L]);
    }

    [Fact]
    public async Task A_closed_client_opens_nothing()
    {
        var client = new BoltClient(Options, TimeProvider.System);
        await AddAsync(client, "a", Cancel);
        await client.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => AddAsync(client, "a", Cancel));
        await client.DisposeAsync();
    }
}
