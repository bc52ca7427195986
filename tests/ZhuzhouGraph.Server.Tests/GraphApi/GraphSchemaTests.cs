using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

public sealed class GraphSchemaTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task The_schema_is_the_approved_one()
    {
        var file = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "contracts", "schema.graphql");
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            await File.WriteAllTextAsync(file, GraphHost.PrintSchema(), TestContext.Current.CancellationToken);
        (await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken)).ShouldBe(
            GraphHost.PrintSchema(),
            "read the difference; UPDATE_SNAPSHOTS=1 approves it"
        );
    }

    [Fact]
    public async Task Every_type_field_argument_and_value_has_a_description_with_its_Chinese_term()
    {
        var (_, answer) = await server.AskAsync(
            "{ __schema { types { name description fields { name description args { name description } } enumValues { name description } "
                + "inputFields { name description } } } }"
        );
        var missing = new List<string>();
        foreach (
            var type in answer["data"]!["__schema"]!["types"]!
                .AsArray()
                .Where(t => !t!["name"]!.GetValue<string>().StartsWith("__", StringComparison.Ordinal))
        )
        {
            var name = type!["name"]!.GetValue<string>();
            if (name is not ("String" or "Int" or "Boolean" or "ID" or "Float"))
                Check(name, type);
            foreach (var member in new[] { "fields", "enumValues", "inputFields" }.SelectMany(kind => type[kind]?.AsArray() ?? []))
            {
                Check($"{name}.{member!["name"]}", member);
                foreach (var argument in member["args"]?.AsArray() ?? [])
                    Check($"{name}.{member["name"]}({argument!["name"]}:)", argument);
            }
        }
        missing.ShouldBeEmpty();

        void Check(string name, JsonNode described)
        {
            if (!(described["description"]?.GetValue<string>() ?? "").Any(c => c is >= '\u4E00' and <= '\u9FFF'))
                missing.Add(name);
        }
    }

    [Fact]
    public async Task Each_entity_type_has_its_list()
    {
        foreach (var type in EntityTypes.All)
        {
            var (_, answer) = await server.AskAsync(
                $"{{ {type.Plural}(first: 1) {{ totalCount nodes {{ id __typename }} pageInfo {{ hasNextPage endCursor }} }} }}"
            );
            var list = answer["data"]![type.Plural]!;
            // The paper breaks no figure down.
            if (type == EntityTypes.Category)
            {
                list["totalCount"]!.GetValue<int>().ShouldBe(0);
                continue;
            }
            list["totalCount"]!.GetValue<int>().ShouldBeGreaterThan(1);
            list["nodes"]![0]!["__typename"]!.GetValue<string>().ShouldBe(type.Name);
        }
    }

    [Theory]
    [InlineData("{ node(id: \"no id\") { id } }", "INVALID_ID")]
    [InlineData("{ entity(id: \"rel:0123456789abcdef\") { id } }", "INVALID_ID")]
    [InlineData("{ entity { id } }", "INVALID_ARGUMENT")]
    [InlineData("{ entity(id: \"place:zhuzhou\", name: \"株洲\") { id } }", "INVALID_ARGUMENT")]
    [InlineData("{ articles(first: 0) { totalCount } }", "INVALID_ARGUMENT")]
    [InlineData("{ articles(first: 201) { totalCount } }", "INVALID_ARGUMENT")]
    [InlineData("{ articles(after: \"x\") { nodes { id } } }", "CURSOR_MISMATCH")]
    public async Task A_wrong_argument_has_its_code(string query, string code) => (await server.CodeAsync(query)).ShouldBe(code);

    [Fact]
    public async Task Pages_follow_each_other_and_a_cursor_belongs_to_its_list()
    {
        var (_, first) = await server.AskAsync("{ places(first: 2) { nodes { id } pageInfo { hasNextPage endCursor } } }");
        var cursor = first["data"]!["places"]!["pageInfo"]!["endCursor"]!.GetValue<string>();
        var (_, rest) = await server.AskAsync(
            $"{{ places(first: 200, after: \"{cursor}\") {{ nodes {{ id }} pageInfo {{ hasNextPage }} }} }}"
        );
        var (_, all) = await server.AskAsync("{ places(first: 200) { nodes { id } } }");
        Ids(first).Concat(Ids(rest)).ShouldBe(Ids(all));
        rest["data"]!["places"]!["pageInfo"]!["hasNextPage"]!.GetValue<bool>().ShouldBeFalse();
        (await server.CodeAsync($"{{ companies(after: \"{cursor}\") {{ nodes {{ id }} }} }}")).ShouldBe("CURSOR_MISMATCH");

        static IEnumerable<string> Ids(JsonNode answer) =>
            answer["data"]!["places"]!["nodes"]!.AsArray().Select(n => n!["id"]!.GetValue<string>());
    }

    [Fact]
    public async Task An_unknown_name_is_null_and_a_former_spelling_of_width_is_found()
    {
        var (_, answer) = await server.AskAsync("{ nobody: entity(name: \"无此人\") { id } little: entity(name: \"小 巨人\") { id } }");
        answer["data"]!["nobody"].ShouldBeNull();
        answer["data"]!["little"]!["id"]!.GetValue<string>().ShouldBe("award:little-giant");
    }

    [Fact]
    public async Task Every_figure_has_a_citation_and_every_relationship_one_or_a_reference()
    {
        foreach (var (list, more) in new[] { ("relationships", "status references { title }"), ("observations", "") })
        {
            var after = "";
            do
            {
                var (_, answer) = await server.AskAsync(
                    $"{{ {list}(first: 200{after}) {{ nodes {{ id {more} citations {{ totalCount nodes {{ address article {{ id }} }} }} "
                        + $"}} "
                        + $"pageInfo {{ hasNextPage endCursor }} }} }}"
                );
                var page = answer["data"]![list]!;
                page["nodes"]!.AsArray().ShouldAllBe(n => n!["citations"]!["totalCount"]!.GetValue<int>() > 0 || IsBackground(n));
                after = page["pageInfo"]!["hasNextPage"]!.GetValue<bool>() ? $", after: \"{page["pageInfo"]!["endCursor"]}\"" : "";
            } while (after.Length > 0);
        }
    }

    /// <summary>What only a document states is told apart, with the document.</summary>
    private static bool IsBackground(JsonNode node) =>
        node["status"]?.GetValue<string>() == "REFERENCE" && node["references"]!.AsArray().Count > 0;
}
