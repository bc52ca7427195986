using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares the hedge, also where its word stands outside of the words that are recorded.</summary>
internal static class HedgeAgreement
{
    /// <summary>As far from a number its hedge may stand.</summary>
    private const int Reach = 4;

    public static Disagreement? Of(Observation figure, ReadFigure read, PrintedPlace place)
    {
        var said = figure.Quantity.Hedge;
        // A hedge that no word of the figure bears out is told by the figure's words alone.
        if (said == read.Hedge || read.Hedge is Hedge.None || read.Measure is Measure.Rank or Measure.Ordinal)
            return null;
        // 10余年 is ten and some, and a teen; 近3年 are the last three years.
        if (said is Hedge.AndSome or Hedge.Teens && read.Hedge is Hedge.AndSome or Hedge.Teens)
            return null;
        if (read.Hedge is Hedge.Nearly && figure.Quantity.Unit.Dimension is Dimension.Time)
            return null;
        if (said is not Hedge.None && IsPrinted(said, read, place))
            return null;
        var isOutside = !HedgeWords.CanMean(Folding.Fold(place.Figure), read.Hedge);
        return new(
            "hedge",
            Spelling.Name(said),
            Spelling.Name(read.Hedge),
            $"{read.RuleName}, '{read.Printed}'",
            $"hedge: {Spelling.Name(read.Hedge)}{(isOutside ? ", with its word in 'figure'" : "")}"
        );
    }

    /// <summary>Whether the words around the number hold the recorded hedge, too.</summary>
    private static bool IsPrinted(Hedge said, ReadFigure read, PrintedPlace place)
    {
        var from = Math.Max(place.Start, place.At - Reach);
        var around = place.Paragraph[from..Math.Min(place.Paragraph.Length, read.InLine.End + Reach)];
        return HedgeWords.In(Folding.Fold(around)).Any(word => word.Hedge == said);
    }
}
