namespace ZhuzhouGraph.Server.Pages.Asks;

/// <summary>A type as a field has it: with what says that it is required, or a list.</summary>
public sealed record WrittenType(string Kind, string? Name, WrittenType? OfType)
{
    /// <summary>The name of what is inside of lists.</summary>
    public string Inner => Name ?? OfType!.Inner;

    /// <summary>What stands before and behind the name: <c>[</c> and <c>!]!</c>.</summary>
    public (string Before, string Behind) Around =>
        Kind switch
        {
            "NON_NULL" => (OfType!.Around.Before, OfType.Around.Behind + "!"),
            "LIST" => ("[" + OfType!.Around.Before, OfType.Around.Behind + "]"),
            _ => ("", ""),
        };
}

public sealed record InputTold(string Name, string? Description, string? DefaultValue, WrittenType Type);

public sealed record FieldTold(
    string Name,
    string? Description,
    bool IsDeprecated,
    string? DeprecationReason,
    WrittenType Type,
    IReadOnlyList<InputTold> Args
);

public sealed record ValueTold(string Name, string? Description);

public sealed record TypeName(string Name);

/// <summary>A type of the schema, as it says itself.</summary>
public sealed record TypeTold(
    string Kind,
    string Name,
    string? Description,
    IReadOnlyList<FieldTold>? Fields = null,
    IReadOnlyList<InputTold>? InputFields = null,
    IReadOnlyList<ValueTold>? EnumValues = null,
    IReadOnlyList<TypeName>? Interfaces = null,
    IReadOnlyList<TypeName>? PossibleTypes = null
)
{
    /// <summary>A description in the reader's language: each has a Chinese term, a colon and an English sentence.</summary>
    public static (string? Term, string Text) Described(string? description) =>
        description?.Split(": ", 2) is [var term, var text] && !char.IsAscii(term[0]) ? (term, text) : (null, description ?? "");
}

public sealed record TypeData([property: System.Text.Json.Serialization.JsonPropertyName("__type")] TypeTold? Type);

/// <summary><c>/schema/Observation</c>: every field, argument and value of a type, with its description.</summary>
internal sealed class SchemaTypePage : WebPage<TypeData>
{
    private static readonly StoredDocument Document = StoredDocument.Named("schema");

    public override string Route => Links.Schema + "/{id}";

    public override bool IsOfDay => false;

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new() { ["name"] = visit.Id };
    }

    protected override Shown Show(Visit visit, TypeData data) =>
        data.Type is { } type ? Shown.Of<SchemaTypeView, TypeTold>(type, type.Name) : States.StatePages.NotFound(visit);
}

public sealed record TypesTold(IReadOnlyList<TypeTold> Types);

public sealed record TypesData([property: System.Text.Json.Serialization.JsonPropertyName("__schema")] TypesTold Schema);

/// <summary><c>/schema</c>: all types.</summary>
internal sealed class SchemaPage : WebPage<TypesData>
{
    private static readonly StoredDocument Document = StoredDocument.Named("schema-index");

    public override string Route => Links.Schema;

    public override bool IsOfDay => false;

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    protected override Shown Show(Visit visit, TypesData data) =>
        Shown.Of<SchemaView, TypesTold>(data.Schema, visit.Say("有哪些字段", "What there is to ask for"));
}
