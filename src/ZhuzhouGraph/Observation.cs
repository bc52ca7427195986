using NodaTime;

namespace ZhuzhouGraph;

/// <summary>What a figure says about its indicator. Measures never mix.</summary>
public enum Measure
{
    /// <summary>The value itself; a duration is a level with a time unit.</summary>
    Level,

    /// <summary>A difference, in the indicator's unit.</summary>
    Change,

    /// <summary>A relative change in %: growth of 240 % is a factor of 3.4, a cut by 30 % is −30.</summary>
    RateOfChange,

    /// <summary>A factor: 2倍.</summary>
    Multiple,

    /// <summary>A part of a whole, in %.</summary>
    Share,

    /// <summary>A difference of percentages.</summary>
    Points,

    /// <summary>A place in an order over a universe.</summary>
    Rank,

    /// <summary>A place in time or number: 首批, 首次, 第五届.</summary>
    Ordinal,
}

/// <summary>Against what a change is measured.</summary>
public enum Comparison
{
    /// <summary>同比.</summary>
    YearOnYear,

    /// <summary>环比.</summary>
    OnPrevious,

    /// <summary>Against the state before the thing described.</summary>
    AgainstBefore,

    /// <summary>较2019年同期, 较年初, 比1—6月: against a time that the words name.</summary>
    BasePeriod,

    /// <summary>两年平均, 年均: by the year on average, over several years.</summary>
    AverageSince,

    /// <summary>比长沙高, 高于全国平均: against another place, body or thing at the same time.</summary>
    OtherEntity,

    /// <summary>比计划: against what was planned or budgeted.</summary>
    Plan,
}

/// <summary>Whether the value is of one period or adds up from its start.</summary>
public enum Accumulation
{
    Single,
    Cumulative,
}

/// <summary>How often a figure is taken: codes of SDMX (CL_FREQ).</summary>
public enum Frequency
{
    /// <summary>Annual.</summary>
    A,

    /// <summary>Half-yearly (semester).</summary>
    S,

    /// <summary>Quarterly.</summary>
    Q,

    /// <summary>Monthly.</summary>
    M,

    /// <summary>Weekly.</summary>
    W,

    /// <summary>Daily.</summary>
    D,
}

public enum PriceBasis
{
    Current,
    Constant,
}

public enum ObservationStatus
{
    Actual,
    Target,
    Forecast,
}

/// <summary>The things among which a rank is held.</summary>
/// <param name="Words">As printed: 全省.</param>
/// <param name="Place">The place id, or null.</param>
/// <param name="Size">How many things there are, where the paper says so.</param>
/// <param name="IsAscending">True where the smallest comes first.</param>
/// <param name="By">What is ranked: the level (总量第一) or the growth (增速第一); null where the paper leaves it open.</param>
public sealed record RankUniverse(string Words, string? Place, int? Size, bool IsAscending, Measure? By = null)
{
    /// <summary>What things can be ranked by.</summary>
    public static readonly IReadOnlyList<Measure> Rankable =
    [
        Measure.Level,
        Measure.Change,
        Measure.RateOfChange,
        Measure.Share,
        Measure.Points,
    ];
}

/// <summary>What stands at the other end of a comparison, where its kind alone does not say it.</summary>
/// <param name="Words">As printed, without 比 and 较: 年初, 2019年同期, 全国平均, 两年平均.</param>
/// <param name="First">The first day of the base, or of the years that are averaged; null where it has none.</param>
/// <param name="Last">The last day, likewise.</param>
/// <param name="Entity">Of <see cref="Comparison.OtherEntity"/>: the id of that, or null.</param>
public sealed record ComparisonBase(string Words, LocalDate? First, LocalDate? Last, string? Entity)
{
    /// <summary>The kinds that say nothing without one.</summary>
    public static readonly IReadOnlyList<Comparison> Needed = [Comparison.BasePeriod, Comparison.AverageSince, Comparison.OtherEntity];

    /// <summary>The kinds whose base is a time.</summary>
    public static readonly IReadOnlyList<Comparison> Dated = [Comparison.BasePeriod, Comparison.AverageSince];
}

/// <summary>One printed figure, never merged with another.</summary>
public sealed record Observation : IGraphNode
{
    /// <summary><c>obs:folder/file/key</c>.</summary>
    public required string Id { get; init; }

    /// <summary>The id of the article that prints it.</summary>
    public required string Article { get; init; }

    /// <summary>The id of the indicator.</summary>
    public required string Indicator { get; init; }

    /// <summary>The id of the entity that it describes.</summary>
    public required string About { get; init; }

    public required Measure Measure { get; init; }
    public Comparison? Comparison { get; init; }
    public required Quantity Quantity { get; init; }

    /// <summary>Number, unit, hedge and word of change as printed, at most 20 characters.</summary>
    public required string Figure { get; init; }

    /// <summary>True where what is declared behind this was not read, <see cref="Status"/> apart.</summary>
    public bool IsBrief { get; init; }

    public Period? Period
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }
    public Accumulation Accumulation
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>How often the figure is taken, or null.</summary>
    public Frequency? Frequency
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    public PriceBasis? PriceBasis
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Against what exactly a change, or a multiple, is measured; null where the kind of comparison says it all.</summary>
    public ComparisonBase? Base
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Of which part of what it is about; null where it is of the whole.</summary>
    public Breakdown? Breakdown
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Of a share: the whole, in words.</summary>
    public string? ShareOf
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>Of a rank: among what.</summary>
    public RankUniverse? Within
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>The id of the place of measurement, where it is not what the figure is about.</summary>
    public string? Place
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>
    /// The id of the event at which it was said, or null. It dates a figure without a day of its own: see <see cref="Occasions"/>.
    /// </summary>
    public string? At
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>The id of who said it; null where the paper itself says it.</summary>
    public string? AttributedTo
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>The printed capacity of the speaker, such as 相关负责人.</summary>
    public string? Capacity
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    public ObservationStatus Status { get; init; }

    /// <summary>When the store took it in.</summary>
    public Instant RecordedAt
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }

    /// <summary>When the store closed it, because its article no longer states it; null while it stands.</summary>
    public Instant? RemovedAt
    {
        get => Brief.Whole(IsBrief, field);
        init;
    }
}
