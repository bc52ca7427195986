using GraphQL.Types;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>Observation with its quantity, unit and universe, and Period.</summary>
internal static class ObservationSchema
{
    /// <summary>The type of the members of breakdowns.</summary>
    private const string Members = "BreakdownMember";

    public static IEnumerable<IGraphType> Types() =>
        [
            Object("Observation", "数据", "One printed figure, never merged with another.", ObservationFields(), "Node"),
            Object(
                "Unit",
                "单位",
                "A unit of measure.",
                [
                    Field<Unit>(
                        "code",
                        "String!",
                        "代码",
                        "UCUM for physical units, ISO 4217 for money, a word of our own for counts.",
                        u => u.Code
                    ),
                    Field<Unit>("label", "String!", "中文名", "The Chinese label.", u => u.Chinese),
                    Field<Unit>("labelEnglish", "String!", "英文名", "The English label.", u => u.English),
                    Field<Unit>("dimension", "Dimension!", "量纲", "Values convert only within one dimension.", u => u.Dimension),
                ]
            ),
            Object(
                "Bound",
                "界限",
                "One end of an interval, in the figure's unit, multiplier applied.",
                [
                    Field<Bound>("value", "Decimal!", "数值", "The end.", b => b.Value),
                    Field<Bound>("valueText", "String!", "数值文本", "The end, exact, as text.", b => DecimalScalar.Text(b.Value)),
                    Field<Bound>("isInclusive", "Boolean!", "是否含端点", "Whether the end itself belongs to the interval.", b =>
                        b.IsInclusive
                    ),
                    Field<Bound>(
                        "hedgesVersion",
                        "String!",
                        "约数表版本",
                        "The version of the table that says what hedges and rounding mean; it changes when the same words get other "
                            + "bounds.",
                        _ => Hedges.Version
                    ),
                ]
            ),
            Object(
                "RankUniverse",
                "排名范围",
                "The things among which a rank is held.",
                [
                    Field<RankUniverse>("words", "String!", "原文", "As printed.", w => w.Words),
                    Linked<RankUniverse>("place", "Place", "地域", "The place, where the words name one.", (request, w) =>
                        request.NodeOrNull(w.Place)
                    ),
                    Field<RankUniverse>("size", "Int", "总数", "How many things there are, where the paper says so.", w => w.Size),
                    Field<RankUniverse>("isAscending", "Boolean!", "是否升序", "Whether the smallest comes first.", w => w.IsAscending),
                    Field<RankUniverse>(
                        "by",
                        "Measure",
                        "排名依据",
                        "What is ranked: the level (总量第一), the growth (增速第一) …; null where the paper leaves it open.",
                        w => w.By
                    ),
                ]
            ),
            Object(
                Members,
                "分组成员",
                "A part that a figure is of, as SDMX breaks an indicator down: a member of a dimension.",
                [
                    Linked<string>(
                        "dimension",
                        "String!",
                        "维度",
                        "By what parts are told apart: the kind of a Category, such as OWNERSHIP, otherwise INDUSTRY, PRODUCT or "
                            + "COUNTERPART_AREA.",
                        (request, id) => request.Node(id, node => Breakdown.DimensionOf((Entity)node))
                    ),
                    Linked<string>("member", "Entity!", "成员", "The part.", (request, id) => request.Node(id)),
                ]
            ),
            Object(
                "ComparisonBase",
                "比较基期",
                "What stands at the other end of a comparison.",
                [
                    Field<ComparisonBase>("words", "String!", "原文", "As printed, without 比 and 较: 年初, 全国平均.", b => b.Words),
                    Field<ComparisonBase>("first", "Date", "首日", "The first day of the base, or of the years that are averaged.", b =>
                        b.First
                    ),
                    Field<ComparisonBase>("last", "Date", "末日", "The last day of these.", b => b.Last),
                    Linked<ComparisonBase>(
                        "entity",
                        "Entity",
                        "比较对象",
                        "The other thing, where it is one that is known.",
                        (request, b) => request.NodeOrNull(b.Entity)
                    ),
                ]
            ),
            Object(
                "Period",
                "时间",
                "A printed time. Words are resolved against the article's date, never the clock.",
                [
                    Field<Period>("words", "String!", "原文", "As printed.", p => p.Words),
                    Field<Period>("first", "Date", "首日", "The first day, inclusive; null where open or unknown.", p => p.First),
                    Field<Period>("last", "Date", "末日", "The last day, inclusive; null where open or unknown.", p => p.Last),
                    Field<Period>("precision", "PeriodPrecision!", "精度", "How precisely the words name the time.", p => p.Precision),
                    Field<Period>("basis", "PeriodBasis!", "依据", "Whether the days stand in the words or follow from them.", p =>
                        p.Basis
                    ),
                ]
            ),
            .. Connections.Types<Observation>(
                "Observation",
                "数据",
                Connections.TotalCount<Observation>(),
                Field<Connection<Observation>>(
                    "rule",
                    "String",
                    "取数规则",
                    "How the newest are chosen, where 'latestPer' is given; otherwise null.",
                    c =>
                        c.Selection.Query is ObservationQuery { LatestPer: { Count: > 0 } per } query
                            ? Series.RuleOf(query.Rule, per)
                            : null
                ),
                Connections.PassedOver(),
                Connections.OnlyPossible(),
                Connections.Unplaced<Observation>()
            ),
            .. SameFactSchema.Types(),
            .. ImpliedSchema.Types(),
        ];

