using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>
/// What the tests of <see cref="QueryApi"/> share: a server, nodes with a label of their own, and a second way in that knows nothing of the
/// first.
/// </summary>
[Collection(Neo4jDatabase.Name)]
public abstract class QueryApiTest(Neo4jServer server) : IAsyncLifetime
{
    /// <summary>A statement that goes on until somebody ends it.</summary>
    protected const string Endless = "UNWIND range(1, 1000000000000) AS i WITH i WHERE i < 0 RETURN count(i)";

    private HttpClient _raw = null!;

    internal CypherClient Api { get; private set; } = null!;

    protected Neo4jOptions Options { get; private set; } = null!;

    /// <summary>The same server over its Query API.</summary>
    protected Neo4jOptions Http { get; private set; } = null!;

    protected static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public virtual async ValueTask InitializeAsync()
    {
        (Options, Http) = (OptionsOf(server), server.Http);
        Api = CypherClient.Of(Options, TimeProvider.System);
        _raw = new HttpClient { BaseAddress = new Uri(Http.Uri, $"/db/{Options.Database}/query/v2") };
        _raw.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue(
            "Basic",
            Convert.ToBase64String(Encoding.UTF8.GetBytes($"{Options.User}:{Options.Password}"))
        );
        await CleanUpAsync();
    }

    public virtual async ValueTask DisposeAsync()
    {
        if (Api is not null)
        {
            await CleanUpAsync();
            await Api.DisposeAsync();
            _raw.Dispose();
        }
        GC.SuppressFinalize(this);
    }

    /// <summary>The way that is tested: by the address that is named first, unless a class means one of them.</summary>
    protected virtual Neo4jOptions OptionsOf(Neo4jServer server) => server.Options;

    internal static Cypher Ask(string text, params (string Name, object? Value)[] parameters) =>
        new("TEST statements", text, parameters.ToDictionary(p => p.Name, p => p.Value));

    internal static Task<List<long>> AddAsync(CypherClient api, string id) => api.WriteAsync(Add(id), row => row.Number(0), Cancel);

    internal static Cypher Add(string id) =>
        Ask("MERGE (n:QueryApiTest {id: $id}) SET n.count = coalesce(n.count, 0) + 1 RETURN n.count", ("id", id));

    /// <summary>How often a node was added to.</summary>
    internal async Task<long> CountAsync(string id) =>
        (
            await Api.ReadAsync(
                Ask("OPTIONAL MATCH (n:QueryApiTest {id: $id}) RETURN coalesce(n.count, 0)", ("id", id)),
                row => row.Number(0),
                Cancel
            )
        )[0];

    /// <summary>How many statements of these tests the server is running.</summary>
    internal async Task<long> RunningAsync()
    {
        using var answer = await PostAsync(
            "",
            "SHOW TRANSACTIONS YIELD parameters, metaData WHERE parameters.requestId IS NOT NULL OR metaData.app IS NOT NULL "
                + "RETURN count(*)"
        );
        return answer.RootElement.GetProperty("data").GetProperty("values")[0][0].GetInt64();
    }

    internal async Task WaitUntilRunningAsync(long count)
    {
        while (await RunningAsync() != count)
            await Task.Delay(20, Cancel);
    }

    /// <summary>A transaction that stays open, made without the class under test. Gives its address.</summary>
    internal async Task<string> BeginAsync(string statement)
    {
        using var answer = await PostAsync("/tx", statement);
        return "/tx/" + answer.RootElement.GetProperty("transaction").GetProperty("id").GetString();
    }

    internal async Task<JsonDocument> PostAsync(string path, string statement)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { statement }), Encoding.UTF8, "application/json");
        using var response = await _raw.PostAsync(_raw.BaseAddress!.AbsolutePath + path, content, Cancel);
        var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel), new JsonDocumentOptions { MaxDepth = 1_000 });
        answer.RootElement.TryGetProperty("errors", out var errors).ShouldBeFalse(errors.ToString());
        return answer;
    }

    /// <summary>An answer that says of each value of which kind it is.</summary>
    internal async Task<JsonDocument> TypedAsync(string statement)
    {
        using var content = new StringContent(JsonSerializer.Serialize(new { statement }), Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, _raw.BaseAddress) { Content = content };
        request.Headers.Accept.ParseAdd("application/vnd.neo4j.query");
        using var response = await _raw.SendAsync(request, Cancel);
        response.EnsureSuccessStatusCode();
        return JsonDocument.Parse(await response.Content.ReadAsStringAsync(Cancel));
    }

    internal async Task CommitAsync(string transaction)
    {
        using var empty = new StringContent("", Encoding.UTF8, "application/json");
        using var response = await _raw.PostAsync(_raw.BaseAddress!.AbsolutePath + transaction + "/commit", empty, Cancel);
        response.EnsureSuccessStatusCode();
    }

    internal async Task RollbackAsync(string transaction)
    {
        using var response = await _raw.DeleteAsync(_raw.BaseAddress!.AbsolutePath + transaction, Cancel);
        response.EnsureSuccessStatusCode();
    }

    private Task<List<int>> CleanUpAsync() => Api.WriteAsync(Ask("MATCH (n:QueryApiTest) DETACH DELETE n"), _ => 0, Cancel);
}
