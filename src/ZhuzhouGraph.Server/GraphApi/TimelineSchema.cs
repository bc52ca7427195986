using GraphQL.Types;
using ZhuzhouGraph.Queries;
using static ZhuzhouGraph.Server.GraphApi.SchemaParts;

namespace ZhuzhouGraph.Server.GraphApi;

/// <summary>The dated facts about an entity, by day.</summary>
internal static class TimelineSchema
{
    /// <summary>What is asked.</summary>
    private sealed record Question(string About, DateRange? Days) : GraphQuery<TimelineItem>;

    private static readonly ListField<TimelineItem> List = new("timeline", Connections.RootSize, Read) { Ask = AskAsync };

    public static FieldType Root() => Connections.Root("timeline", "TimelineItemConnection", "时间线",
        "The dated facts about an entity, by day: relationships and figures with a period, and relationships with dated events. Undated ones are in 'relationships' and 'observations' with the filter 'undated'.",
        List,
        Argument("about", "String!", "描述对象", "The entity: an id, or an exact name."),
        Argument("days", "DateRange", "日期范围", "Only what overlaps these days; everything dated, where it is left out."));

    public static IEnumerable<IGraphType> Types() =>
    [
        Object("TimelineItem", "时间线条目", "Something dated.",
        [
            Field<TimelineItem>("period", "Period!", "时间", "Its own period, or that of the event.", i => i.Period),
            Field<TimelineItem>("event", "Event", "事件", "The event whose period it is; null where the fact has a period of its own.", i => i.Event),
            Field<TimelineItem>("node", "Node!", "节点", "The relationship or the figure.", i => i.Node),
        ]),
        .. Connections.Types<TimelineItem>("TimelineItem", "时间线",
            Field<Connection<TimelineItem>>("isCapped", "Boolean!", "是否截断",
                $"Whether the entity has more relationships with events than the {Timeline.MaxEventLinks} that are looked at.", c => c.Page.IsCapped)),
    ];

    private static Question Read(ArgumentReader arguments) => new(arguments.IdOrName("about") ?? "", arguments.Days("days"));

    private static async Task<Page<TimelineItem>> AskAsync(IGraphSnapshot snapshot, GraphQuery<TimelineItem> query, PageRequest page, CancellationToken cancellationToken)
    {
        var (about, days) = (Question)query;
        var nodes = await NamedNodes.FindAsync(snapshot, [about], cancellationToken);
        var id = nodes.Id("about", about, node => node is Entity, "entities");
        nodes.ThrowIfAny();
        return await Timeline.PageAsync(snapshot, id!, days, page, cancellationToken);
    }
}
