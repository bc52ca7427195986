namespace ZhuzhouGraph;

/// <summary>The order of a list of entities. What is equal is ordered by id, in the same direction.</summary>
public enum EntityOrder
{
    Id,

    /// <summary>By the first day, else the last day, of the entity's own period; without a day last.</summary>
    Period,

    /// <summary>The latest first; without a day last.</summary>
    PeriodDescending,
}

/// <summary>The order of a list of relationships. What is equal is ordered by id, in the same direction.</summary>
public enum RelationshipOrder
{
    /// <summary>By date, article and address of the first citation.</summary>
    Print,

    /// <summary>The newest print first.</summary>
    PrintDescending,

    /// <summary>By the first day, else the last day, of its period, or where that has none of its event's; without a day last.</summary>
    Period,

    /// <summary>The latest first; without a day last.</summary>
    PeriodDescending,
}

/// <summary>The order of a list of observations. What is equal is ordered by id, in the same direction.</summary>
public enum ObservationOrder
{
    /// <summary>By date, article and address of the first citation.</summary>
    Print,

    /// <summary>The newest print first.</summary>
    PrintDescending,

    /// <summary>By the first day, else the last day, of its period, or where that has none of its event's; without a day last.</summary>
    Period,

    /// <summary>The latest first; without a day last.</summary>
    PeriodDescending,

    /// <summary>
    /// By the number, whatever the unit; where only an interval is known by its lower end, else its upper; without a number last.
    /// </summary>
    Value,

    /// <summary>The largest first; without a number last.</summary>
    ValueDescending,

    /// <summary>
    /// As they stand on a line: by the last day that they are of, then the first; see <see cref="Likeness.SameFact"/>. A key has both days:
    /// <c>2023-05-31/2023-05-01</c>, with nothing after the stroke where the first is open.
    /// </summary>
    Point,

    /// <summary>The last point first.</summary>
    PointDescending,
}

/// <summary>The order of a list of changes.</summary>
public enum ChangeOrder
{
    /// <summary>As they were made.</summary>
    Log,

    /// <summary>The last first.</summary>
    LogDescending,
}

/// <summary>The order of a list of articles. What is equal is ordered by id, in the same direction.</summary>
public enum ArticleOrder
{
    Date,

    /// <summary>The newest first.</summary>
    DateDescending,
}

/// <summary>How sure an answer has to be about a value of which only an interval is known.</summary>
public enum Certainty
{
    /// <summary>
    /// Every value of the interval fits: 80余 is more than 80. A number that is only rounded is the number that is printed.
    /// </summary>
    Certain,

    /// <summary>Some value of the interval fits, and perhaps every one: 约80 can be at least 80, 近80 cannot.</summary>
    Possible,

    /// <summary>Possible and not certain.</summary>
    OnlyPossible,
}

/// <summary>
/// Values between two ends, compared with the intervals of quantities. A quantity without interval and without value (前列) fits nothing.
/// </summary>
/// <param name="Lower">Null where there is no lower end.</param>
/// <param name="Upper">Null where there is no upper end.</param>
public sealed record ValueRange(Bound? Lower, Bound? Upper, Certainty Certainty)
{
    /// <summary>
    /// The unit of the ends: a quantity in a unit that converts into it is compared with the ends in its own, any other fits nothing. Null
    /// where numbers compare as they stand, whatever their units.
    /// </summary>
    public Unit? Unit { get; init; }

    /// <summary>The same range in each unit that converts into its own, without the unit; empty where it has none.</summary>
    public IReadOnlyList<(Unit Unit, ValueRange Range)> ByUnit =>
        Unit is not { } own
            ? []
            :
            [
                .. Units
                    .All.Where(own.ConvertsTo)
                    .Select(unit => (unit, new ValueRange(Converted(Lower, own, unit), Converted(Upper, own, unit), Certainty))),
            ];

