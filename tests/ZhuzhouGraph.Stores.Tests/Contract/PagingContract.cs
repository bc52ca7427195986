using CsCheck;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class PagingContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    /// <summary>The order that no UTF-16 comparison gives: half-width forms before what takes two code units.</summary>
    private static readonly Comparer<string> CodePoints = Comparer<string>.Create(
        (one, other) =>
            one.EnumerateRunes()
                .Select(r => r.Value)
                .Zip(other.EnumerateRunes().Select(r => r.Value), (a, b) => a.CompareTo(b))
                .FirstOrDefault(order => order != 0, one.EnumerateRunes().Count().CompareTo(other.EnumerateRunes().Count()))
    );

    private static readonly Gen<string> Words = Gen.OneOf(
            Gen.Int['!', '~'],
            Gen.Int[0x4E00, 0x4EFF],
            Gen.Int[0xFF01, 0xFFDC],
            Gen.Int[0x1F300, 0x1F3FF],
            Gen.Int[0x20000, 0x200FF]
        )
        .Select(char.ConvertFromUtf32)
        .Array[1, 4]
        .Select(string.Concat);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(200)]
    public async Task Pages_of_any_size_make_up_the_list(int size)
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Enumerable
                .Range(0, 7)
                .Aggregate(Article(1), (batch, i) =>
                    batch
                        .Printing(Figure(1, $"f{i}", i), $"{9 - i}.1")
                        .Stating(Post(Mayor, City, $"职{i}"), $"{i + 1}.2")
                        .Naming(City, "云海市", $"{i + 1}.1")
                )
        );
        await ImportAsync(Article(2).Printing(Figure(2, "z", 1)));

        (await AllAsync(new ObservationQuery(), pageSize: size)).ShouldBe(await AllAsync(new ObservationQuery()));
        (await AllAsync(new ObservationQuery { About = [City] }, pageSize: size)).Count.ShouldBe(8);
        (await AllAsync(new RelationshipQuery { About = [Mayor, City] }, pageSize: size)).Count.ShouldBe(7);
        (await AllAsync(new EntityQuery(), pageSize: size)).Count.ShouldBe(4);
        (await AllAsync(new EntityQuery { Types = [EntityTypes.Place, EntityTypes.Official] }, pageSize: size)).Count.ShouldBe(2);
        (await AllAsync(new ArticleQuery(), pageSize: size)).Count.ShouldBe(2);
        (await AllAsync(new ChangeQuery(0), pageSize: size)).Count.ShouldBeGreaterThan(10);
        (await AllOfAsync(City, new CitationQuery(), size))
            .Select(c => c.Address.ToString())
            .ShouldBe(Enumerable.Range(1, 7).Select(i => $"{i}.1"));
        (await AllOfAsync(Mayor, new RelationshipQuery(), size))
            .Select(r => r.Properties["title"])
            .ShouldBe(Enumerable.Range(0, 7).Select(i => $"职{i}"));
        (await AllOfAsync(City, new ObservationQuery(), size)).Count.ShouldBe(8);
        (await AllOfAsync(City, new ArticleQuery(), size)).Count.ShouldBe(2);
        (await AllOfAsync(ArticleId(1), new RelationshipQuery { Side = RelationshipSide.StatedIn }, size)).Count.ShouldBe(7);
        (await AllOfAsync(ArticleId(1), new EntityQuery(), size)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_page_of_the_largest_size_is_followed_by_the_rest()
    {
        await ImportAsync(Registry());
        var names = Enumerable.Range(0, PageRequest.Max + 1).Select(i => $"云海{i:D3}");
        await ImportAsync(
            Hashed(
                Article(1) with
                {
                    Citations = [.. names.Select(name => new Citation(City, ArticleId(1), new(2, 1), ArticlePart.Body, name))],
                }
            )
        );

        var page = (await ReadAsync(s => s.ListOfAsync([City], new CitationQuery(), new(PageRequest.Max), Cancel)))[City];
        var rest = (await ReadAsync(s => s.ListOfAsync([City], new CitationQuery(), new(PageRequest.Max, page.Keys[^1]), Cancel)))[City];

        (page.Items.Count, page.HasMore).ShouldBe((PageRequest.Max, true));
        (rest.Items.ShouldHaveSingleItem().Words, rest.HasMore).ShouldBe(("云海200", false));
    }

    [Fact]
    public async Task Each_parent_has_a_page_of_its_own()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Enumerable
                .Range(0, 5)
                .Aggregate(Article(1), (batch, i) => batch.Stating(Post(Mayor, City, $"职{i}"), $"{i + 1}.1"))
                .Stating(Post(Mayor, Harbour, "主任"), "8.1")
        );

        var pages = await ReadAsync(s => s.ListOfAsync([City, Harbour, Lanterns, Mayor], new RelationshipQuery(), new(3), Cancel));

        pages.Keys.ShouldBe([City, Harbour, Lanterns, Mayor], ignoreOrder: true);
        (pages[City].Items.Count, pages[City].HasMore).ShouldBe((3, true));
        (pages[Harbour].Items.Count, pages[Harbour].HasMore).ShouldBe((1, false));
        (pages[Lanterns].Items.Count, pages[Lanterns].HasMore).ShouldBe((0, false));
        pages[Mayor].Items.Select(r => r.Properties["title"]).ShouldBe(["职0", "职1", "职2"]);
    }

    [Fact]
    public async Task Sorting_is_by_code_point_beyond_the_basic_plane_too()
    {
        // U+FF21 comes before U+20000, although its UTF-16 unit comes after the surrogate.
        string[] names = ["\U00020000", "\uFF21", "云", "a", "\U0001F3EE", "B"];
        await ImportAsync(Registry());
        await ImportAsync(names.Aggregate(Article(1), (batch, name) => batch.Naming(City, name)));

        var sorted = (await AllOfAsync(City, new CitationQuery())).Select(c => c.Words);

        sorted.ShouldBe(["B", "a", "云", "\uFF21", "\U0001F3EE", "\U00020000"]);
        (await AllOfAsync(City, new CitationQuery(), 1)).Select(c => c.Words).ShouldBe(sorted, "a page goes on where the last one ended");
    }

    [Fact]
    public async Task Any_words_sort_by_code_point() =>
        await Words
            .HashSet[1, 12]
            .CheckAllAsync(
                async words =>
                {
                    var store = await NewStoreAsync();
                    await ImportAsync(Registry(), store);
                    await ImportAsync(words.Aggregate(Article(1), (batch, name) => batch.Naming(City, name)), store);

                    var page = (await ReadAsync(s => s.ListOfAsync([City], new CitationQuery(), new(PageRequest.Max), Cancel), store))[
                        City
                    ];

                    page.Items.Select(c => c.Words!).ShouldBe(words.Order(CodePoints));
                },
                CasesOf(20)
            );

    [Fact]
    public async Task Nothing_that_was_there_throughout_is_lost_or_repeated_while_others_come_and_go() =>
        await Gen.Select(Gen.Int[1, 60].HashSet[1, 15], Gen.Int[1, 60].Array[0, 12], Gen.Int[1, 4])
            .CheckAllAsync(
                async drawn =>
                {
                    var (lasting, coming, size) = drawn;
                    var store = await NewStoreAsync();
                    await ImportAsync(Registry(), store);
                    foreach (var number in lasting)
                        await ImportAsync(Article(number).Printing(Figure(number, "a", number)), store);
                    var newcomers = new Queue<int>(coming.Where(number => !lasting.Contains(number)));
                    HashSet<int> present = [];
                    List<string> seen = [];
                    for (SortKey? after = null; ; )
                    {
                        var page = (await ReadAsync(s => s.ListOfAsync([City], new ObservationQuery(), new(size, after), Cancel), store))[
                            City
                        ];
                        seen.AddRange(page.Items.Select(o => o.Article));
                        if (!page.HasMore)
                            break;
                        after = page.Keys[^1];
                        if (!newcomers.TryDequeue(out var number))
                            continue;
                        if (present.Add(number))
                            await ImportAsync(Article(number).Printing(Figure(number, "a", number)), store);
                        else
                            await store.RemoveAsync(ArticleId(number), Cancel);
                    }

                    seen.ShouldBe(seen.Order(StringComparer.Ordinal));
                    seen.Distinct().Count().ShouldBe(seen.Count);
                    lasting.Select(ArticleId).Except(seen).ShouldBeEmpty();
                },
                CasesOf(20)
            );
}
