using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// Asks the stored questions once, as soon as there are answers: a Neo4j server plans each shape of statement when it first meets it, which
/// takes it seconds, and nobody should wait for that who asks the first question.
/// </summary>
internal sealed class Rehearsal(GraphExecutor executor, StoreDoor door)
{
    private static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>Ends without a word where the store is away or the server stops: whoever asks then is told.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            while (!door.IsReady)
                await Task.Delay(Look, stopping);
            foreach (var question in StoredQuestion.All)
                await executor.AnswerAsync(new GraphQLRequest(question.Query), null, stopping);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested) { }
    }
}
