using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>What is printed of an entity, or in an article, in print order.</summary>
public abstract class CitedContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private readonly Relationship _post = Post(Mayor, City, "市长"),
        _chair = Post(Mayor, Harbour, "主任");

    [Fact]
    public async Task An_article_is_ticked_off_citation_by_citation()
    {
        await ImportAsync();

        (await OfArticleAsync(1)).ShouldBe(["1.1 蓝桥", "2.1 蓝桥", "2.1 post", "3.1 蓝桥", "3.1 云海市", "3.1 post", "4.1 5个"]);
        (await OfArticleAsync(2)).ShouldBe(["1.1 post", "2.1 主任", "3.1 6个"], "what was printed before is printed here, too");
        (await OfArticleAsync(3)).ShouldBeEmpty();
        (await OfArticleAsync(1, new(3, 1))).ShouldBe(["3.1 蓝桥", "3.1 云海市", "3.1 post", "4.1 5个"]);
        (await OfArticleAsync(1, new(3, 2))).ShouldBe(["4.1 5个"], "from an address on where nothing stands");
        (await OfArticleAsync(1, new(9, 1))).ShouldBeEmpty();
        await ImportAsync(Article(1).Stating(_post, "7.1"));
        (await OfArticleAsync(1)).ShouldBe(["7.1 post"], "closed figures are no longer stated");
    }

    [Fact]
    public async Task All_that_is_printed_of_an_entity_stands_where_it_is_printed_first()
    {
        await ImportAsync();

        (await OfEntityAsync(Mayor)).ShouldBe(["1.1 蓝桥", "2.1 蓝桥", "post", "3.1 蓝桥", "主任"]);
        (await OfEntityAsync(City)).ShouldBe(["post", "3.1 云海市", "5个", "6个"]);
        (await OfEntityAsync("place:nowhere")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_entities_are_asked_together()
    {
        await ImportAsync();

        var pages = await ReadAsync(s => Cited.OfEntitiesAsync(s, [City, Mayor, City], new(2), Cancel));

        pages
            .Select(p => (p.Key, string.Join(", ", p.Value.Items.Select(Line)), p.Value.HasMore))
            .ShouldBe([(City, "post, 3.1 云海市", true), (Mayor, "1.1 蓝桥, 2.1 蓝桥", true)]);
    }

    private async Task ImportAsync()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "a", 5), "4.1")
                .Stating(_post, "3.1")
                .Citing(_post.Id, null, "2.1")
                .Naming(Mayor, "蓝桥", "3.1")
                .Naming(Mayor, "蓝桥", "1.1")
                .Naming(Mayor, "蓝桥", "2.1")
                .Naming(City, "云海市", "3.1")
        );
        await ImportAsync(Article(2).Stating(_post, "1.1").Stating(_chair, "2.1").Printing(Figure(2, "b", 6), "3.1"));
        await ImportAsync(Article(3));
    }

    private Task<IReadOnlyList<string>> OfArticleAsync(int number, Address? from = null) =>
        LinesAsync(ArticleId(number), (s, articles, page, cancel) => Cited.OfArticlesAsync(s, articles, from, page, cancel));

    private Task<IReadOnlyList<string>> OfEntityAsync(string id) => LinesAsync(id, Cited.OfEntitiesAsync);

    /// <summary>All items; pages of every size have the same.</summary>
    private async Task<IReadOnlyList<string>> LinesAsync(
        string parent,
        Func<
            IGraphSnapshot,
            IReadOnlyCollection<string>,
            PageRequest,
            CancellationToken,
            Task<IReadOnlyDictionary<string, Page<CitedItem>>>
        > ask
    )
    {
        var all = (await ReadAsync(s => ask(s, [parent], new(PageRequest.Max), Cancel)))[parent];
        all.HasMore.ShouldBeFalse();
        foreach (var size in new[] { 1, 2, 3 })
        {
            var paged = await ReadAsync(s => Everything.PagesAsync(async page => (await ask(s, [parent], page, Cancel))[parent], size));
            paged.Select(Line).ShouldBe(all.Items.Select(Line), $"pages of {size}");
        }
        return [.. all.Items.Select(Line)];
    }

    private string Line(CitedItem item) =>
        string.Join(
            ' ',
            new[]
            {
                item.Citation?.Address.ToString(),
                item.Citation?.Words
                    ?? (
                        item.Of == _post.Id ? "post"
                        : item.Of == _chair.Id ? "主任"
                        : ((Observation)item.Fact!).Figure
                    ),
            }.Where(part => part is not null)
        );
}
