namespace ZhuzhouGraph.Text.Reading;

/// <summary>How a quantity is printed, where that is no plain number with a unit.</summary>
internal enum QuantityForm
{
    Plain,

    /// <summary>百分之三十, 三成五, 八折, 一半, 三分之一: read as per cent.</summary>
    Part,

    /// <summary>八折: what is left of a price.</summary>
    Discount,

    /// <summary>翻两番.</summary>
    Doubling,

    /// <summary>第三, 首次.</summary>
    Ordinal,

    /// <summary>千亿级: of that order.</summary>
    Class,
}

/// <summary>A number with its unit and the hedges that touch it.</summary>
/// <param name="Start">Of number, multiplier and unit.</param>
internal sealed record ScannedQuantity(int Start, int End, decimal Number)
{
    /// <summary>The second number of a range.</summary>
    public decimal? To { get; init; }
    public PrintedUnit? Unit { get; init; }
    public int Multiplier { get; init; }
    public Hedge Hedge { get; init; }
    public QuantityForm Form { get; init; }

    /// <summary>Behind the hedge that follows the unit: 以上, 左右.</summary>
    public int HedgeEnd { get; init; }

    /// <summary>A single 一, which is mostly an article.</summary>
    public bool IsOne { get; init; }

    /// <summary>Has no digit: 百亿.</summary>
    public bool IsBare { get; init; }

    /// <summary>Why it cannot be read safely; null where it can.</summary>
    public string? Doubt { get; init; }
}
