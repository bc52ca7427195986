namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>How many relationships of a sort an entity is in, as a condition over the entity t.</summary>
internal static class LinkCounts
{
    /// <param name="orUnplaced">See <see cref="EntityQuery.OrUnplaced"/>.</param>
    public static string Of(LinkCount link, bool orUnplaced, Parameters parameters)
    {
        List<string> conditions = [];
        if (link.Types.Count > 0)
            conditions.Add($"r.type IN {parameters.Add(link.Types.Select(type => type.Name).ToList())}");
        foreach (var chosen in link.Choices.GroupBy(c => c.Property, c => c.Value))
            conditions.Add(Conditions.Chose("r", chosen.Key, [.. chosen], parameters));
        if (link.WithoutReference)
            conditions.Add(Conditions.StatedInPrint("r"));
        var others = link.With.Count > 0 ? parameters.AddEntities(link.With, link.Widening) : null;
        // Counting ends where the answer is known, so that a hub is not counted whole.
        var enough = parameters.Add(Math.Max(link.AtLeast, link.AtMost + 1 ?? 0));
        var count =
            $"COUNT {{ CALL ({string.Join(", ", parameters.Variables.Prepend("t"))}) {{ {string.Join(" UNION ", Ends(link.Side).Select(Rows))} }} WITH r "
            + $"LIMIT {enough} RETURN r }}";
        List<string> limits = [];
        if (link.AtLeast > 0)
            limits.Add($"{count} >= {parameters.Add(link.AtLeast)}");
        if (link.AtMost is { } most)
            limits.Add($"{count} <= {parameters.Add(most)}");
        var fits = limits.Count == 0 ? "true" : string.Join(" AND ", limits);
        if (!orUnplaced)
            return fits;
        var (outside, grounds) = (parameters.AddOutside(link.With, link.Widening), parameters.AddGrounds(link.With));
        var ends = string.Join(" UNION ", Ends(link.Side).Select(end => RowsWith(end, outside)));
        return $"({fits} OR (size({grounds}) > 0 AND NOT EXISTS {{ CALL (t, {outside}) {{ {ends} }} RETURN r }}))";

        string Rows((string Own, string Other) end) => RowsWith(end, others);

        string RowsWith((string Own, string Other) end, string? others)
        {
            string[] all =
            [
                $"r.{end.Own} = t.id",
                "r.sort >= ''",
                "r.id >= ''",
                .. conditions,
                .. others is null ? [] : new[] { $"r.{end.Other} IN {others}" },
            ];
            return $"MATCH (r:Fact) WHERE {string.Join(" AND ", all)} RETURN r";
        }
    }

    private static (string Own, string Other)[] Ends(RelationshipSide side) =>
        side switch
        {
            RelationshipSide.From => [("from", "to")],
            RelationshipSide.To => [("to", "from")],
            _ => [("from", "to"), ("to", "from")],
        };
}
