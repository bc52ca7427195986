namespace ZhuzhouGraph;

/// <summary>
/// Anything with an id of its own: <see cref="Entity"/>, <see cref="Relationship"/>, <see cref="Observation"/>, <see cref="Article"/>.
/// </summary>
public interface IGraphNode
{
    /// <summary>See <see cref="NodeId"/> for the grammar.</summary>
    string Id { get; }
}
