using ZhuzhouGraph.Neo4jStore;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Neo4j;

/// <summary>Constraints and indexes follow from the declarations, and every start makes sure of them.</summary>
public sealed class Neo4jIndexTests(Neo4jServer server) : PlanTest(server)
{
    private static readonly EntityType Lantern = new("Lantern", "灯笼", "lanterns", "lantern", "A lantern that is lit on days.")
    {
        HasPeriod = true,
    };

    private static readonly RelationshipType Lit = new("LIT", "点灯", "Who lit it.")
    {
        From = ["Person"],
        To = [Lantern.Name],
        Forward = "lit",
        Reverse = "litBy",
    };

    public static readonly EntityQuery[] Lists =
    [
        new() { Types = [Lantern] },
        new() { Types = [Lantern], Order = EntityOrder.Period },
        new() { Types = [Lantern], Order = EntityOrder.PeriodDescending },
    ];

    [Fact]
    public async Task A_type_that_was_declared_after_the_database_was_made_is_listed_from_an_index()
    {
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await DropAsync("order_Lantern", "period_Lantern", "days_Lantern");
        await using var store = await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel);
        (await AnyScanAsync(store)).ShouldBeTrue("without its indexes a type is scanned");

        await SchemaIndexes.EnsureAsync(Api, Statements.SchemaOf([.. EntityTypes.All, Lantern], [.. RelationshipTypes.All, Lit]), Cancel);

        (await AnyScanAsync(store)).ShouldBeFalse();
        (await NamesAsync()).ShouldContain("id_LIT");
        await PostAsync("", "DROP CONSTRAINT id_LIT");
        await DropAsync("order_Lantern", "period_Lantern", "days_Lantern");
    }

    [Fact]
    public async Task An_index_that_a_database_lost_or_has_otherwise_is_made_at_the_next_start()
    {
        await Neo4jStores.EmptyAsync(Options, Cancel);
        await (await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel)).DisposeAsync();
        var before = await NamesAsync();
        await DropAsync("order_Company", "fact_type", "name_text");
        await PostAsync("", "DROP CONSTRAINT id_MAKES");
        await PostAsync("", "CREATE INDEX fact_type FOR (n:Fact) ON (n.type)");

        await Neo4jOpenTests.RefusedAsync(Options with { IsReadOnly = true }, "lacks indexes");
        await (await Neo4jGraphStore.OpenAsync(Options, TimeProvider.System, Cancel)).DisposeAsync();

        (await NamesAsync()).ShouldBe(before);
        using var rebuilt = await PostAsync("", "SHOW INDEXES YIELD name, properties WHERE name = 'fact_type' RETURN properties");
        rebuilt.RootElement.GetProperty("data").GetProperty("values")[0][0].GetArrayLength().ShouldBe(3);
    }

    private async Task<bool> AnyScanAsync(IGraphStore store)
    {
        foreach (var list in Lists)
        {
            var plan = await PlanAsync(store, snapshot => snapshot.ListAsync(list, new(5), Cancel));
            if (plan.Exists(step => IsFullScan(step.Operator) || (IsSort(step.Operator) && !step.Below.Any(IsLimit))))
                return true;
        }
        return false;
    }

    private async Task DropAsync(params string[] names)
    {
        foreach (var name in names)
            await PostAsync("", $"DROP INDEX {name} IF EXISTS");
    }

    private async Task<List<string>> NamesAsync()
    {
        using var found = await PostAsync("", "SHOW INDEXES YIELD name RETURN name ORDER BY name");
        return [.. found.RootElement.GetProperty("data").GetProperty("values").EnumerateArray().Select(row => row[0].GetString()!)];
    }
}
