namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>The order of a list in terms of the graph.</summary>
/// <param name="Along">Turns a way in the usual order into the ways that are walked.</param>
internal sealed record Sorting(bool IsDescending, Func<Way, IEnumerable<Way>> Along)
{
    public const string Period = "t.periodKey";

    /// <summary>The first part of an item's key.</summary>
    public string Key { get; init; } = "t.sort";

    public static Sorting Usual { get; } = new(false, way => [way]);

    public static Sorting Reversed { get; } = Usual with { IsDescending = true };

    public static Sorting ByPeriod { get; } = MissingLast(Period);

    public static Sorting ByPeriodReversed { get; } = MissingLastReversed(Period, Day.Undated);

    public static Sorting ByValue { get; } = MissingLast("t.valueOrder");

    public static Sorting ByValueReversed { get; } = MissingLastReversed("t.valueOrder", DecimalKey.None);

    /// <summary>By a place on a line, which no index has.</summary>
    public static Sorting ByPoint(string point, bool isDescending) =>
        new(isDescending, way => [way with { SortedBy = point }]) { Key = point };

    private static Sorting MissingLast(string property) => new(false, way => [InOrderOf(way, property)]) { Key = property };

    /// <summary>What has none comes last both ways, so the way down is one to what has one and one to what has none.</summary>
    private static Sorting MissingLastReversed(string property, string none) =>
        new(true, way =>
            [
                Where(InOrderOf(way, property), $"{property} < '{none}'"),
                IndexOf(way, property) is { } index
                    ? way with
                    {
                        Index = index,
                        Sort = null,
                        Fixed = (property, $"'{none}'"),
                        IsMissing = true,
                    }
                    : Where(way with { SortedBy = "''" }, $"{property} = '{none}'"),
            ]
        )
        {
            Key = $"CASE {property} WHEN '{none}' THEN '' ELSE {property} END",
        };

    private static Way InOrderOf(Way way, string property) =>
        IndexOf(way, property) is { } index ? way with { Index = index, Sort = property } : way with { SortedBy = property };

    private static string? IndexOf(Way way, string property) =>
        way.IndexBy?.Replace(Way.OrderedBy, property[2..], StringComparison.Ordinal);

    private static Way Where(Way way, string condition) =>
        way with
        {
            Condition = way.Condition is null ? condition : $"{way.Condition} AND {condition}",
        };
}
