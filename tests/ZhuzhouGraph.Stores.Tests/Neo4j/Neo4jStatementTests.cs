using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>How many statements a level takes, and that each walks an index in the order of its list.</summary>
public sealed class Neo4jStatementTests(Neo4jServer server, Neo4jStatementTests.Filled filled)
    : PlanTest(server),
        IClassFixture<Neo4jStatementTests.Filled>
{
    private static readonly GraphBatch Stated = Article(1)
        .Stating(Post(Mayor, City, "市长"))
        .Printing(Figure(1, "a", 5))
        .Naming(City, "云海市");

    private Neo4jGraphStore _store = null!;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        _store = await filled.ByAsync(Options);
    }

    [Theory]
    [MemberData(nameof(Questions.Nested), MemberType = typeof(Questions))]
    public async Task A_hundred_parents_are_one_statement(string what)
    {
        string[] parents = [City, Mayor, .. Enumerable.Range(0, 98).Select(i => $"place:p{i}")];

        var statements = await _store.ReadAsync(
            async snapshot =>
            {
                await Questions.AskNestedAsync(snapshot, what, parents, Cancel);
                return ((Neo4jGraphStore.Snapshot)snapshot).Statements;
            },
            Cancel
        );

        statements.ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Questions.Nested), MemberType = typeof(Questions))]
    public async Task A_page_of_a_hub_walks_an_index_and_sorts_only_what_it_gives(string what)
    {
        var plan = await PlanAsync(snapshot => Questions.AskNestedAsync(snapshot, what, [City], Cancel));

        plan.ShouldNotContain(step => IsFullScan(step.Operator));
        Limits(plan).ShouldNotBeEmpty();
        // A sort below a limit would take in a hub whole; above it, it sorts a page.
        plan.ShouldNotContain(step => IsSort(step.Operator) && !step.Below.Any(IsLimit), Text(plan));
    }

    [Theory]
    [MemberData(nameof(Questions.Roots), MemberType = typeof(Questions))]
    public async Task A_page_of_a_root_list_walks_an_index(string what)
    {
        var plan = await PlanAsync(snapshot => Questions.AskRootAsync(snapshot, what, Cancel));

        plan.ShouldNotContain(step => IsFullScan(step.Operator));
        plan.ShouldNotContain(step => IsSort(step.Operator) && !step.Below.Any(IsLimit), Text(plan));
    }

    /// <summary>Neo4j plans an OR over two properties as a union of two walks of the whole hub.</summary>
    [Fact]
    public async Task The_days_of_a_hub_are_walked_in_the_order_of_the_list()
    {
        var plan = await PlanAsync(snapshot =>
            snapshot.ListOfAsync([City], new RelationshipQuery { Period = new(FirstDay, FirstDay.PlusDays(30)) }, new(5), Cancel)
        );

        plan.ShouldNotContain(step => IsSort(step.Operator) && !step.Below.Any(IsLimit), Text(plan));
    }

    [Fact]
    public async Task No_statement_of_a_read_or_an_import_starts_with_a_full_scan()
    {
        using var listening = new Listening();
        await _store.ImportAsync(Article(1).Stating(Post(Mayor, City, "代市长")).Holding("题", "灯会开了。"), Cancel);
        await _store.RemoveAsync(ArticleId(1), Cancel);
        await _store.ImportAsync(Stated, Cancel);
        await _store.UnitsAsync(Cancel);
        await _store.TextsAsync([new string('a', 64)], Cancel);
        await _store.ReadAsync(
            async snapshot =>
            {
                foreach (var what in Questions.Nested)
                    await Questions.AskNestedAsync(snapshot, what, [City, ArticleId(1)], Cancel);
                foreach (var what in Questions.Roots)
                    await Questions.AskRootAsync(snapshot, what, Cancel);
                await snapshot.GetAsync([City, ArticleId(1), "obs:yunhai/01/a", "rel:0123456789abcdef"], Cancel);
                await snapshot.ResolveAsync(["云海市"], Cancel);
                await snapshot.NearestAsync(["云海", "灯"], new() { Types = ["Place"], PublishedBy = FirstDay }, Cancel);
                await snapshot.ListAsync(new SearchQuery("灯"), new(5, new("3 9999999999", "a")), Cancel);
                await snapshot.CountAsync(new SearchQuery("灯") { PublishedBy = FirstDay, Period = new(FirstDay, null) }, Cancel);
                await snapshot.ListAsync(new EntityQuery { PublishedBy = FirstDay }, new(5), Cancel);
                await snapshot.ListAsync(new ChangeQuery(0), new(5), Cancel);
                await snapshot.CountAsync(new ChangeQuery(0), Cancel);
                await snapshot.ListAsync(new SearchQuery("灯 会"), new(5), Cancel);
                await snapshot.CountAsync(new ObservationQuery { Text = "5 灯" }, Cancel);
                await snapshot.CountAsync(new ObservationQuery { Measures = [Measure.RateOfChange], Text = "灯" }, Cancel);
                await snapshot.ListOfAsync([City], new ObservationQuery { Text = "灯" }, new(5), Cancel);
                await snapshot.CountOfAsync([City, Lanterns], new RelationshipQuery(), Cancel);
                await snapshot.ListAsync(new EntityQuery { Text = "云", Names = ["云海市"] }, new(5), Cancel);
                await snapshot.ListAsync(new ObservationQuery { RecordedAsOf = NodaTime.Instant.FromUnixTimeSeconds(0) }, new(5), Cancel);
                await snapshot.SummaryAsync(Cancel);
                return 0;
            },
            Cancel
        );

        var statements = listening.Spans.Select(span => (string)span.GetTagItem("db.query.text")!).Distinct().ToList();
        statements.Count.ShouldBeGreaterThan(30);
        foreach (var statement in statements)
            (await ExplainAsync(statement)).ShouldNotContain(step => IsFullScan(step.Operator), statement);
    }

    [Fact]
    public async Task Equal_questions_are_equal_statements_whatever_their_values()
    {
        using var listening = new Listening();
        // One word each: how many there are belongs to the question.
        foreach (var (name, text) in new[] { ("云海市", "a"), ("`})DETACH/**/DELETE/**/n//", "'OR/**/true") })
        {
            await _store.ReadAsync(
                async snapshot =>
                    (
                        await snapshot.ListAsync(
                            new RelationshipQuery
                            {
                                About = [name],
                                Text = text,
                                Types = [RelationshipTypes.Built],
                            },
                            new(5, new(text, name)),
                            Cancel
                        ),
                        await snapshot.ListOfAsync([name], new ObservationQuery { Indicators = [name], Text = text }, new(7), Cancel),
                        await snapshot.ListAsync(new SearchQuery(name) { Types = [text] }, new(3), Cancel)
                    ),
                Cancel
            );
        }

        listening
            .Spans.Select(span => (string)span.GetTagItem("db.query.text")!)
            .Where(text => !text.Contains(":Store", StringComparison.Ordinal))
            .Distinct()
            .Count()
            .ShouldBe(3, "three questions");
    }

    /// <summary>A graph that is filled by the first test, because only a test can be skipped, and only read by the others.</summary>
    public sealed class Filled : IAsyncDisposable
    {
        private Neo4jGraphStore? _store;

        public async Task<Neo4jGraphStore> ByAsync(Neo4jOptions options)
        {
            if (_store is not null)
                return _store;
            await Neo4jStores.EmptyAsync(options, Cancel);
            var store = await Neo4jGraphStore.OpenAsync(options, TimeProvider.System, Cancel);
            await store.ImportAsync(Registry(), Cancel);
            await store.ImportAsync(Stated, Cancel);
            return _store = store;
        }

        public ValueTask DisposeAsync() => _store?.DisposeAsync() ?? ValueTask.CompletedTask;
    }

    private static IEnumerable<Step> Limits(IEnumerable<Step> plan) => plan.Where(step => IsLimit(step.Operator));

    private static string Text(IEnumerable<Step> plan) => string.Join('\n', plan.Select(step => step.Operator));

    private Task<List<Step>> PlanAsync(Func<IGraphSnapshot, Task> run) => PlanAsync(_store, run);
}
