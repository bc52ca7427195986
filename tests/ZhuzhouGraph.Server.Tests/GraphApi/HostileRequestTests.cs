using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>What strangers may send, over a socket: refused by its limit or answered, never a defect, and little of it repeated.</summary>
public sealed partial class HostileRequestTests(GraphServer server) : IClassFixture<GraphServer>
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public static TheoryData<string> Kinds => [.. HostileRequests.All.Select(request => request.Kind).Distinct()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task A_hostile_request_is_refused_or_answered_and_never_a_defect(string kind)
    {
        foreach (var request in HostileRequests.All.Where(request => request.Kind == kind))
        {
            var (status, answer) = await request.SendAsync(server.Client.BaseAddress!.Port, Cancel);
            var told = $"{request}: {answer[..Math.Min(answer.Length, 1_500)]}";

            // A version of HTTP that nobody speaks is 505.
            (status is < 500 or 503 or 505).ShouldBeTrue(told);
            answer.ShouldNotContain("   at ", Case.Sensitive, told);
            if (request.Code is { } code)
                CodeOf(answer).ShouldBe(code, told);
            else if (CodeOf(answer) is { } found)
                found.ShouldNotBeOneOf("INTERNAL_ERROR", "STORE_UNAVAILABLE");
            Repeated().Match(answer).Value.ShouldBe("", told);
        }
        // It is none the worse for it.
        (await server.AskAsync("{ summary { articles } }")).Status.ShouldBe(200);
        server.Log.From(LogLevel.Error).ShouldBeEmpty();
    }

    [Fact]
    public void There_are_more_than_two_hundred_of_them_of_different_names() =>
        HostileRequests.All.Select(request => request.ToString()).Distinct().Count().ShouldBe(HostileRequests.All.Count);

    private static string? CodeOf(string answer) => Code().Match(answer) is { Success: true } code ? code.Groups[1].Value : null;

    [GeneratedRegex("\"code\":\"([A-Z_]+)\"")]
    private static partial Regex Code();

    /// <summary>More of the input than a message may repeat; a name that the request itself gave its answer is no message.</summary>
    [GeneratedRegex("硬{41}|(硬' ?'?){31}|x{41}|7{41}|a{41}(?!\":)")]
    private static partial Regex Repeated();
}
