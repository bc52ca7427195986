namespace ZhuzhouGraph.Neo4jStore;

/// <summary>How a statement that is no longer wanted is ended: closing its connection would leave it running.</summary>
internal sealed partial class QueryApi
{
    private static readonly TimeSpan EndingBound = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(50);

    private static readonly Cypher Ending = new(
        "TERMINATE TRANSACTIONS",
        "SHOW TRANSACTIONS YIELD transactionId AS t, parameters WHERE parameters.requestId = $id TERMINATE TRANSACTIONS t YIELD message RETURN message",
        new Dictionary<string, object?>());

    /// <summary>
    /// Gives the answer, or ends the statement on the server and then throws. A write that turns out to have taken place gives its answer,
    /// and so does one of which nobody knows where nobody cancelled it either.
    /// </summary>
    private async Task<Answer> AskOrEndAsync(StatementContent content, string requestId, bool isWrite, CancellationToken end)
    {
        using var abandon = new CancellationTokenSource();
        var asking = _http.SendAsync(content, abandon.Token);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (end.Register(ended.SetResult))
            await Task.WhenAny(asking, ended.Task);
        if (asking.IsCompleted)
            return await asking;

        await EndAsync(content, requestId, asking, abandon);
        var answer = await asking;
        if (isWrite && answer.IsSuccess)
            return answer;
        answer.Dispose();
        throw new OperationCanceledException(end);
    }

    /// <summary>Looks for the statement and ends it, until its request has an answer: it may reach the server only after the first look.</summary>
    private async Task EndAsync(StatementContent content, string requestId, Task<Answer> asking, CancellationTokenSource abandon)
    {
        if (!content.WasSent)
            await abandon.CancelAsync();
        using var bound = new CancellationTokenSource(EndingBound, _time);
        try
        {
            while (!asking.IsCompleted)
            {
                await LookAndEndAsync(requestId, bound.Token);
                await Task.WhenAny(asking, Task.Delay(Look, _time, bound.Token));
                bound.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException)
        {
            // Nothing is answered any more: the caller goes on without knowing.
        }
        await abandon.CancelAsync();
    }

    private async Task LookAndEndAsync(string requestId, CancellationToken bound)
    {
        var look = Ending with { Parameters = new Dictionary<string, object?> { ["id"] = requestId } };
        await _endingTurn.WaitAsync(bound);
        try
        {
            (await _http.SendAsync(new StatementContent(look.ToJson("WRITE", requestId: null)), bound)).Dispose();
        }
        finally
        {
            _endingTurn.Release();
        }
    }
}
