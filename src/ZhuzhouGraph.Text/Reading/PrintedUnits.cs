namespace ZhuzhouGraph.Text.Reading;

/// <summary>What kind of thing a printed unit counts or measures, as far as it decides how a figure reads.</summary>
internal enum UnitKind
{
    Count,
    Physical,
    Duration,
    Money,
    Percent,
    Points,
    Times,
    Rank,
}

/// <summary>A unit as papers print it.</summary>
/// <param name="Code">UCUM, ISO 4217, or a word of our own for what is counted.</param>
/// <param name="Word">The printed word.</param>
internal sealed record PrintedUnit(string Code, string Word, UnitKind Kind);

/// <summary>The units of newspapers: a line each of kind, code and the words for it.</summary>
internal static class PrintedUnits
{
    private const string Lines = """
        Percent % % 个百分比
        Percent [ppth] ‰
        Points pp 个百分点 百分点
        Points bp 个基点 基点
        Times times 倍
        Money CNY 元 圆 元人民币 块钱 块 人民币
        Money USD 美元 美圆 美金
        Money EUR 欧元
        Money HKD 港元 港币
        Money JPY 日元
        Money KRW 韩元
        Money GBP 英镑
        Money TWD 新台币 元新台币
        Money RUB 卢布
        Money CHF 瑞士法郎 瑞郎
        Money AUD 澳元
        Money CAD 加元
        Money SGD 新加坡元 新元
        Money MOP 澳门元
        Money THB 泰铢
        Money INR 卢比 印度卢比
        Money BRL 雷亚尔
        Money jiao 角
        Physical mm 毫米 mm
        Physical cm 厘米 cm 公分
        Physical m 米 m
        Physical km 公里 千米 km
        Physical um 微米
        Physical nm 纳米 nm
        Physical [nmi_i] 海里
        Physical [li] 华里
        Physical m2 平方米 平米 ㎡ m²
        Physical km2 平方公里 平方千米
        Physical mu 亩
        Physical har 公顷
        Physical m3 立方米 m³
        Physical km3 立方公里
        Physical L 升
        Physical mL 毫升
        Physical ug 微克
        Physical mg 毫克
        Physical g 克
        Physical kg 公斤 千克 kg
        Physical [jin] 斤 市斤
        Physical t 吨 t
        Physical [DWT] 载重吨
        Physical t.tce 吨标准煤
        Physical t.km 吨公里
        Physical pkm 人公里
        Physical [oz_tr] 盎司
        Physical [liang] 两
        Physical [bbl] 桶
        Physical kW 千瓦 瓩 kW
        Physical W 瓦
        Physical MW 兆瓦 MW
        Physical GW 吉瓦 GW
        Physical kWh 千瓦时 度电 kWh
        Physical MWh 兆瓦时 MWh
        Physical GWh 吉瓦时 GWh
        Physical kV 千伏 kV
        Physical V 伏
        Physical kVA 千伏安
        Physical [hp] 马力
        Physical Hz 赫兹
        Physical MHz 兆赫 兆赫兹
        Physical kB 千字节
        Physical MB 兆字节 MB
        Physical GB GB
        Physical TB TB
        Physical Cel ℃ 摄氏度 °C °c
        Physical [degF] 华氏度 °F
        Physical deg 度
        Physical dB 分贝
        Physical kcal 千卡 大卡
        Physical MPa 兆帕
        Physical pH 酸碱度
        Duration s 秒 秒钟
        Duration min 分钟
        Duration h 小时 个小时 个钟头
        Duration d 天 昼夜
        Duration wk 周 个星期 星期
        Duration mo 个月
        Duration a 年 周年 周岁 岁
        Duration [workday] 个工作日 个交易日
        Rank place 位 名
        Count piece 个
        Count firm 家
        Count item 项
        Count line 条
        Count kind 种 款 类 大类
        Count batch 批 批次
        Count edition 届
        Count occasion 次 场 回 场次 轮 趟
        Count station 站
        Count order 单
        Count level 级 等级
        Count person 人 名 位 员
        Count visit 人次
        Count vehicle 辆 辆次 车次
        Count set 台 套 台套 组 副
        Count aircraft 架 架次
        Count ship 艘 艘次
        Count train 列 列车
        Count teu 标箱 TEU 标准箱 个标箱 个标准箱
        Count container 箱
        Count household 户 户次
        Count building 栋 幢 座 栋楼
        Count room 间 套房
        Count place 处 所 个点
        Count case 件 起 例 宗 桩 件次
        Count animal 头 只 匹 羽 尾 头次
        Count plant 株 棵 颗 粒 朵 束 根
        Count bottle 瓶 袋 盒 包 罐 支 杯
        Count volume 册 本 部 卷 篇 首 封 幅 张 页 期 集 版
        Count copy 份
        Count share 股
        Count lot 手 注
        Count transaction 笔
        Count bed 床 张床位
        Count seat 席 座位 桌
        Count piece.flat 枚 块 片 顶 盏
        Count point 分 个点
        Count [pt] 点
        Count family 户家庭
        Count team 支 队
        Count line.road 车道
        Count storey 层
        Count lap 圈
        Count pair 对 双
        Count passenger 人天
        Count parcel 票
        Count base 基地
        Count district 区 县 村 镇 乡
        Count row 排
        Count post 岗 岗位
        Count session 课时 学时
        Count day.working 工日
        """;

