using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>neighbourhood: what is around something.</summary>
internal static class NeighbourhoodSchema
{
    private static readonly ComposedField<NeighbourhoodQuestion> Composed = new(
        arguments => new NeighbourhoodQuestion(arguments.IdOrName("id", NodeTypes.EntitiesAndArticles) ?? "")
        {
            Depth = arguments.Number("depth", 1, NeighbourhoodQuestion.MostDepth, 1),
            Types = [.. arguments.List<string>("types").Select(RelationshipTypes.Get)],
            PublishedBy = arguments.Value<LocalDate>("publishedBy"),
            WithoutReference = arguments.Value<bool>("withoutReference") ?? false,
            First = arguments.Number("first", 1, NeighbourhoodQuestion.MostOfType, OfTypeByDefault),
        },
        async (snapshot, question, cancellation) => new Around(question.Of, await Neighbourhood.ReadAsync(snapshot, question, cancellation))
    );

    private const int OfTypeByDefault = 5;

    /// <summary>What a look costs for each depth.</summary>
    private const int WorkOfDepth = 200;

    private sealed record Around(string Of, IReadOnlyList<NeighbourhoodLevel> Levels);

    public static FieldType Root() =>
        Composed
            .Root(
                "neighbourhood",
                "Neighbourhood!",
                "邻域",
                "What is around something: its relationships by type, each type counted, the first of them given; and, at depth 2, "
                    + "those of what they lead to.",
                Argument("id", "String!", "标识或名称", "An id of an entity or article, or an exact name."),
                Argument("depth", "Int", "深度", $"1, or {NeighbourhoodQuestion.MostDepth} for what is around the neighbours as well.", 1),
                Argument("types", "[RelationshipTypeName!]", "关系类型", "Only relationships of these types."),
                Filters.PublishedByArgument(),
                Filters.WithoutReferenceArgument(),
                Argument(
                    "first",
                    "Int",
                    "条数",
                    $"How many relationships of each type of each entity, 1 to {NeighbourhoodQuestion.MostOfType}.",
                    OfTypeByDefault
                )
            )
            .PageOf(Bound, weight: 1)
            .Working(arguments => WorkOfDepth * arguments.Number("depth", 1, NeighbourhoodQuestion.MostDepth, 1));

    /// <summary>The relationships that may be given: so many of each type around each that is entered.</summary>
    private static int Bound(ArgumentReader arguments)
    {
        var types = arguments.List<string>("types") is { Count: > 0 } some ? some.Count : RelationshipTypes.All.Count;
        var entered = arguments.Value<int>("depth") is 2 ? 1 + Neighbourhood.MostEntered : 1;
        return types * entered * (arguments.Value<int>("first") ?? OfTypeByDefault);
    }

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "Neighbourhood",
                "邻域",
                "What is around something.",
                [
                    Linked<Around>("of", "Node!", "中心", "What was asked for.", (request, n) => request.Node(n.Of)),
                    Field<Around>("around", "Surroundings!", "中心周围", "What is around it: the same as depth 1 has, for less.", n =>
                        n.Levels[0].Around[0]
                    ),
                    Field<Around>("levels", "[NeighbourhoodLevel!]!", "层", "Depth 1, then depth 2 where it was asked for.", n => n.Levels)
                        .UpTo(NeighbourhoodQuestion.MostDepth),
                ]
            ),
            Object(
                "NeighbourhoodLevel",
                "邻域层",
                "What was met at one depth.",
                [
                    Field<NeighbourhoodLevel>("depth", "Int!", "深度", "From 1.", l => l.Depth),
                    Field<NeighbourhoodLevel>(
                            "around",
                            "[Surroundings!]!",
                            "周围",
                            $"What is around each that was met one level before, {Neighbourhood.MostEntered} at most, in that order; at "
                                + $"depth 1 around what was asked for.",
                            l => l.Around
                        )
                        .UpTo(Neighbourhood.MostEntered),
                    Linked<NeighbourhoodLevel>(
                            "met",
                            "[Node!]!",
                            "新遇到的",
                            "What the given relationships lead to and what was not met before, in their order.",
                            (request, l) => request.NodesOf(l.Met)
                        )
                        .EachOfPage(),
                    Field<NeighbourhoodLevel>(
                        "notEntered",
                        "Int!",
                        "未展开数",
                        "How many of those that were met one level before were left out.",
                        l => l.NotEntered
                    ),
                ]
            ),
            Object(
                "Surroundings",
                "周围",
                "All relationships of one entity or article, the one that led here included.",
                [
                    Linked<Surroundings>("node", "Node!", "节点", "Whose they are.", (request, s) => request.Node(s.Node)),
                    Field<Surroundings>("count", "Int!", "关系数", "How many there are.", s => s.Groups.Sum(g => g.Count)),
                    Field<Surroundings>(
                            "groups",
                            "[RelationshipGroup!]!",
                            "分组",
                            "By type, in the order in which the types are declared; only types that occur.",
                            s => s.Groups
                        )
                        .UpTo(RelationshipTypes.All.Count),
                ]
            ),
            Object(
                "RelationshipGroup",
                "关系分组",
                "The relationships of one type.",
                [
                    Field<RelationshipGroup>("type", "RelationshipTypeName!", "关系类型", "The type.", g => g.Type.Name),
                    Field<RelationshipGroup>("count", "Int!", "关系数", "How many there are.", g => g.Count),
                    Field<RelationshipGroup>(
                            "relationships",
                            "[Relationship!]!",
                            "关系",
                            "The first of them, in the order of their first citation.",
                            g => g.Relationships
                        )
                        .EachOfPage(),
                    Field<RelationshipGroup>("more", "Int!", "其余数", "How many there are beyond those given.", g =>
                        g.Count - g.Relationships.Count
                    ),
                ]
            ),
        ];
}
