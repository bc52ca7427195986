using System.Globalization;
using System.Text.Json;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// Figures as a JSON-stat 2.0 dataset of three dimensions: series (role metric), time (role time) and print. What two articles print of one
/// series and period stands side by side in print. A cell without a figure is absent; status says what is hedged, aimed at or no number.
/// </summary>
internal static class JsonStat
{
    public const int MostFigures = 100_000;

    private const int MostCells = 5_000_000;

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var rows = await RowReader.AllAsync(graph, request, MostFigures, "JSON-stat", cancellationToken);
        var cube = SeriesCube.Of(rows, request);
        int[] size = [cube.Series.Count, cube.Periods.Count, cube.Prints];
        if (rows.Count == 0)
            throw new ExportRefusedException("JSON-stat has no form for no figures, and none fit what is asked for. Widen the filter.");
        if ((long)size[0] * size[1] * size[2] > MostCells)
            throw new ExportRefusedException(
                $"JSON-stat would have {size[0]} series × {size[1]} periods × {size[2]} prints; "
                    + $"allowed are {MostCells} cells. Narrow the filter."
            )
            {
                Most = MostCells,
            };
        await using var json = new Utf8JsonWriter(output, ObservationJson.Options);
        json.WriteStartObject();
        json.WriteString("version", "2.0");
        json.WriteString("class", "dataset");
        json.WriteString("label", request.Text("报纸刊载的数据", "Figures that newspapers print"));
        json.WriteString("source", SourceOf(rows));
        json.WriteString("updated", PeriodText.Moment(rows.Max(row => row.Observation.RecordedAt)));
        Texts(json, "id", ["series", "time", "print"]);
        json.WriteStartArray("size");
        foreach (var length in size)
            json.WriteNumberValue(length);
        json.WriteEndArray();
        json.WriteStartObject("role");
        Texts(json, "time", ["time"]);
        Texts(json, "metric", ["series"]);
        json.WriteEndObject();
        Dimensions(json, cube, request);
        Cells(json, cube, request);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    private static void Dimensions(Utf8JsonWriter json, SeriesCube cube, ExportRequest request)
    {
        json.WriteStartObject("dimension");
        json.WriteStartObject("series");
        json.WriteString("label", request.Text("序列", "Series"));
        json.WriteStartObject("category");
        Texts(json, "index", cube.Series.Select(series => series.Key));
        Labels(json, cube.Series.Select(series => (series.Key, series.Label)));
        json.WriteStartObject("unit");
        foreach (var (series, at) in cube.Series.Select((series, at) => (series, at)))
        {
            var unit = series.First.Observation.Quantity.Unit;
            json.WriteStartObject(series.Key);
            json.WriteString("label", request.Text(unit.Chinese, unit.English));
            json.WriteNumber("decimals", DecimalsOf(cube, at));
            json.WriteString("symbol", unit.Chinese);
            json.WriteString("position", "end");
            json.WriteEndObject();
        }
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        Dimension(json, "time", request.Text("时间", "Time"), [.. cube.Periods.Select(time => time.Text)], text =>
            text == SeriesCube.Undated ? request.Text("未注明时间", "undated") : text
        );
        Dimension(json, "print", request.Text("刊载次序", "Print"), [.. Enumerable.Range(1, cube.Prints).Select(Digits)], text => text);
        json.WriteEndObject();
    }

    private static void Dimension(Utf8JsonWriter json, string name, string label, IReadOnlyList<string> index, Func<string, string> labelOf)
    {
        json.WriteStartObject(name);
        json.WriteString("label", label);
        json.WriteStartObject("category");
        Texts(json, "index", index);
        Labels(json, index.Select(text => (text, labelOf(text))));
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>Values, their status and where each is printed, by the position of the cell.</summary>
    private static void Cells(Utf8JsonWriter json, SeriesCube cube, ExportRequest request)
    {
        var cells = (
            from series in Enumerable.Range(0, cube.Series.Count)
            from time in Enumerable.Range(0, cube.Periods.Count)
            from print in Enumerable.Range(0, cube.Prints)
            let row = cube.Find(series, time, print)
            where row is not null
            select (Position: Digits((((series * cube.Periods.Count) + time) * cube.Prints) + print), Row: row)
        ).ToList();
        json.WriteStartObject("value");
        foreach (var (position, row) in cells)
        {
            if (row.Observation.Quantity.Value is { } value)
                json.WriteNumber(position, value);
            else
                json.WriteNull(position);
        }
        json.WriteEndObject();
        json.WriteStartObject("status");
        foreach (var (position, row) in cells)
        {
            if (StatusOf(row) is { } status)
                json.WriteString(position, status);
        }
        json.WriteEndObject();
        json.WriteStartObject("extension");
        json.WriteStartObject("observations");
        foreach (var (position, row) in cells)
        {
            json.WritePropertyName(position);
            ObservationJson.Write(json, row, request);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>The hedge, and whether it is a target or forecast; null for a plain number.</summary>
    private static string? StatusOf(ObservationRow row)
    {
        var words = new[]
        {
            row.Observation.Quantity.Hedge is Hedge.None ? null : Words<Hedge>.Of(row.Observation.Quantity.Hedge),
            row.Observation.Status is ObservationStatus.Actual ? null : Words<ObservationStatus>.Of(row.Observation.Status),
        }.OfType<string>();
        return string.Join(' ', words) is { Length: > 0 } status ? status : null;
    }

    private static int DecimalsOf(SeriesCube cube, int series) =>
        Enumerable
            .Range(0, cube.Periods.Count)
            .SelectMany(
                time => Enumerable.Range(0, cube.Prints),
                (time, print) => cube.Find(series, time, print)?.Observation.Quantity.Value
            )
            .Max(value => value is { } known ? (decimal.GetBits(known)[3] >> 16) & 0xFF : 0);

    private static string SourceOf(IEnumerable<ObservationRow> rows) =>
        string.Join(
            "; ",
            rows.Select(row => (row.Article.Newspaper, row.Article.Date))
                .Distinct()
                .OrderBy(issue => issue.Date)
                .ThenBy(issue => issue.Newspaper, StringComparer.Ordinal)
                .Select(issue => $"{issue.Newspaper} {PeriodText.Day(issue.Date)}")
        );

    private static void Texts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
            json.WriteStringValue(text);
        json.WriteEndArray();
    }

    private static void Labels(Utf8JsonWriter json, IEnumerable<(string Id, string Label)> labels)
    {
        json.WriteStartObject("label");
        foreach (var (id, label) in labels)
            json.WriteString(id, label);
        json.WriteEndObject();
    }

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
