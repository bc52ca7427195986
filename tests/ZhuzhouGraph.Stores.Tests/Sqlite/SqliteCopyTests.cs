using System.Globalization;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>
/// The file is whole when nothing is written, a backup is whole when something is, and either can be served for reading only.
/// </summary>
public sealed class SqliteCopyTests : IAsyncLifetime
{
    private readonly SqliteStoreFiles _files = new();
    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _files.CleanUpAsync();

    [Fact]
    public async Task When_nothing_has_been_written_for_a_second_the_file_alone_is_the_store()
    {
        await using var store = await FilledAsync();
        LengthOfLog(store.Path).ShouldBeGreaterThan(0);

        _time.Advance(SqliteGraphStore.Idle);

        LengthOfLog(store.Path).ShouldBe(0);
        await ShouldBeEqualAsync(store, Copied(store.Path));
    }

    [Fact]
    public async Task A_reader_of_an_older_version_puts_that_off_until_it_has_ended()
    {
        await using var store = await FilledAsync();
        await store.ReadAsync(
            async snapshot =>
            {
                (await snapshot.HeadAsync(Cancel)).Number.ShouldBe(2);
                await store.ImportAsync(Article(2).Naming(City, "云海市"), Cancel);
                _time.Advance(SqliteGraphStore.Idle);
                LengthOfLog(store.Path).ShouldBeGreaterThan(0);
                (await snapshot.HeadAsync(Cancel)).Number.ShouldBe(2);
                return 0;
            },
            Cancel
        );

        // What was moved is verified meanwhile, by a reader that puts it off once more if it comes between.
        do _time.Advance(SqliteGraphStore.Idle);
        while (LengthOfLog(store.Path) > 0);
    }

    [Fact]
    public async Task A_backup_of_a_store_that_is_written_meanwhile_is_one_version_of_it()
    {
        await using var store = await FilledAsync();
        var writing = Task.Run(
            async () =>
            {
                for (var i = 2; i < 20; i++)
                    await store.ImportAsync(Article(i).Printing(Figure(i, "a", i)), Cancel);
            },
            Cancel
        );
        List<string> copies = [];
        while (!writing.IsCompleted || copies.Count < 2)
        {
            copies.Add(_files.NewPath());
            await store.BackupAsync(copies[^1], Cancel);
        }
        await writing;
        copies.Add(_files.NewPath());
        await store.BackupAsync(copies[^1], Cancel);

        foreach (var copy in copies)
        {
            Directory.GetFiles(Path.GetDirectoryName(copy)!, Path.GetFileName(copy) + "*").ShouldBe([copy], "nothing is left beside it");
            await using var opened = await SqliteGraphStore.OpenReadOnlyAsync(copy, _time, Cancel);
            var number = (await opened.HeadAsync(Cancel)).Number;
            (await opened.ReadAsync(s => s.CountAsync(new ArticleQuery(), Cancel), Cancel)).ShouldBe(number - 1);
        }
        await ShouldBeEqualAsync(store, copies[^1]);
    }

    [Fact]
    public async Task A_backup_writes_over_nothing()
    {
        await using var store = await FilledAsync();
        var file = _files.NewPath();
        await File.WriteAllTextAsync(file, "a list of lanterns", Cancel);

        (await Should.ThrowAsync<GraphStoreException>(() => store.BackupAsync(file, Cancel))).Message.ShouldContain("already");

        (await File.ReadAllTextAsync(file, Cancel)).ShouldBe("a list of lanterns");
        var nowhere = Path.Combine(file, "graph.db");
        (await Should.ThrowAsync<GraphStoreException>(() => store.BackupAsync(nowhere, Cancel))).Message.ShouldContain(nowhere);
    }

    [Fact]
    public async Task A_store_that_is_only_read_takes_nothing_in_and_stays_as_it_is()
    {
        await using var store = await FilledAsync();
        _time.Advance(SqliteGraphStore.Idle);
        var copy = Copied(store.Path);
        var before = await File.ReadAllBytesAsync(copy, Cancel);
        await using (var reading = await SqliteGraphStore.OpenReadOnlyAsync(copy, _time, Cancel))
        {
            reading.IsReadOnly.ShouldBeTrue();
            (await Everything.DescribeAsync(reading, Cancel)).ShouldBe(await Everything.DescribeAsync(store, Cancel));
            foreach (
                var write in new Func<Task>[]
                {
                    () => reading.ImportAsync(Article(5), Cancel),
                    () => reading.RemoveAsync(ArticleId(1), Cancel),
                    () => reading.RememberSourceAsync("", Cancel),
                }
            )
                (await Should.ThrowAsync<GraphStoreException>(write)).Message.ShouldContain("for reading only");
        }
        (await File.ReadAllBytesAsync(copy, Cancel)).ShouldBe(before);

        var error = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenReadOnlyAsync(_files.NewPath(), _time, Cancel));
        error.Message.ShouldContain("There is no store");
    }

    [Fact]
    public async Task A_file_with_nothing_in_it_is_told_from_one_that_is_not_there()
    {
        var path = _files.NewPath();
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllBytesAsync(path, [], Cancel);
        var error = await Should.ThrowAsync<GraphStoreException>(() => SqliteGraphStore.OpenReadOnlyAsync(path, _time, Cancel));
        error.Message.ShouldStartWith($"{path} is there and is empty, or is a pipe or a device: no store is in it to read.");
    }

    [Fact]
    public async Task A_whole_file_is_read_where_no_file_can_be_made_beside_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "needs a folder that takes no files, whoever asks: Linux has one of open files");
        await using var store = await FilledAsync();
        _time.Advance(SqliteGraphStore.Idle);
        var copy = Copied(store.Path);
        using (var held = File.OpenHandle(copy))
        {
            var path = string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{held.DangerousGetHandle()}");
            await using var reading = await SqliteGraphStore.OpenReadOnlyAsync(path, _time, Cancel);
            (await Everything.DescribeAsync(reading, Cancel)).ShouldBe(await Everything.DescribeAsync(store, Cancel));
        }
        Directory.GetFiles(Path.GetDirectoryName(copy)!, Path.GetFileName(copy) + "*").ShouldBe([copy]);
    }

    private async Task<SqliteGraphStore> FilledAsync()
    {
        var store = await SqliteGraphStore.OpenAsync(_files.NewPath(), _time, Cancel);
        await store.ImportAsync(Registry(), Cancel);
        await store.ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")).Holding("题", "灯会。"), Cancel);
        return store;
    }

    private string Copied(string path)
    {
        var copy = _files.NewPath();
        File.Copy(path, copy);
        return copy;
    }

    private async Task ShouldBeEqualAsync(IGraphStore store, string copy)
    {
        await using var opened = await SqliteGraphStore.OpenAsync(copy, _time, Cancel);
        (await Everything.DescribeAsync(opened, Cancel)).ShouldBe(await Everything.DescribeAsync(store, Cancel));
    }

    private static long LengthOfLog(string path) => new FileInfo(path + "-wal").Length;
}
