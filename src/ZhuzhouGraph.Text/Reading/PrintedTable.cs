using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>A table by its head and caption: what they say of the cells of each column.</summary>
public sealed class PrintedTable
{
    private readonly List<TableColumn> _columns;

    /// <param name="heads">The lines of the head; those with fewer cells than the widest say nothing of columns.</param>
    /// <param name="caption">The line that may name the unit of all cells, or null.</param>
    /// <param name="print">The day of print.</param>
    public PrintedTable(IReadOnlyList<string> heads, string? caption, LocalDate print)
    {
        var unit = caption is null ? null : TableColumn.UnitIn(Glyphs.Plain(caption));
        var rows = heads.Select(line => TableCells.Of(line).Select(cell => line[cell.Start..cell.End]).ToList()).ToList();
        var widest = rows.MaxBy(cells => cells.Count) ?? [];
        var columns = widest
            .Select((_, at) => string.Join(' ', rows.Where(cells => cells.Count == widest.Count).Select(cells => cells[at])).Trim())
            .Select(title => TableColumn.Of(title, unit, new TimeScanner(Glyphs.Plain(title), print)))
            .ToList();
        // A rank or change without a day of its own is of the first day that the head names.
        var timed = columns.Find(column => column.Time is not null);
        _columns = columns.ConvertAll(column =>
            column.Time is not null || timed is null
                ? column
                : column with
                {
                    Time = timed.Time,
                    TimeWords = timed.TimeWords,
                    IsTimeBorrowed = true,
                }
        );
    }

    /// <summary>How many columns the head has.</summary>
    public int Width => _columns.Count;

    /// <summary>The head of a column, from 1; empty where there is none.</summary>
    public string HeadOf(int column) => column >= 1 && column <= Width ? _columns[column - 1].Head : "";

    /// <summary>Whether the column, from 1, only counts the rows.</summary>
    public bool IsOfNumbers(int column) => _columns[column - 1].IsOfNumbers;

    /// <summary>Whether the column, from 1, names the units of the rows.</summary>
    public bool IsOfUnits(int column) => _columns[column - 1].IsOfUnits;

    /// <summary>What a cell says by its head; null where it is no number, or nothing names its unit.</summary>
    /// <param name="line">The row.</param>
    /// <param name="number">Its number in the text, from 1.</param>
    /// <param name="cells">Where its cells stand.</param>
    /// <param name="at">Which of them it is, from 0.</param>
    /// <param name="column">In which column it stands, from 1.</param>
    public ReadFigure? Read(string line, int number, IReadOnlyList<Span> cells, int at, int column)
    {
        if (column < 1 || column > Width || TableCells.Scan(line[cells[at].Start..cells[at].End]) is not { } quantity)
            return null;
        var head = _columns[column - 1];
        var (unit, multiplier) = head.HasOwnUnit ? (head.Unit, head.Multiplier) : OfRow(line, cells) ?? (head.Unit, head.Multiplier);
        if ((quantity.Unit ?? unit) is not { } word)
            return null;
        var span = new Span(cells[at].Start + quantity.Start, cells[at].End);
        var isOwn = quantity.Unit is not null;
        return new()
        {
            Line = number,
            InLine = span,
            Printed = line[span.Start..span.End],
            Number = isOwn ? quantity.Number : Hedges.Scaled(quantity.Number, multiplier),
            Unit = word.Word,
            UnitCode = word.Code,
            Multiplier = isOwn ? quantity.Multiplier : Math.Max(multiplier, quantity.Multiplier),
            Measure = head.Measure,
            Comparison = head.Comparison is { } kind ? new(kind, head.Head, IsInferred: !head.IsComparisonStated) : null,
            Period = head.Time is { } time ? new(head.TimeWords!, time.First, time.Last, head.IsTimeBorrowed) : null,
            Accumulation =
                head.IsCumulative && head.Measure is Measure.Level or Measure.Change or Measure.RateOfChange
                    ? Accumulation.Cumulative
                    : Accumulation.Single,
            Head = head.Head,
            Rule = FigureRule.Cell,
        };
    }

    /// <summary>The unit that a row names for itself: in a column of units, or behind what its first words name.</summary>
    private (PrintedUnit? Unit, int Multiplier)? OfRow(string line, IReadOnlyList<Span> cells)
    {
        var units = _columns.FindIndex(column => column.IsOfUnits) - (Width - cells.Count);
        if (units >= 0 && units < cells.Count && _columns.Exists(column => column.IsOfUnits))
            return TableColumn.UnitIn($"({Glyphs.Plain(line[cells[units].Start..cells[units].End])})");
        var label = cells.FirstOrDefault(cell => cell.End > cell.Start);
        return label is null ? null : TableColumn.UnitIn(Glyphs.Plain(line[label.Start..label.End]));
    }
}
