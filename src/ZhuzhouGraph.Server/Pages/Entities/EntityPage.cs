using System.Text.Json;
using System.Text.Json.Serialization;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Pages.Entities;

public sealed record NameTold(string Text, string Language, string Basis, bool IsPrimary);

/// <summary>An entity with what the papers state of it.</summary>
public sealed record EntityTold(
    string Id,
    [property: JsonPropertyName("__typename")] string TypeName,
    string Name,
    string? NameEnglish,
    IReadOnlyList<NameTold>? Names,
    Listed<Relation>? Relationships,
    Listed<Figure>? Observations,
    Listed<Report>? Articles,
    PrintedPeriod? Period,
    Listed<Relation>? Statements = null,
    Listed<PrintedAt>? Citations = null,
    string? RemovedAt = null
)
{
    /// <summary>Its own classification, under the names of <see cref="Declared.Alias(EntityType, string)"/>.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Own { get; init; } = [];

    public Named Named => new(Id, TypeName, Name, NameEnglish);

    /// <summary>How many figures he, she or it says, whatever they are about.</summary>
    public int Said { get; init; }

    /// <summary>Its relationships by type and side, in the order in which the types are declared.</summary>
    public IEnumerable<IGrouping<(string Type, bool IsFrom), Relation>> Groups =>
        Relationships!
            .Nodes.GroupBy(relation => (relation.Type, IsFrom: relation.From.Id == Id))
            .OrderBy(group => RelationshipTypes.All.TakeWhile(type => type.Name != group.Key.Type).Count())
            .ThenByDescending(group => group.Key.IsFrom);

    /// <summary>Its classification as people read it.</summary>
    public IEnumerable<(string Label, string Value, string Language)> Classified(Visit visit)
    {
        var type = EntityTypes.All.First(type => type.Name == TypeName);
        if (Held("kind") is { } kind)
            yield return (visit.Say("种类", "Kind"), Terms.Of($"{type.Name}Kind", kind).For(visit), visit.Language);
        foreach (var property in type.Properties)
            if (Held(property.Name) is { } value)
                yield return (
                    visit.Say(property.Chinese, Terms.Spaced(property.Name)),
                    property.Kind is PropertyKind.Choice
                        ? Terms.Of(GraphApi.Schema.Properties.EnumName(type.Name, property), value).For(visit)
                        : value,
                    // What is written and not chosen is as the seeds have it.
                    property.Kind is PropertyKind.Choice
                        ? visit.Language
                        : Visit.Chinese
                );

        string? Held(string property) =>
            Own.TryGetValue(Declared.Alias(type, property), out var value) && value.ValueKind is JsonValueKind.String
                ? value.GetString()
                : null;
    }
}

/// <param name="Figures">Of an event, those that were said there.</param>
/// <param name="Said">How many figures it says.</param>
public sealed record EntityData(EntityTold Entity, Listed<Figure>? Figures = null, CountTold? Said = null);

/// <summary>A list of which only the count is asked.</summary>
public sealed record CountTold(int TotalCount);

/// <summary>What the page of an event is given.</summary>
/// <param name="Said">Figures that were said there.</param>
public sealed record EventModel(EntityTold Event, Listed<Figure> Said);

/// <summary><c>/entity/person:…</c>: what the papers print of someone or something. Asked by a name it leads to the id.</summary>
internal sealed class EntityPage : WebPage<EntityData>
{
    private static readonly StoredDocument ById = StoredDocument.Named("entity"),
        OfEvent = StoredDocument.Named("event"),
        ByName = StoredDocument.Named("entity-named");

    public override string Route => Links.Entity + "{**id}";

    public override StoredDocument? DocumentFor(Visit visit) =>
        IsName(visit) ? ByName
        : IsEvent(visit) ? OfEvent
        : ById;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        if (IsName(visit))
            return new() { ["name"] = visit.Id };
        Dictionary<string, object?> variables = new()
        {
            ["id"] = visit.Id,
            ["after"] = visit.Given(Visit.AfterName),
            ["asOf"] = Day(visit),
            ["articles"] = PublishedBy(visit),
        };
        if (IsEvent(visit))
            variables["at"] = new List<object?> { visit.Id };
        else
        {
            variables["speaks"] = Speaks(visit);
            if (Speaks(visit))
                variables["speaker"] = new List<object?> { visit.Id };
        }
        return variables;
    }

    protected override Shown Show(Visit visit, EntityData data)
    {
        var entity = data.Entity;
        if (IsName(visit))
            return Shown.See(visit.To(Links.PathOf(entity.Id)));
        if (entity.Id != visit.Id)
            return Shown.At(visit.To(Links.Entity + Links.Escape(entity.Id)));
        var title = visit.Say(entity.Name, entity.NameEnglish ?? entity.Name);
        return data.Figures is { } said
            ? Shown.Of<EventView, EventModel>(new(entity, said), title)
            : Shown.Of<EntityView, EntityTold>(entity with { Said = data.Said?.TotalCount ?? 0 }, title);
    }

    /// <summary>What happens on days has a page with who was there and what was said.</summary>
    private static bool IsEvent(Visit visit) =>
        EntityTypes.All.Any(type => type.HasPeriod && visit.Id!.StartsWith($"{type.Prefix}:", StringComparison.Ordinal));

    /// <summary>Whether whatever has such an id can say a figure.</summary>
    private static bool Speaks(Visit visit) =>
        EntityTypes
            .All.Where(type => visit.Id!.StartsWith($"{type.Prefix}:", StringComparison.Ordinal))
            .All(type => NodeTypes.Speakers.Names.Contains(type.Name));

    private static bool IsName(Visit visit) => NodeId.KindOf(visit.Id!) is null;
}
