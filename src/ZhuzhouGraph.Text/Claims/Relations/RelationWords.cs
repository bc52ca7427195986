using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>The small words of a sentence that say which part a name is, and whether the sentence denies or plans.</summary>
internal static partial class RelationWords
{
    private static readonly string[] VenueBefore = ["在", "到", "去", "赴", "于", "至", "走进", "发往", "运往", "来到", "深入", "从", "往"];

    private static readonly string[] ByBefore = ["由", "被", "的是", "是由"];

    private static readonly string[] EnglishVenueBefore = ["in", "at", "to", "from", "into"];

    private static readonly string[] ToBefore = ["为", "向", "给", "替", "对", "于"];

    /// <summary>Between the names of a list, and before one: titles and counts apart.</summary>
    private static readonly string[] Between = ["", "、", ",", "和", "与", "及", "以及", "and", "&", ",and", ", and", "跟", "同"];

    public static bool IsBetween(string between) => Between.Contains(between.Trim(), StringComparer.Ordinal);

    /// <summary>Whether what stands before a name says that something is there, or goes there.</summary>
    public static bool IsVenueBefore(string before, bool isEnglish) =>
        isEnglish ? EnglishVenueBefore.Contains(LastWord(before), StringComparer.Ordinal) : EndsWith(before, VenueBefore);

    public static bool IsByBefore(string before, bool isEnglish) => isEnglish ? LastWord(before) == "by" : EndsWith(before, ByBefore);

    public static bool IsToBefore(string before, bool isEnglish) =>
        isEnglish ? LastWord(before) is "to" or "for" or "with" : EndsWith(before, ToBefore);

    public static bool IsCopulaBefore(string before, bool isEnglish) =>
        isEnglish ? LastWord(before) is "is" or "was" or "are" or "were" : EndsWith(before, ["是", "为"]);

    public static bool IsNegated(string plain, bool isEnglish) => isEnglish ? EnglishNot().IsMatch(plain) : Not().IsMatch(plain);

    public static bool IsPlanned(string plain, bool isEnglish) => isEnglish ? EnglishPlan().IsMatch(plain) : Plan().IsMatch(plain);

    public static bool IsDone(string plain, bool isEnglish) => isEnglish ? EnglishDone().IsMatch(plain) : Done().IsMatch(plain);

    public static bool IsFormer(string plain, bool isEnglish) => isEnglish ? EnglishFormer().IsMatch(plain) : Former().IsMatch(plain);

    public static bool IsInPerson(string plain) => InPerson().IsMatch(plain);

    public static bool IsByVideo(string words) => Video().IsMatch(words);

    /// <summary>It takes up an event that was spoken of: 会上, it.</summary>
    public static bool IsOfEventBefore(string plain, bool isEnglish) => isEnglish ? EnglishIt().IsMatch(plain) : It().IsMatch(plain);

    /// <summary>The name behind 由 and the like that no graph knows.</summary>
    public static string? UnknownBy(string before) => By().Match(before) is { Success: true } match ? match.Groups[1].Value : null;

    public static string? UnknownEnglishBy(string after) =>
        EnglishBy().Match(after) is { Success: true } match ? match.Groups[1].Value : null;

    public static string? UnknownPlace(string after) => PlaceAfter().Match(after) is { Success: true } match ? match.Groups[1].Value : null;

    private static bool EndsWith(string before, string[] words) =>
        Array.Exists(words, word => before.TrimEnd(' ', '“', '"', '‘', '了').EndsWith(word, StringComparison.Ordinal));

    private static string LastWord(string before)
    {
        var words = before.Split([' ', '"', '“', ',', '\''], StringSplitOptions.RemoveEmptyEntries);
        var last = words.Length - 1;
        while (last > 0 && words[last] is "the" or "a" or "an" or "mayor" or "official" or "both")
            last--;
        return last < 0 ? "" : words[last];
    }

    [GeneratedRegex("没有|没在|没能|并没|并未|从未|未曾|并非|不是|不曾|不在|不由|未(?!来)|没(?=[主致出参率带发召举])", RegexOptions.CultureInvariant)]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(not|never|no|didn't|wasn't|isn't|doesn't|weren't|hasn't|neither)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishNot();

    [GeneratedRegex("将(?!近|军)|即将|拟于|计划|准备|有望|定于", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex(@"\b(will|plans? to|is to be|are to be|is going to|is planned|is scheduled)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishPlan();

    [GeneratedRegex("已经?(?!.{0,4}计划)|圆满|闭幕|落幕|结束|收官|顺利", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex(@"\b(has|have|already|closed|concluded|ended|was held|were held|took place|successfully)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishDone();

    [GeneratedRegex("原(?=[市省区县党董总局主会社书副]|任)|曾任|曾是|前任|卸任|前(?=[市局主书副会董])", RegexOptions.CultureInvariant)]
    private static partial Regex Former();

    [GeneratedRegex(@"\b(former|formerly|ex|used to be|was once|once)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishFormer();

    [GeneratedRegex("现场|亲自|当面|in person", RegexOptions.CultureInvariant)]
    private static partial Regex InPerson();

    [GeneratedRegex("视频|连线|线上|远程|video|online|remote", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Video();

    [GeneratedRegex("会上|该会|会议(?!$)|活动(?!$)|其|它", RegexOptions.CultureInvariant)]
    private static partial Regex It();

    [GeneratedRegex(@"\b(it|there|the event|the meeting)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishIt();

    [GeneratedRegex("由([^，。、,的由]{2,10})$", RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^\s*by\s+([A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,4})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishBy();

    [GeneratedRegex("^了?([^，。、,；;\\s]{2,12})", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAfter();
}
