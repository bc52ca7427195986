using System.Runtime.CompilerServices;
using GraphQL;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Watching;

/// <summary>
/// Answers an operation on a stream: a query once, a subscription with an event for each part of the change log that it asks for. Nothing
/// waits for a client but its place in the log: the next event is made when the one before was taken.
/// </summary>
internal sealed class EventFeed(GraphExecutor executor, SharedEvents events, HeadWatch watch, RequestLimits limits)
{
    /// <summary>How often an event may take longer than the deadline before the subscription ends.</summary>
    private const int LateAtMost = 3;

    /// <summary>The first event comes at once and says whether the question is right; one that is a refusal is the last.</summary>
    /// <param name="purse">Makes the purse that pays for one event; null where nobody counts.</param>
    public async IAsyncEnumerable<StreamEvent> FollowAsync(
        GraphQLRequest question,
        Func<ClientPurse?> purse,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        question = question with { IsStreamed = true };
        var seen = watch.Seen;
        var current = await FirstAsync(question, purse(), cancellationToken);
        yield return current;
        if (current.Refusal is not null || current.Reading is not { } reading)
            yield break;
        var topic = SharedEvents.TopicOf(question, reading.StartVariable);
        watch.Follow();
        try
        {
            while (current.Refusal is null)
            {
                if (!reading.HasMore)
                    seen = await NewAsync(seen, reading.Next!, cancellationToken);
                current = await NextAsync(topic, question with { From = reading.Next }, cancellationToken);
                reading = current.Refusal is null ? current.Reading! : reading;
                if (current.Refusal is null && reading.IsEmpty)
                    continue;
                await PayAsync(current.Cost, purse, cancellationToken);
                yield return current;
            }
        }
        finally
        {
            watch.Leave();
        }
    }

    private async Task<StreamEvent> FirstAsync(GraphQLRequest question, ClientPurse? purse, CancellationToken cancellationToken)
    {
        var answer = await executor.AnswerAsync(question, purse, cancellationToken);
        if (answer.Reading is not null && question.Bytes > limits.SubscriptionBytes)
            answer = GraphAnswer.Of(
                Outcome.Refused,
                DocumentCheck.Exceeded(nameof(limits.SubscriptionBytes), limits.SubscriptionBytes, question.Bytes)
            );
        return await StreamEvent.OfAsync(answer, cancellationToken);
    }

    /// <summary>Waits until there is another version than the one that was read to its end; the sight to wait from next.</summary>
    private async Task<HeadWatch.Sight> NewAsync(HeadWatch.Sight seen, SortKey place, CancellationToken cancellationToken)
    {
        while (true)
        {
            var now = watch.Seen;
            var ahead = now.Version is { } version ? SortKey.InOrder.Compare(Stores.Paging.EndOf(version), place) : 0;
            // Whoever came while the watch still slept has read what it sees when it wakes.
            if (now != seen && ahead != 0)
                return now;
            // The version can be seen and was not read: it is being imported at this moment.
            if (ahead > 0)
            {
                await watch.NextLook.WaitAsync(cancellationToken);
                return now;
            }
            seen = now;
            await now.Past.WaitAsync(cancellationToken);
        }
    }

    /// <summary>The event from that place, whenever the store gives it.</summary>
    private async Task<StreamEvent> NextAsync(string topic, GraphQLRequest question, CancellationToken cancellationToken)
    {
        for (var late = 0; ; )
        {
            var looked = watch.NextLook;
            var made = await events.GetAsync(topic, question, cancellationToken);
            if (!made.IsPassing)
                return made;
            // The store is there, and the question takes too long.
            if (made.Refusal!.Result.Errors?.Any(IsLate) is true && ++late == LateAtMost)
                return made;
            await looked.WaitAsync(cancellationToken);
        }
    }

    private static bool IsLate(ExecutionError error) => error.Code?.StartsWith("DEADLINE", StringComparison.Ordinal) is true;

    /// <summary>Waits until the client can pay: nothing is lost by that.</summary>
    private async Task PayAsync(long cost, Func<ClientPurse?> purse, CancellationToken cancellationToken)
    {
        while (purse() is { } paying && !paying.Pays(cost))
            await watch.NextLook.WaitAsync(cancellationToken);
    }
}
