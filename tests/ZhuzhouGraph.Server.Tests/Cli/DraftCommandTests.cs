using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>The session of the seeds' README, as it is printed there, and what <c>draft</c> refuses.</summary>
public sealed partial class DraftCommandTests : IDisposable
{
    private static readonly string Readme = Path.Combine(RepositoryRoot.Seeds, "README.md");
    private readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task The_session_of_the_README_goes_from_a_text_to_an_answered_query()
    {
        var page = await File.ReadAllTextAsync(Readme, TestContext.Current.CancellationToken);
        var session = page[page.IndexOf("## Drafting", StringComparison.Ordinal)..page.IndexOf("## Names", StringComparison.Ordinal)];
        var blocks = Block().Matches(session).Select(match => match.Groups["content"].Value).ToList();
        Write("donggang/registry/names.yaml", blocks[0]);
        Write("texts/paper.txt", blocks[1]);

        (await RunAsync(blocks[2])).ShouldBe(0);
        Read("donggang/articles/2023-05-04/01-donggang.yaml").ShouldBe(blocks[3]);
        Read("donggang/articles/2023-05-04/issue.yaml").ShouldBe(blocks[4]);
        var commands = blocks[6].Split('\n', StringSplitOptions.RemoveEmptyEntries);
        commands.Length.ShouldBe(3, "four commands with the draft");
        (await RunAsync(commands[0])).ShouldBe(1, "something is left to do");
        FillIn(blocks[5]);
        (await RunAsync(commands[0])).ShouldBe(0);
        await using var server = await ServerProcess.ServeAsync(Arguments(commands[1])[1..]);
        var query = commands[2].Split("'query=")[1].TrimEnd('\'');
        var answer = await server.Client.GetStringAsync(
            $"/graphql?query={Uri.EscapeDataString(query)}",
            TestContext.Current.CancellationToken
        );
        JsonNode.DeepEquals(JsonNode.Parse(answer), JsonNode.Parse(blocks[7])).ShouldBeTrue($"the README's answer is\n{answer}");
    }

    [Fact]
    public async Task A_draft_of_a_text_that_has_seeds_shows_the_difference_and_writes_nothing()
    {
        var paper = Directory.GetFiles(RepositoryRoot.RequirePaper(), "*.txt").Single();
        var (exitCode, output, error) = await ServerProcess.RunAsync(
            "draft",
            paper,
            "--date",
            "2023-05-19",
            "--newspaper",
            "株洲日报",
            "--seeds",
            _folder.Copy(RepositoryRoot.Seeds, "seeds")
        );
        exitCode.ShouldBe(0, error);
        output.TrimEnd().Split('\n')[^1].ShouldMatch("^9 reports have seeds already; [0-9]+ differences$");
    }

    [Theory]
    [InlineData("--date: found '19.5.'; allowed is a day", "--date", "19.5.")]
    [InlineData("--seeds, is 'nowhere'", "--seeds", "nowhere")]
    [InlineData("--title: found '无', which the text does not print", "--title", "无")]
    [InlineData("--out: 'FILE' cannot be written", "--out", "FILE")]
    public async Task What_cannot_be_drafted_is_refused_with_what_is_allowed(string told, string option, string value)
    {
        Write("text.txt", "东港来电\n");
        string[] arguments =
        [
            "draft",
            _folder.File("text.txt"),
            "--newspaper",
            "东港日报",
            option,
            value.Replace("FILE", _folder.File("text.txt"), StringComparison.Ordinal),
            .. option == "--date" ? [] : new[] { "--date", "2023-05-04" },
        ];
        var (exitCode, output, error) = await ServerProcess.RunAsync(arguments);
        exitCode.ShouldBe(1, output);
        error.ShouldContain(told.Replace("FILE", _folder.File("text.txt"), StringComparison.Ordinal));
    }

    /// <summary>Replaces the lines that are left to do by those typed, below the name of their file; names are one line more.</summary>
    private void FillIn(string typed)
    {
        var file = "";
        foreach (var line in typed.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                file = $"donggang/{line[2..]}";
            else if (file.Contains("registry", StringComparison.Ordinal))
                Write(file, $"{Read(file)}{line}\n");
            else
                Write(file, LeftToDo().Replace(Read(file), left => Begins(left.Value, line) ? line : left.Value));
        }
    }

    private static bool Begins(string left, string line) =>
        line.StartsWith(left[..left.IndexOf("TODO", StringComparison.Ordinal)], StringComparison.Ordinal);

    private async Task<int> RunAsync(string command) => (await ServerProcess.RunAsync(Arguments(command))).ExitCode;

    /// <summary>The command's words, its files being in the folder.</summary>
    private string[] Arguments(string command) =>
        [
            .. command
                .Trim()
                .Split(" -- ")[1]
                .Split(' ')
                .Select(word =>
                    word.StartsWith("donggang", StringComparison.Ordinal) || word.StartsWith("texts", StringComparison.Ordinal)
                        ? _folder.File(word)
                        : word
                ),
        ];

    private string Read(string file) => File.ReadAllText(_folder.File(file));

    private void Write(string file, string content)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_folder.File(file))!);
        File.WriteAllText(_folder.File(file), content);
    }

    public void Dispose() => _folder.Dispose();

    [GeneratedRegex("^```[a-z]*\\n(?<content>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("^.*TODO.*$", RegexOptions.Multiline)]
    private static partial Regex LeftToDo();
}
