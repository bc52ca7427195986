using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>
/// What no rule has read of a sentence. A word more can turn it round (不再, 的秘书, 据说, John Smith and), so that a sentence with words
/// left over is not decided.
/// </summary>
internal static partial class RelationResidue
{
    /// <summary>Words that change nothing; those of a denial, a plan or a former post are read as such elsewhere.</summary>
    private static readonly string[] Harmless =
    [
        .. (
            "由 在 做 作 设 开展 进行 于 的 了 是 为 向 给 和 与 同 跟 及 以及 也 都 并 上 会上 现场 亲自 当面 一起 共同 "
            + "一同 双方 一道 这次 本次 此次 该 有 对 到 去 至 从 往 赴 来 来到 走进 深入 当天 当日 这 那 等 "
            + "等人 一行 先后 分别 家 项 款 种 个 位 名 所 得 着 过 被 获 已 已经 正式 成功 顺利 圆满 期间 代表 "
            + "方 者 活动 会议 大会 公司 企业 集团 拉开帷幕 现任 担任 出任 就任 兼任 任 一场 一次 我市 全市 本市 市 "
            + "区 县 镇 人 队 团 团队 队伍 工作 时 里 内 地 产品 称号 荣誉 奖 单位 主会场 分会场 视频 通过 方式 "
            + "形式 线 连 连线"
        )
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Concat(ClaimWords.OfCity),
    ];

    private static readonly string[] Denying =
    [
        "没有",
        "没在",
        "没能",
        "并没",
        "并未",
        "从未",
        "未曾",
        "并非",
        "不是",
        "不曾",
        "不在",
        "不由",
        "未",
        "没",
    ];

    private static readonly string[] Planning = ["即将", "拟于", "定于", "计划", "将"];
    private static readonly string[] Former = ["曾任", "曾是", "前任", "原任", "原", "前", "曾"];

    private static readonly HashSet<string> EnglishHarmless =
    [
        .. (
            "the a an of in at on by to from for with and was were is are be been has have had who which that it its their this both as "
            + "also city municipal company co ltd inc group part there event meeting place where day serves serve served already "
            + "successfully officially cooperation district districts video venue main branch during person s"
        ).Split(' '),
    ];

    private static readonly HashSet<string> EnglishDenying =
    [
        "not",
        "never",
        "no",
        "did",
        "does",
        "didn't",
        "wasn't",
        "isn't",
        "weren't",
        "hasn't",
        "doesn't",
    ];
    private static readonly HashSet<string> EnglishPlanning = ["will", "planned", "plans", "plan", "going", "scheduled"];
    private static readonly HashSet<string> EnglishFormer = ["former", "formerly", "once", "used"];

    /// <summary>The words that no claim of a sentence has read; none where all are.</summary>
    /// <param name="acts">Where words of acts stand.</param>
    public static IReadOnlyList<string> Of(
        RelationSentence sentence,
        IReadOnlyList<RelationClaim> claims,
        IReadOnlyList<FoundAct> acts,
        bool isAsked
    )
    {
        if (claims.Count == 0)
            return [];
        var letters = sentence.Plain.ToCharArray();
        foreach (var slot in claims.SelectMany(claim => claim.Slots))
        {
            if (slot.Span is { } span)
                Array.Fill(letters, ' ', span.Start - sentence.Unit.Span.Start, span.End - span.Start);
            else if (slot.Entity is { } entity)
                Blank(letters, entity);
        }
        // 寻求合作找到了甲 says one thing in two words.
        foreach (var act in acts.Where(act => claims.Any(claim => act.Acts.Contains(claim.Act))))
            Array.Fill(letters, ' ', act.Span.Start, act.Span.End - act.Span.Start);
        foreach (var title in claims.SelectMany(claim => claim.Beside))
            Array.Fill(letters, ' ', title.Span.Start, title.Span.End - title.Span.Start);
        List<string> unread = [.. sentence.IsEnglish ? English(letters, claims) : Chinese(letters, claims)];
        // 甲主持的会上乙致辞: whose each act is.
        if (!sentence.IsEnglish && acts.Count > 1)
            unread.AddRange(
                acts.Where(act => !act.Acts.Contains(Acts.Held) && IsRelative(sentence.Plain, act))
                    .Select(act => sentence.Quote[act.Span.Start..act.Span.End])
            );
        // 拒绝主持: what somebody refused is not what they did.
        if (claims.Any(claim => claim.Role != Act.Refusal))
            unread.AddRange(
                acts.Where(act => act.Acts.Any(one => one.Role == Act.Refusal)).Select(act => sentence.Quote[act.Span.Start..act.Span.End])
            );
        if (isAsked)
            unread.Add(sentence.IsEnglish ? "?" : "？");
        return unread;
    }

    private static bool IsRelative(string plain, FoundAct act) => act.Span.End < plain.Length - 2 && plain[act.Span.End] == '的';

    private static IEnumerable<string> Chinese(char[] letters, IReadOnlyList<RelationClaim> claims)
    {
        var harmless = Harmless
            .Concat(claims.Any(claim => claim.IsNegated) ? Denying : [])
            .Concat(claims.Any(claim => claim.IsPlanned) ? Planning : [])
            .Concat(claims.Any(claim => claim.IsFormer) ? Former : [])
            .OrderByDescending(word => word.Length);
        var left = harmless.Aggregate(new string(letters), (text, word) =>
            text.Replace(word, new string(' ', word.Length), StringComparison.Ordinal)
        );
        return Word().Matches(left).Select(match => match.Value);
    }

    private static IEnumerable<string> English(char[] letters, IReadOnlyList<RelationClaim> claims) =>
        Word()
            .Matches(new string(letters))
            .Select(match => match.Value.Trim('\''))
            .Where(word =>
                word.Length > 0
                && !EnglishHarmless.Contains(word)
                && !(claims.Any(claim => claim.IsNegated) && EnglishDenying.Contains(word))
                && !(claims.Any(claim => claim.IsPlanned) && EnglishPlanning.Contains(word))
                && !(claims.Any(claim => claim.IsFormer) && EnglishFormer.Contains(word))
            );

    /// <summary>Takes out the words by which something was found whose name is not there whole.</summary>
    private static void Blank(char[] letters, Entity entity)
    {
        var text = new string(letters);
        foreach (var name in entity.Names.Select(name => ActScanner.Plain(name.Text)))
        {
            for (var at = 0; at + 1 < text.Length; at++)
            {
                if (!char.IsAscii(text[at]) && name.Contains(text.Substring(at, 2), StringComparison.Ordinal))
                    Array.Fill(letters, ' ', at, 2);
            }
            foreach (Match word in Word().Matches(text))
            {
                if (char.IsAsciiLetter(word.Value[0]) && IsOf(name, word.Value))
                    Array.Fill(letters, ' ', word.Index, word.Length);
            }
        }

        static bool IsOf(string name, string word) =>
            Word()
                .Matches(name)
                .Any(own => own.Value == word || (word.Length > 8 && own.Value.StartsWith(word[..8], StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"[a-z'-]+|[0-9]+|[\u3400-\u9fff]+", RegexOptions.CultureInvariant)]
    private static partial Regex Word();
}
