using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Reads a time at a place of a plain text against the day of print, never the clock. A span or month without a year is the latest that
/// had ended by the print, a day the latest that had come; in a plan it is the next one.
/// </summary>
internal sealed partial class TimeScanner(string plain, LocalDate print)
{
    /// <summary>How far ahead of its article a day without a year may lie; papers look back further.</summary>
    private const int MonthsAhead = 6;

    /// <summary>A year that stands before in the same sentence, which a month without one belongs to.</summary>
    public int? ContextYear { get; set; }

    /// <summary>The last year that stands before, in this sentence or an earlier one: 当年 and 次年 count from it.</summary>
    public int? LastYear { get; set; }

    public bool TryRead(int at, out TimeToken time)
    {
        time = null!;
        var start = at;
        var isAsOf = Word(ref at, "截至") || Word(ref at, "截止") || Word(ref at, "迄");
        if (isAsOf && Word(ref at, "到")) { }
        if (!isAsOf && (Word(ref at, "自") || Word(ref at, "从"))) { }
        if (WeekdayOrSpan(start, at, isAsOf, out time) || Fixed(start, at, isAsOf, out time))
            return true;
        if (Numeric(start, at, out time) || Spans(start, at, out time) || PlanYears(start, at, out time))
            return true;
        var from = at;
        var year = Year(ref at, out var isStated);
        var part = default(YearPart);
        var hasPart = Part(year is null ? from : Skipped(at), year is not null, out part, out var end);
        if (!hasPart && (year is null || !IsWholeYear(from, ref at)))
            return false;
        if (!hasPart)
            (part, end) = (YearPart.Whole, at);
        if (!hasPart && YearSpan(year!.Value, isStated, start, ref end, out time))
            return true;
        time = Resolved(start, end, year, isStated, part);
        if (time.First is null)
            return false;
        time = Suffixed(hasPart && !isAsOf ? Through(time, year) : time, isAsOf);
        return true;
    }

    /// <summary>2022年5月至2023年4月, 去年11月至今年3月: from one part of a year to a part of another.</summary>
    private TimeToken Through(TimeToken time, int? year)
    {
        var at = time.End;
        if (!To(ref at) || Year(ref at, out _) is not { } last || (year is null && ContextYear is null && last != print.Year))
            return time;
        if (!Part(Skipped(at), hasYear: true, out var part, out var end) || part.In(last) is not var (_, day))
            return time;
        var first = year is null && time.First > day ? time.First?.PlusYears(-1) : time.First;
        return first > day ? time : Range(time.Start, end, first, day) with { HasYear = true, IsStated = time.IsStated };
    }

    private TimeToken Resolved(int start, int end, int? year, bool isStated, YearPart part)
    {
        var token = new TimeToken(start, end, TimeRole.Period)
        {
            Precision = part.Precision,
            HasYear = year is not null,
            IsStated = isStated,
            IsCumulative = part.IsCumulative,
        };
        if ((year ?? ContextYear) is { } known)
        {
            var days = part.In(known);
            var isAhead = year is null && days?.First > print;
            if (!isAhead)
                return token with { First = days?.First, Last = days?.Last, NextFirst = days?.First, NextLast = days?.Last };
        }
        var candidates = Enumerable
            .Range(print.Year - 4, 9)
            .Select(part.In)
            .Where(days => days is not null)
            .Select(days => days!.Value)
            .ToList();
        if (candidates.Count == 0)
            return token;
        var next = candidates.Find(days => days.Last >= print);
        // A day is near the print, before it or behind; a month or span had ended.
        var isDays = part.Precision is PeriodPrecision.Day || part is { Precision: PeriodPrecision.Range, FromDay: > 1 } or { ToDay: > 0 };
        var latest = print.PlusMonths(isDays ? MonthsAhead : 0);
        var past =
            isDays && part.ToDay > 0 ? candidates.FindLast(days => days.First <= latest) : candidates.FindLast(days => days.Last <= print);
        return token with { First = past.First, Last = past.Last, NextFirst = next.First, NextLast = next.Last };
    }

