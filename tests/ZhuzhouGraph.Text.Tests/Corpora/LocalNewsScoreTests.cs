using System.Globalization;

namespace ZhuzhouGraph.Text.Tests.Corpora;

/// <summary>
/// How much of the local reports is read right. The rules were made with the reports of odd numbers at hand; those of even numbers only
/// report. The marks may be raised, never lowered.
/// </summary>
public sealed class LocalNewsScoreTests
{
    [Theory]
    [InlineData("odd", 95.8, 95.8, 100)]
    [InlineData("even", 78.5, 86, 94)]
    public void Figures_in_prose_are_read(string half, double all, double each, double precision)
    {
        var score = LocalNewsScore.Read(number => number % 2 == (half == "odd" ? 1 : 0), isCells: false);
        Print($"prose, {half} reports", score);
        // The even half stays unseen: only its totals are printed.
        if (half == "odd")
            score.Wrong.ForEach(wrong => TestContext.Current.TestOutputHelper?.WriteLine($"  {wrong}"));
        score.Of("all").ShouldBeGreaterThanOrEqualTo(all);
        LocalNewsScore.Parts.ShouldAllBe(part => score.Of(part) >= each);
        score.Precision.ShouldBeGreaterThanOrEqualTo(precision);
    }

    [Fact]
    public void Cells_of_a_table_are_read()
    {
        var score = LocalNewsScore.Read(_ => true, isCells: true);
        Print("cells", score);
        score.Of("all").ShouldBeGreaterThanOrEqualTo(100);
    }

    private static void Print(string name, LocalNewsScore score)
    {
        var output = TestContext.Current.TestOutputHelper;
        foreach (var part in LocalNewsScore.Parts.Prepend("found").Append("all"))
            output?.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}: {part, -10} {score.Of(part):F1} %"));
        output?.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{name}: precision  {score.Precision:F1} % ({score.Spurious} read where nothing is listed)"
            )
        );
    }
}
