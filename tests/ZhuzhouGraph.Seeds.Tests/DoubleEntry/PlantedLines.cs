using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

/// <summary>Errors of a kind, planted by program into every figure of a seed that can have them.</summary>
public static partial class PlantedLines
{
    private static readonly Dictionary<string, string> Exchanged = new(StringComparer.Ordinal)
    {
        [" 家"] = " 项",
        [" 项"] = " 家",
        [" 个"] = " 家",
        [" 城"] = " 家",
        [" 种"] = " 家",
        [" 级"] = " 种",
        [" 公斤"] = " 吨",
        [" 吨"] = " 公斤",
        [" 微米"] = " 米",
        [" 米"] = " 公里",
        [" 公里"] = " 米",
        [" 年"] = " 个月",
        [" 个月"] = " 年",
        [" 单"] = " 批",
        [" 批"] = " 届",
        [" 届"] = " 批",
        [" 条"] = " 项",
    };

    /// <summary>Each kind, and what it makes of a figure's line: null where the figure cannot have it.</summary>
    public static readonly IReadOnlyDictionary<string, Func<string, string?>> Kinds = new Dictionary<string, Func<string, string?>>
    {
        ["unit"] = line => Changed(line, UnitForm(), match => Exchanged.GetValueOrDefault(match.Value)),
        ["tier"] = line => Changed(line, PlainNumber(), match => match.Value + "万"),
        ["number"] = line => Changed(line, PlainNumber(), match => match.Value + "1"),
        ["direction"] = line => Changed(line, GrowthForm(), match => match.Value[^1] == '-' ? "growth: " : "growth: -"),
        ["plan for actual"] = line => HasNumber(line) && !line.Contains("status:") ? Added(line, "status: TARGET") : null,
        ["forecast for actual"] = line => HasNumber(line) && !line.Contains("status:") ? Added(line, "status: FORECAST") : null,
        ["hedge dropped"] = line => Changed(line, HedgeForm(), _ => ""),
        ["hedge added"] = line => IsLevel(line) && !line.Contains("hedge:") && !line.Contains("..") ? Added(line, "hedge: ABOUT") : null,
        ["another hedge"] = line => Changed(line, OtherHedge(), _ => "NEARLY"),
        ["growth as share"] = line => line.Contains("growth: -") ? null : Changed(Without(line, "against"), Growth(), _ => "share:"),
        ["per cent as points"] = line => Changed(line, GrowthInPercent(), match => $"points: {match.Groups[1].Value} 百分点"),
        ["share as growth"] = line => Changed(Without(line, "shareOf"), ShareWord(), _ => "growth:"),
        ["level as change"] = line => IsLevel(line) ? Changed(line, LevelWord(), _ => "change:") : null,
        ["rank as level"] = line => Changed(WithoutWithin(line), RankForm(), match => $"level: {match.Groups[1].Value} 家, of:"),
        ["ordinal as level"] = line => Changed(WithoutWithin(line), OrdinalWord(), _ => "level:"),
        ["year before for month before"] = line => Changed(line, YearOnYear(), _ => "ON_PREVIOUS"),
        ["comparison dropped"] = line => line.Contains("YEAR_ON_YEAR") ? Without(line, "against") : null,
        ["accumulation dropped"] = line => line.Contains("标箱") || line.Contains("240%") ? Without(line, "accumulation") : null,
        ["another year"] = line =>
            line.Contains("标箱") || line.Contains("240%")
                ? Added(line, "when: {words: 今年1至4月, from: 2022-01-01, to: 2022-04-30}")
                : null,
        ["subject of another report"] = line => HasNumber(line) ? Added(Without(line, "about"), "about: org:elsewhere") : null,
    };

    private static string? Changed(string line, Regex form, Func<Match, string?> replacement)
    {
        var match = form.Match(line);
        return match.Success && replacement(match) is { } put ? line[..match.Index] + put + line[(match.Index + match.Length)..] : null;
    }

    private static string Added(string line, string key) => line[..line.LastIndexOf('}')] + $", {key}}}";

    private static string Without(string line, string key) => Regex.Replace(line, $", {key}: [^,}}]+", "");

    private static string WithoutWithin(string line) => Regex.Replace(line, ", within: \\{[^}]*\\}", "");

    private static bool HasNumber(string line) => NumberForm().IsMatch(line);

    private static bool IsLevel(string line) => LevelWithNumber().IsMatch(line);

    [GeneratedRegex(
        "(?<=: -?[0-9.]+(\\.\\.-?[0-9.]+)?万?)( 家| 项| 个(?!月)| 城| 种| 级| 公斤| 吨| 微米| 米| 公里| 年| 个月| 单| 批| 届| 条)"
    )]
    private static partial Regex UnitForm();

    [GeneratedRegex("(?<=(level|growth|share|rank|ordinal): -?)[0-9]+(?= )")]
    private static partial Regex PlainNumber();

    [GeneratedRegex("(level|growth|share|rank|ordinal): -?[0-9]")]
    private static partial Regex NumberForm();

    [GeneratedRegex("level: -?[0-9]")]
    private static partial Regex LevelWithNumber();

    [GeneratedRegex("growth: -?")]
    private static partial Regex GrowthForm();

    [GeneratedRegex("(?<=level: [^,]*[0-9][^,]*, )hedge: (ABOUT|AND_SOME|MORE_THAN), ")]
    private static partial Regex HedgeForm();

    [GeneratedRegex("(?<=hedge: )(ABOUT|AND_SOME|MORE_THAN)")]
    private static partial Regex OtherHedge();

    [GeneratedRegex("growth:")]
    private static partial Regex Growth();

    [GeneratedRegex("growth: (-?[0-9.]+) %")]
    private static partial Regex GrowthInPercent();

    [GeneratedRegex("share:")]
    private static partial Regex ShareWord();

    [GeneratedRegex("level:")]
    private static partial Regex LevelWord();

    [GeneratedRegex("ordinal:")]
    private static partial Regex OrdinalWord();

    [GeneratedRegex("rank: ([0-9]+) 位, of:")]
    private static partial Regex RankForm();

    [GeneratedRegex("YEAR_ON_YEAR")]
    private static partial Regex YearOnYear();
}
