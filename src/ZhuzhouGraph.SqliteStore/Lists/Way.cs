namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>One way to the items of a list: an index that starts with the parent and goes on in the order of the list.</summary>
/// <param name="From">The tables, the listed one as t.</param>
/// <param name="Parent">The column that holds the parent; null for all items.</param>
/// <param name="Sort">The key's first part, a column or a constant.</param>
/// <param name="Id">The key's second part.</param>
/// <param name="Condition">What else holds on this way.</param>
internal sealed record Way(string From, string? Parent, string Sort, string Id, string? Condition = null)
{
    /// <summary>The first part of the keys of lists that are ordered by id alone.</summary>
    public const string Unsorted = "''";

    /// <summary>The first part of the items' keys where it is not what the index goes on with.</summary>
    public string KeySort { get; init; } = Sort;

    public Way Where(string condition) => this with { Condition = Condition is null ? condition : $"{Condition} AND {condition}" };
}

/// <summary>A filter that has indexes in the order of the list.</summary>
/// <param name="Values">A subquery of the values that it admits.</param>
/// <param name="Ways">The ways from each of them.</param>
/// <param name="Filter">The same as a condition.</param>
internal sealed record Anchor(string Values, IReadOnlyList<Way> Ways, string Filter);

/// <summary>Of items that agree in the columns, only the first in the order counts.</summary>
internal sealed record Newest(IReadOnlyList<string> Columns, string Order);
