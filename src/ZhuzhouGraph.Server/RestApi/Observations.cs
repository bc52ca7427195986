using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.RestApi.Files;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/observations</c>: printed figures.</summary>
internal static class Observations
{
    private const string Figure = "Observation";

    /// <summary>Dashboards need the members as SDMX has them; what GraphQL calls the same is the same.</summary>
    public static void AddShapes(RestShapes shapes)
    {
        shapes.Add(
            "RankUniverse",
            "排名范围",
            "The things among which a rank is held.",
            [
                .. shapes.Same("RankUniverse", "words", "size", "isAscending", "by"),
                shapes.Field<RankUniverse>("place", "NodeRef", "地域", "The place, where the words name one.", (w, nodes) =>
                    nodes.NodeOrNull(w.Place)
                ),
            ]
        );
        shapes.Add(
            "BreakdownMember",
            "分组成员",
            "A part that a figure is of, as SDMX breaks an indicator down: a member of a dimension.",
            [
                shapes.Field<Entity>(
                    "dimension",
                    "String!",
                    "维度",
                    "By what parts are told apart: the kind of a Category, such as OWNERSHIP, otherwise INDUSTRY, PRODUCT or "
                        + "COUNTERPART_AREA.",
                    Breakdown.DimensionOf
                ),
                shapes.Field<Entity>("member", "NodeRef!", "成员", "The part.", member => member),
            ]
        );
        shapes.Add(
            "ComparisonBase",
            "比较基期",
            "What stands at the other end of a comparison.",
            [
                .. shapes.Same("ComparisonBase", "words"),
                shapes.Field<ComparisonBase>("periodStart", "Date", "首日", "The first day of the base, or of the years averaged.", b =>
                    b.First
                ),
                shapes.Field<ComparisonBase>("periodEnd", "Date", "末日", "The last day of these.", b => b.Last),
                shapes.Field<ComparisonBase>(
                    "entity",
                    "NodeRef",
                    "比较对象",
                    "The other thing, where it is one that is known.",
                    (b, nodes) => nodes.NodeOrNull(b.Entity)
                ),
            ]
        );
        var fields = Fields(shapes).ToList();
        shapes.Add(Figure, "数据", "One printed figure, never merged with another.", fields);
        shapes.Add(
            $"{Figure}Detail",
            "数据详情",
            "One printed figure with every place where it is printed.",
            [
                .. fields,
                shapes.Field<Observation>(
                    "citations",
                    "[Citation!]!",
                    "引证",
                    "Where it is printed, in print order; none where its article no longer states it.",
                    (o, nodes) => nodes.CitationsOf(o.Id)
                ),
                Reports.FieldOf(shapes),
                ImpliedValues.FieldOf(shapes),
            ]
        );
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var page = RestList.Page(
            shapes,
            shapes[Figure],
            shapes.Field<RestPage>(
                "rule",
                "String",
                "取数规则",
                "How the newest are chosen, where 'latestPer' is given; otherwise null.",
                p => p.Rule
            ),
            shapes.Field<RestPage>(
                "passedOver",
                "Int",
                "略去数",
                "How many figures fit and are not the newest, where 'latestPer' is given and 'totalCount' asks for counts.",
                p => p.PassedOver
            ),
            shapes.Field<RestPage>(
                "onlyPossible",
                "Int",
                "仅可能数",
                "How many more figures fit only possibly, where 'value' is given with certainty CERTAIN and 'totalCount' asks for counts.",
                p => p.OnlyPossible
            )
        );
        var list = Filters.Observations(Connections.RootSize);
        yield return new(
            "listObservations",
            "/observations",
            "数据列表",
            "Printed figures, in print order unless told otherwise.",
            RestList.Parameters(shapes, "Query", "observations"),
            page,
            call => RestList.AnswerAsync(call, list, null)
        )
        {
            File = RestFile.OfList(shapes, call => RestList.FiguresAsync(call, list, null)),
            IsPosted = true,
        };
        yield return new(
            "getObservation",
            "/observations/{**id}",
            "单个数据",
            "One figure, for ever: where its article no longer states it, 'removedAt' says since when.",
            [ImpliedValues.Parameter(shapes)],
            shapes[$"{Figure}Detail"],
            async call =>
                await call.NodeAsync<Observation>(new NodeTypes(Figure)) is { } observation
                    ? new RestAnswer(
                        observation,
                        await LinkedNodes.LoadAsync(call.Snapshot, [observation], PageRequest.Max, call.CancellationToken) with
                        {
                            Reports = await FactReports.ReadAsync(call.Snapshot, [observation], null, null, call.CancellationToken),
                            Implying = await ImpliedValues.ReadAsync(call, observation),
                        }
                    )
                    : null
        )
        {
            File = RestFile.Of(shapes, "FigureFormat", RestFile.OfItems, call =>
            {
                if (call.IsGiven(ImpliedSchema.AcrossPriceBases))
                    call.Refuse(
                        ImpliedSchema.AcrossPriceBases,
                        $"is of 'implied', which a file of one figure does not have; allowed with {FileParameters.Json}."
                    );
                return call.NodeAsync<Observation>(new NodeTypes(Figure));
            }),
            IdDescription = SchemaParts.Describe("数据标识", "The id of a figure: obs:folder/file/key."),
        };
        yield return new(
            "listObservationsOfEntity",
            "/entities/{id}/observations",
            "实体的数据",
            "The figures about an entity, or, of an indicator, the figures that it measures; in print order unless told otherwise.",
            RestList.Parameters(shapes, "Entity", "observations"),
            page,
            async call =>
                await call.EntityAsync(NodeTypes.Entities) is { } entity
                    ? await RestList.AnswerAsync(call, Filters.Observations(Connections.RootSize), entity)
                    : null
        )
        {
            File = RestFile.OfList(shapes, async call =>
                await call.EntityAsync(NodeTypes.Entities) is { } entity
                    ? await RestList.FiguresAsync(call, Filters.Observations(Connections.RootSize), entity)
                    : null
            ),
            IdDescription = Entities.IdDescription,
        };
    }

