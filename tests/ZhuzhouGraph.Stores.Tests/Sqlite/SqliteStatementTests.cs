using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

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

    [Theory]
    [MemberData(nameof(Questions.Nested), MemberType = typeof(Questions))]
    public async Task A_hundred_parents_are_one_statement(string what)
    {
        string[] parents = [City, Mayor, .. Enumerable.Range(0, 98).Select(i => $"place:p{i}")];

        (await StatementsAsync(snapshot => Questions.AskNestedAsync(snapshot, what, parents, Cancel))).ShouldBe(1);
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
    [MemberData(nameof(Questions.Nested), MemberType = typeof(Questions))]
    public async Task A_page_of_a_hub_walks_an_index_and_sorts_only_what_it_gives(string what)
    {
        var plan = await PlanAsync(snapshot => Questions.AskNestedAsync(snapshot, what, [City], Cancel));

        plan.ShouldNotContain(line => ScansTable(line));
        // The order of the answer is the last step; a sort before it would take in a hub whole.
        Sorts(plan).ShouldBe([0], string.Join('\n', plan));
    }

    [Theory]
    [MemberData(nameof(Questions.Roots), MemberType = typeof(Questions))]
    public async Task A_page_of_a_root_list_walks_an_index(string what)
    {
        var plan = await PlanAsync(snapshot => Questions.AskRootAsync(snapshot, what, Cancel));

        plan.ShouldNotContain(line => ScansTable(line));
        var isAnchored = what.Contains(' ', StringComparison.Ordinal);
        Sorts(plan).ShouldBe(isAnchored ? [0] : [], string.Join('\n', plan));
    }

    [Fact]
    public async Task Relationships_with_a_hub_are_counted_from_both_ends_at_once()
    {
        var plan = await PlanAsync(snapshot =>
            snapshot.ListAsync(new EntityQuery { Links = [new(RelationshipSide.Either, [], [City], [], 3, null)] }, new(5), Cancel)
        );

        // For either end that it may stand at.
        plan.Count(line => line.Detail.Contains("relationship_ends (from_id=? AND to_id=?)", StringComparison.Ordinal))
            .ShouldBe(2, string.Join("\n", plan.Select(line => line.Detail)));
    }

    [Theory]
    [InlineData("every entity", "observation_indicator_line (indicator=? AND (series,status)<(?,?))")]
    [InlineData("some entities", "observation_about_line (about=? AND indicator=? AND (series,status)<(?,?))")]
    [InlineData("one entity", "observation_about_line (about=? AND (indicator,series,status)<(?,?,?))")]
    [InlineData("parents", "observation_indicator_line (indicator=? AND (series,status)<(?,?))")]
    public async Task The_newest_are_sought_line_by_line(string what, string sought)
    {
        var query = new ObservationQuery
        {
            LatestPer = [SeriesDimension.About],
            Measures = [Measure.Level],
            PublishedBy = FirstDay,
        };
        var plan = await PlanAsync(snapshot =>
            what switch
            {
                "every entity" => snapshot.ListAsync(query with { Indicators = [Lanterns] }, new(5), Cancel),
                "some entities" => snapshot.ListAsync(query with { Indicators = [Lanterns], About = [City, Mayor] }, new(5), Cancel),
                "one entity" => snapshot.ListAsync(query with { About = [City] }, new(5), Cancel),
                _ => (Task)snapshot.ListOfAsync([Lanterns, "indicator:kites"], query, new(5), Cancel),
            }
        );

        var details = plan.Select(line => line.Detail).ToList();
        details.ShouldContain($"SEARCH t USING INDEX {sought}", string.Join('\n', details));
        // The first line, the next ones, and on each the newest that fits.
        details.Count(line => line.Contains("_line (", StringComparison.Ordinal)).ShouldBe(3, string.Join('\n', details));
        details.ShouldNotContain(line => GrownScan().IsMatch(line));
    }

    [Fact]
    public async Task Searches_look_words_up_and_names_near_to_one_too()
    {
        var plans = new[]
        {
            await PlanAsync(snapshot => snapshot.ListAsync(new SearchQuery("灯 会"), new(5), Cancel)),
            await PlanAsync(snapshot => snapshot.NearestAsync(["云海", "灯会"], new() { PublishedBy = FirstDay }, Cancel)),
            await PlanAsync(snapshot => snapshot.ListOfAsync([City], new ObservationQuery { Text = "5 灯" }, new(5), Cancel)),
            await PlanAsync(snapshot => snapshot.ListAsync(new ObservationQuery { Text = "灯" }, new(5), Cancel)),
        };

        foreach (var plan in plans)
            plan.ShouldNotContain(
                line => GrownScan().IsMatch(line.Detail) && !line.Detail.Contains("INDEX", StringComparison.Ordinal),
                string.Join('\n', plan)
            );
    }

    [Fact]
    public async Task An_import_walks_an_index_to_everything_that_it_reads_and_writes()
    {
        using var listening = new Listening();
        var fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair");
        await _store.ImportAsync(
            Article(2)
                .With(fair)
                .Stating(Post(Mayor, City, "市长"))
                .Stating(Link(RelationshipTypes.TookPartIn, Mayor, fair.Id, null, ("role", "CHAIR")), "3.2")
                .Printing(Figure(2, "a", 5))
                .Naming(City, "云海市")
                .Holding("灯会"),
            Cancel
        );
        await _store.ImportAsync(Article(2).Stating(Post(Mayor, City, "市长"), "5.1").Printing(Figure(2, "a", 6)), Cancel);
        await _store.RemoveAsync(ArticleId(2), Cancel);
        var statements = listening.Spans.Select(span => (string)span.GetTagItem("db.query.text")!).Distinct().ToList();

        statements.Count.ShouldBeGreaterThan(30);
        statements.SelectMany(Explain).ShouldNotContain(line => GrownScan().IsMatch(line.Detail));
    }

    [Fact]
    public async Task Every_statement_is_a_span_with_its_text()
    {
        using var listening = new Listening();
        await _store.ReadAsync(snapshot => snapshot.CountAsync(new EntityQuery { Text = "市" }, Cancel), Cancel);

        var span = listening.Spans[^1];
        (span.DisplayName, span.Kind, span.Status).ShouldBe(("SELECT entity", ActivityKind.Client, ActivityStatusCode.Unset));
        span.GetTagItem("db.system.name").ShouldBe("sqlite");
        span.GetTagItem("db.query.summary").ShouldBe("SELECT entity");
        ((string)span.GetTagItem("db.query.text")!).ShouldStartWith("SELECT COUNT(*) FROM entity");
        listening.Spans.ShouldAllBe(s => !((string)s.GetTagItem("db.query.text")!).Contains('市'), "values are parameters, and no tags");
    }

    [Fact]
    public async Task Every_statement_is_measured_with_tags_of_few_values()
    {
        using var listening = new Listening();
        await _store.ImportAsync(Article(2).Stating(Post(Mayor, City, "市长")).Printing(Figure(2, "b", 5)).Naming(City, "云海市"), Cancel);
        await StatementsAsync(async snapshot =>
        {
            foreach (var what in Questions.Nested)
                await Questions.AskNestedAsync(snapshot, what, [City], Cancel);
        });

        var verbs = new[] { "SELECT", "INSERT", "UPDATE", "DELETE", "BEGIN", "SAVEPOINT", "RELEASE", "COMMIT" };
        var (instrument, _, tags) = listening.Durations[^1];
        (instrument.Name, instrument.Unit).ShouldBe(("db.client.operation.duration", "s"));
        tags.Keys.ShouldBe(["db.system.name", "db.query.summary"], ignoreOrder: true);
        var summaries = listening.Durations.Select(d => ((string)d.Tags["db.query.summary"]!).Split(' ')).ToList();
        summaries.ShouldAllBe(words => verbs.Contains(words[0]) && words.Length <= 2 && (words.Length == 1 || Tables().IsMatch(words[1])));
        listening.Spans.Select(span => span.DisplayName).ShouldBe(summaries.Select(words => string.Join(' ', words)));
    }

    [Fact]
    public async Task A_statement_that_fails_has_the_code_of_the_database()
    {
        using var connection = new SqliteConnection($"Data Source={_store.Path};Pooling=False");
        connection.Open();
        using var transaction = connection.BeginTransaction();
        using var listening = new Listening();

        await Should.ThrowAsync<GraphStoreException>(() => _store.ImportAsync(Article(2), Cancel));

        var span = listening.Spans.Single(s => s.Status == ActivityStatusCode.Error);
        (span.DisplayName, span.GetTagItem("error.type"), span.GetTagItem("db.response.status_code")).ShouldBe(("BEGIN", "5", "5"));
        listening.Durations.ShouldContain(d => d.Tags.Contains(new("error.type", "5")));
    }

    /// <summary>Runs a read and gives the number of its statements; reading the version is not counted.</summary>
    private Task<long> StatementsAsync(Func<IGraphSnapshot, Task> run) =>
        _store.ReadAsync(
            async snapshot =>
            {
                await run(snapshot);
                return ((SqliteGraphStore.Snapshot)snapshot).Statements;
            },
            Cancel
        );

    /// <summary>Lists that were sent (json_each) and subqueries, which are pages, may be scanned; a table may not.</summary>
    private static bool ScansTable((int Parent, string Detail) line) => Scan().IsMatch(line.Detail);

    /// <summary>Where the plan sorts: the step that each sort belongs to, 0 for the answer itself.</summary>
    private static IEnumerable<int> Sorts(List<(int Parent, string Detail)> plan) =>
        plan.Where(line => line.Detail.Contains("TEMP B-TREE", StringComparison.Ordinal)).Select(line => line.Parent);

    private async Task<List<(int Parent, string Detail)>> PlanAsync(Func<IGraphSnapshot, Task> run)
    {
        using var listening = new Listening();
        await StatementsAsync(run);
        return Explain((string)listening.Spans[^1].GetTagItem("db.query.text")!);
    }

    private List<(int Parent, string Detail)> Explain(string sql)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder { DataSource = _store.Path, Pooling = false }.ToString()
        );
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

    [GeneratedRegex(@"\$[0-9]+")]
    private static partial Regex Parameters();

    [GeneratedRegex(@"^[a-z_]+$")]
    private static partial Regex Tables();

    /// <summary>A table that grows with the graph, or one of the names that statements of an import give it.</summary>
    [GeneratedRegex(
        @"^SCAN (article|citation|entity|mention|name|observation|occasion|reference|relationship|sentence|statement|[ceors])\b"
    )]
    private static partial Regex GrownScan();

    [GeneratedRegex(@"^SCAN (?!json_each|\(subquery|p$)")]
    private static partial Regex Scan();
}
