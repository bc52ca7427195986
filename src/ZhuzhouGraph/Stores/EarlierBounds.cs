namespace ZhuzhouGraph.Stores;

/// <summary>
/// Bounds that an earlier version of <see cref="Hedges"/> gave, as the present one gives them, for what a store holds already. Only
/// conventions change; what the paper states stays.
/// </summary>
public static class EarlierBounds
{
    /// <summary>The observation with the bounds of the present version.</summary>
    public static Observation Renewed(Observation o) =>
        o.Quantity.BoundBasis is not BoundBasis.Convention
            ? o
            : o.Quantity.Hedge switch
            {
                Hedge.AndSome => o with
                {
                    Quantity = o.Quantity with
                    {
                        Lower = WithoutNumber(o.Quantity.Lower, o.Quantity.Value),
                        Upper = WithoutNumber(o.Quantity.Upper, o.Quantity.Value),
                    },
                },
                Hedge.Teens => o with { Quantity = o.Quantity with { Lower = Teens(o).Lower, Upper = Teens(o).Upper } },
                _ => o,
            };

    /// <summary>余 and 多 are more than the number itself: the end that is the number is open.</summary>
    private static Bound? WithoutNumber(Bound? bound, decimal? number) =>
        bound is not null && bound.Value == number ? bound with { IsInclusive = false } : bound;

    private static Interval Teens(Observation o) =>
        Folding.Fold(o.Figure).Contains("十来", StringComparison.Ordinal)
            ? Hedges.TenOrSo
            : Hedges.Interval(Hedge.Teens, null, o.Quantity.Unit, o.Quantity.UnitMultiplier);
}
