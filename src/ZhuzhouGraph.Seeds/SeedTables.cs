using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Turns tables into the items that their rows are: each cell becomes a figure that has what table, column and row say. Cells are those of
/// the seed or, where it has none, those of the text.
/// </summary>
internal static class SeedTables
{
    /// <summary>The source with the rows of its tables among the facts.</summary>
    public static SeedSource Expand(SeedSource source, SeedTexts texts)
    {
        List<Problem> problems = [];
        var issues = source
            .Issues.Select(issue => issue with { Articles = [.. issue.Articles.Select(article => Of(issue, article))] })
            .ToList();
        return source with { Issues = issues, TableProblems = [.. problems.Distinct()] };

        SeedArticle Of(SeedIssue issue, SeedArticle article)
        {
            if (article.Tables.Count == 0)
                return article;
            var text = issue.Sha256 is { } hash ? texts.Find(hash.Value) : null;
            return article with
            {
                Facts =
                [
                    .. article.Facts,
                    .. article.Tables.SelectMany(
                        (table, index) => new SeedTableRows(issue, article, table, $"tables[{index}]", text, problems).Items()
                    ),
                ],
            };
        }
    }
}

/// <summary>The rows of one table.</summary>
internal sealed class SeedTableRows
{
    private readonly SeedTable _table;
    private readonly string _path;
    private readonly IssueText? _text;
    private readonly List<Problem> _problems;
    private readonly PrintedTable? _print;
    private readonly IReadOnlyList<LineRange> _lines;
    private readonly int _width;
    private readonly bool _isOfIndicators;
    private readonly IReadOnlyList<SeedColumn> _columns;
    private int? _label;

    public SeedTableRows(SeedIssue issue, SeedArticle article, SeedTable table, string path, IssueText? text, List<Problem> problems)
    {
        (_table, _path, _text, _problems) = (table, path, text, problems);
        var ranges = issue.Lines.GetValueOrDefault(article.Key[(issue.Folder.Length + 1)..]).Ranges ?? [];
        _lines = [.. ranges.Select(range => SeedLines.Parse(range.Value)).OfType<LineRange>()];
        _isOfIndicators =
            table.Shared.Of.Count == 0 && table.Columns.All(column => column.Reason is not null || column.Shared.Of.Count == 0);
        _columns = Columns();
        _label = table.Label is null ? 1 : NumberOf(table.Label, "a column, from 1");
        var head = Head();
        if (text is not null && head.Count > 0 && SeedBinder.DateOf(issue) is { } date)
            _print = new([.. head.Select(text.Line)], Line(table.Caption) is { } caption ? text.Line(caption) : null, date);
        _width = text is null
            ? 0
            : head.Concat(table.Rows.Select(row => RowLine(row)).OfType<int>())
                .Select(line => TableCells.Of(text.Line(line)).Count)
                .DefaultIfEmpty()
                .Max();
    }

    public IEnumerable<SeedItem> Items()
    {
        if (_table.Rows.Count == 0 || _table.Columns.Count == 0)
            Fail(
                ProblemCodes.Missing,
                _table.Location,
                "A table needs 'columns', what its head says of each, and 'rows', what each line is of."
            );
        if (_table.IsLeft)
            yield break;
        foreach (var row in _table.Rows.Where(row => !row.IsLeft))
        {
            if (RowLine(row) is { } line)
                yield return Row(row, line);
            else
                Fail(
                    ProblemCodes.InvalidAddress,
                    row.Line.Location,
                    $"Found the row '{row.Line.Value}'; allowed is a line of the article, which has " + $"{Lines}."
                );
        }
    }

    private List<SeedColumn> Columns()
    {
        List<SeedColumn> columns = [];
        foreach (var column in _table.Columns.Where(column => column.Column is not null))
        {
            if (NumberOf(column.Column, "a column, from 1") is not { } number)
                continue;
            if (columns.Exists(other => SeedLines.Number(other.Column!.Value) == number))
                Fail(ProblemCodes.Duplicate, column.Location, $"Found column {number} a second time; allowed is each column once.");
            else
                columns.Add(column);
            if (column.Reason is not null || column.IsLeft)
                continue;
            if (column.Measure is null)
                Fail(
                    ProblemCodes.Missing,
                    column.Location,
                    $"Column {number} has no 'measure': {string.Join(", ", Spelling.NamesOf<Measure>())}; or 'reason', why not."
                );
            else if (Spelling.Parse<Measure>(column.Measure.Value) is null)
                Fail(
                    ProblemCodes.InvalidValue,
                    column.Measure.Location,
                    SeedDocumentRules.NotAmong(column.Measure.Value, [.. Spelling.NamesOf<Measure>()])
                );
        }
        return columns;
    }

    private List<int> Head()
    {
        List<int> given = [.. _table.Head.Select(line => Line(line)).OfType<int>()];
        if (_table.Head.Count > 0)
            return given;
        var above = _table
            .Rows.Select(row => SeedLines.IsLine(row.Line.Value) ? SeedLines.Number(row.Line.Value) - 1 : 0)
            .DefaultIfEmpty()
            .Min();
        return Holds(above) ? [above] : [];
    }

