using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.DoubleEntry;

/// <summary>Compares whether it has happened: 力争 and 预计 are not ACTUAL.</summary>
internal static class StatusAgreement
{
    private static readonly string[] PlanWords = ["目标", "规划", "计划", "打算", "方案", "愿景", "蓝图", "力争", "到20"];

    public static Disagreement? Of(Observation figure, ReadFigure read, PrintedPlace place) =>
        Of(figure, read.Status, place, $"{read.RuleName}, the words before '{read.Printed}'");

    /// <summary>Where the figure is none to the reader: what is recorded as planned or expected has a word that says so.</summary>
    public static Disagreement? Of(Observation figure, PrintedPlace place) =>
        figure.Status is ObservationStatus.Actual || place.Status is not ObservationStatus.Actual
            ? null
            : Of(figure, ObservationStatus.Actual, place, $"the words before '{figure.Figure}'");

    private static Disagreement? Of(Observation figure, ObservationStatus read, PrintedPlace place, string rule)
    {
        var isAlike = (figure.Status, read) switch
        {
            var (said, printed) when said == printed => true,
            // 预计…将 holds a word of each.
            (ObservationStatus.Forecast, ObservationStatus.Target) => place.HasInSentence(CueKind.Forecast),
            (ObservationStatus.Target, ObservationStatus.Forecast) => place.HasInSentence(CueKind.Plan),
            // A plan goes on from sentence to sentence without saying so again.
            (_, ObservationStatus.Actual) => place.HasBefore(CueKind.Plan, CueKind.Forecast) || place.Says(PlanWords),
            _ => false,
        };
        return isAlike ? null : new("status", Spelling.Name(figure.Status), Spelling.Name(read), rule, $"status: {Spelling.Name(read)}");
    }
}
