using GraphQL;
using GraphQL.Resolvers;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Execution;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>
/// The words in which the schema is written down: every part has a Chinese term and an English description, and names types as the schema
/// language does.
/// </summary>
internal static class SchemaParts
{
    /// <summary>A description: the Chinese term, then English.</summary>
    public static string Describe(string chinese, string english) => $"{chinese}: {english}";

    /// <summary>
    /// The type that the schema language writes so, such as <c>[Name!]!</c>. Names are resolved when the schema is complete.
    /// </summary>
    public static IGraphType TypeOf(string text) =>
        text switch
        {
            [.. var inner, '!'] => new NonNullGraphType(TypeOf(inner)),
            ['[', .. var inner, ']'] => new ListGraphType(TypeOf(inner)),
            _ => new GraphQLTypeReference(text),
        };

    public static ObjectGraphType Object(
        string name,
        string chinese,
        string english,
        IEnumerable<FieldType> fields,
        params IEnumerable<string> interfaces
    )
    {
        var type = new ObjectGraphType { Name = name, Description = Describe(chinese, english) };
        foreach (var field in fields)
            type.AddField(field);
        foreach (var parent in interfaces)
            type.AddResolvedInterface(new GraphQLTypeReference(parent));
        return type;
    }

    public static InputObjectGraphType Input(string name, string chinese, string english, params IEnumerable<FieldType> fields)
    {
        var type = new InputObjectGraphType { Name = name, Description = Describe(chinese, english) };
        foreach (var field in fields)
            type.AddField(field);
        return type;
    }

    /// <summary>A field of an input.</summary>
    public static FieldType Value(string name, string type, string chinese, string english) =>
        new()
        {
            Name = name,
            ResolvedType = TypeOf(type),
            Description = Describe(chinese, english),
        };

    public static QueryArgument Argument(string name, string type, string chinese, string english, object? defaultValue = null) =>
        new(TypeOf(type))
        {
            Name = name,
            Description = Describe(chinese, english),
            DefaultValue = defaultValue,
        };

    /// <summary>Marks what goes on working under a better name.</summary>
    public static T Deprecated<T>(this T part, string by)
        where T : IProvideDeprecationReason
    {
        part.DeprecationReason = $"Use {by}.";
        return part;
    }

    /// <summary>A field that its parent holds; of a record it needs all, unless it says otherwise.</summary>
    public static FieldType Field<TParent>(string name, string type, string chinese, string english, Func<TParent, object?> read) =>
        Of(name, type, chinese, english, new HeldField(parent => read((TParent)parent))).Needing(Reads.KindOf(typeof(TParent)));

    /// <summary>A field that has a better one beside it.</summary>
    public static FieldType Deprecated(FieldType field, string reason)
    {
        field.DeprecationReason = reason;
        return field;
    }

    /// <summary>A field that the request has to look up.</summary>
    public static FieldType Linked<TParent>(
        string name,
        string type,
        string chinese,
        string english,
        Func<RequestScope, TParent, object?> load
    ) => Prepared(name, type, chinese, english, context =>
        {
            var request = RequestScope.Of(context);
            return parent => load(request, (TParent)parent);
        });

    /// <summary>A field whose arguments are read once for all its parents.</summary>
    public static FieldType Prepared(
        string name,
        string type,
        string chinese,
        string english,
        Func<IResolveFieldContext, Func<object, object?>> prepare,
        params IEnumerable<QueryArgument> arguments
    ) => Of(name, type, chinese, english, new PreparedField(prepare), arguments);

    public static FieldType Resolved(
        string name,
        string type,
        string chinese,
        string english,
        Func<IResolveFieldContext, ValueTask<object?>> resolve,
        params IEnumerable<QueryArgument> arguments
    ) => Of(name, type, chinese, english, new FuncFieldResolver<object?>(resolve), arguments);

    private static FieldType Of(
        string name,
        string type,
        string chinese,
        string english,
        IFieldResolver resolver,
        params IEnumerable<QueryArgument> arguments
    ) =>
        new()
        {
            Name = name,
            ResolvedType = TypeOf(type),
            Description = Describe(chinese, english),
            Arguments = [.. arguments],
            Resolver = resolver,
        };
}
