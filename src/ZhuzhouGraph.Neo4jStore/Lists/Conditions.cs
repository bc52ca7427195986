using NodaTime;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore.Lists;

/// <summary>Every filter as a condition over the listed node t: the one switch.</summary>
internal sealed class Conditions(Parameters parameters)
{
    private static readonly ValueCondition Interval = new(
        "coalesce(t.lowerKey, CASE WHEN t.upperKey IS NULL THEN t.valueKey END)",
        "coalesce(t.upperKey, CASE WHEN t.lowerKey IS NULL THEN t.valueKey END)",
        "(coalesce(t.lowerInclusive, true) = false)",
        "(coalesce(t.upperInclusive, true) = false)",
        "t.valueKey",
        "(coalesce(t.boundBasis, '') = 'ROUNDING' AND t.valueKey IS NOT NULL)",
        "t.unit"
    );

    /// <summary>The properties with the first and the last day of t.</summary>
    public (string First, string Last) Days { get; init; } = OwnDays;

    /// <summary>Those of its own period.</summary>
    public static readonly (string First, string Last) OwnDays = ("t.first", "t.last");

    /// <summary>The labels of what may cite t.</summary>
    public IReadOnlyList<string> Citations { get; init; } = ["Citation"];

    public string Of(Filter filter) =>
        filter switch
        {
            Filter.LeadsTo { OrUnplaced: true } f => $"({IsInside(f)} OR {IsUnplaced(f)})",
            Filter.LeadsTo { HasSites: true } f => IsInside(f),
            Filter.OneOf or Filter.LeadsTo => Admitting(filter, ValuesOf(filter)),
            Filter.OneValueOf f => $"t.{f.Field} IN {parameters.Add(f.Values.Select(v => Spelling.UpperSnake(v.ToString())).ToList())}",
            // A figure of the past may be about what only the past has.
            Filter.LeadsToType f =>
                $"EXISTS {{ MATCH (e:Entity|PastEntity {{id: t.{f.Field}}}) WHERE e.type IN {parameters.Add(f.Types)} }}",
            Filter.Contains f => $"all(word IN {AddFolded(f.Texts)} WHERE {Folded(f.Field)} CONTAINS word)",
            Filter.Says f => Says(f.Words),
            Filter.HasName f => $"t.id IN {ValuesOf(f)}",
            Filter.HasNameWith f =>
                $"all(word IN {AddFolded(f.Texts)} WHERE EXISTS {{ MATCH (t)-[:HAS_NAME]->(n:Name) WHERE n.folded CONTAINS word }})",
            Filter.HasLinks f => LinkCounts.Of(f, parameters),
            Filter.Chose f => Chose("t", f.Property, f.Choices, parameters),
            Filter.Mentions f => $"t.{f.Named.Property} IN {parameters.Add(f.Named.Entities)}",
            Filter.StatedInPrint => StatedInPrint("t"),
            Filter.HasMember f => $"any(id IN split(t.breakdown, ' ') WHERE id IN {parameters.Add(f.Members)})",
            Filter.IsOfWhole f => $"t.breakdown IS {(f.Whole ? "" : "NOT ")}NULL",
            Filter.Lies f => Lies(f.Days, parameters, Days.First, Days.Last),
            Filter.IsUndated => $"{Sorting.Period} = '{Day.Undated}'",
            Filter.InRange f => Interval.Of(f.Range, value => parameters.Add(value)),
            Filter.PublishedOn f => PublishedOn(f.Days, parameters),
            // A sort key starts with the date; '}' comes after everything that may follow it.
            Filter.FirstPrintedBy f => $"t.sort < {parameters.Add(Day.Of(f.Day) + "}")}",
            Filter.MentionedBy f => MentionedBy("t.id", f.Day, parameters),
            Filter.CitedBy f => Cited($"c.article IN {parameters.Add(f.Articles)}"),
            Filter.Printed f => Printed(f.Where),
            Filter.StandsFrom f => $"right(t.sort, {f.Length}) >= {parameters.Add(f.Key)}",
            Filter.RecordedAsOf f => RecordedAsOf(f.Moment),
            Filter.OnLine f => $"{Admitting(f, ValuesOf(f))} AND {LineOf("t")} IN "
                + parameters.Add(f.Lines.Select(line => line.ToString()).ToList()),
            Filter.StandsIn f => StandsIn(f),
            Filter.IsNamed f => $"all(named IN {parameters.AddNamedWith(f.Words)} WHERE t.{f.Field} IN named)",
            _ => throw new ArgumentException($"No condition is written for {filter.GetType().Name}.", nameof(filter)),
        };

    /// <summary>The list of values that a filter of words, names or entities admits, from which a list may start.</summary>
    public string ValuesOf(Filter filter) =>
        filter switch
        {
            Filter.OneOf f => parameters.Add(f.Words),
            Filter.LeadsTo { HasSites: true } f when parameters.AddEntities(f.Entities, f.Widening) is var inside =>
                $"({inside} + {parameters.AddSites(inside, f.Widening)})",
            Filter.LeadsTo f => parameters.AddEntities(f.Entities, f.Widening),
            Filter.HasName f => parameters.AddNamed(f.Names),
            Filter.OnLine f => parameters.Add(f.Keys),
            _ => throw new ArgumentException($"{filter.GetType().Name} admits no list of values.", nameof(filter)),
        };

    /// <summary>The condition that one of those values is admitted.</summary>
    public static string Admitting(Filter filter, string values)
    {
        IReadOnlyList<string> fields = filter switch
        {
            Filter.LeadsTo f => f.Fields,
            Filter.OneOf f => [f.Field],
            Filter.OnLine => ["series"],
            _ => ["id"],
        };
        var conditions = fields.Select(field => $"t.{field} IN {values}").ToList();
        return conditions is [var only] ? only : $"({string.Join(" OR ", conditions)})";
    }

    /// <summary>The condition that an article states a fact, or implies it.</summary>
    public static string StatedInPrint(string fact) => $"{fact}.status <> '{NodeProperties.Word(StatementStatus.Reference)}'";

    /// <summary>
    /// The condition that one of the fields leads to one of the entities or their parts, or says where something is and leads to what is
    /// located there.
    /// </summary>
    private string IsInside(Filter.LeadsTo filter)
    {
        var inside = parameters.AddEntities(filter.Entities, filter.Widening);
        var sites = parameters.AddSites(inside, filter.Widening);
        var isOne = filter.Fields.Select(field => $"t.{field} IN {inside}{OrIsWhere(field, $"t.{field} IN {sites}")}");
        return $"({string.Join(" OR ", isOne)})";
    }

    /// <summary>
    /// The condition that places are asked for and that one of the fields leads to a place or park, or says where something is, and that
    /// nothing says that this lies outside of them.
    /// </summary>
    private string IsUnplaced(Filter.LeadsTo filter)
    {
        var outside = parameters.AddOutside(filter.Entities, filter.Widening);
        var isOne = filter.Fields.Select(field =>
            $"(NOT t.{field} IN {outside} AND (EXISTS {{ MATCH (ground:Entity {{id: t.{field}}}) WHERE {Reach.IsGround("ground")} }}"
            + $"{OrIsWhere(field, $"t.{field} IS NOT NULL")}))"
        );
        return $"({outside} IS NOT NULL AND ({string.Join(" OR ", isOne)}))";
    }

    /// <summary>The alternative that a field says where something is, and a condition on it.</summary>
    private static string OrIsWhere(string field, string condition) =>
        Filter.LeadsTo.WhereOf(field) switch
        {
            Where.Always => $" OR {condition}",
            Where.ByType => $" OR ({Reach.LeadsToWhere("t.type")} AND {condition})",
            _ => "",
        };

    /// <summary>
    /// The first day of an observation, or an empty text: what has no days of its own is of the day of its print.
    /// </summary>
    public static string StartOf(string node) =>
        $"coalesce(toString({node}.first), CASE WHEN {node}.last IS NULL THEN left({node}.sort, 10) END, '')";

    /// <summary>The last day of an observation: a period without one, or none, lasts until its print.</summary>
    public static string EndOf(string node) => $"coalesce(toString({node}.last), left({node}.sort, 10))";

    /// <summary>More of what says when and how much, in that order: days of its own, and a number.</summary>
    public static string SaysMore(string node) =>
        $"(CASE WHEN {node}.first IS NULL AND {node}.last IS NULL THEN 0 ELSE 2 END"
        + $" + CASE {node}.valueOrder WHEN '{DecimalKey.None}' THEN 0 ELSE 1 END)";

    /// <summary>The place of an observation on its line.</summary>
    public static string PointOf(string node) => $"({EndOf(node)} + '/' + {StartOf(node)})";

    /// <summary>The id of the line of an observation, see <see cref="LineId"/>.</summary>
    public static string LineOf(string node) =>
        $"({node}.series + CASE {node}.status WHEN '{NodeProperties.Word(ObservationStatus.Actual)}' THEN '' ELSE '-' + "
        + $"toLower({node}.status) END)";

    /// <summary>The condition that the days that an observation stands for on a line overlap those.</summary>
    private string StandsIn(Filter.StandsIn filter)
    {
        var days = filter.Days;
        if (filter.IsExact)
            return $"{EndOf("t")} = {parameters.Add(Day.Of(days.Last) ?? "")} AND {StartOf("t")} = "
                + parameters.Add(Day.Of(days.First) ?? "");
        List<string> conditions = ["t.series >= ''"];
        if (days.First is { } first)
            conditions.Add($"{EndOf("t")} >= {parameters.Add(Day.Of(first))}");
        if (days.Last is { } last)
            conditions.Add($"{StartOf("t")} <= {parameters.Add(Day.Of(last))}");
        return string.Join(" AND ", conditions);
    }

    /// <summary>
    /// The condition of <see cref="Period.Overlaps"/> over two properties of t. An OR would be planned as a union of two walks without the
    /// order of the index, of all of a hub.
    /// </summary>
    public static string Overlaps(DateRange days, Parameters parameters) =>
        Lies(days with { Match = PeriodMatch.Overlaps }, parameters, "t.first", "t.last");

    private static string Lies(DateRange days, Parameters parameters, string start, string end)
    {
        if (days.Match is PeriodMatch.Is)
            return $"coalesce({start}, {end}) IS NOT NULL AND {Same(start, days.First)} AND {Same(end, days.Last)}";
        if (days.Match is PeriodMatch.Within)
        {
            List<string> ends = [$"coalesce({start}, {end}) IS NOT NULL"];
            if (days.First is { } from)
                ends.Add($"coalesce({start} >= date({parameters.Add(Day.Of(from))}), false)");
            if (days.Last is { } to)
                ends.Add($"coalesce({end} <= date({parameters.Add(Day.Of(to))}), false)");
            return string.Join(" AND ", ends);
        }
        List<string> conditions = [$"coalesce({start}, {end}) IS NOT NULL"];
        if (days.Last is { } last)
            conditions.Add($"coalesce({start} <= date({parameters.Add(Day.Of(last))}), true)");
        if (days.First is { } first)
            conditions.Add($"coalesce({end} >= date({parameters.Add(Day.Of(first))}), true)");
        return string.Join(" AND ", conditions);

        string Same(string property, LocalDate? day) =>
            day is { } known ? $"coalesce({property} = date({parameters.Add(Day.Of(known))}), false)" : $"{property} IS NULL";
    }

    /// <summary>The condition that an article t is published on those days.</summary>
    public static string PublishedOn(DateRange days, Parameters parameters)
    {
        List<string> conditions = ["t.sort >= ''"];
        if (days.First is { } first)
            conditions.Add($"t.sort >= {parameters.Add(Day.Of(first))}");
        if (days.Last is { } last)
            conditions.Add($"t.sort <= {parameters.Add(Day.Of(last))}");
        return string.Join(" AND ", conditions);
    }

    /// <summary>The condition that an article published on that day or before mentions an entity.</summary>
    public static string MentionedBy(string id, LocalDate day, Parameters parameters) =>
        $"EXISTS {{ MATCH (:Article)-[mention:MENTIONS]->() WHERE mention.entity = {id} AND mention.sort <= "
        + $"{parameters.Add(Day.Of(day))} AND mention.article >= '' }}";

    /// <summary>The condition that a fact has made one of those choices; the property's name is a declaration's.</summary>
    public static string Chose(string fact, string property, IReadOnlyList<string> choices, Parameters parameters) =>
        $"{fact}.{property} IN {parameters.Add(choices)}";

    /// <summary>The property with the folded text of a field; that of a relationship is its folded texts already.</summary>
    private static string Folded(string field) => field == "text" ? "t.text" : $"t.folded{char.ToUpperInvariant(field[0])}{field[1..]}";

    /// <summary>
    /// The condition that an observation says each of the folded words. Names, and articles with a sentence, that have one are looked up
    /// once for the statement; a citation of several sentences has the place of each, between the two ends of its own.
    /// </summary>
    private string Says(IReadOnlyList<string> words)
    {
        var said = parameters.AddSaid(words);
        var sentence = Cited(
            "EXISTS { MATCH (:Article {id: c.article})-[:HAS_SENTENCE]->(x:Sentence) WHERE x.place >= left(right(c.sort, 23), 11)"
                + $" AND x.place < right(c.sort, 11) + '~' AND x.folded CONTAINS said.word }}"
        );
        return $"all(said IN {said} WHERE t.foldedFigure CONTAINS said.word OR t.indicator IN said.named OR t.about IN said.named"
            + $" OR (t.article IN said.articles AND {sentence}))";
    }

    private string AddFolded(IReadOnlyList<string> texts) => parameters.Add(texts.Select(Folding.Fold).ToList());

    private string Printed(PrintedIn printed)
    {
        var parts = parameters.Add(printed.Parts.Select(NodeProperties.Word).ToList());
        var isThere = Cited($"c.part IN {parts}");
        return printed.IsOnly ? $"{isThere} AND NOT {Cited($"NOT c.part IN {parts}")}" : isThere;
    }

    /// <summary>Walks the index of citations.</summary>
    private const string ItsCitation = "c.of = t.id AND c.sort >= '' AND c.words >= ''";

    private string Cited(string condition) =>
        $"({string.Join(" OR ", Citations.Select(label => $"EXISTS {{ MATCH (c:{label}) WHERE {ItsCitation} AND {condition} }}"))})";

    private string RecordedAsOf(Instant asOf)
    {
        var moment = $"datetime({parameters.Add(ObservationNode.Moment(asOf))})";
        return $"t.recordedAt <= {moment} AND (t.removedAt IS NULL OR t.removedAt > {moment})";
    }
}
