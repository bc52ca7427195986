using ZhuzhouGraph.Exports;

namespace ZhuzhouGraph.Server.RestApi.Files;

/// <summary>The files that an address answers with, beside its JSON.</summary>
/// <param name="Formats">In the order in which they are offered; each a row of <see cref="ExportFormats"/>.</param>
/// <param name="Ask">What is asked for, without its choices; null, with faults of the call, where nothing can be.</param>
internal sealed record RestFile(IReadOnlyList<ExportFormat> Formats, Func<RestCall, Task<ExportRequest?>> Ask)
{
    /// <summary>Figures: every format of them but the JSON of exports, for an address has a JSON of its own, in pages.</summary>
    public static readonly IReadOnlyList<ExportFormat> OfFigures =
    [
        .. ExportFormats.All.Where(format => format.Takes is ExportSubject.Observations && format.Name != FileParameters.Json),
    ];

    public static readonly IReadOnlyList<ExportFormat> OfGraphs =
    [
        .. ExportFormats.All.Where(format => format.Takes is ExportSubject.Graph),
    ];

    public static readonly IReadOnlyList<ExportFormat> OfItems = [.. ExportFormats.All.Where(format => format.Takes is ExportSubject.Item)];

    /// <summary>The parameters by which a file is asked for and chosen.</summary>
    public IReadOnlyList<RestParameter> Parameters { get; init; } = [];

    /// <summary>Whether a format is put together before it is written, and so has a bound.</summary>
    public bool IsBounded { get; init; }

    /// <summary>
    /// The format that an address ends with, such as <c>.csv</c>: the first of the table that has it. None behind an id that may have such
    /// an end itself.
    /// </summary>
    public IEnumerable<ExportFormat> BySuffix => Formats.DistinctBy(format => format.Extension);

    /// <summary>Whether the address ends with an id that never ends as a file does.</summary>
    public bool IsBehindId { get; init; }

    /// <summary>A list of figures as a file.</summary>
    public static RestFile OfList(RestShapes shapes, Func<RestCall, Task<ExportRequest?>> ask) =>
        new(OfFigures, ask) { Parameters = FileParameters.Of(shapes, "FiguresFormat", OfFigures, offersJson: true), IsBounded = true };

    /// <summary>One thing as a file: of an entity its network, too.</summary>
    /// <param name="name">What the list of its formats is called.</param>
    public static RestFile Of<T>(RestShapes shapes, string name, IReadOnlyList<ExportFormat> formats, Func<RestCall, Task<T?>> find)
        where T : class, IGraphNode =>
        new(formats, async call => await find(call) is { } found ? new ExportRequest { Item = found, Center = found as Entity } : null)
        {
            Parameters = FileParameters.Of(shapes, name, formats, offersJson: true),
            IsBounded = typeof(T) == typeof(Entity),
        };
}
