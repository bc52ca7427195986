using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Times of English sentences, put into the words that <see cref="TimeScanner"/> resolves against the day of print.</summary>
internal static class EnglishTimes
{
    private static readonly string[] Months =
    [
        .. CultureInfo.InvariantCulture.DateTimeFormat.MonthNames.Take(12).Select(month => month.ToLowerInvariant()),
    ];

    private static readonly string[] Ordinals = ["first", "second", "third", "fourth"];

    private static readonly Dictionary<string, string> Relatives = new(StringComparer.Ordinal)
    {
        ["last year"] = "去年",
        ["this year"] = "今年",
        ["next year"] = "明年",
        ["last month"] = "上月",
        ["this month"] = "本月",
        ["last week"] = "上周",
        ["this week"] = "本周",
        ["last quarter"] = "上季度",
    };

    /// <summary>The time that begins at the word, and the index behind it.</summary>
    public static bool TryRead(List<EnglishWord> words, int index, LocalDate print, out TimeToken time, out int next)
    {
        time = null!;
        next = index;
        if (Words(words, ref next) is not { } chinese || !new TimeScanner(chinese, print).TryRead(0, out var found))
            return false;
        if (found.End < chinese.Length)
            return false;
        time = found with { Start = words[index].Start, End = words[next - 1].End };
        return true;
    }

    private static string? Words(List<EnglishWord> words, ref int at)
    {
        var isAsOf = Take(words, ref at, "as", "of");
        var isEnd = Take(words, ref at, "the", "end", "of") || Take(words, ref at, "end", "of");
        var start = at;
        var part = Part(words, ref at);
        var year = Year(words, ref at, isFirst: part is null);
        if (part is null && year is null)
            return Relative(words, ref start) is { } relative && (at = start) > 0 ? (isAsOf ? "截至" : "") + relative : null;
        return (isAsOf ? "截至" : "") + year + part + (isEnd ? "底" : "");
    }

    private static string? Part(List<EnglishWord> words, ref int at)
    {
        var from = at;
        Take(words, ref at, "the");
        if (At(words, at).Length == 2 && At(words, at)[0] == 'q' && At(words, at)[1] is >= '1' and <= '4')
            return $"{words[at++].Text[1]}季度";
        var ordinal = Array.IndexOf(Ordinals, At(words, at));
        if (ordinal >= 0)
        {
            at++;
            if (Take(words, ref at, "quarter"))
                return $"{ordinal + 1}季度";
            if (ordinal < 2 && Take(words, ref at, "half"))
                return ordinal == 0 ? "上半年" : "下半年";
            if (ordinal == 0 && Take(words, ref at, "three", "quarters"))
                return "前三季度";
            if (
                ordinal == 0
                && at < words.Count
                && EnglishNumbers.TryRead(words, at, out var months, out var next, out _)
                && months is > 1 and < 12
            )
            {
                at = next;
                if (Take(words, ref at, "months"))
                    return string.Create(CultureInfo.InvariantCulture, $"前{months}个月");
            }
        }
        at = from;
        return Month(words, ref at);
    }

    /// <summary>May, January to April, May 18.</summary>
    private static string? Month(List<EnglishWord> words, ref int at)
    {
        var month = Array.IndexOf(Months, At(words, at)) + 1;
        // may is a verb too: it is a month only before a number or behind in and of.
        if (
            month == 0
            || (month == 5 && !(at > 0 && At(words, at - 1) is "in" or "of" or "for" or "since" or "to" || IsNumber(At(words, at + 1))))
        )
            return null;
        at++;
        var isBetween = At(words, at) == "and" && At(words, at - 2) == "between";
        if (
            (isBetween || At(words, at) is "to" or "through" or "-")
            && Array.IndexOf(Months, At(words, at + 1)) + 1 is > 0 and var last
            && last > month
        )
        {
            at += 2;
            return $"{month}-{last}月";
        }
        if (int.TryParse(At(words, at), CultureInfo.InvariantCulture, out var day) && day is > 0 and <= 31)
        {
            at++;
            return $"{month}月{day}日";
        }
        return $"{month}月";
    }

    private static string? Year(List<EnglishWord> words, ref int at, bool isFirst)
    {
        var end = at;
        if (!isFirst && At(words, end) is "of" or "," or "in")
            end++;
        var isYear = int.TryParse(At(words, end), CultureInfo.InvariantCulture, out var year) && year is >= 1900 and <= 2100;
        if (isYear && (!isFirst || At(words, end - 1) is "in" or "of" or "by" or "during" or "since" or "from" or "for"))
        {
            at = end + 1;
            return $"{year}年";
        }
        if (!isFirst && Relative(words, ref end) is "去年" or "今年" or "明年")
        {
            var word = At(words, end - 2);
            at = end;
            return word == "last" ? "去年"
                : word == "this" ? "今年"
                : "明年";
        }
        return null;
    }

    private static string? Relative(List<EnglishWord> words, ref int at)
    {
        if (!Relatives.TryGetValue($"{At(words, at)} {At(words, at + 1)}", out var chinese))
            return null;
        at += 2;
        return chinese;
    }

    private static bool IsNumber(string word) => word.Length > 0 && Glyphs.IsDigit(word[0]);

    private static string At(List<EnglishWord> words, int at) => at >= 0 && at < words.Count ? words[at].Text : "";

    private static bool Take(List<EnglishWord> words, ref int at, params ReadOnlySpan<string> wanted)
    {
        for (var i = 0; i < wanted.Length; i++)
        {
            if (At(words, at + i) != wanted[i])
                return false;
        }
        at += wanted.Length;
        return true;
    }
}
