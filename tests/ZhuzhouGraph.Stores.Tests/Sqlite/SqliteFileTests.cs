using Microsoft.Data.Sqlite;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>Which files are taken, which are refused, and that a refused one is left alone.</summary>
public sealed class SqliteFileTests : IAsyncLifetime
{
    private readonly SqliteStoreFiles _files = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _files.CleanUpAsync();

    [Fact]
    public async Task A_store_is_found_again_as_it_was_left()
    {
        var path = _files.NewPath();
        await using (var store = await SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel))
            await store.ImportAsync(Batches.Registry(), Cancel);

        await using var again = await SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel);

        (await again.HeadAsync(Cancel)).Number.ShouldBe(1);
        again.Path.ShouldBe(path);
    }

    [Fact]
    public async Task The_file_says_whose_it_is_and_of_which_version()
    {
        var path = await ClosedStoreAsync();

        Ask(path, "PRAGMA application_id").ShouldBe(0x5A684772L);
        Ask(path, "PRAGMA user_version").ShouldBe(11L);
        Ask(path, "PRAGMA journal_mode").ShouldBe("wal");
    }

    [Theory]
    [InlineData("PRAGMA user_version = 12", "newer version", "Upgrade")]
    [InlineData("PRAGMA user_version = 5", "only schemas from 6 on", "import with --texts")]
    [InlineData("PRAGMA application_id = 7", "another program", "--store-file")]
    public async Task A_store_of_another_version_or_program_is_refused_with_advice_and_left_alone(
        string change,
        string reason,
        string advice
    )
    {
        var path = await ClosedStoreAsync();
        Ask(path, change);
        var before = await File.ReadAllBytesAsync(path, Cancel);

        var refusal = await RefusalAsync(path);

        refusal.Message.ShouldContain(reason);
        refusal.Message.ShouldContain(advice);
        refusal.Message.ShouldContain(path);
        (await File.ReadAllBytesAsync(path, Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task A_database_of_another_program_is_refused_although_it_names_none()
    {
        var path = NewFile();
        Ask(path, "CREATE TABLE recipe (name TEXT)");

        (await RefusalAsync(path)).Message.ShouldContain("another program");
        Ask(path, "PRAGMA journal_mode").ShouldBe("delete", "nothing of it was changed");
    }

    [Fact]
    public async Task A_file_that_is_no_database_is_refused_and_left_alone()
    {
        var path = NewFile();
        await File.WriteAllTextAsync(path, string.Concat(Enumerable.Repeat("a list of lanterns\n", 100)), Cancel);
        var before = await File.ReadAllBytesAsync(path, Cancel);

        (await RefusalAsync(path)).Message.ShouldContain("is no database");
        (await File.ReadAllBytesAsync(path, Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task A_folder_in_the_place_of_the_file_is_refused_with_advice()
    {
        var path = _files.NewPath();
        Directory.CreateDirectory(path);

        (await RefusalAsync(path)).Message.ShouldContain("--store-file");
    }

    [Fact]
    public async Task A_file_in_the_place_of_the_folder_is_refused_with_advice()
    {
        var path = NewFile();
        await File.WriteAllTextAsync(path, "", Cancel);

        (await RefusalAsync(Path.Combine(path, "graph.db"))).Message.ShouldContain("--store-file");
    }

    [Fact]
    public async Task A_damaged_file_is_an_error_with_advice()
    {
        var path = await ClosedStoreAsync();
        await using (var file = File.OpenWrite(path))
        {
            file.Position = 4096;
            file.Write(Enumerable.Repeat((byte)0xEE, (int)file.Length - 4096).ToArray());
        }

        var error = await Should.ThrowAsync<GraphStoreException>(async () =>
        {
            await using var store = await SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel);
            await Everything.DescribeAsync(store, Cancel);
        });

        error.IsTransient.ShouldBeFalse();
        error.Message.ShouldContain("import again");
    }

    private static async Task<GraphStoreException> RefusalAsync(string path)
    {
        var refusal = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel));
        refusal.IsTransient.ShouldBeFalse();
        return refusal;
    }

    private async Task<string> ClosedStoreAsync()
    {
        var path = _files.NewPath();
        await using var store = await SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel);
        await store.ImportAsync(Batches.Registry(), Cancel);
        return path;
    }

    private string NewFile()
    {
        var path = _files.NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        return path;
    }

    private static object? Ask(string path, string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return command.ExecuteScalar();
    }
}
