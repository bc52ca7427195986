using System.Net.Http.Json;
using GraphQL;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Schema;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>An empty list admits nothing, which nobody means: every argument and every input of the schema refuses it by name.</summary>
public sealed class EmptyListTests(GraphServer server) : IClassFixture<GraphServer>, IDisposable
{
    private readonly GraphSchema _schema = new();

    [Fact]
    public async Task Every_list_of_the_schema_is_refused_when_it_is_empty_and_taken_when_it_is_left_out_or_null()
    {
        HashSet<string> seen = new(StringComparer.Ordinal);
        List<string> wrong = [];
        foreach (
            var type in _schema
                .AllTypes.OfType<IObjectGraphType>()
                .Where(t => !t.Name.StartsWith("__", StringComparison.Ordinal) && t.Name != "Subscription")
        )
        {
            foreach (var field in type.Fields)
            {
                foreach (var argument in field.Arguments ?? [])
                {
                    foreach (var (place, literal, key) in ListsOf(argument.Name, argument.ResolvedType!, $"{field.Name}.{argument.Name}"))
                    {
                        if (!seen.Add(key))
                            continue;
                        var required = (field.Arguments ?? []).Where(a => a.Name != argument.Name && a.ResolvedType is NonNullGraphType);
                        string Query(string value)
                        {
                            string[] given = [.. required.Select(a => $"{a.Name}: {ValueOf(a)}"), $"{argument.Name}: {value}"];
                            return Around(type, $"{field.Name}({string.Join(", ", given)})", field);
                        }
                        var (_, answer) = await server.AskAsync(Query(literal));
                        var errors = answer["errors"]?.AsArray();
                        if (
                            errors?.Count != 1
                            || errors[0]!["extensions"]!["code"]!.GetValue<string>() != "INVALID_ARGUMENT"
                            || !errors[0]!["message"]!.GetValue<string>().Contains($"'{place}' is an empty list", StringComparison.Ordinal)
                        )
                            wrong.Add($"{Query(literal)}\n{answer.ToJsonString()}");
                        if (argument.ResolvedType is NonNullGraphType || place.Contains("parts", StringComparison.Ordinal))
                            continue;
                        var (_, whole) = await server.AskAsync(Query(literal.Replace("[]", "null", StringComparison.Ordinal)));
                        if (whole["errors"] is not null)
                            wrong.Add($"{Query(literal)} with null\n{whole.ToJsonString()}");
                    }
                }
            }
        }

        wrong.ShouldBeEmpty();
        // Lists of arguments, of filters, and of filters in filters.
        seen.Count.ShouldBeGreaterThan(60);
    }

    [Theory]
    [InlineData("about")]
    [InlineData("indicators")]
    public async Task A_subscription_refuses_an_empty_list_before_it_begins(string argument)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/graphql");
        request.Headers.Accept.ParseAdd("text/event-stream");
        request.Content = JsonContent.Create(new { query = $"subscription {{ graphChanged({argument}: []) {{ resume }} }}" });

        using var response = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        (await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).ShouldContain($"'{argument}' is an empty list");
    }

    public void Dispose() => _schema.Dispose();

    /// <summary>The empty lists that an argument can have in it: where, written how, and under which name they are tried once.</summary>
    private static IEnumerable<(string Place, string Literal, string Key)> ListsOf(string place, IGraphType type, string key)
    {
        if (type is NonNullGraphType { ResolvedType: { } inner })
            return ListsOf(place, inner, key);
        if (type is ListGraphType { ResolvedType: { } item })
            return ListsOf($"{place}[0]", item, key)
                .Select(inside => inside with { Literal = $"[{inside.Literal}]" })
                .Prepend((place, "[]", key));
        return type is InputObjectGraphType input
            ? input.Fields.SelectMany(field =>
                ListsOf($"{place}.{field.Name}", field.ResolvedType!, $"{input.Name}.{field.Name}")
                    .Select(inside => inside with { Literal = $"{{{field.Name}: {inside.Literal}}}" })
            )
            : [];
    }

    /// <summary>Something that a required argument takes.</summary>
    private static string ValueOf(QueryArgument argument) =>
        argument.ResolvedType!.GetNamedType() is EnumerationGraphType choice ? choice.Values.First().Name
        : argument.ResolvedType!.GetNamedType().Name == "Date" ? "\"2023-05-19\""
        : argument.Name == "indicator" ? "\"indicator:national-little-giants\""
        : argument.Name == "to" ? "\"湖南\""
        : "\"株洲\"";

    private static string Around(IObjectGraphType type, string call, FieldType field)
    {
        var selection = field.ResolvedType!.GetNamedType() is IComplexGraphType ? " { __typename }" : "";
        return type.Name switch
        {
            "Query" => $"{{ {call}{selection} }}",
            "Series" => $"{{ series {{ nodes {{ {call}{selection} }} }} }}",
            _ => $"{{ node(id: \"place:zhuzhou\") {{ ... on {type.Name} {{ {call}{selection} }} }} }}",
        };
    }
}
