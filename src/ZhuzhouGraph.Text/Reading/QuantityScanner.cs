namespace ZhuzhouGraph.Text.Reading;

/// <summary>Reads a number with its unit, and the hedges inside it and behind it, at a place of a plain text.</summary>
internal static class QuantityScanner
{
    private static readonly Lexicon<Hedge> After = new(HedgeWords.AfterNumbers);

    private static readonly Lexicon<decimal> Halves = new([
        ("一半", 50),
        ("过半", 50),
        ("半数", 50),
        ("对半", 50),
        ("近半", 50),
        ("对折", 50),
    ]);

    /// <summary>Every quantity of the text, from left to right.</summary>
    public static IEnumerable<ScannedQuantity> In(string plain)
    {
        for (var at = 0; at < plain.Length; )
        {
            if (TryRead(plain, at, out var quantity))
            {
                yield return quantity;
                at = quantity.End;
            }
            else
                at = NumberScanner.Skip(plain, at);
        }
    }

    public static bool TryRead(string plain, int at, out ScannedQuantity quantity)
    {
        quantity = null!;
        var c = plain[at];
        if (Halves.TryFind(plain, at, out var length, out var half) && !"径年个生岛".Contains(CharAt(plain, at + length)))
        {
            var hedge =
                c == '过' ? Hedge.MoreThan
                : c == '近' ? Hedge.Nearly
                : Hedge.None;
            quantity = Ended(plain, Percent(at, at + length, half) with { Hedge = hedge });
            return true;
        }
        if (c == '翻' && Doubling(plain, at, out quantity))
            return true;
        if (c is '第' or '首' or '前' or '榜' && PlaceScanner.TryRead(plain, at, out quantity))
            return true;
        if (c is '¥' or '$')
            return Signed(plain, at, out quantity);
        if (!Single(plain, at, out var first, out var hasSpreadable))
            return false;
        quantity = RangeFrom(plain, first, hasSpreadable) ?? first;
        quantity = Ended(plain, quantity);
        return true;
    }

    /// <summary>¥300, $20.</summary>
    private static bool Signed(string plain, int at, out ScannedQuantity quantity)
    {
        quantity = null!;
        if (at + 1 >= plain.Length || !Glyphs.IsDigit(plain[at + 1]) || !NumberScanner.TryRead(plain, at + 1, out var number))
            return false;
        quantity = new(at, number.End, number.Value)
        {
            Multiplier = number.Multiplier,
            Unit = PrintedUnits.At(plain[at] == '¥' ? "元" : "美元", 0, out _),
            HedgeEnd = number.End,
        };
        return true;
    }

    /// <summary>One number with its unit.</summary>
    /// <param name="isSpreadable">It has neither multiplier nor unit, and may take those of a range's end.</param>
    private static bool Single(string plain, int at, out ScannedQuantity quantity, out bool isSpreadable)
    {
        (quantity, isSpreadable) = (null!, false);
        var isBelow = IsAt(plain, at, "零下");
        var from = isBelow ? at + 2 : at;
        // 第三方: what follows 第 is read as a place, or not at all.
        if (at > 0 && plain[at - 1] == '第')
            return false;
        if (from >= plain.Length || !NumberScanner.TryRead(plain, from, out var number))
            return false;
        if (isBelow)
            number = number with { Start = at, Value = -number.Value };
        quantity = WithUnit(plain, number);
        isSpreadable = quantity.Unit is null && number.Multiplier == 0 && number.Inner is Hedge.None;
        return true;
    }

