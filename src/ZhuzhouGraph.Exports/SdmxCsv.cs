using System.Globalization;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// Figures as SDMX-CSV 2.0. A figure is one observation: the dimension OBSERVATION is its id, so that two prints of one fact stay two.
/// Values and bounds are in the printed multiplier (UNIT_MULT 4 for 万). What has no value is NaN, a period without days <c>~</c>.
/// </summary>
internal static class SdmxCsv
{
    private const string Dataflow = "ZHUZHOUGRAPH:FIGURES(1.0.0)";

    /// <summary>A component of the structure.</summary>
    /// <param name="Chinesed">Of coded components: the Chinese label of a row's code; <paramref name="Englished"/> the English one.</param>
    private sealed record Component(
        string Id,
        string Chinese,
        string English,
        Func<ObservationRow, object?> Of,
        Func<ObservationRow, string?>? Chinesed = null,
        Func<ObservationRow, string?>? Englished = null
    );

    private static readonly IReadOnlyList<Component> Components =
    [
        new("FREQ", "频率", "Frequency", r => Words<Frequency>.Of(r.Observation.Frequency) ?? "_U"),
        new("INDICATOR", "指标", "Indicator", r => Code(r.Observation.Indicator), r => r.Indicator.Chinese, r => r.Indicator.English),
        new("ABOUT", "描述对象", "Described entity", r => Code(r.Observation.About), r => r.About.Chinese, r => r.About.English),
        new("MEASURE", "度量方式", "Measure", r => Words<Measure>.Of(r.Observation.Measure)),
        new("COMPARISON", "比较基准", "Comparison", r => Words<Comparison>.Of(r.Observation.Comparison) ?? "_Z"),
        new("ACCUMULATION", "累计方式", "Accumulation", r => Words<Accumulation>.Of(r.Observation.Accumulation)),
        new("PRICES", "价格基准", "Price basis", r => Words<PriceBasis>.Of(r.Observation.PriceBasis) ?? "_Z"),
        new(
            "UNIT_MEASURE",
            "单位",
            "Unit of measure",
            r => UnitCode(r),
            r => r.Observation.Quantity.Unit.Chinese,
            r => r.Observation.Quantity.Unit.English
        ),
        new("OBSERVATION", "数据标识", "Observation id", r => r.Observation.Id),
        new("TIME_PERIOD", "时间", "Time period", r => PeriodText.Sdmx(r.Observation.Period) ?? "~"),
        new("OBS_VALUE", "数值", "Observation value", r => (object?)Scaled(r, r.Observation.Quantity.Value) ?? "NaN"),
        new("OBS_STATUS", "数据状态", "Observation status", StatusOf, r => StatusLabel(r).Chinese, r => StatusLabel(r).English),
        new("UNIT_MULT", "单位乘数", "Unit multiplier", r => r.Observation.Quantity.UnitMultiplier),
        new("DECIMALS", "小数位", "Decimals as printed", r => PrintedDecimals.Of(r.Observation)),
        new("HEDGE", "约数词", "Hedge", r => Words<Hedge>.Of(r.Observation.Quantity.Hedge)),
        new("LOWER", "下限", "Lower bound", r => Scaled(r, r.Observation.Quantity.Lower?.Value)),
        new("LOWER_INCLUSIVE", "含下限", "Lower bound included", r => r.Observation.Quantity.Lower?.IsInclusive),
        new("UPPER", "上限", "Upper bound", r => Scaled(r, r.Observation.Quantity.Upper?.Value)),
        new("UPPER_INCLUSIVE", "含上限", "Upper bound included", r => r.Observation.Quantity.Upper?.IsInclusive),
        new("BOUND_BASIS", "界限依据", "Basis of the bounds", r => Words<BoundBasis>.Of(r.Observation.Quantity.BoundBasis)),
        new("PERIOD_WORDS", "时间原文", "Period as printed", r => r.Observation.Period?.Words),
        new("PERIOD_START", "起始日", "First day", r => r.Observation.Period?.First),
        new("PERIOD_END", "截止日", "Last day", r => r.Observation.Period?.Last),
        new("KIND", "数据性质", "Actual, target or forecast", r => Words<ObservationStatus>.Of(r.Observation.Status)),
        new("FIGURE", "原文数字", "Figure as printed", r => r.Observation.Figure),
        new("SOURCE", "出处", "Source", r => $"{r.Article.Newspaper} {PeriodText.Day(r.Article.Date)} {r.Article.Title}"),
        new("SOURCE_ID", "文章标识", "Article id", r => r.Observation.Article),
        new("ADDRESS", "位置", "Address in the issue's text", r => r.Citation?.Address.ToString()),
        new("SERIES", "序列", "Series id", r => r.Series),
        new("BASE", "比较基期", "Base of the comparison", r => r.Observation.Base?.Words),
        new("BASE_START", "基期起始日", "First day of the base", r => r.Observation.Base?.First),
        new("BASE_END", "基期截止日", "Last day of the base", r => r.Observation.Base?.Last),
        // _T is the total of SDMX.
        new(
            "BREAKDOWN",
            "分组",
            "Breakdown",
            r => Members(r, m => Code(m.Id)) ?? "_T",
            r => Members(r, m => m.Chinese) ?? "合计",
            r => Members(r, m => m.English ?? m.Chinese) ?? "Total"
        ),
        new("BREAKDOWN_DIMENSION", "分组维度", "Dimension of the breakdown", r => Members(r, m => m.Dimension)),
        new("RANKED_BY", "排名依据", "What is ranked", r => Words<Measure>.Of(r.Observation.Within?.By)),
    ];

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        string[] header = [.. Components.Select(c => request.WithLabels ? $"{c.Id}: {request.Text(c.Chinese, c.English)}" : c.Id)];
        var dataflow = request.WithLabels ? $"{Dataflow}: {request.Text("报纸数据", "Figures of newspapers")}" : Dataflow;
        await using var table = new CsvTable(output, request.WithByteOrderMark, ["STRUCTURE", "STRUCTURE_ID", "ACTION", .. header]);
        await foreach (var rows in RowReader.PagesAsync(graph, request, cancellationToken))
        {
            foreach (var row in rows.Select(row => Told(row, request)))
                table.Write([
                    ("dataflow", ColumnKind.Digits),
                    (dataflow, ColumnKind.Digits),
                    ("I", ColumnKind.Digits),
                    // A machine reads this one, which takes an apostrophe for a part of the text.
                    .. Components.Select(component => (CellOf(component, row, request), ColumnKind.Digits)),
                ]);
            await table.FlushAsync(cancellationToken);
        }
    }

    /// <summary>Values are as they were printed, unless a line is asked for in a unit into which they convert.</summary>
    private static ObservationRow Told(ObservationRow row, ExportRequest request) =>
        request.Line?.Unit is not null && row.Point?.Told is { } told
            ? row with
            {
                Observation = row.Observation with { Quantity = told },
            }
            : row;

    private static object? CellOf(Component component, ObservationRow row, ExportRequest request)
    {
        var value = component.Of(row);
        return request.WithLabels && component.Chinesed is { } chinese && component.Englished is { } english && value is string code
            ? $"{code}: {request.Text(chinese(row) ?? code, english(row))}"
            : value;
    }

    /// <summary>Our ids in the alphabet of SDMX, which has no colon: a slug has no underscore.</summary>
    private static string Code(string id) => id.Replace(':', '_');

    private static string? Members(ObservationRow row, Func<NodeLabel, string?> of) => row.OfMembers("+", of);

    private static string UnitCode(ObservationRow row) =>
        row.Observation.Quantity.Unit.Code == "%" ? "PT" : row.Observation.Quantity.Unit.Code;

    private static decimal? Scaled(ObservationRow row, decimal? value)
    {
        for (var power = row.Observation.Quantity.UnitMultiplier; power > 0; power--)
            value /= 10;
        return value;
    }

    /// <summary>Codes of CL_OBS_STATUS: A normal, E hedged, F target or forecast, O no single value.</summary>
    private static string StatusOf(ObservationRow row) =>
        row.Observation.Quantity.Value is null ? "O"
        : row.Observation.Status is not ObservationStatus.Actual ? "F"
        : row.Observation.Quantity.Hedge is not Hedge.None ? "E"
        : "A";

    private static (string Chinese, string English) StatusLabel(ObservationRow row) =>
        StatusOf(row) switch
        {
            "O" => ("无单一数值", "No single value"),
            "F" => ("目标或预测", "Target or forecast"),
            "E" => ("约数", "Estimated value"),
            _ => ("正常", "Normal value"),
        };
}
