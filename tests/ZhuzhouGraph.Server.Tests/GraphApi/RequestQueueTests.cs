using System.Net;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Logging.Abstractions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>So many requests at once, so many that wait, and the next is told to come again.</summary>
public sealed class RequestQueueTests
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(10);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_finds_the_queue_full_is_told_so_and_the_others_are_answered_in_turn()
    {
        using var queue = Queue(atOnce: 1, waiting: 1);
        var door = Door(queue);
        var first = new TaskCompletionSource<string>();
        var working = door.AskAsync(_ => first.Task, Deadline, Cancel);
        var waiting = door.AskAsync(_ => Task.FromResult("second"), Deadline, Cancel);

        (await door.AskAsync(_ => Task.FromResult("third"), Deadline, Cancel)).Failure!.Kind.ShouldBe(StoreFailureKind.Busy);
        (await door.AskAsync(_ => Task.FromResult("health"), Deadline, Cancel, waits: false)).Answer.ShouldBe("health");
        waiting.IsCompleted.ShouldBeFalse();

        first.SetResult("first");
        (await working).Answer.ShouldBe("first");
        (await waiting).Answer.ShouldBe("second");
    }

    [Fact]
    public async Task Who_leaves_while_he_waits_makes_room_and_is_not_asked_for()
    {
        using var queue = Queue(atOnce: 1, waiting: 1);
        var door = Door(queue);
        var first = new TaskCompletionSource<string>();
        var working = door.AskAsync(_ => first.Task, Deadline, Cancel);
        using var client = new CancellationTokenSource();
        var asked = false;
        var left = door.AskAsync(
            _ =>
            {
                asked = true;
                return Task.FromResult("");
            },
            Deadline,
            client.Token
        );
        await client.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => left);
        var next = door.AskAsync(_ => Task.FromResult("next"), Deadline, Cancel);

        first.SetResult("");
        await working;
        (await next).Answer.ShouldBe("next");
        asked.ShouldBeFalse();
    }

    [Fact]
    public async Task The_wait_counts_against_the_deadline()
    {
        using var queue = Queue(atOnce: 1, waiting: 1);
        var door = Door(queue);
        var first = new TaskCompletionSource<string>();
        var working = door.AskAsync(_ => first.Task, Deadline, Cancel);

        var (_, failure) = await door.AskAsync(_ => Task.FromResult(""), TimeSpan.FromMilliseconds(50), Cancel);

        failure!.Kind.ShouldBe(StoreFailureKind.Late);
        first.SetResult("");
        await working;
    }

    [Fact]
    public async Task Over_HTTP_it_is_503_with_a_time_to_come_again()
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:RequestsAtOnce=1", "--Limits:RequestsWaiting=1"] },
            RepositoryRoot.Seeds
        );
        const string query = "{companies(first:100){nodes{id relationships(first:50){nodes{type to{id}}}}}}";
        var answers = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    server.Client.GetAsync(
                        $"/graphql?query={Uri.EscapeDataString(query)}&extensions={{\"i\":{i}}}",
                        HttpCompletionOption.ResponseHeadersRead,
                        Cancel
                    )
                )
        );
        var refused = answers.Where(a => a.StatusCode is not HttpStatusCode.OK).ToList();
        refused.ShouldNotBeEmpty();
        refused.Count.ShouldBeLessThan(answers.Length);
        foreach (var answer in refused)
        {
            answer.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            answer.Headers.RetryAfter.ShouldNotBeNull();
            (await answer.Content.ReadAsStringAsync(Cancel)).ShouldContain("REQUESTS_WAITING_EXCEEDED");
        }
    }

    private static ConcurrencyLimiter Queue(int atOnce, int waiting) => new(new() { PermitLimit = atOnce, QueueLimit = waiting });

    private static StoreDoor Door(ConcurrencyLimiter queue) =>
        new(new Readiness(isReady: true), TimeProvider.System, NullLogger<StoreDoor>.Instance, queue);
}
