using NodaTime;

namespace ZhuzhouGraph;

/// <summary>
/// One condition on the things of a list. Closed: a query writes down which of these it asks for, and each store translates them in one
/// switch, whatever the list. A filter on one more field is one more line of its query; only another kind of condition is a record here.
/// Fields have the names that properties have in the graph, in camelCase.
/// </summary>
public abstract record Filter
{
    private Filter() { }

    /// <summary>Whether all observations of one line fit or none does (<see cref="LineId"/>), whatever they are.</summary>
    public bool IsOfLine =>
        this switch
        {
            OneOf f => LineDimension.Fixes(f.Field),
            OneValueOf f => LineDimension.Fixes(f.Field),
            LeadsTo f => f.Fields.All(LineDimension.Fixes),
            LeadsToType f => LineDimension.Fixes(f.Field),
            IsNamed f => LineDimension.Fixes(f.Field),
            OnLine => true,
            _ => false,
        };

    /// <summary>The field holds one of these words, ids among them.</summary>
    public sealed record OneOf(string Field, IReadOnlyList<string> Words) : Filter;

    /// <summary>The field holds one of these values of an enumeration.</summary>
    public sealed record OneValueOf(string Field, IReadOnlyList<Enum> Values) : Filter;

    /// <summary>One of the fields leads to one of these entities; ids.</summary>
    public sealed record LeadsTo(IReadOnlyList<string> Fields, IReadOnlyList<string> Entities, Widening Widening) : Filter
    {
        /// <summary>What the widening cannot place is admitted as well: see <see cref="RelationshipQuery.OrUnplaced"/>.</summary>
        public bool OrUnplaced { get; init; }

        /// <summary>Whether what is located in a part is admitted, where a field says where something is: <see cref="WhereOf"/>.</summary>
        public bool HasSites =>
            Widening is (Widening.Parts or Widening.PrintedParts) && Fields.Any(name => WhereOf(name) is not Where.Never);

        /// <summary>When a field says where something is, so that a firm in it stands for the place where the firm is located.</summary>
        public static Where WhereOf(string field) =>
            field switch
            {
                "place" => Where.Always,
                "to" => Where.ByType,
                _ => Where.Never,
            };
    }

    /// <summary>
    /// The figure as printed, a name of the indicator or of what it is about, or a held sentence that is cited for it contains each of
    /// these folded words.
    /// </summary>
    public sealed record Says(IReadOnlyList<string> Words) : Filter;

    /// <summary>The field leads to an entity of one of these types.</summary>
    public sealed record LeadsToType(string Field, IReadOnlyList<string> Types) : Filter;

    /// <summary>The folded text of the field contains each of these, after folding.</summary>
    public sealed record Contains(string Field, IReadOnlyList<string> Texts) : Filter;

    /// <summary>Any name of the entity is one of these, after folding.</summary>
    public sealed record HasName(IReadOnlyList<string> Names) : Filter;

    /// <summary>Each of these is contained in any name of the entity, after folding.</summary>
    public sealed record HasNameWith(IReadOnlyList<string> Texts) : Filter;

    /// <summary>The entity is in as many relationships as each of these says.</summary>
    public sealed record HasLinks(IReadOnlyList<LinkCount> Counts) : Filter
    {
        /// <summary>What a placing count cannot place is admitted as well: see <see cref="EntityQuery.OrUnplaced"/>.</summary>
        public bool OrUnplaced { get; init; }
    }

    /// <summary>The relationship has made one of these choices for a declared property.</summary>
    public sealed record Chose(string Property, IReadOnlyList<string> Choices) : Filter;

    /// <summary>The relationship names one of these entities in a declared property.</summary>
    public sealed record Mentions(NamedIn Named) : Filter;

    /// <summary>An article states the relationship or implies it: it does not rest on documents alone.</summary>
    public sealed record StatedInPrint : Filter;

    /// <summary>The breakdown has one of these members; ids.</summary>
    public sealed record HasMember(IReadOnlyList<string> Members) : Filter;

    /// <summary>The figure has no breakdown, or has one.</summary>
    public sealed record IsOfWhole(bool Whole) : Filter;

    /// <summary>The period lies to these days as they say; what has no day lies to none.</summary>
    public sealed record Lies(DateRange Days) : Filter;

    /// <summary>The period has no day.</summary>
    public sealed record IsUndated : Filter;

    /// <summary>The value lies, or can lie, in this range.</summary>
    public sealed record InRange(ValueRange Range) : Filter;

