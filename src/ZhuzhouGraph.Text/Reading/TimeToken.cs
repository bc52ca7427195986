using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>What a time is to the figures behind it.</summary>
internal enum TimeRole
{
    /// <summary>The period of the figures.</summary>
    Period,

    /// <summary>截至N月底, 目前: the state on a day.</summary>
    AsOf,

    /// <summary>今年以来, 自2017年起.</summary>
    Since,

    /// <summary>年底前, 5月底前.</summary>
    Before,

    /// <summary>去年同期, 上年同期: almost always the base of a comparison.</summary>
    SamePeriod,

    /// <summary>当月: the last month of the time before it.</summary>
    CurrentMonth,

    /// <summary>近年来: no days.</summary>
    Vague,

    /// <summary>春节假期: its days are set year by year, and not read.</summary>
    Holiday,
}

/// <summary>A time as it stands in a text, with its days by the day of print.</summary>
internal sealed record TimeToken(int Start, int End, TimeRole Role)
{
    public LocalDate? First { get; init; }
    public LocalDate? Last { get; init; }

    /// <summary>The same of the words in a plan: the next time, where no year is printed.</summary>
    public LocalDate? NextFirst { get; init; }
    public LocalDate? NextLast { get; init; }

    public PeriodPrecision Precision { get; init; }

    /// <summary>A year stands in the words, be it 今年.</summary>
    public bool HasYear { get; init; }

    /// <summary>The year is a number.</summary>
    public bool IsStated { get; init; }

    /// <summary>上半年, 前三季度, 1—N月: figures add up from the start of the year.</summary>
    public bool IsCumulative { get; init; }

    /// <summary>前年, 上月, 昨日 and their kind: how far before the print, in the unit of <see cref="Precision"/>.</summary>
    public bool IsPrevious { get; init; }

    /// <summary>As the base of a comparison, which lies behind the print: 年初 in October is that of the year.</summary>
    public TimeToken Behind(LocalDate print) =>
        !HasYear && First > print ? this with { First = First?.PlusYears(-1), Last = Last?.PlusYears(-1) } : this;
}
