using System.Globalization;

namespace ZhuzhouGraph.SqliteStore;

/// <summary>The values of a statement under construction. Whatever a caller sends becomes a parameter; no text of his enters a statement.</summary>
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
    public string AddAll(IEnumerable<string> values) => $"SELECT value FROM json_each({Add(CanonicalJson.Write<IReadOnlyCollection<string>>([.. values]))})";

    /// <summary>Adds ids or exact names and gives a subquery of the ids that they stand for, former ids resolved; an id may come twice.</summary>
    public string AddEntities(IReadOnlyList<string> idsOrNames)
    {
        var ids = AddAll(idsOrNames);
        return $"{ids} UNION ALL SELECT entity FROM former_id WHERE id IN ({ids})"
            + $" UNION ALL SELECT owner FROM name WHERE type <> 'Article' AND folded IN ({AddAll(NodeId.NamesAmong(idsOrNames).Select(Folding.Fold))})";
    }

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

    /// <summary>The condition that t is cited there.</summary>
    public string PrintedIn(PrintedIn printed)
    {
        var parts = AddAll(printed.Parts.Select(part => part.ToString()));
        var isThere = $"EXISTS (SELECT 1 FROM citation c WHERE c.subject = t.id AND c.part IN ({parts}))";
        return printed.IsOnly ? $"{isThere} AND NOT EXISTS (SELECT 1 FROM citation c WHERE c.subject = t.id AND c.part NOT IN ({parts}))" : isThere;
    }

    /// <summary>The conditions that a relationship has made those choices, one for each property.</summary>
    public IEnumerable<string> Chosen(string relationship, IReadOnlyList<ChosenValue> choices) => choices.GroupBy(c => c.Property, c => c.Value).Select(group =>
        $"json_extract({relationship}.json, {Add($"$.{nameof(Relationship.Properties)}.{group.Key}")}) IN ({AddAll(group)})");

    /// <summary>The condition that a column of folded text contains the text; an empty text is contained in everything.</summary>
    public string Contains(string column, string text) => $"instr({column}, {Add(Folding.Fold(text))}) > 0";
}
