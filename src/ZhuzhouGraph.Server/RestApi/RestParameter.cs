using GraphQL;
using GraphQL.Types;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>
/// A parameter of an operation: a member of the query string, or of the JSON that is posted. It has the name, the type and the description
/// of the argument, or field of a filter, that GraphQL has for the same.
/// </summary>
/// <param name="Name">The name in the query string; a member of an object stands behind a point: <c>value.atLeast</c>.</param>
/// <param name="Type">The type, with its lists and whether it is required.</param>
/// <param name="Path">Where its value goes among the arguments that <see cref="Asking.ArgumentReader"/> reads.</param>
internal sealed record RestParameter(string Name, IGraphType Type, string Description, IReadOnlyList<string> Path)
{
    /// <summary>The name of filters among the arguments of GraphQL, which REST does not have.</summary>
    public const string Filter = "filter";

    /// <summary>What is meant where it is left out; null for nothing.</summary>
    public object? Default { get; init; }

    /// <summary>Of an object its members.</summary>
    public IReadOnlyList<RestParameter> Members { get; init; } = [];

    public bool IsRequired => Type is NonNullGraphType;

    public bool IsList => Type is ListGraphType or NonNullGraphType { ResolvedType: ListGraphType };

    /// <summary>The type of one value.</summary>
    public IGraphType Item { get; } = Type.GetNamedType();

    /// <summary>Whether it is a list of objects, which the query string has no form for.</summary>
    public bool IsPostedOnly => IsList && Members.Count > 0;

    /// <summary>Whether it is a span of days, which the query string also takes as one code.</summary>
    public bool IsSpan => Item.Name == "DateRange";

    /// <summary>Whether it is an end of such a span, which may be written as a month, a quarter or a year, too.</summary>
    public bool IsEndOfSpan => Path[^1] is "from" or "to" && Item.Name == "Date";

    /// <summary>What of it may stand in the query string.</summary>
    public IEnumerable<RestParameter> InQuery =>
        IsPostedOnly ? []
        : Members.Count > 0 ? Members.SelectMany(member => member.InQuery)
        : [this];

    /// <summary>The parameters of a GraphQL field: its arguments, and the fields of its filter, without what is deprecated.</summary>
    public static IEnumerable<RestParameter> Of(IFieldType field) =>
        (field.Arguments ?? [])
            .Where(argument => argument.DeprecationReason is null)
            .SelectMany(argument =>
                argument.Name == Filter
                    ? MembersOf(argument.ResolvedType!, "", [Filter])
                    : [Of(argument.Name, argument.ResolvedType!, argument.Description!, [argument.Name], argument.DefaultValue)]
            );

    public static RestParameter Of(
        string name,
        IGraphType type,
        string description,
        IReadOnlyList<string> path,
        object? otherwise = null
    ) => new(name, type, description, path) { Default = otherwise, Members = [.. MembersOf(type, $"{name}.", path)] };

    private static IEnumerable<RestParameter> MembersOf(IGraphType type, string prefix, IReadOnlyList<string> path) =>
        type.GetNamedType() is InputObjectGraphType input
            ? input
                .Fields.Where(field => field.DeprecationReason is null)
                .Select(field => Of(prefix + field.Name, field.ResolvedType!, field.Description!, [.. path, field.Name]))
            : [];
}
