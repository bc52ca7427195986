using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>Node, Entity and one object type for each declared entity type.</summary>
internal static class EntitySchema
{
    public static IEnumerable<IGraphType> Types()
    {
        yield return Interface("Node", "节点", "Anything with an id of its own.", [Id()]);
        yield return Interface(
            "Entity",
            "实体",
            "A thing that the papers name: names and classification only. Whatever the paper could be wrong about is a relationship or "
                + "an observation, with a citation.",
            BaseFields(),
            "Node"
        );
        yield return Object(
            "Name",
            "名称",
            "A name of an entity.",
            [
                Field<EntityName>("text", "String!", "文字", "The name, as printed where the basis says so.", n => n.Text),
                Field<EntityName>("language", "String!", "语言", "BCP 47: zh or en.", n => n.Language),
                Field<EntityName>("basis", "NameBasis!", "依据", "On what the name rests.", n => n.Basis),
                Field<EntityName>("isPrimary", "Boolean!", "是否主名", "Whether it is the primary name of its language.", n => n.IsPrimary),
            ]
        );
        yield return Vocabulary.Of("EntityTypeName", "实体类型", "The types of entities.", EntityTypes.All.Select(ChoiceOf));
        foreach (var type in EntityTypes.All)
        {
            if (type.Kinds.Count > 0)
                yield return Vocabulary.Of($"{type.Name}Kind", $"{type.Chinese}种类", $"The kinds of {type.Name}.", type.Kinds);
            foreach (var choice in Properties.Enums(type.Name, type.Properties))
                yield return choice;
            yield return Object(type.Name, type.Chinese, type.Description, FieldsOf(type), "Node", "Entity");
            foreach (
                var part in Connections.Types<Entity>(
                    type.Name,
                    type.Chinese,
                    Connections.TotalCount<Entity>(),
                    Connections.Unplaced<Entity>()
                )
            )
                yield return part;
        }
        foreach (var part in Connections.Types<Entity>("Entity", "实体", Connections.TotalCount<Entity>(), Connections.Unplaced<Entity>()))
            yield return part;
    }

    /// <summary>The name of a type among the values of an enum.</summary>
    public static string EnumName(string type) => Vocabulary.UpperSnake(type);

    public static FieldType Id() => Field<IGraphNode>("id", "ID!", "标识", "The id, stable for ever.", node => node.Id);

    /// <summary>
    /// All fields of a declared type: those of every entity, its own classification, and the relationships that it may have.
    /// </summary>
    public static IEnumerable<FieldType> FieldsOf(EntityType type)
    {
        foreach (var field in BaseFields())
            yield return field;
        if (type.Kinds.Count > 0)
            yield return Field<Entity>("kind", $"{type.Name}Kind", "种类", $"The kind of {type.Name}.", e => e.Kind).InBrief();
        foreach (var property in type.Properties)
            yield return Properties.Field<Entity>(type.Name, property, e => e.Properties);
        if (type.HasPeriod)
            yield return Field<Entity>("period", "Period", "时间", "When it happens; null where the paper does not say.", e => e.Period);
        foreach (var link in RelationshipSchema.LinksOf(type.Name))
            yield return link;
    }

    private static IEnumerable<FieldType> BaseFields() =>
        [
            Id(),
            CitingSchema.Url(),
            Field<Entity>("type", "EntityTypeName!", "类型", "The type.", e => e.Type.Name).InBrief(),
            Field<Entity>("name", "String!", "名称", "The primary Chinese name.", e => e.Name).InBrief(),
            Field<Entity>(
                    "nameEnglish",
                    "String",
                    "英文名称",
                    "The primary English name, a translation unless its basis says otherwise.",
                    e => e.NameEnglish
                )
                .InBrief(),
            Field<Entity>("names", "[Name!]!", "全部名称", "All names, the primary ones first.", e => e.Names).UpTo(Price.Few),
            Field<Entity>("formerIds", "[ID!]!", "曾用标识", "Ids that it had before; they keep resolving.", e => e.FormerIds),
            Field<Entity>(
                "removedAt",
                "DateTime",
                "撤出时间",
                "When nothing in the graph mentioned it any more, so that only its address and closed figures lead here; null while it "
                    + "stands.",
                e => e.RemovedAt
            ),
            Connections.Nested(
                "relationships",
                "RelationshipConnection",
                "关系",
                "Its relationships, in the order of their first citation.",
                Filters.Relationships(Connections.NestedSize),
                Filters.Argument("RelationshipFilter"),
                Filters.Order(RelationshipOrder.Print),
                Argument("direction", "RelationshipSide", "方向", "At which end it stands.", RelationshipSide.Either)
            ),
            Connections.Nested(
                "observations",
                "ObservationConnection",
                "数据",
                "The figures about it, or, of an indicator, the figures that it measures; in print order.",
                Filters.Observations(Connections.NestedSize),
                Filters.Argument("ObservationFilter"),
                Filters.LatestPer(),
                Filters.AcrossMeasures(),
                Filters.Rule(),
                Filters.Order(ObservationOrder.Print)
            ),
            Connections.Nested("citations", "CitationConnection", "引证", "Where its names are printed.", Filters.Citations),
            CitedSchema.OfEntity(),
            Connections.Nested(
                "articles",
                "ArticleConnection",
                "文章",
                "The articles that print a name of it, state a relationship of it or print a figure about it.",
                Filters.Articles(Connections.NestedSize),
                Filters.Argument("ArticleFilter"),
                Filters.Order(ArticleOrder.Date)
            ),
        ];

    private static Choice ChoiceOf(EntityType type) => new(type.Name, type.Chinese, type.Description);

    public static InterfaceGraphType Interface(
        string name,
        string chinese,
        string english,
        IEnumerable<FieldType> fields,
        params IEnumerable<string> parents
    )
    {
        var type = new InterfaceGraphType { Name = name, Description = Describe(chinese, english) };
        foreach (var field in fields)
        {
            // An interface only promises its fields; the object types resolve them.
            field.Resolver = null;
            type.AddField(field);
        }
        foreach (var parent in parents)
            type.AddResolvedInterface(new GraphQLTypeReference(parent));
        return type;
    }
}
