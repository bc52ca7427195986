using System.Globalization;
using System.Text;

namespace ZhuzhouGraph;

/// <summary>
/// Characters that nobody sees and that change what is seen: controls, marks of direction and other format characters, separators of lines,
/// halves of surrogate pairs, and code points that are no characters. What joins letters (U+200C, U+200D) and what chooses among
/// their forms is writing, and none of them.
/// </summary>
public static class UnseenCharacters
{
    /// <summary>The first one, such as <c>U+202E</c>; null where there is none.</summary>
    public static string? FirstIn(string text)
    {
        foreach (var (code, _) in CodesOf(text))
        {
            if (IsUnseen(code))
                return NameOf(code);
        }
        return null;
    }

    /// <summary>The text with the name of each of them in its place, so that no terminal obeys it.</summary>
    public static string Shown(string text)
    {
        if (FirstIn(text) is null)
            return text;
        var shown = new StringBuilder(text.Length);
        foreach (var (code, units) in CodesOf(text))
        {
            if (IsUnseen(code))
                shown.Append(NameOf(code));
            else
                shown.Append(units);
        }
        return shown.ToString();
    }

    private static IEnumerable<(int Code, string Units)> CodesOf(string text)
    {
        for (var at = 0; at < text.Length; )
        {
            var length = char.IsSurrogatePair(text, at) ? 2 : 1;
            yield return (length == 2 ? char.ConvertToUtf32(text, at) : text[at], text.Substring(at, length));
            at += length;
        }
    }

    private static bool IsUnseen(int code) =>
        code is not (0x200C or 0x200D)
        && (
            (code & 0xFFFE) == 0xFFFE
            || code is >= 0xFDD0 and <= 0xFDEF
            || CharUnicodeInfo.GetUnicodeCategory(code)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.Surrogate
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
        );

    private static string NameOf(int code) => string.Create(CultureInfo.InvariantCulture, $"U+{code:X4}");
}
