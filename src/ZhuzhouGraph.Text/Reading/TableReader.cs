using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Reads tables whose cells are separated by tabs or by rows of blanks: a head, then rows. A row with fewer cells than the head has them
/// at its end, because what a cell before spans is printed once.
/// </summary>
internal sealed class TableReader(IReadOnlyList<string> lines, LocalDate print, List<ReadFigure> figures, List<RefusedFigure> refused)
{
    /// <summary>How many lines above a table may hold its caption.</summary>
    private const int CaptionLines = 4;

    /// <summary>Behind the last line of cells that are no table, so that none is looked at twice.</summary>
    private int _noTableBefore;

    /// <summary>Reads the table that begins at a line; the line behind it, or the line itself where no table begins.</summary>
    public int Read(int first)
    {
        if (first < _noTableBefore)
            return first;
        var end = first;
        while (end < lines.Count && HasCells(end))
            end++;
        var head = first;
        while (head < end && !HasFigure(head))
            head++;
        if (end - first < 2 || head == first || head == end)
        {
            _noTableBefore = end;
            return first;
        }
        var caption = CaptionAbove(first);
        var table = new PrintedTable([.. lines.Skip(first).Take(head - first)], caption is { } at ? lines[at] : null, print);
        for (var row = head; row < end; row++)
            Row(row, table);
        Tables.Add(new(caption + 1, new(first + 1, head), new(head + 1, end), table));
        return end;
    }

    /// <summary>The tables that have been read.</summary>
    public List<ReadTable> Tables { get; } = [];

    private int? CaptionAbove(int first)
    {
        for (var line = first - 1; line >= Math.Max(0, first - CaptionLines); line--)
        {
            if (TableColumn.UnitIn(Glyphs.Plain(lines[line])) is not null)
                return line;
        }
        return null;
    }

    private bool HasCells(int line) => TableCells.Of(lines[line]).Count(cell => cell.End > cell.Start) > 1;

    /// <summary>Whether a line has a number among its cells. The years and months of a head are none.</summary>
    private bool HasFigure(int line) =>
        TableCells
            .Of(lines[line])
            .Select(cell => lines[line][cell.Start..cell.End])
            .Any(cell => TableCells.Scan(cell) is not null && !IsTime(Glyphs.Plain(cell)));

    private bool IsTime(string plain) =>
        (plain.Length == 4 && plain.All(Glyphs.IsDigit) && plain[..2] is "19" or "20")
        || (new TimeScanner(plain, print).TryRead(0, out var time) && time.End == plain.Length);

    private void Row(int row, PrintedTable table)
    {
        var cells = TableCells.Of(lines[row]);
        for (var column = 1; column <= table.Width; column++)
        {
            var at = column - 1 - (table.Width - cells.Count);
            if (at < 0 || TableCells.Scan(lines[row][cells[at].Start..cells[at].End]) is null || table.IsOfNumbers(column))
                continue;
            if (table.Read(lines[row], row + 1, cells, at, column) is { } figure)
                figures.Add(figure);
            else
                refused.Add(
                    new(
                        row + 1,
                        cells[at],
                        lines[row][cells[at].Start..cells[at].End],
                        "neither the head of its column nor the caption names a unit"
                    )
                );
        }
    }
}
