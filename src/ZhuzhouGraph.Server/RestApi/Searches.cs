using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/search</c>: names, titles and held sentences.</summary>
internal static class Searches
{
    public static void AddShapes(RestShapes shapes) =>
        shapes.Add(
            "SearchHit",
            "搜索结果",
            "Something that search found: the best match of each entity or article.",
            [
                .. shapes.Same("SearchHit", "match"),
                shapes.Field<SearchHit>("source", "SearchSource!", "命中来源", "What of it the text is.", (h, nodes) =>
                    QuerySchema.SourceOf(h, nodes.Node(h.Id))
                ),
                .. shapes.Same("SearchHit", "text"),
                shapes.Field<SearchHit>("highlights", "[Highlight!]!", "命中位置", "Where the words stand in it, from left to right.", h =>
                    h.Highlights
                ),
                .. shapes.Same("SearchHit", "address"),
                shapes.Field<SearchHit>("node", "NodeRef!", "节点", "The entity or article.", (h, nodes) => nodes.Node(h.Id)),
                shapes.Field<SearchHit>("url", "String!", "网址", "It in this API.", (h, nodes) => RestApi.UrlOf(nodes.Node(h.Id))),
            ]
        );

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        yield return new(
            "search",
            "/search",
            "搜索",
            "Search in names, titles and held sentences: best match first, then most citations, then id.",
            RestList.Parameters(shapes, "Query", "search"),
            RestList.Page(
                shapes,
                shapes["SearchHit"],
                shapes.Field<RestPage>(
                    "isCapped",
                    "Boolean!",
                    "是否截断",
                    "Whether only a part of the candidates was looked at, so that the order may miss some.",
                    p => p.IsCapped
                )
            ),
            call => RestList.AnswerAsync(call, Filters.Search, null, hit => [hit.Id])
        );
    }
}
