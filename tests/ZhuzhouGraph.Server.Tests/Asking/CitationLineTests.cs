using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Asking;

/// <summary>The line that is pasted, of an invented newspaper.</summary>
public sealed class CitationLineTests
{
    private const string Site = "https://graph.example.org/";

    private static readonly Article Fair = Batches.Article(1).Article!;

    [Fact]
    public void The_papers_own_figure_is_cited_with_place_words_and_address_in_both_languages()
    {
        var citation = Of("obs:yunhai/01/a", "61.1", "58家");
        var url = Permalink.Of(Site, citation);

        CitationLine
            .Chinese(Fair, citation, url: url)
            .ShouldBe("《云海晚报》2031年3月2日，《灯会第1日》，第61行第1句：“58家”。https://graph.example.org/figure/yunhai/01/a");
        CitationLine
            .English(Fair, citation, url: url)
            .ShouldBe(
                "Yunhai Evening (云海晚报), 2 March 2031, \"Lantern fair, day 1\", line 61, sentence 1: \"58家\". "
                    + "https://graph.example.org/figure/yunhai/01/a"
            );
    }

    [Fact]
    public void The_speaker_stands_before_the_words_and_the_page_where_it_is_stored()
    {
        var speaker = new Speaker("蓝桥", "Lan Qiao", "云海市市长");
        var article = Fair with { Page = "A1" };
        var citation = Of("obs:yunhai/01/a", "15.1", "增长2%");

        CitationLine
            .Chinese(article, citation, speaker)
            .ShouldBe("《云海晚报》2031年3月2日第A1版，《灯会第1日》，第15行第1句，蓝桥（云海市市长）：“增长2%”。");
        CitationLine
            .English(article, citation, speaker)
            .ShouldBe(
                "Yunhai Evening (云海晚报), 2 March 2031, page A1, \"Lantern fair, day 1\", line 15, sentence 1, "
                    + "Lan Qiao (蓝桥, 云海市市长): \"增长2%\"."
            );
    }

    [Fact]
    public void What_a_page_break_cut_is_cited_from_where_to_where_and_a_relationship_has_no_words()
    {
        var citation = Of("rel:0123456789abcdef", "94.3-95.1", null);

        CitationLine
            .Chinese(Fair, citation, url: Permalink.Of(Site, citation))
            .ShouldBe(
                "《云海晚报》2031年3月2日，《灯会第1日》，第94行第3句至第95行第1句。https://graph.example.org/statement/0123456789abcdef"
            );
        CitationLine
            .English(Fair, citation)
            .ShouldBe("Yunhai Evening (云海晚报), 2 March 2031, \"Lantern fair, day 1\", line 94, sentence 3 to line 95, sentence 1.");
    }

    [Fact]
    public void A_document_of_the_background_is_cited_with_its_number_and_entry()
    {
        var reference = new Reference("reference:yh-1", "云海区划", "Divisions of Yunhai", "云海市政府", 2030, "YH 1", "0102");

        CitationLine.Chinese(reference).ShouldBe("云海市政府，《云海区划》，2030年，YH 1，条目0102。");
        CitationLine.English(reference).ShouldBe("云海市政府, \"Divisions of Yunhai\" (《云海区划》), 2030, YH 1, entry 0102.");
    }

    [Theory]
    [InlineData("place:yunhai", "/entity/place:yunhai")]
    [InlineData("obs:yunhai/01/a", "/figure/yunhai/01/a")]
    [InlineData("article:yunhai/01", "/article/yunhai/01")]
    [InlineData("rel:0123456789abcdef", "/statement/0123456789abcdef")]
    [InlineData("javascript:alert(1)", null)]
    public void An_id_is_the_address_of_its_page(string id, string? path) => Permalink.PathOf(id).ShouldBe(path);

    private static Citation Of(string fact, string address, string? words) =>
        new(fact, Batches.ArticleId(1), Address.Parse(address)!, ArticlePart.Body, words);
}
