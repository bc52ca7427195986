using System.IO.Compression;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports.Graphs;

/// <summary>The graph as two CSV files in a zip, with the columns that Gephi looks for: Id, Label, Source, Target.</summary>
internal static class GraphCsv
{
    private static readonly IReadOnlyList<Column<GraphNode>> Nodes =
    [
        new("Id", ColumnKind.Text, n => n.Id, "the permanent id"),
        new("Label", ColumnKind.Text, n => n.Label, "the Chinese name"),
        .. GraphColumns.Nodes,
    ];

    private static readonly IReadOnlyList<Column<GraphEdge>> Edges =
    [
        new("Source", ColumnKind.Text, e => e.Relationship.From, "the id that it starts from"),
        new("Target", ColumnKind.Text, e => e.Relationship.To, "the id that it leads to"),
        new("Id", ColumnKind.Text, e => e.Relationship.Id, "the relationship's id"),
        .. GraphColumns.Edges,
    ];

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var scope = await GraphParts.ScopeAsync(graph, request, cancellationToken);
        await using var still = new StillZip(output);
        await using var zip = new ZipArchive(still, ZipArchiveMode.Create, leaveOpen: true);
        await EntryAsync(zip, "nodes.csv", request, Nodes, GraphParts.NodesAsync(graph, scope, cancellationToken), cancellationToken);
        await EntryAsync(zip, "edges.csv", request, Edges, GraphParts.EdgesAsync(graph, scope, cancellationToken), cancellationToken);
    }

    private static async Task EntryAsync<T>(
        ZipArchive zip,
        string name,
        ExportRequest request,
        IReadOnlyList<Column<T>> columns,
        IAsyncEnumerable<IReadOnlyList<T>> pages,
        CancellationToken cancellationToken
    )
    {
        await using var entry = await zip.CreateEntry(name).OpenAsync(cancellationToken);
        await using var table = new CsvTable(entry, request.WithByteOrderMark, columns.Select(column => column.Name));
        await foreach (var page in pages)
        {
            foreach (var item in page)
                table.Write(item, columns);
            await table.FlushAsync(cancellationToken);
        }
    }
}
