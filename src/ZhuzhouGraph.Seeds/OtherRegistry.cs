namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Whether the registry of a folder is another's than the one in a store. A registry replaces the one before it: what no article states,
/// such as what lies where, would go with it.
/// </summary>
public static class OtherRegistry
{
    /// <summary>Ids that are looked up at once.</summary>
    private const int Chunk = 1_000;

    /// <summary>
    /// Null where the store is empty, the seeds have no registry, or the store has any entity under an id, present or former, of an entity
    /// of theirs.
    /// </summary>
    public static async Task<Problem?> FindAsync(BoundSeeds seeds, IGraphStore store, CancellationToken cancellationToken)
    {
        if (!seeds.Source.HasRegistry || (await store.HeadAsync(cancellationToken).ConfigureAwait(false)).Number == 0)
            return null;
        var ids = seeds.Registry.SelectMany(x => x.Entity.FormerIds.Prepend(x.Entity.Id)).Distinct(StringComparer.Ordinal).ToList();
        var stored = await store
            .ReadAsync(snapshot => StoredAsync(snapshot, ids, cancellationToken), cancellationToken)
            .ConfigureAwait(false);
        return stored is null
            ? null
            : new(
                ProblemCodes.OtherRegistry,
                new Location(seeds.Registry.Select(x => x.Location.File).FirstOrDefault()),
                $"The store has entities, such as {stored.Id}, and none of the {ids.Count} ids of this registry. Importing it removes what "
                    + "only the store's registry states. Allowed is a registry that has some of its entities; 'import' with "
                    + "--replace-registry replaces it all the same, and another --store-file keeps both."
            );
    }

    /// <summary>Some entity of the store, where it has none of those ids.</summary>
    private static async Task<Entity?> StoredAsync(
        IGraphSnapshot snapshot,
        IReadOnlyCollection<string> ids,
        CancellationToken cancellationToken
    )
    {
        foreach (var some in ids.Chunk(Chunk))
        {
            if ((await snapshot.GetAsync(some, cancellationToken).ConfigureAwait(false)).Count > 0)
                return null;
        }
        var page = await snapshot.ListAsync(new EntityQuery(), new PageRequest(1), cancellationToken).ConfigureAwait(false);
        return page.Items.Count > 0 ? page.Items[0] : null;
    }
}
