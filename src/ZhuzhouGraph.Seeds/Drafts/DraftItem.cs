using System.Text;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>What a draft says of one sentence.</summary>
internal sealed record DraftItem(
    Address Address,
    Span InLine,
    IReadOnlyList<FoundName> Names,
    IReadOnlyList<DraftFigure> Figures,
    IReadOnlyList<IReadOnlyList<(string Key, string? Value)>> Links
)
{
    public bool IsEmpty => Names.Count + Figures.Count + Links.Count == 0;

    /// <summary>Writes the item; what all its figures share stands once.</summary>
    public void Write(StringBuilder yaml)
    {
        yaml.Append(null, $"- at: {Address}\n");
        if (Names.Count > 0)
            yaml.Append(null, $"  mentions: [{string.Join(", ", Names.Select(Mention))}]\n");
        var when = Shared(figure => figure.When);
        var about = Figures.Count > 1 && Shared(figure => YamlWords.Of(figure.About)) is not null ? Figures[0].About : [];
        var by =
            Shared(figure => figure.By) is not null && Figures.All(figure => figure.Capacity == Figures[0].Capacity) ? Figures[0].By : null;
        if (when is not null)
            yaml.Append(null, $"  when: {when}\n");
        if (about.Count > 0)
            yaml.Append(null, $"  about: {YamlWords.Of(about)}\n");
        if (by is not null)
            yaml.Append(null, $"  by: {YamlWords.Of(by)}\n");
        if (by is not null && Figures[0].Capacity is { } capacity)
            yaml.Append(null, $"  capacity: {YamlWords.Of(capacity)}\n");
        if (Figures.Count > 0)
            yaml.Append("  figures:\n");
        HashSet<string> told = new(StringComparer.Ordinal);
        foreach (var figure in Figures)
        {
            if (figure.Grounds.Where(told.Add).ToList() is { Count: > 0 } grounds)
                yaml.Append(null, $"  # {string.Join("; ", grounds)}\n");
            yaml.Append(null, $"  - {YamlWords.Map(figure.Pairs(when, about, by))}\n");
        }
        if (Links.Count > 0)
            yaml.Append("  links:\n");
        foreach (var link in Links)
            yaml.Append(null, $"  - {YamlWords.Map(link)}\n");
    }

    /// <summary>The name; where several have it, which of them is left to do.</summary>
    private static string Mention(FoundName name) =>
        name.Entity is not null
            ? YamlWords.Of(name.Name)
            : YamlWords.Map(
                ("id", YamlWords.Of(SeedTodo.For(string.Join(" or ", name.Entities.Select(entity => entity.Id))))),
                ("words", YamlWords.Of(name.Name))
            );

    private string? Shared(Func<DraftFigure, string?> of) => Figures.Select(of).Distinct().ToList() is [var one] ? one : null;
}
