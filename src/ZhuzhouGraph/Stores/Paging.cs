using System.Globalization;

namespace ZhuzhouGraph.Stores;

/// <summary>What the stores have in common when they answer with pages.</summary>
public static class Paging
{
    /// <exception cref="ArgumentOutOfRangeException">More is asked than the largest page holds, or nothing.</exception>
    public static void Check(PageRequest page)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(page.First, 1, nameof(page));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(page.First, PageRequest.Max, nameof(page));
    }

    /// <summary>The page of items that were read up to one more than asked; that one only says that there are more.</summary>
    public static Page<T> Of<T>(IReadOnlyList<(SortKey Key, T Item)> items, int first)
    {
        var (page, keys) = (new T[Math.Min(first, items.Count)], new SortKey[Math.Min(first, items.Count)]);
        for (var i = 0; i < page.Length; i++)
            (keys[i], page[i]) = items[i];
        return new(page, keys, items.Count > first);
    }

    public static Page<Change> Of(IReadOnlyList<Change> changes, int first) =>
        Of<Change>([.. changes.Select(change => (new SortKey(Digits(change.Version), Digits(change.Sequence)), change))], first);

    /// <summary>The place of the change log behind all changes of a version.</summary>
    public static SortKey EndOf(long version) => new(Digits(version), Digits(long.MaxValue));

    /// <summary>The places of the change log between which a page lies, neither of them included.</summary>
    /// <exception cref="ArgumentException">The key is not one of the change log.</exception>
    public static ((long Version, long Sequence) After, (long Version, long Sequence) Before) BoundsOf(ChangeQuery query, PageRequest page)
    {
        (long, long)? at = page.After is { } key ? (Number(key.Sort), Number(key.Id)) : null;
        var (first, last) = ((query.Since, long.MaxValue), (long.MaxValue, long.MaxValue));
        if (query.Order is ChangeOrder.LogDescending)
            return (first, at ?? last);
        return (at is { } given && given.CompareTo(first) > 0 ? given : first, last);
    }

    public static Page<GroupCount> Of(IReadOnlyList<GroupCount> groups, int first) =>
        Of<GroupCount>(
            [
                .. groups.Select(group =>
                    (new SortKey(Digits(long.MaxValue - group.Count), string.Join(GroupSeparator, group.Values)), group)
                ),
            ],
            first
        );

    public static Page<Line> Of(IReadOnlyList<Line> lines, int first) =>
        Of<Line>([.. lines.Select(line => (new SortKey(Digits(long.MaxValue - line.Count), line.Id), line))], first);

    /// <summary>What joins the values of a group in its key: it comes before every character of a value.</summary>
    public const char GroupSeparator = '\t';

    /// <summary>
    /// The number of items and the joined values, or the id, after which a page of groups or lines starts; null for the first page.
    /// </summary>
    /// <exception cref="ArgumentException">The key is not one of such a list.</exception>
    public static (long Count, string Values)? GroupBefore(PageRequest page) =>
        page.After is { } after ? (long.MaxValue - Number(after.Sort), after.Id) : null;

    /// <summary>What a store throws for a query that has no meaning that way.</summary>
    /// <param name="how">Such as "without parents".</param>
    public static ArgumentException Misuse<T>(GraphQuery<T> query, string how) =>
        new($"A {query.GetType().Name} is not listed {how}.", nameof(query));

    private static string Digits(long number) => number.ToString("D19", CultureInfo.InvariantCulture);

    private static long Number(string digits) =>
        long.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw new ArgumentException($"'{digits}' is no number of a key of this list.", nameof(digits));
}
