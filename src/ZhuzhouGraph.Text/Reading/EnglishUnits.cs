namespace ZhuzhouGraph.Text.Reading;

/// <summary>The words of English sentences that say what a number counts, how sure it is and which way it went.</summary>
internal static class EnglishUnits
{
    /// <summary>From the English noun to the unit as Chinese prints it.</summary>
    private static readonly Dictionary<string, string> Nouns = Pairs(
        "%:% percent:% per_cent:% percentage_point:个百分点 percentage_points:个百分点 basis_point:个基点 basis_points:个基点 times:倍 "
            + "yuan:元 rmb:元 dollar:美元 dollars:美元 us_dollars:美元 euro:欧元 euros:欧元 tonne:吨 tonnes:吨 ton:吨 tons:吨 "
            + "kilometer:公里 kilometers:公里 kilometre:公里 kilometres:公里 km:公里 mile:公里 miles:公里 square_meters:平方米 square_metres:平方米 hectare:公顷 "
            + "hectares:公顷 mu:亩 kilowatts:千瓦 enterprise:家 enterprises:家 company:家 companies:家 firm:家 firms:家 "
            + "business:家 businesses:家 giants:家 champions:家 "
            + "hospital:家 hospitals:家 person:人 people:人 residents:人 workers:人 employees:人 students:人 visitors:人次 "
            + "tourists:人次 trips:人次 household:户 households:户 project:个 projects:个 park:个 parks:个 train:列 trains:列 vehicle:辆 vehicles:辆 "
            + "cars:辆 patent:件 patents:件 product:种 products:种 unit:台 units:台 teu:标箱 teus:标箱 containers:箱 day:天 days:天 month:个月 "
            + "months:个月 year:年 years:年 hour:小时 hours:小时 minute:分钟 minutes:分钟 process:种 processes:种 technology:项 "
            + "technologies:项 firsts:项 degrees_celsius:℃ kilograms:公斤 kilogram:公斤 kg:公斤 micrometers:微米 micrometres:微米 microns:微米"
    );

    private static readonly Dictionary<string, Hedge> Befores = new(StringComparer.Ordinal)
    {
        ["about"] = Hedge.About,
        ["around"] = Hedge.About,
        ["approximately"] = Hedge.About,
        ["roughly"] = Hedge.About,
        ["some"] = Hedge.About,
        ["over"] = Hedge.MoreThan,
        ["more than"] = Hedge.MoreThan,
        ["above"] = Hedge.MoreThan,
        ["exceeding"] = Hedge.MoreThan,
        ["exceeded"] = Hedge.MoreThan,
        ["nearly"] = Hedge.Nearly,
        ["almost"] = Hedge.Nearly,
        ["close to"] = Hedge.Nearly,
        ["at least"] = Hedge.AtLeast,
        ["less than"] = Hedge.Under,
        ["fewer than"] = Hedge.Under,
        ["below"] = Hedge.Under,
        ["under"] = Hedge.Under,
        ["at most"] = Hedge.AtMost,
        ["up to"] = Hedge.AtMost,
    };

    private static readonly HashSet<string> Ups =
    [
        .. "rose rise rises risen grew grow grows grown increased increase increases up climbed gained expanded jumped growth".Split(' '),
    ];

    private static readonly HashSet<string> Downs =
    [
        .. "fell fall falls fallen dropped drop drops declined decline declines decreased decrease decreases down shrank reduced cut".Split(
            ' '
        ),
    ];

    /// <summary>How far a noun may stand behind its number: 58 little giant enterprises.</summary>
    private const int Far = 4;

    /// <summary>The unit behind a number, and the index behind its last word; null where no word that is known follows.</summary>
    public static PrintedUnit? Of(List<EnglishWord> words, int index, out int next)
    {
        next = index;
        for (var (at, passed) = (index, 0); at < words.Count && passed < Far; at++)
        {
            var word = words[at].Text;
            if (word is "\"" or "“" or "”")
                continue;
            passed++;
            var pair = at + 1 < words.Count ? $"{word}_{words[at + 1].Text}" : "";
            var length = Nouns.ContainsKey(pair) ? 2 : 1;
            if (Nouns.TryGetValue(length == 2 ? pair : word, out var unit))
            {
                // Only what is counted has words before it: 58 new firms, and not 58 in two years.
                next = at + length;
                return PrintedUnits.At(unit, 0, out _);
            }
            if (!Glyphs.IsLetter(word[0]) || word is "of" or "in" or "by" or "to" or "and" or "from" or "for" or "with" or "on" or "at")
                return null;
        }
        return null;
    }

    /// <summary>The hedge whose last word is that before the index, and the index of its first.</summary>
    public static Hedge Before(List<EnglishWord> words, int index, out int first)
    {
        first = index;
        if (index == 0)
            return Hedge.None;
        var one = words[index - 1].Text;
        var two = index > 1 ? $"{words[index - 2].Text} {one}" : one;
        if (Befores.TryGetValue(two, out var hedge) && index > 1)
        {
            var isDenied = index > 2 && words[index - 3].Text == "no";
            first = index - (isDenied ? 3 : 2);
            return isDenied && hedge is Hedge.MoreThan ? Hedge.AtMost
                : isDenied && hedge is Hedge.Under ? Hedge.AtLeast
                : hedge;
        }
        if (!Befores.TryGetValue(one, out hedge))
            return Hedge.None;
        first = index - 1;
        return hedge;
    }

    /// <summary>How many of the unit one of the noun is: a mile is 1.609344 km by definition.</summary>
    public static decimal Factor(EnglishWord noun) => noun.Text is "mile" or "miles" ? 1.609344m : 1;

    /// <summary>1 or -1 of a word that compares behind a percentage: takes 30% less time.</summary>
    public static int Compared(string word) =>
        word is "less" or "fewer" or "lower" or "shorter" ? -1
        : word is "more" or "higher" or "longer" ? 1
        : Change(word);

    /// <summary>1 or -1 of a word of change.</summary>
    public static int Change(string word) =>
        Ups.Contains(word) ? 1
        : Downs.Contains(word) ? -1
        : 0;

    private static Dictionary<string, string> Pairs(string pairs) =>
        pairs.Split(' ').Select(pair => pair.Split(':')).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
