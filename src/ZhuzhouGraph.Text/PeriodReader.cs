using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;

namespace ZhuzhouGraph.Text;

/// <summary>
/// Reads a printed time against its article's date, never the clock. A day or month without a year is of the article's year, unless
/// that lies more than six months after the article; then it is of the year before.
/// </summary>
public static partial class PeriodReader
{
    private const string Year = "(?<year>[12][0-9]{3}|今|去|前|明)年";
    private const string Month = "(?<month>[0-9]{1,2})月";
    private const string Day = "(?<day>[0-9]{1,2})日";
    private const string Part = "凌晨|清晨|早晨|早上|上午|中午|下午|傍晚|晚上|晚|夜间|深夜";
    private const string To = "[至到~-]";
    private const RegexOptions Options = RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;

    /// <summary>How far ahead of its article a day or month without a year may lie.</summary>
    private static readonly NodaTime.Period LongestForesight = NodaTime.Period.FromMonths(6);

    private static readonly IReadOnlyList<(Regex Form, Func<Match, LocalDate, Reading> Read)> Forms =
    [
        (DayForm(), ReadDay),
        (RelativeDayForm(), ReadRelativeDay),
        (DaysForm(), ReadDays),
        (TenDaysForm(), ReadTenDays),
        (MonthForm(), ReadMonth),
        (MonthsForm(), ReadMonths),
        (PartOfYearForm(), ReadPartOfYear),
        (YearForm(), ReadYear),
        (SinceForm(), ReadSince),
        (BeforeForm(), ReadBefore),
        (NowForm(), (_, article) => Reading.Of(article, article, PeriodPrecision.Day, PeriodBasis.Inferred)),
        (VagueForm(), (_, _) => Reading.Of(null, null, PeriodPrecision.Vague, PeriodBasis.Stated)),
    ];

    /// <summary>
    /// The period with the words as given; null, with what was found and what is allowed, for words of no known form and days that do
    /// not exist. STATED where the words hold their year, INFERRED where it or the day comes from the article's date.
    /// </summary>
    public static Period? Read(string words, LocalDate articleDate, out string? problem)
    {
        var folded = Folding.Fold(words);
        foreach (var (form, read) in Forms)
        {
            if (form.Match(folded) is not { Success: true } match)
                continue;
            var reading = read(match, articleDate);
            problem = (reading.Problem ?? YearOutside(reading)) is { } wrong ? $"the period '{words}' {wrong}" : null;
            return problem is null ? new Period(words, reading.First, reading.Last, reading.Precision, reading.Basis) : null;
        }
        problem =
            $"the period '{words}' has no known form; allowed are 5月18日, 5月17日下午, 昨晚, "
            + "5月18日至20日, 4月中旬, 今年4月, 今年1至4月, 今年第一季度, 上半年, 2022年, 2019年以来, 自2017年开始, 2010年以前, 到2025年, 截至目前, 近年来, 过去50年, each with its "
            + "year or without; or {words, precision, from, to}";
        return null;
    }

    private static string? YearOutside(Reading reading)
    {
        var year = new[] { reading.First?.Year, reading.Last?.Year }.FirstOrDefault(year => year is { } found && !Period.HasYear(found));
        return year is null ? null : $"reaches the year {year}; allowed are years from {Period.MinYear} to {Period.MaxYear}";
    }

    private static Reading ReadDay(Match match, LocalDate article)
    {
        var precision = match.Groups["part"].Success ? PeriodPrecision.PartOfDay : PeriodPrecision.Day;
        return FindDay(match, article) is { } day ? Reading.Of(day, day, precision, BasisOf(match)) : Reading.NoSuchDay;
    }

    private static Reading ReadRelativeDay(Match match, LocalDate article)
    {
        var day = article.PlusDays(
            match.Groups["day"].Value[0] switch
            {
                '前' => -2,
                '昨' => -1,
                '明' => 1,
                '后' => 2,
                _ => 0,
            }
        );
        return Reading.Of(day, day, match.Groups["part"].Success ? PeriodPrecision.PartOfDay : PeriodPrecision.Day, PeriodBasis.Inferred);
    }

