using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using GraphQL;
using ModelContextProtocol.Protocol;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>
/// Runs tools: arguments held to their declaration, stored documents asked of the executor in process, rows or an error that an
/// assistant can act on. Log and span name the tool, rows, milliseconds and code, and never what was asked.
/// </summary>
internal sealed partial class McpCalls(GraphExecutor executor, TimeProvider time, ILogger<McpCalls> log)
{
    /// <summary>The source of one span per call.</summary>
    public const string ActivitySourceName = "ZhuzhouGraph.Mcp";

    private static readonly ActivitySource Source = new(ActivitySourceName);

    /// <param name="purse">What the client pays with; null where nobody counts.</param>
    public async Task<CallToolResult> CallAsync(
        McpTool tool,
        IDictionary<string, JsonElement>? arguments,
        ClientPurse? purse,
        CancellationToken cancellationToken
    )
    {
        using var activity = Source.StartActivity($"tools/call {tool.Name}", ActivityKind.Server);
        var started = time.GetTimestamp();
        CallToolResult result;
        var (rows, code) = (0, "OK");
        try
        {
            var read = McpArguments.Read(arguments, tool.Arguments, tool.Name);
            await RequireRightAsync(tool, read, purse, cancellationToken);
            var answer = await tool.RunAsync(read, Asking(tool, tool.Renamed, purse), cancellationToken);
            (result, rows) = (ToolAnswer.Of(answer), answer.Rows.Count);
        }
        catch (McpRefusal refusal)
        {
            (result, code) = (ToolAnswer.Of(refusal), refusal.Code);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            var id = GraphErrors.NewDefectId();
            LogDefect(e, id);
            (result, code) = (ToolAnswer.Of(new McpRefusal(McpErrors.InternalError, GraphErrors.Defect(id))), McpErrors.InternalError);
        }
        activity?.SetTag("mcp.tool", tool.Name).SetTag("mcp.rows", rows).SetTag("mcp.code", code);
        var took = time.GetElapsedTime(started);
        LogCall(tool.Name, rows, took.TotalMilliseconds, code);
        return result;
    }

    /// <summary>Asks a document of no tool, such as that of a resource.</summary>
    public Task<JsonNode> AskAsync(
        string document,
        Dictionary<string, object?> variables,
        ClientPurse? purse,
        CancellationToken cancellationToken
    ) => Asking(null, new Dictionary<string, string>(), purse)(document, variables, cancellationToken);

    /// <summary>All that is wrong is told at once: where an argument is, names are looked up that would be wrong besides.</summary>
    /// <exception cref="McpRefusal">Something is wrong with the arguments.</exception>
    private async Task RequireRightAsync(McpTool tool, McpArguments arguments, ClientPurse? purse, CancellationToken cancellationToken)
    {
        List<(string Code, string Message)> problems = [.. arguments.Problems, .. tool.ProblemsOf(arguments)];
        if (problems.Count == 0)
            return;
        List<Candidate> candidates = [];
        foreach (var argument in tool.Naming)
        {
            // The documents that look up a name have arguments of their own for it.
            var renamed = new Dictionary<string, string>(tool.Renamed) { ["id"] = argument, ["name"] = argument };
            foreach (var named in arguments.TextsOf(argument))
            {
                try
                {
                    await tool.FindAsync(argument, named, Asking(tool, renamed, purse), cancellationToken);
                }
                catch (McpRefusal refusal)
                {
                    // What else keeps the graph from answering is told when it is asked.
                    if (refusal.Code is not (McpErrors.UnknownName or McpErrors.AmbiguousName))
                        throw new McpRefusal(problems, candidates);
                    problems.AddRange(refusal.Problems);
                    candidates.AddRange(refusal.Candidates);
                }
            }
        }
        throw new McpRefusal(problems, candidates);
    }

    private AskGraph Asking(McpTool? tool, IReadOnlyDictionary<string, string> renamed, ClientPurse? purse) =>
        (document, variables, cancellationToken) => AskAsync(document, variables, renamed, tool?.Naming ?? [], purse, cancellationToken);

    private async Task<JsonNode> AskAsync(
        string document,
        Dictionary<string, object?> variables,
        IReadOnlyDictionary<string, string> renamed,
        IReadOnlyList<string> naming,
        ClientPurse? purse,
        CancellationToken cancellationToken
    )
    {
        var answer = await executor.AnswerAsync(new GraphQLRequest(document, Variables: new Inputs(variables)), purse, cancellationToken);
        var json = JsonNode.Parse(await ResponseWriter.BytesOfAsync(answer.Result, cancellationToken))!;
        return json["errors"] is JsonArray { Count: > 0 } errors ? throw McpErrors.Of(errors, renamed, naming) : json["data"]!;
    }

    [LoggerMessage(Level = LogLevel.Debug, Message = "{Tool}: {Rows} rows in {Milliseconds:F0} ms, {Code}.")]
    private partial void LogCall(string tool, int rows, double milliseconds, string code);

    [LoggerMessage(Level = LogLevel.Error, Message = "A tool failed; the client was told {Id}.")]
    private partial void LogDefect(Exception exception, string id);
}
