using System.Globalization;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Walks one number from its first character to its last: 1亿2000万, 三万五, 一千六点五, 二十几万. Each character is looked at once.
/// </summary>
/// <param name="second">Which of two digits side by side counts (七八万): the second, or the first.</param>
internal struct NumberWalk(string plain, int start, bool second)
{
    private const int MostDigits = 24;
    private const decimal Largest = 1e22m;

    private decimal _total,
        _section;
    private decimal? _digit;
    private bool _isLiteral,
        _hasZero,
        _hasAny,
        _isClosed;
    private int _lastSmall = 9,
        _lastLarge = 99,
        _lastExponent;

    /// <summary>Behind the last character that belongs to the number.</summary>
    public int At { get; private set; } = start;

    public decimal Value { get; private set; }
    public int Multiplier { get; private set; }
    public bool HasPair { get; private set; }
    public bool IsDoubtful { get; private set; }
    public bool IsBare { get; private set; } = true;
    public bool IsRound { get; private set; }
    public bool HasFraction { get; private set; }
    public bool HasInner { get; private set; }

    /// <summary>Whether a number stands here.</summary>
    public bool Run()
    {
        while (Step()) { }
        if (!_hasAny)
            return false;
        IsRound = _digit is null || (_isLiteral && !HasFraction && _digit % 10 == 0);
        Value = _total + _section + Tail();
        return true;
    }

    private bool Step()
    {
        var at = _hasAny ? Glyphs.SkipBlanks(plain, At) : At;
        if (at >= plain.Length)
            return false;
        var c = plain[at];
        var isApart = at > At;
        if (Glyphs.IsDigit(c) || (c == '.' && !_hasAny && at + 1 < plain.Length && Glyphs.IsDigit(plain[at + 1])))
            return (!isApart || (_digit is null && IsCounted(at))) && Literal(at);
        if (_isClosed && Numerals.LargeOf(c) == 0)
            return false;
        if (Numerals.DigitOf(c) >= 0)
            return !(isApart && _digit is not null) && Digits(at);
        if (c is '廿' or '卅' && _digit is null && _section == 0)
            return Section(at, c == '廿' ? 20 : 30, 1);
        if (Numerals.SmallOf(c) is > 0 and var small)
            return Small(at, small);
        if (Numerals.LargeOf(c) is > 0 and var large)
            return Large(at, large);
        return c switch
        {
            '点' => Point(at),
            '余' or '多' or '几' or '来' => Inner(at),
            _ => false,
        };
    }

