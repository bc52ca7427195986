using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares the unit: by its word, never by the size of the number.</summary>
internal static class UnitAgreement
{
    public static Disagreement? Of(Observation figure, ReadFigure read) =>
        // The units of other measures follow from the measure, and a place without a unit has none to compare.
        read.Measure
            is Measure.Level
                or Measure.Change
                or Measure.Ordinal
        && read.Printed.EndsWith(read.Unit, StringComparison.Ordinal)
            ? Of(figure, read.Unit, read.UnitCode, $"{read.RuleName}, '{read.Printed}'")
            : null;

    /// <summary>By the words alone, where they are no figure to the reader: 过去50年 is a time to it, 三级 a name.</summary>
    public static Disagreement? OfWords(Observation figure)
    {
        if (figure.Measure is not (Measure.Level or Measure.Change or Measure.Ordinal))
            return null;
        var plain = Glyphs.Plain(figure.Figure);
        List<ScannedQuantity> printed = [];
        for (var at = 0; at < plain.Length; at = printed.Count > 0 && printed[^1].End > at ? printed[^1].End : at + 1)
        {
            if (QuantityScanner.TryRead(plain, at, out var quantity))
                printed.Add(quantity);
        }
        if (printed is not [{ Doubt: null } only])
            return null;
        // Of a unit that is only the model's, such as 城, the longest word.
        var word =
            only.Unit is { } unit && plain.AsSpan(0, only.End).EndsWith(unit.Word, StringComparison.Ordinal)
                ? unit.Word
                : Units
                    .All.SelectMany(one => one.Also.Append(one.Chinese))
                    .Where(one => plain.AsSpan(only.End).StartsWith(one, StringComparison.Ordinal))
                    .MaxBy(one => one.Length);
        return word is null ? null : Of(figure, word, only.Unit?.Code ?? "", $"the words '{figure.Figure}'");
    }

    private static Disagreement? Of(Observation figure, string word, string code, string rule)
    {
        var said = figure.Quantity.Unit;
        var printed = PrintedUnits.Declared(word, code);
        if (printed is { Dimension: Dimension.Rank } || said == printed)
            return null;
        // A printed word of counting that no unit is declared for may be counted as pieces.
        if (printed is null && said.IsCount && PrintedUnits.IsCounted(word))
            return null;
        var allowed = printed is null ? $"no unit is declared for {word}, so it is listed under 'notRecorded'" : printed.Chinese;
        return new("unit", said.Chinese, word, rule, allowed);
    }
}
