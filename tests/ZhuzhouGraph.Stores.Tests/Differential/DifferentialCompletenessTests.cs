using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Stores.Tests.Differential;

/// <summary>What the port learns, the differential test asks.</summary>
public class DifferentialCompletenessTests
{
    private static IEnumerable<Type> Queries =>
        typeof(GraphQuery<>)
            .Assembly.GetTypes()
            .Where(t => t.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(GraphQuery<>));

    [Fact]
    public void Every_member_of_the_port_has_a_place() =>
        new[] { typeof(IGraphStore), typeof(IGraphSnapshot) }
            .SelectMany(port => port.GetMethods(), (port, method) => $"{port.Name}.{method.Name}")
            .ShouldBe(PortQuestions.Members.Concat(PortQuestions.Steps.Keys), ignoreOrder: true);

    [Fact]
    public void Every_query_has_a_place() => Queries.ShouldBe(QueryQuestions.All.Select(kind => kind.Query), ignoreOrder: true);

    [Fact]
    public void Every_filter_of_every_query_has_a_place() =>
        Queries.SelectMany(QueryFields.Of).Select(QueryFields.NameOf).Distinct().ShouldBe(QueryFields.Names, ignoreOrder: true);

    [Fact]
    public void Every_step_is_taken_and_every_question_is_asked_within_a_few_cities()
    {
        var dice = new Dice(new(1, 7));
        var cities = Enumerable.Range(0, 60).Select(_ => Cities.WithHistory(dice)).ToList();

        cities
            .SelectMany(city => city.Steps)
            .Select(step => step.GetType())
            .Distinct()
            .ShouldBe(PortQuestions.Steps.Values, ignoreOrder: true);
        PortQuestions.About(cities[0], dice, 1).Select(q => q.Member).Distinct().ShouldBe(PortQuestions.Members, ignoreOrder: true);
        cities
            .SelectMany(city => city.Batches)
            .SelectMany(b => b.Relationships)
            .Select(r => r.Type)
            .Distinct()
            .ShouldBe(RelationshipTypes.All, ignoreOrder: true);
        cities
            .SelectMany(city => city.Batches)
            .SelectMany(b => b.Entities)
            .Select(e => e.Type)
            .Distinct()
            .ShouldBe(EntityTypes.All, ignoreOrder: true);
    }
}
