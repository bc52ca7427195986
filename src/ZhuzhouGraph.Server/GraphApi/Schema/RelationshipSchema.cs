using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>Relationship, and one object type for each declared relationship type with the fields at its ends.</summary>
internal static class RelationshipSchema
{
    /// <summary>What the declarations call the end that is an article.</summary>
    public const string ArticleEnd = "Article";

    public static IEnumerable<IGraphType> Types()
    {
        yield return EntitySchema.Interface(
            "Relationship",
            "关系",
            "What the papers state between two things. Statements of one type between the same ends with the same key properties and "
                + "period are one relationship, with all their citations.",
            BaseFields("Node", "Node"),
            "Node"
        );
        yield return Vocabulary.Of(
            "RelationshipTypeName",
            "关系类型",
            "The types of relationships.",
            RelationshipTypes.All.Select(t => new Choice(t.Name, t.Chinese, t.Description))
        );
        foreach (var type in RelationshipTypes.All)
        {
            foreach (var choice in Properties.Enums(type.TypeName, type.Properties))
                yield return choice;
            yield return Object(type.TypeName, type.Chinese, type.Description, FieldsOf(type), "Node", "Relationship");
            foreach (var part in Connections.Types<Relationship>(type.TypeName, type.Chinese, Connections.TotalCount<Relationship>()))
                yield return part;
        }
        foreach (var part in Connections.Types<Relationship>("Relationship", "关系", Connections.TotalCount<Relationship>()))
            yield return part;
    }

    public static IEnumerable<FieldType> FieldsOf(RelationshipType type) =>
        [
            .. BaseFields(EndType(type.From), EndType(type.To)),
            .. type.Properties.Select(p => Properties.Field<Relationship>(type.TypeName, p, r => r.Properties)),
        ];

    /// <summary>The fields that relationship types give to a type of node, at both ends.</summary>
    public static IEnumerable<FieldType> LinksOf(string node)
    {
        foreach (var type in RelationshipTypes.All.Where(t => t.From.Contains(node, StringComparer.Ordinal)))
            yield return Link(type, type.Forward, RelationshipSide.From);
        foreach (var type in RelationshipTypes.All.Where(t => t.To.Contains(node, StringComparer.Ordinal)))
            yield return Link(type, type.Reverse, RelationshipSide.To);
    }

    private static FieldType Link(RelationshipType type, string name, RelationshipSide side) =>
        Connections.Nested(
            name,
            $"{type.TypeName}Connection",
            type.Chinese,
            $"{type.Description} {(side is RelationshipSide.From ? "Those that start here." : "Those that lead here.")}",
            Filters.Links(type, side),
            Filters.Argument(RelationshipFilters.NameOf(type)),
            Filters.Order(RelationshipOrder.Print)
        );

    /// <summary>Ends are typed as far as a new declaration cannot narrow or widen them.</summary>
    private static string EndType(IReadOnlyList<string> ends) =>
        ends is [ArticleEnd] ? ArticleEnd
        : ends.Contains(ArticleEnd, StringComparer.Ordinal) ? "Node"
        : "Entity";

    private static IEnumerable<FieldType> BaseFields(string from, string to) =>
        [
            EntitySchema.Id(),
            Field<Relationship>("type", "RelationshipTypeName!", "关系类型", "The type.", r => r.Type.Name),
            Linked<Relationship>("from", $"{from}!", "起点", "Where it starts.", (request, r) => request.Node(r.From)),
            Linked<Relationship>("to", $"{to}!", "终点", "Where it leads.", (request, r) => request.Node(r.To)),
            Field<Relationship>("period", "Period", "时间", "The stated period, or null.", r => r.Period),
            Field<Relationship>("status", "StatementStatus!", "陈述依据", "Whether the paper states it or only implies it.", r => r.Status),
            Field<Relationship>("ground", "String", "推定理由", "Why an inferred statement is believed; null for a stated one.", r =>
                r.Ground
            ),
            Connections.Nested("citations", "CitationConnection", "引证", "Where it is stated, each with its article.", Filters.Citations),
        ];
}
