namespace ZhuzhouGraph;

/// <summary>What is measured in units that convert into each other. % and 百分点 are two, and so are tonnes and containers.</summary>
public enum Dimension
{
    Count,
    Container,
    Length,
    Mass,
    Time,
    Temperature,
    Money,
    Ratio,
    Points,
    Rank,
}

/// <summary>A unit of measure.</summary>
/// <param name="Code">UCUM for physical units, ISO 4217 for money, a word of our own for counts (<c>firm</c>).</param>
/// <param name="Chinese">The label, and the word that seeds write.</param>
/// <param name="English">The English label.</param>
/// <param name="Dimension">Values convert only within one dimension.</param>
public sealed record Unit(string Code, string Chinese, string English, Dimension Dimension)
{
    /// <summary>Other printed words for the same unit.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>True for what is counted one by one, so that a number without hedge is exact.</summary>
    public bool IsCount => Dimension is Dimension.Count or Dimension.Container or Dimension.Rank;

    /// <summary>The code of the unit into which it converts exactly, where that is another one.</summary>
    public string? Base { get; init; }

    /// <summary>How many of <see cref="Base"/> one is; 1 where it is its own base.</summary>
    public decimal InBase { get; init; } = 1;

    /// <summary>
    /// Whether a number of one may be told in the other: the same unit, or one into which it converts. 58家 compare with 58个 and are no 58届;
    /// currencies never convert, nor days into months.
    /// </summary>
    public bool ConvertsTo(Unit other) => this == other || (Dimension == other.Dimension && (Base ?? Code) == (other.Base ?? other.Code));

    /// <summary>Whether numbers of both compare as they stand: counted things do whatever their measure word.</summary>
    public bool ComparesWith(Unit other) => this == other || (Dimension == other.Dimension && IsCount);
}

/// <summary>The declared units.</summary>
public static class Units
{
    /// <summary>The dimensions that an indicator may have, with their terms: every <see cref="Dimension"/>, in its order.</summary>
    public static readonly IReadOnlyList<Choice> Dimensions =
    [
        Term(Dimension.Count, "个数", "Things counted one by one."),
        Term(Dimension.Container, "标箱", "Twenty-foot container units."),
        Term(Dimension.Length, "长度", "Lengths, depths, widths, thicknesses."),
        Term(Dimension.Mass, "质量", "Masses."),
        Term(Dimension.Time, "时长", "Durations."),
        Term(Dimension.Temperature, "温度", "Temperatures."),
        Term(Dimension.Money, "金额", "Amounts of money."),
        Term(Dimension.Ratio, "比率", "Shares and rates, in per cent or multiples."),
        Term(Dimension.Points, "百分点", "Differences of percentages."),
        Term(Dimension.Rank, "名次", "Places in an order."),
    ];

    /// <summary>All units, in the order in which documents list them.</summary>
    public static readonly IReadOnlyList<Unit> All =
    [
        new("firm", "家", "firms", Dimension.Count),
        new("item", "项", "items", Dimension.Count),
        new("piece", "个", "pieces", Dimension.Count) { Also = ["大"] },
        new("line", "条", "lines", Dimension.Count),
        new("kind", "种", "kinds", Dimension.Count),
        new("batch", "批", "batches", Dimension.Count),
        new("edition", "届", "editions", Dimension.Count),
        new("occasion", "次", "occasions", Dimension.Count) { Also = ["场", "站"] },
        new("order", "单", "orders", Dimension.Count),
        new("city", "城", "cities", Dimension.Count),
        new("level", "级", "levels", Dimension.Count),
        new("person", "人", "persons", Dimension.Count) { Also = ["位专家"] },
        new("part", "部", "parts", Dimension.Count),
        new("teu", "标箱", "TEU", Dimension.Container),
        new("um", "微米", "micrometres", Dimension.Length) { Base = "m", InBase = 0.000001m },
        new("m", "米", "metres", Dimension.Length),
        new("km", "公里", "kilometres", Dimension.Length) { Base = "m", InBase = 1000 },
        new("kg", "公斤", "kilograms", Dimension.Mass) { Base = "t", InBase = 0.001m },
        new("t", "吨", "tonnes", Dimension.Mass),
        new("h", "小时", "hours", Dimension.Time),
        new("d", "天", "days", Dimension.Time) { Base = "h", InBase = 24 },
        new("mo", "个月", "months", Dimension.Time),
        new("a", "年", "years", Dimension.Time) { Base = "mo", InBase = 12 },
        new("Cel", "℃", "degrees Celsius", Dimension.Temperature),
        new("CNY", "元", "yuan", Dimension.Money),
        new("%", "%", "per cent", Dimension.Ratio),
        new("times", "倍", "times", Dimension.Ratio) { Base = "%", InBase = 100 },
        new("pp", "百分点", "percentage points", Dimension.Points) { Also = ["个百分点"] },
        new("place", "位", "places", Dimension.Rank) { Also = ["名", "第"] },
    ];

    /// <summary>The unit in which values of all units that convert into it are compared.</summary>
    public static Unit BaseOf(Unit unit) => unit.Base is { } code ? Find(code)! : unit;

    private static readonly Dictionary<string, Unit> ByWord = All.SelectMany(
            u => u.Also.Append(u.Chinese).Append(u.Code).Distinct(),
            (unit, word) => (unit, word)
        )
        .ToDictionary(x => x.word, x => x.unit, StringComparer.Ordinal);

    /// <summary>The unit of that code or Chinese word, or null.</summary>
    public static Unit? Find(string word) => ByWord.GetValueOrDefault(word);

    /// <summary>The units of those codes, in the order of <see cref="All"/>.</summary>
    public static IReadOnlyList<Unit> InOrder(IEnumerable<string> codes) =>
        [.. All.Where(unit => codes.Contains(unit.Code, StringComparer.Ordinal))];

    private static Choice Term(Dimension dimension, string chinese, string english) => new(Spelling.Name(dimension), chinese, english);
}
