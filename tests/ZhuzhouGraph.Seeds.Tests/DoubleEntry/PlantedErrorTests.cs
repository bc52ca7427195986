namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

public sealed class PlantedErrorTests
{
    [Fact]
    public async Task Clean_seeds_have_no_problem()
    {
        using var paper = new YunlingPaper();
        (await paper.CheckAsync()).Problems.ShouldBeEmpty();
        (await paper.CheckAsync(withTexts: false)).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task Errors_of_typists_are_found_at_their_line()
    {
        List<PlantedError> missed = [];
        foreach (var error in PlantedErrors.All)
        {
            using var paper = new YunlingPaper();
            var line = paper.With(error.Figure, error.Found, error.Replaced);
            var problems = (await paper.CheckAsync()).Problems;
            if (!problems.Any(problem => problem.Location.File == YunlingPaper.File && problem.Location.Line == line))
                missed.Add(error);
        }
        missed.ShouldBeEmpty(string.Join('\n', missed));
    }
}
