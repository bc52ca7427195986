using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using static ZhuzhouGraph.Testing.HostileRequest;

namespace ZhuzhouGraph.Testing;

/// <summary>What strangers may send: every kind of request that once cost seconds or memory, and its neighbours.</summary>
public static class HostileRequests
{
    public static IReadOnlyList<HostileRequest> All { get; } =
    [
        .. HostileDocuments.All.Select(Document),
        .. Numbers(),
        .. Works(),
        .. Fragments(),
        .. Lists(),
        .. Texts(),
        .. Json(),
        .. HostileRest.All,
        .. HostileHttp.All,
    ];

    private const string Limit = "NUMBER_LENGTH_EXCEEDED";

    private static HostileRequest Document(HostileDocument document) => Post("document", document.Name, Body(document.Text), document.Code);

    /// <summary>Numbers of every length, through every scalar, as variable, as literal and as text.</summary>
    private static IEnumerable<HostileRequest> Numbers()
    {
        (string Scalar, string Field)[] places =
        [
            ("Decimal", "observations(filter: {value: {atLeast: $x}}) { totalCount }"),
            ("Int", "companies(first: $x) { totalCount }"),
            ("ID", "node(id: $x) { id }"),
            ("String", "companies(filter: {text: $x}) { totalCount }"),
            ("ArticleOrder", "articles(order: $x) { totalCount }"),
            ("Date", "observations(filter: {on: $x}) { totalCount }"),
            ("DateTime", "observations(filter: {recordedAsOf: $x}) { totalCount }"),
            ("Boolean", "observations(filter: {undated: $x}) { totalCount }"),
            ("ObservationFilter", "observations(filter: $x) { totalCount }"),
            ("[String!]", "observations(filter: {units: $x}) { totalCount }"),
        ];
        (string Name, string Number, string? Code)[] numbers =
        [
            ("200,000 digits", new string('7', 200_000), Limit),
            ("41 digits", new string('7', 41), Limit),
            ("a fraction of 200,000 digits", "0." + new string('3', 200_000), Limit),
            ("200,000 zeros before the point", "-1" + new string('0', 200_000) + ".5", Limit),
            ("an exponent of 1,000 digits", "1e" + new string('9', 1_000), Limit),
            ("an exponent of nine digits", "1e999999999", null),
            ("a negative exponent of nine digits", "1e-999999999", null),
            ("40 digits", new string('7', 40), null),
        ];
        foreach (var (scalar, field) in places)
        {
            var query = $"query($x: {scalar}) {{ {field} }}";
            foreach (var (name, number, code) in numbers)
            {
                yield return Post("number", $"{name} as {scalar}", Body(query, $"{{\"x\": {number}}}"), code);
                if (number.Length < 2_000)
                {
                    yield return Get("number", $"{name} as {scalar} over GET", query, $"{{\"x\": {number}}}", code);
                    yield return Post("number", $"{name} as a literal {scalar}", Body($"{{ {field.Replace("$x", number)} }}"), code);
                }
            }
        }
        foreach (var digits in new[] { new string('7', 29), "0." + new string('3', 29), "1e-29", "8e28", new string('7', 200_000) })
        {
            var name = digits.Length > 40 ? "200,000 digits" : digits;
            var query = $"query($x: Decimal) {{ {places[0].Field} }}";
            if (digits.Length <= 40)
                yield return Post("decimal", $"{name} as variable", Body(query, $"{{\"x\": {digits}}}"), "INVALID_VALUE");
            yield return Post(
                "decimal",
                $"{name} as text",
                Body(query, $"{{\"x\": \"{digits}\"}}"),
                digits.Length > 40 ? "JSON_TEXT_EXCEEDED" : "INVALID_VALUE"
            );
        }
    }

