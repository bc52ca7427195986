using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>The filters that ask for more than a field's value: intervals, places of print, counts of relationships.</summary>
public abstract class FilterContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    [Theory]
    [InlineData(Hedge.AndSome, 80, true, true)]
    [InlineData(Hedge.About, 80, false, true)]
    [InlineData(Hedge.Nearly, 80, false, false)]
    [InlineData(Hedge.MoreThan, 79, false, true)]
    [InlineData(Hedge.AtLeast, 80, true, true)]
    [InlineData(Hedge.AtMost, 80, false, true)]
    [InlineData(Hedge.AtMost, 79, false, false)]
    [InlineData(Hedge.None, 80, true, true)]
    [InlineData(Hedge.Vague, 80, false, false)]
    public async Task A_hedged_figure_is_at_least_80_for_certain_possibly_or_not(Hedge hedge, int number, bool isCertain, bool isPossible)
    {
        var unit = Units.Find("piece")!;
        var (lower, upper, basis) = Hedges.Interval(hedge, number, unit);
        var quantity = new Quantity
        {
            Value = hedge is Hedge.Vague ? null : number,
            Unit = unit,
            Hedge = hedge,
            Lower = lower,
            Upper = upper,
            BoundBasis = basis,
        };
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", number) with { Quantity = quantity }));

        (await FindsAsync(new(new(80, true), null, Certainty.Certain))).ShouldBe(isCertain);
        (await FindsAsync(new(new(80, true), null, Certainty.Possible))).ShouldBe(isPossible);
    }

    /// <summary>Growth of 240 %, which is rounded to [239.5, 240.5), and a cut by 30 %, to (−30.5, −29.5].</summary>
    [Theory]
    [InlineData("240", ">=240", true, true)]
    [InlineData("240", "<=240", true, true)]
    [InlineData("240", ">240", false, true)]
    [InlineData("240", "<240", false, true)]
    [InlineData("240", ">239.9", true, true)]
    [InlineData("240", "<240.1", true, true)]
    [InlineData("240", ">=240.4", false, true)]
    [InlineData("240", ">=240.5", false, false)]
    [InlineData("240", "<=239.5", false, true)]
    [InlineData("240", "<239.5", false, false)]
    [InlineData("240", "=240", true, true)]
    [InlineData("240", "=240.2", false, true)]
    [InlineData("-30", ">=-30", true, true)]
    [InlineData("-30", "<=-30", true, true)]
    [InlineData("-30", "=-30", true, true)]
    [InlineData("-30", "<-30", false, true)]
    [InlineData("-30", "<=-30.5", false, false)]
    public async Task What_is_only_rounded_is_the_number_that_is_printed(string printed, string condition, bool isCertain, bool isPossible)
    {
        var (number, unit) = (decimal.Parse(printed, CultureInfo.InvariantCulture), Units.Find("%")!);
        var (lower, upper, basis) = Hedges.Interval(Hedge.None, number, unit);
        var quantity = new Quantity
        {
            Value = number,
            Unit = unit,
            Lower = lower,
            Upper = upper,
            BoundBasis = basis,
        };
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "a", number) with { Quantity = quantity }));

        foreach (
            var (certainty, expected) in new[]
            {
                (Certainty.Certain, isCertain),
                (Certainty.Possible, isPossible),
                (Certainty.OnlyPossible, isPossible && !isCertain),
            }
        )
        {
            var end = new Bound(
                decimal.Parse(condition.TrimStart('<', '>', '='), CultureInfo.InvariantCulture),
                condition.Contains('=', StringComparison.Ordinal)
            );
            var range = new ValueRange(condition[0] is '<' ? null : end, condition[0] is '>' ? null : end, certainty);
            (await FindsAsync(range)).ShouldBe(expected, certainty.ToString());
            (await ReadAsync(s => s.CountAsync(new ObservationQuery { Value = range }, Cancel))).ShouldBe(expected ? 1 : 0);
        }
    }

    /// <summary>1200公斤 are more than a ton, 增长2倍 is growth by 200 %, and neither compares with what has another dimension.</summary>
    [Theory]
    [InlineData("kg", 1200, "t", 1, true)]
    [InlineData("kg", 800, "t", 1, false)]
    [InlineData("t", 2, "kg", 2000, true)]
    [InlineData("t", 2, "kg", 2001, false)]
    [InlineData("times", 2, "%", 100, true)]
    [InlineData("%", 240, "times", 2, true)]
    [InlineData("%", 150, "times", 2, false)]
    [InlineData("firm", 60, "firm", 60, true)]
    [InlineData("firm", 60, "edition", 1, false)]
    [InlineData("%", 60, "t", 1, false)]
    public async Task A_figure_is_compared_in_the_unit_of_the_range(string unit, int number, string asked, int least, bool fits)
    {
        await ImportAsync(Registry());
        var quantity = new Quantity { Value = number, Unit = Units.Find(unit)! };
        await ImportAsync(Article(1).Printing(Figure(1, "a", number) with { Quantity = quantity }));
        foreach (var certainty in new[] { Certainty.Certain, Certainty.Possible })
        {
            var range = new ValueRange(new(least, true), null, certainty) { Unit = Units.Find(asked)! };

            range.Admits(quantity).ShouldBe(fits);
            (await FindsAsync(range)).ShouldBe(fits);
            (await ReadAsync(s => s.CountAsync(new ObservationQuery { Value = range }, Cancel))).ShouldBe(fits ? 1 : 0);
        }
    }

    [Fact]
    public async Task A_number_and_some_is_more_than_the_number()
    {
        await ImportAsync(Registry());
        var unit = Units.Find("piece")!;
        var (lower, upper, basis) = Hedges.Interval(Hedge.AndSome, 80, unit);
        await ImportAsync(
            Article(1)
                .Printing(
                    Figure(1, "a", 80) with
                    {
                        Quantity = new()
                        {
                            Value = 80,
                            Unit = unit,
                            Hedge = Hedge.AndSome,
                            Lower = lower,
                            Upper = upper,
                            BoundBasis = basis,
                        },
                    }
                )
        );

        (await FindsAsync(new(new(80, false), null, Certainty.Certain))).ShouldBeTrue();
        (await FindsAsync(new(null, new(80, true), Certainty.Possible))).ShouldBeFalse();
        (await FindsAsync(new(null, new(90, false), Certainty.Certain))).ShouldBeTrue();
    }

    [Theory]
    [InlineData("9个", "a")]
    [InlineData("灯笼", "a b")]
    [InlineData("燈籠 产量", "a b")]
    [InlineData("lanterns", "a b")]
    [InlineData("made 云海", "a b")]
    [InlineData("夜市", "a")]
    [InlineData("夜市 9个 灯笼 云海", "a")]
    [InlineData("9个 除夕", "")]
    [InlineData("除夕", "b")]
    [InlineData("元宵", "b")]
    [InlineData("除夕 元宵 7个", "b")]
    [InlineData("港务处", "c")]
    [InlineData("日报", "")]
    public async Task Text_is_looked_for_in_the_figure_its_names_and_its_sentences(string text, string found)
    {
        await ImportAsync(Registry());
        var batch = Article(1).Printing(Figure(1, "a", 9), "2.1").Printing(Figure(1, "b", 7), "3.1-4.1");
        await ImportAsync(batch.Holding("灯会日报", "夜市挂出九盏灯，9个。", "除夕挂出", "元宵收起。"));
        // Without text, or with other words in it.
        await ImportAsync(
            Article(2)
                .Printing(Figure(2, "c", 8) with { Indicator = "indicator:kites", About = Harbour })
                .With(
                    Named(EntityTypes.Indicator, "indicator:kites", "风筝", "Kites") with
                    {
                        Properties = new Dictionary<string, string> { ["dimension"] = "COUNT" },
                    }
                )
        );
        var query = new ObservationQuery { Text = text };

        var expected = found
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(key => key == "c" ? "obs:yunhai/02/c" : $"obs:yunhai/01/{key}")
            .ToList();
        (await AllAsync(query)).Select(o => o.Id).ShouldBe(expected);
        (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(expected.Count);
        (await AllAsync(query with { RecordedAsOf = Now })).Select(o => o.Id).ShouldBe(expected);
        (await AllAsync(query with { About = [City, Harbour] })).Select(o => o.Id).ShouldBe(expected);
        (await AllOfAsync(City, query)).Select(o => o.Id).ShouldBe(expected.Where(id => id != "obs:yunhai/02/c"));
    }

    [Fact]
    public async Task Every_text_filter_takes_several_words_in_any_order()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Stating(Post(Mayor, City, "云海市代理市长")));

        (await AllAsync(new EntityQuery { Text = "港 云海" })).Select(e => e.Id).ShouldBe([Harbour]);
        (await AllAsync(new RelationshipQuery { Text = "市长 代理" })).Count.ShouldBe(1);
        (await AllAsync(new RelationshipQuery { Text = "市长 副" })).ShouldBeEmpty();
        (await AllAsync(new ArticleQuery { Text = "第1日 燈會" })).Count.ShouldBe(1);
        (await AllAsync(new ArticleQuery { Text = "第2日 灯会" })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Ends_that_belong_to_an_interval_are_told_from_those_that_do_not()
    {
        await ImportAsync(Registry());
        var intervals = (
            from low in new Bound?[] { null, new(1, true), new(1, false), new(2, true) }
            from high in new Bound?[] { null, new(2, true), new(2, false), new(3, true) }
            select (low, high)
        ).ToList();
        var batch = Article(1);
        foreach (var (at, (low, high)) in intervals.Index())
            batch = batch.Printing(
                Figure(1, $"k{at}", 2) with
                {
                    Quantity = new()
                    {
                        Unit = Units.Find("piece")!,
                        Value = at % 2 == 0 ? 2 : null,
                        Lower = low,
                        Upper = high,
                        BoundBasis = at % 3 == 0 ? BoundBasis.Rounding : null,
                    },
                }
            );
        await ImportAsync(batch);

        foreach (
            var range in from low in new Bound?[] { null, new(1, true), new(1, false), new(2, true), new(2, false) }
            from high in new Bound?[] { null, new(2, true), new(2, false), new(1, true) }
            from certainty in Enum.GetValues<Certainty>()
            select new ValueRange(low, high, certainty)
        )
        {
            var expected = batch.Observations.Where(o => range.Admits(o.Quantity)).Select(o => o.Id).Order(StringComparer.Ordinal);
            (await AllAsync(new ObservationQuery { Value = range }))
                .Select(o => o.Id)
                .Order(StringComparer.Ordinal)
                .ShouldBe(expected, range.ToString());
        }
    }

    [Theory]
    [InlineData(PeriodMatch.Overlaps, 2, 3, "feb march since until half")]
    [InlineData(PeriodMatch.Within, 2, 3, "feb march")]
    [InlineData(PeriodMatch.Is, 2, 2, "feb")]
    [InlineData(PeriodMatch.Is, 1, 6, "half")]
    [InlineData(PeriodMatch.Is, 3, null, "since")]
    [InlineData(PeriodMatch.Is, null, 3, "until")]
    [InlineData(PeriodMatch.Is, 2, 3, "")]
    [InlineData(PeriodMatch.Within, 2, null, "feb march april since")]
    [InlineData(PeriodMatch.Within, null, 6, "feb march april until half")]
    public async Task A_period_overlaps_days_lies_within_them_or_is_them(PeriodMatch match, int? first, int? last, string expected)
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Month("feb", 2, 2), "2.1")
                .Printing(Month("march", 3, 3), "2.2")
                .Printing(Month("april", 4, 4), "2.3")
                .Printing(Month("since", 3, null), "2.4")
                .Printing(Month("until", null, 3), "2.5")
                .Printing(Month("half", 1, 6), "2.6")
                .Printing(Figure(1, "undated", 1), "2.7")
                .Stating(Post(Mayor, City, "市长", Days("3月", DayOf(3), EndOf(3))), "3.1")
        );
        var days = new DateRange(DayOf(first), EndOf(last)) { Match = match };

        (await AllAsync(new ObservationQuery { Period = days }))
            .Select(o => o.Id["obs:yunhai/01/".Length..])
            .ShouldBe(expected.Split(' ', StringSplitOptions.RemoveEmptyEntries));
        (await AllAsync(new RelationshipQuery { Period = days })).Count.ShouldBe(match is not PeriodMatch.Is && last is not 2 ? 1 : 0);

        static LocalDate? DayOf(int? month) => month is { } known ? new(2031, known, 1) : null;

        static LocalDate? EndOf(int? month) => DayOf(month)?.PlusMonths(1).PlusDays(-1);

        static Observation Month(string key, int? first, int? last) =>
            Figure(1, key, 1) with
            {
                Period = Days(key, DayOf(first), EndOf(last)),
            };
    }

    private const string Private = "category:private";

    [Fact]
    public async Task Figures_are_filtered_by_comparison_accumulation_status_unit_and_universe()
    {
        await ImportAsync(Registry(Named(EntityTypes.Category, Private, "民营", "Private") with { Kind = "OWNERSHIP" }));
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "a", 7) with { Comparison = Comparison.YearOnYear, Accumulation = Accumulation.Cumulative }, "2.1")
                .Printing(
                    Figure(1, "b", 8) with
                    {
                        Status = ObservationStatus.Target,
                        Quantity = new() { Value = 8, Unit = Units.Find("%")! },
                    },
                    "3.1"
                )
                .Printing(
                    Figure(1, "since", 5) with
                    {
                        Comparison = Comparison.BasePeriod,
                        Base = new("年初", FirstDay, FirstDay, null),
                    },
                    "3.2"
                )
                .Printing(Figure(1, "than", 6) with { Comparison = Comparison.OtherEntity, Base = new("港区", null, null, Harbour) }, "3.3")
                .Printing(Figure(1, "part", 2) with { Breakdown = Breakdown.Of([Private]) }, "3.4")
                .Printing(Figure(1, "parts", 1) with { Breakdown = Breakdown.Of([Private, Harbour]) }, "3.5")
                .Printing(Figure(1, "c", 9) with { Measure = Measure.Rank, Within = new("全省 14 市", null, 14, false) }, "4.1")
        );

        await Finds(new() { Comparisons = [Comparison.YearOnYear, Comparison.OnPrevious] }, "a");
        await Finds(new() { Bases = ["港区", "年初"] }, "since", "than");
        await Finds(new() { Bases = ["年"] });
        await Finds(new() { Breakdowns = [Private] }, "part", "parts");
        await Finds(new() { Breakdowns = [Harbour, City] }, "parts");
        await Finds(new() { Breakdowns = ["category:priv"] });
        await Finds(new() { IsWhole = true, Accumulations = [Accumulation.Single] }, "b", "since", "than", "c");
        await Finds(new() { IsWhole = false }, "part", "parts");
        (await AllOfAsync(Private, new ObservationQuery())).Select(o => o.Id).ShouldBe(["obs:yunhai/01/part", "obs:yunhai/01/parts"]);
        await Finds(
            new()
            {
                LatestPer = [SeriesDimension.Breakdown],
                Measures = [Measure.Level],
                Statuses = [ObservationStatus.Actual],
            },
            "than",
            "part",
            "parts"
        );
        await Finds(new() { Accumulations = [Accumulation.Single] }, "b", "since", "than", "part", "parts", "c");
        await Finds(new() { Statuses = [ObservationStatus.Target] }, "b");
        await Finds(new() { Units = [Units.Find("piece")!] }, "a", "since", "than", "part", "parts", "c");
        await Finds(
            new()
            {
                Units = [Units.Find("piece")!],
                Comparisons = [Comparison.YearOnYear],
                Value = new(null, new(7, true), Certainty.Certain),
            },
            "a"
        );
        await Finds(new() { Within = "全省14" }, "c");

        async Task Finds(ObservationQuery query, params string[] keys)
        {
            (await AllAsync(query)).Select(o => o.Id).ShouldBe(keys.Select(key => "obs:yunhai/01/" + key));
            (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(keys.Length);
        }
    }

    [Fact]
    public async Task What_stands_in_a_headline_is_told_from_what_stands_only_there()
    {
        Relationship both = Post(Mayor, City, "市长"),
            only = Post(Mayor, Harbour, "主任");
        var batch = Article(1)
            .Stating(both, "1.1")
            .Stating(only, "1.1")
            .Citing(both.Id, null, "3.1")
            .Printing(Figure(1, "a", 7), "1.1")
            .Printing(Figure(1, "b", 8), "3.1");
        await ImportAsync(Registry());
        await ImportAsync(
            Hashed(
                batch with
                {
                    Citations =
                    [
                        .. batch.Citations.Select(c => c.Address.ToString() == "1.1" ? c with { Part = ArticlePart.Headline } : c),
                    ],
                }
            )
        );
        PrintedIn headline = new([ArticlePart.Headline, ArticlePart.Subhead], false);

        (await AllAsync(new RelationshipQuery { PrintedIn = headline })).Select(r => r.Id).ShouldBe([both.Id, only.Id], ignoreOrder: true);
        (await AllAsync(new RelationshipQuery { PrintedIn = headline with { IsOnly = true } })).ShouldHaveSingleItem().Id.ShouldBe(only.Id);
        (await AllAsync(new RelationshipQuery { PrintedIn = new([ArticlePart.Body], true) })).ShouldBeEmpty();
        (await AllAsync(new ObservationQuery { PrintedIn = headline with { IsOnly = true } }))
            .ShouldHaveSingleItem()
            .Id.ShouldBe("obs:yunhai/01/a");
        await ImportAsync(Article(1));
        (await AllAsync(new ObservationQuery { PrintedIn = headline, RecordedAsOf = Now })).ShouldBeEmpty(
            "it ended in the moment in which it began"
        );
    }

    [Fact]
    public async Task Relationships_are_filtered_by_what_they_chose_and_by_whether_they_are_stated()
    {
        var fair = Named(EntityTypes.Event, "event:fair", "灯会", "Fair");
        Relationship chair = TookPart("CHAIR"),
            speaker = TookPart("SPEAKER") with { Status = StatementStatus.Inferred, Ground = "从句意推知" },
            post = Post(Mayor, City, "市长");
        await ImportAsync(Registry(fair));
        await ImportAsync(Article(1).Stating(chair, "2.1").Stating(speaker, "3.1").Stating(post, "4.1"));

        await Finds(new() { Choices = [new("role", "CHAIR")] }, chair);
        await Finds(
            new() { Choices = [new("role", "CHAIR"), new("role", "SPEAKER")], Types = [RelationshipTypes.TookPartIn] },
            chair,
            speaker
        );
        await Finds(new() { Choices = [new("role", "CHAIR"), new("kind", "PRAISE")] });
        await Finds(new() { Statuses = [StatementStatus.Stated] }, chair, post);
        Should.Throw<ArgumentException>(() => new ChosenValue("title", "市长")).Message.ShouldContain("role");

        async Task Finds(RelationshipQuery query, params Relationship[] found)
        {
            (await AllAsync(query)).Select(r => r.Id).ShouldBe(found.Select(r => r.Id));
            (await AllOfAsync(Mayor, query)).Select(r => r.Id).ShouldBe(found.Select(r => r.Id));
        }

        Relationship TookPart(string role) => Link(RelationshipTypes.TookPartIn, Mayor, fair.Id, null, ("role", role));
    }

    [Fact]
    public async Task Entities_are_filtered_by_how_many_relationships_they_are_in()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Stating(Post(Mayor, City, "市长"))
                .Stating(Post(Mayor, Harbour, "主任"))
                .Stating(Link(RelationshipTypes.LocatedIn, Harbour, City))
        );

        await Finds(Count(), Harbour, Mayor, City);
        await Finds(Count() with { AtLeast = 0, AtMost = 0 }, Lanterns);
        await Finds(Count() with { Types = [RelationshipTypes.HoldsPost], Side = RelationshipSide.From }, Mayor);
        await Finds(Count() with { Types = [RelationshipTypes.HoldsPost], AtLeast = 2 }, Mayor);
        await Finds(Count() with { Types = [RelationshipTypes.HoldsPost], AtMost = 1 }, Harbour, City);
        await Finds(Count() with { With = [City] }, Harbour, Mayor);
        await Finds(Count() with { With = [City], Side = RelationshipSide.From, Types = [RelationshipTypes.LocatedIn] }, Harbour);
        await Finds(Count() with { With = ["place:nowhere"] });

        LinkCount Count() => new(RelationshipSide.Either, [], [], [], 1, null);

        async Task Finds(LinkCount count, params string[] ids)
        {
            (await AllAsync(new EntityQuery { Links = [count] })).Select(e => e.Id).ShouldBe(ids);
            (await ReadAsync(s => s.CountAsync(new EntityQuery { Links = [count], Types = [.. EntityTypes.All] }, Cancel))).ShouldBe(
                ids.Length
            );
        }
    }

    private async Task<bool> FindsAsync(ValueRange range) => (await AllAsync(new ObservationQuery { Value = range })).Count > 0;
}
