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

    /// <summary>Adds ids and gives a subquery of them and of what else is admitted like them; then an id comes once.</summary>
    public string AddEntities(IReadOnlyList<string> ids, Widening widening) =>
        widening switch
        {
            Widening.Parts or Widening.PrintedParts => Closed(AddAll(ids), Step("r.to_id", "r.from_id", widening)),
            Widening.Narrower => Closed(
                AddAll(ids),
                "SELECT r.source FROM closed CROSS JOIN reference r ON r.entity = closed.value CROSS JOIN entity e ON e.id = r.source AND "
                    + "e.is_removed = 0"
                    + $" AND json_extract(e.json, '$.{nameof(Entity.Properties)}.{EntityTypes.Broader}') = r.entity"
            ),
            _ => AddAll(ids),
        };

    /// <summary>
    /// Adds ids of places and gives a subquery of the ids of what is known to lie outside of them: see
    /// <see cref="EntityQuery.OrUnplaced"/>.
    /// </summary>
    public string AddOutside(IReadOnlyList<string> ids, Widening parts) =>
        Closed(
            $"SELECT id FROM entity WHERE type = '{EntityTypes.Place.Name}' AND is_removed = 0 AND kind IN "
                + $"({AddAll(EntityTypes.Administrations)}) AND id NOT IN ({AddEntities(ids, parts)})"
                + $" AND id NOT IN ({Closed(AddAll(ids), Step("r.from_id", "r.to_id", parts))})",
            Step("r.to_id", "r.from_id", parts)
        );

    /// <summary>The condition that one of these is a place or park.</summary>
    public string AsksForPlaces(IReadOnlyList<string> ids) =>
        $"EXISTS (SELECT 1 FROM entity g WHERE g.id IN ({AddAll(ids)}) AND {IsGround("g")})";

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
