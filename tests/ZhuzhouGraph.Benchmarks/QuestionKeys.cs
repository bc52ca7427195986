using ZhuzhouGraph.Benchmarks.News;

namespace ZhuzhouGraph.Benchmarks;

/// <summary>What is asked for: chosen by the seed from the news, and where degrees matter by asking a store that holds it.</summary>
internal sealed class QuestionKeys
{
    private const int Count = 200;

    private QuestionKeys(NewsGenerator news, IReadOnlyList<string> leaves, SortKey deep)
    {
        var dice = new Dice(news.Shape.Seed, Throw.Key, 0);
        var entities = Entities(news).ToList();
        var firms = news.Known(EntityTypes.Company).ToList();
        Leaves = leaves;
        Deep = deep;
        Anything = Drawn(() => dice.Of(entities).Id);
        Hundreds = Drawn(() => (IReadOnlyCollection<string>)[.. Drawn(() => dice.Of(entities).Id).Distinct().Take(100)]);
        Names = Drawn(() => dice.Of(entities).Name);
        // Three syllables are shared by very few names.
        RarePieces = Drawn(() => dice.Of(firms).Name[..3]);
        Characters = Drawn(() => dice.Of(entities).Name[..1]);
        Topics = Drawn(() => Words.Topic(dice.Below(Words.Topics)));
        Firms = Drawn(() => Known(EntityTypes.Company, firms.Count));
        Indicators = Drawn(() => Known(EntityTypes.Indicator, 20));
        Speakers = Drawn(() => Known(EntityTypes.Official, 50));
        var series = news.MonthlySeries.ToList();
        CitySeries = [.. series.Where(s => s.About == NewsGenerator.City)];
        LeafSeries = [.. series.Where(s => s.About != NewsGenerator.City).DefaultIfEmpty(series[^1])];
        LongSeries = news.LongSeries;
        var articles = Drawn(() => news.Article(dice.Below(news.Shape.Articles)));
        Articles = [.. articles.Select(article => article.Unit)];
        Relationships = [.. articles.Select(article => (IReadOnlyCollection<string>)[.. article.Relationships.Take(20).Select(r => r.Id)])];
        Months = Drawn(() => NewsShape.FirstDay.PlusMonths(dice.Below(110)));

        // One of the best-known things of a type.
        string Known(EntityType type, int best)
        {
            var some = news.Known(type).Take(best).ToList();
            return some[dice.Skewed(some.Count)].Id;
        }
    }

    public IReadOnlyList<string> Anything { get; }
    public IReadOnlyList<IReadOnlyCollection<string>> Hundreds { get; }

    /// <summary>Entities with about 20 relationships.</summary>
    public IReadOnlyList<string> Leaves { get; }

    /// <summary>A place in the middle of the city's relationships.</summary>
    public SortKey Deep { get; }

    public IReadOnlyList<string> Names { get; }
    public IReadOnlyList<string> RarePieces { get; }
    public IReadOnlyList<string> Characters { get; }
    public IReadOnlyList<string> Topics { get; }
    public IReadOnlyList<string> Firms { get; }
    public IReadOnlyList<string> Indicators { get; }
    public IReadOnlyList<string> Speakers { get; }
    public IReadOnlyList<string> Articles { get; }
    public IReadOnlyList<(string Indicator, string About)> CitySeries { get; }
    public IReadOnlyList<(string Indicator, string About)> LeafSeries { get; }
    public (string Indicator, string About) LongSeries { get; }
    public IReadOnlyList<IReadOnlyCollection<string>> Relationships { get; }
    public IReadOnlyList<NodaTime.LocalDate> Months { get; }

    public static Task<QuestionKeys> ChooseAsync(NewsGenerator news, IGraphStore store, CancellationToken cancellationToken) =>
        store.ReadAsync(
            async snapshot =>
            {
                if (!(await snapshot.GetAsync([news.Article(news.Shape.Articles - 1).Unit], cancellationToken)).Any())
                    throw new InvalidOperationException("The store does not hold this news; import with the same options first.");
                var dice = new Dice(news.Shape.Seed, Throw.Key, 1);
                var entities = Entities(news).Select(e => e.Id).Where(id => id != NewsGenerator.City).ToList();
                var some = Enumerable.Range(0, 4_000).Select(_ => dice.Of(entities)).Distinct().ToList();
                var degrees = await snapshot.CountOfAsync(some, new RelationshipQuery(), cancellationToken);
                List<string> leaves =
                [
                    .. degrees
                        .OrderBy(d => Math.Abs(d.Value - 20))
                        .ThenBy(d => d.Key, StringComparer.Ordinal)
                        .Take(Count)
                        .Select(d => d.Key),
                ];
                var middle = news.Article(news.Shape.Articles / 2).Unit;
                var stated = await snapshot.ListOfAsync(
                    [middle],
                    new RelationshipQuery { Side = RelationshipSide.StatedIn },
                    new(PageRequest.Max),
                    cancellationToken
                );
                return new QuestionKeys(news, leaves, stated[middle].Keys[^1]);
            },
            cancellationToken
        );

    private static IEnumerable<Entity> Entities(NewsGenerator news) => EntityTypes.All.SelectMany(news.Known);

    private static List<T> Drawn<T>(Func<T> draw) => [.. Enumerable.Range(0, Count).Select(_ => draw())];
}
