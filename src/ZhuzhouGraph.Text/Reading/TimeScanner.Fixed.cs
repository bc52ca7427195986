using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

internal sealed partial class TimeScanner
{
    private enum Shift
    {
        Day,
        Week,
        Month,
        Quarter,
        Year,
        Vague,
        Holiday,
        Now,
        SamePeriod,
        SinceYear,
        CurrentMonth,
    }

    private static readonly Lexicon<(Shift Unit, int By)> Relatives = new([
        ("昨日", (Shift.Day, -1)),
        ("昨天", (Shift.Day, -1)),
        ("昨晚", (Shift.Day, -1)),
        ("昨夜", (Shift.Day, -1)),
        ("前天", (Shift.Day, -2)),
        ("前日", (Shift.Day, -2)),
        ("今日", (Shift.Day, 0)),
        ("今天", (Shift.Day, 0)),
        ("今晨", (Shift.Day, 0)),
        ("今早", (Shift.Day, 0)),
        ("今晚", (Shift.Day, 0)),
        ("当日", (Shift.Day, 0)),
        ("明日", (Shift.Day, 1)),
        ("明天", (Shift.Day, 1)),
        ("后天", (Shift.Day, 2)),
        ("前一日", (Shift.Day, -1)),
        ("前一天", (Shift.Day, -1)),
        ("上周", (Shift.Week, -1)),
        ("本周", (Shift.Week, 0)),
        ("上上周", (Shift.Week, -2)),
        ("下下周", (Shift.Week, 2)),
        ("大后天", (Shift.Day, 3)),
        ("下周", (Shift.Week, 1)),
        ("前一周", (Shift.Week, -1)),
        ("本月", (Shift.Month, 0)),
        ("上月", (Shift.Month, -1)),
        ("上个月", (Shift.Month, -1)),
        ("下月", (Shift.Month, 1)),
        ("下个月", (Shift.Month, 1)),
        ("本季度", (Shift.Quarter, 0)),
        ("上季度", (Shift.Quarter, -1)),
        ("上一季度", (Shift.Quarter, -1)),
        ("目前", (Shift.Now, 0)),
        ("现在", (Shift.Now, 0)),
        ("如今", (Shift.Now, 0)),
        ("眼下", (Shift.Now, 0)),
        ("当前", (Shift.Now, 0)),
        ("当下", (Shift.Now, 0)),
        ("当月", (Shift.CurrentMonth, 0)),
        ("今", (Shift.Now, 1)),
        ("近年来", (Shift.Vague, 0)),
        ("近几年", (Shift.Vague, 0)),
        ("近年", (Shift.Vague, 0)),
        ("历年", (Shift.Vague, 0)),
        ("假期", (Shift.Holiday, 0)),
        ("黄金周", (Shift.Holiday, 0)),
        ("长假", (Shift.Holiday, 0)),
        ("“五一”", (Shift.Holiday, 0)),
        ("“十一”", (Shift.Holiday, 0)),
        ("“双十一”", (Shift.Holiday, 0)),
        ("五一期间", (Shift.Holiday, 0)),
        ("国庆期间", (Shift.Holiday, 0)),
        ("元旦期间", (Shift.Holiday, 0)),
        ("端午期间", (Shift.Holiday, 0)),
        ("中秋期间", (Shift.Holiday, 0)),
        ("春节期间", (Shift.Holiday, 0)),
        ("春运", (Shift.Holiday, 0)),
        ("入春以来", (Shift.Vague, 0)),
        ("入夏以来", (Shift.Vague, 0)),
        ("入秋以来", (Shift.Vague, 0)),
        ("入冬以来", (Shift.Vague, 0)),
        ("开春以来", (Shift.Vague, 0)),
        ("开学以来", (Shift.Vague, 0)),
        ("多年来", (Shift.Vague, 0)),
        ("长期以来", (Shift.Vague, 0)),
        ("去年同期", (Shift.SamePeriod, 0)),
        ("上年同期", (Shift.SamePeriod, 0)),
        ("上年同月", (Shift.SamePeriod, 0)),
        ("去年同月", (Shift.SamePeriod, 0)),
        ("同期", (Shift.SamePeriod, 0)),
        ("今年以来", (Shift.SinceYear, 0)),
        ("年初以来", (Shift.SinceYear, 0)),
        ("年初至今", (Shift.SinceYear, 0)),
        ("开年以来", (Shift.SinceYear, 0)),
        ("发稿", (Shift.Now, 1)),
        ("发稿时", (Shift.Now, 1)),
    ]);

