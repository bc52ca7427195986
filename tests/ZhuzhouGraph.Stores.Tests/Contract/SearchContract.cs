using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class SearchContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task Names_come_before_sentences_exact_ones_first()
    {
        await ImportAsync(
            Registry(
                Named(EntityTypes.Place, "place:exact", "灯塔", "A"),
                Named(EntityTypes.Place, "place:prefix", "灯塔街", "B"),
                Named(EntityTypes.Place, "place:part", "新灯塔街", "C")
            )
        );
        await ImportAsync(Article(1).Holding("开幕", "人们去看灯塔。", "灯塔很高。"));

        var hits = await SearchAsync("灯塔");

        hits.Items.Select(h => (h.Id, h.Match, h.Text, h.Address?.ToString()))
            .ShouldBe([
                ("place:exact", SearchMatch.ExactName, "灯塔", null),
                ("place:prefix", SearchMatch.NamePrefix, "灯塔街", null),
                ("place:part", SearchMatch.NamePart, "新灯塔街", null),
                (ArticleId(1), SearchMatch.Sentence, "人们去看灯塔。", "2.1"),
            ]);
        hits.IsCapped.ShouldBeFalse();
        (await ReadAsync(s => s.CountAsync(new SearchQuery("灯塔"), Cancel))).ShouldBe(4);
    }

    [Fact]
    public async Task Equal_matches_are_ordered_by_citations_then_id()
    {
        await ImportAsync(
            Registry(
                Named(EntityTypes.Place, "place:c", "灯塔街", "C"),
                Named(EntityTypes.Place, "place:b", "灯塔路", "B"),
                Named(EntityTypes.Place, "place:a", "灯塔巷", "A")
            )
        );
        await ImportAsync(Article(1).Naming("place:c", "灯塔街", "2.1").Naming("place:c", "灯塔街", "3.1").Naming("place:b", "灯塔路"));

        (await SearchAsync("灯塔")).Items.Select(h => h.Id).ShouldBe(["place:c", "place:b", "place:a"]);
        await Store.RemoveAsync(ArticleId(1), Cancel);
        (await SearchAsync("灯塔")).Items.Select(h => h.Id).ShouldBe(["place:a", "place:b", "place:c"]);
    }

    [Theory]
    [InlineData("灯")]
    [InlineData("第1")]
    [InlineData("ＤＡＹ １")]
    [InlineData("day1")]
    public async Task Titles_are_names_of_articles(string text)
    {
        await ImportAsync(Article(1));

        var hit = (await SearchAsync(text)).Items.ShouldHaveSingleItem();

        (hit.Id, hit.Address).ShouldBe((ArticleId(1), null));
    }

    [Theory]
    [InlineData("12.5%", true)]
    [InlineData("%", true)]
    [InlineData("％", true)]
    [InlineData("2.5", true)]
    [InlineData("2，5", false)]
    [InlineData("℃", true)]
    [InlineData("\U00020BB7", true)]
    [InlineData("🏮", true)]
    [InlineData("o'br", true)]
    [InlineData("_", false)]
    [InlineData("*", false)]
    [InlineData("\" OR \"", false)]
    [InlineData("灯 AND 笼", false)]
    [InlineData("' OR 1=1 --", false)]
    public async Task Any_run_of_characters_is_found_as_it_stands_and_nothing_is_syntax(string text, bool isFound)
    {
        await ImportAsync(Article(1).Holding("增长12.5%，气温9℃。", "O'Brien 在\U00020BB7野家前挂🏮"));

        (await SearchAsync(text)).Items.Count.ShouldBe(isFound ? 1 : 0);
    }

    [Fact]
    public async Task A_run_is_not_found_across_sentences_or_names()
    {
        await ImportAsync(Article(1).Holding("先有灯", "后有笼"));

        (await SearchAsync("灯后")).Items.ShouldBeEmpty();
        (await SearchAsync("日Lantern")).Items.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \t《》")]
    public async Task A_text_without_characters_finds_nothing(string text)
    {
        await ImportAsync(Registry());

        (await SearchAsync(text)).Items.ShouldBeEmpty();
        (await ReadAsync(s => s.CountAsync(new SearchQuery(text), Cancel))).ShouldBe(0);
    }

    [Theory]
    [InlineData("灯塔 银色")]
    [InlineData("银色\u3000灯塔 灯塔")]
    [InlineData("色 塔 灯")]
    [InlineData("銀色 燈塔")]
    [InlineData("《银色》 灯·塔")]
    public async Task Several_words_are_found_in_any_order_and_all_of_them(string text)
    {
        await ImportAsync(
            Registry(
                Named(EntityTypes.Place, "place:a", "银色灯塔", "A"),
                Named(EntityTypes.Place, "place:b", "灯塔街的银色小屋", "B"),
                Named(EntityTypes.Place, "place:c", "灯塔街", "银色"),
                Named(EntityTypes.Place, "place:d", "银色小屋", "D")
            )
        );
        await ImportAsync(Article(1).Holding("灯塔是银色的。", "灯塔很高。", "小屋是银色的。"));

        var hits = await SearchAsync(text);

        hits.Items.Select(h => h.Id).ShouldBe(["place:a", "place:b", ArticleId(1)]);
        hits.Items[2].Text.ShouldBe("灯塔是银色的。");
        (await ReadAsync(s => s.CountAsync(new SearchQuery(text), Cancel))).ShouldBe(3);
        (await AllAsync(new SearchQuery(text), pageSize: 1)).ShouldBe(hits.Items);
    }

    [Fact]
    public async Task The_text_as_a_whole_decides_whether_a_name_is_or_starts_with_it()
    {
        await ImportAsync(Registry(Named(EntityTypes.Place, "place:a", "银色灯塔", "Silver Lighthouse Street")));

        (await SearchAsync("silver lighthouse street")).Items.Single().Match.ShouldBe(SearchMatch.ExactName);
        (await SearchAsync("Silver Light")).Items.Single().Match.ShouldBe(SearchMatch.NamePrefix);
        (await SearchAsync("street silver")).Items.Single().Match.ShouldBe(SearchMatch.NamePart);
    }

    [Fact]
    public async Task Each_word_has_its_places()
    {
        await ImportAsync(Article(1).Holding("塔\U00020bb7旁的燈塔，是银色的灯塔。"));

        var hit = (await SearchAsync("银色 灯塔")).Items.Single();

        hit.Highlights.Select(place => hit.Text[place.Start..place.End]).ShouldBe(["燈塔", "银色", "灯塔"]);
    }

    [Theory]
    [InlineData("欧阳燈")]
    [InlineData("欧阳·灯")]
    [InlineData("歐陽•燈")]
    [InlineData("欧阳．灯")]
    [InlineData("欧阳・灯")]
    public async Task A_name_is_found_however_it_is_written(string name)
    {
        await ImportAsync(Registry(Named(EntityTypes.Person, "person:a", "欧阳·灯", "A")));

        (await SearchAsync(name)).Items.Select(h => (h.Id, h.Match)).ShouldBe([("person:a", SearchMatch.ExactName)]);
        (await ReadAsync(s => s.ResolveAsync([name], Cancel))).Count.ShouldBe(1);
        (await AllAsync(new EntityQuery { Names = [name] })).Count.ShouldBe(1);
        (await AllAsync(new EntityQuery { Text = name })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_point_in_a_number_is_no_interpunct()
    {
        await ImportAsync(Registry(Named(EntityTypes.Place, "place:a", "5·12路", "A"), Named(EntityTypes.Place, "place:b", "512路", "B")));

        (await SearchAsync("5.12")).Items.Select(h => h.Id).ShouldBe(["place:a"]);
        (await SearchAsync("512")).Items.Select(h => h.Id).ShouldBe(["place:b"]);
    }

    [Fact]
    public async Task Types_narrow_a_search()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Holding("云海市今夜有灯。"));

        (await SearchAsync("云海")).Items.Select(h => h.Id).ShouldBe([Harbour, City, ArticleId(1)]);
        (await SearchAsync("云海", "Place")).Items.Select(h => h.Id).ShouldBe([City]);
        (await SearchAsync("云海", "Article", "Place")).Items.Select(h => h.Id).ShouldBe([City, ArticleId(1)]);
        (await SearchAsync("云海", "Company")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_has_gone_is_not_found()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).With(Named(EntityTypes.Event, "event:fair", "花灯会", "Fair")).Holding("花灯好看。"));
        (await SearchAsync("花灯")).Items.Count.ShouldBe(2);

        await ImportAsync(Article(1).Holding("风筝好看。"));
        (await SearchAsync("花灯")).Items.ShouldBeEmpty();
        (await SearchAsync("风筝")).Items.Count.ShouldBe(1);
        await Store.RemoveAsync(ArticleId(1), Cancel);
        (await SearchAsync("风筝")).Items.ShouldBeEmpty();
        (await SearchAsync("灯会")).Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_hits_make_up_the_list()
    {
        await ImportAsync(Registry(Enumerable.Range(0, 9).Select(i => Named(EntityTypes.Place, $"place:p{i}", $"灯{i}街", $"P{i}"))));
        await ImportAsync(Article(1).Naming("place:p4", "灯4街"));

        var paged = await AllAsync(new SearchQuery("灯"), pageSize: 2);

        paged.ShouldBe(await AllAsync(new SearchQuery("灯")));
        paged.Count.ShouldBe(11);
        paged[0].Id.ShouldBe(ArticleId(1));
        paged[1].Id.ShouldBe("place:p4");
    }

    [Fact]
    public async Task Any_key_is_a_place_in_the_list_of_hits()
    {
        await ImportAsync(Registry());

        (await AfterAsync("", "")).Items.Select(h => h.Id).ShouldBe([Harbour, City]);
        (await AfterAsync("2 0000000000", "'")).Items.ShouldBeEmpty();
        (await AfterAsync("2031-03-02|article:yunhai/01|", "")).Items.ShouldBeEmpty();
        (await AfterAsync("~", "`")).Items.ShouldBeEmpty();

        Task<Page<SearchHit>> AfterAsync(string sort, string id) =>
            ReadAsync(s => s.ListAsync(new SearchQuery("云海"), new(9, new(sort, id)), Cancel));
    }

    [Fact]
    public async Task Half_of_a_character_finds_nothing()
    {
        // 🏮 as UTF-16; a client may send either half, and no attribute can hold one.
        var (high, low) = ("\ud83c", "\udfee");
        await ImportAsync(Registry(Named(EntityTypes.Place, "place:lantern", "🏮街", "Lantern Street")));

        foreach (var half in new[] { high, low, "灯" + high, low + "街" })
        {
            (await SearchAsync(half)).Items.ShouldBeEmpty();
            (await AllAsync(new EntityQuery { Text = half })).ShouldBeEmpty();
            (await AllAsync(new EntityQuery { Names = [half] })).ShouldBeEmpty();
            (await AllAsync(new RelationshipQuery { About = [half] })).ShouldBeEmpty();
            (await ReadAsync(s => s.ResolveAsync([half], Cancel))).ShouldBeEmpty();
            (await ReadAsync(s => s.GetAsync([half], Cancel))).ShouldBeEmpty();
            (await Store.TextsAsync([half], Cancel)).ShouldBeEmpty();
        }
        (await SearchAsync(high + low)).Items.ShouldHaveSingleItem().Id.ShouldBe("place:lantern");
    }

    [Fact]
    public async Task A_search_that_leaves_candidates_out_says_so_and_still_finds_the_exact_name()
    {
        await ImportAsync(
            Registry([
                .. Enumerable.Range(0, 2_100).Select(i => Named(EntityTypes.Place, $"place:p{i:D4}", $"灯塔{i:D4}街", $"P{i}")),
                Named(EntityTypes.Place, "place:z", "灯", "Z"),
            ])
        );

        var many = await SearchAsync("灯");
        (many.IsCapped, many.HasMore, many.Items[0].Id).ShouldBe((true, true, "place:z"));
        var few = await SearchAsync("0007街");
        (few.IsCapped, few.HasMore, few.Items[0].Id).ShouldBe((false, false, "place:p0007"));
    }

    [Fact]
    public async Task Which_candidates_are_left_out_does_not_hang_on_the_order_in_which_they_came()
    {
        // Every third first: neither up nor down.
        await ImportAsync(
            Registry([
                .. Enumerable
                    .Range(0, 2_100)
                    .OrderBy(i => (i % 3, -i))
                    .Select(i => Named(EntityTypes.Place, $"place:p{i:D4}", $"灯塔{i:D4}街", $"P{i}")),
                .. Enumerable.Range(0, 3).Select(i => Named(EntityTypes.Place, $"place:z{i}", "灯塔", $"Z{i}")),
            ])
        );
        await ImportAsync(Article(1).Holding("题", "先挂的花灯。"));
        await ImportAsync(Article(3).Holding(["题", .. Enumerable.Repeat("后挂的花灯。", 2_100)]));
        await ImportAsync(Article(2).Holding("题", "再挂的花灯。"));

        var named = await AllAsync(new SearchQuery("灯塔"));
        named.Select(h => h.Id).ShouldBe(["place:z0", "place:z1", "place:z2", .. Enumerable.Range(0, 2_001).Select(i => $"place:p{i:D4}")]);
        (await ReadAsync(s => s.CountAsync(new SearchQuery("灯塔"), Cancel))).ShouldBe(named.Count);
        var parts = await AllAsync(new SearchQuery("街 灯"));
        parts.Select(h => h.Id).ShouldBe(Enumerable.Range(0, 2_001).Select(i => $"place:p{i:D4}"));
        var said = await SearchAsync("花灯");
        said.Items.Select(h => (h.Id, h.Address?.ToString())).ShouldBe([(ArticleId(3), "2.1")]);
        said.IsCapped.ShouldBeTrue();
    }

    private Task<Page<SearchHit>> SearchAsync(string text, params string[] types) =>
        ReadAsync(s => s.ListAsync(new SearchQuery(text) { Types = types }, new(50), Cancel));
}
