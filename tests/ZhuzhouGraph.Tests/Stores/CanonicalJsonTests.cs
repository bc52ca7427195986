using System.Text;
using System.Text.Json;
using NodaTime;
using ZhuzhouGraph.Stores;

namespace ZhuzhouGraph.Tests.Stores;

/// <summary>
/// The form in which the embedded store holds records. A change of it is a new version of that store's schema. No newspaper printed any of
/// it.
/// </summary>
public class CanonicalJsonTests
{
    private static readonly Citation FullCitation = new(
        "obs:yunhai/01/lamps",
        "article:yunhai/01",
        new Address(17, 1, 18, 2),
        ArticlePart.Caption,
        "12盏"
    )
    {
        Quote = "云海的\"灯\\船\"有12盏。",
        Span = new Span(3, 15),
        WordsSpan = new Span(11, 14),
    };

    private static readonly Relationship FullRelationship = new()
    {
        Id = "rel:0123456789abcdef",
        Type = RelationshipTypes.TookPartIn,
        From = "person:lin",
        To = "event:fair",
        Properties = new Dictionary<string, string> { ["venue"] = "二楼\n\"灯厅\"", ["role"] = "SPOKE" },
        Period = new Period("春天", new LocalDate(2031, 4, 1), null, PeriodPrecision.Vague, PeriodBasis.Inferred),
        Status = StatementStatus.Inferred,
        Ground = "灯厅里只有云海的人。",
    };

    [Fact]
    public void A_citation_is_written_in_one_form_and_read_back()
    {
        var json = CanonicalJson.Write(FullCitation);

        json.ShouldBe(
            """{"Of":"obs:yunhai/01/lamps","Article":"article:yunhai/01","Address":"17.1-18.2","Part":"Caption","Words":"12盏","Quote":"云海"""
                + """的\"灯\\船\"有12盏。","Span":{"Start":3,"End":15},"WordsSpan":{"Start":11,"End":14}}"""
        );
        Read<Citation>(json).ShouldBe(FullCitation);
    }

    [Fact]
    public void A_citation_without_text_has_nothing_of_it()
    {
        var bare = new Citation("rel:0123456789abcdef", "article:yunhai/01", new Address(2, 1), ArticlePart.Headline, null);
        var json = CanonicalJson.Write(bare);

        json.ShouldBe("""{"Of":"rel:0123456789abcdef","Article":"article:yunhai/01","Address":"2.1","Part":"Headline"}""");
        Read<Citation>(json).ShouldBe(bare);
    }

    [Fact]
    public void A_relationship_is_written_in_one_form_and_read_back()
    {
        var json = CanonicalJson.Write(FullRelationship);

        json.ShouldBe(
            """{"Id":"rel:0123456789abcdef","Type":"TOOK_PART_IN","From":"person:"""
                + """lin","To":"event:fair","Properties":{"role":"SPOKE","venue":"二楼\n\"灯厅\""},"Period":{"Words":"春"""
                + """天","First":"2031-04-01","Precision":"Vague","Basis":"Inferred"},"Status":"Inferred","Ground":"灯厅里只有云海的人。"}"""
        );
        var read = Read<Relationship>(json);
        read.Properties.ShouldBe(FullRelationship.Properties, ignoreOrder: true);
        read.ShouldBe(FullRelationship with { Properties = read.Properties });
    }

    [Theory]
    [InlineData("""{"Of":"rel:0123456789abcdef","Article":"article:yunhai/01","Address":"2.1"}""", "part")]
    [InlineData("""{"Of":"rel:0123456789abcdef","Article":"article:yunhai/01","Address":"2.0","Part":"Body"}""", "2.0")]
    [InlineData("""{"Of":"rel:0123456789abcdef","Article":"article:yunhai/01","Address":"2.1","Part":"Margin"}""", "Margin")]
    [InlineData("""{"Of":"rel:0123456789abcdef","Colour":"red"}""", "Colour")]
    public void What_is_no_citation_is_refused_by_name(string json, string named) =>
        Should.Throw<JsonException>(() => Read<Citation>(json)).Message.ShouldContain(named);

    [Theory]
    [InlineData("""{"Id":"rel:0123456789abcdef","Type":"ADMIRED"}""", "ADMIRED")]
    [InlineData("""{"Id":"rel:0123456789abcdef","Type":"TOOK_PART_IN","From":"person:lin","Properties":{},"Status":"Stated"}""", "to")]
    public void What_is_no_relationship_is_refused_by_name(string json, string named) =>
        Should.Throw<JsonException>(() => Read<Relationship>(json)).Message.ShouldContain($"'{named}'");

    [Fact]
    public void A_text_that_comes_again_is_the_same_object_and_never_another_text()
    {
        string[] texts =
        [
            .. Enumerable.Range(0, 5_000).SelectMany(n => new[] { $"person:p{n}", $"人{n}", $"{new string('x', 60)}{n}" }),
            "",
        ];

        foreach (var text in texts.Concat(texts))
            Repeated.Text(Encoding.UTF8.GetBytes(text)).ShouldBe(text);
        Repeated.Text("person:p1"u8).ShouldBeSameAs(Repeated.Text("person:p1"u8));
    }

    private static T Read<T>(string json) => CanonicalJson.Read<T>(Encoding.UTF8.GetBytes(json));
}
