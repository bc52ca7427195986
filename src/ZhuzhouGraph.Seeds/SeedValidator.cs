namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Judges seeds by a list of rules. Every problem of every rule is listed in file order, each once: what only follows from another one is
/// counted there.
/// </summary>
public sealed class SeedValidator(IReadOnlyList<SeedRule> rules)
{
    /// <summary>The rules that every import passes.</summary>
    public static IReadOnlyList<SeedRule> Rules { get; } =
    [
        SeedDocumentRules.Check,
        SeedRules.EverythingResolves,
        SeedRules.IdsAreUnique,
        SeedRules.EndsAreAllowed,
        SeedRules.ReferencesAreCited,
        SeedCycleRules.NothingHoldsItself,
        SeedRules.MergedStatementsAgree,
        SeedRules.FiguresAgree,
        SeedDoubleEntryRules.PrintReadsAlike,
        SeedTableRules.LabelsNameTheirRows,
        SeedRules.PeriodsFitTheDate,
        SeedRules.NamesAreCited,
        SeedRules.OfficialsHavePosts,
        SeedTextRules.LinesArePartitioned,
        SeedTextRules.EvidenceStands,
        SeedTextRules.PrintStands,
        SeedCopyRules.WordsAreOurOwn,
    ];

    /// <summary>Problems of a name or of what it names: the same message at several places is one fault.</summary>
    private static readonly string[] Named = [ProblemCodes.UnknownName, ProblemCodes.AmbiguousName, ProblemCodes.EndNotAllowed];

    /// <summary>How many further places of a problem are listed.</summary>
    private const int MaxPlaces = 4;

    /// <summary>The problems; empty where the seeds may be imported.</summary>
    public IReadOnlyList<Problem> Validate(BoundSeeds seeds, CancellationToken cancellationToken = default)
    {
        var problems = new List<Problem>();
        foreach (var rule in rules)
        {
            cancellationToken.ThrowIfCancellationRequested();
            problems.AddRange(rule(seeds));
        }
        // Of what is left to do nothing else is said.
        var left = problems.Where(p => p.Code == ProblemCodes.TodoLeft).Select(p => p.Location).ToHashSet();
        return WithConsequences(
            [
                .. problems
                    .Where(p => p.Code == ProblemCodes.TodoLeft || !left.Contains(p.Location))
                    .Distinct()
                    .OrderBy(p => p.Location.File, StringComparer.Ordinal)
                    .ThenBy(p => p.Location.Line)
                    .ThenBy(p => p.Location.Field, StringComparer.Ordinal)
                    .GroupBy(p => Named.Contains(p.Code) ? (p.Code, null, p.Message) : (p.Code, p.Location, p.Message))
                    .Select(Once),
            ],
            seeds.Consequences
        );
    }

    /// <summary>One problem of several that differ in their place only.</summary>
    private static Problem Once(IEnumerable<Problem> same)
    {
        var places = same.ToList();
        var first = places[0];
        if (places.Count == 1)
            return first;
        var others = places
            .Skip(1)
            .Take(MaxPlaces)
            .Select(p => p.Location.File == first.Location.File ? $"line {p.Location.Line}" : $"{p.Location.File}:{p.Location.Line}");
        var more = places.Count - 1 > MaxPlaces ? " …" : "";
        return first with { Message = $"{first.Message} The same {places.Count - 1} times more: {string.Join(", ", others)}{more}" };
    }

    /// <summary>Adds to each problem what was not judged because of it.</summary>
    private static List<Problem> WithConsequences(List<Problem> problems, IReadOnlyList<Consequence> consequences)
    {
        foreach (var same in consequences.Distinct().GroupBy(c => (c.Cause, c.What)))
        {
            var (cause, what) = same.Key;
            var told = $"{same.Sum(c => c.Count)} {what} were not judged because of it.";
            var index = problems.FindIndex(p => p.Location.File == cause.File && IsWithin(p.Location.Field, cause.Field));
            if (index < 0)
                // Nothing may be left out without a problem.
                problems.Add(new(ProblemCodes.InvalidValue, cause, $"Something is wrong here: {told}"));
            else
                problems[index] = problems[index] with { Message = $"{problems[index].Message} {told}" };
        }
        return problems;
    }

    private static bool IsWithin(string? field, string? cause) =>
        cause is null || field == cause || (field is not null && field.StartsWith(cause + ".", StringComparison.Ordinal));
}
