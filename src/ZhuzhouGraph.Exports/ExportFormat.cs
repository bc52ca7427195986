namespace ZhuzhouGraph.Exports;

/// <summary>What a format tells.</summary>
public enum ExportSubject
{
    /// <summary>The figures of <see cref="ExportRequest.Observations"/>.</summary>
    Observations,

    /// <summary>The whole graph, or the network of <see cref="ExportRequest.Center"/>.</summary>
    Graph,

    /// <summary>The one thing that <see cref="ExportRequest.Item"/> is.</summary>
    Item,
}

/// <summary>What can be chosen of a file; each format takes some.</summary>
[Flags]
public enum ExportChoices
{
    None = 0,

    /// <summary><see cref="ExportRequest.Layout"/>.</summary>
    Layout = 1,

    /// <summary><see cref="ExportRequest.WithByteOrderMark"/>.</summary>
    ByteOrderMark = 2,

    /// <summary><see cref="ExportRequest.WithLabels"/>.</summary>
    Labels = 4,

    /// <summary><see cref="ExportRequest.Language"/>.</summary>
    Language = 8,

    /// <summary><see cref="ExportRequest.Hops"/>.</summary>
    Hops = 16,

    /// <summary><see cref="LineRequest.Transform"/>.</summary>
    Transform = 32,
}

/// <summary>A format: one row of the table <see cref="ExportFormats"/>.</summary>
/// <param name="Name">What <c>format=</c> and the command line say.</param>
/// <param name="MediaType">What <c>Accept</c> and <c>Content-Type</c> say, without parameters.</param>
/// <param name="Extension">Of a file's name, with its dot.</param>
/// <param name="Takes">What it tells.</param>
/// <param name="Description">What it is for, in a few words.</param>
/// <param name="Choices">What can be chosen of it.</param>
/// <param name="WriteAsync">Writes everything that is asked for; the stream stays open.</param>
public sealed record ExportFormat(
    string Name,
    string MediaType,
    string Extension,
    ExportSubject Takes,
    string Description,
    ExportChoices Choices,
    Func<IPinnedGraph, ExportRequest, Stream, CancellationToken, Task> WriteAsync
)
{
    /// <summary>The media type as <c>Content-Type</c> has it, parameters included.</summary>
    public string ContentType =>
        Name switch
        {
            "csv" => $"{MediaType}; charset=utf-8; header=present",
            "sdmx-csv" => $"{MediaType}; version=2.0.0; charset=utf-8",
            _ => MediaType,
        };

    /// <summary>True where it is text, which a terminal can show.</summary>
    public bool IsText => Extension is not (".xlsx" or ".parquet" or ".zip");

    /// <summary>
    /// The choice without which a file as it is asked for has no labels of one language; null where it has some, or the format never has.
    /// </summary>
    public ExportChoices? Unlabelled(ExportRequest request) =>
        !Choices.HasFlag(ExportChoices.Language) ? null
        : Choices.HasFlag(ExportChoices.Layout) && request.Layout is not CsvLayout.Wide ? ExportChoices.Layout
        : Choices.HasFlag(ExportChoices.Labels) && !request.WithLabels ? ExportChoices.Labels
        : null;

    /// <summary>
    /// The figures that are put together before any is written, and how many of them it takes at most; null for what is written as it is
    /// read, and for networks, whose size only their reading tells.
    /// </summary>
    public (ObservationQuery Query, int Most)? HeldOf(ExportRequest request) =>
        (Name, request) switch
        {
            // They are no more than a page.
            (_, { Line.Points.LastN: not null }) => null,
            ("csv", { Layout: CsvLayout.Wide }) => (request.Observations, Csv.MostWide),
            ("json-stat", _) => (request.Observations, JsonStat.MostFigures),
            ("json-ld", { Item: Entity entity }) => (JsonLd.FiguresOf(entity), JsonLd.MostFigures),
            _ => null,
        };
}
