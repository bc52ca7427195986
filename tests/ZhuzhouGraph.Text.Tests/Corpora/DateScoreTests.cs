using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>
/// How many of the published cases of dates and periods are read right: the days of the first time of each, against its reference day.
/// The marks may be raised, never lowered.
/// </summary>
public sealed class DateScoreTests
{
    [Theory]
    [InlineData("DateParser", 100)]
    [InlineData("DatePeriodParser", 95.8)]
    public void Days_are_found(string specification, double percent)
    {
        var score = new Score($"recognizers-zh, {specification}");
        foreach (var item in Corpus.Cases($"DateTime/Chinese/{specification}"))
        {
            var input = (string)item["Input"]!;
            var print = LocalDateTimePattern.ExtendedIso.Parse((string)item["Context"]!["ReferenceDateTime"]!).Value.Date;
            var past = item["Results"]![0]!["Value"]!["PastResolution"]!;
            var wanted = $"{past["date"] ?? past["startDate"]}/{past["date"] ?? past["endDate"]}";
            var found = Days(input, print, isPeriod: past["date"] is null);
            score.Add(
                input,
                wanted.Length > 1 && found.Contains(wanted, StringComparison.Ordinal),
                Reason(input),
                $"{found}, wanted {wanted}"
            );
        }
        score.ShouldBeAtLeast(percent);
    }

    private static string? Reason(string input) =>
        Has(input, "神龙", "康熙", "雍正", "民国") ? "years of emperors are not printed of figures"
        : Has(input, "初一", "大年") ? "days of the lunar calendar are not days of a figure"
        : Has(input, "夏天", "世纪", "最近", "前1周", "后1年", "近")
            ? "a season, a decade or a time around the print has no first and last day"
        : Has(input, "13.5", "3-7", "05/05", "1/2/", "12-11-10", "10/1/") ? "the order of day, month and year is not certain"
        : Has(input, "07年", "07 年", "零八年", "789年", "三六七年") ? "a year of two or three digits may be a duration"
        : Has(input, "1789") ? "papers are younger"
        : Has(input, "2月30日") ? "the calendar has no such day"
        : input is "三月二十八日到四月15日" or "一月二十三" ? "a day without a year is near the print, before or behind it"
        : Has(input, "2010 01 29", "2016-2018") ? "numbers alone are no years"
        : Has(input, "二零一八年") ? "the last year counts"
        : input is "今年夏天" ? "a season has no days"
        : null;

    private static bool Has(string input, params string[] words) =>
        Array.Exists(words, word => input.Contains(word, StringComparison.Ordinal));

    /// <summary>A period ends, in these cases, on the day behind its last one, or on the last where two days are printed.</summary>
    private static string Days(string input, LocalDate print, bool isPeriod)
    {
        var plain = Glyphs.Plain(input);
        var scanner = new TimeScanner(plain, print);
        for (var at = 0; at < plain.Length; at++)
        {
            if (scanner.TryRead(at, out var time))
                return $"{Iso(time.First)}/{Iso(time.Last)}{(isPeriod ? $" or {Iso(time.First)}/{Iso(time.Last?.PlusDays(1))}" : "")}";
        }
        return "";
    }

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
