using NodaTime;
using ZhuzhouGraph.Server.GraphApi.Schema;
using static ZhuzhouGraph.Server.Asking.SharedFilters;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>The filters of entities: one for entities of any type, and one for each declared type.</summary>
internal static class EntityFilters
{
    /// <summary>The largest number of relationships that a filter counts to.</summary>
    private const int MaxCount = 1_000;

    private static FilterField<EntityQuery> Names(Func<ArgumentReader, NodeTypes> types) =>
        new(
            "names",
            "[String!]",
            "名称",
            "Any name is one of these, whatever the width, case and white space. A name that nothing of the type has is refused with the "
                + "nearest ones.",
            (q, f) => q with { Names = f.Names("names", types(f)) }
        );

    /// <param name="types">Of what types the members of the list are.</param>
    private static FilterField<EntityQuery>[] OfEveryType(Func<ArgumentReader, NodeTypes> types) =>
        [
            Names(types),
            new("text", "String", "字样", $"Its names contain {Words}.", (q, f) => q with { Text = f.Words("text") }),
            new(
                "relationships",
                "[RelationshipCountFilter!]",
                "关系",
                "It is in as many relationships of each of these sorts as each says; each costs, and more than 5 are refused unless "
                    + "the server is set up otherwise.",
                (q, f) => q with { Links = [.. f.Sorts("relationships").Select(sort => CountOf(sort, types(f)))] }
            ),
            new(
                "publishedBy",
                "Date",
                "刊发截至",
                "An article published on or before this day prints a name of it, or states something that names it.",
                (q, f) => q with { PublishedBy = f.Value<LocalDate>("publishedBy") }
            ),
        ];

    public static readonly IReadOnlyList<FilterField<EntityQuery>> OfAnyType =
    [
        new("types", "[EntityTypeName!]", "类型", "Of one of these types.", (q, f) => q with { Types = EntityTypesIn(f, "types") }),
        .. OfEveryType(f => EntityTypesIn(f, "types") is { Count: > 0 } types ? new(types.Select(type => type.Name)) : NodeTypes.Entities),
        .. Days<EntityQuery>("Its own period, which only some types have,", (q, days) => q with { Period = days }),
    ];

    public static IReadOnlyList<FilterField<EntityQuery>> Of(EntityType type)
    {
        NodeTypes itself = new(type.Name);
        List<FilterField<EntityQuery>> fields = [.. OfEveryType(_ => itself)];
        if (type.Kinds.Count > 0)
            fields.Add(
                new("kinds", $"[{type.Name}Kind!]", "种类", "Of one of these kinds.", (q, f) => q with { Kinds = f.List<string>("kinds") })
            );
        if (type.HasPeriod)
            fields.AddRange(Days<EntityQuery>("Its own period", (q, days) => q with { Period = days }));
        return fields;
    }

    /// <summary>The fields of a count of relationships, which is no query of its own.</summary>
    /// <param name="members">Of what types that can be which is in the relationships.</param>
    public static IReadOnlyList<FilterField<LinkCount>> Count(NodeTypes members) =>
        [
            new(
                "types",
                "[RelationshipTypeName!]",
                "关系类型",
                "Of one of these types. Where no member of the list can be in any of them, the filter is refused.",
                (c, f) => c with { Types = TypesIn(f, members) }
            ),
            new("direction", "RelationshipSide", "方向", "At which end the entity stands; at any, where it is left out.", (c, f) =>
                c with
                {
                    Side = SideIn(f),
                }
            ),
            new("with", "[String!]", "对端", $"The other end is one of these: {IdsOrNames}.", (c, f) =>
                c with
                {
                    With = f.IdsOrNames("with", OrWholes(f, FacingIn(f, members))),
                }
            ),
            WithParts<LinkCount>((c, widens) => c with { WithParts = widens }, "with"),
            WithoutReference<LinkCount>("What only a document states does not count, and no part is found through it.", (c, isWithout) =>
                c with
                {
                    WithoutReference = isWithout,
                }
            ),
            .. RelationshipFilters.ChoicesOfAll<LinkCount>((c, chosen) => c with { Choices = [.. c.Choices, .. chosen] }),
            new("atLeast", "Int", "至少", "That many or more; 1 where neither limit is given.", (c, f) =>
                c with
                {
                    AtLeast = Limit(f, "atLeast"),
                }
            ),
            new("atMost", "Int", "至多", "That many or fewer.", (c, f) => c with { AtMost = Limit(f, "atMost") }),
        ];

    private static LinkCount CountOf(ArgumentReader filter, NodeTypes members)
    {
        var isLimited = filter.Has("atLeast") || filter.Has("atMost");
        var count = Count(members).Read(filter, new LinkCount(RelationshipSide.Either, [], [], [], isLimited ? 0 : 1, null));
        if (filter.Has("atLeast") && count.AtLeast > count.AtMost)
            filter.Report(
                "atLeast",
                GraphErrors.InvalidArgument,
                $"is {count.AtLeast}, which is more than 'atMost', {count.AtMost}; nothing can have that many."
            );
        return count;
    }

    private static RelationshipSide SideIn(ArgumentReader filter) => filter.Value<RelationshipSide>("direction") ?? RelationshipSide.Either;

    /// <summary>The types that are asked for; a problem is reported where no member can be in a relationship of any of them.</summary>
    private static IReadOnlyList<RelationshipType> TypesIn(ArgumentReader filter, NodeTypes members)
    {
        var (types, side) = (RelationshipTypesIn(filter), SideIn(filter));
        if (types.Count > 0 && !types.Any(type => members.Join(type, side)))
            filter.Report(
                "types",
                GraphErrors.InvalidArgument,
                $"has {NamesOf(types)}, which never {Verb(side)} {members}; allowed: "
                    + $"{NamesOf(RelationshipTypes.All.Where(type => members.Join(type, side)))}."
            );
        return types;

        static string Verb(RelationshipSide side) =>
            side switch
            {
                RelationshipSide.From => "starts from",
                RelationshipSide.To => "leads to",
                _ => "starts from or leads to",
            };

        static string NamesOf(IEnumerable<RelationshipType> types) =>
            types.Select(type => type.Name).ToList() is { Count: > 0 } names ? string.Join(", ", names) : "nothing";
    }

    /// <summary>What can stand at the other end; anything where 'types' is wrong, which is told there.</summary>
    private static NodeTypes FacingIn(ArgumentReader filter, NodeTypes members)
    {
        var (types, side) = (RelationshipTypesIn(filter), SideIn(filter));
        var facing = NodeTypes.Facing(members, types.Count == 0 ? RelationshipTypes.All : types, side);
        return types.Count > 0 && facing.Names.Count == 0 ? NodeTypes.EntitiesAndArticles : facing;
    }

    private static int Limit(ArgumentReader filter, string name)
    {
        var limit = filter.Value<int>(name) ?? 0;
        if (limit is < 0 or > MaxCount)
            filter.Report(name, GraphErrors.InvalidArgument, $"is {limit}; allowed are 0 to {MaxCount}.");
        return limit;
    }
}
