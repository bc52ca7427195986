namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>Documents that would cost a stock executor seconds, each refused by its limit.</summary>
public sealed class HostileDocumentTests(GraphServer server) : IClassFixture<GraphServer>
{
    public static TheoryData<string, string> Documents => new()
    {
        { "{" + string.Concat(Enumerable.Repeat(" a", 8_000)) + "}", "QUERY_TOKENS_EXCEEDED" },
        { "{" + string.Concat(Enumerable.Repeat(" __typename", 31)) + "}", "REPEATS_EXCEEDED" },
        { "{" + string.Concat(Enumerable.Range(0, 200).Select(i => $" a{i}: articles {{ totalCount }}")) + "}", "REPEATS_EXCEEDED" },
        { Doubling(22), "SELECTIONS_EXCEEDED" },
        { Doubling(60), "SELECTIONS_EXCEEDED" },
        { string.Concat(Enumerable.Range(0, 50).Select(i => $"fragment f{i} on Query {{{string.Concat(Enumerable.Range(i + 1, 20).Select(j => $"...f{j % 50} "))}}} ")) + "{ ...f0 }", "NO_FRAGMENT_CYCLES" },
        { "{ __typename " + string.Concat(Enumerable.Repeat("@a ", 5)) + "}", "DIRECTIVES_EXCEEDED" },
        { string.Concat(Enumerable.Repeat("{a", 1_000)) + new string('}', 999), "SYNTAX_DEPTH_EXCEEDED" },
        { "{ node(id: " + new string('[', 3_000), "SYNTAX_DEPTH_EXCEEDED" },
        { new string('{', 20_000), "QUERY_BYTES_EXCEEDED" },
        { "{ officials { nodes { posts { nodes { to { relationships { nodes { to { id ... on Entity { relationships { nodes { to { id ... on Entity { relationships { nodes { id } } } } } } } } } } } } } } } }", "DEPTH_EXCEEDED" },
        { "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }", "INTROSPECTION_LISTS_EXCEEDED" },
        { string.Concat(Enumerable.Range(0, 21).Select(i => $"query q{i} {{ __typename }} ")), "OPERATIONS_EXCEEDED" },
    };

    [Theory]
    [MemberData(nameof(Documents))]
    public async Task A_hostile_document_is_refused_by_its_limit(string document, string code) => (await server.CodeAsync(document)).ShouldBe(code);

    [Fact]
    public async Task Of_thousands_of_mistakes_five_are_named()
    {
        var (_, answer) = await server.AskAsync("{" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $" u{i}")) + "}");
        answer["errors"]!.AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_standard_introspection_passes()
    {
        var (status, answer) = await server.AskAsync(
            "query IntrospectionQuery { __schema { queryType { name } types { ...FullType } directives { name locations args { ...InputValue } } } } "
            + "fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } type { ...TypeRef } isDeprecated } "
            + "inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name } possibleTypes { ...TypeRef } } "
            + "fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue } "
            + "fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name } } } } } } } }");
        status.ShouldBe(200);
        answer["errors"].ShouldBeNull();
    }

    private static string Doubling(int levels) =>
        string.Concat(Enumerable.Range(0, levels).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} ")) + $"fragment f{levels} on Query {{ __typename }} {{ ...f0 }}";
}