    private SeedItem Row(SeedRow row, int line)
    {
        var fields = _text is null ? null : TableCells.Of(_text.Line(line));
        var shift = row.Shift is null ? 0 : NumberOf(row.Shift, "by how many columns, from 1") ?? 0;
        var item = new SeedItem(row.Location) { At = new(FormattableString.Invariant($"{line}.1"), row.Location), Mentions = row.Mentions };
        if (fields is not null && !_text!.Line(line).Contains('\t', StringComparison.Ordinal) && fields.Count + shift != _width)
        {
            Fail(
                ProblemCodes.InvalidAddress,
                row.Location,
                $"Found {fields.Count} cells in line {line} of a table with {_width} columns; allowed are as many, or 'shift' by how many "
                    + "columns they stand too far left. Between blanks an empty cell cannot be seen: record such a row under "
                    + "'facts'."
            );
            return item;
        }
        var recorded = _columns.Where(column => column.Reason is null).ToList();
        if (row.Cells.Count > 0 && row.Cells.Count != recorded.Count)
        {
            Fail(
                ProblemCodes.InvalidValue,
                row.Cells[0].Location,
                $"Found {row.Cells.Count} cells for line {line}; allowed are {recorded.Count}, one for each column of figures "
                    + $"({string.Join(", ", recorded.Select(column => column.Column!.Value))}), and — where it has none."
            );
            return item;
        }
        if (fields is null && row.Cells.Count == 0)
        {
            Fail(
                ProblemCodes.Missing,
                row.Location,
                $"'cells' is missing for line {line}, whose text is not at hand (--texts); allowed is [12.3, 4.5, …] as printed."
            );
            return item;
        }
        var label = LabelOf(row, line, fields, shift);
        return item with
        {
            Figures = [.. recorded.Select((column, index) => Cell(row, line, column, index, fields, shift, label)).OfType<SeedFigure>()],
        };
    }

    private string? LabelOf(SeedRow row, int line, IReadOnlyList<Span>? fields, int shift)
    {
        if (fields is null || _label is not { } column)
            return null;
        var at = column - shift;
        if (at < 1 || at > fields.Count)
        {
            if (at > fields.Count)
                Fail(
                    ProblemCodes.InvalidAddress,
                    _table.Label?.Location ?? _table.Location,
                    $"Found column {column} for the labels; line {line} has {fields.Count} cells."
                );
            return null;
        }
        var printed = _text!.Line(line)[fields[at - 1].Start..fields[at - 1].End];
        if (row.Label is { } label && Folding.Fold(label.Value) != Folding.Fold(printed))
            Fail(
                ProblemCodes.NotPrinted,
                label.Location,
                $"Found the label '{label.Value}'; column {column} of line {line} prints '{SeedCharacters.Shown(printed)}'."
            );
        return printed.Length == 0 ? null : printed;
    }

    private SeedFigure? Cell(SeedRow row, int line, SeedColumn column, int index, IReadOnlyList<Span>? fields, int shift, string? label)
    {
        var number = SeedLines.Number(column.Column!.Value);
        var where = row.Location with { Field = FormattableString.Invariant($"{_path}.rows.{row.Line.Value}.{number}") };
        var at = number - shift;
        if (fields is not null && (at < 1 || at > fields.Count))
        {
            Fail(ProblemCodes.InvalidAddress, where, $"Found column {number} for line {line}, which has {fields.Count + shift} columns.");
            return null;
        }
        var there = fields is null ? null : _text!.Line(line)[fields[at - 1].Start..fields[at - 1].End];
        var given = row.Cells.Count > 0 ? row.Cells[index].Value : null;
        if (there is not null && given is not null && !IsSame(given, there))
        {
            Fail(
                ProblemCodes.NotPrinted,
                row.Cells[index].Location,
                $"Found '{given}' for column {number} of line {line}, which prints '{SeedCharacters.Shown(there)}'."
            );
            return null;
        }
        var printed = given ?? there!;
        if (
            TableCells.IsEmpty(printed)
            || column.IsLeft
            || column.Measure is null
            || Spelling.Parse<Measure>(column.Measure.Value) is not { } measure
        )
            return null;
        if (TableCells.Number(printed) is not { } value)
        {
            Fail(
                ProblemCodes.InvalidQuantity,
                where,
                $"Found '{Short(printed)}' in column {number} of line {line}, "
                    + "which is no number; allowed are a number, an empty cell and —."
            );
            return null;
        }
        var written = SeedUnit.Of(measure) is { } own
            ? new SeedText(own, column.Measure.Location)
            : row.Unit ?? column.Unit ?? _table.Unit ?? (value.Unit is { } unit ? new(unit, where) : null);
        if (written is null)
        {
            Fail(
                ProblemCodes.Missing,
                column.Location,
                $"Column {number} has no 'unit', here, in the row or in the table: as head, row or caption print it, such as 亿元."
            );
            return null;
        }
        var units = SeedUnit.Of(written.Value);
        var quantity = units.Quantity(value);
        var read = fields is null || at < 1 ? null : _print?.Read(_text!.Line(line), line, fields, at - 1, number);
        return Merged(row, column) with
        {
            Location = where,
            Figure = new(printed, where),
            Measures = [(measure, new(quantity, where))],
            Cell = new(number, at, value.Unit is null ? quantity.Replace(" ", "", StringComparison.Ordinal) : printed, column.Location, row)
            {
                Read = read,
                Label = label,
            },
        };
    }

