using System.Security.Cryptography;
using System.Text;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>A seeds folder about the invented city 东港, with a text of our own, in a temporary folder.</summary>
public sealed class SeedFolder : IDisposable
{
    public const string Text = """
        # 东港日报

        ## 东港吞吐量大增

        东港日报讯(记者/王芳) 5月3日,市长李明与东港集团座谈。李明说,今年1至4月,东港集团吞吐量3.1万标箱,同比增长12%,居全省第2。
        东港集团共有泊位80余个,其中深水泊位80余个里占一半左右。会议将
        于6月1日再开。
        大家一起努力。

        """;

    public const string Registry = """
        - {id: person:li-ming, type: Official, name: 李明, en: Li Ming}
        - {id: org:donggang-government, type: Organization, kind: GOVERNMENT, editorial: 东港市人民政府, en: Government of Donggang}
        - {id: org:donggang-group, type: Company, kind: PORT_OPERATOR, name: 东港集团, en: Donggang Group}
        - {id: place:province, type: Place, kind: PROVINCE, editorial: 东海省, en: Donghai Province}
        - {id: indicator:throughput, type: Indicator, editorial: 吞吐量, en: Throughput, dimension: CONTAINER}
        - {id: indicator:berths, type: Indicator, editorial: 泊位数, en: Number of berths, dimension: COUNT}
        """;

    public const string Article = """
        title: 东港吞吐量大增
        titleEnglish: Donggang's throughput soars
        parts: {headline: 3}
        new:
        - {id: person:wang-fang, type: Person, kind: REPORTER, name: 王芳, en: Wang Fang}
        - {id: event:talks, type: Event, kind: TALKS, standing: HELD, when: 5月3日, editorial: 李明与东港集团座谈, en: Talks of Li and Donggang}
        - {id: event:next-talks, type: Event, kind: TALKS, standing: PLANNED, when: 6月1日, editorial: 下次座谈, en: Next talks}
        facts:
        - at: 5.1
          mentions: [王芳, 李明, 东港集团]
          links:
          - {from: 王芳, wrote: this, capacity: REPORTER}
          - {from: 李明, holdsPost: 东港市人民政府, title: 市长}
          - {from: [李明, 东港集团], tookPartIn: event:talks, role: PARTICIPANT, word: 座谈}
        - at: 5.2
          mentions: [李明, 东港集团]
          when: 今年1至4月
          about: 东港集团
          by: 李明
          figures:
          - {figure: 3.1万标箱, level: 3.1万 标箱, of: 吞吐量, accumulation: CUMULATIVE}
          - {figure: 同比增长12%, growth: 12 %, against: YEAR_ON_YEAR, of: 吞吐量, accumulation: CUMULATIVE}
          - {figure: 居全省第2, rank: 2 位, of: 吞吐量, within: {words: 全省, place: 东海省}}
        - at: 6.1
          mentions: [东港集团]
          about: 东港集团
          figures:
          - {figure: 80余个, level: 80 个, hedge: AND_SOME, of: 泊位数, occurrence: 1}
        - at: 6.2-7.1
          links:
          - {from: 东港集团, tookPartIn: event:next-talks, role: PARTICIPANT}
        notRecorded:
        - {at: 6.1, words: [80余个里占一半左右], reason: the share of deep-water berths is left to another test}
        - {words: 一起, reason: part of a word that counts nothing}
        - {at: 1.1, reason: the masthead}
        - {at: 8.1, reason: names nobody}
        """;

    public SeedFolder()
    {
        Path = Directory.CreateTempSubdirectory("seeds ").FullName;
        Write("registry/names.yaml", Registry);
        Write("articles/2023-05-04/issue.yaml", Issue(Text));
        Write("articles/2023-05-04/01-throughput.yaml", Article);
        Write("texts/paper.txt", Text);
    }

    public string Path { get; }

    public string Texts => System.IO.Path.Combine(Path, "texts");

    public static string Issue(string text, string date = "2023-05-04", int lines = 8, string article = "01-throughput") =>
        $"""
            newspaper: 东港日报
            newspaperEnglish: Donggang Daily
            date: {date}
            sha256: {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}
            lines: {lines}
            masthead: 1-2
            articles:
              {article}: 3-{lines}
            """;

    public void Write(string file, string content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }

    /// <summary>Replaces words in a file; they must be there.</summary>
    public SeedFolder With(string file, string found, string replaced)
    {
        var path = System.IO.Path.Combine(Path, file);
        var content = File.ReadAllText(path);
        content.ShouldContain(found);
        File.WriteAllText(path, content.Replace(found, replaced, StringComparison.Ordinal));
        return this;
    }

    /// <summary>Replaces words of the text, and its hash in the issue.</summary>
    public SeedFolder WithText(string found, string replaced)
    {
        With("texts/paper.txt", found, replaced);
        Write("articles/2023-05-04/issue.yaml", Issue(Text.Replace(found, replaced, StringComparison.Ordinal)));
        return this;
    }

    public SeedFolder WithArticle(string found, string replaced) => With("articles/2023-05-04/01-throughput.yaml", found, replaced);

    public Task<CheckedSeeds> CheckAsync(bool withTexts = true) =>
        SeedImporter.CheckAsync(Path, withTexts ? Texts : null, null, TestContext.Current.CancellationToken);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
