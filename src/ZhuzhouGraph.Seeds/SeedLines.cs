using System.Globalization;

namespace ZhuzhouGraph.Seeds;

/// <summary>Line ranges as seeds write them.</summary>
internal static class SeedLines
{
    /// <summary>No text has more lines; rules count them one by one.</summary>
    public const int Max = 1_000_000;

    /// <summary>True for the number of a line that a text may have.</summary>
    public static bool IsLine(string text) => SeedDocumentRules.IsNumber(text) && Number(text) <= Max;

    /// <summary>Reads <c>7</c> or <c>7-18</c>; null for anything else.</summary>
    public static LineRange? Parse(string text)
    {
        var ends = text.Split('-');
        if (ends.Length > 2 || !ends.All(IsLine))
            return null;
        var range = new LineRange(Number(ends[0]), Number(ends[^1]));
        return range.First <= range.Last ? range : null;
    }

    public static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
