using GraphQL;
using GraphQLParser.AST;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// What the arguments of one field name, by id or by exact name: looked up in two statements at most. Whatever is wrong with any of them
/// is noted, and all of it is reported at once.
/// </summary>
internal sealed class NamedNodes
{
    /// <summary>One for the ids, one for the names.</summary>
    public const int MostStatements = 2;

    private readonly List<ExecutionError> _errors = [];
    private readonly IReadOnlyDictionary<string, IGraphNode> _byId;
    private readonly IReadOnlyDictionary<string, IReadOnlyList<Entity>> _byName;

    private NamedNodes(IReadOnlyDictionary<string, IGraphNode> byId, IReadOnlyDictionary<string, IReadOnlyList<Entity>> byName) =>
        (_byId, _byName) = (byId, byName);

    public static async Task<NamedNodes> FindAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> idsOrNames,
        CancellationToken cancellationToken
    )
    {
        var names = NodeId.NamesAmong(idsOrNames);
        string[] ids = [.. idsOrNames.Except(names)];
        return new NamedNodes(
            ids.Length == 0 ? new Dictionary<string, IGraphNode>() : await snapshot.GetAsync(ids, cancellationToken),
            names.Count == 0 ? new Dictionary<string, IReadOnlyList<Entity>>() : await snapshot.ResolveAsync(names, cancellationToken)
        );
    }

    /// <summary>
    /// The present id of what the argument names; null, and a problem noted, where that is nothing, several things or something of another
    /// kind.
    /// </summary>
    /// <param name="allowed">The kinds, for the message.</param>
    public string? Id(string argument, string idOrName, Func<IGraphNode, bool> isAllowed, string allowed)
    {
        if (NodeId.KindOf(idOrName) is not null)
            return Checked(_byId.GetValueOrDefault(idOrName), "Nothing has this id.");
        var found = _byName.GetValueOrDefault(idOrName) ?? [];
        if (found.Count <= 1)
            return Checked(
                found is [var only] ? only : null,
                "No entity is named so; any of its names will do, written out, and 'search' finds parts of names."
            );
        _errors.Add(GraphErrors.Ambiguous(idOrName, found));
        return null;

        string? Checked(IGraphNode? node, string missing)
        {
            if (node is null)
                Report(argument, GraphErrors.UnknownName, $"is '{idOrName}'. {missing}");
            else if (!isAllowed(node))
                Report(argument, GraphErrors.InvalidArgument, $"is '{idOrName}', which is of type {TypeOf(node)}; allowed: {allowed}.");
            else
                return node.Id;
            return null;
        }
    }

    public IReadOnlyList<string> Ids(string argument, IEnumerable<string> idsOrNames, Func<IGraphNode, bool> isAllowed, string allowed) =>
        [.. idsOrNames.Select(text => Id(argument, text, isAllowed, allowed)).OfType<string>().Distinct(StringComparer.Ordinal)];

    public void Report(string argument, string code, string message) => _errors.Add(GraphErrors.Of(code, $"'{argument}' {message}"));

    /// <summary>Fails the field with all problems that were noted.</summary>
    public void ThrowIfAny(ExecutionErrors errors, GraphQLField field, IEnumerable<object> path, GraphQLDocument document)
    {
        if (_errors.Count == 0)
            return;
        foreach (var error in _errors.SkipLast(1))
        {
            error.AddLocation(field, document);
            error.Path = path;
            errors.Add(error);
        }
        // The executor says where the last one comes from.
        throw _errors[^1];
    }

    /// <summary>Fails with the problem that was noted, for a field that names one thing.</summary>
    public void ThrowIfAny()
    {
        if (_errors is [var first, ..])
            throw first;
    }

    private static string TypeOf(IGraphNode node) =>
        node switch
        {
            Entity entity => entity.Type.Name,
            Relationship relationship => relationship.Type.TypeName,
            _ => node.GetType().Name,
        };
}
