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

    /// <param name="columns">See <see cref="Cypher.Columns"/>.</param>
    public Cypher Statement(string summary, string text, params IReadOnlyList<string> columns) =>
        Cypher.Of(summary, text, _values.Select(v => (v.Key, v.Value))) with
        {
            Columns = columns,
        };

    /// <summary>Adds a value and gives its placeholder.</summary>
    public string Add(object? value)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"v{_values.Count + 1}");
        _values.Add(name, Sent(value));
        return "$p." + name;
    }

    /// <summary>
    /// Half a surrogate pair is in no text of the graph, so asking for it finds nothing; only what is stored is refused for it.
    /// </summary>
    internal static string Whole(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));

    private static object? Sent(object? value) =>
        value switch
        {
            string text => Whole(text),
            IEnumerable<string> texts => texts.Select(Whole).ToList(),
            IReadOnlyDictionary<string, object?> map => map.ToDictionary(entry => entry.Key, entry => Sent(entry.Value)),
            IEnumerable<IReadOnlyDictionary<string, object?>> maps => maps.Select(Sent).ToList(),
            _ => value,
        };

    /// <summary>
    /// Adds ids and gives what holds them and what else is admitted like them: their placeholder, or a variable that
    /// <see cref="Prelude"/> fills.
    /// </summary>
    public string AddEntities(IReadOnlyList<string> ids, Widening widening) =>
        widening is Widening.None ? Add(ids) : AddList(Reach.Closed(Add(ids), Reach.Downward(widening)));

    /// <summary>Gives the variable that holds the ids of what is located in entities, whatever it is.</summary>
    /// <param name="ids">What holds their ids.</param>
    public string AddSites(string ids, Widening parts) => AddList($"{Reach.Sites(ids, IsPrinted(parts))}\nRETURN DISTINCT site.id AS id");

    /// <summary>
    /// Gives the variable that holds the ids of what is known to lie outside of places: see <see cref="EntityQuery.OrUnplaced"/>. Null,
    /// where none of the ids is that of a place or park.
    /// </summary>
    /// <param name="ids">The ids that are asked for.</param>
    public string AddOutside(IReadOnlyList<string> ids, Widening parts) =>
        AddList($"UNWIND [{{asked: {Add(ids)}, isPrinted: {IsPrinted(parts)}, isPlacing: true}}] AS link\n{Reach.Outside}\nRETURN link")
        + "[0].outside";

    private static string IsPrinted(Widening parts) => parts is Widening.PrintedParts ? "true" : "false";

    /// <summary>
    /// Adds counts of relationships and gives what holds them: a map each, see <see cref="Lists.LinkCounts"/>. However many they are and
    /// whatever they ask, the text is the same.
    /// </summary>
    /// <param name="withParts">Whether some of them want parts.</param>
    /// <param name="orUnplaced">Whether some of them want what is known to lie outside.</param>
    public string AddLinks(IReadOnlyList<IReadOnlyDictionary<string, object?>> links, bool withParts, bool orUnplaced)
    {
        var added = Add(links);
        return withParts ? AddList($"UNWIND {added} AS link\n{Reach.Parts}{(orUnplaced ? $"\n{Reach.Outside}" : "")}\nRETURN link") : added;
    }

    /// <summary>Adds exact names and gives the variable that holds the ids of the entities that have them.</summary>
    public string AddNamed(IReadOnlyList<string> names) => AddList(Named(names));

    /// <summary>
    /// Adds folded words and gives the variable that holds for each the word, the ids of the entities <c>named</c> with it and those of the
    /// <c>articles</c> with a held sentence that contains it.
    /// </summary>
    public string AddSaid(IReadOnlyList<string> words) =>
        AddList(
            $$"""
            UNWIND {{Add(words)}} AS word
            CALL (word) { MATCH (n:Name) USING TEXT INDEX n:Name(folded) WHERE n.folded CONTAINS word AND n.type <> 'Article'
                RETURN collect(DISTINCT n.owner) AS named }
            CALL (word) { MATCH (x:Sentence) USING TEXT INDEX x:Sentence(folded) WHERE x.folded CONTAINS word
                RETURN collect(DISTINCT x.article) AS articles }
            RETURN {word: word, named: named, articles: articles} AS said
            """
        );

    /// <summary>Adds folded words and gives the variable that holds for each the ids of the entities named with it.</summary>
    public string AddNamedWith(IReadOnlyList<string> words) =>
        AddList(
            $$"""
            UNWIND {{Add(words)}} AS word
            CALL (word) { MATCH (n:Name) USING TEXT INDEX n:Name(folded) WHERE n.folded CONTAINS word AND n.type <> 'Article'
                RETURN collect(DISTINCT n.owner) AS named }
            RETURN named
            """
        );

    private string Named(IReadOnlyList<string> names) =>
        $"UNWIND {Add(names.Select(Folding.Fold).ToList())} AS x MATCH (n:Name) WHERE n.folded = x AND n.owner >= '' AND n.type <> "
        + $"'Article' RETURN n.owner AS id";

    private string AddList(string subquery)
    {
        var variable = string.Create(CultureInfo.InvariantCulture, $"ids{_lists.Count + 1}");
        _lists.Add((variable, subquery));
        return variable;
    }

    /// <summary>The variables that subqueries must take along.</summary>
    public IReadOnlyList<string> Variables => [.. _lists.Select(list => list.Name)];

    /// <summary>
    /// The head of the statement: one row with a list for each that was added, which those added later may use; empty where there is none.
    /// </summary>
    public string Prelude() =>
        string.Concat(_lists.Select((list, at) => $"WITH {(at == 0 ? "" : "*, ")}COLLECT {{\n{list.Subquery}\n}} AS {list.Name}\n"));
}
