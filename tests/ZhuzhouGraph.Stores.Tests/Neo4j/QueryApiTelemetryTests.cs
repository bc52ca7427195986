using System.Diagnostics;
using System.Diagnostics.Metrics;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

public sealed class QueryApiTelemetryTests(Neo4jServer server) : QueryApiTest(server)
{
    protected override Neo4jOptions OptionsOf(Neo4jServer server) => server.Http;

    [Fact]
    public async Task Every_statement_is_a_span_with_its_text_and_without_its_values()
    {
        using var listening = new Listening();

        await AddAsync(Api, "secret-value");

        var span = listening.Spans.ShouldHaveSingleItem();
        (span.DisplayName, span.Kind, span.Status).ShouldBe(("TEST statements", ActivityKind.Client, ActivityStatusCode.Unset));
        span.TagObjects.ToDictionary(t => t.Key, t => t.Value)
            .ShouldBe(
                new Dictionary<string, object?>
                {
                    ["db.system.name"] = "neo4j",
                    ["db.namespace"] = Options.Database,
                    ["db.query.summary"] = "TEST statements",
                    ["db.query.text"] = Add("").Text,
                    ["server.address"] = Options.Uri.Host,
                    ["server.port"] = Options.Uri.Port,
                },
                ignoreOrder: true
            );
    }

    [Fact]
    public async Task Every_statement_is_measured_with_tags_of_few_values()
    {
        using var listening = new Listening();

        await AddAsync(Api, "a");

        var (instrument, seconds, tags) = listening.Durations.ShouldHaveSingleItem();
        (instrument.Name, instrument.Unit).ShouldBe(("db.client.operation.duration", "s"));
        ((Histogram<double>)instrument).Advice!.HistogramBucketBoundaries.ShouldBe([0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10]);
        seconds.ShouldBeGreaterThan(0);
        tags.Keys.ShouldBe(["db.system.name", "db.query.summary", "db.namespace", "server.address", "server.port"], ignoreOrder: true);
    }

    [Fact]
    public async Task A_failure_has_the_code_of_the_server()
    {
        using var listening = new Listening();

        await Should.ThrowAsync<GraphStoreException>(() => Api.ReadAsync(Ask("RETRN 1"), row => row.Number(0), Cancel));

        const string code = "Neo.ClientError.Statement.SyntaxError";
        var span = listening.Spans.ShouldHaveSingleItem();
        (span.Status, span.GetTagItem("error.type"), span.GetTagItem("db.response.status_code")).ShouldBe(
            (ActivityStatusCode.Error, code, code)
        );
        var tags = listening.Durations.ShouldHaveSingleItem().Tags;
        (tags["error.type"], tags["db.response.status_code"]).ShouldBe((code, code));
    }

    [Fact]
    public async Task A_failure_without_a_code_has_a_type_of_few()
    {
        using var listening = new Listening();
        await using var relay = new Relay(Options.Uri);
        await using var api = CypherClient.Of(
            Options with
            {
                Uri = relay.Uri,
                StatementTimeout = TimeSpan.FromSeconds(1),
            },
            TimeProvider.System
        );

        relay.CutNextAnswer(0);
        await Should.ThrowAsync<OutcomeUnknownException>(() => AddAsync(api, "a"));
        await Should.ThrowAsync<GraphStoreException>(() =>
            api.ReadAsync(Ask("UNWIND range(1, 1000000000000) AS i WITH i WHERE i < 0 RETURN count(i)"), _ => 0, Cancel)
        );

        listening.Spans.Select(span => span.GetTagItem("error.type")).ShouldBe(["ResponseEnded", "timeout"]);
        listening.Spans.ShouldAllBe(span => span.GetTagItem("db.response.status_code") == null);
    }
}
