using System.Globalization;

namespace ZhuzhouGraph;

/// <summary>
/// A place in an issue's text: line and sentence, both from 1. <c>17.1</c> is the first sentence of line 17; <c>93.5-95.1</c> joins
/// what a page break cut; <c>17.1:3</c> is the third column of a table's row. Ordered by place.
/// </summary>
/// <param name="Line">The line where it starts.</param>
/// <param name="Sentence">The sentence of that line.</param>
/// <param name="EndLine">The line where it ends; equal to <paramref name="Line"/> for one sentence.</param>
/// <param name="EndSentence">The sentence where it ends, inclusive.</param>
public sealed record Address(int Line, int Sentence, int EndLine, int EndSentence) : IComparable<Address>
{
    public Address(int line, int sentence)
        : this(line, sentence, line, sentence) { }

    /// <summary>The column of the table whose row the line is, from 1; null for sentences.</summary>
    public int? Cell { get; init; }

    /// <summary>A text key that sorts by place, code point by code point; that of a cell is its row's.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{Line:D6}.{Sentence:D4}-{EndLine:D6}.{EndSentence:D4}");

    /// <summary>Reads <c>17.1</c>, <c>93.5-95.1</c> or <c>17.1:3</c>; null for anything else, zeros and an end before the start.</summary>
    public static Address? Parse(string text)
    {
        var rest = text.AsSpan();
        if (Place(ref rest) is not { } start)
            return null;
        if (rest.IsEmpty)
            return new Address(start.Line, start.Sentence);
        if (Take(ref rest, ':'))
            return Number(ref rest, 4) is { } cell && rest.IsEmpty ? new Address(start.Line, start.Sentence) { Cell = cell } : null;
        return Take(ref rest, '-') && Place(ref rest) is { } end && rest.IsEmpty && end.CompareTo(start) >= 0
            ? new Address(start.Line, start.Sentence, end.Line, end.Sentence)
            : null;
    }

    /// <summary>Takes a line of at most six digits and a sentence of at most four from the beginning.</summary>
    private static (int Line, int Sentence)? Place(ref ReadOnlySpan<char> rest) =>
        Number(ref rest, 6) is { } line && Take(ref rest, '.') && Number(ref rest, 4) is { } sentence ? (line, sentence) : null;

    private static int? Number(ref ReadOnlySpan<char> rest, int most)
    {
        var (digits, number) = (0, 0);
        for (; digits < rest.Length && digits < most && char.IsAsciiDigit(rest[digits]); digits++)
            number = (number * 10) + (rest[digits] - '0');
        rest = rest[digits..];
        return number > 0 ? number : null;
    }

    private static bool Take(ref ReadOnlySpan<char> rest, char expected)
    {
        if (rest.IsEmpty || rest[0] != expected)
            return false;
        rest = rest[1..];
        return true;
    }

    public int CompareTo(Address? other) =>
        other is null ? 1
        : string.CompareOrdinal(SortKey, other.SortKey) is not 0 and var order ? order
        : Nullable.Compare(Cell, other.Cell);

    public override string ToString() =>
        (EndLine, EndSentence) == (Line, Sentence)
            ? string.Create(CultureInfo.InvariantCulture, $"{Line}.{Sentence}{(Cell is null ? "" : ":")}{Cell}")
            : string.Create(CultureInfo.InvariantCulture, $"{Line}.{Sentence}-{EndLine}.{EndSentence}");
}
