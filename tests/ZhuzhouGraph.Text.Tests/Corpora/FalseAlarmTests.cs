using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Text.DoubleEntry;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>Figures of other papers, recorded as a hand read them, against the reader: whatever disagrees is a false alarm.</summary>
public sealed class FalseAlarmTests
{
    /// <summary>The percentage may only be lowered. Figures are those of tier 1.</summary>
    [Theory]
    [InlineData("odd", 1.4)]
    [InlineData("even", 2.4)]
    public void Figures_that_a_hand_read_are_seldom_contradicted(string half, double percent)
    {
        var folder = Corpus.Require("local-news");
        var gold = Corpus.Lines("local-news/figures.jsonl").ToLookup(row => (string)row["file"]!);
        var (figures, alarms) = (0, new List<string>());
        foreach (var columns in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(row => row.Split('\t')))
        {
            var file = columns[0].Split('/')[^1];
            if (int.Parse(file[..2], CultureInfo.InvariantCulture) % 2 == 0 != (half == "even"))
                continue;
            var lines = File.ReadAllLines(Path.Combine(folder, file));
            var print = LocalDatePattern.Iso.Parse(columns[4]).Value;
            var read = FigureReader.Read(lines, print).Figures.ToLookup(figure => figure.Line);
            foreach (var row in gold[file].Where(row => (int)row["tier"]! == 1))
            {
                figures++;
                var (line, words) = ((int)row["line"]!, new Span((int)row["start"]!, (int)row["start"]! + Text(row, "printed").Length));
                var recorded = Recorded(row, Words(lines[line - 1], words));
                var within = read[line].Where(figure => figure.InLine.Start < words.End && figure.InLine.End > words.Start).ToList();
                if (FigureAgreement.Meant(recorded, within) is not { } meant)
                    continue;
                var sentence = Sentences.OfLine(lines[line - 1]).Last(span => span.Start <= words.Start).Start;
                var place = new PrintedPlace(recorded.Figure, lines[line - 1], sentence, meant.InLine.Start, print, IsInText: true);
                alarms.AddRange(
                    FigureAgreement
                        .Of(recorded, meant, place)
                        .Where(one => IsJudged(one, row))
                        .Select(one => $"{file}:{line} {meant.Printed}: {one.Part} {one.Said}, read {one.Read} ({one.Rule})")
                );
            }
        }
        var report = $"{alarms.Count} alarms over {figures} figures, {half} reports\n{string.Join('\n', alarms)}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        (100.0 * alarms.Count / figures).ShouldBeLessThanOrEqualTo(percent, report);
    }

    /// <summary>Units that the model does not declare, and a multiple's number, which is listed as printed, are the list's own.</summary>
    private static bool IsJudged(Disagreement one, JsonNode row) =>
        one.Part switch
        {
            "unit" => Units.Find(Text(row, "unit")) is not null,
            "number" => Text(row, "measure") is not "MULTIPLE",
            _ => true,
        };

    /// <summary>A seed records the words of hedge and change with the number; the list has the number alone.</summary>
    private static string Words(string line, Span number) => line[Math.Max(0, number.Start - 8)..Math.Min(line.Length, number.End + 4)];

    private static Observation Recorded(JsonNode row, string figure)
    {
        var (number, end) = (Number(row, "number"), Number(row, "end"));
        var hedge = Enum.Parse<Hedge>(Text(row, "hedge"));
        return new()
        {
            Id = "obs:a/b/c",
            Article = "article:a/b",
            Indicator = "indicator:a",
            About = "place:a",
            Figure = figure,
            Measure = Spelling.Parse<Measure>(Text(row, "measure"))!.Value,
            Comparison = LocalNewsScore.KindOf((string?)row["comparison"]) is { } kind ? new ReadComparison(kind, "").Recorded : null,
            Accumulation = Spelling.Parse<Accumulation>(Text(row, "accumulation"))!.Value,
            Status = Spelling.Parse<ObservationStatus>(Text(row, "status"))!.Value,
            Period = (row["first"] ?? row["last"]) is null
                ? null
                : new("", Day(row, "first"), Day(row, "last"), PeriodPrecision.Range, PeriodBasis.Inferred),
            Quantity = new()
            {
                Unit = Units.Find(Text(row, "unit")) ?? Units.Find("个")!,
                Value = end is null ? number : null,
                Hedge = end is null ? hedge : Hedge.Range,
                Lower = end is null ? null : new Bound(number!.Value, true),
                Upper = end is { } upper ? new Bound(upper, true) : null,
            },
        };
    }

    private static string Text(JsonNode row, string name) => (string?)row[name] ?? "";

    private static decimal? Number(JsonNode row, string name) =>
        (string?)row[name] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static LocalDate? Day(JsonNode row, string name) =>
        (string?)row[name] is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;
}
