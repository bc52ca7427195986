using System.Globalization;
using System.Xml;
using ZhuzhouGraph.Exports.Rows;

namespace ZhuzhouGraph.Exports.Graphs;

/// <summary>The graph as GEXF 1.3, for Gephi.</summary>
internal static class Gexf
{
    private const string Namespace = "http://gexf.net/1.3";

    public static async Task WriteAsync(IPinnedGraph graph, ExportRequest request, Stream output, CancellationToken cancellationToken)
    {
        var scope = await GraphParts.ScopeAsync(graph, request, cancellationToken);
        await using var xml = XmlGraph.Writer(output);
        xml.WriteStartElement("gexf", Namespace);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph");
        xml.WriteAttributeString("defaultedgetype", "directed");
        xml.WriteAttributeString("mode", "static");
        Attributes(xml, "node", GraphColumns.Nodes);
        Attributes(xml, "edge", GraphColumns.Edges);
        xml.WriteStartElement("nodes");
        await foreach (var nodes in GraphParts.NodesAsync(graph, scope, cancellationToken))
        {
            foreach (var node in nodes)
            {
                xml.WriteStartElement("node");
                xml.WriteAttributeString("id", node.Id);
                xml.WriteAttributeString("label", XmlGraph.Text(node.Label));
                Values(xml, node, GraphColumns.Nodes);
                xml.WriteEndElement();
            }
            await xml.FlushAsync();
        }
        xml.WriteEndElement();
        xml.WriteStartElement("edges");
        await foreach (var edges in GraphParts.EdgesAsync(graph, scope, cancellationToken))
        {
            foreach (var edge in edges)
            {
                xml.WriteStartElement("edge");
                xml.WriteAttributeString("id", edge.Relationship.Id);
                xml.WriteAttributeString("source", edge.Relationship.From);
                xml.WriteAttributeString("target", edge.Relationship.To);
                xml.WriteAttributeString("label", edge.Relationship.Type.Chinese);
                // Gephi merges parallel edges of one kind, and two types of relationships are two.
                xml.WriteAttributeString("kind", edge.Relationship.Type.Name);
                Values(xml, edge, GraphColumns.Edges);
                xml.WriteEndElement();
            }
            await xml.FlushAsync();
        }
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
        await xml.FlushAsync();
    }

    private static void Attributes<T>(XmlWriter xml, string of, IReadOnlyList<Column<T>> columns)
    {
        xml.WriteStartElement("attributes");
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", "static");
        for (var i = 0; i < columns.Count; i++)
        {
            xml.WriteStartElement("attribute");
            xml.WriteAttributeString("id", Id(i));
            xml.WriteAttributeString("title", columns[i].Name);
            xml.WriteAttributeString("type", columns[i].Kind is ColumnKind.Integer ? "integer" : "string");
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static void Values<T>(XmlWriter xml, T item, IReadOnlyList<Column<T>> columns)
    {
        xml.WriteStartElement("attvalues");
        for (var i = 0; i < columns.Count; i++)
        {
            if (columns[i].Of(item) is not { } value)
                continue;
            xml.WriteStartElement("attvalue");
            xml.WriteAttributeString("for", Id(i));
            xml.WriteAttributeString("value", XmlGraph.Text(value));
            xml.WriteEndElement();
        }
        xml.WriteEndElement();
    }

    private static string Id(int column) => column.ToString(CultureInfo.InvariantCulture);
}
