using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>Figures as CSV: a figure a row, or a period a row and a series a column.</summary>
internal static class Csv
{
    /// <summary>A wide table is put together before it is written.</summary>
    public const int MostWide = 200_000;

    public static Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken) =>
        request.Layout is CsvLayout.Wide
            ? WriteWideAsync(graph, request, output, cancellationToken)
            : WriteTidyAsync(graph, request, output, cancellationToken);

    private static async Task WriteTidyAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var columns = ObservationColumns.Of(request);
        await using var table = new CsvTable(output, request.WithByteOrderMark, columns.Select(column => column.Name));
        await foreach (var rows in RowReader.PagesAsync(graph, request, cancellationToken))
        {
            foreach (var row in rows)
                table.Write(row, columns);
            await table.FlushAsync(cancellationToken);
        }
    }

    /// <summary>Values are never blended: a series with two prints for one period takes two rows, numbered in the column print.</summary>
    private static async Task WriteWideAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var cube = SeriesCube.Of(await RowReader.AllAsync(graph, request, MostWide, "The wide layout", cancellationToken), request);
        var columns = cube.Series.SelectMany((_, series) => ColumnsOf(cube, series, request)).ToList();
        await using var table = new CsvTable(
            output,
            request.WithByteOrderMark,
            ["period", "periodStart", "periodEnd", "print", .. columns.Select(column => CsvTable.Guarded(column.Label))]
        );
        foreach (var (time, at) in cube.Periods.Select((time, at) => (time, at)))
        {
            for (var print = 0; print < cube.Prints; print++)
            {
                var cells = columns.ConvertAll(column =>
                    (cube.Find(column.Series, at, print) is { } cell ? column.Of(cell) : null, column.Kind)
                );
                if (print > 0 && cells.TrueForAll(cell => cell.Item1 is null))
                    continue;
                table.Write([
                    (time.Text, ColumnKind.Text),
                    (time.First, ColumnKind.Day),
                    (time.Last, ColumnKind.Day),
                    (print + 1, ColumnKind.Integer),
                    .. cells,
                ]);
            }
        }
    }

    private sealed record WideColumn(int Series, string Label, ColumnKind Kind, Func<CubeCell, object?> Of);

    /// <summary>
    /// The numbers of a series, and beside them, where any of its figures is hedged or has no single number, all of them as printed; of
    /// what was worked out the interval in which it lies, where that is no point.
    /// </summary>
    private static IEnumerable<WideColumn> ColumnsOf(SeriesCube cube, int series, ExportRequest request)
    {
        var label = cube.Series[series].Label;
        yield return new(series, label, ColumnKind.Number, cell => cell.Value);
        var cells = cube.CellsOf(series).ToList();
        if (cells.Exists(cell => cell.Derived is null && cell.Row.Observation.Quantity is not { Hedge: Hedge.None, Value: not null }))
            yield return new(series, $"{label} | {request.Text("原文", "as printed")}", ColumnKind.Text, cell =>
                cell.Row.Observation.Figure
            );
        if (cells.Exists(cell => cell.Derived is { Interval: { } interval } && interval.Lower != interval.Upper))
            yield return new(series, $"{label} | {request.Text("区间", "interval")}", ColumnKind.Text, cell =>
                cell.Derived?.Interval?.ToString()
            );
    }
}
