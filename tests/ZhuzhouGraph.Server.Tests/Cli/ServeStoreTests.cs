using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Microsoft.Data.Sqlite;
using ZhuzhouGraph.Server.Tests.Pages;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>Which store a server serves, and what it does to it before: the real program.</summary>
public sealed class ServeStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_upgrade_migrates_the_store_says_so_and_imports_what_changed_in_the_seeds()
    {
        var store = _folder.File("graph.db");
        await MakeStoreOfTheVersionBeforeAsync(store);

        await using (var upgraded = await ServerProcess.ServeAsync("--no-import", "--store-file", store))
        {
            upgraded.Output.ShouldContain("migrating");
            upgraded.Output.ShouldMatch(@"store: migrated from schema \d+ to \d+, \d+ records in \d+ ms");
        }
        // The registry of an invented city is another one.
        var import = await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--replace-registry", "--store-file", store);
        import.ExitCode.ShouldBe(0, import.Error);
        await using var server = await ServerProcess.ServeAsync("--store-file", store, "--seeds", RepositoryRoot.Seeds);

        server.Output.ShouldContain("units changed");
        // What the seeds do not have stays: the article of an invented city, and a figure that it printed once.
        (await AskAsync(server, "{ node(id: \"obs:yunhai/01/boats\") { id } articles { totalCount } }")).ShouldContain(
            "obs:yunhai/01/boats"
        );
    }

    [Fact]
    public async Task A_server_that_imports_nothing_serves_what_the_store_holds_and_an_empty_one_too()
    {
        var store = _folder.File("graph.db");
        await using (var empty = await ServerProcess.ServeAsync("--no-import", "--store-file", store))
        {
            empty.Output.ShouldContain("the store is empty");
            await ShouldBeEmptyAsync(empty);
            // Another program imports; the server serves that without being told.
            (await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store)).ExitCode.ShouldBe(0);
            (await AskAsync(empty, "{ articles { totalCount } }")).ShouldContain("\"totalCount\":9");
            (await empty.Client.GetStringAsync("/?lang=en", Cancel)).ShouldContain("9 articles");
        }
        await MakeStoreOfTheVersionBeforeAsync(_folder.File("held.db"));
        await using var server = await ServerProcess.ServeAsync("--no-import", "--store-file", _folder.File("held.db"));
        server.Output.ShouldContain("not imported; serving what the store holds, data version 6");
        (await AskAsync(server, "{ articles { totalCount } }")).ShouldContain("\"totalCount\":2");
    }

    [Fact]
    public async Task A_backup_is_served_for_reading_only_from_a_folder_that_nobody_may_write()
    {
        var store = _folder.File("graph.db");
        (await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store)).ExitCode.ShouldBe(0);
        await using var original = await ServerProcess.ServeAsync("--no-import", "--store-file", store);
        var folder = Directory.CreateDirectory(_folder.File("shelf")).FullName;
        var copy = Path.Combine(folder, "copy.db");
        var backup = await ServerProcess.RunAsync("backup", copy, "--store-file", store);
        (backup.ExitCode, backup.Output.Contains("checked", StringComparison.Ordinal)).ShouldBe((0, true), backup.Error);
        (await ServerProcess.RunAsync("backup", copy, "--store-file", store)).ExitCode.ShouldBe(1);
        var before = await File.ReadAllBytesAsync(copy, Cancel);
        Allow(copy, UnixFileMode.UserRead);
        Allow(folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await using (var server = await ServerProcess.ServeAsync("--read-only", "--store-file", copy))
        {
            server.Output.ShouldContain("not imported");
            const string Question = "{ articles { totalCount nodes { id } } }";
            (await AskAsync(server, Question)).ShouldBe(await AskAsync(original, Question));
        }

        Allow(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        (await File.ReadAllBytesAsync(copy, Cancel)).ShouldBe(before);
    }

    [Fact]
    public async Task A_Neo4j_database_is_copied_by_its_own_tools_and_the_command_says_so()
    {
        var password = new Dictionary<string, string> { ["ZHUZHOU_NEO4J__PASSWORD"] = "unused" };
        var backup = await ServerProcess.RunAsync(password, "backup", _folder.File("copy"), "--neo4j-uri", "http://127.0.0.1:9");
        (backup.ExitCode, backup.Error.Contains("neo4j-admin", StringComparison.Ordinal)).ShouldBe((1, true), backup.Error);
    }

    [Fact]
    public async Task The_published_program_has_its_seeds_and_the_files_of_its_pages_wherever_it_is_started()
    {
        var published = _folder.File("published");
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        await RunAsync(
            RepositoryRoot.Path,
            ["publish", "src/ZhuzhouGraph.Server", "--no-build", "--configuration", configuration, "--output", published, "--nologo"]
        );
        var elsewhere = Directory.CreateDirectory(_folder.File("elsewhere")).FullName;
        var check = await RunAsync(
            elsewhere,
            [Path.Combine(published, "ZhuzhouGraph.Server.dll"), "check", Path.Combine(published, "graph-seeds")]
        );
        check.TrimEnd().ShouldEndWith("0 problems");

        await using var server = await ServerProcess.ServeProgramAsync(
            Path.Combine(published, "ZhuzhouGraph.Server.dll"),
            elsewhere,
            "--store-file",
            _folder.File("published.db")
        );

        server.Output.ShouldContain($"seeds: {Path.Combine(published, "graph-seeds")}");
        (await AskAsync(server, "{ articles { totalCount } }")).ShouldNotContain("\"totalCount\":0");
        var home = await server.Client.OpenAsync("/");
        var files = home.Html.QuerySelectorAll("link[rel=stylesheet], link[rel=icon], script[src]");
        foreach (var file in files.Select(file => file.GetAttribute("href") ?? file.GetAttribute("src")!))
            (await server.Client.GetByteArrayAsync(file, TestContext.Current.CancellationToken)).ShouldNotBeEmpty(file);
        files.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Seeds_without_an_article_leave_the_store_empty_and_every_door_says_so()
    {
        Directory.CreateDirectory(_folder.File("seeds/articles"));
        Directory.CreateDirectory(_folder.File("seeds/registry"));
        await using var server = await ServerProcess.ServeAsync("--store-file", _folder.File("graph.db"), "--seeds", _folder.File("seeds"));
        await ShouldBeEmptyAsync(server);
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>GraphQL by both media types, the home page and health say the same.</summary>
    private static async Task ShouldBeEmptyAsync(ServerProcess server)
    {
        const string Question = "/graphql?query={entity(name:\"株洲\"){id}}";
        foreach (
            var (address, accept, status) in new[]
            {
                (Question, "application/graphql-response+json", HttpStatusCode.ServiceUnavailable),
                (Question, "application/json", HttpStatusCode.OK),
                ("/", "text/html", HttpStatusCode.ServiceUnavailable),
                ("/health/ready", "application/json", HttpStatusCode.ServiceUnavailable),
            }
        )
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Add("Accept", accept);
            using var response = await server.Client.SendAsync(request, Cancel);
            var text = await response.Content.ReadAsStringAsync(Cancel);
            response.StatusCode.ShouldBe(status, text);
            text.ShouldContain("STORE_EMPTY");
            response.Headers.Contains("Retry-After").ShouldBeTrue();
        }
    }

    private static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows())
            File.SetUnixFileMode(path, mode);
    }

    /// <summary>A file as the program of the version before wrote it, of an invented city: see the stores' tests of migrations.</summary>
    private static async Task MakeStoreOfTheVersionBeforeAsync(string file)
    {
        var script = Path.Combine(RepositoryRoot.Path, "tests", "ZhuzhouGraph.Stores.Tests", "Migrations", "sqlite-6.sql");
        await using var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=False");
        await connection.OpenAsync(Cancel);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // A script of the tests.
        command.CommandText = "BEGIN;\n" + await File.ReadAllTextAsync(script, Cancel) + "COMMIT;";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(Cancel);
    }

    private static async Task<string> AskAsync(ServerProcess server, string query)
    {
        using var response = await server.Client.PostAsJsonAsync("/graphql", new JsonObject { ["query"] = query }, Cancel);
        return await response.Content.ReadAsStringAsync(Cancel);
    }

    private static async Task<string> RunAsync(string folder, string[] arguments)
    {
        using var run = Process.Start(
            new ProcessStartInfo("dotnet", arguments) { WorkingDirectory = folder, RedirectStandardOutput = true }
        )!;
        var output = await run.StandardOutput.ReadToEndAsync(Cancel);
        await run.WaitForExitAsync(Cancel);
        run.ExitCode.ShouldBe(0, output);
        return output;
    }
}
