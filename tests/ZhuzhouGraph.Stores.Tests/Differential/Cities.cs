using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>
/// Random small cities of an invented world. Units are valid when they come: they speak of what the registry or they themselves declare.
/// Everything is drawn from few values, so that whatever can tie does.
/// </summary>
internal sealed class Cities
{
    private const int MaxArticles = 4;
    private static readonly string[] Addresses = ["1.1", "2.1", "2.1", "3.1", "2.1-3.1", "10.1", "4.2"];
    private static readonly string[] Keys = ["a", "b", "a.1", "a-b"];

    private readonly Dice _dice;
    private readonly bool _hasHistory;
    private readonly IReadOnlyList<string> _words;
    private readonly Dictionary<string, Entity[]> _declarations;
    private readonly IReadOnlyList<Relationship[]> _links;
    private readonly IReadOnlyList<Observation> _figures;
    private readonly IReadOnlyList<string> _lines;
    private readonly Dictionary<int, ArticleScript> _scripts = [];
    private readonly Dictionary<string, IReadOnlyList<Entity>> _held = new(StringComparer.Ordinal);

    private Cities(Dice dice, bool hasHistory)
    {
        (_dice, _hasHistory) = (dice, hasHistory);
        _words = Times(8, () => Words.Word(dice)).Append("灯笼").Append("《灯笼》").ToList();
        _declarations = CityEntities.Declare(dice, _words);
        _links = Times(12, () => CityFacts.Link(dice, _words)).ToList();
        _figures = Times(7, () => CityFacts.Figure(dice, _words)).ToList();
        _lines = Times(6, () => string.Concat(dice.Some(_words, 3)) + dice.Of("。", "！", "", "灯。")).ToList();
    }

    /// <summary>Units that come, change, go and come again.</summary>
    public static SmallCity WithHistory(Dice dice) => new Cities(dice, hasHistory: true).Live();

    /// <summary>
    /// The registry, then each article once, all in one moment, none declaring what another one does: their order does not matter.
    /// </summary>
    public static SmallCity OfOneDay(Dice dice) => new Cities(dice, hasHistory: false).Dawn();

    private SmallCity Dawn() =>
        new([
            new Importing(default, RegistryUnit()),
            .. Enumerable.Range(1, MaxArticles).Select(number => new Importing(default, Taken(Written(number)))),
        ]);

    private SmallCity Live()
    {
        List<Step> steps = [new Importing(Wait(), RegistryUnit()), .. Enumerable.Range(1, 2).Select(_ => NextArticle())];
        for (var i = _dice.Below(9); i > 0; i--)
            steps.Add(Next());
        return new(steps);
    }

    private Step Next() =>
        _dice.Below(20) switch
        {
            < 2 => new Importing(Wait(), RegistryUnit()),
            < 4 => Remove(_dice.Of([.. _scripts.Keys.Select(ArticleId)])),
            4 => _dice.Chance(50)
                ? new Remembering(Wait(), _dice.Of(_words))
                : Remove(_dice.Of(GraphBatch.Registry, ArticleId(9), "'", "article:yunhai/01'")),
            < 7 => Again(),
            7 => new Importing(Wait(), Written(1 + _dice.Below(MaxArticles)).Batch(CityEntities.Ids.ToHashSet())),
            < 13 => Revised(),
            _ => NextArticle(),
        };

    private Importing NextArticle() => new(Wait(), Taken(Written(1 + _dice.Below(MaxArticles))));

    /// <summary>The same unit once more, perhaps under another hash.</summary>
    private Importing Again()
    {
        var batch = _dice.Of([.. _scripts.Values]).Batch(Registered);
        return new(Wait(), _dice.Chance(50) ? batch : batch with { Hash = NodeId.Hash(32, batch.Hash) });
    }

    /// <summary>The same article with one thing otherwise.</summary>
    private Importing Revised()
    {
        var script = _dice.Of([.. _scripts.Values]);
        var other = Written(script.Number);
        return new(
            Wait(),
            Taken(
                _dice.Below(7) switch
                {
                    0 => script with { IsHeld = !script.IsHeld },
                    1 => script with { Date = other.Date },
                    2 => script with { Form = other.Form, Lines = other.Lines },
                    3 => script with { Statements = [.. script.Statements.Skip(1), .. other.Statements.Take(1)] },
                    4 => script with { Figures = [.. script.Figures.Skip(1), .. other.Figures.Take(1)] },
                    5 => script with { Namings = [.. script.Namings.Skip(1), .. other.Namings.Take(1)] },
                    _ => script with { Entities = other.Entities },
                }
            )
        );
    }

    private Removing Remove(string unit)
    {
        // The registry is no article, so it stays.
        if (unit != GraphBatch.Registry)
            _held.Remove(unit);
        return new(Wait(), unit);
    }

