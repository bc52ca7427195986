using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Hosting;

/// <summary>A client that asks for too much has to wait, and no other does.</summary>
public sealed class ClientTests
{
    private const string Dear = "{ observations(first: 100) { nodes { id } } }";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    /// <summary>A host that counts every client, also those of this machine; it gives back one token a second.</summary>
    internal static GraphHostOptions Counting(int tokens, params string[] more) =>
        new() { Settings = ["--Clients:Unlimited=none", $"--Limits:ClientTokens={tokens}", "--Limits:ClientTokensPerSecond=1", .. more] };

    [Theory]
    [InlineData("POST", "/graphql", "application/json")]
    [InlineData("POST", "/graphql", "application/graphql-response+json")]
    [InlineData("GET", "/graphql?query={__typename}", "application/json")]
    [InlineData("GET", "/api/v1/indicators", "application/json")]
    [InlineData("GET", "/api/v1/observations?first=100", "application/json")]
    [InlineData("GET", "/", "text/html")]
    public async Task Who_has_spent_its_tokens_is_told_how_long_to_wait_and_others_are_answered(
        string method,
        string address,
        string accept
    )
    {
        await using var server = await GraphServer.StartedAsync(Counting(1_000), RepositoryRoot.Seeds);
        while ((await AskAsync(server, "POST", "/graphql", Dear)).StatusCode != HttpStatusCode.TooManyRequests) { }
        while ((await AskAsync(server, "GET", "/api/v1/config")).StatusCode != HttpStatusCode.TooManyRequests) { }

        using var refused = await AskAsync(server, method, address, "{ __typename }", accept);

        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        refused.Headers.RetryAfter!.Delta!.Value.ShouldBeInRange(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(100));
        refused.Headers.CacheControl!.NoStore.ShouldBeTrue();
        refused.Headers.GetValues("RateLimit-Policy").ShouldBe(["\"client\";q=1000;w=1000"]);
        refused.Headers.GetValues("RateLimit").Single().ShouldMatch("^\"client\";r=[0-9];t=(9[0-9][0-9]|1000)$");
        var text = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync(Cancel));
        text.ShouldMatch("'clientTokens' (allows|为) 1000");
        text.ShouldContain("CLIENT_TOKENS_EXCEEDED");
        using var other = await AskAsync(server, method, address, "{ __typename }", accept, from: "127.0.0.2");
        other.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var health = await AskAsync(server, "GET", "/health/ready");
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_request_costs_what_its_answer_may_hold_and_is_paid_before_it_is_answered()
    {
        await using var server = await GraphServer.StartedAsync(Counting(1_000), RepositoryRoot.Seeds);

        (await LeftAsync("POST", "/graphql", "{ __typename }")).ShouldBe(990);
        var cost = (long)JsonNode.Parse(await TextAsync())!["extensions"]!["cost"]!["requested"]!;
        (await LeftAsync("POST", "/graphql", "{ observations(first: 2) { nodes { id } } }")).ShouldBe(1_000 - 10 - cost - 10);
        (await LeftAsync("GET", "/api/v1/observations?first=50")).ShouldBe(1_000 - 10 - cost - 10 - 50);
        (await LeftAsync("GET", "/api/v1/observations?first=50&withParts=true&places=place:zhuzhou&totalCount=true")).ShouldBe(
            1_000 - 10 - cost - 10 - 50 - 150
        );
        (await LeftAsync("GET", "/api/v1/observations?first=0")).ShouldBe(1_000 - 10 - cost - 10 - 50 - 150 - 10);

        async Task<string> TextAsync()
        {
            using var answer = await AskAsync(server, "POST", "/graphql", Dear);
            return await answer.Content.ReadAsStringAsync(Cancel);
        }

        async Task<long> LeftAsync(string method, string address, string? query = null)
        {
            using var answer = await AskAsync(server, method, address, query);
            return Left(answer);
        }
    }

