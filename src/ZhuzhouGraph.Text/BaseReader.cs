using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text;

/// <summary>Reads which days the base of a comparison is: 年初, 2019年同期, 1—6月, 两年平均.</summary>
public static class BaseReader
{
    private const string Average = "年平均";

    /// <summary>The days of the base, or of the years that are averaged; nulls where the words name none that are understood.</summary>
    /// <param name="words">As printed, without 比 and 较.</param>
    /// <param name="of">The period of the figure: 同期 is the same days of another year.</param>
    public static (LocalDate? First, LocalDate? Last) Days(string words, Comparison kind, Period? of, LocalDate print)
    {
        var plain = Glyphs.Plain(words);
        return kind switch
        {
            Comparison.BasePeriod when new TimeScanner(plain, print).TryRead(0, out var time) && time.End == plain.Length => Days(
                time.Behind(print),
                of
            ),
            Comparison.AverageSince when Years(plain) is { } years && of is { First: { } first, Last: { } last } => (
                first.PlusYears(1 - years),
                last
            ),
            _ => (null, null),
        };
    }

    private static (LocalDate? First, LocalDate? Last) Days(TimeToken time, Period? of)
    {
        if (time.Role is not TimeRole.SamePeriod || time.First is not { } year || of is not { First: { } first, Last: { } last })
            return (time.First, time.Last);
        var back = first.Year - year.Year;
        return (first.PlusYears(-back), last.PlusYears(-back));
    }

    /// <summary>The number before 年平均, where it is one of two to nine.</summary>
    private static int? Years(string plain) =>
        plain.Length == Average.Length + 1
        && plain.EndsWith(Average, StringComparison.Ordinal)
        && Numerals.DigitOf(plain[0]) is > 1 and var years
            ? years
            : null;
}
