using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

internal sealed partial class TimeScanner
{
    /// <summary>2021年, 今年, 去年, 上年; the place moves behind it.</summary>
    private int? Year(ref int at, out bool isStated)
    {
        isStated = false;
        var end = at;
        if (FourDigits(at, out var year) && At(Skipped(at + 4)) == '年')
        {
            isStated = true;
            at = Skipped(at + 4) + 1;
            return year;
        }
        if (IsTwoThousand(at))
        {
            isStated = true;
            at += 3;
            return 2000;
        }
        if (TwoDigits(at, out year))
        {
            isStated = true;
            at += 3;
            return year;
        }
        if (Word(ref end, "当年") || Word(ref end, "次年"))
        {
            year = (LastYear ?? print.Year) + (plain[end - 2] == '次' ? 1 : 0);
            at = end;
            return year;
        }
        int? relative =
            Word(ref end, "今年") || Word(ref end, "本年") ? 0
            : Word(ref end, "去年") || Word(ref end, "上年") || Word(ref end, "上一年") ? -1
            : Word(ref end, "前年") ? -2
            : Word(ref end, "明年") ? 1
            : null;
        if (relative is null)
            return null;
        at = end;
        return print.Year + relative;
    }

    /// <summary>两千年八月; 两千年 alone may be a duration.</summary>
    private bool IsTwoThousand(int at)
    {
        if (!Word(ref at, "两千年"))
            return false;
        return Small(ref at, 12) is not null && At(at) == '月';
    }

    /// <summary>2021 or 二零二一.</summary>
    private bool FourDigits(int at, out int year)
    {
        year = 0;
        if (at + 4 > plain.Length || (at > 0 && (Glyphs.IsDigit(plain[at - 1]) || plain[at - 1] == '.')))
            return false;
        for (var i = at; i < at + 4; i++)
        {
            var digit = Glyphs.IsDigit(plain[i]) ? plain[i] - '0' : Numerals.DigitOf(plain[i]);
            if (digit < 0)
                return false;
            year = (year * 10) + digit;
        }
        return year is >= 1800 and <= 2100;
    }

    /// <summary>15年1月: a year only before a month, otherwise it may be a duration.</summary>
    private bool TwoDigits(int at, out int year)
    {
        year = 0;
        if (at + 3 >= plain.Length || !Glyphs.IsDigit(plain[at]) || !Glyphs.IsDigit(plain[at + 1]) || plain[at + 2] != '年')
            return false;
        var after = at + 3;
        if ((at > 0 && Glyphs.IsDigit(plain[at - 1])) || Small(ref after, 12) is null || At(after) != '月')
            return false;
        var number = ((plain[at] - '0') * 10) + plain[at + 1] - '0';
        year = number > (print.Year % 100) + 10 ? 1900 + number : 2000 + number;
        return true;
    }

    private bool IsWholeYear(int from, ref int at)
    {
        // 2021年鉴, 去年级 and the like are other words.
        if (At(at) is '级' or '鉴' or '轻' or '龄' or '代' or '货' or '画')
            return false;
        if (Word(ref at, "全年") || Word(ref at, "度") || Word(ref at, "间")) { }
        return at > from;
    }

    /// <summary>A part of a year; without a year before it only what names itself.</summary>
    private bool Part(int at, bool hasYear, out YearPart part, out int end)
    {
        (part, end) = (default, at);
        foreach (var (word, named, needsYear) in Named)
        {
            if ((!needsYear || hasYear) && string.CompareOrdinal(plain, at, word, 0, word.Length) == 0)
            {
                (part, end) = (named, at + word.Length);
                return true;
            }
        }
        return First(at, out part, out end) || Quarter(at, out part, out end) || Month(at, out part, out end);
    }

    private static readonly (string Word, YearPart Part, bool NeedsYear)[] Named =
    [
        ("上半年", YearPart.Months(1, 6, PeriodPrecision.Half), false),
        ("下半年", YearPart.Months(7, 12, PeriodPrecision.Half), false),
        ("首季度", YearPart.Months(1, 3, PeriodPrecision.Quarter), false),
        ("首季", YearPart.Months(1, 3, PeriodPrecision.Quarter), false),
        ("年内", YearPart.Whole, false),
        ("全年", YearPart.Whole, false),
        ("年底", YearPart.EndOf(12), false),
        ("年末", YearPart.EndOf(12), false),
        ("年初", YearPart.Day(1, 1), false),
        ("年中", YearPart.EndOf(6), false),
        ("底", YearPart.EndOf(12), true),
        ("末", YearPart.EndOf(12), true),
        ("初", YearPart.Day(1, 1), true),
    ];