    /// <summary>Times that have no number: 昨日, 上月, 今年以来; and 近三年, 未来五年.</summary>
    private bool Fixed(int start, int at, bool isAsOf, out TimeToken time)
    {
        time = null!;
        if (Around(start, at, out time))
            return true;
        if (!Relatives.TryFind(plain, at, out var length, out var found) || (found is { Unit: Shift.Now, By: 1 } && !isAsOf))
            return false;
        var end = at + length;
        if (length == 1 && At(end) == '年')
            return false;
        if (found.Unit is Shift.Month && At(end) is '末' or '底' && Days(Shift.Month, found.By) is var (_, day))
        {
            var role = isAsOf ? TimeRole.AsOf : TimeRole.Period;
            time = Range(start, end + 1, day, day) with { Precision = PeriodPrecision.Day, Role = role, IsPrevious = found.By < 0 };
            return true;
        }
        if (found.Unit is Shift.Month && DayOf(start, end, found.By, out time))
            return true;
        time = Days(found.Unit, found.By) is var (first, last)
            ? Range(start, end, first, last) with
            {
                Role = isAsOf || found.Unit is Shift.Now ? TimeRole.AsOf : TimeRole.Period,
                Precision = PrecisionOf(found.Unit),
                IsPrevious = found.By < 0,
            }
            : new TimeToken(
                start,
                end,
                found.Unit is Shift.SamePeriod ? TimeRole.SamePeriod
                    : found.Unit is Shift.CurrentMonth ? TimeRole.CurrentMonth
                    : found.Unit is Shift.Holiday ? TimeRole.Holiday
                    : TimeRole.Vague
            );
        if (found.Unit is Shift.SinceYear)
            time = time with { Role = TimeRole.Since, HasYear = true, IsCumulative = true };
        if (isAsOf)
            time = time with { First = time.Last, NextFirst = time.NextLast };
        return true;
    }

    private (LocalDate First, LocalDate Last)? Days(Shift unit, int by)
    {
        var month = new LocalDate(print.Year, print.Month, 1);
        var quarter = month.PlusMonths(-((print.Month - 1) % 3) + (3 * by));
        var week = print.PlusDays(-((int)print.DayOfWeek - 1) + (7 * by));
        return unit switch
        {
            Shift.Day => (print.PlusDays(by), print.PlusDays(by)),
            Shift.Week => (week, week.PlusDays(6)),
            Shift.Month => (month.PlusMonths(by), month.PlusMonths(by + 1).PlusDays(-1)),
            Shift.Quarter => (quarter, quarter.PlusMonths(3).PlusDays(-1)),
            Shift.Now => (print, print),
            Shift.SinceYear => (new(print.Year, 1, 1), print),
            _ => null,
        };
    }

    /// <summary>本月10日.</summary>
    private bool DayOf(int start, int end, int by, out TimeToken time)
    {
        time = null!;
        var month = new LocalDate(print.Year, print.Month, 1).PlusMonths(by);
        if (!Days(month.Month, Small(ref end, 31) ?? 0, ref end, out var part) || part.In(month.Year) is not var (first, last))
            return false;
        time = Range(start, end, first, last) with { Precision = part.Precision };
        return true;
    }

