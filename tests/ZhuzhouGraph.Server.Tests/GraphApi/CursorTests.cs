using System.Buffers.Text;
using System.Text;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>
/// A cursor belongs to one list: one field, with the same arguments, of the same parent. Anything else is told, not answered.
/// </summary>
public sealed class CursorTests(GraphServer server) : IClassFixture<GraphServer>
{
    private const string List = "relationships(direction: EITHER, first: 1";

    [Theory]
    [InlineData(
        "{ node(id: \"place:zhuzhou\") { ... on Entity { list: relationships(direction: EITHER, first: 3, after: \"$\") { nodes { id } "
            + "} } } }",
        null
    )]
    [InlineData("{ node(id: \"place:zhuzhou\") { ... on Entity { list: relationships(first: 1, after: \"$\") { nodes { id } } } } }", null)]
    [InlineData(
        "{ node(id: \"place:zhuzhou\") { ... on Entity { list: relationships(direction: TO, after: \"$\") { nodes { id } } } } }",
        "CURSOR_MISMATCH"
    )]
    [InlineData(
        "{ node(id: \"place:zhuzhou\") { ... on Entity { list: relationships(order: PERIOD, after: \"$\") { nodes { id } } } } }",
        "CURSOR_MISMATCH"
    )]
    [InlineData(
        "{ node(id: \"place:zhuzhou\") { ... on Entity { list: relationships(filter: {statuses: [STATED]}, after: \"$\") { nodes { id } "
            + "} } } }",
        "CURSOR_MISMATCH"
    )]
    [InlineData(
        "{ node(id: \"place:hunan\") { ... on Entity { list: relationships(after: \"$\") { nodes { id } } } } }",
        "CURSOR_MISMATCH"
    )]
    [InlineData("{ node(id: \"place:zhuzhou\") { ... on Entity { list: articles(after: \"$\") { nodes { id } } } } }", "CURSOR_MISMATCH")]
    [InlineData("{ places(first: 2) { nodes { list: relationships(after: \"$\") { nodes { id } } } } }", "CURSOR_MISMATCH")]
    [InlineData("{ list: relationships(after: \"$\") { nodes { id } } }", "CURSOR_MISMATCH")]
    public async Task A_cursor_belongs_to_one_field_its_arguments_and_its_parent(string query, string? code) =>
        (await server.CodeAsync(query.Replace("$", await CursorAsync(), StringComparison.Ordinal))).ShouldBe(code);

    [Fact]
    public async Task A_cursor_that_was_altered_anywhere_is_none()
    {
        var cursor = await CursorAsync();
        var bytes = Base64Url.DecodeFromChars(cursor);
        for (var at = 0; at < bytes.Length; at++)
        {
            byte[] altered = [.. bytes];
            altered[at] ^= 1;
            var code = await server.CodeAsync(
                $"{{ node(id: \"place:zhuzhou\") {{ ... on Entity {{ {List}, after: \"{Base64Url.EncodeToString(altered)}\") {{ nodes {{ "
                    + $"id }} }} }} }} }}"
            );
            code.ShouldBe("CURSOR_MISMATCH", $"byte {at} of {Encoding.UTF8.GetString(bytes)}");
        }
    }

    private async Task<string> CursorAsync()
    {
        var (_, answer) = await server.AskAsync(
            $"{{ node(id: \"place:zhuzhou\") {{ ... on Entity {{ {List}) {{ pageInfo {{ endCursor }} }} }} }} }}"
        );
        return answer["data"]!["node"]!["relationships"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
    }
}
