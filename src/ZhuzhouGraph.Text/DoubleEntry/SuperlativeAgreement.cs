namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>最大 is the first place, and no other.</summary>
internal static class SuperlativeAgreement
{
    public static Disagreement? Of(Observation figure) =>
        figure is { Measure: Measure.Rank, Quantity: { Hedge: Hedge.None, Value: { } place and not 1 } }
        && figure.Figure.Contains('最', StringComparison.Ordinal)
        && PrintedNumbers.In(Folding.Fold(figure.Figure)).Count == 0
            ? new("number", QuantityAgreement.Text(place), "1", $"the words '{figure.Figure}'", "1")
            : null;
}