    /// <summary>以来, 起, 前, 期间 behind the time.</summary>
    private TimeToken Suffixed(TimeToken time, bool isAsOf)
    {
        var at = time.End;
        if (isAsOf)
            return time with { Role = TimeRole.AsOf, First = time.Last, NextFirst = time.NextLast };
        var isSince = Word(ref at, "以来") || Word(ref at, "至今") || Word(ref at, "开始") || (At(at) == '起' && Word(ref at, "起"));
        if (isSince || (At(at) == '来' && At(at + 1) == ',' && Word(ref at, "来")))
            return time with
            {
                End = at,
                Role = TimeRole.Since,
                Last = time.First > print ? null : print,
                NextLast = null,
                Precision = PeriodPrecision.Range,
                IsCumulative = time is { HasYear: true, Precision: PeriodPrecision.Year } && time.First?.Year == print.Year,
            };
        if (
            Word(ref at, "以前")
            || Word(ref at, "之前")
            || (
                At(at) == '前'
                && At(at + 1)
                    is not (
                        '移'
                        or '来'
                        or '往'
                        or '进'
                        or '列'
                        or '三'
                        or '两'
                        or '五'
                        or '四'
                        or '1'
                        or '2'
                        or '3'
                        or '4'
                        or '5'
                        or '6'
                        or '7'
                        or '8'
                        or '9'
                    )
                && Word(ref at, "前")
            )
        )
            return time with { End = at, Role = TimeRole.Before, First = null, NextFirst = null, Precision = PeriodPrecision.Range };
        if (Word(ref at, "同期"))
            return time with { End = at, Role = TimeRole.SamePeriod };
        return Word(ref at, "期间") ? time with { End = at } : time;
    }

    /// <summary>2021—2025年, 2021年至2025年.</summary>
    private bool YearSpan(int first, bool isStated, int start, ref int end, out TimeToken time)
    {
        time = null!;
        var at = end;
        if (!isStated || !To(ref at) || Year(ref at, out var isOther) is not { } last || !isOther || last <= first)
            return false;
        time = Range(start, at, new(first, 1, 1), new(last, 12, 31)) with { HasYear = true, IsStated = true };
        return true;
    }

    /// <summary>2021—2025年 with the word for year only once.</summary>
    private bool Spans(int start, int at, out TimeToken time)
    {
        time = null!;
        if (
            !FourDigits(at, out var first)
            || !To(ref at, at + 4)
            || Year(ref at, out var isStated) is not { } last
            || !isStated
            || last <= first
        )
            return false;
        time = Range(start, at, new(first, 1, 1), new(last, 12, 31)) with { HasYear = true, IsStated = true };
        return true;
    }

    private static TimeToken Range(int start, int end, LocalDate? first, LocalDate? last) =>
        new(start, end, TimeRole.Period)
        {
            First = first,
            Last = last,
            NextFirst = first,
            NextLast = last,
            Precision = PeriodPrecision.Range,
        };

    /// <summary>“十四五”期间: the first ran from 1953 to 1957, the sixth and all later ones begin in a year that ends in 1 or 6.</summary>
    private bool PlanYears(int start, int at, out TimeToken time)
    {
        time = null!;
        var isQuoted = Word(ref at, "“") || Word(ref at, "\"");
        var end = at;
        var number = Small(ref end, 30, chineseOnly: true);
        if (number is not { } both || At(end) != '五' || plain.AsSpan(at, end - at).Contains('五') && both % 10 != 5)
        {
            // 十四五 reads as ten, four, five: 十四 and 五.
            (number, end) = Ordinal(at);
            if (number is null)
                return false;
        }
        else
            end++;
        if (isQuoted && !Word(ref end, "”") && !Word(ref end, "\""))
            return false;
        if (!isQuoted && !IsPlanWord(end))
            return false;
        var first = number.Value switch
        {
            1 => 1953,
            2 => 1958,
            var n => 1966 + ((n - 3) * 5),
        };
        var last = first + 4;
        if (Word(ref end, "期间") || Word(ref end, "时期") || Word(ref end, "规划") || Word(ref end, "以来")) { }
        var isEnd = Word(ref end, "末");
        time = Range(start, end, isEnd ? new(last, 12, 31) : new(first, 1, 1), new(last, 12, 31)) with
        {
            HasYear = true,
            Precision = PeriodPrecision.Era,
        };
        return true;
    }

    private (int?, int) Ordinal(int at)
    {
        var end = at;
        while (
            end < plain.Length && end - at < 3 && plain[end] is '十' or '一' or '二' or '三' or '四' or '五' or '六' or '七' or '八' or '九'
        )
            end++;
        if (end - at < 2 || plain[end - 1] != '五')
            return (null, at);
        var digits = plain.AsSpan(at, end - 1 - at);
        var number = digits switch
        {
            ['十'] => 10,
            ['十', var one] when Numerals.DigitOf(one) > 0 => 10 + Numerals.DigitOf(one),
            [var one] when Numerals.DigitOf(one) > 0 => Numerals.DigitOf(one),
            _ => 0,
        };
        return number == 0 ? (null, at) : (number, end);
    }

    private bool IsPlanWord(int at) => Word(ref at, "期间") || Word(ref at, "时期") || Word(ref at, "规划") || Word(ref at, "末");
}
