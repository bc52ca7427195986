using System.Collections.ObjectModel;

namespace ZhuzhouGraph;

/// <summary>On what a relationship rests.</summary>
public enum StatementStatus
{
    /// <summary>A paper states it.</summary>
    Stated,

    /// <summary>A paper only implies it.</summary>
    Inferred,

    /// <summary>Background that no paper prints; a public document states it.</summary>
    Reference,
}

/// <summary>
/// What the papers, or documents about the background, state between two things. Statements of one type between the same ends with the
/// same key properties and the same stated period are one relationship, with all their evidence: at least one citation or one reference.
/// It ends when its last statement ends.
/// </summary>
public sealed record Relationship : IGraphNode
{
    /// <summary><c>rel:</c> and 16 hex digits; see <see cref="IdOf"/>.</summary>
    public required string Id { get; init; }

    public required RelationshipType Type { get; init; }

    /// <summary>The id of the entity that it starts from.</summary>
    public required string From { get; init; }

    /// <summary>The id of the entity, or article, that it leads to.</summary>
    public required string To { get; init; }

    /// <summary>True where what is declared behind this was not read, <see cref="Status"/> apart.</summary>
    public bool IsBrief { get; init; }

    /// <summary>
    /// Values of the type's declared properties; absent ones have no key. Properties that are no keys come from the first statement that
    /// has them.
    /// </summary>
    public IReadOnlyDictionary<string, string> Properties
    {
        get => Brief.Whole(IsBrief, field);
        init;
    } = ReadOnlyDictionary<string, string>.Empty;

    /// <summary>The stated period, or null.</summary>
    public Period? Period
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Of several statements the strongest counts: stated, then by reference, then inferred.</summary>
    public StatementStatus Status { get; init; }

    /// <summary>Why an inferred statement is believed; null for every other.</summary>
    public string? Ground
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>The documents that state it, by id and entry; none where only papers do.</summary>
    public IReadOnlyList<Reference> References
    {
        get => Brief.Whole(IsBrief, field);
        init;
    } = [];

    /// <summary>
    /// One relationship of all its statements, the first cited first: a property that is no key comes from the first that has it, the
    /// status from the strongest.
    /// </summary>
    public static Relationship Merge(IReadOnlyList<Relationship> statements)
    {
        if (statements is [var only])
            return only;
        var properties = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (name, value) in statements.SelectMany(s => s.Properties))
            properties.TryAdd(name, value);
        var strongest = statements.MinBy(s => Weakness(s.Status))!;
        return statements[0] with
        {
            Properties = properties,
            Status = strongest.Status,
            Ground = strongest.Ground,
            References =
            [
                .. statements
                    .SelectMany(s => s.References)
                    .Distinct()
                    .OrderBy(r => r.Id, StringComparer.Ordinal)
                    .ThenBy(r => r.Entry, StringComparer.Ordinal),
            ],
        };

        static int Weakness(StatementStatus status) =>
            status switch
            {
                StatementStatus.Stated => 0,
                StatementStatus.Reference => 1,
                _ => 2,
            };
    }

    /// <summary>
    /// The id that type, ends, key properties and stated period give. A period that has a day counts by its days, whatever its words, so
    /// that 今日 and 5月19日 are one; one without a day counts by its words.
    /// </summary>
    public static string IdOf(
        RelationshipType type,
        string from,
        string to,
        IReadOnlyDictionary<string, string> properties,
        Period? period
    ) =>
        Hash(
            type,
            from,
            to,
            [
                .. Keys(type, properties, isLater: false),
                period is { First: null, Last: null } ? period.Words : null,
                .. Days(period),
                .. Keys(type, properties, isLater: true),
            ]
        );

    /// <summary>
    /// The id that it had while a period counted by its words as well and later keys did not count; null where that is its id still. It
    /// keeps resolving.
    /// </summary>
    public string? FormerId =>
        Hash(Type, From, To, [.. Keys(Type, Properties, isLater: false), Period?.Words, .. Days(Period)]) is var former && former != Id
            ? former
            : null;

    private static string Hash(RelationshipType type, string from, string to, IEnumerable<string?> rest) =>
        "rel:" + NodeId.Hash(16, [type.Name, from, to, .. rest]);

    private static IEnumerable<string?> Days(Period? period) =>
        [period?.First?.ToString("uuuu-MM-dd", null), period?.Last?.ToString("uuuu-MM-dd", null)];

    /// <summary>Absent keys have a part, too, unless they were declared after their type: ids from before stay as they were.</summary>
    private static IEnumerable<string?> Keys(RelationshipType type, IReadOnlyDictionary<string, string> properties, bool isLater) =>
        type
            .Properties.Where(p => p.IsKey && p.IsLaterKey == isLater)
            .Select(p => properties.GetValueOrDefault(p.Name))
            .Where(value => !isLater || value is not null);
}
