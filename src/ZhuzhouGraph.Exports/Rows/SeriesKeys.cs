namespace ZhuzhouGraph.Exports.Rows;

/// <summary>The keys of series (<see cref="Series.KeyOf"/>), each worked out once: it is a hash, and a series has many figures.</summary>
internal sealed class SeriesKeys
{
    /// <summary>So many keys are kept.</summary>
    private const int MostKept = 20_000;

    private readonly Dictionary<Parts, string> _keys = [];

    /// <summary>All of a figure that its key can depend on, and perhaps more.</summary>
    private readonly record struct Parts(
        string Indicator,
        string About,
        string? Place,
        Measure Measure,
        Comparison? Comparison,
        Unit Unit,
        Accumulation Accumulation,
        Frequency? Frequency,
        PriceBasis? PriceBasis,
        string? ShareOf,
        RankUniverse? Within
    );

    public string KeyOf(Observation o)
    {
        var parts = new Parts(
            o.Indicator,
            o.About,
            o.Place,
            o.Measure,
            o.Comparison,
            o.Quantity.Unit,
            o.Accumulation,
            o.Frequency,
            o.PriceBasis,
            o.ShareOf,
            o.Within
        );
        if (_keys.TryGetValue(parts, out var known))
            return known;
        if (_keys.Count >= MostKept)
            _keys.Clear();
        return _keys[parts] = Series.KeyOf(o);
    }
}
