using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>ranking: entities compared for one indicator and one period.</summary>
internal static class RankingSchema
{
    /// <summary>What it costs to choose a figure for each entity.</summary>
    private const int Work = 100;

    public sealed record Answer(Ranking Asked, RankingAnswer Found);

    /// <summary>An entity with figures on several lines.</summary>
    public sealed record Ambiguous(string Entity, IReadOnlyList<string> Lines);

    public static readonly ComposedField<Ranking> Composed = new(Read, async (snapshot, asked, cancellation) =>
        new Answer(asked, await asked.ReadAsync(snapshot, cancellation))
    );

    public static FieldType Root() =>
        Composed
            .Root(
                "ranking",
                "Ranking!",
                "排序比较",
                "Entities compared for one indicator and one period: the largest first, with who has no figure. What is of another "
                    + "measure, "
                    + "adds up, or is only aimed at, is not compared unless it is asked for.",
                Argument("indicator", "String!", "指标", "The indicator: an id, or an exact name."),
                Argument("entities", "[String!]!", "比较对象", $"Who is compared: {SharedFilters.IdsOrNames}."),
                Argument(
                    "from",
                    "Date!",
                    "首日",
                    "The first day of the period, exactly; what has no days of its own is of the day of its print."
                ),
                Argument("to", "Date!", "末日", "The last day of the period, exactly."),
                Argument("measure", "Measure", "度量方式", "The measure.", Measure.Level),
                Argument("accumulation", "Accumulation", "累计方式", "Of the period alone, or added up.", Accumulation.Single),
                Argument("status", "ObservationStatus", "数据状态", "Measured, aimed at or expected.", ObservationStatus.Actual),
                Filters.Rule(),
                Filters.PublishedByArgument(),
                Argument(
                    "unit",
                    "String",
                    "单位",
                    "The unit of values and bounds; without it the one into which all of its dimension convert."
                )
            )
            .UpTo(arguments => arguments.List<string>("entities").Count)
            .Working(_ => Work);

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "Ranking",
                "排序比较",
                "Entities compared.",
                [
                    Field<Answer>("rule", "String!", "取数规则", "How the figure of each is chosen.", a => a.Asked.Rule),
                    Field<Answer>("measure", "Measure!", "度量方式", "Which measure is compared.", a => a.Asked.Of.Measures[0]),
                    Field<Answer>("accumulation", "Accumulation!", "累计方式", "Whether of the period alone, or added up.", a =>
                        a.Asked.Of.Accumulations[0]
                    ),
                    Field<Answer>("status", "ObservationStatus!", "数据状态", "Whether measured, aimed at or expected.", a =>
                        a.Asked.Of.Statuses[0]
                    ),
                    Field<Answer>("periodStart", "Date!", "首日", "The first day of the period.", a => a.Asked.Of.PointDays!.First!),
                    Field<Answer>("periodEnd", "Date!", "末日", "The last day of the period.", a => a.Asked.Of.PointDays!.Last),
                    Field<Answer>("items", "[RankedEntity!]!", "条目", "Those with one figure, the largest first.", a => a.Found.Items)
                        .UpTo(ArgumentReader.MaxItems),
                    Linked<Answer>("without", "[Entity!]!", "无数据者", "Those without a figure for the period.", (request, a) =>
                            request.NodesOf(a.Found.Without)
                        )
                        .UpTo(ArgumentReader.MaxItems),
                    Field<Answer>(
                            "newestOfOthers",
                            "[Observation!]!",
                            "无数据者的最新数据",
                            "Of those without a figure for the period, the newest that each has of another.",
                            a => a.Found.Newest
                        )
                        .UpTo(ArgumentReader.MaxItems),
                    Field<Answer>(
                            "several",
                            "[SeveralLines!]!",
                            "多序列者",
                            "Those with figures on several lines, of which nobody says which is meant.",
                            a => a.Found.Several.Select(several => new Ambiguous(several.Entity, several.Lines))
                        )
                        .UpTo(ArgumentReader.MaxItems),
                    Field<Answer>(
                            "unranked",
                            "[Observation!]!",
                            "未排序数据",
                            "Figures without a number (前列), of several items, or in a unit that does not convert.",
                            a => a.Found.Unranked
                        )
                        .UpTo(ArgumentReader.MaxItems),
                ]
            ),
            Object(
                "RankedEntity",
                "排序条目",
                "An entity in a ranking.",
                [
                    Field<Ranked>("rank", "Int!", "位次", "From 1; the same number shares one.", r => r.Rank),
                    Linked<Ranked>("entity", "Entity!", "实体", "The entity.", (request, r) => request.Node(r.Figure.About)),
                    Field<Ranked>("value", "Decimal", "数值", "Its number in 'unit'; null for a range.", r => r.Quantity.Value),
                    Field<Ranked>("valueText", "String", "数值文本", "The same as text; null where there is none.", r =>
                        r.Quantity.Value is { } value ? DecimalScalar.Text(value) : null
                    ),
                    Field<Ranked>("lower", "Bound", "下限", "The lower end of what it can mean.", r => r.Quantity.Lower),
                    Field<Ranked>("upper", "Bound", "上限", "The upper end of what it can mean.", r => r.Quantity.Upper),
                    Field<Ranked>("unit", "Unit!", "单位", "The unit of value and bounds.", r => r.Quantity.Unit),
                    Field<Ranked>(
                        "isCertain",
                        "Boolean!",
                        "位次确定",
                        "Whether no other figure can mean what this one can; otherwise the order is only that of the printed numbers.",
                        r => r.IsCertain
                    ),
                    Field<Ranked>("observation", "Observation!", "数据", "The figure, as published.", r => r.Figure),
                ]
            ),
            Object(
                "SeveralLines",
                "多序列者",
                "An entity with figures on several lines.",
                [
                    Linked<Ambiguous>("entity", "Entity!", "实体", "The entity.", (request, s) => request.Node(s.Entity)),
                    Field<Ambiguous>("seriesIds", "[ID!]!", "序列标识", "The lines.", s => s.Lines),
                ]
            ),
        ];

    private static DateRange DaysOf(ArgumentReader arguments)
    {
        var (first, last) = (arguments.Value<LocalDate>("from"), arguments.Value<LocalDate>("to"));
        if (first > last)
            arguments.Report("from", GraphErrors.InvalidArgument, "is after 'to'; a period ends after it starts.");
        return new(first, last);
    }

    private static Ranking Read(ArgumentReader arguments) =>
        new(
            arguments.IdsOrNames("entities", NodeTypes.Entities),
            new()
            {
                Indicators = arguments.IdOrName("indicator", NodeTypes.Indicators) is { } indicator ? [indicator] : [],
                PointDays = DaysOf(arguments),
                Measures = [arguments.Value<Measure>("measure") ?? Measure.Level],
                Accumulations = [arguments.Value<Accumulation>("accumulation") ?? Accumulation.Single],
                Statuses = [arguments.Value<ObservationStatus>("status") ?? ObservationStatus.Actual],
                Rule = Filters.RuleOf(arguments),
                PublishedBy = arguments.Value<LocalDate>("publishedBy"),
            },
            ObservationFilters.UnitIn(arguments, "unit")
        );
}
