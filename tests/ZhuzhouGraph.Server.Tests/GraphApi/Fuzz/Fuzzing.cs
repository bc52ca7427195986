using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Fuzz;

/// <summary>What a store holds that can be asked for.</summary>
/// <param name="Names">Names of entities that no other one has, with their types.</param>
internal sealed record Known(IReadOnlyList<string> Ids, IReadOnlyList<(string Type, string Name)> Names);

/// <summary>What tests with random queries share.</summary>
internal static class Fuzzing
{
    /// <summary>Asks with one dice after the other. CsCheck_Seed asks with one again, CsCheck_Iter asks with more.</summary>
    /// <param name="most">How many dice, where CsCheck_Iter does not say so.</param>
    public static async Task ForEachSeedAsync(int most, Func<Dice, Task> ask)
    {
        var random = Drawing.Start();
        for (var left = Drawing.Cases(most); left > 0; left--)
        {
            var start = random.ToString();
            try
            {
                await ask(new Dice(random));
            }
            catch (Exception e) when (e is not OperationCanceledException)
            {
                Assert.Fail($"CsCheck_Seed={start} CsCheck_Iter=1\n{e}");
            }
        }
    }

    /// <summary>Ids of every kind of node, and names of entities that no other one has, by type.</summary>
    public static async Task<Known> KnownAsync(GraphServer server)
    {
        var lists = string.Join(' ', EntityTypes.All.Select(t => $"{t.Plural}(first: 40) {{ nodes {{ __typename id name }} }}"));
        var (_, answer) = await server.AskAsync(
            $"{{ {lists} articles(first: 40) {{ nodes {{ id }} }} observations(first: 100) {{ nodes {{ id }} }} relationships(first: "
                + $"100) {{ nodes {{ id }} }} }}"
        );
        var nodes = answer["data"]!.AsObject().SelectMany(list => list.Value!["nodes"]!.AsArray()).ToList();
        List<(string Type, string Name)> names = [];
        foreach (var node in nodes.Where(n => n!["name"] is not null))
        {
            var (type, name) = (node!["__typename"]!.GetValue<string>(), node["name"]!.GetValue<string>());
            if (await server.CodeAsync("query ($n: String) { entity(name: $n) { id } }", new() { ["n"] = name }) is null)
                names.Add((type, name));
        }
        return new Known([.. nodes.Select(n => n!["id"]!.GetValue<string>())], names);
    }

    public static T Explained<T>(Func<T> check, string what)
    {
        try
        {
            return check();
        }
        catch (ShouldAssertException e)
        {
            throw new ShouldAssertException($"{what}\n{e.Message}");
        }
    }
}
