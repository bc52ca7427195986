using System.Text.RegularExpressions;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// Messages in Chinese: a row for each sentence that a refusal can be. Messages are made in English, by us and by the library of GraphQL,
/// and read again here for those who read Chinese, so that no door needs a second message.
/// </summary>
internal static partial class ChineseMessages
{
    /// <summary>What a message says of a place that it names first: <c>{list}</c> is told as a list, other parts as they stand.</summary>
    private static readonly IReadOnlyList<(Regex English, string Chinese)> OfPlaces = Rows(
        // Texts, lists and numbers.
        (
            @"has (?<n>\d+) words, separated by white space; at most (?<most>\d+) are allowed\.",
            "有 {n} 个词（以空白分隔），最多 {most} 个。"
        ),
        (@"has a text of (?<n>\d+) characters; at most (?<most>\d+) are allowed\.", "有 {n} 个字符，最多 {most} 个。"),
        (@"has a text without anything to look for; .*", "没有可查找的内容；空白、引号和标点不算。"),
        (@"lists (more than )?(?<n>\d+) values; at most (?<most>\d+) are allowed\.", "列出的值过多，最多 {most} 个。"),
        (
            @"lists .* values; the limit '(?<limit>\w+)' allows (?<most>\d+) in one filter\.",
            "列出的值过多，最多 {most} 个（限制 '{limit}'）。"
        ),
        (@"is an empty list; name at least one value, or leave it out\.", "列表为空；请至少写一个值，或去掉它。"),
        (
            @"is -?\d+; allowed are (?<least>\d+) to (?<most>\d+), and without it (?<other>\d+) is meant\.",
            "须为 {least} 到 {most} 的整数；不写时为 {other}。"
        ),
        (@"is -?\d+; allowed are (?<least>\d+) (to|and) (?<most>\d+)\.", "须为 {least} 到 {most} 的整数。"),
        (@"is (?<n>\d+), which is more than 'atMost', (?<most>\d+); .*", "大于“atMost”的 {most}，不可能成立。"),
        // Names and ids.
        (
            @"is the same as '(?<other>\w+)', (?<id>.*); a path leads from one thing to another\.",
            "与“{other}”相同（{id}）；关联路径须连接两个不同的对象。"
        ),
        (@"has (?<id>\S+), an end of every path; name what lies between\.", "{id} 是路径的一端；请写两端之间的对象。"),
        (@"has (?<id>\S+), an end of every path\.", "{id} 是路径的一端，不能避开。"),
        (@"has (?<id>\S+), which 'via' has, too\.", "{id} 也在“via”中，不能既经过又避开。"),
        (
            @"names (?<n>\d+), and a path of (?<hops>\d+) hops passes through (?<most>\d+) at most\.",
            "有 {n} 个，而 {hops} 步的路径至多经过 {most} 个。"
        ),
        (@"is after '(?<to>\w+)'; a period ends after it starts\.", "晚于“{to}”；时段的结束不能早于开始。"),
        (@"has '(?<given>.*)', which is an id; allowed are names, .*", "“{given}”是标识，此处须写名称；按标识查找请用“nodes”。"),
        (@"has '(?<given>.*)', which is no article's id\.", "“{given}”不是报道的标识。"),
        (
            @"has '(?<given>.*)', which is no id\. Allowed: .*",
            "“{given}”不是标识；标识写作“前缀:名称”，如 place:zhuzhou、article:2023-05-19/01-hunan-guangdong-single-port。"
        ),
        (@"has '(?<given>.*)', which is no id of a series; .*", "“{given}”不是数列的标识；/series 列出各数列。"),
        (@"(is|has) '(?<given>.*)', which is of type (?<type>.*); allowed: (?<list>.*)\.", "“{given}”的类型是 {type}；可用：{list}。"),
        (@"(is|has) '(?<given>.*)', which is no unit; did you mean '(?<near>.*)'\?", "没有单位“{given}”；是否指“{near}”？"),
        (@"(is|has) '(?<given>.*)', which is no unit; allowed: (?<list>.*); .*", "没有单位“{given}”；可用（代码或名称）：{list}。"),
        // Days and ranges.
        (@"has neither 'from' nor 'to'; give at least one of them\.", "“from”和“to”至少给出一个。"),
        (@"ends before it starts; 'from' is the earlier day\.", "结束早于开始；“from”是较早的一天。"),
        (@"ends before it starts; nothing lies in it\.", "上限小于下限，其中没有数。"),
        (@"has no end; give .*", "没有边界；请给出“atLeast”、“moreThan”、“atMost”或“lessThan”。"),
        // What goes with what.
        (@"has both '(?<one>.*)' and '(?<other>.*)'; give one of them\.", "“{one}”和“{other}”只能给出一个。"),
        (@"and '(?<other>.*)': give one of them\.", "不能与“{other}”同时给出。"),
        (@"and '(?<other>.*)': what has no day .*", "不能与“{other}”同时给出：没有日期的不在任何时段内。"),
        (@"is the former name of '(?<other>.*)', which is given, too; .*", "是“{other}”的旧名，不能同时给出；请只写新名。"),
        (@"widens what (?<list>.*) names, which is left out\.", "用于扩大 {list} 的范围，而后者没有给出。"),
        (@"chooses among figures that agree in '(?<other>.*)', which is left out\.", "只与“{other}”同用，而后者没有给出。"),
        (@"has (?<types>.*), which never .*; allowed: (?<list>.*)\.", "{types} 不可能连到这些对象；可用：{list}。"),
        (@"has (?<given>.*), which no .* can have; allowed for types: (?<list>.*)\.", "所选的关系类型没有 {given}；有它的类型：{list}。"),
        (@"is (?<unit>.*), into which (?<list>.*) does not convert\.", "{list} 不能换算成{unit}。"),
        // Claims.
        (
            @"has '(?<figure>.*)' with the verdict (?<verdict>.*), which has no rating; exported are (?<list>.*)\.",
            "“{figure}”的结论是 {verdict}，没有评分，不能导出；可以导出的结论：{list}。"
        ),
        (@"says nothing that can be checked; .*", "没有可以核查的说法，不能导出。"),
        (
            @"is '(?<given>.*)', which is no address; allowed is one such as .*",
            "“{given}”不是网址；应为 https://example.org/a-page 这样的网址。"
        ),
        // Versions, pages and files.
        (@"is no cursor of this list\. .*", "游标只能用于参数相同的同一列表；请去掉它，从头开始。"),
        (@"is (?<n>\d+), a version that is not there yet; the newest is (?<newest>\d+)\.", "尚无版本 {n}；最新为 {newest}。"),
        (@"is of pages of JSON; a file has all that fits\.", "只用于 JSON 的分页；文件包含全部结果。"),
        (@"is given beside the entity of the address, .*", "地址已指明对象，文件只含其数字；请用 /observations。"),
        (
            @"is of 'implied', which a file of one figure does not have; allowed with (?<list>.*)\.",
            "属于“implied”，单个数字的文件没有；可用于 {list}。"
        ),
        (@"is given with (?<format>.*), which does not take it; allowed with (?<list>.*)\.", "格式 {format} 不用它；可用于 {list}。"),
        (
            @"is given with (?<format>.*), which holds printed figures alone; allowed with (?<list>.*)\.",
            "格式 {format} 只含印出的数字；可用于 {list}。"
        ),
        (
            @"is given, and (?<format>.*) as it is asked for has no labels of one language; it has some with (?<other>.*)\.",
            "格式 {format} 在此没有单一语言的标签；加上 {other} 才有。"
        )
    );

