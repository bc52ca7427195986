using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares the days of a figure with those that the words before it give.</summary>
internal static class PeriodAgreement
{
    public static Disagreement? Of(Observation figure, ReadFigure read, PrintedPlace place)
    {
        if (
            read.Measure is Measure.Ordinal
            || read.Period is not { IsCarried: false } printed
            || (printed.First is null && printed.Last is null)
            || IsAlike(figure, read, printed, place)
        )
            return null;
        return new(
            "period",
            figure.Period is { } said ? Days(said.First, said.Last) : "NONE",
            Days(printed.First, printed.Last),
            $"{read.RuleName}, '{printed.Words}' before '{read.Printed}'",
            $"when: {printed.Words}"
        );
    }

    /// <summary>
    /// A figure may have the day of its event, and what only is so has no time: one is missing where a sentence gives it to growth or
    /// to what adds up.
    /// </summary>
    private static bool IsAlike(Observation figure, ReadFigure read, ReadPeriod printed, PrintedPlace place) =>
        figure.Period is { } said
            ? (said.First is null && said.Last is null) || IsAlike(said, printed, place.Print)
            : figure.At is not null
                || figure.About.StartsWith("event:", StringComparison.Ordinal)
                || (read.Measure is not Measure.RateOfChange && read.Accumulation is not Accumulation.Cumulative)
                || !place.HasTimeBefore;

    private static bool IsAlike(Period said, ReadPeriod printed, LocalDate print) =>
        IsSame(said.First, printed.First) && (IsCutOff(printed, print) || IsSame(said.Last, printed.Last));

    /// <summary>今年 and 今年以来 are read as far as the day of print; where they end otherwise, other words say so.</summary>
    private static bool IsCutOff(ReadPeriod printed, LocalDate print) => printed.Last == print && printed.First != print;

    /// <summary>An end that one of them leaves open is not compared.</summary>
    private static bool IsSame(LocalDate? said, LocalDate? printed) => said is null || printed is null || said == printed;

    private static string Days(LocalDate? first, LocalDate? last) => first == last ? Day(first) : $"{Day(first)}/{Day(last)}";

    private static string Day(LocalDate? day) => day is { } one ? LocalDatePattern.Iso.Format(one) : "..";
}
