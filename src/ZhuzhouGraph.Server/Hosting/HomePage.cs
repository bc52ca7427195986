using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>The page at <c>/</c>: what this is, what it holds, where to ask, and every stored question with a link that asks it.</summary>
internal sealed partial class HomePage(IGraphStore store, StoreDoor door, Clients clients, RequestLimits limits)
{
    public async Task HandleAsync(HttpContext context)
    {
        if (clients.Of(context) is { } purse && !purse.Pays(ClientPurse.Least))
        {
            await EveryAnswer.WriteAsync(context, StatusCodes.Status429TooManyRequests, purse.Refusal.Message);
            return;
        }
        if (!door.IsReady)
        {
            StoreFailure.Announce(context.Response);
            await Page.WriteAsync(context, Away);
            return;
        }
        if (await door.IsEmptyAsync(store, limits.Deadline, context.RequestAborted))
        {
            StoreFailure.Announce(context.Response);
            await Page.WriteAsync(context, Empty);
            return;
        }
        var address = Page.AddressOf(context.Request);
        var (page, failure) = await door.AskAsync(
            token => store.ReadAsync(snapshot => RenderAsync(snapshot, address, token), token),
            limits.Deadline,
            context.RequestAborted
        );
        door.Note(failure);
        if (failure is not null)
            StoreFailure.Announce(context.Response);
        await Page.WriteAsync(context, page ?? Away);
    }

    /// <summary>The page as HTML.</summary>
    /// <param name="address">Scheme, host and port, as the browser wrote them.</param>
    private static async Task<string> RenderAsync(IGraphSnapshot snapshot, string address, CancellationToken cancellationToken)
    {
        var summary = await snapshot.SummaryAsync(cancellationToken);
        var head = await snapshot.HeadAsync(cancellationToken);
        var html = new StringBuilder(Page.Head);
        AppendContents(html, summary, head.Number);
        var graph = Page.Escape(address + GraphEndpoint.Path);
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
        return html.Append(Page.End).ToString();
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
            <li id="{question.Slug}"><a href="{AddressOf(question)}">{Page.Escape(question.English)}
            <span lang="zh">{Page.Escape(question.Chinese)}</span></a>
            <p>{Code().Replace(Page.Escape(question.Explanation), "<code>$1</code>")}</p></li>

            """;

    private static string AddressOf(StoredQuestion question) => $"{GraphEndpoint.Path}?query={Uri.EscapeDataString(question.Query)}";

    private static string Name(Audience audience) =>
        audience switch
        {
            Audience.Analyst => "For a policy analyst: who is connected with whom <span lang=\"zh\">政策分析：谁与谁有何关联</span>",
            Audience.Dashboard => "For a dashboard: indicators and their figures <span lang=\"zh\">数据看板：指标与数值</span>",
            _ => "For a journalist: is it so, and who says it <span lang=\"zh\">记者核实：是否属实，出自谁口</span>",
        };

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();

    private const string Empty =
        Page.Head
        + """
            <h1>ZhuzhouGraph <span lang="zh">株洲图谱</span></h1>
            <p>The store is empty (STORE_EMPTY): nothing has been imported yet. The command <code>import</code>, or a server that is
            started with seeds, fills it.</p>
            <p lang="zh">库中尚无数据：请先导入。</p>

            """
        + Page.End;

    private const string Away =
        Page.Head
        + """
            <h1>ZhuzhouGraph <span lang="zh">株洲图谱</span></h1>
            <p>The store cannot be read now (STORE_UNAVAILABLE). Try again in a moment; the server's log says what its operator has
            to do.</p>
            <p lang="zh">数据库暂时无法读取，请稍后再试；处理办法见服务器日志。</p>

            """
        + Page.End;
}
