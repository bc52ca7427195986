using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.Pages.Home;
using ZhuzhouGraph.Server.Pages.States;

namespace ZhuzhouGraph.Server.Pages.Finding;

/// <summary>Where words stand in a text that matched, in UTF-16 code units.</summary>
public sealed record Mark(int Start, int End);

/// <summary>Something that has the words.</summary>
public sealed record Hit(string Match, string Source, string Text, IReadOnlyList<Mark> Highlights, string? Address, Named Node);

/// <summary>A name that may have been meant.</summary>
public sealed record Near(string Name, Named Node);

public sealed record Hits(IReadOnlyList<Hit> Nodes, IReadOnlyList<Near> Nearest, PageMarks PageInfo, int TotalCount, bool IsCapped);

/// <summary>What the graph is read from.</summary>
public sealed record ReadFrom(int Articles, int ArticlesWithText, Days? Coverage);

public sealed record SearchData(
    ReadFrom Summary,
    Hits Search,
    Listed<Figure> Figures,
    Listed<Figure>? Below,
    Listed<Figure>? Above,
    Listed<Figure>? AnyBelow,
    Listed<Figure>? AnyAbove
);

/// <summary>What the page of a search is given.</summary>
/// <param name="Text">What was searched for.</param>
/// <param name="NearNumbers">Figures near the number in it, nearest first.</param>
public sealed record SearchModel(string Text, SearchData Found, IReadOnlyList<Figure> NearNumbers)
{
    public bool IsNothing => Found.Search.Nodes.Count == 0 && Found.Figures.Nodes.Count == 0;

    /// <summary>Hits by the type of what has the words, the type of the best one first.</summary>
    public IEnumerable<IGrouping<string, Hit>> Groups =>
        Found.Search.Nodes.GroupBy(hit => hit.Source == "SENTENCE" ? "SENTENCE" : hit.Node.TypeName);
}

/// <summary><c>/search</c>: names, figures, articles and held sentences that have the words, and the figures nearest to a number.</summary>
internal sealed class SearchPage : WebPage<SearchData>
{
    public const string Text = "q",
        Type = "type";

    private static readonly StoredDocument Words = StoredDocument.Named("search"),
        WordsAndNumber = StoredDocument.Named("search-number");

    public override string Route => Links.Search;

    public override IReadOnlyList<string> Parameters => [Text, Type];

    public override StoredDocument? DocumentFor(Visit visit) =>
        visit.Given(Text) is not { } text ? null
        : NumberAsked.In(text) is null ? Words
        : WordsAndNumber;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        Dictionary<string, object?> variables = new()
        {
            ["text"] = visit.Given(Text),
            ["types"] = visit.Given(Type) is { } type ? new List<object?> { type } : null,
            ["after"] = visit.Given(Visit.AfterName),
            ["asOf"] = Day(visit),
        };
        if (visit.Given(Text) is { } text)
            NumberAsked.In(text)?.AddTo(variables);
        return variables;
    }

    public override AskedForm? FormOf(Visit visit) =>
        new(typeof(Parts.SearchBox), new() { [nameof(Parts.SearchBox.Text)] = visit.Given(Text) ?? "" });

    public override string ArgumentOf(string parameter) => parameter == Text ? "text" : parameter;

    protected override Shown ShowUnasked(Visit visit) => Shown.See(visit.To("/"));

    protected override Shown Show(Visit visit, SearchData data)
    {
        var text = visit.Given(Text)!;
        // None where the text itself is printed.
        IReadOnlyList<Figure> near =
            data.Figures.Nodes.Count == 0 && NumberAsked.In(text) is { } number
                ? number.Nearest(Both(data.Below, data.Above), Both(data.AnyBelow, data.AnyAbove), figure => figure.Number)
                : [];
        return Shown.Of<SearchView, SearchModel>(new SearchModel(text, data, near), visit.Say($"查找“{text}”", $"Search: {text}")) with
        {
            Searched = text,
        };
    }

    private static List<Figure> Both(Listed<Figure>? below, Listed<Figure>? above) => [.. below?.Nodes ?? [], .. above?.Nodes ?? []];
}