    private static ScannedQuantity WithUnit(string plain, ScannedNumber number)
    {
        var quantity = new ScannedQuantity(number.Start, number.End, number.Value)
        {
            To = number.To,
            Multiplier = number.Multiplier,
            Hedge = number.To is null ? number.Inner : Hedge.Range,
            IsBare = number.IsBare,
            IsOne = number is { Value: 1, IsArabic: false, IsPart: false, Per: 0 },
            Doubt = number.IsDoubtful ? "two digits side by side are no number" : null,
        };
        if (number.Per > 0)
            return Percent(number.Start, number.End, number.Value * 100 / number.Per) with
            {
                Hedge = quantity.Hedge,
                To = number.To * 100 / number.Per,
            };
        if (number.IsPart)
            return Percent(number.Start, number.End, decimal.Round(number.Value * 100, 6));
        var at = Glyphs.SkipBlanks(plain, number.End);
        if (at >= plain.Length)
            return quantity;
        if (plain[at] is '成' or '折' && PartScanner.TryRead(plain, number, at, out var part))
            return part;
        if (number.IsRound && plain[at] is '余' or '多' or '几' or '来' && number.Inner is Hedge.None && !number.HasFraction)
        {
            var isTen = number is { Value: 10, IsArabic: false } || plain[at] is '来';
            quantity = quantity with { Hedge = isTen ? Hedge.Teens : Hedge.AndSome, End = at + 1 };
            at = Glyphs.SkipBlanks(plain, at + 1);
        }
        return Composite.TryRead(plain, quantity, at) ?? Measured(plain, quantity, at);
    }

    private static ScannedQuantity Measured(string plain, ScannedQuantity quantity, int at)
    {
        // 八大类, 3个多月, 两个半小时.
        if (IsAt(plain, at, "大") && PrintedUnits.At(plain, at + 1, out var afterBig) is { Kind: UnitKind.Count } big)
            return quantity with { Unit = big, End = afterBig };
        if (IsAt(plain, at, "个多月"))
            return quantity with { Unit = PrintedUnits.At("个月", 0, out _), End = at + 3, Hedge = Hedge.AndSome };
        if (IsAt(plain, at, "个半小时") || IsAt(plain, at, "个半月"))
        {
            var isHour = plain[at + 2] == '小';
            return quantity with
            {
                Number = quantity.Number + 0.5m,
                Unit = PrintedUnits.At(isHour ? "小时" : "个月", 0, out _),
                End = at + (isHour ? 4 : 3),
            };
        }
        if (Spaced(plain, at, "个百分点") is > 0 and var points)
            return quantity with { Unit = PrintedUnits.At("个百分点", 0, out _), End = points };
        if (PrintedUnits.At(plain, at, out var end) is not { } unit)
            return quantity;
        // 千亿级 is of that order; 五升三降 counts what rose.
        if (unit.Word == "级" && quantity.Multiplier >= 8)
            return quantity;
        if (unit.Word == "升" && Numerals.DigitOf(CharAt(plain, end)) >= 0)
            return quantity;
        quantity = quantity with { Unit = unit, End = end };
        if (
            IsAt(plain, end, "半")
            && unit.Kind is UnitKind.Duration or UnitKind.Physical
            && !"年径数价岛月".Contains(CharAt(plain, end + 1))
        )
            quantity = quantity with { Number = quantity.Number + 0.5m, End = end + 1 };
        return quantity;
    }

    /// <summary>Behind a word with blanks in it, as extracted texts have them; 0 where it does not stand here.</summary>
    private static int Spaced(string plain, int at, string word)
    {
        foreach (var c in word)
        {
            at = Glyphs.SkipBlanks(plain, at);
            if (CharAt(plain, at) != c)
                return 0;
            at++;
        }
        return at;
    }

