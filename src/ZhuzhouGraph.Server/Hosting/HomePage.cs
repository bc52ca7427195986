using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>The page at <c>/</c>: what this is, what it holds, where to ask, and every stored question with a link that asks it.</summary>
internal sealed partial class HomePage(
    IGraphStore store,
    RequestLimits limits,
    Readiness readiness,
    TimeProvider time,
    ILogger<HomePage> log
)
{
    public async Task HandleAsync(HttpContext context)
    {
        var page = readiness.IsReady ? await PageAsync($"{context.Request.Scheme}://{context.Request.Host}", context.RequestAborted) : null;
        if (page is null)
        {
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
            context.Response.Headers.RetryAfter = "1";
            context.Response.Headers.CacheControl = "no-store";
        }
        context.Response.ContentType = "text/html; charset=utf-8";
        await context.Response.WriteAsync(page ?? Away, context.RequestAborted);
    }

    /// <summary>The page, or null where the store cannot be read or is too slow.</summary>
    private async Task<string?> PageAsync(string address, CancellationToken cancellationToken)
    {
        using var deadline = new CancellationTokenSource(limits.Deadline, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, deadline.Token);
        try
        {
            return await store.ReadAsync(snapshot => RenderAsync(snapshot, address, either.Token), either.Token);
        }
        catch (Exception e)
            when (e is GraphStoreException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            LogUnavailable(e);
            return null;
        }
    }

    /// <summary>The page as HTML.</summary>
    /// <param name="address">Scheme, host and port, as the browser wrote them.</param>
    private static async Task<string> RenderAsync(IGraphSnapshot snapshot, string address, CancellationToken cancellationToken)
    {
        var summary = await snapshot.SummaryAsync(cancellationToken);
        var head = await snapshot.HeadAsync(cancellationToken);
        var html = new StringBuilder(Head);
        AppendContents(html, summary, head.Number);
        var graph = Escape(address + GraphEndpoint.Path);
        html.Append(
            CultureInfo.InvariantCulture,
            $$"""
            <h2>Where to ask <span lang="zh">接口</span></h2>
            <p>GraphQL: <code>{{graph}}</code> (POST <code>application/json</code>, or GET with <code>?query=</code>)</p>
            <pre>curl {{graph}} -H 'Content-Type: application/json' -d '{"query": "{ summary { articles } }"}'</pre>
            <h2>Questions <span lang="zh">问题</span></h2>
            <p>Each link asks this server and shows its answer as JSON. <span lang="zh">点击问题即得 JSON 格式的答案。</span></p>

            """
        );
        foreach (var audience in StoredQuestion.All.GroupBy(question => question.Audience))
        {
            html.Append(CultureInfo.InvariantCulture, $"<h3>{Name(audience.Key)}</h3>\n<ul>\n");
            foreach (var question in audience)
                html.Append(Item(question));
            html.Append("</ul>\n");
        }
        return html.Append("</main></body></html>\n").ToString();
    }

    private static void AppendContents(StringBuilder html, GraphSummary summary, long version)
    {
        var days = summary.Coverage is { } coverage ? $" of {coverage.First:uuuu-MM-dd} to {coverage.Last:uuuu-MM-dd}" : "";
        html.Append(
            CultureInfo.InvariantCulture,
            $"""
            <h1>ZhuzhouGraph <span lang="zh">株洲图谱</span></h1>
            <p>Facts that newspapers print, each with its evidence: the words as printed, their address, and the sentence where the text is
            held. <span lang="zh">报载事实与出处。</span></p>
            <h2>What it holds <span lang="zh">内容</span></h2>
            <p>{summary.Articles} articles{days}, {summary.ArticlesWithText} with text; {summary.Relationships.Values.Sum()} relationships;
            {summary.Observations.Values.Sum()} figures; {summary.Citations} citations. Data version {version}.</p>

            """
        );
        if (summary.Articles == 0)
            html.Append("<p>The store holds no article. <span lang=\"zh\">库中尚无报道。</span></p>\n");
        html.Append("<table>\n<caption>Entities by type <span lang=\"zh\">各类实体数</span></caption>\n");
        foreach (var type in EntityTypes.All)
        {
            html.Append(CultureInfo.InvariantCulture, $"<tr><th scope=\"row\">{type.Plural} <span lang=\"zh\">{type.Chinese}</span></th>");
            html.Append(CultureInfo.InvariantCulture, $"<td>{summary.Entities[type.Name]}</td></tr>\n");
        }
        html.Append("</table>\n");
    }

    /// <summary>A question as an item of the list, with the link that asks it.</summary>
    internal static string Item(StoredQuestion question) =>
        $"""
            <li id="{question.Slug}"><a href="{AddressOf(question)}">{Escape(question.English)}
            <span lang="zh">{Escape(question.Chinese)}</span></a>
            <p>{Code().Replace(Escape(question.Explanation), "<code>$1</code>")}</p></li>

            """;

    private static string AddressOf(StoredQuestion question) => $"{GraphEndpoint.Path}?query={Uri.EscapeDataString(question.Query)}";

    private static string Name(Audience audience) =>
        audience switch
        {
            Audience.Analyst => "For a policy analyst: who is connected with whom <span lang=\"zh\">政策分析：谁与谁有何关联</span>",
            Audience.Dashboard => "For a dashboard: indicators and their figures <span lang=\"zh\">数据看板：指标与数值</span>",
            _ => "For a journalist: is it so, and who says it <span lang=\"zh\">记者核实：是否属实，出自谁口</span>",
        };

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    [LoggerMessage(Level = LogLevel.Error, Message = "STORE_UNAVAILABLE: the store cannot be read, and the home page says so.")]
    private partial void LogUnavailable(Exception exception);

    private const string Away =
        Head
        + """
            <h1>ZhuzhouGraph <span lang="zh">株洲图谱</span></h1>
            <p>The store cannot be read now (STORE_UNAVAILABLE). Try again in a moment; the server's log says what its operator has
            to do.</p>
            <p lang="zh">数据库暂时无法读取，请稍后再试；处理办法见服务器日志。</p>
            </main></body></html>

            """;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <title>ZhuzhouGraph 株洲图谱</title>
        <style>
        body { font: 16px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1d232b; background: #fff; margin: 0 }
        main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem; margin: 1.5rem 0 .25rem }
        table { border-collapse: collapse } caption { text-align: left; color: #5a6572 }
        th { font-weight: normal; text-align: left; padding: .1rem 1rem .1rem 0 }
        td { text-align: right; font-variant-numeric: tabular-nums }
        pre { background: #f3f5f7; padding: .6rem .8rem; overflow-x: auto }
        ul { padding-left: 1.2rem } li { margin: .5rem 0 } li p { margin: 0; color: #5a6572; font-size: .9rem }
        </style></head><body><main>

        """;
}
