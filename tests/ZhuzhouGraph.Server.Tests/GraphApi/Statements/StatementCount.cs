using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using GraphQLParser.AST;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Statements;

/// <summary>
/// How many statements a request may cost beside those that read the version: one for all names that the arguments of its operation give,
/// one for each list and search at the root, and on each
/// level one for all links together, one for each distinct (field, arguments) of a list and one for each of a count. The answer says which
/// types stand where, and which levels have no parents and cost nothing. It has to hold <c>__typename</c> everywhere and <c>id</c> where
/// there is one.
/// </summary>
internal sealed class StatementCount
{
    /// <summary>Fields for which a page is asked, where one of them is selected.</summary>
    private static readonly string[] PageFields = ["nodes", "edges", "pageInfo", "isCapped", "nearest", "resume"];

    /// <summary>What composed answers hold already, so that nothing is asked for it.</summary>
    private static readonly string[] Held = ["relationship", "relationships", "theirs", "own", "observation"];

    /// <summary>Items that hold some of their nodes and ask for the others; those of an entity are put together from three lists.</summary>
    private const string Mixed = "CitedItem";

    private readonly ISchema _schema;
    private readonly AskedDocument _document;

    /// <summary>The keys of each question, by level. A key is asked for once in a request.</summary>
    private readonly Dictionary<string, SortedDictionary<int, HashSet<string>>> _asked = new(StringComparer.Ordinal);
    private int _roots;
    private readonly HashSet<(string Question, int Level)> _perhaps = [];
    private bool _isUnsure;
    private int _composedAtLeast,
        _composedAtMost;

    private StatementCount(ISchema schema, AskedDocument document) => (_schema, _document) = (schema, document);

    /// <summary>
    /// The least and the most. They differ by what composed fields take, of which only the bound is known, and by what lists of mixed items
    /// hold.
    /// </summary>
    public static (int Least, int Most) Of(ISchema schema, AskedDocument document, JsonObject data)
    {
        var count = new StatementCount(schema, document);
        count.Walk(data, document.Operation, 0);
        var exact = document.Names + count._roots + count._asked.Values.Sum(Levels);
        return (exact + count._composedAtLeast, exact + count._composedAtMost + count._perhaps.Count);
    }

    /// <summary>On how many levels something is asked that was not asked before.</summary>
    private static int Levels(SortedDictionary<int, HashSet<string>> byLevel)
    {
        HashSet<string> known = new(StringComparer.Ordinal);
        return byLevel.Values.Count(keys =>
        {
            var before = known.Count;
            known.UnionWith(keys);
            return known.Count > before;
        });
    }

    private void Walk(JsonNode? value, IEnumerable<GraphQLSelectionSet> sets, int level)
    {
        foreach (var item in value as JsonArray ?? [])
            Walk(item, sets, level);
        if (value is not JsonObject parent)
            return;
        var type = (IObjectGraphType)_schema.AllTypes[parent["__typename"]!.GetValue<string>()]!;
        foreach (var merged in _document.Fields(sets, type))
        {
            // A scalar that the node tells, which need not stand in the answer.
            if (type.Name == "SearchHit" && merged.First().Name.Value == "source")
                _perhaps.Add(("node", level));
            // A line of citation needs the article, then the figure, then who says it, each where it is not there yet.
            if (type.Name == "Citation" && merged.First().Name.StringValue is "citeAs" or "citeAsEnglish")
                _perhaps.UnionWith([("cited article", level), ("cited figure", level), ("speaker", level)]);
            // How figures agree depends on the days of their articles.
            if (type.Name == "SameFactEdge" && merged.First().Name.StringValue is "agreement" or "relation" or "how" or "unitJump")
                _perhaps.Add(("node", level));
            var isNamedTogether = type.Name == "CoAttendance" && merged.First().Name.Value == "namedTogether";
            var isNearest = type.Name == "SearchHitConnection" && merged.First().Name.Value == "nearest";
            if (isNamedTogether)
                (_composedAtLeast, _composedAtMost) = (_composedAtLeast + 1, _composedAtMost + CoMentions.Statements);
            if (
                type.Fields.Find(merged.First().Name.Value) is not { } declared
                || declared.ResolvedType!.GetNamedType() is not IComplexGraphType inner
            )
                continue;
            var below = merged.Select(field => field.SelectionSet!).ToList();
            var isParked = ReferenceEquals(type, _schema.Query)
                ? AtRoot(declared, merged.First(), inner, below)
                : AtNode(parent, declared, merged.First(), inner, below, parent[merged.Key], level);
            if (type.Name == Mixed)
                WalkUnsure(parent[merged.Key], below, level);
            else
                Walk(parent[merged.Key], below, isParked || isNamedTogether || isNearest ? level + 1 : level);
        }
    }

