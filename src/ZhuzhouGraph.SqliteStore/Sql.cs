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
            Widening.Parts or Widening.PrintedParts => Closed(AddAll(ids), $"SELECT r.from_id {Step("closed", "r.to_id", widening)}"),
            Widening.Narrower => Closed(
                AddAll(ids),
                "SELECT r.source FROM closed CROSS JOIN reference r ON r.entity = closed.value CROSS JOIN entity e ON e.id = r.source AND "
                    + "e.is_removed = 0"
                    + $" AND json_extract(e.json, '$.{nameof(Entity.Properties)}.{EntityTypes.Broader}') = r.entity"
            ),
            _ => AddAll(ids),
        };

    /// <summary>
    /// Adds ids of places and gives a subquery of the ids of what is known to lie outside of them, and of what is located there: see
    /// <see cref="EntityQuery.OrUnplaced"/>. A unit of administration that lies apart from a place, or from what that lies in, is apart
    /// from it with all its units; what is in a unit that is apart from each place is outside.
    /// </summary>
    public string AddOutside(IReadOnlyList<string> ids, Widening parts)
    {
        const string aboveIt = "SELECT 1 FROM up o WHERE o.asked = up.asked AND o.value = b.id";
        return "WITH RECURSIVE"
            + $" asked(id) AS (SELECT g.id FROM entity g WHERE g.id IN ({AddAll(ids)}) AND {IsGround("g")}),"
            + $" up(asked, value) AS (SELECT id, id FROM asked UNION SELECT up.asked, r.to_id {Step("up", "r.from_id", parts)}),"
            + " apart(asked, value) AS (SELECT up.asked, b.id FROM up CROSS JOIN entity a ON a.id = up.value"
            + $" CROSS JOIN entity b ON b.type = '{EntityTypes.Place.Name}' AND b.is_removed = 0 AND {IsOfOneLevel("a", "b")}"
            + $" AND NOT EXISTS ({aboveIt})"
            + $" UNION SELECT apart.asked, r.from_id {Step("apart", "r.to_id", parts)} AND {IsUnit("e")}),"
            + " closed(value) AS (SELECT value FROM apart GROUP BY value HAVING COUNT(*) = (SELECT COUNT(*) FROM asked)"
            + $" UNION SELECT r.from_id {Step("closed", "r.to_id", parts)})"
            + $" SELECT value FROM closed UNION {Sites("SELECT value FROM closed", parts)}";
    }

    /// <summary>A subquery of the ids of what is located in entities, whatever it is.</summary>
    public static string Sites(string entities, Widening parts) =>
        $"SELECT l.from_id FROM relationship l WHERE l.to_id IN ({entities}) AND l.type = '{RelationshipTypes.LocatedIn.Name}'"
        + (parts is Widening.PrintedParts ? $" AND {StatedInPrint("l")}" : "");

    /// <summary>The condition that a relationship leads to where something is.</summary>
    public static string LeadsToWhere(string relationship) => $"{relationship}.type IN ({Words(RelationshipTypes.LeadingToWhere)})";

    /// <summary>The condition that one of these is a place or park.</summary>
    public string AsksForPlaces(IReadOnlyList<string> ids) =>
        $"EXISTS (SELECT 1 FROM entity g WHERE g.id IN ({AddAll(ids)}) AND {IsGround("g")})";

    /// <summary>The condition that an entity is a place or park.</summary>
    public static string IsGround(string entity) => $"({entity}.type = '{EntityTypes.Place.Name}' OR {entity}.kind = '{EntityTypes.Park}')";

    /// <summary>The condition that an article states a relationship, or implies it.</summary>
    public static string StatedInPrint(string relationship) => $"{relationship}.status <> '{StatementStatus.Reference}'";

    private static string IsUnit(string place) => $"({string.Join(" OR ", EntityTypes.Levels.Select(kinds => IsOf(place, kinds)))})";

    private static string IsOfOneLevel(string a, string b) =>
        $"({string.Join(" OR ", EntityTypes.Levels.Select(kinds => $"{IsOf(a, kinds)} AND {IsOf(b, kinds)}"))})";

    private static string IsOf(string place, IEnumerable<string> kinds) => $"{place}.kind IN ({Words(kinds)})";

    /// <summary>Declared words.</summary>
    private static string Words(IEnumerable<string> words) => string.Join(", ", words.Select(word => $"'{word}'"));

    /// <summary>
    /// The step from what a closure knows to what is PART_OF it and to the places and parks that are LOCATED_IN it, or back.
    /// </summary>
    /// <param name="known">The end that is known.</param>
    private static string Step(string closure, string known, Widening parts) =>
        $"FROM {closure} CROSS JOIN relationship r ON {known} = {closure}.value AND r.type IN "
        + $"('{RelationshipTypes.PartOf.Name}', '{RelationshipTypes.LocatedIn.Name}')"
        + (parts is Widening.PrintedParts ? $" AND {StatedInPrint("r")}" : "")
        + $" CROSS JOIN entity e ON e.id = r.from_id AND (r.type = '{RelationshipTypes.PartOf.Name}' OR {IsGround("e")})";

    private static string Closed(string ids, string step) =>
        $"WITH RECURSIVE closed(value) AS (SELECT * FROM ({ids}) UNION {step}) SELECT value FROM closed";
}
