using NodaTime;
using Parquet;
using Parquet.Schema;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// Figures as Apache Parquet. Numbers are DECIMAL(38, 10): what has more digits behind the point is empty there, and whole in valueText.
/// Days are DATE, moments TIMESTAMP in UTC.
/// </summary>
internal static class ParquetFile
{
    private const int Precision = 38,
        Scale = 10;

    /// <summary>Rows that are held before they are written: a group has all of a column together.</summary>
    private const int GroupSize = 50_000;

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var columns = ObservationColumns.Of(request);
        var fields = columns.Select(FieldOf).ToArray();
        await using var writer = await ParquetWriter.CreateAsync(
            new ParquetSchema(fields),
            output,
            new ParquetOptions { UseDateOnlyTypeForDates = true },
            cancellationToken: cancellationToken
        );
        List<ObservationRow> group = [];
        await foreach (var rows in RowReader.PagesAsync(graph, request, cancellationToken))
        {
            group.AddRange(rows);
            if (group.Count >= GroupSize)
                await GroupAsync();
        }
        await GroupAsync();

        async Task GroupAsync()
        {
            using var part = writer.CreateRowGroup();
            for (var i = 0; i < fields.Length; i++)
                await WriteAsync(part, fields[i], columns[i], group, cancellationToken);
            part.CompleteValidate();
            group.Clear();
        }
    }

    private static DataField FieldOf(Column<ObservationRow> column) =>
        column.Kind switch
        {
            ColumnKind.Number => new DecimalDataField(column.Name, Precision, Scale, isNullable: true),
            ColumnKind.Integer => new DataField<int?>(column.Name),
            ColumnKind.Flag => new DataField<bool?>(column.Name),
            ColumnKind.Day => new DataField<DateOnly?>(column.Name),
            ColumnKind.Moment => new DateTimeDataField(
                column.Name,
                DateTimeFormat.Timestamp,
                isAdjustedToUTC: true,
                unit: DateTimeTimeUnit.Micros,
                isNullable: true
            ),
            _ => new DataField<string>(column.Name),
        };

    private static Task WriteAsync(
        ParquetRowGroupWriter part,
        DataField field,
        Column<ObservationRow> column,
        List<ObservationRow> rows,
        CancellationToken cancellationToken
    )
    {
        return column.Kind switch
        {
            ColumnKind.Number => Values(cell => Fitting((decimal)cell)),
            ColumnKind.Integer => Values<int>(cell => (int)cell),
            ColumnKind.Flag => Values<bool>(cell => (bool)cell),
            ColumnKind.Day => Values<DateOnly>(cell => ((LocalDate)cell).ToDateOnly()),
            ColumnKind.Moment => Values<DateTime>(cell => ((Instant)cell).ToDateTimeUtc()),
            _ => part.WriteAsync(field, rows.ConvertAll(row => (string?)column.Of(row))!),
        };

        Task Values<T>(Func<object, T?> read)
            where T : struct =>
            part.WriteAsync<T>(
                field,
                rows.ConvertAll(row => column.Of(row) is { } cell ? read(cell) : null).ToArray().AsMemory(),
                cancellationToken: cancellationToken
            );
    }

    /// <summary>The number at the file's scale; null where that would lose digits.</summary>
    private static decimal? Fitting(decimal value) =>
        decimal.Round(value, Scale) == value && Math.Abs(value) < 1_000_000_000_000_000_000m ? value : null;
}
