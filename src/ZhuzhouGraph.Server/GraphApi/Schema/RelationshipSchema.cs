using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
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
            "What the papers, or documents about the background, state between two things. Statements of one type between the same ends "
                + "with the same key properties and period are one relationship, with all their citations and references.",
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
            foreach (var part in ConnectionTypes(type.TypeName, type.Chinese))
                yield return part;
        }
        foreach (var part in ConnectionTypes("Relationship", "关系"))
            yield return part;
        yield return Object(
            "Reference",
            "背景资料",
            "A public document that states a relationship which no paper prints, or which papers print, too.",
            [
                Field<Reference>("id", "String!", "标识", "Of the document, stable for ever.", r => r.Id),
                Field<Reference>("title", "String!", "名称", "Its title.", r => r.Title),
                Field<Reference>("titleEnglish", "String!", "英文名称", "Our translation of the title.", r => r.TitleEnglish),
                Field<Reference>("publisher", "String!", "发布者", "Who published it.", r => r.Publisher),
                Field<Reference>("year", "Int!", "年份", "The year of publication.", r => r.Year),
                Field<Reference>("code", "String", "文号", "Its number, such as that of a standard; null where it has none.", r => r.Code),
                Field<Reference>(
                    "entry",
                    "String",
                    "条目",
                    "Where in it the relationship stands, such as a code of its list; null where nobody says.",
                    r => r.Entry
                ),
                .. CitingSchema.OfReference(),
            ]
        );
    }

    private static IEnumerable<IGraphType> ConnectionTypes(string node, string chinese) =>
        Connections.Types<Relationship>(node, chinese, Connections.TotalCount<Relationship>(), Connections.Unplaced<Relationship>());

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
            Field<Relationship>("type", "RelationshipTypeName!", "关系类型", "The type.", r => r.Type.Name).InBrief(),
            Linked<Relationship>("from", $"{from}!", "起点", "Where it starts.", (request, r) => request.Node(r.From)).InBrief(),
            Linked<Relationship>("to", $"{to}!", "终点", "Where it leads.", (request, r) => request.Node(r.To)).InBrief(),
            Field<Relationship>("period", "Period", "时间", "The stated period, or null.", r => r.Period),
            Field<Relationship>("status", "StatementStatus!", "陈述依据", "On what it rests.", r => r.Status).InBrief(),
            Field<Relationship>("ground", "String", "推定理由", "Why an inferred statement is believed; null for every other.", r =>
                r.Ground
            ),
            Field<Relationship>(
                    "references",
                    "[Reference!]!",
                    "背景资料",
                    $"The documents that state it, {Price.Few} at most; none where only papers do.",
                    r => r.References.Take(Price.Few)
                )
                .UpTo(Price.Few),
            Connections.Nested(
                "citations",
                "CitationConnection",
                "引证",
                "Where it is stated, each with its article; none where only documents state it.",
                Filters.Citations
            ),
            CitingSchema.Url(),
        ];
}
