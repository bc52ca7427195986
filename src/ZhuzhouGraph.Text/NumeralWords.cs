using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text;

/// <summary>
/// Words in which a numeral counts nothing, for every paper: 零售, 进一步, 四川, 5G. Words that may also count (一起, 一行, 一家) are not among them:
/// what they mean is said where they stand.
/// </summary>
public static class NumeralWords
{
    private const string Common =
        "进一步 下一步 新一轮 新一代 一般 一般性 一般公共预算 一定 一直 一致 一体 一体化 一切 一些 一旦 一样 一方面 另一方面 一系列 一揽子 一篮子 一律 一贯 "
        + "一时 一番 一向 一概 一心 一流 一线 二线 三线 三四线 一站式 一条龙 一把手 一手 二手 一早 一带 一经 一味 一同 一道 一边 一面 一再 一众 一举 一路 一代 "
        + "唯一 统一 单一 万一 之一 某一 同一 任一 逐一 专一 不一 万众 万物 万能 万象 千方百计 百姓 老百姓 百货 百科 百度 半岛 半导体 半径 半成品 "
        + "零售 零售业 零售额 零件 零部件 零食 零星 零散 零售商 零距离 零碳 零排放 零工 零基础 零陵 归零 千万别 三农 三角 三角洲 长三角 珠三角 金三角 三维 第三方 "
        + "两岸 两会 两用 两难 四川 四处 四季 四海 三亚 三峡 三明 三门峡 三沙 九江 九寨沟 六安 六盘水 五台山 百色 千岛湖 十堰 七里河 "
        + "八达岭 万州 万宁 万达 万科 万里 三星 三一重工 三七互娱 七匹狼 九阳 五粮液 五矿 六福 八一 七一 五一 十一黄金周 五四 双十一 三八妇女节 三伏 三九 "
        + "十分 十足 千万富翁 多少 几乎 几何 五金 五官 五味 五彩 七夕 八卦 九州 百强 千禧 亿万 万里长城 星期一 星期二 星期三 星期四 星期五 星期六 周一 周二 周三 周四 "
        + "周五 周六 礼拜一";

    private const string Idioms =
        "一如既往 一马当先 一目了然 一视同仁 一举多得 一举两得 一丝不苟 一应俱全 一脉相承 一帆风顺 一往无前 一锤定音 一蹴而就 一成不变 一网通办 一窗通办 一事通办 一网统管 "
        + "一点一滴 一心一意 一朝一夕 一草一木 独一无二 数一数二 始终如一 数年如一日 三心二意 三令五申 再三 三番五次 举一反三 接二连三 四面八方 四通八达 五湖四海 五花八门 "
        + "五光十色 七上八下 横七竖八 八仙过海 九牛一毛 十全十美 百花齐放 百家争鸣 百尺竿头 百折不挠 百感交集 千家万户 千军万马 千山万水 千头万绪 千言万语 千变万化 千锤百炼 "
        + "成千上万 万紫千红 万水千山 万无一失 事半功倍 半途而废 一五一十 两全其美 两手抓 一分为二 合二为一 三位一体 多元一体 五位一体 四个自信 两个维护 四个意识 两个确立 "
        + "不管三七二十一 三百六十行 九曲十八弯 一带一路 三高四新 一国两制 十里八乡 一举一动 一来二去 一清二楚 一穷二白 乱七八糟 五谷丰登 六神无主 七嘴八舌";

    private static readonly Lexicon<bool> All = new(
        (Common + " " + Idioms)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Distinct(StringComparer.Ordinal)
            .Select(word => (word, true))
    );

    /// <summary>The places of such words, from left to right; names of letters and digits (5G, PM2.5, 3-3XC) are among them.</summary>
    public static IEnumerable<Span> In(string text)
    {
        var plain = Glyphs.Plain(text);
        for (var at = 0; at < plain.Length; )
        {
            var end =
                All.TryFind(plain, at, out var length, out _) ? at + length
                : Glyphs.IsLetter(plain[at]) || Glyphs.IsDigit(plain[at]) ? EndOfCode(plain, at)
                : at;
            if (end > at)
                yield return new Span(at, end);
            at =
                end > at ? end
                : Glyphs.IsDigit(plain[at]) ? NumberScanner.Skip(plain, at)
                : at + 1;
        }
    }

    /// <summary>The end of a run of letters and digits that is no number with its unit; otherwise its start.</summary>
    private static int EndOfCode(string plain, int start)
    {
        var (at, letters, digits) = (start, 0, 0);
        for (; at < plain.Length; at++)
        {
            var c = plain[at];
            var isInside = c is '.' or '-' && at > start && at + 1 < plain.Length && char.IsAsciiLetterOrDigit(plain[at + 1]);
            if (Glyphs.IsDigit(c))
                digits++;
            else if (Glyphs.IsLetter(c))
                letters++;
            else if (!isInside)
                break;
        }
        if (letters == 0 || digits == 0)
            return start;
        // 500kg, 5-20GWh: a number, and behind it a unit.
        var number = start;
        while (number < at && !Glyphs.IsLetter(plain[number]))
            number++;
        return number > start && PrintedUnits.At(plain, number, out var end) is not null && end >= at ? start : at;
    }
}
