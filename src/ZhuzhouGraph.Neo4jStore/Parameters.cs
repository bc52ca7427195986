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
    /// Adds ids or exact names and gives the variable that holds the ids that they stand for, former ids resolved. <see cref="Prelude"/>
    /// fills it.
    /// </summary>
    public string AddEntities(IReadOnlyList<string> idsOrNames) => AddList(Entities(idsOrNames));

    /// <summary>The same with what else is admitted like them.</summary>
    public string AddEntities(IReadOnlyList<string> idsOrNames, Widening widening) =>
        widening switch
        {
            Widening.Parts => AddList(
                Closed(
                    Entities(idsOrNames),
                    $"()<-[r:{RelationshipTypes.PartOf.Name}|{RelationshipTypes.LocatedIn.Name}]-(y) WHERE "
                        + $"r:{RelationshipTypes.PartOf.Name} OR y:{EntityTypes.Place.Name} OR y.kind = '{EntityTypes.Park}'"
                )
            ),
            Widening.Narrower => AddList(Closed(Entities(idsOrNames), $"()<-[:{Statements.ReferenceType(EntityTypes.Broader)}]-()")),
            _ => AddEntities(idsOrNames),
        };

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

    private string Entities(IReadOnlyList<string> idsOrNames)
    {
        var ids = Add(idsOrNames);
        return $$"""
            UNWIND {{ids}} AS x RETURN x AS id
            UNION UNWIND {{ids}} AS x MATCH (f:FormerId {id: x}) RETURN f.entity AS id
            UNION {{Named(NodeId.NamesAmong(idsOrNames))}}
            """;
    }

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
