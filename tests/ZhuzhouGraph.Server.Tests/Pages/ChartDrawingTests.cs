using NodaTime;
using ZhuzhouGraph.Server.Pages;
using ZhuzhouGraph.Server.Pages.Charts;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>How figures are put on a scale. All of them are invented.</summary>
public sealed class ChartDrawingTests
{
    [Fact]
    public void Nought_is_on_every_scale_but_that_of_ranks()
    {
        ChartScale.Of([50, 100], isRank: false).ShouldBe(new ChartScale(0, 100, false));
        ChartScale.Of([-30, -10], isRank: false).ShouldBe(new ChartScale(-30, 0, false));
        ChartScale.Of([-30, 60], isRank: false).At(0).ShouldBe(333);
        ChartScale.Of([], isRank: false).At(7).ShouldBe(500);
    }

    [Fact]
    public void A_rank_of_1_stands_on_the_outside()
    {
        var scale = ChartScale.Of([2, 17], isRank: true);

        scale.At(1).ShouldBe(1000);
        scale.At(17).ShouldBe(0);
        scale.At(2).ShouldBeGreaterThan(scale.At(3));
    }

    [Theory]
    [InlineData(0, 383, "0 100 200 300")]
    [InlineData(-30, 60, "-20 0 20 40 60")]
    [InlineData(0, 0.7, "0 0.2 0.4 0.6")]
    [InlineData(0, 14500, "0 5000 10000")]
    public void The_numbers_along_a_scale_are_round(decimal low, decimal high, string ticks) =>
        string.Join(
                ' ',
                new ChartScale(low, high, false).Ticks.Select(tick => tick.ToString(System.Globalization.CultureInfo.InvariantCulture))
            )
            .ShouldBe(ticks);

    [Fact]
    public void An_exact_number_is_a_mark_and_nothing_else()
    {
        var bar = BarOf(Told("58", "58", "58"), 0, 100)!;

        (bar.Mark, bar.From, bar.To).ShouldBe((580, null, null));
        bar.Pieces.ShouldBeEmpty();
        bar.IsHollow.ShouldBeFalse();
    }

    [Fact]
    public void What_a_hedge_can_mean_is_a_bar_and_what_rounding_leaves_open_a_thin_one()
    {
        var hedged = BarOf(Told(null, "80", "90", basis: "CONVENTION"), 0, 100)!;
        (hedged.Mark, hedged.From, hedged.To, hedged.IsThin).ShouldBe((null, 800, 900, false));
        hedged.Pieces.ShouldBe([(800, 100, 100)]);

        var rounded = BarOf(Told("14000", "13500", "14500", basis: "ROUNDING"), 0, 20000)!;
        (rounded.Mark, rounded.From, rounded.To, rounded.IsThin).ShouldBe((700, 675, 725, true));
    }

    [Fact]
    public void An_open_end_fades_to_its_side()
    {
        var above = BarOf(Told("60", "60", null), 0, 100)!;
        (above.IsOpenLeft, above.IsOpenRight).ShouldBe((false, true));
        above.Pieces.Select(piece => piece.Strength).ShouldBe([100, 75, 50, 25]);
        above.Pieces.First().From.ShouldBe(600);

        var below = BarOf(Told("60", null, "60"), 0, 100)!;
        (below.IsOpenLeft, below.IsOpenRight).ShouldBe((true, false));
        below.Pieces.Select(piece => piece.Strength).ShouldBe([25, 50, 75, 100]);
    }

    [Fact]
    public void What_has_no_number_has_no_bar_and_a_target_is_hollow()
    {
        BarOf(Told(null, null, null), 0, 100).ShouldBeNull();
        BarOf(Told("70", "70", "70", status: "TARGET"), 0, 100)!.IsHollow.ShouldBeTrue();
    }

    [Fact]
    public void What_does_not_compare_stands_in_blocks_of_its_own()
    {
        var blocks = ChartBlock.Of([
            Told("58", "58", "58"),
            Told("383", "383", "383"),
            Told("60", "60", "60", status: "TARGET"),
            Told("5", "5", "5", accumulation: "CUMULATIVE"),
            Told("7", "7", "7", measure: "RATE_OF_CHANGE"),
            Told("8", "8", "8", unit: "t"),
        ]);

        blocks.Select(block => block.All.Count()).ShouldBe([2, 1, 1, 1, 1]);
        blocks[0].Scale.ShouldBe(new ChartScale(0, 383, false));
    }

    [Fact]
    public void A_line_is_broken_where_a_period_is_missing()
    {
        var block = ChartBlock.One([Month(1, "10"), Month(2, "20"), Month(4, "30"), Month(5, null), Month(6, "20")]);

        var plot = Plot.Of(block, "M", 0, 0, 500, 300);

        plot.Points.Count.ShouldBe(5);
        plot.Steps.Select(step => (step.From.Charted.ValueText, step.To.Charted.ValueText)).ShouldBe([("10", "20")]);
        plot.Points[0].X.ShouldBe(0);
        plot.Points[^1].X.ShouldBe(500);
        plot.Points[2].Y.ShouldBe(0, "the largest stands on top");
        plot.Points[3].Y.ShouldBeNull();
        Plot.Of(block, null, 0, 0, 500, 300).Steps.Count.ShouldBe(2, "of a line without a frequency nobody knows what is missing");
    }

