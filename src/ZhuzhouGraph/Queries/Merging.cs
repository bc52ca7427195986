using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Queries;

/// <summary>
/// Several lists of a store as one: by place, then by list, then by id. From each list a page is read that starts after the same place, so
/// what the merged page holds is among what was read.
/// </summary>
internal static class Merging
{
    /// <summary>The key in the merged list.</summary>
    /// <param name="list">The number of the list, 0 to 9.</param>
    public static SortKey KeyIn(int list, SortKey key) => new($"{key.Sort} {list}", key.Id);

    /// <summary>Where the page of one list starts.</summary>
    /// <param name="after">A key of the merged list.</param>
    public static SortKey? AfterIn(int list, SortKey? after) =>
        after is not { Sort: [.. var sort, _, var of] }
            ? null
            : list.CompareTo(of - '0') switch
            {
                0 => new SortKey(sort, after.Id),
                > 0 => new SortKey(sort, ""),
                _ => new SortKey(sort, "\U0010FFFF"),
            };

    /// <summary>The first items of all.</summary>
    /// <param name="hasMore">Whether one of the lists goes on.</param>
    public static Page<T> PageOf<T>(IEnumerable<(SortKey Key, T Item)> items, bool hasMore, int first)
    {
        var page = Paging.Of([.. items.OrderBy(x => x.Key, SortKey.InOrder).Take(first + 1)], first);
        return page with { HasMore = page.HasMore || hasMore };
    }
}
