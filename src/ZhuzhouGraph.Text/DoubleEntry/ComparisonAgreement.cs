using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares against what a change is measured: 同比 and 环比 stand there, or do not.</summary>
internal static class ComparisonAgreement
{
    private static readonly string[] YearWords = ["同比", "同期", "上年", "去年", "前年", "年同"];
    private static readonly string[] PreviousWords = ["环比", "上月", "上季", "上周", "上旬", "上期", "前一", "昨"];

    public static Disagreement? Of(Observation figure, ReadFigure read, PrintedPlace place)
    {
        if (figure.Measure is not (Measure.Change or Measure.RateOfChange or Measure.Multiple or Measure.Points))
            return null;
        return read.Comparison switch
        {
            { IsInferred: true } inferred => Unstated(figure, read, place, inferred.Kind),
            { } stated => Stated(figure, read, stated),
            null => place.IsInText ? Unstated(figure, read, place, null) : null,
        };
    }

    private static Disagreement? Stated(Observation figure, ReadFigure read, ReadComparison stated)
    {
        var printed = stated.Recorded;
        var rule = $"{read.RuleName}, '{stated.Words}' before '{read.Printed}'";
        if (figure.Comparison != printed)
            return new(
                "comparison",
                Name(figure.Comparison),
                Name(printed),
                rule,
                printed is not { } one ? "no 'against'"
                    : ComparisonBase.Needed.Contains(one) ? $"against: {Name(one)} with base: {stated.Words}"
                    : $"against: {Name(one)}"
            );
        return figure.Base is { } against && !IsSame(against, stated)
            ? new("base", against.Words, stated.Words, rule, $"base: {stated.Words}")
            : null;
    }

    /// <summary>Whether one holds the other: behind the base the words may go on, and 同期 may be left out.</summary>
    private static bool IsSame(ComparisonBase against, ReadComparison stated)
    {
        var (said, read) = (Folding.Fold(against.Words), Folding.Fold(stated.Words));
        return said.Contains(read, StringComparison.Ordinal) || read.Contains(said, StringComparison.Ordinal);
    }

    /// <summary>No word of the figure names a base: then one that is recorded must be said somewhere before.</summary>
    private static Disagreement? Unstated(Observation figure, ReadFigure read, PrintedPlace place, ComparisonKind? inferred)
    {
        var isSaid = figure.Comparison switch
        {
            Comparison.YearOnYear => inferred is ComparisonKind.YearOnYear || place.Says(YearWords),
            Comparison.OnPrevious => inferred is ComparisonKind.OnPrevious || place.Says(PreviousWords),
            _ => true,
        };
        return isSaid
            ? null
            : new("comparison", Name(figure.Comparison), "NONE", $"{read.RuleName}, no word before '{read.Printed}'", "no 'against'");
    }

    private static string Name(Comparison? comparison) => comparison is { } one ? Spelling.Name(one) : "NONE";
}
