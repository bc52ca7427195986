using System.Text;
using CsCheck;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Tests;

public class IssueTextTests
{
    private const string Port = "## 东港开航\n\n货船三艘。共五百\n(第1页)\n吨货。返航！\n";

    private static readonly IssueText Text = new(Port);

    [Theory]
    [InlineData("a\nb\n", 2)]
    [InlineData("a\nb", 2)]
    [InlineData("a\n\n", 2)]
    [InlineData("\n", 1)]
    [InlineData("", 0)]
    [InlineData("a\u2028b\fc", 1)]
    public void A_newline_at_the_end_starts_no_further_line(string text, int lines) => new IssueText(text).LineCount.ShouldBe(lines);

    [Theory]
    [InlineData("\uFEFFa\r\nb\r\n")]
    [InlineData("a\rb\r")]
    [InlineData("a\nb\n")]
    public void The_hash_is_of_utf8_and_ignores_byte_order_mark_and_line_ends(string text)
    {
        var read = IssueText.Read(Encoding.UTF8.GetBytes(text), out var problem);

        problem.ShouldBeNull();
        read!.Text.ShouldBe("a\nb\n");
        read.Sha256.ShouldBe("911169ddaaf146aff539f58c26c489af3b892dff0fe283c1c264c65ae5aa59a2");
    }

    [Fact]
    public void Bytes_that_are_not_utf8_are_a_problem_with_their_offset()
    {
        IssueText.Read([0x61, 0x62, 0xB8, 0xDB], out var problem).ShouldBeNull();

        problem!.ShouldContain("offset 2");
    }

    [Fact]
    public void A_sentence_is_found_with_its_offsets_in_the_article()
    {
        var article = new LineRange[] { new(3, 3), new(5, 5) };

        var sentence = Text.Find(new Address(5, 2), article)!;

        sentence.Text.ShouldBe("返航！");
        Text.ArticleText(article)[sentence.Span.Start..sentence.Span.End].ShouldBe("返航！");
    }

    [Fact]
    public void A_joined_address_runs_over_the_lines_of_its_article_only()
    {
        var cut = new Address(3, 2, 5, 1);

        Text.Find(cut, [new(1, 3), new(5, 5)])!.Text.ShouldBe("共五百\n吨货。");
        Text.Find(cut, [new(1, 5)])!.Text.ShouldBe("共五百\n(第1页)\n吨货。");
    }

    [Theory]
    [InlineData("3.3")]
    [InlineData("2.1")]
    [InlineData("4.1")]
    [InlineData("6.1")]
    [InlineData("3.2-4.1")]
    [InlineData("5.1-5.3")]
    public void An_address_that_is_not_in_the_article_is_not_found(string address) =>
        Text.Find(Address.Parse(address)!, [new(1, 3), new(5, 99)]).ShouldBeNull();

    [Fact]
    public void Every_sentence_of_an_article_is_found_again_at_its_address() =>
        Gen.Select(Gen.String[Gen.Char["一二。！”\n\r# a"], 0, 60], Gen.Int[1, 9], Gen.Int[1, 9])
            .CheckAll(
                (text, first, more) =>
                {
                    var issue = new IssueText(text);
                    LineRange[] article = [new(1, first), new(first + 2, first + more)];
                    foreach (var sentence in issue.AllSentences(article))
                    {
                        issue.Find(sentence.Address, article).ShouldBe(sentence);
                        issue.ArticleText(article)[sentence.Span.Start..sentence.Span.End].ShouldBe(sentence.Text);
                    }
                }
            );
}
