using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

internal static partial class Selections
{
    /// <summary>For so many types each way of a list is walked on its own.</summary>
    private const int MostTypesApart = 3;

    private static readonly Way[] EveryFact = [new("(t:Fact)", "t:Fact(sort, id)", null, "t.sort", "t.id") { IndexBy = "t:Fact($, id)" }];
    private static readonly Way[] Typed = [new("(t:Fact)", "t:Fact(type, sort, id)", "t.type", "t.sort", "t.id")];
    private static readonly Way[] From =
    [
        new("(t:Fact)", "t:Fact(from, sort, id)", "t.from", "t.sort", "t.id") { IndexBy = "t:Fact(from, $, id)" },
    ];
    private static readonly Way[] To =
    [
        new("(t:Fact)", "t:Fact(to, sort, id)", "t.to", "t.sort", "t.id") { IndexBy = "t:Fact(to, $, id)" },
    ];
    private static readonly Way[] StatedIn =
    [
        new("()-[s:STATES]->(t:Fact)", "s:STATES(article, sort, fact)", "s.article", "s.sort", "s.fact"),
    ];

    /// <summary>The days of a relationship, those of its event where it has none of its own.</summary>
    public static readonly (string First, string Last) Dated = ("t.firstDated", "t.lastDated");

    private static Way[] Either => [.. From, .. To];

    private static Selection<Relationship> Relationships(RelationshipQuery query, Parameters parameters)
    {
        // Each type has an index under each end. A union of many would take long to plan, and the indexes in the order of the days have no
        // type in them.
        string[] apart =
            query.Types.Count <= MostTypesApart && query.Order is RelationshipOrder.Print or RelationshipOrder.PrintDescending
                ? [.. query.Types.Distinct().Select(t => parameters.Add(t.Name))]
                : [];
        var conditions = new Conditions(parameters) { Days = Dated };
        var (anchor, where) = Anchored(query.Filters, WaysOf, conditions);
        var ways = query.Side switch
        {
            RelationshipSide.From => OfTypes(From),
            RelationshipSide.To => OfTypes(To),
            RelationshipSide.StatedIn => StatedIn,
            _ => OfTypes(Either),
        };
        return new(parameters)
        {
            Name = "relationships",
            Form = query.IsBrief ? FactNode.Brief : FactNode.Whole,
            Sorting = query.Order switch
            {
                RelationshipOrder.Print => Sorting.Usual,
                RelationshipOrder.PrintDescending => Sorting.Reversed,
                RelationshipOrder.Period => Sorting.ByPeriod,
                _ => Sorting.ByPeriodReversed,
            },
            Where = where,
            WaysFrom = _ => ways,
            Anchor = anchor,
            Root = EveryFact,
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

        Way[] OfTypes(Way[] ends) =>
            apart.Length == 0
                ? ends
                :
                [
                    .. ends.SelectMany(end =>
                        apart.Select(type =>
                            end with
                            {
                                Index = end.Index.Replace(", sort", ", type, sort", StringComparison.Ordinal),
                                Fixed = ("t.type", type),
                            }
                        )
                    ),
                ];
    }
}
