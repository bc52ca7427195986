using System.Collections.Frozen;

namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// What is read of a node, and how it becomes a record. Neo4j reads all properties of a node at once in a quarter of the time that it takes
/// to read twenty one by one, and sends a list of values in a fraction of what a map of them takes.
/// </summary>
internal sealed class NodeForm<T>
{
    private readonly Func<CypherMap, T> _read;
    private readonly IReadOnlyList<string> _properties;
    private readonly FrozenDictionary<string, int> _places;

    /// <param name="read">Makes a record; it finds no other properties than these.</param>
    /// <param name="properties">Their names; one may come twice.</param>
    public NodeForm(Func<CypherMap, T> read, params IEnumerable<string> properties)
    {
        _read = read;
        _properties = [.. properties.Distinct(StringComparer.Ordinal)];
        _places = _properties.Index().ToFrozenDictionary(at => at.Item, at => at.Index, StringComparer.Ordinal);
    }

    /// <summary>An expression for a list of their values.</summary>
    public string Of(string node) => $"head([m IN [properties({node})] | [m.{string.Join(", m.", _properties)}]])";

    public T Read(CypherValue values) => _read(new CypherMap(values.List(value => value), _places));

    /// <summary>The same properties, read otherwise.</summary>
    public NodeForm<T> Then(Func<T, T> change) => new(node => change(_read(node)), _properties);
}
