using System.Text;
using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>Drafts a table as a table: what its head says of each column, what its rows name, and the cells as printed.</summary>
internal sealed class DraftTable
{
    private static readonly string[] Subjects = ["Place", "Company", "Organization", "Industry", "Product", "Event"];
    private static readonly string[] OfIndicators = ["指标", "项目", "名称"];

    private readonly IssueText _text;
    private readonly PrintedTable _print;
    private readonly DraftNames _names;
    private readonly LocalDate _day;
    private readonly int _label;
    private readonly bool _isOfIndicators;
    private readonly List<DraftRow> _rows;
    private readonly List<(int Number, ReadFigure? Read)> _columns = [];

    /// <param name="lines">The lines of the report, by whose order the table is read.</param>
    public DraftTable(ReadTable table, IReadOnlyList<int> lines, IssueText text, DraftNames names, LocalDate day)
    {
        (_text, _print, _names, _day) = (text, table.Print, names, day);
        Caption = table.Caption is { } caption ? lines[caption - 1] : null;
        Head = [.. Numbers(table.Head, lines)];
        _rows = [.. Numbers(table.Rows, lines).Select(line => new DraftRow(line, text.Line(line), _print))];
        for (var column = 1; column <= _print.Width; column++)
        {
            if (_print.IsOfUnits(column) || _rows.Exists(row => row.IsNumber(column)))
                _columns.Add((column, _rows.Select(row => row.Read(column)).FirstOrDefault(read => read is not null)));
        }
        _label = Enumerable
            .Range(1, Math.Max(1, _print.Width))
            .Where(column => _columns.TrueForAll(other => other.Number != column))
            .DefaultIfEmpty(1)
            .MaxBy(column =>
                _rows.Count(row => SubjectOf(row.Text(column)) is not null || IndicatorOf(row.Text(column), null) is not null)
            );
        var (subjects, indicators) = (
            _rows.Count(row => SubjectOf(row.Text(_label)) is not null),
            _rows.Count(row => IndicatorOf(row.Text(_label), null) is not null)
        );
        _isOfIndicators =
            indicators > subjects
            || (subjects == 0 && OfIndicators.Any(word => _print.HeadOf(_label).Contains(word, StringComparison.Ordinal)));
    }

    public int? Caption { get; }
    public IReadOnlyList<int> Head { get; }
    public IEnumerable<int> Rows => _rows.Select(row => row.Line);

    /// <summary>Whether the line is one of the table's.</summary>
    public bool Holds(int line) => line == Caption || Head.Contains(line) || Rows.Contains(line);

    public void Write(StringBuilder yaml)
    {
        yaml.Append(null, $"- head: {(Head.Count == 1 ? Number(Head[0]) : $"[{string.Join(", ", Head.Select(Number))}]")}\n");
        if (Caption is { } caption)
            yaml.Append(null, $"  caption: {Number(caption)}\n");
        if (_label != 1)
            yaml.Append(null, $"  label: {Number(_label)}\n");
        if (_isOfIndicators)
            yaml.Append(null, $"  about: {YamlWords.Of(AboutAll())}\n");
        yaml.Append("  columns:\n");
        foreach (var (number, read) in _columns)
            yaml.Append(null, $"  - {YamlWords.Map(Column(number, read))}\n");
        yaml.Append("  rows:\n");
        foreach (var row in _rows)
            yaml.Append(null, $"    {Number(row.Line)}: {YamlWords.Map(Row(row))}\n");
    }

    private IEnumerable<(string, string?)> Column(int number, ReadFigure? read)
    {
        yield return ("column", Number(number));
        if (!IsRecorded(number))
        {
            yield return ("reason", _print.IsOfNumbers(number) ? "counts the rows" : "the units");
            yield break;
        }
        var head = DraftWords.Last(_print.HeadOf(number));
        yield return ("measure", read is null ? YamlWords.Of(DraftWords.Todo(head)) : Spelling.Name(read.Measure));
        if (read is null || UnitOfColumn(number) is not null)
            yield return ("unit", YamlWords.Of(UnitOfColumn(number) ?? SeedTodo.For("")));
        if (read is not null && Series.Compared.Contains(read.Measure))
        {
            yield return ("against", DraftComparison.Against(read.Comparison));
            yield return (
                "base",
                read.Comparison?.Recorded is { } kind && ComparisonBase.Needed.Contains(kind) ? YamlWords.Of(DraftWords.Todo(head)) : null
            );
        }
        if (!_isOfIndicators)
            yield return ("of", YamlWords.Of(IndicatorOf(_print.HeadOf(number).Split('(', '（')[0], read) ?? DraftWords.Todo(head)));
        if (read is null)
            yield break;
        yield return ("accumulation", read.Accumulation is Accumulation.Single ? null : Spelling.Name(read.Accumulation));
        yield return ("within", read.Measure is Measure.Rank ? YamlWords.Map(("words", SeedTodo.For(""))) : null);
        yield return ("when", read.Period is { } period ? DraftPeriod.Write(period, _day, out _) : null);
    }

