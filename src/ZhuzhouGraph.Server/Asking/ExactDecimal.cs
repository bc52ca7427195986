using System.Globalization;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>Reads decimal numbers as they are written, or not at all: no digit is rounded away.</summary>
internal static class ExactDecimal
{
    /// <summary>How many digits a number may have, leading zeros and the sign apart.</summary>
    public const int MaxDigits = 28;

    /// <summary>The form of such a number, for messages.</summary>
    public const string Form = "A decimal number has at most 28 digits, such as 80, -0.5 or \"1234.50\".";

    /// <summary>The same in Chinese.</summary>
    public const string ChineseForm = "十进制数最多 28 位，例如 80、-0.5、1234.50。";

    /// <summary>The number, or null where the text is none, or is one that would lose a digit.</summary>
    public static decimal? Read(ReadOnlySpan<char> text) =>
        text.Length <= MaxLength
        && IsExact(text)
        && decimal.TryParse(
            text,
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent,
            CultureInfo.InvariantCulture,
            out var number
        )
            ? number
            : null;

    /// <summary>Longer texts are not looked at.</summary>
    private const int MaxLength = 40;

    private static bool IsExact(ReadOnlySpan<char> text)
    {
        var mark = text.IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = 0;
        if (mark >= 0 && !int.TryParse(text[(mark + 1)..], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            return false;
        var point = mantissa.IndexOf('.');
        var (digits, significant) = (0, 0);
        foreach (var character in mantissa)
        {
            if (!char.IsAsciiDigit(character))
                continue;
            if (digits > 0 || character != '0')
                digits++;
            if (character != '0')
                significant = digits;
        }
        var places = (point < 0 ? 0 : mantissa.Length - point - 1) - exponent;
        // What follows the last digit that is not zero may be cut off, and nothing else.
        return digits <= MaxDigits && places - (digits - significant) <= MaxDigits;
    }
}
