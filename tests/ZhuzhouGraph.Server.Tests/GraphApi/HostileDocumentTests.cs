using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.GraphApi;

/// <summary>Documents that would cost a stock executor seconds, each refused by its limit.</summary>
public sealed class HostileDocumentTests(GraphServer server) : IClassFixture<GraphServer>
{
    public static TheoryData<string> Names => [.. HostileDocuments.All.Select(document => document.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_hostile_document_is_refused_by_its_limit(string name)
    {
        var document = HostileDocuments.All.Single(d => d.Name == name);
        (await server.CodeAsync(document.Text)).ShouldBe(document.Code);
    }

    [Fact]
    public async Task Of_thousands_of_mistakes_five_are_named()
    {
        var (_, answer) = await server.AskAsync("{" + string.Concat(Enumerable.Range(0, 1_000).Select(i => $" u{i}")) + "}");
        answer["errors"]!.AsArray().Count.ShouldBe(5);
    }

    [Fact]
    public async Task The_standard_introspection_passes()
    {
        var (status, answer) = await server.AskAsync(HostileDocuments.StandardIntrospection);
        status.ShouldBe(200);
        answer["errors"].ShouldBeNull();
    }
}
