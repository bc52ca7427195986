using ZhuzhouGraph.Server.Hosting;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

public sealed class AnswerBytesTests
{
    [Fact]
    public async Task An_answer_over_the_limit_is_refused_before_a_byte_of_it_is_sent()
    {
        await using var server = await GraphServer.StartedAsync(
            new GraphHostOptions { Settings = ["--Limits:AnswerBytes=8000"] },
            RepositoryRoot.Seeds
        );
        (await server.AskAsync("{ companies(first: 5) { nodes { id name } } }")).Answer["errors"].ShouldBeNull();

        // By texts, by names of fields that the client chose, and by sheer number.
        var name = new string('n', 2_000);
        foreach (
            var query in new[]
            {
                "{ relationships(first: 200) { nodes { id type } } }",
                $"{{ companies(first: 20) {{ nodes {{ {name}: __typename }} }} }}",
                "{ relationships(first: 200) { nodes { a: __typename b: __typename c: __typename d: __typename e: __typename } } }",
            }
        )
        {
            var (_, answer) = await server.AskAsync(query);
            answer["errors"]![0]!["extensions"]!["code"]!.GetValue<string>().ShouldBe("ANSWER_BYTES_EXCEEDED");
            answer["data"].ShouldBeNull();
        }
    }
}