    private static IEnumerable<RestField> Fields(RestShapes shapes) =>
        [
            .. shapes.Same(Figure, "id"),
            shapes.Field<Observation>("indicator", "NodeRef!", "指标", "What it measures.", (o, nodes) => nodes.Node(o.Indicator)),
            shapes.Field<Observation>("about", "NodeRef!", "描述对象", "The entity that it describes.", (o, nodes) => nodes.Node(o.About)),
            .. shapes.Same(Figure, "measure", "comparison"),
            shapes.Field<Observation>("originalText", "String!", "原文数字", "Number, unit, hedge and word of change as printed.", o =>
                o.Figure
            ),
            shapes.Field<Observation>(
                "value",
                "Decimal",
                "数值",
                "The nominal value in the unit, multiplier applied (1.4万 is 14000), where a binary float holds it exactly as written; null "
                    + "for ranges and vague words, and where 'valueText' has more digits. A cut by 30 % is −30.",
                o => o.Quantity.Value is { } value && IsExact(value) ? value : null
            ),
            .. shapes.Same(Figure, "valueText"),
            shapes.Field<Observation>(
                "decimals",
                "Int",
                "小数位数",
                "Digits behind the printed point of this number, as in the words; null where no digit is printed.",
                o => PrintedDecimals.Of(o)
            ),
            .. shapes.Same(Figure, "hedge"),
            shapes.Field<Observation>("lower", "String", "下限", "The lower end, exact, multiplier applied; null where there is none.", o =>
                TextOf(o.Quantity.Lower)
            ),
            shapes.Field<Observation>("lowerInclusive", "Boolean", "含下限", "Whether the lower end itself belongs to it.", o =>
                o.Quantity.Lower?.IsInclusive
            ),
            shapes.Field<Observation>("upper", "String", "上限", "The upper end, exact, multiplier applied; null where there is none.", o =>
                TextOf(o.Quantity.Upper)
            ),
            shapes.Field<Observation>("upperInclusive", "Boolean", "含上限", "Whether the upper end itself belongs to it.", o =>
                o.Quantity.Upper?.IsInclusive
            ),
            .. shapes.Same(Figure, "boundBasis", "meaning"),
            shapes.Field<Observation>(
                "unitCode",
                "String!",
                "单位代码",
                "UCUM for physical units, ISO 4217 for money, a word for counts.",
                o => o.Quantity.Unit.Code
            ),
            shapes.Field<Observation>("unitMult", "Int!", "单位倍率", "The printed base-10 exponent: 万 is 4, 亿 is 8, otherwise 0.", o =>
                o.Quantity.UnitMultiplier
            ),
            shapes.Field<Observation>("unitLabel", "Label!", "单位", "The unit in words.", o => new Forms.Label(
                o.Quantity.Unit.Chinese,
                o.Quantity.Unit.English
            )),
            shapes.Field<Observation>("dimension", "Dimension!", "量纲", "Values convert only within one dimension.", o =>
                o.Quantity.Unit.Dimension
            ),
            shapes.Field<Observation>(
                "period",
                "Period",
                "时间",
                "Of when it is, as printed; what has none is filtered and ordered by the days of its event.",
                o => o.Period
            ),
            .. shapes.Same(Figure, "accumulation", "frequency", "priceBasis"),
            shapes.Field<Observation>(
                "base",
                "ComparisonBase",
                "比较基期",
                "Against what exactly; null where 'comparison' says it all.",
                o => o.Base
            ),
            shapes.Field<Observation>(
                "breakdown",
                "[BreakdownMember!]!",
                "分组",
                "Of which part of that; empty where it is of the whole.",
                (o, nodes) => (o.Breakdown?.Members ?? []).Select(nodes.Node)
            ),
            .. shapes.Same(Figure, "shareOf"),
            shapes.Field<Observation>("within", "RankUniverse", "排名范围", "Of a rank: among what.", o => o.Within),
            shapes.Field<Observation>(
                "place",
                "NodeRef",
                "地域",
                "The place of measurement, where it is not what the figure is about.",
                (o, nodes) => nodes.NodeOrNull(o.Place)
            ),
            shapes.Field<Observation>("at", "NodeRef", "场合", "The event at which it was said, or null.", (o, nodes) =>
                nodes.NodeOrNull(o.At)
            ),
            shapes.Field<Observation>(
                "attributedTo",
                "NodeRef",
                "说话者",
                "Who said it; null where the paper itself says it.",
                (o, nodes) => nodes.NodeOrNull(o.AttributedTo)
            ),
            .. shapes.Same(Figure, "capacity", "status", "seriesId"),
            shapes.Field<Observation>("source", "Source!", "出处", "Where it is printed first.", (o, nodes) => Forms.PrintedOf(o, nodes)),
            shapes.Field<Observation>("url", "String!", "网址", "The figure in this API, for ever.", RestApi.UrlOf),
            .. shapes.Same(Figure, "recordedAt", "removedAt"),
        ];

    private static string? TextOf(Bound? bound) => bound is null ? null : DecimalScalar.Text(bound.Value);

    /// <summary>Whether a reader that makes it a binary float writes the same digits again.</summary>
    private static bool IsExact(decimal value) =>
        decimal.TryParse(
            ((double)value).ToString("R", System.Globalization.CultureInfo.InvariantCulture),
            System.Globalization.NumberStyles.Float,
            System.Globalization.CultureInfo.InvariantCulture,
            out var again
        )
        && again == value;
}