    /// <summary>周三, 周一至周三, 上周四到10月1日.</summary>
    private bool WeekdayOrSpan(int start, int at, bool isAsOf, out TimeToken time)
    {
        if (!Weekday(start, at, isAsOf, out time))
            return false;
        var end = time.End;
        if (isAsOf || !To(ref end))
            return true;
        if (!Weekday(end, end, false, out var last))
        {
            if (!Part(end, hasYear: false, out var part, out var behind) || part.Precision is not PeriodPrecision.Day)
                return true;
            last = Resolved(end, behind, null, isStated: false, part);
        }
        if (last.First >= time.First)
            time = Range(start, last.End, time.First, last.Last);
        else if (last.NextLast >= time.First)
            time = Range(start, last.End, time.First, last.NextLast);
        return true;
    }

    /// <summary>周三, 上周五, 下周一, 上周末: without 上, 本 or 下 the latest that had come, in a plan the next.</summary>
    private bool Weekday(int start, int at, bool isAsOf, out TimeToken time)
    {
        time = null!;
        int? by =
            Word(ref at, "上上") ? -2
            : Word(ref at, "下下") ? 2
            : Word(ref at, "上") ? -1
            : Word(ref at, "本") || Word(ref at, "这") ? 0
            : Word(ref at, "下") ? 1
            : null;
        _ = by is not null && Word(ref at, "个");
        var before = at > 0 ? plain[at - 1] : ' ';
        if (!(Word(ref at, "周") || Word(ref at, "星期") || Word(ref at, "礼拜")))
            return false;
        if (by is null && (before is '每' or '个' or '逢' || Glyphs.IsDigit(before) || Numerals.IsNumeral(before)))
            return false;
        var day =
            At(at) is '日' or '天' ? 7
            : Numerals.DigitOf(At(at)) is >= 1 and <= 6 and var number ? number
            : 0;
        var isWeekend = by is not null && At(at) == '末';
        if ((day == 0 && !isWeekend) || At(at + 1) is '年' or '岁' or '次' or '期')
            return false;
        var monday = print.PlusDays(1 - (int)print.DayOfWeek);
        var first = monday.PlusDays((7 * (by ?? 0)) + (isWeekend ? 5 : day - 1));
        var isLast = by is null && first > print;
        time = Range(start, at + 1, isLast ? first.PlusDays(-7) : first, isLast ? first.PlusDays(-7) : first) with
        {
            Precision = PeriodPrecision.Day,
            Role = isAsOf ? TimeRole.AsOf : TimeRole.Period,
            NextFirst = by is null && first < print ? first.PlusDays(7) : first,
            NextLast = by is null && first < print ? first.PlusDays(7) : first,
        };
        if (isWeekend)
            time = time with { Last = first.PlusDays(1), NextLast = first.PlusDays(1), Precision = PeriodPrecision.Range };
        return true;
    }

    private static PeriodPrecision PrecisionOf(Shift unit) =>
        unit switch
        {
            Shift.Day or Shift.Now => PeriodPrecision.Day,
            Shift.Month => PeriodPrecision.Month,
            Shift.Quarter => PeriodPrecision.Quarter,
            _ => PeriodPrecision.Range,
        };

    /// <summary>近三年, 过去五年, 未来五年, 五年来: whole years, the current one first or last.</summary>
    private bool Around(int start, int at, out TimeToken time)
    {
        time = null!;
        var from = at;
        var isAhead = Word(ref at, "未来") || Word(ref at, "今后") || Word(ref at, "接下来");
        var isBack = !isAhead && (Word(ref at, "过去") || Word(ref at, "最近") || Word(ref at, "近"));
        if (!isAhead && !isBack)
            return false;
        at = Skipped(at);
        if (Small(ref at, 99) is not { } years || years == 0 || !Word(ref at, "年"))
            return false;
        // 近3年多 and 近30年的 may count years; only 来, 里, 间 and marks make them a time.
        if (isBack && At(at) is '多' or '余' or '历')
            return false;
        if (Word(ref at, "来") || Word(ref at, "里") || Word(ref at, "间") || Word(ref at, "内")) { }
        var year = print.Year;
        time = isAhead
            ? Range(start, at, new(year, 1, 1), new(year + years - 1, 12, 31)) with
            {
                HasYear = true,
            }
            : new TimeToken(start, at, TimeRole.Vague) { Precision = PeriodPrecision.Vague };
        return at > from;
    }
}
