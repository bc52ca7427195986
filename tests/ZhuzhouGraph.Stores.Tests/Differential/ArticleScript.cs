using NodaTime;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>
/// What an article is to say, before it is known which entities it may speak of. Kept, so that the article can be imported again with other
/// facts.
/// </summary>
internal sealed record ArticleScript(int Number)
{
    public required LocalDate Date { get; init; }
    public required Func<Article, Article> Form { get; init; }
    public required IReadOnlyList<string> Lines { get; init; }
    public required bool IsHeld { get; init; }
    public required IReadOnlyList<Entity> Entities { get; init; }
    public required IReadOnlyList<(Relationship Link, string At)> Statements { get; init; }
    public required IReadOnlyList<(string Key, Observation Figure, string At)> Figures { get; init; }
    public required IReadOnlyList<(string Entity, string Name, string At)> Namings { get; init; }

    public string Id => ArticleId(Number);

    private static readonly ArticlePart[] Parts = Enum.GetValues<ArticlePart>();

    /// <summary>The unit, with only what it may say where just those entities are known besides its own.</summary>
    public GraphBatch Batch(IReadOnlySet<string> registered)
    {
        var known = registered.Concat(Entities.Select(e => e.Id)).ToHashSet(StringComparer.Ordinal);
        var batch = Article(Number, Date).With(Entities.Select(e => e with { Properties = Known(e.Type.Properties, e.Properties) }));
        foreach (
            var (link, at) in Statements.Where(s =>
                known.Contains(s.Link.From) && (known.Contains(s.Link.To) || s.Link.To == CityFacts.ThisArticle)
            )
        )
        {
            var stated = link.In(Id);
            stated = CityFacts.Moved(stated, stated.From, stated.To, Known(stated.Type.Properties, stated.Properties));
            batch = batch.Relationships.Any(r => r.Id == stated.Id) ? batch.Citing(stated.Id, null, at) : batch.Stating(stated, at);
        }
        foreach (var (key, figure, at) in Figures.Where(f => known.Contains(f.Figure.About) && known.Contains(f.Figure.Indicator)))
        {
            var printed = figure with
            {
                Id = $"obs:{Id["article:".Length..]}/{key}",
                Article = Id,
                At = KnownOrNull(figure.At),
                Place = KnownOrNull(figure.Place),
                AttributedTo = KnownOrNull(figure.AttributedTo),
                Breakdown = Breakdown.Of((figure.Breakdown?.Members ?? []).Where(known.Contains)),
                Base = figure.Base is { } against ? against with { Entity = KnownOrNull(against.Entity) } : null,
                Within = figure.Within is { } within ? within with { Place = KnownOrNull(within.Place) } : null,
            };
            batch = batch.Observations.FirstOrDefault(o => o.Id == printed.Id) is { } there
                ? batch.Citing(there.Id, there.Figure, at)
                : batch.Printing(printed, at);
        }
        foreach (var (entity, name, at) in Namings.Where(n => known.Contains(n.Entity)))
            batch = batch.Naming(entity, name, at);
        batch = batch with { Article = Form(batch.Article!) with { Sha256 = NodeId.Hash(64, Lines) } };
        return Located(IsHeld ? batch.Holding([.. Lines]) : batch);

        string? KnownOrNull(string? id) => id is not null && known.Contains(id) ? id : null;

        Dictionary<string, string> Known(IReadOnlyList<PropertyDeclaration> declared, IReadOnlyDictionary<string, string> values) =>
            values
                .Where(value =>
                    declared.All(p =>
                        p.Name != value.Key
                        || p.Kind is not (PropertyKind.Entity or PropertyKind.Entities)
                        || value.Value.Split(' ').All(known.Contains)
                    )
                )
                .ToDictionary();
    }

    /// <summary>Says in which part of the article each line stands, and where words stand in their sentences, where they do.</summary>
    private static GraphBatch Located(GraphBatch batch) =>
        Hashed(
            batch with
            {
                Citations = [.. batch.Citations.Select(c => Located(c with { Part = Parts[c.Address.Line % Parts.Length] }))],
            }
        );

    private static Citation Located(Citation c) =>
        c is { Words: { } words, Quote: { } quote, Span: { } span } && quote.IndexOf(words, StringComparison.Ordinal) is >= 0 and var at
            ? c with
            {
                WordsSpan = new(span.Start + at, span.Start + at + words.Length),
            }
            : c;
}
