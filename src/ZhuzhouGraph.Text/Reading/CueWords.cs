namespace ZhuzhouGraph.Text.Reading;

/// <summary>The words beside figures: the only table of them, apart from hedges (<see cref="HedgeWords"/>) and units.</summary>
internal static class CueWords
{
    private const string Up =
        "增长 增加 增 提高 上升 提升 扩大 上涨 涨 升 增多 攀升 回升 上浮 上调 走高 拉长 延长 增收 增产 多 高出 高 上扬 加大 净增 净增加 净增长 "
        + "拓宽 加宽 扩展 加深 猛增 激增 大增 劲增 大涨 飙升 跃升 上行 增幅 涨幅 增亏 升值 多投放 多增 同增 反弹 扩容 增持 调增 上移 前移";

    private const string Down =
        "下降 减少 压缩 降低 缩短 收窄 下跌 跌 减 降 下滑 回落 下调 下浮 缩减 缩小 萎缩 减亏 减产 削减 走低 少 低 下挫 大跌 大降 骤降 锐减 贬值 "
        + "下行 压减 少增 减持 裁减 便宜 调减 净减少 降幅 跌幅 放缓 回调 精简 下移 后移";

    private const string Rates = "增速 增长率 增长速度 增长幅度 涨幅 增幅 升幅 增势";
    private const string DownRates = "降幅 跌幅 减幅 下降幅度 降速";

    private const string Shares =
        "占 占比 占到 占据 比重 比例 份额 占有率 覆盖率 完成率 合格率 使用率 利用率 率 贡献率 普及率 百分比 概率 含量 纯度 浓度 毛利 持股 股权";

    private const string LevelRatios =
        "利率 失业率 收益率 回报率 准备金率 充足率 杠杆率 通胀率 通货膨胀率 费率 息差 LPR Shibor SHIBOR Libor LIBOR Euribor Hibor DR007 PMI 采购经理指数 拨备覆盖率";

    private const string Reached =
        "到 至 为 达 达到 成 是 等于 有 约为 至少为 破 达成 高达 多达 低至 仅为 已达 共达 均为 均达 定为 只有 在";

    private const string Links =
        "了 分别 各 均 也 仅 就 又 还 再 则 总计 共计 合计 共 累计 平均 近日 : ： 、 相当于 大约 大概 整整 足足 逐步 小幅 大幅 微 略 略微 稳步 同时 "
        + "其中 整体 实际 名义 可 可达 能 将 由此 幅度 全年 多 一度 继续 只 最高 最低 最多 原来的 原先的";

    private const string Plans = "力争 力求 计划 拟 目标 争取 确保 将 打算 拟定 谋划 预定 签订协议 意向 将要 即将 有计划 奋斗 要";

    private const string Forecasts =
        "预计 有望 预测 预期 预告 估计 将达 将达到 将超过 将突破 将增长 将实现 可望 料将 预估 预判 或将 可实现 望";

    private const string Dones = "已 已经 累计 完成了 实现了 达到了 截至 截止 业已 共有 现有";

    private const string Nothings =
        "表示祝贺 表示欢迎 表示感谢 显示屏 显示器 要求 要素 要点 要闻 要紧 要么 要是 要不 主要 重要 需要 必要 只要 首要 纪要 概要 摘要 还要求 "
        + "将军 将士 大将 名将 即将来临 主将 超市 超级 高铁 高新 高校 高中 高速 高质量 高端 高级 高标准 高技术 高产 高度 高效 高等 高温 高层 高原 高考 高兴 "
        + "最高 多个 多家 多项 多次 多种 多元 多年 多数 多少 大多 许多 众多 更多 很多 诸多 低碳 低温 低保 少数 少年 少儿 减税 减排 减灾 升级 升温 "
        + "长沙 长江 长期 长春 成长 长三角 校长 市长 县长 省长 部长 局长 会长 处长 董事长 厂长 院长 快速 快递 快捷 加快 尽快 早日 早上 早期 短期 短板 "
        + "增值 增加值 增量 增强 增进 增添 增设 增信 多样 多功能 较大 较快 较好 较高 较低 较多 较为 比如 比赛 比较 比例尺 对比 无比 评比 相比之下 "
        + "到位 到来 到会 到场 到期 成为 成立 成功 成果 成员 成本 成都 成交 成品 成绩 成效 成份 为了 为主 为此 因为 作为 认为 行为 至于 至今 甚至 以至 "
        + "效率 概率论 率先 率领 占地 占用 在线 在于 现在 存在 正在 目标任务 目标责任 计划单列 拟人 要求高 未来 "
        + "有关 有限 有效 有色 有机 有序 有力 所有 国有 具有 含有 私有 共有产权 是否 总是 但是 还是 于是 可是 可以 可能 可持续 能力 能源 能够 "
        + "已婚 未婚 就业 就是 就近 就地 成就 也许 也是 各地 各级 各类 各项 各区 各县 各界 各方 共同 共享 共建 共产党 共和国 公共 共识 再生 再次";

