using System.Globalization;
using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>The newest figure of each sort, the other figures of a series, and what others print for the same.</summary>
public abstract class SeriesContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private static readonly SeriesDimension[] PerLine = [SeriesDimension.Indicator, SeriesDimension.About, SeriesDimension.Measure];

    [Fact]
    public async Task The_newest_is_the_one_whose_period_ends_last_then_the_one_printed_last()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Dated(1, "year", 1, new(2030, 1, 1), new(2030, 12, 31)), "2.1")
                .Printing(Dated(1, "march", 2, new(2030, 3, 1), new(2030, 3, 31)), "3.1")
        );
        (await LatestAsync()).ShouldBe(["01/year"]);

        await ImportAsync(Article(2).Printing(Figure(2, "undated", 3), "2.1").Printing(Dated(2, "since", 4, new(2020, 1, 1), null), "3.1"));
        (await LatestAsync()).ShouldBe(["02/since"], "both last until their print, and this one stands later");

        await ImportAsync(Article(3).Printing(Dated(3, "old", 5, new(2029, 1, 1), new(2029, 12, 31))));
        (await LatestAsync()).ShouldBe(["02/since"], "printed later, but about an earlier time");
        (await LatestAsync(new ObservationQuery { Period = new(null, new(2030, 12, 31)), PublishedBy = FirstDay.PlusDays(1) })).ShouldBe(
            ["01/year"],
            "the newest of what fits"
        );
    }

    [Theory]
    [InlineData(ChoiceRule.Newest)]
    [InlineData(ChoiceRule.NewestPrint)]
    [InlineData(ChoiceRule.FirstPrint)]
    [InlineData(ChoiceRule.MostReported)]
    public async Task Of_one_print_what_has_days_stands_for_the_rest_and_then_what_has_a_number(ChoiceRule rule)
    {
        var day = FirstDay.PlusDays(1);
        var vague = new Period("近年来", null, null, PeriodPrecision.Vague, PeriodBasis.Stated);
        // Whichever id comes first or last, in one sentence.
        foreach (var (least, most) in new[] { ("a", "z"), ("z", "a") })
        {
            await ImportAsync(Registry());
            await ImportAsync(
                Article(1)
                    .Printing(Dated(1, least, 59, null, day) with { About = City }, "2.1")
                    .Printing(Figure(1, most, 7) with { About = City, Period = vague }, "2.1")
                    .Printing(Figure(1, least + "2", 2) with { About = Harbour }, "2.1")
                    .Printing(
                        Figure(1, most + "2", 0) with
                        {
                            About = Harbour,
                            Quantity = Figure(1, "none", 0).Quantity with { Value = null },
                            Figure = "前列",
                        },
                        "2.1"
                    )
            );

            foreach (
                var fits in new[]
                {
                    new ObservationQuery(),
                    new() { About = [City, Harbour] },
                    new() { Indicators = [Lanterns] },
                }
            )
                (await LatestAsync(fits with { Rule = rule })).ShouldBe([$"01/{least}", $"01/{least}2"], ignoreOrder: true);
        }
    }

    [Fact]
    public async Task What_is_aimed_at_does_not_stand_in_for_what_was_measured()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "actual", 1), "2.1")
                .Printing(Dated(1, "target", 2, new(2035, 1, 1), new(2035, 12, 31)) with { Status = ObservationStatus.Target }, "3.1")
        );

        (await LatestAsync()).ShouldBe(["01/actual", "01/target"]);
    }

    [Fact]
    public async Task Figures_that_differ_in_what_was_named_are_each_the_newest_of_their_kind()
    {
        await ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "船只数", "Boats")));
        var growth = Units.Find("%")!;
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "level", 1), "2.1")
                .Printing(Figure(1, "later", 2) with { AttributedTo = Mayor }, "3.1")
                .Printing(Figure(1, "harbour", 3) with { About = Harbour }, "4.1")
                .Printing(Figure(1, "boats", 4) with { Indicator = "indicator:boats" }, "5.1")
                .Printing(
                    Figure(1, "yoy", 5) with
                    {
                        Measure = Measure.RateOfChange,
                        Comparison = Comparison.YearOnYear,
                        Quantity = new() { Value = 5, Unit = growth },
                    },
                    "6.1"
                )
                .Printing(
                    Figure(1, "mom", 6) with
                    {
                        Measure = Measure.RateOfChange,
                        Comparison = Comparison.OnPrevious,
                        Quantity = new() { Value = 6, Unit = growth },
                    },
                    "7.1"
                )
        );

        (await LatestAsync()).ShouldBe(["01/later", "01/harbour", "01/boats", "01/mom"]);
        (await LatestAsync(per: [SeriesDimension.Measure])).ShouldBe(["01/boats", "01/mom"]);
        (await LatestAsync(per: [SeriesDimension.AttributedTo])).ShouldBe(["01/later", "01/mom"]);
        (await LatestAsync(per: [SeriesDimension.Series])).ShouldBe(["01/later", "01/harbour", "01/boats", "01/yoy", "01/mom"]);
        (await LatestAsync(per: [SeriesDimension.Unit, SeriesDimension.Comparison, SeriesDimension.Accumulation])).ShouldBe([
            "01/boats",
            "01/yoy",
            "01/mom",
        ]);
        (await LatestAsync(new ObservationQuery { AttributedTo = [Mayor] })).ShouldBe(["01/later"]);
        (await LatestAsync(new ObservationQuery { About = [City, Harbour, City] })).ShouldBe([
            "01/later",
            "01/harbour",
            "01/boats",
            "01/mom",
        ]);
        (await LatestAsync(new ObservationQuery { About = [City, Harbour] }, [SeriesDimension.Measure])).ShouldBe(
            ["01/boats", "01/mom"],
            "one choice over all that is named"
        );
    }

    [Fact]
    public async Task The_newest_are_paged_counted_ordered_and_chosen_for_each_parent()
    {
        await ImportAsync(Registry());
        for (var day = 1; day <= 6; day++)
        {
            await ImportAsync(
                Article(day)
                    .Printing(Dated(day, "a", day, FirstDay.PlusDays(day), FirstDay.PlusDays(day)), "2.1")
                    .Printing(Figure(day, "b", day) with { About = Harbour, AttributedTo = day % 2 == 0 ? Mayor : null }, "3.1")
            );
        }
        SeriesDimension[] bySpeaker = [SeriesDimension.About, SeriesDimension.AttributedTo];

        foreach (
            var (order, expected) in new[]
            {
                (ObservationOrder.Print, new[] { "05/b", "06/a", "06/b" }),
                (ObservationOrder.PrintDescending, ["06/b", "06/a", "05/b"]),
                (ObservationOrder.Period, ["06/a", "05/b", "06/b"]),
                (ObservationOrder.PeriodDescending, ["06/a", "06/b", "05/b"]),
                (ObservationOrder.Value, ["05/b", "06/a", "06/b"]),
                (ObservationOrder.ValueDescending, ["06/b", "06/a", "05/b"]),
            }
        )
        {
            (await LatestAsync(new ObservationQuery { Order = order }, bySpeaker)).ShouldBe(expected, order.ToString());
            (await LatestAsync(new ObservationQuery { Order = order, About = [City, Harbour] }, bySpeaker)).ShouldBe(
                expected,
                order.ToString()
            );
        }
        var query = new ObservationQuery { LatestPer = bySpeaker };
        (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(3);
        (await ReadAsync(s => s.CountAsync(query with { About = [City, Harbour] }, Cancel))).ShouldBe(3);
        (await ReadAsync(s => s.CountOfAsync([Harbour, City, Lanterns], query, Cancel)))
            .OrderBy(p => p.Key)
            .Select(p => p.Value)
            .ShouldBe([3, 2, 1]);
        (await AllOfAsync(Harbour, query)).Select(KeyOf).ShouldBe(["05/b", "06/b"]);
        (await AllOfAsync(ArticleId(3), query)).Select(KeyOf).ShouldBe(["03/a", "03/b"]);
        (await AllOfAsync(Lanterns, query with { LatestPer = [SeriesDimension.Indicator] })).Select(KeyOf).ShouldBe(["06/b"]);
    }

    [Fact]
    public async Task Figures_of_a_series_find_each_other_and_those_of_one_fact_agree_in_their_days()
    {
        var until = Days("截至今日", FirstDay.PlusDays(1), FirstDay.PlusDays(1));
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "said", 58) with { AttributedTo = Mayor }, "2.1")
                .Printing(Figure(1, "until", 58) with { Period = until }, "3.1")
                .Printing(Figure(1, "target", 58) with { Status = ObservationStatus.Target }, "4.1")
                .Printing(Figure(1, "rank", 1) with { Measure = Measure.Rank, Within = new("全省", null, null, false) }, "5.1")
        );
        await ImportAsync(
            Article(2)
                .Printing(Figure(2, "said", 62), "2.1")
                .Printing(Figure(2, "again", 60) with { Period = until }, "3.1")
                .Printing(Figure(2, "before", 61) with { Period = Days("此前", null, FirstDay.PlusDays(1)) }, "4.1")
                .Printing(Figure(2, "rank", 2) with { Measure = Measure.Rank, Within = new("全 省", null, 14, false) }, "5.1")
                .Printing(Figure(2, "world", 9) with { Measure = Measure.Rank, Within = new("全球", null, null, false) }, "6.1")
        );

        (await AlikeAsync("01/said", Likeness.SameSeries)).ShouldBe(["01/until", "01/target", "02/said", "02/again", "02/before"]);
        (await AlikeAsync("01/said", Likeness.SameFact)).ShouldBe(["01/until", "02/again"], "what is undated is of the day of its print");
        (await AlikeAsync("02/said", Likeness.SameFact)).ShouldBeEmpty();
        (await AlikeAsync("01/rank", Likeness.SameSeries)).ShouldBe(["02/rank"]);
        (await AlikeAsync("02/world", Likeness.SameSeries)).ShouldBeEmpty();
        (await ReadAsync(s => s.CountOfAsync(["obs:yunhai/01/said", "obs:yunhai/01/rank"], new ObservationQuery(), Cancel)))
            .Values.Order()
            .ShouldBe([1, 5]);
    }

    [Fact]
    public async Task A_level_and_a_change_find_each_other_where_they_are_of_one_thing_and_of_the_same_days()
    {
        var until = Days("截至今日", FirstDay.PlusDays(1), FirstDay.PlusDays(1));
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "level", 58) with { Period = until }, "2.1")
                .Printing(Rate("rate") with { Period = until }, "3.1")
                .Printing(Rate("multiple") with { Measure = Measure.Multiple }, "4.1")
                .Printing(Rate("earlier") with { Period = Days("昨日", FirstDay, FirstDay) }, "5.1")
                .Printing(Rate("there") with { Place = Harbour }, "6.1")
                .Printing(Rate("target") with { Status = ObservationStatus.Target }, "7.1")
                .Printing(Rate("other") with { About = Harbour }, "8.1")
                .Printing(Rate("rank") with { Measure = Measure.Rank, Within = new("全省", null, null, false) }, "9.1")
        );

        (await AlikeAsync("01/level", Likeness.Implying)).ShouldBe(["01/rate", "01/multiple"]);
        (await AlikeAsync("01/rate", Likeness.Implying)).ShouldBe(["01/level"]);
        (await AlikeAsync("01/rank", Likeness.Implying)).ShouldBeEmpty();

        static Observation Rate(string key) => Figure(1, key, 5) with { Measure = Measure.RateOfChange };
    }

    [Theory]
    [InlineData(Measure.Change)]
    [InlineData(Measure.RateOfChange)]
    [InlineData(Measure.Multiple)]
    [InlineData(Measure.Points)]
    public async Task Changes_are_one_fact_only_where_it_is_stated_against_what(Measure measure)
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "stated", 5) with { Measure = measure, Comparison = Comparison.YearOnYear }, "2.1")
                .Printing(Figure(1, "again", 5) with { Measure = measure, Comparison = Comparison.YearOnYear }, "3.1")
                .Printing(Figure(1, "unstated", 5) with { Measure = measure }, "4.1")
                .Printing(Figure(1, "neither", 5) with { Measure = measure }, "5.1")
        );

        (await AlikeAsync("01/stated", Likeness.SameFact)).ShouldBe(["01/again"]);
        (await AlikeAsync("01/unstated", Likeness.SameFact)).ShouldBeEmpty();
        (await AlikeAsync("01/unstated", Likeness.SameSeries)).ShouldBe(["01/neither"]);
        (
            await ReadAsync(s =>
                s.CountOfAsync(
                    ["obs:yunhai/01/stated", "obs:yunhai/01/unstated"],
                    new ObservationQuery { Likeness = Likeness.SameFact },
                    Cancel
                )
            )
        )
            .Values.Order()
            .ShouldBe([0, 1]);
    }

    [Fact]
    public async Task A_figure_that_is_no_longer_stated_still_leads_to_its_series()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Figure(1, "old", 58)));
        Time.Advance(TimeSpan.FromDays(1));
        var before = Now;
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1).Printing(Figure(1, "new", 59)));

        (await AlikeAsync("01/old", Likeness.SameSeries)).ShouldBe(["01/new"]);
        (await AllOfAsync("obs:yunhai/01/new", new ObservationQuery { RecordedAsOf = before })).Select(KeyOf).ShouldBe(["01/old"]);
        (await LatestAsync(new ObservationQuery { RecordedAsOf = before })).ShouldBe(["01/old"]);
        (await LatestAsync()).ShouldBe(["01/new"]);
    }

    [Fact]
    public async Task The_newest_of_indicators_and_of_entities_are_the_last_of_all_that_fit()
    {
        var kites = "indicator:kites";
        await ImportAsync(Registry(Named(EntityTypes.Indicator, kites, "风筝数", "Kites")));
        for (var day = 1; day <= 6; day++)
        {
            var (today, before) = (FirstDay.PlusDays(day), FirstDay.PlusDays(-day));
            await ImportAsync(
                Article(day)
                    .Printing(Dated(day, "city", day, null, today), "2.1")
                    .Printing(Dated(day, "late", day, null, before) with { About = Harbour }, "3.1")
                    .Printing(Figure(day, "kites", day) with { Indicator = kites, About = day % 2 == 0 ? City : Harbour }, "4.1")
                    .Printing(Dated(day, "rate", day, null, before) with { Measure = Measure.RateOfChange, About = Harbour }, "5.1")
                    .Printing(Dated(day, "goal", day, null, new(2040, day, 1)) with { Status = ObservationStatus.Target }, "6.1")
            );
        }
        await ImportAsync(Article(6).Printing(Figure(6, "city", 7), "2.1"));

        ObservationQuery[] of =
        [
            new() { Indicators = [Lanterns] },
            new() { Indicators = [kites, Lanterns] },
            new() { About = [Harbour, City] },
            new() { About = [City, Harbour], Indicators = [Lanterns, kites] },
        ];
        foreach (var query in of)
        foreach (
            var fits in new[]
            {
                query,
                query with
                {
                    Measures = [Measure.Level],
                },
                query with
                {
                    Statuses = [ObservationStatus.Target, ObservationStatus.Forecast],
                },
                query with
                {
                    PublishedBy = FirstDay.PlusDays(3),
                },
                query with
                {
                    PublishedBy = FirstDay.PlusDays(2),
                    Measures = [Measure.RateOfChange],
                },
                query with
                {
                    Period = new(null, FirstDay.PlusDays(-2)),
                    AboutTypes = [EntityTypes.Organization],
                },
                query with
                {
                    Value = new(new Bound(4, true), null, Certainty.Certain),
                },
            }
        )
        foreach (SeriesDimension[] per in new SeriesDimension[][] { [SeriesDimension.About], [SeriesDimension.Series], PerLine })
        {
            var newest = (await AllAsync(fits))
                .GroupBy(o => (o.Status, string.Join(' ', per.Select(dimension => ValueOf(o, dimension)))))
                .Select(group =>
                    group.OrderBy(o => o.Period?.Last ?? FirstDay.PlusDays(int.Parse(KeyOf(o)[..2], CultureInfo.InvariantCulture))).Last()
                )
                .Select(KeyOf);
            (await LatestAsync(fits, per)).ShouldBe(newest, ignoreOrder: true, $"{fits} per {string.Join(' ', per)}");
        }

        static string ValueOf(Observation o, SeriesDimension dimension) =>
            dimension switch
            {
                SeriesDimension.Indicator => o.Indicator,
                SeriesDimension.About => o.About,
                SeriesDimension.Measure => o.Measure.ToString(),
                _ => Series.KeyOf(o),
            };
    }

    private static Observation Dated(int article, string key, decimal value, LocalDate? first, LocalDate? last) =>
        Figure(article, key, value) with
        {
            Period = Days("某时", first, last),
        };

    private static string KeyOf(Observation o) => o.Id["obs:yunhai/".Length..];

    /// <summary>The newest, read in pages of two and at once.</summary>
    private async Task<IReadOnlyList<string>> LatestAsync(ObservationQuery? fits = null, IReadOnlyList<SeriesDimension>? per = null)
    {
        var query = (fits ?? new()) with { LatestPer = per ?? PerLine };
        var all = (await AllAsync(query)).Select(KeyOf).ToList();
        (await AllAsync(query, pageSize: 2)).Select(KeyOf).ShouldBe(all);
        return all;
    }

    private async Task<IReadOnlyList<string>> AlikeAsync(string key, Likeness likeness) =>
        [.. (await AllOfAsync("obs:yunhai/" + key, new ObservationQuery { Likeness = likeness })).Select(KeyOf)];
}