    /// <summary>What a message says that names no place first.</summary>
    private static readonly IReadOnlyList<(Regex English, string Chinese)> Others = Rows(
        (@"The limit '(?<limit>\w+)' allows (?<most>[\d:]+).*", "超出限制“{limit}”：最多 {most}。"),
        (@"There is no parameter '.*'; this address takes none\.", "此地址没有参数。"),
        (@"Something is wrong on our side\. The log has it as (?<id>\w+)\.", "这是服务器的错误，日志中编号为 {id}。"),
        (
            @"Variable '\$(\w+(\[\d+\])?\.)*(?<place>\w+)(\[\d+\])?' is invalid\..* Unable to convert '(?<given>.*)' to '\w+'; "
                + @"did you mean '(?<near>.*)'\?",
            "“{place}”不能是“{given}”；是否指“{near}”？"
        ),
        (
            @"Variable '\$(\w+(\[\d+\])?\.)*(?<place>\w+)(\[\d+\])?' is invalid\..* Unable to convert '(?<given>.*)' to '\w+'; "
                + @"allowed: (?<list>.*)\.",
            "“{place}”不能是“{given}”；可用：{list}。"
        ),
        (
            @"Variable '\$(\w+(\[\d+\])?\.)*(?<place>\w+)(\[\d+\])?' is invalid\..* Unable to convert '(?<given>.*)' to 'Date'.*",
            "“{place}”不能是“{given}”；日期写作 2023-05-19。"
        ),
        (
            @"Variable '\$(\w+(\[\d+\])?\.)*(?<place>\w+)(\[\d+\])?' is invalid\..* Unable to convert '(?<given>.*)' to '\w+'.*",
            "“{place}”不能是“{given}”。"
        ),
        (@"JSON-LD tells one figure or one entity; .*", "JSON-LD 只表示一个数字或一个实体；请指明一个。"),
        (@"JSON-stat has no form for no figures, .*", "JSON-stat 不能表示空的结果，而没有数字符合条件；请放宽条件。")
    );

