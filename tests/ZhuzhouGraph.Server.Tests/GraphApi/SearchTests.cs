using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What a search says of what it found. No newspaper printed any of it.</summary>
public sealed class SearchTests : IAsyncLifetime
{
    private const string Fair = "event:fair",
        Row = "place:lamp-row";

    private GraphServer _server = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await GraphServer.StartedAsync(TimeProvider.System, seeds: null);
        var fair = Named(EntityTypes.Event, Fair, "纸船会", "Paper Boat Fair");
        await _server.Store.ImportAsync(
            Registry(
                fair with
                {
                    Names = [.. fair.Names, new("春日船会", "zh", NameBasis.Editorial, false)],
                },
                Named(EntityTypes.Place, Row, string.Concat(Enumerable.Repeat("盏", 12)), "Lamp Row")
            ),
            CancellationToken.None
        );
        await _server.Store.ImportAsync(Article(1).Holding("船上有鼓,岸上也有鼓。"), CancellationToken.None);
    }

    public ValueTask DisposeAsync() => _server.DisposeAsync();

    [Theory]
    [InlineData("纸船", Fair, "NAME_PREFIX", "NAME", "纸船会", "0-2")]
    [InlineData("boat fair", Fair, "NAME_PART", "NAME", "Paper Boat Fair", "6-15")]
    [InlineData("春日船会", Fair, "EXACT_NAME", "ALIAS", "春日船会", "0-4")]
    [InlineData("灯会第1", "article:yunhai/01", "NAME_PREFIX", "TITLE", "灯会第1日", "0-4")]
    [InlineData("有鼓", "article:yunhai/01", "SENTENCE", "SENTENCE", "船上有鼓,岸上也有鼓。", "2-4 8-10")]
    public async Task A_hit_says_what_of_it_the_text_is_and_where_what_was_sought_stands(
        string text,
        string id,
        string match,
        string source,
        string found,
        string places
    )
    {
        var hit = await HitAsync(text);

        Text(hit["node"]!["id"]).ShouldBe(id);
        (Text(hit["match"]), Text(hit["source"]), Text(hit["text"])).ShouldBe((match, source, found));
        string.Join(' ', hit["highlights"]!.AsArray().Select(h => $"{h!["start"]}-{h["end"]}")).ShouldBe(places);
    }

    [Fact]
    public async Task No_more_highlights_are_given_than_are_paid_for()
    {
        var hit = await HitAsync("盏");

        hit["highlights"]!.AsArray().Count.ShouldBe(10);
        Text(hit["text"]).Length.ShouldBe(12);
    }

    private async Task<JsonNode> HitAsync(string text)
    {
        var (_, answer) = await _server.AskAsync(
            "query ($text: String!) { search(text: $text) { nodes { match source text highlights { start end } node { id } } } }",
            new() { ["text"] = text }
        );
        return answer["data"]!["search"]!["nodes"]!.AsArray().ShouldHaveSingleItem()!;
    }

    private static string Text(JsonNode? value) => value!.GetValue<string>();
}
