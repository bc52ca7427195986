using System.Globalization;
using System.Net;
using System.Text;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// The page at <c>/</c>: what this is, what it holds, where to ask, and three questions with their answers from the store.
/// </summary>
internal sealed partial class HomePage(IGraphStore store, RequestLimits limits, TimeProvider time, ILogger<HomePage> log)
{
    private static readonly (string Question, string Chinese, ObservationQuery Query)[] Questions =
    [
        (
            "How many national “little giant” enterprises does Zhuzhou have?",
            "株洲有多少家国家级专精特新“小巨人”企业？",
            new()
            {
                Indicators = ["indicator:national-little-giants"],
                About = ["place:zhuzhou"],
                Measures = [Measure.Level],
            }
        ),
        ("What grew by 240 %?", "什么增长了240%？", new() { Text = "240%", Measures = [Measure.RateOfChange] }),
        ("What was cut by 30 %?", "什么压缩了30%？", new() { Text = "30%", Measures = [Measure.RateOfChange] }),
    ];

    public async Task HandleAsync(HttpContext context)
    {
        var page = await PageAsync($"{context.Request.Scheme}://{context.Request.Host}", context.RequestAborted);
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
        html.Append(
            CultureInfo.InvariantCulture,
            $"<h1>ZhuzhouGraph 株洲图谱</h1>\n<p>Facts that newspapers print, each with its evidence: the words as printed, their address, "
                + $"and the sentence where the text is held. 报载事实与出处。</p>\n"
        );
        html.Append("<h2>What it holds 内容</h2>\n");
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>{summary.Articles} articles{Coverage(summary)}, {summary.ArticlesWithText} with text; "
                + $"{summary.Relationships.Values.Sum()} relationships; {summary.Observations.Values.Sum()} figures; {summary.Citations} "
                + $"citations. Data version {head.Number}.</p>\n<table>\n"
        );
        foreach (var type in EntityTypes.All)
            html.Append(
                CultureInfo.InvariantCulture,
                $"<tr><td>{type.Plural}</td><td lang=\"zh\">{type.Chinese}</td><td class=\"n\">{summary.Entities[type.Name]}</td></tr>\n"
            );
        html.Append("</table>\n<h2>Where to ask 接口</h2>\n");
        var graph = Escape(address + GraphEndpoint.Path);
        html.Append(
            CultureInfo.InvariantCulture,
            $"<p>GraphQL: <code>{graph}</code> (POST <code>application/json</code>, or GET with <code>?query=</code>)</p>\n<pre>curl {graph} -H 'Content-Type: application/json' -d '{{\"query\": \"{{ summary {{ articles }} }}\"}}'</pre>\n"
        );
        html.Append("<h2>Three questions 三个问题</h2>\n");
        foreach (var (question, chinese, query) in Questions)
            await AppendAnswersAsync(html, snapshot, question, chinese, query, cancellationToken);
        return html.Append("</main></body></html>\n").ToString();
    }

    private static async Task AppendAnswersAsync(
        StringBuilder html,
        IGraphSnapshot snapshot,
        string question,
        string chinese,
        ObservationQuery query,
        CancellationToken cancellationToken
    )
    {
        var observations = (await snapshot.ListAsync(query, new PageRequest(10), cancellationToken)).Items;
        string[] ids =
        [
            .. observations.SelectMany(o => new[] { o.Article, o.Indicator, o.About, o.AttributedTo }).OfType<string>().Distinct(),
        ];
        var nodes = await snapshot.GetAsync(ids, cancellationToken);
        var citations = await snapshot.ListOfAsync(
            [.. observations.Select(o => o.Id)],
            new CitationQuery(),
            new PageRequest(1),
            cancellationToken
        );
        html.Append(CultureInfo.InvariantCulture, $"<h3>{Escape(question)} <span lang=\"zh\">{Escape(chinese)}</span></h3>\n");
        if (observations.Count == 0)
            html.Append("<p>The store holds no answer. 库中没有答案。</p>\n");
        foreach (var observation in observations)
        {
            var article = (Article)nodes[observation.Article];
            var citation = citations[observation.Id].Items[0];
            var speaker = observation.AttributedTo is { } by
                ? $"{Name(nodes, by)}{(observation.Capacity is { } capacity ? $" ({Escape(capacity)})" : "")}"
                : Escape(article.Newspaper);
            html.Append(
                CultureInfo.InvariantCulture,
                $"<p lang=\"zh\"><b>{Escape(observation.Figure)}</b> · {Name(nodes, observation.About)}: {Name(nodes, observation.Indicator)}{(observation.Period is { } period ? $" · {Escape(period.Words)}" : "")}<br>"
            );
            html.Append(
                CultureInfo.InvariantCulture,
                $"<span class=\"source\">{Escape(article.Newspaper)} {article.Date:uuuu-MM-dd}, {Escape(article.Title)}, {citation.Address} · {speaker}</span></p>\n"
            );
            if (citation.Quote is { } quote)
                html.Append(CultureInfo.InvariantCulture, $"<blockquote lang=\"zh\">{Escape(quote)}</blockquote>\n");
        }
    }

    private static string Coverage(GraphSummary summary) =>
        summary.Coverage is { } days
            ? string.Create(CultureInfo.InvariantCulture, $" of {days.First:uuuu-MM-dd} to {days.Last:uuuu-MM-dd}")
            : "";

    private static string Name(IReadOnlyDictionary<string, IGraphNode> nodes, string id) => Escape(((Entity)nodes[id]).Name);

    private static string Escape(string text) => WebUtility.HtmlEncode(text);

    [LoggerMessage(Level = LogLevel.Error, Message = "STORE_UNAVAILABLE: the store cannot be read, and the home page says so.")]
    private partial void LogUnavailable(Exception exception);

    private const string Away =
        Head
        + """
            <h1>ZhuzhouGraph 株洲图谱</h1>
            <p>The store cannot be read now (STORE_UNAVAILABLE). Try again in a moment; the server's log says what its operator has to do.</p>
            <p lang="zh">数据库暂时无法读取，请稍后再试；处理办法见服务器日志。</p>
            </main></body></html>

            """;

    private const string Head = """
        <!DOCTYPE html>
        <html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>ZhuzhouGraph</title>
        <style>
        body { font: 16px/1.5 system-ui, "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; color: #1d232b; background: #fff; margin: 0 }
        main { max-width: 46rem; margin: 2rem auto; padding: 0 1rem }
        h1 { font-size: 1.6rem } h2 { font-size: 1.2rem; margin-top: 2rem } h3 { font-size: 1rem; margin: 1.5rem 0 .25rem }
        table { border-collapse: collapse } td { padding: .1rem 1rem .1rem 0 } .n { text-align: right; font-variant-numeric: tabular-nums }
        pre { background: #f3f5f7; padding: .6rem .8rem; overflow-x: auto } .source { color: #5a6572; font-size: .9rem }
        blockquote { margin: .25rem 0 1rem; padding-left: .8rem; border-left: 3px solid #c9d1da }
        </style></head><body><main>

        """;
}
