namespace ZhuzhouGraph.Seeds;

/// <summary>
/// The look-up from printed names and ids to entities: of seeds that were read, or of a store. The registry's names are known everywhere. A
/// name that an article introduces is known in that article and, unless they have such a name of their own or the registry has, in those
/// that are imported after it.
/// </summary>
public sealed class NameIndex
{
    private readonly Dictionary<string, List<(string? Owner, Entity Entity)>> _byKey = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<(string? Owner, string Key), Location> _wrong = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <summary>Notes the next article in the order of import.</summary>
    public void AddArticle(string key) => _places.TryAdd(key, _places.Count);

    /// <summary>Adds an entity that an article introduces, or, without owner, one that is known everywhere.</summary>
    public void Add(Entity entity, string? owner)
    {
        _byId.TryAdd(entity.Id, entity);
        var keys = entity
            .Names.Select(n => Folding.Fold(n.Text))
            .Append(entity.Id)
            .Concat(entity.FormerIds)
            .Distinct(StringComparer.Ordinal);
        foreach (var key in keys)
        {
            if (!_byKey.TryGetValue(key, out var found))
                _byKey[key] = found = [];
            if (found.All(x => x.Entity.Id != entity.Id))
                found.Add((owner, entity));
        }
    }

    /// <summary>Notes names of an entry that is wrong itself, so that its uses are not told as well.</summary>
    public void AddWrong(IEnumerable<string> namesOrIds, string? owner, Location entry)
    {
        foreach (var name in namesOrIds)
            _wrong.TryAdd((owner, Folding.Fold(name)), entry);
    }

    /// <summary>The wrong entry that an article means by that name or id, or null.</summary>
    public Location? WrongEntryOf(string nameOrId, string? article) =>
        _wrong.GetValueOrDefault((article, Folding.Fold(nameOrId))) ?? _wrong.GetValueOrDefault((null, Folding.Fold(nameOrId)));

    /// <summary>The entity of that id, wherever it was introduced, or null.</summary>
    public Entity? Get(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The entities that an article may mean by that name or id.</summary>
    public IReadOnlyList<Entity> Find(string nameOrId, string? article) =>
        Candidates(nameOrId) is { Count: > 0 } all
        && (
            all.FindAll(x => x.Owner is null || x.Owner == article) is { Count: > 0 } own
                ? own
                : all.FindAll(x => IsEarlier(x.Owner, article))
        )
            is var found
            ? found.ConvertAll(x => x.Entity)
            : [];

    private bool IsEarlier(string? owner, string? article) =>
        owner is not null
        && article is not null
        && _places.TryGetValue(owner, out var its)
        && _places.TryGetValue(article, out var place)
        && its < place;

    /// <summary>The articles that know the name, where the one that asked does not: all of them come after it.</summary>
    public IReadOnlyList<string> OwnersOf(string name) =>
        [.. Candidates(name).Select(x => x.Owner).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The known name that is nearest to one that is not, or null.</summary>
    public string? NearestTo(string name, string? article) =>
        Nearest.To(
            name,
            _byKey
                .Values.SelectMany(x => x)
                .Where(x => x.Owner is null || x.Owner == article || IsEarlier(x.Owner, article))
                .SelectMany(x => x.Entity.Names)
                .Select(n => n.Text)
                .Distinct(StringComparer.Ordinal)
        );

    private List<(string? Owner, Entity Entity)> Candidates(string nameOrId) =>
        _byKey.GetValueOrDefault(NodeId.KindOf(nameOrId) is NodeKind.Entity ? nameOrId : Folding.Fold(nameOrId)) ?? [];
}
