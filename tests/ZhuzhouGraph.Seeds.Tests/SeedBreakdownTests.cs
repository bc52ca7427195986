namespace ZhuzhouGraph.Seeds.Tests;

public sealed class SeedBreakdownTests : IDisposable
{
    private static readonly string[] Kinds = ["OWNERSHIP", "SIZE", "AGE", "SEX", "FLOW"];

    private readonly SeedFolder _folder = new();

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 1)]
    public async Task A_figure_is_of_at_most_four_members(int members, int problems)
    {
        var names = string.Concat(
            Kinds.Select(kind =>
                $"\n- {{id: category:{Spelling.Slug(kind)}, type: Category, kind: {kind}, editorial: 类{kind}, en: {kind}}}"
            )
        );
        _folder.Write("registry/categories.yaml", names.TrimStart());
        var written = string.Join(", ", Kinds.Take(members).Select(kind => $"类{kind}"));
        _folder.WithArticle("against: YEAR_ON_YEAR", $"against: YEAR_ON_YEAR, breakdown: [{written}]");
        var found = (await _folder.CheckAsync(withTexts: false)).Problems;
        found.Count.ShouldBe(problems, string.Join('\n', found));
        found.ShouldAllBe(problem =>
            problem.Message.Contains("Found 5 members; allowed are at most 4", StringComparison.Ordinal)
            && problem.Location.Field == "facts[1].figures[1].breakdown[4]"
        );
    }

    public void Dispose() => _folder.Dispose();
}
