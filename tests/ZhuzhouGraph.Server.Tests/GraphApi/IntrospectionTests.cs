using System.Text.Json.Nodes;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

public sealed class IntrospectionTests(GraphServer server) : IClassFixture<GraphServer>
{
    [Fact]
    public async Task Graphql_js_rebuilds_the_approved_schema_by_every_choice_of_its_options()
    {
        var answer = await NpmTool.RunAsync(
            "introspect.mjs",
            "graphql",
            new Uri(server.Client.BaseAddress!, "/graphql").ToString(),
            Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "contracts", "schema.graphql")
        );

        answer["problems"]!.AsArray().Select(problem => problem!.ToJsonString()).ShouldBeEmpty();
        answer["asked"]!.GetValue<int>().ShouldBe(64, "six options, each on and off");
    }

    [Fact]
    public async Task A_scalar_says_where_it_is_specified_and_a_directive_whether_it_is_repeatable()
    {
        var (_, answer) = await server.AskAsync(
            "{ __type(name: \"Date\") { specifiedByURL } __schema { directives { name isRepeatable locations } } }"
        );

        answer["data"]!["__type"]!.AsObject().ContainsKey("specifiedByURL").ShouldBeTrue();
        var directives = answer["data"]!["__schema"]!["directives"]!.AsArray();
        directives
            .Select(directive => directive!["name"]!.GetValue<string>())
            .ShouldBe(["deprecated", "include", "skip"], ignoreOrder: true);
        directives.ShouldAllBe(directive => !directive!["isRepeatable"]!.GetValue<bool>());
        directives.Single(directive => directive!["name"]!.GetValue<string>() == "deprecated")!["locations"]!
            .AsArray()
            .Select(location => location!.GetValue<string>())
            .ShouldContain("INPUT_FIELD_DEFINITION", "whatever may be deprecated is told so");
    }

    [Fact]
    public async Task Deprecated_arguments_and_input_fields_are_told_apart()
    {
        var (status, answer) = await server.AskAsync(
            """
            { __type(name: "Query") { fields { args(includeDeprecated: true) { name isDeprecated deprecationReason } } }
              filter: __type(name: "HeldAtFilter") {
                all: inputFields(includeDeprecated: true) { name isDeprecated deprecationReason }
                present: inputFields { name isDeprecated } } }
            """
        );

        status.ShouldBe(200);
        answer["errors"].ShouldBeNull();
        var all = answer["data"]!["filter"]!["all"]!.AsArray();
        Names(all.Where(field => field!["isDeprecated"]!.GetValue<bool>())).ShouldBe(["role"]);
        all.ShouldAllBe(field => field!["isDeprecated"]!.GetValue<bool>() == (field["deprecationReason"] != null));
        Names(all.Where(field => !field!["isDeprecated"]!.GetValue<bool>()))
            .ShouldBe(Names(answer["data"]!["filter"]!["present"]!.AsArray()));

        static IEnumerable<string> Names(IEnumerable<JsonNode?> fields) => fields.Select(field => field!["name"]!.GetValue<string>());
    }
}
