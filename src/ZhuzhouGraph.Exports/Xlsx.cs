using NodaTime;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// Figures as a workbook of Excel: numbers are numbers, days are dates, text is never a formula. A sheet has at most 1,048,576 rows; what
/// is more goes on in the next one.
/// </summary>
internal static class Xlsx
{
    private const int MostRows = 1_048_575;

    /// <summary>The first day that every spreadsheet counts alike: Excel takes 1900 for a leap year.</summary>
    private static readonly LocalDate FirstDate = new(1900, 3, 1);

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var options = new SpreadCheetahOptions
        {
            DefaultDateTimeFormat = NumberFormat.Custom("yyyy-mm-dd"),
            // It would say the time at which it was written.
            DocumentProperties = null,
        };
        await using var zip = new StillZip(output);
        await using var book = await Spreadsheet.CreateNewAsync(zip, options, cancellationToken);
        var bold = book.AddStyle(new Style { Font = { Bold = true } });
        var columns = ObservationColumns.Of(request);
        string[] header = [.. columns.Select(column => column.Name)];
        var cells = new DataCell[columns.Count];
        var (sheets, left) = (0, 0);
        await NextSheetAsync();
        await foreach (var rows in RowReader.PagesAsync(graph, request, cancellationToken))
        {
            foreach (var row in rows)
            {
                if (left-- == 0)
                {
                    await NextSheetAsync();
                    left--;
                }
                for (var i = 0; i < cells.Length; i++)
                    cells[i] = Cell(columns[i].Of(row));
                await book.AddRowAsync(cells, cancellationToken);
            }
        }
        await book.FinishAsync(cancellationToken);

        async Task NextSheetAsync()
        {
            left = MostRows;
            var name = sheets++ == 0 ? "observations" : $"observations {sheets}";
            await book.StartWorksheetAsync(name, new WorksheetOptions { FrozenRows = 1 }, cancellationToken);
            await book.AddHeaderRowAsync(header, bold, cancellationToken);
        }
    }

    private static DataCell Cell(object? value) =>
        value switch
        {
            null => default,
            string text => new(text),
            decimal number => new(number),
            int number => new(number),
            bool flag => new(flag),
            LocalDate day => day >= FirstDate ? new(day.ToDateTimeUnspecified()) : new(PeriodText.Day(day)),
            Instant moment => new(PeriodText.Moment(moment)),
            _ => throw new ArgumentException($"A cell is a {value.GetType().Name}, which no column has.", nameof(value)),
        };
}
