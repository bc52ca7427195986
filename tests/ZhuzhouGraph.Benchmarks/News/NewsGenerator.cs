using System.Security.Cryptography;
using System.Text;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Benchmarks.News;

/// <summary>
/// An invented city's news as units of import: few well-known things and a long tail, one hub. Nothing is kept from unit to unit, so memory
/// is flat over any number, and every unit can be had by itself. The same shape gives the same units on every machine.
/// </summary>
public sealed class NewsGenerator
{
    private readonly NewsRegistry _registry;
    private readonly NewsRelationships _relationships;
    private readonly NewsObservations _observations;
    private readonly NewsArticles _articles;

    public NewsGenerator(NewsShape shape)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(shape.Articles, shape.Directories);
        Shape = shape;
        _registry = new(shape);
        _relationships = new(shape, _registry);
        _observations = new(shape, _registry);
        _articles = new(shape, _registry);
    }

    public NewsShape Shape { get; }

    /// <summary>The city, which has a fifth of all relationships.</summary>
    public static string City => NewsRegistry.City;

    /// <summary>The series with a figure per day: indicator and what it is about.</summary>
    public (string Indicator, string About) LongSeries => _observations.LongSeries;

    /// <summary>The monthly series, some about the city.</summary>
    public IEnumerable<(string Indicator, string About)> MonthlySeries =>
        Enumerable.Range(0, _observations.Series).Select(_observations.SeriesOf);

    /// <summary>The registry's entities of a type, the well-known ones first.</summary>
    public IEnumerable<Entity> Known(EntityType type) =>
        Enumerable.Range(0, _registry.Count(type)).Select(number => _registry.Of(type, number));

    /// <summary>The unit to import first.</summary>
    public GraphBatch Registry() =>
        Sealed(
            new()
            {
                Unit = GraphBatch.Registry,
                Hash = "",
                Entities = [.. _registry.All().Take(Shape.RegistryEntities)],
            }
        );

    /// <summary>
    /// The articles in the order of print, each made when it is asked for. An article may mention events of those before it.
    /// </summary>
    public IEnumerable<GraphBatch> Articles() => Enumerable.Range(0, Shape.Articles).Select(Article);

    /// <summary>The article of that number, from 0.</summary>
    public GraphBatch Article(int number)
    {
        var report = _articles.Of(number);
        var relationships = Stated(number).DistinctBy(r => r.Id, StringComparer.Ordinal).ToList();
        var observations = Range(number, Shape.Observations).Select(_observations.Of).ToList();
        var text = Shape.HoldsText ? report.Text : null;
        var sentences = text?.AllSentences(report.Article.Lines) ?? [];
        IEnumerable<Citation> citations =
        [
            .. relationships.Select(
                (r, i) => new Citation(r.Id, report.Article.Id, NewsArticles.SentenceAddresses[i % 2], ArticlePart.Body, null)
            ),
            .. observations.Select(
                (o, i) => new Citation(o.Id, report.Article.Id, NewsArticles.SentenceAddresses[i % 2], ArticlePart.Body, o.Figure)
            ),
            .. report.Names.Select(n => new Citation(n.Entity.Id, report.Article.Id, n.Address, ArticlePart.Body, n.Entity.Name)),
        ];
        return Sealed(
            new()
            {
                Unit = report.Article.Id,
                Hash = "",
                Entities =
                    number < Shape.Directories ? [.. Directory(number)]
                    : report.OwnEvent is { } own ? [own]
                    : [],
                Article = report.Article with { Text = text?.ArticleText(report.Article.Lines) },
                Relationships = relationships,
                Observations = observations,
                Citations =
                [
                    .. citations.Distinct().Select(c => sentences.FirstOrDefault(s => s.Address == c.Address) is { } s ? Quoted(c, s) : c),
                ],
                Sentences = sentences,
                IssueText = text?.Text,
            }
        );
    }

    private IEnumerable<Entity> Directory(int number) =>
        _registry.All().Skip(Shape.RegistryEntities + (number * NewsShape.DirectoryEntities)).Take(NewsShape.DirectoryEntities);

    /// <summary>
    /// What the article states first, then a fifth as much that earlier ones stated; the oldest facts are stated most often.
    /// </summary>
    private IEnumerable<Relationship> Stated(int article)
    {
        var first = Shape.FirstIn(article, Shape.Relationships);
        var fresh = Range(article, Shape.Relationships);
        var dice = new Dice(Shape.Seed, Throw.Article, -1 - article);
        var again =
            first == 0 ? [] : Enumerable.Range(0, fresh.Count() / 5).Select(_ => Otherwise(_relationships.Of(dice.Skewed(first)), dice));
        return fresh.Select(_relationships.Of).Concat(again);
    }

    /// <summary>Another article may have another word for it, which is no key: the first statement's stays.</summary>
    private static Relationship Otherwise(Relationship relationship, Dice dice) =>
        relationship.Properties.ContainsKey("word") && dice.Chance(30)
            ? relationship with
            {
                Properties = new Dictionary<string, string>(relationship.Properties) { ["word"] = "另说" },
            }
            : relationship;

    private IEnumerable<int> Range(int article, int total) =>
        Enumerable.Range(Shape.FirstIn(article, total), Shape.FirstIn(article + 1, total) - Shape.FirstIn(article, total));

    private static Citation Quoted(Citation citation, Sentence sentence)
    {
        var at = citation.Words is { } words ? sentence.Text.IndexOf(words, StringComparison.Ordinal) : -1;
        return citation with
        {
            Quote = sentence.Text,
            Span = sentence.Span,
            WordsSpan = at < 0 ? null : new(sentence.Span.Start + at, sentence.Span.Start + at + citation.Words!.Length),
        };
    }

    /// <summary>The unit with a hash of its content, as the importer gives it one.</summary>
    private static GraphBatch Sealed(GraphBatch batch)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        Add(batch.Entities);
        Add(batch.Article is { } article ? [article] : Array.Empty<Article>());
        Add(batch.Relationships);
        Add(batch.Observations);
        Add(batch.Citations);
        hash.AppendData(Encoding.UTF8.GetBytes(batch.IssueText ?? ""));
        return batch with { Hash = Convert.ToHexStringLower(hash.GetHashAndReset()) };

        void Add<T>(IEnumerable<T> records)
        {
            foreach (var record in records)
                hash.AppendData(Encoding.UTF8.GetBytes(CanonicalJson.Write(record) + "\n"));
        }
    }
}
