using System.Globalization;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>
/// The things of the city that outlive one article, each made from its type and number alone. A low number is a well-known thing.
/// </summary>
internal sealed class NewsRegistry
{
    /// <summary>The hub.</summary>
    public const string City = "place:yunhai";

    private readonly Dictionary<EntityType, NewsEntityKind> _kinds;

    public NewsRegistry(NewsShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(shape.KnownEntities, 200);
        var counts = NewsEntityKind.All.ToDictionary(kind => kind.Type, kind => shape.KnownEntities * kind.PerMille / 1000);
        // What rounding leaves over are people.
        counts[EntityTypes.Person] += shape.KnownEntities - counts.Values.Sum();
        _kinds = NewsEntityKind
            .All.Index()
            .ToDictionary(
                x => x.Item.Type,
                x => x.Item with { Count = counts[x.Item.Type], FirstName = new Dice(shape.Seed, Throw.Name, x.Index).Below(110_592) }
            );
    }

    public IEnumerable<Entity> All() =>
        _kinds.Values.SelectMany(kind => Enumerable.Range(0, kind.Count).Select(number => Of(kind.Type, number)));

    public int Count(EntityType type) => _kinds[type].Count;

    public static string Id(EntityType type, int number) =>
        type == EntityTypes.Place && number == 0
            ? City
            : string.Create(CultureInfo.InvariantCulture, $"{type.Prefix}:{type.Name.ToLowerInvariant()}-{number}");

    /// <summary>A thing of one of the types, the well-known ones far more often; never the city.</summary>
    public string Draw(Dice dice, params IReadOnlyList<EntityType> types)
    {
        var (type, number) = DrawThing(dice, types);
        return Id(type, number);
    }

    public Entity DrawEntity(Dice dice, params IReadOnlyList<EntityType> types)
    {
        var (type, number) = DrawThing(dice, types);
        return Of(type, number);
    }

    public Entity Of(EntityType type, int number)
    {
        var id = Id(type, number);
        var kind = _kinds[type];
        var (chinese, english) = id == City ? ("云海市", "Yunhai") : kind.NameOf(number);
        return new()
        {
            Id = id,
            Type = type,
            Kind = id == City ? "CITY" : kind.Choice,
            Names = [new(chinese, "zh", NameBasis.Printed, true), new(english, "en", NameBasis.Translation, true)],
            FormerIds = number % 100 == 99 ? [id + "-before"] : [],
            Properties = Properties(type, number),
        };
    }

    /// <summary>The unit that figures of an indicator are levels in.</summary>
    public static Unit UnitOf(string indicator) =>
        UnitOf(int.Parse(indicator.AsSpan(indicator.LastIndexOf('-') + 1), CultureInfo.InvariantCulture));

    private static Unit UnitOf(int indicator) =>
        Units.Find(
            (indicator % 3) switch
            {
                0 => "家",
                1 => "吨",
                _ => "元",
            }
        )!;

    private (EntityType Type, int Number) DrawThing(Dice dice, IReadOnlyList<EntityType> types)
    {
        var type = dice.Of(types);
        return type == EntityTypes.Place ? (type, 1 + dice.Skewed(Count(type) - 1)) : (type, dice.Skewed(Count(type)));
    }

    private static Dictionary<string, string> Properties(EntityType type, int number)
    {
        if (type == EntityTypes.Event)
            return new() { ["standing"] = number % 8 == 0 ? "PLANNED" : "HELD" };
        if (type != EntityTypes.Indicator)
            return [];
        var properties = new Dictionary<string, string> { ["dimension"] = Spelling.UpperSnake(UnitOf(number).Dimension.ToString()) };
        if (number % 6 == 3)
            properties.Add("broader", Id(type, number - 3));
        return properties;
    }
}
