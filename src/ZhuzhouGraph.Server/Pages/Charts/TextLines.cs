using System.Globalization;

namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>
/// Text broken into lines for a picture, where nothing breaks it: by its width, a Chinese character being two wide, between words, and
/// inside one only where it is longer than a line.
/// </summary>
internal static class TextLines
{
    /// <param name="width">How wide a line is, in letters.</param>
    /// <param name="most">How many lines there are; the last one ends in … where text is left.</param>
    public static IReadOnlyList<string> Of(string text, int width, int most)
    {
        List<string> lines = [];
        var (line, used) = (new List<string>(), 0);
        foreach (var element in Elements(text))
        {
            if (used + WidthOf(element) > width)
            {
                // The word that does not fit goes on with the next line.
                var kept = element == " " || IsWide(element) ? line.Count : EndOfWords(line);
                if (lines.Count == most - 1)
                    return [.. lines, Joined(line.Take(kept)) + "…"];
                lines.Add(Joined(line.Take(kept)));
                line = [.. line.Skip(kept)];
                used = line.Sum(WidthOf);
            }
            if (element == " " && line.Count == 0 && lines.Count > 0)
                continue;
            line.Add(element);
            used += WidthOf(element);
        }
        return [.. lines, Joined(line)];
    }

    /// <summary>How much of a line stands before its last word; all of it, where it is one word.</summary>
    private static int EndOfWords(List<string> line)
    {
        for (var at = line.Count; at > 0; at--)
            if (line[at - 1] == " " || IsWide(line[at - 1]))
                return at;
        return line.Count;
    }

    private static string Joined(IEnumerable<string> line) => string.Concat(line).TrimEnd();

    private static bool IsWide(string element) => element[0] > '\u2E7F';

    private static int WidthOf(string element) => IsWide(element) ? 2 : 1;

    private static IEnumerable<string> Elements(string text)
    {
        for (var elements = StringInfo.GetTextElementEnumerator(text); elements.MoveNext(); )
            yield return elements.GetTextElement();
    }
}
