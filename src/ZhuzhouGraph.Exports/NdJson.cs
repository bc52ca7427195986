using System.Text.Json;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>Figures as NDJSON: an object a line, each line ended by LF.</summary>
internal static class NdJson
{
    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        using var page = new MemoryStream();
        await using var json = new Utf8JsonWriter(page, ObservationJson.Options);
        await foreach (var rows in RowReader.PagesAsync(graph, request, cancellationToken))
        {
            foreach (var row in rows)
            {
                ObservationJson.Write(json, row, request);
                await json.FlushAsync(cancellationToken);
                page.WriteByte((byte)'\n');
                json.Reset();
            }
            page.Position = 0;
            await page.CopyToAsync(output, cancellationToken);
            page.SetLength(0);
        }
    }
}
