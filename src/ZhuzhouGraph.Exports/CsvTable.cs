using System.Buffers;
using System.Globalization;
using System.Text;
using NodaTime;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// RFC 4180 in UTF-8: comma, CRLF, a header always, quotes where needed. Text that a spreadsheet would take for a formula gets an
/// apostrophe before it; numbers never do. Rows are kept until they are handed on.
/// </summary>
internal sealed class CsvTable : IAsyncDisposable
{
    /// <summary>What begins a formula, full-width forms included, or hides one.</summary>
    private const string Dangerous = "=+-@\t\r\n＝＋－＠";

    /// <summary>The longest number: a sign, 29 digits and a point.</summary>
    private const int LongestNumber = 32;

    private static readonly SearchValues<char> Quoted = SearchValues.Create(",\"\r\n");

    private readonly Stream _output;
    private readonly int _columns;
    private byte[] _buffer = new byte[64 * 1024];
    private int _length;
    private int _cells;

    public CsvTable(Stream output, bool withByteOrderMark, IEnumerable<string> header)
    {
        _output = output;
        if (withByteOrderMark)
        {
            Encoding.UTF8.Preamble.CopyTo(_buffer);
            _length = Encoding.UTF8.Preamble.Length;
        }
        foreach (var name in header)
            Text(name);
        _columns = _cells;
        EndRow();
    }

    public void Write<TRow>(TRow row, IReadOnlyList<Column<TRow>> columns)
    {
        foreach (var column in columns)
            Cell(row, column);
        EndRow();
    }

    public void Write(IEnumerable<(object? Cell, ColumnKind Kind)> cells)
    {
        foreach (var (cell, kind) in cells)
            Cell(cell, kind);
        EndRow();
    }

    /// <summary>Hands on what was written, at the end of a page.</summary>
    public async Task FlushAsync(CancellationToken cancellationToken)
    {
        var length = _length;
        _length = 0;
        await _output.WriteAsync(_buffer.AsMemory(0, length), cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_length > 0)
            await FlushAsync(CancellationToken.None);
    }

    /// <summary>The text with an apostrophe before it, where it begins as a formula does.</summary>
    public static string Guarded(string text) =>
        text.Length > 0 && Dangerous.Contains(text[0], StringComparison.Ordinal) ? "'" + text : text;

    /// <summary>A cell that no object is made for, where its column is of one type.</summary>
    private void Cell<TRow>(TRow row, Column<TRow> column)
    {
        switch (column.Typed)
        {
            case Func<TRow, string?> text:
                Cell(text(row), column.Kind);
                break;
            case Func<TRow, decimal?> number:
                Number(number(row));
                break;
            case Func<TRow, int?> number:
                Number(number(row));
                break;
            case Func<TRow, LocalDate?> day:
                Word(day(row) is { } known ? PeriodText.Day(known) : "");
                break;
            case Func<TRow, Instant?> moment:
                Word(moment(row) is { } then ? PeriodText.Moment(then) : "");
                break;
            case Func<TRow, bool?> flag:
                Word(flag(row) is { } isSo ? WordOf(isSo) : "");
                break;
            default:
                Cell(column.Of(row), column.Kind);
                break;
        }
    }

    private void Cell(object? cell, ColumnKind kind)
    {
        switch (cell)
        {
            case null:
                Begin(0);
                break;
            case string text:
                Text(kind is ColumnKind.Text ? Guarded(text) : text);
                break;
            case decimal number:
                Number<decimal>(number);
                break;
            case int number:
                Number<int>(number);
                break;
            case bool flag:
                Word(WordOf(flag));
                break;
            case LocalDate day:
                Word(PeriodText.Day(day));
                break;
            case Instant moment:
                Word(PeriodText.Moment(moment));
                break;
            default:
                throw new ArgumentException($"A cell is a {cell.GetType().Name}, which no column has.", nameof(cell));
        }
    }

    private void Number<T>(T? number)
        where T : struct, IUtf8SpanFormattable
    {
        Begin(LongestNumber);
        if (number is { } known && known.TryFormat(_buffer.AsSpan(_length), out var written, default, CultureInfo.InvariantCulture))
            _length += written;
    }

    private static string WordOf(bool flag) => flag ? "true" : "false";

    /// <summary>Text of ASCII that needs no quotes.</summary>
    private void Word(string word)
    {
        Begin(word.Length);
        _length += Encoding.ASCII.GetBytes(word, _buffer.AsSpan(_length));
    }

    private void Text(string text)
    {
        if (text.AsSpan().IndexOfAny(Quoted) >= 0 || text is [' ', ..] or [.., ' '])
            text = $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        Begin(Encoding.UTF8.GetMaxByteCount(text.Length));
        _length += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(_length));
    }

    /// <summary>Begins a cell of at most so many bytes, and makes room for what ends it.</summary>
    private void Begin(int bytes)
    {
        if (_buffer.Length < _length + bytes + 3)
            Array.Resize(ref _buffer, Math.Max(_buffer.Length * 2, _length + bytes + 3));
        if (_cells++ > 0)
            _buffer[_length++] = (byte)',';
    }

    private void EndRow()
    {
        if (_columns > 0 && _cells != _columns)
            throw new InvalidOperationException($"A row has {_cells} cells, and its table {_columns} columns.");
        _cells = 0;
        if (_buffer.Length < _length + 2)
            Array.Resize(ref _buffer, _buffer.Length * 2);
        _buffer[_length++] = (byte)'\r';
        _buffer[_length++] = (byte)'\n';
    }
}
