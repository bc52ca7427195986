using NodaTime;

namespace ZhuzhouGraph;

/// <summary>Things that agree in what they are grouped by.</summary>
/// <param name="By">What they are grouped by.</param>
/// <param name="Values">One for each key, in its order: an id, a word as answers write it, or a time such as <c>2023</c>, <c>2023-Q2</c>,
/// <c>2023-05</c> or <c>2023-05-19</c>.</param>
/// <param name="Count">How many there are, 1 or more.</param>
public sealed record GroupCount(IReadOnlyList<GroupKey> By, IReadOnlyList<string> Values, long Count)
{
    /// <summary>
    /// The first day of the earliest of their periods; null where none has a day. Figures have the days that they stand for on a line, see
    /// <see cref="Likeness.SameFact"/>; a period that is open on one side counts with its other end.
    /// </summary>
    public LocalDate? First { get; init; }

    /// <summary>The last day of the latest of their periods, in the same way.</summary>
    public LocalDate? Last { get; init; }

    /// <summary>The value for the key of that name; null where they are not grouped by it.</summary>
    public string? ValueOf(string key)
    {
        for (var at = 0; at < By.Count; at++)
        {
            if (By[at].Name == key)
                return Values[at];
        }
        return null;
    }
}

/// <summary>
/// How many things fit a query, in groups: the largest group first, then by the values. What has no value for one of the keys is in no
/// group; it is counted by <see cref="IsRest"/>. No parents.
/// </summary>
public sealed record GroupQuery : GraphQuery<GroupCount>
{
    /// <param name="of">Entities, relationships or observations; its order has no meaning.</param>
    /// <param name="by">One or more of <see cref="GroupKey.Of"/>; one that comes again counts once.</param>
    /// <exception cref="ArgumentException">Nothing is grouped by, or something that such things do not have.</exception>
    public GroupQuery(GraphQuery of, IReadOnlyList<GroupKey> by)
    {
        (Of, By) = (of, [.. by.Distinct()]);
        if (By.Count == 0 || By.Except(GroupKey.Of(of)).Any())
            throw new ArgumentException(
                $"A {of.GetType().Name} is grouped by one or more of {string.Join(", ", GroupKey.Of(of).Select(key => key.Name))}.",
                nameof(by)
            );
    }

    public GraphQuery Of { get; }

    public IReadOnlyList<GroupKey> By { get; }

    /// <summary>Counts the things that are in no group instead of the groups. Such a query is counted, not listed.</summary>
    public bool IsRest { get; init; }
}

/// <summary>What the value of a group is.</summary>
public enum GroupKeyKind
{
    /// <summary>The id of an entity or an article.</summary>
    Node,

    /// <summary>A word as it is stored: the name of a type, a kind, the code of a unit.</summary>
    Word,

    /// <summary>A value of <see cref="GroupKey.Enumeration"/>.</summary>
    Enumeration,

    /// <summary>A choice for a property that a type of relationship declares.</summary>
    Choice,

    /// <summary>The year, quarter, month or day in which the whole period lies; a longer or an open one lies in none.</summary>
    Time,
}

/// <summary>Something that things are grouped by.</summary>
/// <param name="Name">The name of the field, in camelCase, or of the unit of time.</param>
public sealed record GroupKey(string Name, GroupKeyKind Kind)
{
    public const string Year = "year",
        Quarter = "quarter",
        Month = "month",
        Day = "day";

    private static readonly GroupKey[] Times =
    [
        new(Year, GroupKeyKind.Time),
        new(Quarter, GroupKeyKind.Time),
        new(Month, GroupKeyKind.Time),
        new(Day, GroupKeyKind.Time),
    ];

    /// <summary>
    /// The words of <see cref="GroupKeyKind.Choice"/>, otherwise empty. A property of that name that is a text in another type is no value.
    /// </summary>
    public IReadOnlyList<string> Choices =>
        Kind is GroupKeyKind.Choice
            ? [.. RelationshipTypes.Choices[Name].SelectMany(of => of.Property.Choices).Select(choice => choice.Name).Distinct()]
            : [];

    /// <summary>The enumeration of <see cref="GroupKeyKind.Enumeration"/>; otherwise null.</summary>
    public Type? Enumeration { get; private init; }

    public static IReadOnlyList<GroupKey> OfEntities { get; } = [new("type", GroupKeyKind.Word), new("kind", GroupKeyKind.Word), .. Times];

    /// <summary>Every choice that a type declares is one; types that do not declare it have no value for it.</summary>
    public static IReadOnlyList<GroupKey> OfRelationships { get; } =
    [
        new("type", GroupKeyKind.Word),
        new("from", GroupKeyKind.Node),
        new("to", GroupKeyKind.Node),
        Enumerated<StatementStatus>("status"),
        .. RelationshipTypes.Choices.Select(choice => new GroupKey(choice.Key, GroupKeyKind.Choice)),
        .. Times,
    ];

    public static IReadOnlyList<GroupKey> OfObservations { get; } =
    [
        new("indicator", GroupKeyKind.Node),
        new("about", GroupKeyKind.Node),
        new("place", GroupKeyKind.Node),
        new("attributedTo", GroupKeyKind.Node),
        new("article", GroupKeyKind.Node),
        Enumerated<Measure>("measure"),
        Enumerated<Comparison>("comparison"),
        new("base", GroupKeyKind.Word),
        new("breakdown", GroupKeyKind.Word),
        Enumerated<Accumulation>("accumulation"),
        Enumerated<Frequency>("frequency"),
        Enumerated<PriceBasis>("priceBasis"),
        Enumerated<ObservationStatus>("status"),
        new("unit", GroupKeyKind.Word),
        .. Times,
    ];

    /// <summary>By what the things of a query can be grouped.</summary>
    public static IReadOnlyList<GroupKey> Of(GraphQuery query) =>
        query switch
        {
            EntityQuery => OfEntities,
            RelationshipQuery => OfRelationships,
            ObservationQuery => OfObservations,
            _ => [],
        };

    private static GroupKey Enumerated<TEnum>(string name)
        where TEnum : struct, Enum => new(name, GroupKeyKind.Enumeration) { Enumeration = typeof(TEnum) };
}
