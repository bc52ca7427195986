using NodaTime;

namespace ZhuzhouGraph;

/// <summary>How precisely the words name the time.</summary>
public enum PeriodPrecision
{
    PartOfDay,
    Day,

    /// <summary>旬: a third of a month.</summary>
    TenDays,
    Month,
    Quarter,
    Half,
    Year,

    /// <summary>From one date to another, one of which may be open.</summary>
    Range,

    /// <summary>A named era such as a plan period.</summary>
    Era,

    /// <summary>近年来, 长期以来.</summary>
    Vague,
}

/// <summary>Whether the days stand in the words or follow from them and the article's date.</summary>
public enum PeriodBasis
{
    Stated,
    Inferred,
}

/// <summary>A printed time. Words are resolved against the article's date, never the clock.</summary>
/// <param name="Words">As printed.</param>
/// <param name="First">The first day, inclusive; null where open or unknown.</param>
/// <param name="Last">The last day, inclusive; null where open or unknown.</param>
public sealed record Period(string Words, LocalDate? First, LocalDate? Last, PeriodPrecision Precision, PeriodBasis Basis)
{
    /// <summary>The first and the last year that anything in the graph is of. Years of other lengths do not sort as texts.</summary>
    public const int MinYear = 1000,
        MaxYear = 2999;

    public static bool HasYear(int year) => year is >= MinYear and <= MaxYear;

    /// <summary>
    /// True where a day of this period can lie in [first, last]; a null end is open. A period without days overlaps nothing.
    /// </summary>
    public bool Overlaps(LocalDate? first, LocalDate? last) =>
        (First is not null || Last is not null)
        && (First is null || last is null || First <= last)
        && (Last is null || first is null || Last >= first);
}
