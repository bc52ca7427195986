using System.Xml;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports.Graphs;

/// <summary>The graph as GraphML: a directed graph with keys for what nodes and edges carry.</summary>
internal static class GraphMl
{
    private const string Namespace = "http://graphml.graphdrawing.org/xmlns";

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var scope = await GraphParts.ScopeAsync(graph, request, cancellationToken);
        await using var xml = XmlGraph.Writer(output);
        xml.WriteStartElement("graphml", Namespace);
        Key(xml, "n_label", "node", "label", "string");
        foreach (var column in GraphColumns.Nodes)
            Key(xml, $"n_{column.Name}", "node", column.Name, TypeOf(column.Kind));
        foreach (var column in GraphColumns.Edges)
            Key(xml, $"e_{column.Name}", "edge", column.Name, TypeOf(column.Kind));
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("id", "G");
        xml.WriteAttributeString("edgedefault", "directed");
        await foreach (var nodes in GraphParts.NodesAsync(graph, scope, cancellationToken))
        {
            foreach (var node in nodes)
            {
                xml.WriteStartElement("node");
                xml.WriteAttributeString("id", node.Id);
                Data(xml, "n_label", node.Label);
                foreach (var column in GraphColumns.Nodes)
                    Data(xml, $"n_{column.Name}", column.Of(node));
                xml.WriteEndElement();
            }
            await xml.FlushAsync();
        }
        await foreach (var edges in GraphParts.EdgesAsync(graph, scope, cancellationToken))
        {
            foreach (var edge in edges)
            {
                xml.WriteStartElement("edge");
                xml.WriteAttributeString("id", edge.Relationship.Id);
                xml.WriteAttributeString("source", edge.Relationship.From);
                xml.WriteAttributeString("target", edge.Relationship.To);
                foreach (var column in GraphColumns.Edges)
                    Data(xml, $"e_{column.Name}", column.Of(edge));
                xml.WriteEndElement();
            }
            await xml.FlushAsync();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        await xml.FlushAsync();
    }

    private static string TypeOf(ColumnKind kind) => kind is ColumnKind.Integer ? "int" : "string";

    private static void Key(XmlWriter xml, string id, string of, string name, string type)
    {
        xml.WriteStartElement("key");
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("for", of);
        xml.WriteAttributeString("attr.name", name);
        xml.WriteAttributeString("attr.type", type);
        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, object? value)
    {
        if (value is null)
            return;
        xml.WriteStartElement("data");
        xml.WriteAttributeString("key", key);
        xml.WriteString(XmlGraph.Text(value));
        xml.WriteEndElement();
    }
}