    /// <summary>Below an item that was held, or asked for: what stands there may be asked on either level.</summary>
    private void WalkUnsure(JsonNode? value, IEnumerable<GraphQLSelectionSet> sets, int level)
    {
        var wasUnsure = _isUnsure;
        _isUnsure = true;
        Walk(value, sets, level);
        Walk(value, sets, level + 1);
        _isUnsure = wasUnsure;
    }

    /// <summary>Notes what a root field costs. True, because all of them wait for each other.</summary>
    private bool AtRoot(FieldType declared, GraphQLField field, IComplexGraphType inner, IReadOnlyList<GraphQLSelectionSet> below)
    {
        if (StatementBounds.AtMost.TryGetValue(declared.Name, out var most))
        {
            // What a summary counts is kept; a list is asked for nothing of which nothing is selected.
            var asked = !IsList(inner) ? 1 : (IsPaged(inner, below) ? 1 : 0) + Counts(inner, below);
            // A text without a figure asks for nothing either.
            _composedAtLeast += declared.Name is "summary" or "checkClaim" or "checkText" ? 0 : asked;
            // The nearest names are looked for where nothing is found.
            _composedAtMost += most * (asked + Selected("nearest", inner, below));
        }
        else if (IsList(inner))
        {
            _roots +=
                (IsPaged(inner, below) ? 1 : 0)
                + Counts(inner, below)
                + Selected("ungrouped", inner, below)
                + (2 * (PassedOver(declared, field, inner, below) + Unplaced(declared, field, inner, below)))
                + OnlyPossible(declared, field, inner, below);
        }
        else if (_document.Argument(declared, field, "name") is null)
        {
            Ask("node", 0, Texts(_document.Argument(declared, field, "ids") ?? _document.Argument(declared, field, "id")));
        }
        return true;
    }

    /// <summary>Notes what a field of a node costs. True where its children wait for it, and so stand one level deeper.</summary>
    private bool AtNode(
        JsonObject parent,
        FieldType declared,
        GraphQLField field,
        IComplexGraphType inner,
        IReadOnlyList<GraphQLSelectionSet> below,
        JsonNode? value,
        int level
    )
    {
        var holder = parent["__typename"]!.GetValue<string>();
        if (IsList(inner))
        {
            var question = $"{declared.Name} {inner.Name} {_document.Arguments(declared, field, name => name is not ("first" or "after"))}";
            for (
                var part = inner.Name == $"{Mixed}Connection" && holder != "Article" ? Cited.StatementsOfEntities : 1;
                part > 0 && IsPaged(inner, below);
                part--
            )
                Ask(
                    $"{question} {_document.Arguments(declared, field, name => name is "first" or "after")} {part}",
                    level,
                    Texts(parent["id"])
                );
            var passedOver = PassedOver(declared, field, inner, below);
            if (Counts(inner, below) + passedOver > 0)
                Ask($"count {question}", level + 1, Texts(parent["id"]));
            if (passedOver > 0)
                Ask($"count every {question}", level + 1, Texts(parent["id"]));
            if (OnlyPossible(declared, field, inner, below) > 0)
                Ask($"count only possible of {question}", level + 1, Texts(parent["id"]));
            foreach (var part in Unplaced(declared, field, inner, below) > 0 ? ["placed", "placed or not"] : Array.Empty<string>())
                Ask($"count {part} {question}", level + 1, Texts(parent["id"]));
            return true;
        }
        if (inner.Name == "DerivedValue")
        {
            // Nothing is asked for where no point has one beside it, and more where a line has hundreds of points within the days.
            _composedAtMost += 2;
            return true;
        }
        if (inner.Name == "FactReport")
        {
            // The other figures; their articles, where there are some, and how many there are, where a page does not hold them.
            Ask($"report {_document.Arguments(declared, field, _ => true)}", level, Texts(parent["id"] ?? parent["observation"]?["id"]));
            _composedAtMost += FactReports.MaxStatements - 1;
            return true;
        }
        var isHeld =
            holder.EndsWith("Edge", StringComparison.Ordinal)
            || holder.EndsWith("Connection", StringComparison.Ordinal)
            || holder == "TimelineItem"
            || Held.Contains(declared.Name);
        if (isHeld || !(IsNode(inner) || inner.Name == "Citation"))
            return false;
        if (holder == Mixed)
            _perhaps.Add((inner.Name, level));
        else
            Ask("node", level, (value as JsonArray ?? [value?.DeepClone()]).SelectMany(node => Texts(node?["id"])));
        return true;
    }

