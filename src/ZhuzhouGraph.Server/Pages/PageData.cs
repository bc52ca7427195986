using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using NodaTime;
using NodaTime.Text;

namespace ZhuzhouGraph.Server.Pages;

/// <summary>A page of a list, as GraphQL answers it.</summary>
public sealed record Listed<T>(IReadOnlyList<T> Nodes, PageMarks? PageInfo = null, int? TotalCount = null)
{
    /// <summary>Where the list goes on; null at its end.</summary>
    public string? Next => PageInfo is { HasNextPage: true } marks ? marks.EndCursor : null;

    /// <summary>How many items the page leaves out, where they were counted.</summary>
    public int? More => TotalCount is { } all ? all - Nodes.Count : null;
}

public sealed record PageMarks(bool HasNextPage, string? EndCursor);

/// <summary>Something with an address of its own, as the fragment <c>named</c> asks for it.</summary>
public sealed record Named(
    string Id,
    [property: JsonPropertyName("__typename")] string TypeName,
    string? Name = null,
    string? NameEnglish = null,
    string? Title = null,
    string? TitleEnglish = null
)
{
    /// <summary>The printed Chinese name, the title, or else the id.</summary>
    public string Chinese => Name ?? Title ?? Id;

    public string? English => NameEnglish ?? TitleEnglish;
}

/// <summary>A printed time.</summary>
public sealed record PrintedPeriod(string Words, LocalDate? First, LocalDate? Last, string? Precision = null, string? Basis = null);

/// <summary>An article, as far as it is told beside what it prints.</summary>
public sealed record Report(
    string Id,
    string Title,
    string TitleEnglish,
    string Newspaper,
    string NewspaperEnglish,
    LocalDate Date,
    string? Page
);

/// <summary>A place where something is printed.</summary>
public sealed record PrintedAt(
    string Address,
    Report Article,
    string? Part = null,
    string? Quote = null,
    int? Start = null,
    string? Words = null,
    int? WordsStart = null,
    int? WordsEnd = null,
    string? CiteAs = null,
    string? CiteAsEnglish = null
);

public sealed record UnitTerm(string Code, string Label, string LabelEnglish);

public sealed record BoundText(string ValueText, bool IsInclusive);

public sealed record Universe(string Words, bool IsAscending, int? Size, string? By = null);

/// <summary>What a figure is compared with.</summary>
public sealed record BaseTold(string Words);

/// <summary>A part that a figure is of.</summary>
public sealed record Member([property: JsonPropertyName("member")] Named Of)
{
    public static string NamesOf(IReadOnlyList<Member> members, Visit visit) =>
        string.Join(visit.Say("、", ", "), members.Select(member => visit.Say(member.Of.Chinese, member.Of.English ?? member.Of.Chinese)));
}

/// <summary>A figure, as the fragment <c>figure</c> asks for it.</summary>
public sealed record Figure(
    string Id,
    [property: JsonPropertyName("figure")] string Words,
    string Measure,
    string Status,
    string Hedge,
    Named About,
    Named Indicator,
    Listed<PrintedAt> Citations,
    string? Comparison = null,
    string? Accumulation = null,
    string? Meaning = null,
    string? BoundBasis = null,
    string? ValueText = null,
    UnitTerm? Unit = null,
    BoundText? Lower = null,
    BoundText? Upper = null,
    Universe? Within = null,
    Named? AttributedTo = null,
    string? Capacity = null,
    PrintedPeriod? Period = null,
    string? RecordedAt = null,
    BaseTold? Base = null,
    IReadOnlyList<Member>? Breakdown = null
)
{
    /// <summary>Its number, or the end of its interval that is nearer to nought; null for 前列.</summary>
    public decimal? Number =>
        decimal.TryParse(ValueText ?? Lower?.ValueText ?? Upper?.ValueText, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>Whether it was measured, and is not aimed at or expected.</summary>
    public bool IsMeasured => Status == "ACTUAL";

    /// <summary>Where it is printed first; null where the article no longer prints it.</summary>
    public PrintedAt? PrintedAt => Citations.Nodes.Count > 0 ? Citations.Nodes[0] : null;
}

public sealed record ReferenceTo(
    string Title,
    string TitleEnglish,
    int Year,
    string? Entry,
    string? CiteAs = null,
    string? CiteAsEnglish = null
);

/// <summary>A statement between two things, as the fragment <c>relation</c> asks for it.</summary>
public sealed record Relation(
    string Id,
    string Type,
    string Standing,
    Named From,
    Named To,
    Listed<PrintedAt> Citations,
    IReadOnlyList<ReferenceTo>? References = null,
    string? Ground = null,
    PrintedPeriod? Period = null
)
{
    /// <summary>Its declared properties, under the names of <see cref="Declared.Alias(RelationshipType, PropertyDeclaration)"/>.</summary>
    [JsonExtensionData]
    public Dictionary<string, JsonElement> Properties { get; init; } = [];

    /// <summary>The end that is not the thing whose page this is.</summary>
    public Named OtherThan(string id) => From.Id == id ? To : From;
}

/// <summary>ISO days.</summary>
internal sealed class DayConverter : JsonConverter<LocalDate>
{
    public override LocalDate Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LocalDatePattern.Iso.Parse(reader.GetString()!).Value;

    public override void Write(Utf8JsonWriter writer, LocalDate value, JsonSerializerOptions options) =>
        writer.WriteStringValue(LocalDatePattern.Iso.Format(value));
}

/// <summary>How answers are read into what pages show.</summary>
internal static class PageJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new DayConverter() } };

    /// <exception cref="JsonException">The answer is not what the page's document asks for: a defect of ours.</exception>
    public static T Read<T>(ReadOnlySpan<byte> json) => JsonSerializer.Deserialize<Answered<T>>(json, Options)!.Data;

    /// <summary>A part of an answer that was kept as JSON.</summary>
    public static T ReadPart<T>(JsonElement json) => json.Deserialize<T>(Options)!;

    private sealed record Answered<T>(T Data);
}
