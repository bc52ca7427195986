using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>The things of a city: few ids of every prefix, each declared in a few ways.</summary>
internal static class CityEntities
{
    /// <summary>Slugs that sort otherwise by code point than by word.</summary>
    private static readonly string[] Slugs = ["yun", "yun-2", "yun0"];

    public static readonly IReadOnlyList<string> Ids =
    [
        .. EntityTypes
            .All.Select(type => type.Prefix)
            .Distinct()
            .SelectMany(
                prefix =>
                    Slugs.Take(
                        prefix is "person" or "org" or "place" ? 3
                        : prefix is "event" or "product" or "indicator" ? 2
                        : 1
                    ),
                (prefix, slug) => $"{prefix}:{slug}"
            ),
        "award:".PadRight(NodeId.MaxLength, 'y'),
    ];

    /// <summary>Ids that no entity has now, but may have had.</summary>
    public static readonly IReadOnlyList<string> FormerIds =
    [
        .. EntityTypes.All.Select(type => type.Prefix).Distinct().SelectMany(prefix => new[] { $"{prefix}:old", $"{prefix}:old-2" }),
    ];

    public static IReadOnlyList<string> Of(IEnumerable<string> types) =>
        types.Select(EntityTypes.Find).OfType<EntityType>().Select(type => type.Prefix).ToHashSet() is var prefixes
            ? [.. Ids.Where(id => prefixes.Contains(Prefix(id)))]
            : [];

    /// <summary>Three ways to declare each entity; names are from the city's few words, so that they tie.</summary>
    public static Dictionary<string, Entity[]> Declare(Dice dice, IReadOnlyList<string> words) =>
        Ids.ToDictionary(id => id, id => Enumerable.Range(0, 3).Select(_ => Declaration(dice, id, words)).ToArray());

    private static Entity Declaration(Dice dice, string id, IReadOnlyList<string> words)
    {
        var type = dice.Of(EntityTypes.All.Where(t => t.Prefix == Prefix(id)).ToList());
        var names = dice.Different(words, 3)
            .Select(
                (word, i) =>
                    new EntityName(
                        dice.Chance(25) ? Words.Respelled(dice, word) : word,
                        i == 1 ? "en" : "zh",
                        dice.Of(Enum.GetValues<NameBasis>()),
                        i < 2
                    )
            );
        return new()
        {
            Id = id,
            Type = type,
            Kind = type.Kinds.Count == 0 ? null : dice.Maybe(70, () => dice.Of(type.Kinds).Name),
            Names = [.. names],
            FormerIds = dice.Chance(50)
                ? []
                : dice.Different([.. FormerIds.Concat(Ids).Where(other => other != id && Prefix(other) == Prefix(id))], 2),
            Properties = Properties(dice, type.Properties, words),
            Period = type.HasPeriod ? CityDays.PeriodOf(dice) : null,
        };
    }

    /// <summary>Values of declared properties; required ones are always there.</summary>
    public static Dictionary<string, string> Properties(
        Dice dice,
        IEnumerable<PropertyDeclaration> declared,
        IReadOnlyList<string> words
    ) =>
        declared
            .Where(property => property.IsRequired || dice.Chance(60))
            .ToDictionary(property => property.Name, property => Value(dice, property, words));

    private static string Value(Dice dice, PropertyDeclaration property, IReadOnlyList<string> words)
    {
        var ids = property.EntityTypes.Count == 0 ? Ids : Of(property.EntityTypes);
        return property.Kind switch
        {
            PropertyKind.Number => dice.Of("1", "2", "12", "007", "2031"),
            PropertyKind.Choice => dice.Of(property.Choices).Name,
            PropertyKind.Entity => dice.Of(ids),
            PropertyKind.Entities => string.Join(' ', dice.Different(ids, 2)),
            _ => dice.Of(words),
        };
    }

    public static string Prefix(string id) => id[..id.IndexOf(':', StringComparison.Ordinal)];
}
