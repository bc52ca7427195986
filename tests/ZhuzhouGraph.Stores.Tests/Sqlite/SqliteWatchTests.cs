using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>What becomes of the file while a store has it open is told, and only the owner may read what the store makes.</summary>
public sealed class SqliteWatchTests : IAsyncLifetime
{
    private readonly SqliteStoreFiles _files = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _files.CleanUpAsync();

    [Fact]
    public async Task A_file_that_is_moved_away_is_told_until_it_is_back_and_none_is_made_in_its_place()
    {
        await using var store = await FilledAsync();
        var elsewhere = store.Path + ".elsewhere";
        File.Move(store.Path, elsewhere);

        (await FailureAsync(store)).ShouldContain("was deleted or moved away");
        (await Should.ThrowAsync<GraphStoreException>(() => store.ImportAsync(Batches.Article(2), Cancel))).Message.ShouldContain(
            "deleted"
        );
        File.Exists(store.Path).ShouldBeFalse();

        File.Move(elsewhere, store.Path);
        (await store.HeadAsync(Cancel)).Number.ShouldBe(1);
    }

    [Fact]
    public async Task A_file_that_another_one_was_moved_over_is_told()
    {
        await using var store = await FilledAsync();
        var copy = store.Path + ".copy";
        await store.BackupAsync(copy, Cancel);
        await Everything.DescribeAsync(store, Cancel);
        File.Move(copy, store.Path, overwrite: true);

        (await FailureAsync(store)).ShouldContain("was replaced by another one");
        // Also where a read needs one connection more than there are.
        var others = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => FailureAsync(store)));
        others.ShouldAllBe(message => message.Contains("was replaced", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_is_cut_off_is_told()
    {
        await using var store = await FilledAsync();
        await CheckpointedAsync(store);
        await using (var file = new FileStream(store.Path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
            file.SetLength(8192);

        (await FailureAsync(store)).ShouldContain("damaged");
    }

    [Fact]
    public async Task A_bit_that_is_flipped_in_the_file_is_told_soon_although_every_page_is_kept()
    {
        await using var store = await FilledAsync();
        await CheckpointedAsync(store);
        var before = await Everything.DescribeAsync(store, Cancel);
        var bytes = await File.ReadAllBytesAsync(store.Path, Cancel);
        var place = bytes.AsSpan().IndexOf("\"Names\":[{\"Text\""u8);
        place.ShouldBeGreaterThan(0);
        // In place, as a disk does it.
        await WriteAtAsync(store.Path, place + 20, [(byte)(bytes[place + 20] ^ 4)]);

        string? failure = null;
        while (failure is null)
            failure = await FailureOrNullAsync(store);
        failure.ShouldContain("is damaged");
        failure.ShouldContain("verify");

        await WriteAtAsync(store.Path, place + 20, [bytes[place + 20]]);
        while (await FailureOrNullAsync(store) is not null)
            await Task.Yield();
        (await Everything.DescribeAsync(store, Cancel)).ShouldBe(before);
    }

    /// <summary>Rows are as they were written, so a start finds nothing; the index alone answers otherwise.</summary>
    [Fact]
    public async Task A_bit_that_is_flipped_in_an_index_is_told_soon_after_a_start()
    {
        string path;
        await using (var store = await FilledAsync())
        {
            path = store.Path;
            await CheckpointedAsync(store);
        }
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        var page = (int)(await NumberAsync(path, "SELECT rootpage - 1 FROM sqlite_schema WHERE name = 'sqlite_autoindex_entity_1'")) * 4096;
        var place = page + bytes.AsSpan(page, 4096).IndexOf("place:yunhai"u8);
        place.ShouldBeGreaterThan(page);
        await WriteAtAsync(path, place + 8, [(byte)(bytes[place + 8] ^ 1)]);

        var time = new FakeTimeProvider();
        await using (var store = await SqliteGraphStore.OpenAsync(path, time, Cancel))
        {
            (await store.VerifyAsync(isThorough: false, Cancel)).ShouldBeEmpty();
            (await FailureOrNullAsync(store)).ShouldBeNull();

            time.Advance(SqliteGraphStore.Settling);

            string? failure = null;
            using var late = new CancellationTokenSource(TimeSpan.FromMinutes(1));
            while (failure is null && !late.IsCancellationRequested)
                failure = await FailureOrNullAsync(store);
            failure.ShouldNotBeNull();
            failure.ShouldContain("is damaged: pages: ");
            failure.ShouldContain("sqlite_autoindex_entity_1");

            await WriteAtAsync(path, place + 8, [bytes[place + 8]]);
            while (await FailureOrNullAsync(store) is not null)
                await Task.Yield();
        }
    }

    [Fact]
    public async Task Imports_of_others_are_no_damage()
    {
        await using var store = await FilledAsync();
        await using (var other = await SqliteGraphStore.OpenAsync(store.Path, TimeProvider.System, Cancel))
        {
            for (var article = 1; article < 20; article++)
            {
                await other.ImportAsync(Batches.Article(article).Naming(Batches.City, "云海市"), Cancel);
                (await FailureOrNullAsync(store)).ShouldBeNull();
            }
            await CheckpointedAsync(other);
        }
        for (var round = 0; round < 20; round++)
            (await FailureOrNullAsync(store)).ShouldBeNull();
        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Only_the_owner_may_read_what_the_store_makes()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has other rights");
        await using var store = await FilledAsync();
        await Everything.DescribeAsync(store, Cancel);
        await using var turn = await store.TryTakeTurnAsync(Cancel);
        await store.BackupAsync(store.Path + ".copy", Cancel);

        var made = Directory.GetFiles(Path.GetDirectoryName(store.Path)!);
        made.Select(file => file[store.Path.Length..]).ShouldBe(["", "-wal", "-shm", "-import", ".copy"], ignoreOrder: true);
        foreach (var file in made)
            ModeOf(file).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite, file);
    }

    [Fact]
    public async Task One_program_imports_at_a_time()
    {
        await using var store = await FilledAsync();
        await using var other = await SqliteGraphStore.OpenAsync(store.Path, TimeProvider.System, Cancel);
        var turn = (await store.TryTakeTurnAsync(Cancel)).ShouldNotBeNull();
        (await other.TryTakeTurnAsync(Cancel)).ShouldBeNull();
        await turn.DisposeAsync();
        await (await other.TryTakeTurnAsync(Cancel)).ShouldNotBeNull().DisposeAsync();
    }

    private static UnixFileMode ModeOf(string file) => OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file);

    private static async Task<string> FailureAsync(SqliteGraphStore store) =>
        (await Should.ThrowAsync<GraphStoreException>(() => Everything.DescribeAsync(store, Cancel))).Message;

    private static async Task<string?> FailureOrNullAsync(SqliteGraphStore store)
    {
        try
        {
            await store.HeadAsync(Cancel);
            return null;
        }
        catch (GraphStoreException e)
        {
            return e.Message;
        }
    }

    private static async Task CheckpointedAsync(SqliteGraphStore store)
    {
        while (new FileInfo(store.Path + "-wal").Length > 0)
            await Task.Delay(50, Cancel);
    }

    private static async Task<long> NumberAsync(string path, string sql)
    {
        await using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                Mode = SqliteOpenMode.ReadOnly,
            }.ToString()
        );
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)(await command.ExecuteScalarAsync(Cancel))!;
    }

    private static async Task WriteAtAsync(string path, int place, byte[] bytes)
    {
        await using var file = new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite);
        file.Position = place;
        await file.WriteAsync(bytes, Cancel);
    }

    private async Task<SqliteGraphStore> FilledAsync()
    {
        var store = await SqliteGraphStore.OpenAsync(_files.NewPath(), TimeProvider.System, Cancel);
        await store.ImportAsync(Batches.Registry(), Cancel);
        return store;
    }
}
