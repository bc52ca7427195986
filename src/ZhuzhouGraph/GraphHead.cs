using NodaTime;

namespace ZhuzhouGraph;

/// <summary>A data version: what one import changed.</summary>
/// <param name="Number">From 1, without gaps.</param>
/// <param name="Unit"><c>registry</c>, or the id of an article.</param>
/// <param name="Hash">The unit's hash; null where it was removed.</param>
public sealed record DataVersion(long Number, Instant RecordedAt, string Unit, string? Hash, int Added, int Changed, int Removed);

/// <summary>What the store holds.</summary>
/// <param name="Version">The newest data version; null for an empty store.</param>
/// <param name="Source">See <see cref="IGraphStore.RememberSourceAsync"/>.</param>
public sealed record GraphHead(DataVersion? Version, string? Source)
{
    /// <summary>The version's number; 0 for an empty store.</summary>
    public long Number => Version?.Number ?? 0;
}

/// <summary>Counts and coverage of the whole graph.</summary>
/// <param name="Entities">By entity type; every declared type has a key.</param>
/// <param name="Relationships">By relationship type; every declared type has a key.</param>
/// <param name="Observations">Standing observations by measure; every measure has a key.</param>
/// <param name="ArticlesWithText">Of <paramref name="Articles"/>, how many have their text held.</param>
/// <param name="Coverage">The first and last date of publication; null for an empty store.</param>
public sealed record GraphSummary(
    IReadOnlyDictionary<string, long> Entities,
    IReadOnlyDictionary<string, long> Relationships,
    IReadOnlyDictionary<Measure, long> Observations,
    long Citations,
    long Articles,
    long ArticlesWithText,
    DateRange? Coverage
);