    [Fact]
    public void Without_a_frequency_only_periods_of_one_kind_are_joined()
    {
        var (quarter, half, year, next) = (Of(2031, 1, 3), Of(2031, 1, 6), Of(2031, 1, 12), Of(2032, 1, 12));
        var before = Told("9", "9", "9") with { Last = new LocalDate(2030, 12, 31) };

        var plot = Plot.Of(ChartBlock.One([before, quarter, half, year, next]), null, 0, 0, 500, 300);

        plot.Steps.Select(step => (step.From.Charted, step.To.Charted)).ShouldBe([(year, next)]);

        static Charted Of(int year, int from, int to)
        {
            var (first, last) = (new LocalDate(year, from, 1), new LocalDate(year, to, 1).With(DateAdjusters.EndOfMonth));
            var told = Told("5", "5", "5");
            var precision = (to - from) switch
            {
                2 => "QUARTER",
                5 => "HALF_YEAR",
                _ => "YEAR",
            };
            return told with
            {
                First = first,
                Last = last,
                Figure = told.Figure with { Period = new PrintedPeriod("那时", first, last, precision) },
            };
        }
    }

    [Fact]
    public void Days_along_a_picture_do_not_run_into_each_other()
    {
        var plot = Plot.Of(ChartBlock.One([.. Enumerable.Range(1, 12).Select(month => Month(month, "5"))]), "M", 0, 0, 500, 300);

        plot.Days.Count.ShouldBeGreaterThan(3);
        plot.Days.Zip(plot.Days.Skip(1)).ShouldAllBe(pair => pair.Second.X - pair.First.X >= 80);
    }

    [Fact]
    public void Text_of_a_picture_is_broken_by_width_and_cut_with_an_ellipsis()
    {
        TextLines.Of("中国制造", 4, 2).ShouldBe(["中国", "制造"]);
        TextLines.Of("中国制造隐形冠军", 4, 2).ShouldBe(["中国", "制造…"]);
        TextLines.Of("abcdef", 4, 2).ShouldBe(["abcd", "ef"]);
        TextLines.Of("", 4, 2).ShouldBe([""]);
    }

    [Fact]
    public void A_line_of_a_picture_ends_between_words()
    {
        TextLines.Of("Kilns of the hill", 10, 3).ShouldBe(["Kilns of", "the hill"]);
        TextLines.Of("Kilns of the hill", 10, 1).ShouldBe(["Kilns of…"]);
        TextLines.Of("Cloud Hill 云山", 11, 2).ShouldBe(["Cloud Hill", "云山"]);
        TextLines.Of("云山kiln works", 8, 3).ShouldBe(["云山kiln", "works"]);
    }

    [Fact]
    public void Both_ends_of_a_scale_are_written_and_nothing_runs_into_them()
    {
        new ChartScale(0, 383, false).Labels(150).ShouldBe([0, 100, 200, 300, 383]);
        new ChartScale(0, 310, false).Labels(150).ShouldBe([0, 100, 200, 310]);
        new ChartScale(-30, 60, false).Labels(150).ShouldBe([-30, 0, 20, 40, 60]);
        ChartScale.Of([2, 17], isRank: true).Labels(150).ShouldBe([1, 17]);
        new ChartScale(0, 0, false).Labels(150).ShouldBe([0]);
    }

    [Theory]
    [InlineData(2, 10)]
    [InlineData(1, 10)]
    [InlineData(17, 20)]
    public void A_rank_alone_stands_on_a_round_scale_and_not_at_its_end(decimal rank, decimal end) =>
        ChartScale.Of([rank], isRank: true).ShouldBe(new ChartScale(1, end, true));

    private static Charted Month(int month, string? value)
    {
        var first = new LocalDate(2031, month, 1);
        return Told(value, value, value) with
        {
            First = first,
            Last = first.PlusMonths(1).PlusDays(-1),
            Figure = Told(value, value, value).Figure with
            {
                Period = new PrintedPeriod($"{month}月", first, first.PlusMonths(1).PlusDays(-1)),
            },
        };
    }

    private static Bar? BarOf(Charted charted, decimal low, decimal high) => Bar.Of(charted, new ChartScale(low, high, false));

    private static Charted Told(
        string? value,
        string? low,
        string? high,
        string basis = "STATED",
        string status = "ACTUAL",
        string measure = "LEVEL",
        string accumulation = "SINGLE",
        string unit = "firm"
    )
    {
        var named = new Named("place:hill", "Place", "云山");
        return Charted.Of(
            new Figure("obs:hill/x", "x", measure, status, "NONE", named, named, new Listed<PrintedAt>([]))
            {
                Accumulation = accumulation,
                BoundBasis = basis,
                ValueText = value,
                Unit = new UnitTerm(unit, "家", "firms"),
                Lower = low is null ? null : new BoundText(low, true),
                Upper = high is null ? null : new BoundText(high, true),
            }
        );
    }
}
