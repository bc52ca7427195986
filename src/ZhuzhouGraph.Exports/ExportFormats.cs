using ZhuzhouGraph.Exports.Graphs;

namespace ZhuzhouGraph.Exports;

/// <summary>Every format: a new one is a function and a row here.</summary>
public static class ExportFormats
{
    public static readonly IReadOnlyList<ExportFormat> All =
    [
        new(
            "csv",
            "text/csv",
            ".csv",
            ExportSubject.Observations,
            "a figure a row with its evidence, or a series a column",
            ExportChoices.Layout | ExportChoices.ByteOrderMark | ExportChoices.Language | ExportChoices.Transform,
            Csv.WriteAsync
        ),
        new(
            "ndjson",
            "application/x-ndjson",
            ".ndjson",
            ExportSubject.Observations,
            "a JSON object a line",
            ExportChoices.Transform,
            NdJson.WriteAsync
        ),
        new("json", "application/json", ".json", ExportSubject.Observations, "one JSON document", ExportChoices.Transform, Json.WriteAsync),
        new(
            "xlsx",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            ".xlsx",
            ExportSubject.Observations,
            "a workbook of Excel",
            ExportChoices.Transform,
            Xlsx.WriteAsync
        ),
        new(
            "parquet",
            "application/vnd.apache.parquet",
            ".parquet",
            ExportSubject.Observations,
            "Apache Parquet",
            ExportChoices.Transform,
            ParquetFile.WriteAsync
        ),
        new(
            "json-stat",
            "application/vnd.json-stat+json",
            ".json",
            ExportSubject.Observations,
            "a JSON-stat 2.0 dataset",
            ExportChoices.Language | ExportChoices.Transform,
            JsonStat.WriteAsync
        ),
        new(
            "sdmx-csv",
            "application/vnd.sdmx.data+csv",
            ".csv",
            ExportSubject.Observations,
            "SDMX-CSV 2.0",
            ExportChoices.ByteOrderMark | ExportChoices.Labels | ExportChoices.Language,
            SdmxCsv.WriteAsync
        ),
        new(
            "zip",
            "application/zip",
            ".zip",
            ExportSubject.Observations,
            "CSV with a README, a description of its columns, licence and citation",
            ExportChoices.ByteOrderMark | ExportChoices.Transform,
            Bundle.WriteAsync
        ),
        new(
            "graphml",
            "application/graphml+xml",
            ".graphml",
            ExportSubject.Graph,
            "GraphML, for yEd, Cytoscape and igraph",
            ExportChoices.Hops,
            GraphMl.WriteAsync
        ),
        new("gexf", "application/gexf+xml", ".gexf", ExportSubject.Graph, "GEXF 1.3, for Gephi", ExportChoices.Hops, Gexf.WriteAsync),
        new(
            "graph-csv",
            "application/x-zip-compressed",
            ".zip",
            ExportSubject.Graph,
            "nodes.csv and edges.csv in a zip",
            ExportChoices.ByteOrderMark | ExportChoices.Hops,
            GraphCsv.WriteAsync
        ),
        new(
            "json-ld",
            "application/ld+json",
            ".jsonld",
            ExportSubject.Item,
            "schema.org Observation or Dataset",
            ExportChoices.None,
            JsonLd.WriteAsync
        ),
    ];

    /// <summary>The names of the formats that take a choice, as a sentence lists them.</summary>
    public static string Taking(ExportChoices choice) =>
        All.Where(format => format.Choices.HasFlag(choice)).Select(format => format.Name).ToList() is [.. var names, var last]
        && names.Count > 0
            ? $"{string.Join(", ", names)} and {last}"
            : All.First(format => format.Choices.HasFlag(choice)).Name;

    /// <summary>The format of that name, or null.</summary>
    public static ExportFormat? Find(string name) =>
        All.FirstOrDefault(format => string.Equals(format.Name, name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The format of that media type, its parameters apart, or null.</summary>
    public static ExportFormat? OfMediaType(string mediaType) =>
        All.FirstOrDefault(format => string.Equals(format.MediaType, mediaType.Split(';')[0].Trim(), StringComparison.OrdinalIgnoreCase));
}
