using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Stores.Tests.Migrations;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Sqlite;

/// <summary>Whatever changes an answer by another way than an import is found, and a store that is whole is called so.</summary>
public sealed class SqliteVerifyTests(ITestOutputHelper output) : IAsyncLifetime
{
    /// <summary>How many flips that change answers one run looks at.</summary>
    private const int Changing = 20;

    private readonly SqliteStoreFiles _files = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public ValueTask DisposeAsync() => _files.CleanUpAsync();

    [Fact]
    public async Task Everything_that_imports_and_removals_write_is_called_whole()
    {
        var time = new FakeTimeProvider(RecordedCity.Start);
        await using var store = await SqliteGraphStore.OpenAsync(_files.NewPath(), time, Cancel);
        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty("a new store");

        await RecordedCity.TellAsync(store, time, Cancel);

        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
    }

    /// <summary>The search tables hold back what they write until a transaction ends, if nothing else makes them write.</summary>
    [Fact]
    public async Task What_an_import_of_little_more_than_names_writes_is_called_whole()
    {
        await using var store = await SqliteGraphStore.OpenAsync(_files.NewPath(), TimeProvider.System, Cancel);
        var first = Article(1).With(Named(EntityTypes.Product, "product:yunhai-bridge", "桥", "Bridge"));
        var second = Article(1);
        foreach (var batch in new[] { first, second with { Article = second.Article! with { TitleEnglish = "A new title" } } })
        {
            await store.ImportAsync(Hashed(batch), Cancel);
            (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task A_table_that_was_renamed_there_and_back_is_whole()
    {
        var path = await StoryAsync();
        Run(path, "ALTER TABLE state RENAME TO state_taken; ALTER TABLE state_taken RENAME TO state");
        await using var store = await SqliteGraphStore.OpenReadOnlyAsync(path, TimeProvider.System, Cancel);

        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_write_that_is_undone_leaves_the_checksums_as_they_were()
    {
        await using var store = await SqliteGraphStore.OpenAsync(_files.NewPath(), TimeProvider.System, Cancel);
        var tooEarly = await Should.ThrowAsync<GraphStoreException>(() => store.ImportAsync(RecordedCity.Batches[1], Cancel));
        tooEarly.Message.ShouldContain("that the store does not hold");

        foreach (var batch in RecordedCity.Batches)
            await store.ImportAsync(batch, Cancel);

        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
    }

    /// <summary>
    /// A flip that changes an answer, or makes that there is none, is found. <c>ZHUZHOU_FLIPS=1000</c> waits for that many, and draws
    /// others each time.
    /// </summary>
    [Fact]
    public async Task Every_flipped_bit_that_changes_an_answer_is_found()
    {
        var path = await StoryAsync();
        var whole = await File.ReadAllBytesAsync(path, Cancel);
        var answers = await AnswersAsync(path);
        var asked = Environment.GetEnvironmentVariable("ZHUZHOU_FLIPS");
        var seed = asked is null ? 20230519 : Environment.TickCount;
        var random = new Random(seed);
        var (changed, failed, overlooked) = (0, 0, new List<string>());
        var wanted = asked is null ? Changing : int.Parse(asked, CultureInfo.InvariantCulture);
        for (var flip = 0; changed < wanted; flip++)
        {
            // What is empty is skipped: nothing reads it.
            int place;
            do place = random.Next(whole.Length);
            while (whole[place] == 0);
            var bit = random.Next(8);
            var damaged = Path.Combine(Path.GetDirectoryName(path)!, string.Create(CultureInfo.InvariantCulture, $"flip {flip}.db"));
            var bytes = (byte[])whole.Clone();
            bytes[place] ^= (byte)(1 << bit);
            await File.WriteAllBytesAsync(damaged, bytes, Cancel);
            var now = await AnswersAsync(damaged);
            if (now != answers)
            {
                changed += now is null ? 0 : 1;
                failed += now is null ? 1 : 0;
                if (!await IsFoundAsync(damaged))
                    overlooked.Add(string.Create(CultureInfo.InvariantCulture, $"seed {seed}: byte {place}, bit {bit}"));
            }
            File.Delete(damaged);
        }
        output.WriteLine($"{changed} flips changed answers, {failed} failed; {overlooked.Count} overlooked");
        overlooked.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE observation SET figure = 'x' WHERE row = 1", "table observation: its rows")]
    [InlineData(
        "UPDATE observation SET json = replace(json, '\"Level\"', '\"Depth\"') WHERE row = 1",
        "the record of obs:yunhai/01/lanterns cannot be read"
    )]
    [InlineData("UPDATE entity SET citations = citations + 1 WHERE row = 1", "table entity: its rows")]
    [InlineData("UPDATE article SET text = NULL", "table article: its rows")]
    [InlineData("UPDATE issue_text SET text = text || '。'", "table issue_text: its rows")]
    [InlineData("UPDATE change SET kind = 'Removed'", "table change: its rows")]
    [InlineData("DELETE FROM citation WHERE row = 1", "table citation: its rows")]
    [InlineData("INSERT INTO mention VALUES ('a', 'b', 'NAME', '~')", "table mention: its rows")]
    [InlineData("DELETE FROM name_search WHERE rowid = 1", "table name_search_")]
    [InlineData("DELETE FROM sentence_search_docsize", "table sentence_search_docsize: its rows")]
    [InlineData("DROP TABLE occasion", "table occasion: it is not")]
    [InlineData("DELETE FROM digest WHERE name = 'unit'", "table unit: it has no checksum")]
    [InlineData("CREATE TRIGGER t AFTER INSERT ON unit BEGIN DELETE FROM unit; END", "trigger t: it is not declared")]
    [InlineData("DELETE FROM entity WHERE id = (SELECT entity FROM former_id)", "rows refer to a row of entity")]
    public async Task What_is_changed_by_hand_is_told_with_its_place(string sql, string line)
    {
        var path = await StoryAsync();
        await using var store = await SqliteGraphStore.OpenReadOnlyAsync(path, TimeProvider.System, Cancel);
        (await store.VerifyAsync(isThorough: true, Cancel)).ShouldBeEmpty();
        Run(path, sql);

        var found = await store.VerifyAsync(isThorough: true, Cancel);

        found.ShouldContain(text => text.Contains(line, StringComparison.Ordinal), string.Join('\n', found));
        if (!line.Contains("refer", StringComparison.Ordinal) && !line.Contains("read", StringComparison.Ordinal))
            (await store.VerifyAsync(isThorough: false, Cancel)).ShouldContain(text => text.Contains(line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_import_after_the_damage_does_not_cover_it()
    {
        var path = await StoryAsync();
        Run(path, "UPDATE citation SET json = replace(json, '2.1', '2.2')");
        await using var store = await SqliteGraphStore.OpenAsync(path, TimeProvider.System, Cancel);
        foreach (var batch in RecordedCity.Batches)
            await store.ImportAsync(batch with { Hash = batch.Hash + "again" }, Cancel);

        (await store.VerifyAsync(isThorough: false, Cancel)).ShouldContain(line =>
            line.StartsWith("table citation", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData(2)]
    [InlineData(20)]
    public async Task A_zeroed_page_is_found_or_the_file_refused(int page)
    {
        var path = await StoryAsync();
        var bytes = await File.ReadAllBytesAsync(path, Cancel);
        Array.Clear(bytes, (page - 1) * 4096, 4096);
        await File.WriteAllBytesAsync(path, bytes, Cancel);

        (await IsFoundAsync(path)).ShouldBeTrue();
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_found_or_refused()
    {
        var path = await StoryAsync();
        await using (var file = File.OpenWrite(path))
            file.SetLength(file.Length / 2);

        (await IsFoundAsync(path)).ShouldBeTrue();
    }

    /// <summary>True where a line tells of it, or the file is not even opened.</summary>
    private static async Task<bool> IsFoundAsync(string path)
    {
        try
        {
            await using var store = await SqliteGraphStore.OpenReadOnlyAsync(path, TimeProvider.System, Cancel);
            return (await store.VerifyAsync(isThorough: true, Cancel)).Count > 0;
        }
        catch (GraphStoreException)
        {
            return true;
        }
    }

    /// <summary>All that can be asked; null where there is no answer.</summary>
    private static async Task<string?> AnswersAsync(string path)
    {
        try
        {
            await using var store = await SqliteGraphStore.OpenReadOnlyAsync(path, TimeProvider.System, Cancel);
            return await Everything.DescribeAsync(store, Cancel);
        }
        catch (GraphStoreException)
        {
            return null;
        }
    }

    private async Task<string> StoryAsync()
    {
        var path = _files.NewPath();
        var time = new FakeTimeProvider(RecordedCity.Start);
        await using var store = await SqliteGraphStore.OpenAsync(path, time, Cancel);
        await RecordedCity.TellAsync(store, time, Cancel);
        return path;
    }

    private static void Run(string path, string sql)
    {
        using var connection = new SqliteConnection(
            new SqliteConnectionStringBuilder
            {
                DataSource = path,
                Pooling = false,
                ForeignKeys = false,
            }.ToString()
        );
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
