using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>A part of some year: 上半年, 1—9月, 5月18日至20日, 5月底.</summary>
/// <param name="ToDay">0 for the last day of the month.</param>
internal readonly record struct YearPart(int FromMonth, int FromDay, int ToMonth, int ToDay, PeriodPrecision Precision)
{
    public static YearPart Whole => Months(1, 12, PeriodPrecision.Year);

    /// <summary>Adds up from the start of the year.</summary>
    public bool IsCumulative =>
        FromMonth == 1 && FromDay == 1 && Precision is PeriodPrecision.Range or PeriodPrecision.Half && ToMonth < 12;

    public static YearPart Months(int from, int to, PeriodPrecision precision) => new(from, 1, to, 0, precision);

    public static YearPart Day(int month, int day) => new(month, day, month, day, PeriodPrecision.Day);

    public static YearPart EndOf(int month) => new(month, 0, month, 0, PeriodPrecision.Day);

    /// <summary>The days in that year; null where the calendar does not have them.</summary>
    public (LocalDate First, LocalDate Last)? In(int year)
    {
        if (year is < 1 or > 9998 || FromMonth is < 1 or > 12 || ToMonth is < 1 or > 12)
            return null;
        var toYear = ToMonth < FromMonth ? year + 1 : year;
        var (from, to) = (DayOf(year, FromMonth, FromDay), DayOf(toYear, ToMonth, ToDay));
        return from is { } first && to is { } last && first <= last ? (first, last) : null;
    }

    private static LocalDate? DayOf(int year, int month, int day)
    {
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return day > days ? null : new LocalDate(year, month, day == 0 ? days : day);
    }
}
