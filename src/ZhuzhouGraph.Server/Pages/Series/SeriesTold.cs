using NodaTime;
using ZhuzhouGraph.Server.Pages.Charts;

namespace ZhuzhouGraph.Server.Pages.Series;

/// <summary>What is printed beside the figure of a point.</summary>
public sealed record Beside(int Others, IReadOnlyList<AgreementTold> Agreements);

public sealed record AgreementTold(string? Agreement, int Count);

/// <summary>A period of a line, with the figure that stands for it.</summary>
public sealed record PointTold(
    LocalDate? PeriodStart,
    LocalDate PeriodEnd,
    string? ValueText,
    UnitTerm? Unit,
    BoundText? Lower,
    BoundText? Upper,
    Figure Observation,
    Beside Report
)
{
    /// <summary>What merely repeats a figure, or rounds it, contradicts nothing.</summary>
    private static readonly string[] Agreeing = ["EQUAL", "ROUNDING"];

    public Charted Charted =>
        new(Observation, ValueText, Lower, Upper, Unit ?? Observation.Unit, PeriodStart, PeriodEnd)
        {
            Others = Report.Others,
            Disagreements = [.. Report.Agreements.Select(one => one.Agreement).OfType<string>().Except(Agreeing)],
        };
}

/// <summary>The points of a line, with the rule by which the figure of each is chosen.</summary>
public sealed record PointsTold(string Rule, IReadOnlyList<PointTold> Nodes, PageMarks? PageInfo = null, int? TotalCount = null);

/// <summary>What may be drawn as one line, as the fragment <c>line</c> asks for it.</summary>
public sealed record LineTold(
    string Id,
    Named Indicator,
    Named About,
    string Measure,
    string Accumulation,
    string Status,
    int FigureCount,
    int PointCount,
    LocalDate PeriodStart,
    LocalDate PeriodEnd,
    IReadOnlyList<UnitTerm> Units,
    PointsTold Points,
    Named? Place = null,
    string? Comparison = null,
    string? Frequency = null,
    string? PriceBasis = null,
    string? ShareOf = null,
    string? Within = null,
    string? Base = null,
    Named? BaseEntity = null,
    IReadOnlyList<Member>? Breakdown = null,
    string? RankedBy = null
)
{
    /// <summary>From how many dated points on a line is drawn.</summary>
    public const int LeastForLine = 3;

    public ChartBlock Block => field ??= ChartBlock.One([.. Points.Nodes.Select(point => point.Charted)]);

    /// <summary>What all of the line agrees in, beside its indicator and what it is about.</summary>
    public IEnumerable<(string Label, string Value)> Dimensions(Visit visit)
    {
        yield return (visit.Say("度量方式", "Measure"), Term("Measure", Measure));
        if (Breakdown is { Count: > 0 })
            yield return (visit.Say("其中", "Of which"), Member.NamesOf(Breakdown, visit));
        yield return (visit.Say("单位", "Unit"), string.Join(", ", Units.Select(unit => visit.Say(unit.Label, unit.LabelEnglish))));
        yield return (visit.Say("累计方式", "Accumulation"), Term("Accumulation", Accumulation));
        if (Comparison is { } comparison)
            yield return (visit.Say("比较基准", "Compared"), Term("Comparison", comparison));
        if ((Base ?? (BaseEntity is { } other ? visit.Say(other.Chinese, other.English ?? other.Chinese) : null)) is { } against)
            yield return (visit.Say("比较基期", "Against"), against);
        if (Frequency is { } frequency)
            yield return (visit.Say("频率", "Frequency"), Term("Frequency", frequency));
        if (PriceBasis is { } prices)
            yield return (visit.Say("价格基准", "Prices"), Term("PriceBasis", prices));
        if (ShareOf is { } whole)
            yield return (visit.Say("占什么", "Share of"), whole);
        if (Within is { } among)
            yield return (visit.Say("排名范围", "Among"), among);
        if (RankedBy is { } ranked)
            yield return (visit.Say("排名依据", "Ranked by"), Term("Measure", ranked));
        yield return (visit.Say("数据状态", "Status"), Term("ObservationStatus", Status));

        string Term(string list, string word) => Terms.Of(list, word).For(visit);
    }

    public string Title(Visit visit) =>
        $"{visit.Say(About.Chinese, About.English ?? About.Chinese)} · "
        + $"{visit.Say(Indicator.Chinese, Indicator.English ?? Indicator.Chinese)}"
        + (Breakdown is { Count: > 0 } ? $" · {Member.NamesOf(Breakdown, visit)}" : "");
}

public sealed record SeriesData(Listed<LineTold> Series);