    /// <summary>Filters that make work.</summary>
    private static IEnumerable<HostileRequest> Works()
    {
        foreach (var count in new[] { 6, 20, 100, 101 })
        {
            foreach (var parts in new[] { false, true })
            {
                var one = "{types: [TOOK_PART_IN], atLeast: 1" + (parts ? ", with: [\"株洲\"], withParts: true}" : "}");
                var many = string.Join(", ", Enumerable.Repeat(one, count));
                var name = $"{count} relationships" + (parts ? " with parts" : "");
                yield return Post("work", name, Body($"{{ companies(filter: {{relationships: [{many}]}}) {{ totalCount }} }}"));
                var variables =
                    "{\"f\": {\"relationships\": ["
                    + string.Join(
                        ",",
                        Enumerable.Repeat(
                            parts ? """{"types":["TOOK_PART_IN"],"with":["株洲"],"withParts":true}""" : """{"types":["TOOK_PART_IN"]}""",
                            count
                        )
                    )
                    + "]}}";
                yield return Post(
                    "work",
                    name + " as variable",
                    Body("query($f: CompanyFilter) { companies(filter: $f) { totalCount } }", variables)
                );
            }
        }
        const string heavy = "relationships: [{with: [\"株洲\"], withParts: true}, {with: [\"湖南\"], withParts: true}, {atMost: 3}]";
        var counts = string.Concat(
            Enumerable
                .Range(0, 29)
                .Select(i => $" a{i}: companies(filter: {{{heavy}}}) {{ totalCount }} b{i}: events(filter: {{{heavy}}}) {{ totalCount }}")
        );
        yield return Post("work", "58 counts of such filters", Body("{" + counts + "}"));
        var texts = string.Concat(
            Enumerable
                .Range(0, 29)
                .Select(i => $" a{i}: observations(filter: {{text: \"{i} 企 业 增 长\"}}) {{ totalCount onlyPossible unplaced }}")
        );
        yield return Post("work", "87 counts of texts", Body("{" + texts + "}"));
        var parts29 = string.Concat(
            Enumerable
                .Range(0, 29)
                .Select(i =>
                    $" a{i}: observations(first: {i + 1}, filter: "
                    + $"{{about: [\"株洲\"], withParts: true, withNarrower: true, indicators: [\"企业\"]}}) "
                    + $"{{ totalCount unplaced onlyPossible nodes {{ sameFact {{ totalCount }} }} }}"
                )
        );
        yield return Post("work", "29 lists with parts", Body("{" + parts29 + "}"));
        foreach (var hops in new[] { 3, 6, 1_000 })
            yield return Post(
                "work",
                $"29 paths of {hops} hops",
                Body(
                    "{"
                        + string.Concat(
                            Enumerable
                                .Range(0, 29)
                                .Select(i =>
                                    $" a{i}: paths(from: \"株洲\", to: \"湖南\", maxHops: {hops}, "
                                    + $"mode: ALL, throughHubs: true, first: 50) {{ paths {{ hops }} }}"
                                )
                        )
                        + "}"
                )
            );
    }

