using ZhuzhouGraph.Seeds;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>Plain lines about seeds: what they hold, what is wrong with them, which texts were used.</summary>
internal static class Report
{
    private const int MaxTexts = 3;

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
        UnusedTexts(output, seeds);
        foreach (var problem in MissingTexts(seeds))
            output.WriteLine($"{problem.Location.File}: {problem.Message} Its addresses are not verified.");
    }

    /// <summary>
    /// Which files of the texts' folder no issue could use. Where an issue has no text, a file of another hash is most likely meant to be
    /// it, and is told there.
    /// </summary>
    public static void UnusedTexts(TextWriter output, CheckedSeeds seeds)
    {
        var isMissing = MissingTexts(seeds).Any();
        foreach (var text in seeds.UnusedTexts.Where(text => text.Sha256 is null || !isMissing))
            output.WriteLine($"text not used: {text.File}: {text.Reason}");
    }

    /// <summary>The issues whose text is not at hand, each with what is there instead.</summary>
    public static IEnumerable<Problem> MissingTexts(CheckedSeeds seeds)
    {
        var others = seeds.UnusedTexts.Where(text => text.Sha256 is not null).Select(text => $"{text.File} ({text.Sha256})").ToList();
        var found = others.Count switch
        {
            0 => "no other text is there",
            <= MaxTexts => $"found {string.Join(", ", others)}",
            _ => $"found {others.Count} others, such as {others[0]}",
        };
        return seeds
            .Seeds.Source.Issues.Where(issue => issue.Sha256 is not null && seeds.Seeds.Texts.Find(issue.Sha256.Value) is null)
            .Select(issue => new Problem(
                ProblemCodes.TextMismatch,
                issue.Sha256!.Location,
                $"No text has the SHA-256 {issue.Sha256.Value} of issue {issue.Folder}; {found}. A text that differs by one character is "
                    + $"another text."
            ));
    }

    /// <summary>What the registry no longer states, by kind; no line where nothing went.</summary>
    public static async Task RegistryRemovalsAsync(
        TextWriter output,
        IReadOnlyList<ImportOutcome> outcomes,
        IGraphStore store,
        CancellationToken cancellationToken
    )
    {
        if (outcomes.FirstOrDefault(outcome => outcome is { Unit: GraphBatch.Registry, Removed: > 0 }) is not { Version: var version })
            return;
        var removed = await store.ReadAsync(snapshot => RemovedAsync(snapshot, version, cancellationToken), cancellationToken);
        var entities = removed.Count(id => NodeId.KindOf(id) is NodeKind.Entity);
        output.WriteLine(
            $"{GraphBatch.Registry}: it no longer has {entities} entities that nothing mentions, and {removed.Count - entities} "
                + "relationships that only documents state; they were removed"
        );
    }

    private static async Task<IReadOnlyList<string>> RemovedAsync(
        IGraphSnapshot snapshot,
        long version,
        CancellationToken cancellationToken
    )
    {
        List<string> removed = [];
        var hasMore = true;
        for (SortKey? after = null; hasMore; )
        {
            var page = await snapshot.ListAsync(new ChangeQuery(version - 1), new PageRequest(PageRequest.Max, after), cancellationToken);
            var own = page.Items.TakeWhile(change => change.Version == version).ToList();
            removed.AddRange(own.Where(change => change.Kind is ChangeKind.Removed).Select(change => change.Id));
            (hasMore, after) = (page.HasMore && own.Count == page.Items.Count, page.Keys.Count == 0 ? null : page.Keys[^1]);
        }
        return removed;
    }

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
