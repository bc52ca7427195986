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
        while (end < lines.Count && CellsOf(lines[end]).Count > 1)
            end++;
        var head = first;
        while (head < end && !CellsOf(lines[head]).Exists(cell => Number(lines[head], cell) is not null))
            head++;
        if (end - first < 2 || head == first || head == end)
        {
            _noTableBefore = end;
            return first;
        }
        var columns = Columns(first, head);
        for (var row = head; row < end; row++)
            Row(row, columns);
        return end;
    }

    private List<TableColumn> Columns(int first, int end)
    {
        var caption = Enumerable
            .Range(Math.Max(0, first - CaptionLines), Math.Min(first, CaptionLines))
            .Reverse()
            .Select(line => TableColumn.UnitIn(Glyphs.Plain(lines[line])))
            .FirstOrDefault(unit => unit is not null);
        var heads = Enumerable
            .Range(first, end - first)
            .Select(line => CellsOf(lines[line]).ConvertAll(cell => lines[line][cell.Start..cell.End]))
            .ToList();
        var widest = heads.MaxBy(cells => cells.Count)!;
        var titles = widest
            .Select((_, at) => string.Join(' ', heads.Where(cells => cells.Count == widest.Count).Select(cells => cells[at])))
            .ToList();
        List<TableColumn> columns =
        [
            .. titles.Select(title => TableColumn.Of(title, caption, new TimeScanner(Glyphs.Plain(title), print))),
        ];
        // A rank or change without a day of its own is of the first day that the head names.
        var timed = columns.Find(column => column.Time is not null);
        return columns.ConvertAll(column =>
            column.Time is null ? column with { Time = timed?.Time, TimeHead = timed?.Head } : column with { TimeHead = column.Head }
        );
    }

    private void Row(int row, List<TableColumn> columns)
    {
        var line = lines[row];
        var cells = CellsOf(line);
        var shift = columns.Count - cells.Count;
        for (var at = 0; at < cells.Count; at++)
        {
            if (Number(line, cells[at]) is not { } number || at + shift < 0)
                continue;
            var column = columns[at + shift];
            var span = new Span(number.Start, number.End);
            if (column.Head.Contains("序号") || column.Head.Contains("编号"))
                continue;
            if ((number.Unit ?? column.Unit) is not { } unit)
            {
                refused.Add(new(row + 1, span, line[span.Start..span.End], "neither the head of its column nor the caption names a unit"));
                continue;
            }
            figures.Add(
                new()
                {
                    Line = row + 1,
                    InLine = span,
                    Printed = line[span.Start..span.End],
                    Number = number.Unit is null ? Hedges.Scaled(number.Number, column.Multiplier) : number.Number,
                    Unit = unit.Word,
                    UnitCode = unit.Code,
                    Multiplier = number.Unit is null ? Math.Max(column.Multiplier, number.Multiplier) : number.Multiplier,
                    Measure = column.Measure,
                    Comparison = column.Comparison is { } kind ? new(kind, column.Head) : null,
                    Period = column.Time is { } time ? new(column.TimeHead!, time.First, time.Last, false) : null,
                    Head = column.Head,
                    Rule = FigureRule.Cell,
                }
            );
        }
    }

    /// <summary>A cell that is a number, with or without a unit, and nothing else.</summary>
    private static ScannedQuantity? Number(string line, Span cell)
    {
        var plain = Glyphs.Plain(line[cell.Start..cell.End]);
        var at = 0;
        while (at < plain.Length && plain[at] is '↑' or '↓' or '▲' or '▼')
            at++;
        if (at == plain.Length || !(Glyphs.IsDigit(plain[at]) || plain[at] is '-' or '+'))
            return null;
        if (!QuantityScanner.TryRead(plain, at, out var quantity) || quantity.End != plain.Length)
            return null;
        var isDown = plain[0] is '↓' or '▼' && quantity.Number > 0;
        return quantity with { Start = cell.Start + quantity.Start, End = cell.End, Number = isDown ? -quantity.Number : quantity.Number };
    }

    /// <summary>Where the cells of a line stand, without the blanks around them.</summary>
    internal static List<Span> CellsOf(string line)
    {
        List<Span> cells = [];
        var start = 0;
        for (var at = 0; at <= line.Length; at++)
        {
            var isGap =
                at == line.Length
                || line[at] == '\t'
                || (line[at] is ' ' or '\u3000' && at + 1 < line.Length && line[at + 1] is ' ' or '\u3000');
            if (!isGap)
                continue;
            var (from, to) = (start, at);
            while (from < to && char.IsWhiteSpace(line[from]))
                from++;
            while (to > from && char.IsWhiteSpace(line[to - 1]))
                to--;
            if (to > from)
                cells.Add(new(from, to));
            while (at + 1 < line.Length && line[at + 1] is ' ' or '\u3000')
                at++;
            start = at + 1;
        }
        return cells;
    }
}
