using NodaTime;

namespace ZhuzhouGraph;

/// <summary>How a period lies to the days that are asked for.</summary>
public enum PeriodMatch
{
    /// <summary>It has, or may have, a day of them.</summary>
    Overlaps,

    /// <summary>It begins and ends within them.</summary>
    Within,

    /// <summary>It is exactly them; an end that is open there is open here.</summary>
    Is,
}

/// <summary>Days; a null end is open.</summary>
public sealed record DateRange(LocalDate? First, LocalDate? Last)
{
    /// <summary>How a period must lie to them; of publication dates it says nothing.</summary>
    public PeriodMatch Match { get; init; }
}
