using System.Net.WebSockets;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Watching;

/// <summary>The protocol graphql-transport-ws: what may be said when, and with which code a socket ends.</summary>
public sealed class SocketLawTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string Question = "{ summary { articles } }";
    private const string Following = "subscription { graphChanged { changes { id } resume } }";

    private Uri Address => server.Client.BaseAddress!;

    [Fact]
    public async Task Questions_are_answered_on_the_socket_and_their_ids_may_come_again()
    {
        await using var socket = await LiveSocket.StartAsync(Address);
        for (var i = 0; i < 3; i++)
        {
            await socket.SubscribeAsync("a", Question);
            var next = await socket.HearAsync("a", "next");
            next["payload"]!["data"]!["summary"]!["articles"]!.GetValue<int>().ShouldBe(9);
            next["payload"]!["extensions"]!["cost"]!["requested"]!.GetValue<int>().ShouldBe(1);
            await socket.HearAsync("a", "complete");
        }
    }

    [Fact]
    public async Task Several_operations_go_on_beside_one_another_until_either_side_completes_them()
    {
        await using var socket = await LiveSocket.StartAsync(Address);
        await socket.SubscribeAsync("one", Following);
        await socket.HearAsync("one", "next");
        await socket.SubscribeAsync("two", Following);
        await socket.HearAsync("two", "next");
        await socket.SubscribeAsync("question", Question);
        await socket.HearAsync("question", "next");
        await socket.HearAsync("question", "complete");
        await socket.SayAsync("""{"type":"complete","id":"one"}""");
        await socket.SayAsync("""{"type":"complete","id":"nobody"}""");
        // Its id is free at once.
        await socket.SubscribeAsync("one", Question);
        await socket.HearAsync("one", "next");
        await socket.HearAsync("one", "complete");
    }

    [Fact]
    public async Task A_ping_is_answered_before_and_after_the_greeting_and_a_pong_is_none_of_our_business()
    {
        await using var socket = await LiveSocket.OpenAsync(Address);
        await socket.SayAsync("""{"type":"ping"}""");
        (await socket.HearAsync()).ToJsonString().ShouldBe("""{"type":"pong"}""");
        await socket.SayAsync("""{"type":"pong","payload":{"a":1}}""");
        await socket.SayAsync("""{"type":"connection_init","payload":{"token":"none"}}""");
        (await socket.HearAsync())["type"]!.GetValue<string>().ShouldBe("connection_ack");
        await socket.SayAsync("""{"type":"ping","payload":{"at":1}}""");
        (await socket.HearAsync()).ToJsonString().ShouldBe("""{"type":"pong"}""");
    }

    public static TheoryData<int, string[]> Wrong =>
        new()
        {
            { 4401, ["""{"type":"subscribe","id":"a","payload":{"query":"{__typename}"}}"""] },
            { 4429, ["""{"type":"connection_init"}""", """{"type":"connection_init"}"""] },
            { 4400, ["nothing"] },
            { 4400, [""] },
            { 4400, ["[]"] },
            { 4400, ["null"] },
            { 4400, ["{}"] },
            { 4400, ["""{"type":"start"}"""] },
            { 4400, ["""{"type":"connection_ack"}"""] },
            { 4400, ["""{"type":"next","id":"a"}"""] },
            { 4400, ["""{"type":7}"""] },
            { 4400, ["""{"type":"ping","type":"ping"}"""] },
            { 4400, ["""{"type":"ping","payload":[]}"""] },
            { 4400, ["""{"type":"connection_init"}""", """{"type":"subscribe","payload":{"query":"{__typename}"}}"""] },
            { 4400, ["""{"type":"connection_init"}""", """{"type":"subscribe","id":"","payload":{"query":"{__typename}"}}"""] },
            { 4400, ["""{"type":"connection_init"}""", """{"type":"subscribe","id":"a"}"""] },
            { 4400, ["""{"type":"connection_init"}""", """{"type":"subscribe","id":"a","payload":{}}"""] },
            { 4400, ["""{"type":"connection_init"}""", """{"type":"subscribe","id":"a","payload":{"query":7}}"""] },
            { 4400, ["""{"type":"connection_init"}""", """{"type":"subscribe","id":"a","payload":{"query":"{a}","variables":[]}}"""] },
            { 4400, ["""{"type":"connection_init"}""", """{"type":"complete"}"""] },
        };

    [Theory]
    [MemberData(nameof(Wrong))]
    public async Task What_the_protocol_does_not_allow_ends_the_socket_with_its_code(int code, string[] said)
    {
        await using var socket = await LiveSocket.OpenAsync(Address);
        foreach (var text in said)
            await socket.SayAsync(text);
        var (ended, reason) = await socket.ClosedAsync();
        ended.ShouldBe(code, reason);
        reason.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task An_id_that_is_in_use_ends_the_socket()
    {
        await using var socket = await LiveSocket.StartAsync(Address);
        await socket.SubscribeAsync("a", Following);
        await socket.HearAsync("a", "next");
        await socket.SubscribeAsync("a", Following);
        (await socket.ClosedAsync()).ShouldBe((4409, "Subscriber for a already exists"));
    }

    [Fact]
    public async Task Messages_are_texts()
    {
        await using var socket = await LiveSocket.OpenAsync(Address);
        await socket.SayAsync("""{"type":"ping"}""", WebSocketMessageType.Binary);
        (await socket.ClosedAsync()).Code.ShouldBe(4400);
    }

    [Fact]
    public async Task Who_speaks_another_protocol_is_told_which()
    {
        using var client = new ClientWebSocket();
        client.Options.AddSubProtocol("graphql-ws");
        await client.ConnectAsync(new UriBuilder(Address) { Scheme = "ws", Path = "/graphql" }.Uri, TestContext.Current.CancellationToken);
        var got = await client.ReceiveAsync(new byte[200], TestContext.Current.CancellationToken);
        ((int?)got.CloseStatus).ShouldBe(4406);
        got.CloseStatusDescription!.ShouldContain(LiveSocket.Protocol);
    }

    [Fact]
    public async Task Who_does_not_greet_is_closed_and_so_is_who_asks_nothing_for_long()
    {
        await using var hasty = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:SocketInit=00:00:00.1", "--Limits:SocketIdle=00:00:00.3"] }
        );
        await using var silent = await LiveSocket.OpenAsync(hasty.Client.BaseAddress!);
        (await silent.ClosedAsync()).Code.ShouldBe(4408);
        await using var idle = await LiveSocket.StartAsync(hasty.Client.BaseAddress!);
        (await idle.ClosedAsync()).Code.ShouldBe(1000);
    }

    [Fact]
    public async Task A_wrong_question_is_an_error_of_its_operation_and_the_socket_goes_on()
    {
        await using var socket = await LiveSocket.StartAsync(Address);
        foreach (
            var (query, code) in new[]
            {
                ("subscription { graphChanged(about: [\"株周\"]) { resume } }", "UNKNOWN_NAME"),
                ("subscription { graphChanged(about: []) { resume } }", "INVALID_ARGUMENT"),
                ("subscription { graphChanged(since: \"yesterday\") { resume } }", "CURSOR_MISMATCH"),
                ("subscription { graphChanged(since: \"99\") { resume } }", "INVALID_ARGUMENT"),
                ("subscription { graphChanged(first: 201) { resume } }", "INVALID_ARGUMENT"),
                ("subscription { graphChanged { nothing } }", "FIELDS_ON_CORRECT_TYPE"),
                ("subscription { graphChanged { resume } again: graphChanged { resume } }", "SINGLE_ROOT_FIELD_SUBSCRIPTIONS"),
                (
                    "subscription { graphChanged(first: 200) { changes { node { ... on Entity { relationships(first: 100) { "
                        + "nodes { id } } } } } } }",
                    "COST_EXCEEDED"
                ),
                ("subscription {", "SYNTAX_ERROR"),
                ($"subscription {{ graphChanged {{ resume }} }} #{new string('x', 16_300)}", "SUBSCRIPTION_BYTES_EXCEEDED"),
            }
        )
        {
            await socket.SubscribeAsync("a", query);
            var error = (await socket.HearAsync("a", "error"))["payload"]!.AsArray()[0]!;
            error["extensions"]!["code"]!.GetValue<string>().ShouldBe(code, error.ToJsonString());
            if (code == "UNKNOWN_NAME")
                error["extensions"]!["nearest"]![0]!["name"]!.GetValue<string>().ShouldBe("株洲");
        }
        await socket.SubscribeAsync("a", Question);
        await socket.HearAsync("a", "next");
        await socket.CloseAsync();
    }

    [Fact]
    public async Task A_server_that_stops_says_so_on_its_sockets_and_ends_its_streams_without_a_last_word()
    {
        await using var stopping = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        await using var socket = await LiveSocket.StartAsync(stopping.Client.BaseAddress!);
        await socket.SubscribeAsync("a", Following);
        await socket.HearAsync("a", "next");
        await using var events = await LiveEvents.PostAsync(stopping.Client, Following);
        (await events.HearAsync()).ShouldNotBeNull();

        var stopped = stopping.StopAsync();
        (await socket.ClosedAsync()).Code.ShouldBe(1001);
        (await events.HearAsync()).ShouldBeNull("after 'complete' a client would not come back");
        await stopped;
    }
}
