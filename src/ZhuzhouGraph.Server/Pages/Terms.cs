using System.Collections.Frozen;
using GraphQL;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>
/// The words of the schema's closed lists as people read them: the Chinese term of their declaration, and in English the word itself in
/// small letters (<c>TOOK_PART_IN</c>: took part in).
/// </summary>
internal static class Terms
{
    private static readonly Lazy<IReadOnlyList<(string List, string Word, Bilingual Term)>> Declared = new(Read);

    private static readonly Lazy<FrozenDictionary<(string List, string Word), Bilingual>> All = new(() =>
        Declared.Value.ToFrozenDictionary(term => (term.List, term.Word), term => term.Term)
    );

    /// <summary>Fields of the schema: type and name, the term, and the name of the type that the field is of.</summary>
    private static readonly Lazy<FrozenDictionary<(string Type, string Field), (Bilingual Term, string Of)>> Fields = new(ReadFields);

    /// <param name="list">The name of the enumeration, such as <c>Measure</c>.</param>
    public static Bilingual Of(string list, string word) => All.Value.GetValueOrDefault((list, word)) ?? new(word, Humble(word));

    /// <summary>What a field is called, and the name of the type that it is of; null where the schema has no such field.</summary>
    public static (Bilingual Term, string Of)? OfField(string type, string field) =>
        Fields.Value.TryGetValue((type, field), out var found) ? found : null;

    /// <summary>All words of a list, in the order of their declaration.</summary>
    public static IEnumerable<(string Word, Bilingual Term)> In(string list) =>
        Declared.Value.Where(term => term.List == list).Select(term => (term.Word, term.Term));

    private static IReadOnlyList<(string, string, Bilingual)> Read()
    {
        using var schema = new GraphSchema();
        return
        [
            .. schema
                .AllTypes.OfType<EnumerationGraphType>()
                .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
                .SelectMany(type =>
                    type.Values.Select(value => (type.Name, value.Name, new Bilingual(Chinese(value.Description!), English(type, value))))
                ),
        ];
    }

    private static FrozenDictionary<(string, string), (Bilingual, string)> ReadFields()
    {
        using var schema = new GraphSchema();
        return schema
            .AllTypes.OfType<IObjectGraphType>()
            .Where(type => !type.Name.StartsWith("__", StringComparison.Ordinal))
            .SelectMany(type =>
                type.Fields.Select(field =>
                    KeyValuePair.Create(
                        (type.Name, field.Name),
                        (new Bilingual(Chinese(field.Description!), Spaced(field.Name)), field.ResolvedType!.GetNamedType().Name)
                    )
                )
            )
            .ToFrozenDictionary();
    }

    /// <summary>A description starts with the Chinese term and a colon.</summary>
    private static string Chinese(string description) => description.Split(": ", 2)[0];

    /// <summary>
    /// A letter of SDMX says nothing to people, nor does the name of an order: of A, "annual" of its description, and of PERIOD_DESCENDING
    /// what comes first.
    /// </summary>
    private static string English(EnumerationGraphType list, EnumValueDefinition value) =>
        list.Name.EndsWith("Order", StringComparison.Ordinal) ? Told(value).Split([";", ":", ".", ", or"], 2, StringSplitOptions.None)[0]
        : value.Name.Length > 1 ? Humble(value.Name)
        : Told(value);

    /// <summary>What is behind the Chinese term.</summary>
    private static string Told(EnumValueDefinition value) => value.Description!.Split(": ", 2)[1].TrimEnd('.').ToLowerInvariant();

    /// <summary>A name in camelCase as words: on behalf of.</summary>
    public static string Spaced(string name) =>
        string.Concat(name.Select(letter => char.IsUpper(letter) ? $" {char.ToLowerInvariant(letter)}" : $"{letter}"));

    private static string Humble(string word) => word.Replace('_', ' ').ToLowerInvariant();
}
