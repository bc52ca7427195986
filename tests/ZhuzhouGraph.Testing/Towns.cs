using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Testing;

/// <summary>
/// Graphs of invented towns, written as their links: <c>a&gt;b</c> says that the town a is part of b, <c>a-b</c> that a lies in b.
/// </summary>
public static class Towns
{
    public static string Id(string name) => "place:" + name;

    public static string[] Ids(string names) => [.. names.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Id)];

    /// <summary>The towns that the links name.</summary>
    public static GraphBatch RegistryOf(string links) =>
        Batches.RegistryOf(links.Split(' ', '>', '-').Distinct().Select(name => Named(EntityTypes.Place, Id(name), $"{name}镇", name)));

    /// <summary>An article that states the links, in their order.</summary>
    public static GraphBatch ArticleOf(int number, string links)
    {
        Relationship[] stated = [.. links.Split(' ').Select(Link)];
        return Hashed(
            Article(number) with
            {
                Relationships = stated,
                Citations =
                [
                    .. stated
                        .Index()
                        .Select(link => new Citation(
                            link.Item.Id,
                            ArticleId(number),
                            new Address(link.Index + 1, 1),
                            ArticlePart.Body,
                            null
                        )),
                ],
            }
        );
    }

    public static Relationship Link(string link) =>
        link.Split('>') is [var from, var to]
            ? Batches.Link(RelationshipTypes.PartOf, Id(from), Id(to))
            : Batches.Link(RelationshipTypes.LocatedIn, Id(link.Split('-')[0]), Id(link.Split('-')[1]));
}
