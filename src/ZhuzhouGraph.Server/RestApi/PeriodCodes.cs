using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// Spans of days as statistics write them: <c>2023</c>, <c>2023-S1</c>, <c>2023-Q3</c>, <c>2023-05</c>, <c>2023-05-19</c>, and
/// <c>2023-01/2023-09</c> from one to another. What the World Bank writes (<c>2023Q1</c>, <c>2023M05</c>) and the National Bureau of
/// Statistics (<c>202305</c>) is read as well.
/// </summary>
internal static partial class PeriodCodes
{
    /// <summary>The form, for messages.</summary>
    public const string Form = "Days are written 2023, 2023-S1, 2023-Q3, 2023-05 or 2023-05-19; from one to another 2023-01/2023-09.";

    /// <summary>The same in Chinese.</summary>
    public const string ChineseForm = "时间写作 2023、2023-S1、2023-Q3、2023-05 或 2023-05-19；起止之间写作 2023-01/2023-09。";

    private static readonly LocalDatePattern Day = LocalDatePattern.Iso;

    /// <summary>The first and the last day of a span, both included; null where the text is none.</summary>
    public static (LocalDate First, LocalDate Last)? Read(string text)
    {
        if (text.Split('/') is not [var from, var to])
            return ReadOne(text);
        return (ReadOne(from), ReadOne(to)) is ({ } first, { } last) && first.First <= last.Last ? (first.First, last.Last) : null;
    }

    /// <summary>
    /// The canonical code of a printed time. An end that is open is <c>..</c>, as ISO 8601-2 writes it; null where no day is known.
    /// </summary>
    public static string? Of(Period period)
    {
        if ((period.First, period.Last) is not ({ } first, { } last))
            return (period.First, period.Last) is (null, null)
                ? null
                : $"{(period.First is { } open ? Day.Format(open) : "..")}/{(period.Last is { } end ? Day.Format(end) : "..")}";
        if (first == last)
            return Day.Format(first);
        var isWhole = first.Day == 1 && last.Day == last.Calendar.GetDaysInMonth(last.Year, last.Month);
        if (!isWhole)
            return $"{Day.Format(first)}/{Day.Format(last)}";
        var (year, months) = (Year(first), (last.Year - first.Year) * 12 + last.Month - first.Month + 1);
        return (months, first.Month) switch
        {
            (1, _) => Month(first),
            (3, 1 or 4 or 7 or 10) => $"{year}-Q{(first.Month + 2) / 3}",
            (6, 1 or 7) => $"{year}-S{(first.Month + 5) / 6}",
            (12, 1) => year,
            _ => $"{Month(first)}/{Month(last)}",
        };
    }

    private static (LocalDate First, LocalDate Last)? ReadOne(string text)
    {
        if (Day.Parse(text) is { Success: true, Value: var day })
            return IsDated(day.Year) ? (day, day) : null;
        if (Code().Match(text) is not { Success: true } match)
            return null;
        var year = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
        var (start, months) = match.Groups switch
        {
            var g when g["quarter"].Success => (Number(g["quarter"]) * 3 - 2, 3),
            var g when g["half"].Success => (Number(g["half"]) * 6 - 5, 6),
            var g when g["month"].Success => (Number(g["month"]), 1),
            _ => (1, 12),
        };
        if (!IsDated(year) || start is < 1 or > 12)
            return null;
        var first = new LocalDate(year, start, 1);
        return (first, first.PlusMonths(months).PlusDays(-1));
    }

    private static bool IsDated(int year) => Period.HasYear(year);

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    private static string Year(LocalDate day) => day.Year.ToString("0000", CultureInfo.InvariantCulture);

    private static string Month(LocalDate day) => $"{Year(day)}-{day.Month.ToString("00", CultureInfo.InvariantCulture)}";

    [GeneratedRegex(
        "^(?<year>[0-9]{4})(?:-?Q(?<quarter>[1-4])|-?S(?<half>[12])|[-M](?<month>[0-9]{2})|(?<month>[0-9]{2}))?$",
        RegexOptions.ExplicitCapture
    )]
    private static partial Regex Code();
}
