using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Asking;

/// <summary>Damage that a question meets, and a file that comes to harm, are told at every door and in the log.</summary>
public sealed class DamageTests
{
    /// <summary>Reads them whole: what names them stands in columns of its own.</summary>
    private const string Articles = "{ articles { nodes { id title page } } }";

    private readonly FakeTimeProvider _time = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("DELETE FROM article", "{ observations(first: 1) { nodes { article { title } } } }")]
    [InlineData("UPDATE article SET sort = '2023-99-99'", "{ summary { coverage { first } } }")]
    [InlineData("UPDATE article SET json = 'x'", Articles)]
    [InlineData("UPDATE article SET json = replace(json, '\"Title\"', '\"Tytle\"')", Articles)]
    [InlineData("UPDATE article SET json = replace(json, '\"2023-05-19\"', '\"2023-99-19\"')", Articles)]
    [InlineData("UPDATE observation SET recorded_at = 9000000000000000000", "{ observations { nodes { figure recordedAt } } }")]
    [InlineData("UPDATE entity SET json = replace(json, '\"Company\"', '\"Kompany\"')", "{ companies { nodes { names { text } } } }")]
    [InlineData("UPDATE relationship SET status = 'Sated'", "{ relationships { nodes { id } } }")]
    [InlineData("UPDATE article SET sort = '2023-99-99'", "{ articles { nodes { date } } }")]
    public async Task Damage_that_one_question_meets_closes_every_door(string damage, string query)
    {
        await using var server = await GraphServer.StartedAsync(_time, RepositoryRoot.Seeds);
        server.Meddle(damage);

        (await server.CodeAsync(query)).ShouldBe("STORE_UNAVAILABLE");

        await ShouldBeClosedAsync(server);
        server.Log.From(LogLevel.Warning).ShouldHaveSingleItem().ShouldContain("damaged");
    }

    [Fact]
    public async Task A_store_that_was_mended_is_asked_again_after_a_while()
    {
        await using var server = await GraphServer.StartedAsync(_time, RepositoryRoot.Seeds);
        server.Meddle("UPDATE article SET title = json, json = 'x'");
        (await server.CodeAsync(Articles)).ShouldBe("STORE_UNAVAILABLE");
        server.Meddle("UPDATE article SET json = title");
        await ShouldBeClosedAsync(server);

        // What read beside the answer that met the damage may tell of it only now; then it stands for another while.
        for (var whiles = 0; whiles < 50; whiles++)
        {
            _time.Advance(StoreDoor.DamageStands);
            if (await server.CodeAsync(Articles) is null)
                break;
            await Task.Delay(100, Cancel);
        }
        (await server.CodeAsync(Articles)).ShouldBeNull();
        (await server.Client.GetAsync(HealthEndpoint.ReadyPath, Cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
        server.Log.From(LogLevel.Warning)[^1].ShouldStartWith("The store answers again");
    }

    [Theory]
    [InlineData("deleted", "was deleted")]
    [InlineData("replaced", "was replaced")]
    [InlineData("truncated", "damaged")]
    [InlineData("flipped", "damaged")]
    public async Task A_file_that_comes_to_harm_under_a_running_server_is_told(string harm, string line)
    {
        await using var server = await GraphServer.StartedAsync(_time, RepositoryRoot.Seeds);
        (await server.CodeAsync(Articles)).ShouldBeNull();
        // What was written stands in the file.
        _time.Advance(TimeSpan.FromSeconds(1));
        new FileInfo(server.File + "-wal").Length.ShouldBe(0);

        Harm(server.File, harm);
        // What is flipped is found beside the answers, a moment later.
        string? code = null;
        while (code is null)
            code = await server.CodeAsync(Articles);

        code.ShouldBe("STORE_UNAVAILABLE");
        await ShouldBeClosedAsync(server);
        server.Log.From(LogLevel.Warning).ShouldHaveSingleItem().ShouldContain(line);
    }

    private static void Harm(string file, string harm)
    {
        switch (harm)
        {
            case "deleted":
                File.Delete(file);
                break;
            case "replaced":
                File.Copy(file, file + ".copy");
                File.Move(file + ".copy", file, overwrite: true);
                break;
            case "truncated":
                using (var open = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                    open.SetLength(open.Length / 2);
                break;
            default:
                // Wherever it stands: some copies are left over from when a page was divided, and nothing reads them.
                var bytes = File.ReadAllBytes(file);
                var name = "\"Newspaper\":\""u8;
                using (var open = new FileStream(file, FileMode.Open, FileAccess.Write, FileShare.ReadWrite))
                {
                    for (var place = 0; bytes.AsSpan(place).IndexOf(name) is >= 0 and var next; place += next + 1)
                    {
                        open.Position = place + next + name.Length + 2;
                        open.WriteByte((byte)(bytes[open.Position] ^ 1));
                    }
                }
                break;
        }
    }

    private async Task ShouldBeClosedAsync(GraphServer server)
    {
        // Health stands for a second.
        _time.Advance(HealthEndpoint.Freshness);
        foreach (var address in new[] { $"/graphql?query={Uri.EscapeDataString(Articles)}", "/", HealthEndpoint.ReadyPath })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.Accept.ParseAdd("application/graphql-response+json, text/html, application/json;q=0.1");
            using var response = await server.Client.SendAsync(request, Cancel);
            response.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable, address);
            (await response.Content.ReadAsStringAsync(Cancel)).ShouldContain("STORE_UNAVAILABLE", Case.Sensitive, address);
        }
        (await server.CodeAsync(Articles)).ShouldBe("STORE_UNAVAILABLE");
    }
}