    /// <summary>Whether a quantity fits.</summary>
    public bool Admits(Quantity quantity)
    {
        if (Unit is not null)
            return ByUnit.Any(one => one.Unit == quantity.Unit && one.Range.Admits(quantity));
        if (quantity is not { Interval: { } interval, Printed: { } printed })
            return false;
        var range = new Interval(Lower, Upper);
        return Certainty switch
        {
            Certainty.Certain => printed.IsWithin(range),
            Certainty.Possible => interval.Meets(range),
            _ => interval.Meets(range) && !printed.IsWithin(range),
        };
    }

    /// <summary>An end in another unit; what is too large for a number is the largest one.</summary>
    private static Bound? Converted(Bound? end, Unit from, Unit to)
    {
        if (end is null)
            return null;
        try
        {
            return end with { Value = end.Value * from.InBase / to.InBase };
        }
        catch (OverflowException)
        {
            return end with { Value = end.Value < 0 ? decimal.MinValue : decimal.MaxValue };
        }
    }
}

/// <summary>In which part of an article something is printed.</summary>
/// <param name="Parts">One of its citations stands in one of these.</param>
/// <param name="IsOnly">And none stands elsewhere.</param>
public sealed record PrintedIn(IReadOnlyList<ArticlePart> Parts, bool IsOnly);

/// <summary>A choice that relationships of some type declare, such as a role.</summary>
public sealed record ChosenValue
{
    /// <param name="property">The name of a declared property of <see cref="PropertyKind.Choice"/>.</param>
    /// <param name="value">The name of a choice.</param>
    /// <exception cref="ArgumentException">No type of relationship declares such a property.</exception>
    public ChosenValue(string property, string value) =>
        (Property, Value) = (DeclaredProperties.Checked(property, PropertyKind.Choice), value);

    public string Property { get; }

    public string Value { get; }
}

/// <summary>Entities of which a relationship names one in a property, such as the event at which something was said.</summary>
public sealed record NamedIn
{
    /// <param name="property">The name of a declared property of <see cref="PropertyKind.Entity"/>.</param>
    /// <param name="entities">Ids.</param>
    /// <exception cref="ArgumentException">No type of relationship declares such a property.</exception>
    public NamedIn(string property, IReadOnlyList<string> entities) =>
        (Property, Entities) = (DeclaredProperties.Checked(property, PropertyKind.Entity), entities);

    public string Property { get; }

    public IReadOnlyList<string> Entities { get; }
}

/// <summary>What relationships declare. Names of properties enter statements, so no other name may.</summary>
internal static class DeclaredProperties
{
    private static readonly ILookup<PropertyKind, string> Names = RelationshipTypes
        .All.SelectMany(type => type.Properties)
        .ToLookup(p => p.Kind, p => p.Name);

    public static string Checked(string property, PropertyKind kind) =>
        Names[kind].Contains(property, StringComparer.Ordinal)
            ? property
            : throw new ArgumentException(
                $"No type of relationship declares '{property}' as {kind}; declared are "
                    + $"{string.Join(", ", Names[kind].Distinct(StringComparer.Ordinal))}.",
                nameof(property)
            );
}

/// <summary>How many relationships of one sort an entity is in.</summary>
/// <param name="Side">At which end it stands; not <see cref="RelationshipSide.StatedIn"/>.</param>
/// <param name="Types">Empty admits every type.</param>
/// <param name="With">The other end is one of these; ids. Empty admits everything.</param>
/// <param name="AtLeast">0 or more.</param>
/// <param name="AtMost">Null where there is no limit; 0 for none at all.</param>
public sealed record LinkCount(
    RelationshipSide Side,
    IReadOnlyList<RelationshipType> Types,
    IReadOnlyList<string> With,
    IReadOnlyList<ChosenValue> Choices,
    int AtLeast,
    int? AtMost
)
{
    /// <summary>The parts of each of <see cref="With"/> are admitted like it.</summary>
    public bool WithParts { get; init; }

    /// <summary>What only a document states does not count, and no part is found through it.</summary>
    public bool WithoutReference { get; init; }

    /// <summary>What else counts like <see cref="With"/>.</summary>
    public Widening Widening => Filter.PartsOf(WithParts, WithoutReference);

    /// <summary>Whether it asks for what is in, or at, a place with its parts, so that something may be in no known place.</summary>
    public bool IsPlacing => WithParts && With.Count > 0 && AtLeast > 0;
}