    private static IEnumerable<HostileRequest> Fragments()
    {
        var wide = string.Concat(Enumerable.Range(0, 3_900).Select(i => $" a"));
        yield return Post(
            "fragment",
            "one that nothing uses, of 3,900 fields",
            Body($"{{ __typename }} fragment f on Query {{{wide}}}"),
            "REPEATS_EXCEEDED"
        );
        var aliases = string.Concat(Enumerable.Range(0, 1_300).Select(i => $" a{i}: __typename"));
        yield return Post(
            "fragment",
            "one that nothing uses, of 1,300 aliases",
            Body($"{{ __typename }} fragment f on Query {{{aliases}}}"),
            "QUERY_BYTES_EXCEEDED"
        );
        yield return Post(
            "fragment",
            "one that nothing uses, of 900 aliases",
            Body($"{{ __typename }} fragment f on Query {{{aliases[..(aliases.IndexOf(" a900", StringComparison.Ordinal))]}}}"),
            "REPEATS_EXCEEDED"
        );
        foreach (var length in new[] { 13, 50, 51, 440 })
        {
            var chain =
                string.Concat(Enumerable.Range(0, length).Select(i => $"fragment f{i} on Query {{...f{i + 1}}} "))
                + $"fragment f{length} on Query {{a:__typename}}";
            var code = length >= 50 ? "FRAGMENTS_EXCEEDED" : "FRAGMENT_CHAIN_EXCEEDED";
            yield return Post("fragment", $"a chain of {length}", Body("{...f0} " + chain), code);
            yield return Post("fragment", $"a chain of {length} that nothing uses", Body("{a:__typename} " + chain), code);
        }
        foreach (var length in new[] { 1, 12, 49 })
        {
            var ring = string.Concat(Enumerable.Range(0, length).Select(i => $"fragment f{i} on Query {{...f{(i + 1) % length}}} "));
            yield return Post("fragment", $"a ring of {length}", Body("{...f0} " + ring), "NO_FRAGMENT_CYCLES");
            yield return Post("fragment", $"a ring of {length} that nothing uses", Body("{a:__typename} " + ring), "NO_FRAGMENT_CYCLES");
        }
        yield return Post(
            "fragment",
            "one name 50 times",
            Body("{...f} " + string.Concat(Enumerable.Repeat("fragment f on Query {a:__typename} ", 50)))
        );
        var inline = string.Concat(Enumerable.Repeat("...on Query{", 100)) + "a:__typename" + new string('}', 100);
        yield return Post("fragment", "inline ones 100 deep", Body($"{{{inline}}}"));
        var deep =
            "fragment f on Company {"
            + string.Concat(Enumerable.Repeat("relationships{nodes{to{...on Company{", 8))
            + "id"
            + string.Concat(Enumerable.Repeat("}}}}", 8))
            + "}";
        yield return Post("fragment", "a deep one that nothing uses", Body("{a:__typename} " + deep), "DEPTH_EXCEEDED");
        var pairs = string.Concat(
            Enumerable.Range(0, 30).Select(i => $" a{i}: companies {{ nodes {{ id name a: id b: id c: id d: id }} }}")
        );
        yield return Post(
            "fragment",
            "30 aliases of a list, each in two fragments",
            Body($"{{...f ...g}} fragment f on Query {{{pairs}}} fragment g on Query {{{pairs}}}")
        );
    }

    private static IEnumerable<HostileRequest> Lists()
    {
        (string Type, string Field)[] places =
        [
            ("[String!]", "observations(filter: {units: $x}) { totalCount }"),
            ("[ID!]", "observations(filter: {articles: $x}) { totalCount }"),
            ("[String!]", "observations(filter: {about: $x}) { totalCount }"),
            ("[String!]", "companies(filter: {names: $x}) { totalCount }"),
            ("[ID!]", "nodes(ids: $x) { id }"),
            ("[String!]", "paths(from: \"株洲\", to: \"湖南\", via: $x) { paths { hops } }"),
            ("[String!]", "coAttendance(with: \"株洲\", at: $x) { totalCount }"),
            ("[EntityTypeName!]", "observations(filter: {aboutTypes: $x}) { totalCount }"),
        ];
        foreach (var (type, field) in places)
        {
            var word =
                type.Contains("Type", StringComparison.Ordinal) ? "COMPANY"
                : type.Contains("ID", StringComparison.Ordinal) ? "article:2023-05-19/01-x"
                : "硬";
            foreach (var count in new[] { 101, 3_000, 150_000 / word.Length })
            {
                var name = string.Create(CultureInfo.InvariantCulture, $"{count:N0} items in {field[..field.IndexOf(')')]}");
                var items = string.Join(",", Enumerable.Repeat($"\"{word}\"", count));
                yield return Post(
                    "list",
                    name,
                    Body($"query($x: {type}) {{ {field} }}", $"{{\"x\": [{items}]}}"),
                    count > 4_000 ? "JSON_VALUES_EXCEEDED" : null
                );
            }
            var many = "[" + string.Join(",", Enumerable.Repeat(word == "COMPANY" ? word : $"\"{word}\"", 500)) + "]";
            yield return Post(
                "list",
                $"500 items in a literal of {field[..field.IndexOf(')')]}",
                Body($"{{ {field.Replace("$x", many)} }}")
            );
        }
        yield return Post(
            "list",
            "lists nested 60 deep",
            Body(
                "query($x: [String!]) { observations(filter: {units: $x}) { totalCount } }",
                "{\"x\": " + new string('[', 60) + new string(']', 60) + "}"
            ),
            "INVALID_VALUE"
        );
    }

