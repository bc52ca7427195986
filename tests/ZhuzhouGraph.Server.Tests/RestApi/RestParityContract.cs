using System.Text.Json.Nodes;
using Microsoft.Extensions.Time.Testing;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.RestApi;

/// <summary>REST and GraphQL say the same of the same ids, member by member, for all of the seeds.</summary>
public abstract class RestParityContract
{
    protected static readonly FakeTimeProvider Time = new(new DateTimeOffset(2023, 5, 20, 8, 0, 0, TimeSpan.Zero));

    /// <summary>A server that holds the seeds.</summary>
    protected abstract Task<GraphServer> SeededAsync();

    private const string PeriodFields = "period { words first last precision basis }";

    /// <summary>Members of REST with those of GraphQL; the same name where there is one.</summary>
    private static readonly string[] PeriodPairs =
    [
        "period.words",
        "period.periodStart=period.first",
        "period.periodEnd=period.last",
        "period.precision",
        "period.basis",
    ];

    private static readonly string[] SourcePairs =
    [
        "source.address=citations.nodes.0.address",
        "source.part=citations.nodes.0.part",
        "source.quote=citations.nodes.0.quote",
        "source.start=citations.nodes.0.start",
        "source.end=citations.nodes.0.end",
        "source.articleId=citations.nodes.0.article.id",
        "source.title=citations.nodes.0.article.title",
        "source.titleEnglish=citations.nodes.0.article.titleEnglish",
        "source.newspaper=citations.nodes.0.article.newspaper",
        "source.issueDate=citations.nodes.0.article.date",
        "source.page=citations.nodes.0.article.page",
        "source.citation.zh=citations.nodes.0.citeAs",
        "source.citation.en=citations.nodes.0.citeAsEnglish",
    ];

    private const string SourceFields =
        "citations(first: 1) { nodes { address part quote start end citeAs citeAsEnglish "
        + "article { id title titleEnglish newspaper date page } } }";

    [Fact]
    public async Task A_figure_is_the_same()
    {
        await using var server = await SeededAsync();
        string[] pairs =
        [
            .. "id indicator.id indicator.name indicator.nameEnglish about.id about.type about.name measure comparison value".Split(),
            .. "valueText hedge base.words base.periodStart=base.first base.periodEnd=base.last base.entity.id breakdown".Split(),
            .. "boundBasis meaning accumulation frequency priceBasis shareOf within.words within.size within.isAscending within.by".Split(),
            .. "within.place.id place.id at.id at.name attributedTo.id attributedTo.name capacity status recordedAt removedAt".Split(),
            .. "originalText=figure source.figure=figure unitMult=unitMultiplier unitCode=unit.code unitLabel.zh=unit.label".Split(),
            .. "unitLabel.en=unit.labelEnglish dimension=unit.dimension lower=lower.valueText upper=upper.valueText".Split(),
            .. "lowerInclusive=lower.isInclusive upperInclusive=upper.isInclusive".Split(),
            .. PeriodPairs,
            .. SourcePairs,
        ];
        var named = "{ id type name nameEnglish }";
        var compared = await CompareAsync(
            server,
            "/observations",
            $$"""
            observations(first: 200) { nodes { id indicator {{named}} about {{named}} measure comparison figure value valueText hedge
            base { words first last entity { id } } breakdown { dimension member { id } }
            lower { valueText isInclusive } upper { valueText isInclusive } boundBasis meaning unit { code label labelEnglish dimension }
            unitMultiplier {{PeriodFields}} accumulation frequency priceBasis shareOf within { words size isAscending by place { id } }
            place { id } at {{named}} attributedTo {{named}} capacity status recordedAt removedAt {{SourceFields}} } }
            """,
            "observations",
            pairs
        );

        compared.ShouldBeGreaterThan(70);
    }

