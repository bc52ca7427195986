namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// How a statement that is no longer wanted is ended: closing its connection would leave it running, even into its commit.
/// </summary>
internal sealed partial class QueryApi
{
    /// <summary>How often the server is asked for a statement whose connection is gone: it may still be about to begin.</summary>
    private const int LooksAfterTheLoss = 3;

    private static readonly TimeSpan EndingBound = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(100);

    // Its own parameter has another name, or it would find and end itself.
    private static readonly Cypher Ending = new(
        "TERMINATE TRANSACTIONS",
        "SHOW TRANSACTIONS YIELD transactionId AS t, parameters WHERE parameters.requestId = $id TERMINATE TRANSACTIONS t YIELD message "
            + "RETURN message",
        new Dictionary<string, object?>()
    );

    /// <summary>
    /// Gives the answer, or ends the statement on the server and throws. A write that turns out to have taken place gives its answer, and
    /// so does one of which nobody knows. Where the connection broke the statement is ended, too: what is read next is then final.
    /// </summary>
    private async Task<Answer> AskOrEndAsync(StatementContent content, string requestId, bool isWrite, CancellationToken end)
    {
        using var abandon = new CancellationTokenSource();
        var asking = _http.SendAsync(content, abandon.Token);
        var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using (end.Register(ended.SetResult))
            await Task.WhenAny(asking, ended.Task);
        if (asking.IsCompleted && (await asking) is { Broken: null } or { WasSent: false })
            return await asking;

        var isUnwanted = !asking.IsCompleted;
        if (!content.WasSent)
        {
            // The connection is what is waited for. Giving it up ends at once, and what left meanwhile is looked for.
            await abandon.CancelAsync();
            await asking;
        }
        await EndAsync(content, requestId, asking);
        await abandon.CancelAsync();
        var answer = await asking;
        if (!isUnwanted || (isWrite && (answer.IsSuccess || answer.IsUnknown)))
            return answer;
        answer.Dispose();
        throw new OperationCanceledException(end);
    }

    /// <summary>
    /// Looks for the statement and ends it, until its request has an answer: it may reach the server only after the first look.
    /// </summary>
    private async Task EndAsync(StatementContent content, string requestId, Task<Answer> asking)
    {
        using var bound = new CancellationTokenSource(EndingBound, Time);
        try
        {
            for (var looks = 0; ; looks++)
            {
                if (asking.IsCompleted && (looks >= LooksAfterTheLoss || !content.WasSent || (await asking) is { Broken: null }))
                    return;
                // A server that is gone runs nothing.
                if (!await LookAndEndAsync(requestId, bound.Token) && asking.IsCompleted)
                    return;
                var pause = Task.Delay(BetweenLooks, Time, bound.Token);
                await (asking.IsCompleted ? pause : Task.WhenAny(asking, pause));
                bound.Token.ThrowIfCancellationRequested();
            }
        }
        catch (OperationCanceledException) when (bound.IsCancellationRequested)
        {
            // Nothing is answered any more: the caller goes on without knowing.
        }
    }

    /// <summary>True where the server answered.</summary>
    private async Task<bool> LookAndEndAsync(string requestId, CancellationToken bound)
    {
        var look = Ending with { Parameters = new Dictionary<string, object?> { ["id"] = requestId } };
        await _endingTurn.WaitAsync(bound);
        try
        {
            using var answer = await _http.SendAsync(new StatementContent(look.ToJson("WRITE", requestId: null)), bound);
            return answer.Broken is null;
        }
        finally
        {
            _endingTurn.Release();
        }
    }
}
