using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>
/// Compares a recorded figure with what the rules read in print, part by part. Of a part that is not read, or not for certain, nothing
/// is said.
/// </summary>
public static class FigureAgreement
{
    /// <summary>The parts that are compared.</summary>
    public static IReadOnlyList<string> Parts { get; } =
    ["measure", "unit", "number", "direction", "hedge", "comparison", "base", "accumulation", "status", "period"];

    /// <summary>The parts that disagree, those first from which others follow: a wrong measure is told without its number.</summary>
    public static IReadOnlyList<Disagreement> Of(Observation figure, ReadFigure read, PrintedPlace place)
    {
        if (read.IsNegated)
            return [];
        List<Disagreement?> parts = [.. QuantityAgreement.Of(figure, read, place)];
        if (place.IsInText)
            parts.AddRange(
                StatusAgreement.Of(figure, read, place),
                AccumulationAgreement.Of(figure, read, place),
                PeriodAgreement.Of(figure, read, place)
            );
        return [.. parts.OfType<Disagreement>()];
    }

    /// <summary>The parts of a cell that disagree with what its head, row and caption say.</summary>
    public static IReadOnlyList<Disagreement> OfCell(Observation figure, ReadFigure read) => [.. CellAgreement.Of(figure, read)];

    /// <summary>What disagrees with the words alone, where the reader reads no figure in them.</summary>
    /// <param name="place">Where they stand; null where no text is at hand, or they stand nowhere for certain.</param>
    public static IReadOnlyList<Disagreement> OfWords(Observation figure, PrintedPlace? place)
    {
        List<Disagreement?> parts = [UnitAgreement.OfWords(figure), SuperlativeAgreement.Of(figure)];
        if (place is not null)
            parts.AddRange(MeasureAgreement.OfWords(figure, place), StatusAgreement.Of(figure, place));
        return [.. parts.OfType<Disagreement>()];
    }

    /// <summary>
    /// The figure among those read that is meant: the only one, or the only one of its number; null where that is not certain.
    /// </summary>
    public static ReadFigure? Meant(Observation figure, IReadOnlyList<ReadFigure> read)
    {
        if (read.Count == 1)
            return read[0];
        var same = read.Where(candidate => QuantityAgreement.IsNumberOf(figure.Quantity, candidate)).ToList();
        return same.Count == 1 ? same[0] : null;
    }
}
