using System.Globalization;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// What no text of a seed holds, whatever it is for: more characters than can be read at a glance, and ones that nobody sees or that all
/// see differently.
/// </summary>
internal static class SeedCharacters
{
    /// <summary>The longest text, in UTF-16 code units: that of an id.</summary>
    public const int MaxLength = NodeId.MaxLength;

    /// <summary>How much of a text a message repeats.</summary>
    private const int MaxShown = 40;

    /// <summary>What is wrong with a text and what is allowed; null where nothing is.</summary>
    public static string? FaultOf(string text)
    {
        if (text.Length > MaxLength)
            return string.Create(
                CultureInfo.InvariantCulture,
                $"Found {text.Length} characters that begin with '{Shown(text)}'; allowed are {MaxLength}."
            );
        return UnseenCharacters.FirstIn(text) is var (code, fault)
            ? $"Found '{Shown(text)}', in which {code} stands, {fault}; allowed are characters that are printed."
            : null;
    }

    /// <summary>The beginning of a text for a message.</summary>
    public static string Shown(string text) => UnseenCharacters.Shown(text.Length <= MaxShown ? text : Start(text, MaxShown) + "…");

    /// <summary>The first characters, and no half of one.</summary>
    public static string Start(string text, int length) =>
        text.Length <= length ? text : text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)];
}
