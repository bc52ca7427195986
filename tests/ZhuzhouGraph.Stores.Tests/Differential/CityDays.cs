using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>Few days, so that they tie, and periods of every openness over them.</summary>
internal static class CityDays
{
    /// <summary>The days of publication.</summary>
    public static readonly IReadOnlyList<LocalDate> Published = [FirstDay, FirstDay.PlusDays(1), FirstDay.PlusMonths(10)];

    /// <summary>What periods start and end with.</summary>
    public static readonly IReadOnlyList<LocalDate> All =
    [
        .. Published,
        FirstDay.PlusDays(-1),
        FirstDay.PlusYears(-1),
        new(1949, 10, 1),
        new(987, 6, 5),
        new(9999, 12, 31),
    ];

    public static Period? PeriodOf(Dice dice)
    {
        if (dice.Chance(35))
            return null;
        var first = dice.MaybeValue(70, () => dice.Of(All));
        var last = dice.MaybeValue(70, () => dice.Chance(30) && first is { } day ? day : dice.Of(All));
        var words = dice.Of("三月", "去年以来", "近年来", Words.Word(dice));
        return new(
            words,
            last < first ? null : first,
            last,
            dice.Of(Enum.GetValues<PeriodPrecision>()),
            dice.Of(Enum.GetValues<PeriodBasis>())
        );
    }

    /// <summary>Days to ask for, one of them perhaps beside those that are there, both ends perhaps open.</summary>
    public static DateRange RangeOf(Dice dice)
    {
        return new(dice.MaybeValue(60, Day), dice.MaybeValue(60, Day)) { Match = dice.Of(Enum.GetValues<PeriodMatch>()) };

        LocalDate Day() => dice.Of(All) is var day && day.Year < 9999 ? day.PlusDays(dice.Below(3) - 1) : day;
    }
}
