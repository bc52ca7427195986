using System.Globalization;
using System.Text.Json;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// Figures as a JSON-stat 2.0 dataset of the dimensions series (role metric; the ids are those of lines), time (role time) and print, and
/// of
/// place (role geo) where all are of one. What two articles print of one series and period stands side by side in print. Status says what
/// is hedged, aimed at, no number, or missing.
/// </summary>
internal static class JsonStat
{
    public const int MostFigures = 100_000;

    private const int MostCells = 5_000_000;

    /// <summary>Of more cells only those are told that have a figure.</summary>
    private const int MostTold = 100_000;

    private const string Missing = "MISSING";

    private sealed record Dimension(string Id, string Label, string? Role, IReadOnlyList<(string Id, string Label)> Categories);

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var rows = await RowReader.AllAsync(graph, request, MostFigures, "JSON-stat", cancellationToken);
        var cube = SeriesCube.Of(rows, request);
        if (rows.Count == 0)
            throw new ExportRefusedException("JSON-stat has no form for no figures, and none fit what is asked for. Widen the filter.");
        if (cube.Cells > MostCells)
            throw new ExportRefusedException(
                $"JSON-stat would have {cube.Series.Count} series × {cube.Periods.Count} periods × {cube.Prints} prints; "
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
        var dimensions = DimensionsOf(rows, cube, request);
        Texts(json, "id", dimensions.Select(dimension => dimension.Id));
        json.WriteStartArray("size");
        foreach (var dimension in dimensions)
            json.WriteNumberValue(dimension.Categories.Count);
        json.WriteEndArray();
        json.WriteStartObject("role");
        foreach (var dimension in dimensions.Where(dimension => dimension.Role is not null))
            Texts(json, dimension.Role!, [dimension.Id]);
        json.WriteEndObject();
        json.WriteStartObject("dimension");
        foreach (var dimension in dimensions)
            Write(json, dimension, dimension.Role is "metric" ? cube : null, request);
        json.WriteEndObject();
        Cells(json, cube, request);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <summary>In the order in which they make the position of a cell; the place has one value, and moves none.</summary>
    private static List<Dimension> DimensionsOf(List<ObservationRow> rows, SeriesCube cube, ExportRequest request)
    {
        List<Dimension> dimensions =
        [
            new("series", request.Text("序列", "Series"), "metric", [.. cube.Series.Select(series => (series.Key, series.Label))]),
            new("time", request.Text("时间", "Time"), "time", [.. cube.Periods.Select(time => (time.Text, LabelOf(time.Text)))]),
            new("print", request.Text("刊载次序", "Print"), null, [.. Enumerable.Range(1, cube.Prints).Select(Digits).Select(n => (n, n))]),
        ];
        if (PlaceOf(rows[0]) is { } place && rows.TrueForAll(row => PlaceOf(row)?.Id == place.Id))
            dimensions.Add(new("place", request.Text("地域", "Place"), "geo", [(place.Id, request.Text(place.Chinese, place.English))]));
        return dimensions;

        string LabelOf(string time) => time == SeriesCube.Undated ? request.Text("未注明时间", "undated") : time;
    }

    /// <summary>Where a figure was measured: there, or in the place that it is about; null where neither is a place.</summary>
    private static NodeLabel? PlaceOf(ObservationRow row) => row.Place ?? (row.About.Type == EntityTypes.Place ? row.About : null);

    /// <param name="units">The cube whose series have units; null for any other dimension.</param>
    private static void Write(Utf8JsonWriter json, Dimension dimension, SeriesCube? units, ExportRequest request)
    {
        json.WriteStartObject(dimension.Id);
        json.WriteString("label", dimension.Label);
        json.WriteStartObject("category");
        Texts(json, "index", dimension.Categories.Select(category => category.Id));
        json.WriteStartObject("label");
        foreach (var (id, label) in dimension.Categories)
            json.WriteString(id, label);
        json.WriteEndObject();
        if (units is not null)
            WriteUnits(json, units, request);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteUnits(Utf8JsonWriter json, SeriesCube cube, ExportRequest request)
    {
        json.WriteStartObject("unit");
        foreach (var (at, series) in cube.Series.Index())
        {
            json.WriteStartObject(series.Key);
            json.WriteString("label", request.Text(series.Unit.Chinese, series.Unit.English));
            json.WriteNumber("decimals", DecimalsOf(cube, at));
            json.WriteString("symbol", series.Unit.Chinese);
            json.WriteString("position", "end");
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    /// <summary>Values, their status and where each is printed, by the position of the cell.</summary>
    private static void Cells(Utf8JsonWriter json, SeriesCube cube, ExportRequest request)
    {
        var cells = (
            from series in Enumerable.Range(0, cube.Series.Count)
            from time in Enumerable.Range(0, cube.Periods.Count)
            from print in Enumerable.Range(0, cube.Prints)
            let cell = cube.Find(series, time, print)
            where cell is not null
            select (Position: Digits((((series * cube.Periods.Count) + time) * cube.Prints) + print), Cell: cell)
        ).ToList();
        var isWhole = cube.Cells <= MostTold;
        if (isWhole)
            Values(json, cells, (int)cube.Cells);
        else
            Values(json, cells);
        json.WriteStartObject("status");
        foreach (var (position, cell) in cells)
        {
            if (StatusOf(cell) is { } status)
                json.WriteString(position, status);
        }
        if (isWhole)
        {
            var told = cells.Select(cell => cell.Position).ToHashSet(StringComparer.Ordinal);
            foreach (var position in Enumerable.Range(0, (int)cube.Cells).Select(Digits).Where(position => !told.Contains(position)))
                json.WriteString(position, Missing);
        }
        json.WriteEndObject();
        json.WriteStartObject("extension");
        json.WriteStartObject("observations");
        foreach (var (position, cell) in cells.Where(cell => cell.Cell.Derived is null))
        {
            json.WritePropertyName(position);
            ObservationJson.Write(json, cell.Row, request);
        }
        json.WriteEndObject();
        json.WriteEndObject();
    }

    /// <summary>A value or null for every cell.</summary>
    private static void Values(Utf8JsonWriter json, IEnumerable<(string Position, CubeCell Cell)> cells, int all)
    {
        var values = cells.ToDictionary(cell => cell.Position, cell => cell.Cell.Value, StringComparer.Ordinal);
        json.WriteStartArray("value");
        foreach (var position in Enumerable.Range(0, all).Select(Digits))
        {
            if (values.GetValueOrDefault(position) is { } value)
                json.WriteNumberValue(value);
            else
                json.WriteNullValue();
        }
        json.WriteEndArray();
    }

    /// <summary>Only those of cells that have a figure, by their position.</summary>
    private static void Values(Utf8JsonWriter json, IEnumerable<(string Position, CubeCell Cell)> cells)
    {
        json.WriteStartObject("value");
        foreach (var (position, cell) in cells)
        {
            if (cell.Value is { } value)
                json.WriteNumber(position, value);
            else
                json.WriteNull(position);
        }
        json.WriteEndObject();
    }

    /// <summary>
    /// The hedge, and whether it is a target or forecast; null for a plain number. Of what was worked out that it was, and why nothing
    /// follows.
    /// </summary>
    private static string? StatusOf(CubeCell cell)
    {
        var (observation, derived) = (cell.Row.Observation, cell.Derived);
        string?[] words = derived is not null
            ? [PointColumns.Status, Words<ImpliedRefusal>.Of(derived.Refused)]
            :
            [
                observation.Quantity.Hedge is Hedge.None ? null : Words<Hedge>.Of(observation.Quantity.Hedge),
                observation.Status is ObservationStatus.Actual ? null : Words<ObservationStatus>.Of(observation.Status),
            ];
        return string.Join(' ', words.OfType<string>()) is { Length: > 0 } status ? status : null;
    }

    private static int DecimalsOf(SeriesCube cube, int series) =>
        Enumerable
            .Range(0, cube.Periods.Count)
            .SelectMany(time => Enumerable.Range(0, cube.Prints), (time, print) => cube.Find(series, time, print)?.Value)
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

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
