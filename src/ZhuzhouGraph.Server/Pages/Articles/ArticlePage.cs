using System.Text.Json;

namespace ZhuzhouGraph.Server.Pages.Articles;

public sealed record LinesTold(int First, int Last);

public sealed record CorrectionTold(string Address, string Printed, string Probably, string Reason);

public sealed record RepeatTold(LinesTold Lines, int Of, string Reason);

/// <summary>Where a fact is read from.</summary>
public sealed record ReadAt(string Address, string Part, string? Words);

/// <summary>A name or a fact that an article prints, as GraphQL answers it.</summary>
public sealed record CitedTold(ReadAt Citation, JsonElement Node);

public sealed record ArticleTold(
    string Id,
    string Title,
    string TitleEnglish,
    string Newspaper,
    string NewspaperEnglish,
    NodaTime.LocalDate Date,
    string? Page,
    string? Section,
    string? Byline,
    string Sha256,
    bool IsCutAtStart,
    bool IsCutAtEnd,
    string? ContinuedOn,
    bool HasText,
    string? RemovedAt,
    string? Text,
    string CiteAs,
    string CiteAsEnglish,
    IReadOnlyList<LinesTold> Lines,
    IReadOnlyList<CorrectionTold> Corrections,
    IReadOnlyList<RepeatTold> Repeats,
    Listed<CitedTold> Cited
);

/// <summary>A fact of a sentence: a name, a relationship or a figure.</summary>
public sealed record FactTold(string Address, string? Words, Named? Name, Relation? Relation, Figure? Figure)
{
    public static FactTold Of(CitedTold cited)
    {
        var type = cited.Node.GetProperty("__typename").GetString()!;
        var (at, node) = (cited.Citation, cited.Node);
        return type == nameof(Observation) ? new(at.Address, at.Words, null, null, PageJson.ReadPart<Figure>(node))
            : RelationshipTypes.All.Any(one => one.TypeName == type)
                ? new(at.Address, at.Words, null, PageJson.ReadPart<Relation>(node), null)
            : new(at.Address, at.Words, PageJson.ReadPart<Named>(node), null, null);
    }
}

/// <summary>A sentence of an article and what was read from it.</summary>
/// <param name="Text">As printed; null where the text is not held.</param>
public sealed record SentenceTold(string Address, string? Text, IReadOnlyList<FactTold> Facts);

public sealed record ArticleModel(ArticleTold Article, IReadOnlyList<SentenceTold> Sentences);

/// <summary><c>/article/…</c>: a report sentence by sentence, with what was read from each.</summary>
internal sealed class ArticlePage : WebPage
{
    private const string Prefix = "article:";

    private static readonly StoredDocument Document = StoredDocument.Named("article");

    private sealed record Data(ArticleTold? Node);

    public override string Route => Links.Article + "{**id}";

    public override bool IsOfDay => false;

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    /// <summary>Lines that are shown before the one that a link leads to.</summary>
    private const int LinesBefore = 3;

    public override IReadOnlyList<string> Parameters => [Links.At];

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        var at = visit.Given(Links.At);
        problem =
            at is not null && Address.Parse(at) is null
                ? Visit.Wrong(Links.At, at, new Bilingual("行和句，如 61.1", "a line and a sentence, such as 61.1"))
                : null;
        return new()
        {
            ["id"] = Prefix + visit.Id,
            ["after"] = visit.Given(Visit.AfterName),
            ["from"] = FromOf(visit)?.ToString(),
        };
    }

    /// <summary>Where the page starts; null for the beginning.</summary>
    private static Address? FromOf(Visit visit) =>
        visit.Given(Links.At) is { } at && Address.Parse(at) is { Line: > LinesBefore + 1 } there ? new(there.Line - LinesBefore, 1) : null;

    public override Shown Show(Visit visit, ReadOnlySpan<byte> data)
    {
        if (PageJson.Read<Data>(data).Node is not { } article)
            return States.StatePages.NotFound(visit);
        var sentences = ArticleSentences.Of(article, visit.Given(Visit.AfterName) is null, FromOf(visit));
        return Shown.Of<ArticleView, ArticleModel>(new(article, sentences), visit.Say(article.Title, article.TitleEnglish));
    }
}
