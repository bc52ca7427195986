using System.Globalization;
using System.Text.Json.Nodes;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>
/// Scores a reading of the local reports as their score.py does: a figure read belongs to the one listed on its line whose span it covers
/// most; tier 1 counts; files weigh equally. The words for comparisons are mapped onto the kinds of the reader. A multiple that is an
/// increase is listed with its printed number, which is the reader's number too; its factor stands apart. Where a paragraph names no time
/// the list has none: a time that the reader carries there, and says so, counts as that.
/// </summary>
internal sealed class LocalNewsScore
{
    public static readonly IReadOnlyList<string> Parts = ["number", "unit", "hedge", "measure", "comparison", "period", "status"];

    private static readonly Dictionary<string, string> SameUnits = new(StringComparer.Ordinal)
    {
        ["个百分点"] = "百分点",
        ["公里"] = "千米",
        ["美元"] = "USD",
        ["元"] = "CNY",
    };

    private readonly List<Dictionary<string, int>> _files = [];

    /// <summary>File, line, place and part of what is wrong; no text.</summary>
    public List<string> Wrong { get; } = [];

    /// <summary>Figures that are read where none is listed.</summary>
    public int Spurious { get; private set; }

    private int Matched => _files.Sum(file => file["found"]);

    public double Precision => 100.0 * Matched / Math.Max(1, Matched + Spurious);

    /// <summary>The share of a part, files weighing equally.</summary>
    public double Of(string part) => _files.Average(file => 100.0 * file[part] / file["gold"]);

    /// <summary>Reads the reports whose number the choice takes; cells are scored apart from prose.</summary>
    public static LocalNewsScore Read(Func<int, bool> choice, bool isCells)
    {
        var folder = Corpus.Require("local-news");
        var gold = Corpus.Lines("local-news/figures.jsonl").ToLookup(row => Text(row, "file"));
        var score = new LocalNewsScore();
        foreach (var columns in File.ReadLines(Path.Combine(folder, "INDEX.tsv")).Skip(1).Select(row => row.Split('\t')))
        {
            var file = columns[0].Split('/')[^1];
            if (!choice(int.Parse(file[..2], CultureInfo.InvariantCulture)))
                continue;
            var lines = File.ReadAllLines(Path.Combine(folder, file));
            var read = FigureReader.Read(lines, LocalDatePattern.Iso.Parse(columns[4]).Value).Figures;
            bool IsMine(int line) => lines[line - 1].Contains('\t') == isCells;
            score.Add([.. gold[file].Where(row => IsMine((int)row["line"]!))], [.. read.Where(figure => IsMine(figure.Line))]);
        }
        return score;
    }

    private void Add(IReadOnlyList<JsonNode> gold, List<ReadFigure> free)
    {
        var counts = Parts.Append("gold").Append("found").Append("all").ToDictionary(part => part, _ => 0);
        foreach (var row in gold)
        {
            var found = free.Where(figure => Overlap(figure, row) > 0).MaxBy(figure => Overlap(figure, row));
            if (found is not null)
                free.Remove(found);
            if ((int)row["tier"]! != 1)
                continue;
            counts["gold"]++;
            if (found is null)
            {
                Wrong.Add($"{Text(row, "file")[..2]}:{row["line"]}:{row["start"]} not found");
                continue;
            }
            counts["found"]++;
            var right = Parts.Where(part => IsRight(part, row, found)).ToList();
            Wrong.AddRange(Parts.Except(right).Select(part => $"{Text(row, "file")[..2]}:{row["line"]}:{row["start"]} {part}"));
            right.ForEach(part => counts[part]++);
            counts["all"] += right.Count == Parts.Count ? 1 : 0;
        }
        Spurious += free.Count;
        if (counts["gold"] > 0)
            _files.Add(counts);
    }

    private static int Overlap(ReadFigure figure, JsonNode row)
    {
        var start = (int)row["start"]!;
        return figure.Line != (int)row["line"]!
            ? 0
            : Math.Min(figure.InLine.End, start + Text(row, "printed").Length) - Math.Max(figure.InLine.Start, start);
    }

    private static bool IsRight(string part, JsonNode row, ReadFigure figure) =>
        part switch
        {
            "number" => Number(row, "number") == figure.Number && Number(row, "end") == figure.To,
            "unit" => SameUnit(Text(row, "unit")) == SameUnit(figure.Unit),
            "hedge" => Text(row, "hedge") == figure.Hedge.ToString(),
            "measure" => Text(row, "measure") == Spelling.UpperSnake(figure.Measure.ToString()),
            "comparison" => KindOf((string?)row["comparison"])
                == (figure.Comparison?.Kind is ComparisonKind.Unstated ? null : figure.Comparison?.Kind),
            "period" => IsOnlyCarried(row, figure) || Day(row, "first") == figure.Period?.First && Day(row, "last") == figure.Period?.Last,
            _ => Text(row, "status") == Spelling.UpperSnake(figure.Status.ToString()),
        };

    /// <summary>The list gives the days that a figure's own paragraph names, the reader says which it carries from another.</summary>
    private static bool IsOnlyCarried(JsonNode row, ReadFigure figure) =>
        Day(row, "first") is null && Day(row, "last") is null && figure.Period is { IsCarried: true };

    public static ComparisonKind? KindOf(string? comparison) =>
        comparison switch
        {
            null => null,
            "YEAR_ON_YEAR" => ComparisonKind.YearOnYear,
            "ON_PREVIOUS" => ComparisonKind.OnPrevious,
            "AGAINST_BEFORE" => ComparisonKind.AgainstBefore,
            "TWO_YEAR_AVERAGE" or "ANNUAL_AVERAGE" => ComparisonKind.AverageSince,
            "OTHER_ENTITY" => ComparisonKind.OtherEntity,
            "PLAN" => ComparisonKind.Plan,
            "CONTRIBUTION" => ComparisonKind.Contribution,
            "START_OF_YEAR" or "LAST_WEEK" or "PREVIOUS_CUMULATION" => ComparisonKind.BasePeriod,
            // The list gives other bases in words: a year, or what it is that is not a time.
            _ => comparison.Any(char.IsAsciiDigit) ? ComparisonKind.BasePeriod : ComparisonKind.OtherEntity,
        };

    private static string SameUnit(string unit) => SameUnits.GetValueOrDefault(unit.Replace('％', '%'), unit);

    private static string Text(JsonNode row, string name) => (string?)row[name] ?? "";

    private static decimal? Number(JsonNode row, string name) =>
        (string?)row[name] is { } text ? decimal.Parse(text, CultureInfo.InvariantCulture) : null;

    private static LocalDate? Day(JsonNode row, string name) =>
        (string?)row[name] is { } text ? LocalDatePattern.Iso.Parse(text).Value : null;
}
