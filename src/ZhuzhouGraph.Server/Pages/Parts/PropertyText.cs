using System.Text.Json;

namespace ZhuzhouGraph.Server.Pages.Parts;

/// <summary>The value of a declared property: words, or something with a page.</summary>
/// <param name="Language">The language of the words; null for the reader's own.</param>
public sealed record PropertyText(string Words, string? Language, Named? Node)
{
    /// <summary>The language in whose words a property is written whose name ends so.</summary>
    private const string InEnglish = "English";

    /// <summary>
    /// What is stated beside the two ends, in the order of the declaration, each under its label. Of a text that stands in both languages
    /// the reader gets his.
    /// </summary>
    public static IEnumerable<(string Label, IReadOnlyList<PropertyText> Values)> Of(Relation relation, Visit visit)
    {
        var type = RelationshipTypes.All.First(type => type.Name == relation.Type);
        var said = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in type.Properties)
        {
            var isTranslation = property.Name.EndsWith(InEnglish, StringComparison.Ordinal);
            var isTranslated = type.Properties.Any(other => other.Name == property.Name + InEnglish);
            if ((isTranslation && visit.IsChinese) || (isTranslated && !visit.IsChinese))
                continue;
            if (!relation.Properties.TryGetValue(Declared.Alias(type, property), out var value) || value.ValueKind is JsonValueKind.Null)
                continue;
            // The printed word is often that of the role.
            IReadOnlyList<PropertyText> values =
            [
                .. Values(type.TypeName, property, value, isTranslation ? Visit.English : Visit.Chinese, visit)
                    .Where(text => text.Node is not null || said.Add(text.Words)),
            ];
            if (values.Count > 0)
                yield return (visit.Say(property.Chinese, Terms.Spaced(property.Name)), values);
        }
    }

    private static IEnumerable<PropertyText> Values(
        string owner,
        PropertyDeclaration property,
        JsonElement value,
        string language,
        Visit visit
    ) =>
        (property.Kind, value.ValueKind) switch
        {
            (PropertyKind.Choice, _) =>
            [
                new(Terms.Of(GraphApi.Schema.Properties.EnumName(owner, property), value.GetString()!).For(visit), null, null),
            ],
            (_, JsonValueKind.Array) => value.EnumerateArray().Select(Linked),
            (_, JsonValueKind.Object) => [Linked(value)],
            (_, JsonValueKind.Number) => [new(value.GetRawText(), null, null)],
            _ => [new(value.GetString()!, language, null)],
        };

    private static PropertyText Linked(JsonElement node) => new("", null, PageJson.ReadPart<Named>(node));
}