    [Fact]
    public async Task What_costs_more_than_all_tokens_is_answered_to_who_has_them_all()
    {
        await using var server = await GraphServer.StartedAsync(Counting(50), RepositoryRoot.Seeds);

        using var answer = await AskAsync(server, "GET", "/api/v1/observations?first=100");
        using var refused = await AskAsync(server, "GET", "/api/v1/observations?first=100");

        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        refused.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    [Fact]
    public async Task By_default_clients_of_this_machine_are_not_counted()
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:ClientTokens=10", "--Limits:ClientTokensPerSecond=1"] },
            RepositoryRoot.Seeds
        );

        for (var i = 0; i < 3; i++)
        {
            using var answer = await AskAsync(server, "POST", "/graphql", Dear);
            answer.StatusCode.ShouldBe(HttpStatusCode.OK);
            answer.Headers.Contains("RateLimit").ShouldBeFalse();
        }
    }

    [Theory]
    [InlineData("none", 10, 0)]
    [InlineData("10.0.0.0/8", 10, 0)]
    [InlineData("loopback", 10, 10)]
    [InlineData("127.0.0.1;10.0.0.0/8", 10, 10)]
    public async Task Whom_a_proxy_asks_for_counts_where_the_proxy_is_believed(string proxies, int first, int other)
    {
        await using var server = await GraphServer.StartedAsync(Counting(20, $"--Clients:Proxies={proxies}"), RepositoryRoot.Seeds);

        using var one = await AskAsync(server, "GET", "/api/v1/config", header: "198.51.100.1");
        using var two = await AskAsync(server, "GET", "/api/v1/config", header: "2001:db8::1");
        using var three = await AskAsync(server, "GET", "/api/v1/config", header: "2001:db8::2");

        Left(one).ShouldBe(first);
        Left(two).ShouldBe(other);
        // The addresses of one network of version 6 are one client.
        Left(three).ShouldBe(0);
    }

    [Theory]
    [InlineData("Unlimited", "everybody", "'everybody'")]
    [InlineData("Unlimited", "loopback;*", "'*'")]
    [InlineData("Proxies", "10.0.0.0/33", "'10.0.0.0/33'")]
    [InlineData("Proxies", "proxy.example", "'proxy.example'")]
    public void A_wrong_setting_is_told_with_what_is_allowed(string name, string value, string found)
    {
        name.ShouldBeOneOf(nameof(ClientSettings.Unlimited), nameof(ClientSettings.Proxies));
        ClientSettings.ProblemsOf(value).ShouldHaveSingleItem().ShouldStartWith($"has {found}; allowed are * alone, none alone");
    }

    private static int Left(HttpResponseMessage answer) =>
        int.Parse(answer.Headers.GetValues("RateLimit").Single().Split("r=")[1].Split(';')[0], CultureInfo.InvariantCulture);

    /// <param name="from">From which address of this machine.</param>
    /// <param name="header">For whom a proxy asks.</param>
    private static async Task<HttpResponseMessage> AskAsync(
        GraphServer server,
        string method,
        string address,
        string? query = null,
        string accept = "application/json",
        string from = "127.0.0.1",
        string? header = null
    )
    {
        using var client = new HttpClient(
            new SocketsHttpHandler
            {
                ConnectCallback = async (context, cancellation) =>
                {
                    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                    socket.Bind(new IPEndPoint(IPAddress.Parse(from).MapToIPv6(), 0));
                    await socket.ConnectAsync(IPAddress.Loopback.MapToIPv6(), context.DnsEndPoint.Port, cancellation);
                    return new NetworkStream(socket, ownsSocket: true);
                },
            }
        );
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(server.Client.BaseAddress!, address));
        request.Headers.Accept.ParseAdd(accept);
        if (header is not null)
            request.Headers.Add("X-Forwarded-For", header);
        if (method == "POST")
            request.Content = JsonContent.Create(new { query });
        return await client.SendAsync(request, Cancel);
    }
}
