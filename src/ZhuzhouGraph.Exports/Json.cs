using System.Text.Json;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports;

/// <summary>Figures as one JSON document: <c>{"observations": […], "count": n}</c>, streamed.</summary>
internal static class Json
{
    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, ObservationJson.Options);
        var count = 0L;
        json.WriteStartObject();
        json.WriteStartArray("observations");
        await foreach (var rows in RowReader.PagesAsync(graph, request, cancellationToken))
        {
            foreach (var row in rows)
                ObservationJson.Write(json, row, request);
            count += rows.Count;
            await json.FlushAsync(cancellationToken);
        }
        json.WriteEndArray();
        json.WriteNumber("count", count);
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }
}
