using GraphQL.Types;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>availability: what there is to choose from.</summary>
internal static class AvailabilitySchema
{
    public const int ValuesByDefault = 20;

    /// <summary>What it costs to group figures once for each facet.</summary>
    private const int Work = 100;

    public sealed record Answer(Availability Asked, long Count, IReadOnlyList<Facet> Facets);

    public static readonly ComposedField<Availability> Composed = new(
        arguments =>
            new(
                ObservationFilters.All.Read(arguments.Input("filter"), new ObservationQuery()),
                arguments.Value<AvailabilityMode>("mode") ?? default,
                arguments.Number("first", 1, PageRequest.Max, ValuesByDefault)
            ),
        async (snapshot, asked, cancellation) => await ReadAsync(snapshot, asked, cancellation)
    );

    public static async Task<Answer> ReadAsync(IGraphSnapshot snapshot, Availability asked, CancellationToken cancellation)
    {
        var (count, facets) = await asked.ReadAsync(snapshot, cancellation);
        return new(asked, count, facets);
    }

    public static FieldType Root() =>
        Composed
            .Root(
                "availability",
                "Availability!",
                "可选内容",
                "What there is to choose from: which indicators, subjects, measures, units and so on the figures that fit have, "
                    + "with counts "
                    + "and coverage.",
                Filters.Argument("ObservationFilter"),
                Argument(
                    "mode",
                    "AvailabilityMode",
                    "模式",
                    "AVAILABLE, where it is left out: what could still be chosen, for each facet without the filter by itself.",
                    AvailabilityMode.Available
                ),
                Argument("first", "Int", "条数", $"How many values of each facet, 1 to {PageRequest.Max}.", ValuesByDefault)
            )
            .PageOf(arguments => arguments.Number("first", 1, PageRequest.Max, ValuesByDefault) * Availability.Names.Count, weight: 1)
            .Working(_ => Work * Availability.Names.Count);

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "Availability",
                "可选内容",
                "What there is to choose from.",
                [
                    Field<Answer>("count", "Int!", "数据数", "How many figures fit everything.", a => a.Count),
                    Field<Answer>("mode", "AvailabilityMode!", "模式", "Of what the values are told.", a => a.Asked.Mode),
                    Field<Answer>("facets", "[Facet!]!", "分面", "The facets, in one order.", a => a.Facets).UpTo(Availability.Names.Count),
                ]
            ),
            Object(
                "Facet",
                "分面",
                "The values that figures have in one respect.",
                [
                    Field<Facet>("facet", "ObservationGroupKey!", "分面", "In what respect.", f => Spelling.UpperSnake(f.Key.Name)),
                    Field<Facet>("without", "Int!", "无值数", "How many figures have no value, or a period that lies in no year.", f =>
                        f.Without
                    ),
                    Field<Facet>("hasMore", "Boolean!", "有更多", "Whether there are more values than asked for.", f => f.HasMore),
                    Field<Facet>("values", "[FacetValue!]!", "值", "The values, those of most figures first.", f => f.Values).EachOfPage(),
                ]
            ),
            Object(
                "FacetValue",
                "分面值",
                "A value that figures have.",
                [
                    Field<FacetValue>("value", "String!", "值", "An id, a word, a code or a year: what filters take.", v => v.Text),
                    Linked<FacetValue>("node", "Node", "节点", "What an id names; null for words, codes and years.", (request, v) =>
                        v.Key.Kind is GroupKeyKind.Node ? request.Node(v.Text) : null
                    ),
                    Field<FacetValue>("label", "String", "中文名", "In Chinese; null for what an id names.", v => TermsOf(v)?.Chinese),
                    Field<FacetValue>("labelEnglish", "String", "英文名", "In English; null for what an id names.", v =>
                        TermsOf(v)?.English
                    ),
                    Field<FacetValue>("count", "Int!", "数据数", "How many figures have it.", v => v.Group.Count),
                    Field<FacetValue>("firstDay", "Date", "首日", "The first day of the earliest of their periods.", v => v.Group.First),
                    Field<FacetValue>("lastDay", "Date", "末日", "The last day of the latest of their periods.", v => v.Group.Last),
                    Field<FacetValue>("units", "[Unit!]!", "单位", "Of an indicator: the units that its figures are in.", v => v.Units)
                        .UpTo(Price.Few),
                    Field<FacetValue>(
                        "frequencies",
                        "[Frequency!]!",
                        "频率",
                        "Of an indicator: how often its figures are taken, where it is known.",
                        v => v.Frequencies
                    ),
                ]
            ),
        ];

    /// <summary>The terms of a value in Chinese and English; null for what an id names.</summary>
    public static (string Chinese, string English)? TermsOf(FacetValue value) =>
        value.Key switch
        {
            { Kind: GroupKeyKind.Node } => null,
            { Enumeration: { } values } => Vocabulary.TermOf(
                Enum.GetValues(values).Cast<Enum>().Single(v => Spelling.UpperSnake(v.ToString()) == value.Text)
            ),
            { Name: "unit" } when Units.Find(value.Text) is { } unit => (unit.Chinese, unit.English),
            _ => (value.Text, value.Text),
        };
}
