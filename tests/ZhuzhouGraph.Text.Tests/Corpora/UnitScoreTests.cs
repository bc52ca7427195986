using System.Globalization;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>How many of the published cases of units are read right. The marks may be raised, never lowered.</summary>
public sealed class UnitScoreTests
{
    private static readonly Dictionary<string, string> Codes = new(StringComparer.Ordinal)
    {
        ["Chinese yuan"] = "CNY",
        ["Euro"] = "EUR",
        ["United States dollar"] = "USD",
        ["Dollar"] = "USD",
        ["Hong Kong dollar"] = "HKD",
        ["Japanese yen"] = "JPY",
        ["Mu"] = "mu",
        ["Kilogram"] = "kg",
        ["Ton"] = "t",
        ["Centimeter"] = "cm",
        ["Meter"] = "m",
        ["Jin"] = "[jin]",
        ["Kilometer"] = "km",
        ["Gram"] = "g",
        ["Megabyte"] = "MB",
        ["Kilobyte"] = "kB",
        ["Megahertz"] = "MHz",
        ["Hertz"] = "Hz",
        ["Kilocalorie"] = "kcal",
        ["Liang"] = "[liang]",
        ["Year"] = "a",
        ["Week"] = "wk",
        ["Day"] = "d",
        ["Degree"] = "deg",
        ["F"] = "[degF]",
        ["C"] = "Cel",
        ["Bit"] = "bit",
    };

    [Fact]
    public void Units_are_read_with_their_numbers()
    {
        var score = new Score("recognizers-zh, units");
        foreach (var specification in new[] { "CurrencyModel", "DimensionModel", "AgeModel", "TemperatureModel" })
        {
            foreach (var item in Corpus.Cases($"NumberWithUnit/Chinese/{specification}"))
            {
                var input = (string)item["Input"]!;
                var wanted = item["Results"]!
                    .AsArray()
                    .Where(r => r!["Resolution"]!["value"] is not null)
                    .Select(r => Text(r!["Resolution"]!))
                    .ToList();
                var found = QuantityScanner
                    .In(Glyphs.Plain(input))
                    .Where(q => q.Unit is not null && Codes.ContainsValue(q.Unit.Code))
                    .Select(q => string.Create(CultureInfo.InvariantCulture, $"{(double)q.Number:G12} {q.Unit!.Code}"))
                    .ToList();
                score.Add(
                    input,
                    wanted.TrueForAll(found.Contains),
                    Reason(input),
                    string.Join(" | ", found) + ", wanted " + string.Join(" | ", wanted)
                );
            }
        }
        score.ShouldBeAtLeast(100);
    }

    private static string? Reason(string input) =>
        input switch
        {
            "一位是最小的存储单位" => "位 counts places and persons in print",
            "10日元5日本銭" or "这台电脑两美元又三美分" => "fractions of foreign money are not printed",
            "70 - 90天大的小孩应该去医院做检查" => "the range is one figure",
            _ when input.Contains("$20", StringComparison.Ordinal) => "a comma of full width between digits of half width",
            _ when input.Contains("华氏温度", StringComparison.Ordinal) => "degrees are read with the unit behind the number",
            _ => null,
        };

    private static string Text(JsonNode resolution)
    {
        var value = double.Parse((string)resolution["value"]!, NumberStyles.Float, CultureInfo.InvariantCulture);
        return string.Create(CultureInfo.InvariantCulture, $"{value:G12} {Codes[(string)resolution["unit"]!]}");
    }
}
