namespace ZhuzhouGraph;

/// <summary>What is measured in units that convert into each other. % and 百分点 are two, and so are tonnes and containers.</summary>
public enum Dimension
{
    Count,
    Container,
    Length,
    Area,
    Volume,
    Mass,
    Time,
    Temperature,
    Speed,
    Energy,
    Power,
    TransportWork,
    Money,
    Price,
    Ratio,
    Points,
    Rank,
    Yield,
    Concentration,
    Index,
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
        Term(Dimension.Area, "面积", "Areas."),
        Term(Dimension.Volume, "体积", "Volumes."),
        Term(Dimension.Mass, "质量", "Masses."),
        Term(Dimension.Time, "时长", "Durations."),
        Term(Dimension.Temperature, "温度", "Temperatures."),
        Term(Dimension.Speed, "速度", "Speeds."),
        Term(Dimension.Energy, "能量", "Amounts of energy."),
        Term(Dimension.Power, "功率", "Powers and capacities of plants."),
        Term(Dimension.TransportWork, "周转量", "Goods or passengers, times the way that they were carried."),
        Term(Dimension.Money, "金额", "Amounts of money."),
        Term(Dimension.Price, "单价", "Money for one unit of a thing."),
        Term(Dimension.Ratio, "比率", "Shares and rates, in per cent or multiples."),
        Term(Dimension.Points, "百分点", "Differences of percentages."),
        Term(Dimension.Rank, "名次", "Places in an order."),
        Term(Dimension.Yield, "单产", "Harvest by area."),
        Term(Dimension.Concentration, "浓度", "Mass in a volume of air or water."),
        Term(Dimension.Index, "指数点", "Points of an index."),
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
        new("visit", "人次", "visits", Dimension.Count),
        new("household", "户", "households", Dimension.Count),
        new("vehicle", "辆", "vehicles", Dimension.Count),
        new("train", "列", "trains", Dimension.Count),
        new("ship", "艘", "ships", Dimension.Count),
        new("aircraft", "架", "aircraft", Dimension.Count),
        new("flight", "架次", "flights", Dimension.Count),
        new("set", "台", "machines", Dimension.Count) { Also = ["台套"] },
        new("case", "件", "cases", Dimension.Count),
        new("transaction", "笔", "transactions", Dimension.Count),
        new("share", "股", "shares of stock", Dimension.Count),
        new("copy", "份", "copies", Dimension.Count),
        new("volume", "册", "volumes", Dimension.Count),
        new("animal", "头", "head of cattle", Dimension.Count),
        new("plant", "株", "plants", Dimension.Count),
        new("building", "栋", "buildings", Dimension.Count),
        new("bed", "张床位", "beds", Dimension.Count),
        new("teu", "标箱", "TEU", Dimension.Container),
        new("nm", "纳米", "nanometres", Dimension.Length) { Base = "m", InBase = 0.000000001m },
        new("um", "微米", "micrometres", Dimension.Length) { Base = "m", InBase = 0.000001m },
        new("mm", "毫米", "millimetres", Dimension.Length) { Base = "m", InBase = 0.001m },
        new("cm", "厘米", "centimetres", Dimension.Length) { Base = "m", InBase = 0.01m },
        new("m", "米", "metres", Dimension.Length),
        new("km", "公里", "kilometres", Dimension.Length)
        {
            Base = "m",
            InBase = 1000,
            Also = ["千米"],
        },
        new("[nmi_i]", "海里", "nautical miles", Dimension.Length) { Base = "m", InBase = 1852 },
        // One square metre is 0.0015 亩 exactly, and one 亩 no finite number of square metres.
        new("m2", "平方米", "square metres", Dimension.Area) { Base = "mu", InBase = 0.0015m },
        new("mu", "亩", "mu", Dimension.Area),
        new("har", "公顷", "hectares", Dimension.Area) { Base = "mu", InBase = 15 },
        new("km2", "平方公里", "square kilometres", Dimension.Area)
        {
            Base = "mu",
            InBase = 1500,
            Also = ["平方千米"],
        },
        new("L", "升", "litres", Dimension.Volume) { Base = "m3", InBase = 0.001m },
        new("m3", "立方米", "cubic metres", Dimension.Volume),
        new("[bbl]", "桶", "barrels", Dimension.Volume),
        new("mg", "毫克", "milligrams", Dimension.Mass) { Base = "t", InBase = 0.000000001m },
        new("g", "克", "grams", Dimension.Mass) { Base = "t", InBase = 0.000001m },
        new("[jin]", "斤", "jin", Dimension.Mass) { Base = "t", InBase = 0.0005m },
        new("kg", "公斤", "kilograms", Dimension.Mass)
        {
            Base = "t",
            InBase = 0.001m,
            Also = ["千克"],
        },
        new("t", "吨", "tonnes", Dimension.Mass),
        new("s", "秒", "seconds", Dimension.Time),
        new("min", "分钟", "minutes", Dimension.Time) { Base = "s", InBase = 60 },
        new("h", "小时", "hours", Dimension.Time),
        new("d", "天", "days", Dimension.Time) { Base = "h", InBase = 24 },
        new("wk", "周", "weeks", Dimension.Time) { Base = "h", InBase = 168 },
        new("mo", "个月", "months", Dimension.Time),
        new("a", "年", "years", Dimension.Time) { Base = "mo", InBase = 12 },
        new("Cel", "℃", "degrees Celsius", Dimension.Temperature),
        new("km/h", "公里/小时", "kilometres per hour", Dimension.Speed),
        new("kWh", "千瓦时", "kilowatt hours", Dimension.Energy) { Also = ["度电"] },
        new("MWh", "兆瓦时", "megawatt hours", Dimension.Energy) { Base = "kWh", InBase = 1000 },
        new("GWh", "吉瓦时", "gigawatt hours", Dimension.Energy) { Base = "kWh", InBase = 1_000_000 },
        new("t.tce", "吨标准煤", "tonnes of coal equivalent", Dimension.Energy),
        new("kW", "千瓦", "kilowatts", Dimension.Power),
        new("MW", "兆瓦", "megawatts", Dimension.Power) { Base = "kW", InBase = 1000 },
        new("GW", "吉瓦", "gigawatts", Dimension.Power) { Base = "kW", InBase = 1_000_000 },
        new("t.km", "吨公里", "tonne-kilometres", Dimension.TransportWork),
        new("pkm", "人公里", "passenger-kilometres", Dimension.TransportWork),
        new("CNY", "元", "yuan", Dimension.Money),
        new("USD", "美元", "US dollars", Dimension.Money),
        new("EUR", "欧元", "euros", Dimension.Money),
        new("HKD", "港元", "Hong Kong dollars", Dimension.Money) { Also = ["港币"] },
        new("MOP", "澳门元", "patacas", Dimension.Money),
        new("TWD", "新台币", "new Taiwan dollars", Dimension.Money),
        new("JPY", "日元", "yen", Dimension.Money),
        new("KRW", "韩元", "won", Dimension.Money),
        new("GBP", "英镑", "pounds sterling", Dimension.Money),
        new("RUB", "卢布", "roubles", Dimension.Money),
        new("AUD", "澳元", "Australian dollars", Dimension.Money),
        new("CAD", "加元", "Canadian dollars", Dimension.Money),
        new("SGD", "新加坡元", "Singapore dollars", Dimension.Money),
        new("CHF", "瑞士法郎", "Swiss francs", Dimension.Money),
        new("CNY/t", "元/吨", "yuan per tonne", Dimension.Price),
        new("CNY/kg", "元/公斤", "yuan per kilogram", Dimension.Price)
        {
            Base = "CNY/t",
            InBase = 1000,
            Also = ["元/千克"],
        },
        new("CNY/[jin]", "元/斤", "yuan per jin", Dimension.Price) { Base = "CNY/t", InBase = 2000 },
        new("CNY/m2", "元/平方米", "yuan per square metre", Dimension.Price),
        new("CNY/kWh", "元/千瓦时", "yuan per kilowatt hour", Dimension.Price),
        new("USD/[bbl]", "美元/桶", "US dollars per barrel", Dimension.Price),
        new("%", "%", "per cent", Dimension.Ratio),
        new("[ppth]", "‰", "per mille", Dimension.Ratio) { Base = "%", InBase = 0.1m },
        new("times", "倍", "times", Dimension.Ratio) { Base = "%", InBase = 100 },
        new("pp", "百分点", "percentage points", Dimension.Points) { Also = ["个百分点"] },
        new("bp", "基点", "basis points", Dimension.Points)
        {
            Base = "pp",
            InBase = 0.01m,
            Also = ["个基点"],
        },
        new("place", "位", "places", Dimension.Rank) { Also = ["名", "第"] },
        new("kg/mu", "公斤/亩", "kilograms per mu", Dimension.Yield),
        new("ug/m3", "微克/立方米", "micrograms per cubic metre", Dimension.Concentration),
        new("[pt]", "点", "index points", Dimension.Index),
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
