using NodaTime;

namespace ZhuzhouGraph;

/// <summary>
/// A question with a totally ordered list as its answer. Closed: each store translates every query in one place. Empty filters admit
/// everything; filters combine with AND, the values of one filter with OR. A filter that names things takes their present ids: what names
/// and former ids stand for is asked before (<see cref="IGraphSnapshot.ResolveAsync"/>). Parts of a whole are what is PART_OF it and the
/// places and parks that are LOCATED_IN it, over any number of steps; what is a kind of it is none of its parts. Where something is, at the
/// end of relationships that <see cref="RelationshipType.LeadsToWhere"/> and where a figure is measured, what is LOCATED_IN a part is
/// admitted like it, whatever it is.
/// </summary>
public abstract record GraphQuery
{
    /// <summary>What has to hold of every item; filters that are left empty have no part in it.</summary>
    public IEnumerable<Filter> Filters => Asked.OfType<Filter>();

    /// <summary>
    /// Each filter that the query can have, once, null where it is empty. A list without parents starts from the first that has an index.
    /// </summary>
    private protected virtual IEnumerable<Filter?> Asked => [];
}

/// <summary>A <see cref="GraphQuery"/> whose answer is a list of such items.</summary>
public abstract record GraphQuery<T> : GraphQuery
{
    /// <summary>
    /// Only what names and types each item is wanted: see <see cref="RecordKinds"/>. Without meaning where the items are no records.
    /// </summary>
    public bool IsBrief { get; init; }
}

/// <summary>
/// Entities, ordered by id unless <see cref="Order"/> says otherwise. Parents: articles (entities whose names the article prints).
/// </summary>
public sealed record EntityQuery : GraphQuery<Entity>
{
    public EntityOrder Order { get; init; }
    public IReadOnlyList<EntityType> Types { get; init; } = [];
    public IReadOnlyList<string> Kinds { get; init; } = [];

    /// <summary>Any name of the entity is one of these, after folding.</summary>
    public IReadOnlyList<string> Names { get; init; } = [];

    /// <summary>Each of these words (<see cref="Folding.WordsOf"/>) is in some name of the entity.</summary>
    public string? Text { get; init; }

    /// <summary>The entity's own period lies so to these days.</summary>
    public DateRange? Period { get; init; }

    /// <summary>An article published on or before this day mentions it: prints a name of it, or states something that names it.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>It is in as many relationships of each of these sorts as each says.</summary>
    public IReadOnlyList<LinkCount> Links { get; init; } = [];

    /// <summary>
    /// What no <see cref="LinkCount.WithParts"/> can place is admitted as well: what is in no relationship of that sort with anything that
    /// is known to lie outside of the places that are asked for, or in one with what is known to lie neither outside nor inside. An end is
    /// inside or outside only where it is a place or park, or where the relationship <see cref="RelationshipType.LeadsToWhere"/>. Known to
    /// lie outside of a place is what is in a unit of administration other than the one of its level (<see cref="EntityTypes.Levels"/>)
    /// that the place is, or lies in; of several places, what lies outside of each.
    /// </summary>
    public bool OrUnplaced { get; init; }

    private protected override IEnumerable<Filter?> Asked =>
        [
            Filter.GivenAny(Names, names => new Filter.HasName(names)),
            Filter.AnyOf("type", [.. Types.Select(type => type.Name)]),
            Filter.AnyOf("kind", Kinds),
            Filter.EachWord(Text, words => new Filter.HasNameWith(words)),
            Filter.Given(Period, days => new Filter.Lies(days)),
            Filter.Given(PublishedBy, day => new Filter.MentionedBy(day)),
            Filter.GivenAny(Links, links => new Filter.HasLinks(links) { OrUnplaced = OrUnplaced }),
        ];
}

/// <summary>How a relationship belongs to its parent.</summary>
public enum RelationshipSide
{
    /// <summary>The parent is either end.</summary>
    Either,

    /// <summary>It starts from the parent.</summary>
    From,

    /// <summary>It leads to the parent.</summary>
    To,

    /// <summary>The parent is an article that states it.</summary>
    StatedIn,
}

