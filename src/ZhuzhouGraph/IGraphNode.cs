namespace ZhuzhouGraph;

/// <summary>
/// Anything with an id of its own: <see cref="Entity"/>, <see cref="Relationship"/>, <see cref="Observation"/>, <see cref="Article"/>.
/// </summary>
public interface IGraphNode
{
    /// <summary>See <see cref="NodeId"/> for the grammar.</summary>
    string Id { get; }

    /// <summary>The name of its type: of an entity type, of a relationship's, <c>Observation</c> or <c>Article</c>.</summary>
    string TypeName =>
        this switch
        {
            Entity entity => entity.Type.Name,
            Relationship relationship => relationship.Type.TypeName,
            _ => GetType().Name,
        };
}
