using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares the measure: 提高3个百分点 is no growth of 3 %, 增加到58家 no change.</summary>
internal static class MeasureAgreement
{
    public static Disagreement? Of(Observation figure, ReadFigure read, PrintedPlace place) =>
        IsAlike(figure, read, place)
            ? null
            : new("measure", Spelling.Name(figure.Measure), Spelling.Name(read.Measure), $"{read.RuleName}, '{read.Printed}'", KeyOf(read));

    /// <summary>Where the reader reads no figure: a change has a word of change, before it or in it.</summary>
    public static Disagreement? OfWords(Observation figure, PrintedPlace place) =>
        figure.Measure is not Measure.Change
        || (place with { At = place.At + figure.Figure.Length }).HasInSentenceBefore(CueKind.Change, CueKind.New)
            ? null
            : new(
                "measure",
                Spelling.Name(figure.Measure),
                Spelling.Name(Measure.Level),
                $"no word of change before '{figure.Figure}'",
                "level"
            );

    private static bool IsAlike(Observation figure, ReadFigure read, PrintedPlace place) =>
        (figure.Measure, read.Measure, read.Rule) switch
        {
            var (said, printed, _) when said == printed => true,
            // Growth and factor say the same: what differs is the number.
            (Measure.RateOfChange or Measure.Multiple, Measure.RateOfChange or Measure.Multiple, _) => true,
            (Measure.Rank or Measure.Ordinal, Measure.Rank or Measure.Ordinal, _) => true,
            // A ratio is a level of what it is the indicator of.
            (Measure.Level, Measure.Share, _) => true,
            (Measure.Change, _, FigureRule.CountOfNew) => true,
            (Measure.Change, _, FigureRule.Level) => !place.IsInText || place.HasInSentenceBefore(CueKind.Change, CueKind.New),
            (_, _, FigureRule.Share) => !place.IsInText || (read.Of is null && place.HasInSentence(CueKind.Change, CueKind.RateNoun)),
            _ => false,
        };

    private static string KeyOf(ReadFigure read) =>
        read.Measure switch
        {
            Measure.RateOfChange => "growth",
            Measure.Multiple => read.Rule is FigureRule.GrowByTimes ? "growth, in % of the base" : "multiple",
            _ => Spelling.LowerFirst(read.Measure.ToString()),
        };
}