    /// <summary>前5月, 前11个月.</summary>
    private bool First(int at, out YearPart part, out int end)
    {
        (part, end) = (default, at);
        if (At(at) is not ('前' or '头'))
            return false;
        end = Skipped(at + 1);
        if (Small(ref end, 12) is not { } months)
            return false;
        if (months < 4 && (Word(ref end, "季度") || Word(ref end, "个季度")))
        {
            part = YearPart.Months(
                1,
                months * 3,
                months == 2 ? PeriodPrecision.Half
                    : months == 1 ? PeriodPrecision.Quarter
                    : PeriodPrecision.Range
            );
            return true;
        }
        if (!(Word(ref end, "个月") || Word(ref end, "月份") || Word(ref end, "月")))
            return false;
        part = YearPart.Months(1, months, months == 6 ? PeriodPrecision.Half : PeriodPrecision.Range);
        return true;
    }

    private bool Quarter(int at, out YearPart part, out int end)
    {
        (part, end) = (default, at);
        if (At(end) == '第')
            end = Skipped(end + 1);
        if (Small(ref end, 4) is not { } quarter || quarter == 0)
            return false;
        var last = quarter;
        var to = end;
        if (To(ref to) && Small(ref to, 4) is { } other && other > quarter)
            (last, end) = (other, to);
        if (!Word(ref end, "季度"))
            return false;
        var months = YearPart.Months((quarter * 3) - 2, last * 3, last == quarter ? PeriodPrecision.Quarter : PeriodPrecision.Range);
        part = At(end) is '末' ? YearPart.EndOf(last * 3) : months;
        if (At(end) is '末')
            end++;
        return true;
    }

    private bool Month(int at, out YearPart part, out int end)
    {
        (part, end) = (default, at);
        if (at > 0 && (Glyphs.IsDigit(plain[at - 1]) || plain[at - 1] == '.'))
            return false;
        if (Small(ref end, 31) is not { } number)
            return false;
        var isMonth = number <= 12 && Word(ref end, "月");
        if (!isMonth)
            return Months(number, false, ref end, out part) || (Glyphs.IsDigit(plain[at]) && Days(null, number, ref end, out part));
        if (Word(ref end, "份"))
        {
            part = YearPart.Months(number, number, PeriodPrecision.Month);
            return Months(number, true, ref end, out var months) ? (part = months).FromMonth > 0 : true;
        }
        if (Word(ref end, "底") || Word(ref end, "末"))
            part = YearPart.EndOf(number);
        else if (Word(ref end, "初"))
            part = new(number, 1, number, 10, PeriodPrecision.TenDays);
        else if (Word(ref end, "上旬"))
            part = new(number, 1, number, 10, PeriodPrecision.TenDays);
        else if (Word(ref end, "中旬"))
            part = new(number, 11, number, 20, PeriodPrecision.TenDays);
        else if (Word(ref end, "下旬"))
            part = new(number, 21, number, 0, PeriodPrecision.TenDays);
        else
        {
            var day = Skipped(end);
            if (Small(ref day, 31) is { } first && Days(number, first, ref day, out part))
            {
                end = day;
                return true;
            }
            if (IsEndOfDate(Skipped(end), out var last, out var behind))
                (part, end) = (YearPart.Day(number, last), behind);
            else if (!Months(number, true, ref end, out part))
                part = YearPart.Months(number, number, PeriodPrecision.Month);
        }
        return true;
    }

    /// <summary>八月十五: a day in words without 日, where nothing is counted behind it.</summary>
    private bool IsEndOfDate(int at, out int day, out int end)
    {
        (day, end) = (0, at);
        if (Small(ref end, 31, chineseOnly: true) is not (>= 10 and var number))
            return false;
        day = number;
        return end >= plain.Length || At(end) is ',' or '。' or ' ' or ')' or ';';
    }

    /// <summary>1—9月, 3月至5月, from behind the first number.</summary>
    private bool Months(int first, bool isMonth, ref int end, out YearPart part)
    {
        part = default;
        var at = end;
        if (first > 12 || !To(ref at) || Small(ref at, 12) is not { } last || !Word(ref at, "月"))
            return false;
        // 3月28日至4月15日 begins with a day.
        var day = at;
        if (isMonth && Small(ref day, 31) is not null && At(day) is '日' or '号')
            return false;
        Word(ref at, "份");
        end = at;
        part = YearPart.Months(first, last, first == 1 && last == 12 ? PeriodPrecision.Year : PeriodPrecision.Range);
        return true;
    }

