using ZhuzhouGraph.Server.Pages.Entities;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Lists;

/// <summary>A field of a form that filters a list.</summary>
/// <param name="Name">The parameter of the address.</param>
public sealed record FilterField(string Name, Bilingual Label, string Kind = "text")
{
    /// <summary>What stands there where nothing is chosen.</summary>
    public Bilingual Unset { get; init; } = new("全部", "all");

    /// <summary>What may be chosen; empty for a text that is written.</summary>
    public IReadOnlyList<(string Word, Bilingual Term)> Choices { get; init; } = [];
}

/// <summary>A page of a list, with the form that narrows it.</summary>
public record ListModel<T>(Bilingual Heading, IReadOnlyList<FilterField> Fields, Listed<T> List)
{
    /// <summary>Where the whole list can be had as a file; null where it cannot.</summary>
    public string? Csv { get; init; }

    /// <summary>The same as a workbook.</summary>
    public string? Xlsx { get; init; }

    /// <summary>The same in JSON.</summary>
    public string? Json { get; init; }
}

/// <summary>An answer that is one list.</summary>
public sealed record ListData<T>(Listed<T> List);

/// <summary>A page of a list that a form narrows.</summary>
internal abstract class FilteredPage<TData> : WebPage<TData>
{
    /// <summary>The fields of its form.</summary>
    protected abstract IReadOnlyList<FilterField> Fields { get; }

    public sealed override AskedForm? FormOf(Visit visit) => ListFilters.FormOf(Fields);
}

/// <summary>What the fields of the forms mean: filters of GraphQL by the parameters of an address.</summary>
internal static class ListFilters
{
    public static readonly FilterField Text = new("text", new("字样", "Words"), "search"),
        From = new("from", new("起", "From"), "date"),
        To = new("to", new("止", "To"), "date");

    /// <summary>The form of these fields; it finds in the address what was typed.</summary>
    public static AskedForm FormOf(IReadOnlyList<FilterField> fields) =>
        new(typeof(FilterForm), new() { [nameof(FilterForm.Fields)] = fields });

    /// <summary>A list of one, as filters take it; null where nothing is given.</summary>
    public static List<object?>? One(Visit visit, string name) => visit.Given(name) is { } value ? [value] : null;

    /// <summary>The days between two fields; null where neither is given.</summary>
    public static Dictionary<string, object?>? Days(Visit visit) => Given(("from", visit.Given(From.Name)), ("to", visit.Given(To.Name)));

    /// <summary>The members of an input that have a value; null where none has.</summary>
    public static Dictionary<string, object?>? Given(params IEnumerable<(string Name, object? Value)> members) =>
        members.Where(member => member.Value is not null).ToDictionary(member => member.Name, member => member.Value)
            is { Count: > 0 } given
            ? given
            : null;

    /// <summary>The words of a closed list, to choose from.</summary>
    public static IReadOnlyList<(string Word, Bilingual Term)> Words(string list) => [.. Terms.In(list)];
}
