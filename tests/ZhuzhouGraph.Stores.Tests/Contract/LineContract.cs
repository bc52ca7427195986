using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>Lines: which there are, the points of one, which figure stands for a point, and where figures contradict each other.</summary>
public abstract class LineContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private static readonly SeriesDimension[] PerPoint = [SeriesDimension.Series, SeriesDimension.Period];
    private static readonly Unit Tonne = Units.Find("t")!;

    [Fact]
    public async Task What_differs_in_a_dimension_is_another_line()
    {
        await ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "船只数", "Boats")));
        var batch = Article(1);
        Observation[] figures =
        [
            Figure(1, "a", 1),
            Figure(1, "boats", 1) with
            {
                Indicator = "indicator:boats",
            },
            Figure(1, "harbour", 1) with
            {
                About = Harbour,
            },
            Figure(1, "place", 1) with
            {
                Place = Harbour,
            },
            Figure(1, "rate", 1) with
            {
                Measure = Measure.RateOfChange,
            },
            Figure(1, "yoy", 1) with
            {
                Comparison = Comparison.YearOnYear,
            },
            Figure(1, "tonnes", 1) with
            {
                Quantity = new() { Value = 1, Unit = Tonne },
            },
            Figure(1, "sum", 1) with
            {
                Accumulation = Accumulation.Cumulative,
            },
            Figure(1, "monthly", 1) with
            {
                Frequency = Frequency.M,
            },
            Figure(1, "prices", 1) with
            {
                PriceBasis = PriceBasis.Constant,
            },
            Figure(1, "since", 1) with
            {
                Base = new("年初", FirstDay, FirstDay, null),
            },
            Figure(1, "than", 1) with
            {
                Base = new("港区", null, null, Harbour),
            },
            Figure(1, "part", 1) with
            {
                Breakdown = Breakdown.Of([Harbour]),
            },
            Figure(1, "parts", 1) with
            {
                Breakdown = Breakdown.Of([Harbour, City]),
            },
            Figure(1, "share", 1) with
            {
                ShareOf = "全市",
            },
            Figure(1, "rank", 1) with
            {
                Within = new("全市", null, null, false),
            },
            Figure(1, "fastest", 1) with
            {
                Within = new("全市", null, null, false, Measure.RateOfChange),
            },
            Figure(1, "lowest", 1) with
            {
                Within = new("全市", null, null, true),
            },
            Figure(1, "target", 1) with
            {
                Status = ObservationStatus.Target,
            },
        ];
        foreach (var (at, figure) in figures.Index())
            batch = batch.Printing(figure, $"{at + 2}.1");
        await ImportAsync(batch);

        var lines = await LinesAsync(new());

        lines.Count.ShouldBe(figures.Length);
        lines.Select(line => line.Id).ShouldBeUnique();
        lines.Select(line => line.Some.Id).ShouldBe(figures.Select(figure => figure.Id), ignoreOrder: true);
        LineDimension.All.Select(d => d.Name).ShouldBeUnique();
        LineDimension
            .All.Where(dimension => figures.Select(dimension.Value).Distinct().Count() < 2)
            .ShouldBeEmpty("each dimension tells two of these lines apart");
    }

    [Fact]
    public async Task A_line_says_how_many_figures_and_points_it_has_from_when_to_when_and_in_which_units()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Month(1, "jan", 1, 5), "2.1")
                .Printing(Month(1, "feb", 2, 6), "3.1")
                .Printing(
                    Month(1, "again", 2, 7) with
                    {
                        Quantity = new() { Value = 7, Unit = Units.Find("item")! },
                    },
                    "4.1"
                )
                .Printing(Figure(1, "undated", 8), "5.1")
                .Printing(
                    Figure(1, "target", 9) with
                    {
                        Period = Days("2035年", null, new(2035, 12, 31)),
                        Status = ObservationStatus.Target,
                    },
                    "6.1"
                )
        );

        var lines = await LinesAsync(new());

        lines
            .Select(line =>
                $"{line.Some.Id[^3..]} {line.Count} {line.Points} {line.First}/{line.Last} "
                + $"{string.Join('+', line.Units.Select(u => u.Code))}"
            )
            .ShouldBe([
                $"ain 4 3 {new LocalDate(2030, 1, 1)}/{FirstDay.PlusDays(1)} item+piece",
                $"get 1 1 {new LocalDate(2035, 12, 31)}/{new LocalDate(2035, 12, 31)} piece",
            ]);
        lines[0].Id.ShouldBe(Series.KeyOf(Figure(1, "any", 0)));
        lines[1].Id.ShouldBe(lines[0].Id + "-target");
        (await LinesAsync(new() { Lines = [LineId.Parse(lines[1].Id)!] })).Select(line => line.Id).ShouldBe([lines[1].Id]);
        (await LinesAsync(new() { About = [Harbour] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Lines_are_paged_the_longest_first()
    {
        var places = Enumerable.Range(0, 7).Select(at => Named(EntityTypes.Place, $"place:p{at}", $"地{at}", $"P{at}")).ToList();
        await ImportAsync(Registry(places));
        var batch = Article(1);
        foreach (var (at, place) in places.Index())
        {
            for (var i = 0; i <= at % 3; i++)
                batch = batch.Printing(Figure(1, $"k{at}x{i}", 1) with { About = place.Id }, $"{at + 2}.{i + 1}");
        }
        await ImportAsync(batch);
        var query = new LineQuery(new());

        var all = (await AllAsync(query)).Select(line => (line.Count, line.Id)).ToList();

        all.ShouldBe(all.OrderByDescending(line => line.Count).ThenBy(line => line.Id, StringComparer.Ordinal));
        foreach (var size in new[] { 1, 2, 3 })
            (await AllAsync(query, pageSize: size)).Select(line => (line.Count, line.Id)).ShouldBe(all);
        (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(7);
    }

    [Fact]
    public async Task A_line_has_one_point_for_each_period_in_the_order_of_time()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Month(1, "mar", 3, 3), "2.1")
                .Printing(Month(1, "jan", 1, 1), "3.1")
                .Printing(Month(1, "jan-target", 1, 9) with { Status = ObservationStatus.Target }, "4.1")
                .Printing(Figure(1, "now", 4), "5.1")
        );
        await ImportAsync(
            Article(2)
                .Printing(Month(2, "jan", 1, 2), "2.1")
                .Printing(Month(2, "since", 1, 7) with { Period = Days("以来", new(2020, 1, 1), null) })
        );

        (await PointsAsync()).ShouldBe(["02/jan", "01/mar", "01/now", "02/since"]);
        (await PointsAsync(new() { Rule = ChoiceRule.FirstPrint })).ShouldBe(["01/jan", "01/mar", "01/now", "02/since"]);
        (await PointsAsync(new() { PublishedBy = FirstDay.PlusDays(1) })).ShouldBe(["01/jan", "01/mar", "01/now"]);
        (await PointsAsync(new() { Order = ObservationOrder.PointDescending })).ShouldBe(["02/since", "01/now", "01/mar", "02/jan"]);
        (await PointsAsync(new() { PointDays = new(new(2030, 2, 1), new(2030, 12, 31)) })).ShouldBe(["01/mar", "02/since"]);
        (await PointsAsync(new() { PointDays = new(new(2030, 3, 1), new(2030, 3, 31)), IsPointExact = true })).ShouldBe(["01/mar"]);
        (await PointsAsync(new() { PointDays = new(new(2030, 3, 1), new(2030, 4, 30)), IsPointExact = true })).ShouldBeEmpty();
        (await PointsAsync(new() { PointDays = new(FirstDay.PlusDays(1), null) })).ShouldBe(
            ["01/now", "02/since"],
            "what is undated is of the day of its print"
        );
        (await PointsAsync(line: LineId.Of(Figure(1, "any", 0) with { Status = ObservationStatus.Target }))).ShouldBe(["01/jan-target"]);
    }

    [Fact]
    public async Task Each_rule_chooses_another_of_the_figures_for_a_point()
    {
        await ImportAsync(Registry());
        foreach (var (day, value) in new[] { (1, 5m), (2, 6m), (3, 6m), (4, 7m) })
            await ImportAsync(Article(day).Printing(Month(day, "a", 1, value)).Printing(Month(day, "later", day + 1, value), "5.1"));

        foreach (
            var (rule, inJanuary, ofAll) in new[]
            {
                (ChoiceRule.Newest, "04/a", "04/later"),
                (ChoiceRule.NewestPrint, "04/a", "04/later"),
                (ChoiceRule.FirstPrint, "01/a", "01/a"),
                (ChoiceRule.MostReported, "03/a", "03/later"),
            }
        )
        {
            (await PointsAsync(new() { Rule = rule }))[0].ShouldBe(inJanuary, rule.ToString());
            var query = new ObservationQuery { LatestPer = [SeriesDimension.Series], Rule = rule };
            (await AllAsync(query)).Select(KeyOf).ShouldBe([ofAll], rule.ToString());
            (await AllOfAsync(City, query)).Select(KeyOf).ShouldBe([ofAll], rule.ToString());
        }
    }

    [Theory]
    [InlineData("58", "62", true)]
    [InlineData("58", "58", false)]
    [InlineData("58", "[54, 60)", false)]
    [InlineData("60", "[54, 60)", true)]
    [InlineData("(60, )", "60", true)]
    [InlineData("[60, )", "60", false)]
    [InlineData("-5", "-50", true)]
    [InlineData("58", "58.1", true)]
    public async Task A_point_is_in_conflict_where_no_value_is_what_all_its_figures_can_mean(string one, string other, bool isInConflict)
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Meaning(1, one)));
        await ImportAsync(Article(2).Printing(Meaning(2, other)));
        var query = new ObservationQuery { LatestPer = PerPoint, IsInConflict = true };

        (await AllAsync(query)).Select(KeyOf).ShouldBe(isInConflict ? ["02/a"] : []);
        (await ReadAsync(s => s.CountAsync(query, Cancel))).ShouldBe(isInConflict ? 1 : 0);
        (await AllOfAsync(City, query)).Count.ShouldBe(isInConflict ? 1 : 0);

        static Observation Meaning(int article, string words)
        {
            var ends = words.Trim('[', ']', '(', ')').Split(',');
            var (low, high) = (ends[0], ends[^1].Trim());
            var lower = new Bound(decimal.Parse(low, null), words[0] != '(');
            return Month(article, "a", 1, lower.Value) with
            {
                Quantity = new()
                {
                    Value = ends.Length == 1 ? lower.Value : null,
                    Unit = Units.Find("piece")!,
                    Lower = ends.Length == 1 ? null : lower,
                    Upper = ends.Length == 1 || high.Length == 0 ? null : new(decimal.Parse(high, null), words[^1] != ')'),
                },
            };
        }
    }

    [Fact]
    public async Task Figures_that_do_not_compare_are_in_no_conflict()
    {
        await ImportAsync(Registry());
        await ImportAsync(
            Article(1)
                .Printing(Weighing("t", 1, Tonne), "2.1")
                .Printing(Weighing("kg", 1000, Units.Find("kg")!), "3.1")
                .Printing(Month(1, "rate", 1, 5) with { Measure = Measure.RateOfChange }, "4.1")
                .Printing(Month(1, "rate2", 1, 6) with { Measure = Measure.RateOfChange }, "5.1")
                .Printing(Month(1, "pieces", 3, 5), "6.1")
                .Printing(
                    Month(1, "items", 3, 6) with
                    {
                        Quantity = new() { Value = 6, Unit = Units.Find("item")! },
                    },
                    "7.1"
                )
        );

        (await AllAsync(new ObservationQuery { LatestPer = PerPoint, IsInConflict = true }))
            .Select(KeyOf)
            .ShouldBe(["01/items"], "counted things compare whatever the measure word");

        static Observation Weighing(string key, decimal value, Unit unit) =>
            Month(1, key, 2, value) with
            {
                Quantity = new() { Value = value, Unit = unit },
            };
    }

    [Fact]
    public async Task Figures_are_found_by_frequency_price_basis_and_the_names_of_their_indicator()
    {
        await ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "货船只数", "Boats")));
        await ImportAsync(
            Article(1)
                .Printing(Figure(1, "monthly", 1) with { Frequency = Frequency.M }, "2.1")
                .Printing(Figure(1, "boats", 2) with { Indicator = "indicator:boats", PriceBasis = PriceBasis.Constant }, "3.1")
        );

        (await AllAsync(Having("frequency", Frequency.M, Frequency.A))).Select(KeyOf).ShouldBe(["01/monthly"]);
        (await AllAsync(Having("priceBasis", PriceBasis.Constant))).Select(KeyOf).ShouldBe(["01/boats"]);
        (await AllAsync(Having("priceBasis", PriceBasis.Current))).ShouldBeEmpty();
        (await AllAsync(new ObservationQuery { IndicatorText = "只数 货" })).Select(KeyOf).ShouldBe(["01/boats"]);
        (await AllAsync(new ObservationQuery { IndicatorText = "云海" })).ShouldBeEmpty("that is a name of what it is about");

        static ObservationQuery Having(string dimension, params Enum[] values) =>
            new() { Having = [new(LineDimension.All.Single(d => d.Name == dimension), values)] };
    }

    [Fact]
    public async Task A_line_has_the_points_that_the_store_knew_then()
    {
        await ImportAsync(Registry());
        await ImportAsync(Article(1).Printing(Month(1, "old", 1, 5)));
        var then = Now;
        Time.Advance(TimeSpan.FromDays(1));
        await ImportAsync(Article(1).Printing(Month(1, "new", 1, 6)).Printing(Month(1, "feb", 2, 7), "5.1"));

        (await PointsAsync(new() { RecordedAsOf = then })).ShouldBe(["01/old"]);
        (await PointsAsync()).ShouldBe(["01/new", "01/feb"]);
        (await LinesAsync(new() { RecordedAsOf = then })).Single().Some.Id.ShouldEndWith("old");
    }

    private static Observation Month(int article, string key, int month, decimal value)
    {
        var first = new LocalDate(2030, month, 1);
        return Figure(article, key, value) with { Period = Days($"{month}月", first, first.PlusMonths(1).PlusDays(-1)) };
    }

    private static string KeyOf(Observation o) => o.Id["obs:yunhai/".Length..];

    private Task<IReadOnlyList<Line>> LinesAsync(ObservationQuery of) => AllAsync(new LineQuery(of));

    /// <summary>The points of a line, asked for as a list, page by page, and of the line as a parent.</summary>
    private async Task<IReadOnlyList<string>> PointsAsync(ObservationQuery? fits = null, LineId? line = null)
    {
        line ??= LineId.Of(Figure(1, "any", 0));
        var query = fits ?? new();
        query = query with { LatestPer = PerPoint, Order = query.Order is 0 ? ObservationOrder.Point : query.Order };
        var all = (await AllAsync(query with { Lines = [line] })).Select(KeyOf).ToList();
        (await AllAsync(query with { Lines = [line] }, pageSize: 2)).Select(KeyOf).ShouldBe(all);
        (await AllOfAsync(line.ToString(), query, pageSize: 2)).Select(KeyOf).ShouldBe(all);
        return all;
    }
}
