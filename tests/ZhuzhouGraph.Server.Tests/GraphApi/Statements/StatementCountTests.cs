using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Questions;
using ZhuzhouGraph.Server.Tests.GraphApi.Fuzz;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Statements;

/// <summary>
/// The law of <see cref="StatementLaw"/> for every query of the README and for random ones: what runs is what <see cref="StatementCount"/>
/// counts.
/// </summary>
public abstract class StatementCountContract : IDisposable
{
    private readonly GraphSchema _schema = new();

    /// <summary>Statements that read the version.</summary>
    protected abstract int Version { get; }

    /// <summary>Random queries, where CsCheck_Iter does not say so.</summary>
    protected abstract int Queries { get; }

    /// <summary>A server that holds the seeds.</summary>
    protected abstract Task<GraphServer> ServerAsync();

    [Fact]
    public async Task Every_stored_question_costs_what_it_selects()
    {
        var server = await WarmAsync();
        foreach (var query in StoredQuestion.All.Select(question => question.Query))
        {
            var document = new AskedDocument(_schema, query, []);
            // The same query, of whose answer it can be told what stands where.
            var (_, answer) = await AskAsync(server, await document.MarkedAsync(), []);
            var (statements, _) = await AskAsync(server, query, []);

            Check(document, answer, statements).ShouldBeTrue(query);
        }
    }

    [Fact]
    public async Task Random_queries_cost_what_they_select()
    {
        var server = await WarmAsync();
        var (asked, checkable) = (0, 0);
        await ForEachQueryAsync(server, async query =>
        {
            var (statements, answer) = await AskAsync(server, query.Text, query.Variables);
            asked++;
            checkable += Fuzzing.Explained(
                () => Check(new AskedDocument(_schema, query.Text, query.Variables), answer, statements),
                query.ToString()
            )
                ? 1
                : 0;
        });
        // A generator whose queries are all refused tests nothing.
        if (asked >= Queries)
            (checkable * 100 / asked).ShouldBeGreaterThan(75);
    }

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _schema.Dispose();
    }

    protected async Task<GraphServer> WarmAsync()
    {
        var server = await ServerAsync();
        await WarmAsync(server);
        return server;
    }

    /// <summary>A version that was read, what a summary counts and what claims need to know may be kept until the next one.</summary>
    protected static async Task WarmAsync(GraphServer server) =>
        (
            await server.CodeAsync("{ articles { totalCount } summary { articles } checkClaim(text: \"58\") { dataVersion } }")
        ).ShouldBeNull();

    internal async Task ForEachQueryAsync(GraphServer server, Func<FuzzQuery, Task> ask)
    {
        var known = await Fuzzing.KnownAsync(server);
        await Fuzzing.ForEachSeedAsync(Queries, dice => ask(new FuzzQuery(_schema, dice, new FuzzValues(dice, known))));
    }

    /// <summary>Asks, and gives how many statements ran.</summary>
    protected static async Task<(int Statements, JsonNode Answer)> AskAsync(GraphServer server, string query, JsonObject variables)
    {
        using var statements = new RequestStatements();
        using var request = statements.Request(HttpMethod.Post, "/graphql");
        request.Content = new StringContent(
            new JsonObject { ["query"] = query, ["variables"] = variables.DeepClone() }.ToJsonString(),
            Encoding.UTF8,
            "application/json"
        );
        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
        response.StatusCode.ShouldBe(HttpStatusCode.OK);
        var answer = JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!;
        return (statements.Texts.Count, answer);
    }

    /// <summary>Throws where another number ran than was selected. False where no data came back from which to tell it.</summary>
    private bool Check(AskedDocument document, JsonNode answer, int statements)
    {
        if (answer["data"] is not JsonObject data)
        {
            // A request that is refused costs nothing, unless something was looked up; where a field failed that may not be null, the
            // others were asked.
            if (!answer.AsObject().ContainsKey("data"))
                statements.ShouldBeLessThanOrEqualTo(document.Names == 0 ? 0 : Version + 1 + OfUnknown(answer));
            return false;
        }
        var (least, most) = StatementCount.Of(_schema, document, data);
        statements.ShouldBeInRange(least == 0 ? 0 : Version + least, most == 0 ? 0 : Version + most + OfUnknown(answer));
        return true;
    }

    /// <summary>What may be asked to tell the nearest of what nothing is called.</summary>
    private static int OfUnknown(JsonNode answer) =>
        (answer["errors"]?.AsArray() ?? []).Any(e => e!["extensions"]!["code"]!.GetValue<string>() == "UNKNOWN_NAME")
            ? 1 + (NamedNodes.MostUnknown * NearestIds.MostStatements)
            : 0;
}

public sealed class SqliteStatementCountTests(GraphServer server) : StatementCountContract, IClassFixture<GraphServer>
{
    /// <summary>A read transaction holds the version.</summary>
    protected override int Version => 1;

    protected override int Queries => 400;

    protected override Task<GraphServer> ServerAsync() => Task.FromResult(server);
}

[Collection(Neo4jDatabase.Name)]
public sealed partial class Neo4jStatementCountTests(Neo4jServer neo4j, Neo4jStatementLawTests.Served served, GraphServer embedded)
    : StatementCountContract,
        IClassFixture<Neo4jStatementLawTests.Served>,
        IClassFixture<GraphServer>
{
    /// <summary>Every statement brings it.</summary>
    protected override int Version => 0;

    /// <summary>Each has plans of its own to be made.</summary>
    protected override int Queries => 40;

    protected override Task<GraphServer> ServerAsync() => served.ByAsync(neo4j);

    [Fact]
    public async Task Both_stores_run_as_many_statements_and_answer_alike()
    {
        var server = await WarmAsync();
        await WarmAsync(embedded);
        foreach (var query in StoredQuestion.All.Select(question => question.Query))
            await CompareAsync(query, []);
        await ForEachQueryAsync(server, query => CompareAsync(query.Text, query.Variables));

        async Task CompareAsync(string query, JsonObject variables)
        {
            var (here, answer) = await AskAsync(server, query, variables);
            var (there, same) = await AskAsync(embedded, query, variables);
            // The seeds were imported at two times.
            Moment().Replace(answer.ToJsonString(), "").ShouldBe(Moment().Replace(same.ToJsonString(), ""), $"{query}\n{variables}");
            // The embedded store reads the version by a statement of its own, and this one where nothing else brings it.
            here.ShouldBe(there > 1 ? there - 1 : there, query);
        }
    }

    [GeneratedRegex("\"20[0-9-]+T[0-9:.]+Z\"")]
    private static partial Regex Moment();
}
