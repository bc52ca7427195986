using System.Text.Json;
using System.Text.Json.Nodes;
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
            var schema = await JsonSchema.FromJsonAsync(SeedSchema.Files[name], TestContext.Current.CancellationToken);
            var errors = schema.Validate(Json(yaml));
            errors.ShouldBeEmpty($"{file}: {string.Join('\n', errors)}");
        }
    }

    [Theory]
    [InlineData("{title: 东港, titleEnglish: Donggang, facts: [{at: 1.1, links: [{from: 东港, wrote: this}]}]}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, facts: [{at: 1.1, figures: [{figure: 1家, of: 企业数, level: 1 家, rank: 1 位}]}]}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, new: [{type: Person, en: A, kind: PARK}]}")]
    [InlineData("{title: 东港, titleEnglish: Donggang, fact: []}")]
    public async Task The_schema_refuses_what_the_reader_refuses(string yaml) =>
        (await JsonSchema.FromJsonAsync(SeedSchema.Files["article.schema.json"], TestContext.Current.CancellationToken))
            .Validate(Json(yaml))
            .ShouldNotBeEmpty();

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
