using System.Globalization;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>A number that a cell prints.</summary>
/// <param name="Digits">As printed, in half width, without the commas between thousands; a decrease has its sign.</param>
/// <param name="Multiplier">The base-10 exponent that the cell itself prints.</param>
/// <param name="Unit">The unit that the cell itself prints, or null.</param>
public sealed record CellNumber(string Digits, int Multiplier, string? Unit);

/// <summary>The cells of a table's lines, as printed.</summary>
public static class TableCells
{
    private const string NoFigures = "-/.·*";

    /// <summary>
    /// Where the cells of a line stand, without the blanks around them. A line with a tab has a cell between any two, be it empty; another
    /// one has them between full-width blanks or rows of two blanks and more, where an empty one cannot be seen. 合　计 is one word.
    /// </summary>
    public static IReadOnlyList<Span> Of(string line)
    {
        if (line.Contains('\t', StringComparison.Ordinal))
            return OfTabs(line);
        List<Span> cells = [];
        for (var at = 0; at < line.Length; )
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
                at++;
            var start = at;
            while (at < line.Length && !IsGap(line, at))
                at++;
            if (at > start)
                cells.Add(new(start, at));
        }
        if (cells.Count > 2 && IsIdeograph(line, cells[0]) && IsIdeograph(line, cells[1]))
            cells = [new(cells[0].Start, cells[1].End), .. cells[2..]];
        return cells;
    }

    /// <summary>Whether a cell holds no figure: it is empty, or printed as —, - or /.</summary>
    public static bool IsEmpty(string cell) => Glyphs.Plain(cell).All(c => char.IsWhiteSpace(c) || c == '…' || NoFigures.Contains(c));

    /// <summary>The number that a cell prints, with or without a unit and nothing else; null for anything else.</summary>
    public static CellNumber? Number(string cell)
    {
        if (Scan(cell) is not { To: null, Hedge: Hedge.None } quantity)
            return null;
        var digits = string.Concat(
                Glyphs.Plain(cell)[quantity.Start..].TrimStart('-', '+').TakeWhile(c => Glyphs.IsDigit(c) || c is '.' or Glyphs.Thousands)
            )
            .Replace(Glyphs.Thousands.ToString(), "", StringComparison.Ordinal);
        if (
            !decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out _)
            || digits[0] == '.'
            || digits[^1] == '.'
        )
            return null;
        return new(
            $"{(quantity.Number < 0 || Glyphs.Plain(cell)[quantity.Start] == '-' ? "-" : "")}{digits}",
            quantity.Multiplier,
            quantity.Unit?.Word
        );
    }

    /// <summary>A cell that is a number and nothing else; ↓ and ▼ are a minus. Places are of the cell.</summary>
    internal static ScannedQuantity? Scan(string cell)
    {
        var plain = Glyphs.Plain(cell);
        var at = 0;
        while (at < plain.Length && plain[at] is '↑' or '↓' or '▲' or '▼')
            at++;
        if (at == plain.Length || !(Glyphs.IsDigit(plain[at]) || plain[at] is '-' or '+'))
            return null;
        if (!QuantityScanner.TryRead(plain, at, out var quantity) || quantity.End != plain.Length)
            return null;
        return plain[0] is '↓' or '▼' && quantity.Number > 0 ? quantity with { Number = -quantity.Number } : quantity;
    }

    private static List<Span> OfTabs(string line)
    {
        List<Span> cells = [];
        for (var start = 0; start <= line.Length; )
        {
            var end = line.IndexOf('\t', start);
            var (from, to) = (start, end < 0 ? line.Length : end);
            start = to + 1;
            while (from < to && char.IsWhiteSpace(line[from]))
                from++;
            while (to > from && char.IsWhiteSpace(line[to - 1]))
                to--;
            cells.Add(new(from, to));
        }
        return cells;
    }

    private static bool IsGap(string line, int at) =>
        line[at] == '\u3000' || (char.IsWhiteSpace(line[at]) && (at + 1 == line.Length || char.IsWhiteSpace(line[at + 1])));

    private static bool IsIdeograph(string line, Span cell) =>
        cell.End - cell.Start == 1 && line[cell.Start] is >= '\u4E00' and <= '\u9FFF';
}
