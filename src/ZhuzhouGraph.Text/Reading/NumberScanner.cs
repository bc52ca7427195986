namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Finds numbers in a plain text (<see cref="Glyphs.Plain"/>) in every notation that papers print, from left to right and in linear time.
/// </summary>
internal static class NumberScanner
{
    /// <summary>Words that begin with a numeral and count nothing.</summary>
    private const string NoNumbers =
        "一切 一看 一起 一些 一样 一定 一般 一直 一旦 一致 一体 一边 一面 一律 一味 一同 一并 一再 一时 一向 "
        + "一共 一带 一线 一流 一贯 一举 一番 一度 一代 一方 一手 一行 一心 一路 一系列 一揽子 一会 一下 四川 四周 "
        + "三明 三亚 三农 两岸 两翼 两会 两手 两端 万一 万众 万物 千方百计 百姓 百货 百度 千年 万象 万达 五一 "
        + "十一假 五粮 六安 七夕 九江 三峡 十足 十分 千瓦 千米 千克 千卡 千赫 千帕 千伏 千兆 百科 百年 百强 "
        + "百色 千岛 万州 万科 万宁 零部 零件 零售 零食 零星 零散 零碳 零距 零容 零工 零基 两项全能 五项全能 "
        + "百分点 四处 八项规定 五位一体 四个全面 四个意识 四个自信 两个维护 两个确立 两个一百年 三个代表 四套班子 三次产业 二次元 二次加工";

    private static readonly Lexicon<bool> NoNumber = new(NoNumbers.Split(' ').Select(word => (word, true)));

    /// <summary>Every number of the text, the longest at each place, none inside another.</summary>
    public static IEnumerable<ScannedNumber> In(string plain)
    {
        for (var at = 0; at < plain.Length; )
        {
            if (TryRead(plain, at, out var number))
            {
                yield return number;
                at = number.End;
            }
            else
                at = Skip(plain, at);
        }
    }

    /// <summary>Where to look on behind a place at which no number begins: never inside a row of letters and digits.</summary>
    public static int Skip(string plain, int at)
    {
        if (NoNumber.TryFind(plain, at, out var length, out _))
            return at + length;
        if (Glyphs.IsDigit(plain[at]))
        {
            // Digits too many for a number: none of their ends is one.
            while (at < plain.Length && Glyphs.IsDigit(plain[at]))
                at++;
            return at;
        }
        if (!Glyphs.IsLetter(plain[at]))
            return at + 1;
        while (
            at < plain.Length
            && (Glyphs.IsLetter(plain[at]) || Glyphs.IsDigit(plain[at]) || plain[at] is '.' or '_' or '/' or '%' or '?' or '=' or '&')
        )
            at++;
        return at;
    }

    public static bool TryRead(string plain, int at, out ScannedNumber number)
    {
        number = default;
        var c = plain[at];
        // 冬季两项 and 铁人三项 are sports.
        if (at >= 2 && c is '两' or '三' && plain[at - 2] is '冬' or '铁' && at + 1 < plain.Length && plain[at + 1] == '项')
            return false;
        var isStart =
            Glyphs.IsDigit(c)
            || Numerals.IsNumeral(c)
            || c is '-' or '+' or '.' or '负' or '数' or '几' or '上' or '半' or '廿' or '卅' or '成';
        if (!isStart || (c == '.' && at > 0 && plain[at - 1] == '.') || NoNumber.TryFind(plain, at, out _, out _))
            return false;
        if (c is '数' or '几' or '上' or '成')
            return Approximate(plain, at, out number);
        if (c == '半')
        {
            if (at + 1 < plain.Length && plain[at + 1] == '成')
            {
                number = new(at, at + 1, 0.5m);
                return true;
            }
            number = new(at, at + 2, 50) { IsRound = true };
            return at + 1 < plain.Length && plain[at + 1] == '百';
        }
        var from = at;
        if (c is '-' or '+' or '负')
        {
            if (c != '负' && at > 0 && (IsWordLike(plain[at - 1]) || plain[at - 1] is '-' or '.'))
                return false;
            from = Glyphs.SkipBlanks(plain, at + 1);
            if (from >= plain.Length || !(Glyphs.IsDigit(plain[from]) || plain[from] == '.' || Numerals.IsNumeral(plain[from])))
                return false;
        }
        if (!Whole(plain, from, out number))
            return false;
        if (Parts(plain, number, out var parts))
            number = parts;
        else if (IsAmbiguousFormal(plain, number))
            return false;
        if (from > at)
            number = number with { Start = at, Value = c == '+' ? number.Value : -number.Value };
        return true;
    }

