using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>Whatever goes wrong on the command line is a line that says what to do, and 1 or 2; never a stack trace.</summary>
public sealed partial class CommandLineFaultTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData(1, "'banana'; allowed is http://host:port", "serve", "--urls", "banana")]
    [InlineData(1, "a port is 0 to 65535", "serve", "--urls", "http://127.0.0.1:99999")]
    [InlineData(1, "a proxy before the server can", "serve", "--urls", "https://127.0.0.1:5443")]
    [InlineData(1, "is 'http://127.0.0.1:80x'", "serve", "--urls", "http://127.0.0.1:80x")]
    [InlineData(1, "is 'http://127.0.0.1:5080/base'", "serve", "--urls", "http://127.0.0.1:5080/base")]
    [InlineData(1, "port 0, any free one", "serve", "--urls", "http://localhost:0")]
    [InlineData(1, "Urls, from --urls, is ''", "serve", "--urls", "")]
    [InlineData(2, "this machine does not have that address", "serve", "--urls", "http://192.0.2.1:5080")]
    [InlineData(1, "Seeds, from --seeds, is '/nope'", "serve", "--seeds", "/nope")]
    [InlineData(1, "Seeds, from --seeds, is 'FILE'", "serve", "--seeds", "FILE")]
    [InlineData(1, "allowed is a seeds folder", "serve", "--seeds", "FOLDER")]
    [InlineData(1, "Texts, from --texts, is 'FILE'", "serve", "--texts", "FILE")]
    [InlineData(1, "Texts, from --texts, is '/nope'", "import", "SEEDS", "--texts", "/nope")]
    [InlineData(1, "PATH: found nothing at '/nope'", "check", "/nope")]
    [InlineData(1, "PATH: found an empty path", "check", "")]
    [InlineData(1, "PATH: found the folder 'FOLDER'", "check", "FOLDER")]
    [InlineData(1, "PATH: found the file 'FILE', which is no .yaml file", "check", "FILE")]
    [InlineData(1, "PATH: found nothing at '/nope'", "import", "/nope")]
    [InlineData(1, "FILE: found no file '/nope'", "sentences", "/nope")]
    [InlineData(1, "FILE: found the folder 'FOLDER'", "sentences", "FOLDER")]
    [InlineData(1, "FILE: '/proc/self/mem' cannot be read", "sentences", "/proc/self/mem")]
    [InlineData(1, "--seeds: found the file 'FILE'", "schema", "--seeds", "FILE")]
    [InlineData(1, "takes no file", "schema", "--seeds", "/proc")]
    [InlineData(1, "ARTICLE: found ''", "remove", "")]
    [InlineData(1, "Store:File, from --store-file, is empty", "import", "SEEDS", "--store-file", "")]
    [InlineData(2, "FOLDER is a folder", "import", "SEEDS", "--store-file", "FOLDER")]
    [InlineData(2, "STORE_UNAVAILABLE", "import", "SEEDS", "--store-file", "/proc/graph.db")]
    [InlineData(2, "STORE_UNAVAILABLE", "import", "SEEDS", "--store-file", "FILE/graph.db")]
    [InlineData(1, "expects a single argument but 2 were provided", "check", "SEEDS", "--store-file", "a", "--store-file", "b")]
    [InlineData(1, "Unrecognized option '--bogus'", "serve", "--bogus")]
    [InlineData(1, "Unrecognized option '--bogus'", "check", "--bogus")]
    [InlineData(1, "Unrecognized option '--bogus'", "check", "--bogus", "SEEDS")]
    [InlineData(1, "Unrecognized option '--bogus'", "import", "--bogus")]
    [InlineData(1, "Unrecognized option '--bogus'", "import", "SEEDS", "--store-file", "--bogus")]
    [InlineData(1, "Unrecognized option '--bogus'", "sentences", "--bogus")]
    [InlineData(1, "Unrecognized option '-b'", "remove", "-b")]
    [InlineData(1, "Unrecognized option '--urls'", "backup", "--urls", "--store-file", "FOLDER/graph.db")]
    [InlineData(1, "PATH: found nothing at '--bogus'", "check", "--", "--bogus")]
    [InlineData(1, "--neo4j-password is not allowed", "serve", "--neo4j-password", "-secret")]
    [InlineData(
        1,
        "'--read-only' stands before 'import', which does not take it",
        "--read-only",
        "import",
        "SEEDS",
        "--store-file",
        "FOLDER/graph.db"
    )]
    [InlineData(
        1,
        "'--seeds' stands before 'import', which does not take it",
        "--seeds",
        "SEEDS",
        "import",
        "SEEDS",
        "--store-file",
        "FOLDER/graph.db"
    )]
    [InlineData(1, "'--urls' stands before 'check', which does not take it", "--urls", "http://127.0.0.1:1", "check", "SEEDS")]
    [InlineData(1, "'--seeds' stands before 'schema', where it means another thing", "--seeds", "FOLDER", "schema")]
    [InlineData(1, "Texts, from --texts, is '/nope'", "--texts", "/nope", "check", "SEEDS")]
    [InlineData(1, "--texts has no effect beside --read-only", "serve", "--read-only", "--texts", "FOLDER")]
    [InlineData(1, "--seeds has no effect beside --read-only", "--read-only", "--seeds", "SEEDS", "--store-file", "FOLDER/graph.db")]
    [InlineData(
        1,
        "--texts has no effect beside --no-import",
        "serve",
        "--no-import",
        "--texts",
        "FOLDER",
        "--urls",
        "http://192.0.2.1:80"
    )]
    [InlineData(1, "--seeds has no effect beside --no-import", "serve", "--no-import", "--seeds", "SEEDS", "--urls", "http://192.0.2.1:80")]
    [InlineData(1, "--coverage needs the texts", "check", "SEEDS", "--coverage")]
    [InlineData(
        1,
        "FILE: found 'FOLDER/nope/b.db', and there is no folder 'FOLDER/nope'",
        "backup",
        "FOLDER/nope/b.db",
        "--store-file",
        "FOLDER/graph.db"
    )]
    [InlineData(1, "FILE: found an empty path", "backup", "")]
    [InlineData(1, "Unrecognized command or argument 'frobnicate'", "frobnicate")]
    [InlineData(1, "PATH is missing", "check")]
    [InlineData(1, "PATH is missing", "import")]
    [InlineData(1, "FILE is missing", "backup")]
    [InlineData(1, "FILE is missing", "sentences")]
    [InlineData(1, "ARTICLE is missing", "remove")]
    [InlineData(1, "FILE is missing after --store-file", "check", "SEEDS", "--store-file")]
    [InlineData(1, "found nothing at '@seeds'", "check", "@seeds")]
    public async Task A_fault_is_one_line_and_an_exit_code(int exitCode, string line, params string[] arguments)
    {
        await File.WriteAllTextAsync(_folder.File("file.txt"), "no seeds", TestContext.Current.CancellationToken);
        Directory.CreateDirectory(_folder.File("folder"));
        var run = await ServerProcess.RunAsync([.. arguments.Select(Placed), .. Needs(arguments)]);

        run.ExitCode.ShouldBe(exitCode, run.Output + run.Error);
        Lines(run.Error).ShouldHaveSingleItem().ShouldContain(Placed(line));
        run.Output.Split('\n').ShouldNotContain(text => !text.StartsWith("store: ") && text.Length > 0);
        ShouldBePlain(run.Output + run.Error);
    }

    [Theory]
    [InlineData(1, "a pipe", "sentences", "FILE")]
    [InlineData(1, "a pipe", "import", "SEEDS", "--neo4j-uri", "http://127.0.0.1:1", "--neo4j-password-file", "FILE")]
    [InlineData(1, "no certificate can be read", "import", "SEEDS", "--neo4j-uri", "https://127.0.0.1:1", "--neo4j-ca", "FILE")]
    [InlineData(1, "which is there already", "backup", "FILE")]
    [InlineData(2, "STORE_", "serve", "--read-only", "--store-file", "FILE")]
    [InlineData(2, "STORE_", "serve", "--no-import", "--store-file", "FILE")]
    public async Task A_pipe_instead_of_a_file_is_one_line_and_is_not_waited_for(int exitCode, string line, params string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no pipes in folders.");
        using (var made = Process.Start("mkfifo", [_folder.File("file.txt")]))
            await made.WaitForExitAsync(TestContext.Current.CancellationToken);
        var run = await ServerProcess.RunAsync([.. arguments.Select(Placed), .. Needs(arguments)]);

        run.ExitCode.ShouldBe(exitCode, run.Output + run.Error);
        run.Error.ShouldContain(line);
        ShouldBePlain(run.Output + run.Error);
    }

    [Fact]
    public async Task A_port_in_use_is_told_before_anything_is_imported()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var url = $"http://{other.LocalEndpoint}";
        var store = _folder.File("graph.db");
        var run = await ServerProcess.RunAsync("serve", "--urls", url, "--store-file", store, "--seeds", RepositoryRoot.Seeds);

        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe(
            $"{url} cannot be listened on: another program listens there. Stop that one, or name another address with --urls.\n"
        );
        run.Output.ShouldBe($"store: sqlite {store}\n");
    }

    [Fact]
    public async Task A_limit_that_is_no_number_is_named_with_where_it_stands()
    {
        var environment = new Dictionary<string, string>
        {
            ["ZHUZHOU_LIMITS__DEPTH"] = "deep",
            ["ZHUZHOU_LIMITS__DEADLINE"] = "-00:00:01",
            ["ZHUZHOU_DOCUMENTCACHE__BYTES"] = "-1",
            ["ZHUZHOU_LIMITS__DEPT"] = "3",
        };
        var run = await ServerProcess.RunAsync(environment, "serve", "--store-file", _folder.File("graph.db"));
        run.ExitCode.ShouldBe(1);
        Lines(run.Error)
            .Select(problem => problem.Split(';')[0])
            .Order(StringComparer.Ordinal)
            .ShouldBe([
                "DocumentCache:BYTES, from ZHUZHOU_DOCUMENTCACHE__BYTES, is '-1'",
                "Limits:DEADLINE, from ZHUZHOU_LIMITS__DEADLINE, is '-00:00:01'",
                "Limits:DEPT is no setting",
                "Limits:DEPTH, from ZHUZHOU_LIMITS__DEPTH, is 'deep'",
            ]);
        ShouldBePlain(run.Error);
    }

    [Fact]
    public async Task An_output_that_takes_nothing_more_is_told()
    {
        var run = await ShellAsync($"check '{RepositoryRoot.Seeds}' > /dev/full");
        run.ExitCode.ShouldBe(2, run.Error);
        Lines(run.Error).ShouldHaveSingleItem().ShouldContain("No space left on device");
        ShouldBePlain(run.Error);
    }

    [Fact]
    public async Task A_store_that_cannot_grow_is_told()
    {
        // A file may not grow beyond 100 KiB here, as on a disk that is full.
        var run = await ShellAsync(
            $"import '{RepositoryRoot.Seeds}' --store-file '{_folder.File("graph.db")}'",
            "trap '' XFSZ; ulimit -f 100; export DOTNET_EnableWriteXorExecute=0; "
        );
        run.ExitCode.ShouldBe(2, run.Output + run.Error);
        Lines(run.Error).ShouldHaveSingleItem().ShouldStartWith("STORE_UNAVAILABLE: ");
        ShouldBePlain(run.Output + run.Error);
    }

    [Fact]
    public async Task Nobody_is_advised_to_delete_a_file_that_is_no_store()
    {
        await File.WriteAllTextAsync(_folder.File("letter.txt"), new string('x', 8192), TestContext.Current.CancellationToken);
        var run = await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", _folder.File("letter.txt"));
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldBe(
            $"STORE_UNAVAILABLE: {_folder.File("letter.txt")} is no database, and is left as it is. Name another file with --store-file.\n"
        );
    }

    [Fact]
    public async Task Check_of_a_single_file_that_is_no_seed_names_it_and_nothing_else()
    {
        await File.WriteAllTextAsync(_folder.File("article.yaml"), "title: x", TestContext.Current.CancellationToken);
        var run = await ServerProcess.RunAsync("check", _folder.File("article.yaml"), "--texts", "/nope", "--store", "none");
        run.ExitCode.ShouldBe(1);
        run.Output.ShouldBeEmpty();
        Lines(run.Error).ShouldHaveSingleItem().ShouldContain("which has no issue.yaml beside it");
    }

    [Fact]
    public async Task A_text_that_is_missing_is_told_once_with_what_is_there_instead()
    {
        var texts = Directory.CreateDirectory(_folder.File("texts")).FullName;
        await File.WriteAllTextAsync(Path.Combine(texts, "paper.txt"), "# another paper\n", TestContext.Current.CancellationToken);
        var run = await ServerProcess.RunAsync("check", RepositoryRoot.Seeds, "--texts", texts);
        run.ExitCode.ShouldBe(1);
        Lines(run.Output)
            .Where(line => line.Contains("paper.txt") || line.Contains("SHA-256"))
            .ShouldHaveSingleItem()
            .ShouldContain("; found paper.txt (");
        Lines(run.Output)[^1].ShouldBe("1 problem");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What a command needs so that the fault is the only one: a store of its own, a port of its own, no seeds.</summary>
    private string[] Needs(string[] arguments)
    {
        var mayOpen =
            arguments is ["serve" or "import" or "remove", ..] && !arguments.Contains("--store-file") && !arguments.Contains("--neo4j-uri");
        return mayOpen ? ["--store-file", _folder.File("graph.db")] : [];
    }

    private string Placed(string text) =>
        text.Replace("SEEDS", RepositoryRoot.Seeds, StringComparison.Ordinal)
            .Replace("FOLDER", _folder.File("folder"), StringComparison.Ordinal)
            .Replace("'FILE'", $"'{_folder.File("file.txt")}'", StringComparison.Ordinal)
            .Replace("FILE/", _folder.File("file.txt") + "/", StringComparison.Ordinal)
            is var placed
        && placed == "FILE"
            ? _folder.File("file.txt")
            : placed;

    private static async Task<(int ExitCode, string Output, string Error)> ShellAsync(string command, string before = "")
    {
        using var process = ServerProcess.StartShell($"{before}exec dotnet \"$0\" {command}");
        var output = process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, await output, await error);
    }

    internal static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>Names no exception, shows no frame.</summary>
    internal static void ShouldBePlain(string printed) => Trace().IsMatch(printed).ShouldBeFalse(printed);

    [GeneratedRegex(@"\w+Exception\b|^\s+at .+\(|Unhandled|System\.\w+", RegexOptions.Multiline)]
    private static partial Regex Trace();
}
