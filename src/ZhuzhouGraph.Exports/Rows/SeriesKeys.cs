namespace ZhuzhouGraph.Exports.Rows;

/// <summary>
/// The ids of lines (<see cref="LineId"/>), whose keys are worked out once each: a key is a hash, and a series has many figures.
/// </summary>
internal sealed class SeriesKeys
{
    /// <summary>So many keys are kept.</summary>
    private const int MostKept = 20_000;

    private readonly Dictionary<Observation, string> _keys = [];

    /// <param name="known">The key, where the store has it.</param>
    public string IdOf(Observation o, string? known = null)
    {
        var key = known ?? KeyOf(o);
        return o.Status is ObservationStatus.Actual ? key : new LineId(key, o.Status).ToString();
    }

    private string KeyOf(Observation o)
    {
        var common = CommonOf(o);
        if (_keys.TryGetValue(common, out var known))
            return known;
        if (_keys.Count >= MostKept)
            _keys.Clear();
        return _keys[common] = Series.KeyOf(o);
    }

    /// <summary>
    /// The figure without what no series depends on. What is added to a figure stays until it is named here, so that a key is worked out
    /// once more rather than taken for another.
    /// </summary>
    private static Observation CommonOf(Observation o) =>
        o with
        {
            Id = "",
            Article = "",
            Quantity = new() { Unit = o.Quantity.Unit },
            Figure = "",
            Period = null,
            At = null,
            AttributedTo = null,
            Capacity = null,
            Status = default,
            RecordedAt = default,
            RemovedAt = null,
        };
}
