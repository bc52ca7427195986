using System.Globalization;
using GraphQL.Types;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi.Files;

/// <summary>
/// The parameters of files. They stand apart from those that narrow what is asked for (<see cref="Place"/>), so that a cursor of a list is
/// a cursor of its files.
/// </summary>
internal static class FileParameters
{
    public const string Place = "file",
        Format = "format",
        Json = "json";

    public const string Hops = "hops";

    private const string Layout = "layout",
        ByteOrderMark = "bom",
        Labels = "labels",
        Language = "lang";

    private static readonly Dictionary<string, ExportChoices> Choices = new(StringComparer.Ordinal)
    {
        [Layout] = ExportChoices.Layout,
        [ByteOrderMark] = ExportChoices.ByteOrderMark,
        [Labels] = ExportChoices.Labels,
        [Language] = ExportChoices.Language,
        [Hops] = ExportChoices.Hops,
    };

    private static readonly Dictionary<string, string> Terms = new(StringComparer.Ordinal)
    {
        ["csv"] = "CSV 表格",
        ["ndjson"] = "逐行 JSON",
        ["xlsx"] = "Excel 工作簿",
        ["parquet"] = "Parquet 列存文件",
        ["json-stat"] = "JSON-stat 数据集",
        ["sdmx-csv"] = "SDMX 表格",
        ["zip"] = "压缩包",
        ["graphml"] = "GraphML 图",
        ["gexf"] = "GEXF 图",
        ["graph-csv"] = "节点与边表格",
        ["json-ld"] = "JSON-LD",
    };

    private static readonly EnumerationGraphType LayoutWords = Vocabulary.Of(
        "CsvLayout",
        "表格布局",
        "How the rows of a CSV lie.",
        [
            new("tidy", "长表", "A figure a row, with its evidence."),
            new(
                "wide",
                "宽表",
                "A period a row and a series a column: its values, and beside them the words as printed where any is hedged or has no "
                    + "single value."
            ),
        ]
    );

    private static readonly EnumerationGraphType LabelWords = Vocabulary.Of(
        "SdmxLabels",
        "代码标签",
        "What stands in the coded columns of SDMX-CSV.",
        [new("id", "代码", "Codes alone."), new("both", "代码与名称", "Code and label.")]
    );

    private static readonly EnumerationGraphType LanguageWords = Vocabulary.Of(
        "Language",
        "语言",
        "Languages of labels.",
        [new("zh", "中文", "Chinese."), new("en", "英文", "English.")]
    );

    /// <param name="name">What the list of formats is called.</param>
    /// <param name="offersJson">Whether the address answers in JSON as well, which is what it does unless told otherwise.</param>
    public static IReadOnlyList<RestParameter> Of(RestShapes shapes, string name, IReadOnlyList<ExportFormat> formats, bool offersJson)
    {
        List<Choice> words = [.. formats.Select(format => new Choice(format.Name, Terms[format.Name], Sentence(format.Description)))];
        if (offersJson)
            words.Insert(0, new(Json, "JSON", "The answer of this address, in pages where it is a list."));
        var taken = formats.Aggregate(ExportChoices.None, (all, format) => all | format.Choices);
        return
        [
            Parameter(Format, FormatWords(name, words), "文件格式", "The format of the answer; where it is left out, 'Accept' decides."),
            .. new[]
            {
                Parameter(Layout, LayoutWords, "表格布局", "Of csv: how the rows lie; tidy where it is left out."),
                Parameter(
                    ByteOrderMark,
                    shapes.Schema.AllTypes["Boolean"]!,
                    "字节顺序标记",
                    "Whether CSV begins with a byte order mark, by which Excel knows UTF-8: 1 or true."
                ),
                Parameter(Labels, LabelWords, "代码标签", "Of sdmx-csv: what stands in coded columns; id where it is left out."),
                Parameter(
                    Language,
                    LanguageWords,
                    "语言",
                    "The language of labels where a format has one; where it is left out, 'Accept-Language' decides, and zh."
                ),
                Parameter(Hops, shapes.Schema.AllTypes["Int"]!, "步数", "How far a network reaches: 1 step, or 2; 1 where it is left out."),
            }.Where(parameter => taken.HasFlag(Choices[parameter.Name])),
        ];
    }

    /// <summary>The request with what was chosen; what does not fit the format is a fault.</summary>
    /// <param name="format">Null for JSON.</param>
    /// <param name="language">What the client prefers.</param>
    public static ExportRequest Read(RestCall call, ExportFormat? format, ExportRequest request, string language, bool withLabels)
    {
        foreach (var (name, choice) in Choices)
        {
            if (call.IsGiven(name) && format?.Choices.HasFlag(choice) is not true)
                call.Refuse(
                    name,
                    $"is given with {format?.Name ?? Json}, which does not take it; allowed with {ExportFormats.Taking(choice)}."
                );
        }
        if (request.Line?.Transform is not null && format?.Choices.HasFlag(ExportChoices.Transform) is false)
            call.Refuse(
                DerivedSchema.Transform,
                $"is given with {format.Name}, which holds printed figures alone; allowed with "
                    + $"{ExportFormats.Taking(ExportChoices.Transform)}."
            );
        var chosen = call.Values.GetValueOrDefault(Place) as IReadOnlyDictionary<string, object?> ?? new Dictionary<string, object?>();
        var hops = chosen.GetValueOrDefault(Hops) as int? ?? 1;
        if (hops is not (1 or 2))
            call.Refuse(Hops, $"is {hops.ToString(CultureInfo.InvariantCulture)}; allowed are 1 and 2.");
        var chosenRequest = request with
        {
            Layout = chosen.GetValueOrDefault(Layout) is "wide" ? CsvLayout.Wide : CsvLayout.Tidy,
            WithByteOrderMark = chosen.GetValueOrDefault(ByteOrderMark) is true,
            WithLabels = chosen.GetValueOrDefault(Labels) is { } labels ? labels is "both" : withLabels,
            Language = chosen.GetValueOrDefault(Language) as string ?? language,
            Hops = hops,
        };
        if (call.IsGiven(Language) && format?.Unlabelled(chosenRequest) is { } needed)
            call.Refuse(
                Language,
                $"is given, and {format.Name} as it is asked for has no labels of one language; it has some with "
                    + (needed is ExportChoices.Layout ? $"{Layout}=wide." : $"{Labels}=both.")
            );
        return chosenRequest;
    }

    private static RestParameter Parameter(string name, IGraphType type, string chinese, string english) =>
        RestParameter.Of(name, type, SchemaParts.Describe(chinese, english), [Place, name]);

    /// <summary>GraphQL has no hyphen in words, and media types have: a word is renamed once it stands in its list.</summary>
    private static EnumerationGraphType FormatWords(string name, IEnumerable<Choice> words)
    {
        var type = new EnumerationGraphType { Name = name, Description = SchemaParts.Describe("文件格式", "Formats of an answer.") };
        foreach (var word in words)
        {
            var value = new EnumValueDefinition(word.Name.Replace('-', '_'), word.Name)
            {
                Description = SchemaParts.Describe(word.Chinese, word.Description),
            };
            type.Add(value);
            value.Name = word.Name;
        }
        return type;
    }

    private static string Sentence(string text) => $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
}
