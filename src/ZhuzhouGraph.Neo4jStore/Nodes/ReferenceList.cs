namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// The documents that state a fact, in parallel lists: <c>references[i]</c>, an id, with <c>referenceTitles[i]</c> and so on. A code or
/// an entry that is not there is an empty text, because a list holds no nulls.
/// </summary>
internal static class ReferenceList
{
    private static readonly (string Name, Func<Reference, string> Part)[] Texts =
    [
        ("references", r => r.Id),
        ("referenceTitles", r => r.Title),
        ("referenceTitlesEnglish", r => r.TitleEnglish),
        ("referencePublishers", r => r.Publisher),
        ("referenceCodes", r => r.Code ?? ""),
        ("referenceEntries", r => r.Entry ?? ""),
    ];

    private const string Years = "referenceYears";

    /// <summary>The names of the properties.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Texts.Select(text => text.Name), Years];

    /// <summary>Adds the lists; nothing where there are no documents.</summary>
    public static void Add(Dictionary<string, object?> properties, IReadOnlyList<Reference> references)
    {
        if (references.Count == 0)
            return;
        foreach (var (name, part) in Texts)
            properties[name] = references.Select(part).ToList();
        properties[Years] = references.Select(r => r.Year).ToList();
    }

    public static IReadOnlyList<Reference> Read(CypherMap node)
    {
        var parts = Texts.Select(text => node.Texts(text.Name)).ToList();
        var years = node.List(Years, v => CypherValue.Required(v.Number()));
        return
        [
            .. parts[0]
                .Select(
                    (id, i) =>
                        new Reference(id, parts[1][i], parts[2][i], parts[3][i], (int)years[i], OrNull(parts[4][i]), OrNull(parts[5][i]))
                ),
        ];
    }

    private static string? OrNull(string text) => text.Length > 0 ? text : null;
}
