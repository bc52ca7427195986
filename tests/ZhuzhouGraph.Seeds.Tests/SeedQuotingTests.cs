namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>What YAML takes out of a text without quotation marks is told, with the hint to quote.</summary>
public sealed class SeedQuotingTests : IDisposable
{
    private readonly SeedFolder _folder = new();

    [Theory]
    [InlineData("title: 东港吞吐量大增", "title: 东港吞吐量大增 #1", "\"东港吞吐量大增 #1\"")]
    [InlineData("title: 东港吞吐量大增", "title: 东港: 吞吐量大增", "': ' stands in a text")]
    [InlineData("title: 东港吞吐量大增", "title: \"东港\"吞吐量大增", "stands in quotation marks")]
    [InlineData("title: 东港吞吐量大增", "title: [东港]吞吐量大增", "stands in quotation marks")]
    [InlineData("title: 东港吞吐量大增", "title: &东港 吞吐量大增", "begins with & or !")]
    [InlineData("title: 东港吞吐量大增", "title: !port 吞吐量大增", "begins with & or !")]
    [InlineData("title: 东港吞吐量大增", "title: !东港 吞吐量大增", "stands in quotation marks")]
    [InlineData("title: 市长}", "title: 市长, 书记}", "title: \"市长, 书记\"")]
    [InlineData("title: 市长}", "title: 市长, 书记, 主任}", "title: \"市长, 书记, 主任\"")]
    [InlineData("title: 市长}", "title: 市长: 书记}", "stands in quotation marks")]
    [InlineData("title: 市长}", "title: 市长 #1}", "' #' begins a comment")]
    [InlineData("figure: 3.1万标箱", "figure: 3,100标箱", "figure: \"3,100标箱\"")]
    public async Task A_text_that_YAML_cuts_is_told_once_with_the_hint_to_quote(string right, string wrong, string hint)
    {
        var problems = (await _folder.WithArticle(right, wrong).CheckAsync(withTexts: false)).Problems;
        var syntax = problems.Where(p => p.Code == ProblemCodes.Syntax).ToList();
        syntax.ShouldHaveSingleItem(string.Join('\n', problems)).Message.ShouldContain(hint);
        problems.ShouldNotContain(p => p.Code == ProblemCodes.UnknownKey);
    }

    [Fact]
    public async Task A_comment_in_a_line_of_its_own_and_one_behind_a_brace_are_no_problem()
    {
        _folder.WithArticle("parts: {headline: 3}", "# the headline\nparts: {headline: 3}  # its line");
        (await _folder.CheckAsync()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_quoted_text_may_hold_all_of_it()
    {
        _folder.WithArticle("titleEnglish: Donggang's throughput soars", "titleEnglish: \"Donggang: #1, and & !\"");
        (await _folder.CheckAsync()).Problems.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();
}
