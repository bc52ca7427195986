using System.Globalization;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// What a printed figure says that its number alone does not: by how much and not to how much, the interval of a hedge and where it comes
/// from, several items, a target. Null for a figure that is exact, measured and of its period alone (58家): the print says it all. The words
/// as printed stand beside it and are never replaced.
/// </summary>
internal sealed record Reading(string Chinese, string English)
{
    private static readonly Unit Percent = Units.Find("%")!,
        Times = Units.Find("times")!;

    private static readonly Dictionary<Hedge, Reading> HedgeWords = new()
    {
        [Hedge.About] = new("大约", "about"),
        [Hedge.Nearly] = new("接近而不到", "nearly, and not reached"),
        [Hedge.AndSome] = new("有余", "and some more"),
        [Hedge.MoreThan] = new("超过", "more than"),
        [Hedge.AtLeast] = new("至少", "at least"),
        [Hedge.Under] = new("不足", "less than"),
        [Hedge.AtMost] = new("至多", "at most"),
        [Hedge.Range] = new("区间", "a range"),
        [Hedge.Several] = new("若干倍于此", "several times that"),
        [Hedge.OrderOf] = new("达到这一量级", "of that order or more"),
        [Hedge.Teens] = new("十几", "between ten and twenty"),
    };

    /// <summary>The reading of a figure, in both languages; null where there is nothing to say.</summary>
    public static Reading? Of(Observation figure)
    {
        Reading?[] parts = [Measured(figure), Compared(figure), Bounds(figure.Quantity), Added(figure), Standing(figure.Status)];
        var told = parts.OfType<Reading>().ToList();
        return told.Count == 0
            ? null
            : new(string.Join("；", told.Select(part => part.Chinese)), string.Join("; ", told.Select(part => part.English)));
    }

    private static Reading? Measured(Observation figure) =>
        (figure.Measure, figure.Quantity.Value) switch
        {
            (Measure.RateOfChange, { } rate) => Rate(figure, rate),
            (Measure.RateOfChange, null) => new("变化的幅度，不是变化后的水平", "by how much it changed, not to how much"),
            (Measure.Change, { } change) => new(
                $"{Signed(change)}{figure.Quantity.Unit.Chinese}：{(change < 0 ? "减少" : "增加")}的量，不是变化后的水平",
                $"{Signed(change)} {figure.Quantity.Unit.English}: {(change < 0 ? "less" : "more")} by so many, not a level"
            ),
            (Measure.Change, null) => new("变化的量，不是变化后的水平", "by how much it changed, not to how much"),
            (Measure.Points, { } points) => new(
                $"{Signed(points)}个百分点：两个百分比之差，不是变化率",
                $"{Signed(points)} percentage points: a difference of percentages, not a rate"
            ),
            (Measure.Multiple, { } printed) when (figure.Quantity.In(Times)?.Value ?? printed) is var times => new(
                $"为基数的{Number(times)}倍，不是多{Number(times)}倍",
                $"{Number(times)} times the base, not {Number(times)} times more"
            ),
            (Measure.Share, { } printed) when (figure.Quantity.In(Percent)?.Value ?? printed) is var share => new(
                figure.ShareOf is null ? $"占整体的{Number(share)}%" : $"占{figure.ShareOf}的{Number(share)}%",
                figure.ShareOf is null ? $"{Number(share)} % of the whole" : $"{Number(share)} % of {figure.ShareOf}"
            ),
            (Measure.Rank, { } place) => new(
                $"名次：{figure.Within?.Words}第{Number(place)}位{(figure.Within is { IsAscending: true } ? "（由小到大）" : "")}",
                $"a rank: place {Number(place)}{Within(figure)}{(figure.Within is { IsAscending: true } ? ", the smallest first" : "")}"
            ),
            (Measure.Rank, null) => new("名次，未给出第几位", $"a rank{Within(figure)} without a number"),
            (Measure.Ordinal, { } number) => new(
                $"次序：{figure.Within?.Words}第{Number(number)}{figure.Quantity.Unit.Chinese}，不是数量",
                $"number {Number(number)} in order{Within(figure)}, not a count"
            ),
            _ => null,
        };

    /// <summary>
    /// 压缩30% leaves 70 %, 增长240% is 3.4 times, 增长2倍 is 3 times: none of them is "to 30 %", "2.4 times" or "2 times".
    /// </summary>
    private static Reading Rate(Observation figure, decimal rate)
    {
        var unit = figure.Quantity.Unit;
        var (size, sizeEnglish) = (Number(Math.Abs(rate)) + unit.Chinese, InEnglish(Math.Abs(rate), unit));
        var (words, after) = (
            rate < 0 ? ("减少", "减到", "cut") : ("增长", "增长到", "grown"),
            rate < 0 ? Left(figure) : Grown(figure, rate)
        );
        return new(
            $"{Sign(rate)}{size}：{words.Item1}{size}，不是{words.Item2}{size}{after?.Chinese}",
            $"{Sign(rate)}{sizeEnglish}: {words.Item3} by {sizeEnglish}, not to {sizeEnglish}{after?.English}"
        );
    }

