using System.Globalization;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/entities/{id}/relationships</c>, and the properties that types declare.</summary>
internal static class Relationships
{
    public static void AddShapes(RestShapes shapes) =>
        shapes.Add(
            "Relationship",
            "关系",
            "What the papers, or documents about the background, state between two things.",
            [
                .. shapes.Same("Relationship", "id", "type"),
                shapes.Field<Relationship>("from", "NodeRef!", "起点", "Where it starts.", (r, nodes) => nodes.Node(r.From)),
                shapes.Field<Relationship>("to", "NodeRef!", "终点", "Where it leads.", (r, nodes) => nodes.Node(r.To)),
                PropertiesOf<Relationship>(shapes, r => (r.Type.Properties, r.Properties)),
                shapes.Field<Relationship>("period", "Period", "时间", "The stated period, or null.", r => r.Period),
                .. shapes.Same("Relationship", "status", "ground"),
                shapes.Field<Relationship>(
                    "references",
                    "[Reference!]!",
                    "背景资料",
                    "The documents that state it; none where only papers do.",
                    r => r.References
                ),
                shapes.Field<Relationship>(
                    "source",
                    "Source",
                    "出处",
                    "Where it is printed first; null where only documents state it.",
                    (r, nodes) => Forms.PrintedOf(r, nodes)
                ),
            ]
        );

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        yield return new(
            "listRelationshipsOfEntity",
            "/entities/{id}/relationships",
            "实体的关系",
            "The relationships of an entity, in the order of their first citation unless told otherwise.",
            RestList.Parameters(shapes, "Entity", "relationships"),
            RestList.Page(shapes, shapes["Relationship"]),
            async call =>
                await call.EntityAsync(NodeTypes.Entities) is { } entity
                    ? await RestList.AnswerAsync(call, Filters.Relationships(Connections.RootSize), entity)
                    : null
        )
        {
            IdDescription = Entities.IdDescription,
        };
    }

    /// <summary>The member with the declared properties; those that an item does not have are left out.</summary>
    public static RestField PropertiesOf<T>(
        RestShapes shapes,
        Func<T, (IReadOnlyList<PropertyDeclaration> Declared, IReadOnlyDictionary<string, string> Held)> of
    )
    {
        var (text, number, node) = (shapes.TypeOf("String!"), shapes.TypeOf("Int!"), shapes.TypeOf("NodeRef!"));
        return new(
            "properties",
            RestType.Free,
            SchemaParts.Describe(
                "属性",
                "What its type declares, by the names that GraphQL has for it: texts, whole numbers, choices, and what it names as "
                    + "NodeRef or a list of them. What is not known has no member."
            ),
            (item, nodes) =>
            {
                var (declared, held) = of((T)item);
                return new FreeObject([
                    .. declared
                        .Where(property => held.ContainsKey(property.Name))
                        .Select(property => (property.Name, TypeOf(property), ValueOf(property, held[property.Name], nodes))),
                ]);
            }
        );

        RestType TypeOf(PropertyDeclaration property) =>
            property.Kind switch
            {
                PropertyKind.Number => number,
                PropertyKind.Entity => node,
                PropertyKind.Entities => node with { IsList = true },
                _ => text,
            };
    }

    private static object? ValueOf(PropertyDeclaration property, string held, LinkedNodes nodes) =>
        property.Kind switch
        {
            PropertyKind.Number => int.Parse(held, CultureInfo.InvariantCulture),
            PropertyKind.Entity => nodes.Node(held),
            PropertyKind.Entities => held.Split(' ').Select(nodes.Node),
            _ => held,
        };
}
