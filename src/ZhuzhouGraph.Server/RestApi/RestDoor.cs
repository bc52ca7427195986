using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>The way of REST to the store: through the door of all endpoints, with refusals as problems.</summary>
internal sealed class RestDoor(IGraphStore store, StoreDoor door, RequestLimits limits)
{
    /// <summary>Why nothing can be asked at present; null where something can.</summary>
    public async Task<RestProblem?> StandingAsync(CancellationToken cancellationToken) =>
        !door.IsReady ? Away(GraphErrors.StoreUnavailable, Readiness.Starting, "服务器正在启动并载入数据，请稍后再试。")
        : await door.IsEmptyAsync(store, limits.Deadline, cancellationToken)
            ? Away(GraphErrors.StoreEmpty, Readiness.Empty, "数据库尚无数据，请在导入后再试。")
        : null;

    /// <summary>Asks when it is its turn, within the deadline of requests.</summary>
    public Task<(T? Answer, RestProblem? Problem)> AskAsync<T>(Func<CancellationToken, Task<T>> ask, CancellationToken cancellationToken) =>
        AskAsync(ask, limits.Deadline, "deadline", waits: true, cancellationToken);

    /// <summary>Asks what takes as long as it takes, beside what others ask.</summary>
    /// <param name="limit">The name of the deadline.</param>
    public Task<(T? Answer, RestProblem? Problem)> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        TimeSpan deadline,
        string limit,
        CancellationToken cancellationToken
    ) => AskAsync(ask, deadline, limit, waits: false, cancellationToken);

    public static RestProblem Away(string code, string detail, string chinese) =>
        new(StatusCodes.Status503ServiceUnavailable, code, detail) { Chinese = chinese };

    private async Task<(T? Answer, RestProblem? Problem)> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask,
        TimeSpan deadline,
        string limit,
        bool waits,
        CancellationToken cancellationToken
    )
    {
        var (answer, failure) = await door.AskAsync(ask, deadline, cancellationToken, waits);
        // The question may ask for too much: the store is not away for that.
        if (failure is { Kind: StoreFailureKind.Late })
            return (
                default,
                Away(
                    RestProblem.Deadline,
                    $"It took longer than {deadline}, which the limit '{limit}' allows. Ask for less.",
                    $"耗时超过 {deadline}（限制 '{limit}'），请缩小范围。"
                )
            );
        door.Note(failure);
        return failure switch
        {
            null => (answer, null),
            { Kind: StoreFailureKind.Busy } => (
                default,
                Away(
                    RestProblem.Waiting,
                    $"More than {limits.RequestsWaiting} requests wait, which the limit 'requestsWaiting' allows. Try again.",
                    $"等待的请求超过 {limits.RequestsWaiting} 个（限制 'requestsWaiting'），请稍后再试。"
                )
            ),
            { Cause: GraphStoreException { IsTransient: var passes } cause } => (
                default,
                Away(
                    GraphErrors.StoreUnavailable,
                    GraphErrors.Unreadable(cause),
                    passes ? "数据库暂时无法读取，请稍后再试。" : "数据库无法读取，须由管理者处理。"
                )
            ),
            _ => throw new InvalidOperationException($"A failure of kind {failure.Kind} without its cause."),
        };
    }
}