    /// <summary>How much is left after a cut; null where the words leave nothing to say.</summary>
    private static Reading? Left(Observation figure)
    {
        if (Implied.FactorOf(figure) is not { Interval: { } factors, Value: null or >= 0 } factor)
            return null;
        if (factor.Value is { } rest && IsNumber(figure))
            return new($"，约为原来的{Number(rest * 100)}%", $"; about {Number(rest * 100)} % is left of what it was");
        if (factors.Upper is { Value: <= 0 })
            return null;
        // A cut leaves nothing at least, and all at most.
        var left = new Interval(
            factors.Lower is { Value: > 0 } low ? PerCent(low) : new(0, true),
            factors.Upper is { Value: < 1 } high ? PerCent(high) : new(100, true)
        );
        return new($"，为原来的{left}%", $"; {left} % is left of what it was");

        static Bound PerCent(Bound bound) => bound with { Value = bound.Value * 100 / 1.0000000000000000000000000000m };
    }

    /// <summary>What a growth makes of what was; null where nothing follows.</summary>
    private static Reading? Grown(Observation figure, decimal rate)
    {
        if (Implied.FactorOf(figure) is not { Interval: { } factors } factor)
            return null;
        // In the unit of a factor: 240 % are 2.4.
        var asked = figure.Quantity.In(Times)?.Value ?? rate;
        if (factor.Value is { } times && IsNumber(figure))
            return new($"，是原来的{Number(times)}倍，不是{Number(asked)}倍", $"; factor {Number(times)}, not {Number(asked)}");
        // What has grown is as much as it was at least.
        var grown = factors with { Lower = factors.Lower is { Value: > 1 } low ? low : new(1, true) };
        return new($"，是原来的{grown}倍", $"; factor {grown}");
    }

    /// <summary>Whether the printed number itself is meant, or only rounding makes it an interval.</summary>
    private static bool IsNumber(Observation figure) => figure.Quantity.Hedge is Hedge.None;

    private static Reading? Bounds(Quantity quantity)
    {
        if (quantity.Hedge is Hedge.Vague)
            return new("原文没有给出数字", "no number is printed");
        if (quantity.Interval is not { } interval || (quantity.Hedge is Hedge.None && quantity.BoundBasis is not BoundBasis.Rounding))
            return null;
        var (unit, unitEnglish) = (quantity.Unit.Chinese, quantity.Unit.English);
        if (quantity.Meaning is QuantityMeaning.Varies)
            return new($"各项不等：{interval}{unit}", $"varies over the items: {interval} {unitEnglish}");
        if (quantity.Meaning is QuantityMeaning.Covers)
            return new($"全部涵盖：{interval}{unit}", $"covers all of {interval} {unitEnglish}");
        if (quantity.Hedge is Hedge.None)
            return new($"按末位取整：{interval}{unit}", $"by rounding of the last digit: {interval} {unitEnglish}");
        var (word, convention) = (HedgeWords[quantity.Hedge], quantity.BoundBasis is BoundBasis.Convention);
        return new(
            $"{word.Chinese}：{interval}{unit}{(convention ? "，按惯例" : "")}",
            $"{word.English}: {interval} {unitEnglish}{(convention ? ", by convention" : "")}"
        );
    }

    private static Reading? Compared(Observation figure) =>
        (figure.Comparison, figure.Base?.Words) switch
        {
            (_, null) => null,
            (Comparison.AverageSince, { } years) => new($"{years}：每年平均，不是几年合计", $"{years}: by the year on average, not in all"),
            (_, { } against) => new($"与{against}相比", $"against {against}"),
        };

    private static Reading? Added(Observation figure) =>
        figure.Accumulation is Accumulation.Cumulative ? new("自期初累计", "adds up from the start of its period") : null;

    private static Reading? Standing(ObservationStatus status) =>
        status switch
        {
            ObservationStatus.Target => new("目标，不是结果", "a target, not a result"),
            ObservationStatus.Forecast => new("预计，不是结果", "a forecast, not a result"),
            _ => null,
        };

    private static string Within(Observation figure) => figure.Within is { } within ? $" in {within.Words}" : "";

    private static string Signed(decimal value) => Sign(value) + Number(Math.Abs(value));

    private static string Sign(decimal value) => value < 0 ? "−" : "+";

    private static string InEnglish(decimal value, Unit unit) => $"{Number(value)} {(unit == Percent ? "%" : unit.English)}";

    private static string Number(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);
}
