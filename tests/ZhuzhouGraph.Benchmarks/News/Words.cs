namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>Words of an invented place. Names are made of these syllables alone, so that no one takes them for news.</summary>
internal static class Words
{
    private const string Syllables = "云澜砚霁岚璃蓝桥鹭汀溪笙榆槐枫菱荻苇芷蘅棠梨杏柚鹤雁鸥鲸鳞麓岫屿礁潮汐沫星辰曦暮霜霞虹烟墨琴瓷弦";

    private const string Things = "灯船茶稻伞钟笛鼓绸笺窗塔井磨帆炉";

    private static readonly string[] Sounds =
    [
        "yun",
        "lan",
        "yan",
        "ji",
        "lan",
        "li",
        "lan",
        "qiao",
        "lu",
        "ting",
        "xi",
        "sheng",
        "yu",
        "huai",
        "feng",
        "ling",
        "di",
        "wei",
        "zhi",
        "heng",
        "tang",
        "li",
        "xing",
        "you",
        "he",
        "yan",
        "ou",
        "jing",
        "lin",
        "lu",
        "xiu",
        "yu",
        "jiao",
        "chao",
        "xi",
        "mo",
        "xing",
        "chen",
        "xi",
        "mu",
        "shuang",
        "xia",
        "hong",
        "yan",
        "mo",
        "qin",
        "ci",
        "xian",
    ];

    /// <summary>How many things can be spoken of: 船 of 云 and so on. Their last character stands in no name.</summary>
    public static int Topics => Syllables.Length * Things.Length;

    public static string Topic(int number) => $"{Syllables[number % Syllables.Length]}{Things[number / Syllables.Length]}";

    /// <summary>Whether a text is made of syllables alone, as names are and topics are not.</summary>
    public static bool AreSyllables(string text) => text.All(character => Syllables.Contains(character, StringComparison.Ordinal));

    /// <summary>How many syllables tell so many things apart, three at least.</summary>
    public static int LengthFor(int count)
    {
        var length = 3;
        for (var names = 110_592L; names < count; names *= Syllables.Length)
            length++;
        return length;
    }

    /// <summary>
    /// A word and its sound. Different numbers below the number of words of that length give different words, neighbours unlike each other.
    /// </summary>
    public static (string Chinese, string English) Name(long number, int length)
    {
        var words = 1L;
        for (var i = 0; i < length; i++)
            words *= Syllables.Length;
        // 7919 is a prime that divides no power of 48, so this deals every word once.
        var rest = (int)(number % words * 7_919 % words);
        var chinese = new char[length];
        var english = new string[length];
        for (var i = 0; i < length; i++, rest /= Syllables.Length)
        {
            chinese[i] = Syllables[rest % Syllables.Length];
            english[i] = Sounds[rest % Syllables.Length];
        }
        english[0] = char.ToUpperInvariant(english[0][0]) + english[0][1..];
        return (new string(chinese), string.Concat(english));
    }
}
