using System.Globalization;
using CsvHelper;
using NodaTime;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// RFC 4180: comma, CRLF, a header always, quotes where needed. Text that a spreadsheet would take for a formula gets an apostrophe before
/// it; numbers never do.
/// </summary>
internal sealed class CsvTable : IAsyncDisposable
{
    /// <summary>What begins a formula, full-width forms included, or hides one.</summary>
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    private readonly CsvWriter _writer;

    public CsvTable(Stream output, bool withByteOrderMark, IEnumerable<string> header)
    {
        var options = new CsvWriterOptions
        {
            NewLine = "\r\n",
            WriteByteOrderMark = withByteOrderMark,
            ValidateFieldCount = true,
        };
        _writer = CsvWriter.Create(output, options, leaveOpen: true);
        foreach (var name in header)
            _writer.WriteField(name);
        _writer.EndRecord();
    }

    public void Write<TRow>(TRow row, IReadOnlyList<Column<TRow>> columns)
    {
        foreach (var column in columns)
            Cell(column.Of(row), column.Kind);
        _writer.EndRecord();
    }

    public void Write(IEnumerable<(object? Cell, ColumnKind Kind)> cells)
    {
        foreach (var (cell, kind) in cells)
            Cell(cell, kind);
        _writer.EndRecord();
    }

    /// <summary>Hands on what was written, at the end of a page.</summary>
    public Task FlushAsync(CancellationToken cancellationToken) => _writer.FlushAsync(cancellationToken).AsTask();

    public ValueTask DisposeAsync() => _writer.DisposeAsync();

    /// <summary>The text with an apostrophe before it, where it begins as a formula does.</summary>
    public static string Guarded(string text) =>
        text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    private void Cell(object? cell, ColumnKind kind)
    {
        switch (cell)
        {
            case null:
                _writer.WriteField((string?)null);
                break;
            case string text:
                _writer.WriteField(kind is ColumnKind.Text ? Guarded(text) : text);
                break;
            case decimal number:
                _writer.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case int number:
                _writer.WriteField(number, default, CultureInfo.InvariantCulture);
                break;
            case bool flag:
                _writer.WriteField(flag ? "true" : "false");
                break;
            case LocalDate day:
                _writer.WriteField(PeriodText.Day(day));
                break;
            case Instant moment:
                _writer.WriteField(PeriodText.Moment(moment));
                break;
            default:
                throw new ArgumentException($"A cell is a {cell.GetType().Name}, which no column has.", nameof(cell));
        }
    }
}
