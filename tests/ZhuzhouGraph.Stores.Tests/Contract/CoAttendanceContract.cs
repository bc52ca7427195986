using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Testing;
using static ZhuzhouGraph.Testing.Batches;

namespace ZhuzhouGraph.Stores.Tests.Contract;

public abstract class CoAttendanceContract<TStores>(TStores stores) : StoreContract<TStores>(stores)
    where TStores : class, IStoresUnderTest
{
    private const string Branch = "place:branch-venue",
        Fair = "event:fair",
        Parade = "event:parade",
        Vote = "event:vote";

    private static readonly GraphBatch Everybody = Registry(
        Named(EntityTypes.Place, Branch, "分会场", "Branch venue"),
        Named(EntityTypes.Event, Fair, "灯会", "Fair"),
        Named(EntityTypes.Event, Parade, "巡游", "Parade"),
        Named(EntityTypes.Event, Vote, "评选", "Vote"),
        Named(EntityTypes.Person, "person:a", "甲", "A"),
        Named(EntityTypes.Person, "person:b", "乙", "B"),
        Named(EntityTypes.Person, "person:c", "丙", "C")
    );

    [Fact]
    public async Task Whoever_shares_most_events_comes_first_with_the_roles_of_both()
    {
        await ImportAsync(Everybody);
        await ImportAsync(
            Article(1)
                .Stating(Part(Mayor, Fair, "CHAIR"), "1.1")
                .Stating(Part("person:b", Fair), "2.1")
                .Stating(Part("person:a", Fair), "3.1")
                .Stating(Part(Harbour, Vote), "4.1")
        );
        await ImportAsync(
            Article(2)
                .Stating(Part(Mayor, Parade), "1.1")
                .Stating(Part("person:b", Parade, "SPEAKER"), "2.1")
                .Stating(Part("person:b", Parade), "3.1")
        );

        var found = await FindAsync();

        Told(found)
            .ShouldBe([
                "person:b: fair (PARTICIPANT with CHAIR), parade (SPEAKER PARTICIPANT with PARTICIPANT)",
                "person:a: fair (PARTICIPANT with CHAIR)",
            ]);
        (found.Events, found.More, found.IsComplete).ShouldBe((2, 0, true));
    }

    [Fact]
    public async Task A_branch_venue_is_not_the_main_room()
    {
        await ImportAsync(Everybody);
        await ImportAsync(
            Article(1)
                .Stating(Part(Mayor, Fair, venue: Branch))
                .Stating(Part("person:a", Fair, venue: Branch))
                .Stating(Part("person:b", Fair))
                .Stating(Part("person:c", Fair))
                .Stating(Part("person:c", Fair, "SPEAKER", Branch))
        );

        (await FindAsync())
            .Attendees.Items.Select(a => (a.Entity, a.Events[0].SameRoom))
            .ShouldBe([("person:a", true), ("person:b", false), ("person:c", true)]);
        (await FindAsync(q => q with { SameRoom = true })).Attendees.Items.Select(a => a.Entity).ShouldBe(["person:a", "person:c"]);
        (await FindAsync(q => q with { SameRoom = false })).Attendees.Items.Select(a => a.Entity).ShouldBe(["person:b"]);
        (await FindAsync(q => q with { With = "person:b" }))
            .Attendees.Items.Select(a => (a.Entity, a.Events[0].SameRoom))
            .ShouldBe([(Mayor, false), ("person:a", false), ("person:c", true)], ignoreOrder: true);
    }

    [Fact]
    public async Task To_be_named_in_the_same_article_is_no_attendance()
    {
        await ImportAsync(Everybody);
        await ImportAsync(
            Article(1)
                .Stating(Part(Mayor, Fair))
                .Stating(Part("person:a", Vote))
                .Stating(Post("person:b", Harbour, "主任"))
                .Naming("person:c", "丙")
                .Naming(Mayor, "蓝桥")
        );

        (await FindAsync()).Attendees.Items.ShouldBeEmpty();
    }

    [Fact]
    public async Task Who_is_only_named_in_the_same_articles_is_listed_apart()
    {
        await ImportAsync(Everybody);
        await ImportAsync(
            Article(1)
                .Naming(Mayor, "蓝桥", "1.1")
                .Naming("person:a", "甲", "1.2")
                .Naming("person:b", "乙", "1.3")
                .Naming("person:c", "丙", "1.4")
                .Naming(Fair, "灯会", "1.5")
                .Stating(Part(Mayor, Fair), "2.1")
                .Stating(Part("person:a", Fair, venue: Branch), "2.2")
        );
        await ImportAsync(
            Article(2).Naming(Mayor, "蓝桥", "1.1").Naming("person:c", "丙", "1.2").Stating(Post("person:b", Harbour, "主任"), "2.1")
        );
        await ImportAsync(Article(3).Naming("person:b", "乙", "1.1"));

        var all = await NamedAsync(null);
        all.Entities.Select(m => (m.Entity, string.Join(' ', m.Articles)))
            .ShouldBe([("person:c", $"{ArticleId(2)} {ArticleId(1)}"), ("person:b", ArticleId(1))]);
        (all.More, all.Articles, all.IsComplete).ShouldBe((0, 2, true));
        var first = await NamedAsync(1);
        first.Entities.Select(m => m.Entity).ShouldBe(["person:b", "person:c"]);

        async Task<CoMentions> NamedAsync(int? day) =>
            await ReadAsync(async s =>
                await CoMentions.FindAsync(
                    s,
                    Mayor,
                    (await CoAttendance.FindAsync(s, new(Mayor), Cancel)).Sharing,
                    day is { } known ? FirstDay.PlusDays(known) : null,
                    Cancel
                )
            );
    }

    [Fact]
    public async Task Only_at_those_events_and_in_those_roles()
    {
        await ImportAsync(Everybody);
        await ImportAsync(
            Article(1)
                .Stating(Part(Mayor, Fair))
                .Stating(Part(Mayor, Parade))
                .Stating(Part("person:a", Fair, "SPEAKER"))
                .Stating(Part("person:a", Parade))
                .Stating(Part("person:b", Parade))
        );

        Told(await FindAsync(q => q with { At = [Fair, Vote] })).ShouldBe(["person:a: fair (SPEAKER with PARTICIPANT)"]);
        Told(await FindAsync(q => q with { Roles = ["SPEAKER", "CHAIR"] })).ShouldBe(["person:a: fair (SPEAKER with PARTICIPANT)"]);
        Told(await FindAsync(q => q with { At = [Vote] })).ShouldBeEmpty();
    }

    [Fact]
    public async Task Pages_of_any_size_make_up_the_list()
    {
        await ImportAsync(Everybody);
        await ImportAsync(
            Article(1)
                .Stating(Part(Mayor, Fair))
                .Stating(Part(Mayor, Parade))
                .Stating(Part("person:a", Fair))
                .Stating(Part("person:b", Fair))
                .Stating(Part("person:c", Fair))
                .Stating(Part("person:c", Parade))
                .Stating(Part(Harbour, Fair))
        );
        var all = (await FindAsync()).Attendees.Items.Select(a => a.Entity).ToList();
        all.ShouldBe(["person:c", Harbour, "person:a", "person:b"]);
        for (var size = 1; size <= 4; size++)
        {
            List<string> seen = [];
            SortKey? after = null;
            for (var more = int.MaxValue; more > 0; )
            {
                var page = await FindAsync(q => q with { First = size, After = after });
                seen.AddRange(page.Attendees.Items.Select(a => a.Entity));
                (more, after) = (page.More, page.Attendees.Keys[^1]);
                more.ShouldBe(all.Count - seen.Count);
            }
            seen.ShouldBe(all);
        }
    }

    [Fact]
    public async Task What_is_more_than_the_budget_is_said_to_be_incomplete()
    {
        await ImportAsync(Everybody);
        await ImportAsync(Article(1).Stating(Part(Mayor, Fair)).Stating(Part("person:a", Fair)));

        var found = await ReadAsync(s => CoAttendance.FindAsync(s, new(Mayor), new ReadBudget(20_000, 1), Cancel));

        (found.Attendees.Items.Count, found.Events, found.IsComplete).ShouldBe((0, 1, false));
    }

    private static Relationship Part(string who, string at, string role = "PARTICIPANT", string? venue = null) =>
        Link(RelationshipTypes.TookPartIn, who, at, null, [("role", role), .. venue is null ? [] : new[] { ("venue", venue) }]);

    private static IEnumerable<string> Told(CoAttendance found) =>
        found.Attendees.Items.Select(a =>
            $"{a.Entity}: {string.Join(", ", a.Events.Select(e => $"{e.Event[6..]} ({Roles(e.Theirs)} with {Roles(e.Own)})"))}"
        );

    private static string Roles(IEnumerable<Relationship> participations) =>
        string.Join(' ', participations.Select(r => r.Properties["role"]));

    private Task<CoAttendance> FindAsync(Func<CoAttendanceQuestion, CoAttendanceQuestion>? with = null) =>
        ReadAsync(s => CoAttendance.FindAsync(s, (with ?? (q => q))(new(Mayor)), Cancel));
}
