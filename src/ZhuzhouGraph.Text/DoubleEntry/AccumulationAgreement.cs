using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares whether a figure adds up from a start: 1至4月 does, 3月份 does not.</summary>
internal static class AccumulationAgreement
{
    private static readonly string[] CountingWords = ["累计", "共", "总共", "总计", "以来", "截至", "已", "历时", "合计", "至今"];

    public static Disagreement? Of(Observation figure, ReadFigure read, PrintedPlace place)
    {
        if (
            figure.Accumulation == read.Accumulation
            || read.Status is not ObservationStatus.Actual
            || read.Measure is not (Measure.Level or Measure.Change or Measure.RateOfChange or Measure.Multiple)
            || read.Period is not { } period
            || (period.IsCarried && !IsRecorded(period, figure.Period))
        )
            return null;
        // Of 截至上半年 a stock is a level of the day, and what is counted up to it adds up: both are said alike.
        if (
            read.Accumulation is Accumulation.Cumulative
                ? IsUpTo(period)
                : !IsOfItself(period) || place.SaysSince(period.Words, CountingWords)
        )
            return null;
        return new(
            "accumulation",
            Spelling.Name(figure.Accumulation),
            Spelling.Name(read.Accumulation),
            $"{read.RuleName}, '{period.Words}' before '{read.Printed}'",
            $"accumulation: {Spelling.Name(read.Accumulation)}"
        );
    }

    /// <summary>Of a time that stands before, only the one that the seed has too is certain.</summary>
    private static bool IsRecorded(ReadPeriod read, Period? recorded) =>
        recorded is not null && (recorded.First, recorded.Last) == (read.First, read.Last);

    private static bool IsUpTo(ReadPeriod period) => period.First is null || period.Words[0] is '截' or '到' or '至' or '迄';

    /// <summary>A day, or a month other than the first of a year.</summary>
    private static bool IsOfItself(ReadPeriod period) =>
        period is { First: { } first, Last: { } last }
        && (first == last || (first is { Day: 1, Month: > 1 } && last == first.PlusMonths(1).Minus(NodaTime.Period.FromDays(1))));
}