    private IEnumerable<(string, string?)> Row(DraftRow row)
    {
        var label = row.Text(_label);
        var todo = DraftWords.Todo(DraftWords.Last(label));
        if (_isOfIndicators)
            yield return ("of", YamlWords.Of(IndicatorOf(label, row.Level(_columns.Select(column => column.Number))) ?? todo));
        else
            yield return ("about", YamlWords.Of(SubjectOf(label)?.Name ?? todo));
        if (row.Level(_columns.Select(column => column.Number).Where(column => UnitOfColumn(column) is null)) is { } level)
            yield return ("unit", YamlWords.Of(UnitOf(level)));
        yield return ("shift", row.Shift > 0 ? Number(row.Shift) : null);
        var names = _names
            .Known.In(label)
            .Where(name => name is { IsPrinted: true, Entity: not null })
            .Select(name => YamlWords.Of(name.Name))
            .Distinct()
            .ToList();
        yield return ("mentions", names.Count == 0 ? null : $"[{string.Join(", ", names)}]");
        var cells = _columns.Where(column => IsRecorded(column.Number)).Select(column => Cell(row, column.Number));
        yield return ("cells", $"[{string.Join(", ", cells.Select(YamlWords.Of))}]");
    }

    private static string Cell(DraftRow row, int column)
    {
        var printed = row.Text(column);
        return TableCells.IsEmpty(printed) ? "—"
            : row.IsNumber(column) && printed.Length <= SeedDocumentRules.MaxFigure && SeedCharacters.FaultOf(printed) is null ? printed
            : DraftWords.Todo(DraftWords.Last(printed));
    }

    /// <summary>The unit of all amounts of a column; null where it has none, or one in each row.</summary>
    private string? UnitOfColumn(int column)
    {
        var units = _rows
            .Select(row => row.Read(column))
            .OfType<ReadFigure>()
            .Where(HasUnit)
            .Select(UnitOf)
            .Distinct(StringComparer.Ordinal)
            .ToList();
        return units.Count == 1 ? units[0] : null;
    }

    private bool IsRecorded(int column) => !_print.IsOfNumbers(column) && !_print.IsOfUnits(column);

    private static bool HasUnit(ReadFigure read) => read.Measure is Measure.Level or Measure.Change or Measure.Ordinal;

    private static string UnitOf(ReadFigure read)
    {
        var multiplier = read.Multiplier switch
        {
            4 => "万",
            8 => "亿",
            12 => "万亿",
            _ => "",
        };
        return read.DeclaredUnit is null ? SeedTodo.For(multiplier + read.Unit)
            : Units.Find(read.Unit) is null ? multiplier + read.DeclaredUnit.Chinese
            : multiplier + read.Unit;
    }

    private FoundName? SubjectOf(string label) =>
        _names.Known.In(label).FirstOrDefault(name => name.Entity is { } entity && Subjects.Contains(entity.Type.Name));

    private string? IndicatorOf(string words, ReadFigure? read) => _names.Indicators.In(words, read);

    /// <summary>Of whom a table of indicators is: a name in the line above it or in the headline stands for that.</summary>
    private string AboutAll()
    {
        var above = Math.Min(Head[0], Caption ?? Head[0]) - 1;
        return above >= 1 && SubjectOf(_text.Line(above)) is { } named ? named.Name : SeedTodo.For(_names.City?.Name ?? "");
    }

    private static IEnumerable<int> Numbers(LineRange range, IReadOnlyList<int> lines) =>
        Enumerable.Range(range.First, range.Last - range.First + 1).Select(row => lines[row - 1]);

    private static string Number(int number) => FormattableString.Invariant($"{number}");
}

/// <summary>A row of a table with its cells by column, from 1.</summary>
internal sealed class DraftRow(int line, string text, PrintedTable print)
{
    private readonly IReadOnlyList<Span> _cells = TableCells.Of(text);

    public int Line => line;

    /// <summary>By how many columns its cells stand too far left.</summary>
    public int Shift => Math.Max(0, print.Width - _cells.Count);

    public string Text(int column) => At(column) is { } at ? text[_cells[at].Start.._cells[at].End] : "";

    public bool IsNumber(int column) => TableCells.Number(Text(column)) is not null;

    public ReadFigure? Read(int column) => At(column) is { } at ? print.Read(text, line, _cells, at, column) : null;

    /// <summary>The first amount among the columns.</summary>
    public ReadFigure? Level(IEnumerable<int> columns) =>
        columns.Select(Read).FirstOrDefault(read => read?.Measure is Measure.Level or Measure.Change or Measure.Ordinal);

    private int? At(int column) => column - 1 - Shift is var at && at >= 0 && at < _cells.Count ? at : null;
}
