namespace ZhuzhouGraph.SqliteStore.Lists;

internal static partial class Selections
{
    private static readonly Way[] NamedIn =
    [
        new("mention m CROSS JOIN entity t ON t.id = m.entity", "m.source", Way.Unsorted, "m.entity", "m.kind = 'NAME'"),
    ];
    private static readonly Way[] OfType = [new("entity t", "t.type", Way.Unsorted, "t.id")];

    private static Selection<Entity> Entities(EntityQuery query, Sql sql)
    {
        var (anchor, where, _) = Anchored(query.Filters, filter => filter is Filter.OneOf { Field: "type" } ? OfType : null, sql);
        return new()
        {
            Table = "entity",
            Sorting = query.Order switch
            {
                EntityOrder.Id => Sorting.By(Way.Unsorted),
                EntityOrder.Period => Sorting.ByPeriod(isDescending: false),
                _ => Sorting.ByPeriod(isDescending: true),
            },
            Columns = query.IsBrief ? Rows.BriefEntityColumns : Rows.EntityColumns,
            Read = query.IsBrief ? Rows.BriefEntity : Rows.Entity,
            Where = ["t.is_removed = 0", .. where],
            WaysFrom = _ => NamedIn,
            Anchor = anchor,
        };
    }
}
