using ZhuzhouGraph.Server.GraphApi.Http;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>What a browser sees that opens <c>/graphql</c> without a question: what the address is, and how to ask.</summary>
internal static class GraphPage
{
    private const string Question = "{ summary { articles } }";

    /// <summary>Whether a request is that of a browser that opens the address.</summary>
    public static bool IsWanted(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && string.IsNullOrWhiteSpace(request.Query["query"])
        && MediaTypes.PrefersPage(request);

    public static Task WriteAsync(HttpContext context)
    {
        context.Response.Headers.Vary = "Accept";
        var graph = Page.Escape(Page.AddressOf(context.Request) + GraphEndpoint.Path);
        return Page.WriteAsync(
            context,
            Page.Head
                + $$"""
                <h1>GraphQL endpoint <span lang="zh">GraphQL 接口</span></h1>
                <p>This address answers GraphQL queries about the graph, in JSON. It is read-only, and pages of other origins may ask,
                too, as
                far as the server's settings admit them. <span lang="zh">此地址以 JSON 回答 GraphQL 查询，只读。</span></p>
                <p>Endpoint: <code>{{graph}}</code></p>
                <h2>Ask by POST <span lang="zh">用 POST 查询</span></h2>
                <pre>curl {{graph}} -H 'Content-Type: application/json' -d '{"query": "{{Question}}"}'</pre>
                <h2>Ask by GET <span lang="zh">用 GET 查询</span></h2>
                <p><a href="{{GraphEndpoint.Path}}?query={{Uri.EscapeDataString(Question)}}">{{graph}}?query={{Question}}</a></p>
                <p>An answer to GET has an <code>ETag</code>; ask again with <code>If-None-Match</code>, and 304 says that it still
                stands.</p>
                <h2>What to ask <span lang="zh">可问什么</span></h2>
                <p><a href="/">Every stored question, with a link that asks it</a> <span lang="zh">现成的问题见首页。</span></p>

                """
                + Page.End
        );
    }
}
