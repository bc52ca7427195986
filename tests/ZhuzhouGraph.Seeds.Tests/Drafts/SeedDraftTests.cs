using ZhuzhouGraph.Seeds.Drafts;

namespace ZhuzhouGraph.Seeds.Tests.Drafts;

public sealed class SeedDraftTests : IDisposable
{
    private const string Text = """
        # 东港日报

        ## 东港集团吞吐量大增
        东港日报记者/王芳

        5月3日，市委书记李明到东港集团调研。
        今年1至4月，东港集团吞吐量3.1万标箱，同比增长12%，居全省第2。新建深水泊位数80余个，其中一半左右已投用。李明、赵强、王芳参加座谈会。
        大家一起努力。

        """;

    /// <summary>Written by hand from the text.</summary>
    private const string Article = """
        title: 东港集团吞吐量大增
        titleEnglish: TODO
        byline: 东港日报记者/王芳
        parts: {headline: 3, byline: 4}
        facts:
        - at: 3.1
          mentions: [东港集团]
        - at: 4.1
          links:
          - {from: TODO 王芳, wrote: this, capacity: REPORTER}
        - at: 6.1
          mentions: [市委, 李明, 东港集团]
          links:
          - {from: 李明, holdsPost: 市委, title: 市委书记}
        - at: 7.1
          mentions: [东港集团]
          when: 今年1至4月
          about: 东港集团
          figures:
          # of 吞吐量: '吞吐量' stands before '3.1万标箱'; about 东港集团: opens the clause
          - {figure: 3.1万标箱, level: 3.1万 标箱, of: 吞吐量, accumulation: CUMULATIVE}
          - {figure: 同比增长12%, growth: 12 %, against: YEAR_ON_YEAR, of: 吞吐量, accumulation: CUMULATIVE}
          - {figure: 居全省第2, rank: 2 位, of: 吞吐量, within: {words: 全省}}
        - at: 7.2
          when: 今年1至4月
          about: TODO 东港集团
          figures:
          # of 深水泊位数: '深水泊位' stands before '80余个'; about: perhaps 东港集团, of which the sentence before speaks
          - {figure: 80余个, level: 80 个, hedge: AND_SOME, of: 深水泊位数, accumulation: CUMULATIVE}
          - {figure: 一半左右, share: 50 %, hedge: ABOUT, of: TODO 已投用}
        - at: 7.3
          mentions: [李明, 赵强]
          links:
          - {from: [李明, 赵强, TODO 王芳], tookPartIn: TODO 座谈会, role: PARTICIPANT, word: 参加}
        notRecorded:
        - {at: 6.1, words: 5月3日, reason: TODO}
        - {at: 8.1, reason: TODO}

        """;

    private readonly DraftFolder _folder = new();

    [Fact]
    public void A_report_is_drafted_as_far_as_it_is_read()
    {
        var draft = _folder.Draft(Text);
        draft.Files.Select(file => file.Name).ShouldBe(["01-donggang-group.yaml", "issue.yaml"]);
        draft.Files[0].Content.Split('\n').ShouldBe(Article.Split('\n'));
        draft
            .Files[1]
            .Content.ShouldBe(
                $"""
                newspaper: 东港日报
                newspaperEnglish: TODO
                date: 2023-05-04
                sha256: {new IssueText(Text).Sha256}
                lines: 8
                masthead: [1-2]
                articles:
                  01-donggang-group: [3-8]

                """
            );
    }

    [Fact]
    public async Task Check_refuses_what_is_left_to_do_by_file_and_line_and_nothing_else()
    {
        SeedDrafts.Write(_folder.Draft(Text)).ShouldBeNull();
        var problems = (await _folder.CheckAsync(Text)).Problems;
        problems.ShouldAllBe(problem => problem.Code == ProblemCodes.TodoLeft);
        problems
            .Select(problem => (problem.Location.File, problem.Location.Line, problem.Location.Field))
            .ShouldBe(
                [
                    ("articles/2023-05-04/01-donggang-group.yaml", 2, "titleEnglish"),
                    ("articles/2023-05-04/01-donggang-group.yaml", 10, "facts[1].links[0].from"),
                    ("articles/2023-05-04/01-donggang-group.yaml", 26, "facts[4].about"),
                    ("articles/2023-05-04/01-donggang-group.yaml", 30, "facts[4].figures[1].of"),
                    ("articles/2023-05-04/01-donggang-group.yaml", 34, "facts[5].links[0].from[2]"),
                    ("articles/2023-05-04/01-donggang-group.yaml", 34, "facts[5].links[0].tookPartIn"),
                    ("articles/2023-05-04/01-donggang-group.yaml", 36, "notRecorded[0].reason"),
                    ("articles/2023-05-04/01-donggang-group.yaml", 37, "notRecorded[1].reason"),
                    ("articles/2023-05-04/issue.yaml", 2, "newspaperEnglish"),
                ],
                ignoreOrder: true
            );
        problems.ShouldContain(problem =>
            problem.Message == "Found 'TODO 已投用', which a draft left open; allowed is what 'of' takes, or no such entry."
        );
    }

    public void Dispose() => _folder.Dispose();
}
