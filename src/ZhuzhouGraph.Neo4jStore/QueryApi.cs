namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// Neo4j's Query API, for installations that can reach nothing but HTTP. Everything that is known of that protocol is in this class and the
/// small ones that only it uses.
/// </summary>
internal sealed partial class QueryApi(Neo4jOptions options, TimeProvider time) : CypherClient(options, time)
{
    private readonly QueryHttp _http = new(options);
    private readonly SemaphoreSlim _endingTurn = new(1);

    protected override async Task<Asked<T>> AskAsync<T>(Cypher statement, bool isWrite, Func<CypherRow, T> read, CancellationToken end)
    {
        var requestId = Guid.NewGuid().ToString("N");
        var content = new StatementContent(statement.ToJson(isWrite ? "WRITE" : "READ", requestId));
        using var answer = await AskOrEndAsync(content, requestId, isWrite, end);
        if (!answer.IsSuccess)
            return new(answer, null);
        try
        {
            return new(answer, answer.Rows(read));
        }
        catch (Exception e)
        {
            throw Unreadable(e);
        }
    }

    protected override ValueTask CloseAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
