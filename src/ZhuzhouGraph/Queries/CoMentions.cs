using NodaTime;

namespace ZhuzhouGraph.Queries;

/// <summary>Someone, or some body, named in articles about someone else.</summary>
/// <param name="Articles">The articles, the newest first.</param>
public sealed record CoMention(string Entity, IReadOnlyList<string> Articles);

/// <summary>
/// Who is named in the articles about someone. That is no attendance: an article names people who never met. So those who share an
/// event are left out here, and <see cref="CoAttendance"/> leaves these out.
/// </summary>
/// <param name="Entities">Most articles first, then by id; <see cref="Most"/> at most.</param>
/// <param name="More">How many come after these.</param>
/// <param name="Articles">How many articles were looked at, the newest.</param>
/// <param name="IsComplete">False where there are more articles than <see cref="MostArticles"/>, or more names in one than a page.</param>
public sealed record CoMentions(IReadOnlyList<CoMention> Entities, int More, int Articles, bool IsComplete)
{
    public const int Most = 20;

    public const int MostArticles = 100;

    /// <summary>The articles; whom they name.</summary>
    public const int Statements = 2;

    private static readonly IReadOnlyList<EntityType> PeopleAndBodies =
    [
        EntityTypes.Official,
        EntityTypes.Person,
        EntityTypes.Company,
        EntityTypes.Organization,
    ];

    /// <param name="with">The id of an entity, a present one.</param>
    /// <param name="sharing">Those who share an event with it.</param>
    /// <param name="publishedBy">Only articles published on or before this day.</param>
    public static async Task<CoMentions> FindAsync(
        IGraphSnapshot snapshot,
        string with,
        IReadOnlySet<string> sharing,
        LocalDate? publishedBy,
        CancellationToken cancellationToken
    )
    {
        var query = new ArticleQuery
        {
            Order = ArticleOrder.DateDescending,
            Published = publishedBy is null ? null : new(null, publishedBy),
        };
        var articles = (await snapshot.ListOfAsync([with], query, new(MostArticles), cancellationToken))[with];
        string[] ids = [.. articles.Items.Select(article => article.Id)];
        var named = await snapshot.ListOfAsync(ids, new EntityQuery { Types = PeopleAndBodies }, new(PageRequest.Max), cancellationToken);
        var mentions = ids.SelectMany(article => named[article].Items.Select(entity => (entity.Id, Article: article)))
            .Where(mention => mention.Id != with && !sharing.Contains(mention.Id))
            .GroupBy(mention => mention.Id, mention => mention.Article, StringComparer.Ordinal)
            .Select(group => new CoMention(group.Key, [.. group]))
            .OrderByDescending(mention => mention.Articles.Count)
            .ThenBy(mention => mention.Entity, StringComparer.Ordinal)
            .ToList();
        return new(
            [.. mentions.Take(Most)],
            Math.Max(0, mentions.Count - Most),
            ids.Length,
            !articles.HasMore && ids.All(article => !named[article].HasMore)
        );
    }
}
