using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using NJsonSchema;
using YamlDotNet.Serialization;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests;

public sealed class SeedSchemaTests
{
    private static readonly IDeserializer Yaml = new DeserializerBuilder().Build();

    [Fact]
    public async Task The_schemas_beside_the_seeds_are_those_of_the_declarations()
    {
        foreach (var (name, schema) in SeedSchema.Files)
        {
            if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
                await File.WriteAllTextAsync(Path.Combine(RepositoryRoot.Seeds, name), schema, TestContext.Current.CancellationToken);
            (await File.ReadAllTextAsync(Path.Combine(RepositoryRoot.Seeds, name), TestContext.Current.CancellationToken)).ShouldBe(
                schema,
                $"run: schema --seeds graph-seeds, for {name}"
            );
        }
    }

    [Fact]
    public async Task Every_seed_file_names_its_schema_and_fits_it()
    {
        foreach (var file in Directory.GetFiles(RepositoryRoot.Seeds, "*.yaml", SearchOption.AllDirectories))
        {
            var yaml = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
            var name = yaml.Split('\n')[0].Split('/')[^1];
            SeedSchema.Files.Keys.ShouldContain(name, $"{file}: the first line names the schema, so that editors complete");
            var schema = await SchemaAsync(name);
            var errors = schema.Validate(Json(yaml));
            errors.ShouldBeEmpty($"{file}: {string.Join('\n', errors)}");
        }
    }

    [Fact]
    public void A_schema_says_once_what_several_places_share()
    {
        foreach (var (name, schema) in SeedSchema.Files)
            schema.Split('\n').Length.ShouldBeLessThan(3_000, name);
        var root = JsonNode.Parse(SeedSchema.Files["article.schema.json"])!;
        var defined = root["$defs"]!.AsObject().Select(definition => definition.Key).ToList();
        var used = Regex.Matches(root.ToJsonString(), "\"#/\\$defs/([^\"]+)\"").Select(match => match.Groups[1].Value).Distinct();
        used.Order(StringComparer.Ordinal).ShouldBe(defined.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("{title: 东港, titleEnglish: Donggang, facts: [{at: 1.1, links: [{from: 东港, wrote: this}]}]}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, facts: [{at: 1.1, figures: [{figure: 1家, of: 企业数, level: 1 家, rank: 1 位}]}]}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, new: [{type: Person, en: A, kind: PARK}]}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, fact: []}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, facts: [{at: 1.1, mentions: [{id: person:li-ming}]}]}")]
    [InlineData("{title: [东港], titleEnglish: Donggang}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, facts: [{at: 1.1, links: [{from: 东港, tookPartIn: 会, role: GUEST}]}]}")]
    [InlineData(
        "{title: 东港, titleEnglish: Donggang, facts: [{at: 1.1, figures: [{figure: 1家, of: 企业数, level: 1 家, when: {from: 1}}]}]}"
    )]
    public async Task The_schema_refuses_what_the_reader_refuses(string yaml) =>
        (await SchemaAsync("article.schema.json")).Validate(Json(yaml)).ShouldNotBeEmpty();

    /// <summary>The validator knows definitions by their older keyword only; editors know both.</summary>
    private static Task<JsonSchema> SchemaAsync(string name) =>
        JsonSchema.FromJsonAsync(
            SeedSchema.Files[name].Replace("$defs", "definitions", StringComparison.Ordinal),
            TestContext.Current.CancellationToken
        );

    private static string Json(string yaml) => ToJson(Yaml.Deserialize<object>(yaml))!.ToJsonString(new JsonSerializerOptions());

    private static JsonNode? ToJson(object? value) =>
        value switch
        {
            IDictionary<object, object> map => new JsonObject(map.Select(p => KeyValuePair.Create((string)p.Key, ToJson(p.Value)))),
            IEnumerable<object> list => new JsonArray([.. list.Select(ToJson)]),
            null => null,
            var scalar => JsonValue.Create(scalar.ToString()),
        };
}
