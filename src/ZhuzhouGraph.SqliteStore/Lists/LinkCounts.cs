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
        var inside = link.With.Count > 0 ? sql.AddEntities(link.With, link.Widening) : null;
        // Counting ends where the answer is known, so that a hub is not counted whole.
        var enough = Math.Max(link.AtLeast, link.AtMost + 1 ?? 0);
        var admitted = string.Join(" UNION ", Ends(link.Side).Select(end => Rows(end, IsAdmitted(end))));
        var count = $"(SELECT COUNT(*) FROM ({admitted} LIMIT {sql.Add(enough)}))";
        List<string> limits = [];
        if (link.AtLeast > 0)
            limits.Add($"{count} >= {sql.Add(link.AtLeast)}");
        if (link.AtMost is { } most)
            limits.Add($"{count} <= {sql.Add(most)}");
        var fits = limits.Count == 0 ? "1" : string.Join(" AND ", limits);
        if (!orUnplaced)
            return fits;
        var outside = sql.AddOutside(link.With, link.Widening);
        return $"({fits} OR ({sql.AsksForPlaces(link.With)} AND (NOT {IsSome(end => $"r.{end.Other} IN ({outside})")}"
            + $" OR {IsSome(end => $"r.{end.Other} NOT IN ({outside}) AND NOT ({IsAdmitted(end)})")})))";

        // Whether a relationship leads to a place or park, or to where something is, of which that holds.
        string IsSome(Func<(string Own, string Other), string> condition) =>
            $"EXISTS ({string.Join(" UNION ALL ", Ends(link.Side).Select(end => Rows(end, $"{IsSomewhere(end)} AND {condition(end)}")))})";

        string IsSomewhere((string Own, string Other) end) =>
            $"(EXISTS (SELECT 1 FROM entity g WHERE g.id = r.{end.Other} AND {Sql.IsGround("g")}){OrIsWhere(end, "1")})";

        string? IsAdmitted((string Own, string Other) end) =>
            inside is null ? null
            : link.WithParts ? $"(r.{end.Other} IN ({inside}){OrIsWhere(end, $"r.to_id IN ({Sql.Sites(inside, link.Widening)})")})"
            : $"r.{end.Other} IN ({inside})";

        static string OrIsWhere((string Own, string Other) end, string condition) =>
            end.Other == "to_id" ? $" OR ({Sql.LeadsToWhere("+r")} AND {condition})" : "";

        string Rows((string Own, string Other) end, string? condition)
        {
            string[] ofOther = condition is null ? [] : [condition];
            return $"SELECT r.row FROM relationship r WHERE {string.Join(" AND ", [$"r.{end.Own} = t.id", .. conditions, .. ofOther])}";
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
