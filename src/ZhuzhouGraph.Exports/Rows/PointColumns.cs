namespace ZhuzhouGraph.Exports.Rows;

/// <summary>The columns that a table of the points of a line has beside those of their figures.</summary>
internal static class PointColumns
{
    /// <summary>The word that tells what was worked out from what was printed.</summary>
    public const string Status = "DERIVED";

    public static readonly IReadOnlyList<Column<ObservationRow>> All =
    [
        Text("pointPeriod", r => PeriodText.Of(r.Point!.Period), "the period of the point; of a figure without days, the day of its print"),
        new("pointStart", ColumnKind.Day, r => r.Point!.Of.First, "its first day"),
        new("pointEnd", ColumnKind.Day, r => r.Point!.Of.Last, "its last day"),
        Number("pointValue", r => r.Point!.Told?.Value, "the value in the unit of the line, or in the one that was asked for"),
        Digits("pointValueText", r => r.Point!.Told?.Value, "the same, digit by digit"),
        Number("pointLower", r => r.Point!.Told?.Lower?.Value, "the lower end in that unit"),
        Number("pointUpper", r => r.Point!.Told?.Upper?.Value, "the upper end in that unit"),
        Text("pointUnit", r => r.Point!.Told?.Unit.Code, "the code of that unit; empty where the printed one does not convert"),
        Count("reportOthers", p => p.Report.Others.Count, "how many other figures are printed for the same; each can be the number, too"),
        .. Enum.GetValues<Agreement>()
            .Select(kind => Count($"report{kind}", p => p.Agreeing(kind), $"how many of them are {Words<Agreement>.Of(kind)} with it")),
        Count("reportNotCompared", p => p.Agreeing(null), "how many of them do not compare with it"),
    ];

    public static readonly IReadOnlyList<Column<ObservationRow>> Derived =
    [
        Text("transform", r => Words<SeriesTransform>.Of(r.Point!.Derived!.Kind), "what was worked out of the point"),
        Text("derivedStatus", _ => Status, "DERIVED: not measured, aimed at or expected, and printed nowhere"),
        new("derivedStart", ColumnKind.Day, r => r.Point!.Derived!.Period?.First, "the first day that it is of"),
        new("derivedEnd", ColumnKind.Day, r => r.Point!.Derived!.Period?.Last, "the last day that it is of"),
        Number("derivedValue", r => r.Point!.Derived!.Value, "the value that follows; empty for ranges, and where nothing follows"),
        Digits("derivedValueText", r => r.Point!.Derived!.Value, "the same, digit by digit"),
        Number("derivedLower", r => r.Point!.Derived!.Interval?.Lower?.Value, "the lower end of what it can be"),
        new("derivedLowerInclusive", ColumnKind.Flag, r => r.Point!.Derived!.Interval?.Lower?.IsInclusive, "whether the end is meant"),
        Number("derivedUpper", r => r.Point!.Derived!.Interval?.Upper?.Value, "the upper end of what it can be"),
        new("derivedUpperInclusive", ColumnKind.Flag, r => r.Point!.Derived!.Interval?.Upper?.IsInclusive, "whether the end is meant"),
        Text("derivedUnit", r => r.Point!.Derived!.Unit?.Code, "the code of its unit"),
        Text("derivedFormula", r => r.Point!.Derived!.Formula, "what was reckoned"),
        Text("derivedFrom", r => string.Join(' ', r.Point!.Derived!.Inputs), "the ids of the figures, in the order of the formula"),
        Text("derivedRefused", r => Words<ImpliedRefusal>.Of(r.Point!.Derived!.Refused), "why nothing follows; empty where something does"),
        new(
            "derivedAcrossPriceBases",
            ColumnKind.Flag,
            r => r.Point!.Derived!.IsAcrossPriceBases,
            "whether one figure is at constant prices and the other is not: neither nominal nor real"
        ),
    ];

    private static Column<ObservationRow> Count(string name, Func<RowPoint, int> of, string description) =>
        Column<ObservationRow>.Integer(name, row => of(row.Point!), description);

    private static Column<ObservationRow> Text(string name, Func<ObservationRow, string?> of, string description) =>
        Column<ObservationRow>.Text(name, ColumnKind.Text, of, description);

    private static Column<ObservationRow> Number(string name, Func<ObservationRow, decimal?> of, string description) =>
        Column<ObservationRow>.Number(name, of, description);

    private static Column<ObservationRow> Digits(string name, Func<ObservationRow, decimal?> of, string description) =>
        Column<ObservationRow>.Text(name, ColumnKind.Digits, row => ObservationColumns.Digits(of(row)), description);
}
