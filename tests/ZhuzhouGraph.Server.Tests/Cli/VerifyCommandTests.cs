using Microsoft.Data.Sqlite;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary><c>verify</c>, and the start of a server over a store that is damaged.</summary>
public sealed class VerifyCommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string Store => _folder.File("graph.db");

    [Fact]
    public async Task A_whole_store_is_called_so_and_a_damaged_one_is_told_and_not_served()
    {
        (await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", Store)).ExitCode.ShouldBe(0);
        var (code, output, error) = await ServerProcess.RunAsync("verify", "--store-file", Store);
        (code, error).ShouldBe((0, ""));
        output.ShouldBe($"store: sqlite {Store}\nwhole: what is stored is what was written\n");

        Run("UPDATE observation SET figure = 'x' WHERE row = 1");
        (code, output, error) = await ServerProcess.RunAsync("verify", "--store-file", Store);
        (code, error).ShouldBe((1, ""));
        output.ShouldContain(
            "\ntable observation: its rows are not those that were written; their checksum is another\n1 thing is damaged. "
        );
        output.ShouldContain("put a backup in its place");

        (code, output, error) = await ServerProcess.RunAsync("serve", "--urls", "http://127.0.0.1:0", "--store-file", Store, "--no-import");
        code.ShouldBe(2);
        output.ShouldBe($"store: sqlite {Store}\n");
        error.TrimEnd('\n').Split('\n').ShouldHaveSingleItem().ShouldStartWith("STORE_UNAVAILABLE: The store sqlite ");
        error.ShouldContain("is damaged and is not served: table observation");

        (code, _, error) = await ServerProcess.RunAsync("backup", _folder.File("copy.db"), "--store-file", Store);
        (code, File.Exists(_folder.File("copy.db"))).ShouldBe((2, false), "no copy of damage is kept for a sound one");
        error.ShouldContain("table observation");
    }

    [Theory]
    [InlineData("", "There is no store")]
    [InlineData("a list of lanterns", "is no database")]
    public async Task What_is_no_store_is_a_line_and_2(string text, string line)
    {
        if (text.Length > 0)
            await File.WriteAllTextAsync(Store, text, TestContext.Current.CancellationToken);
        var (code, _, error) = await ServerProcess.RunAsync("verify", "--store-file", Store);

        code.ShouldBe(2);
        error.ShouldStartWith("STORE_UNAVAILABLE: ");
        error.ShouldContain(line);
    }

    public void Dispose() => _folder.Dispose();

    private void Run(string sql)
    {
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Store, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A constant of these tests.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.ExecuteNonQuery();
    }
}
