namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>Values as a seed writes them, so that they are read back as they are.</summary>
internal static class YamlWords
{
    private const string Flow = ",[]{}";
    private const string FirstMarks = "-?:,[]{}#&*!|>'\"%@`=~<";

    /// <summary>A scalar, in quotation marks where it needs them.</summary>
    public static string Of(string text) => IsPlain(text) ? text : $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>One value, or a list in brackets.</summary>
    public static string Of(IReadOnlyList<string> texts) => texts.Count == 1 ? Of(texts[0]) : $"[{string.Join(", ", texts.Select(Of))}]";

    /// <summary>A mapping in braces; a pair without a value is left out. Values are written already.</summary>
    public static string Map(params IEnumerable<(string Key, string? Value)> pairs) =>
        $"{{{string.Join(", ", pairs.Where(pair => pair.Value is not null).Select(pair => $"{pair.Key}: {pair.Value}"))}}}";

    private static bool IsPlain(string text) =>
        text.Length > 0
        && text.Trim().Length == text.Length
        && text.IndexOfAny([.. Flow]) < 0
        && !text.Contains(": ", StringComparison.Ordinal)
        && !text.Contains(" #", StringComparison.Ordinal)
        && !text.EndsWith(':')
        && (!FirstMarks.Contains(text[0]) || (text[0] == '-' && text.Length > 1 && char.IsAsciiDigit(text[1])));
}
