using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>A brief record says the same as the whole one, as far as it says anything, and what it leaves out is no null.</summary>
public abstract class BriefContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    /// <summary>What a brief record of each kind holds; everything else throws.</summary>
    private static readonly Dictionary<Type, string[]> Held = new()
    {
        [typeof(Entity)] = ["Id", "Type", "Kind", "Name", "NameEnglish"],
        [typeof(Relationship)] = ["Id", "Type", "From", "To", "Status"],
        [typeof(Observation)] = ["Id", "Article", "Indicator", "About", "Measure", "Comparison", "Quantity", "Figure", "Status"],
        [typeof(Article)] = ["Id", "Date", "Title"],
        [typeof(Citation)] = ["Of", "Article", "Address", "Part", "Words"],
    };

    [Fact]
    public async Task Every_list_gives_brief_records_of_the_same_items()
    {
        await ImportAsync(Registry(Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with { Kind = "SERIES" }));
        await ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")).Printing(Figure(1, "a", 1.40m)).Naming(City, "云海市"));

        await SameAsync(new EntityQuery(), [ArticleId(1)]);
        await SameAsync(new RelationshipQuery(), [Mayor, City]);
        await SameAsync(new ObservationQuery(), [City]);
        await SameAsync(new ObservationQuery { LatestPer = [SeriesDimension.Indicator] }, [City]);
        await SameAsync(new ArticleQuery(), [City]);
        await SameAsync(new CitationQuery(), [Mayor, City, "obs:yunhai/01/a"], hasRoot: false);
        await SameAsync(new ArticleCitationQuery(), [ArticleId(1)], hasRoot: false);
    }

    [Fact]
    public async Task Nodes_are_brief_where_their_kind_is_asked_for_in_brief()
    {
        var (post, figure) = (Post(Mayor, City, "市长"), Figure(1, "a", 5));
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(post).Printing(figure));
        string[] ids = ["place:yunhai-town", City, post.Id, figure.Id, ArticleId(1)];

        var whole = await ReadAsync(s => s.GetAsync(ids, Cancel));
        foreach (var kind in Enum.GetValues<RecordKinds>().Where(kind => kind is not RecordKinds.Citations))
        {
            var nodes = await ReadAsync(s => s.GetAsync(ids, kind, Cancel));
            nodes.Keys.ShouldBe(ids, ignoreOrder: true);
            foreach (var id in ids)
            {
                var isBrief = (bool)nodes[id].GetType().GetProperty("IsBrief")!.GetValue(nodes[id])!;
                isBrief.ShouldBe(kind.HasFlag(KindOf(nodes[id])), $"{id} of {kind}");
                if (isBrief)
                    ShouldSayTheSame(nodes[id], whole[id]);
            }
        }
    }

    [Fact]
    public async Task What_only_the_past_has_is_found_in_brief()
    {
        var figure = Figure(1, "a", 5) with { About = Harbour };
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(figure));
        await Store.RemoveAsync(ArticleId(1), Cancel);

        var whole = await ReadAsync(s => s.GetAsync([figure.Id, ArticleId(1)], Cancel));
        var brief = await ReadAsync(s => s.GetAsync([figure.Id, ArticleId(1)], RecordKinds.All, Cancel));

        brief.Keys.ShouldBe([figure.Id, ArticleId(1)], ignoreOrder: true);
        foreach (var id in brief.Keys)
            ShouldSayTheSame(brief[id], whole[id]);
    }

    private async Task SameAsync<T>(GraphQuery<T> query, string[] parents, bool hasRoot = true)
        where T : notnull
    {
        var inBrief = query with { IsBrief = true };
        if (hasRoot)
            ShouldBeSame(
                await ReadAsync(s => s.ListAsync(query, new(5), Cancel)),
                await ReadAsync(s => s.ListAsync(inBrief, new(5), Cancel))
            );
        var whole = await ReadAsync(s => s.ListOfAsync(parents, query, new(5), Cancel));
        var brief = await ReadAsync(s => s.ListOfAsync(parents, inBrief, new(5), Cancel));
        foreach (var parent in parents)
            ShouldBeSame(whole[parent], brief[parent]);
        whole.Values.ShouldContain(page => page.Items.Count > 0, query.GetType().Name);
    }

    private static void ShouldBeSame<T>(Page<T> whole, Page<T> brief)
        where T : notnull
    {
        brief.Keys.ShouldBe(whole.Keys);
        foreach (var (one, other) in brief.Items.Zip(whole.Items))
            ShouldSayTheSame(one, other);
    }

    private static void ShouldSayTheSame(object brief, object whole)
    {
        foreach (var member in brief.GetType().GetProperties().Where(p => p.Name is not ("IsBrief" or "FormerId")))
        {
            if (Held[brief.GetType()].Contains(member.Name))
                member.GetValue(brief).ShouldBe(member.GetValue(whole), member.Name);
            else
                Should
                    .Throw<System.Reflection.TargetInvocationException>(() => member.GetValue(brief), member.Name)
                    .InnerException.ShouldBeOfType<InvalidOperationException>()
                    .Message.ShouldStartWith(member.Name);
        }
    }

    private static RecordKinds KindOf(IGraphNode node) =>
        node switch
        {
            Entity => RecordKinds.Entities,
            Relationship => RecordKinds.Relationships,
            Observation => RecordKinds.Observations,
            _ => RecordKinds.Articles,
        };
}