    private bool Literal(int at)
    {
        if (_digit is not null || _isClosed)
            return false;
        var end = at;
        while (end < plain.Length && Glyphs.IsDigit(plain[end]))
            end++;
        var hasCommas = end - at <= 3 && ThousandsFrom(end) > end;
        if (hasCommas)
            end = ThousandsFrom(end);
        var hasPoint = end + 1 < plain.Length && plain[end] == '.' && Glyphs.IsDigit(plain[end + 1]);
        if (hasPoint)
        {
            end++;
            while (end < plain.Length && Glyphs.IsDigit(plain[end]))
                end++;
        }
        if (end - at > MostDigits)
            return false;
        var digits = plain[at..end].Replace($"{Glyphs.Thousands}", "", StringComparison.Ordinal);
        var literal = decimal.Parse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);
        // 1万600 goes on, 1万80000 does not.
        if (_hasAny && (hasPoint || literal >= Power(_lastExponent)))
            return false;
        (_digit, _isLiteral, HasFraction, IsBare) = (literal, true, hasPoint, false);
        _hasZero |= plain[at] == '0' && end - at > 1;
        return Take(end);
    }

    /// <summary>Behind the groups of three digits, each with its comma.</summary>
    private readonly int ThousandsFrom(int end)
    {
        while (
            end + 3 < plain.Length
            && plain[end] == Glyphs.Thousands
            && Glyphs.IsDigit(plain[end + 1])
            && Glyphs.IsDigit(plain[end + 2])
            && Glyphs.IsDigit(plain[end + 3])
            && !(end + 4 < plain.Length && Glyphs.IsDigit(plain[end + 4]))
        )
            end += 4;
        return end;
    }

    private bool Digits(int at)
    {
        if (_digit is not null)
            return false;
        var end = at;
        while (end < plain.Length && end - at < MostDigits && Numerals.DigitOf(plain[end]) >= 0)
            end++;
        if (end - at > 1 && plain[at] == '零' && _hasAny)
        {
            // 一百零五: the zero only marks the place.
            while (at + 1 < end && plain[at] == '零')
                at++;
            _hasZero = true;
        }
        var length = end - at;
        // 三十两 and 两千两: the last is a unit.
        if (length == 1 && plain[at] == '零' && _hasAny)
        {
            _hasZero = true;
            return Take(end) && Follows(end);
        }
        if (length == 1 && plain[at] == '两' && _hasAny && !IsMultiplier(end))
            return false;
        if (length == 2 && plain[at] != '零' && plain[at + 1] != '零')
            return Pair(at, end);
        if (_hasAny && length > 1)
            return false;
        decimal value = 0;
        for (; at < end; at++)
            value = (value * 10) + Numerals.DigitOf(plain[at]);
        (_digit, _isLiteral, IsBare) = (value, length > 1, false);
        return Take(end);
    }

    /// <summary>七八, 三五: from the one to the other. 一一 and 五五 are doubtful.</summary>
    private bool Pair(int at, int end)
    {
        var (first, last) = (Numerals.DigitOf(plain[at]), Numerals.DigitOf(plain[at + 1]));
        if (last == first + 1 || (first, last) is (3, 5))
        {
            if (plain[at + 1] == '两' || (plain[at] == '两' && last != 3))
                return false;
            (_digit, HasPair) = (second ? last : first, true);
        }
        else if (_hasAny)
            return false;
        else
            (_digit, _isLiteral, IsDoubtful) = ((first * 10) + last, true, true);
        IsBare = false;
        return Take(end);
    }

    private bool Small(int at, int exponent)
    {
        if (exponent >= _lastSmall || (_isClosed && !HasInner))
            return false;
        if (_digit is null && exponent > 1 && (_section != 0 || (_hasAny && !_hasZero)))
            return false;
        if (_isLiteral && _digit is not null && (HasFraction || _digit >= 10 || IsDoubtful) && exponent == 1)
            return false;
        // 5千瓦 and 2.3千克 are five and 2.3 of a unit, 三千米 are three thousand.
        var next = at + 1 < plain.Length ? plain[at + 1] : '\0';
        if (exponent == 3 && _digit is not null && (next is '瓦' or '伏' or '卡' or '赫' or '字' || (_isLiteral && next is '米' or '克')))
            return false;
        if (_digit is null && exponent == 1)
            IsBare = false;
        return Section(at, Hedges.Scaled(_digit is null or 0 ? 1 : _digit.Value, exponent), exponent);
    }

    private bool Section(int at, decimal value, int exponent)
    {
        _section += value;
        (_digit, _lastSmall, _lastExponent, _hasZero) = (null, exponent, exponent, false);
        if (exponent == 1)
            IsBare = false;
        return Take(at + 1);
    }

    private bool Large(int at, int exponent)
    {
        var inner = _section + (_digit ?? 0);
        if (!_hasAny || (_total == 0 && inner == 0))
            return false;
        // Alone 兆 may be a million.
        if (exponent == 12 && plain.IndexOf('亿', at, Math.Min(12, plain.Length - at)) < 0)
            return false;
        if (exponent > _lastLarge)
            _total = Hedges.Scaled(_total + inner, exponent);
        else if (inner == 0 && exponent == _lastLarge && plain[at - 1] is '万' or '亿' or ' ' or '多' or '余')
            _total = Hedges.Scaled(_total, exponent);
        else if (inner != 0 && exponent < _lastLarge)
            _total += Hedges.Scaled(inner, exponent);
        else
            return false;
        if (_total > Largest)
            return false;
        Multiplier = inner == 0 && Multiplier == 4 ? 4 + exponent : Math.Max(Multiplier, exponent);
        _isClosed |= HasFraction;
        (_section, _digit, _isLiteral, _lastSmall, _lastLarge, _lastExponent, _hasZero) = (0, null, false, 9, exponent, exponent, false);
        return Take(at + 1);
    }

    /// <summary>一百点五, 两千三点一; 八点二十分 is a time.</summary>
    private bool Point(int at)
    {
        if (!_hasAny || HasFraction || IsBare || (_isLiteral && _digit is not null && Glyphs.IsDigit(plain[at - 1])))
            return false;
        var from = Glyphs.SkipBlanks(plain, at + 1);
        var end = from;
        decimal fraction = 0,
            place = 1;
        for (; end < plain.Length && end - from < MostDigits; end++)
        {
            var digit = Glyphs.IsDigit(plain[end]) ? plain[end] - '0' : Numerals.DigitOf(plain[end]);
            if (digit < 0 || plain[end] == '两')
                break;
            fraction += digit * (place /= 10);
        }
        if (end == from || (end < plain.Length && (Numerals.SmallOf(plain[end]) > 0 || plain[end] is '分' or '钟' or '半')))
            return false;
        _digit = _section + Tail() + fraction;
        (_section, HasFraction, _isLiteral) = (0, true, true);
        _hasZero = true;
        At = end;
        return end < plain.Length && Numerals.LargeOf(plain[end]) > 0;
    }

    /// <summary>十余万, 二十几亿: more than the number, before a multiplier.</summary>
    private bool Inner(int at)
    {
        var next = Glyphs.SkipBlanks(plain, at + 1);
        if (!_hasAny || HasInner || HasFraction || next >= plain.Length || Numerals.LargeOf(plain[next]) is not (4 or 8))
            return false;
        if (_digit is not null && !(_isLiteral && _digit % 10 == 0))
            return false;
        HasInner = true;
        return Take(at + 1);
    }

    /// <summary>The last digit: its place is that below the multiplier before it (三万五), unless a zero marks its own.</summary>
    private readonly decimal Tail()
    {
        if (_digit is not { } digit)
            return 0;
        var isShort = !_isLiteral && !_hasZero && _lastExponent >= 2;
        return isShort ? digit * Power(_lastExponent - 1) : digit;
    }

    /// <summary>Whether the digits that begin here stand directly before a multiplier: 7万 5千.</summary>
    private readonly bool IsCounted(int at)
    {
        while (at < plain.Length && Glyphs.IsDigit(plain[at]))
            at++;
        return at < plain.Length && Numerals.SmallOf(plain[at]) > 0;
    }

    private readonly bool IsMultiplier(int at) =>
        Glyphs.SkipBlanks(plain, at) is var next
        && next < plain.Length
        && (Numerals.SmallOf(plain[next]) > 0 || Numerals.LargeOf(plain[next]) > 0);

    /// <summary>Whether a zero is followed by what it stands before; otherwise it is no part of the number.</summary>
    private bool Follows(int end)
    {
        var next = Glyphs.SkipBlanks(plain, end);
        if (next < plain.Length && (Glyphs.IsDigit(plain[next]) || Numerals.IsNumeral(plain[next]) || plain[next] == '几'))
            return true;
        At = end - 1;
        return false;
    }

    private bool Take(int end)
    {
        (At, _hasAny) = (end, true);
        return true;
    }

    private static decimal Power(int exponent)
    {
        var power = 1m;
        while (exponent-- > 0)
            power *= 10;
        return power;
    }
}
