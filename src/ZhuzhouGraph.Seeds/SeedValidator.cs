namespace ZhuzhouGraph.Seeds;

/// <summary>Judges seeds by a list of rules. Every problem of every rule is listed, each once, in file order.</summary>
public sealed class SeedValidator(IReadOnlyList<SeedRule> rules)
{
    /// <summary>The rules that every import passes.</summary>
    public static IReadOnlyList<SeedRule> Rules { get; } =
    [
        SeedDocumentRules.Check,
        SeedRules.EverythingResolves,
        SeedRules.IdsAreUnique,
        SeedRules.EndsAreAllowed,
        SeedRules.FiguresAgree,
        SeedRules.PeriodsFitTheDate,
        SeedRules.NamesAreCited,
        SeedRules.OfficialsHavePosts,
        SeedTextRules.LinesArePartitioned,
        SeedTextRules.EvidenceStands,
        SeedTextRules.PrintStands,
    ];

    /// <summary>The problems; empty where the seeds may be imported.</summary>
    public IReadOnlyList<Problem> Validate(BoundSeeds seeds) =>
        [
            .. rules
                .SelectMany(rule => rule(seeds))
                .Distinct()
                .OrderBy(p => p.Location.File, StringComparer.Ordinal)
                .ThenBy(p => p.Location.Line)
                .ThenBy(p => p.Location.Field, StringComparer.Ordinal),
        ];
}
