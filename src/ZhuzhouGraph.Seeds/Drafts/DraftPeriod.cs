using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Text;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>A figure's time as a seed writes it.</summary>
internal static class DraftPeriod
{
    /// <summary>
    /// Of days, how long a period is at least, and how long ago it ended at most, that a later paragraph goes on with: a month of
    /// statistics is one, the days of an event are none.
    /// </summary>
    private const int ShortestCarried = 27,
        LongestAgo = 460;

    /// <summary>The time that a figure is given; null where it has none.</summary>
    public static ReadPeriod? Of(ReadFigure read, Measure measure, LocalDate print) =>
        read.Period is { IsCarried: true } carried && (measure is Measure.Ordinal || !IsOfStatistics(carried, print)) ? null : read.Period;

    private static bool IsOfStatistics(ReadPeriod period, LocalDate print) =>
        period is { First: { } first, Last: { } last }
        && NodaTime.Period.DaysBetween(first, last) >= ShortestCarried
        && NodaTime.Period.DaysBetween(last, print) <= LongestAgo;

    /// <summary>The words alone where the seeds' own reader finds the same days in them, else with the days. Written already.</summary>
    /// <param name="period">The period as it will be bound; null where it is left to do.</param>
    public static string Write(ReadPeriod read, LocalDate print, out Period? period)
    {
        var words = read.Words.Trim();
        period = PeriodReader.Read(words, print, out _);
        // What goes on is read as far as the day of print.
        if (period is not null && period.First == read.First && (period.Last == read.Last || (read.Last == print && period.Last > print)))
            return YamlWords.Of(words);
        if (words.Length >= SeedCopyRules.MaxRun || SeedCharacters.FaultOf(words) is not null || !IsAllowed(read))
        {
            period = null;
            return YamlWords.Of(SeedTodo.For(""));
        }
        var precision = read.First is null && read.Last is null ? PeriodPrecision.Vague : (PeriodPrecision?)null;
        period = new(
            words,
            read.First,
            read.Last,
            precision ?? (read.First == read.Last ? PeriodPrecision.Day : PeriodPrecision.Range),
            PeriodBasis.Stated
        );
        return YamlWords.Map(
            ("words", YamlWords.Of(words)),
            ("from", Day(read.First)),
            ("to", Day(read.Last)),
            ("precision", precision is { } vague ? Spelling.Name(vague) : null)
        );
    }

    private static bool IsAllowed(ReadPeriod read) => IsAllowed(read.First) && IsAllowed(read.Last) && !(read.First > read.Last);

    private static bool IsAllowed(LocalDate? day) => day is not { } one || Period.HasYear(one.Year);

    private static string? Day(LocalDate? day) => day is { } one ? LocalDatePattern.Iso.Format(one) : null;
}