/// <summary>
/// Relationships, in the order of their first citation (date, article, address), then id, unless <see cref="Order"/> says otherwise; what
/// no article prints comes last. Those without a day have that of their event. Parents: entities and articles, see <see cref="Side"/>.
/// </summary>
public sealed record RelationshipQuery : GraphQuery<Relationship>
{
    public RelationshipOrder Order { get; init; }
    public RelationshipSide Side { get; init; }
    public IReadOnlyList<RelationshipType> Types { get; init; } = [];

    /// <summary>It starts from one of these; ids.</summary>
    public IReadOnlyList<string> From { get; init; } = [];

    /// <summary>It leads to one of these; ids.</summary>
    public IReadOnlyList<string> To { get; init; } = [];

    /// <summary>It starts from an entity of one of these types.</summary>
    public IReadOnlyList<EntityType> FromTypes { get; init; } = [];

    /// <summary>It leads to an entity of one of these types.</summary>
    public IReadOnlyList<EntityType> ToTypes { get; init; } = [];

    /// <summary>Either end is one of these; ids.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>The parts of each are admitted as ends like it.</summary>
    public bool WithParts { get; init; }

    /// <summary>Cited by one of these articles; ids.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Each of these words (<see cref="Folding.WordsOf"/>) is in a text property: title, word, gist …</summary>
    public string? Text { get; init; }

    /// <summary>
    /// Its period lies so to these days: its own, or where that has no day that of its event; see <see cref="Occasions"/>.
    /// </summary>
    public DateRange? Period { get; init; }

    /// <summary>Cited by an article published on or before this day.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>Only those without a day, of their own or of their event.</summary>
    public bool IsUndated { get; init; }

    /// <summary>Choices that it has made, such as a role; of one property any of them.</summary>
    public IReadOnlyList<ChosenValue> Choices { get; init; } = [];

    /// <summary>Entities that it names in its properties; all of these.</summary>
    public IReadOnlyList<NamedIn> Names { get; init; } = [];

    public IReadOnlyList<StatementStatus> Statuses { get; init; } = [];

    /// <summary>What only a document states is left out, and no part is found through it.</summary>
    public bool WithoutReference { get; init; }

    /// <summary>
    /// What <see cref="WithParts"/> cannot place is admitted as well: where places are asked for, an end that is a place or park, or where
    /// something is, and that is not known to lie outside of them. See <see cref="EntityQuery.OrUnplaced"/>.
    /// </summary>
    public bool OrUnplaced { get; init; }

    /// <summary>Where it is printed.</summary>
    public PrintedIn? PrintedIn { get; init; }

    private protected override IEnumerable<Filter?> Asked =>
        [
            Placing(["from"], From),
            Placing(["to"], To),
            Placing(["from", "to"], About),
            Filter.ToType("from", FromTypes),
            Filter.ToType("to", ToTypes),
            Filter.AnyOf("type", [.. Types.Select(type => type.Name)]),
            Filter.EachWord(Text, words => new Filter.Contains("text", words)),
            Filter.Given(Period, days => new Filter.Lies(days)),
            Filter.Given(PublishedBy, day => new Filter.FirstPrintedBy(day)),
            Filter.AnyOf("status", Statuses),
            WithoutReference ? new Filter.StatedInPrint() : null,
            Filter.Given(PrintedIn, where => new Filter.Printed(where)),
            IsUndated ? new Filter.IsUndated() : null,
            Filter.GivenAny(Articles, articles => new Filter.CitedBy(articles)),
            .. Choices.GroupBy(choice => choice.Property, choice => choice.Value).Select(of => new Filter.Chose(of.Key, [.. of])),
            .. Names.Select(named => new Filter.Mentions(named)),
        ];

    private Filter.LeadsTo? Placing(IReadOnlyList<string> fields, IReadOnlyList<string> entities) =>
        entities.Count == 0
            ? null
            : new(fields, entities, Filter.PartsOf(WithParts, WithoutReference)) { OrUnplaced = WithParts && OrUnplaced };
}

/// <summary>
/// Observations, in print order (date, article, address), then id, unless <see cref="Order"/> says otherwise. Parents: indicators,
/// articles, observations (see <see cref="Likeness"/>), and otherwise the entities that they are about.
/// </summary>
public sealed record ObservationQuery : GraphQuery<Observation>
{
    public ObservationOrder Order { get; init; }

