using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>Whoever keeps a copy gets every change once, whatever the clock says.</summary>
public sealed class ChangesTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_token_leads_on_without_loss_and_repeat_when_imports_share_an_instant()
    {
        await using var server = await GraphServer.StartedAsync(new FakeTimeProvider(), seeds: null);
        await server.Store.ImportAsync(Registry(), Cancel);
        await server.Store.ImportAsync(Article(1).Printing(Figure(1, "a", 5)), Cancel);
        var (seen, resume) = await FollowAsync(server, null);
        var (nothing, same) = await FollowAsync(server, resume);
        nothing.ShouldBeEmpty();
        same.ShouldBe(resume);

        await server.Store.ImportAsync(Article(2).Printing(Figure(2, "b", 6)), Cancel);
        await server.Store.ImportAsync(Article(1).Printing(Figure(1, "a", 7)), Cancel);
        await server.Store.RemoveAsync(ArticleId(2), Cancel);
        var (more, _) = await FollowAsync(server, resume);

        Texts(seen).ShouldContain("2 ADDED obs:yunhai/01/a");
        Texts(more)
            .Where(text => text.Contains("obs:", StringComparison.Ordinal))
            .ShouldBe(["3 ADDED obs:yunhai/02/b", "4 CHANGED obs:yunhai/01/a", "5 REMOVED obs:yunhai/02/b"]);
        var (all, _) = await FollowAsync(server, null);
        Texts([.. seen, .. more]).ShouldBe(Texts(all));
        (await server.GetAsync("/changes?since=4")).Answer["items"]!
            .AsArray()
            .Select(c => c!["version"]!.GetValue<int>())
            .Distinct()
            .ShouldBe([5]);
        (await server.GetAsync("/observations/obs:yunhai/02/b")).Answer["removedAt"].ShouldNotBeNull("its address stays");
    }

    [Fact]
    public async Task Figures_of_an_indicator_are_followed_alone()
    {
        await using var server = await GraphServer.StartedAsync(new FakeTimeProvider(), seeds: null);
        await server.Store.ImportAsync(Registry(Named(EntityTypes.Indicator, "indicator:boats", "船数", "Boats")), Cancel);
        foreach (var number in Enumerable.Range(1, 4))
            await server.Store.ImportAsync(
                Article(number)
                    .Printing(Figure(number, "a", number))
                    .Printing(Figure(number, "b", number) with { Indicator = "indicator:boats" }),
                Cancel
            );

        List<string> ids = [];
        string? after = null;
        for (var hasMore = true; hasMore; )
        {
            var (status, page) = await server.GetAsync(
                $"/changes?indicators=船数&about=云海市&first=3{(after is null ? "" : $"&after={after}")}"
            );
            status.ShouldBe(200, page.ToJsonString());
            ids.AddRange(page["items"]!.AsArray().Select(c => c!["id"]!.GetValue<string>()));
            hasMore = page["hasMore"]!.GetValue<bool>();
            after = page["resume"]!.GetValue<string>();
        }
        ids.ShouldBe(["obs:yunhai/01/b", "obs:yunhai/02/b", "obs:yunhai/03/b", "obs:yunhai/04/b"]);
    }

    private static async Task<(List<JsonNode> Changes, string? Resume)> FollowAsync(GraphServer server, string? resume)
    {
        List<JsonNode> changes = [];
        for (var hasMore = true; hasMore; )
        {
            var (status, page) = await server.GetAsync($"/changes?first=2{(resume is null ? "" : $"&after={resume}")}");
            status.ShouldBe(200, page.ToJsonString());
            changes.AddRange(page["items"]!.AsArray()!);
            hasMore = page["hasMore"]!.GetValue<bool>();
            resume = page["resume"]?.GetValue<string>();
        }
        return (changes, resume);
    }

    private static IEnumerable<string> Texts(IEnumerable<JsonNode> changes) =>
        changes.Select(c => $"{c["version"]} {c["change"]} {c["id"]}");
}