    /// <summary>The article was published on these days.</summary>
    public sealed record PublishedOn(DateRange Days) : Filter;

    /// <summary>Its first print is of this day or before.</summary>
    public sealed record FirstPrintedBy(LocalDate Day) : Filter;

    /// <summary>An article that was published on this day or before mentions the entity.</summary>
    public sealed record MentionedBy(LocalDate Day) : Filter;

    /// <summary>One of these articles cites it; ids.</summary>
    public sealed record CitedBy(IReadOnlyList<string> Articles) : Filter;

    /// <summary>Where it is printed.</summary>
    public sealed record Printed(PrintedIn Where) : Filter;

    /// <summary>The citation stands in this sentence or behind it. Its sort key ends in the address.</summary>
    public sealed record StandsFrom(Address Start) : Filter
    {
        /// <summary>How long an address is at the end of a sort key.</summary>
        public int Length => Start.SortKey.Length;

        /// <summary>What the end of the key is not before.</summary>
        public string Key => new Address(Start.Line, Start.Sentence).SortKey.Split('-')[0];
    }

    /// <summary>The observation is of those that the store knew at this moment.</summary>
    public sealed record RecordedAsOf(Instant Moment) : Filter;

    /// <summary>The figure is on one of these lines.</summary>
    public sealed record OnLine(IReadOnlyList<LineId> Lines) : Filter
    {
        public IReadOnlyList<string> Keys => [.. Lines.Select(line => line.Key).Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The days that the figure stands for on a line overlap these: see <see cref="ObservationQuery.PointDays"/>.</summary>
    public sealed record StandsIn(DateRange Days) : Filter
    {
        /// <summary>They are these.</summary>
        public bool IsExact { get; init; }
    }

    /// <summary>The field leads to something in a name of which each of these folded words is.</summary>
    public sealed record IsNamed(string Field, IReadOnlyList<string> Words) : Filter;

    internal static Filter OfValues(LineValues having) => new OneValueOf(having.Dimension.Name, having.Values);

    internal static Filter? AnyOf(string field, IReadOnlyList<string> words) => words.Count == 0 ? null : new OneOf(field, words);

    internal static Filter? AnyOf<TEnum>(string field, IReadOnlyList<TEnum> values)
        where TEnum : struct, Enum => values.Count == 0 ? null : new OneValueOf(field, [.. values.Cast<Enum>()]);

    internal static Widening PartsOf(bool withParts, bool withoutReference) =>
        !withParts ? Widening.None
        : withoutReference ? Widening.PrintedParts
        : Widening.Parts;

    internal static Filter? To(string field, IReadOnlyList<string> entities, Widening widening = Widening.None) =>
        To([field], entities, widening);

    internal static Filter? To(IReadOnlyList<string> fields, IReadOnlyList<string> entities, Widening widening = Widening.None) =>
        entities.Count == 0 ? null : new LeadsTo(fields, entities, widening);

    internal static Filter? ToType(string field, IReadOnlyList<EntityType> types) =>
        types.Count == 0 ? null : new LeadsToType(field, [.. types.Select(type => type.Name)]);

    internal static Filter? Given<T>(T? value, Func<T, Filter> make)
        where T : class => value is null ? null : make(value);

    internal static Filter? Given<T>(T? value, Func<T, Filter> make)
        where T : struct => value is { } known ? make(known) : null;

    internal static Filter? EachWord(string? text, Func<IReadOnlyList<string>, Filter> make) => GivenAny(Folding.WordsOf(text ?? ""), make);

    internal static Filter? GivenAny<T>(IReadOnlyList<T> values, Func<IReadOnlyList<T>, Filter> make) =>
        values.Count == 0 ? null : make(values);
}

/// <summary>When a field says where something is.</summary>
public enum Where
{
    Never,

    /// <summary>In relationships of the types <see cref="RelationshipTypes.LeadingToWhere"/>.</summary>
    ByType,

    Always,
}

/// <summary>What else is admitted like the entities that a filter names.</summary>
public enum Widening
{
    None,

    /// <summary>
    /// Their parts: what is PART_OF them and the places and parks that are LOCATED_IN them, over any number of steps.
    /// </summary>
    Parts,

    /// <summary>Those of their parts that are found without what only a document states.</summary>
    PrintedParts,

    /// <summary>The indicators that count a part of them, over any number of steps.</summary>
    Narrower,
}