    /// <summary>6-8亿元, 0.7%-6.0%, 15至20微米; null where the two are no range.</summary>
    private static ScannedQuantity? RangeFrom(string plain, ScannedQuantity first, bool isSpreadable)
    {
        var at = Glyphs.SkipBlanks(plain, first.End);
        if (
            CharAt(plain, at) is not ('-' or '~' or '至' or '到' or '和' or '与')
            || first.Form is not (QuantityForm.Plain or QuantityForm.Part)
            || first.To is not null
        )
            return null;
        // 从5家到58家 is a change.
        if (first.Start > 0 && plain[first.Start - 1] is '从' or '由' or '自')
            return null;
        var mark = CharAt(plain, at);
        while (CharAt(plain, at) is '-' or '~' or '至' or '到' || (CharAt(plain, at) == mark && mark is '和' or '与'))
            at++;
        at = Glyphs.SkipBlanks(plain, at);
        if (at >= plain.Length || !Single(plain, at, out var last, out _) || last.To is not null || last.Form != first.Form)
            return null;
        // 20和30之间, 200与300间 are ranges, 20和30 two numbers.
        var isBetween = first.Unit is null && (IsAt(plain, last.End, "之间") || (last.Unit is { Word: "间" } && last.End == plain.Length));
        if (mark is '和' or '与' && !isBetween)
            return null;
        if (isBetween && last.Unit is { Word: "间" })
            last = last with { Unit = null, End = last.End - 1 };
        var isPlain = first.Unit is null && last.Unit is null && mark is '至' or '到' or '和' or '与';
        if ((last.Unit is null && !isPlain) || (first.Unit is not null && first.Unit.Code != last.Unit?.Code))
            return null;
        var start = first.Number;
        var printed = last.Number / Hedges.Scaled(1, last.Multiplier);
        if (isSpreadable && last.Multiplier > 0 && start < printed)
            start = Hedges.Scaled(start, last.Multiplier);
        if (start >= last.Number)
            return null;
        return last with { Start = first.Start, Number = start, To = last.Number, Hedge = Hedge.Range, IsOne = false };
    }

    /// <summary>With the hedge that stands behind the unit: 1000万元以上, 50公斤左右, 五倍多.</summary>
    private static ScannedQuantity Ended(string plain, ScannedQuantity quantity)
    {
        var at = quantity.End;
        if (IsAt(plain, at, "级") && quantity.Unit is null && quantity.Multiplier >= 4)
            return quantity with { End = at + 1, HedgeEnd = at + 1, Hedge = Hedge.OrderOf, Form = QuantityForm.Class };
        if (IsAt(plain, at, "(含)"))
            at += "(含)".Length;
        if (IsAt(plain, at, "或者以"))
            at += "或者".Length;
        if (CharAt(plain, at) is '及' or '或' && IsAt(plain, at + 1, "以"))
            at++;
        if (After.TryFind(plain, at, out var length, out var hedge) && quantity.Unit is not { Word: "级" or "星" })
            return quantity with { Hedge = quantity.To is null ? hedge : quantity.Hedge, HedgeEnd = at + length };
        var isMore =
            quantity.Unit is not null
            && quantity.To is null
            && CharAt(plain, quantity.End) is '余' or '多'
            && !"次项家种个元样年".Contains(CharAt(plain, quantity.End + 1));
        return isMore && quantity.Unit!.Kind is not UnitKind.Count
            ? quantity with
            {
                Hedge = Hedge.AndSome,
                HedgeEnd = quantity.End + 1,
            }
            : quantity with
            {
                HedgeEnd = quantity.End,
            };
    }

    /// <summary>翻番, 翻一番, 翻了两番.</summary>
    private static bool Doubling(string plain, int at, out ScannedQuantity quantity)
    {
        quantity = null!;
        var end = at + 1;
        if (IsAt(plain, end, "了"))
            end++;
        var times = 1m;
        if (end < plain.Length && plain[end] is '近' or '约')
            end++;
        if (end < plain.Length && NumberScanner.TryRead(plain, end, out var number))
            (times, end) = (number.Value, number.End);
        if (!IsAt(plain, end, "番") || times is < 0 or > 20)
            return false;
        quantity = new(at, end + 1, times)
        {
            Form = QuantityForm.Doubling,
            Unit = new("times", "番", UnitKind.Times),
            HedgeEnd = end + 1,
        };
        return true;
    }

    internal static ScannedQuantity Percent(int start, int end, decimal number) =>
        new(start, end, number)
        {
            Form = QuantityForm.Part,
            Unit = new("%", "%", UnitKind.Percent),
            HedgeEnd = end,
        };

    internal static bool IsAt(string plain, int at, string word) => string.CompareOrdinal(plain, at, word, 0, word.Length) == 0;

    internal static char CharAt(string plain, int at) => at < plain.Length ? plain[at] : '\0';
}
