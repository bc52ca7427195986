using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>An invented city's figures, for claims about them. No newspaper printed any of it.</summary>
internal static class ClaimSeeds
{
    public const string District = "place:lanpu",
        Park = "org:lanpu-park",
        SeaRail = "product:yunhai-sea-rail",
        Passage = "policy:yunhai-one-stop",
        National = "indicator:national-beacons",
        Provincial = "indicator:provincial-beacons",
        Key = "indicator:key-beacons",
        Freight = "indicator:loaded-boxes",
        Clearance = "indicator:clearance-time",
        Settled = "indicator:settled-firms",
        Output = "indicator:lamp-output";

    /// <summary>The things that figures are about, and what they measure.</summary>
    public static GraphBatch Registry() =>
        Batches.Registry(
            Named(EntityTypes.Place, District, "蓝浦区", "Lanpu District") with
            {
                Kind = "DISTRICT",
            },
            Named(EntityTypes.Organization, Park, "蓝浦高新区", "Lanpu Park") with
            {
                Kind = EntityTypes.Park,
            },
            Named(EntityTypes.Product, SeaRail, "云海海铁联运", "Yunhai sea-rail service"),
            Named(EntityTypes.Policy, Passage, "云海一站通", "Yunhai one stop"),
            Named(EntityTypes.Company, "org:tide-lamps", "潮声灯具", "Tide Lamps"),
            Indicator(National, "国家级灯塔企业数", "Number of national beacon firms", Dimension.Count),
            Indicator(Provincial, "省级灯塔企业数", "Number of provincial beacon firms", Dimension.Count),
            Indicator(Key, "国家级重点灯塔企业数", "Number of national key beacon firms", Dimension.Count, National),
            Indicator(Freight, "重箱发运量", "Loaded boxes shipped", Dimension.Container),
            Indicator(Clearance, "货物通关周期", "Clearance time of goods", Dimension.Time),
            Indicator(Settled, "入驻企业数", "Number of settled firms", Dimension.Count),
            Indicator(Output, "灯具产值", "Output value of lamps", Dimension.Money)
        );

    private static Entity Indicator(string id, string chinese, string english, Dimension dimension, string? broader = null)
    {
        var properties = new Dictionary<string, string> { ["dimension"] = Spelling.Name(dimension) };
        if (broader is not null)
            properties[EntityTypes.Broader] = broader;
        return Named(EntityTypes.Indicator, id, chinese, english) with { Properties = properties };
    }

    /// <summary>A figure as the importer would make it: with the bounds of its hedge.</summary>
    public static Observation Figure(
        int article,
        string key,
        string about,
        string indicator,
        decimal number,
        string unit,
        string printed,
        Hedge hedge = Hedge.None,
        int multiplier = 0
    )
    {
        var declared = Units.Find(unit)!;
        var interval = Hedges.Interval(hedge, number, declared, multiplier);
        return new()
        {
            Id = $"obs:yunhai/{article:D2}/{key}",
            Article = ArticleId(article),
            Indicator = indicator,
            About = about,
            Measure = Measure.Level,
            Figure = printed,
            Quantity = new()
            {
                Value = Hedges.Scaled(number, multiplier),
                Unit = declared,
                UnitMultiplier = multiplier,
                Hedge = hedge,
                Lower = interval.Lower,
                Upper = interval.Upper,
                BoundBasis = interval.Basis,
            },
        };
    }

    /// <summary>Growth in per cent.</summary>
    public static Observation Rate(
        int article,
        string key,
        string about,
        string indicator,
        decimal rate,
        string printed,
        Comparison comparison
    ) => Figure(article, key, about, indicator, rate, "%", printed) with { Measure = Measure.RateOfChange, Comparison = comparison };

    public static Observation Rank(int article, string key, string about, string indicator, int place, string within) =>
        Figure(article, key, about, indicator, place, "位", $"{within}第{place}") with
        {
            Measure = Measure.Rank,
            Within = new(within, null, null, false),
        };

    /// <summary>The first months of a year.</summary>
    public static Period Months(int year, int last) =>
        Days($"{year}年1至{last}月", new LocalDate(year, 1, 1), new LocalDate(year, last, 1).PlusMonths(1).PlusDays(-1));

    public static Observation In(this Observation figure, Period period) => figure with { Period = period };
}