    private static readonly IReadOnlyList<PrintedUnit> Rows =
    [
        .. from line in Lines.Split('\n')
        let words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries)
        from word in words[2..]
        select new PrintedUnit(words[1], word, Enum.Parse<UnitKind>(words[0])),
    ];

    /// <summary>Of a word with two units the first stands.</summary>
    private static readonly Lexicon<PrintedUnit> Words = new(Rows.DistinctBy(unit => unit.Word).Select(unit => (unit.Word, unit)));

    /// <summary>The unit that begins at the place, with what it is per: 元/公斤, 元每吨. The longest word wins.</summary>
    public static PrintedUnit? At(string plain, int at, out int end)
    {
        end = at;
        if (!Words.TryFind(plain, at, out var length, out var unit))
            return null;
        // 5m and 3t are units, 5mg has its own, 5mx is a name.
        if (Glyphs.IsLetter(plain[at]) && at + length < plain.Length && Glyphs.IsLetter(plain[at + length]))
            return null;
        end = at + length;
        if (end + 1 < plain.Length && plain[end] == '/' && Words.TryFind(plain, end + 1, out var per, out var below))
        {
            end += 1 + per;
            unit = new($"{unit.Code}/{below.Code}", plain[at..end], unit.Kind is UnitKind.Percent ? unit.Kind : UnitKind.Physical);
        }
        else if (end + 1 < plain.Length && plain[end] == '/' && plain[end + 1] is '月' or '日')
        {
            end += 2;
            unit = new($"{unit.Code}/{(plain[end - 1] == '月' ? "mo" : "d")}", plain[at..end], UnitKind.Physical);
        }
        return unit;
    }

    /// <summary>
    /// The model's unit of a printed word; null where none is declared. What measures is known by its code, what only counts by its word:
    /// 只 and 匹 share a code with 头, and are no 头.
    /// </summary>
    public static Unit? Declared(string word, string code) =>
        Units.Find(word) ?? (IsCounted(word) ? null : Units.All.FirstOrDefault(unit => unit.Code == code));

    /// <summary>Whether the word counts things, or their places.</summary>
    public static bool IsCounted(string word) => At(word, 0, out _) is { Kind: UnitKind.Count or UnitKind.Rank };

    /// <summary>How many units there are.</summary>
    public static int Count => Rows.DistinctBy(unit => unit.Word).Count();
}
