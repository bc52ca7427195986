namespace ZhuzhouGraph.Text.Reading;

/// <summary>What a word beside a figure does to it.</summary>
internal enum CueKind
{
    /// <summary>约, 近, 超过 before a number.</summary>
    Hedge,

    /// <summary>增长, 下降: a change; the sign says which way.</summary>
    Change,

    /// <summary>新增: counts what is new.</summary>
    New,

    /// <summary>增速, 降幅: a noun for a rate of change.</summary>
    RateNoun,

    /// <summary>占, 比重, 率: a part of a whole.</summary>
    Share,

    /// <summary>利率, 失业率: a level that is told in per cent, and no part of a whole.</summary>
    LevelRatio,

    /// <summary>到, 至, 为, 达: the number is what is reached.</summary>
    To,

    /// <summary>了, 分别, 共: stands between a word and its number, and changes nothing.</summary>
    Link,

    /// <summary>同比, 环比, 两年平均.</summary>
    Comparison,

    /// <summary>比, 较: what follows is the base.</summary>
    Than,

    /// <summary>相比: what stands before is the base.</summary>
    Compared,

    /// <summary>力争, 计划, 将.</summary>
    Plan,

    /// <summary>预计, 有望.</summary>
    Forecast,

    /// <summary>已, 累计: it has happened.</summary>
    Done,

    /// <summary>拉动, 贡献: points that one part adds to the whole.</summary>
    Contribution,

    /// <summary>位居, 排名: a rank follows.</summary>
    Rank,

    /// <summary>记者, 获悉: the day beside it is that of the report.</summary>
    Report,

    /// <summary>未, 没有, 并非: it is denied.</summary>
    Negation,

    /// <summary>表示, 据…统计: who says it.</summary>
    Says,

    /// <summary>A word that contains another and means nothing here: 将军, 主要.</summary>
    Nothing,
}

/// <summary>A word beside figures.</summary>
/// <param name="Sign">Of a change: 1 or -1.</param>
internal readonly record struct Cue(CueKind Kind, int Sign = 0, Hedge Hedge = default, ComparisonKind Comparison = default)
{
    /// <summary>Characters behind which it is another word.</summary>
    public string NotAfter { get; init; } = "";
}
