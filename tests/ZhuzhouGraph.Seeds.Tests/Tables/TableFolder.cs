using System.Globalization;

namespace ZhuzhouGraph.Seeds.Tests.Tables;

/// <summary>A seeds folder of the invented city 东港 whose report prints two tables: cities by row, and indicators by row.</summary>
public sealed class TableFolder : IDisposable
{
    public const string File = "articles/2023-05-04/01-tables.yaml";

    public const string Text =
        "# 东港日报\n\n## 全省各市港口一季度成绩\n表1 各市吞吐量\n单位：万标箱\n"
        + "城市\t吞吐量\t同比增长（%）\t位次\n东港\t123.4\t12.5\t1\n西港市\t98.0\t－3.2\t2\n南港\t—\t\t3\n合计\t221.4\t5.0\t/\n"
        + "东港主要指标\n指标　　单位　　1—3月　　增长（%）\n港口产值　　亿元　　12.34　　-1.5\n泊位数　　个　　1,086　　2.4\n";

    private const string Registry = """
        - {id: place:east, type: Place, kind: CITY, editorial: 东港, en: East Port}
        - {id: place:west, type: Place, kind: CITY, editorial: 西港, en: West Port}
        - {id: place:south, type: Place, kind: CITY, name: 南港, en: South Port}
        - {id: place:province, type: Place, kind: PROVINCE, editorial: 东海省, en: Donghai Province}
        - {id: indicator:throughput, type: Indicator, editorial: 吞吐量, en: Throughput, dimension: CONTAINER}
        - {id: indicator:output, type: Indicator, editorial: 港口产值, en: Output of ports, dimension: MONEY}
        - {id: indicator:berths, type: Indicator, editorial: 泊位数, en: Number of berths, dimension: COUNT}
        """;

    public const string Article = """
        title: 全省各市港口一季度成绩
        titleEnglish: Ports of the province in the first quarter
        parts: {headline: 3}
        tables:
        - caption: 5
          head: 6
          unit: 万标箱
          of: 吞吐量
          when: 一季度
          columns:
          - {column: 2, measure: LEVEL}
          - {column: 3, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR}
          - {column: 4, measure: RANK, within: {words: 全省, place: 东海省}}
          rows:
            7: 东港
            8: 西港
            9: {about: 南港, mentions: [南港]}
            10: 东海省
        - head: 12
          about: 东港
          columns:
          - {column: 2, reason: the units}
          - {column: 3, measure: LEVEL, when: 1—3月, accumulation: CUMULATIVE}
          - {column: 4, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR, when: 1—3月, accumulation: CUMULATIVE}
          rows:
            13: {of: 港口产值, unit: 亿元}
            14: {of: 泊位数, unit: 个}
        notRecorded:
        - {at: 3.1, words: 一季度, reason: the time of the figures below}
        - {at: 4.1, reason: names the table}
        - {at: 11.1, reason: names the table}
        """;

    private string _text = Text;

    public TableFolder()
    {
        Write("registry/names.yaml", Registry);
        Write(File, Article);
        WithText(Text);
    }

    public string Path { get; } = Directory.CreateTempSubdirectory("tables ").FullName;

    public TableFolder WithText(string text)
    {
        _text = text;
        Write("texts/paper.txt", text);
        Write("articles/2023-05-04/issue.yaml", SeedFolder.Issue(text, lines: new IssueText(text).LineCount, article: "01-tables"));
        return this;
    }

    public TableFolder WithText(string found, string replaced)
    {
        _text.ShouldContain(found);
        return WithText(_text.Replace(found, replaced, StringComparison.Ordinal));
    }

    /// <summary>Replaces words of the report's seed, which stand there once; the number of their line.</summary>
    public int With(string found, string replaced)
    {
        var file = System.IO.Path.Combine(Path, File);
        var content = System.IO.File.ReadAllText(file);
        content.Split(found).Length.ShouldBe(2, found);
        Write(File, content.Replace(found, replaced, StringComparison.Ordinal));
        return content[..content.IndexOf(found, StringComparison.Ordinal)].Count(c => c == '\n') + 1;
    }

    /// <summary>Gives each row of the tables its cells as printed, so that the seed stands without its text.</summary>
    public TableFolder WithCells()
    {
        With("7: 东港", "7: {about: 东港, cells: [123.4, 12.5, 1]}");
        With("8: 西港", "8: {about: 西港, cells: [98.0, -3.2, 2]}");
        With("mentions: [南港]", "mentions: [南港], cells: [—, /, 3]");
        With("10: 东海省", "10: {about: 东海省, cells: [221.4, 5.0, '-']}");
        With("unit: 亿元}", "unit: 亿元, cells: [12.34, -1.5]}");
        With("unit: 个}", "unit: 个, cells: ['1,086', 2.4]}");
        return this;
    }

    public Task<CheckedSeeds> CheckAsync(bool withTexts = true) =>
        SeedImporter.CheckAsync(
            Path,
            withTexts ? System.IO.Path.Combine(Path, "texts") : null,
            null,
            TestContext.Current.CancellationToken
        );

    /// <summary>The figures that the seeds record, told shortly.</summary>
    public async Task<IReadOnlyList<string>> FiguresAsync(bool withTexts = true)
    {
        var read = await CheckAsync(withTexts);
        read.Problems.ShouldBeEmpty(string.Join('\n', read.Problems));
        return [.. read.Seeds.Articles[0].Facts.Where(fact => fact.Node is Observation).Select(Told)];
    }

    private static string Told(BoundFact fact)
    {
        var figure = (Observation)fact.Node;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{fact.Citation.Address} {figure.Figure}: {figure.About} {figure.Indicator} {Spelling.Name(figure.Measure)} "
                + $"{figure.Quantity.Value:0.##} {figure.Quantity.Unit.Code} {figure.Quantity.UnitMultiplier}"
        );
    }

    private void Write(string file, string content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
