using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Schema;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>The inputs that narrow a list.</summary>
internal static partial class Filters
{
    private const string IdsOrNames = "ids, or exact names";

    /// <summary>The fields of the filters of all relationships.</summary>
    private static readonly HashSet<string> OfAllLinks = [.. LinkFields("about").Select(field => field.Name)];

    public static IEnumerable<IGraphType> Types() =>
        [
            Input(
                "DateRange",
                "日期范围",
                "Days, both ends included; an end left out is open.",
                Value("from", "Date", "起始日", "The first day."),
                Value("to", "Date", "截止日", "The last day.")
            ),
            Input(
                "ValueFilter",
                "数值筛选",
                "Values between two ends, compared with what a figure can mean: its interval, where it is hedged or rounded. A figure "
                    + "without any number fits nothing.",
                Value("atLeast", "Decimal", "不低于", "This or more."),
                Value("moreThan", "Decimal", "高于", "More than this."),
                Value("atMost", "Decimal", "不高于", "This or less."),
                Value("lessThan", "Decimal", "低于", "Less than this."),
                Value("certainty", "Certainty", "确定程度", "How sure it has to be; CERTAIN, where it is left out.")
            ),
            Input(
                "PrintedInFilter",
                "刊载位置筛选",
                "In which part of an article something is printed.",
                Value("parts", "[ArticlePart!]!", "文章部分", "One of its citations stands in one of these."),
                Value("only", "Boolean", "仅见于此", "And none stands elsewhere; no, where it is left out.")
            ),
            Input(
                "RelationshipCountFilter",
                "关系数筛选",
                "How many relationships of one sort an entity is in: at least one, where nothing else is said; atMost 0 asks for none.",
                Value("types", "[RelationshipTypeName!]", "关系类型", "Of one of these types."),
                Value("direction", "RelationshipSide", "方向", "At which end the entity stands; at any, where it is left out."),
                Value("with", "[String!]", "对端", $"The other end is one of these: {IdsOrNames}."),
                WithParts("with"),
                Roles(),
                Value("atLeast", "Int", "至少", "That many or more; 1 where neither limit is given."),
                Value("atMost", "Int", "至多", "That many or fewer.")
            ),
            Vocabulary.Of(
                "RelationshipRole",
                "关系角色",
                "The roles that relationships of some types have.",
                RolesOf(RelationshipTypes.All)
            ),
            .. EntityTypes.All.Select(EntityFilterType),
            Input(
                "EntityFilter",
                "实体筛选",
                "Which entities, of any type.",
                [Value("types", "[EntityTypeName!]", "类型", "Of one of these types."), .. NameFields()]
            ),
            Input(
                "RelationshipFilter",
                "关系筛选",
                "Which relationships.",
                [
                    Value("types", "[RelationshipTypeName!]", "关系类型", "Of one of these types."),
                    Roles(),
                    Value("from", "[String!]", "起点", $"It starts from one of these: {IdsOrNames}."),
                    Value("to", "[String!]", "终点", $"It leads to one of these: {IdsOrNames}."),
                    .. LinkFields("about", "from", "to"),
                ]
            ),
            Input("LinkFilter", "单类关系筛选", "Which relationships of one type.", LinkFields("about")),
            .. RelationshipTypes
                .All.Where(HasOwnFilter)
                .Select(type =>
                    Input(
                        LinkFilterOf(type),
                        $"{type.Chinese}筛选",
                        $"Which relationships of type {type.Name}.",
                        [
                            .. LinkFields("about"),
                            .. ChoicesOf(type).Select(choice => ChoiceField(type, choice)),
                            .. NamesOf(type).Select(NameField),
                        ]
                    )
                ),
            Input(
                "ObservationFilter",
                "数据筛选",
                "Which figures.",
                [
                    Value("about", "[String!]", "描述对象", $"About one of these: {IdsOrNames}."),
                    Value("places", "[String!]", "地点", $"About one of these places, or measured there: {IdsOrNames}."),
                    WithParts("about", "places"),
                    Value("indicators", "[String!]", "指标", $"Of one of these indicators: {IdsOrNames}."),
                    Value(
                        "withNarrower",
                        "Boolean",
                        "含下位指标",
                        "Indicators that count a part of one of 'indicators', over any number of steps, are admitted like it; no, where "
                            + "it is left out."
                    ),
                    Articles(),
                    Value("measures", "[Measure!]", "度量方式", "Of one of these measures."),
                    Value("comparisons", "[Comparison!]", "比较基准", "Compared in one of these ways."),
                    Value("accumulations", "[Accumulation!]", "累计方式", "Accumulated in one of these ways."),
                    Value("statuses", "[ObservationStatus!]", "数据状态", "Measured, aimed at or expected."),
                    Value(
                        "units",
                        "[String!]",
                        "单位",
                        "In one of these units: codes such as firm or %, or their words such as 家. Values of two units do not compare."
                    ),
                    Value("value", "ValueFilter", "数值", "Its value lies, or can lie, between two ends."),
                    Value("within", "String", "排名范围", "Of a rank: the words of its universe contain this."),
                    PrintedIn(),
                    Value("attributedTo", "[String!]", "出处", $"Said by one of these: {IdsOrNames}."),
                    Value("text", "String", "字样", "The figure as printed contains this, whatever the width, case and white space."),
                    .. Days("Its period"),
                    Undated("Only those without a day."),
                    PublishedBy(),
                    Value("recordedAsOf", "DateTime", "入库时点", "As the store knew them at this moment; now, where it is left out."),
                ]
            ),
            Input(
                "ArticleFilter",
                "文章筛选",
                "Which articles.",
                Value("published", "DateRange", "刊发日期", "Published on these days."),
                Value("text", "String", "字样", "The title, Chinese or English, contains this, whatever the width, case and white space.")
            ),
        ];

