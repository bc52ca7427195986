using ZhuzhouGraph.Seeds.Drafts;

namespace ZhuzhouGraph.Seeds.Tests.Drafts;

/// <summary>Tables of a text become tables of the seeds; the text is invented.</summary>
public sealed class TableDraftTests : IDisposable
{
    private const string Text = """
        # 东港日报

        ## 各区港口一季度成绩
        单位：万标箱
        序号	城区	吞吐量	同比增长（%）	备用
        1	西城区	123.4	12.5	—
        2	南河区	98.0	-3.2	/
        3	东新区	7.5		/
        东港主要指标
        指标　　单位　　1—3月　　增长（%）
        港口吞吐量　　万标箱　　228.9　　-1.5
        深水泊位　　个　　86　　2.4

        """;

    /// <summary>Written by hand from the text.</summary>
    private const string Tables = """
        tables:
        - head: 5
          caption: 4
          label: 2
          columns:
          - {column: 1, reason: counts the rows}
          - {column: 3, measure: LEVEL, unit: 万标箱, of: 吞吐量}
          - {column: 4, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR, of: TODO 同比增长（%}
          rows:
            6: {about: 西城区, mentions: [西城区], cells: [123.4, 12.5]}
            7: {about: 南河区, mentions: [南河区], cells: [98.0, -3.2]}
            8: {about: TODO 东新区, cells: [7.5, —]}
        - head: 10
          about: 东港
          columns:
          - {column: 2, reason: the units}
          - {column: 3, measure: LEVEL, accumulation: CUMULATIVE, when: 1—3月}
          - {column: 4, measure: RATE_OF_CHANGE, against: YEAR_ON_YEAR, accumulation: CUMULATIVE, when: 1—3月}
          rows:
            11: {of: 吞吐量, unit: 万标箱, cells: [228.9, -1.5]}
            12: {of: 深水泊位数, unit: 个, cells: [86, 2.4]}

        """;

    private readonly DraftFolder _folder = new();

    [Fact]
    public void Tables_are_drafted_as_far_as_head_rows_and_caption_say()
    {
        var yaml = _folder.Draft(Text).Files[0].Content;
        var tables = yaml[yaml.IndexOf("tables:", StringComparison.Ordinal)..];
        tables[..tables.IndexOf("notRecorded:", StringComparison.Ordinal)]
            .TrimEnd('\n')
            .Split('\n')
            .ShouldBe(Tables.TrimEnd('\n').Split('\n'));
    }

    [Fact]
    public async Task Check_refuses_what_a_drafted_table_leaves_to_do_by_line_and_nothing_else()
    {
        SeedDrafts.Write(_folder.Draft(Text)).ShouldBeNull();
        var problems = (await _folder.CheckAsync(Text)).Problems;
        problems.ShouldAllBe(problem => problem.Code == ProblemCodes.TodoLeft, string.Join('\n', problems));
        problems
            .Select(problem => problem.Location.Field)
            .Where(field => field!.StartsWith("tables", StringComparison.Ordinal))
            .ShouldBe(["tables[0].columns[2].of", "tables[0].rows.8.about"]);
    }

    [Fact]
    public async Task A_drafted_table_is_completed_by_names_alone()
    {
        var draft = _folder.Draft(Text);
        SeedDrafts.Write(draft).ShouldBeNull();
        Complete(draft);
        var read = await _folder.CheckAsync(Text);
        // The registry names more than this text prints.
        read.Problems.ShouldAllBe(problem => problem.Location.File == "registry/names.yaml", string.Join('\n', read.Problems));
        read.Seeds.Articles[0].Facts.Count(fact => fact.Node is Observation).ShouldBe(9);
        SeedCoverage.Gaps(read.Seeds).ShouldBeEmpty();
        // Nothing is read that is not recorded.
        _folder.Draft(Text).Differences.ShouldBeEmpty();
    }

    [Fact]
    public void A_table_that_the_seeds_do_not_have_is_shown()
    {
        var draft = _folder.Draft(Text);
        SeedDrafts.Write(draft).ShouldBeNull();
        Complete(draft);
        var file = draft.Files[0].Name;
        var yaml = _folder.Read(file);
        _folder.Write(
            $"articles/2023-05-04/{file}",
            yaml.Replace(
                yaml[yaml.IndexOf("- head: 10", StringComparison.Ordinal)..yaml.IndexOf("notRecorded:", StringComparison.Ordinal)],
                "",
                StringComparison.Ordinal
            )
        );
        _folder.Draft(Text).Differences.ShouldHaveSingleItem().ShouldEndWith("11.1 + a table of 2 rows");
    }

    private void Complete(SeedDraft draft)
    {
        _folder.Write(
            "registry/more.yaml",
            "- {id: place:dongxin, type: Place, kind: DISTRICT, editorial: 东新区, en: Dongxin District}\n"
        );
        var file = $"articles/2023-05-04/{draft.Files[0].Name}";
        var yaml = _folder
            .Read(draft.Files[0].Name)
            .Replace("of: TODO 同比增长（%", "of: 吞吐量", StringComparison.Ordinal)
            .Replace("TODO 东新区", "东新区", StringComparison.Ordinal)
            .Replace("titleEnglish: TODO", "titleEnglish: Ports of the districts", StringComparison.Ordinal)
            .Replace("reason: TODO", "reason: no figure", StringComparison.Ordinal);
        _folder.Write(file, yaml);
        _folder.Write(
            "articles/2023-05-04/issue.yaml",
            _folder.Read("issue.yaml").Replace("newspaperEnglish: TODO", "newspaperEnglish: Donggang Daily", StringComparison.Ordinal)
        );
    }

    public void Dispose() => _folder.Dispose();
}
