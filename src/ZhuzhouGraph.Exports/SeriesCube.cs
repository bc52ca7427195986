using NodaTime;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>A line of figures.</summary>
/// <param name="Key">See <see cref="Series.KeyOf"/>, with the unit and the status, which values of one column share.</param>
/// <param name="First">A figure of it.</param>
internal sealed record CubeSeries(string Key, string Label, ObservationRow First);

/// <summary>A period of the cube; one without days has the words <c>undated</c>.</summary>
internal sealed record CubePeriod(string Text, LocalDate? First, LocalDate? Last);

/// <summary>
/// Figures by series, period and print: several figures of one series and period, as two articles print them, stand side by side and are
/// never made one.
/// </summary>
internal sealed class SeriesCube
{
    /// <summary>What has no days of its own.</summary>
    public const string Undated = "undated";

    private readonly Dictionary<(int Series, int Period, int Print), ObservationRow> _cells = [];

    public required IReadOnlyList<CubeSeries> Series { get; init; }

    /// <summary>In the order of time, what is undated last.</summary>
    public required IReadOnlyList<CubePeriod> Periods { get; init; }

    /// <summary>The most figures that any series has for one period; at least 1.</summary>
    public int Prints { get; private set; } = 1;

    public ObservationRow? Find(int series, int period, int print) => _cells.GetValueOrDefault((series, period, print));

    public static SeriesCube Of(IReadOnlyList<ObservationRow> rows, ExportRequest request)
    {
        var series = rows.GroupBy(KeyOf, StringComparer.Ordinal).Select(group => (group.Key, First: group.First())).ToList();
        var labels = series.Select(s => LabelOf(s.First, request)).ToList();
        var repeated = labels
            .GroupBy(label => label, StringComparer.Ordinal)
            .Where(group => group.Count() > 1)
            .Select(group => group.Key)
            .ToHashSet();
        var cube = new SeriesCube
        {
            Series =
            [
                .. series.Select(
                    (s, i) => new CubeSeries(s.Key, repeated.Contains(labels[i]) ? $"{labels[i]} [{s.Key}]" : labels[i], s.First)
                ),
            ],
            Periods =
            [
                .. rows.Select(row => TimeOf(row.Observation.Period))
                    .Distinct()
                    .OrderBy(time => time.First ?? time.Last ?? LocalDate.MaxIsoValue)
                    .ThenBy(time => time.Last ?? LocalDate.MaxIsoValue)
                    .ThenBy(time => time.Text, StringComparer.Ordinal),
            ],
        };
        var places = cube.Periods.Select((time, at) => (time, at)).ToDictionary(x => x.time, x => x.at);
        var numbers = cube.Series.Select((s, at) => (s.Key, at)).ToDictionary(x => x.Key, x => x.at, StringComparer.Ordinal);
        foreach (var row in rows)
        {
            var (number, place, print) = (numbers[KeyOf(row)], places[TimeOf(row.Observation.Period)], 0);
            while (!cube._cells.TryAdd((number, place, print), row))
                print++;
            cube.Prints = Math.Max(cube.Prints, print + 1);
        }
        return cube;
    }

    private static string KeyOf(ObservationRow row) =>
        NodeId.Hash(12, row.Series, row.Observation.Quantity.Unit.Code, Words<ObservationStatus>.Of(row.Observation.Status));

    private static CubePeriod TimeOf(Period? period) =>
        PeriodText.Of(period) is { } text ? new(text, period!.First, period.Last) : new(Undated, null, null);

    private static string LabelOf(ObservationRow row, ExportRequest request)
    {
        var (o, unit) = (row.Observation, row.Observation.Quantity.Unit);
        return string.Join(" | ", LineDimension.All.Select(Told).OfType<string>().Append(request.Text(unit.Chinese, unit.English)));

        string? Told(LineDimension dimension) =>
            dimension.Value(o) switch
            {
                null => null,
                var value when !dimension.IsInTitle || value.Equals(dimension.Usual) => null,
                bool flag => flag ? request.Text(dimension.Chinese, dimension.Name) : null,
                string id when dimension.Kind is LineDimensionKind.Node => NameOf(id),
                Enum value => Spelling.UpperSnake(value.ToString()),
                var value => value.ToString(),
            };

        string NameOf(string id) => request.Text(row.LabelOf(id).Chinese, row.LabelOf(id).English);
    }
}