    [Fact]
    public async Task An_entity_of_each_type_is_the_same()
    {
        await using var server = await SeededAsync();
        // The paper breaks no figure down.
        foreach (var type in EntityTypes.All.Where(type => type != EntityTypes.Category))
        {
            List<string> pairs = [.. "id type name nameEnglish names formerIds".Split()];
            var fields = "id type name nameEnglish formerIds names { text language basis isPrimary }";
            if (type.Kinds.Count > 0)
                (fields, pairs) = ($"{fields} kind", [.. pairs, "kind"]);
            if (type.HasPeriod)
                (fields, pairs) = ($"{fields} {PeriodFields}", [.. pairs, .. PeriodPairs]);
            foreach (var property in type.Properties)
            {
                fields += Selected(property);
                pairs.Add(Compared(property));
            }

            var compared = await CompareAsync(
                server,
                $"/entities?types={type.Name}",
                $"{type.Plural}(first: 200) {{ nodes {{ {fields} }} }}",
                type.Plural,
                [.. pairs]
            );

            compared.ShouldBeGreaterThan(1, type.Name);
        }
    }

    [Fact]
    public async Task A_relationship_of_each_type_is_the_same()
    {
        await using var server = await SeededAsync();
        foreach (var type in RelationshipTypes.All)
        {
            var properties = string.Concat(type.Properties.Select(Selected));
            var fields =
                $"id type from {{ id }} to {{ id }} {PeriodFields} status ground "
                + $"references {{ id title titleEnglish publisher year code entry }} {SourceFields} "
                + $"... on {type.TypeName} {{ id {properties} }}";
            var (_, answer) = await server.AskAsync(
                $"{{ relationships(first: 40, filter: {{types: [{type.Name}]}}) {{ nodes {{ {fields} }} }} }}"
            );
            answer["errors"].ShouldBeNull(answer.ToJsonString());
            var graph = answer["data"]!["relationships"]!["nodes"]!.AsArray().ToDictionary(node => At(node!, "id")!.GetValue<string>());
            string[] pairs =
            [
                .. "id type from.id to.id status ground references".Split(),
                .. PeriodPairs,
                .. SourcePairs,
                .. type.Properties.Select(Compared),
            ];
            foreach (var from in graph.Values.Select(node => At(node!, "from.id")!.GetValue<string>()).Distinct().Take(2))
            {
                var found = await server.AllAsync($"/entities/{from}/relationships?types={type.Name}&direction=FROM", 200);
                foreach (var item in found.Where(item => graph.ContainsKey(At(item, "id")!.GetValue<string>())))
                    ShouldBeAlike(item, graph[At(item, "id")!.GetValue<string>()]!, pairs);
                found.ShouldNotBeEmpty(type.Name);
            }
        }
    }

    /// <summary>What has no day of its own is counted on that of its event.</summary>
    [Fact]
    public async Task A_day_by_which_figures_are_counted_is_their_first_and_last()
    {
        await using var server = await SeededAsync();

        var (_, groups) = await server.GetAsync("/observations/counts?groupBy=DAY&first=200");

        var days = groups["items"]!.AsArray().Select(g => $"{g!["by"]!["day"]} {g["firstDay"]} {g["lastDay"]}").ToList();
        days.Count.ShouldBeGreaterThan(2);
        days.ShouldAllBe(text => text.Split(' ', StringSplitOptions.None).Distinct().Count() == 1);
    }

    [Fact]
    public async Task An_article_is_the_same()
    {
        await using var server = await SeededAsync();
        string[] pairs =
        [
            .. "id newspaper newspaperEnglish date page title titleEnglish section byline lines sha256 isCutAtStart isCutAtEnd".Split(),
            .. "continuedOn corrections repeats hasText".Split(),
        ];
        var compared = await CompareAsync(
            server,
            "/articles",
            """
            articles(first: 200) { nodes { id newspaper newspaperEnglish date page title titleEnglish section byline lines { first last }
            sha256 isCutAtStart isCutAtEnd continuedOn corrections { address printed probably reason }
            repeats { lines { first last } of reason } hasText } }
            """,
            "articles",
            pairs
        );

        compared.ShouldBe(9);
    }