    private static bool Whole(string plain, int at, out ScannedNumber number)
    {
        // 万分之三.
        if (at < plain.Length && plain[at] == '万' && IsBareFraction(plain, at + 1))
        {
            number = new(at, at + 1, 10_000) { IsBare = true };
            return true;
        }
        number = default;
        var walk = new NumberWalk(plain, at, second: false);
        // Of 10-digit serial numbers with letters, no part is a number.
        if (!walk.Run())
            return false;
        var other = new NumberWalk(plain, at, second: true);
        if (walk.HasPair)
            other.Run();
        if (walk.IsBare && walk.At == at + 1 && !IsBareFraction(plain, walk.At))
        {
            // 千列以上: one multiplier alone counts only as a threshold, which is for the reader of quantities to see.
            if (Numerals.LargeOf(plain[at]) > 0 || (at > 0 && Numerals.IsNumeral(plain[at - 1])))
                return false;
        }
        number = new ScannedNumber(at, walk.At, walk.Value)
        {
            To = walk.HasPair ? other.Value : null,
            Multiplier = walk.Multiplier,
            Inner = walk.HasInner ? Hedge.AndSome : Hedge.None,
            IsArabic = Glyphs.IsDigit(plain[at]) || plain[at] == '.',
            IsBare = walk.IsBare,
            IsDoubtful = walk.IsDoubtful,
            IsRound = walk.IsRound,
            HasFraction = walk.HasFraction,
        };
        if (number.End < plain.Length && number.IsArabic && plain[number.End] is 'k' or 'K' && !IsLetterAt(plain, number.End + 1))
            number = number with { End = number.End + 1, Value = number.Value * 1000, IsRound = true };
        return true;
    }

    /// <summary>三分之一, 百分之三十, 三百五又三分之一, 1/3.</summary>
    private static bool Parts(string plain, ScannedNumber first, out ScannedNumber number)
    {
        number = default;
        var at = Glyphs.SkipBlanks(plain, first.End);
        if (at < plain.Length && plain[at] == '又' && Whole(plain, Glyphs.SkipBlanks(plain, at + 1), out var after))
        {
            if (!Divided(plain, after, out var part) || part.Per > 0)
                return false;
            number = first with { End = part.End, Value = first.Value + part.Value, HasFraction = true };
            return true;
        }
        return Divided(plain, first, out number);
    }

    /// <summary>What stands behind 分之, or behind a slash.</summary>
    private static bool Divided(string plain, ScannedNumber first, out ScannedNumber number)
    {
        number = default;
        if (IsWord(plain, Glyphs.SkipBlanks(plain, first.End), '分', '之', out var from))
        {
            var isNegative = from < plain.Length && plain[from] == '负';
            if (from >= plain.Length || first.Value <= 0 || !Whole(plain, isNegative ? from + 1 : from, out var second))
                return false;
            var per = first.IsBare && first.Value is 100 or 1000 or 10000 or 1000000 or 10000000 ? (int)first.Value : 0;
            var value = isNegative ? -second.Value : second.Value;
            number = second with
            {
                Start = first.Start,
                Value = per > 0 ? value : value / first.Value,
                Per = per,
                IsPart = per == 0,
                HasFraction = per == 0 || second.HasFraction,
            };
            return true;
        }
        return Slash(plain, first, out number);
    }