    private static bool IsNode(IComplexGraphType type) =>
        type.Name == "Node"
        || type switch
        {
            IObjectGraphType node => node.ResolvedInterfaces.Any(i => i.Name == "Node"),
            IInterfaceGraphType node => node.ResolvedInterfaces.Any(i => i.Name == "Node"),
            _ => false,
        };

    private void Ask(string question, int level, IEnumerable<string> keys)
    {
        if (_isUnsure)
        {
            _perhaps.Add((question, level));
            return;
        }
        if (!_asked.TryGetValue(question, out var levels))
            _asked[question] = levels = [];
        if (!levels.TryGetValue(level, out var known))
            levels[level] = known = new(StringComparer.Ordinal);
        known.UnionWith(keys);
    }

    private static IEnumerable<string> Texts(JsonNode? ids) =>
        ids switch
        {
            null => [],
            JsonArray several => several.Select(id => id!.GetValue<string>()),
            _ => [ids.GetValue<string>()],
        };

    private static bool IsList(IComplexGraphType type) => type.Name.EndsWith("Connection", StringComparison.Ordinal);

    private bool IsPaged(IComplexGraphType list, IReadOnlyList<GraphQLSelectionSet> below) =>
        _document.Fields(below, list).SelectMany(fields => fields).Any(field => PageFields.Contains(field.Name.StringValue));

    /// <summary>How many times the count is answered; at a node it is one question however often.</summary>
    private int Counts(IComplexGraphType list, IReadOnlyList<GraphQLSelectionSet> below) => Selected("totalCount", list, below);

    /// <summary>How many times it is told what the newest leave out: the difference of two counts.</summary>
    private int PassedOver(FieldType declared, GraphQLField field, IComplexGraphType list, IReadOnlyList<GraphQLSelectionSet> below) =>
        _document.Argument(declared, field, "latestPer") is null ? 0 : Selected("passedOver", list, below);

    /// <summary>How many times it is told what fits a filter by value only possibly.</summary>
    private int OnlyPossible(FieldType declared, GraphQLField field, IComplexGraphType list, IReadOnlyList<GraphQLSelectionSet> below) =>
        _document.Argument(declared, field, "filter")?["value"] is JsonObject value
        && (value["certainty"]?.GetValue<string>() ?? "CERTAIN") == "CERTAIN"
            ? Selected("onlyPossible", list, below)
            : 0;

    /// <summary>How many times it is told what parts cannot place: the difference of two counts.</summary>
    private int Unplaced(FieldType declared, GraphQLField field, IComplexGraphType list, IReadOnlyList<GraphQLSelectionSet> below)
    {
        var filter = _document.Argument(declared, field, "filter") as JsonObject;
        var counts = (filter?["relationships"] as JsonArray ?? []).OfType<JsonObject>();
        return HasParts(filter) || counts.Any(count => HasParts(count) && IsLeast(count)) ? Selected("unplaced", list, below) : 0;

        static bool HasParts(JsonObject? input) => input?["withParts"]?.GetValue<bool>() is true;

        static bool IsLeast(JsonObject count) =>
            (count["atLeast"]?.GetValue<int>() ?? (count["atMost"] is null ? 1 : 0)) > 0 && count["with"] is JsonArray { Count: > 0 };
    }

    private int Selected(string name, IComplexGraphType list, IReadOnlyList<GraphQLSelectionSet> below) =>
        _document.Fields(below, list).Count(fields => fields.First().Name.Value == name);
}
