using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Hosting;

/// <summary>
/// Asks the stored questions once, as soon as there are answers: a Neo4j server plans each shape of statement when it first meets it, which
/// takes it seconds while it is cold, and nobody should wait for that who asks the first question: until then
/// <c>/health/ready</c> says STARTING. Who asks meanwhile is answered.
/// </summary>
internal sealed class Rehearsal(GraphExecutor executor, Readiness readiness, TimeProvider time)
{
    /// <summary>How often it is looked whether there are answers.</summary>
    public static readonly TimeSpan Look = TimeSpan.FromMilliseconds(200);

    /// <summary>After so long a server counts as rehearsed, whatever is left.</summary>
    private static readonly TimeSpan Bound = TimeSpan.FromMinutes(1);

    /// <summary>Questions at once: to plan is work for a processor.</summary>
    private const int AtOnce = 2;

    /// <summary>Ends without a word where the store is away or the server stops: whoever asks then is told.</summary>
    public async Task RunAsync(CancellationToken stopping)
    {
        try
        {
            do await Task.Delay(Look, time, stopping);
            while (!readiness.IsReady);
            using var late = new CancellationTokenSource(Bound, time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(stopping, late.Token);
            await Parallel.ForEachAsync(
                StoredQuestion.All,
                new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token },
                async (question, ends) => await executor.AnswerAsync(new GraphQLRequest(question.Query), null, ends)
            );
        }
        catch (OperationCanceledException) { }
        finally
        {
            readiness.IsRehearsed = true;
        }
    }
}
