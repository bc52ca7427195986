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
            Widening.Parts or Widening.PrintedParts => Closed(AddEntities(idsOrNames), Step("r.to_id", "r.from_id", widening)),
            Widening.Narrower => Closed(
                AddEntities(idsOrNames),
                "SELECT r.source FROM closed CROSS JOIN reference r ON r.entity = closed.value CROSS JOIN entity e ON e.id = r.source AND "
                    + "e.is_removed = 0"
                    + $" AND json_extract(e.json, '$.{nameof(Entity.Properties)}.{EntityTypes.Broader}') = r.entity"
            ),
            _ => AddEntities(idsOrNames),
        };

    /// <summary>
    /// Adds ids or exact names of places and gives a subquery of the ids of what is known to lie outside of them: see
    /// <see cref="EntityQuery.OrUnplaced"/>.
    /// </summary>
    public string AddOutside(IReadOnlyList<string> idsOrNames, Widening parts) =>
        Closed(
            $"SELECT id FROM entity WHERE type = '{EntityTypes.Place.Name}' AND is_removed = 0 AND kind IN "
                + $"({AddAll(EntityTypes.Administrations)}) AND id NOT IN ({AddEntities(idsOrNames, parts)})"
                + $" AND id NOT IN ({Closed(AddEntities(idsOrNames), Step("r.from_id", "r.to_id", parts))})",
            Step("r.to_id", "r.from_id", parts)
        );

    /// <summary>The condition that one of these is a place or park.</summary>
    public string AsksForPlaces(IReadOnlyList<string> idsOrNames) =>
        $"EXISTS (SELECT 1 FROM entity g WHERE g.id IN ({AddEntities(idsOrNames)}) AND {IsGround("g")})";

    /// <summary>The condition that an entity is a place or park.</summary>
    public static string IsGround(string entity) => $"({entity}.type = '{EntityTypes.Place.Name}' OR {entity}.kind = '{EntityTypes.Park}')";

    /// <summary>The condition that an article states a relationship, or implies it.</summary>
    public static string StatedInPrint(string relationship) => $"{relationship}.status <> '{StatementStatus.Reference}'";

    /// <summary>The step from a thing to its parts, or back; from a place or park to what it lies in, or back.</summary>
    private static string Step(string known, string next, Widening parts) =>
        $"SELECT {next} FROM closed CROSS JOIN relationship r ON {known} = closed.value AND r.type IN "
        + $"('{RelationshipTypes.PartOf.Name}', '{RelationshipTypes.LocatedIn.Name}')"
        + (parts is Widening.PrintedParts ? $" AND {StatedInPrint("r")}" : "")
        + $" CROSS JOIN entity e ON e.id = r.from_id AND (r.type = '{RelationshipTypes.PartOf.Name}' OR {IsGround("e")})";

    private static string Closed(string ids, string step) =>
        $"WITH RECURSIVE closed(value) AS (SELECT * FROM ({ids}) UNION {step}) SELECT value FROM closed";
}
