using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ZhuzhouGraph.SqliteStore;
using static ZhuzhouGraph.Stores.Tests.Batches;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>How many statements a level takes, and that each walks an index in the order of its list.</summary>
public sealed partial class SqliteStatementTests : IAsyncLifetime
{
    private readonly SqliteStoreFiles _files = new();
    private SqliteGraphStore _store = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _store = await SqliteGraphStore.OpenAsync(_files.NewPath(), TimeProvider.System, Cancel);
        await _store.ImportAsync(Registry(), Cancel);
        await _store.ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")).Printing(Figure(1, "a", 5)).Naming(City, "云海市"), Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await _store.DisposeAsync();
        await _files.CleanUpAsync();
    }

    public static TheoryData<string> Nested => ["posts", "either", "to", "several types", "stated", "about", "measures", "printed", "named", "mentioned", "cited"];

    public static TheoryData<string> Roots => ["entities", "typed entities", "relationships", "typed relationships", "relationships of", "observations", "observations of", "articles"];

    [Theory]
    [MemberData(nameof(Nested))]
    public async Task A_hundred_parents_are_one_statement(string what)
    {
        string[] parents = [City, Mayor, .. Enumerable.Range(0, 98).Select(i => $"place:p{i}")];

        (await StatementsAsync(snapshot => RunNestedAsync(snapshot, what, parents))).ShouldBe(1);
    }

    [Fact]
    public async Task Parents_of_every_kind_and_their_counts_are_one_statement_each()
    {
        var statements = await StatementsAsync(async snapshot =>
        {
            var pages = await snapshot.ListOfAsync([City, Lanterns, ArticleId(1)], new ObservationQuery(), new(5), Cancel);
            var counts = await snapshot.CountOfAsync([City, Lanterns, ArticleId(1)], new ObservationQuery(), Cancel);
            await snapshot.GetAsync([City, ArticleId(1), "obs:yunhai/01/a"], Cancel);

            pages.Values.ShouldAllBe(page => page.Items.Count == 1);
            counts.Values.ShouldAllBe(count => count == 1);
        });

        statements.ShouldBe(3);
    }

    [Theory]
    [MemberData(nameof(Nested))]
    public async Task A_page_of_a_hub_walks_an_index_and_sorts_only_what_it_gives(string what)
    {
        var plan = await PlanAsync(snapshot => RunNestedAsync(snapshot, what, [City]));

        plan.ShouldNotContain(line => ScansTable(line));
        // The order of the answer is the last step; a sort before it would take in a hub whole.
        Sorts(plan).ShouldBe([0], string.Join('\n', plan));
    }

    [Theory]
    [MemberData(nameof(Roots))]
    public async Task A_page_of_a_root_list_walks_an_index(string what)
    {
        var plan = await PlanAsync(snapshot => what switch
        {
            "entities" => snapshot.ListAsync(new EntityQuery(), After, Cancel),
            "typed entities" => snapshot.ListAsync(new EntityQuery { Types = [EntityTypes.Place, EntityTypes.Official] }, After, Cancel),
            "relationships" => snapshot.ListAsync(new RelationshipQuery(), After, Cancel),
            "typed relationships" => snapshot.ListAsync(new RelationshipQuery { Types = [RelationshipTypes.HoldsPost] }, After, Cancel),
            "relationships of" => snapshot.ListAsync(new RelationshipQuery { About = [City], Types = [RelationshipTypes.HoldsPost] }, After, Cancel),
            "observations" => snapshot.ListAsync(new ObservationQuery(), After, Cancel),
            "observations of" => snapshot.ListAsync(new ObservationQuery { About = [City], Indicators = [Lanterns] }, After, Cancel),
            _ => (Task)snapshot.ListAsync(new ArticleQuery(), After, Cancel),
        });

        plan.ShouldNotContain(line => ScansTable(line));
        var isAnchored = what.Contains(' ', StringComparison.Ordinal);
        Sorts(plan).ShouldBe(isAnchored ? [0] : [], string.Join('\n', plan));
    }

    [Fact]
    public async Task An_import_walks_an_index_to_everything_that_it_reads_and_writes()
    {
        List<Activity> spans = [];
        using (Listen(spans))
        {
            var fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair");
            await _store.ImportAsync(Article(2).With(fair).Stating(Post(Mayor, City, "市长")).Printing(Figure(2, "a", 5)).Naming(City, "云海市").Holding("灯会"), Cancel);
            await _store.ImportAsync(Article(2).Stating(Post(Mayor, City, "市长"), "5.1").Printing(Figure(2, "a", 6)), Cancel);
            await _store.RemoveAsync(ArticleId(2), Cancel);
        }
        var statements = spans.Select(span => (string)span.GetTagItem("db.query.text")!).Distinct().ToList();

        statements.Count.ShouldBeGreaterThan(30);
        statements.SelectMany(Explain).ShouldNotContain(line => GrownScan().IsMatch(line.Detail));
    }

    [Fact]
    public async Task Every_statement_is_a_span_with_its_text()
    {
        List<Activity> spans = [];
        using var listener = Listen(spans);
        await _store.ReadAsync(snapshot => snapshot.CountAsync(new EntityQuery { Text = "市" }, Cancel), Cancel);

        var span = spans[^1];
        span.GetTagItem("db.system.name").ShouldBe("sqlite");
        ((string)span.GetTagItem("db.query.text")!).ShouldStartWith("SELECT COUNT(*) FROM entity");
        spans.ShouldAllBe(s => !((string)s.GetTagItem("db.query.text")!).Contains('市'), "values are parameters, and no tags");
    }

    /// <summary>Runs a read and gives the number of its statements; reading the version is not counted.</summary>
    private Task<long> StatementsAsync(Func<IGraphSnapshot, Task> run) => _store.ReadAsync(
        async snapshot =>
        {
            await run(snapshot);
            return ((SqliteGraphStore.Snapshot)snapshot).Statements;
        },
        Cancel);

    private static PageRequest After => new(5, new("2031", "a"));

    private static Task RunNestedAsync(IGraphSnapshot snapshot, string what, string[] parents) => what switch
    {
        "posts" => snapshot.ListOfAsync(parents, new RelationshipQuery { Side = RelationshipSide.From, Types = [RelationshipTypes.HoldsPost] }, After, Cancel),
        "either" => snapshot.ListOfAsync(parents, new RelationshipQuery(), After, Cancel),
        "to" => snapshot.ListOfAsync(parents, new RelationshipQuery { Side = RelationshipSide.To, From = [Mayor] }, After, Cancel),
        "several types" => snapshot.ListOfAsync(
            parents, new RelationshipQuery { Side = RelationshipSide.To, Types = [RelationshipTypes.HoldsPost, RelationshipTypes.Built] }, After, Cancel),
        "stated" => snapshot.ListOfAsync(parents, new RelationshipQuery { Side = RelationshipSide.StatedIn }, After, Cancel),
        "about" => snapshot.ListOfAsync(parents, new ObservationQuery { Indicators = ["灯笼产量"], Measures = [Measure.Level] }, After, Cancel),
        "measures" => snapshot.ListOfAsync([.. parents.Select((_, i) => $"indicator:i{i}")], new ObservationQuery(), After, Cancel),
        "printed" => snapshot.ListOfAsync([.. parents.Select((_, i) => $"article:yunhai/{i}")], new ObservationQuery(), After, Cancel),
        "named" => snapshot.ListOfAsync(parents, new EntityQuery { Types = [EntityTypes.Place] }, After, Cancel),
        "mentioned" => snapshot.ListOfAsync(parents, new ArticleQuery(), After, Cancel),
        _ => snapshot.ListOfAsync(parents, new CitationQuery(), After, Cancel),
    };

    /// <summary>Lists that were sent (json_each) and subqueries, which are pages, may be scanned; a table may not.</summary>
    private static bool ScansTable((int Parent, string Detail) line) => Scan().IsMatch(line.Detail);

    /// <summary>Where the plan sorts: the step that each sort belongs to, 0 for the answer itself.</summary>
    private static IEnumerable<int> Sorts(List<(int Parent, string Detail)> plan) =>
        plan.Where(line => line.Detail.Contains("TEMP B-TREE", StringComparison.Ordinal)).Select(line => line.Parent);

    private async Task<List<(int Parent, string Detail)>> PlanAsync(Func<IGraphSnapshot, Task> run)
    {
        List<Activity> spans = [];
        using (Listen(spans))
            await StatementsAsync(run);
        return Explain((string)spans[^1].GetTagItem("db.query.text")!);
    }

    private List<(int Parent, string Detail)> Explain(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = _store.Path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A statement that the store has run.
        command.CommandText = "EXPLAIN QUERY PLAN " + sql;
#pragma warning restore CA2100
        foreach (var name in Parameters().Matches(sql).Select(m => m.Value).Distinct())
            command.Parameters.AddWithValue(name, DBNull.Value);
        using var reader = command.ExecuteReader();
        List<(int, string)> plan = [];
        while (reader.Read())
            plan.Add((reader.GetInt32(1), reader.GetString(3)));
        return plan;
    }

    private static ActivityListener Listen(List<Activity> spans)
    {
        // Other tests run beside this one: only what happens in its own trace counts.
        var test = new Activity("test").Start();
        var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == SqliteGraphStore.ActivitySourceName,
            Sample = (ref _) => ActivitySamplingResult.AllData,
            ActivityStopped = span =>
            {
                if (span.TraceId == test.TraceId)
                    spans.Add(span);
            },
        };
        ActivitySource.AddActivityListener(listener);
        return listener;
    }

    [GeneratedRegex(@"\$[0-9]+")]
    private static partial Regex Parameters();

    /// <summary>A table that grows with the graph, or one of the names that statements of an import give it.</summary>
    [GeneratedRegex(@"^SCAN (article|citation|entity|mention|name|observation|reference|relationship|sentence|statement|[cers])\b")]
    private static partial Regex GrownScan();

    [GeneratedRegex(@"^SCAN (?!json_each|\(subquery|p$)")]
    private static partial Regex Scan();
}
