using System.IO.Compression;
using System.Text;
using System.Text.Json;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>
/// A zip to hand on: the figures as CSV, a README, a description of the columns that programs read (datapackage.json of Frictionless), what
/// may be done with them, and how to cite them (CITATION.cff).
/// </summary>
internal static class Bundle
{
    private const string Data = "observations.csv";

    private const string Licence = """
        What may be done with these files

        They hold facts: names, titles, figures as printed, and where in a newspaper each stands. Facts are nobody's property, and this
        project claims no right in them: use them freely, and cite where they were printed, which every row says.

        A newspaper's text is its owner's. The column quote holds a sentence of it only where whoever made these files holds the text.
        Ask the newspaper before you publish sentences beyond what the law of quotation allows.

        """;

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        await using var still = new StillZip(output);
        await using var zip = new ZipArchive(still, ZipArchiveMode.Create, leaveOpen: true);
        await using (var data = await zip.CreateEntry(Data).OpenAsync(cancellationToken))
            await Csv.WriteAsync(graph, request with { Layout = CsvLayout.Tidy }, data, cancellationToken);
        await EntryAsync(zip, "datapackage.json", Description(request), cancellationToken);
        await EntryAsync(zip, "README.md", Encoding.UTF8.GetBytes(Readme(request)), cancellationToken);
        await EntryAsync(zip, "LICENSE.txt", Encoding.UTF8.GetBytes(Licence.ReplaceLineEndings("\n")), cancellationToken);
        await EntryAsync(zip, "CITATION.cff", Encoding.UTF8.GetBytes(Citation(request)), cancellationToken);
    }

    private static async Task EntryAsync(ZipArchive zip, string name, byte[] content, CancellationToken cancellationToken)
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await entry.WriteAsync(content, cancellationToken);
    }

    private static string Readme(ExportRequest request)
    {
        var readme = new StringBuilder()
            .Append("# Figures that newspapers print\n\n")
            .Append(
                $"`{Data}` has a figure a row (UTF-8, comma, CRLF, a header). An empty cell says nothing. Text that a spreadsheet would\n"
            )
            .Append("take for a formula has an apostrophe before it. Values are in the unit, with the printed multiplier applied.\n\n")
            .Append("| Column | What it holds |\n|---|---|\n");
        foreach (var column in ObservationColumns.Of(request))
            readme.Append($"| {column.Name} | {column.Description} |\n");
        return readme.ToString();
    }

    private static byte[] Description(ExportRequest request)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, ObservationJson.Options))
        {
            json.WriteStartObject();
            json.WriteString("profile", "tabular-data-package");
            json.WriteString("name", "zhuzhougraph-figures");
            json.WriteStartArray("resources");
            json.WriteStartObject();
            json.WriteString("name", "observations");
            json.WriteString("path", Data);
            json.WriteString("profile", "tabular-data-resource");
            json.WriteString("encoding", "utf-8");
            json.WriteStartObject("dialect");
            json.WriteString("delimiter", ",");
            json.WriteString("lineTerminator", "\r\n");
            json.WriteEndObject();
            json.WriteStartObject("schema");
            json.WriteStartArray("fields");
            foreach (var column in ObservationColumns.Of(request))
            {
                json.WriteStartObject();
                json.WriteString("name", column.Name);
                json.WriteString("type", TypeOf(column.Kind));
                json.WriteString("description", column.Description);
                json.WriteEndObject();
            }
            json.WriteEndArray();
            json.WriteString("primaryKey", "id");
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteEndArray();
            json.WriteEndObject();
        }
        return bytes.ToArray();
    }

    private static string TypeOf(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Number => "number",
            ColumnKind.Integer => "integer",
            ColumnKind.Flag => "boolean",
            ColumnKind.Day => "date",
            ColumnKind.Moment => "datetime",
            _ => "string",
        };

    private static string Citation(ExportRequest request) =>
        "cff-version: 1.2.0\n"
        + "message: Cite the newspaper and the day that each row names, and this collection as follows.\n"
        + "title: Figures that newspapers print, with their evidence\n"
        + "type: dataset\n"
        + "authors:\n  - name: ZhuzhouGraph\n"
        + (request.Permalinks is { } home ? $"url: {home}\n" : "");
}
