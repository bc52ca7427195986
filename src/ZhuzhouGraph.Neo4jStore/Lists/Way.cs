namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>One way to the items of a list: an index that starts with the parent and goes on in the order of the list.</summary>
/// <param name="Match">The pattern; the listed node is t.</param>
/// <param name="Index">The index as a hint names it.</param>
/// <param name="Parent">The property that holds the parent, or null for all items of the pattern.</param>
/// <param name="Sort">The key's first property; null where lists are ordered by id alone.</param>
/// <param name="Id">The key's second property.</param>
/// <param name="Condition">What else holds on this way.</param>
internal sealed record Way(string Match, string Index, string? Parent, string? Sort, string Id, string? Condition = null)
{
    /// <summary>What must be matched first, from p.</summary>
    public string Before { get; init; } = "";

    /// <summary>What the parent's property is compared with.</summary>
    public string ParentValue { get; init; } = "p";

    /// <summary>A property between parent and key that has one value: its name and its placeholder.</summary>
    public (string Property, string Value)? Fixed { get; init; }

    /// <summary>
    /// The index in the order of a property, from the same parent, where there is one; <see cref="OrderedBy"/> stands for the property.
    /// </summary>
    public string? IndexBy { get; init; }

    public const string OrderedBy = "$";

    /// <summary>Whether it leads to what has nothing to be ordered by.</summary>
    public bool IsMissing { get; init; }

    /// <summary>The key's first part where it is not what the index goes on with: then what the index gives is sorted.</summary>
    public string? SortedBy { get; init; }
}

/// <summary>A filter that has indexes in the order of the list.</summary>
/// <param name="Values">The variable with the values that it admits; null where the ways need none.</param>
/// <param name="Ways">The ways from each of them.</param>
/// <param name="Filter">The same as a condition.</param>
internal sealed record Anchor(string? Values, IReadOnlyList<Way> Ways, string Filter);

/// <summary>Of items that agree in the properties, only the first in the order counts.</summary>
internal sealed record Newest(IReadOnlyList<string> Properties, string Order)
{
    /// <summary>Whether the number that most of them have comes before the order.</summary>
    public bool IsMostReported { get; init; }

    /// <summary>See <see cref="ObservationQuery.IsInConflict"/>.</summary>
    public bool IsInConflict { get; init; }

    // Ends of intervals as texts of one order: an open end begins above, or ends below, a closed one of the same value.
    private const string Lower =
            "coalesce(t.lowerKey, CASE WHEN t.upperKey IS NULL THEN t.valueKey END)"
            + " + CASE t.lowerInclusive WHEN false THEN ' 2' ELSE ' 1' END",
        Upper =
            "coalesce(t.upperKey, CASE WHEN t.lowerKey IS NULL THEN t.valueKey END)"
            + " + CASE t.upperInclusive WHEN false THEN ' 0' ELSE ' 1' END",
        Number = $"t.valueOrder, {Lower}, {Upper}";

    /// <summary>Every t is looked at: what is newest depends on what fits.</summary>
    public string Clause
    {
        get
        {
            var agreed = $"[{string.Join(", ", Properties)}] AS agreed";
            var ordered = IsMostReported
                ? $"WITH DISTINCT t\nWITH {agreed}, [{Number}] AS said, collect(t) AS alike\nUNWIND alike AS t\n"
                    + $"WITH t, size(alike) AS reported ORDER BY reported DESC, {Order}\n"
                : $"WITH DISTINCT t ORDER BY {Order}\n";
            if (!IsInConflict)
                return $"{ordered}WITH {agreed}, head(collect(t)) AS t\n";
            var counts = string.Join(", ", Units.All.Where(unit => unit.IsCount).Select(unit => $"'{unit.Code}'"));
            // Intervals on one line have a value in common unless one begins after another ends.
            return $"{ordered}WITH {agreed}, head(collect(t)) AS t, max({Lower}) > min({Upper}) AS differs, min(t.unit) = max(t.unit) OR"
                + $" min(CASE WHEN t.unit IN [{counts}] THEN 1 ELSE 0 END) = 1 AS compare\nWITH agreed, t WHERE differs AND compare"
                + $" AND (t.comparison IS NOT NULL OR NOT t.measure IN {Selections.Among(Series.Compared)})\n";
        }
    }
}
