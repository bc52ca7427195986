using CsCheck;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>
/// The search for paths against one that walks every way of a small random graph. CsCheck_Seed walks one again, CsCheck_Iter walks more.
/// </summary>
public abstract class PathOracleContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const int Graphs = 20,
        QuestionsOfEach = 40,
        Most = 10_000;

    private static readonly RelationshipType[] Types = [RelationshipTypes.PartOf, RelationshipTypes.LocatedIn, RelationshipTypes.Sought];

    [Fact]
    public Task What_is_found_is_what_is_there() =>
        CompareAsync(
            dice => new() { HubCutOff = 1 + dice.Below(7), HubRelationships = Most },
            (search, ways, question) =>
            {
                Ways(search).ShouldBe(ways.Take(question.First));
                (search.HasMore, search.IsComplete, search.IsOverBudget).ShouldBe((ways.Count > question.First, true, false));
            }
        );

    [Fact]
    public Task Within_any_limits_nothing_is_made_up_and_nothing_missing_is_called_complete() =>
        CompareAsync(
            dice =>
            {
                var cutOff = 1 + dice.Below(4);
                return new()
                {
                    HubCutOff = cutOff,
                    HubRelationships = cutOff + dice.Below(4),
                    Budget = new(1 + dice.Below(40), 1 + dice.Below(8)),
                };
            },
            (search, ways, question) =>
            {
                var found = Ways(search).ToList();
                if (search.IsComplete)
                    found.ShouldBe(ways.Take(question.First));
                if (question.Mode is PathMode.All)
                    found.Except(ways).ShouldBeEmpty();
                found
                    .Count(way => Hops(way) <= search.CompleteHops)
                    .ShouldBe(ways.Take(question.First).Count(way => Hops(way) <= search.CompleteHops));
            }
        );

    private async Task CompareAsync(Func<Dice, PathLimits> limitsOf, Action<PathSearch, IReadOnlyList<string>, PathQuestion> compare)
    {
        var random = Drawing.Start(7);
        for (var left = CasesOf(Graphs); left > 0; left--)
        {
            var seed = random.ToString();
            var dice = new Dice(random);
            string[] towns = [.. Enumerable.Range(0, 4 + dice.Below(6)).Select(n => Towns.Id($"t{n}"))];
            Relationship[] links =
            [
                .. Enumerable
                    .Range(0, 4 + dice.Below(22))
                    .Select(_ => Link(dice.Of(Types), dice.Of(towns), dice.Of(towns)))
                    .DistinctBy(r => r.Id),
            ];
            var store = await NewStoreAsync();
            await ImportAsync(RegistryOf(towns.Select(id => Named(EntityTypes.Place, id, id[6..], id[6..]))), store);
            await ImportAsync(links.Index().Aggregate(Article(1), (batch, link) => batch.Stating(link.Item, $"{link.Index + 1}.1")), store);
            for (var q = 0; q < QuestionsOfEach; q++)
            {
                var (question, limits) = (QuestionOf(dice, towns), limitsOf(dice));
                var search = await ReadAsync(s => PathFinder.FindAsync(s, question, limits, Cancel), store);

                var story =
                    $"CsCheck_Seed={seed} CsCheck_Iter=1, question {q}: {question} via {string.Join(' ', question.Via)} avoid "
                    + $"{string.Join(' ', question.Avoid)} "
                    + $"{limits}\n{string.Join('\n', links.Select(r => $"{r.From} {r.Type.Name} {r.To}"))}\n{search}";
                try
                {
                    compare(search, EveryWay(question, limits, links), question);
                    Hops(search)
                        .ShouldAllBe(hop =>
                            links.Count(r => IsBetween(r, hop) && !question.AvoidTypes.Contains(r.Type)) >= hop.Links.Count
                        );
                }
                catch (ShouldAssertException e)
                {
                    throw new ShouldAssertException($"{story}\n{e.Message}", e);
                }
            }
        }
    }

    private static PathQuestion QuestionOf(Dice dice, string[] towns)
    {
        var (from, rest) = (dice.Of(towns), dice.Different(towns, 4));
        var to = dice.Of([.. towns.Where(t => t != from)]);
        rest.RemoveAll(t => t == from || t == to);
        var maxHops = 1 + dice.Below(PathQuestion.MostHops);
        string[] via = dice.Chance(30) ? [.. rest.Take(Math.Min(maxHops - 1, 1 + dice.Below(2)))] : [];
        return new(from, to)
        {
            MaxHops = maxHops,
            Mode = dice.Of(PathMode.Shortest, PathMode.All),
            Via = via,
            Avoid = dice.Chance(30) ? [.. rest.Except(via).Take(1 + dice.Below(2))] : [],
            AvoidTypes = dice.Chance(30) ? dice.Different(Types, 2) : [],
            ThroughHubs = dice.Chance(30),
            First = dice.Of(1, 3, PathQuestion.MostPaths),
        };
    }

    /// <summary>Every way that the question asks for, in its order: depth first, without any cleverness.</summary>
    private static IReadOnlyList<string> EveryWay(PathQuestion question, PathLimits limits, Relationship[] links)
    {
        Relationship[] counted = [.. links.Where(r => !question.AvoidTypes.Contains(r.Type))];
        List<string[]> ways = [];
        Walk([question.From]);
        ways.RemoveAll(way => question.Via.Any(via => !way.Contains(via)));
        if (question.Mode is PathMode.Shortest && ways.Count > 0)
            ways.RemoveAll(way => way.Length > ways.Min(other => other.Length));
        return
        [
            .. ways.OrderBy(way => way.Length)
                .Select(way => string.Join(' ', way))
                .GroupBy(way => Hops(way))
                .SelectMany(group => group.Order(StringComparer.Ordinal)),
        ];

        void Walk(string[] way)
        {
            if (way[^1] == question.To)
                ways.Add(way);
            else if (
                way.Length <= question.MaxHops
                && (
                    way.Length == 1
                    || question.ThroughHubs
                    || question.Via.Contains(way[^1])
                    || counted.Count(r => IsAt(r, way[^1])) <= limits.HubCutOff
                )
            )
            {
                foreach (
                    var next in counted
                        .Where(r => IsAt(r, way[^1]))
                        .Select(r => r.From == way[^1] ? r.To : r.From)
                        .Distinct()
                        .Where(n => !way.Contains(n) && !question.Avoid.Contains(n))
                )
                    Walk([.. way, next]);
            }
        }
    }

    private static bool IsAt(Relationship relationship, string town) => relationship.From == town || relationship.To == town;

    private static bool IsBetween(Relationship relationship, PathHop hop) =>
        IsAt(relationship, hop.From) && IsAt(relationship, hop.To) && relationship.From != relationship.To;

    private static IEnumerable<PathHop> Hops(PathSearch search) => search.Paths.SelectMany(p => p.Hops);

    private static int Hops(string way) => way.Count(c => c == ' ');

    private static IEnumerable<string> Ways(PathSearch search) =>
        search.Paths.Select(p => string.Join(' ', p.Hops.Select(h => h.From).Append(p.Hops[^1].To)));
}
