using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>Which is the number: a figure that was chosen, with all others for the same, and where papers contradict each other.</summary>
internal static class ReportSchema
{
    /// <summary>What it costs to look through figures for those that contradict each other.</summary>
    private const int Work = 200;

    /// <summary>The points at which figures contradict each other, each with the figure that the rule chooses.</summary>
    public static readonly ListField<Observation> Conflicts = new("conflicts", Connections.RootSize, arguments =>
        ObservationFilters.All.Read(
            arguments.Input("filter"),
            new ObservationQuery
            {
                LatestPer = SeriesPoints.PerPoint,
                IsInConflict = true,
                Rule = Filters.RuleOf(arguments),
                Order = arguments.Value<ObservationOrder>("order") ?? default,
            }
        )
    );

    /// <summary>A count of agreements.</summary>
    private sealed record Agreeing(Agreement? Kind, int Count);

    public static FieldType Root() =>
        Connections
            .Root(
                "conflicts",
                "ConflictConnection",
                "矛盾数据",
                "Where figures of one line and the same days differ so that no value is what all of them can mean: of each such point the "
                    + "figure that 'rule' chooses, with the others in its 'report'. Figures in units that would have to be converted, or "
                    + "compared with nobody knows what, are not held against each other.",
                Conflicts,
                Filters.Argument("ObservationFilter"),
                Filters.Rule(),
                Filters.Order(ObservationOrder.Print)
            )
            .Working(_ => Work);

    /// <summary>The field of a figure.</summary>
    public static FieldType OfObservation() =>
        Prepared(
            "report",
            "FactReport!",
            "同一事实的其他报道",
            "What others print for the same: how many there are, and whether they agree with it. Never an average.",
            context =>
            {
                var request = RequestScope.Of(context);
                var arguments = request.ArgumentsOf(context);
                var (by, at) = (arguments.Value<LocalDate>("publishedBy"), arguments.Value<Instant>("recordedAsOf"));
                return source => Load(request, (Observation)source, by, at);
            },
            Filters.PublishedByArgument(),
            Argument("recordedAsOf", "DateTime", "入库时点", "As the store knew them at this moment; now, where it is left out.")
        );

    public static object Load(RequestScope request, Observation figure, LocalDate? publishedBy, Instant? recordedAsOf)
    {
        request.Chosen[figure.Id] = figure;
        return request
            .Loader<FactReport>($"report {publishedBy} {recordedAsOf}", (snapshot, ids, cancellation) =>
                FactReports.ReadAsync(snapshot, [.. ids.Select(id => request.Chosen[id])], publishedBy, recordedAsOf, cancellation)
            )
            .Load(figure.Id, report => report);
    }

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "FactReport",
                "同一事实的其他报道",
                "What others print for the same as a figure: figures of its line with the same days.",
                [
                    Field<FactReport>("others", "Int!", "其他数据数", "How many others there are.", r => r.Count),
                    Field<FactReport>("printed", "Date!", "刊发日期", "When the figure itself is printed.", r => r.Chosen.Date),
                    Field<FactReport>(
                            "agreements",
                            "[AgreementCount!]!",
                            "一致程度计数",
                            $"How many of the others, of the first {PageRequest.Max} of them, agree in each way that occurs.",
                            r => r.Agreements.Select(a => new Agreeing(a.Kind, a.Count))
                        )
                        .UpTo(Enum.GetValues<Agreement>().Length + 1),
                    Field<FactReport>(
                            "reports",
                            "[OtherReport!]!",
                            "其他报道",
                            $"The first {Price.Few} of the others, in print order.",
                            r => r.Others.Take(Price.Few)
                        )
                        .UpTo(Price.Few),
                ]
            ),
            Object(
                "AgreementCount",
                "一致程度计数",
                "How many figures agree in one way.",
                [
                    Field<Agreeing>("agreement", "Agreement", "一致程度", "The way; null for those that do not compare.", a => a.Kind),
                    Field<Agreeing>("count", "Int!", "数量", "How many.", a => a.Count),
                ]
            ),
            Object(
                "OtherReport",
                "其他报道",
                "Another figure for the same.",
                [
                    Field<OtherReport>("observation", "Observation!", "数据", "The figure.", r => r.Print.Figure),
                    Field<OtherReport>("printed", "Date!", "刊发日期", "When it is printed.", r => r.Print.Date),
                    Field<OtherReport>(
                        "agreement",
                        "Agreement",
                        "一致程度",
                        "How it agrees with the chosen figure; null where they do not compare.",
                        r => r.Agreement.Kind
                    ),
                    Field<OtherReport>("how", "String!", "依据", "Both numbers, its own first, and what decided.", r => r.Agreement.How),
                    UnitJump<OtherReport>(r => r.Agreement),
                ]
            ),
            .. Connections.Types<Observation>(
                "Conflict",
                "Observation",
                "矛盾数据",
                [],
                Connections.TotalCount<Observation>("How many points there are at which figures contradict each other."),
                Field<Connection<Observation>>("rule", "String!", "取数规则", "How the figure of each point is chosen.", RuleOf)
            ),
        ];

    public static FieldType UnitJump<T>(Func<T, FactAgreement> of) =>
        Field<T>(
            "unitJump",
            "Int",
            "单位跳变",
            "The power of ten between the numbers, where that alone tells them apart and it is 3 or more (1.2亿 is 4 above 1.2万) or −3 or "
                + "less: rather a slip than news. Otherwise null.",
            item => of(item).UnitJump
        );

    private static string RuleOf(Connection<Observation> connection) =>
        connection.Selection.Query is ObservationQuery query ? Series.RuleOf(query.Rule, query.LatestPer) : "";
}
