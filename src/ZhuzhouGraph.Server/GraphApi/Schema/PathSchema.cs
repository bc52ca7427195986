using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>paths: how two things are connected.</summary>
internal static class PathSchema
{
    /// <summary>How many hubs, and how many relationships of a hop, are listed.</summary>
    private const int MostHubs = 20,
        MostLinks = 10;

    private const int PathsByDefault = 10;

    /// <summary>What a search costs for each hop that it may take.</summary>
    private const int WorkOfHop = 200;

    private static readonly NodeTypes Nodes = NodeTypes.EntitiesAndArticles;

    private static readonly ComposedField<PathQuestion> Composed = new(Read, async (snapshot, question, cancellation) =>
        await PathFinder.FindAsync(snapshot, question, cancellation)
    );

    public static FieldType Root() =>
        Composed
            .Root(
                "paths",
                "PathSearch!",
                "路径",
                $"How two things are connected. A path visits nothing twice. What has more than {PathLimits.Default.HubCutOff} "
                    + $"relationships is a hub; paths pass through one only where that is asked. That there is none, or that the search "
                    + $"came to its budget, is an answer.",
                Argument("from", "String!", "起点", "Where paths start: an id of an entity or article, or an exact name."),
                Argument("to", "String!", "终点", "Where they end: an id, or an exact name."),
                Argument("maxHops", "Int", "最多步数", $"The longest path, 1 to {PathQuestion.MostHops} relationships.", 3),
                Argument("mode", "PathMode", "路径范围", "Only the shortest paths, or all.", PathMode.Shortest),
                Argument("via", "[String!]", "必经", "Paths pass through all of these, in any order: ids, or exact names."),
                Argument("avoid", "[String!]", "避开", "Paths touch none of these: ids, or exact names."),
                Argument(
                    "avoidTypes",
                    "[RelationshipTypeName!]",
                    "避开的关系类型",
                    "Paths use no relationship of these types, and no hub is one because of them."
                ),
                Filters.PublishedByArgument(),
                Filters.WithoutReferenceArgument(),
                Argument(
                    "throughHubs",
                    "Boolean",
                    "可经枢纽",
                    $"Whether paths may pass through hubs; the first {PathLimits.Default.HubRelationships} relationships of each are "
                        + $"looked at.",
                    false
                ),
                Argument("first", "Int", "条数", $"How many paths, 1 to {PathQuestion.MostPaths}.", PathsByDefault)
            )
            .PageOf(arguments => arguments.Value<int>("first") ?? PathsByDefault, weight: 1)
            .Working(arguments => WorkOfHop * arguments.Number("maxHops", 1, PathQuestion.MostHops, 3));

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "PathSearch",
                "路径查询结果",
                "What a search for paths found, and what it looked at.",
                [
                    Field<PathSearch>("paths", "[Path!]!", "路径", "By length, then by the ids along the way.", s => s.Paths).EachOfPage(),
                    Field<PathSearch>("hasMore", "Boolean!", "还有更多", "Whether more paths are known than were asked for.", s =>
                        s.HasMore
                    ),
                    Field<PathSearch>(
                        "isComplete",
                        "Boolean!",
                        "是否完整",
                        "Whether no path is missing that was asked for. Paths through the hubs are asked for only by 'throughHubs'.",
                        s => s.IsComplete
                    ),
                    Field<PathSearch>(
                        "isOverBudget",
                        "Boolean!",
                        "是否超出预算",
                        $"Whether the search ended because it had looked at {PathLimits.Default.Budget.Relationships} relationships or "
                            + $"sent {PathLimits.Default.Budget.Statements} statements.",
                        s => s.IsOverBudget
                    ),
                    Field<PathSearch>(
                        "completeHops",
                        "Int!",
                        "完整步数",
                        "Every path of up to so many hops was found; without paths, there is none within so many.",
                        s => s.CompleteHops
                    ),
                    Field<PathSearch>(
                        "relationshipsLookedAt",
                        "Int!",
                        "查看的关系数",
                        "How many different relationships were looked at.",
                        s => s.RelationshipsLookedAt
                    ),
                    Field<PathSearch>("nodesEntered", "Int!", "进入的节点数", "Of how many entities and articles.", s => s.NodesEntered),
                    Field<PathSearch>(
                        "hubCount",
                        "Int!",
                        "枢纽数",
                        "How many hubs were met and not entered, or entered only for the first of their relationships.",
                        s => s.Hubs.Count
                    ),
                    Linked<PathSearch>("hubs", "[Node!]!", "枢纽", $"The first {MostHubs} of those hubs, by id.", (request, s) =>
                            request.NodesOf([.. s.Hubs.Take(MostHubs)])
                        )
                        .UpTo(MostHubs),
                ]
            ),
            Object(
                "Path",
                "路径",
                "A way from one thing to another.",
                [
                    Field<GraphPath>("length", "Int!", "步数", "How many hops it has.", p => p.Hops.Count),
                    Field<GraphPath>("hops", "[PathHop!]!", "步", "The hops, in the order of the way.", p => p.Hops)
                        .UpTo(PathQuestion.MostHops),
                ]
            ),
            Object(
                "PathHop",
                "一步",
                "One step of a path: two things and what connects them.",
                [
                    Linked<PathHop>("from", "Node!", "起点", "Where the hop starts.", (request, h) => request.Node(h.From)),
                    Linked<PathHop>("to", "Node!", "终点", "Where it leads.", (request, h) => request.Node(h.To)),
                    Field<PathHop>(
                        "relationship",
                        "Relationship!",
                        "关系",
                        "What connects the two; the first printed, where there are several.",
                        h => h.Links[0].Relationship
                    ),
                    Field<PathHop>("direction", "PathDirection!", "方向", "How the relationship points.", h => h.Links[0].Direction),
                    Field<PathHop>(
                            "others",
                            "[PathLink!]!",
                            "其他关系",
                            $"The next {MostLinks - 1} relationships between the two, in the order of their first citation.",
                            h => h.Links.Skip(1).Take(MostLinks - 1)
                        )
                        .UpTo(MostLinks - 1),
                    Field<PathHop>("more", "Int!", "其余数", "How many further ones were seen.", h =>
                        Math.Max(0, h.Links.Count - MostLinks)
                    ),
                ]
            ),
            Object(
                "PathLink",
                "路径上的关系",
                "A relationship between two neighbours on a path.",
                [
                    Field<PathLink>("relationship", "Relationship!", "关系", "The relationship.", l => l.Relationship),
                    Field<PathLink>("direction", "PathDirection!", "方向", "How it points.", l => l.Direction),
                ]
            ),
        ];

    private static PathQuestion Read(ArgumentReader arguments)
    {
        var (from, to) = (arguments.IdOrName("from", Nodes), arguments.IdOrName("to", Nodes));
        var question = new PathQuestion(from ?? "", to ?? "")
        {
            MaxHops = arguments.Number("maxHops", 1, PathQuestion.MostHops, 3),
            Mode = arguments.Value<PathMode>("mode") ?? PathMode.Shortest,
            Via = arguments.IdsOrNames("via", Nodes),
            Avoid = arguments.IdsOrNames("avoid", Nodes),
            AvoidTypes = [.. arguments.List<string>("avoidTypes").Select(RelationshipTypes.Get)],
            PublishedBy = arguments.Value<LocalDate>("publishedBy"),
            WithoutReference = arguments.Value<bool>("withoutReference") ?? false,
            ThroughHubs = arguments.Value<bool>("throughHubs") ?? false,
            First = arguments.Number("first", 1, PathQuestion.MostPaths, PathsByDefault),
        };
        if (question.Via.Count >= question.MaxHops)
            arguments.Report(
                "via",
                GraphErrors.InvalidArgument,
                $"names {question.Via.Count}, and a path of {question.MaxHops} hops passes through {question.MaxHops - 1} at most."
            );
        // Two names may stand for one thing.
        if (!arguments.GivesIds)
            return question;
        if (from is not null && from == to)
            arguments.Report("to", GraphErrors.InvalidArgument, $"is the same as 'from', {to}; a path leads from one thing to another.");
        foreach (var end in question.Via.Where(id => id == from || id == to))
            arguments.Report("via", GraphErrors.InvalidArgument, $"has {end}, an end of every path; name what lies between.");
        foreach (var end in question.Avoid.Where(id => id == from || id == to))
            arguments.Report("avoid", GraphErrors.InvalidArgument, $"has {end}, an end of every path.");
        foreach (var both in question.Avoid.Intersect(question.Via))
            arguments.Report("avoid", GraphErrors.InvalidArgument, $"has {both}, which 'via' has, too.");
        return question;
    }
}