    private GraphBatch Taken(ArticleScript script)
    {
        _scripts[script.Number] = script;
        var batch = script.Batch(Registered);
        _held[batch.Unit] = batch.Entities;
        return batch;
    }

    private GraphBatch RegistryUnit()
    {
        var entities = Declared(GraphBatch.Registry, [.. CityEntities.Ids.Where(id => _dice.Chance(85))]);
        var known = entities.Select(e => e.Id).ToHashSet();
        var batch = RegistryOf(
            entities.Select(e =>
                e with
                {
                    Properties = e.Properties.Where(p => p.Key != "broader" || known.Contains(p.Value)).ToDictionary(),
                }
            )
        );
        _held[batch.Unit] = batch.Entities;
        return Batches.Hashed(batch with { Relationships = [.. CityFacts.Background(_dice, known, _words)] });
    }

    private HashSet<string> Registered => [.. _held[GraphBatch.Registry].Select(e => e.Id)];

    private ArticleScript Written(int number)
    {
        var title = (_dice.Of(_words), _dice.Of(_words));
        var (byline, section, page) = (
            _dice.Maybe(50, () => _dice.Of(_words)),
            _dice.Maybe(50, () => _dice.Of(_words)),
            _dice.Maybe(50, () => _dice.Of("A1", "A02"))
        );
        var (isCutAtStart, isCutAtEnd, hasMore) = (_dice.Chance(30), _dice.Chance(30), _dice.Chance(20));
        return new(number)
        {
            Date = _dice.Of(CityDays.Published),
            Lines = _dice.Some(_lines, 4),
            IsHeld = _dice.Chance(60),
            Entities = Declared(ArticleId(number), _dice.Chance(50) ? [] : _dice.Different(CityEntities.Ids, 3)),
            Statements = Times(_dice.Below(14), () => (_dice.Of(_dice.Of(_links)), _dice.Of(Addresses))).ToList(),
            Figures = Times(_dice.Below(8), () => (_dice.Of(Keys), _dice.Of(_figures), _dice.Of(Addresses))).ToList(),
            Namings = Times(_dice.Below(9), Naming).ToList(),
            Form = article =>
                article with
                {
                    Title = title.Item1,
                    TitleEnglish = title.Item2,
                    Newspaper = isCutAtStart ? title.Item2 : article.Newspaper,
                    NewspaperEnglish = isCutAtStart ? title.Item1 : article.NewspaperEnglish,
                    Byline = byline,
                    Section = section,
                    Page = page,
                    IsCutAtStart = isCutAtStart,
                    IsCutAtEnd = isCutAtEnd,
                    ContinuedOn = hasMore ? title.Item2 : null,
                    Lines = hasMore ? [new(1, 4), new(8, 9)] : article.Lines,
                    Corrections = hasMore ? [new(new(2, 1), title.Item1, title.Item2, "误字")] : [],
                    Repeats = isCutAtEnd ? [new(new(8, 9), 2, title.Item1)] : [],
                },
        };
    }

    private (string Entity, string Name, string At) Naming()
    {
        var id = _dice.Of(CityEntities.Ids);
        var names = _dice.Of(_declarations[id]).Names;
        return (id, _dice.Chance(80) ? _dice.Of(names).Text : _dice.Of(_words), _dice.Of(Addresses));
    }

    /// <summary>
    /// Declarations of one unit. Two things share an id or a former id only while one moves to another unit, as when a folder is
    /// imported whose units have been rewritten.
    /// </summary>
    private List<Entity> Declared(string unit, IReadOnlyList<string> ids)
    {
        var elsewhere = _held.Where(held => held.Key != unit).SelectMany(held => held.Value).ToList();
        var mayMove = _hasHistory && _dice.Chance(30);
        HashSet<string> taken = mayMove ? [] : [.. elsewhere.SelectMany(e => e.FormerIds.Append(e.Id))];
        List<Entity> declared = [.. ids.Where(id => !taken.Contains(id)).Select(id => _dice.Of(_declarations[id]))];
        taken.UnionWith(_hasHistory ? declared.Select(e => e.Id) : CityEntities.Ids);
        return [.. declared.Select(e => e with { FormerIds = [.. e.FormerIds.Where(taken.Add)] })];
    }

    private TimeSpan Wait() =>
        !_hasHistory
            ? default
            : _dice.Of(
                TimeSpan.Zero,
                TimeSpan.FromTicks(1),
                TimeSpan.FromSeconds(1),
                TimeSpan.FromDays(1) + TimeSpan.FromTicks(1_234_567),
                TimeSpan.FromHours(-1)
            );

    private static IEnumerable<T> Times<T>(int count, Func<T> make) => Enumerable.Range(0, count).Select(_ => make());
}
