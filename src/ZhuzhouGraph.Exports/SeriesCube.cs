using NodaTime;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>A line of figures, or what was worked out of its points.</summary>
/// <param name="Key">
/// The id of the line, see <see cref="LineId"/>; behind a point the transform of what was worked out, and behind a colon a unit, where
/// some of its units do not convert into the others.
/// </param>
/// <param name="Unit">
/// Of all of its values: the one that all are printed in, otherwise the one into which they convert.
/// </param>
internal sealed record CubeSeries(string Key, string Label, Unit Unit);

/// <summary>A value of the cube.</summary>
/// <param name="Derived">Null where it is printed.</param>
internal sealed record CubeCell(ObservationRow Row, decimal? Value, Derived? Derived);

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

    private readonly Dictionary<(int Series, int Period, int Print), CubeCell> _cells = [];

    /// <summary>A number before it is known in which unit its series is told.</summary>
    private sealed record Entry(ObservationRow Row, string Key, CubePeriod Time, Quantity Quantity, Derived? Derived)
    {
        /// <summary>The same for all units that compare or convert.</summary>
        public string Kind => Quantity.Unit.IsCount ? "" : Units.BaseOf(Quantity.Unit).Code;
    }

    public required IReadOnlyList<CubeSeries> Series { get; init; }

    /// <summary>In the order of time, what is undated last.</summary>
    public required IReadOnlyList<CubePeriod> Periods { get; init; }

    /// <summary>The most figures that any series has for one period; at least 1.</summary>
    public int Prints { get; private set; } = 1;

    /// <summary>How many cells there are, with those that hold nothing.</summary>
    public long Cells => (long)Series.Count * Periods.Count * Prints;

    public CubeCell? Find(int series, int period, int print) => _cells.GetValueOrDefault((series, period, print));

    public IEnumerable<CubeCell> CellsOf(int series) => _cells.Where(cell => cell.Key.Series == series).Select(cell => cell.Value);

    public static SeriesCube Of(IReadOnlyList<ObservationRow> rows, ExportRequest request)
    {
        var entries = rows.SelectMany(row => EntriesOf(row, request)).ToList();
        var mixed = entries
            .GroupBy(entry => entry.Key, StringComparer.Ordinal)
            .Where(group => group.Select(entry => entry.Kind).Distinct().Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        var groups = entries.GroupBy(KeyOf, StringComparer.Ordinal).ToList();
        var labels = groups.ConvertAll(group => LabelOf(group.First(), UnitOf(group), request));
        var repeated = labels
            .GroupBy(label => label, StringComparer.Ordinal)
            .Where(same => same.Count() > 1)
            .Select(same => same.Key)
            .ToHashSet(StringComparer.Ordinal);
        var cube = new SeriesCube
        {
            Series =
            [
                .. groups.Select(
                    (group, i) =>
                        new CubeSeries(group.Key, repeated.Contains(labels[i]) ? $"{labels[i]} [{group.Key}]" : labels[i], UnitOf(group))
                ),
            ],
            Periods =
            [
                .. entries
                    .Select(entry => entry.Time)
                    .Distinct()
                    .OrderBy(time => time.First ?? time.Last ?? LocalDate.MaxIsoValue)
                    .ThenBy(time => time.Last ?? LocalDate.MaxIsoValue)
                    .ThenBy(time => time.Text, StringComparer.Ordinal),
            ],
        };
        var places = cube.Periods.Index().ToDictionary(time => time.Item, time => time.Index);
        var numbers = cube.Series.Index().ToDictionary(series => series.Item.Key, series => series.Index, StringComparer.Ordinal);
        foreach (var entry in entries)
        {
            var (number, place, print) = (numbers[KeyOf(entry)], places[entry.Time], 0);
            var cell = new CubeCell(entry.Row, entry.Quantity.In(cube.Series[number].Unit)?.Value, entry.Derived);
            while (!cube._cells.TryAdd((number, place, print), cell))
                print++;
            cube.Prints = Math.Max(cube.Prints, print + 1);
        }
        return cube;

        string KeyOf(Entry entry) => mixed.Contains(entry.Key) ? $"{entry.Key}:{entry.Kind}" : entry.Key;
    }

    /// <summary>What is printed, and what was worked out of it.</summary>
    private static IEnumerable<Entry> EntriesOf(ObservationRow row, ExportRequest request)
    {
        if (row.Point is not { } point)
        {
            yield return new(row, row.Series, TimeOf(row.Observation.Period), row.Observation.Quantity, null);
            yield break;
        }
        var told = point.Told ?? new Quantity { Unit = request.Line?.Unit ?? row.Observation.Quantity.Unit };
        yield return new(row, row.Series, TimeOf(point.Period), told, null);
        if (point.Derived is not { } derived)
            yield break;
        var quantity = new Quantity { Unit = derived.Unit ?? told.Unit, Value = derived.Value };
        yield return new(
            row,
            $"{row.Series}.{Words<SeriesTransform>.Of(derived.Kind)}",
            derived.Period is { } of ? TimeOf(new("", of.First, of.Last, default, default)) : TimeOf(point.Period),
            quantity.In(told.Unit) ?? quantity,
            derived
        );
    }

    private static Unit UnitOf(IEnumerable<Entry> entries)
    {
        var units = entries.Select(entry => entry.Quantity.Unit).Distinct().ToList();
        return units.TrueForAll(unit => unit.ComparesWith(units[0])) ? units[0] : Units.BaseOf(units[0]);
    }

    private static CubePeriod TimeOf(Period? period) =>
        PeriodText.Of(period) is { } text ? new(text, period!.First, period.Last) : new(Undated, null, null);

    private static string LabelOf(Entry entry, Unit unit, ExportRequest request)
    {
        var row = entry.Row;
        string?[] more = [Words<SeriesTransform>.Of(entry.Derived?.Kind), request.Text(unit.Chinese, unit.English)];
        return string.Join(" | ", LineDimension.All.Select(Told).Concat(more).OfType<string>());

        string? Told(LineDimension dimension) =>
            dimension.Value(row.Observation) switch
            {
                null => null,
                var value when !dimension.IsInTitle || value.Equals(dimension.Usual) => null,
                bool flag => flag ? request.Text(dimension.Chinese, dimension.Name) : null,
                _ when dimension.Kind is LineDimensionKind.Node or LineDimensionKind.Nodes => string.Join(
                    ", ",
                    dimension.NodesOf(row.Observation).Select(NameOf)
                ),
                Enum value => Spelling.UpperSnake(value.ToString()),
                var value => value.ToString(),
            };

        string NameOf(string id) => request.Text(row.LabelOf(id).Chinese, row.LabelOf(id).English);
    }
}
