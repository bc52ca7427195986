using System.Diagnostics;
using System.Net;
using System.Text;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>Ctrl-C and SIGTERM end a command in every phase, with a line and an exit code.</summary>
public sealed class InterruptTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    public async Task A_server_that_serves_stops_with_0(string signal)
    {
        using var process = Serve("--seeds", Seeds(1));
        await ReadUntilAsync(process, "GraphQL: ");
        var (exitCode, output, error) = await SignalAsync(process, signal);
        exitCode.ShouldBe(0, output + error);
        error.ShouldBeEmpty();
        CommandLineFaultTests.ShouldBePlain(output);
    }

    [Theory]
    // While seeds are read, and while they are imported.
    [InlineData("INT", "store: ")]
    [InlineData("TERM", "store: ")]
    [InlineData("INT", "[1/")]
    [InlineData("TERM", "[1/")]
    public async Task A_server_that_is_stopped_before_it_serves_says_so_and_ends_with_0(string signal, string after)
    {
        using var process = Serve("--seeds", Seeds(300));
        await ReadUntilAsync(process, after);
        var (exitCode, output, error) = await SignalAsync(process, signal);
        exitCode.ShouldBe(0, output + error);
        error.ShouldBeEmpty();
        output.ShouldContain("stopped before the first answer");
        CommandLineFaultTests.ShouldBePlain(output);
    }

    [Theory]
    [InlineData("INT", "store: ")]
    [InlineData("TERM", "[1/")]
    public async Task An_import_that_is_interrupted_says_so_and_ends_with_2(string signal, string after)
    {
        var store = _folder.File("graph.db");
        var seeds = Seeds(300);
        using (var process = ServerProcess.Start("import", seeds, "--store-file", store))
        {
            await ReadUntilAsync(process, after);
            var (exitCode, output, error) = await SignalAsync(process, signal);
            exitCode.ShouldBe(2, output + error);
            // Reading 300 articles may be over when the signal comes.
            error.ShouldBeOneOf(
                "interrupted before the end; run the command again\n",
                "interrupted: units imported so far stay; the same command goes on from there\n"
            );
            CommandLineFaultTests.ShouldBePlain(output);
        }
        var again = await ServerProcess.RunAsync("import", seeds, "--store-file", store);
        again.ExitCode.ShouldBe(0, again.Error);
    }

    [Theory]
    [InlineData("serve")]
    [InlineData("import")]
    public async Task What_an_interrupted_import_left_is_not_served_as_a_complete_store(string command)
    {
        var store = _folder.File("graph.db");
        var seeds = Seeds(300);
        string[] serve = ["serve", "--urls", "http://127.0.0.1:0", "--store-file", store, "--seeds", seeds];
        using (var process = ServerProcess.Start(command == "serve" ? serve : ["import", seeds, "--store-file", store]))
        {
            await ReadUntilAsync(process, "[1/");
            var (_, output, error) = await SignalAsync(process, "TERM");
            (output + error).ShouldContain("units imported so far stay");
        }

        var refused = await ServeReadOnlyAsync(store);
        refused.ShouldStartWith("The server ended with 2: ");
        refused.ShouldContain("STORE_UNAVAILABLE: an import into the store was interrupted, or is under way");
        await using (var warned = await ServerProcess.ServeAsync("--no-import", "--store-file", store))
            warned.Output.ShouldContain("warning: an import into the store was interrupted, or is under way");

        (await ServerProcess.RunAsync("import", seeds, "--store-file", store)).ExitCode.ShouldBe(0);
        (await ServeReadOnlyAsync(store)).ShouldContain("serving what the store holds");
    }

    [Fact]
    public async Task An_import_of_one_article_does_not_complete_an_interrupted_one()
    {
        var store = _folder.File("graph.db");
        var seeds = Seeds(300);
        using (var process = ServerProcess.Start("import", seeds, "--store-file", store))
        {
            await ReadUntilAsync(process, "[1/");
            var (_, output, error) = await SignalAsync(process, "TERM");
            (output + error).ShouldContain("units imported so far stay");
        }
        var article = Path.Combine(seeds, "articles", "2023-05-04", "0300-port.yaml");
        (await ServerProcess.RunAsync("import", article, "--store-file", store)).ExitCode.ShouldBe(0);

        (await ServeReadOnlyAsync(store)).ShouldContain("an import into the store was interrupted");
    }

    [Fact]
    public async Task A_server_that_takes_seeds_in_answers_that_it_is_starting_and_then_what_they_say()
    {
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{FreePort()}") };
        using var process = ServerProcess.Start([
            "serve",
            "--urls",
            client.BaseAddress.OriginalString,
            "--store-file",
            _folder.File("graph.db"),
            "--seeds",
            Seeds(600),
        ]);
        await ReadUntilAsync(process, "[1/");

        using var request = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={summary{articles}}");
        request.Headers.Add("Accept", "application/graphql-response+json");
        // All at once: the first answers of a busy machine may take as long as its import.
        var asked = (
            Ready: client.GetAsync("/health/ready", Cancel),
            Live: client.GetAsync("/health/live", Cancel),
            Home: client.GetAsync("/", Cancel),
            Answer: client.SendAsync(request, Cancel)
        );
        var ready = await asked.Ready;
        ready.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        ready.Headers.Contains("Retry-After").ShouldBeTrue();
        (await ready.Content.ReadAsStringAsync(Cancel)).ShouldBe("""{"status":"STARTING","store":"sqlite","version":null}""");
        (await asked.Live).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await asked.Home).StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        var answer = await asked.Answer;
        answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Headers.Contains("Retry-After").ShouldBeTrue();
        (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("STORE_UNAVAILABLE");

        await ReadUntilAsync(process, "GraphQL: ");
        (await client.GetAsync("/health/ready", Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await client.GetStringAsync("/graphql?query={summary{articles}}", Cancel)).ShouldContain("600");
        (await SignalAsync(process, "INT")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_whose_seeds_are_wrong_does_not_start()
    {
        var seeds = Seeds(1);
        await File.WriteAllTextAsync(Path.Combine(seeds, "registry", "names.yaml"), "- {id: x", Cancel);
        using var process = Serve("--seeds", seeds);
        await process.WaitForExitAsync(Cancel);
        process.ExitCode.ShouldBe(1);
        (await process.StandardError.ReadToEndAsync(Cancel)).ShouldEndWith("nothing was imported, and the server does not start\n");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What a server says that only reads, when it ends or serves.</summary>
    private static async Task<string> ServeReadOnlyAsync(string store)
    {
        try
        {
            await using var server = await ServerProcess.ServeAsync("--read-only", "--store-file", store);
            return server.Output;
        }
        catch (InvalidOperationException e)
        {
            return e.Message;
        }
    }

    private Process Serve(params string[] arguments) =>
        ServerProcess.Start(["serve", "--urls", "http://127.0.0.1:0", "--store-file", _folder.File("graph.db"), .. arguments]);

    private static async Task ReadUntilAsync(Process process, string start)
    {
        while (await process.StandardOutput.ReadLineAsync(Cancel) is { } line)
        {
            if (line.StartsWith(start, StringComparison.Ordinal))
                return;
        }
        throw new InvalidOperationException($"no '{start}': {await process.StandardError.ReadToEndAsync(Cancel)}");
    }

    private static async Task<(int ExitCode, string Output, string Error)> SignalAsync(Process process, string signal)
    {
        using var kill = Process.Start("kill", ["-s", signal, $"{process.Id}"]);
        var output = process.StandardOutput.ReadToEndAsync(Cancel);
        var error = process.StandardError.ReadToEndAsync(Cancel);
        await process.WaitForExitAsync(Cancel);
        return (process.ExitCode, await output, await error);
    }

    private static int FreePort()
    {
        using var socket = new System.Net.Sockets.TcpListener(IPAddress.Loopback, 0);
        socket.Start();
        return ((IPEndPoint)socket.LocalEndpoint).Port;
    }

    /// <summary>A registry of one name, and so many articles about it.</summary>
    private string Seeds(int articles)
    {
        var folder = _folder.File("seeds");
        Directory.CreateDirectory(Path.Combine(folder, "registry"));
        var issue = Directory.CreateDirectory(Path.Combine(folder, "articles", "2023-05-04")).FullName;
        File.WriteAllText(
            Path.Combine(folder, "registry", "names.yaml"),
            "- {id: org:east-port, type: Company, name: 东港集团, en: East Port}\n"
        );
        var lines = new StringBuilder();
        for (var number = 1; number <= articles; number++)
        {
            var name = $"{number:0000}-port";
            lines.Append(System.Globalization.CultureInfo.InvariantCulture, $"  {name}: {number}\n");
            File.WriteAllText(
                Path.Combine(issue, $"{name}.yaml"),
                $"title: 东港\ntitleEnglish: Donggang\nfacts:\n- {{at: {number}.1, mentions: [东港集团]}}\n"
            );
        }
        File.WriteAllText(
            Path.Combine(issue, "issue.yaml"),
            $"newspaper: 东港日报\nnewspaperEnglish: Donggang Daily\ndate: 2023-05-04\nsha256: {new string('0', 64)}\nlines: "
                + $"{articles}\narticles:\n{lines}"
        );
        return folder;
    }
}