    private static bool Slash(string plain, ScannedNumber first, out ScannedNumber number)
    {
        number = default;
        var numerator = first;
        decimal whole = 0;
        if (!first.IsArabic || first.HasFraction || first.Multiplier > 0)
            return false;
        var at = first.End;
        if (at + 3 < plain.Length && plain[at] == ' ' && Glyphs.IsDigit(plain[at + 1]) && Whole(plain, at + 1, out var next))
        {
            (numerator, whole, at) = (next, first.Value, next.End);
        }
        if (at + 1 >= plain.Length || plain[at] != '/' || !Glyphs.IsDigit(plain[at + 1]) || !Whole(plain, at + 1, out var below))
            return false;
        var isDate = below.End < plain.Length && plain[below.End] is '/' or '-' || (first.Start > 0 && plain[first.Start - 1] == '/');
        if (isDate || below.Value == 0 || below.Value > 1000 || numerator.Value != decimal.Truncate(numerator.Value))
            return false;
        number = first with { End = below.End, Value = whole + (numerator.Value / below.Value), IsPart = whole == 0, HasFraction = true };
        return true;
    }

    /// <summary>数十, 几百, 上千, 成百上千.</summary>
    private static bool Approximate(string plain, int at, out ScannedNumber number)
    {
        number = default;
        var c = plain[at];
        var before = at == 0 ? ' ' : plain[at - 1];
        if (c == '成')
        {
            // 成百上千, 成千上万.
            if (at + 3 >= plain.Length || Numerals.SmallOf(plain[at + 1]) == 0 || plain[at + 2] != '上')
                return false;
            return Approximate(plain, at + 2, out number) && (number = number with { Start = at }).End > at;
        }
        var isOther =
            c == '上' ? "以之史路网线海身地晚早楼街马".Contains(before)
            : c == '数' ? "总次人户指系倍基函岁个级参件度字".Contains(before) || Numerals.IsNumeral(before)
            : Numerals.IsNumeral(before) || Glyphs.IsDigit(before);
        var end = at + 1;
        var value = 1m;
        var multiplier = 0;
        for (; end < plain.Length && end - at < 5; end++)
        {
            var small = Numerals.SmallOf(plain[end]);
            var large = Numerals.LargeOf(plain[end]);
            if ((small == 0 && large is not (4 or 8)) || (small > 0 && end > at + 1) || (c == '上' && small == 1))
                break;
            value = Hedges.Scaled(value, small + large);
            multiplier += large;
        }
        if (isOther || end == at + 1)
            return false;
        number = new(at, end, value)
        {
            Multiplier = multiplier,
            Inner = c == '上' ? Hedge.OrderOf : Hedge.Several,
            IsRound = true,
        };
        return true;
    }

    /// <summary>陆 of 大陆, 拾 of 收拾: a formal digit counts in company, or before 元.</summary>
    private static bool IsAmbiguousFormal(string plain, ScannedNumber number)
    {
        if (number.End - number.Start > 1 || !Numerals.IsFormal(plain[number.Start]))
            return false;
        var isWhole = number.Start == 0 && number.End == plain.Length;
        var before = number.Start == 0 ? '\0' : plain[number.Start - 1];
        return !isWhole
            && before != '是'
            && !(number.End < plain.Length && plain[number.End] is '元' or '圆' or '角' or '分' or '月' or '日' or '年' or '成' or '折');
    }

    private static bool IsBareFraction(string plain, int at) => IsWord(plain, Glyphs.SkipBlanks(plain, at), '分', '之', out _);

    private static bool IsWord(string plain, int at, char first, char second, out int end)
    {
        end = 0;
        if (at >= plain.Length || plain[at] != first)
            return false;
        var next = Glyphs.SkipBlanks(plain, at + 1);
        if (next >= plain.Length || plain[next] != second)
            return false;
        end = Glyphs.SkipBlanks(plain, next + 1);
        return true;
    }

    private static bool IsLetterAt(string plain, int at) => at < plain.Length && Glyphs.IsLetter(plain[at]);

    private static bool IsWordLike(char c) =>
        Glyphs.IsDigit(c) || Glyphs.IsLetter(c) || Numerals.IsNumeral(c) || c is '%' or '℃' or '月' or '日' or '年';
}
