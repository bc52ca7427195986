using System.Globalization;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares measure, unit, number, direction, hedge and comparison.</summary>
internal static class QuantityAgreement
{
    private static readonly Unit Percent = Units.Find("%")!,
        Times = Units.Find("倍")!;

    public static IEnumerable<Disagreement?> Of(Observation figure, ReadFigure read, PrintedPlace place)
    {
        if (MeasureAgreement.Of(figure, read, place) is { } measure)
        {
            yield return measure;
            yield break;
        }
        if (UnitAgreement.Of(figure, read) is { } unit)
            yield return unit;
        else
            yield return Number(figure, read, place);
        yield return HedgeAgreement.Of(figure, read, place);
        yield return ComparisonAgreement.Of(figure, read, place);
    }

    /// <summary>Whether the quantity has the printed number, be it with another sign or as another measure.</summary>
    public static bool IsNumberOf(Quantity quantity, ReadFigure read) =>
        quantity.Value is { } value
            ? Math.Abs(value) == Math.Abs(read.Number)
            : quantity.Hedge is Hedge.Range && read.To is not null && quantity.Lower?.Value == read.Number;

    public static string Text(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    private static Disagreement? Number(Observation figure, ReadFigure read, PrintedPlace place)
    {
        var quantity = figure.Quantity;
        var rule = $"{read.RuleName}, '{read.Printed}'";
        if (quantity is { Hedge: Hedge.Range, Lower: { } lower, Upper: { } upper } && read.To is { } to)
            return lower.Value == read.Number && upper.Value == to
                ? null
                : new(
                    "number",
                    $"{Text(lower.Value)}..{Text(upper.Value)}",
                    $"{Text(read.Number)}..{Text(to)}",
                    rule,
                    "the printed numbers"
                );
        if (quantity.Value is not { } value || read.To is not null)
            return null;
        var wanted = Wanted(figure.Measure, read);
        var said =
            figure.Measure is Measure.RateOfChange ? quantity.In(Percent)?.Value
            : figure.Measure is Measure.Multiple ? quantity.In(Times)?.Value
            : value;
        if (wanted is not { } number || said is not { } found || found == number)
            return null;
        if (found == -number)
            return IsDirected(figure.Measure) && (place.IsInText || read.Rule is not FigureRule.Level)
                ? new("direction", Direction(found), Direction(number), rule, $"the number {Text(number)}")
                : null;
        return new("number", Text(found), Text(number), rule, Text(number));
    }

    private static bool IsDirected(Measure measure) => measure is Measure.RateOfChange or Measure.Change or Measure.Points;

    private static string Direction(decimal number) => number < 0 ? "DOWN" : "UP";

    /// <summary>The number as a value of the measure: 增长2.4倍 is 240 %, and a factor of 3.4.</summary>
    private static decimal? Wanted(Measure measure, ReadFigure read) =>
        measure switch
        {
            Measure.RateOfChange => read.Factor is { } factor ? (factor - 1) * 100 : null,
            Measure.Multiple => read.Factor,
            _ when read.Measure is Measure.Multiple => null,
            _ => read.Number,
        };
}
