using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>Words by which a sentence with a figure does not say it, or says it of something else than its names tell.</summary>
internal static partial class ClaimTurns
{
    /// <summary>It asks, supposes, passes on a rumour, or calls it false.</summary>
    public static bool IsDoubted(string sentence) => Doubt().IsMatch(sentence);

    /// <summary>It excludes, joins or ends what it counts, or denies in words that are not read.</summary>
    public static bool IsTurned(string sentence) => Turn().IsMatch(sentence);

    /// <summary>新增58家: not how many there are.</summary>
    public static bool IsAdded(string lead) => Added().IsMatch(lead);

    [GeneratedRegex(
        "谣言|谣传|传言|传闻|据说|听说|不实|虚假|虚构|假的|假消息|误传|如果|假如|假设|倘若|若是|是否|是不是|难道|会不会|有没有|吗"
            + @"|^\s*(?:does|did|do|is|are|has|have|was|were)\b|\b(?:if|whether|rumou?r|rumou?rs|allegedly|false|untrue|hoax)\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Doubt();

    [GeneratedRegex(
        @"除[^，。]{1,12}(?:外|之外|以外)|(?:和|与|同|跟)[^，。]{1,8}(?:共有|一共|合计|总共)|倒闭|破产|注销|停产|关停|不再|no longer|"
            + @"\b(?:not|never|cannot|except|excluding|without|combined|closed down|bankrupt)\b|n't\b",
        RegexOptions.CultureInvariant | RegexOptions.IgnoreCase
    )]
    private static partial Regex Turn();

    [GeneratedRegex("(?:新增|净增|新增加)[了有约近]{0,2}$", RegexOptions.CultureInvariant)]
    private static partial Regex Added();
}