    /// <summary>What the row says, else the column, else the table.</summary>
    private SeedFigure Merged(SeedRow row, SeedColumn column)
    {
        var (r, c, t) = (row.Shared ?? new(row.Location), column.Shared, _table.Shared);
        IReadOnlyList<SeedText> name = row.Name is { } one ? [one] : [];
        var (of, about) = _isOfIndicators ? (name, (IReadOnlyList<SeedText>)[]) : ([], name);
        return new SeedFigure(row.Location)
        {
            Of = First(of, r.Of, c.Of, t.Of),
            About = First(about, r.About, c.About, t.About),
            Against = r.Against ?? c.Against ?? t.Against,
            Base = r.Base ?? c.Base ?? t.Base,
            Breakdown = [.. r.Breakdown, .. c.Breakdown, .. t.Breakdown],
            Accumulation = r.Accumulation ?? c.Accumulation ?? t.Accumulation,
            Frequency = r.Frequency ?? c.Frequency ?? t.Frequency,
            PriceBasis = r.PriceBasis ?? c.PriceBasis ?? t.PriceBasis,
            ShareOf = r.ShareOf ?? c.ShareOf ?? t.ShareOf,
            Within = r.Within ?? c.Within ?? t.Within,
            Place = r.Place ?? c.Place ?? t.Place,
            By = r.By ?? c.By ?? t.By,
            Capacity = r.Capacity ?? c.Capacity ?? t.Capacity,
            At = r.At ?? c.At ?? t.At,
            Status = r.Status ?? c.Status ?? t.Status,
            When = r.When ?? c.When ?? t.When,
            Reads = [.. r.Reads, .. c.Reads, .. t.Reads],
            Because = r.Because ?? c.Because ?? t.Because,
        };
    }

    private static IReadOnlyList<SeedText> First(params IReadOnlyList<SeedText>[] lists) =>
        lists.FirstOrDefault(list => list.Count > 0) ?? [];

    /// <summary>The same print: widths, dashes and blanks apart.</summary>
    private static bool IsSame(string given, string printed) =>
        (TableCells.IsEmpty(given) && TableCells.IsEmpty(printed)) || Folding.Fold(Dashed(given)) == Folding.Fold(Dashed(printed));

    private static string Dashed(string text) => text.Replace('−', '-').Replace('－', '-').Replace('–', '-').Replace('—', '-');

    private int? RowLine(SeedRow row) =>
        SeedLines.IsLine(row.Line.Value) && Holds(SeedLines.Number(row.Line.Value)) ? SeedLines.Number(row.Line.Value) : null;

    /// <summary>A line of the article; one that it does not have is a problem.</summary>
    private int? Line(SeedText? written)
    {
        if (written is null)
            return null;
        if (SeedLines.IsLine(written.Value) && Holds(SeedLines.Number(written.Value)))
            return SeedLines.Number(written.Value);
        Fail(ProblemCodes.InvalidAddress, written.Location, $"Found line '{written.Value}'; the article's lines are {Lines}.");
        return null;
    }

    /// <summary>Whether the article has that line; of an article without lines its issue tells.</summary>
    private bool Holds(int line) =>
        line >= 1
        && (_lines.Count == 0 || _lines.Any(range => range.First <= line && line <= range.Last))
        && (_text is null || line <= _text.LineCount);

    private int? NumberOf(SeedText? written, string allowed)
    {
        if (written is null)
            return null;
        if (SeedDocumentRules.IsNumber(written.Value) && SeedLines.Number(written.Value) <= MaxColumns)
            return SeedLines.Number(written.Value);
        Fail(ProblemCodes.InvalidValue, written.Location, $"Found '{written.Value}'; allowed is {allowed}, at most {MaxColumns}.");
        return null;
    }

    /// <summary>As many as an address may name.</summary>
    private const int MaxColumns = 999;

    private string Lines => string.Join(", ", _lines.Select(range => $"{range.First}-{range.Last}"));

    /// <summary>The beginning of what is printed, for a message.</summary>
    internal static string Short(string printed) => SeedCharacters.Shown(SeedCharacters.Start(printed, SeedDocumentRules.MaxText));

    private void Fail(string code, Location where, string message) => _problems.Add(new(code, where, message));
}
