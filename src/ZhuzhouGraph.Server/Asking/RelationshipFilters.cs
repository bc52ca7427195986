using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Schema;
using static ZhuzhouGraph.Server.Asking.SharedFilters;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// The filters of relationships: one for relationships of any type, and one for each type that declares choices or entities; other types
/// share one.
/// </summary>
internal static class RelationshipFilters
{
    /// <summary>The names of the fields that the filters of all types have.</summary>
    private static readonly HashSet<string> OfEveryType = [.. Common(null, "about").Select(field => field.Name)];

    public static readonly IReadOnlyList<FilterField<RelationshipQuery>> OfAnyType =
    [
        new("types", "[RelationshipTypeName!]", "关系类型", "Of one of these types.", (q, f) => q with { Types = RelationshipTypesIn(f) }),
        .. ChoicesOfAll<RelationshipQuery>((q, chosen) => q with { Choices = [.. q.Choices, .. chosen] }),
        new("from", "[String!]", "起点", $"It starts from one of these: {IdsOrNames}.", (q, f) =>
            q with
            {
                From = f.IdsOrNames("from", EndsOf(f, RelationshipSide.From)),
            }
        ),
        new("to", "[String!]", "终点", $"It leads to one of these: {IdsOrNames}.", (q, f) =>
            q with
            {
                To = f.IdsOrNames("to", EndsOf(f, RelationshipSide.To)),
            }
        ),
        new("fromTypes", "[EntityTypeName!]", "起点类型", "It starts from an entity of one of these types.", (q, f) =>
            q with
            {
                FromTypes = EntityTypesIn(f, "fromTypes"),
            }
        ),
        new("toTypes", "[EntityTypeName!]", "终点类型", "It leads to an entity of one of these types.", (q, f) =>
            q with
            {
                ToTypes = EntityTypesIn(f, "toTypes"),
            }
        ),
        .. Common(null, "about", "from", "to"),
    ];

    /// <summary>The filter of one type.</summary>
    public static IReadOnlyList<FilterField<RelationshipQuery>> Of(RelationshipType type) =>
        [
            .. Common(type, "about"),
            .. PropertiesOf(type, PropertyKind.Choice).SelectMany(choice => OwnChoices(type, choice)),
            .. PropertiesOf(type, PropertyKind.Entity).Select(OwnEntity),
        ];

    /// <summary>The name of the filter of one type.</summary>
    public static string NameOf(RelationshipType type) => HasOwn(type) ? $"{type.TypeName}Filter" : "LinkFilter";

    public static IEnumerable<IGraphType> Types() =>
        [
            .. RelationshipTypes.Choices.Select(of =>
                Vocabulary.Of(
                    EnumOf(of.Key),
                    $"关系{of.First().Property.Chinese}",
                    $"What relationships of some types choose as '{of.Key}'.",
                    EachChoice(of.Key)
                )
            ),
            OfAnyType.InputType("RelationshipFilter", "关系筛选", "Which relationships."),
            Common(null, "about").InputType("LinkFilter", "单类关系筛选", "Which relationships of one type."),
            .. RelationshipTypes
                .All.Where(HasOwn)
                .Select(type => Of(type).InputType(NameOf(type), $"{type.Chinese}筛选", $"Which relationships of type {type.Name}.")),
        ];

    /// <summary>
    /// The choices that relationships of whatever type may have made: one field for each name of a property that chooses from a list.
    /// </summary>
    public static IEnumerable<FilterField<TQuery>> ChoicesOfAll<TQuery>(Func<TQuery, IEnumerable<ChosenValue>, TQuery> with) =>
        RelationshipTypes.Choices.Select(of =>
        {
            var (property, name) = (of.Key, Plural(of.Key));
            return new FilterField<TQuery>(
                name,
                $"[{EnumOf(property)}!]",
                of.First().Property.Chinese,
                $"Its '{property}' is one of these; a type that declares none ({string.Join(", ", of.Select(x => x.Type.Name))} do) has "
                    + $"none of them.",
                (query, filter) => with(query, ChosenIn(filter, property, name))
            );
        });

    /// <summary>The choices that are asked for; reported is each that no relationship of the types asked for can have made.</summary>
    private static IEnumerable<ChosenValue> ChosenIn(ArgumentReader filter, string property, string name)
    {
        var (chosen, types) = (filter.List<string>(name), RelationshipTypesIn(filter));
        foreach (var value in chosen)
        {
            List<RelationshipType> declaring =
            [
                .. RelationshipTypes.Choices[property].Where(of => of.Property.Choices.Any(c => c.Name == value)).Select(of => of.Type),
            ];
            if (types.Count > 0 && !types.Intersect(declaring).Any())
                filter.Report(
                    name,
                    GraphErrors.InvalidArgument,
                    $"has {value}, which no {string.Join(" and no ", types.Select(type => type.Name))} can have; "
                        + $"allowed for types: {string.Join(", ", declaring.Select(type => type.Name))}."
                );
        }
        return chosen.Select(value => new ChosenValue(property, value));
    }

