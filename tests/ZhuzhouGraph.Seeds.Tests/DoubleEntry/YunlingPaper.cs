using System.Security.Cryptography;
using System.Text;

namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

/// <summary>A report of the invented city 云岭, with a text of our own that has the forms of figures in which seeds go wrong.</summary>
public sealed class YunlingPaper : IDisposable
{
    public const string File = "articles/2023-04-27/01-quarter.yaml";

    private const string Text = """
        # 云岭日报

        ## 云岭一季度开局平稳

        云岭日报讯(记者/苏禾) 4月26日,市统计局发布消息。今年1至3月,云岭实现工业产值320.5亿元,同比增长8.4%;3月份完成产值118亿元,环比下降2.1%。
        分区看,今年1至3月,青石区完成产值46.2亿元,白沙区完成产值38.7亿元。青石区、白沙区产值同比分别增长9.1%、7.3%。
        截至3月底,全市有技术企业612家,比年初增加58家,总数居全省第3位。
        去年,云岭港发运矿石约4.2万吨,增长2.4倍,占全市发运量的46%。
        云岭海关把通关时间压缩至原来的30%,出口额占产值的比重提高3个百分点。
        松果公司的过滤片厚15至20微米,单件超过35公斤,去年售出近9000片。松果公司的员工由300余人增加到480人。
        力争到2025年,工业产值突破1800亿元。预计今年全年云岭港发运量将达到60万吨。
        云岭入选第三批试点城市。试点办公室主任说,全国共有27个试点城市。
        今年1至3月,云岭民营企业完成产值98.6亿元,同比增长12.5%;国有企业完成产值61.3亿元。

        """;

    private const string Registry = """
        - {id: place:yunling, type: Place, kind: CITY, name: 云岭, en: Yunling}
        - {id: place:qingshi, type: Place, kind: DISTRICT, name: 青石区, en: Qingshi District}
        - {id: place:baisha, type: Place, kind: DISTRICT, name: 白沙区, en: Baisha District}
        - {id: place:heishui, type: Place, kind: CITY, editorial: 黑水市, en: Heishui}
        - {id: org:yunling-customs, type: Organization, kind: CUSTOMS, name: 云岭海关, en: Yunling Customs}
        - {id: org:songguo, type: Company, kind: MANUFACTURER, name: 松果公司, en: Songguo}
        - {id: org:beihai, type: Company, kind: MANUFACTURER, editorial: 北海机械公司, en: Beihai Machinery}
        - {id: org:yunling-port, type: Company, kind: PORT_OPERATOR, name: 云岭港, en: Port of Yunling}
        - {id: product:filter, type: Product, kind: GOODS, name: 过滤片, en: Filter}
        - {id: award:pilot-city, type: Award, kind: DESIGNATION, name: 试点城市, en: Pilot city}
        - {id: category:private, type: Category, kind: OWNERSHIP, name: 民营企业, en: Private firms}
        - {id: category:state, type: Category, kind: OWNERSHIP, name: 国有企业, en: State-owned firms}
        - {id: indicator:output, type: Indicator, editorial: 产值, en: Output, dimension: MONEY}
        - {id: indicator:firms, type: Indicator, editorial: 技术企业数, en: Technology firms, dimension: COUNT}
        - {id: indicator:ore, type: Indicator, editorial: 发运量, en: Shipments, dimension: MASS}
        - {id: indicator:clearance, type: Indicator, editorial: 通关用时, en: Time of clearance, dimension: TIME}
        - {id: indicator:exports-share, type: Indicator, editorial: 出口占比, en: Share of exports, dimension: RATIO}
        - {id: indicator:thickness, type: Indicator, editorial: 厚度, en: Thickness, dimension: LENGTH}
        - {id: indicator:mass, type: Indicator, editorial: 单件质量, en: Mass, dimension: MASS}
        - {id: indicator:sold, type: Indicator, editorial: 销量, en: Sold, dimension: COUNT}
        - {id: indicator:staff, type: Indicator, editorial: 员工数, en: Staff, dimension: COUNT}
        - {id: indicator:order, type: Indicator, editorial: 批次, en: Batch, dimension: COUNT}
        - {id: indicator:cities, type: Indicator, editorial: 试点城市数, en: Pilot cities, dimension: COUNT}
        """;

