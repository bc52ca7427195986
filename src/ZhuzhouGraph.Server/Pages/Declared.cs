using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>
/// What pages ask of things and statements of every kind, from the declarations: no page names a kind by hand. A property is asked for
/// under its own name and that of its type, since two types may have one name for different things.
/// </summary>
internal static class Declared
{
    /// <summary>The name in answers of a relationship's property.</summary>
    public static string Alias(RelationshipType type, PropertyDeclaration property) => $"{type.SeedWord}_{property.Name}";

    /// <summary>The name in answers of an entity's own property; <c>kind</c> is one.</summary>
    public static string Alias(EntityType type, string property) => $"{type.Name}_{property}";

    /// <summary>
    /// <c>properties</c>, on everything that is stated, <c>own</c>, on entities, and those of <see cref="ClaimFragments"/>.
    /// </summary>
    public static IEnumerable<string> Fragments()
    {
        yield return "fragment properties on Relationship {"
            + string.Concat(
                RelationshipTypes
                    .All.Where(type => type.Properties.Count > 0)
                    .Select(type =>
                        $" ... on {type.TypeName} {{ {string.Join(' ', type.Properties.Select(p => Asked(Alias(type, p), p)))} }}"
                    )
            )
            + " }";
        yield return "fragment own on Entity {"
            + string.Concat(
                EntityTypes
                    .All.Select(type => (type.Name, Fields: FieldsOf(type).ToList()))
                    .Where(type => type.Fields.Count > 0)
                    .Select(type => $" ... on {type.Name} {{ {string.Join(' ', type.Fields)} }}")
            )
            + " }";
        foreach (var fragment in ClaimFragments.All)
            yield return fragment;
    }

    private static IEnumerable<string> FieldsOf(EntityType type)
    {
        if (type.Kinds.Count > 0)
            yield return $"{Alias(type, "kind")}: kind";
        foreach (var property in type.Properties)
            yield return Asked(Alias(type, property.Name), property);
        if (type.HasPeriod)
            yield return "period { ...period }";
    }

    private static string Asked(string alias, PropertyDeclaration property) =>
        property.Kind is PropertyKind.Entity or PropertyKind.Entities
            ? $"{alias}: {property.Name} {{ ...named }}"
            : $"{alias}: {property.Name}";
}
