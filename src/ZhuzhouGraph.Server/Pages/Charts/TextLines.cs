using System.Globalization;
using System.Text;

namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>Text broken into lines for a picture, where nothing breaks it: by its width, a Chinese character being two wide.</summary>
internal static class TextLines
{
    /// <param name="width">How wide a line is, in letters.</param>
    /// <param name="most">How many lines there are; the last one ends in … where text is left.</param>
    public static IReadOnlyList<string> Of(string text, int width, int most)
    {
        List<string> lines = [];
        var (line, used) = (new StringBuilder(), 0);
        foreach (var element in Elements(text))
        {
            var wide = element[0] > '\u2E7F' ? 2 : 1;
            if (used + wide > width)
            {
                if (lines.Count == most - 1)
                    return [.. lines, line.Append('…').ToString()];
                lines.Add(line.ToString());
                (line, used) = (new StringBuilder(), 0);
            }
            line.Append(element);
            used += wide;
        }
        return [.. lines, line.ToString()];
    }

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext(); )
            yield return elements.GetTextElement();
    }
}
