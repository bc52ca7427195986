using System.CommandLine;
using System.Text;
using Microsoft.Extensions.Configuration;
using ZhuzhouGraph.Server.Cli;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>Which store a command opens, and what it says about settings that it cannot use.</summary>
public sealed class StoreOptionsTests : IDisposable
{
    private const string Password = "a-word-nobody-may-see";

    private readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("", "{}", "sqlite")]
    [InlineData("--neo4j-uri http://127.0.0.1:7474", "{}", "neo4j")]
    [InlineData("", """{"Neo4j":{"Uri":"http://127.0.0.1:7474"}}""", "neo4j")]
    [InlineData("--store-file graph.db", """{"Neo4j":{"Uri":"http://127.0.0.1:7474"}}""", "sqlite")]
    [InlineData("--neo4j-uri http://127.0.0.1:7474", """{"Store":{"Kind":"sqlite","File":"graph.db"}}""", "neo4j")]
    [InlineData("--store sqlite", """{"Store":{"Kind":"neo4j"},"Neo4j":{"Uri":"http://127.0.0.1:7474"}}""", "sqlite")]
    [InlineData("--store neo4j --store-file graph.db --neo4j-uri http://127.0.0.1:7474", "{}", "neo4j")]
    [InlineData("", """{"Store":{"Kind":"neo4j","File":"graph.db"},"Neo4j":{"Uri":"http://127.0.0.1:7474"}}""", "neo4j")]
    public void The_nearest_word_about_the_store_counts(string line, string json, string kind)
    {
        var settings = Settings($"{line} --neo4j-password-file", json, PasswordFile());

        StoreOptions.Read(settings)?.Kind.ShouldBe(kind, string.Join('\n', settings.Problems));
        settings.Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("--store mysql", "{}", "Store:Kind, from --store, is 'mysql'; sqlite and neo4j are allowed.")]
    [InlineData("", """{"Store":{"Kind":"Neo4J"}}""", "Store:Kind, from appsettings.json, is 'Neo4J'; sqlite and neo4j are allowed.")]
    [InlineData(
        "--store-file graph.db --neo4j-uri http://127.0.0.1:7474",
        "{}",
        "Store:File, from --store-file, and Neo4j:Uri, from --neo4j-uri, name two stores; one of them is allowed, or Store:Kind "
            + "(--store) to say which."
    )]
    public void A_store_that_is_not_clear_is_refused(string line, string json, string problem)
    {
        var settings = Settings(line, json);

        StoreOptions.Read(settings).ShouldBeNull();
        settings.Problems.ShouldHaveSingleItem().ShouldBe(problem);
    }

    [Fact]
    public void All_wrong_settings_are_reported_at_once_with_their_origin()
    {
        var settings = Settings(
            "--neo4j-uri ftp://127.0.0.1:7687 --neo4j-user a:b --neo4j-database x --neo4j-ca nowhere.pem",
            """{"Neo4j":{"Url":"http://127.0.0.1","AllowInsecure":"perhaps","MaxConcurrency":"many","StatementTimeout":"soon"}}"""
        );

        StoreOptions.Read(settings).ShouldBeNull();
        settings
            .Problems.Select(problem => string.Join(' ', problem.Split(' ').Take(3)))
            .ShouldBe(
                [
                    "Neo4j:Url is no",
                    "Neo4j:Password is not",
                    "Neo4j:AllowInsecure, from appsettings.json,",
                    "Neo4j:MaxConcurrency, from appsettings.json,",
                    "Neo4j:StatementTimeout, from appsettings.json,",
                    "Neo4j:Uri, from --neo4j-uri,",
                    "Neo4j:User, from --neo4j-user,",
                    "Neo4j:Database, from --neo4j-database,",
                    "Neo4j:CertificateAuthority, from --neo4j-ca,",
                ],
                ignoreOrder: true
            );
    }

    [Theory]
    [InlineData("--neo4j-password a-word-nobody-may-see")]
    [InlineData("--neo4j-password=a-word-nobody-may-see --store sqlite")]
    [InlineData("--neo4j-uri http://neo4j:a-word-nobody-may-see@127.0.0.1:7474")]
    [InlineData("--neo4j-uri neo4j:a-word-nobody-may-see@127.0.0.1:7474")]
    public void A_password_on_the_command_line_is_refused_and_not_repeated(string line)
    {
        var settings = Settings(line, """{"Neo4j":{"Password":"another"}}""");

        StoreOptions.Read(settings).ShouldBeNull();
        var problem = settings.Problems.ShouldHaveSingleItem();
        problem.ShouldContain("allowed");
        problem.ShouldNotContain(Password);
    }

    [Fact]
    public void The_password_of_a_file_is_what_stands_there_without_the_line_break_at_its_end()
    {
        var settings = Settings(
            "--neo4j-uri http://127.0.0.1:7474/ --neo4j-password-file",
            """{"Neo4j":{"Password":"another"}}""",
            PasswordFile()
        );

        var options = Neo4jSettings.OptionsOf(settings);
        options.ShouldNotBeNull(string.Join('\n', settings.Problems));
        options.Password.ShouldBe(Password);
        StoreOptions.Read(settings)!.ToString().ShouldBe("neo4j http://127.0.0.1:7474, database neo4j");
    }

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_named_and_the_password_is_not()
    {
        var environment = new Dictionary<string, string>
        {
            ["ZHUZHOU_NEO4J__URI"] = "http://127.0.0.1:1",
            ["ZHUZHOU_NEO4J__PASSWORD"] = Password,
        };
        var (exitCode, output, error) = await ServerProcess.RunAsync(environment, "import", RepositoryRoot.Seeds);

        exitCode.ShouldBe(2, output + error);
        output.ShouldStartWith("store: neo4j http://127.0.0.1:1, database neo4j\n");
        error.ShouldStartWith("STORE_UNAVAILABLE: ");
        (output + error).ShouldNotContain(Password);
        (output + error).ShouldNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes($"neo4j:{Password}")));
    }

    [Fact]
    public async Task A_wrong_environment_variable_is_named_beside_a_wrong_option()
    {
        var environment = new Dictionary<string, string>
        {
            ["ZHUZHOU_NEO4J__URI"] = "ftp://127.0.0.1",
            ["ZHUZHOU_NEO4J__PASSWORD"] = Password,
        };
        var (exitCode, _, error) = await ServerProcess.RunAsync(environment, "serve", "--texts", "nowhere");

        exitCode.ShouldBe(1);
        error
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.Split(" is ")[0])
            .ShouldBe(["Texts, from --texts,", "Neo4j:Uri, from ZHUZHOU_NEO4J__URI,"]);
    }

    [Theory]
    [InlineData("XDG_DATA_HOME", "data", "data")]
    [InlineData("HOME", "home", "home/.local/share")]
    public async Task The_users_data_folder_is_made_where_it_is_not_there(string variable, string value, string folder)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux names the data folder in the environment.");
        var run = await ServerProcess.RunAsync(DataFolder(variable, _folder.File(value)), "remove", "2023-05-04/none");

        run.Error.ShouldContain("the store has no 'article:2023-05-04/none'");
        File.Exists(Path.Combine(_folder.File(folder), "ZhuzhouGraph", "graph.db")).ShouldBeTrue();
    }

    [Fact]
    public async Task A_data_folder_that_cannot_be_made_is_named_and_nothing_stands_in_for_it()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "Only Linux names the data folder in the environment.");
        await File.WriteAllTextAsync(_folder.File("file"), "", TestContext.Current.CancellationToken);
        var run = await ServerProcess.RunAsync(DataFolder("XDG_DATA_HOME", _folder.File("file/data")), "remove", "2023-05-04/none");

        run.ExitCode.ShouldBe(2, run.Output + run.Error);
        run.Error.ShouldStartWith(
            $"STORE_UNAVAILABLE: The folder of the store {_folder.File("file/data")}/ZhuzhouGraph/graph.db cannot be"
        );
        run.Error.ShouldEndWith("Name another file with --store-file.\n");
    }

    public void Dispose() => _folder.Dispose();

    /// <summary>What names the data folder, and a folder for temporary files that no other program has.</summary>
    private Dictionary<string, string> DataFolder(string variable, string value) =>
        new()
        {
            ["TMPDIR"] = Directory.CreateDirectory(_folder.File("temporary")).FullName,
            ["XDG_DATA_HOME"] = "",
            [variable] = value,
        };

    private static Settings Settings(string line, string json, params string[] more)
    {
        var command = new Command("test");
        StoreOptions.AddTo(command);
        var configuration = new ConfigurationBuilder().AddJsonStream(new MemoryStream(Encoding.UTF8.GetBytes(json))).Build();
        return new Settings(command.Parse([.. line.Split(' ', StringSplitOptions.RemoveEmptyEntries), .. more]), configuration);
    }

    private string PasswordFile()
    {
        File.WriteAllText(_folder.File("password"), $"{Password}\r\n");
        return _folder.File("password");
    }
}