    /// <summary>The enum of what relationships of all types choose for a property of that name.</summary>
    public static string EnumOf(string property) => $"Relationship{char.ToUpperInvariant(property[0])}{property[1..]}";

    private static string Plural(string property) => property.EndsWith('y') ? $"{property[..^1]}ies" : $"{property}s";

    /// <param name="type">The only type; null where the filter says which.</param>
    /// <param name="ends">The fields that name ends.</param>
    private static IEnumerable<FilterField<RelationshipQuery>> Common(RelationshipType? type, params string[] ends) =>
        [
            new("about", "[String!]", "涉及对象", $"Either end is one of these: {IdsOrNames}.", (q, f) =>
                q with
                {
                    About = f.IdsOrNames("about", EndsOf(f, RelationshipSide.Either, type)),
                }
            ),
            WithParts<RelationshipQuery>((q, widens) => q with { WithParts = widens }, ends),
            WithoutReference<RelationshipQuery>(
                "What only a document states is left out, and no part is found through it.",
                (q, isWithout) => q with { WithoutReference = isWithout }
            ),
            Articles<RelationshipQuery>((q, ids) => q with { Articles = ids }),
            new("text", "String", "字样", $"Its texts, such as a title, contain {Words}.", (q, f) => q with { Text = f.Words("text") }),
            .. Days<RelationshipQuery>("Its period, or where that has no day that of its event,", (q, days) => q with { Period = days }),
            Undated<RelationshipQuery>(
                "Only those without a day, of their own or of their event",
                q => q with { IsUndated = true },
                q => q with { Period = new(null, null) }
            ),
            new("statuses", "[StatementStatus!]", "陈述依据", "Stated, only implied, or background by a document.", (q, f) =>
                q with
                {
                    Statuses = f.Values<StatementStatus>("statuses"),
                }
            ),
            PrintedIn<RelationshipQuery>((q, printed) => q with { PrintedIn = printed }),
            PublishedBy<RelationshipQuery>((q, day) => q with { PublishedBy = day }),
        ];

    /// <summary>The field of a choice, whose name is a plural like those of other lists, and its former name, the singular.</summary>
    private static IEnumerable<FilterField<RelationshipQuery>> OwnChoices(RelationshipType type, PropertyDeclaration choice)
    {
        var plural = Plural(choice.Name);
        yield return Field(plural);
        yield return Field(choice.Name) with
        {
            IsFormerOf = plural,
        };

        FilterField<RelationshipQuery> Field(string name) =>
            new(name, $"[{Properties.EnumName(type.TypeName, choice)}!]", choice.Chinese, $"{choice.Description} Any of these.", (q, f) =>
                q with
                {
                    Choices = [.. q.Choices, .. f.List<string>(name).Select(value => new ChosenValue(choice.Name, value))],
                }
            );
    }

    private static FilterField<RelationshipQuery> OwnEntity(PropertyDeclaration property)
    {
        // A field that all relationships have may be called like the property and mean something else.
        var name = OfEveryType.Contains(property.Name) ? $"{property.Name}Property" : property.Name;
        var types = property.EntityTypes.Count == 0 ? NodeTypes.Entities : new NodeTypes(property.EntityTypes);
        return new(name, "[String!]", property.Chinese, $"{property.Description} Any of these: {IdsOrNames}.", (q, f) =>
            f.IdsOrNames(name, types) is { Count: > 0 } entities ? q with { Names = [.. q.Names, new NamedIn(property.Name, entities)] } : q
        );
    }

    private static bool HasOwn(RelationshipType type) =>
        type.Properties.Any(property => property.Kind is PropertyKind.Choice or PropertyKind.Entity);

    private static IEnumerable<PropertyDeclaration> PropertiesOf(RelationshipType type, PropertyKind kind) =>
        type.Properties.Where(property => property.Kind == kind);

    /// <summary>Each choice of a property once; one that several types have says of each what it means there.</summary>
    private static IEnumerable<Choice> EachChoice(string property) =>
        RelationshipTypes
            .Choices[property]
            .SelectMany(declared => declared.Property.Choices, (declared, choice) => (Type: declared.Type.Name, Choice: choice))
            .GroupBy(x => x.Choice.Name, StringComparer.Ordinal)
            .Select(same => new Choice(
                same.Key,
                string.Join(", ", same.Select(x => x.Choice.Chinese).Distinct()),
                string.Join(" ", same.Select(x => $"{x.Type}: {x.Choice.Description}"))
            ));
}
