using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What a real browser makes of the endpoint.</summary>
public sealed class BrowserTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_page_of_another_origin_reads_answers_and_errors()
    {
        Browser.Require();
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions());
        var told = await FromAnotherOriginAsync(new Uri(server.Client.BaseAddress!, "/"));

        Told("get").ShouldBe("""200 {"data":{"__typename":"Query"}}""");
        Told("tag").ShouldBe("true");
        Told("again").ShouldBe("200 from the browser's cache or anew, the same");
        Told("post").ShouldBe("""200 {"data":{"__typename":"Query"}}""");
        Told("invalid").ShouldStartWith("400 {\"errors\":[");
        Told("tooLong").ShouldStartWith("413 {\"errors\":[");
        Told("unsupported").ShouldStartWith("415 {\"errors\":[");
        Told("nowhere").ShouldStartWith("404 There is nothing at this address.");

        string Told(string name) => told[name]!.GetValue<string>();
    }

    [Fact]
    public async Task A_page_of_an_origin_that_is_not_admitted_reads_nothing()
    {
        Browser.Require();
        await using var server = await GraphServer.StartedAsync(new GraphHostOptions { Settings = ["--Cors:Origins=none"] });
        var told = await FromAnotherOriginAsync(new Uri(server.Client.BaseAddress!, "/"));

        told.Select(one => one.Value!.GetValue<string>()).ShouldAllBe(text => text.StartsWith("TypeError"));
    }

    /// <summary>What a page served elsewhere could read, by what it tried.</summary>
    private static async Task<JsonObject> FromAnotherOriginAsync(Uri server)
    {
        using var folder = new TemporaryFolder();
        var told = new TaskCompletionSource<JsonObject>(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var elsewhere = WebApplication.CreateSlimBuilder().Build();
        elsewhere.Urls.Add("http://127.0.0.1:0");
        elsewhere.MapGet("/", () => Results.Content(Script(server), "text/html; charset=utf-8"));
        elsewhere.MapGet("/wait", () => told.Task.WaitAsync(TimeSpan.FromMinutes(1), Cancel));
        elsewhere.MapPost("/told", async (HttpRequest request) =>
            told.SetResult((await JsonNode.ParseAsync(request.Body, cancellationToken: Cancel))!.AsObject())
        );
        await elsewhere.StartAsync(Cancel);

        await Browser.OpenAsync(new Uri(elsewhere.Urls.Single()), folder);
        return await told.Task.WaitAsync(TimeSpan.FromSeconds(1), Cancel);
    }

    /// <summary>A page that stays unfinished (its image loads) until everything is tried, so that the browser waits for it.</summary>
    private static string Script(Uri server) =>
        $$"""
            <!DOCTYPE html><img src="/wait"><script type="module">
            const graph = {{JsonSerializer.Serialize(new Uri(server, "/graphql").ToString())}};
            const accept = 'application/graphql-response+json', told = {};
            const post = (body, type = 'application/json') => ({ method: 'POST', headers: { 'content-type': type, accept }, body });
            const short = text => text.replace(/,"extensions":\{"cost".*/, '}').slice(0, 80);
            const read = async (name, url, options) => {
              try { const r = await fetch(url, options); told[name] = r.status + ' ' + short(await r.text()); return r; }
              catch (e) { told[name] = String(e); }
            };
            const get = graph + '?query={__typename}';
            const first = await read('get', get, { headers: { accept } });
            if (first) {
              told.tag = String(/^".*"$/.test(first.headers.get('etag')));
              const again = await fetch(get, { headers: { accept, 'if-none-match': '"other"' } });
              told.again = again.status
                + (again.headers.get('etag') === first.headers.get('etag') ? " from the browser's cache or anew, the same" : '');
            }
            await read('post', graph, post('{"query":"{__typename}"}'));
            await read('invalid', graph, post('{"query":"{nothing}"}'));
            await read('tooLong', graph, post(' '.repeat(1100000)));
            await read('unsupported', graph, post('{"query":"{__typename}"}', 'text/plain'));
            await read('nowhere', new URL('/nothing', graph));
            await fetch('/told', { method: 'POST', body: JSON.stringify(told) });
            </script>
            """;
}
