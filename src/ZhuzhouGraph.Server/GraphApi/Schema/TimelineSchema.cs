using GraphQL.Types;
using NodaTime;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using static ZhuzhouGraph.Server.GraphApi.Schema.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi.Schema;

/// <summary>The facts about an entity, by day.</summary>
internal static class TimelineSchema
{
    private sealed record Question(Timeline Timeline) : GraphQuery<TimelineItem>;

    internal static readonly ListField<TimelineItem> List = new("timeline", Connections.RootSize, Read)
    {
        Ask = (snapshot, query, page, cancellation) => ((Question)query).Timeline.PageAsync(snapshot, page, cancellation),
        Count = (snapshot, query, cancellation) => ((Question)query).Timeline.CountAsync(snapshot, cancellation),
    };

    public static FieldType Root() =>
        Connections.Root(
            "timeline",
            "TimelineItemConnection",
            "时间线",
            "The facts about an entity by day: its relationships and the figures about it, those without a day of their own at that of "
                + "their event. Undated ones are asked for apart.",
            List,
            [
                Argument("about", "String!", "描述对象", "The entity: an id, or an exact name."),
                .. Filters.OverlapArguments("Only what overlaps these days; everything dated, where it is left out."),
                Argument(
                    "undated",
                    "Boolean",
                    "无日期",
                    "The facts that have no day, of their own or of an event, instead: relationships, then figures, by id.",
                    false
                ),
                Filters.PublishedByArgument(),
                Filters.WithoutReferenceArgument(),
            ]
        );

    public static IEnumerable<IGraphType> Types() =>
        [
            Object(
                "TimelineItem",
                "时间线条目",
                "A fact on a timeline.",
                [
                    Field<TimelineItem>(
                        "period",
                        "Period",
                        "时间",
                        "Its own period, or that of the event; of an undated one its own, which has no day, or null.",
                        i => i.Period
                    ),
                    Field<TimelineItem>(
                        "event",
                        "Event",
                        "事件",
                        "The event whose period it is; null where the fact has a day of its own, or none at all.",
                        i => i.Event
                    ),
                    Field<TimelineItem>("node", "Node!", "节点", "The relationship or the figure.", i => i.Node),
                ]
            ),
            .. Connections.Types<TimelineItem>("TimelineItem", "时间线", Connections.TotalCount<TimelineItem>()),
        ];

    private static Question Read(ArgumentReader arguments)
    {
        var overlapping = arguments.Renamed(Filters.Overlapping, Filters.FormerOverlapping);
        var (days, isUndated) = (arguments.Days(overlapping), arguments.Value<bool>("undated") ?? false);
        if (isUndated && days is not null)
            arguments.Report(
                overlapping,
                GraphErrors.InvalidArgument,
                "and 'undated': what has no day overlaps none; leave one of them out."
            );
        return new(
            new Timeline(
                arguments.IdOrName("about", NodeTypes.Entities) ?? "",
                days,
                isUndated,
                arguments.Value<LocalDate>("publishedBy"),
                arguments.Value<bool>("withoutReference") ?? false
            )
        );
    }
}
