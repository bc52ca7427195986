using System.Collections.Frozen;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>The types of nodes that an argument may name.</summary>
/// <param name="names">Entity types, or <c>Article</c>.</param>
internal sealed class NodeTypes(params IEnumerable<string> names)
{
    public const string Article = "Article";

    public static readonly NodeTypes Entities = new(EntityTypes.All.Select(type => type.Name));
    public static readonly NodeTypes Articles = new(Article);
    public static readonly NodeTypes EntitiesAndArticles = Entities.Or(Articles);

    /// <summary>Where something can lie or be measured; a park is an organization.</summary>
    public static readonly NodeTypes Places = new("Place", "Organization");

    /// <summary>What can have parts.</summary>
    public static readonly NodeTypes Wholes = EndsOf([RelationshipTypes.PartOf, RelationshipTypes.LocatedIn], RelationshipSide.To);

    public static readonly NodeTypes Events = new(EntityTypes.Event.Name);
    public static readonly NodeTypes Members = new(Breakdown.MemberTypes);
    public static readonly NodeTypes Indicators = new(EntityTypes.Indicator.Name);

    /// <summary>Who can have said a figure: whoever can act or speak, and documents and events.</summary>
    public static readonly NodeTypes Speakers = EndsOf([RelationshipTypes.TookPartIn, RelationshipTypes.SpokeOf], RelationshipSide.From)
        .Or(new("Document", "Event"));

    private readonly FrozenSet<string> _names = names.ToFrozenSet(StringComparer.Ordinal);

    public IReadOnlyCollection<string> Names => _names;

    /// <summary>What can stand at the ends of relationships of those types; of any type, where there are none.</summary>
    /// <param name="side">The ends that are meant.</param>
    public static NodeTypes EndsOf(IReadOnlyCollection<RelationshipType> types, RelationshipSide side) =>
        new(
            (types.Count == 0 ? RelationshipTypes.All : types).SelectMany(type =>
                side switch
                {
                    RelationshipSide.From => type.From,
                    RelationshipSide.To => type.To,
                    _ => type.From.Concat(type.To),
                }
            )
        );

    /// <summary>What can stand at the other end from one of <paramref name="members"/> in relationships of those types.</summary>
    /// <param name="side">At which end the members stand.</param>
    public static NodeTypes Facing(NodeTypes members, IEnumerable<RelationshipType> types, RelationshipSide side) =>
        new(types.SelectMany(type => members.Others(type, side)));

    /// <summary>Whether one of these can be in a relationship of that type.</summary>
    /// <param name="side">At which end.</param>
    public bool Join(RelationshipType type, RelationshipSide side) => Others(type, side).Any();

    private IEnumerable<string> Others(RelationshipType type, RelationshipSide side)
    {
        IEnumerable<string> to = side is not RelationshipSide.To && type.From.Any(_names.Contains) ? type.To : [];
        IEnumerable<string> from = side is not RelationshipSide.From && type.To.Any(_names.Contains) ? type.From : [];
        return to.Concat(from);
    }

    public NodeTypes Or(NodeTypes others) => new(_names.Concat(others._names));

    public bool Admits(IGraphNode node) => _names.Contains(node.TypeName);

    /// <summary>The form that messages have.</summary>
    public override string ToString()
    {
        string[] entities = [.. EntityTypes.All.Select(type => type.Name).Where(_names.Contains)];
        var some = entities.Length == EntityTypes.All.Count ? "entities" : string.Join(", ", entities);
        if (_names.Count == 0)
            return "nothing";
        if (!_names.Contains(Article))
            return some;
        return entities.Length == 0 ? "articles" : $"{some} and articles";
    }
}