    private static readonly (string Word, ComparisonKind Kind)[] Comparisons =
    [
        ("同比", ComparisonKind.YearOnYear),
        ("同期增长", ComparisonKind.YearOnYear),
        ("环比", ComparisonKind.OnPrevious),
        ("两年平均", ComparisonKind.AverageSince),
        ("三年平均", ComparisonKind.AverageSince),
        ("年均", ComparisonKind.AverageSince),
        ("年平均增长", ComparisonKind.AverageSince),
        ("平均每年", ComparisonKind.AverageSince),
        ("年复合", ComparisonKind.AverageSince),
    ];

    public static readonly Lexicon<Cue> All = new([
        .. HedgeWords.BeforeNumbers.Select(word => (word.Text, new Cue(CueKind.Hedge, Hedge: word.Hedge) { NotAfter = word.NotAfter })),
        ("超出", new(CueKind.Hedge, Hedge: Hedge.MoreThan)),
        .. Words("大于等于 大于或等于 大于或者等于 不小于 ≥ 至少是 至少有", new(CueKind.Hedge, Hedge: Hedge.AtLeast)),
        .. Words("小于等于 小于或等于 小于或者等于 不大于 ≤", new(CueKind.Hedge, Hedge: Hedge.AtMost)),
        .. Words("小于", new(CueKind.Hedge, Hedge: Hedge.Under)),
        ("多达", new(CueKind.To)),
        .. Words(Rates, new(CueKind.RateNoun, 1)),
        .. Words(DownRates, new(CueKind.RateNoun, -1)),
        .. Words(Up, new(CueKind.Change, 1)),
        .. Words(Down, new(CueKind.Change, -1)),
        .. Words("新增 新增加 新建 新签 新开", new(CueKind.New)),
        .. Words(Shares, new(CueKind.Share)),
        .. Words(LevelRatios, new(CueKind.LevelRatio)),
        .. Words(Reached, new(CueKind.To)),
        .. Words(Forecasts, new(CueKind.Forecast)),
        .. Words(Plans, new(CueKind.Plan)),
        .. Words(Dones, new(CueKind.Done)),
        .. Words("拉动 贡献 带动经济增长", new(CueKind.Contribution)),
        .. Words("排名 位居 居 位列 列 排在 排 跻身 名列 升至第 全国 全省 全市 世界 全球 全区 我省 国内", new(CueKind.Rank)),
        .. Words("记者 获悉 了解到 消息 讯 报道 发布 公布 通报 披露 发布会", new(CueKind.Report)),
        .. Words("未 没有 并非 并未 不是 未能 尚未", new(CueKind.Negation)),
        .. Words("表示 介绍 指出 强调 透露 显示 认为 告诉记者", new(CueKind.Says)),
        .. Words("比 较 与 同 跟", new(CueKind.Than)),
        .. Words("相比 相较 比较而言", new(CueKind.Compared)),
        .. Comparisons.Select(word => (word.Word, new Cue(CueKind.Comparison, Comparison: word.Kind))),
        .. Words(Links, new(CueKind.Link)),
        .. Words(Nothings, new(CueKind.Nothing)),
    ]);

    private static IEnumerable<(string, Cue)> Words(string words, Cue cue) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => (word, cue));
}