    /// <summary>How an item is like its parent, where that is an observation, which is none of its own items.</summary>
    public Likeness Likeness { get; init; }

    /// <summary>Of those that fit and agree in all of these, only one, by <see cref="Rule"/>; empty for all.</summary>
    public IReadOnlyList<SeriesDimension> LatestPer { get; init; } = [];

    /// <summary>Which one that is: see <see cref="Series.RuleOf"/>. Without <see cref="LatestPer"/> it has no meaning.</summary>
    public ChoiceRule Rule { get; init; }

    /// <summary>
    /// Only where figures that agree in all of <see cref="LatestPer"/> differ: no value is what all of them can mean. Figures in units that
    /// would have to be converted, without a number, or compared with nobody knows what are not held against each other.
    /// </summary>
    public bool IsInConflict { get; init; }

    /// <summary>Whether the one that counts is the newest of its line, whatever else fits.</summary>
    public bool NewestIsOfLines =>
        Rule is ChoiceRule.Newest
        && !IsInConflict
        && LatestPer.All(dimension =>
            dimension is SeriesDimension.Series || LineDimension.Fixes(Spelling.LowerFirst(dimension.ToString()))
        );

    /// <summary>On one of these lines.</summary>
    public IReadOnlyList<LineId> Lines { get; init; } = [];

    /// <summary>With one of the values of each of these.</summary>
    public IReadOnlyList<LineValues> Having { get; init; } = [];

    /// <summary>
    /// Of days that overlap these, as <see cref="Likeness.SameFact"/> has them: what has no days of its own is of the day of its print,
    /// and a
    /// period without a last day lasts until then.
    /// </summary>
    public DateRange? PointDays { get; init; }

    /// <summary>Of exactly the days of <see cref="PointDays"/> instead; an end that is open there is open here.</summary>
    public bool IsPointExact { get; init; }

    /// <summary>Each of these words (<see cref="Folding.WordsOf"/>) is in a name of the indicator.</summary>
    public string? IndicatorText { get; init; }

    /// <summary>About one of these; ids.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>About an entity of one of these types.</summary>
    public IReadOnlyList<EntityType> AboutTypes { get; init; } = [];

    /// <summary>About one of these, or measured there; ids.</summary>
    public IReadOnlyList<string> Places { get; init; } = [];

    /// <summary>The parts of each of <see cref="About"/> and <see cref="Places"/> are admitted like it.</summary>
    public bool WithParts { get; init; }

    /// <summary>No part is found through what only a document states.</summary>
    public bool WithoutReference { get; init; }

    /// <summary>
    /// What <see cref="WithParts"/> cannot place is admitted as well: where places are asked for, what is about a place or park, or
    /// measured somewhere, that is not known to lie outside of them. See <see cref="EntityQuery.OrUnplaced"/>.
    /// </summary>
    public bool OrUnplaced { get; init; }

    /// <summary>Of one of these indicators; ids.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Indicators that count a part of one of them, over any number of steps, are admitted like it.</summary>
    public bool WithNarrower { get; init; }

    /// <summary>Cited by one of these articles; ids.</summary>
    public IReadOnlyList<string> Articles { get; init; } = [];

    /// <summary>Said by one of these; ids.</summary>
    public IReadOnlyList<string> AttributedTo { get; init; } = [];

    /// <summary>Said at one of these events; ids.</summary>
    public IReadOnlyList<string> At { get; init; } = [];

    public IReadOnlyList<Measure> Measures { get; init; } = [];
    public IReadOnlyList<Comparison> Comparisons { get; init; } = [];

    /// <summary>The words of the base are one of these, as printed.</summary>
    public IReadOnlyList<string> Bases { get; init; } = [];

    /// <summary>Of one of these parts, whatever else they are parts by; ids of members.</summary>
    public IReadOnlyList<string> Breakdowns { get; init; } = [];

    /// <summary>True: only those of the whole; false: only those of a part.</summary>
    public bool? IsWhole { get; init; }

    public IReadOnlyList<Accumulation> Accumulations { get; init; } = [];
    public IReadOnlyList<ObservationStatus> Statuses { get; init; } = [];

