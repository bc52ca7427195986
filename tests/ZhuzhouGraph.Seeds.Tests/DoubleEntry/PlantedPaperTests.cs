using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Seeds.Tests.DoubleEntry;

/// <summary>Errors planted by program into the seeds of the repository, and looked for with the paper's text, where it lies.</summary>
public sealed class PlantedPaperTests
{
    private const string Elsewhere = "- {id: org:elsewhere, type: Company, editorial: 黑水矿业公司, en: Heishui Mining}";

    [Fact]
    public async Task Errors_planted_in_the_seeds_are_found_with_the_paper()
    {
        List<string> missed = [];
        var (planted, told) = (0, 0);
        foreach (var (kind, change) in PlantedLines.Kinds)
        {
            using var seeds = new SeedsCopy();
            var lines = seeds.ChangeFigures(change);
            lines.Count.ShouldBeGreaterThan(0, kind);
            planted += lines.Count;
            var found = (await seeds.CheckAsync()).Problems.ToLookup(problem => (problem.Location.File, problem.Location.Line));
            missed.AddRange(lines.Where(line => !found.Contains((line.File, line.Line))).Select(line => $"{kind}: {line.Text}"));
            told += lines.Count(line => found[(line.File, line.Line)].Any(problem => problem.Code != ProblemCodes.ReadsOtherwise));
        }
        var report =
            $"{planted - missed.Count} of {planted} errors of {PlantedLines.Kinds.Count} kinds were found, {told} without double entry; "
            + $"missed:\n{string.Join('\n', missed)}";
        TestContext.Current.TestOutputHelper?.WriteLine(report);
        missed.Count.ShouldBeLessThanOrEqualTo(planted / 40, report);
    }

    /// <summary>A copy of the seeds in a temporary folder.</summary>
    private sealed class SeedsCopy : IDisposable
    {
        private readonly string _folder = Directory.CreateTempSubdirectory("planted").FullName;

        public SeedsCopy()
        {
            foreach (var file in Directory.GetFiles(RepositoryRoot.Seeds, "*.yaml", SearchOption.AllDirectories))
            {
                var copy = Path.Combine(_folder, Path.GetRelativePath(RepositoryRoot.Seeds, file));
                Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
                File.Copy(file, copy);
            }
            File.AppendAllText(Path.Combine(_folder, "registry", "organizations.yaml"), Elsewhere + "\n");
        }

        /// <summary>Changes every figure that can be; where, and what now stands there.</summary>
        public List<(string File, int Line, string Text)> ChangeFigures(Func<string, string?> change)
        {
            List<(string File, int Line, string Text)> changed = [];
            foreach (var file in Directory.GetFiles(Path.Combine(_folder, "articles"), "*.yaml", SearchOption.AllDirectories))
            {
                var lines = File.ReadAllLines(file);
                for (var at = 0; at < lines.Length; at++)
                {
                    if (!lines[at].StartsWith("  - {figure:", StringComparison.Ordinal) || change(lines[at]) is not { } wrong)
                        continue;
                    lines[at] = wrong;
                    changed.Add((Path.GetRelativePath(_folder, file), at + 1, wrong.Trim()));
                }
                File.WriteAllLines(file, lines);
            }
            return changed;
        }

        public Task<CheckedSeeds> CheckAsync() =>
            SeedImporter.CheckAsync(_folder, RepositoryRoot.RequirePaper(), null, TestContext.Current.CancellationToken);

        public void Dispose() => Directory.Delete(_folder, recursive: true);
    }
}
