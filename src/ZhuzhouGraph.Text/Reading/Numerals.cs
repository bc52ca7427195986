namespace ZhuzhouGraph.Text.Reading;

/// <summary>What single characters are worth in a number.</summary>
internal static class Numerals
{
    private const string Digits = "零一二三四五六七八九";
    private const string Formal = "零壹贰叁肆伍陆柒捌玖";

    private static readonly sbyte[] DigitTable = FillDigits();

    /// <summary>0 to 9 of a Chinese digit; -1 of anything else.</summary>
    public static int DigitOf(char c) => DigitTable[c];

    /// <summary>Of 十, 百, 千: 1, 2, 3; otherwise 0.</summary>
    public static int SmallOf(char c) =>
        c switch
        {
            '十' or '拾' => 1,
            '百' or '佰' => 2,
            '千' or '仟' => 3,
            _ => 0,
        };

    /// <summary>Of 万, 亿, 兆: 4, 8, 12; otherwise 0.</summary>
    public static int LargeOf(char c) =>
        c switch
        {
            '万' => 4,
            '亿' => 8,
            '兆' => 12,
            _ => 0,
        };

    /// <summary>Digits that are other words when they stand alone: 大陆, 收拾, 伍.</summary>
    public static bool IsFormal(char c) => c is '拾' or '佰' or '仟' || Formal.IndexOf(c, 1) > 0;

    public static bool IsNumeral(char c) => DigitOf(c) >= 0 || SmallOf(c) > 0 || LargeOf(c) > 0;

    private static sbyte[] FillDigits()
    {
        var table = new sbyte[char.MaxValue + 1];
        Array.Fill(table, (sbyte)-1);
        for (sbyte digit = 0; digit < 10; digit++)
            table[Digits[digit]] = table[Formal[digit]] = digit;
        table['两'] = 2;
        return table;
    }
}
