using CsCheck;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>
/// Whatever is asked for in places with their parts is inside, known to lie outside, or counted as what cannot be placed, and less
/// knowledge leaves more of it: small random lands, against one that walks up from each end. CsCheck_Seed plays one again, CsCheck_Iter
/// plays more.
/// </summary>
public abstract class PlacingLawContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const int Lands = 10,
        QuestionsOfEach = 5;

    [Fact]
    public async Task What_is_asked_for_in_places_is_inside_or_known_to_lie_outside_or_counted()
    {
        var random = Drawing.Start(11);
        for (var left = CasesOf(Lands); left > 0; left--)
        {
            var start = random.ToString();
            var dice = new Dice(random);
            var land = new Land(dice);
            var store = await NewStoreAsync();
            foreach (var batch in land.Batches())
                await ImportAsync(batch, store);
            for (var question = 0; question < QuestionsOfEach; question++)
                await AskAsync(
                    store,
                    land,
                    dice.Different(land.Grounds, 2),
                    1 + (question % 2),
                    $"CsCheck_Seed={start}, question {question}"
                );
        }
    }

    private async Task AskAsync(IGraphStore store, Land land, List<string> asked, int fewest, string said)
    {
        List<(IReadOnlyList<string> Inside, IReadOnlyList<string> All)> venues = [];
        foreach (var isPrinted in new[] { false, true })
        {
            var because = $"{said}: {string.Join(", ", asked)}{(isPrinted ? " in print" : "")}";

            // Relationships: where an event was held, a firm stands for the place where it is.
            RelationshipQuery to = new()
            {
                Types = [RelationshipTypes.HeldAt],
                To = asked,
                WithParts = true,
                WithoutReference = isPrinted,
            };
            var inside = Sorted((await AllAsync(to, store)).Select(r => r.Id));
            inside.ShouldBe(Sorted(land.Held.Where(r => IsInside(r.To)).Select(r => r.Id)), because);
            var all = Sorted((await AllAsync(to with { OrUnplaced = true }, store)).Select(r => r.Id));
            all.ShouldBe(Sorted(land.Held.Where(r => IsInside(r.To) || !IsOutside(r.To)).Select(r => r.Id)), because);
            venues.Add((inside, all));

            // Without types the answers are those of each type.
            var ofAnyType = await AllAsync(to with { Types = [] }, store);
            Sorted(ofAnyType.Where(r => r.Type == RelationshipTypes.HeldAt).Select(r => r.Id)).ShouldBe(inside, because);

            // Events: those of the relationships, and those of which nobody says where they were held.
            var events = new EntityQuery
            {
                Types = [EntityTypes.Event],
                Links =
                [
                    new(RelationshipSide.From, [RelationshipTypes.HeldAt], asked, [], fewest, null)
                    {
                        WithParts = true,
                        WithoutReference = isPrinted,
                    },
                ],
            };
            var held = land.Events.ToDictionary(e => e, e => land.Held.Where(r => r.From == e).Select(r => r.To).ToList());
            var found = held.Where(e => e.Value.Count(IsInside) >= fewest).Select(e => e.Key).ToList();
            Sorted((await AllAsync(events, store)).Select(e => e.Id)).ShouldBe(Sorted(found), because);
            var perhaps = held.Where(e => !e.Value.Exists(IsOutside) || e.Value.Exists(v => !IsOutside(v) && !IsInside(v)));
            Sorted((await AllAsync(events with { OrUnplaced = true }, store)).Select(e => e.Id))
                .ShouldBe(Sorted(found.Union(perhaps.Select(e => e.Key))), because);

            // Figures: what they are about is a place or nowhere; where they are measured, a firm stands for its place.
            ObservationQuery figures = new()
            {
                About = asked,
                WithParts = true,
                WithoutReference = isPrinted,
                OrUnplaced = true,
            };
            Sorted((await AllAsync(figures, store)).Select(o => o.Id))
                .ShouldBe(Sorted(land.Figures.Where(o => MayBeAbout(o.About)).Select(o => o.Id)), because);
            figures = figures with { About = [], Places = asked };
            Sorted((await AllAsync(figures, store)).Select(o => o.Id))
                .ShouldBe(
                    Sorted(land.Figures.Where(o => MayBeAbout(o.About) || (o.Place is { } at && !IsOutsideOnly(at))).Select(o => o.Id)),
                    because
                );

            bool IsInside(string end) => land.Above(end, isPrinted).Intersect(asked).Any();
            bool IsOutside(string end) => asked.TrueForAll(place => land.AreApart(end, place, isPrinted));
            bool IsOutsideOnly(string end) => IsOutside(end) && !IsInside(end);
            bool MayBeAbout(string about) => land.Grounds.Contains(about) && !IsOutsideOnly(about);
        }
        venues[0].Inside.ShouldBeSubsetOf(venues[1].All, $"{said}: what lies inside is known to lie outside to whoever knows less");
        venues[0].All.ShouldBeSubsetOf(venues[1].All, said);
    }

    private static IReadOnlyList<string> Sorted(IEnumerable<string> ids) => [.. ids.Order(StringComparer.Ordinal)];

    /// <summary>
    /// Places of each level, other places, and firms, each in at most one thing above it, as papers or as documents say; events that were
    /// held at some of them, and figures about them.
    /// </summary>
    private sealed class Land
    {
        private static readonly Reference Codes = new("reference:codes", "区划代码", "Codes", "标准局", 2030, "YH 1-2030", "0101");

        private readonly List<Entity> _entities = [];
        private readonly Dictionary<string, (string Place, bool IsPrinted)> _above = [];

        public Land(Dice dice)
        {
            foreach (
                var (kind, count) in new[] { ("COUNTRY", 2), ("PROVINCE", 3), ("CITY", 4), ("DISTRICT", 3), ("COUNTY", 2), ("PORT", 4) }
            )
                Add(
                    dice,
                    EntityTypes.Place,
                    kind,
                    count,
                    [.. _entities.Where(e => Level(e) is var x && x != Level(kind)).Select(e => e.Id)]
                );
            Grounds = [.. _entities.Select(e => e.Id)];
            Add(dice, EntityTypes.Company, null, 4, Grounds);
            var ends = _entities.Select(e => e.Id).ToList();
            Events = [.. Enumerable.Range(0, 10).Select(i => $"event:e{i}")];
            Held =
            [
                .. Events
                    .SelectMany(e => dice.Different(ends, 3).Skip(dice.Below(2)), (e, end) => (e, end))
                    .Select(x => Link(RelationshipTypes.HeldAt, x.e, x.end, null, ("role", "MAIN"))),
            ];
            Figures =
            [
                .. Enumerable
                    .Range(0, 12)
                    .Select(i => Figure(1, $"f{i}", i) with { About = dice.Of(ends), Place = dice.Maybe(30, () => dice.Of(ends)) }),
            ];
        }

        public IReadOnlyList<string> Grounds { get; }
        public IReadOnlyList<string> Events { get; }
        public IReadOnlyList<Relationship> Held { get; }
        public IReadOnlyList<Observation> Figures { get; }

        public IEnumerable<GraphBatch> Batches()
        {
            var events = Events.Select(id => Named(EntityTypes.Event, id, id, id));
            var lies = _above.Select(x => (Link: Link(RelationshipTypes.LocatedIn, x.Key, x.Value.Place), x.Value.IsPrinted)).ToList();
            yield return Hashed(
                Registry([.. _entities, .. events]) with
                {
                    Relationships =
                    [
                        .. lies.Where(x => !x.IsPrinted)
                            .Select(x => x.Link with { Status = StatementStatus.Reference, References = [Codes] }),
                    ],
                }
            );
            var article = lies.Where(x => x.IsPrinted).Select(x => x.Link).Concat(Held).Aggregate(Article(1), (a, link) => a.Stating(link));
            yield return Figures.Aggregate(article, (a, figure) => a.Printing(figure));
        }

        /// <summary>It, and what it is known to lie in.</summary>
        public IEnumerable<string> Above(string id, bool isPrinted)
        {
            yield return id;
            while (_above.TryGetValue(id, out var above) && (above.IsPrinted || !isPrinted))
                yield return id = above.Place;
        }

        /// <summary>Whether they are known to lie in two units of one level.</summary>
        public bool AreApart(string one, string other, bool isPrinted) =>
            Above(one, isPrinted)
                .Any(a => Above(other, isPrinted).Any(b => a != b && LevelOf(a) is >= 0 and var level && level == LevelOf(b)));

        /// <param name="higher">Where they can lie.</param>
        private void Add(Dice dice, EntityType type, string? kind, int count, IReadOnlyList<string> higher)
        {
            for (var i = 0; i < count; i++)
            {
                var id = $"{(kind is null ? "org" : "place")}:{kind?.ToLowerInvariant() ?? "firm"}-{i}".Replace('_', '-');
                _entities.Add(Named(type, id, id, id) with { Kind = kind });
                if (higher.Count > 0 && dice.Chance(80))
                    _above[id] = (dice.Of(higher), dice.Chance(50));
            }
        }

        private int LevelOf(string id) => _entities.Find(e => e.Id == id) is { } entity ? Level(entity) : -1;

        private static int Level(Entity entity) => entity.Kind is { } kind ? Level(kind) : -1;

        private static int Level(string kind) => EntityTypes.Levels.ToList().FindIndex(kinds => kinds.Contains(kind));
    }
}
