using System.Globalization;
using System.Text;

namespace ZhuzhouGraph.Server.Tests.Cli;

/// <summary>Invented seeds of a port, which say something else in every article and in the registry each round.</summary>
internal static class BerthSeeds
{
    public static async Task WriteAsync(string folder, int round, int articles)
    {
        Directory.CreateDirectory(Path.Combine(folder, "registry"));
        Directory.CreateDirectory(Path.Combine(folder, "articles", "day"));
        await File.WriteAllTextAsync(
            Path.Combine(folder, "registry", "names.yaml"),
            $$"""
            - {id: org:port, type: Company, editorial: 东港集团, en: Port Group {{round}}}
            - {id: indicator:berths, type: Indicator, editorial: 泊位数, en: Berths, dimension: COUNT}
            """
        );
        var issue = new StringBuilder(
            $"newspaper: 东港日报\nnewspaperEnglish: Donggang Daily\ndate: 2023-05-04\nsha256: {new string('0', 64)}\nlines: "
                + $"{articles}\narticles:\n"
        );
        for (var i = 1; i <= articles; i++)
        {
            issue.Append(CultureInfo.InvariantCulture, $"  a{i}: {i}\n");
            await File.WriteAllTextAsync(
                Path.Combine(folder, "articles", "day", $"a{i}.yaml"),
                $$"""
                title: 泊位{{i}}
                titleEnglish: Berths {{i}}
                facts:
                - at: {{i}}.1
                  about: 东港集团
                  figures:
                  - {figure: {{round + 1}}个泊位, level: {{round + 1}} 个, of: 泊位数}
                  - {figure: {{round + 2}}个泊位, level: {{round + 2}} 个, of: 泊位数}
                  - {figure: {{round + 3}}个泊位, level: {{round + 3}} 个, of: 泊位数}
                """
            );
        }
        await File.WriteAllTextAsync(Path.Combine(folder, "articles", "day", "issue.yaml"), issue.ToString());
    }
}
