using ZhuzhouGraph.Seeds.Drafts;

namespace ZhuzhouGraph.Seeds.Tests.Drafts;

public sealed class DraftWritingTests : IDisposable
{
    private const string Text = "## 东港集团来电\n东港集团有员工80人。\n## 西城区见闻\n西城区有企业5家。\n";
    private readonly DraftFolder _folder = new();

    [Fact]
    public void Nothing_is_written_over_a_file_and_nothing_beside_it()
    {
        var draft = _folder.Draft(Text);
        _folder.Write("articles/2023-05-04/02-xicheng-district.yaml", "mine");
        SeedDrafts.Write(draft).ShouldNotBeNull().ShouldContain("02-xicheng-district.yaml; allowed is a folder without");
        Directory.GetFiles(_folder.Issue).ShouldHaveSingleItem();
        _folder.Read("02-xicheng-district.yaml").ShouldBe("mine");
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_and_left_as_it_is()
    {
        _folder.Write("articles", "a file");
        var draft = _folder.Draft(Text);
        SeedDrafts.Write(draft).ShouldNotBeNull().ShouldContain("cannot be written");
    }

    [Fact]
    public void An_issue_that_is_there_says_which_lines_are_a_report()
    {
        var issue = _folder.Draft(Text).Files.Single(file => file.Name == "issue.yaml").Content;
        _folder.Write(
            "articles/2023-05-04/issue.yaml",
            issue.Replace("  01-donggang-group: [1-2]\n", "", StringComparison.Ordinal).Replace("[3-4]", "[1-4]", StringComparison.Ordinal)
        );
        _folder.Draft(Text).Files.ShouldHaveSingleItem().Name.ShouldBe("02-xicheng-district.yaml");
    }

    [Fact]
    public void Of_a_report_that_has_seeds_the_difference_is_shown()
    {
        SeedDrafts.Write(_folder.Draft(Text)).ShouldBeNull();
        var file = Path.Combine(_folder.Issue, "01-donggang-group.yaml");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("titleEnglish: TODO", "titleEnglish: A call", StringComparison.Ordinal)
                .Replace("of: TODO 员工", "of: 深水泊位数", StringComparison.Ordinal)
                .Replace("level: 80 人", "level: 90 人", StringComparison.Ordinal)
                .Replace("mentions: [东港集团]\n  figures", "figures", StringComparison.Ordinal)
        );
        File.Delete(Path.Combine(_folder.Issue, "02-xicheng-district.yaml"));
        var draft = _folder.Draft(Text);
        draft.Compared.ShouldBe(1);
        draft.Files.ShouldHaveSingleItem().Name.ShouldBe("02-xicheng-district.yaml");
        draft.Differences.ShouldBe([
            "01-donggang-group.yaml 2.1 ~ '80人' (line 10): number 90, reads 80 (LEVEL, '80人')",
            "01-donggang-group.yaml 2.1 + mentions 东港集团",
        ]);
    }

    [Fact]
    public void What_a_seed_has_or_has_not_beside_the_reading_is_told()
    {
        SeedDrafts.Write(_folder.Draft(Text)).ShouldBeNull();
        var file = Path.Combine(_folder.Issue, "02-xicheng-district.yaml");
        File.WriteAllText(
            file,
            File.ReadAllText(file)
                .Replace("titleEnglish: TODO", "titleEnglish: Sights", StringComparison.Ordinal)
                .Replace(
                    "figure: 5家, level: 5 家, of: TODO 企业",
                    "figure: 西城区, rank: 位, hedge: VAGUE, within: {words: 企业}, of: 深水泊位数",
                    StringComparison.Ordinal
                )
        );
        _folder
            .Draft(Text)
            .Differences.Where(line => line.StartsWith("02", StringComparison.Ordinal))
            .ShouldBe([
                "02-xicheng-district.yaml 4.1 + {figure: 5家, level: 5 家, of: TODO 企业, about: 西城区}",
                "02-xicheng-district.yaml 4.1 - '西城区' (line 11): is not read",
            ]);
    }

    [Fact]
    public void An_issue_of_another_text_day_or_paper_is_refused()
    {
        SeedDrafts.Write(_folder.Draft(Text)).ShouldBeNull();
        _folder.Make(Text + "更多。", out var problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldContain("issue of another text");
        _folder.Make(Text, out problems, newspaper: "西港日报").ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldContain("东港日报, 2023-05-04; found 西港日报, 2023-05-04");
        _folder.Make(Text, out problems, title: "东港集团来电").ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldContain("--title: has no effect");
    }

    [Fact]
    public void A_headline_that_is_given_makes_one_report_and_must_be_printed()
    {
        var draft = _folder.Draft(Text, "东港集团来电");
        draft.Files.Select(file => file.Name).ShouldBe(["01-donggang-group.yaml", "issue.yaml"]);
        draft.Files[0].Content.ShouldContain("parts: {headline: 1, subhead: [3]}");
        _folder.Make(Text, out var problems, "港口关闭").ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldContain("--title: found '港口关闭'");
        _folder.Make("", out problems).ShouldBeNull();
        problems.ShouldHaveSingleItem().ShouldContain("found no line");
    }

    [Theory]
    [InlineData("李明: 东港, 您好", "'李明: 东港, 您好'")]
    [InlineData("'东港'来电", "'''东港''来电'")]
    [InlineData("“东港”来电", "“东港”来电")]
    [InlineData("- 东港来电", "'- 东港来电'")]
    public async Task A_headline_is_read_back_as_it_is_printed(string title, string written)
    {
        var text = title + "\n东港有企业5家。\n";
        var draft = _folder.Draft(text);
        draft.Files[0].Content.ShouldStartWith($"title: {written}\n");
        SeedDrafts.Write(draft).ShouldBeNull();
        (await _folder.CheckAsync(text)).Problems.ShouldAllBe(problem => problem.Code == ProblemCodes.TodoLeft);
    }

    public void Dispose() => _folder.Dispose();
}
