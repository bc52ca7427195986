using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>A figure of a text as the rules read it.</summary>
public sealed record ReadFigure
{
    /// <summary>The line of the text, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>Where number, multiplier and unit stand in the line, in UTF-16 code units.</summary>
    public required Span InLine { get; init; }

    /// <summary>The characters of <see cref="InLine"/>.</summary>
    public required string Printed { get; init; }

    /// <summary>The multiplier applied, the sign of a decrease included; 9成 is 90, 翻两番 is 2.</summary>
    public required decimal Number { get; init; }

    /// <summary>The second number of a range.</summary>
    public decimal? To { get; init; }

    /// <summary>As printed; of 亿 without a unit 元, of a list the unit at its end.</summary>
    public required string Unit { get; init; }

    /// <summary>UCUM, ISO 4217 or a word of our own.</summary>
    public required string UnitCode { get; init; }

    /// <summary>The unit in which it can be recorded; null where none is declared for the word.</summary>
    public Unit? DeclaredUnit => PrintedUnits.Declared(Unit, UnitCode);

    /// <summary>The printed base-10 exponent.</summary>
    public int Multiplier { get; init; }
    public Hedge Hedge { get; init; }
    public required Measure Measure { get; init; }

    /// <summary>Of a multiple or a rate of change: what the base is multiplied with. 增长2.4倍 is 3.4, 翻两番 4, 下降30% 0.7.</summary>
    public decimal? Factor { get; init; }

    /// <summary>Of a rate, change, multiple or difference of percentages; null for a value itself.</summary>
    public ReadComparison? Comparison { get; init; }
    public Accumulation Accumulation { get; init; }

    /// <summary>Null where the text gives no time, or none that is safe.</summary>
    public ReadPeriod? Period { get; init; }
    public ObservationStatus Status { get; init; }

    /// <summary>Of a share, the whole as printed; of a rank, among what.</summary>
    public string? Of { get; init; }

    /// <summary>Of a cell the head of its column.</summary>
    public string? Head { get; init; }

    /// <summary>The sentence denies it: 未达到5%.</summary>
    public bool IsNegated { get; init; }

    /// <summary>Who says it, as printed: 市统计局.</summary>
    public string? AttributedTo { get; init; }

    /// <summary>Shares its words of change with the figures beside it: 分别增长3%、5%.</summary>
    public bool IsDistributed { get; init; }

    /// <summary>The rule that decided the measure.</summary>
    public required FigureRule Rule { get; init; }

    /// <summary>The rule as messages and JSON name it: <c>RATE_BY_VERB</c>.</summary>
    public string RuleName => Spelling.Name(Rule);
}

/// <summary>The time of a figure.</summary>
/// <param name="Words">As printed.</param>
/// <param name="First">Null for a count from a start that is not named.</param>
/// <param name="IsCarried">The words stand in an earlier paragraph.</param>
public sealed record ReadPeriod(string Words, LocalDate? First, LocalDate? Last, bool IsCarried);

/// <summary>What is printed and not read, and why.</summary>
public sealed record RefusedFigure(int Line, Span InLine, string Printed, string Reason);

/// <summary>The figures of a text, in reading order, and what was refused.</summary>
public sealed record FigureReading(IReadOnlyList<ReadFigure> Figures, IReadOnlyList<RefusedFigure> Refused)
{
    /// <summary>The tables of the text, whose cells are among the figures.</summary>
    public IReadOnlyList<ReadTable> Tables { get; init; } = [];
}

/// <summary>Where a table stands.</summary>
/// <param name="Caption">The line that names the unit of all its cells, from 1; null where none does.</param>
/// <param name="Head">The lines of its head.</param>
/// <param name="Rows">The lines of its rows.</param>
public sealed record ReadTable(int? Caption, LineRange Head, LineRange Rows, PrintedTable Print);

/// <summary>The rules by which a figure's words become a measure.</summary>
public enum FigureRule
{
    /// <summary>A number with a unit and no word of change.</summary>
    Level,

    /// <summary>增加到58家: what is reached.</summary>
    Reached,

    /// <summary>新增58家: a count of what is new.</summary>
    CountOfNew,

    /// <summary>增加58家, 缩短了五个月.</summary>
    ChangeBy,

    /// <summary>增长15%, 下降3成.</summary>
    RateByVerb,

    /// <summary>增速为15%, 15%的增长.</summary>
    RateByNoun,

    /// <summary>压缩至30%: 70 % less.</summary>
    ShrinkToPart,

    /// <summary>占…的46%, 节约率为11%.</summary>
    Share,

    /// <summary>提高3个百分点.</summary>
    Points,

    /// <summary>拉动增长1.2个百分点.</summary>
    Contribution,

    /// <summary>增长2.4倍: 3.4 times the base.</summary>
    GrowByTimes,

    /// <summary>增长到2.4倍, 是…的2.4倍.</summary>
    GrowToTimes,

    /// <summary>翻两番: four times the base.</summary>
    Doubling,

    /// <summary>第三位, 居全省第二.</summary>
    Rank,

    /// <summary>首次, 第十四届.</summary>
    Ordinal,

    /// <summary>A cell of a table, by the head of its column.</summary>
    Cell,
}
