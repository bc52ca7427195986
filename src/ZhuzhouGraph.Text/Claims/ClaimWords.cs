namespace ZhuzhouGraph.Text.Claims;

/// <summary>
/// The words and widths of the claim checker: the only tables of them. Every answer names <see cref="Version"/>, so a changed line takes
/// another.
/// </summary>
public static class ClaimWords
{
    /// <summary>Changes whenever a word or a width of this file does, or a rule that decides.</summary>
    public const string Version = "3";

    /// <summary>How far off a number may be and still count as inaccurate: a share of the number that is claimed.</summary>
    public const decimal InaccurateShare = 0.10m;

    /// <summary>How far off a measured number may be and still count as rounded differently: a share of the number.</summary>
    public const decimal RoundingShare = 0.02m;

    /// <summary>Words that stand for the city of the newspaper.</summary>
    internal static readonly string[] OfCity = ["我市", "全市", "本市", "该市", "the city", "our city"];

    /// <summary>Words that stand for what was spoken of before, and the types that each can mean.</summary>
    internal static readonly (string Word, string[] Types)[] Pronouns =
    [
        ("该区", ["Place", "Organization"]),
        ("全区", ["Place", "Organization"]),
        ("我区", ["Place", "Organization"]),
        ("该县", ["Place"]),
        ("全县", ["Place"]),
        ("我县", ["Place"]),
        ("该园区", ["Organization", "Place"]),
        ("该公司", ["Company", "Organization"]),
        ("该企业", ["Company", "Organization"]),
        ("该集团", ["Company", "Organization"]),
        ("the company", ["Company", "Organization"]),
        ("the district", ["Place", "Organization"]),
    ];

    /// <summary>Types whose names can be what a figure is about, whatever the sentence says of them.</summary>
    internal static readonly string[] Subjects = ["Place", "Company", "Organization", "Industry", "Product", "Event", "Person", "Official"];

    /// <summary>Forms of one word, in claims and in names of indicators: the first is written as the second, in this order.</summary>
    internal static readonly (string From, string To)[] Same =
    [
        ("专精特新小巨人", "小巨人"),
        ("国家级重点", "重点"),
        ("全国重点支持", "重点"),
        ("时间", "周期"),
        ("时长", "周期"),
        ("用时", "周期"),
        ("耗时", "周期"),
        ("重量", "质量"),
        ("长度", "全长"),
        ("地区生产总值", "gdp"),
        ("生产总值", "gdp"),
        ("规上", "规模以上"),
        ("一般公共预算", "财政"),
        ("第一单", "首单"),
        ("第一条", "首条"),
        ("第一列", "首列"),
        ("第一批", "首批"),
        ("第一台", "首台"),
    ];

    /// <summary>Words of names that tell no indicator from another.</summary>
    internal static readonly string[] Weightless =
    [
        "企业",
        "公司",
        "数量",
        "总数",
        "总量",
        "总额",
        "数",
        "量",
        "额",
        "级",
        "的",
        "已",
        "可",
        "和",
        "与",
        "了",
        "在",
        "为",
        "有",
        "所",
        "其",
        "、",
        ",",
    ];

    /// <summary>Words of English names that tell no indicator from another.</summary>
    internal static readonly HashSet<string> EnglishWeightless =
    [
        .. (
            "a an and are at by enterprise firm company for from has have in is it its number of on one or per piece "
            + "sophisticated specialised specialized that the to was were with"
        ).Split(' '),
    ];

    /// <summary>
    /// Words that narrow what is counted, as a claim has them and as a name of an indicator has them; where claim and name differ in one,
    /// they count different things.
    /// </summary>
    internal static readonly (string InClaim, string InName)[] Tiers =
    [
        ("国家级", "国家"),
        ("省级", "省"),
        ("市级", "市级"),
        ("县级", "县级"),
        ("重点", "重点"),
        ("世界级", "世界"),
        ("首批", "首批"),
        ("规模以上", "规模以上"),
        ("创新型", "创新型"),
        ("人均", "人均"),
        ("national", "national"),
        ("provincial", "provincial"),
        ("key", "key"),
    ];

    /// <summary>A word before a number, and what stands in the name of what it measures.</summary>
    internal static readonly (string Word, string Noun)[] Predicates =
    [
        ("重", "质量"),
        ("长", "长"),
        ("长", "跨度"),
        ("跨", "跨度"),
        ("宽", "宽"),
        ("厚", "厚"),
        ("深", "深"),
        ("地下", "深"),
        ("高", "高"),
        ("历时", "时"),
        ("历时", "历时"),
        ("修了", "建设时"),
        ("建了", "建设时"),
        ("to build", "construction"),
    ];

    /// <summary>What belongs to one field, for claims that name none of its indicators.</summary>
    internal static readonly (string Topic, string[] Words)[] Topics =
    [
        ("货运", ["货运", "发运", "运量", "货物运输", "吞吐", "重箱", "freight", "shipped", "shipments"]),
        ("旅游", ["旅游", "游客", "接待", "tourist"]),
        ("外贸", ["外贸", "进出口", "出口", "进口额", "foreign trade"]),
        ("用电", ["用电", "电量", "electricity"]),
        ("消费", ["消费", "零售", "retail"]),
        ("投资", ["投资", "investment"]),
        ("工业", ["工业", "制造业", "industrial"]),
    ];

    /// <summary>What part of the world a rank's universe is: a larger number holds the smaller ones.</summary>
    internal static readonly (string Word, int Level)[] Universes =
    [
        ("全球", 5),
        ("世界", 5),
        ("国际", 5),
        ("world", 5),
        ("全国", 4),
        ("国内", 4),
        ("我国", 4),
        ("中国", 4),
        ("china", 4),
        ("country", 4),
        ("national", 4),
        ("全省", 3),
        ("我省", 3),
        ("province", 3),
        ("全市", 2),
        ("我市", 2),
        ("city", 2),
        ("全区", 1),
        ("全县", 1),
    ];

    /// <summary>Words of a universe that make it narrower than its part of the world.</summary>
    internal static readonly string[] Narrowings =
    [
        "非省会",
        "省会",
        "地级",
        "中西部",
        "同类",
        "县级",
        "领域",
        "赛事",
        "行业",
        "among",
        "capital",
        "prefecture",
        "central",
        "western",
    ];

    /// <summary>Marks at which a clause ends.</summary>
    internal const string Stops = "，,；;。！？!?、\n\r\t";
}
