namespace ZhuzhouGraph.Text.Reading;

/// <summary>One value in several units: 1小时2分3秒5, 8天20小时, 五元三角.</summary>
internal static class Composite
{
    /// <summary>From a unit to the next smaller one that may follow, and how many of it make one.</summary>
    private static readonly (string Larger, string Smaller, decimal Ratio, string Unit)[] Steps =
    [
        ("个星期", "天", 7, "天"),
        ("星期", "天", 7, "天"),
        ("天", "小时", 24, "小时"),
        ("天", "时", 24, "小时"),
        ("小时", "分钟", 60, "分钟"),
        ("小时", "分", 60, "分钟"),
        ("个小时", "分钟", 60, "分钟"),
        ("分钟", "秒", 60, "秒"),
        ("分", "秒", 60, "秒"),
        ("元", "角", 10, "角"),
        ("圆", "角", 10, "角"),
        ("角", "分", 10, "分"),
        ("元", "分", 100, "分"),
    ];

    /// <summary>The value in its smallest unit, money in 元; null where only one unit follows.</summary>
    public static ScannedQuantity? TryRead(string plain, ScannedQuantity first, int at)
    {
        var (value, end) = (first.Number, at);
        string? unit = null;
        var parts = 0;
        if (WordAt(plain, at) is not { } larger)
            return null;
        end += larger.Length;
        while (true)
        {
            var next = end;
            if (QuantityScanner.CharAt(plain, next) is '又' or '零')
                next++;
            if (next >= plain.Length || !NumberScanner.TryRead(plain, next, out var number))
                break;
            var step = Array.Find(Steps, s => s.Larger == larger && QuantityScanner.IsAt(plain, number.End, s.Smaller));
            if (step.Ratio == 0 || number.Value >= step.Ratio || number.Value < 0)
                break;
            value = (value * step.Ratio) + number.Value;
            (larger, unit, end, parts) = (step.Smaller, step.Unit, number.End + step.Smaller.Length, parts + 1);
        }
        if (parts == 0)
            return null;
        // 3秒5 is 3.5 seconds.
        if (
            larger == "秒"
            && end < plain.Length
            && Glyphs.IsDigit(plain[end])
            && NumberScanner.TryRead(plain, end, out var rest)
            && rest.Value < 100
        )
            (value, end) = (value + (rest.Value / (rest.End - end == 1 ? 10 : 100)), rest.End);
        if (unit is "角" or "分")
            (value, unit) = (value / (unit == "角" ? 10 : 100), "元");
        return first with { Number = value, End = end, Unit = PrintedUnits.At(unit!, 0, out _) };
    }

    private static string? WordAt(string plain, int at)
    {
        foreach (var step in Steps)
        {
            if (QuantityScanner.IsAt(plain, at, step.Larger))
                return step.Larger;
        }
        return null;
    }
}
