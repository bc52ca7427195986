using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Against what a change, rate or multiple is measured.</summary>
public enum ComparisonKind
{
    /// <summary>The words name no base.</summary>
    Unstated,

    /// <summary>同比, 比上年同期.</summary>
    YearOnYear,

    /// <summary>环比, 比上月.</summary>
    OnPrevious,

    /// <summary>比2019年同期, 较年初: a base of its own.</summary>
    BasePeriod,

    /// <summary>两年平均, 年均.</summary>
    AverageSince,

    /// <summary>比之前: against the state before the thing described.</summary>
    AgainstBefore,

    /// <summary>比全国平均: against another place or body.</summary>
    OtherEntity,

    /// <summary>比计划.</summary>
    Plan,

    /// <summary>拉动…个百分点: what a part adds to the growth of the whole.</summary>
    Contribution,
}

/// <summary>What the words say about the base of a comparison.</summary>
/// <param name="Words">The base as printed; empty where it is only carried over.</param>
/// <param name="First">The first day of the base, where the words name days.</param>
/// <param name="IsInferred">
/// Not said of the figure itself: taken from the figure before it or, for the growth of a month, quarter or year, from the usage of
/// statistics offices, which is on the year.
/// </param>
public sealed record ReadComparison(
    ComparisonKind Kind,
    string Words,
    LocalDate? First = null,
    LocalDate? Last = null,
    bool IsInferred = false
)
{
    /// <summary>As a figure is recorded; null where nothing is: no base is named, or it is what a part adds to the whole.</summary>
    public Comparison? Recorded =>
        Kind switch
        {
            ComparisonKind.YearOnYear => Comparison.YearOnYear,
            ComparisonKind.OnPrevious => Comparison.OnPrevious,
            ComparisonKind.AgainstBefore => Comparison.AgainstBefore,
            ComparisonKind.BasePeriod => Comparison.BasePeriod,
            ComparisonKind.AverageSince => Comparison.AverageSince,
            ComparisonKind.OtherEntity => Comparison.OtherEntity,
            ComparisonKind.Plan => Comparison.Plan,
            _ => null,
        };
}
