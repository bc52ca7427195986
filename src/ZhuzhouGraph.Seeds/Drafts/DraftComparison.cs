using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>The one place where a comparison that is read becomes keys of a seed.</summary>
internal static class DraftComparison
{
    /// <summary>The longest base that is repeated.</summary>
    private const int MaxWords = 12;

    /// <summary>What <c>against</c> takes; null where the words name no base, or nothing is compared.</summary>
    public static string? Against(ReadComparison? read) =>
        read?.Kind switch
        {
            null or ComparisonKind.Unstated or ComparisonKind.Contribution => null,
            ComparisonKind.YearOnYear => Spelling.Name(Comparison.YearOnYear),
            ComparisonKind.OnPrevious => Spelling.Name(Comparison.OnPrevious),
            ComparisonKind.AgainstBefore => Spelling.Name(Comparison.AgainstBefore),
            // The format has no base yet.
            var other => SeedTodo.For($"{Spelling.Name(other.Value)} {SeedCharacters.Start(read.Words, MaxWords)}".TrimEnd()),
        };
}
