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
    [InlineData("DateParser", 0)]
    [InlineData("DatePeriodParser", 0)]
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
            score.Add(input, found == wanted, Reason(input), $"{found}, wanted {wanted}");
        }
        score.ShouldBeAtLeast(percent);
    }

    private static string? Reason(string input) =>
        Has(input, "神龙", "康熙", "雍正", "民国") ? "years of emperors are not printed of figures"
        : Has(input, "初一", "大年") ? "days of the lunar calendar are not days of a figure"
        : Has(input, "星期", "周一", "周四", "周日", "禮拜", "周末") ? "days of the week are not read yet"
        : null;

    private static bool Has(string input, params string[] words) => Array.Exists(words, word => input.Contains(word, StringComparison.Ordinal));

    /// <summary>A period ends, in these cases, on the day behind its last one.</summary>
    private static string Days(string input, LocalDate print, bool isPeriod)
    {
        var plain = Glyphs.Plain(input);
        var scanner = new TimeScanner(plain, print);
        for (var at = 0; at < plain.Length; at++)
        {
            if (scanner.TryRead(at, out var time))
                return $"{Iso(time.First)}/{Iso(isPeriod ? time.Last?.PlusDays(1) : time.Last)}";
        }
        return "";
    }

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
