using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class ReadContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Fact]
    public async Task Nodes_of_every_kind_come_back_as_they_went_in()
    {
        var period = Days("今年春天", FirstDay, null);
        var fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair") with
        {
            Kind = "SERIES",
            Period = period,
            Properties = new Dictionary<string, string> { ["standing"] = "HELD" },
            FormerIds = ["event:old-fair"],
        };
        var figure = Figure(1, "a", 1.40m) with
        {
            Comparison = Comparison.YearOnYear,
            Measure = Measure.Rank,
            Quantity = new()
            {
                Value = -12.50m,
                Unit = Units.Find("%")!,
                UnitMultiplier = 4,
                Hedge = Hedge.About,
                Lower = new(-13.10m, true),
                Upper = new(-0.0000001m, false),
                BoundBasis = BoundBasis.Convention,
                Meaning = QuantityMeaning.Varies,
            },
            Period = period,
            Accumulation = Accumulation.Cumulative,
            Frequency = Frequency.M,
            PriceBasis = PriceBasis.Constant,
            Base = new("2019年同期", FirstDay.PlusYears(-9), FirstDay, City),
            Breakdown = Breakdown.Of([Harbour, City]),
            ShareOf = "全部",
            Within = new("全省", City, 14, true, Measure.RateOfChange),
            Place = City,
            AttributedTo = Mayor,
            Capacity = "相关负责人",
            Status = ObservationStatus.Target,
        };
        var link = Post(Mayor, City, "市长", period) with { Status = StatementStatus.Inferred, Ground = "从句意推知" };
        var batch = Article(1).With(fair).Stating(link).Printing(figure).Naming(fair.Id, "灯会");
        var article = batch.Article! with
        {
            Page = "A1",
            Section = "要闻",
            Byline = "本报讯",
            IsCutAtStart = true,
            IsCutAtEnd = true,
            ContinuedOn = "下转A2版",
            Corrections = [new(new(3, 1), "灯茏", "灯笼", "误字")],
            Repeats = [new(new(8, 9), 2, "重排")],
        };
        await ImportAsync(Registry());
        await ImportAsync(Hashed(batch with { Article = article }));

        var entity = (await GetAsync<Entity>(fair.Id))!;
        entity.Names.ShouldBe(fair.Names);
        entity.FormerIds.ShouldBe(fair.FormerIds);
        entity.Properties.ShouldBe(fair.Properties, ignoreOrder: true);
        (entity with { Names = fair.Names, FormerIds = fair.FormerIds, Properties = fair.Properties }).ShouldBe(fair);
        var relationship = (await GetAsync<Relationship>(link.Id))!;
        relationship.Properties.ShouldBe(link.Properties, ignoreOrder: true);
        relationship.References.ShouldBe(link.References);
        (relationship with { Properties = link.Properties, References = link.References }).ShouldBe(link);
        (await GetAsync<Observation>(figure.Id)).ShouldBe(figure with { RecordedAt = Now });
        var read = (await GetAsync<Article>(article.Id))!;
        read.Lines.ShouldBe(article.Lines);
        read.Corrections.ShouldBe(article.Corrections);
        read.Repeats.ShouldBe(article.Repeats);
        (read with { Lines = article.Lines, Corrections = article.Corrections, Repeats = article.Repeats }).ShouldBe(article);
    }

    [Fact]
    public async Task Decimals_keep_their_scale()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 1.40m)));

        (await GetAsync<Observation>("obs:yunhai/01/a"))!
            .Quantity.Value!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBe("1.40");
    }

    [Fact]
    public async Task Ids_are_answered_under_the_id_that_was_asked_and_unknown_ones_not_at_all()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1));

        var nodes = await ReadAsync(s =>
            s.GetAsync(["place:yunhai-town", City, "place:nowhere", "no id", "rel:0123456789abcdef", ArticleId(1), City], Cancel)
        );

        nodes.Keys.ShouldBe(["place:yunhai-town", City, ArticleId(1)], ignoreOrder: true);
        nodes["place:yunhai-town"].Id.ShouldBe(City);
    }

    [Fact]
    public async Task Names_resolve_after_folding_to_all_that_bear_them()
    {
        await ImportAsync(Registry(Named(EntityTypes.Place, "place:another-yunhai", "云海市", "YUNHAI")));

        var found = await ReadAsync(s => s.ResolveAsync(["《云海市》", "ｙｕｎｈａｉ", "无此名"], Cancel));

        found.Keys.ShouldBe(["《云海市》", "ｙｕｎｈａｉ"], ignoreOrder: true);
        found["《云海市》"].Select(e => e.Id).ShouldBe(["place:another-yunhai", City]);
        found["ｙｕｎｈａｉ"].Count.ShouldBe(2);
    }

    [Fact]
    public async Task Names_and_ids_of_every_kind_resolve_together_and_former_ids_to_the_present_one()
    {
        var (post, figure) = (Post(Mayor, City, "市长"), Figure(1, "a", 5));
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(post).Printing(figure));

        string[] known = ["place:yunhai-town", City, "云海市", post.Id, figure.Id, ArticleId(1)];
        var found = await ReadAsync(s =>
            s.ResolveAsync([.. known, City, "PLACE:YUNHAI", "place:nowhere", "article:no/where", "灯会第1日"], Cancel)
        );

        found
            .Select(f => (f.Key, f.Value.ShouldHaveSingleItem().Id))
            .ShouldBe(known.Zip([City, City, City, post.Id, figure.Id, ArticleId(1)]), ignoreOrder: true);
        (await ReadAsync(s => s.ResolveAsync([], Cancel))).ShouldBeEmpty();
    }

    [Fact]
    public async Task Entities_are_filtered_by_type_kind_name_text_and_period()
    {
        var fair = Named(EntityTypes.Event, "event:fair", "春季灯会", "Fair") with
        {
            Period = Days("三月", FirstDay, FirstDay.PlusDays(9)),
        };
        await ImportAsync(Registry(fair));

        await Finds(new() { Types = [EntityTypes.Place, EntityTypes.Event] }, fair.Id, City);
        await Finds(new() { Kinds = ["CITY", "GOVERNMENT"] }, Harbour, City);
        await Finds(new() { Names = ["蓝桥", "Fair"] }, fair.Id, Mayor);
        await Finds(new() { Names = ["蓝桥", "Fair"], Types = [EntityTypes.Official] }, Mayor);
        await Finds(new() { Text = "灯" }, fair.Id, Lanterns);
        await Finds(new() { Text = "harb YUNHAI" }, Harbour);
        await Finds(new() { Text = "YUNHAI h" }, Harbour, City);
        await Finds(new() { Text = "%" });
        await Finds(new() { Period = new(null, FirstDay) }, fair.Id);
        await Finds(new() { Period = new(FirstDay.PlusDays(10), null) });

        async Task Finds(EntityQuery query, params string[] ids)
        {
            (await AllAsync(query)).Select(e => e.Id).ShouldBe(ids);
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(ids.Length);
        }
    }

    [Fact]
    public async Task Relationships_are_filtered_by_ends_type_text_period_and_publication()
    {
        var mayor = Post(Mayor, City, "市长", Days("三月", FirstDay, null));
        var head = Post(Mayor, Harbour, "主任");
        var lies = Link(RelationshipTypes.LocatedIn, Harbour, City);
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(lies).Stating(mayor, "2.1"));
        await ImportAsync(Article(2).Stating(head));

        await Finds(new(), mayor, lies, head);
        await Finds(new() { From = [Mayor] }, mayor, head);
        await Finds(new() { From = [Mayor], To = [City] }, mayor);
        await Finds(new() { About = [Harbour, Harbour] }, lies, head);
        await Finds(new() { About = [City, Harbour] }, mayor, lies, head);
        await Finds(new() { About = ["place:nowhere"] });
        await Finds(new() { Types = [RelationshipTypes.HoldsPost] }, mayor, head);
        await Finds(new() { Types = [RelationshipTypes.HoldsPost, RelationshipTypes.LocatedIn], To = [City] }, mayor, lies);
        await Finds(new() { Text = "主" }, head);
        await Finds(new() { Period = new(FirstDay.PlusDays(-9), FirstDay) }, mayor);
        await Finds(new() { PublishedBy = FirstDay.PlusDays(1) }, mayor, lies);

        async Task Finds(RelationshipQuery query, params Relationship[] found)
        {
            (await AllAsync(query)).Select(r => r.Id).ShouldBe(found.Select(r => r.Id));
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(found.Length);
        }
    }

    [Fact]
    public async Task Observations_are_filtered_by_subject_indicator_speaker_measure_figure_period_and_publication()
    {
        await ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "船数", "Boats")));
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "b", 7) with { AttributedTo = Mayor }, "5.1")
                .Printing(Figure(1, "a", 30) with { Measure = Measure.Share, Period = Days("三月", null, FirstDay) }, "6.1")
                .Printing(Figure(1, "c", 9) with { About = Harbour, Indicator = "indicator:boats" }, "2.1")
        );
        await ImportAsync(Article(2).Printing(Figure(2, "d", 77)));

        await Finds(new(), "01/c", "01/b", "01/a", "02/d");
        await Finds(new() { About = [City] }, "01/b", "01/a", "02/d");
        await Finds(new() { About = [Harbour, City], Indicators = ["indicator:boats"] }, "01/c");
        await Finds(new() { AttributedTo = [Mayor] }, "01/b");
        await Finds(new() { Measures = [Measure.Share, Measure.Rank] }, "01/a");
        await Finds(new() { Text = "７" }, "01/b", "02/d");
        await Finds(new() { Period = new(FirstDay, null) }, "01/a");
        await Finds(new() { PublishedBy = FirstDay.PlusDays(1), Indicators = [Lanterns] }, "01/b", "01/a");

        async Task Finds(ObservationQuery query, params string[] keys)
        {
            (await AllAsync(query)).Select(o => o.Id).ShouldBe(keys.Select(key => "obs:yunhai/" + key));
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(keys.Length);
        }
    }

    [Fact]
    public async Task Articles_are_filtered_by_day_and_title()
    {
        foreach (var number in new[] { 3, 1, 2 })
            await ImportAsync(Article(number));

        (await AllAsync(new ArticleQuery())).Select(a => a.Id).ShouldBe([ArticleId(1), ArticleId(2), ArticleId(3)]);
        (await AllAsync(new ArticleQuery { Published = new(FirstDay.PlusDays(2), null) })).Count.ShouldBe(2);
        (await AllAsync(new ArticleQuery { Published = new(null, FirstDay.PlusDays(2)), Text = "DAY 2" }))
            .ShouldHaveSingleItem()
            .Id.ShouldBe(ArticleId(2));
        (await AllAsync(new ArticleQuery { Text = "第3" })).ShouldHaveSingleItem().Id.ShouldBe(ArticleId(3));
    }

    [Fact]
    public async Task Parents_list_what_belongs_to_them()
    {
        var mayor = Post(Mayor, City, "市长");
        var wrote = Link(RelationshipTypes.Wrote, Mayor, ArticleId(1), null, ("capacity", "REPORTER"));
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(mayor, "3.1").Stating(wrote, "1.1").Printing(Figure(1, "a", 5)).Naming(Harbour, "云海港务处"));

        (await AllOfAsync(Mayor, new RelationshipQuery())).Select(r => r.Id).ShouldBe([wrote.Id, mayor.Id]);
        (await AllOfAsync(Mayor, new RelationshipQuery { Side = RelationshipSide.To })).ShouldBeEmpty();
        (await AllOfAsync(City, new RelationshipQuery { Side = RelationshipSide.To })).ShouldHaveSingleItem().Id.ShouldBe(mayor.Id);
        (await AllOfAsync(ArticleId(1), new RelationshipQuery())).ShouldHaveSingleItem().Id.ShouldBe(wrote.Id);
        (await AllOfAsync(ArticleId(1), new RelationshipQuery { Side = RelationshipSide.StatedIn }))
            .Select(r => r.Id)
            .ShouldBe([wrote.Id, mayor.Id]);
        (await AllOfAsync(City, new ObservationQuery())).Count.ShouldBe(1);
        (await AllOfAsync(Lanterns, new ObservationQuery())).Count.ShouldBe(1);
        (await AllOfAsync(ArticleId(1), new ObservationQuery { Indicators = [Lanterns] })).Count.ShouldBe(1);
        (await AllOfAsync(Harbour, new ObservationQuery())).ShouldBeEmpty();
        (await AllOfAsync(ArticleId(1), new EntityQuery())).ShouldHaveSingleItem().Id.ShouldBe(Harbour);
        foreach (var mentioned in new[] { Mayor, City, Lanterns, Harbour })
            (await AllOfAsync(mentioned, new ArticleQuery())).ShouldHaveSingleItem().Id.ShouldBe(ArticleId(1));
        (await AllOfAsync(mayor.Id, new CitationQuery())).ShouldHaveSingleItem().Address.ToString().ShouldBe("3.1");
    }

    [Fact]
    public async Task What_is_named_only_in_a_detail_of_a_fact_is_not_what_the_article_is_about()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", 5) with { AttributedTo = Mayor, Place = Harbour }));

        (await AllOfAsync(Mayor, new ArticleQuery())).ShouldBeEmpty();
        (await AllOfAsync(Harbour, new ArticleQuery())).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_relationship_between_a_thing_and_itself_is_listed_once()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Link(RelationshipTypes.PartOf, City, City)));

        (await AllOfAsync(City, new RelationshipQuery())).Count.ShouldBe(1);
        (await ReadAsync(s => s.CountOfAsync([City], new RelationshipQuery(), Cancel)))[City].ShouldBe(1);
        (await AllAsync(new RelationshipQuery { About = [City] })).Count.ShouldBe(1);
    }

    [Fact]
    public async Task Counts_are_given_per_parent_and_every_parent_has_one()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")).Stating(Post(Mayor, Harbour, "主任")).Printing(Figure(1, "a", 5)));

        var relationships = await ReadAsync(s => s.CountOfAsync([Mayor, City, Lanterns, Mayor], new RelationshipQuery(), Cancel));
        var observations = await ReadAsync(s => s.CountOfAsync([ArticleId(1), City, Lanterns, Mayor], new ObservationQuery(), Cancel));

        relationships.ShouldBe(
            new Dictionary<string, long>
            {
                [Mayor] = 2,
                [City] = 1,
                [Lanterns] = 0,
            },
            ignoreOrder: true
        );
        observations.ShouldBe(
            new Dictionary<string, long>
            {
                [ArticleId(1)] = 1,
                [City] = 1,
                [Lanterns] = 1,
                [Mayor] = 0,
            },
            ignoreOrder: true
        );
        (await ReadAsync(s => s.CountOfAsync([], new ObservationQuery(), Cancel))).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_summary_counts_what_is_listed()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(2).Stating(Post(Mayor, City, "市长")).Printing(Figure(2, "a", 5)).Holding("灯会"));
        await ImportAsync(Article(5).Printing(Figure(5, "a", 5)));
        await Store.RemoveAsync(ArticleId(5), Cancel);
        await ImportAsync(Article(3));

        var summary = await ReadAsync(s => s.SummaryAsync(Cancel));

        summary.Entities.Keys.ShouldBe(EntityTypes.All.Select(t => t.Name), ignoreOrder: true);
        summary.Entities["Place"].ShouldBe(1);
        summary.Entities["Company"].ShouldBe(0);
        summary.Relationships["HOLDS_POST"].ShouldBe(1);
        summary.Relationships.Count.ShouldBe(RelationshipTypes.All.Count);
        summary.Observations.Values.Sum().ShouldBe(1);
        summary.Observations[Measure.Level].ShouldBe(1);
        (summary.Citations, summary.Articles, summary.ArticlesWithText).ShouldBe((2, 2, 1));
        summary.Coverage.ShouldBe(new DateRange(FirstDay.PlusDays(2), FirstDay.PlusDays(3)));
    }

    [Fact]
    public async Task An_empty_store_covers_nothing() => (await ReadAsync(s => s.SummaryAsync(Cancel))).Coverage.ShouldBeNull();

    [Fact]
    public async Task Members_of_a_snapshot_may_be_called_at_once()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Post(Mayor, City, "市长")));

        var counts = await ReadAsync(s =>
            Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => s.CountAsync(new RelationshipQuery(), Cancel))))
        );

        counts.ShouldAllBe(count => count == 1);
    }

    [Fact]
    public async Task Misuse_is_an_exception()
    {
        await Should.ThrowAsync<ArgumentException>(() => ReadAsync(s => s.ListAsync(new CitationQuery(), new(1), Cancel)));
        await Should.ThrowAsync<ArgumentException>(() => ReadAsync(s => s.ListOfAsync([City], new SearchQuery("x"), new(1), Cancel)));
        await Should.ThrowAsync<ArgumentException>(() => ReadAsync(s => s.ListAsync(new EntityQuery(), new(0), Cancel)));
        await Should.ThrowAsync<ArgumentException>(() => ReadAsync(s => s.ListAsync(new EntityQuery(), new(PageRequest.Max + 1), Cancel)));
    }
}
