using System.IO.Pipelines;
using System.Text;
using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Execution;
using GraphQL.SystemTextJson;
using GraphQL.Validation;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Questions;
using ZhuzhouGraph.Server.Tests.GraphApi.Fuzz;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Execution;

/// <summary>
/// What runs from a plan answers what the library's own executor answers, to the byte and with the same errors; the second time, too, when
/// the plan is kept.
/// </summary>
public sealed class PlannedExecutionTests(GraphServer server) : IClassFixture<GraphServer>, IDisposable
{
    private const int Queries = 250;

    private readonly GraphSchema _schema = new();
    private readonly DocumentExecuter _stock = new();
    private readonly DocumentExecuter _planned = PlannedExecution.Executer(new DocumentValidator());

    [Fact]
    public async Task The_stored_questions_are_answered_alike()
    {
        foreach (var query in StoredQuestion.All.Select(question => question.Query))
            (await AlikeAsync(server.Store, query)).ShouldBeTrue(query);
    }

    [Fact]
    public async Task The_shapes_of_the_statement_law_are_answered_alike_also_by_a_store_that_answers_late()
    {
        foreach (var query in StatementLaw.Queries)
        {
            (await AlikeAsync(server.Store, query)).ShouldBeTrue(query);
            (await AlikeAsync(new LateStore(server.Store), query)).ShouldBeTrue(query);
        }
    }

    [Theory]
    [InlineData(
        "{ articles(first: 2) { nodes { id } } articles(first: 2) { nodes { title } ...f } } fragment f on ArticleConnection { nodes { "
            + "id page } totalCount }"
    )]
    [InlineData(
        "{ a: articles(first: 1) { nodes { b: title title c: title } } b: articles(first: 2) { edges { cursor node { id } } pageInfo { "
            + "endCursor hasNextPage } } }"
    )]
    [InlineData(
        "{ relationships(first: 60) { nodes { __typename ... on HoldsPost { title from { __typename name } } ... on Node { i: id } ... "
            + "on TookPartIn { role } } } }"
    )]
    [InlineData(
        "{ relationships(first: 60) { nodes { from { ... on Entity { relationships(first: 2) { totalCount } } ... on Official { "
            + "relationships(first: 2) { nodes { id } } } } } } }"
    )]
    [InlineData(
        "{ nodes(ids: [\"place:zhuzhou\", \"place:nowhere\", \"place:zhuzhou\"]) { id ... on Place { kind names { text basis } } } }"
    )]
    [InlineData(
        "{ __type(name: \"Observation\") { name fields { name type { kind ofType { name } } args { defaultValue } } } nothing: "
            + "__type(name: \"Nothing\") { name } __typename }"
    )]
    [InlineData(
        "query ($no: Boolean!) { articles(first: 2) { nodes { id title @skip(if: $no) ...f @include(if: $no) } } } fragment f on Article "
            + "{ id @skip(if: $no) date page }"
    )]
    public async Task Fields_are_merged_and_fragments_apply_alike(string query)
    {
        foreach (var no in new[] { true, false })
            (await AlikeAsync(server.Store, query, query.Contains('$') ? new() { ["no"] = no } : null)).ShouldBeTrue(query);
    }

    [Fact]
    public async Task The_standard_introspection_is_answered_alike() =>
        (await AlikeAsync(server.Store, HostileDocuments.StandardIntrospection)).ShouldBeTrue();

    [Theory]
    [InlineData(
        "{ articles(first: 1, after: \"x\") { nodes { id } } companies(first: 3) { nodes { id relationships(after: \"x\") { totalCount } "
            + "} } }"
    )]
    [InlineData("{ paths(from: \"nobody\", to: \"no one\", avoid: [\"nothing\"]) { hasMore } summary { citations } }")]
    [InlineData("{ timeline(about: \"nobody\") { nodes { summary: id } } }")]
    [InlineData(
        "{ companies(first: 2) { nodes { a: relationships(after: \"x\") { totalCount } id b: relationships(after: \"x\") { totalCount } "
            + "name } } }"
    )]
    [InlineData("{ nothing }")]
    public async Task What_is_wrong_with_a_question_is_said_alike(string query)
    {
        await AlikeAsync(server.Store, query);
        await AlikeAsync(new LateStore(server.Store), query);
    }

