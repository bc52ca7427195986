using System.Globalization;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>
/// The values of a statement under construction. Whatever a caller sends becomes a parameter; no text of his enters a statement.
/// </summary>
internal sealed class Sql
{
    private readonly List<object?> _values = [];

    public IReadOnlyList<object?> Values => _values;

    /// <summary>Adds a value and gives its placeholder.</summary>
    public string Add(object? value)
    {
        _values.Add(value);
        return string.Create(CultureInfo.InvariantCulture, $"${_values.Count}");
    }

    /// <summary>Adds a list and gives a subquery of its values.</summary>
    public string AddAll(IEnumerable<string> values) =>
        $"SELECT value FROM json_each({Add(CanonicalJson.Write<IReadOnlyCollection<string>>([.. values]))})";

    /// <summary>
    /// Adds ids or exact names and gives a subquery of the ids that they stand for, former ids resolved; an id may come twice.
    /// </summary>
    public string AddEntities(IReadOnlyList<string> idsOrNames)
    {
        var ids = AddAll(idsOrNames);
        return $"{ids} UNION ALL SELECT entity FROM former_id WHERE id IN ({ids})"
            + $" UNION ALL SELECT owner FROM name WHERE type <> 'Article' AND folded IN "
            + $"({AddAll(NodeId.NamesAmong(idsOrNames).Select(Folding.Fold))})";
    }

    /// <param name="withParts">Whether their parts are admitted as well; then an id comes once.</param>
    public string AddEntities(IReadOnlyList<string> idsOrNames, bool withParts) =>
        !withParts
            ? AddEntities(idsOrNames)
            : Closed(
                AddEntities(idsOrNames),
                $"SELECT r.from_id FROM closed CROSS JOIN relationship r ON r.to_id = closed.value AND r.type IN "
                    + $"('{RelationshipTypes.PartOf.Name}', '{RelationshipTypes.LocatedIn.Name}')"
                    + $" CROSS JOIN entity e ON e.id = r.from_id AND (r.type = '{RelationshipTypes.PartOf.Name}' OR e.type = "
                    + $"'{EntityTypes.Place.Name}' OR e.kind = '{EntityTypes.Park}')"
            );

    /// <summary>
    /// Adds ids or exact names of indicators and gives a subquery of the ids that they and their narrower ones stand for, each once.
    /// </summary>
    public string AddWithNarrower(IReadOnlyList<string> idsOrNames) =>
        Closed(
            AddEntities(idsOrNames),
            "SELECT r.source FROM closed CROSS JOIN reference r ON r.entity = closed.value CROSS JOIN entity e ON e.id = r.source AND "
                + "e.is_removed = 0"
                + $" AND json_extract(e.json, '$.{nameof(Entity.Properties)}.{EntityTypes.Broader}') = r.entity"
        );

    private static string Closed(string ids, string step) =>
        $"WITH RECURSIVE closed(value) AS (SELECT * FROM ({ids}) UNION {step}) SELECT value FROM closed";

    /// <summary>The condition of <see cref="Period.Overlaps"/> over the columns first and last of t.</summary>
    public string Overlaps(DateRange days)
    {
        var conditions = new List<string> { "(t.first IS NOT NULL OR t.last IS NOT NULL)" };
        if (days.Last is { } last)
            conditions.Add($"(t.first IS NULL OR t.first <= {Add(Day.Of(last))})");
        if (days.First is { } first)
            conditions.Add($"(t.last IS NULL OR t.last >= {Add(Day.Of(first))})");
        return string.Join(" AND ", conditions);
    }

    /// <summary>The condition that a sort key that starts with a date is of that day or before.</summary>
    public string PublishedBy(NodaTime.LocalDate day) => $"t.sort < {Add(Day.Of(day) + "}")}";

    /// <summary>The condition that an article published on that day or before mentions an entity.</summary>
    public string MentionedBy(string id, NodaTime.LocalDate day) =>
        $"EXISTS (SELECT 1 FROM mention m WHERE m.entity = {id} AND m.sort <= {Add(Day.Of(day))})";

    /// <summary>The condition that an article t is published on those days.</summary>
    public string PublishedOn(DateRange days)
    {
        var conditions = new List<string>();
        if (days.First is { } first)
            conditions.Add($"t.sort >= {Add(Day.Of(first))}");
        if (days.Last is { } last)
            conditions.Add($"t.sort <= {Add(Day.Of(last))}");
        return conditions.Count == 0 ? "1" : string.Join(" AND ", conditions);
    }

    /// <summary>The condition that t is cited there.</summary>
    public string PrintedIn(PrintedIn printed)
    {
        var parts = AddAll(printed.Parts.Select(part => part.ToString()));
        var isThere = Cited($"c.part IN ({parts})");
        return printed.IsOnly ? $"{isThere} AND NOT {Cited($"c.part NOT IN ({parts})")}" : isThere;
    }

    /// <summary>The condition that one of these articles cites t.</summary>
    public string CitedBy(IReadOnlyList<string> articles) => Cited($"+c.article IN ({AddAll(articles)})");

    private static string Cited(string condition) => $"EXISTS (SELECT 1 FROM citation c WHERE c.subject = t.id AND {condition})";

    /// <summary>The conditions that a relationship names those entities.</summary>
    public IEnumerable<string> Naming(IReadOnlyList<NamedIn> names) =>
        names.Select(name => $"{Property("t", name.Property)} IN ({AddEntities(name.Entities)})");

    /// <summary>The conditions that a relationship has made those choices, one for each property.</summary>
    public IEnumerable<string> Chosen(string relationship, IReadOnlyList<ChosenValue> choices) =>
        choices.GroupBy(c => c.Property, c => c.Value).Select(group => $"{Property(relationship, group.Key)} IN ({AddAll(group)})");

    private string Property(string relationship, string name) =>
        $"json_extract({relationship}.json, {Add($"$.{nameof(Relationship.Properties)}.{name}")})";

    /// <summary>The condition that a column of folded text contains the text; an empty text is contained in everything.</summary>
    public string Contains(string column, string text) => $"instr({column}, {Add(Folding.Fold(text))}) > 0";
}
