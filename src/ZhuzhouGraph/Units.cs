namespace ZhuzhouGraph;

/// <summary>A unit of measure.</summary>
/// <param name="Code">UCUM for physical units, ISO 4217 for money, a word of our own for counts (<c>firm</c>).</param>
/// <param name="Chinese">The label, and the word that seeds write.</param>
/// <param name="English">The English label.</param>
/// <param name="Dimension">One of <see cref="Units.Dimensions"/>. Values convert only within one dimension.</param>
public sealed record Unit(string Code, string Chinese, string English, string Dimension)
{
    /// <summary>Other printed words for the same unit.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>True for what is counted one by one, so that a number without hedge is exact.</summary>
    public bool IsCount => Dimension is "COUNT" or "CONTAINER" or "RANK";
}

/// <summary>The declared units.</summary>
public static class Units
{
    /// <summary>The dimensions that an indicator may have. % and 百分点 are two dimensions, and so are tonnes and containers.</summary>
    public static readonly IReadOnlyList<Choice> Dimensions =
    [
        new("COUNT", "个数", "Things counted one by one."),
        new("CONTAINER", "标箱", "Twenty-foot container units."),
        new("LENGTH", "长度", "Lengths, depths, widths, thicknesses."),
        new("MASS", "质量", "Masses."),
        new("TIME", "时长", "Durations."),
        new("TEMPERATURE", "温度", "Temperatures."),
        new("MONEY", "金额", "Amounts of money."),
        new("RATIO", "比率", "Shares and rates, in per cent or multiples."),
        new("POINTS", "百分点", "Differences of percentages."),
        new("RANK", "名次", "Places in an order."),
    ];

    /// <summary>All units, in the order in which documents list them.</summary>
    public static readonly IReadOnlyList<Unit> All =
    [
        new("firm", "家", "firms", "COUNT"),
        new("item", "项", "items", "COUNT"),
        new("piece", "个", "pieces", "COUNT") { Also = ["大"] },
        new("line", "条", "lines", "COUNT"),
        new("kind", "种", "kinds", "COUNT"),
        new("batch", "批", "batches", "COUNT"),
        new("edition", "届", "editions", "COUNT"),
        new("occasion", "次", "occasions", "COUNT") { Also = ["场", "站"] },
        new("order", "单", "orders", "COUNT"),
        new("city", "城", "cities", "COUNT"),
        new("level", "级", "levels", "COUNT"),
        new("person", "人", "persons", "COUNT") { Also = ["位专家"] },
        new("part", "部", "parts", "COUNT"),
        new("teu", "标箱", "TEU", "CONTAINER"),
        new("um", "微米", "micrometres", "LENGTH"),
        new("m", "米", "metres", "LENGTH"),
        new("km", "公里", "kilometres", "LENGTH"),
        new("kg", "公斤", "kilograms", "MASS"),
        new("t", "吨", "tonnes", "MASS"),
        new("h", "小时", "hours", "TIME"),
        new("d", "天", "days", "TIME"),
        new("mo", "个月", "months", "TIME"),
        new("a", "年", "years", "TIME"),
        new("Cel", "℃", "degrees Celsius", "TEMPERATURE"),
        new("CNY", "元", "yuan", "MONEY"),
        new("%", "%", "per cent", "RATIO"),
        new("times", "倍", "times", "RATIO"),
        new("pp", "百分点", "percentage points", "POINTS") { Also = ["个百分点"] },
        new("place", "位", "places", "RANK") { Also = ["名", "第"] },
    ];

    private static readonly Dictionary<string, Unit> ByWord = All.SelectMany(
            u => u.Also.Append(u.Chinese).Append(u.Code).Distinct(),
            (unit, word) => (unit, word)
        )
        .ToDictionary(x => x.word, x => x.unit, StringComparer.Ordinal);

    /// <summary>The unit of that code or Chinese word, or null.</summary>
    public static Unit? Find(string word) => ByWord.GetValueOrDefault(word);
}