    /// <summary>18日, 18日至20日, 18-20日, from behind the first number; without a month it is of the latest month.</summary>
    private bool Days(int? month, int first, ref int end, out YearPart part)
    {
        part = default;
        var at = end;
        var isDay = Day(ref at);
        var (toMonth, last) = (month, first);
        var to = at;
        if (To(ref to))
        {
            var number = Small(ref to, 31);
            if (number is <= 12 && At(to) == '月' && month is not null)
            {
                (toMonth, to) = (number, to + 1);
                number = Small(ref to, 31);
            }
            if (number is { } found && Day(ref to))
                (last, at, isDay) = (found, to, true);
            else
                toMonth = month;
        }
        if (!isDay || first == 0 || last == 0)
            return false;
        end = at;
        if (month is not null)
        {
            part = new(
                month.Value,
                first,
                toMonth!.Value,
                last,
                first == last && toMonth == month ? PeriodPrecision.Day : PeriodPrecision.Range
            );
            return true;
        }
        var of = last <= print.Day ? print : print.PlusMonths(-1);
        if (last > of.Calendar.GetDaysInMonth(of.Year, of.Month) || first > last)
            return false;
        part = new(of.Month, first, of.Month, last, first == last ? PeriodPrecision.Day : PeriodPrecision.Range);
        return true;
    }

    private bool Day(ref int at) =>
        Word(ref at, "日") || (At(at) == '号' && At(at + 1) is not ('楼' or '线' or '文' or '店' or '院') && Word(ref at, "号"));

    /// <summary>A whole number of at most two digits, in either script.</summary>
    private int? Small(ref int at, int most, bool chineseOnly = false, bool isDotted = false)
    {
        var end = at;
        var value = 0;
        if (!chineseOnly && Glyphs.IsDigit(At(end)))
        {
            while (end - at < 2 && Glyphs.IsDigit(At(end)))
                value = (value * 10) + plain[end++] - '0';
            if (Glyphs.IsDigit(At(end)) || (!isDotted && At(end) == '.' && Glyphs.IsDigit(At(end + 1))))
                return null;
        }
        else
        {
            var tens = Numerals.DigitOf(At(end)) is > 0 and var before && Numerals.SmallOf(At(end + 1)) == 1 ? before : 1;
            if (tens > 1 || (Numerals.DigitOf(At(end)) == 1 && Numerals.SmallOf(At(end + 1)) == 1))
                end++;
            if (Numerals.SmallOf(At(end)) == 1)
                (value, end) = (tens * 10, end + 1);
            if (Numerals.DigitOf(At(end)) is >= 0 and var ones && (value > 0 || ones > 0) && At(end) != '零')
                (value, end) = (value + ones, end + 1);
            if (end == at || Numerals.DigitOf(At(end)) >= 0)
                return null;
        }
        if (value > most)
            return null;
        at = end;
        return value;
    }

    /// <summary>2015-12-27, 2015/12/27, 2015.12.27.</summary>
    private bool Numeric(int start, int at, out TimeToken time)
    {
        time = null!;
        if (!FourDigits(at, out var year) || At(at + 4) is not ('-' or '/' or '.') || !Glyphs.IsDigit(plain[at]))
            return false;
        var mark = At(at + 4);
        var end = at + 5;
        if (Small(ref end, 12, isDotted: true) is not { } month || At(end) != mark)
            return false;
        end++;
        if (Small(ref end, 31) is not { } day || Glyphs.IsDigit(At(end)) || YearPart.Day(month, day).In(year) is not var (first, _))
            return false;
        time = Range(start, end, first, first) with { Precision = PeriodPrecision.Day, HasYear = true, IsStated = true };
        return true;
    }

    private bool To(ref int at) => To(ref at, at);

    private bool To(ref int at, int from)
    {
        var end = Skipped(from);
        if (At(end) is not ('-' or '~' or '至' or '到'))
            return false;
        while (At(end) is '-' or '~' or '至' or '到')
            end++;
        at = Skipped(end);
        return true;
    }

    private int Skipped(int at) => Glyphs.SkipBlanks(plain, at);

    private char At(int at) => at < plain.Length ? plain[at] : '\0';

    /// <summary>The word here; behind a digit blanks may stand before it, as in 9 月.</summary>
    private bool Word(ref int at, string word)
    {
        var from = at > 0 && Glyphs.IsDigit(plain[at - 1]) ? Skipped(at) : at;
        if (string.CompareOrdinal(plain, from, word, 0, word.Length) != 0)
            return false;
        at = from + word.Length;
        return true;
    }
}
