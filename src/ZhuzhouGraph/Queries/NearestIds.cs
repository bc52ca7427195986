using NodaTime.Text;

namespace ZhuzhouGraph.Queries;

/// <summary>
/// What an id that the graph does not know was probably meant to be: asked only where somebody is told of an error. For names see
/// <see cref="IGraphSnapshot.NearestAsync"/>.
/// </summary>
public static class NearestIds
{
    /// <summary>How many are told.</summary>
    public const int Most = 3;

    /// <summary>The most statements that one id takes.</summary>
    public const int MostStatements = 2;

    /// <summary>The nearest, best first; none where nothing is near.</summary>
    /// <param name="types">The names of the types that are wanted; see <see cref="Candidate.Type"/>.</param>
    public static Task<IReadOnlyList<Candidate>> FindAsync(
        IGraphSnapshot snapshot,
        string id,
        IReadOnlyCollection<string> types,
        CancellationToken cancellationToken
    )
    {
        EntityType[] entities = [.. EntityTypes.All.Where(type => types.Contains(type.Name, StringComparer.Ordinal))];
        return NodeId.KindOf(id) switch
        {
            NodeKind.Entity when entities.Length > 0 => OfEntityAsync(snapshot, id, entities, cancellationToken),
            NodeKind.Article => OfArticleAsync(snapshot, id, cancellationToken),
            _ => Task.FromResult<IReadOnlyList<Candidate>>([]),
        };
    }

    /// <summary>Ids stand in the order of their letters, so the nearest are looked for where the first letters are the same.</summary>
    private static async Task<IReadOnlyList<Candidate>> OfEntityAsync(
        IGraphSnapshot snapshot,
        string id,
        EntityType[] types,
        CancellationToken cancellationToken
    )
    {
        var slug = SlugOf(id);
        var prefix = id[..^slug.Length];
        List<Entity> known = [];
        foreach (var length in new[] { slug.Length / 2, 1 }.Distinct())
        {
            var page = new PageRequest(PageRequest.Max, new("", prefix + slug[..length]));
            known.AddRange((await snapshot.ListAsync(new EntityQuery { Types = types }, page, cancellationToken)).Items);
        }
        return Best(slug, known.Where(e => e.Id.StartsWith(prefix, StringComparison.Ordinal)), entity => entity.Name);
    }

    /// <summary>The folder of an article's id is the day of its issue, so the nearest are looked for on that day.</summary>
    private static async Task<IReadOnlyList<Candidate>> OfArticleAsync(
        IGraphSnapshot snapshot,
        string id,
        CancellationToken cancellationToken
    )
    {
        if (!LocalDatePattern.Iso.Parse(SlugOf(id).Split('/')[0]).TryGetValue(default, out var day))
            return [];
        var issue = new ArticleQuery { Published = new(day, day) };
        var articles = (await snapshot.ListAsync(issue, new(PageRequest.Max), cancellationToken)).Items;
        return Best(SlugOf(id), articles, article => article.Title);
    }

    /// <summary>Those with few letters wrong, and after them those that begin with what was given.</summary>
    private static IReadOnlyList<Candidate> Best<T>(string slug, IEnumerable<T> known, Func<T, string> name)
        where T : IGraphNode =>
        [
            .. known
                .Select(node => (Node: node, Edits: Nearest.Edits(slug, SlugOf(node.Id))))
                .Select(x => (x.Node, x.Edits, IsNear: x.Edits <= Nearest.EditsOf(slug)))
                .Where(x => x.IsNear || SlugOf(x.Node.Id).StartsWith(slug, StringComparison.Ordinal))
                .OrderBy(x => x.IsNear ? 0 : 1)
                .ThenBy(x => x.Edits)
                .ThenBy(x => x.Node.Id, StringComparer.Ordinal)
                .DistinctBy(x => x.Node.Id)
                .Take(Most)
                .Select(x => new Candidate(x.Node.Id, x.Node.TypeName, name(x.Node))),
        ];

    private static string SlugOf(string id) => id[(id.IndexOf(':', StringComparison.Ordinal) + 1)..];
}
