using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.SqliteStore;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Exports.Tests;

/// <summary>An invented city in a real store, with figures of every sort, and what formats make of them.</summary>
public sealed class Exported : IAsyncLifetime
{
    public const string Growth = "indicator:lantern-growth";
    public const string Prize = "event:yunhai-prize";
    public const string Private = "category:private";
    public const string Crafts = "industry:crafts";

    private readonly string _folder = Directory.CreateTempSubdirectory("zhuzhou-exports-").FullName;

    public SqliteGraphStore Store { get; private set; } = null!;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>The units, in the order in which they are imported; the article's text is invented.</summary>
    public static IReadOnlyList<GraphBatch> Imported { get; } =
    [
        Registry(
            Named(EntityTypes.Indicator, Growth, "灯笼产量增速", "Growth of lanterns made"),
            Named(EntityTypes.Event, Prize, "云海“灯王”奖, 第5届", "Lantern prize") with
            {
                Period = Days("3月3日", FirstDay.PlusDays(2), FirstDay.PlusDays(2)),
            },
            Named(EntityTypes.Category, Private, "民营企业", "Private firms") with
            {
                Kind = "OWNERSHIP",
            },
            Named(EntityTypes.Industry, Crafts, "手工业", "Crafts")
        ),
        Article(1)
            .Printing(Of(1, "count", "58个", quantity => quantity with { Value = 58 }), "1.1")
            .Printing(
                Of(1, "wan", "1.4万个", quantity =>
                    quantity with
                    {
                        Value = 14000.0m,
                        UnitMultiplier = 4,
                        Hedge = Hedge.About,
                        Lower = new(13000m, true),
                        Upper = new(15000m, false),
                        BoundBasis = BoundBasis.Convention,
                    }
                ),
                "2.1"
            )
            .Printing(
                Of(1, "cut", "-30%", quantity => quantity with { Value = -30, Unit = Units.Find("%")! }) with
                {
                    Indicator = Growth,
                    Measure = Measure.RateOfChange,
                    Comparison = Comparison.BasePeriod,
                    Base = new("2019年同期", new(2019, 1, 1), new(2019, 3, 31), null),
                    Period = Days("一季度", new(2031, 1, 1), new(2031, 3, 31)),
                },
                "3.1"
            )
            .Printing(
                Of(1, "range", "15至20个", quantity =>
                    quantity with
                    {
                        Hedge = Hedge.Range,
                        Lower = new(15, true),
                        Upper = new(20, true),
                        BoundBasis = BoundBasis.Stated,
                        Meaning = QuantityMeaning.Varies,
                    }
                ) with
                {
                    Period = Days("去年", new(2030, 1, 1), new(2030, 12, 31)),
                },
                "4.1"
            )
            .Stating(Post(Mayor, City, "=市长, \"一\"", Days("今天", FirstDay, FirstDay)), "2.1")
            .Holding("灯笼58个。", "=约1.4万个，“灯”。", "降30%。", "15至20个。"),
        Article(2)
            .Printing(
                Of(2, "again", "60个", quantity => quantity with { Value = 60 }) with
                {
                    Capacity = "=HYPERLINK(\"x\"),\r\n+1",
                    AttributedTo = Mayor,
                    At = Prize,
                }
            )
            .Printing(
                Of(2, "goal", "目标100个", quantity =>
                    quantity with
                    {
                        Value = 100.50m,
                        Hedge = Hedge.AtLeast,
                        Lower = new(100.50m, true),
                        BoundBasis = BoundBasis.Convention,
                    }
                ) with
                {
                    Comparison = Comparison.OtherEntity,
                    Base = new("港区", null, null, Harbour),
                    Status = ObservationStatus.Target,
                    Period = Days("1至9月", new(2031, 1, 1), new(2031, 9, 30)),
                }
            )
            .Printing(
                Of(2, "rank", "第3", quantity => quantity with { Value = 3, Unit = Units.Find("place")! }) with
                {
                    Measure = Measure.Rank,
                    Breakdown = Breakdown.Of([Private, Crafts]),
                    Within = new("全省", City, 14, false, Measure.RateOfChange),
                }
            )
            .Stating(Post(Mayor, Harbour, "主任"))
            .Stating(Link(RelationshipTypes.Wrote, Mayor, ArticleId(1))),
    ];

    /// <summary>All figures of the invented city, in print order.</summary>
    public const int Figures = 7;

    public async ValueTask InitializeAsync()
    {
        var time = new FakeTimeProvider(new DateTimeOffset(2031, 4, 1, 8, 0, 0, TimeSpan.Zero));
        Store = await SqliteGraphStore.OpenAsync(Path.Combine(_folder, "graph.db"), time, Cancel);
        foreach (var unit in Imported)
            await Store.ImportAsync(unit, Cancel);
    }

    public async ValueTask DisposeAsync()
    {
        await Store.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>What a format writes.</summary>
    public Task<byte[]> BytesAsync(string format, ExportRequest? request = null) => BytesAsync(Store, format, request);

    public static async Task<byte[]> BytesAsync(IGraphStore store, string format, ExportRequest? request = null)
    {
        using var output = new MemoryStream();
        await store.StreamAsync(graph => ExportFormats.Find(format)!.WriteAsync(graph, request ?? new(), output, Cancel), Cancel);
        return output.ToArray();
    }

    public async Task<string> TextAsync(string format, ExportRequest? request = null) =>
        System.Text.Encoding.UTF8.GetString(await BytesAsync(format, request));

    /// <summary>A file with what a format writes, for programs.</summary>
    public async Task<string> FileAsync(string format, ExportRequest? request = null)
    {
        var file = Path.Combine(_folder, Guid.NewGuid().ToString("N") + ExportFormats.Find(format)!.Extension);
        await File.WriteAllBytesAsync(file, await BytesAsync(format, request), Cancel);
        return file;
    }

    public async Task<T> FindAsync<T>(string id)
        where T : class, IGraphNode => (T)(await Store.ReadAsync(s => s.GetAsync([id], Cancel), Cancel))[id];

    private static Observation Of(int article, string key, string figure, Func<Quantity, Quantity> quantity) =>
        Figure(article, key, 0) with
        {
            Figure = figure,
            Quantity = quantity(new() { Unit = Units.Find("piece")! }),
        };
}
