namespace ZhuzhouGraph.Text.Reading;

/// <summary>Tells figures from numbers that measure nothing: articles, dates, names, clock times.</summary>
internal static class FigureFilter
{
    /// <param name="reason">Why a number that may be a figure is refused; null where it is none, and nothing need be said.</param>
    public static bool IsFigure(string plain, ScannedQuantity quantity, FigureContext context, out string? reason)
    {
        reason = quantity.Doubt;
        if (reason is not null)
            return false;
        if (quantity.Form is QuantityForm.Ordinal)
            return quantity.Unit is not null || context.IsRank;
        if (quantity.Unit is null)
            return IsWithoutUnit(plain, quantity, ref reason);
        var kind = quantity.Unit.Kind;
        var isHedged = quantity.Hedge is not Hedge.None || context.Hedge is not Hedge.None;
        if (quantity.IsOne && !isHedged && quantity.To is null && kind is UnitKind.Count or UnitKind.Duration or UnitKind.Rank)
            return false;
        if (quantity.IsBare && !isHedged && quantity.Multiplier == 0)
            return false;
        var after = QuantityScanner.CharAt(plain, quantity.End);
        // 三年前 and 五天后 are times, 8点 a time of day.
        if (kind is UnitKind.Duration && after is '前' or '后' or '来' or '内' or '间' or '中' or '代' or '行' or '规' or '期' or '计')
            return false;
        // 前三名 are places, and 此前三名 are three.
        if (IsBehindFirst(plain, quantity))
            return false;
        // 9点30分 is a time of day.
        if (quantity is { Start: > 1, Unit.Word: "分" } && plain[quantity.Start - 1] == '点' && Glyphs.IsDigit(plain[quantity.Start - 2]))
            return false;
        // 一年零三个月 is one time.
        if (plain[quantity.Start] == '零' && quantity.Start > 0 && plain[quantity.Start - 1] is '年' or '月' or '天' or '时')
            return false;
        // 50年一遇 is a name of floods.
        if (kind is UnitKind.Duration && QuantityScanner.IsAt(plain, quantity.End, "一遇"))
            return false;
        if (IsSlogan(plain, quantity) || (kind is UnitKind.Count && IsName(plain, quantity)))
            return false;
        // 02版 is a page, 007号 a number in a list.
        if (plain[quantity.Start] == '0' && QuantityScanner.CharAt(plain, quantity.Start + 1) is >= '0' and <= '9')
            return false;
        if (quantity.Unit.Word == "点" && quantity.Number is >= 0 and <= 24 && quantity.Number == decimal.Truncate(quantity.Number))
            return false;
        return true;
    }

    private static bool IsBehindFirst(string plain, ScannedQuantity quantity) =>
        quantity is { Start: > 0, Unit.Word: "名" or "位" or "强" }
        && plain[quantity.Start - 1] == '前'
        && !(quantity.Start > 1 && plain[quantity.Start - 2] is '之' or '以' or '此' or '目' or '先');

    /// <summary>“四个自信”: a numeral that opens a short quotation is a name.</summary>
    private static bool IsSlogan(string plain, ScannedQuantity quantity)
    {
        var isQuoted = quantity.Start > 0 && plain[quantity.Start - 1] is '“' or '"';
        if (!isQuoted || quantity.Unit!.Kind is not UnitKind.Count || Glyphs.IsDigit(plain[quantity.Start]))
            return false;
        var end = Math.Min(plain.Length, quantity.End + 8);
        return plain.AsSpan(quantity.End, end - quantity.End).IndexOfAny('”', '"') >= 0;
    }

    /// <summary>省市区三级, 二期工程, 十九届二中全会, 三轮车.</summary>
    private static bool IsName(string plain, ScannedQuantity quantity)
    {
        if (Glyphs.IsDigit(plain[quantity.Start]) || quantity.Hedge is not Hedge.None)
            return false;
        var after = QuantityScanner.CharAt(plain, quantity.End);
        return quantity.Unit!.Word switch
        {
            "级" => true,
            "期" => quantity.Number <= 10,
            "届" => Numerals.DigitOf(after) > 0,
            "次" => after is '会' or '全',
            "轮" => after is '车' or '驱',
            "部" => after is '委' or '门' or '分' or '曲',
            _ => false,
        };
    }

    /// <summary>500亿动车订单: money is counted in 亿 without its unit; a bare number else measures nothing that is known.</summary>
    private static bool IsWithoutUnit(string plain, ScannedQuantity quantity, ref string? reason)
    {
        if (quantity.Form is QuantityForm.Class)
            return true;
        var after = QuantityScanner.CharAt(plain, quantity.End);
        if (quantity.Number >= 10 && quantity.Multiplier > 0 && after is >= '\u4E00' and <= '\u9FFF')
            reason = "no unit that is known follows the number";
        return false;
    }
}
