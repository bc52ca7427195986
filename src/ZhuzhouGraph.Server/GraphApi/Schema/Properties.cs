using System.Globalization;
using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>Declared properties as typed fields.</summary>
internal static class Properties
{
    /// <summary>The enums of the properties that choose from a list of their own.</summary>
    public static IEnumerable<EnumerationGraphType> Enums(string owner, IEnumerable<PropertyDeclaration> properties) =>
        properties
            .Where(p => p.Kind is PropertyKind.Choice && !IsDimension(p))
            .Select(p => Vocabulary.Of(EnumName(owner, p), p.Chinese, p.Description, p.Choices));

    public static FieldType Field<TParent>(
        string owner,
        PropertyDeclaration property,
        Func<TParent, IReadOnlyDictionary<string, string>> read
    )
    {
        return property.Kind switch
        {
            PropertyKind.Text => Held("String", text => text),
            PropertyKind.Number => Held("Int", text => int.Parse(text, CultureInfo.InvariantCulture)),
            PropertyKind.Choice when IsDimension(property) => Held(EnumName(owner, property), text => Spelling.Parse<Dimension>(text)),
            PropertyKind.Choice => Held(EnumName(owner, property), text => text),
            PropertyKind.Entity => Linked(property.EntityTypes is [var only] ? only : "Entity", (request, text) => request.Node(text)),
            PropertyKind.Entities => Linked("[Entity!]", (request, text) => request.NodesOf(text.Split(' '))).UpTo(Price.Few),
            _ => throw new InvalidOperationException($"A property of kind {property.Kind} has no field."),
        };

        FieldType Held(string type, Func<string, object?> make) =>
            SchemaParts.Field<TParent>(property.Name, Required(type), property.Chinese, property.Description, parent =>
                read(parent).TryGetValue(property.Name, out var text) ? make(text) : null
            );

        FieldType Linked(string type, Func<RequestScope, string, object?> load) =>
            SchemaParts.Linked<TParent>(property.Name, Required(type), property.Chinese, property.Description, (request, parent) =>
                read(parent).TryGetValue(property.Name, out var text) ? load(request, text) : null
            );

        string Required(string type) => property.IsRequired ? $"{type}!" : type;
    }

    public static string EnumName(string owner, PropertyDeclaration property) =>
        IsDimension(property) ? nameof(Dimension) : $"{owner}{char.ToUpperInvariant(property.Name[0])}{property.Name[1..]}";

    /// <summary>Whether it chooses from an enumeration of the model.</summary>
    private static bool IsDimension(PropertyDeclaration property) => ReferenceEquals(property.Choices, Units.Dimensions);
}
