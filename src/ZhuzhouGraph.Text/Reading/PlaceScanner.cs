using System.Buffers;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>Places in an order: 第三位, 第十四届, 首次, 首列.</summary>
internal static class PlaceScanner
{
    /// <summary>Words behind a place that make it a name: 第一产业, 第三条, 第一书记.</summary>
    private static readonly string[] Names =
    [
        "产业",
        "部分",
        "条",
        "款",
        "章",
        "节",
        "书记",
        "中学",
        "医院",
        "人民",
        "方",
        "时间",
        "线",
        "一",
        "师",
        "夫人",
        "责任",
    ];

    private static readonly string[] Parts = ["全国", "国内", "中国", "全省", "省内", "湖南", "全球", "世界", "全市"];

    private static readonly SearchValues<char> Rankings = SearchValues.Create("居列跻进入排");

    public static bool TryRead(string plain, int at, out ScannedQuantity place)
    {
        place = null!;
        return plain[at] switch
        {
            '首' => First(plain, at, out place),
            '前' or '榜' => Top(plain, at, out place),
            _ => Numbered(plain, at, out place),
        };
    }

    /// <summary>前三, 前10位 and 榜首, behind words of ranking only: 居全省前三.</summary>
    private static bool Top(string plain, int at, out ScannedQuantity place)
    {
        place = null!;
        if (QuantityScanner.IsAt(plain, at, "榜首"))
        {
            place = Ranked(at, at + 2, 1, Hedge.None);
            return true;
        }
        var from = Glyphs.SkipBlanks(plain, at + 1);
        if (plain[at] != '前' || from >= plain.Length || !IsRanked(plain, at) || !NumberScanner.TryRead(plain, from, out var number))
            return false;
        if (number is not { To: null, Inner: Hedge.None, Multiplier: 0, Value: >= 2 and <= 1000, HasFraction: false })
            return false;
        var end = number.End;
        if (QuantityScanner.CharAt(plain, end) is '位' or '名' or '强')
            end++;
        else if (QuantityScanner.CharAt(plain, end) is not (',' or '。' or ';' or '、' or '\0' or ')' or '”'))
            return false;
        place = Ranked(at, end, number.Value, Hedge.AtMost);
        return true;
    }

    /// <summary>全国第一条 is the first of its kind, and no article of a law.</summary>
    private static bool IsOfPart(string plain, int at) =>
        Array.Exists(Parts, part => at >= part.Length && QuantityScanner.IsAt(plain, at - part.Length, part));

    private static bool IsRanked(string plain, int at)
    {
        var from = Math.Max(0, at - 8);
        var before = plain.AsSpan(from, at - from);
        return before.ContainsAny(Rankings);
    }

    private static ScannedQuantity Ranked(int start, int end, decimal number, Hedge hedge) =>
        new(start, end, number)
        {
            Form = QuantityForm.Ordinal,
            Unit = PrintedUnits.At("位", 0, out _),
            Hedge = hedge,
            HedgeEnd = end,
        };

    private static bool First(string plain, int at, out ScannedQuantity place)
    {
        place = null!;
        if (PrintedUnits.At(plain, at + 1, out var end) is not { Kind: UnitKind.Count or UnitKind.Rank } unit)
            return false;
        // 元首次, 匕首, 首府: a noun before, or a word of another meaning.
        if (
            unit.Word is "部" or "级" or "分" or "点" or "区" or "县" or "页" or "人" or "席"
            || (at > 0 && "元匕部回榜岁昂".Contains(plain[at - 1]))
        )
            return false;
        place = new(at, end, 1)
        {
            Form = QuantityForm.Ordinal,
            Unit = unit,
            HedgeEnd = end,
        };
        return true;
    }

    private static bool Numbered(string plain, int at, out ScannedQuantity place)
    {
        place = null!;
        var from = Glyphs.SkipBlanks(plain, at + 1);
        if (
            from >= plain.Length
            || !NumberScanner.TryRead(plain, from, out var number)
            || number.Value != decimal.Truncate(number.Value)
            || number.Value < 1
        )
            return false;
        if (number.Inner is not Hedge.None || number.To is not null)
            return false;
        var isInOrder = number.Value == 1 && QuantityScanner.IsAt(plain, number.End, "条") && IsOfPart(plain, at);
        if (!isInOrder && Array.Exists(Names, name => QuantityScanner.IsAt(plain, number.End, name)))
            return false;
        var unit = PrintedUnits.At(plain, number.End, out var end);
        if (unit is { Kind: not (UnitKind.Count or UnitKind.Rank) })
            return false;
        place = new(at, unit is null ? number.End : end, number.Value)
        {
            Form = QuantityForm.Ordinal,
            Unit = unit,
            HedgeEnd = unit is null ? number.End : end,
        };
        return true;
    }
}
