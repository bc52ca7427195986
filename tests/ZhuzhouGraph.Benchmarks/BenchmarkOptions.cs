using System.CommandLine;
using ZhuzhouGraph.Benchmarks.News;
using ZhuzhouGraph.Neo4jStore;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>What the command line says of the news, the stores and the patience.</summary>
internal sealed class BenchmarkOptions(ParseResult parsed)
{
    private static readonly Option<int> Articles = Given(
        "--articles",
        "How many articles; ten figures and fifty relationships each unless said otherwise.",
        1_000
    );
    private static readonly Option<int?> Observations = Given<int?>("--observations", "How many figures in all.", null);
    private static readonly Option<int?> Relationships = Given<int?>(
        "--relationships",
        "How many relationships in all; a fifth are the city's.",
        null
    );
    private static readonly Option<int?> KnownEntities = Given<int?>("--entities", "How many entities outlive one article.", null);
    private static readonly Option<int?> RegistryEntities = Given<int?>(
        "--registry",
        "How many of them the registry declares, in one unit; 4,000 at most unless given.",
        null
    );
    private static readonly Option<long> Seed = Given("--seed", "Another seed gives another city, and other keys to ask for.", 1L);
    private static readonly Option<bool> WithoutText = Given(
        "--without-text",
        "Hold no sentences; search then finds names and titles only.",
        false
    );
    private static readonly Option<int> RepetitionsOption = Given(
        "--repetitions",
        "How often each question is asked after warming up.",
        300
    );
    private static readonly Option<int> SecondsOption = Given("--seconds", "After this long a slow question is not asked again.", 10);
    private static readonly Option<string?> QuestionOption = Given<string?>(
        "--question",
        "Only the questions that contain this, to profile them.",
        null
    );
    private static readonly Option<bool> StatementsOption = Given(
        "--statements",
        "Say which statements an import spends its time in; costs a little time itself.",
        false
    );
    private static readonly Option<int> AtOnceOption = Given(
        "--at-once",
        "How many articles the store is given at once: 10 as the importer does, 1 to compare.",
        10
    );
    private static readonly Option<string?> SqliteFileOption = Given<string?>(
        "--sqlite-file",
        "The SQLite store's file; otherwise one in the temporary folder that is deleted again.",
        null
    );
    private static readonly Option<string> Neo4jUriOption = Given(
        "--neo4j-uri",
        "The Neo4j server. The password comes from ZHUZHOU_NEO4J_PASSWORD.",
        "http://127.0.0.1:7474"
    );
    private static readonly Option<string> Neo4jUserOption = Given("--neo4j-user", "The Neo4j user.", "neo4j");
    private static readonly Option<string?> Neo4jHomeOption = Given<string?>(
        "--neo4j-home",
        "The server's folder on this machine, to measure its size.",
        null
    );

    private static readonly Option[] All =
    [
        Articles,
        Observations,
        Relationships,
        KnownEntities,
        RegistryEntities,
        Seed,
        WithoutText,
        RepetitionsOption,
        SecondsOption,
        QuestionOption,
        StatementsOption,
        AtOnceOption,
        SqliteFileOption,
        Neo4jUriOption,
        Neo4jUserOption,
        Neo4jHomeOption,
    ];

    public NewsShape Shape
    {
        get
        {
            var shape = NewsShape.Of(parsed.GetValue(Articles), parsed.GetValue(Seed), !parsed.GetValue(WithoutText));
            shape = shape with
            {
                Observations = parsed.GetValue(Observations) ?? shape.Observations,
                Relationships = parsed.GetValue(Relationships) ?? shape.Relationships,
            };
            return NewsShape.With(shape, parsed.GetValue(KnownEntities), parsed.GetValue(RegistryEntities));
        }
    }

    public int Repetitions => parsed.GetValue(RepetitionsOption);

    public TimeSpan Patience => TimeSpan.FromSeconds(parsed.GetValue(SecondsOption));

    public bool Asks(string question) =>
        parsed.GetValue(QuestionOption) is not { } part || question.Contains(part, StringComparison.Ordinal);

    public bool Statements => parsed.GetValue(StatementsOption);

    public int AtOnce => parsed.GetValue(AtOnceOption);

    public string? SqliteFile => parsed.GetValue(SqliteFileOption);

    /// <summary>The password never stands on a command line.</summary>
    public Neo4jOptions Neo4j =>
        new()
        {
            Uri = new Uri(parsed.GetRequiredValue(Neo4jUriOption), UriKind.RelativeOrAbsolute),
            User = parsed.GetRequiredValue(Neo4jUserOption),
            Password = Environment.GetEnvironmentVariable("ZHUZHOU_NEO4J_PASSWORD") ?? "",
        };

    public string? Neo4jHome => parsed.GetValue(Neo4jHomeOption);

    public static void AddTo(Command command)
    {
        foreach (var option in All)
        {
            option.Recursive = true;
            command.Options.Add(option);
        }
    }

    private static Option<T> Given<T>(string name, string description, T otherwise) =>
        new(name) { Description = description, DefaultValueFactory = _ => otherwise };
}
