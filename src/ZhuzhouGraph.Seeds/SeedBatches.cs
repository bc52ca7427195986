using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ZhuzhouGraph.Seeds;

/// <summary>Turns valid seeds into units of import.</summary>
internal static class SeedBatches
{
    /// <summary>The registry, where there is one, then the articles in order.</summary>
    public static IReadOnlyList<GraphBatch> Of(BoundSeeds seeds)
    {
        var articles = seeds.Articles.Select(article => Sealed(OfArticle(article, seeds.Texts.Find(article.Article.Sha256))));
        return seeds.Source.HasRegistry
            ?
            [
                Sealed(
                    new GraphBatch
                    {
                        Unit = GraphBatch.Registry,
                        Hash = "",
                        Entities = [.. seeds.Registry.Select(x => x.Entity)],
                        Relationships = Merged(seeds.Background.Select(x => x.Relationship)),
                    }
                ),
                .. articles,
            ]
            : [.. articles];
    }

    private static GraphBatch OfArticle(BoundArticle article, IssueText? text)
    {
        var statements = article.Facts.Where(f => f.Node is Relationship).OrderBy(f => f.Citation.Address);
        return new GraphBatch
        {
            Unit = article.Article.Id,
            Hash = "",
            Entities = [.. article.Entities.Select(x => x.Entity)],
            Article = article.Article with { Text = text?.ArticleText(article.Article.Lines) },
            Relationships = Merged(statements.Select(f => (Relationship)f.Node)),
            Observations = [.. article.Facts.Select(f => f.Node).OfType<Observation>()],
            Citations = [.. article.Facts.Select(f => SeedEvidence.Locate(f, article.Article, text).Citation).Distinct()],
            Sentences = text?.AllSentences(article.Article.Lines) ?? [],
            IssueText = text?.Text,
        };
    }

    private static IReadOnlyList<Relationship> Merged(IEnumerable<Relationship> statements) =>
        [
            .. statements
                .GroupBy(r => r.Id, StringComparer.Ordinal)
                .Select(same => Relationship.Merge([.. same]))
                .OrderBy(r => r.Id, StringComparer.Ordinal),
        ];

    private static GraphBatch Sealed(GraphBatch batch)
    {
        var text = new StringBuilder();
        foreach (var entity in batch.Entities)
            Line(
                "entity",
                [
                    entity.Id,
                    entity.Type.Name,
                    entity.Kind,
                    .. entity.FormerIds,
                    .. entity.Names.Select(n => n.ToString()),
                    Of(entity.Properties),
                    Of(entity.Period),
                ]
            );
        if (batch.Article is { } a)
        {
            Line(
                "article",
                [
                    a.Id,
                    a.Newspaper,
                    a.NewspaperEnglish,
                    Of(a.Date),
                    a.Page,
                    a.Title,
                    a.TitleEnglish,
                    a.Section,
                    a.Byline,
                    a.Sha256,
                    a.IsCutAtStart.ToString(),
                    a.IsCutAtEnd.ToString(),
                    a.ContinuedOn,
                    .. a.Lines.Select(l => l.ToString()),
                    .. a.Corrections.Select(c => c.ToString()),
                    .. a.Repeats.Select(r => r.ToString()),
                    a.Text,
                ]
            );
        }
        foreach (var r in batch.Relationships)
            Line(
                "relationship",
                [r.Id, Of(r.Properties), Of(r.Period), r.Status.ToString(), r.Ground, .. r.References.Select(x => x.ToString())]
            );
        foreach (var o in batch.Observations)
            Line("observation", [(o with { Period = null }).ToString(), Of(o.Period), Of(o.Quantity)]);
        foreach (var c in batch.Citations)
            Line("citation", [c.ToString()]);
        return batch with { Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()))) };

        void Line(string kind, string?[] fields) => text.Append(kind).Append('\u001e').AppendJoin('\u001f', fields).Append('\n');
    }

    private static string Of(IReadOnlyDictionary<string, string> properties) =>
        string.Join('\u001d', properties.OrderBy(p => p.Key, StringComparer.Ordinal).Select(p => $"{p.Key}={p.Value}"));

    private static string Of(NodaTime.LocalDate? date) => date?.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Of(Period? period) =>
        period is null ? "" : $"{period.Words} {Of(period.First)} {Of(period.Last)} {period.Precision} {period.Basis}";

    private static string Of(Quantity q) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{q.Value} {q.Unit.Code} {q.UnitMultiplier} {q.Hedge} {q.Lower} {q.Upper} {q.BoundBasis} {q.Meaning}"
        );
}
