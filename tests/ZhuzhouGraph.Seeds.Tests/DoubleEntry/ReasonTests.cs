namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

public sealed class ReasonTests : IDisposable
{
    private const string Unusual = "reads: comparison YEAR_ON_YEAR, because: the paper means the month before";

    private readonly YunlingPaper _paper = new();

    [Fact]
    public async Task A_difference_with_its_reason_is_no_problem()
    {
        _paper.With("9.1%", "against: YEAR_ON_YEAR", $"against: ON_PREVIOUS, {Unusual}");
        (await _paper.CheckAsync()).Problems.ShouldBeEmpty();
        (await _paper.CheckAsync(withTexts: false)).Problems.ShouldBeEmpty("without the text nothing is known of the sentence");
    }

    [Fact]
    public async Task A_reason_for_several_parts_lists_their_readings()
    {
        _paper.With(
            "9.1%",
            "against: YEAR_ON_YEAR",
            "against: ON_PREVIOUS, status: TARGET, reads: [comparison YEAR_ON_YEAR, status ACTUAL], because: an invented reason"
        );
        (await _paper.CheckAsync()).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_reason_does_not_cover_what_the_words_alone_contradict()
    {
        _paper.With("约4.2万吨", "hedge: ABOUT", "hedge: NEARLY, reads: hedge ABOUT, because: an invented reason");
        (await _paper.CheckAsync()).Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.InvalidQuantity);
    }

    [Theory]
    [InlineData("is recorded as it reads", "of: 产值", "of: 产值, reads: hedge ABOUT, because: nothing")]
    [InlineData("comparison YEAR_ON_YEAR", "YEAR_ON_YEAR", "ON_PREVIOUS, reads: comparison PLAN, because: another base")]
    public async Task A_reason_that_nothing_needs_is_a_problem(string reading, string found, string replaced)
    {
        var line = _paper.With("9.1%", found, replaced);
        var problem = (await _paper.CheckAsync()).Problems.Single(one => one.Code == ProblemCodes.NeedlessReason);
        problem.Location.Line.ShouldBe(line);
        problem.Location.Field.ShouldBe("facts[3].figures[0].reads");
        problem.Message.ShouldContain(reading);
    }

    [Theory]
    [InlineData("reads: comparison YEAR_ON_YEAR", ProblemCodes.Missing, "'because' is missing")]
    [InlineData("because: the paper means so", ProblemCodes.Missing, "'reads' is missing")]
    [InlineData("reads: YEAR_ON_YEAR, because: the paper means so", ProblemCodes.InvalidValue, "Found 'YEAR_ON_YEAR'; allowed is a part")]
    [InlineData("reads: compare YEAR_ON_YEAR, because: it means so", ProblemCodes.InvalidValue, "Found 'compare YEAR_ON_YEAR'; allowed is")]
    [InlineData("reads: 'hedge', because: the paper means so", ProblemCodes.InvalidValue, "Parts: measure, unit, number, direction, hedge")]
    [InlineData("reads: {hedge: ABOUT}, because: the paper means so", ProblemCodes.Syntax, "a text is needed")]
    public async Task A_reason_without_its_form_is_a_problem(string reason, string code, string message)
    {
        var line = _paper.With("9.1%", "against: YEAR_ON_YEAR", $"against: ON_PREVIOUS, {reason}");
        var problems = (await _paper.CheckAsync()).Problems;
        var problem = problems.Where(one => one.Code == code).ShouldHaveSingleItem();
        problem.Location.Line.ShouldBe(line);
        problem.Message.ShouldContain(message);
        problems.ShouldContain(one => one.Code == ProblemCodes.ReadsOtherwise, "a reason without its form excuses nothing");
    }

    [Fact]
    public async Task A_reason_is_in_words_of_our_own()
    {
        const string copied = "'把通关时间压缩至原来的30%,出口额占产值的比重提高'";
        _paper.With("9.1%", "YEAR_ON_YEAR", $"ON_PREVIOUS, reads: comparison YEAR_ON_YEAR, because: {copied}");
        (await _paper.CheckAsync()).Problems.ShouldHaveSingleItem().Code.ShouldBe(ProblemCodes.Copied);
    }

    [Fact]
    public async Task A_reason_is_not_stored()
    {
        var before = await BatchOf(_paper);
        _paper.With("9.1%", "against: YEAR_ON_YEAR", $"against: ON_PREVIOUS, {Unusual}");
        using var plain = new YunlingPaper();
        plain.With("9.1%", "against: YEAR_ON_YEAR", "against: ON_PREVIOUS");
        var after = await BatchOf(_paper);
        after.ShouldBe(await BatchOf(plain));
        after.ShouldNotBe(before);
    }

    public void Dispose() => _paper.Dispose();

    private static async Task<string> BatchOf(YunlingPaper paper) =>
        string.Join('\n', (await paper.CheckAsync(withTexts: false)).Seeds.Articles.SelectMany(a => a.Facts).Select(f => f.Node));
}
