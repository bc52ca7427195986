namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>The order of a list in terms of the schema.</summary>
/// <param name="Sort">The first part of an item's key, as an expression over t.</param>
/// <param name="Along">Turns a way in the usual order into the ways that are walked, one after the other.</param>
internal sealed record Sorting(string Sort, bool IsDescending, Func<Way, IReadOnlyList<Way>> Along)
{
    public static Sorting By(string sort) => new(sort, false, way => [way]);

    public static Sorting ByDescending(string sort) => By(sort) with { IsDescending = true };

    /// <summary>By the day of t.period.</summary>
    public static Sorting ByPeriod(bool isDescending) => MissingLast("t.period", Day.Undated, isDescending);

    /// <summary>By the number of t.value_key.</summary>
    public static Sorting ByValue(bool isDescending) => MissingLast("t.value_key", DecimalKey.None, isDescending);

    /// <summary>By a place on a line, which no index has.</summary>
    public static Sorting ByPoint(string point, bool isDescending) =>
        new(point, isDescending, way => [way with { Sort = point, KeySort = point }]);

    /// <summary>What has none comes last both ways, so the way down is one to what has one and one to what has none.</summary>
    private static Sorting MissingLast(string column, string none, bool isDescending)
    {
        return isDescending
            ? new($"CASE {column} WHEN '{none}' THEN '' ELSE {column} END", true, way =>
                [InOrder(way, column).Where($"{column} < '{none}'"), InOrder(way, "''").Where($"{column} = '{none}'")]
            )
            : new(column, false, way => [InOrder(way, column)]);

        Way InOrder(Way way, string keySort) => way with { Sort = column, KeySort = keySort };
    }
}
