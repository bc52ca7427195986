using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary><c>/articles</c>: reports of newspapers.</summary>
internal static class Articles
{
    public static void AddShapes(RestShapes shapes)
    {
        List<RestField> fields =
        [
            .. shapes.Like("Article").Fields.Where(field => field.Name != "text"),
            shapes.Field<Article>("url", "String!", "网址", "The article in this API.", RestApi.UrlOf),
        ];
        var text = shapes.Same("Article", "text");
        shapes.Add("Article", "文章", "One report of a newspaper.", fields);
        shapes.Add("ArticleDetail", "文章详情", "One report of a newspaper, with its text where that is held.", [.. fields, .. text]);
    }

    public static IEnumerable<RestOperation> Operations(RestShapes shapes)
    {
        var list = Filters.Articles(Connections.RootSize);
        yield return new(
            "listArticles",
            "/articles",
            "文章列表",
            "Reports of newspapers, by date unless told otherwise.",
            RestList.Parameters(shapes, "Query", "articles"),
            RestList.Page(shapes, shapes["Article"]),
            call => RestList.AnswerAsync(call, list, null)
        )
        {
            IsPosted = true,
        };
        yield return new("getArticle", "/articles/{**id}", "单篇文章", "One report.", [], shapes["ArticleDetail"], async call =>
            await call.NodeAsync<Article>(NodeTypes.Articles) is { } article ? new RestAnswer(article, LinkedNodes.None) : null
        )
        {
            IdDescription = SchemaParts.Describe("文章标识", "The id of an article: article:folder/file."),
        };
    }
}
