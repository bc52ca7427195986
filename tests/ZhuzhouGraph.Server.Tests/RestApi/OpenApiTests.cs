using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>
/// The OpenAPI document is the approved one, and the running server keeps what it promises: every operation, parameter and status.
/// </summary>
public sealed class OpenApiTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static readonly string Approved = Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "contracts", "openapi.json");

    /// <summary>What a parameter says nothing without: another one, or one with a value.</summary>
    private static readonly Dictionary<string, string[]> Companions = new(StringComparer.Ordinal)
    {
        ["withParts"] = ["about"],
        ["withNarrower"] = ["indicators"],
        ["value.certainty"] = ["value.atLeast"],
        ["value.unit"] = ["value.atLeast"],
        ["printedIn.only"] = ["printedIn.parts"],
        ["layout"] = ["format=csv"],
        ["bom"] = ["format=csv"],
        ["labels"] = ["format=sdmx-csv"],
        ["lang"] = ["format=json-stat"],
        ["hops"] = ["format=graphml"],
        ["getSeries.acrossPriceBases"] = ["transform=CHANGE"],
        ["getGraph.bom"] = ["format=graph-csv"],
        ["getEntity.bom"] = ["format=graph-csv"],
        ["rule"] = ["latestPer"],
        ["acrossMeasures"] = ["latestPer"],
        ["transform"] = ["of"],
        ["of"] = ["transform"],
    };

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_document_is_the_approved_one()
    {
        var document = await server.Client.GetStringAsync("/api/v1/openapi.json", Cancel);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
            await File.WriteAllTextAsync(Approved, document, Cancel);

        (await File.ReadAllTextAsync(Approved, Cancel)).ShouldBe(document, "read the difference; UPDATE_SNAPSHOTS=1 approves it");
        JsonNode.Parse(document)!["openapi"]!.GetValue<string>().ShouldStartWith("3.1.");
    }

    [Fact]
    public async Task Everything_is_described_with_its_Chinese_term_and_every_parameter_has_an_example()
    {
        var document = await DocumentAsync();
        var missing = new List<string>();
        foreach (var (path, method, operation) in OperationsOf(document))
        {
            Check($"{method} {path}", operation["description"]);
            foreach (var parameter in operation["parameters"]?.AsArray() ?? [])
            {
                Check($"{method} {path} {parameter!["name"]}", parameter["description"]);
                if (parameter["example"] is null && parameter["name"]!.ToString() != "after")
                    missing.Add($"{operation["operationId"]}.{parameter["name"]} has no example");
            }
        }
        foreach (
            var (name, schema) in document["components"]!["schemas"]!
                .AsObject()
                .Where(s => !s.Key.EndsWith("Input", StringComparison.Ordinal))
        )
        {
            Check(name, schema!["description"]);
            foreach (var (member, declared) in schema["properties"]?.AsObject() ?? [])
                Check($"{name}.{member}", declared!["description"]);
        }

        missing.ShouldBeEmpty();

        void Check(string name, JsonNode? description)
        {
            if (!(description?.GetValue<string>() ?? "").Any(c => c is >= '\u4E00' and <= '\u9FFF'))
                missing.Add($"{name} has no description with a Chinese term");
        }
    }

    [Fact]
    public async Task Every_operation_answers_each_parameter_in_the_form_that_is_promised()
    {
        var document = await DocumentAsync();
        var asked = 0;
        foreach (var (path, method, operation) in OperationsOf(document))
        {
            var schema = Json(operation) is null ? null : await SchemaAsync(document, operation, "200");
            var parameters = operation["parameters"]?.AsArray().ToDictionary(p => p!["name"]!.ToString(), p => p!) ?? [];
            var required = parameters.Values.Where(p => p["in"]!.ToString() == "query" && p["required"]?.GetValue<bool>() is true);
            List<IEnumerable<string>> questions = [required.Select(p => p["name"]!.ToString())];
            questions.AddRange(
                parameters
                    .Where(p => p.Value["in"]!.ToString() == "query" && p.Value["example"] is not null)
                    .Select(p => questions[0].Append(p.Key).Concat(CompanionsOf(operation, p.Key, parameters)).Distinct())
            );
            foreach (var question in questions)
            {
                var address = AddressOf(path, parameters, question);
                var body = operation["requestBody"]?["content"]?["application/json"]?["example"]?.ToJsonString();
                using var response = await server.SendAsync(new HttpMethod(method), address, body);
                var text = await response.Content.ReadAsStringAsync(Cancel);
                ((int)response.StatusCode).ShouldBe(200, $"{method} {address}: {text}");
                var media = response.Content.Headers.ContentType!.MediaType!;
                operation["responses"]!["200"]!["content"]!.AsObject().Select(c => c.Key).ShouldContain(media, $"{method} {address}");
                if (media == "application/json")
                    schema!.Validate(text).Select(error => $"{error.Kind} {error.Path}").ShouldBeEmpty($"{method} {address}");
                else if (media != "application/atom+xml" && operation["operationId"]!.GetValue<string>() != "reviewClaim")
                    response.Content.Headers.ContentDisposition!.DispositionType.ShouldBe("attachment");
                asked++;
            }
        }
        asked.ShouldBeGreaterThan(150);
    }

    [Fact]
    public async Task Every_operation_answers_with_each_status_that_is_promised_and_in_its_form()
    {
        var document = await DocumentAsync();
        await using var away = await GraphServer.StartedAsync(TimeProvider.System, RepositoryRoot.Seeds);
        away.Meddle(StoreFaults.TakeAway);
        await using var spent = await GraphServer.StartedAsync(Hosting.ClientTests.Counting(10), RepositoryRoot.Seeds);
        await using var narrow = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:FiguresHeld=0"] },
            RepositoryRoot.Seeds
        );
        foreach (var (path, method, operation) in OperationsOf(document))
        {
            var parameters = operation["parameters"]?.AsArray().ToDictionary(p => p!["name"]!.ToString(), p => p!) ?? [];
            var required = parameters.Values.Where(p => p["required"]?.GetValue<bool>() is true && p["in"]!.ToString() == "query");
            var address = AddressOf(path, parameters, required.Select(p => p["name"]!.ToString()));
            var isPosted = method == "POST";
            foreach (var (status, _) in operation["responses"]!.AsObject().Where(r => r.Key is not "200"))
            {
                using var response = await AnswerAsync(status);
                var text = await response.Content.ReadAsStringAsync(Cancel);
                ((int)response.StatusCode).ShouldBe(int.Parse(status, null), $"{method} {address} for {status}: {text}");
                if (status != "304")
                    (await SchemaAsync(document, operation, status))
                        .Validate(text)
                        .Select(error => $"{error.Kind} {error.Path}")
                        .ShouldBeEmpty(text);
            }

            async Task<HttpResponseMessage> AnswerAsync(string status)
            {
                var isOfClaims = path.Contains("/claims:", StringComparison.Ordinal);
                var body =
                    !isPosted ? null
                    : isOfClaims ? """{"text": ["株洲"]}"""
                    : "{}";
                switch (status)
                {
                    case "304":
                        using (var first = await server.SendAsync(HttpMethod.Get, address))
                            return await server.SendAsync(HttpMethod.Get, address, null, $"If-None-Match: {first.Headers.ETag}");
                    case "400":
                        return isPosted
                            ? await server.SendAsync(HttpMethod.Post, address, """{"nothing": 1}""")
                            : await server.SendAsync(HttpMethod.Get, $"{address}{(required.Any() ? "&" : "?")}nothing=1");
                    case "404" when isPosted && isOfClaims:
                        return await server.SendAsync(HttpMethod.Post, address, """{"text": ["株洲"], "about": "天上城堡"}""");
                    case "404" when isPosted:
                        var name = new[] { "observations", "series", "availability" }.Any(end =>
                            path.EndsWith(end, StringComparison.Ordinal)
                        )
                            ? "about"
                            : "names";
                        return await server.SendAsync(HttpMethod.Post, address, $$"""{"{{name}}": ["天上城堡"]}""");
                    case "404" when parameters.ContainsKey("id"):
                        return await server.SendAsync(HttpMethod.Get, path.Replace("{id}", "nothing", StringComparison.Ordinal));
                    case "404":
                        var named = new[] { "about", "names", "indicators", "entities" }.First(parameters.ContainsKey);
                        return await server.SendAsync(HttpMethod.Get, $"{address}{(required.Any() ? "&" : "?")}{named}=天上城堡");
                    case "406":
                        return await server.SendAsync(new HttpMethod(method), address, body, "Accept: image/png");
                    case "413" when !isPosted:
                        var format = parameters.ContainsKey("layout") ? "json-stat" : "json-ld";
                        return await narrow.SendAsync(HttpMethod.Get, $"{address}{(required.Any() ? "&" : "?")}format={format}");
                    case "413":
                        return await server.SendAsync(HttpMethod.Post, address, new string(' ', 1024 * 1024 + 1));
                    case "415":
                        return await server.SendAsync(HttpMethod.Post, address);
                    case "422" when parameters.ContainsKey("format") && !parameters.ContainsKey("first") && !isPosted:
                        return await server.SendAsync(
                            HttpMethod.Get,
                            $"{address}?{(parameters.ContainsKey("hops") ? "hops=3&" : "bom=1&")}format=graphml"
                        );
                    case "422" when isOfClaims:
                        return isPosted
                            ? await server.SendAsync(HttpMethod.Post, address, """{"text": [" "]}""")
                            : await server.SendAsync(HttpMethod.Get, $"{path}?text=%20");
                    case "422":
                        return isPosted
                            ? await server.SendAsync(HttpMethod.Post, address, """{"first": 0}""")
                            : await server.SendAsync(
                                HttpMethod.Get,
                                $"{address}{(required.Any() ? "&" : "?")}{(parameters.ContainsKey("first") ? "first=0" : "unit=筐")}"
                            );
                    case "429":
                        // What was asked before may have left too little for the first, which is then the answer.
                        var earlier = await spent.SendAsync(new HttpMethod(method), address, body);
                        if (earlier.StatusCode == System.Net.HttpStatusCode.TooManyRequests)
                            return earlier;
                        earlier.Dispose();
                        return await spent.SendAsync(new HttpMethod(method), address, body);
                    case "503":
                        return await away.SendAsync(new HttpMethod(method), address, body);
                    default:
                        throw new InvalidOperationException($"Nobody knows how {status} comes about.");
                }
            }
        }
    }

    private static JsonNode? Json(JsonNode operation) => operation["responses"]!["200"]!["content"]!["application/json"];

    private static IEnumerable<string> CompanionsOf(JsonNode operation, string parameter, Dictionary<string, JsonNode> parameters) =>
        (Companions.GetValueOrDefault($"{operation["operationId"]}.{parameter}") ?? Companions.GetValueOrDefault(parameter, [])).Where(
            companion => parameters.ContainsKey(companion.Split('=')[0])
        );

    private static string AddressOf(string path, Dictionary<string, JsonNode> parameters, IEnumerable<string> named)
    {
        var filled = parameters.TryGetValue("id", out var id)
            ? path.Replace("{id}", Uri.EscapeDataString(id["example"]!.ToString()), StringComparison.Ordinal)
            : path;
        var query = string.Join(
            '&',
            named.SelectMany(name =>
                name.Contains('=', StringComparison.Ordinal)
                    ? [name]
                    : (parameters[name]["example"] is JsonArray values ? values.AsEnumerable() : [parameters[name]["example"]]).Select(
                        value => $"{name}={Uri.EscapeDataString(value!.ToString())}"
                    )
            )
        );
        return query.Length == 0 ? filled : $"{filled}?{query}";
    }

    private async Task<JsonNode> DocumentAsync() => JsonNode.Parse(await server.Client.GetStringAsync("/api/v1/openapi.json", Cancel))!;

    private static IEnumerable<(string Path, string Method, JsonNode Operation)> OperationsOf(JsonNode document) =>
        from path in document["paths"]!.AsObject()
        from operation in path.Value!.AsObject()
        select (path.Key, operation.Key.ToUpperInvariant(), operation.Value!);

    /// <summary>The schema of an answer, closed: what is not declared is a fault.</summary>
    private static async Task<JsonSchema> SchemaAsync(JsonNode document, JsonNode operation, string status)
    {
        var content = status == "200" ? Json(operation)! : operation["responses"]![status]!["content"]!.AsObject().Single().Value!;
        var name = content["schema"]!["$ref"]!.ToString().Split('/')[^1];
        var definitions = document["components"]!["schemas"]!.DeepClone().AsObject();
        foreach (var (_, schema) in definitions)
        {
            if (schema!["properties"] is not null)
                schema["additionalProperties"] = false;
            schema.AsObject().Remove("description");
        }
        var root = definitions[name]!.DeepClone().AsObject();
        root["definitions"] = definitions;
        var text = root.ToJsonString().Replace("#/components/schemas/", "#/definitions/", StringComparison.Ordinal);
        return await JsonSchema.FromJsonAsync(text, Cancel);
    }
}
