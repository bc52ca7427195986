using System.Globalization;
using System.Text.RegularExpressions;

namespace ZhuzhouGraph;

/// <summary>
/// A place in an issue's text: line and sentence, both from 1. <c>17.1</c> is the first sentence of line 17; <c>93.5-95.1</c> joins
/// what a page break cut. Ordered by place.
/// </summary>
/// <param name="Line">The line where it starts.</param>
/// <param name="Sentence">The sentence of that line.</param>
/// <param name="EndLine">The line where it ends; equal to <paramref name="Line"/> for one sentence.</param>
/// <param name="EndSentence">The sentence where it ends, inclusive.</param>
public sealed partial record Address(int Line, int Sentence, int EndLine, int EndSentence) : IComparable<Address>
{
    public Address(int line, int sentence)
        : this(line, sentence, line, sentence)
    {
    }

    /// <summary>A text key that sorts by place, code point by code point.</summary>
    public string SortKey => string.Create(CultureInfo.InvariantCulture, $"{Line:D6}.{Sentence:D4}-{EndLine:D6}.{EndSentence:D4}");

    /// <summary>Reads <c>17.1</c> or <c>93.5-95.1</c>; null for anything else, for zeros and for an end before the start.</summary>
    public static Address? Parse(string text)
    {
        var match = Form().Match(text);
        if (!match.Success)
            return null;
        var line = Number("line");
        var sentence = Number("sentence");
        var address = match.Groups["endLine"].Success
            ? new Address(line, sentence, Number("endLine"), Number("endSentence"))
            : new Address(line, sentence);
        var ordered = (address.EndLine, address.EndSentence).CompareTo((line, sentence)) >= 0;
        return line > 0 && sentence > 0 && address.EndSentence > 0 && ordered ? address : null;

        int Number(string group) => int.Parse(match.Groups[group].ValueSpan, CultureInfo.InvariantCulture);
    }

    public int CompareTo(Address? other) => other is null ? 1 : string.CompareOrdinal(SortKey, other.SortKey);

    public override string ToString() => (EndLine, EndSentence) == (Line, Sentence)
        ? string.Create(CultureInfo.InvariantCulture, $"{Line}.{Sentence}")
        : string.Create(CultureInfo.InvariantCulture, $"{Line}.{Sentence}-{EndLine}.{EndSentence}");

    [GeneratedRegex(@"^(?<line>[0-9]{1,6})\.(?<sentence>[0-9]{1,4})(-(?<endLine>[0-9]{1,6})\.(?<endSentence>[0-9]{1,4}))?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Form();
}
