namespace ZhuzhouGraph.SqliteStore.Lists;

internal static partial class Selections
{
    /// <summary>For so many types each way of a list is walked on its own; a statement does not grow with what a client lists.</summary>
    private const int MostTypesApart = 5;

    private static readonly Way[] From = [new("relationship t", "t.from_id", "t.sort", "t.id")];
    private static readonly Way[] To = [new("relationship t", "t.to_id", "t.sort", "t.id")];
    private static readonly Way[] Either = [.. From, .. To];
    private static readonly Way[] Typed = [new("relationship t", "t.type", "t.sort", "t.id")];
    private static readonly Way[] StatedIn =
    [
        new("statement s CROSS JOIN relationship t ON t.id = s.relationship", "s.article", "s.sort", "s.relationship"),
    ];

    private static Selection<Relationship> Relationships(RelationshipQuery query, Sql sql)
    {
        List<string> types = query.Types.Count <= MostTypesApart ? [.. query.Types.Distinct().Select(type => sql.Add(type.Name))] : [];
        var (anchor, where, _) = Anchored(query.Filters, WaysOf, sql);
        var ways = query.Side switch
        {
            RelationshipSide.From => OfTypes(From),
            RelationshipSide.To => OfTypes(To),
            RelationshipSide.StatedIn => StatedIn,
            _ => OfTypes(Either),
        };
        return new()
        {
            Table = "relationship",
            Sorting = query.Order switch
            {
                RelationshipOrder.Print => Sorting.By("t.sort"),
                RelationshipOrder.PrintDescending => Sorting.ByDescending("t.sort"),
                RelationshipOrder.Period => Sorting.ByPeriod(isDescending: false),
                _ => Sorting.ByPeriod(isDescending: true),
            },
            Columns = query.IsBrief ? Rows.BriefRelationshipColumns : Rows.RelationshipColumns,
            Read = query.IsBrief ? Rows.BriefRelationship : Rows.Relationship,
            Where = [.. where],
            WaysFrom = _ => ways,
            Anchor = anchor,
        };

        Way[]? WaysOf(Filter filter) =>
            filter switch
            {
                Filter.LeadsTo { Fields: ["from"] } => OfTypes(From),
                Filter.LeadsTo { Fields: ["to"] } => OfTypes(To),
                Filter.LeadsTo => OfTypes(Either),
                Filter.OneOf { Field: "type" } => Typed,
                _ => null,
            };

        // Each type has an index under each end, so a rare type under a hub does not walk the hub.
        Way[] OfTypes(Way[] ends) =>
            types.Count == 0 ? ends : [.. ends.SelectMany(end => types.Select(type => end.Where($"t.type = {type}")))];
    }
}
