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
        await using var table = new CsvTable(
            output,
            request.WithByteOrderMark,
            ["period", "periodStart", "periodEnd", "print", .. cube.Series.Select(series => CsvTable.Guarded(series.Label))]
        );
        foreach (var (time, at) in cube.Periods.Select((time, at) => (time, at)))
        {
            for (var print = 0; print < cube.Prints; print++)
            {
                var cells = cube.Series.Select((_, series) => cube.Find(series, at, print)?.Value).ToList();
                if (print > 0 && cells.TrueForAll(cell => cell is null))
                    continue;
                table.Write([
                    (time.Text, ColumnKind.Text),
                    (time.First, ColumnKind.Day),
                    (time.Last, ColumnKind.Day),
                    (print + 1, ColumnKind.Integer),
                    .. cells.Select(cell => ((object?)cell, ColumnKind.Number)),
                ]);
            }
        }
    }
}
