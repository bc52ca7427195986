namespace ZhuzhouGraph.Exports;

/// <summary>How the rows of a CSV lie.</summary>
public enum CsvLayout
{
    /// <summary>A figure a row, with its evidence.</summary>
    Tidy,

    /// <summary>A period a row and a series a column: values alone.</summary>
    Wide,
}

/// <summary>What is asked for. A format that takes something else leaves the rest alone.</summary>
public sealed record ExportRequest
{
    /// <summary>Which figures, and in which order.</summary>
    public ObservationQuery Observations { get; init; } = new();

    /// <summary>The key of the figure after which a download goes on; null for its beginning.</summary>
    public SortKey? After { get; init; }

    /// <summary>The entity whose network is wanted; null for the whole graph.</summary>
    public Entity? Center { get; init; }

    /// <summary>How far the network reaches: 1 or 2 steps.</summary>
    public int Hops { get; init; } = 1;

    /// <summary>The one thing that a format for one thing tells: an observation, or an entity with its figures.</summary>
    public IGraphNode? Item { get; init; }

    public CsvLayout Layout { get; init; }

    /// <summary>Begins a CSV with U+FEFF, by which Excel knows UTF-8.</summary>
    public bool WithByteOrderMark { get; init; }

    /// <summary>The language of labels where a format has one: <c>zh</c> or <c>en</c>.</summary>
    public string Language { get; init; } = "zh";

    /// <summary>SDMX-CSV: <c>ID: label</c> in each coded column and header (<c>labels=both</c>).</summary>
    public bool WithLabels { get; init; }

    /// <summary>What stands before an id in permanent links, such as <c>https://example.org/id/</c>; null where there are none.</summary>
    public Uri? Permalinks { get; init; }

    internal string? PermalinkOf(string id) => Permalinks is { } before ? before.ToString() + Uri.EscapeDataString(id) : null;

    internal string Text(string chinese, string? english) => Language == "en" && english is not null ? english : chinese;
}

/// <summary>What is asked for cannot be told in that format, or is more than it holds. Nothing that was written is of use.</summary>
public sealed class ExportRefusedException(string message) : Exception(message)
{
    /// <summary>How many figures, cells or things the format takes at most, where that is the reason.</summary>
    public int? Most { get; init; }
}
