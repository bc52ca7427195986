using ZhuzhouGraph.Stores.Tests.Differential;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>
/// Whatever is stored or asked is a value: syntax of a store's language comes back as it went in, matches itself alone, and changes nothing
/// else.
/// </summary>
public abstract class InjectionContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    public static TheoryData<string> Fragments => [.. Words.Syntax];

    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task Syntax_in_everything_that_is_stored_comes_back_as_it_went_in(string fragment)
    {
        var name = "灯" + fragment;
        var thing = Named(EntityTypes.Place, "place:thing", name, fragment + "z") with { FormerIds = ["place:old-thing"] };
        var period = Days(fragment, FirstDay, null);
        var link = Post(Mayor, thing.Id, name, period) with { Status = StatementStatus.Inferred, Ground = fragment };
        var figure = Figure(1, "a", 5) with
        {
            Figure = "5" + fragment[..Math.Min(9, fragment.Length)],
            Base = new(fragment, null, null, thing.Id),
            ShareOf = fragment,
            Capacity = fragment,
            Within = new(fragment, thing.Id, 3, true),
            Period = period,
        };
        var batch = Article(1).With(thing).Stating(link).Printing(figure, "2.1").Naming(thing.Id, name).Holding(name, figure.Figure + name);
        var article = batch.Article! with
        {
            Title = name,
            TitleEnglish = fragment,
            Page = fragment,
            Section = fragment,
            Byline = fragment,
            ContinuedOn = fragment,
            Corrections = [new(new(1, 1), name, fragment, fragment)],
        };
        await ImportAsync(Registry());
        await ImportAsync(Hashed(batch with { Article = article }));

        var nodes = await ReadAsync(s => s.GetAsync([thing.Id, link.Id, figure.Id, article.Id, "place:old-thing"], Cancel));

        AnswerText.Of(nodes[thing.Id]).ShouldBe(AnswerText.Of(thing));
        AnswerText.Of(nodes["place:old-thing"]).ShouldBe(AnswerText.Of(thing));
        AnswerText.Of(nodes[link.Id]).ShouldBe(AnswerText.Of(link));
        AnswerText.Of(nodes[figure.Id]).ShouldBe(AnswerText.Of(figure with { RecordedAt = Now }));
        AnswerText.Of(nodes[article.Id]).ShouldBe(AnswerText.Of(article));
        (await AllOfAsync(figure.Id, new CitationQuery())).ShouldHaveSingleItem().Quote.ShouldBe(figure.Figure + name);
        (await Store.TextsAsync([article.Sha256], Cancel))[article.Sha256].ShouldBe(batch.IssueText);
        (await ReadAsync(s => s.ResolveAsync([name], Cancel)))[name].ShouldContain(entity => entity.Id == thing.Id);
        (await AllAsync(new ChangeQuery(0)))
            .Select(c => c.Id)
            .ShouldBe([Lanterns, Harbour, Mayor, City, thing.Id, link.Id, figure.Id, article.Id]);
    }

    [Theory]
    [MemberData(nameof(Fragments))]
    public async Task Syntax_that_is_asked_for_matches_itself_alone_and_changes_nothing(string fragment)
    {
        var place = Named(EntityTypes.Place, "place:thing", "甲" + fragment + "乙", "Plain");
        await ImportAsync(Registry(place, Named(EntityTypes.Place, "place:plain", "甲乙", "Other")));
        await ImportAsync(
            Article(1)
                .Stating(Post(Mayor, City, "甲" + fragment + "乙"))
                .Stating(Post(Mayor, City, "甲乙"), "2.1")
                .Holding("甲" + fragment + "乙", "甲乙")
        );
        var before = await Everything.DescribeAsync(Store, Cancel);
        var isFolded = Folding.Fold(fragment).Length == 0;

        foreach (
            var id in new[]
            {
                fragment,
                City + fragment,
                fragment + City,
                $"rel:{fragment}",
                $"obs:yunhai/01/{fragment}",
                $"article:yunhai/{fragment}",
            }
        )
            (await ReadAsync(s => s.GetAsync([id], Cancel))).ShouldBeEmpty();
        (await AllAsync(new EntityQuery { Names = ["甲" + fragment + "乙"] }))
            .Select(e => e.Id)
            .ShouldBe(isFolded ? ["place:plain", place.Id] : [place.Id]);
        (await AllAsync(new EntityQuery { Text = "甲" + fragment }))
            .Select(e => e.Id)
            .ShouldBe(isFolded ? ["place:plain", place.Id] : [place.Id]);
        (await AllAsync(new EntityQuery { Kinds = [fragment] })).ShouldBeEmpty();
        (await AllAsync(new RelationshipQuery { Text = fragment + "乙" })).Count.ShouldBe(isFolded ? 2 : 1);
        (await AllAsync(new RelationshipQuery { From = [fragment], To = [City] })).ShouldBeEmpty();
        (await AllAsync(new RelationshipQuery { About = [fragment + "乙"] })).ShouldBeEmpty();
        (
            await AllAsync(
                new ObservationQuery
                {
                    About = [fragment],
                    Indicators = [fragment],
                    AttributedTo = [fragment],
                }
            )
        ).ShouldBeEmpty();
        (await AllAsync(new SearchQuery("甲" + fragment + "乙")))
            .Select(h => h.Id)
            .ShouldBe(isFolded ? ["place:plain", place.Id, ArticleId(1)] : [place.Id, ArticleId(1)]);
        (await AllAsync(new SearchQuery("乙") { Types = [fragment] })).ShouldBeEmpty();
        (await ReadAsync(s => s.ListOfAsync([fragment], new RelationshipQuery(), new(9), Cancel)))[fragment].Items.ShouldBeEmpty();
        (await ReadAsync(s => s.CountOfAsync([fragment], new ObservationQuery(), Cancel)))[fragment].ShouldBe(0);
        (await ReadAsync(s => s.ListAsync(new EntityQuery(), new(9, new(fragment, "~" + fragment)), Cancel))).Items.ShouldBeEmpty();
        (await Store.TextsAsync([fragment], Cancel)).ShouldBeEmpty();
        (await Store.RemoveAsync(fragment, Cancel)).ShouldBeNull();
        (await Store.RemoveAsync(ArticleId(1) + fragment, Cancel)).ShouldBeNull();
        await Store.RememberSourceAsync(fragment, Cancel);

        (await Store.HeadAsync(Cancel)).ShouldSatisfyAllConditions(head => head.Source.ShouldBe(fragment), head => head.Number.ShouldBe(2));
        (await Everything.DescribeAsync(Store, Cancel)).ShouldBe(before);
    }
}
