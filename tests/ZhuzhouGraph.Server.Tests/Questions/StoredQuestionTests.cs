using System.Text.Json.Nodes;
using ZhuzhouGraph.Server.Questions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Questions;

public sealed class StoredQuestionTests
{
    private const string WellFormed = """
        # What grew in 云海?

        **云海什么增长了？**

        For: dashboard

        The first line of two.
        The second names `figure`.

        ```graphql
        { observations { nodes { figure } } }
        ```

        ```json
        {"data": {"observations": {"nodes": []}}}
        ```

        """;

    [Fact]
    public void A_file_is_read_part_by_part()
    {
        var question = StoredQuestion.Read("what-grew.md", WellFormed);

        question.ShouldBe(
            new StoredQuestion
            {
                Slug = "what-grew",
                English = "What grew in 云海?",
                Chinese = "云海什么增长了？",
                Audience = Audience.Dashboard,
                Explanation = "The first line of two. The second names `figure`.",
                Query = "{ observations { nodes { figure } } }",
                Answer = """{"data": {"observations": {"nodes": []}}}""",
            }
        );
    }

    [Fact]
    public void The_program_holds_every_file_of_the_folder_and_each_audience_has_questions()
    {
        var files = Directory.EnumerateFiles(Path.Combine(RepositoryRoot.Path, "src", "ZhuzhouGraph.Server", "Questions"), "*.md");

        StoredQuestion.All.Select(question => question.Slug).ShouldBe(files.Select(Path.GetFileNameWithoutExtension), ignoreOrder: true);
        StoredQuestion.All.Count.ShouldBeGreaterThanOrEqualTo(38);
        StoredQuestion.All.Select(question => question.Audience).Distinct().ShouldBe(Enum.GetValues<Audience>());
    }

    [Fact]
    public void Answers_are_stored_in_the_form_in_which_a_changed_one_is_written()
    {
        foreach (var question in StoredQuestion.All)
            question.Answer.ShouldBe(CompactJson.Write(JsonNode.Parse(question.Answer)), question.Slug);
    }

    [Theory]
    [InlineData(
        "# What grew in 云海?",
        "What grew in 云海?",
        "line 1: allowed is '# ' and the question in English, on one line; found is 'What grew in 云海?'"
    )]
    [InlineData(
        "**云海什么增长了？**",
        "云海什么增长了？",
        "line 3: allowed is the question in Chinese between '**' and '**', on one line; found is '云海什么增长了？'"
    )]
    [InlineData(
        "For: dashboard",
        "For: minister",
        "line 5: allowed is 'For: ' and one of analyst, dashboard, journalist; found is 'For: minister'"
    )]
    [InlineData(
        "The first line of two.\nThe second names `figure`.\n\n",
        "",
        "line 7: allowed is the explanation, a paragraph of text; found is '```graphql'"
    )]
    [InlineData("```graphql", "```", "line 10: allowed is the query, between '```graphql' and '```'; found is '```'")]
    [InlineData(
        "\n\n```json\n{\"data\": {\"observations\": {\"nodes\": []}}}\n```",
        "",
        "line 14: allowed is the answer, between '```json' and '```'; found is the end"
    )]
    [InlineData("\"nodes\": []", "\"nodes\": [", "the answer is not JSON: ")]
    [InlineData(
        "[]}}}\n```\n",
        "[]}}}\n```\n\nMore.\n",
        "line 18: allowed is nothing more (no part has an empty line inside); found is 'More.'"
    )]
    public void A_malformed_file_is_refused_with_the_place_and_what_is_allowed(string part, string instead, string problem)
    {
        WellFormed.ShouldContain(part);

        var error = Should.Throw<FormatException>(() => StoredQuestion.Read("what-grew.md", WellFormed.Replace(part, instead)));

        error.Message.ShouldStartWith("Questions/what-grew.md is not a question:\n");
        error.Message.ShouldContain("\n  " + problem);
    }

    [Fact]
    public void All_problems_of_a_file_are_told_at_once_and_its_name_is_one()
    {
        var error = Should.Throw<FormatException>(() =>
            StoredQuestion.Read("What grew.md", WellFormed.Replace("**", "").Replace("dashboard", "me"))
        );

        error.Message.Split('\n').Length.ShouldBe(4);
        error.Message.ShouldContain("its name is not lower-case words joined by '-', such as posts-of-a-person.md");
    }
}
