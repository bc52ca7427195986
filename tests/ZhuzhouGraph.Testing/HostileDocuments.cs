namespace ZhuzhouGraph.Testing;

/// <summary>
/// A document that would cost a stock executor seconds, and the code of the limit that refuses it; the benchmarks measure both.
/// </summary>
public sealed record HostileDocument(string Name, string Text, string Code);

public static class HostileDocuments
{
    /// <summary>What tools ask to learn a schema; not hostile, and to be told from what is.</summary>
    public const string StandardIntrospection =
        "query IntrospectionQuery { __schema { queryType { name } types { ...FullType } directives { name locations args { ...InputValue "
        + "} } } } "
        + "fragment FullType on __Type { kind name description fields(includeDeprecated: true) { name description args { ...InputValue } "
        + "type { ...TypeRef } isDeprecated } "
        + "inputFields { ...InputValue } interfaces { ...TypeRef } enumValues(includeDeprecated: true) { name } possibleTypes { "
        + "...TypeRef } } "
        + "fragment InputValue on __InputValue { name description type { ...TypeRef } defaultValue } "
        + "fragment TypeRef on __Type { kind name ofType { kind name ofType { kind name ofType { kind name ofType { kind name ofType { "
        + "kind name ofType { kind name ofType { kind name } } } } } } } }";

    public static readonly IReadOnlyList<HostileDocument> All =
    [
        new("one field 2,000 times", Of("a", 2_000), "REPEATS_EXCEEDED"),
        new("one field 4,000 times", Of("a", 4_000), "QUERY_TOKENS_EXCEEDED"),
        new("one field 8,000 times", Of("a", 8_000), "QUERY_TOKENS_EXCEEDED"),
        new("a real field 31 times", Of("__typename", 31), "REPEATS_EXCEEDED"),
        new(
            "a real field 2,000 times",
            "{ articles {" + string.Concat(Enumerable.Repeat(" nodes { id }", 2_000)) + "} }",
            "QUERY_BYTES_EXCEEDED"
        ),
        new(
            "200 aliases of a list field",
            "{" + string.Concat(Enumerable.Range(0, 200).Select(i => $" a{i}: articles {{ totalCount }}")) + "}",
            "REPEATS_EXCEEDED"
        ),
        new("fragment doubling, 18 levels", Doubling(18), "FRAGMENT_CHAIN_EXCEEDED"),
        new("fragment doubling, 20 levels", Doubling(20), "FRAGMENT_CHAIN_EXCEEDED"),
        new("fragment doubling, 22 levels", Doubling(22), "FRAGMENT_CHAIN_EXCEEDED"),
        new("fragment doubling, 60 levels", Doubling(60), "FRAGMENTS_EXCEEDED"),
        new("12 fragments, each spreading the next 20 times", Spreading(12, 20), "SELECTIONS_EXCEEDED"),
        new(
            "50 fragments in a ring, each spreading the next 20",
            string.Concat(Enumerable.Range(0, 50).Select(i => Spreading(i, j => j % 50))) + "{ ...f0 }",
            "NO_FRAGMENT_CYCLES"
        ),
        new(
            "50 fragments, each spreading the next 20",
            string.Concat(Enumerable.Range(0, 50).Select(i => Spreading(i, j => Math.Min(j, 50))))
                + "fragment f50 on Query { __typename } { ...f0 }",
            "FRAGMENTS_EXCEEDED"
        ),
        new("10,000 unknown fields", "{" + string.Concat(Enumerable.Range(0, 10_000).Select(i => $" u{i}")) + "}", "QUERY_BYTES_EXCEEDED"),
        new("10,000 directives on one field", "{ __typename " + Of("@a", 10_000)[1..^1] + "}", "QUERY_BYTES_EXCEEDED"),
        new("5 directives on one field", "{ __typename " + Of("@a", 5)[1..^1] + "}", "DIRECTIVES_EXCEEDED"),
        new("nesting 1,000 deep", string.Concat(Enumerable.Repeat("{a", 1_000)) + new string('}', 999), "SYNTAX_DEPTH_EXCEEDED"),
        new("nesting 20,000 deep", new string('{', 20_000), "QUERY_BYTES_EXCEEDED"),
        new("list literal nested 3,000 deep", "{ node(id: " + new string('[', 3_000), "SYNTAX_DEPTH_EXCEEDED"),
        new("list literal nested 100,000 deep", "{ node(id: " + new string('[', 100_000), "QUERY_BYTES_EXCEEDED"),
        new(
            "13 levels of fields",
            "{ officials { nodes { posts { nodes { to { relationships { nodes { to { id ... on Entity { relationships { nodes { to { id "
                + "... on Entity { relationships { nodes { id } } } } } } } } } } } } } } } }",
            "DEPTH_EXCEEDED"
        ),
        new(
            "introspection, fields.type four times",
            "{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }",
            "INTROSPECTION_LISTS_EXCEEDED"
        ),
        new(
            "30 looks at the whole schema",
            "{"
                + string.Concat(
                    Enumerable
                        .Range(0, 30)
                        .Select(i => $" a{i}: __schema {{ types {{ name description fields {{ name args {{ name description }} }} }} }}")
                )
                + "}",
            "INTROSPECTION_FIELDS_EXCEEDED"
        ),
        new(
            "29 paths of 4 hops",
            "{"
                + string.Concat(
                    Enumerable.Range(0, 29).Select(i => $" a{i}: paths(from: \"株洲\", to: \"湖南\", maxHops: 4, first: 1) {{ hasMore }}")
                )
                + "}",
            "COST_EXCEEDED"
        ),
        new(
            "400 names",
            "{"
                + string.Concat(
                    Enumerable
                        .Range(0, 8)
                        .Select(i =>
                            $" a{i}: observations(filter: {{about: ["
                            + string.Join(' ', Enumerable.Range(0, 50).Select(j => $"\"n{i * 50 + j}\""))
                            + "]}) { totalCount }"
                        )
                )
                + "}",
            "NAMES_EXCEEDED"
        ),
        new("101 inputs", "{ companies(filter: {relationships: [" + Of("{}", 100)[1..^1] + "]}) { totalCount } }", "INPUTS_EXCEEDED"),
        new("21 operations", string.Concat(Enumerable.Range(0, 21).Select(i => $"query q{i} {{ __typename }} ")), "OPERATIONS_EXCEEDED"),
        new(
            "200 × 200 × 200 rows",
            "{ companies(first: 200) { nodes { relationships(first: 200) { nodes { citations(first: 200) { nodes { address } } } } } } }",
            "COST_EXCEEDED"
        ),
    ];

    private static string Of(string field, int times) => "{" + string.Concat(Enumerable.Repeat(" " + field, times)) + "}";

    private static string Doubling(int levels) =>
        string.Concat(Enumerable.Range(0, levels).Select(i => $"fragment f{i} on Query {{ ...f{i + 1} ...f{i + 1} }} "))
        + $"fragment f{levels} on Query {{ __typename }} {{ ...f0 }}";

    private static string Spreading(int fragments, int times) =>
        string.Concat(
            Enumerable
                .Range(1, fragments - 1)
                .Select(i => $"fragment f{i} on Query {{{string.Concat(Enumerable.Repeat($" ...f{i + 1}", times))}}} ")
        ) + $"fragment f{fragments} on Query {{ __typename }} {{ ...f1 }}";

    private static string Spreading(int i, Func<int, int> target) =>
        $"fragment f{i} on Query {{{string.Concat(Enumerable.Range(i + 1, 20).Select(target).Distinct().Select(j => $"...f{j} "))}}} ";
}
