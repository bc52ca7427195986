using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Towns;

namespace ZhuzhouGraph.Stores.Tests.Contract;

/// <summary>Hubs and budgets.</summary>
public abstract class PathLimitContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    /// <summary>h has five relationships, everything else four at most.</summary>
    private const string Star = "a>h b>h h>p h>q h>r a>x x>y y>b";

    private static readonly PathLimits Four = new() { HubCutOff = 4 };

    [Fact]
    public async Task A_path_passes_through_a_hub_only_where_that_is_asked()
    {
        await ImportAsync(Star);

        var without = await FindAsync("a", "b", Four);
        (Ways(without), string.Join(' ', without.Hubs), without.IsComplete).ShouldBe(("a x y b", Id("h"), true));
        Ways(await FindAsync("a", "b", Four, q => q with { ThroughHubs = true })).ShouldBe("a h b");
        Ways(await FindAsync("a", "b", Four, q => q with { Via = Ids("h") })).ShouldBe("a h b");
        Ways(await FindAsync("a", "b", new() { HubCutOff = 5 })).ShouldBe("a h b", "five are no more than five");
        Ways(await FindAsync("a", "q", Four)).ShouldBe("");
    }

    [Fact]
    public async Task Relationships_of_avoided_types_make_no_hub()
    {
        await ImportAsync("a>h b>h h-p h-q h-r");

        Ways(await FindAsync("a", "b", Four)).ShouldBe("");
        Ways(await FindAsync("a", "b", Four, q => q with { AvoidTypes = [RelationshipTypes.LocatedIn] })).ShouldBe("a h b");
    }

    [Fact]
    public async Task A_hub_is_what_has_more_than_a_page()
    {
        var many = string.Join(' ', Enumerable.Range(0, PageRequest.Max - 2).Select(i => $"h>n{i}"));
        await ImportAsync("a>h b>h " + many);
        Ways(await FindAsync("a", "b", PathLimits.Default)).ShouldBe("a h b");

        await ImportAsync(Batches.Article(2).Stating(Link("h>a")));

        var search = await FindAsync("a", "b", PathLimits.Default);
        (Ways(search), string.Join(' ', search.Hubs)).ShouldBe(("", Id("h")));
    }

    [Fact]
    public async Task An_end_is_entered_although_it_is_a_hub_page_by_page()
    {
        await ImportAsync("h>1 h>2 h>3 h>4 h>5 h>6 h>7 h>8 h>x x>b");

        var search = await FindAsync("h", "b", Four);

        (Ways(search), search.IsComplete, search.Hubs.Count, search.RelationshipsLookedAt).ShouldBe(("h x b", true, 0, 10));
    }

    [Theory]
    [InlineData("h", "b", "h x y b")]
    [InlineData("b", "h", "b y x h")]
    public async Task Where_an_end_is_too_large_to_be_read_the_search_comes_from_the_other_end_alone(string from, string to, string way)
    {
        await ImportAsync("h>1 h>2 h>3 h>4 h>5 h>6 h>x x>y y>b h>7");

        var search = await FindAsync(from, to, new() { HubCutOff = 2, HubRelationships = 4 });

        (Ways(search), search.IsComplete, string.Join(' ', search.Hubs)).ShouldBe((way, true, Id("h")));
    }

    [Fact]
    public async Task Where_both_ends_are_too_large_what_connects_them_directly_is_found_and_the_rest_said_to_be_incomplete()
    {
        const string Ends = "h>1 h>2 h>3 h>4 k>5 k>6 k>7 k>8 h>x x>k";
        var small = new PathLimits { HubCutOff = 2, HubRelationships = 3 };
        await ImportAsync(Ends + " h>k");
        var direct = await FindAsync("h", "k", small);
        (Ways(direct), direct.IsComplete, direct.CompleteHops).ShouldBe(("h k", true, 1));

        await ImportAsync(ArticleOf(1, Ends));

        var search = await FindAsync("h", "k", small);
        (Ways(search), search.IsComplete, search.CompleteHops, string.Join(' ', search.Hubs)).ShouldBe(
            ("", false, 1, $"{Id("h")} {Id("k")}")
        );
    }

    [Theory]
    [InlineData(3)]
    [InlineData(2)]
    public async Task A_hub_that_may_be_passed_through_and_is_read_in_part_makes_the_search_incomplete(int read)
    {
        await ImportAsync("a>h h>1 h>2 h>3 h>4 h>x x>y y>b");

        var search = await FindAsync("a", "b", new() { HubCutOff = 2, HubRelationships = read }, q =>
            q with
            {
                ThroughHubs = true,
                MaxHops = 4,
            }
        );
        (search.Paths.Count, search.IsComplete, string.Join(' ', search.Hubs)).ShouldBe((0, false, Id("h")));
        Ways(await FindAsync("a", "b", Four, q => q with { ThroughHubs = true, MaxHops = 4 })).ShouldBe("a h x y b");
    }

    [Theory]
    [InlineData(3, 100)]
    [InlineData(20_000, 1)]
    public async Task Over_budget_is_an_answer_that_says_how_far_it_came(int relationships, int statements)
    {
        await ImportAsync("a>m m>n n>b a>1 b>2");

        var search = await FindAsync("a", "b", new() { Budget = new(relationships, statements) });

        (search.Paths.Count, search.IsOverBudget, search.IsComplete, search.CompleteHops, search.RelationshipsLookedAt).ShouldBe(
            (0, true, false, 2, 4)
        );
    }

    [Fact]
    public async Task What_was_found_before_the_budget_was_used_up_is_answered()
    {
        await ImportAsync("a>b a>m m>n n>b");

        var search = await FindAsync("a", "b", new() { Budget = new(1, 100) }, q => q with { Mode = PathMode.All });

        (Ways(search), search.IsOverBudget, search.IsComplete).ShouldBe(("a b", true, false));
    }

    private static string Ways(PathSearch search) =>
        string.Join(
            '|',
            search.Paths.Select(p => string.Join(' ', p.Hops.Select(h => h.From).Append(p.Hops[^1].To).Select(id => id[6..])))
        );

    private async Task ImportAsync(string links)
    {
        await ImportAsync(RegistryOf(links));
        await ImportAsync(ArticleOf(1, links));
    }

    private Task<PathSearch> FindAsync(string from, string to, PathLimits limits, Func<PathQuestion, PathQuestion>? with = null) =>
        ReadAsync(s => PathFinder.FindAsync(s, (with ?? (q => q))(new(Id(from), Id(to))), limits, Cancel));
}
