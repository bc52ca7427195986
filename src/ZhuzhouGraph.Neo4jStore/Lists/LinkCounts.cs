namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>
/// How many relationships of some sorts an entity is in, as a condition over the entity t. The sorts are data, a map each, so that one plan
/// serves all of them: Neo4j takes longer to plan such a condition than to answer it.
/// </summary>
internal static class LinkCounts
{
    public static string Of(Filter.HasLinks filter, Parameters parameters)
    {
        var orUnplaced = filter.OrUnplaced && filter.Counts.Any(count => count.IsPlacing);
        var withParts = filter.Counts.Any(count => count is { WithParts: true, With.Count: > 0 });
        var links = parameters.AddLinks([.. filter.Counts.Select(Map)], withParts, orUnplaced);
        // Counting ends where every answer is known, so that a hub is not counted whole.
        var enough = parameters.Add(filter.Counts.Max(count => Math.Max(count.AtLeast, count.AtMost + 1 ?? 0)));
        var counted = $"COUNT {{ {Rows($"(link.with IS NULL OR {IsAdmitted(withParts)})")} RETURN r LIMIT {enough} }}";
        var fits = $"any(n IN [{counted}] WHERE link.atLeast <= n AND n <= link.atMost)";
        if (!orUnplaced)
            return $"all(link IN {links} WHERE {fits})";
        var somewhereOutside = $"EXISTS {{ {Rows($"{IsSomewhere} AND o.id IN link.outside")} RETURN r }}";
        var somewhere = $"EXISTS {{ {Rows($"{IsSomewhere} AND NOT o.id IN link.outside AND NOT {IsAdmitted(true)}")} RETURN r }}";
        return $"all(link IN {links} WHERE {fits} OR (link.outside IS NOT NULL AND (NOT {somewhereOutside} OR {somewhere})))";
    }

    private static readonly string IsWhere = $"({Reach.LeadsToWhere("type(r)")} AND endNode(r) = o)";

    /// <summary>Whether the other end is a place or park, or is where something is.</summary>
    private static readonly string IsSomewhere = $"({Reach.IsGround("o")} OR {IsWhere})";

    private static string IsAdmitted(bool withParts) =>
        withParts ? $"(o.id IN link.with OR ({IsWhere} AND o.id IN coalesce(link.sites, [])))" : "o.id IN link.with";

    /// <summary>Follows the typed relationships, which have all that their facts have.</summary>
    private static string Rows(string condition) =>
        $"MATCH (t)-[r:{Statements.FactTypes}]-(o) WHERE (link.types IS NULL OR type(r) IN link.types)"
        + " AND ((link.isFrom AND startNode(r) = t) OR (link.isTo AND endNode(r) = t))"
        + $" AND {condition} AND (NOT link.isPrinted OR {Conditions.StatedInPrint("r")})"
        + " AND all(choice IN link.choices WHERE r[choice.property] IN choice.values)";

    private static Dictionary<string, object?> Map(LinkCount count) =>
        new()
        {
            ["types"] = count.Types.Count == 0 ? null : count.Types.Select(type => type.Name).ToList(),
            ["isFrom"] = count.Side is not RelationshipSide.To,
            ["isTo"] = count.Side is not RelationshipSide.From,
            ["with"] = count.With.Count == 0 ? null : count.With,
            ["withParts"] = count.WithParts,
            ["isPlacing"] = count.IsPlacing,
            ["isPrinted"] = count.WithoutReference,
            ["choices"] = count
                .Choices.GroupBy(chosen => chosen.Property, chosen => chosen.Value)
                .Select(of => new Dictionary<string, object?> { ["property"] = of.Key, ["values"] = of.ToList() })
                .ToList(),
            ["atLeast"] = count.AtLeast,
            ["atMost"] = count.AtMost ?? int.MaxValue,
        };
}