    /// <summary>Long and odd texts in every place that an error may repeat.</summary>
    private static IEnumerable<HostileRequest> Texts()
    {
        var word = new string('x', 4_000);
        var han = new string(Mark, 3_000);
        (string Name, string Query)[] documents =
        [
            ("field", $"{{ {word} }}"),
            ("argument", $"{{ companies({word}: 1) {{ totalCount }} }}"),
            ("type", $"query($x: {word}) {{ companies {{ totalCount }} }}"),
            ("variable", $"{{ companies(first: ${word}) {{ totalCount }} }}"),
            ("variable that is not used", $"query(${word}: Int) {{ companies {{ totalCount }} }}"),
            ("directive", $"{{ companies @{word} {{ totalCount }} }}"),
            ("fragment", $"{{ ...{word} }}"),
            ("fragment's type", $"{{ ...on {word} {{ id }} }}"),
            ("alias twice", $"{{ {word}: companies {{ totalCount }} {word}: events {{ totalCount }} }}"),
            ("enum", $"{{ articles(order: {word}) {{ totalCount }} }}"),
            ("input field", $"{{ companies(filter: {{{word}: 1}}) {{ totalCount }} }}"),
            ("text for a number", $"{{ companies(first: \"{han}\") {{ totalCount }} }}"),
            ("text for a decimal", $"{{ observations(filter: {{value: {{atLeast: \"{han}\"}}}}) {{ totalCount }} }}"),
            ("text for a date", $"{{ observations(filter: {{on: \"{han}\"}}) {{ totalCount }} }}"),
            ("text", $"{{ companies(filter: {{text: \"{han}\"}}) {{ totalCount }} }}"),
            ("name", $"{{ entity(name: \"{han}\") {{ id }} }}"),
            ("id", $"{{ node(id: \"{han}\") {{ id }} }}"),
            ("cursor", $"{{ companies(after: \"{han}\") {{ totalCount }} }}"),
            ("syntax", $"{{ companies(( {han} "),
            ("syntax on one long line", $"{{ companies {{ {word} }} ) {word}"),
            ("text that does not end", $"{{ companies(filter: {{text: \"{han}"),
            ("search of 100 words", $"{{ search(text: \"{string.Join(' ', Enumerable.Repeat("硬 ", 100))}\") {{ totalCount }} }}"),
            ("quotes in a name", $"{{ entity(name: \"{string.Concat(Enumerable.Repeat("'硬'", 60))}\") {{ id }} }}"),
        ];
        foreach (var (name, query) in documents)
            yield return Post("text", name, Body(query));
        (string Name, string Query)[] places =
        [
            ("Int", "query($x: Int) { companies(first: $x) { totalCount } }"),
            ("Decimal", "query($x: Decimal) { observations(filter: {value: {atLeast: $x}}) { totalCount } }"),
            ("Date", "query($x: Date) { observations(filter: {on: $x}) { totalCount } }"),
            ("enum", "query($x: ArticleOrder) { articles(order: $x) { totalCount } }"),
            ("String", "query($x: String) { companies(filter: {text: $x}) { totalCount } }"),
            ("ID", "query($x: ID!) { node(id: $x) { id } }"),
        ];
        foreach (var (name, query) in places)
        {
            foreach (
                var (label, text) in new[]
                {
                    ("5,000 characters", new string(Mark, 5_000)),
                    ("quotes", string.Concat(Enumerable.Repeat("' to '硬", 900))),
                    ("a million characters", new string('x', 1_000_000)),
                }
            )
                yield return Post(
                    "text",
                    $"{label} as variable {name}",
                    Body(query, new JsonObject { ["x"] = text }.ToJsonString()),
                    text.Length > 100_000 ? "JSON_TEXT_EXCEEDED" : null
                );
        }
        yield return Post(
            "text",
            "operation name",
            new JsonObject
            {
                ["query"] = "query a { __typename } query b { __typename }",
                ["operationName"] = new string(Mark, 5_000),
            }.ToJsonString()
        );
        yield return Post(
            "text",
            "input field as variable",
            Body("query($x: CompanyFilter) { companies(filter: $x) { totalCount } }", $"{{\"x\": {{\"{word}\": 1}}}}")
        );
        yield return Get("text", "parameter twice", "{ __typename }", null) with
        {
            Bytes = Encoding.ASCII.GetBytes($"GET /graphql?{word}=1&{word}=2 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
        };
    }

    private static IEnumerable<HostileRequest> Json()
    {
        const string ask = "{\"query\":\"{ __typename }\"";
        (string Name, string Body, string? Code)[] bodies =
        [
            ("65 levels", ask + ",\"variables\":{\"x\":" + new string('[', 65) + new string(']', 65) + "}}", "BAD_REQUEST"),
            ("100,000 levels", ask + ",\"variables\":" + string.Concat(Enumerable.Repeat("{\"x\":", 100_000)), "BAD_REQUEST"),
            (
                "100,000 lists beside each other",
                ask + ",\"variables\":{\"x\":[" + string.Join(",", Enumerable.Repeat("[]", 100_000)) + "]}}",
                "JSON_VALUES_EXCEEDED"
            ),
            (
                "60,000 members",
                ask + ",\"variables\":{" + string.Join(",", Enumerable.Range(0, 60_000).Select(i => $"\"x{i}\":1")) + "}}",
                "JSON_VALUES_EXCEEDED"
            ),
            (
                "one member 60,000 times",
                ask + ",\"variables\":{" + string.Join(",", Enumerable.Repeat("\"x\":1", 60_000)) + "}}",
                "BAD_REQUEST"
            ),
            (
                "60,000 members in 'extensions'",
                ask + ",\"extensions\":{" + string.Join(",", Enumerable.Range(0, 60_000).Select(i => $"\"x{i}\":1")) + "}}",
                "JSON_VALUES_EXCEEDED"
            ),
            (
                "60,000 members beside the query",
                ask + "," + string.Join(",", Enumerable.Range(0, 60_000).Select(i => $"\"x{i}\":1")) + "}",
                "JSON_VALUES_EXCEEDED"
            ),
            ("a query of a million characters", "{\"query\":\"{" + new string(' ', 1_000_000) + "}\"}", "QUERY_BYTES_EXCEEDED"),
            ("a million characters of white space", ask + new string(' ', 1_000_000) + "}", null),
            ("two objects", ask + "}" + ask + "}", "BAD_REQUEST"),
            ("half of a pair in the query", "{\"query\":\"{ a \\ud800 }\"}", "BAD_REQUEST"),
            ("half of a pair in a variable's name", ask + ",\"variables\":{\"\\udc00\":1}}", "BAD_REQUEST"),
            ("NaN", ask + ",\"variables\":{\"x\":NaN}}", "BAD_REQUEST"),
            ("a comment", ask + "/* */}", "BAD_REQUEST"),
            ("nothing", "", "BAD_REQUEST"),
            ("null", "null", "BAD_REQUEST"),
        ];
        foreach (var (name, body, code) in bodies)
            yield return Post("json", name, body, code);
        yield return Post("json", "no UTF-8", [.. Encoding.ASCII.GetBytes(ask + ",\"x\":\""), 0xD5, 0xC5, .. "\"}"u8], "BAD_REQUEST");
        yield return Post("json", "UTF-16", Encoding.Unicode.GetBytes(ask + "}"), "BAD_REQUEST");
        yield return Post("json", "a byte order mark", [0xEF, 0xBB, 0xBF, .. Encoding.ASCII.GetBytes(ask + "}")]);
        yield return Post("json", "zeros", new byte[100_000], "BAD_REQUEST");
    }

    private static string Body(string query, string? variables = null)
    {
        var asked = JsonValue.Create(query)!.ToJsonString();
        return variables is null ? $"{{\"query\":{asked}}}" : $"{{\"query\":{asked},\"variables\":{variables}}}";
    }
}
