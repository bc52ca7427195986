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

    private static readonly FilterField<EntityQuery>[] OfEveryType =
    [
        new("text", "String", "字样", $"Its names contain {Words}.", (q, f) => q with { Text = f.Words("text") }),
        new(
            "relationships",
            "[RelationshipCountFilter!]",
            "关系",
            "It is in as many relationships of each of these sorts as each says; at most 5 sorts, each of which costs.",
            (q, f) => q with { Links = [.. f.Sorts("relationships").Select(CountOf)] }
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
        Names(f => EntityTypesIn(f, "types") is { Count: > 0 } types ? new(types.Select(type => type.Name)) : NodeTypes.Entities),
        .. OfEveryType,
        .. Days<EntityQuery>("Its own period, which only some types have,", (q, days) => q with { Period = days }),
    ];

    public static IReadOnlyList<FilterField<EntityQuery>> Of(EntityType type)
    {
        NodeTypes itself = new(type.Name);
        List<FilterField<EntityQuery>> fields = [Names(_ => itself), .. OfEveryType];
        if (type.Kinds.Count > 0)
            fields.Add(
                new("kinds", $"[{type.Name}Kind!]", "种类", "Of one of these kinds.", (q, f) => q with { Kinds = f.List<string>("kinds") })
            );
        if (type.HasPeriod)
            fields.AddRange(Days<EntityQuery>("Its own period", (q, days) => q with { Period = days }));
        return fields;
    }

    /// <summary>The fields of a count of relationships, which is no query of its own.</summary>
    public static readonly IReadOnlyList<FilterField<LinkCount>> Count =
    [
        new("types", "[RelationshipTypeName!]", "关系类型", "Of one of these types.", (c, f) =>
            c with
            {
                Types = [.. f.List<string>("types").Select(RelationshipTypes.Get)],
            }
        ),
        new("direction", "RelationshipSide", "方向", "At which end the entity stands; at any, where it is left out.", (c, f) =>
            c with
            {
                Side = f.Value<RelationshipSide>("direction") ?? c.Side,
            }
        ),
        new("with", "[String!]", "对端", $"The other end is one of these: {IdsOrNames}.", (c, f) =>
            c with
            {
                With = f.IdsOrNames("with", EndsOf(f, OtherOf(f.Value<RelationshipSide>("direction")))),
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

    private static LinkCount CountOf(ArgumentReader filter)
    {
        var isLimited = filter.Has("atLeast") || filter.Has("atMost");
        var count = Count.Read(filter, new LinkCount(RelationshipSide.Either, [], [], [], isLimited ? 0 : 1, null));
        if (filter.Has("atLeast") && count.AtLeast > count.AtMost)
            filter.Report(
                "atLeast",
                GraphErrors.InvalidArgument,
                $"is {count.AtLeast}, which is more than 'atMost', {count.AtMost}; nothing can have that many."
            );
        return count;
    }

    private static RelationshipSide OtherOf(RelationshipSide? side) =>
        side switch
        {
            RelationshipSide.From => RelationshipSide.To,
            RelationshipSide.To => RelationshipSide.From,
            _ => RelationshipSide.Either,
        };

    private static int Limit(ArgumentReader filter, string name)
    {
        var limit = filter.Value<int>(name) ?? 0;
        if (limit is < 0 or > MaxCount)
            filter.Report(name, GraphErrors.InvalidArgument, $"is {limit}; allowed are 0 to {MaxCount}.");
        return limit;
    }
}
