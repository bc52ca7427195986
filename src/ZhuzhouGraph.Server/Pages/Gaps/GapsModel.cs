namespace ZhuzhouGraph.Server.Pages.Gaps;

/// <summary>Why nothing can be told of what is open.</summary>
public enum Missing
{
    /// <summary>Nothing is missing.</summary>
    Nothing,

    /// <summary>This server is not started with the seeds, or they do not have the article.</summary>
    Seeds,

    /// <summary>The newspaper's text is not held.</summary>
    Text,
}

/// <summary>Something of a sentence that the seeds do not account for, or that is wrong with them.</summary>
/// <param name="Address">The sentence; null where it is no address.</param>
public sealed record Gap(string? Address, string Code, string Message);

/// <summary>What the editor's page is given.</summary>
/// <param name="Article">The article's id without its prefix.</param>
public sealed record GapsModel(string Article, string? Title, Missing Missing, IReadOnlyList<Gap> Gaps);