    private static Reading ReadDays(Match match, LocalDate article)
    {
        if (FindDay(match, article) is not { } first)
            return Reading.NoSuchDay;
        var month = match.Groups["lastMonth"].Success ? Number(match, "lastMonth") : first.Month;
        return Between(match, article, first, year => Date(year, month, Number(match, "lastDay")));
    }

    private static Reading ReadMonths(Match match, LocalDate article)
    {
        if (FindMonth(match, article) is not { } first)
            return Reading.NoSuchDay;
        return Between(match, article, first, year => Date(year, Number(match, "lastMonth"), 1)?.With(DateAdjusters.EndOfMonth));
    }

    /// <summary>A last day without a year of its own is of the first day's year, or of the next where months wrap: 12月28日至1月3日.</summary>
    private static Reading Between(Match match, LocalDate article, LocalDate first, Func<int, LocalDate?> last)
    {
        var stated = YearOf(match.Groups["lastYear"], article);
        var found = last(stated ?? first.Year);
        if (found < first && stated is null && match.Groups["lastMonth"].Success && !match.Groups["year"].Success)
            found = last(first.Year + 1);
        return found is not { } end ? Reading.NoSuchDay
            : end < first ? Reading.Wrong("ends before it begins")
            : Reading.Of(first, end, PeriodPrecision.Range, BasisOf(match));
    }

    private static Reading ReadTenDays(Match match, LocalDate article)
    {
        if (FindMonth(match, article) is not { } month)
            return Reading.NoSuchDay;
        var (first, last) = match.Groups["third"].Value switch
        {
            "上" => (month, month.PlusDays(9)),
            "中" => (month.PlusDays(10), month.PlusDays(19)),
            _ => (month.PlusDays(20), month.With(DateAdjusters.EndOfMonth)),
        };
        return Reading.Of(first, last, PeriodPrecision.TenDays, BasisOf(match));
    }

    private static Reading ReadMonth(Match match, LocalDate article) =>
        FindMonth(match, article) is { } first
            ? Reading.Of(first, first.With(DateAdjusters.EndOfMonth), PeriodPrecision.Month, BasisOf(match))
            : Reading.NoSuchDay;

    private static Reading ReadPartOfYear(Match match, LocalDate article)
    {
        var isHalf = match.Groups["half"].Success;
        var months = isHalf ? 6 : 3;
        var part = isHalf
            ? "上下".IndexOf(match.Groups["half"].Value, StringComparison.Ordinal)
            : "一二三四1234".IndexOf(match.Groups["quarter"].Value, StringComparison.Ordinal) % 4;
        var first = InYear(match, article, year => Date(year, 1 + (part * months), 1));
        return Reading.Of(
            first,
            first?.PlusMonths(months).PlusDays(-1),
            isHalf ? PeriodPrecision.Half : PeriodPrecision.Quarter,
            BasisOf(match)
        );
    }

    private static Reading ReadYear(Match match, LocalDate article)
    {
        var first = InYear(match, article, year => Date(year, 1, 1));
        return Reading.Of(first, first?.PlusYears(1).PlusDays(-1), PeriodPrecision.Year, BasisOf(match));
    }

    private static Reading ReadSince(Match match, LocalDate article) =>
        FindStart(match, article) is { } first ? Reading.Of(first, null, PeriodPrecision.Range, BasisOf(match)) : Reading.NoSuchDay;

    private static Reading ReadBefore(Match match, LocalDate article) =>
        FindStart(match, article) is { } first
            ? Reading.Of(null, first.PlusDays(-1), PeriodPrecision.Range, BasisOf(match))
            : Reading.NoSuchDay;

    private static LocalDate? FindDay(Match match, LocalDate article) =>
        InYear(match, article, year => Date(year, Number(match, "month"), Number(match, "day")));

    private static LocalDate? FindMonth(Match match, LocalDate article) =>
        InYear(match, article, year => Date(year, Number(match, "month"), 1));

    /// <summary>The first day of what is named, be it a year, a month or a day.</summary>
    private static LocalDate? FindStart(Match match, LocalDate article) =>
        match.Groups["day"].Success ? FindDay(match, article)
        : match.Groups["month"].Success ? FindMonth(match, article)
        : InYear(match, article, year => Date(year, 1, 1));

