using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.RestApi.Files;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/entities</c> and <c>/indicators</c>.</summary>
internal static class Entities
{
    public static readonly string IdDescription = SchemaParts.Describe(
        "实体标识",
        "An id, present or former, or an exact name: whatever the width, case and white space."
    );

    public static void AddShapes(RestShapes shapes)
    {
        shapes.Like("Name");
        shapes.Add(
            "Entity",
            "实体",
            "A thing that the papers name: names and classification only.",
            [
                .. shapes.Same("Entity", "id", "type"),
                shapes.Field<Entity>("kind", "String", "种类", "The kind, of those that its type declares; null where it has none.", e =>
                    e.Kind
                ),
                .. shapes.Same("Entity", "name", "nameEnglish", "names", "formerIds", "removedAt"),
                Relationships.PropertiesOf<Entity>(shapes, e => (e.Type.Properties, e.Properties)),
                shapes.Field<Entity>(
                    "period",
                    "Period",
                    "时间",
                    "When it happens; null for what does not happen, and where the paper does not say.",
                    e => e.Period
                ),
                shapes.Field<Entity>("url", "String!", "网址", "The entity in this API.", RestApi.UrlOf),
            ]
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var page = RestList.Page(shapes, shapes["Entity"]);
        var indicators = Filters.Entities(EntityTypes.Indicator);
        yield return new(
            "listIndicators",
            "/indicators",
            "指标列表",
            "What figures measure, by id.",
            RestList.Parameters(shapes, "Query", EntityTypes.Indicator.Plural),
            page,
            call => RestList.AnswerAsync(call, indicators, null)
        )
        {
            IsPosted = true,
        };
        yield return One("getIndicator", "/indicators/{id}", "单个指标", "One indicator.", NodeTypes.Indicators) with
        {
            File = RestFile.Of(shapes, "IndicatorFormat", RestFile.OfItems, call => call.EntityAsync(NodeTypes.Indicators)),
        };
        var entities = new ListField<Entity>("entities", Connections.RootSize, arguments =>
            EntityFilters.OfAnyType.Read(
                arguments.Input(RestParameter.Filter),
                new EntityQuery { Order = arguments.Value<EntityOrder>("order") ?? default }
            )
        );
        yield return new(
            "listEntities",
            "/entities",
            "实体列表",
            "Things that the papers name, of all types, by id unless told otherwise.",
            [.. RestParameter.Of(EntitiesField(shapes)), RestList.CountParameter(shapes)],
            page,
            call => RestList.AnswerAsync(call, entities, null)
        )
        {
            IsPosted = true,
        };
        yield return One("getEntity", "/entities/{id}", "单个实体", "One entity; its network is a file.", NodeTypes.Entities) with
        {
            File = RestFile.Of(shapes, "EntityFormat", [.. RestFile.OfGraphs, .. RestFile.OfItems], call =>
                call.EntityAsync(NodeTypes.Entities)
            ),
        };

        RestOperation One(string operation, string path, string chinese, string english, NodeTypes types) =>
            new(operation, path, chinese, english, [], shapes["Entity"], async call =>
                await call.EntityAsync(types) is { } entity
                    ? new RestAnswer(entity, await LinkedNodes.LoadAsync(call.Snapshot, [entity], 1, call.CancellationToken))
                    : null
            )
            {
                IdDescription = IdDescription,
            };
    }

    /// <summary>A list of entities of all types, which GraphQL has only inside of articles: the same filter, with an order.</summary>
    private static GraphQL.Types.FieldType EntitiesField(RestShapes shapes)
    {
        var inArticle = ((GraphQL.Types.IComplexGraphType)shapes.Schema.AllTypes["Article"]!).Fields.Find("entities")!;
        var ofEvents = ((GraphQL.Types.IComplexGraphType)shapes.Schema.AllTypes["Query"]!).Fields.Find(EntityTypes.Event.Plural)!;
        return new()
        {
            Name = "entities",
            Arguments =
            [
                .. inArticle.Arguments!.Where(argument => argument.Name == RestParameter.Filter),
                .. ofEvents.Arguments!.Where(argument => argument.Name != RestParameter.Filter),
            ],
        };
    }
}
