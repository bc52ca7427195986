using System.Globalization;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// Periods as statistics write them: <c>2023</c>, <c>2023-S1</c>, <c>2023-Q3</c>, <c>2023-09</c>, <c>2023-09-17</c>, ranges as intervals of
/// ISO 8601 with <c>..</c> for an open end: <c>2023-01/2023-09</c>.
/// </summary>
public static class PeriodText
{
    private const int Kept = 1_024;

    [ThreadStatic]
    private static (LocalDate Day, string? Text)[]? _days;

    [ThreadStatic]
    private static (Instant Moment, string? Text) _moment;

    /// <summary>The canonical form; null where the period has no day.</summary>
    public static string? Of(Period? period)
    {
        if (period is null or { First: null, Last: null })
            return null;
        if (period is not { First: { } first, Last: { } last })
            return $"{(period.First is { } from ? Day(from) : "..")}/{(period.Last is { } to ? Day(to) : "..")}";
        if (first == last)
            return Day(first);
        if (!IsFirstOfMonth(first) || !IsLastOfMonth(last))
            return $"{Day(first)}/{Day(last)}";
        return One(first, last) ?? $"{Month(first)}/{Month(last)}";
    }

    /// <summary>
    /// As SDMX writes it: ranges as start and duration, such as <c>2023-01-01/P9M</c>; null for what has no day or an open end.
    /// </summary>
    public static string? Sdmx(Period? period)
    {
        if (period is not { First: { } first, Last: { } last })
            return null;
        if (Of(period) is { } text && !text.Contains('/', StringComparison.Ordinal))
            return text;
        var duration =
            first.Day == 1 && IsLastOfMonth(last)
                ? string.Create(CultureInfo.InvariantCulture, $"P{Months(first, last)}M")
                : string.Create(CultureInfo.InvariantCulture, $"P{NodaTime.Period.DaysBetween(first, last) + 1}D");
        return $"{Day(first)}/{duration}";
    }

    /// <summary>Days and moments repeat themselves from row to row: each thread keeps those that it wrote last.</summary>
    public static string Day(LocalDate day)
    {
        ref var kept = ref (_days ??= new (LocalDate, string?)[Kept])[(uint)day.GetHashCode() % Kept];
        if (kept.Text is null || kept.Day != day)
            kept = (day, LocalDatePattern.Iso.Format(day));
        return kept.Text!;
    }

    public static string Moment(Instant moment)
    {
        if (_moment.Text is null || _moment.Moment != moment)
            _moment = (moment, InstantPattern.ExtendedIso.Format(moment));
        return _moment.Text!;
    }

    /// <summary>One month, quarter, half or year; null for anything else.</summary>
    private static string? One(LocalDate first, LocalDate last) =>
        (Months(first, last), first.Month) switch
        {
            (1, _) => Month(first),
            (3, 1 or 4 or 7 or 10) => string.Create(CultureInfo.InvariantCulture, $"{first.Year}-Q{((first.Month - 1) / 3) + 1}"),
            (6, 1 or 7) => string.Create(CultureInfo.InvariantCulture, $"{first.Year}-S{((first.Month - 1) / 6) + 1}"),
            (12, 1) => first.Year.ToString(CultureInfo.InvariantCulture),
            _ => null,
        };

    private static int Months(LocalDate first, LocalDate last) => ((last.Year - first.Year) * 12) + last.Month - first.Month + 1;

    private static bool IsFirstOfMonth(LocalDate day) => day.Day == 1;

    private static bool IsLastOfMonth(LocalDate day) => day.Day == day.Calendar.GetDaysInMonth(day.Year, day.Month);

    private static string Month(LocalDate day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}-{day.Month:D2}");
}
