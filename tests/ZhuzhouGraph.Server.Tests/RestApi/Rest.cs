using System.Text;
using System.Text.Json.Nodes;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>Asks a server's REST API, as any client would.</summary>
internal static class Rest
{
    public const string Root = "/api/v1";

    /// <param name="headers">Each <c>Name: value</c>.</param>
    public static async Task<HttpResponseMessage> SendAsync(
        this GraphServer server,
        HttpMethod method,
        string address,
        string? body = null,
        params string[] headers
    )
    {
        using var request = new HttpRequestMessage(
            method,
            address.StartsWith("/api", StringComparison.Ordinal) || address.Contains("://", StringComparison.Ordinal)
                ? address
                : Root + address
        );
        if (body is not null)
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        foreach (var header in headers.Select(header => header.Split(": ", 2)))
            request.Headers.TryAddWithoutValidation(header[0], header[1]);
        return await server.Client.SendAsync(request, TestContext.Current.CancellationToken);
    }

    /// <summary>Status and body.</summary>
    public static async Task<(int Status, JsonNode Answer)> GetAsync(this GraphServer server, string address, params string[] headers) =>
        await ReadAsync(await server.SendAsync(HttpMethod.Get, address, null, headers));

    public static async Task<(int Status, JsonNode Answer)> PostAsync(this GraphServer server, string address, string body) =>
        await ReadAsync(await server.SendAsync(HttpMethod.Post, address, body));

    /// <summary>Every item of a list, page by page.</summary>
    public static async Task<List<JsonNode>> AllAsync(this GraphServer server, string address, int first)
    {
        List<JsonNode> items = [];
        string? after = null;
        do
        {
            var join = address.Contains('?', StringComparison.Ordinal) ? "&" : "?";
            var (status, page) = await server.GetAsync($"{address}{join}first={first}{(after is null ? "" : $"&after={after}")}");
            status.ShouldBe(200, page.ToJsonString());
            items.AddRange(page["items"]!.AsArray()!);
            after = page["next"]?.GetValue<string>();
            page["hasMore"]!.GetValue<bool>().ShouldBe(after is not null);
        } while (after is not null);
        return items;
    }

    /// <summary>The faults of a problem: parameter and code of each.</summary>
    public static IEnumerable<(string, string)> FaultsOf(JsonNode problem) =>
        problem["errors"]!.AsArray().Select(fault => (fault!["parameter"]!.GetValue<string>(), fault["code"]!.GetValue<string>()));

    private static async Task<(int, JsonNode)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
            return (
                (int)response.StatusCode,
                JsonNode.Parse(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!
            );
    }
}
