using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>One field of a filter, declared once: how it is described to whoever asks, and what it makes of the query.</summary>
/// <param name="Type">The type in the schema language, such as <c>[String!]</c>.</param>
/// <param name="Narrow">The query with what the field asks for; called only where it is given.</param>
internal sealed record FilterField<TQuery>(
    string Name,
    string Type,
    string Chinese,
    string English,
    Func<TQuery, ArgumentReader, TQuery> Narrow
)
{
    /// <summary>The better name that the same field has; null where this is the only one.</summary>
    public string? IsFormerOf { get; init; }

    /// <summary>The field in the schema.</summary>
    public FieldType Input()
    {
        var input = SchemaParts.Value(Name, Type, Chinese, English);
        return IsFormerOf is { } name ? input.Deprecated(name) : input;
    }
}

/// <summary>The fields of a filter, in the order in which the schema tells them.</summary>
internal static class FilterFields
{
    /// <summary>The query with everything that a filter asks for; every problem is noted in the reader.</summary>
    public static TQuery Read<TQuery>(this IEnumerable<FilterField<TQuery>> fields, ArgumentReader filter, TQuery query) =>
        fields
            .Where(field => filter.Has(field.Name) && (field.IsFormerOf is not { } name || filter.Renamed(name, field.Name) == field.Name))
            .Aggregate(query, (narrowed, field) => field.Narrow(narrowed, filter));

    /// <summary>The input type of a filter.</summary>
    public static InputObjectGraphType InputType<TQuery>(
        this IEnumerable<FilterField<TQuery>> fields,
        string name,
        string chinese,
        string english
    ) => SchemaParts.Input(name, chinese, english, fields.Select(field => field.Input()));
}
