using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Migrations;

/// <summary>
/// The story of an invented city as every recorded store tells it: texts, figures with hedges, a figure that changed, one that went, an
/// article that was removed, an event that dates what happened there. The script of each version of the store's form
/// (<c>Migrations/sqlite-6.sql</c>, <c>Migrations/neo4j-5.cypher</c>) was recorded from it by the program of that version.
/// </summary>
public static class RecordedCity
{
    public const string Fair = "event:yunhai-lantern-fair";
    public const string Boats = "indicator:yunhai-boats";
    public const string Changed = "obs:yunhai/01/lanterns";
    public const string Ended = "obs:yunhai/01/boats";
    public const string Removed = "obs:yunhai/03/lanterns";
    public const string Source = "the folder of the recorded city";

    public static readonly DateTimeOffset Start = new(2031, 4, 1, 8, 0, 0, TimeSpan.Zero);

    public static readonly string Text = string.Join('\n', Lines);

    private static string[] Lines => ["灯会开幕", "云海市灯会昨日开幕，蓝桥到场。", "全市造出灯笼80余个，增长约12%，船30艘。"];

    /// <summary>What was imported at the last, per unit: what a new store would be made of.</summary>
    public static IReadOnlyList<GraphBatch> Batches => [TheRegistry, First(85, hasBoats: false), Second];

    /// <summary>Imports the story, a day for each step.</summary>
    public static async Task TellAsync(IGraphStore store, FakeTimeProvider time, CancellationToken cancellationToken)
    {
        foreach (var batch in new[] { TheRegistry, First(80, hasBoats: true), Second, Third, First(85, hasBoats: false) })
        {
            await store.ImportAsync(batch, cancellationToken);
            time.Advance(TimeSpan.FromDays(1));
        }
        await store.RemoveAsync(Third.Unit, cancellationToken);
        time.Advance(TimeSpan.FromDays(1));
        await store.RememberSourceAsync(Source, cancellationToken);
    }

    private static GraphBatch TheRegistry =>
        Registry(
            Named(EntityTypes.Event, Fair, "云海灯会", "Yunhai Lantern Fair") with
            {
                Period = Days("昨日", FirstDay, FirstDay),
            },
            Named(EntityTypes.Organization, "org:yunhai-guild", "云海·灯笼行会", "Lantern Guild") with
            {
                Kind = "ASSOCIATION",
            }
        );

    private static GraphBatch First(decimal lanterns, bool hasBoats)
    {
        var batch = Article(1)
            .Stating(Post(Mayor, City, "市长", Days("近年来", null, null)), "2.1")
            .Stating(Link(RelationshipTypes.TookPartIn, Mayor, Fair, null, ("role", "PARTICIPANT"), ("word", "到场")), "2.1")
            .Stating(Link(RelationshipTypes.HeldAt, Fair, City, null, ("role", "MAIN")), "2.1")
            .Naming(City, "云海市", "2.1")
            .Naming(Mayor, "蓝桥", "2.1")
            .Naming("org:yunhai-guild", "云海•灯笼行会", "3.1")
            .Printing(
                Hedged(1, "lanterns", Hedge.AndSome, lanterns, "piece", $"{lanterns}余个") with
                {
                    Period = Days("昨日", FirstDay, FirstDay),
                },
                "3.1"
            )
            .Printing(
                Hedged(1, "growth", Hedge.About, 12, "%", "增长约12%") with
                {
                    Measure = Measure.RateOfChange,
                    Comparison = Comparison.YearOnYear,
                    AttributedTo = Harbour,
                    Capacity = "负责人",
                },
                "3.1"
            );
        if (hasBoats)
        {
            batch = batch
                .With(
                    Named(EntityTypes.Indicator, Boats, "船数", "Boats") with
                    {
                        Properties = new Dictionary<string, string> { ["dimension"] = "COUNT", ["broader"] = Lanterns },
                    }
                )
                .Printing(Figure(1, "boats", 30) with { Indicator = Boats }, "3.1");
        }
        return batch.Holding(Lines);
    }

    private static GraphBatch Second =>
        Article(2)
            .With(Named(EntityTypes.Company, "org:yunhai-paper", "云海纸业", "Yunhai Paper"))
            .Stating(Post(Mayor, City, "市长", Days("近年来", null, null)))
            .Stating(Link(RelationshipTypes.LocatedIn, "org:yunhai-paper", City))
            .Naming("org:yunhai-paper", "云海纸业")
            .Printing(
                Figure(2, "rank", 2) with
                {
                    Measure = Measure.Rank,
                    Within = new RankUniverse("全省 城市", City, 14, false),
                    About = "org:yunhai-paper",
                }
            );

    private static GraphBatch Third =>
        Article(3).Stating(Post("person:lan-qiao", Harbour, "主任")).Printing(Figure(3, "lanterns", 7)).Holding("灯", "灯七个。");

    private static Observation Hedged(int article, string key, Hedge hedge, decimal number, string unit, string figure)
    {
        var (lower, upper, basis) = Hedges.Interval(hedge, number, Units.Find(unit)!);
        return Figure(article, key, number) with
        {
            Figure = figure,
            Quantity = new()
            {
                Value = number,
                Unit = Units.Find(unit)!,
                Hedge = hedge,
                Lower = lower,
                Upper = upper,
                BoundBasis = basis,
            },
        };
    }
}
