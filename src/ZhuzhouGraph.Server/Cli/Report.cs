using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>Plain lines about seeds: what they hold, what is wrong with them, which texts were used.</summary>
internal static class Report
{
    /// <summary>Every problem, one a line, then how many.</summary>
    public static void Problems(TextWriter output, IReadOnlyList<Problem> problems)
    {
        foreach (var problem in problems)
            output.WriteLine(problem);
        output.WriteLine(problems.Count == 1 ? "1 problem" : $"{problems.Count} problems");
    }

    /// <summary>Which files of the texts' folder no issue could use, and which issues have no text.</summary>
    public static void Texts(TextWriter output, CheckedSeeds seeds)
    {
        foreach (var (file, reason) in seeds.UnusedTexts)
            output.WriteLine($"text not used: {file}: {reason}");
        foreach (var issue in WithoutText(seeds))
            output.WriteLine($"no text with SHA-256 {issue.Sha256?.Value} for issue {issue.Folder}: its addresses are not verified");
    }

    /// <summary>The issues whose text is not at hand.</summary>
    public static IEnumerable<SeedIssue> WithoutText(CheckedSeeds seeds) =>
        seeds.Seeds.Source.Issues.Where(issue => issue.Sha256 is null || seeds.Seeds.Texts.Find(issue.Sha256.Value) is null);

    /// <summary>Counts per kind of thing, the same with and without texts, and how many addresses were verified.</summary>
    public static void Counts(TextWriter output, BoundSeeds seeds)
    {
        var entities = seeds.Registry.Concat(seeds.Articles.SelectMany(a => a.Entities)).ToLookup(x => x.Entity.Type);
        var facts = seeds.Articles.SelectMany(a => a.Facts).ToList();
        var relationships = facts.Select(f => f.Node).OfType<Relationship>().DistinctBy(r => r.Id).ToLookup(r => r.Type);
        var observations = facts.Select(f => f.Node).OfType<Observation>().ToLookup(o => o.Measure);
        Line("articles", seeds.Articles.Count);
        foreach (var type in EntityTypes.All)
            Line(type.Name, entities[type].Count());
        foreach (var type in RelationshipTypes.All)
            Line(type.Name, relationships[type].Count());
        foreach (var measure in Enum.GetValues<Measure>())
            Line($"observations {Spelling.UpperSnake(measure.ToString())}", observations[measure].Count());
        Line("mentions of names", facts.Count(f => f.Node is Entity));
        var addresses = seeds
            .Articles.SelectMany(a => a.Facts.Select(f => (a.Article.Sha256, f.Citation.Address)))
            .Distinct()
            .ToLookup(x => seeds.Texts.Find(x.Sha256) is not null);
        Line("addresses verified", addresses[true].Count());
        Line("addresses not verified", addresses[false].Count());

        void Line(string kind, int count) => output.WriteLine($"{count, 6}  {kind}");
    }
}
