using YamlDotNet.Core;
using YamlDotNet.Core.Tokens;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// What is said of a text that is no YAML, and at which line. The library tells a tab at another line than its own, and of a bracket that
/// is not closed where reading stopped, or nothing.
/// </summary>
internal static class YamlFaults
{
    private const string Entry = "- ";

    /// <summary>The line, from 1, and the message.</summary>
    /// <param name="fault">What the library said; null where it ended without a word.</param>
    public static (int Line, string Message) Of(string text, YamlException? fault)
    {
        var lines = text.Split('\n');
        if (fault is not null && fault.Message.Contains(" tab ", StringComparison.Ordinal))
            return (TabBefore(lines, StopOf(text)), "Not YAML: a tab stands where the line is indented; allowed are spaces.");
        var stopped = fault is null ? StopOf(text) : (int)fault.Start.Line;
        if (OpenedBefore(lines, stopped) is not { } opened)
            return (stopped, fault is null ? EntryInBrackets : Told(fault, lines));
        var bracket = opened is FlowMappingStart ? "a brace '{'" : "a bracket '['";
        return fault is null || EndsOrBegins(lines, stopped)
            ? ((int)opened.Start.Line, $"Not YAML: {bracket} is opened here and not closed. {YamlQuotes.Hint(lines, opened.Start)}")
            : (stopped, $"{Told(fault, lines)} Line {opened.Start.Line} opens {bracket} that is not closed before it.");
    }

    private const string EntryInBrackets =
        "Not YAML: '- ' stands in brackets or braces; allowed is a list '[a, b]' in them, and '- ' at the beginning of a line outside.";

    private static string Told(YamlException fault, string[] lines) => $"Not YAML: {fault.Message} {YamlQuotes.Hint(lines, fault.Start)}";

    /// <summary>The line at which the library can read no further.</summary>
    private static int StopOf(string text)
    {
        var scanner = new Scanner(new StringReader(text));
        while (CanRead(scanner)) { }
        return (int)scanner.CurrentPosition.Line;
    }

    /// <summary>The innermost bracket or brace that the lines before one leave open.</summary>
    private static Token? OpenedBefore(string[] lines, int line)
    {
        // The library gives a bracket only when it has read the line's end.
        var scanner = new Scanner(new StringReader(string.Join('\n', lines.Take(line - 1)) + "\n"));
        var opened = new Stack<Token>();
        while (CanRead(scanner))
        {
            if (scanner.Current is FlowMappingStart or FlowSequenceStart)
                opened.Push(scanner.Current);
            else if (scanner.Current is FlowMappingEnd or FlowSequenceEnd)
                opened.TryPop(out _);
        }
        return opened.TryPeek(out var last) ? last : null;
    }

    private static bool CanRead(Scanner scanner)
    {
        try
        {
            return scanner.MoveNext();
        }
        catch (Exception e) when (e is YamlException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>Nothing stands in the line and behind it, or an entry of a list begins there.</summary>
    private static bool EndsOrBegins(string[] lines, int line) =>
        lines.Skip(line - 1).All(string.IsNullOrWhiteSpace) || lines[line - 1].TrimStart().StartsWith(Entry, StringComparison.Ordinal);

    private static int TabBefore(string[] lines, int line)
    {
        for (var at = Math.Min(line, lines.Length); at > 0; at--)
        {
            var text = lines[at - 1];
            if (text[..^text.TrimStart().Length].Contains('\t', StringComparison.Ordinal))
                return at;
        }
        return line;
    }
}
