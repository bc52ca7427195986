using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.RepresentationModel;

namespace ZhuzhouGraph.Seeds;

/// <summary>A file of seeds that is being read.</summary>
/// <param name="File">Its name in problems.</param>
/// <param name="Lines">Its text.</param>
/// <param name="Problems">Where what is wrong with it is noted.</param>
internal sealed record YamlSource(string File, IReadOnlyList<string> Lines, ICollection<Problem> Problems);

/// <summary>
/// What YAML takes out of a text that stands without quotation marks: words behind <c> #</c>, <c>: </c> and, in braces, a comma. It says
/// nothing of it, or not what to do.
/// </summary>
internal static class YamlQuotes
{
    private const string General =
        "A text that holds ': ', ' #' or, in braces, a comma, and one that begins with a mark, stands in quotation marks: \"…\".";

    /// <summary>What to do about text that is no YAML, by what stands where reading stopped.</summary>
    public static string Hint(IReadOnlyList<string> lines, Mark stopped)
    {
        // A comment swallows the closing brace, and reading stops in a line after it.
        for (var at = (int)stopped.Line; at >= Math.Max(1, stopped.Line - 1); at--)
        {
            var line = at <= lines.Count ? lines[at - 1].Trim() : "";
            if (line.Contains(" #", StringComparison.Ordinal))
                return $"In line {at} ' #' begins a comment. {General}";
            if (line.Split(": ").Length > 2 && !line.Contains('{', StringComparison.Ordinal))
                return $"In line {at} ': ' stands in a text. {General}";
        }
        return General;
    }

    /// <summary>What a plain text has lost to a comment, an anchor or a tag; null where it is whole.</summary>
    public static string? LostWords(YamlScalarNode text, YamlSource source)
    {
        if (text.Style is not ScalarStyle.Plain)
            return null;
        if (!text.Anchor.IsEmpty || !text.Tag.IsEmpty)
            return $"Found '{text.Value}' behind a word that begins with & or !, which YAML keeps for itself. {General}";
        var line = source.Lines[(int)text.End.Line - 1];
        var rest = line[Math.Min(line.Length, (int)text.End.Column - 1)..].TrimEnd('\r');
        return rest.TrimStart().StartsWith('#')
            ? $"Found '{text.Value}' before '{rest.TrimStart()}', which is a comment to YAML; a text that holds ' #' stands in quotation "
                + $"marks: \"{text.Value}{rest}\", and a comment in a line of its own."
            : null;
    }

    /// <summary>
    /// Runs of keys in braces that have no value and that nobody asked for: the rest of the text before them, which held a comma.
    /// </summary>
    public static IEnumerable<(IReadOnlyList<string> Keys, YamlNode Node, string Message)> LostCommas(
        YamlMappingNode map,
        YamlSource source,
        IReadOnlyCollection<string> asked
    )
    {
        if (map.Style is not MappingStyle.Flow)
            yield break;
        (YamlNode Key, YamlNode Value)? before = null;
        List<YamlScalarNode> run = [];
        foreach (var (key, value) in map.Children)
        {
            if (before is not null && key is YamlScalarNode { Value: { } name } rest && !asked.Contains(name) && IsNothing(value))
            {
                run.Add(rest);
                continue;
            }
            if (run.Count > 0)
                yield return Told(before!.Value, run, source);
            run = [];
            before = (key, value);
        }
        if (run.Count > 0)
            yield return Told(before!.Value, run, source);
    }

    private static (IReadOnlyList<string>, YamlNode, string) Told(
        (YamlNode Key, YamlNode Value) before,
        List<YamlScalarNode> run,
        YamlSource source
    )
    {
        var (start, end) = (before.Value.Start, run[^1].End);
        var written =
            start.Line == end.Line
                ? source.Lines[(int)start.Line - 1][((int)start.Column - 1)..((int)end.Column - 1)]
                : string.Join(", ", run.Select(rest => rest.Value).Prepend(before.Value.ToString()));
        return (
            [.. run.Select(rest => rest.Value!)],
            before.Value,
            $"Found '{before.Key}: {before.Value}' and, behind a comma, '{string.Join(", ", run.Select(rest => rest.Value))}' without a "
                + $"value; a "
                + $"text in braces that holds a comma stands in quotation marks: {before.Key}: \"{written}\"."
        );
    }

    private static bool IsNothing(YamlNode value) => value is YamlScalarNode { Style: ScalarStyle.Plain, Value: null or "" };
}
