using NodaTime;

namespace ZhuzhouGraph.SqliteStore.Lists;

/// <summary>
/// Every filter as a condition over the listed row t: the one switch. A column that must not choose the index carries a unary plus: the
/// way from the parent has the order of the list, and a plan that starts elsewhere sorts a hub.
/// </summary>
internal static class Conditions
{
    private static readonly ValueCondition Interval = new(
        "t.lower_key",
        "t.upper_key",
        "t.is_lower_open",
        "t.is_upper_open",
        "t.value_key",
        "t.is_rounded",
        "+t.unit"
    );

    public static string Of(Filter filter, Sql sql) =>
        filter switch
        {
            Filter.LeadsTo { OrUnplaced: true } f => $"({IsInside(f, sql)} OR {IsUnplaced(f, sql)})",
            Filter.LeadsTo { HasSites: true } f => IsInside(f, sql),
            Filter.OneOf or Filter.LeadsTo => Admitting(filter, ValuesOf(filter, sql)),
            Filter.OneValueOf f => $"+{Column(f.Field)} IN ({sql.AddAll(f.Values.Select(value => value.ToString()))})",
            Filter.LeadsToType f =>
                $"EXISTS (SELECT 1 FROM entity e WHERE e.id = {Column(f.Field)} AND +e.type IN ({sql.AddAll(f.Types)}))",
            Filter.Contains f => Each(f.Texts, text => Contains(Column(f.Field), text, sql)),
            Filter.Says f => Each(f.Words, word => Says(word, sql)),
            Filter.HasName f => $"t.id IN (SELECT owner FROM name WHERE folded IN ({sql.AddAll(f.Names.Select(Folding.Fold))}))",
            Filter.HasNameWith f => Each(f.Texts, text =>
                $"EXISTS (SELECT 1 FROM name n WHERE n.owner = t.id AND {Contains("n.folded", text, sql)})"
            ),
            Filter.HasLinks f => Each(f.Counts, count => LinkCounts.Of(count, f.OrUnplaced && count.IsPlacing, sql)),
            Filter.Chose f => Chose("t", f.Property, f.Choices, sql),
            Filter.Mentions f => $"{Property("t", f.Named.Property, sql)} IN ({sql.AddAll(f.Named.Entities)})",
            Filter.StatedInPrint => Sql.StatedInPrint("+t"),
            Filter.HasMember f => $"({string.Join(" OR ", f.Members.Select(id => HasMember(sql.Add(id))))})",
            Filter.IsOfWhole f => $"{Column("breakdown")} IS {(f.Whole ? "" : "NOT ")}NULL",
            Filter.Lies f => Lies(f.Days, sql),
            Filter.IsUndated => $"+t.period = '{Day.Undated}'",
            Filter.InRange f => Interval.Of(f.Range, value => sql.Add(value)),
            Filter.PublishedOn f => PublishedOn(f.Days, sql),
            // A sort key starts with the date; '}' comes after everything that may follow it.
            Filter.FirstPrintedBy f => $"t.sort < {sql.Add(Day.Of(f.Day) + "}")}",
            Filter.MentionedBy f => MentionedBy("t.id", f.Day, sql),
            Filter.CitedBy f => Cited($"+c.article IN ({sql.AddAll(f.Articles)})"),
            Filter.Printed f => Printed(f.Where, sql),
            Filter.StandsFrom f => $"substr(t.sort, -{f.Length}) >= {sql.Add(f.Key)}",
            Filter.RecordedAsOf f => RecordedAsOf(f.Moment, sql),
            Filter.OnLine f => $"{Admitting(f, ValuesOf(f, sql))} AND {Selections.LineOf("+t.series", "t")} IN "
                + $"({sql.AddAll(f.Lines.Select(line => line.ToString()))})",
            Filter.StandsIn f => StandsIn(f, sql),
            Filter.IsNamed f => Each(f.Words, word => $"+{Column(f.Field)} IN ({Named(sql.Add(SqliteGraphStore.Phrase(word)))})"),
            _ => throw new ArgumentException($"No condition is written for {filter.GetType().Name}.", nameof(filter)),
        };

    /// <summary>A subquery of the values that a filter of words or entities admits, from which a list may start.</summary>
    public static string ValuesOf(Filter filter, Sql sql) =>
        filter switch
        {
            Filter.OneOf f => sql.AddAll(f.Words),
            Filter.LeadsTo { HasSites: true } f when sql.AddEntities(f.Entities, f.Widening) is var inside =>
                $"SELECT * FROM ({inside}) UNION {Sql.Sites(inside, f.Widening)}",
            Filter.LeadsTo f => sql.AddEntities(f.Entities, f.Widening),
            Filter.OnLine f => sql.AddAll(f.Keys),
            _ => throw new ArgumentException($"{filter.GetType().Name} admits no list of values.", nameof(filter)),
        };

    /// <summary>The condition that one of those values is admitted.</summary>
    public static string Admitting(Filter filter, string values)
    {
        IReadOnlyList<string> fields = filter switch
        {
            Filter.LeadsTo links => links.Fields,
            Filter.OnLine => ["series"],
            _ => [((Filter.OneOf)filter).Field],
        };
        var conditions = fields.Select(field => $"+{Column(field)} IN ({values})").ToList();
        return conditions is [var only] ? only : $"({string.Join(" OR ", conditions)})";
    }

    /// <summary>
    /// The condition that one of the fields leads to one of the entities or their parts, or says where something is and leads to what is
    /// located there.
    /// </summary>
    private static string IsInside(Filter.LeadsTo filter, Sql sql)
    {
        var inside = sql.AddEntities(filter.Entities, filter.Widening);
        var sites = Sql.Sites(inside, filter.Widening);
        var isOne = filter.Fields.Select(field => $"+{Column(field)} IN ({inside}){OrIsWhere(field, $"+{Column(field)} IN ({sites})")}");
        return $"({string.Join(" OR ", isOne)})";
    }

    /// <summary>
    /// The condition that places are asked for and that one of the fields leads to a place or park, or says where something is, and that
    /// nothing says that this lies outside of them.
    /// </summary>
    private static string IsUnplaced(Filter.LeadsTo filter, Sql sql)
    {
        var outside = sql.AddOutside(filter.Entities, filter.Widening);
        var isOne = filter.Fields.Select(field =>
            $"({Column(field)} NOT IN ({outside}) AND (EXISTS (SELECT 1 FROM entity g WHERE g.id = {Column(field)} AND {Sql.IsGround("g")})"
            + $"{OrIsWhere(field, $"{Column(field)} IS NOT NULL")}))"
        );
        return $"({sql.AsksForPlaces(filter.Entities)} AND ({string.Join(" OR ", isOne)}))";
    }

    /// <summary>The alternative that a field says where something is, and a condition on it.</summary>
    private static string OrIsWhere(string field, string condition) =>
        Filter.LeadsTo.WhereOf(field) switch
        {
            Where.Always => $" OR {condition}",
            Where.ByType => $" OR ({Sql.LeadsToWhere("+t")} AND {condition})",
            _ => "",
        };

    /// <summary>The column of a field.</summary>
    public static string Column(string field) =>
        field switch
        {
            "from" => "t.from_id",
            "to" => "t.to_id",
            // The record alone has it: nothing starts from it.
            "base" => "json_extract(t.json, '$.Base.Words')",
            "frequency" or "priceBasis" => $"json_extract(t.json, '$.{char.ToUpperInvariant(field[0])}{field[1..]}')",
            _ => $"t.{string.Concat(field.Select(c => char.IsUpper(c) ? $"_{char.ToLowerInvariant(c)}" : $"{c}"))}",
        };

    /// <summary>The condition that the breakdown of t has the member; ids have no blanks.</summary>
    public static string HasMember(string id) =>
        $"({Column("breakdown")} IS NOT NULL AND instr(' ' || {Column("breakdown")} || ' ', ' ' || {id} || ' ') > 0)";

    /// <summary>The condition of <see cref="Period.Overlaps"/> over the columns first and last of t.</summary>
    public static string Overlaps(DateRange days, Sql sql) => Lies(days with { Match = PeriodMatch.Overlaps }, sql);

    /// <summary>The condition that the columns first and last of t lie so to the days.</summary>
    private static string Lies(DateRange days, Sql sql)
    {
        if (days.Match is PeriodMatch.Is)
            return $"(t.first IS NOT NULL OR t.last IS NOT NULL) AND t.first IS {sql.Add(Day.Of(days.First))} AND t.last IS "
                + sql.Add(Day.Of(days.Last));
        if (days.Match is PeriodMatch.Within)
        {
            List<string> ends = ["(t.first IS NOT NULL OR t.last IS NOT NULL)"];
            if (days.First is { } start)
                ends.Add($"t.first >= {sql.Add(Day.Of(start))}");
            if (days.Last is { } end)
                ends.Add($"t.last <= {sql.Add(Day.Of(end))}");
            return string.Join(" AND ", ends);
        }
        var conditions = new List<string> { "(t.first IS NOT NULL OR t.last IS NOT NULL)" };
        if (days.Last is { } last)
            conditions.Add($"(t.first IS NULL OR t.first <= {sql.Add(Day.Of(last))})");
        if (days.First is { } first)
            conditions.Add($"(t.last IS NULL OR t.last >= {sql.Add(Day.Of(first))})");
        return string.Join(" AND ", conditions);
    }

    /// <summary>The condition that an article published on that day or before mentions an entity.</summary>
    public static string MentionedBy(string id, LocalDate day, Sql sql) =>
        $"EXISTS (SELECT 1 FROM mention m WHERE m.entity = {id} AND m.sort <= {sql.Add(Day.Of(day))})";

    /// <summary>The condition that an article t is published on those days.</summary>
    public static string PublishedOn(DateRange days, Sql sql)
    {
        var conditions = new List<string>();
        if (days.First is { } first)
            conditions.Add($"t.sort >= {sql.Add(Day.Of(first))}");
        if (days.Last is { } last)
            conditions.Add($"t.sort <= {sql.Add(Day.Of(last))}");
        return conditions.Count == 0 ? "1" : string.Join(" AND ", conditions);
    }

    /// <summary>The condition that a relationship has made one of those choices.</summary>
    public static string Chose(string relationship, string property, IReadOnlyList<string> choices, Sql sql) =>
        $"{Property(relationship, property, sql)} IN ({sql.AddAll(choices)})";

    /// <summary>A declared property of a relationship.</summary>
    public static string Property(string relationship, string name, Sql sql) =>
        $"json_extract({relationship}.json, {sql.Add($"$.{nameof(Relationship.Properties)}.{name}")})";

    /// <summary>
    /// The condition that an observation says a folded word. Names and sentences that have it are looked up once for the statement; a
    /// citation of several sentences has the place of each, between the two ends of its own.
    /// </summary>
    private static string Says(string word, Sql sql)
    {
        var phrase = sql.Add(SqliteGraphStore.Phrase(word));
        var named = Named(phrase);
        var said = $"SELECT s.rowid FROM sentence_search s WHERE s.code_points MATCH {phrase}";
        var sentence =
            "SELECT 1 FROM sentence x WHERE x.article = c.article AND x.place >= substr(c.sort, -23, 11)"
            + $" AND x.place < substr(c.sort, -11) || '~' AND +x.row IN ({said})";
        return $"({Contains("t.figure", word, sql)} OR +t.indicator IN ({named}) OR +t.about IN ({named})"
            + $" OR (+t.article IN (SELECT x.article FROM sentence x WHERE x.row IN ({said})) AND {Cited($"EXISTS ({sentence})")}))";
    }

    /// <summary>A subquery of the ids of what has a name with the phrase.</summary>
    private static string Named(string phrase) =>
        "SELECT n.owner FROM name_search s CROSS JOIN name n ON n.row = s.rowid"
        + $" WHERE s.code_points MATCH {phrase} AND n.type <> 'Article'";

    /// <summary>The condition that the days that an observation stands for on a line overlap those.</summary>
    private static string StandsIn(Filter.StandsIn filter, Sql sql)
    {
        var days = filter.Days;
        if (filter.IsExact)
            return $"{Selections.EndOf("t")} = {sql.Add(Day.Of(days.Last) ?? "")} AND COALESCE({Selections.StartOf("t")}, '') = "
                + sql.Add(Day.Of(days.First) ?? "");
        List<string> conditions = [];
        if (days.First is { } first)
            conditions.Add($"{Selections.EndOf("t")} >= {sql.Add(Day.Of(first))}");
        if (days.Last is { } last && sql.Add(Day.Of(last)) is var end)
            conditions.Add($"COALESCE({Selections.StartOf("t")}, '') <= {end}");
        return conditions.Count == 0 ? "1" : string.Join(" AND ", conditions);
    }

    private static string Printed(PrintedIn printed, Sql sql)
    {
        var parts = sql.AddAll(printed.Parts.Select(part => part.ToString()));
        var isThere = Cited($"c.part IN ({parts})");
        return printed.IsOnly ? $"{isThere} AND NOT {Cited($"c.part NOT IN ({parts})")}" : isThere;
    }

    private static string Cited(string condition) => $"EXISTS (SELECT 1 FROM citation c WHERE c.subject = t.id AND {condition})";

    private static string RecordedAsOf(Instant moment, Sql sql)
    {
        var ticks = sql.Add(moment.ToUnixTimeTicks());
        return $"t.recorded_at <= {ticks} AND (t.removed_at IS NULL OR t.removed_at > {ticks})";
    }

    private static string Each<T>(IReadOnlyList<T> values, Func<T, string> condition) => string.Join(" AND ", values.Select(condition));

    /// <summary>The condition that a column of folded text contains the text; an empty text is contained in everything.</summary>
    public static string Contains(string column, string text, Sql sql) => $"instr({column}, {sql.Add(Folding.Fold(text))}) > 0";
}
