namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>
/// Finds things whose whole name no text gives, by the words that no other of their type has: 餐叙 is the only dinner, and 五好园区会议 the
/// only such meeting.
/// </summary>
internal sealed class ThingWords
{
    /// <summary>The types that are looked at.</summary>
    public static readonly IReadOnlyList<EntityType> Types =
    [
        EntityTypes.Event,
        EntityTypes.Award,
        EntityTypes.Document,
        EntityTypes.Product,
        EntityTypes.Company,
        EntityTypes.Organization,
    ];

    /// <summary>So much of the weight of words that one thing alone has is enough.</summary>
    private const decimal Least = 0.99m;

    /// <summary>A firm or product is meant by a run of so many characters of its name.</summary>
    private const int LeastRun = 3;

    private static readonly HashSet<string> Weightless =
    [
        .. (
            "活动 会议 大会 工作 全国 全省 全市 首场 首次 交流 仪式 比赛 赛事 发布 中国 国家 建设 有限 公司 股份 限公 集团 企业 产业 工业 项目 技术 "
            + "生产 标准 产品 推进 国际 协会 中心 委员 员会 先进 创建 年度 评价 参加 出席 主持 制造 产线 研发 一次"
        ).Split(' '),
        .. (
            "exchange event meeting activity china company group national provincial city guest first fifth new under talk made "
            + "high between with held product conference advanced building 'building co ltd international development evaluation award"
        ).Split(' '),
    ];

    private readonly record struct Thing(Entity Entity, HashSet<string> Words, IReadOnlyList<string> Names);

    private readonly Dictionary<string, List<Thing>> _things;
    private readonly Dictionary<(string Type, string Word), int> _counts = [];

    public ThingWords(IEnumerable<Entity> entities)
    {
        _things = entities
            .Select(entity => new Thing(
                entity,
                WordsOf(entity),
                [.. entity.Names.Where(IsChinese).Select(name => Folding.Fold(name.Text))]
            ))
            .GroupBy(thing => thing.Entity.Type.Name, StringComparer.Ordinal)
            .ToDictionary(group => group.Key, group => group.ToList(), StringComparer.Ordinal);
        foreach (var (type, things) in _things)
        {
            foreach (var word in things.SelectMany(thing => thing.Words))
                _counts[(type, word)] = _counts.GetValueOrDefault((type, word)) + 1;
        }
    }

    /// <summary>The things of those types that a text can mean, the likeliest; several that are as likely.</summary>
    public IReadOnlyList<Entity> Find(IEnumerable<string> types, string text)
    {
        var folded = Folding.Fold(text);
        var words = Pairs(folded).Concat(Tokens(text)).ToHashSet(StringComparer.Ordinal);
        var found = types
            .SelectMany(type => _things.GetValueOrDefault(type) ?? [])
            .Select(thing => (thing.Entity, Weight: WeightOf(thing, words, folded)))
            .Where(one => one.Weight >= Least)
            .OrderByDescending(one => one.Weight)
            .ThenBy(one => one.Entity.Id, StringComparer.Ordinal)
            .ToList();
        return found.Count == 0 ? [] : [.. found.TakeWhile(one => one.Weight >= found[0].Weight * 0.9m).Select(one => one.Entity)];
    }

    private decimal WeightOf(Thing thing, HashSet<string> words, string folded)
    {
        var type = thing.Entity.Type;
        var weight = thing.Words.Where(words.Contains).Sum(word => 1m / _counts[(type.Name, word)]);
        var needsRun = type != EntityTypes.Event && type != EntityTypes.Award && type != EntityTypes.Document;
        return
            weight >= Least && needsRun && !thing.Words.Any(word => word.Length > 3 && char.IsAsciiLetter(word[0]) && words.Contains(word))
            ? thing.Names.Any(name => HasRun(name, folded))
                ? weight
                : 0
            : weight;
    }

    private static bool HasRun(string name, string text) =>
        Enumerable
            .Range(0, Math.Max(0, name.Length - LeastRun + 1))
            .Any(at => text.Contains(name.Substring(at, LeastRun), StringComparison.Ordinal));

    private static bool IsChinese(EntityName name) => name.Language == "zh";

    private static HashSet<string> WordsOf(Entity entity) =>
        [.. entity.Names.SelectMany(name => IsChinese(name) ? Pairs(Folding.Fold(name.Text)) : Tokens(name.Text))];

    /// <summary>The pairs of neighbouring characters.</summary>
    private static IEnumerable<string> Pairs(string folded) =>
        Enumerable
            .Range(0, Math.Max(0, folded.Length - 1))
            .Select(at => folded.Substring(at, 2))
            .Where(pair => !char.IsAscii(pair[0]) && !char.IsAscii(pair[1]) && !Weightless.Contains(pair));

    /// <summary>English words, cut short so that environment and environmental meet.</summary>
    private static IEnumerable<string> Tokens(string text) =>
        IndicatorWords
            .TokensOf(text)
            .Where(word => char.IsAsciiLetter(word[0]) && !Weightless.Contains(word))
            .Select(word => word.Length > 8 ? word[..8] : word)
            .Distinct(StringComparer.Ordinal);
}
