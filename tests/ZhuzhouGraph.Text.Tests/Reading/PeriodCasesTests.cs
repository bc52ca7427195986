using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Testing;
using ZhuzhouGraph.Text.Reading;
using ZhuzhouGraph.Text.Tests.Corpora;

namespace ZhuzhouGraph.Text.Tests.Reading;

/// <summary>
/// The days, accumulation and status of invented sentences in every form that papers print, written before the rules read them
/// (periods.txt). The odd cases were at hand when rules were made; of the even ones only the score is printed. The marks may only rise.
/// </summary>
public sealed class PeriodCasesTests
{
    [Theory]
    [InlineData("tuned", 100)]
    [InlineData("held out", 95.8)]
    public void Times_of_invented_sentences_are_read(string half, double percent)
    {
        var score = new Score($"periods, {half} half") { IsSecret = half == "held out" };
        foreach (var (row, at) in Rows().Select((row, at) => (row, at)))
        {
            if (at % 2 != (half == "tuned" ? 0 : 1))
                continue;
            var columns = row.Split('|', StringSplitOptions.TrimEntries);
            var lines = columns[1].Split('¶', StringSplitOptions.TrimEntries);
            var read = FigureReader.Read(lines, LocalDatePattern.Iso.Parse(columns[0]).Value);
            var refused = read.Refused.Select(figure => (figure.Line, figure.InLine.Start)).ToHashSet();
            var found = string.Join("; ", read.Figures.Select(figure => Of(figure, refused)));
            score.Add(columns[1], found == Wanted(columns[2]), null, $"{found}, wanted {columns[2]}");
        }
        score.ShouldBeAtLeast(percent);
    }

    private static IEnumerable<string> Rows() =>
        File.ReadLines(Path.Combine(RepositoryRoot.Path, "tests/ZhuzhouGraph.Text.Tests/Reading/periods.txt")).Where(row => row[0] != '#');

    private static string Wanted(string column) =>
        string.Join("; ", column.Split(';', StringSplitOptions.TrimEntries).SelectMany(Repeated));

    /// <summary>×3 stands for three figures of one time.</summary>
    private static IEnumerable<string> Repeated(string item)
    {
        var parts = item.Split(" ×");
        return Enumerable.Repeat(parts[0], parts.Length == 1 ? 1 : int.Parse(parts[1], CultureInfo.InvariantCulture));
    }

    private static string Of(ReadFigure figure, HashSet<(int, int)> refused)
    {
        if (refused.Contains((figure.Line, figure.InLine.Start)))
            return "?";
        var marks =
            (figure.Accumulation is Accumulation.Cumulative ? "C" : "")
            + (figure.Status is ObservationStatus.Actual ? "" : figure.Status.ToString()[..1]);
        return figure.Period is not { } period ? "-" : $"{Iso(period.First)}/{Iso(period.Last)} {marks}".TrimEnd();
    }

    private static string Iso(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : "";
}
