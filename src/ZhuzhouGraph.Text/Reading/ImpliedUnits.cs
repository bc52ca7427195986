namespace ZhuzhouGraph.Text.Reading;

/// <summary>The unit of a number that is printed without one: 500亿订单 is money, 人口减少1386万 people.</summary>
internal static class ImpliedUnits
{
    private static readonly string[] People =
    [
        "人口",
        "人数",
        "群众",
        "人员",
        "职工",
        "居民",
        "贫困人",
        "中国人",
        "农民",
        "游客",
        "用户",
        "学生",
        "人民",
    ];

    private static readonly string[] Money =
    [
        "订单",
        "产业",
        "市场",
        "投资",
        "资金",
        "产值",
        "项目",
        "企业",
        "合同",
        "贷款",
        "资产",
        "营收",
        "收入",
        "利润",
        "税",
        "债",
        "融资",
        "产业集群",
        "集群",
        "规模",
        "金额",
        "总额",
        "出口",
        "进口",
        "外资",
        "增加值",
        "销售额",
        "营业额",
        "余额",
        "支出",
        "财政",
        "市值",
        "成本",
        "经济",
        "俱乐部",
        "GDP",
        "gdp",
    ];

    /// <summary>What is counted without a measure word: 5000农户.</summary>
    private static readonly Lexicon<string> Nouns = new([
        .. "农户 贫困户 家庭 用户".Split(' ').Select(noun => (noun, "户")),
        .. "职工 农民 游客 群众 员工 学生 村民 居民 人口 贫困人口 农业人口 群众 旅客".Split(' ').Distinct().Select(noun => (noun, "人")),
    ]);

    private const int Near = 8;

    /// <summary>Null where no word beside the number tells it.</summary>
    public static PrintedUnit? Of(string plain, List<Token> tokens, int index, ReadFigure? before)
    {
        var quantity = tokens[index].Quantity!;
        if (quantity is { Form: QuantityForm.Plain, IsBare: false, Number: > 1 } && Nouns.TryFind(plain, quantity.End, out _, out var noun))
            return PrintedUnits.At(noun, 0, out _);
        if (quantity.Multiplier < 4 || quantity.Form is not QuantityForm.Plain || (quantity.IsBare && quantity.Hedge is Hedge.None))
            return null;
        var at = quantity.HedgeEnd;
        var end = Math.Min(plain.Length, at + Near);
        var after = plain.AsSpan(at, end - at);
        if (after.IndexOfAny(",。;、(") is >= 0 and var stop)
            after = after[..stop];
        if (Has(after, People))
            return PrintedUnits.At("人", 0, out _);
        var isMoney = quantity.Multiplier >= 8 || before?.UnitCode == "CNY";
        if (after.Length > 0)
            return isMoney && Has(after, Money) ? PrintedUnits.At("元", 0, out _) : null;
        var from = Math.Max(0, quantity.Start - 24);
        var clause = plain.AsSpan(from, quantity.Start - from);
        if (clause.LastIndexOfAny("。;") is >= 0 and var last)
            clause = clause[(last + 1)..];
        if (Has(clause, People))
            return PrintedUnits.At("人", 0, out _);
        return isMoney ? PrintedUnits.At("元", 0, out _) : null;
    }

    private static bool Has(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal))
                return true;
        }
        return false;
    }
}
