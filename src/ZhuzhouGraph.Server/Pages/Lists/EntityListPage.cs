using ZhuzhouGraph.Server.Pages.Entities;

namespace ZhuzhouGraph.Server.Pages.Lists;

/// <summary>An entity as a row of a list.</summary>
public sealed record EntityRow(EntityTold Entity, int Articles, PrintedAt? NamedAt);

/// <summary><c>/companies</c> and so on: the entities of a type, by id, or the latest first where they happen on days.</summary>
internal sealed class EntityListPage(EntityType type) : FilteredPage<ListData<EntityListPage.Told>>
{
    private const string Kind = "kind";

    private readonly StoredDocument _document = StoredDocument.Named(
        "entities",
        ("TYPE", type.Name),
        ("PLURAL", type.Plural),
        ("ORDER", type.HasPeriod ? ", order: PERIOD_DESCENDING" : "")
    );

    /// <summary>What is asked of an entity.</summary>
    public sealed record Told(
        string Id,
        [property: System.Text.Json.Serialization.JsonPropertyName("__typename")] string TypeName,
        string Name,
        string? NameEnglish,
        PrintedPeriod? Period,
        Listed<object> Articles,
        Listed<PrintedAt> Citations
    )
    {
        [System.Text.Json.Serialization.JsonExtensionData]
        public Dictionary<string, System.Text.Json.JsonElement> Own { get; init; } = [];
    }

    public override string Route => $"/{type.Plural}";

    public override IReadOnlyList<string> Parameters => [.. Fields.Select(one => one.Name)];

    protected override IReadOnlyList<FilterField> Fields =>
        [
            ListFilters.Text,
            .. type.Kinds.Count > 0
                ? [new FilterField(Kind, new("种类", "Kind")) { Choices = ListFilters.Words($"{type.Name}Kind") }]
                : Array.Empty<FilterField>(),
            .. type.HasPeriod ? [ListFilters.From, ListFilters.To] : Array.Empty<FilterField>(),
        ];

    public override StoredDocument? DocumentFor(Visit visit) => _document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new()
        {
            ["filter"] = ListFilters.Given(
                ("text", visit.Given(ListFilters.Text.Name)),
                ("kinds", type.Kinds.Count > 0 ? ListFilters.One(visit, Kind) : null),
                ("periodOverlaps", type.HasPeriod ? ListFilters.Days(visit) : null),
                ("publishedBy", Day(visit))
            ),
            ["after"] = visit.Given(Visit.AfterName),
        };
    }

    protected override Shown Show(Visit visit, ListData<Told> data)
    {
        var heading = new Bilingual(type.Chinese, $"{char.ToUpperInvariant(type.Plural[0])}{type.Plural[1..]}");
        var rows = data.List.Nodes.Select(told => new EntityRow(
            new EntityTold(told.Id, told.TypeName, told.Name, told.NameEnglish, null, null, null, null, told.Period) { Own = told.Own },
            told.Articles.TotalCount ?? 0,
            told.Citations.Nodes is [var first, ..] ? first : null
        ));
        return Shown.Of<EntityListView, ListModel<EntityRow>>(
            new(heading, Fields, new([.. rows], data.List.PageInfo, data.List.TotalCount)),
            heading.For(visit)
        );
    }
}
