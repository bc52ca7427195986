using System.Net;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.GraphApi.Watching;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>Streams of server-sent events: what they look like, how they end, how a browser goes on.</summary>
public sealed class EventStreamTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Following = "subscription { graphChanged(first: 200) { changes { id } resume hasMore } }";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_question_is_answered_with_one_event_and_completed()
    {
        await using var events = await LiveEvents.PostAsync(server.Client, "{ summary { articles } }");
        events.Status.ShouldBe(HttpStatusCode.OK);
        events.Response.Content.Headers.ContentType!.ToString().ShouldBe("text/event-stream");
        events.Response.Headers.CacheControl!.NoStore.ShouldBeTrue();
        var next = (await events.HearAsync())!;
        (next.Id, next.Name, next.Data!["data"]!["summary"]!["articles"]!.GetValue<int>()).ShouldBe((null, "next", 9));
        (await events.HearAsync())!.Name.ShouldBe("complete");
        (await events.HearAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_browser_that_connects_again_goes_on_behind_the_last_event_it_had()
    {
        const string all = "subscription { graphChanged(since: \"0\", first: 200) { changes { version sequence } resume hasMore } }";
        await using var first = await LiveEvents.GetAsync(server.Client, all);
        var told = (await first.HearAsync())!;
        told.Data!["data"]!["graphChanged"]!["hasMore"]!.GetValue<bool>().ShouldBeTrue();
        var following = (await first.HearAsync())!;
        await using var again = await LiveEvents.GetAsync(server.Client, all, told.Id);
        (await again.HearAsync())!.Data!.ToJsonString().ShouldBe(following.Data!.ToJsonString());

        await using var wrong = await LiveEvents.GetAsync(server.Client, all, "yesterday");
        wrong.Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_is_wrong_with_a_question_is_the_first_event_and_the_last()
    {
        await using var events = await LiveEvents.PostAsync(
            server.Client,
            "subscription { graphChanged(indicators: [\"小巨入\"]) { resume } }"
        );
        events.Status.ShouldBe(HttpStatusCode.OK);
        var error = (await events.HearAsync())!.Data!["errors"]![0]!;
        error["extensions"]!["code"]!.GetValue<string>().ShouldBe("UNKNOWN_NAME");
        (await events.HearAsync())!.Name.ShouldBe("complete");
        (await events.HearAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task Without_a_stream_a_subscription_is_refused_and_told_how()
    {
        var (_, answer) = await server.AskAsync(Following);
        answer["errors"]![0]!["message"]!.GetValue<string>().ShouldContain("text/event-stream");
        using var get = await server.Client.GetAsync($"/graphql?query={Uri.EscapeDataString(Following)}", Cancel);
        get.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        await using var mutation = await LiveEvents.GetAsync(server.Client, "mutation { nothing }");
        mutation.Status.ShouldBe(HttpStatusCode.MethodNotAllowed);
        // Whoever takes anything is answered, not streamed to.
        using var any = new HttpRequestMessage(HttpMethod.Get, "/graphql?query={__typename}");
        any.Headers.Accept.ParseAdd("application/json, text/event-stream;q=0.5, */*");
        using var json = await server.Client.SendAsync(any, Cancel);
        json.Content.Headers.ContentType!.MediaType.ShouldBe("application/json");
    }

    [Fact]
    public async Task A_silent_stream_says_now_and_then_that_it_is_there()
    {
        var time = new FakeTimeProvider();
        await using var own = await GraphServer.StartedAsync(time, RepositoryRoot.Seeds);
        await using var events = await LiveEvents.PostAsync(own.Client, Following);
        (await events.HearAsync())!.Name.ShouldBe("next");
        var beat = events.HearAsync();
        while (!beat.IsCompleted)
        {
            time.Advance(OpenStreams.Look);
            await Task.Yield();
        }
        (await beat)!.Name.ShouldBe(":");
    }

    [Fact]
    public async Task So_many_streams_a_client_may_have_and_so_many_the_server()
    {
        foreach (
            var (limit, status) in new[]
            {
                ("ClientSubscriptions", HttpStatusCode.TooManyRequests),
                ("Subscriptions", HttpStatusCode.ServiceUnavailable),
            }
        )
        {
            await using var own = await GraphServer.StartedAsync(
                new GraphHostOptions { Settings = [$"--Limits:{limit}=2", "--Clients:Unlimited=none"] },
                RepositoryRoot.Seeds
            );
            await using (var one = await LiveEvents.PostAsync(own.Client, Following))
            await using (var two = await LiveEvents.PostAsync(own.Client, Following))
            {
                (await one.HearAsync()).ShouldNotBeNull();
                await using var three = await LiveEvents.PostAsync(own.Client, Following);
                three.Status.ShouldBe(status);
                three.Response.Headers.RetryAfter.ShouldNotBeNull();
                (await three.TextAsync()).ShouldContain(
                    limit == "Subscriptions" ? "\"SUBSCRIPTIONS_EXCEEDED\"" : "\"CLIENT_SUBSCRIPTIONS_EXCEEDED\""
                );
            }
            // Who leaves makes room, as soon as the server notices.
            while (true)
            {
                await using var again = await LiveEvents.PostAsync(own.Client, Following);
                if (again.Status is HttpStatusCode.OK)
                    break;
            }
        }
    }
}
