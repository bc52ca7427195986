using System.Text;
using GraphQL;
using Microsoft.Extensions.Logging.Abstractions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>
/// Documents are validated once; what depends on the request is looked at every time. Memory is bounded, whoever asks for what.
/// </summary>
[Collection(Alone.Name)]
public sealed class DocumentCacheTests(GraphServer server) : IClassFixture<GraphServer>, IDisposable
{
    private const string Sized = "query ($n: Int) { companies(first: $n) { nodes { relationships(first: $n) { nodes { id } } } } }";

    private readonly GraphSchema _schema = new();
    private readonly DocumentCache _documents = new(new());

    [Theory]
    [InlineData(100_000, "INVALID_ARGUMENT")]
    [InlineData(200, "COST_EXCEEDED")]
    [InlineData("many", "INVALID_VALUE")]
    public async Task A_document_that_is_known_is_refused_for_its_variables(object n, string code)
    {
        var executor = Executor(new());
        (await AskAsync(executor, Sized, n: 1)).ShouldBe((Outcome.Answered, null));
        _documents.Count.ShouldBe(1);

        (await AskAsync(executor, Sized, n: n)).ShouldBe((Outcome.Refused, code));
        (await AskAsync(executor, Sized, n: 2)).ShouldBe((Outcome.Answered, null));
    }

    [Fact]
    public async Task A_mutation_that_is_known_does_not_run_over_GET()
    {
        // The schema has none, so none gets in by itself.
        const string mutation = "mutation { __typename }";
        _documents.Keep(_documents.KeyOf(mutation, null), Document(mutation));

        (await AskAsync(Executor(new()), mutation, isQueryOnly: true)).Outcome.ShouldBe(Outcome.NotOverGet);
    }

    [Theory]
    [InlineData("{ nothing }")]
    [InlineData("{ articles(first: 0) { nodes { id } } }")]
    [InlineData("{ companies(first: 200) { nodes { relationships(first: 200) { nodes { id } } } } }")]
    [InlineData("query a { __typename } query b { __typename }")]
    [InlineData("{")]
    public async Task Only_what_was_found_valid_enters(string query)
    {
        (await AskAsync(Executor(new()), query)).Outcome.ShouldBe(Outcome.Refused);
        _documents.Count.ShouldBe(0);
    }

    [Theory]
    [InlineData(16 * 1024, 1)]
    [InlineData((16 * 1024) + 1, 0)]
    public async Task Nothing_above_16_KB_enters_whatever_a_query_may_be(int bytes, int kept)
    {
        var query = "{ __typename } #";
        query += string.Concat(Enumerable.Repeat("株", (bytes - query.Length) / 3)) + new string('x', (bytes - query.Length) % 3);
        Encoding.UTF8.GetByteCount(query).ShouldBe(bytes);

        (await AskAsync(Executor(new() { QueryBytes = 64 * 1024 }), query)).Outcome.ShouldBe(Outcome.Answered);
        _documents.Count.ShouldBe(kept);
    }

    [Fact]
    public async Task One_text_under_two_operation_names_is_two_documents()
    {
        var executor = Executor(new());
        const string query = "query a { __typename } query b { articles(first: 1) { nodes { id } } }";
        foreach (var name in new[] { "a", "b", "a", "b" })
            (await AskAsync(executor, query, operation: name)).Outcome.ShouldBe(Outcome.Answered);
        (await AskAsync(executor, query, operation: "c")).Outcome.ShouldBe(Outcome.Refused);
        _documents.Count.ShouldBe(2);
    }

    [Fact]
    public void What_was_asked_for_longest_ago_makes_room()
    {
        var documents = new DocumentCache(new() { Entries = 2 });
        foreach (var name in new[] { "a", "b" })
            documents.Keep(name, Document("{ a }"));
        documents.Find("a").ShouldNotBeNull();
        documents.Keep("c", Document("{ a }"));
        documents.Find("b").ShouldBeNull();
        documents.Find("a").ShouldNotBeNull();
        documents.Find("c").ShouldNotBeNull();
    }

