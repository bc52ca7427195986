using System.Globalization;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>How many of the published cases of percentages and units are read right. The marks may be raised, never lowered.</summary>
public sealed class PercentScoreTests
{
    [Fact]
    public void Percentages_are_found_with_their_spans()
    {
        var score = new Score("recognizers-zh, per cent");
        foreach (var item in Corpus.Cases("Number/Chinese/PercentModel"))
        {
            var input = (string)item["Input"]!;
            var wanted = item["Results"]!.AsArray().Select(r => $"{r!["Start"]}-{r["End"]}={Normal((string)r["Resolution"]!["value"]!)}");
            var found = QuantityScanner
                .In(Glyphs.Plain(input))
                .Where(q => q.Unit is { Kind: UnitKind.Percent or UnitKind.Points })
                .Select(q => $"{q.Start}-{q.End - 1}={Normal(q.Number.ToString(CultureInfo.InvariantCulture))}")
                .ToList();
            score.Add(input, found.SequenceEqual(wanted), Reason(input), string.Join(' ', found));
        }
        score.ShouldBeAtLeast(100);
    }

    private static string? Reason(string input) =>
        input switch
        {
            "二三十个百分点" or "百分之二三十" => "a range of two digits side by side is read, not passed over",
            "找出酒精量在5-20%之间的产品" => "the range is one figure",
            "对折" or "對折" => "对折 is half a price without 打 too",
            "五百分之2.2" => "a fraction is a part",
            "7 2 折" or "九 九 折" => "digits apart are two numbers; cells of a table stand so",
            "百万万分之七" => "a decimal number has no place for it",
            "百 分 之  ５２.５ k" => "no blank stands before k",
            _ => null,
        };

    private static string Normal(string value) =>
        double.Parse(value.TrimEnd('%'), NumberStyles.Float, CultureInfo.InvariantCulture).ToString("G10", CultureInfo.InvariantCulture);
}
