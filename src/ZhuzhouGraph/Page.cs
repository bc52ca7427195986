namespace ZhuzhouGraph;

/// <summary>
/// The place of an item in a totally ordered list: compared by <paramref name="Sort"/>, then <paramref name="Id"/>, by code point.
/// </summary>
public sealed record SortKey(string Sort, string Id)
{
    /// <summary>The order of places, for lists that are put together outside of a store.</summary>
    public static Comparer<SortKey> InOrder { get; } =
        Comparer<SortKey>.Create(
            (a, b) => string.CompareOrdinal(a.Sort, b.Sort) is not 0 and var order ? order : string.CompareOrdinal(a.Id, b.Id)
        );
}

/// <summary>Which part of a list is wanted.</summary>
/// <param name="First">How many items, 1 to 200.</param>
/// <param name="After">The key of the item before the page; null for the first page.</param>
public sealed record PageRequest(int First, SortKey? After = null)
{
    /// <summary>The largest page.</summary>
    public const int Max = 200;
}

/// <summary>A part of a totally ordered list.</summary>
/// <param name="Items">The items, in order.</param>
/// <param name="Keys">The key of each item.</param>
/// <param name="HasMore">True where items follow.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, IReadOnlyList<SortKey> Keys, bool HasMore)
{
    /// <summary>True where a search looked at a capped set of candidates, so that the order may miss some.</summary>
    public bool IsCapped { get; init; }

    public static Page<T> Empty { get; } = new([], [], false);
}