    private static LocalDate? InYear(Match match, LocalDate article, Func<int, LocalDate?> date)
    {
        if (YearOf(match.Groups["year"], article) is { } year)
            return date(year);
        var sameYear = date(article.Year);
        return sameYear > article.Plus(LongestForesight) ? date(article.Year - 1) : sameYear;
    }

    private static int? YearOf(Group year, LocalDate article) =>
        !year.Success
            ? null
            : year.Value switch
            {
                "今" => article.Year,
                "去" => article.Year - 1,
                "前" => article.Year - 2,
                "明" => article.Year + 1,
                var digits => int.Parse(digits, CultureInfo.InvariantCulture),
            };

    private static PeriodBasis BasisOf(Match match) =>
        match.Groups["year"].Success && char.IsAsciiDigit(match.Groups["year"].Value[0]) ? PeriodBasis.Stated : PeriodBasis.Inferred;

    private static LocalDate? Date(int year, int month, int day) =>
        month is >= 1 and <= 12 && day >= 1 && day <= CalendarSystem.Iso.GetDaysInMonth(year, month)
            ? new LocalDate(year, month, day)
            : null;

    private static int Number(Match match, string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex($"^(截至)?({Year})?{Month}{Day}(?<part>{Part})?$", Options)]
    private static partial Regex DayForm();

    [GeneratedRegex($"^(?<day>[前昨今明后][天日])(?<part>{Part})?$|^(?<day>[昨今明])(?<part>[晚晨早夜])$", Options)]
    private static partial Regex RelativeDayForm();

    [GeneratedRegex(
        $"^({Year})?{Month}{Day}{To}(((?<lastYear>[12][0-9]{{3}})年)?(?<lastMonth>[0-9]{{1,2}})月)?(?<lastDay>[0-9]{{1,2}})日$",
        Options
    )]
    private static partial Regex DaysForm();

    [GeneratedRegex($"^({Year})?{Month}(?<third>[上中下])旬$", Options)]
    private static partial Regex TenDaysForm();

    [GeneratedRegex($"^({Year})?{Month}份?$", Options)]
    private static partial Regex MonthForm();

    [GeneratedRegex($"^({Year})?(?<month>[0-9]{{1,2}})月?{To}((?<lastYear>[12][0-9]{{3}})年)?(?<lastMonth>[0-9]{{1,2}})月份?$", Options)]
    private static partial Regex MonthsForm();

    [GeneratedRegex($"^({Year})?(第?(?<quarter>[一二三四1-4])季度|(?<half>[上下])半年)$", Options)]
    private static partial Regex PartOfYearForm();

    [GeneratedRegex($"^[到至]?{Year}度?$", Options)]
    private static partial Regex YearForm();

    [GeneratedRegex($"^[自从]?({Year}({Month}({Day})?)?|{Month}({Day})?)(以来|来|开始|起|至今)$", Options)]
    private static partial Regex SinceForm();

    [GeneratedRegex($"^({Year}({Month}({Day})?)?|{Month}({Day})?)(以前|之前|前)$", Options)]
    private static partial Regex BeforeForm();

    [GeneratedRegex("^(截至)?目前$|^(截至|迄)今$", Options)]
    private static partial Regex NowForm();

    [GeneratedRegex(
        "^(近年来?|近几年来?|长期以来|多年来|[0-9一二三四五六七八九十百]+[多余几]?年[前来]|(过去|近)[0-9一二三四五六七八九十百]+[多余几]?年[里来间]?)$",
        Options
    )]
    private static partial Regex VagueForm();

    private sealed record Reading(LocalDate? First, LocalDate? Last, PeriodPrecision Precision, PeriodBasis Basis, string? Problem)
    {
        public static readonly Reading NoSuchDay = Wrong("names a day or month that the calendar does not have");

        public static Reading Wrong(string problem) => new(null, null, default, default, problem);

        public static Reading Of(LocalDate? first, LocalDate? last, PeriodPrecision precision, PeriodBasis basis) =>
            new(first, last, precision, basis, null);
    }
}
