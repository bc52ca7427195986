using GraphQL;
using GraphQL.Types;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>
/// All that the schema tells of answers to claims, as fragments: one for each type of <see cref="ClaimSchema"/>, such as
/// <c>claimReport</c>. They follow from the declarations, so a slot that is declared is shown by page and assistant with no word more.
/// </summary>
internal static class ClaimFragments
{
    private static readonly Lazy<IReadOnlyList<string>> Made = new(Make);

    public static IReadOnlyList<string> All => Made.Value;

    private static IReadOnlyList<string> Make()
    {
        using var schema = new GraphSchema();
        var own = ClaimSchema.Types().OfType<ObjectGraphType>().Select(type => type.Name).ToHashSet(StringComparer.Ordinal);
        return
        [
            .. own.Select(name => (IObjectGraphType)schema.AllTypes[name]!)
                .Select(type =>
                    $"fragment {NameOf(type)} on {type.Name} {{ {string.Join(' ', type.Fields.Select(Asked).OfType<string>())} }}"
                ),
        ];

        // What the graph holds is told by id and name, and has a page of its own.
        string? Asked(FieldType field) =>
            field.ResolvedType!.GetNamedType() switch
            {
                ScalarGraphType => field.Name,
                IObjectGraphType type when own.Contains(type.Name) => $"{field.Name} {{ ...{NameOf(type)} }}",
                IObjectGraphType { ResolvedInterfaces.Count: 0 } type => $"{field.Name} {{ {LeavesOf(type)} }}",
                _ => null,
            };
    }

    private static string LeavesOf(IObjectGraphType type) =>
        string.Join(' ', type.Fields.Where(field => field.ResolvedType!.GetNamedType() is ScalarGraphType).Select(field => field.Name));

    private static string NameOf(IGraphType type) => char.ToLowerInvariant(type.Name[0]) + type.Name[1..];
}