    private static IEnumerable<FieldType> ObservationFields() =>
        [
            EntitySchema.Id(),
            CitingSchema.Url(),
            .. CitingSchema.Readings(),
            Linked<Observation>("indicator", "Indicator!", "指标", "What it measures.", (request, o) => request.Node(o.Indicator))
                .InBrief(),
            Linked<Observation>("about", "Entity!", "描述对象", "The entity that it describes.", (request, o) => request.Node(o.About))
                .InBrief(),
            Field<Observation>("measure", "Measure!", "度量方式", "What it says about its indicator.", o => o.Measure).InBrief(),
            Field<Observation>("comparison", "Comparison", "比较基准", "Against what a change is measured.", o => o.Comparison).InBrief(),
            Field<Observation>("figure", "String!", "原文数字", "Number, unit, hedge and word of change as printed.", o => o.Figure)
                .InBrief(),
            Field<Observation>(
                    "value",
                    "Decimal",
                    "数值",
                    "The nominal value in the unit, multiplier applied (1.4万 is 14000); null for ranges and vague words. A cut by 30 % is "
                        + "−30.",
                    o => o.Quantity.Value
                )
                .InBrief(),
            Field<Observation>("valueText", "String", "数值文本", "The nominal value, exact, as text; null where there is none.", o =>
                    o.Quantity.Value is { } value ? DecimalScalar.Text(value) : null
                )
                .InBrief(),
            Field<Observation>("hedge", "Hedge!", "约数词", "The words around the number that widen it.", o => o.Quantity.Hedge).InBrief(),
            Field<Observation>("lower", "Bound", "下限", "The lower end; null where there is none or it is not known.", o =>
                    o.Quantity.Lower
                )
                .InBrief(),
            Field<Observation>("upper", "Bound", "上限", "The upper end; null where there is none or it is not known.", o =>
                    o.Quantity.Upper
                )
                .InBrief(),
            Field<Observation>("boundBasis", "BoundBasis", "界限依据", "Where the bounds come from; null where there are none.", o =>
                    o.Quantity.BoundBasis
                )
                .InBrief(),
            Field<Observation>("meaning", "QuantityMeaning!", "区间含义", "What the interval means.", o => o.Quantity.Meaning).InBrief(),
            Field<Observation>("unit", "Unit!", "单位", "The unit.", o => o.Quantity.Unit).InBrief(),
            Field<Observation>("unitMultiplier", "Int!", "单位倍率", "The printed base-10 exponent: 万 is 4, 亿 is 8, otherwise 0.", o =>
                    o.Quantity.UnitMultiplier
                )
                .InBrief(),
            Deprecated(
                Field<Observation>("multiplier", "Int!", "单位倍率", "As 'unitMultiplier'.", o => o.Quantity.UnitMultiplier).InBrief(),
                "It has the name of SDMX now: unitMultiplier."
            ),
            Field<Observation>(
                "period",
                "Period",
                "时间",
                "Of when it is, as printed; what has none is filtered and ordered by the days of its event.",
                o => o.Period
            ),
            Field<Observation>("accumulation", "Accumulation!", "累计方式", "Whether it is of the period alone or adds up.", o =>
                o.Accumulation
            ),
            Field<Observation>("frequency", "Frequency", "频率", "How often it is taken.", o => o.Frequency),
            Field<Observation>("priceBasis", "PriceBasis", "价格基准", "At which prices a sum is given.", o => o.PriceBasis),
            Field<Observation>("base", "ComparisonBase", "比较基期", "Against what exactly; null where 'comparison' says it all.", o =>
                o.Base
            ),
            Field<Observation>("breakdown", $"[{Members}!]!", "分组", "Of which part of that; empty where it is of the whole.", o =>
                    o.Breakdown?.Members ?? []
                )
                .UpTo(Breakdown.MaxMembers),
            Field<Observation>("shareOf", "String", "占比整体", "Of a share: the whole, in words.", o => o.ShareOf),
            Field<Observation>("within", "RankUniverse", "排名范围", "Of a rank: among what.", o => o.Within),
            Linked<Observation>(
                "place",
                "Place",
                "地域",
                "The place of measurement, where it is not what the figure is about.",
                (request, o) => request.NodeOrNull(o.Place)
            ),
            Linked<Observation>("attributedTo", "Entity", "出处", "Who said it; null where the paper itself says it.", (request, o) =>
                request.NodeOrNull(o.AttributedTo)
            ),
            Linked<Observation>("at", "Event", "场合", "The event at which it was said, or null.", (request, o) =>
                request.NodeOrNull(o.At)
            ),
            Field<Observation>("capacity", "String", "身份", "The printed capacity of the speaker, such as 相关负责人.", o => o.Capacity),
            Field<Observation>("status", "ObservationStatus!", "数据状态", "Whether it was measured, is aimed at or is expected.", o =>
                    o.Status
                )
                .InBrief(),
            Linked<Observation>("article", "Article!", "文章", "The article that prints it.", (request, o) => request.Node(o.Article))
                .InBrief(),
            Connections.Nested("citations", "CitationConnection", "引证", "Where it is printed.", Filters.Citations),
            Connections.Nested(
                "sameSeries",
                "ObservationConnection",
                "同一序列",
                "The other figures that may be drawn on one line with it: of one indicator, about one thing, of the same measure, "
                    + "comparison, dimension, accumulation, frequency, price basis, whole, place of measurement and universe, from the "
                    + "same end of it.",
                Filters.Alike(Likeness.SameSeries),
                Filters.Order(ObservationOrder.Print)
            ),
            SameFactSchema.Field(),
            ReportSchema.OfObservation(),
            Field<Observation>(
                "seriesId",
                "ID!",
                "序列标识",
                "The id of the line that it may be drawn on: 'series' finds it by the filter of that name.",
                o => LineId.Of(o).ToString()
            ),
            .. ImpliedSchema.Fields(),
            Field<Observation>("recordedAt", "DateTime!", "入库时间", "When the store took it in.", o => o.RecordedAt),
            Field<Observation>(
                "removedAt",
                "DateTime",
                "撤出时间",
                "When the store closed it, because its article no longer states it; null while it stands.",
                o => o.RemovedAt
            ),
        ];
}
