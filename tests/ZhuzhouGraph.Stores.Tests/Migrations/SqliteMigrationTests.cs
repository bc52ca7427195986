using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Stores.Tests.Sqlite;

namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>Files of earlier versions of the program, made from their recorded scripts.</summary>
public sealed class SqliteMigrationTests : IAsyncLifetime
{
    private const int Before = 10,
        Now = 11;

    private readonly SqliteStoreFiles _files = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _files.CleanUpAsync();

    /// <summary>
    /// Whoever changes what is stored meets this test: with a new version he writes a migration and records the script of that version (the
    /// test writes it where there is none); a version that was released is never recorded again.
    /// </summary>
    [Fact]
    public async Task The_script_of_this_version_is_what_the_program_stores()
    {
        var stored = SqliteScript.Of(await TellAsync());

        if (!File.Exists(SqliteScript.PathOf(Now)))
            await File.WriteAllTextAsync(SqliteScript.PathOf(Now), stored, Cancel);
        Scripts.ShouldBeEqual(stored, await File.ReadAllTextAsync(SqliteScript.PathOf(Now), Cancel));
    }

    [Theory]
    [InlineData(6)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(9)]
    [InlineData(Before)]
    public async Task A_store_of_a_version_before_is_migrated_with_everything_in_it(int before)
    {
        var path = await MakeAsync(before);
        var told = new Told();
        await using (var store = await SqliteGraphStore.OpenAsync(path, TimeProvider.System, told, Cancel))
        {
            told.ShouldBe(before, Now);
            await RecordedGraph.ShouldBeIntactAsync(store, Cancel);
            (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
            await RecordedGraph.ShouldTakeTheSameAgainAsync(store, Cancel);
            (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
        }
        Scripts.ShouldKeepTheHistory(
            SqliteScript.Of(path),
            await File.ReadAllTextAsync(SqliteScript.PathOf(before), Cancel),
            "INSERT INTO version",
            "INSERT INTO change",
            "INSERT INTO issue_text"
        );
        Scripts.ShouldBeEqual(SqliteScript.Of(path, withHistory: false), SqliteScript.Of(await TellAsync(), withHistory: false));
        var again = new Told();
        await using (await SqliteGraphStore.OpenAsync(path, TimeProvider.System, again, Cancel)) { }
        again.Migrations.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_migration_that_fails_or_is_stopped_leaves_the_old_store_as_it_was()
    {
        var path = await MakeAsync();
        using var stop = new CancellationTokenSource();
        var before = SqliteScript.Of(path);
        await Should.ThrowAsync<OperationCanceledException>(() =>
            SqliteGraphStore.OpenAsync(path, TimeProvider.System, new Told(stop.Cancel), stop.Token)
        );
        Scripts.ShouldBeEqual(SqliteScript.Of(path), before);

        // The last thing that is written cannot be read.
        Run(path, "UPDATE observation SET json = replace(json, '\"Level\"', '\"Depth\"') WHERE article = 'article:yunhai/03'");
        before = SqliteScript.Of(path);
        var error = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel));
        error.IsTransient.ShouldBeFalse();
        foreach (var part in new[] { path, $"from schema {Before} to {Now}", "left as it is", "Measure", "--texts" })
            error.Message.ShouldContain(part);
        Scripts.ShouldBeEqual(SqliteScript.Of(path), before);
    }

    [Fact]
    public async Task An_older_store_is_not_migrated_where_it_is_only_read()
    {
        var path = await MakeAsync();
        var before = SqliteScript.Of(path);

        var error = await Should.ThrowAsync<GraphStoreException>(() =>
            SqliteGraphStore.OpenReadOnlyAsync(path, TimeProvider.System, Cancel)
        );

        error.Message.ShouldContain("without --read-only");
        Scripts.ShouldBeEqual(SqliteScript.Of(path), before);
    }

    [Fact]
    public async Task Indexes_that_a_file_lost_or_has_otherwise_are_made_at_the_next_start()
    {
        var path = await TellAsync();
        var before = SqliteScript.Of(path);
        Run(path, "DROP INDEX observation_about; DROP INDEX name_folded; CREATE INDEX name_folded ON name (folded)");

        var incomplete = await Should.ThrowAsync<GraphStoreException>(() =>
            SqliteGraphStore.OpenReadOnlyAsync(path, TimeProvider.System, Cancel)
        );
        incomplete.Message.ShouldContain("lacks indexes (name_folded, observation_about)");
        await using (await SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel)) { }

        Scripts.ShouldBeEqual(SqliteScript.Of(path), before);
    }

    private async Task<string> MakeAsync(int version = Before)
    {
        var path = _files.NewPath();
        await SqliteScript.MakeAsync(await File.ReadAllTextAsync(SqliteScript.PathOf(version), Cancel), path, Cancel);
        return path;
    }

    private async Task<string> TellAsync()
    {
        var path = _files.NewPath();
        var time = new FakeTimeProvider(RecordedCity.Start);
        await using var store = await SqliteGraphStore.OpenAsync(path, time, Cancel);
        await RecordedCity.TellAsync(store, time, Cancel);
        return path;
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
