using System.Globalization;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>How many of the published cases of Chinese numbers are read right. The marks may be raised, never lowered.</summary>
public sealed class NumberScoreTests
{
    private const string Power = "powers and exponents are not printed by newspapers",
        Dozen = "打 is a unit here, and 打 is a verb more often",
        Part = "成, 折 and per cent are read with the number, as parts",
        One = "一 before a unit is a number; whether it is an article is for the figure to say",
        Doubtful = "two equal digits are read and marked as doubtful, which a figure refuses";

    private static string? Reason(string input) =>
        input.Contains('^')
        || input.Contains("e1", StringComparison.Ordinal)
        || input.Contains("e5", StringComparison.Ordinal)
        || input.Contains("e-", StringComparison.Ordinal)
            ? Power
        : input.Contains('打') ? Dozen
        : input.Contains('折') || input.Contains('％') || input.StartsWith("百分之", StringComparison.Ordinal) ? Part
        : input is "一美元" or "这台电脑两美刀" ? One
        : input == "两两" ? Doubtful
        : null;

    [Fact]
    public void Numbers_are_found_with_their_spans()
    {
        var score = new Score("recognizers-zh, numbers");
        foreach (var item in Corpus.Cases("Number/Chinese/NumberModel"))
        {
            var input = (string)item["Input"]!;
            var wanted = item["Results"]!.AsArray().Select(r => $"{r!["Start"]}-{r["End"]}={Normal((string?)r["Resolution"]!["value"])}");
            var found = NumberScanner.In(Glyphs.Plain(input)).Select(n => $"{n.Start}-{n.End - 1}={Normal(Text(n.Value))}").ToList();
            score.Add(input, found.SequenceEqual(wanted), Reason(input), string.Join(' ', found));
        }
        score.ShouldBeAtLeast(100);
    }

    [Fact]
    public void Numerals_are_read_whole_or_not_at_all()
    {
        var score = new Score("cn-number-vectors");
        foreach (var row in Corpus.Lines("cn-number-vectors/cn2an-vectors.jsonl").Where(row => (string)row["suite"]! == "cn2an"))
        {
            var input = (string)row["input"]!;
            var wanted = row["expected"]!.ToString();
            var found = Whole(input);
            score.Add(input, found == (wanted == "ERROR" ? wanted : Normal(wanted)), ReasonOf(row, input), found);
        }
        score.ShouldBeAtLeast(100);
    }

    private static string? ReasonOf(JsonNode row, string input) =>
        (string)row["group"]! is "direct_data_dict" && input is "幺八九" or "一二点三零" ? "digits of telephones are not figures"
        : input is "一一" or "壹壹" ? Doubtful
        : input is "百十一" ? "百 begins a number in print: 百余"
        : null;

    /// <summary>The value of a text that is one number, or one sum of money.</summary>
    private static string Whole(string input)
    {
        var plain = Glyphs.Plain(input);
        if (plain.Length == 0)
            return "ERROR";
        if (NumberScanner.TryRead(plain, 0, out var number) && number.End == plain.Length && !number.IsDoubtful)
            return Normal(Text(number.Value));
        var isMoney = QuantityScanner.TryRead(plain, 0, out var quantity) && quantity.Unit?.Code == "CNY";
        return isMoney && plain[quantity.End..] is "" or "整" or "正" ? Normal(Text(quantity.Number)) : "ERROR";
    }

    private static string Text(decimal value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Normal(string? number) =>
        double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)
            ? value.ToString("G12", CultureInfo.InvariantCulture)
            : number ?? "";
}
