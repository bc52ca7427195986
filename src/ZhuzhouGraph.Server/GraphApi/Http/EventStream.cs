using System.Buffers;
using System.IO.Pipelines;
using System.Text;
using Microsoft.AspNetCore.Server.Kestrel.Core.Features;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Execution;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.GraphApi.Watching;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Http;

/// <summary>
/// GraphQL over server-sent events, one connection for each operation. Each event has the place behind it as its id, so that a browser that
/// connects again goes on there by itself. A server that stops ends the stream without <c>complete</c>: clients come back then.
/// </summary>
internal sealed class EventStream(
    EventFeed feed,
    OpenStreams streams,
    Clients clients,
    RequestLimits limits,
    TimeProvider time,
    CancellationToken stopping
)
{
    private const string LastEventId = "Last-Event-ID";

    /// <summary>Answers with events; or says why not, for an answer without any.</summary>
    public async Task<(GraphAnswer? Answer, HttpRefusal? Refusal)> AnswerAsync(
        HttpContext context,
        GraphQLRequest question,
        ClientPurse? purse
    )
    {
        if (context.Request.Headers[LastEventId].ToString() is { Length: > 0 } id)
        {
            if (Cursor.Read(ChangeSchema.Place, id) is not { } place)
                return (
                    null,
                    GraphQLRequestReader.Refuse(
                        StatusCodes.Status400BadRequest,
                        $"The header '{LastEventId}' is no id of an event of ours."
                    )
                );
            question = question with { From = place };
        }
        var client = clients.Counted(context);
        if (streams.Operations.Enter(client) is { } error)
            return (GraphAnswer.Of(error.Code!.StartsWith("CLIENT", StringComparison.Ordinal) ? Outcome.Spent : Outcome.Busy, error), null);
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted, stopping);
        try
        {
            return (
                await FollowAsync(context, question, () => Interlocked.Exchange(ref purse, null) ?? clients.PurseOf(client), ends),
                null
            );
        }
        // The client has gone, or the server stops.
        catch (OperationCanceledException) when (ends.IsCancellationRequested)
        {
            return default;
        }
        finally
        {
            streams.Operations.Leave(client);
        }
    }

    private async Task<GraphAnswer?> FollowAsync(
        HttpContext context,
        GraphQLRequest question,
        Func<ClientPurse?> purse,
        CancellationTokenSource ends
    )
    {
        await using var events = feed.FollowAsync(question, purse, ends.Token).GetAsyncEnumerator(ends.Token);
        await events.MoveNextAsync();
        if (events.Current.Refusal is { Outcome: not (Outcome.Answered or Outcome.Refused or Outcome.Failed) } refused)
            return refused;
        // How long a client may pause is ours to say: the framework would break the connection after five seconds.
        if (context.Features.Get<IHttpMinResponseDataRateFeature>() is { } rate)
            rate.MinDataRate = null;
        var output = context.Response.BodyWriter;
        context.Response.ContentType = MediaTypes.Events;
        context.Response.Headers.CacheControl = "no-store";
        // Proxies that gather answers hold events back.
        context.Response.Headers["X-Accel-Buffering"] = "no";
        var turn = new SemaphoreSlim(1);
        var beating = streams.Beating(() => _ = BeatAsync(context, output, turn, ends));
        try
        {
            do await InTurnAsync(context, output, turn, ends, () => Write(output, events.Current), events.Current.Payload.Length);
            while (events.Current.Refusal is null && await events.MoveNextAsync());
            await InTurnAsync(context, output, turn, ends, () => output.Write("event: complete\ndata: \n\n"u8));
            return null;
        }
        finally
        {
            beating.Dispose();
            // No beat is under way behind this, and none begins: the turn is not given back.
            await turn.WaitAsync(CancellationToken.None);
        }
    }

    /// <summary>Says that the stream is still there, unless something is being said anyway.</summary>
    private async Task BeatAsync(HttpContext context, PipeWriter output, SemaphoreSlim turn, CancellationTokenSource ends)
    {
        if (turn.CurrentCount == 0)
            return;
        try
        {
            await InTurnAsync(context, output, turn, ends, () => output.Write(":\n\n"u8));
        }
        // Who follows is told by the token that it has ended.
        catch (OperationCanceledException) { }
    }

    private async Task InTurnAsync(
        HttpContext context,
        PipeWriter output,
        SemaphoreSlim turn,
        CancellationTokenSource ends,
        Action write,
        int bytes = 0
    )
    {
        await turn.WaitAsync(ends.Token);
        try
        {
            write();
            var sending = FlushAsync(context, output, ends);
            using (sending.IsCompleted ? null : streams.Unsent.Wait(bytes, context.Abort))
                await sending;
        }
        finally
        {
            turn.Release();
        }
    }

    private static void Write(PipeWriter output, StreamEvent told)
    {
        if (told.Resume is { } id)
            output.Write(Encoding.ASCII.GetBytes($"id: {id}\n"));
        output.Write("event: next\ndata: "u8);
        output.Write(told.Payload.Span);
        output.Write("\n\n"u8);
    }

    /// <summary>Sends what is written; a client that makes no room in time is let go, and its last event says where to go on.</summary>
    private async Task FlushAsync(HttpContext context, PipeWriter output, CancellationTokenSource ends)
    {
        var flush = output.FlushAsync(ends.Token);
        try
        {
            if (!flush.IsCompleted)
                await flush.AsTask().WaitAsync(limits.SlowReader, time, ends.Token);
            else
                await flush;
        }
        catch (TimeoutException)
        {
            // That the connection is broken is told a moment later.
            context.Abort();
            await ends.CancelAsync();
            throw new OperationCanceledException(ends.Token);
        }
    }
}