    private const string Article = """
        title: 云岭一季度开局平稳
        titleEnglish: Yunling's first quarter begins steadily
        parts: {headline: 3}
        new:
        - {id: person:su-he, type: Person, kind: REPORTER, name: 苏禾, en: Su He}
        facts:
        - at: 5.1
          mentions: [苏禾]
        - at: 5.2
          mentions: [云岭]
          about: 云岭
          when: 今年1至3月
          figures:
          - {figure: 320.5亿元, level: 320.5亿 元, of: 产值, accumulation: CUMULATIVE}
          - {figure: 同比增长8.4%, growth: 8.4 %, against: YEAR_ON_YEAR, of: 产值, accumulation: CUMULATIVE}
          - {figure: 118亿元, level: 118亿 元, of: 产值, when: 3月份}
          - {figure: 2.1%, growth: -2.1 %, against: ON_PREVIOUS, of: 产值, when: 3月份}
        - at: 6.1
          mentions: [青石区, 白沙区]
          when: 今年1至3月
          figures:
          - {figure: 46.2亿元, level: 46.2亿 元, of: 产值, about: 青石区, accumulation: CUMULATIVE}
          - {figure: 38.7亿元, level: 38.7亿 元, of: 产值, about: 白沙区, accumulation: CUMULATIVE}
        - at: 6.2
          when: 今年1至3月
          figures:
          - {figure: 9.1%, growth: 9.1 %, against: YEAR_ON_YEAR, of: 产值, about: 青石区, accumulation: CUMULATIVE}
          - {figure: 7.3%, growth: 7.3 %, against: YEAR_ON_YEAR, of: 产值, about: 白沙区, accumulation: CUMULATIVE}
        - at: 7.1
          about: 云岭
          when: {words: 截至3月底, to: 2023-03-31, precision: RANGE}
          figures:
          - {figure: 612家, level: 612 家, of: 技术企业数}
          - {figure: 58家, change: 58 家, against: BASE_PERIOD, base: 年初, of: 技术企业数}
          - {figure: 居全省第3位, rank: 3 位, of: 技术企业数, within: {words: 全省}}
        - at: 8.1
          mentions: [云岭港]
          about: 云岭港
          when: 去年
          figures:
          - {figure: 约4.2万吨, level: 4.2万 吨, hedge: ABOUT, of: 发运量}
          - {figure: 增长2.4倍, growth: 240 %, of: 发运量}
          - {figure: 46%, share: 46 %, of: 发运量, shareOf: 全市发运量}
        - at: 9.1
          mentions: [云岭海关]
          figures:
          - {figure: 压缩至原来的30%, growth: -70 %, of: 通关用时, about: 云岭海关}
          - {figure: 3个百分点, points: 3 百分点, of: 出口占比, about: 云岭}
        - at: 10.1
          mentions: [松果公司, 过滤片]
          about: 过滤片
          figures:
          - {figure: 15至20微米, level: 15..20 微米, meaning: VARIES, of: 厚度}
          - {figure: 超过35公斤, level: 35 公斤, hedge: MORE_THAN, of: 单件质量}
          - {figure: 近9000片, level: 9000 个, hedge: NEARLY, of: 销量, when: 去年}
        - at: 10.2
          about: 松果公司
          figures:
          - {figure: 300余人, level: 300 人, hedge: AND_SOME, of: 员工数}
          - {figure: 480人, level: 480 人, of: 员工数}
        - at: 11.1
          about: 云岭
          figures:
          - {figure: 突破1800亿元, level: 1800亿 元, hedge: MORE_THAN, of: 产值, status: TARGET, when: 到2025年}
        - at: 11.2
          about: 云岭港
          figures:
          - {figure: 60万吨, level: 60万 吨, of: 发运量, status: FORECAST, when: 今年}
        - at: 12.1
          mentions: [试点城市]
          about: 云岭
          figures:
          - {figure: 第三批, ordinal: 3 批, of: 批次}
        - at: 12.2
          about: 试点城市
          figures:
          - {figure: 27个, level: 27 个, of: 试点城市数}
        - at: 13.1
          mentions: [民营企业, 国有企业]
          about: 云岭
          when: 今年1至3月
          figures:
          - {figure: 98.6亿元, level: 98.6亿 元, of: 产值, breakdown: 民营企业, accumulation: CUMULATIVE}
          - {figure: 增长12.5%, growth: 12.5 %, against: YEAR_ON_YEAR, of: 产值, breakdown: 民营企业, accumulation: CUMULATIVE}
          - {figure: 61.3亿元, level: 61.3亿 元, of: 产值, breakdown: 国有企业, accumulation: CUMULATIVE}
        """;

    public YunlingPaper()
    {
        Path = Directory.CreateTempSubdirectory("yunling").FullName;
        Write("registry/names.yaml", Registry);
        Write("articles/2023-04-27/issue.yaml", Issue);
        Write(File, Article);
        Write("texts/paper.txt", Text);
    }

    public string Path { get; }

    private static string Issue =>
        $"""
            newspaper: 云岭日报
            newspaperEnglish: Yunling Daily
            date: 2023-04-27
            sha256: {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}
            lines: 13
            masthead: 1-2
            articles:
              01-quarter: 3-13
            """;

    /// <summary>Puts other words into the line of one figure, which must stand there once; the line's number.</summary>
    public int With(string figure, string found, string replaced)
    {
        var lines = System.IO.File.ReadAllLines(System.IO.Path.Combine(Path, File));
        var at = Array.FindIndex(lines, line => line.Contains($"{{figure: {figure},", StringComparison.Ordinal));
        at.ShouldBeGreaterThanOrEqualTo(0, figure);
        lines[at].ShouldContain(found);
        lines[at] = lines[at].Replace(found, replaced, StringComparison.Ordinal);
        Write(File, string.Join('\n', lines));
        return at + 1;
    }

    public Task<CheckedSeeds> CheckAsync(bool withTexts = true) =>
        SeedImporter.CheckAsync(
            Path,
            withTexts ? System.IO.Path.Combine(Path, "texts") : null,
            null,
            TestContext.Current.CancellationToken
        );

    public void Dispose() => Directory.Delete(Path, recursive: true);

    private void Write(string file, string content)
    {
        var path = System.IO.Path.Combine(Path, file);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllText(path, content);
    }
}
