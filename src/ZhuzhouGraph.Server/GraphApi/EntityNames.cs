namespace ZhuzhouGraph.Server.GraphApi;

/// <summary>Entities by id or by exact name.</summary>
internal static class EntityNames
{
    /// <summary>The entity that is meant. Throws what tells a client why there is none, or which ones there are.</summary>
    /// <param name="argument">The argument that names it.</param>
    public static async Task<Entity> OnlyAsync(IGraphSnapshot snapshot, string argument, string idOrName, CancellationToken cancellationToken)
    {
        var found = NodeId.KindOf(idOrName) is null
            ? Only(idOrName, (await snapshot.ResolveAsync([idOrName], cancellationToken)).GetValueOrDefault(idOrName))
            : (await snapshot.GetAsync([idOrName], cancellationToken)).GetValueOrDefault(idOrName) as Entity;
        return found ?? throw GraphErrors.Of(GraphErrors.InvalidArgument, $"'{argument}' is '{idOrName}', and no entity has that {(NodeId.KindOf(idOrName) is null ? "name; 'search' finds parts of names" : "id")}.");
    }

    /// <summary>The only entity of that name, or null. Throws where there are several.</summary>
    public static Entity? Only(string name, IReadOnlyList<Entity>? found) => found switch
    {
        null or [] => null,
        [var only] => only,
        var several => throw GraphErrors.Of(GraphErrors.AmbiguousName,
            $"Several entities are named '{name}': {string.Join(", ", several.Select(e => $"{e.Id} ({e.Type.Name} {e.Name})"))}. Ask by id.",
            ("candidates", several.Select(e => e.Id).ToList())),
    };
}
