namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

public sealed class SubjectTests : IDisposable
{
    private readonly YunlingPaper _paper = new();

    [Theory]
    [InlineData("480人", "of:", "about: 云岭港, of:")]
    [InlineData("27个", "of:", "about: 云岭, of:")]
    public async Task What_is_named_in_a_heading_or_above_with_a_word_that_points_back_is_not_asked_about(
        string figure,
        string found,
        string replaced
    )
    {
        _paper.With(figure, found, replaced);
        (await _paper.CheckAsync()).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("3个百分点", "about: 云岭", "about: 青石区", "Found about 青石区; at 9.1 it reads NONE")]
    [InlineData("612家", "of:", "about: 黑水市, of:", "Found about 黑水市; at 7.1 it reads NONE")]
    [InlineData("38.7亿元", "about: 白沙区", "about: 云岭", "Found about 云岭; at 6.1 it reads 白沙区")]
    [InlineData("7.3%", "about: 白沙区", "about: 青石区", "Found about 青石区; at 6.2 it reads 白沙区")]
    public async Task What_nobody_names_nearby_or_another_stands_for_is_told(string figure, string found, string replaced, string message)
    {
        _paper.With(figure, found, replaced);
        (await _paper.CheckAsync()).Problems.ShouldHaveSingleItem().Message.ShouldStartWith(message);
    }

    [Fact]
    public async Task Without_the_text_nobody_knows_whom_a_sentence_names()
    {
        _paper.With("612家", "of:", "about: 黑水市, of:");
        (await _paper.CheckAsync(withTexts: false)).Problems.ShouldBeEmpty();
    }

    public void Dispose() => _paper.Dispose();
}
