using NodaTime;
using ZhuzhouGraph.Seeds.Drafts;

namespace ZhuzhouGraph.Seeds.Tests.Drafts;

/// <summary>A seeds folder of the invented city 东港 that has names and no articles, and the drafts that are made in it.</summary>
public sealed class DraftFolder : IDisposable
{
    public static readonly LocalDate Print = new(2023, 5, 4);

    private const string Registry = """
        - {id: place:donggang, type: Place, kind: CITY, name: 东港, also: [东港市], en: Donggang}
        - {id: place:xicheng, type: Place, kind: DISTRICT, name: 西城区, en: Xicheng District}
        - {id: place:nanhe, type: Place, kind: DISTRICT, name: 南河区, en: Nanhe District}
        - {id: org:donggang-group, type: Company, kind: PORT_OPERATOR, name: 东港集团, en: Donggang Group}
        - {id: org:donggang-committee, type: Organization, kind: PARTY, name: 市委, en: Party Committee}
        - {id: person:li-ming, type: Official, name: 李明, en: Li Ming}
        - {id: person:zhao-qiang, type: Person, name: 赵强, en: Zhao Qiang}
        - {id: person:li-na, type: Person, name: 李娜, en: Li Na}
        - {id: person:li-na-doctor, type: Person, name: 李娜, en: Li Na (doctor)}
        - {id: indicator:throughput, type: Indicator, editorial: 吞吐量, en: Throughput, dimension: CONTAINER}
        - {id: indicator:deep-berths, type: Indicator, editorial: 深水泊位数, en: Number of deep berths, dimension: COUNT}
        """;

    public DraftFolder() => Write("registry/names.yaml", Registry);

    public string Path { get; } = Directory.CreateTempSubdirectory("draft ").FullName;

    public string Issue => System.IO.Path.Combine(Path, "articles", "2023-05-04");

    public void Write(string file, string content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    public string Read(string file) => File.ReadAllText(System.IO.Path.Combine(Issue, file));

    /// <summary>What is drafted of a text; it must be possible.</summary>
    public SeedDraft Draft(string text, string? title = null) =>
        Make(text, out var problems, title) ?? throw new InvalidOperationException(string.Join('\n', problems));

    public SeedDraft? Make(string text, out IReadOnlyList<string> problems, string? title = null, string newspaper = "东港日报") =>
        SeedDrafts.Make(
            new(new IssueText(text), Print, newspaper) { Seeds = Path, Title = title },
            out problems,
            TestContext.Current.CancellationToken
        );

    /// <summary>The facts of the only report of a text, below its head.</summary>
    public string FactsOf(params string[] sentences)
    {
        var yaml = Draft("港口消息\n" + string.Concat(sentences)).Files[0].Content;
        return yaml[yaml.IndexOf("facts:", StringComparison.Ordinal)..];
    }

    /// <summary>Judges the folder with a text at hand.</summary>
    public async Task<CheckedSeeds> CheckAsync(string text)
    {
        Write("texts/paper.txt", text);
        return await SeedImporter.CheckAsync(Path, System.IO.Path.Combine(Path, "texts"), null, TestContext.Current.CancellationToken);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
