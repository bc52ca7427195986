using System.Text.Json.Nodes;
using GraphQL;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi.Fuzz;

/// <summary>
/// Random valid queries over the schema, over real HTTP, on the seeds. CsCheck_Seed asks one again, CsCheck_Iter asks more.
/// </summary>
public sealed class FuzzTests(GraphServer server) : IClassFixture<GraphServer>, IDisposable
{
    private const int Queries = 3_000,
        Walks = 500,
        MaxPages = 210;

    private readonly GraphSchema _schema = new();

    [Fact]
    public async Task No_query_fails_is_out_of_order_or_returns_more_than_it_costs()
    {
        var known = await Fuzzing.KnownAsync(server);
        var (asked, answered) = (0, 0);
        await Fuzzing.ForEachSeedAsync(Queries, async dice =>
        {
            var query = new FuzzQuery(_schema, dice, new FuzzValues(dice, known));
            var (status, answer) = await server.AskAsync(query.Text, query.Variables);
            asked++;
            answered += Fuzzing.Explained(() => FuzzAnswer.Check(status, answer), query.ToString()) ? 1 : 0;
        });
        // A generator whose queries are all refused tests nothing.
        if (asked >= Queries)
            (answered * 100 / asked).ShouldBeGreaterThan(80);
    }

    [Fact]
    public async Task Walking_a_list_by_cursors_repeats_no_row_and_loses_none()
    {
        var known = await Fuzzing.KnownAsync(server);
        var (walks, longest) = (0, 0);
        await Fuzzing.ForEachSeedAsync(Walks, async dice =>
        {
            walks++;
            var (open, field, close) = ListOf(dice, known.Ids);
            var arguments = FuzzQuery.Arguments(field, dice, new FuzzValues(dice, known));
            var (whole, _) = await PageAsync(200, null);
            if (whole is null)
                return;
            List<string> walked = [];
            string? after = null;
            var size = dice.Of(1, 2, 3, 7);
            for (var pages = 0; pages < MaxPages && walked.Count < whole.Count; pages++)
            {
                var (page, hasNext) = await PageAsync(size, after);
                walked.AddRange(page!);
                if (!hasNext)
                    break;
                page!.Count.ShouldBe(size, $"{open} {field.Name}({arguments}): a page that others follow is full");
                after = page[^1];
            }
            walked.Take(whole.Count).ShouldBe(whole, $"{open} {field.Name}({arguments}), pages of {size}");
            longest = Math.Max(longest, walked.Count);

            async Task<(List<string>? Cursors, bool HasNext)> PageAsync(int first, string? from)
            {
                var paging = $"first: {first}{(from is null ? "" : $", after: \"{from}\"")}";
                var query =
                    $"{open} list: {field.Name}({(arguments.Length == 0 ? "" : arguments + ", ")}{paging}) {{ edges {{ cursor }} pageInfo "
                    + $"{{ hasNextPage }} }} {close}";
                var (_, answer) = await server.AskAsync(query);
                // Names may be drawn that nothing has, or that do not fit.
                if (
                    answer["errors"]?[0]?["extensions"]?["code"]?.GetValue<string>()
                    is "UNKNOWN_NAME"
                        or "AMBIGUOUS_NAME"
                        or "INVALID_ARGUMENT"
                )
                    return (null, false);
                answer["errors"].ShouldBeNull(query);
                var list = Inner(answer["data"]!);
                return (
                    [.. list["edges"]!.AsArray().Select(e => e!["cursor"]!.GetValue<string>())],
                    list["pageInfo"]!["hasNextPage"]!.GetValue<bool>()
                );
            }
        });
        if (walks >= Walks)
            longest.ShouldBeGreaterThan(20);

        static JsonNode Inner(JsonNode data) => data["list"] ?? data["node"]!["list"]!;
    }

    public void Dispose() => _schema.Dispose();

    /// <summary>A list of the query type, or of a node, and the text around it.</summary>
    private (string Open, FieldType Field, string Close) ListOf(Dice dice, IReadOnlyList<string> ids)
    {
        if (dice.Chance(30))
            return ("{", dice.Of([.. Lists(_schema.Query)]), "}");
        var id = dice.Of(ids);
        var type = (IComplexGraphType)
            _schema.AllTypes[
                NodeId.KindOf(id) switch
                {
                    NodeKind.Entity => "Entity",
                    NodeKind.Relationship => "Relationship",
                    NodeKind.Observation => "Observation",
                    _ => "Article",
                }
            ]!;
        return ($"{{ node(id: \"{id}\") {{ ... on {type.Name} {{", dice.Of([.. Lists(type)]), "} } }");
    }

    private static IEnumerable<FieldType> Lists(IComplexGraphType type) =>
        type.Fields.Where(f => f.ResolvedType!.GetNamedType().Name.EndsWith("Connection", StringComparison.Ordinal));
}
