using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Tests.Stores;

/// <summary>What the contract of the stores does not reach: entities that hold each other. No newspaper printed any of it.</summary>
public class BatchPlannerTests
{
    private static readonly Entity Lanterns = Counted("indicator:lanterns", "灯笼产量");
    private static readonly Entity Paper = Counted("indicator:paper-lanterns", "纸灯笼产量", broader: Lanterns);
    private static readonly Entity Red = Counted("indicator:red-lanterns", "红纸灯笼产量", broader: Paper);
    private static readonly GraphBatch Nothing = Registry();

    [Fact]
    public void What_only_an_entity_that_goes_referred_to_goes_with_it()
    {
        var plan = Plan(Registry(Red), Nothing, Held(Red), Unheld(Paper, referredToBy: Red), Unheld(Lanterns, referredToBy: Paper));

        plan.Gone.ShouldBe([Lanterns.Id, Paper.Id, Red.Id]);
        plan.Changes.ShouldBe([(ChangeKind.Removed, Lanterns.Id), (ChangeKind.Removed, Paper.Id), (ChangeKind.Removed, Red.Id)]);
    }

    [Fact]
    public void What_an_entity_of_another_unit_referred_to_goes_when_its_new_record_no_longer_does()
    {
        var alone = Paper with { Properties = new Dictionary<string, string>() };

        var plan = Plan(Nothing, Registry(alone), Held(Paper, by: "article:yunhai/01"), Unheld(Lanterns, referredToBy: Paper));

        plan.Gone.ShouldBe([Lanterns.Id]);
        plan.Changes.ShouldBe([(ChangeKind.Removed, Lanterns.Id), (ChangeKind.Changed, Paper.Id)]);
    }

    [Fact]
    public void What_only_an_entity_of_the_past_refers_to_becomes_past_with_it()
    {
        var printed = Held(Paper) with { IsInPastObservation = true };

        var plan = Plan(Registry(Paper), Nothing, printed, Unheld(Lanterns, referredToBy: Paper));

        plan.Past.ShouldBe([Lanterns.Id, Paper.Id]);
        plan.Gone.ShouldBeEmpty();
    }

    /// <summary>Plans as a store does: the planner says which entities it must know, and is told no others.</summary>
    private static BatchPlan Plan(GraphBatch stored, GraphBatch batch, params KnownEntity[] held)
    {
        Dictionary<string, KnownEntity> told = [];
        var around = new BatchSurroundings
        {
            Statements = Array.Empty<ArticleStatement>().ToLookup(s => s.Relationship.Id),
            Entities = told,
        };
        for (var asked = BatchPlanner.EntitiesOf(stored, batch); asked.Count > 0; asked = BatchPlanner.AlsoNeeded(around, batch))
        {
            foreach (var known in held.Where(k => asked.Contains(k.Record.Id)))
                told.Add(known.Record.Id, known);
        }
        return BatchPlanner.Plan(stored, batch, around).ShouldNotBeNull();
    }

    private static GraphBatch Registry(params Entity[] entities) =>
        new()
        {
            Unit = GraphBatch.Registry,
            Hash = "",
            Entities = entities,
        };

    private static Entity Counted(string id, string name, Entity? broader = null) =>
        new()
        {
            Id = id,
            Type = EntityTypes.Indicator,
            Names = [new(name, "zh", NameBasis.Editorial, true)],
            Properties = broader is null ? new() : new Dictionary<string, string> { ["broader"] = broader.Id },
        };

    private static KnownEntity Held(Entity entity, string by = GraphBatch.Registry) =>
        new(entity, by) { PrintedElsewhere = new HashSet<string>() };

    private static KnownEntity Unheld(Entity entity, Entity referredToBy) =>
        new(entity, null) { PrintedElsewhere = new HashSet<string>(), ReferredToBy = [referredToBy.Id] };
}
