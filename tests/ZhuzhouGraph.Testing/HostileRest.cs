using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using static ZhuzhouGraph.Testing.HostileRequest;

namespace ZhuzhouGraph.Testing;

/// <summary>Requests that lean on the REST API: what hurts over GraphQL, by its addresses and by what is posted to them.</summary>
public static class HostileRest
{
    public static IReadOnlyList<HostileRequest> All { get; } = [.. Numbers(), .. Names(), .. Texts(), .. Parameters(), .. Headers()];

    private static IEnumerable<HostileRequest> Numbers()
    {
        (string Name, string Number)[] numbers =
        [
            ("200,000 digits", new string('7', 200_000)),
            ("41 digits", new string('7', 41)),
            ("29 digits", new string('7', 29)),
            ("an exponent of nine digits", "1e999999999"),
            ("a negative exponent of nine digits", "1e-999999999"),
            ("zeros before 200,000 threes", "0." + new string('3', 200_000)),
        ];
        foreach (var (name, number) in numbers)
        {
            foreach (var parameter in new[] { "first", "value.atLeast", "on", "recordedAsOf", "about", "withParts", "latestPer" })
            {
                var outer = parameter.Split('.')[0];
                var inner = parameter.Contains('.', StringComparison.Ordinal) ? $"{{\"atLeast\": {number}}}" : number;
                yield return PostTo("observations", $"rest number", $"{name} as {parameter}", $"{{\"{outer}\": {inner}}}");
                yield return PostTo(
                    "observations",
                    $"rest number",
                    $"{name} as {parameter} in quotation marks",
                    $"{{\"{outer}\": {inner.Replace(number, $"\"{number}\"", StringComparison.Ordinal)}}}"
                );
                if (number.Length < 100)
                    yield return GetFrom("rest number", $"{name} as {parameter} in the address", $"observations?{parameter}={number}");
            }
        }
    }

    private static IEnumerable<HostileRequest> Names()
    {
        string[] lists = ["about", "places", "indicators", "at", "attributedTo"];
        string[] unknown = [.. Enumerable.Range(0, 100).Select(n => string.Create(CultureInfo.InvariantCulture, $"株洲天上城堡{n}"))];
        foreach (var count in new[] { 100, 101, 4_000 })
            yield return PostTo(
                "entities",
                "rest names",
                string.Create(CultureInfo.InvariantCulture, $"{count} unknown names"),
                Object(
                    ("names", new JsonArray([.. Enumerable.Range(0, count).Select(n => (JsonNode)unknown[n % 100])])),
                    ("totalCount", true)
                )
            );
        yield return PostTo(
            "observations",
            "rest names",
            "100 unknown names in each of five lists",
            Object([.. lists.Select(list => (list, (JsonNode?)new JsonArray([.. unknown.Select(n => (JsonNode)n)])))])
        );
        yield return PostTo(
            "observations",
            "rest names",
            "100 unknown ids in each of five lists",
            Object([
                .. lists.Select(list =>
                    (
                        list,
                        (JsonNode?)
                            new JsonArray([.. unknown.Select((_, n) => (JsonNode)$"{KindOf(list)}:nothing-{list.ToLowerInvariant()}-{n}")])
                    )
                ),
            ])
        );
        yield return PostTo(
            "entities",
            "rest names",
            "six sorts of relationships with parts",
            Object(("relationships", new JsonArray([.. Enumerable.Range(0, 6).Select(_ => Sort())])))
        );
        yield return PostTo(
            "entities",
            "rest names",
            "five sorts of relationships with parts, counted",
            Object(("relationships", new JsonArray([.. Enumerable.Range(0, 5).Select(_ => Sort())])), ("totalCount", true), ("first", 100))
        );
        foreach (
            var id in new[]
            {
                "天上城堡",
                "org:nothing",
                "place:nothing/at/all",
                Uri.EscapeDataString(new string(Mark, 2_000)),
                "..",
                "%00",
                "%2F%2F",
            }
        )
        {
            foreach (
                var address in new[]
                {
                    "entities/{0}",
                    "observations/{0}",
                    "articles/{0}",
                    "indicators/{0}",
                    "entities/{0}/timeline",
                    "codelists/{0}",
                }
            )
                yield return GetFrom(
                    "rest id",
                    $"{(id.Length > 100 ? "2,000 characters" : id)} at {address}",
                    string.Format(
                        CultureInfo.InvariantCulture,
                        address,
                        id.StartsWith('%') ? id : Uri.EscapeDataString(id).Replace("%25", "%", StringComparison.Ordinal)
                    )
                );
        }

        static JsonNode Sort() =>
            new JsonObject
            {
                ["types"] = new JsonArray { "HELD_AT", "LOCATED_IN" },
                ["with"] = new JsonArray { "place:zhuzhou", "place:hunan" },
                ["withParts"] = true,
                ["atLeast"] = 1,
            };

        static string KindOf(string list) =>
            list switch
            {
                "indicators" => "indicator",
                "at" => "event",
                "attributedTo" => "person",
                _ => "place",
            };
    }

    private static IEnumerable<HostileRequest> Texts()
    {
        foreach (var resource in new[] { "entities", "observations", "articles", "indicators" })
        {
            yield return PostTo(resource, "rest text", $"5,000 characters in {resource}", Object(("text", new string(Mark, 5_000))));
            yield return PostTo(
                resource,
                "rest text",
                $"1,000 words in {resource}",
                Object(("text", string.Join(' ', Enumerable.Range(0, 1_000))))
            );
        }
        foreach (
            var text in new[] { new string(Mark, 800), string.Join('+', Enumerable.Range(0, 200)), "%EF%BC%85%25%5F", "%F0%9F%8F%AE%CC%81" }
        )
        {
            yield return GetFrom("rest text", $"search for {Shown(text)}", $"search?text={Escaped(text)}");
            yield return GetFrom("rest text", $"resolve {Shown(text)}", $"resolve?name={Escaped(text)}");
        }
        yield return GetFrom("rest text", "a cursor of 2,000 characters", $"entities?after={new string('x', 2_000)}");
        yield return GetFrom("rest text", "a cursor of another list", "entities?after=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA");
        yield return GetFrom("rest text", "since what has no end", $"changes?since={new string('7', 2_000)}");

        static string Escaped(string text) => text.Contains('%', StringComparison.Ordinal) ? text : Uri.EscapeDataString(text);
        static string Shown(string text) =>
            text.Length > 40 ? string.Create(CultureInfo.InvariantCulture, $"{text.Length} characters") : text;
    }

    private static IEnumerable<HostileRequest> Parameters()
    {
        string[] enums = ["measures", "comparisons", "statuses", "accumulations", "latestPer"];
        foreach (var resource in new[] { "entities", "observations", "resolve", "changes", "config" })
        {
            yield return GetFrom(
                "rest parameter",
                $"1,000 that {resource} does not have",
                $"{resource}?{string.Join('&', Enumerable.Range(0, 1_000).Select(n => Text($"m{n}=")))}"
            );
            yield return GetFrom(
                "rest parameter",
                $"one of {resource} 1,000 times",
                $"{resource}?{string.Join('&', Enumerable.Repeat("first=", 1_000))}"
            );
        }
        yield return PostTo(
            "observations",
            "rest parameter",
            "1,900 members that nothing has",
            Object([.. Enumerable.Range(0, 1_900).Select(n => (string.Create(CultureInfo.InvariantCulture, $"measure{n}"), (JsonNode?)n))])
        );
        yield return PostTo(
            "observations",
            "rest parameter",
            "100 measures that nothing has, in each of five lists",
            Object([
                .. enums.Select(list =>
                    (list, (JsonNode?)new JsonArray([.. Enumerable.Range(0, 100).Select(n => (JsonNode)$"LEVELS{n}")]))
                ),
            ])
        );
        yield return PostTo("observations", "rest parameter", "lists 100,000 deep", new string('[', 100_000) + new string(']', 100_000));
        yield return PostTo("observations", "rest parameter", "a megabyte of white space", new string(' ', 1024 * 1024 - 2) + "{}");
        yield return PostTo("observations", "rest parameter", "no object", "[]");
    }

    private static IEnumerable<HostileRequest> Headers()
    {
        (string Name, string Item, int Times)[] headers =
        [
            ("Accept", "a/b;q=0.1", 700),
            ("Accept-Language", "zh-CN;q=0.1", 600),
            ("Accept-Encoding", "gzip;q=0.1", 600),
            ("If-None-Match", "\"x\"", 1_500),
            ("X-Forwarded-For", "198.51.100.1", 500),
            ("Range", "bytes=5-6", 700),
        ];
        foreach (var (name, item, times) in headers)
            yield return Raw(
                "rest header",
                $"a long {name}",
                $"GET /api/v1/observations HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n{name}: "
                    + $"{string.Join(", ", Enumerable.Repeat(item, times))}\r\n\r\n"
            );
    }

    private static string Object(params IEnumerable<(string Name, JsonNode? Value)> members) =>
        new JsonObject(members.Select(m => KeyValuePair.Create(m.Name, m.Value))).ToJsonString();

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private static HostileRequest GetFrom(string kind, string name, string address) =>
        Raw(kind, name, $"GET /api/v1/{address} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");

    private static HostileRequest PostTo(string resource, string kind, string name, string body)
    {
        var bytes = Encoding.UTF8.GetBytes(body);
        return new(
            kind,
            name,
            [
                .. Encoding.ASCII.GetBytes(
                    Text($"POST /api/v1/{resource} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n")
                        + Text($"Content-Type: application/json\r\nContent-Length: {bytes.Length}\r\n\r\n")
                ),
                .. bytes,
            ]
        );
    }
}