    [Theory]
    [InlineData("/observations?about=株洲&withParts=true", "observations(first: 200, filter: {about: [\"株洲\"], withParts: true})")]
    [InlineData(
        "/observations?units=家&value.atLeast=80&value.certainty=POSSIBLE&order=VALUE_DESCENDING",
        "observations(first: 200, order: VALUE_DESCENDING, filter: {units: [\"家\"], value: {atLeast: 80, certainty: POSSIBLE}})"
    )]
    [InlineData(
        "/observations?measures=LEVEL&latestPer=INDICATOR",
        "observations(first: 200, latestPer: [INDICATOR], filter: {measures: [LEVEL]})"
    )]
    [InlineData("/observations?printedIn.parts=HEADLINE", "observations(first: 200, filter: {printedIn: {parts: [HEADLINE]}})")]
    [InlineData("/search?text=中车", "search(first: 200, text: \"中车\")")]
    [InlineData("/entities/place:zhuzhou/timeline?undated=true", "timeline(first: 200, about: \"株洲\", undated: true)")]
    public async Task A_list_has_the_same_items_in_the_same_order_and_cursors_that_both_take(string address, string field)
    {
        await using var server = await SeededAsync();
        var rest = await server.AllAsync(address, 200);
        var (_, answer) = await server.AskAsync($"{{ list: {field} {{ nodes {{ {Node(address)} }} edges {{ cursor }} }} }}");
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        var graph = answer["data"]!["list"]!;

        rest.Count.ShouldBeGreaterThan(2);
        rest.Select(item =>
                (At(item, "id") ?? At(item, "node.id") ?? At(item, "relationship.id") ?? At(item, "observation.id"))!.ToString()
            )
            .ShouldBe(graph["nodes"]!.AsArray().Select(node => (At(node!, "id") ?? At(node!, "node.id"))!.ToString()));
        if (!address.Contains("timeline", StringComparison.Ordinal))
            (await server.GetAsync($"{address}&first=1")).Answer["next"]!.ToString().ShouldBe(graph["edges"]![0]!["cursor"]!.ToString());

        static string Node(string address) => address.StartsWith("/observations", StringComparison.Ordinal) ? "id" : "node { id }";
    }

    private static string Selected(PropertyDeclaration property) =>
        property.Kind is PropertyKind.Entity or PropertyKind.Entities ? $" {property.Name} {{ id name }}" : $" {property.Name}";

    private static string Compared(PropertyDeclaration property) =>
        property.Kind is PropertyKind.Entity ? $"properties.{property.Name}.id={property.Name}.id"
        : property.Kind is PropertyKind.Entities ? $"properties.{property.Name}.0.id={property.Name}.0.id"
        : $"properties.{property.Name}={property.Name}";

    private static async Task<int> CompareAsync(GraphServer server, string address, string field, string name, string[] pairs)
    {
        var rest = await server.AllAsync(address, 200);
        var (_, answer) = await server.AskAsync($"{{ {field} }}");
        answer["errors"].ShouldBeNull(answer.ToJsonString());
        var graph = answer["data"]![name]!["nodes"]!.AsArray();
        rest.Take(graph.Count).Select(item => item["id"]!.ToString()).ShouldBe(graph.Select(node => node!["id"]!.ToString()));
        foreach (var (item, node) in rest.Zip(graph))
            ShouldBeAlike(item, node!, pairs);
        return graph.Count;
    }

    private static void ShouldBeAlike(JsonNode item, JsonNode node, string[] pairs)
    {
        foreach (var pair in pairs.Select(pair => pair.Split('=')))
            Text(At(item, pair[0])).ShouldBe(Text(At(node, pair[^1])), $"{pair[0]} of {item["id"]}");

        static string Text(JsonNode? value) => value?.ToJsonString() ?? "null";
    }

    private static JsonNode? At(JsonNode node, string path)
    {
        var at = (JsonNode?)node;
        foreach (var step in path.Split('.'))
            at =
                at is JsonArray items ? (int.Parse(step, null) < items.Count ? items[int.Parse(step, null)] : null)
                : at is JsonObject members ? members[step]
                : null;
        return at;
    }
}

public sealed class SqliteRestParityTests : RestParityContract
{
    protected override Task<GraphServer> SeededAsync() => GraphServer.StartedAsync(Time, RepositoryRoot.Seeds);
}

[Collection(Neo4jDatabase.Name)]
public sealed class Neo4jRestParityTests(Neo4jServer neo4j) : RestParityContract
{
    protected override async Task<GraphServer> SeededAsync() =>
        await GraphServer.StartedAsync(Time, RepositoryRoot.Seeds, await Neo4jStores.OpenEmptyAsync(neo4j, Time, CancellationToken.None));
}
