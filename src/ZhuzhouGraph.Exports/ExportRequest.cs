using ZhuzhouGraph.Queries;

namespace ZhuzhouGraph.Exports;

/// <summary>How the rows of a CSV lie.</summary>
public enum CsvLayout
{
    /// <summary>A figure a row, with its evidence.</summary>
    Tidy,

    /// <summary>A period a row, a series a column: its values, and beside them what is printed where a value says not all of it.</summary>
    Wide,
}

/// <summary>The points of one line, as a chart asks for them.</summary>
/// <param name="Id">Of the line.</param>
/// <param name="Points">Which of its points, and which figure stands for each.</param>
public sealed record LineRequest(LineId Id, SeriesPoints Points)
{
    /// <summary>The unit of their values; null for the one into which all of its dimension convert.</summary>
    public Unit? Unit { get; init; }

    /// <summary>What is worked out of each point; null for nothing.</summary>
    public DerivedPoints? Transform { get; init; }
}

/// <summary>What is asked for. A format that takes something else leaves the rest alone.</summary>
public sealed record ExportRequest
{
    /// <summary>Which figures, and in which order.</summary>
    public ObservationQuery Observations { get; init; } = new();

    /// <summary>The line whose points are told in place of all figures; null for these. See <see cref="Of(LineRequest)"/>.</summary>
    public LineRequest? Line { get; private init; }

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

    /// <summary>A request for the points of a line: of each period the figure that stands for it, in the order of time.</summary>
    public static ExportRequest Of(LineRequest line) => new() { Observations = line.Points.QueryOf(line.Id), Line = line };

    internal string? PermalinkOf(string id) => Permalinks is { } before ? before.ToString() + Uri.EscapeDataString(id) : null;

    internal string Text(string chinese, string? english) => Language == "en" && english is not null ? english : chinese;
}

/// <summary>What is asked for cannot be told in that format, or is more than it holds. Nothing that was written is of use.</summary>
public sealed class ExportRefusedException(string message) : Exception(message)
{
    /// <summary>How many figures, cells or things the format takes at most, where that is the reason.</summary>
    public int? Most { get; init; }
}
