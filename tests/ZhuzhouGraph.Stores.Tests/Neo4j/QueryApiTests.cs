using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>What goes to the server, what comes back, and that nothing goes on there after the end; over either way.</summary>
public class QueryApiTests(Neo4jServer server) : QueryApiTest(server)
{
    protected override Neo4jOptions OptionsOf(Neo4jServer server) => server.Http;

    [Fact]
    public async Task Closing_ends_what_runs()
    {
        var api = CypherClient.Of(Options, TimeProvider.System);
        var read = api.ReadAsync(Ask(Endless), row => row.Number(0), Cancel);
        await WaitUntilRunningAsync(1);

        await api.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => read);
        await Should.ThrowAsync<ObjectDisposedException>(() => AddAsync(api, "a"));
        (await RunningAsync()).ShouldBe(0);
    }

    [Theory]
    [InlineData("云海市")]
    [InlineData("𠀀𪚥 😀 \" \\ \u0001 \u2028 <&>'")]
    [InlineData("")]
    public async Task A_text_comes_back_as_it_was_sent(string text)
    {
        var statement = Ask("RETURN $v, $m.键, $l[1]", ("v", text), ("m", Map(("键", text))), ("l", new[] { "", text }));

        var rows = await Api.ReadAsync(statement, row => (row.Text(0), row.Text(1), row.Text(2)), Cancel);

        rows.ShouldBe([(text, text, text)]);
    }

    [Fact]
    public async Task A_text_with_half_a_surrogate_pair_is_refused_before_it_is_sent()
    {
        await Should.ThrowAsync<ArgumentException>(() => Api.ReadAsync(Ask("RETURN $v", ("v", "a\ud840")), row => row.Text(0), Cancel));
        await Should.ThrowAsync<ArgumentException>(() =>
            Api.ReadAsync(Ask("RETURN $v", ("v", Map(("\udc00", 1)))), row => row.Count, Cancel)
        );
        await Should.ThrowAsync<ArgumentException>(() =>
            Api.ReadAsync(Ask("RETURN $v", ("v", new LocalDate(2031, 5, 1))), row => row.Day(0), Cancel)
        );
    }

    [Fact]
    public async Task Values_of_every_kind_come_back_as_they_were_sent()
    {
        var statement = Ask(
            "RETURN $i, $l, $f, $t, $n, $map.a.b, $list",
            ("i", 7),
            ("l", long.MaxValue),
            ("f", 2386691.25),
            ("t", true),
            ("n", null),
            ("map", Map(("a", Map(("b", -1L))))),
            ("list", new object?[] { 1, "二", null })
        );

        var rows = await Api.ReadAsync(
            statement,
            row =>
                (
                    row.Number(0),
                    row.Number(1),
                    row.Float(2),
                    row.Flag(3),
                    row.TextOrNull(4),
                    row.Number(5),
                    string.Join(' ', row.List(6, v => v.Kind))
                ),
            Cancel
        );

        rows.ShouldBe([(7, long.MaxValue, 2386691.25, true, null, -1, "Integer String Null")]);
    }

    [Theory]
    [InlineData(5.0)]
    [InlineData(-0.1)]
    [InlineData(1e300)]
    [InlineData(5e-324)]
    [InlineData(12345678901234567890.0)]
    public async Task A_float_stays_a_float(double number)
    {
        var rows = await Api.ReadAsync(Ask("RETURN $v", ("v", number)), row => (row[0].Kind, row.Float(0)), Cancel);

        rows.ShouldBe([("Float", number)]);
    }

    [Fact]
    public async Task Days_and_moments_are_read_as_such()
    {
        var statement = Ask(
            "RETURN date($d), datetime('2031-05-01T08:00:00.5+08:00'), datetime('2031-05-01T08:00[Asia/Shanghai]'), date(null)",
            ("d", "2031-05-01")
        );

        var rows = await Api.ReadAsync(statement, row => (row.Day(0), row.Moment(1), row.Moment(2), row.DayOrNull(3)), Cancel);

        rows.ShouldBe([
            (
                new LocalDate(2031, 5, 1),
                Instant.FromUtc(2031, 5, 1, 0, 0).PlusNanoseconds(500_000_000),
                Instant.FromUtc(2031, 5, 1, 0, 0),
                null
            ),
        ]);
    }

    [Fact]
    public async Task Nodes_relationships_and_maps_are_read_by_name()
    {
        var statement = Ask(
            """
            CREATE (n:QueryApiTest:Second {id: 'a', names: ['甲', '乙'], start: date('2031-05-01'), share: 0.5, isOpen: false})
                -[r:POINTS {weight: 3}]->(m:QueryApiTest {id: 'b'})
            RETURN n, r, {items: [{of: n.id}, {of: m.id}], `_type`: 'x'}, null
            """
        );

        var (node, relationship, map) = (
            await Api.WriteAsync(statement, row => (Node(row.Map(0)), Relationship(row.Map(1)), PlainMap(row.Map(2))), Cancel)
        ).ShouldHaveSingleItem();

        node.ShouldBe("QueryApiTest Second: a 甲乙 2031-05-01 0.5 False nothing 0");
        relationship.ShouldBe("POINTS 3 ");
        map.ShouldBe(" ab");

        static string Node(CypherMap n) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{string.Join(' ', n.Labels.Order(StringComparer.Ordinal))}: {n.Text("id")} {string.Concat(n.Texts("names"))} "
                    + $"{n.Day("start"):uuuu-MM-dd} {n.Float("share")} {n.Flag("isOpen")} "
                    + $"{n.Text("absent") ?? "nothing"} {n.Texts("absent").Count}"
            );
        static string Relationship(CypherMap r) => $"{r.Type} {r.Number("weight")} {string.Concat(r.Labels)}";
        static string PlainMap(CypherMap m) => $"{m.Type} {string.Concat(m.Maps("items").Select(item => item.Text("of")))}";
    }

    [Fact]
    public async Task A_value_of_a_kind_that_is_not_read_is_a_clear_error()
    {
        var point = await Should.ThrowAsync<GraphStoreException>(() =>
            Api.ReadAsync(Ask("RETURN point({x: 1, y: 2})"), row => row.Text(0), Cancel)
        );
        var absent = await Should.ThrowAsync<GraphStoreException>(() => Api.ReadAsync(Ask("RETURN null"), row => row.Number(0), Cancel));

        point.Message.ShouldContain("Point where a text is read");
        absent.Message.ShouldContain("nothing where there must be a value");
    }

    [Fact]
    public async Task Twenty_thousand_rows_come_back_whole()
    {
        var statement = Ask("UNWIND range(1, 20000) AS i RETURN i, toString(i), i * 0.5, i % 2 = 0, [i]");

        var rows = await Api.ReadAsync(
            statement,
            row => (row.Number(0), row.Text(1), row.Float(2), row.Flag(3), row.List(4, v => v.Number())[0]),
            Cancel
        );

        rows.Count.ShouldBe(20_000);
        rows[^1].ShouldBe((20_000, "20000", 10_000, true, 20_000));
    }

    [Fact]
    public async Task A_statement_counts_once()
    {
        var before = Api.Statements;

        await AddAsync(Api, "a");
        await CountAsync("a");

        (Api.Statements - before).ShouldBe(2);
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private static Dictionary<string, object?> Map(params (string Name, object? Value)[] items) =>
        items.ToDictionary(p => p.Name, p => p.Value);
}
