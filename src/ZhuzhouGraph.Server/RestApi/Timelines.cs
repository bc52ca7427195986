using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/entities/{id}/timeline</c>.</summary>
internal static class Timelines
{
    private const string About = "about";

    public static void AddShapes(RestShapes shapes) =>
        shapes.Add(
            "TimelineItem",
            "时间线条目",
            "A fact on a timeline: a relationship, or a figure.",
            shapes.Field<TimelineItem>(
                "period",
                "Period",
                "时间",
                "Its own period, or that of the event; of an undated one its own, which has no day, or null.",
                i => i.Period
            ),
            shapes.Field<TimelineItem>(
                "event",
                "NodeRef",
                "事件",
                "The event whose period it is; null where the fact has a day of its own, or none at all.",
                i => i.Event
            ),
            shapes.Field<TimelineItem>("relationship", "Relationship", "关系", "The relationship; null where it is a figure.", i =>
                i.Node as Relationship
            ),
            shapes.Field<TimelineItem>("observation", "Observation", "数据", "The figure; null where it is a relationship.", i =>
                i.Node as Observation
            )
        );

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        yield return new(
            "getTimelineOfEntity",
            "/entities/{id}/timeline",
            "实体的时间线",
            "The facts about an entity by day: its relationships and the figures about it, those without a day of their own at that of "
                + "their event. Undated ones are asked for apart.",
            [.. RestList.Parameters(shapes, "Query", "timeline").Where(parameter => parameter.Name != About)],
            RestList.Page(shapes, shapes["TimelineItem"]),
            async call =>
                await call.EntityAsync(NodeTypes.Entities) is { } entity
                    ? await RestList.AnswerAsync(call.With(About, entity.Id), TimelineSchema.List, null)
                    : null
        )
        {
            IdDescription = Entities.IdDescription,
        };
    }
}