    /// <summary>The message without the place that it names first; null where no row has it.</summary>
    public static string? Of(string message) => Read(message).Chinese;

    /// <summary>The message with the place that it names first; null where no row has it.</summary>
    public static string? WithPlace(string message) =>
        Read(message) is { Chinese: { } chinese } read
            ? read.Place is null
                ? chinese
                : $"“{read.Place}”：{chinese}"
            : null;

    private static (string? Place, string? Chinese) Read(string message) =>
        AtPlace().Match(message) is { Success: true } at && Told(OfPlaces, at.Groups["rest"].Value) is { } chinese
            ? (at.Groups["place"].Value, chinese)
            : (null, Told(Others, message));

    private static string? Told(IReadOnlyList<(Regex English, string Chinese)> rows, string message)
    {
        foreach (var (english, chinese) in rows)
        {
            if (english.Match(message) is { Success: true } match)
                return Part()
                    .Replace(chinese, part =>
                        part.Value == "{list}" ? ListOf(match.Groups["list"].Value) : match.Groups[part.Value[1..^1]].Value
                    );
        }
        return null;
    }

    private static string ListOf(string english) =>
        Joint()
            .Replace(english, "、")
            .Replace("articles", "报道", StringComparison.Ordinal)
            .Replace("entities", "实体", StringComparison.Ordinal);

    /// <summary>Without backtracking, for parts of a message are what a client sent.</summary>
    private static IReadOnlyList<(Regex English, string Chinese)> Rows(params (string English, string Chinese)[] rows) =>
        [
            .. rows.Select(row =>
                (
                    new Regex(
                        $"^(?:{row.English})$",
                        RegexOptions.NonBacktracking
                            | RegexOptions.ExplicitCapture
                            | RegexOptions.Singleline
                            | RegexOptions.CultureInvariant
                    ),
                    row.Chinese
                )
            ),
        ];

    /// <summary>The field of GraphQL, which readers of pages and of REST do not know, the argument, and what is told of it.</summary>
    [GeneratedRegex(@"^(?:\w+: )?'(?:filter\.)?(?<place>[\w.$\[\]]+)' (?<rest>.*)$", RegexOptions.Singleline)]
    private static partial Regex AtPlace();

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Part();

    [GeneratedRegex(@", | and (?:no )?| or ")]
    private static partial Regex Joint();
}