    /// <summary>In one of these units. Values of two units do not compare.</summary>
    public IReadOnlyList<Unit> Units { get; init; } = [];

    /// <summary>Its value lies, or can lie, in this range.</summary>
    public ValueRange? Value { get; init; }

    /// <summary>Only those without a day, of their own or of their event.</summary>
    public bool IsUndated { get; init; }

    /// <summary>Of a rank: the words of its universe contain this, after folding.</summary>
    public string? Within { get; init; }

    /// <summary>Where it is printed.</summary>
    public PrintedIn? PrintedIn { get; init; }

    /// <summary>
    /// Each of these words (<see cref="Folding.WordsOf"/>) is in the figure as printed, in a name of the indicator or of what it is about,
    /// or in a held sentence that is cited for it.
    /// </summary>
    public string? Text { get; init; }

    /// <summary>
    /// Its period lies so to these days: its own, or where that has no day that of its event; see <see cref="Occasions"/>.
    /// </summary>
    public DateRange? Period { get; init; }

    /// <summary>Printed by an article published on or before this day.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>As the store knew them at this moment; null means now.</summary>
    public Instant? RecordedAsOf { get; init; }

    private protected override IEnumerable<Filter?> Asked =>
        [
            Filter.Given(RecordedAsOf, moment => new Filter.RecordedAsOf(moment)),
            Filter.GivenAny(Lines, lines => new Filter.OnLine(lines)),
            Placing(["about"], About),
            Placing(["about", "place"], Places),
            Filter.ToType("about", AboutTypes),
            Filter.To("indicator", Indicators, WithNarrower ? Widening.Narrower : Widening.None),
            Filter.To("attributedTo", AttributedTo),
            Filter.To("at", At),
            Filter.AnyOf("measure", Measures),
            Filter.AnyOf("comparison", Comparisons),
            Filter.AnyOf("base", Bases),
            Filter.GivenAny(Breakdowns, members => new Filter.HasMember(members)),
            Filter.Given(IsWhole, isWhole => new Filter.IsOfWhole(isWhole)),
            Filter.AnyOf("accumulation", Accumulations),
            Filter.AnyOf("status", Statuses),
            Filter.AnyOf("unit", [.. Units.Select(unit => unit.Code)]),
            Filter.Given(Value, range => new Filter.InRange(range)),
            Filter.Given(Within, words => new Filter.Contains("within", [words])),
            Filter.Given(PrintedIn, where => new Filter.Printed(where)),
            IsUndated ? new Filter.IsUndated() : null,
            Filter.EachWord(Text, words => new Filter.Says(words)),
            Filter.Given(Period, days => new Filter.Lies(days)),
            Filter.Given(PublishedBy, day => new Filter.FirstPrintedBy(day)),
            Filter.AnyOf("article", Articles),
            .. Having.Select(having => Filter.OfValues(having)),
            Filter.Given(PointDays, days => new Filter.StandsIn(days) { IsExact = IsPointExact }),
            Filter.EachWord(IndicatorText, words => new Filter.IsNamed("indicator", words)),
        ];

    private Filter.LeadsTo? Placing(IReadOnlyList<string> fields, IReadOnlyList<string> entities) =>
        entities.Count == 0
            ? null
            : new(fields, entities, Filter.PartsOf(WithParts, WithoutReference)) { OrUnplaced = WithParts && OrUnplaced };
}

/// <summary>
/// The lines that the figures of a query make: those with the most figures first, then by id. No parents.
/// </summary>
public sealed record LineQuery : GraphQuery<Line>
{
    /// <param name="of">Which figures; its order and what it chooses among them have no meaning.</param>
    public LineQuery(ObservationQuery of) => Of = of with { LatestPer = [], IsInConflict = false };

    public ObservationQuery Of { get; }
}

/// <summary>
/// Articles, by date, then id, unless <see cref="Order"/> says otherwise. Parents: entities (articles that print a name of the entity,
/// state a relationship of it or print a figure about it).
/// </summary>
public sealed record ArticleQuery : GraphQuery<Article>
{
    public ArticleOrder Order { get; init; }

