namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What is left of a clause without the words that say neither what is measured nor of whom.</summary>
internal static class DraftWords
{
    /// <summary>The longest run of print that a draft repeats for what is not known.</summary>
    public const int Most = 18;

    private static readonly string[] Openings = [.. "其中 同时 此外 另外 截至目前 目前 今年 去年 预计 力争 的 了".Split(' ')];

    private static readonly string[] Endings =
    [
        .. "提供 发布 总计 共计 累计 合计 共有 现有 拥有 建成 完成 实现 达成 达到 达 为 有 约 共 已 是 了 均 仅 也 又 还 就 则 将 至 到 分别 同比 环比 比 较 占 居 位居 排名 的 、 和 与".Split(
            ' '
        ),
    ];

    private static readonly char[] Marks = [.. "“”‘’\"'《》（）()【】[]，,。；;：:、 \t\u3000—-·•"];

    /// <summary>Without marks, and without the words that open or end it.</summary>
    public static string Trimmed(string text)
    {
        for (var before = -1; before != text.Length; )
        {
            before = text.Length;
            text = text.Trim(Marks);
            // 有员工, and not 有色金属.
            if (text is ['有', var next, _, ..] && !"色机限关线效".Contains(next, StringComparison.Ordinal))
                text = text[1..];
            foreach (var word in Openings)
            {
                if (text.StartsWith(word, StringComparison.Ordinal))
                    text = text[word.Length..];
            }
            foreach (var word in Endings)
            {
                if (text.EndsWith(word, StringComparison.Ordinal))
                    text = text[..^word.Length];
            }
        }
        return text;
    }

    /// <summary>The last characters, no more than may be repeated.</summary>
    public static string Last(string text)
    {
        var start = Math.Max(0, text.Length - Most);
        if (start < text.Length && char.IsLowSurrogate(text[start]))
            start++;
        return text[start..].Trim(Marks);
    }

    /// <summary>The words for a place that is left to do: none where a seed may not hold them.</summary>
    public static string Todo(string words) =>
        SeedTodo.For(SeedCharacters.FaultOf(words) is null && !words.Contains('\'', StringComparison.Ordinal) ? words : "");
}
