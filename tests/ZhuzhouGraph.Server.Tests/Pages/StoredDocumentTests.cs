using System.Text.Json.Nodes;
using System.Web;
using ZhuzhouGraph.Server.Pages;

namespace ZhuzhouGraph.Server.Tests.Pages;

/// <summary>A page is one stored GraphQL document, and says which.</summary>
public sealed class StoredDocumentTests(GraphServer server) : IClassFixture<GraphServer>
{
    public static TheoryData<string> Addresses =>
        [
            .. PageAddresses.Asking.Where(address => !address.StartsWith("/schema")),
            "/?asOf=2023-05-19",
            "/entity/place:zhuzhou?asOf=2023-05-19",
        ];

    /// <summary>Has words in the place of the type, which the pages of the lists put in.</summary>
    private const string Lists = "Pages/entities.graphql";

    public static TheoryData<string> Names =>
        [
            .. typeof(StoredDocument)
                .Assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith("Pages/") && name.EndsWith(".graphql") && name is not ("Pages/shared.graphql" or Lists))
                .Select(name => name["Pages/".Length..^".graphql".Length]),
        ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_stored_document_fits_the_schema(string name)
    {
        var (_, answer) = await server.AskAsync(StoredDocument.Named(name).Text);

        // Without variables a document is refused for these alone, and for what is asked of them.
        var codes = (answer["errors"] as JsonArray ?? []).Select(error => error!["extensions"]!["code"]!.GetValue<string>());
        codes.Except(["INVALID_VALUE"]).ShouldBeEmpty(answer.ToJsonString());
    }

    [Theory]
    [MemberData(nameof(Addresses))]
    public async Task The_link_of_a_page_asks_what_the_page_shows_in_its_order(string address)
    {
        var page = await server.Client.OpenAsync(address);
        page.Status.ShouldBe(200);
        var (query, variables) = AskedBy(page);

        var (_, answer) = await server.AskAsync(query, variables);

        answer["errors"].ShouldBeNull();
        var told = IdsOf(answer["data"]!).ToHashSet();
        var shown = page.Links().Select(IdOf).OfType<string>().ToList();
        shown.ShouldNotBeEmpty();
        shown.Where(id => !told.Contains(id)).ShouldBeEmpty("the page shows nothing that the document does not tell");
    }

    [Theory]
    [InlineData("/companies")]
    [InlineData("/officials")]
    [InlineData("/indicators")]
    [InlineData("/events?from=2023-05-18")]
    [InlineData("/figures")]
    [InlineData("/figures?text=家&order=VALUE_DESCENDING")]
    [InlineData("/articles")]
    public async Task A_list_has_the_rows_of_its_document_in_their_order(string address)
    {
        var page = await server.Client.OpenAsync(address);
        var (query, variables) = AskedBy(page);

        var (_, answer) = await server.AskAsync(query, variables);

        var told = answer["data"]!["list"]!["nodes"]!.AsArray().Select(node => node!["id"]!.GetValue<string>()).ToList();
        told.Count.ShouldBeGreaterThan(1);
        var rows = page.Html.QuerySelectorAll("ul.rows > li, ul.reports > li, table.figures tbody tr");
        var shown = rows.Select(row => IdOf((row.QuerySelector("a.figure") ?? row.QuerySelector("a"))!.GetAttribute("href")!));
        shown.ShouldBe(told);
    }

    /// <summary>What the link "this page as GraphQL" asks.</summary>
    private static (string Query, JsonObject Variables) AskedBy(Arrived page)
    {
        var link = page.Html.QuerySelectorAll("footer a").Single(a => a.TextContent.Contains("GraphQL")).GetAttribute("href")!;
        link.Length.ShouldBeLessThan(8_000, "the server reads request lines of 8 KiB");
        var asked = HttpUtility.ParseQueryString(link.Split('?', 2)[1]);
        return (asked["query"]!, JsonNode.Parse(asked["variables"] ?? "{}")!.AsObject());
    }

    /// <summary>The id whose page a link leads to; null for other pages.</summary>
    private static string? IdOf(string link)
    {
        var path = HttpUtility.UrlDecode(link.Split('?', '#')[0]);
        foreach (
            var (start, prefix) in new[]
            {
                ("/entity/", ""),
                ("/figure/", "obs:"),
                ("/article/", "article:"),
                ("/statement/", "rel:"),
                ("/indicator/", "indicator:"),
            }
        )
            if (path.StartsWith(start, StringComparison.Ordinal))
                return prefix + path[start.Length..];
        return null;
    }

    private static IEnumerable<string> IdsOf(JsonNode? node) =>
        node switch
        {
            JsonObject members => members.SelectMany(member =>
                member.Key == "id" || member is { Key: var name, Value: JsonValue } && name.EndsWith("Id", StringComparison.Ordinal)
                    ? [member.Value!.GetValue<string>()]
                    : IdsOf(member.Value)
            ),
            JsonArray items => items.SelectMany(IdsOf),
            _ => [],
        };
}
