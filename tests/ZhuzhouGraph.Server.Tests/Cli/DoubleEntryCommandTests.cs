using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

public sealed class DoubleEntryCommandTests : IDisposable
{
    private const string File = "articles/2023-05-19/01-hunan-guangdong-single-port.yaml";

    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Import_refuses_what_check_refuses_also_by_a_text_that_only_the_store_holds()
    {
        var (seeds, store) = (_folder.Copy(RepositoryRoot.Seeds, "seeds"), _folder.File("graph.db"));
        var texts = RepositoryRoot.RequirePaper();
        (await ServerProcess.RunAsync("import", seeds, "--texts", texts, "--store-file", store)).ExitCode.ShouldBe(0);

        var path = Path.Combine(seeds, File);
        var yaml = await System.IO.File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
        var wrong = yaml.Replace("level: 1.4万 标箱", "status: TARGET, level: 1.4万 标箱", StringComparison.Ordinal);
        wrong.ShouldNotBe(yaml);
        await System.IO.File.WriteAllTextAsync(path, wrong, TestContext.Current.CancellationToken);

        (await ServerProcess.RunAsync("check", seeds)).ExitCode.ShouldBe(0, "the words alone do not tell that it has happened");
        var check = await ServerProcess.RunAsync("check", seeds, "--texts", texts);
        check.ExitCode.ShouldBe(1, check.Output);
        var problem = check.Output.Split('\n').Single(line => line.Contains("READS_OTHERWISE", StringComparison.Ordinal));
        problem.ShouldStartWith($"{File}:");
        problem.ShouldContain("Found status TARGET; at 17.1 it reads ACTUAL");

        string[][] imports =
        [
            ["import", seeds, "--texts", texts, "--store-file", store],
            ["import", seeds, "--store-file", store],
        ];
        foreach (var arguments in imports)
        {
            var import = await ServerProcess.RunAsync(arguments);
            import.ExitCode.ShouldBe(1, import.Output);
            import.Output.ShouldContain(problem);
            import.Output.ShouldContain("nothing was imported");
        }
    }

    public void Dispose() => _folder.Dispose();
}
