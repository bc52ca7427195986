using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

internal static partial class Selections
{
    private static readonly Way[] NamedIn =
    [
        new("()-[m:MENTIONS]->(t:Entity)", "m:MENTIONS(article, entity)", "m.article", null, "m.entity", "m.kind = 'NAME'"),
    ];
    private static readonly Way[] EveryEntity = [new("(t:Entity)", "t:Entity(id)", null, null, "t.id")];
    private static readonly Way[] Identified = [new("(t:Entity)", "t:Entity(id)", "t.id", null, "t.id")];

    private static Selection<Entity> Entities(EntityQuery query, Parameters parameters)
    {
        var (anchor, where) = Anchored(query.Filters, WaysOf, new(parameters));
        return new(parameters)
        {
            Name = "entities",
            Form = query.IsBrief ? EntityNode.Brief : EntityNode.Whole,
            Sorting = query.Order switch
            {
                EntityOrder.Id => Sorting.Usual,
                EntityOrder.Period => Sorting.ByPeriod,
                _ => Sorting.ByPeriodReversed,
            },
            Where = where,
            WaysFrom = _ => NamedIn,
            Anchor = anchor,
            Root = EveryEntity,
        };

        Way[]? WaysOf(Filter filter) =>
            filter switch
            {
                Filter.HasName => Identified,
                // A union of many would take long to plan, and anew for each choice of types.
                Filter.OneOf { Field: "type", Words.Count: <= MostTypesApart } => [.. query.Types.Distinct().Select(OfType)],
                _ => null,
            };

        static Way OfType(EntityType type) =>
            new($"(t:{type.Name})", $"t:{type.Name}(id)", null, null, "t.id")
            {
                IndexBy = type.HasPeriod ? IndexOf(type.Name, null, Way.OrderedBy) : null,
            };
    }
}
