using System.Text.RegularExpressions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>Every option of every command, all given something wrong at once: the name of each and what was found are told.</summary>
public sealed partial class OptionFaultTests(GraphServer server) : IClassFixture<GraphServer>
{
    /// <summary>What is wrong for options that take nearly any text.</summary>
    private static readonly Dictionary<string, string> Wrong = new(StringComparer.Ordinal)
    {
        ["--out"] = "/nope/out",
        ["--text"] = "",
        ["--indicator-text"] = "",
        ["--within"] = "",
        ["--bases"] = "",
        ["--neo4j-user"] = "a:b",
        ["--neo4j-database"] = "b",
    };

    /// <summary>A command line, and the options that would change what the others mean.</summary>
    [Theory]
    [InlineData("export csv --store-file STORE", "--series")]
    [InlineData("export csv --layout wide --store-file STORE", "--series --layout")]
    [InlineData("export csv --store-file STORE", "")]
    [InlineData("export sdmx-csv --store-file STORE", "--series")]
    [InlineData("export gexf --store-file STORE", "")]
    [InlineData("export json-ld --store-file STORE", "")]
    [InlineData("export nope", "OF-FORMATS")]
    [InlineData("verify --store neo4j", "")]
    [InlineData("verify", "OF-NEO4J")]
    [InlineData("backup /nope/backup --store neo4j", "")]
    [InlineData("remove nope --store neo4j", "")]
    [InlineData("import SEEDS --store neo4j", "")]
    [InlineData("check SEEDS --store neo4j", "")]
    [InlineData("serve --store neo4j", "")]
    [InlineData("mcp --store neo4j", "")]
    [InlineData("schema", "")]
    public async Task Every_option_with_a_wrong_value_is_named_with_it(string line, string left)
    {
        var words = line.Split(' ');
        var options = await OptionsOfAsync(words[0]);
        var given = options
            .Where(option => option.TakesValue && option.Name != "--store-file" && !left.Split(' ').Contains(option.Name))
            .Select(option => option.Name)
            .Where(name => !line.Contains("STORE", StringComparison.Ordinal) || !IsOfStore(name))
            .Where(name => !words.Contains(name))
            .Where(name => left != "OF-NEO4J" || !name.StartsWith("--neo4j", StringComparison.Ordinal))
            .Where(name => left != "OF-FORMATS" || name is "--out" or "--store" or "--hops" or "--layout" or "--lang")
            .Select((name, at) => (Name: name, Value: Wrong.GetValueOrDefault(name, $"wrong-{at}")))
            .ToList();
        given.ShouldNotBeEmpty();

        var run = await ServerProcess.RunAsync([
            .. words.Select(Placed),
            .. given.SelectMany(option => new[] { option.Name, option.Value }),
        ]);

        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        var told = CommandLineFaultTests.Lines(run.Error);
        foreach (var (name, value) in given)
            told.ShouldContain(
                text =>
                    NameIn(text, name)
                    && (
                        text.Contains(value.Length == 0 ? " empty" : $"'{value}'", StringComparison.Ordinal)
                        || text.StartsWith($"{name} is given with", StringComparison.Ordinal)
                    ),
                $"{name} {value}\n{run.Error}"
            );
        foreach (var argument in words.Skip(1).Where(word => word.Contains("nope", StringComparison.Ordinal)))
            told.ShouldContain(text => text.Contains($"'{argument}'", StringComparison.Ordinal), run.Error);
        CommandLineFaultTests.ShouldBePlain(run.Error);
    }

    [Theory]
    [InlineData("export csv")]
    [InlineData("verify")]
    [InlineData("import SEEDS")]
    [InlineData("check SEEDS")]
    [InlineData("serve")]
    [InlineData("mcp")]
    public async Task Every_option_without_a_value_is_named_with_what_stands_behind_it(string line)
    {
        var words = line.Split(' ');
        var flags = (await OptionsOfAsync(words[0]))
            .Where(option => !option.TakesValue && option.Name != "--help")
            .Select((option, at) => (option.Name, Value: $"maybe-{at}"))
            .ToList();
        flags.ShouldNotBeEmpty();

        var run = await ServerProcess.RunAsync([.. words.Select(Placed), .. flags.Select(flag => $"{flag.Name}={flag.Value}")]);

        run.ExitCode.ShouldBe(1, run.Output + run.Error);
        CommandLineFaultTests
            .Lines(run.Error)
            .Select(text => text.Split(';')[0])
            .ShouldBe(flags.Select(flag => $"{flag.Name} has '{flag.Value}'"), ignoreOrder: true);
    }

    private static bool IsOfStore(string name) => name is "--store" || name.StartsWith("--neo4j", StringComparison.Ordinal);

    private static bool NameIn(string text, string name) => Regex.IsMatch(text, $"{Regex.Escape(name)}(?![a-z-])");

    private string Placed(string word) =>
        word switch
        {
            "SEEDS" => RepositoryRoot.Seeds,
            "STORE" => server.File,
            _ => word,
        };

    /// <summary>The options that the command's help tells, and whether each takes a value.</summary>
    private static async Task<IReadOnlyList<(string Name, bool TakesValue)>> OptionsOfAsync(string command)
    {
        var (_, help, _) = await ServerProcess.RunAsync(command, "--help");
        return [.. Told().Matches(help).Select(match => (match.Groups["name"].Value, match.Groups["value"].Success))];
    }

    [GeneratedRegex(@"^ +(?<name>--[a-z0-9-]+)(?<value> <[^>]+>)?(?= |\r?$)", RegexOptions.Multiline)]
    private static partial Regex Told();
}
