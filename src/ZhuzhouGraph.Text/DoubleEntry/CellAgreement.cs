using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares a figure of a table with what the head of its column, its row and the caption say.</summary>
internal static class CellAgreement
{
    private static readonly Dictionary<int, string> Multipliers = new()
    {
        [2] = "百",
        [3] = "千",
        [4] = "万",
        [6] = "百万",
        [7] = "千万",
        [8] = "亿",
        [12] = "万亿",
    };

    public static IEnumerable<Disagreement> Of(Observation figure, ReadFigure read)
    {
        var rule = $"{read.RuleName}, '{read.Head}'";
        if (!IsMeasureAlike(figure, read))
        {
            yield return new(
                "measure",
                Spelling.Name(figure.Measure),
                Spelling.Name(read.Measure),
                rule,
                $"measure: {Spelling.Name(read.Measure)}"
            );
            yield break;
        }
        foreach (var part in new[] { Unit(figure, read, rule), Comparison(figure, read, rule), Accumulation(figure, read, rule) })
        {
            if (part is not null)
                yield return part;
        }
        if (read.Period is { IsCarried: false } printed && !IsSame(figure.Period, printed))
            yield return new(
                "period",
                figure.Period is { } said ? Days(said.First, said.Last) : "NONE",
                Days(printed.First, printed.Last),
                rule,
                $"when: {printed.Words}"
            );
    }

    /// <summary>A head that only says % may be one of growth.</summary>
    private static bool IsMeasureAlike(Observation figure, ReadFigure read) =>
        (figure.Measure, read.Measure) switch
        {
            var (said, printed) when said == printed => true,
            (Measure.Level, Measure.Share) => true,
            (Measure.RateOfChange, Measure.Share) => !TableColumn.SaysShare(read.Head!),
            (Measure.RateOfChange or Measure.Multiple, Measure.RateOfChange or Measure.Multiple) => true,
            (Measure.Rank or Measure.Ordinal, Measure.Rank or Measure.Ordinal) => true,
            _ => false,
        };

    private static Disagreement? Unit(Observation figure, ReadFigure read, string rule)
    {
        if (figure.Measure is not (Measure.Level or Measure.Change) || read.DeclaredUnit is not { } printed)
            return null;
        var (said, quantity) = (figure.Quantity.Unit, figure.Quantity);
        if (said == printed && quantity.Value == read.Number)
            return null;
        var (found, allowed) = (Word(quantity.UnitMultiplier, said), Word(read.Multiplier, printed));
        return found == allowed ? null : new("unit", found, allowed, rule, $"unit: {allowed}");
    }

    private static string Word(int multiplier, Unit unit) => $"{Multipliers.GetValueOrDefault(multiplier)}{unit.Chinese}";

    private static Disagreement? Comparison(Observation figure, ReadFigure read, string rule)
    {
        if (read.Comparison is not { } printed || figure.Measure is Measure.Level or Measure.Share)
            return null;
        if (printed.IsInferred)
            return figure.Comparison is ZhuzhouGraph.Comparison.OnPrevious
                ? new("comparison", Name(figure.Comparison), "NONE", rule, "no 'against'")
                : null;
        if (figure.Comparison != printed.Recorded)
            return new("comparison", Name(figure.Comparison), Name(printed.Recorded), rule, $"against: {Name(printed.Recorded)}");
        return figure.Base is { } against && !Folding.Fold(read.Head!).Contains(Folding.Fold(against.Words), StringComparison.Ordinal)
            ? new("base", against.Words, read.Head!, rule, "base: as the head has it")
            : null;
    }

    private static Disagreement? Accumulation(Observation figure, ReadFigure read, string rule) =>
        read.Accumulation is ZhuzhouGraph.Accumulation.Cumulative
        && figure.Accumulation is ZhuzhouGraph.Accumulation.Single
        && figure.Measure is Measure.Level or Measure.Change or Measure.RateOfChange
            ? new(
                "accumulation",
                Spelling.Name(figure.Accumulation),
                Spelling.Name(read.Accumulation),
                rule,
                $"accumulation: {Spelling.Name(read.Accumulation)}"
            )
            : null;

    private static bool IsSame(Period? said, ReadPeriod printed) =>
        said is not null && IsSame(said.First, printed.First) && IsSame(said.Last, printed.Last);

    /// <summary>An end that one of them leaves open is not compared.</summary>
    private static bool IsSame(LocalDate? said, LocalDate? printed) => said is null || printed is null || said == printed;

    private static string Name(Comparison? comparison) => comparison is { } one ? Spelling.Name(one) : "NONE";

    private static string Days(LocalDate? first, LocalDate? last) => first == last ? Day(first) : $"{Day(first)}/{Day(last)}";

    private static string Day(LocalDate? day) => day is { } one ? NodaTime.Text.LocalDatePattern.Iso.Format(one) : "";
}
