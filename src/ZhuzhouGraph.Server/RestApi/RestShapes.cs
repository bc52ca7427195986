using GraphQL;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// The forms of all answers. A member that GraphQL has as well takes name, type, description and value from the declaration there, so that
/// both say the same.
/// </summary>
internal sealed class RestShapes(GraphSchema schema)
{
    private readonly Dictionary<string, RestShape> _shapes = new(StringComparer.Ordinal);

    public IEnumerable<RestShape> All => _shapes.Values;

    public GraphSchema Schema => schema;

    public RestShape this[string name] => _shapes[name];

    public RestShape Add(string name, string chinese, string english, params IEnumerable<RestField> fields) =>
        _shapes[name] = new(name, SchemaParts.Describe(chinese, english), [.. fields]);

    /// <summary>The form that an object type of GraphQL has, with all that its records hold.</summary>
    public RestShape Like(string type)
    {
        if (_shapes.TryGetValue(type, out var known))
            return known;
        var graph = (IComplexGraphType)schema.AllTypes[type]!;
        return _shapes[type] = new(type, graph.Description!, [.. HeldBy(graph).Select(field => Same(field, field.Name))]);
    }

    /// <summary>Members that GraphQL has, by name.</summary>
    /// <param name="type">The object type of GraphQL.</param>
    public IEnumerable<RestField> Same(string type, params IReadOnlyList<string> names)
    {
        var fields = HeldBy(ObjectOf(type)).ToDictionary(field => field.Name, StringComparer.Ordinal);
        return names.Select(name => Same(fields[name], name));
    }

    /// <param name="type">As the schema language writes it, of a form of ours or a type of GraphQL: <c>[NodeRef!]!</c>.</param>
    public RestField Field<T>(string name, string type, string chinese, string english, Func<T, LinkedNodes, object?> read) =>
        new(name, TypeOf(type), SchemaParts.Describe(chinese, english), (item, nodes) => read((T)item, nodes));

    public RestField Field<T>(string name, string type, string chinese, string english, Func<T, object?> read) =>
        Field<T>(name, type, chinese, english, (item, _) => read(item));

    /// <summary>A required member whose words are a list of REST's own, which is described there.</summary>
    public static RestField Scalar<T>(string name, EnumerationGraphType words, Func<T, object?> read) =>
        new(name, new(words, null, false, true), words.Description!, (item, _) => read((T)item));

    public RestType TypeOf(string text) =>
        text switch
        {
            [.. var inner, '!'] => TypeOf(inner) with { IsRequired = true },
            ['[', .. var inner, ']'] => TypeOf(inner) with { IsList = true, IsRequired = false },
            _ when _shapes.TryGetValue(text, out var shape) => new(null, shape, false, false),
            _ => TypeOf(schema.AllTypes[text] ?? throw new InvalidOperationException($"There is no type '{text}'.")),
        };

    private RestField Same(FieldType field, string name)
    {
        var read = ((HeldField)field.Resolver!).Read;
        return new(name, TypeOf(field.ResolvedType!), field.Description!, (item, _) => read(item));
    }

    private RestType TypeOf(IGraphType type) =>
        type switch
        {
            NonNullGraphType outer => TypeOf(outer.ResolvedType!) with { IsRequired = true },
            ListGraphType outer => TypeOf(outer.ResolvedType!) with { IsList = true, IsRequired = false },
            ScalarGraphType scalar => new(scalar, null, false, false),
            _ => new(null, Like(type.Name), false, false),
        };

    /// <summary>An interface only promises its fields: the first type that has them reads them, as every other would.</summary>
    private IComplexGraphType ObjectOf(string type) =>
        schema.AllTypes[type] is InterfaceGraphType promise
            ? schema.AllTypes.OfType<IObjectGraphType>().First(known => known.ResolvedInterfaces.Contains(promise))
            : (IComplexGraphType)schema.AllTypes[type]!;

    private static IEnumerable<FieldType> HeldBy(IComplexGraphType type) =>
        type.Fields.Where(field => field.Resolver is HeldField && field.DeprecationReason is null);
}