    /// <summary>Every null here stands where none may be, and goes up to the next place where one may.</summary>
    [Theory]
    [InlineData("{ observations(first: 3) { nodes { id article { title } indicator { name } } } articles { totalCount } }")]
    [InlineData(
        "{ observations(first: 3) { nodes { id place { id } } } node(id: \"place:zhuzhou\") { ... on Place { relationships(first: 2) { "
            + "nodes { citations { nodes { article { id } } } } } } } }"
    )]
    [InlineData(
        "{ a: node(id: \"place:zhuzhou\") { id ... on Place { relationships(first: 2) { nodes { id from { id } } edges { node { "
            + "citations { edges { node { article { title } } } } } } } } } __typename }"
    )]
    public async Task A_null_that_may_not_be_goes_up_alike(string query)
    {
        await using var broken = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        broken.Meddle(StoreFaults.LoseArticles);
        await AlikeAsync(broken.Store, query);
        await AlikeAsync(new LateStore(broken.Store), query);
    }

    [Fact]
    public async Task Random_queries_are_answered_alike()
    {
        var known = await Fuzzing.KnownAsync(server);
        var (asked, answered) = (0, 0);
        await Fuzzing.ForEachSeedAsync(Queries, async dice =>
        {
            var query = new FuzzQuery(_schema, dice, new FuzzValues(dice, known));
            asked++;
            answered += await AlikeAsync(server.Store, query.Text, query.Variables) ? 1 : 0;
        });
        (answered * 100 / asked).ShouldBeGreaterThan(80);
    }

    public void Dispose() => _schema.Dispose();

    /// <summary>Asks both, the plan twice, and gives whether there was an answer without errors.</summary>
    private async Task<bool> AlikeAsync(IGraphStore store, string query, JsonObject? variables = null)
    {
        var (expected, isAnswered) = await AnswerAsync(_stock, store, query, variables, null);
        var document = DocumentCheck.Read(query, new()) is { Document: { } read, Bytes: var bytes } ? new KnownDocument(read, bytes) : null;
        for (var time = 0; time < 2; time++)
            (await AnswerAsync(_planned, store, query, variables, document)).Text.ShouldBe(expected, query);
        return isAnswered;
    }

    private async Task<(string Text, bool IsAnswered)> AnswerAsync(
        DocumentExecuter executer,
        IGraphStore store,
        string query,
        JsonObject? variables,
        KnownDocument? document
    )
    {
        var result = await store.ReadAsync(
            snapshot =>
                executer.ExecuteAsync(
                    new ExecutionOptions
                    {
                        Schema = _schema,
                        Query = query,
                        Document = document?.Document,
                        Variables = variables is null ? null : new GraphQLSerializer().Deserialize<Inputs>(variables.ToJsonString()),
                        Root = new RequestScope(snapshot, new(), document),
                        UserContext = AskedNames.ContextOf(new()),
                        Listeners = { NameLookUp.Instance },
                        CancellationToken = TestContext.Current.CancellationToken,
                        UnhandledExceptionDelegate = context =>
                        {
                            context.Exception = GraphErrors.Of(GraphErrors.InternalError, context.OriginalException.Message.Split(':')[0]);
                            return Task.CompletedTask;
                        },
                    }
                ),
            TestContext.Current.CancellationToken
        );
        if (result.Data is ExecutionNode stock)
            result.Data = stock.ToValue();
        // Which error comes first is not defined.
        var errors = result
            .Errors?.OrderBy(e => string.Join('/', e.Path ?? []), StringComparer.Ordinal)
            .ThenBy(e => e.Message, StringComparer.Ordinal)
            .ToList();
        result.Errors = null;
        if (errors is not null)
            result.AddErrors([.. errors]);
        using var text = new MemoryStream();
        await ResponseWriter.WriteAsync(PipeWriter.Create(text), result, TestContext.Current.CancellationToken);
        return (Encoding.UTF8.GetString(text.ToArray()), errors is null);
    }
}
