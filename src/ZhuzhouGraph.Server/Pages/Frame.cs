namespace ZhuzhouGraph.Server.Pages;

/// <summary>What stands around every page.</summary>
/// <param name="Title">What stands in the browser's tab, without the name of the site.</param>
public sealed record Frame(string Title)
{
    /// <summary>The address where the page's own document and variables stand to be asked; null where the page asks nothing.</summary>
    public string? AsGraphQL { get; init; }

    /// <summary>The data version that the page is of; null where no store was asked.</summary>
    public long? DataVersion { get; init; }

    /// <summary>Whether the page shows only what was in print by the reader's day, where he has one.</summary>
    public bool IsOfDay { get; init; }

    /// <summary>Parameters of the address that the page does not have, each with the one that may have been meant.</summary>
    public IReadOnlyList<(string Name, string? Nearest)> Unknown { get; init; } = [];

    /// <summary>What fills the search box.</summary>
    public string? Searched { get; init; }

    /// <summary>Whether the page has a search box of its own, so that none stands above it.</summary>
    public bool HasOwnSearch { get; init; }

    /// <summary>Whether the address is a page that stays: others are not to be listed by search engines.</summary>
    public bool IsLasting { get; init; } = true;
}
