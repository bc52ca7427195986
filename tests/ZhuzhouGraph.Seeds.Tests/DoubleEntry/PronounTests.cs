using System.Security.Cryptography;
using System.Text;

namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

/// <summary>Subjects that a paper does not name, because every reader knows them: its own city, and the country.</summary>
public sealed class PronounTests : IDisposable
{
    /// <summary>Invented, and without a masthead.</summary>
    private const string Text = """
        采购省钱了
        一季度,我市采购规模3.5亿元。
        同期,全国采购规模9000亿元。

        """;

    private const string Registry = """
        - {id: place:yunling, type: Place, kind: CITY, editorial: 云岭, en: Yunling}
        - {id: place:heishui, type: Place, kind: CITY, editorial: 黑水, en: Heishui}
        - {id: place:china, type: Place, kind: COUNTRY, editorial: 中国, en: China}
        - {id: place:abroad, type: Place, kind: COUNTRY, editorial: 东国, en: Eastland}
        - {id: indicator:purchases, type: Indicator, editorial: 采购规模, en: Purchases, dimension: MONEY}
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("pronouns").FullName;

    [Theory]
    [InlineData("云岭晚报", "云岭", "中国", true)]
    [InlineData("云岭晚报", "黑水", "中国", false)]
    [InlineData("黑水晚报", "云岭", "中国", false)]
    [InlineData("云岭晚报", "云岭", "东国", false)]
    public async Task Our_city_is_that_of_the_newspapers_name_and_the_whole_country_is_China(
        string newspaper,
        string city,
        string country,
        bool isAgreed
    )
    {
        Write("registry/names.yaml", Registry);
        Write("texts/paper.txt", Text);
        Write(
            "articles/2023-04-27/issue.yaml",
            $"""
            newspaper: {newspaper}
            newspaperEnglish: Evening paper
            date: 2023-04-27
            sha256: {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)))}
            lines: 3
            articles:
              01-purchases: 1-3
            """
        );
        Write(
            "articles/2023-04-27/01-purchases.yaml",
            $$"""
            title: 采购省钱了
            titleEnglish: Purchases cost less
            parts: {headline: 1}
            facts:
            - at: 2.1
              when: 一季度
              figures:
              - {figure: 3.5亿元, level: 3.5亿 元, of: 采购规模, about: {{city}}}
            - at: 3.1
              when: 一季度
              figures:
              - {figure: 9000亿元, level: 9000亿 元, of: 采购规模, about: {{country}}}
            """
        );
        var seeds = await SeedImporter.CheckAsync(_folder, Path.Combine(_folder, "texts"), null, TestContext.Current.CancellationToken);
        if (isAgreed)
            seeds.Problems.ShouldBeEmpty();
        else
            seeds.Problems.ShouldHaveSingleItem().Message.ShouldContain("it reads NONE");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private void Write(string file, string content)
    {
        var path = Path.Combine(_folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, content);
    }
}
