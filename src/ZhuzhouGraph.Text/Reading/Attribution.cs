namespace ZhuzhouGraph.Text.Reading;

/// <summary>Follows who says what a sentence tells: 据市统计局数据显示, 某某表示.</summary>
internal struct Attribution
{
    private const int Longest = 20;

    private static readonly string[] Leads = ["据", "根据", "来自", "从", "其中", "对此"];
    private static readonly string[] Tails =
    [
        "的数据",
        "最新数据",
        "提供的数据",
        "发布的数据",
        "监测数据",
        "数据",
        "初步",
        "报告",
        "还",
        "也",
        "同时",
        "在会上",
        "最新",
    ];

    /// <summary>As printed; null where the paper itself says it.</summary>
    public string? SaidBy { get; private set; }

    /// <summary>The words from the comma or stop before to the word of saying.</summary>
    public void Take(List<Token> tokens, int index, string line)
    {
        var token = tokens[index];
        if (token.Kind is TokenKind.Stop)
            SaidBy = null;
        if (!token.Is(CueKind.Says))
            return;
        var start = Math.Max(0, token.Start - Longest - 1);
        for (var at = index - 1; at >= 0 && tokens[at].End > start; at--)
        {
            if (tokens[at].Kind is TokenKind.Comma or TokenKind.Stop or TokenKind.Time)
                start = tokens[at].End;
        }
        var words = line[start..token.Start].Trim();
        foreach (var lead in Leads)
            words = words.StartsWith(lead, StringComparison.Ordinal) ? words[lead.Length..] : words;
        foreach (var tail in Tails)
            words = words.EndsWith(tail, StringComparison.Ordinal) ? words[..^tail.Length] : words;
        SaidBy = words.Length is >= 2 and <= Longest ? words : SaidBy;
    }
}
