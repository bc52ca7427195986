using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What a read comparison is in a seed: <c>against</c>, and <c>base</c> where the kind needs one.</summary>
internal static class DraftComparison
{
    /// <summary>What <c>against</c> takes; null where the words name no base, or nothing is compared.</summary>
    public static string? Against(ReadComparison? read) => read?.Recorded is { } kind ? Spelling.Name(kind) : null;

    /// <summary>
    /// What <c>base</c> takes; null where the kind needs none. Words that are only carried over, or too long, are left to do.
    /// </summary>
    public static string? Base(ReadComparison? read) =>
        read?.Recorded is not { } kind || !ComparisonBase.Needed.Contains(kind) ? null
        : read.Words.Length is > 0 and <= SeedDocumentRules.MaxFigure ? read.Words
        : SeedTodo.For(SeedCharacters.Start(read.Words, SeedDocumentRules.MaxFigure));
}
