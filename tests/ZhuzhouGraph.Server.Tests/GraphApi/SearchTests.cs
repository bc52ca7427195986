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
    [InlineData("boat fair", Fair, "NAME_PART", "NAME", "Paper Boat Fair", "6-10 11-15")]
    [InlineData("会 春日", Fair, "NAME_PART", "ALIAS", "春日船会", "0-2 3-4")]
    [InlineData("春日·船會", Fair, "EXACT_NAME", "ALIAS", "春日船会", "0-4")]
    [InlineData("岸上 有鼓", "article:yunhai/01", "SENTENCE", "SENTENCE", "船上有鼓,岸上也有鼓。", "2-4 5-7 8-10")]
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

    [Theory]
    [InlineData("纸舟会", "纸船会")]
    [InlineData("paper boat fare", "Paper Boat Fair")]
    [InlineData("河边的 春日会", "春日船会")]
    [InlineData("纸船会 完全没有", "纸船会")]
    [InlineData("纸船会", null)]
    [InlineData("完全没有", null)]
    public async Task A_search_that_finds_nothing_tells_the_nearest_names(string text, string? near)
    {
        var (_, answer) = await _server.AskAsync(
            "query ($text: String!) { search(text: $text) { totalCount nearest { name node { id } } } }",
            new() { ["text"] = text }
        );

        var names = answer["data"]!["search"]!["nearest"]!.AsArray();
        names.Select(n => Text(n!["name"])).ShouldBe(near is null ? [] : [near]);
        names.ShouldAllBe(n => Text(n!["node"]!["id"]) == Fair);
    }

    [Theory]
    [InlineData("《》 ·", "'text' has a text without anything to look for; white space, quotation marks and points do not count.")]
    [InlineData(
        "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21",
        "'text' has 21 words, separated by white space; at most 20 are allowed."
    )]
    public async Task A_text_of_marks_alone_or_of_too_many_words_is_refused(string text, string message)
    {
        foreach (var field in new[] { "search(text: $text)", "observations(filter: {text: $text})", "companies(filter: {text: $text})" })
        {
            var (_, answer) = await _server.AskAsync($"query ($text: String!) {{ {field} {{ totalCount }} }}", new() { ["text"] = text });

            var error = answer["errors"]!.AsArray().ShouldHaveSingleItem()!;
            Text(error["message"])
                .ShouldEndWith(field[0] == 's' ? message : message.Replace("'text'", "'filter.text'", StringComparison.Ordinal));
            Text(error["extensions"]!["code"]).ShouldBe("INVALID_ARGUMENT");
        }
    }

    [Theory]
    [InlineData("云海 燈籠", 1)]
    [InlineData("鼓 5个", 1)]
    [InlineData("鼓 6个", 0)]
    public async Task Figures_are_found_by_their_names_and_sentences(string text, int count)
    {
        await _server.Store.ImportAsync(
            Article(2).Printing(Figure(2, "a", 5), "1.1").Holding("岸上有鼓，灯笼5个。"),
            CancellationToken.None
        );

        var (_, answer) = await _server.AskAsync(
            "query ($text: String!) { observations(filter: {text: $text}) { totalCount nodes { id } } }",
            new() { ["text"] = text }
        );

        answer["data"]!["observations"]!["totalCount"]!.GetValue<int>().ShouldBe(count);
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
