using System.Globalization;
using System.Text;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// The values of a statement under construction. Whatever a caller sends becomes a parameter; no text of his enters a statement.
/// </summary>
internal sealed class Parameters
{
    private readonly Dictionary<string, object?> _values = [];

    /// <summary>
    /// What must be worked out before the rows are looked for: subqueries that each give one list, in the order in which they were added.
    /// </summary>
    private readonly List<(string Name, string Subquery)> _lists = [];

    public Cypher Statement(string summary, string text) => Cypher.Of(summary, text, _values.Select(v => (v.Key, v.Value)));

    /// <summary>Adds a value and gives its placeholder.</summary>
    public string Add(object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"v{_values.Count + 1}");
        _values.Add(
            name,
            value switch
            {
                string text => Whole(text),
                IEnumerable<string> texts => texts.Select(Whole).ToList(),
                _ => value,
            }
        );
        return "$p." + name;
    }

    /// <summary>
    /// Half a surrogate pair is in no text of the graph, so asking for it finds nothing; only what is stored is refused for it.
    /// </summary>
    internal static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    /// <summary>
    /// Adds ids and gives what holds them and what else is admitted like them: their placeholder, or a variable that
    /// <see cref="Prelude"/> fills.
    /// </summary>
    public string AddEntities(IReadOnlyList<string> ids, Widening widening) =>
        widening switch
        {
            Widening.Parts or Widening.PrintedParts => AddList(Closed(Entities(ids), Downward(widening))),
            Widening.Narrower => AddList(Closed(Entities(ids), $"()<-[:{Statements.ReferenceType(EntityTypes.Broader)}]-()")),
            _ => Add(ids),
        };

    /// <summary>
    /// Adds ids of places and gives the variable that holds the ids of what is known to lie outside of them: see
    /// <see cref="EntityQuery.OrUnplaced"/>.
    /// </summary>
    public string AddOutside(IReadOnlyList<string> ids, Widening parts)
    {
        var asked = Entities(ids);
        return AddList(
            Closed(
                $$"""
                CALL () { CALL () { {{Closed(asked, Downward(parts))}} } RETURN collect(id) AS inside }
                CALL () { CALL () { {{Closed(asked, Upward(parts))}} } RETURN collect(id) AS above }
                MATCH (place:{{EntityTypes.Place.Name}}) WHERE place.kind IN {{Add(EntityTypes.Administrations)}}
                    AND NOT place.id IN inside AND NOT place.id IN above
                RETURN place.id AS id
                """,
                Downward(parts)
            )
        );
    }

    /// <summary>Adds ids and gives the variable that holds those among them that are places or parks.</summary>
    public string AddGrounds(IReadOnlyList<string> ids) =>
        AddList($"CALL () {{ {Entities(ids)} }} MATCH (ground:Entity {{id: id}}) WHERE {IsGround("ground")} RETURN ground.id AS id");

    /// <summary>The condition that an entity is a place or park.</summary>
    public static string IsGround(string entity) => $"({entity}:{EntityTypes.Place.Name} OR {entity}.kind = '{EntityTypes.Park}')";

    private static string Downward(Widening parts) => $"()<-[r:{Lies}]-(y) WHERE {IsStep("y", parts)}";

    private static string Upward(Widening parts) => $"(y)-[r:{Lies}]->() WHERE {IsStep("y", parts)}";

    private static string Lies => $"{RelationshipTypes.PartOf.Name}|{RelationshipTypes.LocatedIn.Name}";

    /// <summary>From a thing to its parts, or back; from a place or park to what it lies in, or back.</summary>
    private static string IsStep(string part, Widening parts) =>
        $"(r:{RelationshipTypes.PartOf.Name} OR {IsGround(part)})"
        + (parts is Widening.PrintedParts ? $" AND {Lists.Conditions.StatedInPrint("r")}" : "");

    /// <summary>Adds exact names and gives the variable that holds the ids of the entities that have them.</summary>
    public string AddNamed(IReadOnlyList<string> names) => AddList(Named(names));

    /// <summary>Gives the variable that holds the ids of the entities with a name that contains a folded word.</summary>
    /// <param name="word">Its placeholder.</param>
    public string AddNamedWith(string word) =>
        AddList(
            $"MATCH (n:Name) USING TEXT INDEX n:Name(folded) WHERE n.folded CONTAINS {word} AND n.type <> 'Article' RETURN DISTINCT n.owner"
                + " AS id"
        );

    /// <summary>Gives the variable that holds the ids of the articles with a held sentence that contains a folded word.</summary>
    /// <param name="word">Its placeholder.</param>
    public string AddArticlesSaying(string word) =>
        AddList($"MATCH (x:Sentence) USING TEXT INDEX x:Sentence(folded) WHERE x.folded CONTAINS {word} RETURN DISTINCT x.article AS id");

    private string Entities(IReadOnlyList<string> ids) => $"UNWIND {Add(ids)} AS id RETURN id";

    private static string Closed(string ids, string step) =>
        $$"""
            CALL () { {{ids}} } RETURN id
            UNION CALL () { {{ids}} } MATCH (w:Entity {id: id}) MATCH (w) ({{step}})+ (x:Entity) RETURN x.id AS id
            """;

    private string Named(IReadOnlyList<string> names) =>
        $"UNWIND {Add(names.Select(Folding.Fold).ToList())} AS x MATCH (n:Name) WHERE n.folded = x AND n.owner >= '' AND n.type <> "
        + $"'Article' RETURN n.owner AS id";

    private string AddList(string subquery)
    {
        var variable = string.Create(CultureInfo.InvariantCulture, $"ids{_lists.Count + 1}");
        _lists.Add((variable, subquery));
        return variable;
    }

    /// <summary>The variables that subqueries must take along, comma-separated.</summary>
    public IReadOnlyList<string> Variables => [.. _lists.Select(list => list.Name)];

    /// <summary>The head of the statement: one row with a list for each that was added; empty where there is none.</summary>
    public string Prelude() =>
        _lists.Count == 0 ? "" : $"WITH {string.Join(", ", _lists.Select(list => $"COLLECT {{\n{list.Subquery}\n}} AS {list.Name}"))}\n";
}
