namespace ZhuzhouGraph.Text.Reading;

/// <summary>A number as it stands in a text, its multiplier applied.</summary>
/// <param name="Start">Of the first character, a sign included.</param>
/// <param name="End">Behind the last character.</param>
internal readonly record struct ScannedNumber(int Start, int End, decimal Value)
{
    /// <summary>The second number of 七八万.</summary>
    public decimal? To { get; init; }

    /// <summary>The printed exponent: 万 4, 亿 8, 万亿 12.</summary>
    public int Multiplier { get; init; }

    /// <summary>余, 多, 几 inside (十余万), 数十, 上百; otherwise none.</summary>
    public Hedge Inner { get; init; }

    /// <summary>Begins with a digit of 0 to 9.</summary>
    public bool IsArabic { get; init; }

    /// <summary>Has no digit: 百亿, 千 of 千列.</summary>
    public bool IsBare { get; init; }

    /// <summary>Two digits side by side that are no round number and no range: 一一.</summary>
    public bool IsDoubtful { get; init; }

    /// <summary>Ends in 十, 百, 千, 万, 亿 or a zero, so that 余 and 多 may follow.</summary>
    public bool IsRound { get; init; }

    /// <summary>Has a point or is a fraction.</summary>
    public bool HasFraction { get; init; }

    /// <summary>A part of a whole: 三分之一, 1/3.</summary>
    public bool IsPart { get; init; }

    /// <summary>百分之: 100, 千分之: 1000; otherwise 0.</summary>
    public int Per { get; init; }
}
