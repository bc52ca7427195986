namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// <c>(:Entity:Company {id, type, name, nameEnglish, kind, …})</c>. The names stand in parallel lists, <c>names[i]</c> with
/// <c>nameLanguages[i]</c>, <c>nameBases[i]</c> and <c>namePrimaries[i]</c>; each has a <c>:Name</c> node for search besides.
/// </summary>
internal static class EntityNode
{
    public static Dictionary<string, object?> Properties(Entity entity, string? unit)
    {
        var properties = new Dictionary<string, object?>
        {
            ["id"] = entity.Id,
            ["type"] = entity.Type.Name,
            ["kind"] = entity.Kind,
            ["name"] = entity.Name,
            ["nameEnglish"] = entity.NameEnglish,
            ["names"] = Each(entity, n => n.Text),
            ["foldedNames"] = Each(entity, n => Folding.Fold(n.Text)),
            ["nameLanguages"] = Each(entity, n => n.Language),
            ["nameBases"] = Each(entity, n => NodeProperties.Word(n.Basis)),
            ["namePrimaries"] = entity.Names.Select(n => n.IsPrimary).ToList(),
            ["formerIds"] = entity.FormerIds.Count > 0 ? entity.FormerIds : null,
            ["unit"] = unit,
            ["digest"] = NodeDigest.Of(entity),
        };
        foreach (var (name, value) in entity.Properties)
            properties.Add(name, value);
        NodeProperties.Add(properties, entity.Period);
        NodeProperties.AddKey(properties, entity.Period);
        return properties;
    }

    public static NodeForm<Entity> Whole { get; } =
        new(
            Served,
            [
                .. new[] { "id", "type", "kind", "names", "nameLanguages", "nameBases", "namePrimaries", "formerIds", "uncited" },
                .. NodeProperties.OfPeriod,
                .. EntityTypes.All.SelectMany(type => type.Properties).Select(property => property.Name),
            ]
        );

    public static NodeForm<Entity> Brief { get; } =
        new(
            node =>
                Entity.InBrief(
                    NodeProperties.Text(node, "id"),
                    TypeOf(node),
                    node.Text("kind"),
                    NodeProperties.Text(node, "name"),
                    node.Text("nameEnglish")
                ),
            "id",
            "type",
            "kind",
            "name",
            "nameEnglish"
        );

    /// <summary>The entity as it is served: a name that no article prints at present is editorial.</summary>
    public static Entity Served(CypherMap node)
    {
        var entity = Declared(node);
        var uncited = node.Texts("uncited");
        return uncited.Count == 0
            ? entity
            : entity with
            {
                Names =
                [
                    .. entity.Names.Select(n =>
                        n.Basis is NameBasis.Printed && uncited.Contains(n.Text) ? n with { Basis = NameBasis.Editorial } : n
                    ),
                ],
            };
    }

    /// <summary>The entity as its unit declares it.</summary>
    public static Entity Declared(CypherMap node)
    {
        var type = TypeOf(node);
        var names = node.Texts("names");
        if (names.Count == 0)
            throw QueryErrors.Unreadable($"nothing as the property names of {node.Text("id") ?? "a node"}");
        var (languages, bases, primaries) = (
            Beside("nameLanguages", node.Texts("nameLanguages")),
            Beside("nameBases", node.Texts("nameBases")),
            Beside("namePrimaries", node.List("namePrimaries", v => CypherValue.Required(v.Flag())))
        );
        return new Entity
        {
            Id = NodeProperties.Text(node, "id"),
            Type = type,
            Kind = node.Text("kind"),
            Names =
            [
                .. names.Select(
                    (text, i) =>
                        new EntityName(
                            text,
                            languages[i],
                            Spelling.Parse<NameBasis>(bases[i]) ?? throw QueryErrors.Unreadable($"'{bases[i]}' as one of nameBases"),
                            primaries[i]
                        )
                ),
            ],
            FormerIds = node.Texts("formerIds"),
            Properties = NodeProperties.Declared(node, type.Properties),
            Period = NodeProperties.Period(node),
        };

        IReadOnlyList<T> Beside<T>(string name, IReadOnlyList<T> values) => NodeProperties.Beside(node, name, values, "names", names.Count);
    }

    private static EntityType TypeOf(CypherMap node) =>
        EntityTypes.Find(NodeProperties.Text(node, "type")) ?? throw NodeProperties.Unreadable(node, "type");

    private static List<string> Each(Entity entity, Func<EntityName, string> part) => [.. entity.Names.Select(part)];
}
