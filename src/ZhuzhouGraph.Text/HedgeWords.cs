using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text;

/// <summary>
/// Which words mean which hedge: the only table of them. Words are written as <see cref="Folding"/> leaves them; what they mean as an
/// interval stands in <see cref="Hedges"/>.
/// </summary>
internal sealed class HedgeWords
{
    private static readonly HedgeWords[] Rows =
    [
        new(Hedge.About)
        {
            Before = [new("约") { NotAfter = "节公条预违合签" }],
            After = [new("左右"), new("上下")],
            Perhaps = "大概|前后",
        },
        // 近3年 may be the last three years.
        new(Hedge.Nearly)
        {
            Before = [new("将近"), new("接近"), new("近") { NotAfter = "附最靠将接", Unless = "年|个?月|天|日|周|小时|届|期" }],
            Perhaps = "逼",
        },
        // 十余 is TEENS; 3年多次 is many times.
        new(Hedge.AndSome)
        {
            Form = $"(?!十[余多几来]){Numeral}([余多几]|(年|倍|天|小时|个|公里|公斤|米|吨|万元|亿元)(余|多(?![次项家种个])))",
            Perhaps = "余|多|几",
        },
        // 突破三项技术 breaks through, and exceeds nothing.
        new(Hedge.MoreThan)
        {
            Before =
            [
                .. Words("超过", "高于", "多于", "大于").Select(word => word with { NotAfter = "不" }),
                new("超") { NotAfter = "不赶" },
                new("逾"),
                new("突破") { Unless = "[余多]?[项个大种道条]" },
            ],
            Form = "(?<!不)过半",
            Perhaps = "破|过",
        },
        // 省级以上 and 三级以上 are tiers.
        new(Hedge.AtLeast)
        {
            Before = Words("至少", "不少于", "不低于", "最少"),
            After = [new("以上") { NotOf = "级星", NotAcross = "及" }],
            Perhaps = "起",
        },
        new(Hedge.Under)
        {
            Before = [.. Words("不足", "不到"), .. Words("低于", "少于").Select(word => word with { NotAfter = "不" })],
            Perhaps = "不满|未满",
        },
        new(Hedge.AtMost)
        {
            Before = Words("至多", "最多", "不超过", "不超", "不高于", "不多于", "不大于"),
            After = [.. Words("以下", "以内", "之内").Select(word => word with { NotOf = "级星" })],
        },
        // 从5家到58家 is a change, and 5月18日至20日 a date.
        new(Hedge.Range)
        {
            Form =
                $"(?<![从由自0-9.]){Numeral}(%|℃|微米|公里|公斤|标箱|小时|个?百分点|个月|[家项个条种次人吨米年天倍元级位])?"
                + $"([至到~]|-{{1,2}})(零下)?-?{Numeral}(?![月日A-Za-z])",
            Perhaps = "至|到|-|~|,|[一二三四五六七八九]{2}",
        },
        new(Hedge.Several) { Form = "(?<![十百千万人总次0-9])[数几][十百千万亿]", Perhaps = "数|几" },
        new(Hedge.OrderOf) { Form = "(?<!以)上[百千万亿]", Perhaps = "上|成|百|千|万" },
        new(Hedge.Teens) { Form = "(?<![〇零一二两三四五六七八九百千万亿0-9几数])十[余多几来]|(?<![0-9.,])10[余多几]", Perhaps = "十|10" },
        new(Hedge.Vague) { Form = "^[^0-9]*(前列|若干|众多)[^0-9]*$", Perhaps = "^[^0-9]*$" },
    ];

    /// <summary>A printed number, as far as a word can stand beside it.</summary>
    private const string Numeral = "(?>[0-9][0-9.,]*[十百千万亿]*|[〇零一二两三四五六七八九十百千万亿半]+)";

    private static readonly Dictionary<Hedge, Regex> Possible = Rows.ToDictionary(row => row.Hedge, row => Compiled(row.AnyWord));
    private readonly Lazy<Regex> _certain;

    private HedgeWords(Hedge hedge) => (Hedge, _certain) = (hedge, new(() => Compiled(CertainForm)));

    public Hedge Hedge { get; }

    /// <summary>Words that hedge the number after them.</summary>
    public IReadOnlyList<Word> Before { get; init; } = [];

    /// <summary>Words that hedge the number before them, at most four characters of unit between them.</summary>
    public IReadOnlyList<Word> After { get; init; } = [];

    /// <summary>What else certainly means it, as a pattern: words inside the number, or with none.</summary>
    public string? Form { get; init; }

    /// <summary>What can mean it and need not, as a pattern: a seed may say so, and is not asked to.</summary>
    public string? Perhaps { get; init; }

    /// <summary>The hedges that the folded figure certainly prints, in the order of the table, with its words.</summary>
    public static IEnumerable<(Hedge Hedge, string Printed)> In(string folded) =>
        from row in Rows
        let match = row._certain.Value.Match(folded)
        where match.Success
        select (row.Hedge, match.Value);

    /// <summary>Whether any word of the folded figure can mean the hedge, even one that need not; no hedge needs no word.</summary>
    public static bool CanMean(string folded, Hedge hedge) => !Possible.TryGetValue(hedge, out var words) || words.IsMatch(folded);

    /// <summary>The words that hedge a number after them, each with the characters behind which it is another word.</summary>
    public static IEnumerable<(string Text, Hedge Hedge, string NotAfter)> BeforeNumbers =>
        from row in Rows
        from word in row.Before
        select (word.Text, row.Hedge, word.NotAfter);

    /// <summary>The words that hedge a number before them.</summary>
    public static IEnumerable<(string Text, Hedge Hedge)> AfterNumbers =>
        from row in Rows
        from word in row.After
        select (word.Text, row.Hedge);

    /// <summary>Whether the folded figure prints 十来, which reaches less far than 十余 and 十几.</summary>
    public static bool IsTenOrSo(string folded) => folded.Contains("十来", StringComparison.Ordinal);

    private string CertainForm =>
        string.Join(
            '|',
            [
                .. Before.Select(word => $"{Not("?<", word.NotAfter)}{word.Text}{Numeral}{(word.Unless is { } unit ? $"(?!{unit})" : "")}"),
                .. After.Select(word => $"{Numeral}{Not("?", word.NotOf)}[^0-9{word.NotAcross}]{{0,4}}{word.Text}"),
                .. Form is null ? [] : new[] { Form },
            ]
        );

    private string AnyWord =>
        string.Join('|', [.. Before.Concat(After).Select(word => word.Text), .. Perhaps is null ? [] : new[] { Perhaps }]);

    private static string Not(string look, string characters) => characters.Length == 0 ? "" : $"({look}![{characters}])";

    private static Word[] Words(params string[] words) => Array.ConvertAll(words, word => new Word(word));

    private static Regex Compiled(string pattern) => new(pattern, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);

    /// <summary>A word beside a number, and where it is another word or means something else.</summary>
    public sealed record Word(string Text)
    {
        /// <summary>Of a word before its number: characters with which it is another word, such as 节约.</summary>
        public string NotAfter { get; init; } = "";

        /// <summary>Of a word before its number: what may not follow the number, as a pattern.</summary>
        public string? Unless { get; init; }

        /// <summary>Of a word after its number: units of which it says something else, such as 三级以上.</summary>
        public string NotOf { get; init; } = "";

        /// <summary>Of a word after its number: characters that may not stand between them.</summary>
        public string NotAcross { get; init; } = "";
    }
}