    /// <summary>Published on these days.</summary>
    public DateRange? Published { get; init; }

    /// <summary>Each of these words (<see cref="Folding.WordsOf"/>) is in the title, Chinese or English.</summary>
    public string? Text { get; init; }

    private protected override IEnumerable<Filter?> Asked =>
        [
            Filter.Given(Published, days => new Filter.PublishedOn(days)),
            Filter.EachWord(Text, words => new Filter.Contains("title", words)),
        ];
}

/// <summary>
/// Citations, by date, article, address, then words. Parents: relationships, observations, entities (where their names are printed). Not
/// listed without parents.
/// </summary>
public sealed record CitationQuery : GraphQuery<Citation>;

/// <summary>
/// Every citation in an article, in print order: by address, then by what is cited, then words. Parents: articles. Not listed without
/// parents.
/// </summary>
public sealed record ArticleCitationQuery : GraphQuery<Citation>
{
    /// <summary>Only what starts in the sentence of this address or behind it; everything, where it is null.</summary>
    public Address? From { get; init; }

    private protected override IEnumerable<Filter?> Asked => [From is { } start ? new Filter.StandsFrom(start) : null];
}

/// <summary>Search in names, titles and held sentences, best match first, then most citations, then id. No parents.</summary>
/// <param name="Text">
/// Words (<see cref="Folding.WordsOf"/>): one name, title or sentence has all of them, in any order, each as a run of characters. The text
/// as a whole decides whether a name is or starts with it.
/// </param>
public sealed record SearchQuery(string Text) : GraphQuery<SearchHit>
{
    /// <summary>Entity types, or <c>Article</c>.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Entities whose own period overlaps these days, and articles published on them.</summary>
    public DateRange? Period { get; init; }

    /// <summary>Entities that an article published on or before this day mentions, and articles published by then.</summary>
    public LocalDate? PublishedBy { get; init; }

    /// <summary>The names that it looks at, articles' titles apart.</summary>
    public NameScope Scope =>
        new()
        {
            Types = Types,
            Period = Period,
            PublishedBy = PublishedBy,
        };
}

/// <summary>What was added, changed and removed after a data version, in order. No parents.</summary>
public sealed record ChangeQuery(long Since) : GraphQuery<Change>
{
    /// <summary>Only what was recorded after this moment.</summary>
    public Instant? RecordedAfter { get; init; }

    /// <summary>Only figures, standing or closed.</summary>
    public bool IsOfFigures { get; init; }

    /// <summary>Only figures, standing or closed, about one of these.</summary>
    public IReadOnlyList<string> About { get; init; } = [];

    /// <summary>Only figures, standing or closed, of one of these indicators.</summary>
    public IReadOnlyList<string> Indicators { get; init; } = [];

    /// <summary>Only figures, standing or closed, about one of these or of one of these; null for no such condition.</summary>
    public IReadOnlyList<string>? Concerning { get; init; }

    public ChangeOrder Order { get; init; }
}

/// <summary>How a search found something; the better match comes first.</summary>
public enum SearchMatch
{
    ExactName,
    NamePrefix,
    NamePart,
    Sentence,
}

/// <summary>Something that search found: the best match of each entity or article.</summary>
/// <param name="Id">An entity or an article.</param>
/// <param name="Text">The name, title or sentence that matched, as printed.</param>
/// <param name="Address">The sentence's address; null for names.</param>
/// <param name="Sought">What was searched for.</param>
public sealed record SearchHit(string Id, SearchMatch Match, string Text, Address? Address, string Sought)
{
    /// <summary>Where the words stand in <see cref="Text"/>, from left to right and without overlap.</summary>
    public IReadOnlyList<Span> Highlights => Folding.Find(Text, Folding.WordsOf(Sought));
}

public enum ChangeKind
{
    Added,
    Changed,
    Removed,
}

/// <summary>One line of the change log.</summary>
/// <param name="Sequence">Its place among the changes of the version, from 1.</param>
public sealed record Change(long Version, long Sequence, ChangeKind Kind, string Id)
{
    /// <summary>When its version was recorded. Several versions may share a moment, and none comes before another by it.</summary>
    public required Instant RecordedAt { get; init; }
}
