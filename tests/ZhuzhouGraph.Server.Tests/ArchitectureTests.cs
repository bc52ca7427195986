using System.Reflection;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests;

/// <summary>Who may know whom, and that nothing is declared for nobody.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>What each project of ours refers to beyond the framework; a package that a package brings does not count.</summary>
    private static readonly Dictionary<string, string[]> Allowed = new(StringComparer.Ordinal)
    {
        ["ZhuzhouGraph"] = ["NodaTime"],
        ["ZhuzhouGraph.Bolt"] = [],
        ["ZhuzhouGraph.Text"] = ["NodaTime", "ZhuzhouGraph"],
        ["ZhuzhouGraph.Exports"] = ["NodaTime", "Parquet", "SpreadCheetah", "ZhuzhouGraph"],
        ["ZhuzhouGraph.Seeds"] = ["FluentValidation", "NodaTime", "YamlDotNet", "ZhuzhouGraph", "ZhuzhouGraph.Text"],
        ["ZhuzhouGraph.SqliteStore"] = ["Microsoft.Data.Sqlite", "NodaTime", "SQLitePCLRaw.core", "ZhuzhouGraph"],
        ["ZhuzhouGraph.Neo4jStore"] = ["NodaTime", "ZhuzhouGraph", "ZhuzhouGraph.Bolt"],
    };

    private static readonly string Source = Path.Combine(RepositoryRoot.Path, "src");

    public static TheoryData<string> Projects => [.. Directory.GetDirectories(Source).Select(folder => Path.GetFileName(folder))];

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_knows_only_whom_it_may(string project)
    {
        if (project == "ZhuzhouGraph.Server")
            return; // It puts the others together.
        var references = Assembly
            .Load(project)
            .GetReferencedAssemblies()
            .Select(name => name.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not "netstandard");

        references.Except(Allowed[project]).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_says_what_it_owns_what_it_may_import_and_what_does_not_belong_there(string project)
    {
        var readme = File.ReadAllText(Path.Combine(Source, project, "README.md"));

        foreach (var word in new[] { "Owns", "May import", "Does not belong here" })
            readme.ShouldContain(word, Case.Insensitive);
    }

    [Fact]
    public void No_namespace_ends_in_a_name_that_a_library_has_as_well()
    {
        // Look-up of Neo4j.X or GraphQL.X would stop at such a namespace.
        var namespaces = OurFiles().SelectMany(file => Namespaces().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value);

        namespaces.Distinct().Where(name => name.Split('.')[^1] is "Neo4j" or "GraphQL" or "Sqlite" or "NodaTime").ShouldBeEmpty();
    }

    [Fact]
    public void Every_code_of_a_problem_is_used()
    {
        var text = string.Concat(OurFiles().Select(File.ReadAllText));

        foreach (var owner in new[] { typeof(ProblemCodes), typeof(GraphErrors) })
        {
            var codes = owner.GetFields(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static).Where(field => field.IsLiteral);
            // Inside of its own class a code is used without the class's name.
            codes
                .Where(code => !text.Contains($"{owner.Name}.{code.Name}", StringComparison.Ordinal))
                .Where(code => Regex.Count(text, $@"\b{code.Name}\b") < 2)
                .Select(code => $"{owner.Name}.{code.Name}")
                .ShouldBeEmpty();
        }
    }

    [Fact]
    public void Every_declared_type_is_registered()
    {
        Declared<EntityType>(typeof(EntityTypes)).ShouldBe(EntityTypes.All, ignoreOrder: true);
        Declared<RelationshipType>(typeof(RelationshipTypes)).ShouldBe(RelationshipTypes.All, ignoreOrder: true);

        static IEnumerable<T> Declared<T>(Type owner) =>
            owner
                .GetFields(BindingFlags.Public | BindingFlags.Static)
                .Where(field => field.FieldType == typeof(T))
                .Select(field => (T)field.GetValue(null)!);
    }

    [Fact]
    public void No_city_and_no_id_of_the_seeds_stands_in_code()
    {
        var prefixes = string.Join('|', EntityTypes.All.Select(type => type.Prefix).Distinct());
        var ids = Directory
            .EnumerateFiles(RepositoryRoot.Seeds, "*.yaml", SearchOption.AllDirectories)
            .SelectMany(file => Regex.Matches(File.ReadAllText(file), $@"\b(?:{prefixes}):[a-z0-9-]+"))
            .Select(match => match.Value)
            .ToHashSet(StringComparer.Ordinal);
        ids.Count.ShouldBeGreaterThan(100);

        foreach (var file in OurFiles())
        {
            var code = string.Join('\n', File.ReadLines(file).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal)));
            ids.Where(id => code.Contains($"\"{id}\"", StringComparison.Ordinal)).ShouldBeEmpty(file);
            code.Replace("株洲图谱", "", StringComparison.Ordinal).ShouldNotContain("株洲", customMessage: file);
        }
    }

    private static IEnumerable<string> OurFiles() =>
        Directory
            .EnumerateFiles(Source, "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    [GeneratedRegex(@"^namespace ([\w.]+)", RegexOptions.Multiline)]
    private static partial Regex Namespaces();
}
