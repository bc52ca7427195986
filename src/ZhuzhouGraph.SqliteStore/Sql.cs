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

    /// <summary>The same with what else is admitted like them; then an id comes once.</summary>
    public string AddEntities(IReadOnlyList<string> idsOrNames, Widening widening) =>
        widening switch
        {
            Widening.Parts => Closed(
                AddEntities(idsOrNames),
                $"SELECT r.from_id FROM closed CROSS JOIN relationship r ON r.to_id = closed.value AND r.type IN "
                    + $"('{RelationshipTypes.PartOf.Name}', '{RelationshipTypes.LocatedIn.Name}')"
                    + $" CROSS JOIN entity e ON e.id = r.from_id AND (r.type = '{RelationshipTypes.PartOf.Name}' OR e.type = "
                    + $"'{EntityTypes.Place.Name}' OR e.kind = '{EntityTypes.Park}')"
            ),
            Widening.Narrower => Closed(
                AddEntities(idsOrNames),
                "SELECT r.source FROM closed CROSS JOIN reference r ON r.entity = closed.value CROSS JOIN entity e ON e.id = r.source AND "
                    + "e.is_removed = 0"
                    + $" AND json_extract(e.json, '$.{nameof(Entity.Properties)}.{EntityTypes.Broader}') = r.entity"
            ),
            _ => AddEntities(idsOrNames),
        };

    private static string Closed(string ids, string step) =>
        $"WITH RECURSIVE closed(value) AS (SELECT * FROM ({ids}) UNION {step}) SELECT value FROM closed";
}