    [Fact]
    public async Task The_plan_of_a_document_is_counted_and_grows_with_what_is_met()
    {
        var executor = Executor(new());
        const string query = "query ($id: ID!) { node(id: $id) { id ... on Entity { name } ... on Article { title } } }";
        async Task<long> BytesAfterAsync(string id)
        {
            var question = new GraphQLRequest(query, null, new Inputs(new Dictionary<string, object?> { ["id"] = id }));
            (await executor.AnswerAsync(question, null, TestContext.Current.CancellationToken)).Outcome.ShouldBe(Outcome.Answered);
            return _documents.Bytes;
        }

        var nothing = await BytesAfterAsync("place:nowhere");
        nothing.ShouldBeGreaterThan(DocumentCheck.Read(query, new()).Bytes);
        var place = await BytesAfterAsync("place:zhuzhou");
        place.ShouldBeGreaterThan(nothing, "the fields of a place are worked out");
        (await BytesAfterAsync("place:zhuzhou")).ShouldBe(place);
        _documents.Count.ShouldBe(1);
    }

    /// <summary>At 100,000 documents it takes a minute; <c>documents</c> of the benchmarks does that.</summary>
    [Theory]
    [InlineData(10_000, 1024 * 1024)]
    [InlineData(50, 64 * 1024 * 1024)]
    public void Many_distinct_documents_leave_no_more_than_the_bound(int entries, int bytes)
    {
        var documents = new DocumentCache(new() { Entries = entries, Bytes = bytes });
        var made = new List<WeakReference>();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        for (var i = 0; i < 2_000; i++)
            Ask(documents, made, i);
        var held = GC.GetTotalMemory(forceFullCollection: true) - before;

        documents.Count.ShouldBeLessThanOrEqualTo(entries);
        documents.Bytes.ShouldBeInRange(1, bytes);
        made.Count(document => document.IsAlive).ShouldBe(documents.Count);
        // What is counted is no less than what is held, but for the list of this test.
        (held - (made.Count * 64)).ShouldBeLessThan(documents.Bytes + (before / 10));
        GC.KeepAlive(documents);
    }

    public void Dispose() => _schema.Dispose();

    private static void Ask(DocumentCache documents, List<WeakReference> made, int i)
    {
        var text = $"{{ {string.Concat(Enumerable.Range(0, 100).Select(field => $"f{i}_{field} "))}}}";
        var (document, bytes, _) = DocumentCheck.Read(text, new() { Repeats = 1_000 });
        documents.Keep(documents.KeyOf(text, null), new KnownDocument(document.ShouldNotBeNull(), bytes));
        made.Add(new WeakReference(document));
    }

    private static KnownDocument Document(string text) => new(DocumentCheck.Read(text, new()).Document!, 1);

    private GraphExecutor Executor(RequestLimits limits) =>
        new(
            server.Store,
            new StoreDoor(new Readiness(isReady: true), TimeProvider.System, NullLogger<StoreDoor>.Instance),
            _schema,
            limits,
            _documents,
            new PublicUrl(null),
            NullLogger<GraphExecutor>.Instance
        );

    private static async Task<(Outcome Outcome, string? Code)> AskAsync(
        GraphExecutor executor,
        string query,
        object? n = null,
        string? operation = null,
        bool isQueryOnly = false
    )
    {
        var variables = n is null ? null : new Inputs(new Dictionary<string, object?> { ["n"] = n });
        var answer = await executor.AnswerAsync(
            new GraphQLRequest(query, operation, variables, isQueryOnly),
            null,
            TestContext.Current.CancellationToken
        );
        return (answer.Outcome, answer.Result.Errors?[0].Code);
    }
}

/// <summary>Tests that look at the memory of the process, and therefore run while no other test does.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class Alone
{
    public const string Name = "alone";
}
