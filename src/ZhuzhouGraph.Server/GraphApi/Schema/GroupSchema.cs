using System.Globalization;
using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Stores;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>How many things there are of each sort: groups with their counts.</summary>
internal static class GroupSchema
{
    /// <summary>What it costs to look at everything that is counted.</summary>
    private const int Work = 200;

    /// <summary>A key as a field of a group. Its type is nullable: it is null where things are not grouped by it.</summary>
    private sealed record Term(string Type, string Chinese, string English);

    private static readonly Dictionary<string, Term> Terms = new(StringComparer.Ordinal)
    {
        ["indicator"] = new("Indicator", "指标", "What the figures measure."),
        ["about"] = new("Entity", "描述对象", "What the figures are about."),
        ["place"] = new("Entity", "地域", "The place of measurement, where it is not what the figures are about."),
        ["attributedTo"] = new("Entity", "出处", "Who said the figures; what the paper itself says has nobody."),
        ["article"] = new("Article", "文章", "The article that prints the figures."),
        ["measure"] = new("Measure", "度量方式", "What the figures say about their indicator."),
        ["comparison"] = new("Comparison", "比较基准", "Against what changes are measured; what is no change has none."),
        ["base"] = new("String", "比较基期", "Against what exactly, as printed; where 'comparison' says it all, there is none."),
        ["breakdown"] = new("String", "分组", "Of which part: ids of members, blanks between them; figures of the whole have none."),
        ["accumulation"] = new("Accumulation", "累计方式", "Whether the figures are of their period alone or add up."),
        ["frequency"] = new("Frequency", "频率", "How often the figures are taken; what is taken once has none."),
        ["priceBasis"] = new("PriceBasis", "价格基准", "At which prices sums are given; what does not say has none."),
        ["unit"] = new("Unit", "单位", "The unit."),
        ["from"] = new("Node", "起点", "Where the relationships start."),
        ["to"] = new("Node", "终点", "Where the relationships lead."),
        [GroupKey.Year] = new("Int", "年", "The year in which the whole period lies."),
        [GroupKey.Quarter] = new("String", "季度", "The quarter in which the whole period lies, such as 2023-Q2."),
        [GroupKey.Month] = new("String", "月", "The month in which the whole period lies, such as 2023-05."),
        [GroupKey.Day] = new("Date", "日", "The day that is the whole period."),
        // What several kinds of things have, each with words of its own.
        ["Entity type"] = new("EntityTypeName", "类型", "The type."),
        ["Entity kind"] = new(
            "String",
            "种类",
            "The word of the kind. Types share some words, and one word is one group: group by TYPE, too, to tell them apart."
        ),
        ["Relationship type"] = new("RelationshipTypeName", "关系类型", "The type."),
        ["Relationship status"] = new("StatementStatus", "陈述依据", "Whether the papers state it or only imply it."),
        ["Observation status"] = new("ObservationStatus", "数据状态", "Whether the figures were measured, are aimed at or are expected."),
    };

    private sealed record Grouped(
        string Of,
        string Field,
        string Chinese,
        string Items,
        IReadOnlyList<GroupKey> Keys,
        ListField<GroupCount> List
    );

    private static IEnumerable<Grouped> All =>
        [
            new("Entity", "entityCounts", "实体", "entities", GroupKey.OfEntities, Filters.EntityGroups),
            new("Relationship", "relationshipCounts", "关系", "relationships", GroupKey.OfRelationships, Filters.RelationshipGroups),
            new("Observation", "observationCounts", "数据", "figures", GroupKey.OfObservations, Filters.ObservationGroups),
        ];

    public static IEnumerable<FieldType> Roots() =>
        All.Select(grouped =>
            Connections
                .Root(
                    grouped.Field,
                    $"{grouped.Of}TallyConnection",
                    $"{grouped.Chinese}计数",
                    $"How many {grouped.Items} there are of each sort, the most first; what has no value to be grouped by is counted as "
                        + "'ungrouped'.",
                    grouped.List,
                    Argument(
                        "by",
                        $"[{grouped.Of}GroupKey!]!",
                        "分组",
                        "In what the items of a group agree; together, where there are several."
                    ),
                    Filters.Argument($"{grouped.Of}Filter")
                )
                .Working(_ => Work)
        );

    public static IEnumerable<IGraphType> Types() =>
        All.SelectMany(grouped =>
            new IGraphType[]
            {
                Vocabulary.Of(
                    $"{grouped.Of}GroupKey",
                    $"{grouped.Chinese}分组",
                    $"What {grouped.Items} are grouped by.",
                    grouped.Keys.Select(key =>
                    {
                        var term = TermOf(grouped.Of, key);
                        return new Choice(Spelling.UpperSnake(key.Name), term.Chinese, term.English);
                    })
                ),
                Object(
                    $"{grouped.Of}Tally",
                    $"{grouped.Chinese}组",
                    $"The {grouped.Items} of one sort.",
                    [
                        Field<GroupCount>("count", "Int!", "数量", $"How many {grouped.Items} it has.", g => g.Count),
                        Field<GroupCount>("values", "[String!]!", "分组值", "What they agree in, as text, in the order of 'by'.", g =>
                            g.Values
                        ),
                        Field<GroupCount>(
                            "firstDay",
                            "Date",
                            "首日",
                            "The first day of the earliest of their periods, or the last where that is open; null where none has a "
                                + "day. Figures "
                                + "without days are of the day of their print.",
                            g => g.First
                        ),
                        Field<GroupCount>("lastDay", "Date", "末日", "The last day of the latest of their periods, in the same way.", g =>
                            g.Last
                        ),
                        .. grouped.Keys.Select(key => KeyField(grouped.Of, key)),
                    ]
                ),
            }.Concat(
                Connections.Types<GroupCount>(
                    $"{grouped.Of}Tally",
                    $"{grouped.Chinese}组",
                    Connections.TotalCount<GroupCount>("How many groups there are."),
                    Connections.Ungrouped()
                )
            )
        );

    private static FieldType KeyField(string of, GroupKey key)
    {
        var (type, chinese, english) = TermOf(of, key);
        var description = $"{english} Null, where it is not grouped by.";
        return key.Kind is GroupKeyKind.Node
            ? Linked<GroupCount>(key.Name, type, chinese, description, (request, group) => request.NodeOrNull(group.ValueOf(key.Name)))
            : Field<GroupCount>(key.Name, type, chinese, description, group =>
                group.ValueOf(key.Name) is { } value ? Read(key, value) : null
            );
    }

    private static Term TermOf(string of, GroupKey key) =>
        key.Kind is GroupKeyKind.Choice
            ? new(
                RelationshipFilters.EnumOf(key.Name),
                RelationshipTypes.Choices[key.Name].First().Property.Chinese,
                $"What they choose as '{key.Name}'."
            )
            : Terms.GetValueOrDefault(key.Name) ?? Terms[$"{of} {key.Name}"];

    private static object? Read(GroupKey key, string value) =>
        key switch
        {
            { Enumeration: { } values } => Enum.GetValues(values).Cast<Enum>().Single(v => Spelling.UpperSnake(v.ToString()) == value),
            { Name: "unit" } => Units.Find(value),
            { Kind: GroupKeyKind.Time, Name: GroupKey.Year } => int.Parse(value, CultureInfo.InvariantCulture),
            { Kind: GroupKeyKind.Time, Name: GroupKey.Day } => Day.Read(value),
            _ => value,
        };
}
