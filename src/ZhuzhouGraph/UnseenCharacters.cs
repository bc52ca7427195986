using System.Globalization;
using System.Text;

namespace ZhuzhouGraph;

/// <summary>
/// Characters that nobody sees or that all see differently, and that change what is seen: controls, marks of direction and other format
/// characters, separators of lines, blanks that count as letters, selectors of forms, halves of surrogate pairs, code points of private
/// use and without a meaning, and marks on nothing or heaped on one letter. What joins letters (U+200C, U+200D) is writing, and none of
/// them.
/// </summary>
public static class UnseenCharacters
{
    /// <summary>How many marks one letter carries: Vietnamese needs two, and notation of sounds four.</summary>
    private const int MaxDiacritics = 4;

    /// <summary>The same with the vowels and joined consonants of a script of its own: Burmese needs five, Tibetan eight.</summary>
    private const int MaxMarks = 8;

    private const string Unseen = "which nobody sees";

    /// <summary>The first one, such as <c>U+202E</c>, and what is wrong with it ("which nobody sees"); null where there is none.</summary>
    public static (string Code, string Fault)? FirstIn(string text)
    {
        foreach (var (code, _, fault) in CodesOf(text))
        {
            if (fault is not null)
                return (NameOf(code), fault);
        }
        return null;
    }

    /// <summary>
    /// The text with the name of each of them in its place, so that no terminal obeys it, and with the names of what is writing and is not
    /// seen: of what joins letters and what chooses among Mongolian ones. Showing it again changes nothing.
    /// </summary>
    public static string Shown(string text)
    {
        var shown = new StringBuilder(text.Length);
        foreach (var (code, units, fault) in CodesOf(text))
        {
            if (fault is not null || IsJoiner(code) || IsSelector(code, carrier: 0))
                shown.Append(NameOf(code));
            else
                shown.Append(units);
        }
        return shown.ToString();
    }

    private static IEnumerable<(int Code, string Units, string? Fault)> CodesOf(string text)
    {
        // The character that marks stand on, 0 where they would stand on nothing, and how many it has.
        var (carrier, marks) = (0, 0);
        for (var at = 0; at < text.Length; )
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            var code = length == 2 ? char.ConvertToUtf32(text, at) : text[at];
            var category = CharUnicodeInfo.GetUnicodeCategory(code);
            if (IsMark(category))
                marks++;
            else if (!IsJoiner(code))
                (carrier, marks) = (CarriesMarks(code, category) ? code : 0, 0);
            yield return (code, text.Substring(at, length), FaultOf(code, category, carrier, marks));
            at += length;
        }
    }

    private static string? FaultOf(int code, UnicodeCategory category, int carrier, int marks) =>
        true switch
        {
            _ when IsJoiner(code) => null,
            _ when IsBlank(code) || IsSelector(code, carrier) || IsNone(code) => Unseen,
            _ when IsMark(category) && carrier == 0 => "a mark on no letter",
            _ when IsMark(category) && marks > MaxDiacritics && IsDiacritic(code) => $"the mark after {MaxDiacritics} on one letter",
            _ when IsMark(category) && marks > MaxMarks => $"the mark after {MaxMarks} on one letter",
            _ when IsIdeograph(code) => null,
            _ => category switch
            {
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator => Unseen,
                UnicodeCategory.PrivateUse => "which looks different on every machine",
                UnicodeCategory.OtherNotAssigned => "which is no character yet",
                _ => null,
            },
        };

    /// <summary>What joins letters, or keeps them from it.</summary>
    private static bool IsJoiner(int code) => code is 0x200C or 0x200D;

    /// <summary>Letters, marks and symbols that are blank: fillers, the joiner of graphemes, unwritten vowels, blank patterns.</summary>
    private static bool IsBlank(int code) =>
        code
            is 0x034F
                or 0x115F
                or 0x1160
                or 0x17B4
                or 0x17B5
                or 0x2800
                or 0x3164
                or 0xFFA0
                or 0xFFFC
                or 0x13441
                or 0x13442
                or 0x16FE4
                or 0x1D159;

    /// <summary>What chooses among forms of a character. Those of Mongolian are how its letters are spelt, and no fault there.</summary>
    private static bool IsSelector(int code, int carrier) =>
        code is (>= 0xFE00 and <= 0xFE0F) or (>= 0xE0100 and <= 0xE01EF)
        || (code is (>= 0x180B and <= 0x180D) or 0x180F && carrier is not (>= 0x1820 and <= 0x18AA));

    /// <summary>Code points that never become characters.</summary>
    private static bool IsNone(int code) => (code & 0xFFFE) == 0xFFFE || code is >= 0xFDD0 and <= 0xFDEF;

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    /// <summary>Marks of no script, which stand on any letter.</summary>
    private static bool IsDiacritic(int code) =>
        code
            is (>= 0x0300 and <= 0x036F)
                or (>= 0x1AB0 and <= 0x1AFF)
                or (>= 0x1DC0 and <= 0x1DFF)
                or (>= 0x20D0 and <= 0x20FF)
                or (>= 0xFE20 and <= 0xFE2F);

    /// <summary>Letters, numbers, symbols, and what stands on a key. White space and quotation marks carry none.</summary>
    private static bool CarriesMarks(int code, UnicodeCategory category) =>
        category
            is UnicodeCategory.UppercaseLetter
                or UnicodeCategory.LowercaseLetter
                or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter
                or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber
                or UnicodeCategory.LetterNumber
                or UnicodeCategory.OtherNumber
                or UnicodeCategory.MathSymbol
                or UnicodeCategory.CurrencySymbol
                or UnicodeCategory.ModifierSymbol
                or UnicodeCategory.OtherSymbol
        || code is '#' or '*';

    /// <summary>The blocks of CJK extensions: a Unicode newer than the runtime's has ideographs where this one has none.</summary>
    private static bool IsIdeograph(int code) => code is (>= 0x20000 and <= 0x2EE5F) or (>= 0x30000 and <= 0x3347F);

    private static string NameOf(int code) => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");
}
