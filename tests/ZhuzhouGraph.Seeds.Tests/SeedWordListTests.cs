using System.Text;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests;

/// <summary>The lists of words in the seeds' README are those of the declarations. <c>UPDATE_SNAPSHOTS=1</c> writes them.</summary>
public sealed partial class SeedWordListTests
{
    [Fact]
    public async Task The_README_lists_the_kinds_roles_dimensions_and_precisions_that_are_declared()
    {
        var file = Path.Combine(RepositoryRoot.Seeds, "README.md");
        var readme = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        if (Environment.GetEnvironmentVariable("UPDATE_SNAPSHOTS") == "1" && Environment.GetEnvironmentVariable("CI") is null)
        {
            readme = Section().Replace(readme, _ => $"## Words\n\n{Lists()}\n");
            await File.WriteAllTextAsync(file, readme, TestContext.Current.CancellationToken);
        }
        Section().Match(readme).Value.ShouldBe($"## Words\n\n{Lists()}\n", "UPDATE_SNAPSHOTS=1 writes the lists");
    }

    private static string Lists()
    {
        var lists = new StringBuilder("Generated from the declarations; what each word means is shown by editors, from the schemas.\n\n");
        lists.Append("| where | words |\n|---|---|\n");
        foreach (var type in EntityTypes.All.Where(type => type.Kinds.Count > 0))
            Row($"`kind` of {type.Name} {type.Chinese}", type.Kinds);
        foreach (var type in EntityTypes.All)
        {
            foreach (var property in type.Properties.Where(property => property.Choices.Count > 0))
                Row($"`{property.Name}` of {type.Name} {type.Chinese}", property.Choices);
        }
        foreach (var type in RelationshipTypes.All)
        {
            foreach (var property in type.Properties.Where(property => property.Choices.Count > 0))
                Row($"`{property.Name}` of `{type.SeedWord}`", property.Choices);
        }
        lists.Append(null, $"| `precision` of `when` | {string.Join(" · ", Spelling.NamesOf<PeriodPrecision>())} |\n");
        return lists.ToString();

        void Row(string where, IReadOnlyList<Choice> choices) =>
            lists.Append(null, $"| {where} | {string.Join(" · ", choices.Select(choice => $"{choice.Name} {choice.Chinese}"))} |\n");
    }

    [GeneratedRegex("## Words\\n\\n.*?\\n(?=\\n## |\\z)", RegexOptions.Singleline)]
    private static partial Regex Section();
}
