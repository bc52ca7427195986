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
        var told = 0;
        foreach (var error in PlantedErrors.All)
        {
            using var paper = new YunlingPaper();
            var line = paper.With(error.Figure, error.Found, error.Replaced);
            var found = (await paper.CheckAsync())
                .Problems.Where(problem => problem.Location.File == YunlingPaper.File && problem.Location.Line == line)
                .ToList();
            if (found.Count == 0)
                missed.Add(error);
            if (found.Exists(problem => problem.Code != ProblemCodes.ReadsOtherwise))
                told++;
        }
        var (all, kinds) = (PlantedErrors.All.Count, PlantedErrors.All.Select(error => error.Kind).Distinct().Count());
        var report =
            $"{all - missed.Count} of {all} errors of {kinds} kinds were found, {told} without double entry; missed:\n"
            + string.Join('\n', missed);
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        missed.ShouldBeEmpty(report);
    }
}
