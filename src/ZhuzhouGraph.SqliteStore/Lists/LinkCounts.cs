using System.Globalization;

namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>How many relationships of a sort an entity is in, as a condition over the entity t.</summary>
internal static class LinkCounts
{
    /// <param name="orUnplaced">See <see cref="EntityQuery.OrUnplaced"/>.</param>
    public static string Of(LinkCount link, bool orUnplaced, Sql sql)
    {
        List<string> conditions = [];
        if (link.Types.Count > 0)
            conditions.Add($"+r.type IN ({sql.AddAll(link.Types.Select(type => type.Name))})");
        foreach (var chosen in link.Choices.GroupBy(c => c.Property, c => c.Value))
            conditions.Add(Conditions.Chose("r", chosen.Key, [.. chosen], sql));
        if (link.WithoutReference)
            conditions.Add(Sql.StatedInPrint("r"));
        var others = link.With.Count > 0 ? sql.AddEntities(link.With, link.Widening) : null;
        // Counting ends where the answer is known, so that a hub is not counted whole.
        var enough = Math.Max(link.AtLeast, link.AtMost + 1 ?? 0);
        var count = string.Create(
            CultureInfo.InvariantCulture,
            $"(SELECT COUNT(*) FROM ({string.Join(" UNION ", Ends(link.Side).Select(Rows))} LIMIT {sql.Add(enough)}))"
        );
        List<string> limits = [];
        if (link.AtLeast > 0)
            limits.Add($"{count} >= {sql.Add(link.AtLeast)}");
        if (link.AtMost is { } most)
            limits.Add($"{count} <= {sql.Add(most)}");
        var fits = limits.Count == 0 ? "1" : string.Join(" AND ", limits);
        if (!orUnplaced)
            return fits;
        var outside = sql.AddOutside(link.With, link.Widening);
        var ends = string.Join(" UNION ALL ", Ends(link.Side).Select(end => RowsWith(end, outside)));
        return $"({fits} OR ({sql.AsksForPlaces(link.With)} AND NOT EXISTS ({ends})))";

        string Rows((string Own, string Other) end) => RowsWith(end, others);

        string RowsWith((string Own, string Other) end, string? others)
        {
            string[] ofOthers = others is null ? [] : [$"r.{end.Other} IN ({others})"];
            return $"SELECT r.row FROM relationship r WHERE {string.Join(" AND ", [$"r.{end.Own} = t.id", .. conditions, .. ofOthers])}";
        }
    }

    private static (string Own, string Other)[] Ends(RelationshipSide side) =>
        side switch
        {
            RelationshipSide.From => [("from_id", "to_id")],
            RelationshipSide.To => [("to_id", "from_id")],
            _ => [("from_id", "to_id"), ("to_id", "from_id")],
        };
}
