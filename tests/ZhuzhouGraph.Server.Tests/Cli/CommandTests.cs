using System.Diagnostics;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

public sealed class CommandTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Check_gives_the_same_counts_with_and_without_the_text()
    {
        var without = await ServerProcess.RunAsync("check", RepositoryRoot.Seeds);
        without.ExitCode.ShouldBe(0, without.Output);
        var with = await ServerProcess.RunAsync("check", RepositoryRoot.Seeds, "--texts", RepositoryRoot.RequirePaper(), "--coverage");
        with.ExitCode.ShouldBe(0, with.Output);
        Counts(with.Output).ShouldBe(Counts(without.Output));
        with.Output.ShouldContain("     0  addresses not verified");
        without.Output.ShouldContain("     0  addresses verified");
        with.Output.TrimEnd().ShouldEndWith("0 problems");

        static string[] Counts(string output) =>
            [
                .. output
                    .Split('\n')
                    .Where(line =>
                        line.StartsWith("  ", StringComparison.Ordinal) && !line.Contains("addresses", StringComparison.Ordinal)
                    ),
            ];
    }

    [Fact]
    public async Task Run_from_its_source_as_the_README_says_a_command_finds_what_lies_in_the_callers_folder()
    {
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        using var run = Process.Start(
            new ProcessStartInfo(
                "dotnet",
                [
                    "run",
                    "--no-build",
                    "--configuration",
                    configuration,
                    "--project",
                    "src/ZhuzhouGraph.Server",
                    "--",
                    "check",
                    "graph-seeds",
                ]
            )
            {
                WorkingDirectory = RepositoryRoot.Path,
                RedirectStandardOutput = true,
            }
        )!;
        var output = await run.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(0, output);
        output.TrimEnd().ShouldEndWith("0 problems");
    }

    [Fact]
    public async Task A_registry_with_nothing_of_the_stores_is_refused_until_it_is_meant_and_what_goes_is_counted()
    {
        var (store, port) = (_folder.File("graph.db"), _folder.File("port"));
        await BerthSeeds.WriteAsync(port, 1, 1);
        (await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store)).ExitCode.ShouldBe(0);

        var refused = await ServerProcess.RunAsync("import", port, "--store-file", store);
        refused.ExitCode.ShouldBe(1, refused.Output);
        refused.Output.ShouldContain("OTHER_REGISTRY");
        refused.Output.ShouldContain("none of the 2 ids of this registry");
        refused.Output.ShouldContain("nothing was imported");
        var served = await ServerProcess.RunAsync("serve", "--seeds", port, "--store-file", store, "--urls", "http://127.0.0.1:0");
        served.ExitCode.ShouldBe(1, served.Output);
        served.Error.ShouldContain("--replace-registry");

        var meant = await ServerProcess.RunAsync("import", port, "--store-file", store, "--replace-registry");
        meant.ExitCode.ShouldBe(0, meant.Output);
        meant.Output.ShouldMatch("registry: it no longer has [1-9][0-9]* entities that nothing mentions, and [1-9][0-9]* relationships");
        (await ServerProcess.RunAsync("import", port, "--store-file", store)).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Ten_planted_faults_are_ten_problems_and_nothing_is_imported()
    {
        var seeds = _folder.Copy(RepositoryRoot.Seeds, "seeds");
        (string File, string Right, string Wrong)[] faults =
        [
            ("articles/2023-05-19/01-hunan-guangdong-single-port.yaml", "level: 1.4万 标箱", "level: 1.4万 吨"),
            ("articles/2023-05-19/01-hunan-guangdong-single-port.yaml", "growth: 240 %", "growth: 24 %"),
            ("articles/2023-05-19/01-hunan-guangdong-single-port.yaml", "capacity: REPORTER", "capacity: WRITER"),
            ("articles/2023-05-19/02-hidden-champions.yaml", "from: 火炬安泰的靶材, replaces", "from: 火炬安泰靶材, replaces"),
            ("articles/2023-05-19/02-hidden-champions.yaml", "hedge: ORDER_OF", "hedge: ORDEROF"),
            ("articles/2023-05-19/02-hidden-champions.yaml", "when: 2019年以来\n  figures", "when: 2019年13月\n  figures"),
            ("articles/2023-05-19/02-hidden-champions.yaml", "within: {words: 大多数省会城市}", "within: {word: 大多数省会城市}"),
            ("articles/2023-05-19/issue.yaml", "masthead: [1-6]", "masthead: [1-5]"),
            ("registry/places.yaml", "kind: PROVINCE", "kind: STATE"),
            ("registry/people.yaml", "id: person:wang-weian", "id: human:wang-weian"),
        ];
        foreach (var (file, right, wrong) in faults)
        {
            var path = Path.Combine(seeds, file);
            var yaml = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            yaml.ShouldContain(right);
            await File.WriteAllTextAsync(path, yaml.Replace(right, wrong, StringComparison.Ordinal), TestContext.Current.CancellationToken);
        }
        var check = await ServerProcess.RunAsync("check", seeds);
        check.ExitCode.ShouldBe(1);
        foreach (var (file, _, _) in faults)
            check.Output.ShouldContain($"{file}:");

        var store = _folder.File("graph.db");
        var import = await ServerProcess.RunAsync("import", seeds, "--store-file", store);
        import.ExitCode.ShouldBe(1);
        import.Output.ShouldContain("nothing was imported");
        var remove = await ServerProcess.RunAsync("remove", "2023-05-19/02-hidden-champions", "--store-file", store);
        remove.ExitCode.ShouldBe(1);
        remove.Error.ShouldContain("the store has no 'article:2023-05-19/02-hidden-champions'");
    }

    [Fact]
    public async Task A_second_import_changes_nothing()
    {
        var store = _folder.File("graph.db");
        var first = await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store);
        first.ExitCode.ShouldBe(0, first.Error);
        first.Output.ShouldContain("10 of 10 units changed, data version 10");
        var second = await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store);
        second.Output.ShouldContain("0 of 10 units changed, data version 10");
    }

    [Fact]
    public async Task A_removed_article_is_gone_and_comes_back_with_the_next_import()
    {
        var store = _folder.File("graph.db");
        await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store);
        var removed = await ServerProcess.RunAsync("remove", "2023-05-19/05-chen-huiqing-sunward", "--store-file", store);
        removed.ExitCode.ShouldBe(0, removed.Error);
        removed.Output.ShouldContain("version 11");
        (await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store)).Output.ShouldContain(
            "1 of 10 units changed, data version 12"
        );
    }

    [Fact]
    public async Task A_single_article_is_checked_against_the_names_of_a_store()
    {
        var store = _folder.File("graph.db");
        await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", store);
        var issue = _folder.Copy(Path.Combine(RepositoryRoot.Seeds, "articles", "2023-05-19"), Path.Combine("elsewhere", "2023-05-19"));
        var check = await ServerProcess.RunAsync("check", Path.Combine(issue, "05-chen-huiqing-sunward.yaml"), "--store-file", store);
        check.ExitCode.ShouldBe(0, check.Output);
        check.Output.ShouldContain("     1  articles");
    }

    [Fact]
    public async Task Sentences_prints_a_text_with_its_addresses()
    {
        await File.WriteAllTextAsync(_folder.File("text.txt"), "# 东港日报\n\n港口开放。船来了!", TestContext.Current.CancellationToken);
        var sentences = await ServerProcess.RunAsync("sentences", _folder.File("text.txt"));
        sentences.Output.Split('\n')[1..5].ShouldBe(["lines: 3", "1.1\t东港日报", "3.1\t港口开放。", "3.2\t船来了!"]);
    }

    [Fact]
    public async Task Figures_prints_what_the_figures_of_a_text_say()
    {
        await File.WriteAllTextAsync(
            _folder.File("text.txt"),
            "一季度，港口吞吐量5万吨，设备减少2倍。",
            TestContext.Current.CancellationToken
        );
        var (exitCode, output, error) = await ServerProcess.RunAsync("figures", _folder.File("text.txt"), "--date", "2023-04-20", "--json");
        exitCode.ShouldBe(0);
        output
            .Trim()
            .ShouldBe(
                """{"line":1,"printed":"5万吨","start":9,"number":"50000","end":null,"unit":"吨","multiplier":"""
                    + """4,"hedge":"NONE","measure":"LEVEL","comparison":"""
                    + """null,"accumulation":"SINGLE","first":"2023-01-01","last":"2023-03-31","status":"ACTUAL","rule":"LEVEL"}"""
            );
        error.ShouldContain("text.txt:1: '2倍' is not read");
    }

    [Fact]
    public async Task Schemas_that_are_written_are_told_by_their_files()
    {
        var (exitCode, output, _) = await ServerProcess.RunAsync("schema", "--seeds", _folder.File("."));
        exitCode.ShouldBe(0);
        var files = Directory.GetFiles(_folder.File("."), "*.schema.json").Select(Path.GetFullPath);
        output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldBe(files, ignoreOrder: true);
        output.ShouldContain("article.schema.json");
    }

    [Fact]
    public async Task An_option_that_a_command_takes_may_stand_before_it()
    {
        var store = _folder.File("graph.db");
        (await ServerProcess.RunAsync("--store-file", store, "import", RepositoryRoot.Seeds)).ExitCode.ShouldBe(0);
        File.Exists(store).ShouldBeTrue();
    }

    [Theory]
    [InlineData("check", "nowhere")]
    [InlineData("import", "nowhere", "--store-file", "unused.db")]
    [InlineData("sentences", "nowhere.txt")]
    [InlineData("figures", "nowhere.txt", "--date", "2023-05-19")]
    [InlineData("figures", "nowhere.txt", "--date", "19.5.")]
    [InlineData("draft", "nowhere.txt", "--date", "2023-05-19", "--newspaper", "东港日报")]
    [InlineData("remove", "no article")]
    [InlineData("check", ".", "--texts", "nowhere")]
    public async Task A_bad_argument_is_named_with_what_is_allowed(params string[] arguments)
    {
        arguments = [.. arguments.Select(a => a == "unused.db" ? _folder.File(a) : a)];
        var (exitCode, output, error) = await ServerProcess.RunAsync(arguments);
        exitCode.ShouldBe(1);
        (output + error).ShouldContain("allowed");
    }

    [Fact]
    public async Task A_file_that_is_no_store_is_refused_with_advice()
    {
        await File.WriteAllTextAsync(_folder.File("graph.db"), new string('x', 8192), TestContext.Current.CancellationToken);
        var (exitCode, _, error) = await ServerProcess.RunAsync("import", RepositoryRoot.Seeds, "--store-file", _folder.File("graph.db"));
        exitCode.ShouldBe(2);
        error.ShouldContain("STORE_UNAVAILABLE");
        error.ShouldContain("--store-file");
        error.ShouldNotContain("delete");
        (await File.ReadAllTextAsync(_folder.File("graph.db"), TestContext.Current.CancellationToken)).ShouldBe(new string('x', 8192));
    }

    public void Dispose() => _folder.Dispose();
}