    private static InputObjectGraphType EntityFilterType(EntityType type)
    {
        var fields = NameFields();
        if (type.Kinds.Count > 0)
            fields = fields.Append(Value("kinds", $"[{type.Name}Kind!]", "种类", "Of one of these kinds."));
        if (type.HasPeriod)
            fields = fields.Concat(Days("Its own period"));
        return Input($"{type.Name}Filter", $"{type.Chinese}筛选", $"Which entities of type {type.Name}.", fields);
    }

    private static IEnumerable<FieldType> NameFields() =>
        [
            Value("names", "[String!]", "名称", "Any name is one of these, whatever the width, case and white space."),
            Value("text", "String", "字样", "Any name contains this, whatever the width, case and white space."),
            Value(
                "relationships",
                "[RelationshipCountFilter!]",
                "关系",
                "It is in as many relationships of each of these sorts as each says."
            ),
            Value(
                "publishedBy",
                "Date",
                "刊发截至",
                "An article published on or before this day prints a name of it, or states something that names it."
            ),
        ];

    /// <summary>Each role once; one that several types have says of each what it means there.</summary>
    private static IEnumerable<Choice> RolesOf(IEnumerable<RelationshipType> types) =>
        types
            .SelectMany(type =>
                ChoicesOf(type).Where(p => p.Name == Role).SelectMany(p => p.Choices.Select(role => (type.Name, Role: role)))
            )
            .GroupBy(x => x.Role.Name, StringComparer.Ordinal)
            .Select(same => new Choice(
                same.Key,
                string.Join(", ", same.Select(x => x.Role.Chinese).Distinct()),
                string.Join(" ", same.Select(x => $"{x.Name}: {x.Role.Description}"))
            ));

    private static FieldType Roles() =>
        Value("roles", "[RelationshipRole!]", "角色", "In one of these roles; types without roles have none of them.");

    /// <param name="ends">The fields that name ends.</param>
    private static IEnumerable<FieldType> LinkFields(params string[] ends) =>
        [
            Value("about", "[String!]", "涉及对象", $"Either end is one of these: {IdsOrNames}."),
            WithParts(ends),
            Articles(),
            Value("text", "String", "字样", "A text of it, such as a title, contains this, whatever the width, case and white space."),
            .. Days("Its period, or where that has no day that of its event,"),
            Undated("Only those without a day, of their own or of their event."),
            Value("statuses", "[StatementStatus!]", "陈述依据", "Stated, or only implied."),
            PrintedIn(),
            PublishedBy(),
        ];

    /// <param name="period">Which period it is.</param>
    private static IEnumerable<FieldType> Days(string period) =>
        [
            Value("periodOverlaps", "DateRange", "时间重叠", $"{period} overlaps these days."),
            Value("on", "Date", "当日", $"{period} has this day; instead of 'periodOverlaps'."),
        ];

    private static FieldType WithParts(params string[] ends) =>
        Value(
            "withParts",
            "Boolean",
            "含所属部分",
            $"The parts of each of {string.Join(", ", ends.Select(end => $"'{end}'"))} are admitted like it: what is PART_OF it, and the places and parks that are LOCATED_IN it, over any number of steps. No, where it is left out."
        );

    private static FieldType Articles() => Value("articles", "[ID!]", "文章", "Cited by one of these articles.");

    private static FieldType Undated(string english) => Value("undated", "Boolean", "无日期", english);

    private static FieldType PrintedIn() => Value("printedIn", "PrintedInFilter", "刊载位置", "In which part of an article it is printed.");

    private static FieldType NameField(PropertyDeclaration property) =>
        Value(FieldOf(property), "[String!]", property.Chinese, $"{property.Description} Any of these: {IdsOrNames}.");

    private static FieldType ChoiceField(RelationshipType type, PropertyDeclaration choice) =>
        Value(choice.Name, $"[{Properties.EnumName(type.TypeName, choice)}!]", choice.Chinese, $"{choice.Description} Any of these.");

    /// <summary>That of a question that is put together from several lists.</summary>
    public static QueryArgument PublishedByArgument() =>
        SchemaParts.Argument(
            "publishedBy",
            "Date",
            "刊发截至",
            "Only what an article published on or before this day prints, described and dated as known now; everything, where it is left "
                + "out."
        );

    private static FieldType PublishedBy() =>
        Value("publishedBy", "Date", "刊发截至", "Printed by an article published on or before this day.");
}
