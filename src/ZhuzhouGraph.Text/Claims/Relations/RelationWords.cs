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

    private static readonly string[] Narrowing = ["副", "名誉", "原", "前"];

    /// <summary>What stands before a title makes another of it: 副, 原.</summary>
    public static bool IsNarrowed(string before) => Array.Exists(Narrowing, word => before.EndsWith(word, StringComparison.Ordinal));

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

    public static bool IsByVideo(string words) => Video().IsMatch(words);

    /// <summary>It takes up an event that was spoken of: 会上, it.</summary>
    public static bool IsOfEventBefore(string plain, bool isEnglish) => isEnglish ? EnglishIt().IsMatch(plain) : It().IsMatch(plain);

    /// <summary>The name behind 由 and the like that no graph knows.</summary>
    public static string? UnknownBy(string before) => By().Match(before) is { Success: true } match ? match.Groups[1].Value : null;

    public static string? UnknownEnglishBy(string after) =>
        EnglishBy().Match(after) is { Success: true } match ? match.Groups[1].Value : null;

    public static string? UnknownPlace(string after) => PlaceAfter().Match(after) is { Success: true } match ? match.Groups[1].Value : null;

    public static bool IsWithBefore(string before, bool isEnglish) =>
        isEnglish ? LastWord(before) is "with" or "met" : EndsWith(before, ["与", "同", "和", "跟", "向"]);

    public static bool IsOpening(string act) => act is "开幕" or "拉开帷幕" or "opened" or "opens";

    public static bool IsClosing(string act) => act is "闭幕" or "落幕" or "结束" or "closed" or "concluded" or "ended";

    /// <summary>It speaks of some meeting or occasion.</summary>
    public static bool NamesEvent(string plain, bool isEnglish) =>
        isEnglish ? EnglishEventWord().IsMatch(plain) : EventWord().IsMatch(plain);

    /// <summary>第四届 is not the fifth: what has another number is not meant.</summary>
    public static IReadOnlyList<Entity> OfEdition(IReadOnlyList<Entity> events, string plain)
    {
        if (Edition().Match(plain) is not { Success: true } said)
            return events;
        return
        [
            .. events.Where(one =>
                one.Names.Select(name => Edition().Match(name.Text)).All(match => !match.Success || match.Value == said.Value)
            ),
        ];
    }

    /// <summary>A place before an act that no graph knows: 在某地举行.</summary>
    public static string? UnknownPlaceBefore(string before, int offset, Func<int, int, bool> isKnown) =>
        PlaceBefore().Match(before) is { Success: true } match
        && match.Groups[1] is var place
        && !isKnown(offset + place.Index, offset + place.Index + place.Length)
        && !NoPlace().IsMatch(place.Value)
            ? place.Value
            : null;

    /// <summary>The same in English: in Springfield.</summary>
    public static string? UnknownEnglishPlace(string text, Func<int, int, bool> isKnown) =>
        EnglishPlace()
            .Matches(text)
            .Select(match => match.Groups[1])
            .FirstOrDefault(place => !isKnown(place.Index, place.Index + place.Length))
            ?.Value;

    /// <summary>Whether a list goes on behind a name with one that nobody knows.</summary>
    public static bool HasUnknownBehind(string text, int at, bool isEnglish, Func<int, int, bool> isKnown)
    {
        var match = isEnglish ? EnglishBeside().Match(text, at) : Beside().Match(text, at);
        return match.Success && match.Groups[1] is var name && !isKnown(name.Index, name.Index + name.Length);
    }

    /// <summary>Whether a body that no graph knows stands beside a post.</summary>
    public static bool NamesBody(RelationSentence sentence, Span title)
    {
        var match = sentence.IsEnglish ? EnglishBody().Match(sentence.Quote, title.End) : Body().Match(sentence.Plain[..title.Start]);
        return match.Success
            && match.Groups[1] is var body
            && !sentence.Names.Any(name => name.Span.Start < body.Index + body.Length && body.Index < name.Span.End);
    }

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

    [GeneratedRegex(
        "没有|没在|没能|并没|并未|从未|未曾|并非|不是|不曾|不在|不由|未(?!来)|没(?=[主致出参率带发召举])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Not();

    [GeneratedRegex(@"\b(not|never|no|didn't|wasn't|isn't|doesn't|weren't|hasn't|neither)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishNot();

    [GeneratedRegex("将(?!近|军)|即将|拟于|计划|准备|有望|定于", RegexOptions.CultureInvariant)]
    private static partial Regex Plan();

    [GeneratedRegex(@"\b(will|plans? to|is to be|are to be|is going to|is planned|is scheduled)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishPlan();

    [GeneratedRegex("已经?(?!.{0,4}计划)|圆满|闭幕|落幕|结束|收官|顺利", RegexOptions.CultureInvariant)]
    private static partial Regex Done();

    [GeneratedRegex(
        @"\b(has|have|already|closed|concluded|ended|was held|were held|took place|successfully)\b",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex EnglishDone();

    [GeneratedRegex("原(?=[市省区县党董总局主会社书副]|任)|曾任|曾是|前任|卸任|前(?=[市局主书副会董])", RegexOptions.CultureInvariant)]
    private static partial Regex Former();

    [GeneratedRegex(@"\b(former|formerly|ex|used to be|was once|once)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishFormer();

    [GeneratedRegex("视频|连线|线上|远程|video|online|remote", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex Video();

    [GeneratedRegex("会上|该会|会议(?!$)|活动(?!$)|其|它", RegexOptions.CultureInvariant)]
    private static partial Regex It();

    [GeneratedRegex(@"\b(it|there|the event|the meeting)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishIt();

    [GeneratedRegex("会上|大会|会议|峰会|论坛|仪式|活动|晚宴|餐叙", RegexOptions.CultureInvariant)]
    private static partial Regex EventWord();

    [GeneratedRegex(@"\b(meeting|summit|conference|forum|ceremony|dinner|event|congress|games)\b", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishEventWord();

    [GeneratedRegex("第[一二三四五六七八九十0-9]+届", RegexOptions.CultureInvariant)]
    private static partial Regex Edition();

    [GeneratedRegex("(?:在|到|去|赴|于)([^，。、,的在到去赴于]{2,10})$", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceBefore();

    [GeneratedRegex(
        "[上中后前时间里内下]$|会|活动|同|与|和|[0-9]|现场|这次|本次|线|视频|餐叙|峰|一起|监督|谈判",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex NoPlace();

    [GeneratedRegex(@"\b(?:in|at)\s+((?!The\b)[A-Z][\w'-]+(?:\s+[A-Z][\w'-]+)*)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishPlace();

    [GeneratedRegex("\\G[、和及]([\u4e00-\u9fff]{2,3})", RegexOptions.CultureInvariant)]
    private static partial Regex Beside();

    [GeneratedRegex(@"\G(?:,|,? and)\s+(?:and\s+)?([A-Z]\w+\s+[A-Z]\w+)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishBeside();

    [GeneratedRegex("(?:是|任|为)(?!市|现)([^，。、,是任]{2,20})的?$", RegexOptions.CultureInvariant)]
    private static partial Regex Body();

    [GeneratedRegex(@"\G\s+(?:of|at)\s+(?:the\s+)?([A-Z][\w'-]+)", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishBody();

    [GeneratedRegex("由([^，。、,的由]{2,10})$", RegexOptions.CultureInvariant)]
    private static partial Regex By();

    [GeneratedRegex(@"^\s*by\s+([A-Z][\w'-]+(?:\s+[A-Z][\w'-]+){0,4})", RegexOptions.CultureInvariant)]
    private static partial Regex EnglishBy();

    [GeneratedRegex("^了?([^，。、,；;\\s]{2,12})", RegexOptions.CultureInvariant)]
    private static partial Regex PlaceAfter();
}
