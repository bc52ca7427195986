using System.Text;

namespace ZhuzhouGraph;

/// <summary>A name that an unknown one may have been meant to be.</summary>
/// <param name="Text">The name as the graph has it.</param>
/// <param name="Id">The entity that has it.</param>
public sealed record NearName(string Text, string Id, EntityType Type);

/// <summary>Among which names the nearest are looked for: those of entities that fit all of it.</summary>
public sealed record NameScope
{
    /// <summary>Only entities of these types; empty for every type.</summary>
    public IReadOnlyList<string> Types { get; init; } = [];

    /// <summary>Only entities whose own period overlaps these days.</summary>
    public DateRange? Period { get; init; }

    /// <summary>Only entities that an article published on or before this day mentions.</summary>
    public NodaTime.LocalDate? PublishedBy { get; init; }
}

/// <summary>The valid words and names that a wrong one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary>
    /// How many names are given for one, among how many candidates of a store they are chosen, and for how many names of one question.
    /// </summary>
    public const int Most = 5,
        Candidates = 200,
        MostAsked = 20;

    private const int MostEdits = 4;

    /// <summary>
    /// The candidate with the fewest edits, when those are at most a third of the longer word (one at least) and leave something of it;
    /// else null.
    /// </summary>
    public static string? To(string found, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (candidate, edits: Edits(found.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(x => x.edits)
            .ThenBy(x => x.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        if (best.candidate is not { } word)
            return null;
        var longer = Math.Max(CharactersOf(found), CharactersOf(word));
        return best.edits <= Math.Max(1, longer / 3) && best.edits < longer ? word : null;
    }

    /// <summary>Says what is nearest or, where nothing is near, everything that is allowed, as the end of a sentence.</summary>
    public static string Hint(string found, IReadOnlyCollection<string> allowed) =>
        To(found, allowed) is { } near ? $"did you mean '{near}'?" : $"allowed: {string.Join(", ", allowed)}.";

    /// <summary>
    /// The names nearest to one: those that become it with <see cref="EditsOf"/> edits at most, fewest first, so that who has the very name
    /// comes before all; of as many edits those that begin with the same character, as a slip of the pen seldom is in the first one; then
    /// those that contain it, shortest first; then by name and id. One name of each entity.
    /// </summary>
    /// <param name="candidates">Names in any order. A store gives those that <see cref="PiecesOf"/> describes.</param>
    public static IReadOnlyList<NearName> NamesTo(string name, IEnumerable<NearName> candidates)
    {
        var folded = Folding.Fold(name);
        if (folded.Length == 0)
            return [];
        var first = folded.EnumerateRunes().First();
        var ranked = candidates
            .Select(candidate => (candidate, folded: Folding.Fold(candidate.Text)))
            .Where(x => x.folded.Length > 0)
            .Select(x => (x.candidate, x.folded, edits: Edits(folded, x.folded)))
            .ToList();
        return
        [
            .. ranked
                .Where(x => x.edits <= EditsOf(folded) || x.folded.Contains(folded, StringComparison.Ordinal))
                .OrderBy(x => x.edits <= EditsOf(folded) ? 0 : 1)
                .ThenBy(x => x.edits)
                .ThenBy(x => x.folded.EnumerateRunes().First() == first ? 0 : 1)
                .ThenBy(x => x.folded, StringComparer.Ordinal)
                .ThenBy(x => x.candidate.Id, StringComparer.Ordinal)
                .DistinctBy(x => x.candidate.Id, StringComparer.Ordinal)
                .Select(x => x.candidate)
                .Take(Most),
        ];
    }

    /// <summary>The folded names that a store looks for candidates for: the first <see cref="MostAsked"/>.</summary>
    public static IReadOnlyList<string> Asked(IEnumerable<string> names) =>
        [.. names.Select(Folding.Fold).Where(folded => folded.Length > 0).Distinct(StringComparer.Ordinal).Take(MostAsked)];

    /// <summary>The nearest names of each name, from what a store found for it after folding.</summary>
    public static IReadOnlyDictionary<string, IReadOnlyList<NearName>> Of(
        IEnumerable<string> names,
        IEnumerable<(string Folded, NearName Candidate)> found
    )
    {
        var candidates = found.ToLookup(x => x.Folded, x => x.Candidate, StringComparer.Ordinal);
        return names
            .Distinct(StringComparer.Ordinal)
            .ToDictionary(name => name, name => NamesTo(name, candidates[Folding.Fold(name)]), StringComparer.Ordinal);
    }

    /// <summary>
    /// How many characters of a folded name may be wrong, missing or too many: a third, but one at least and four at most.
    /// </summary>
    public static int EditsOf(string folded) => Math.Clamp(CharactersOf(folded) / 3, 1, MostEdits);

    /// <summary>
    /// The runs of which a near name has at least one: the folded name cut into one more part than it may have edits, since each edit
    /// spoils one part. Candidates are the names that contain a part and differ in length by no more than the edits, or contain the whole
    /// name; those nearest in length first, then by folded name, owner and place.
    /// </summary>
    public static IReadOnlyList<string> PiecesOf(string folded)
    {
        var characters = folded.EnumerateRunes().Select(rune => rune.ToString()).ToList();
        var pieces = Math.Min(EditsOf(folded) + 1, characters.Count);
        return
        [
            .. Enumerable
                .Range(0, pieces)
                .Select(i => string.Concat(characters[(i * characters.Count / pieces)..((i + 1) * characters.Count / pieces)]))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    /// <summary>The length of a text in characters, as both stores count it: a pair of surrogates is one.</summary>
    public static int CharactersOf(string text) => text.EnumerateRunes().Count();

    /// <summary>Levenshtein's distance in characters.</summary>
    internal static int Edits(string from, string to)
    {
        Rune[] a = [.. from.EnumerateRunes()],
            b = [.. to.EnumerateRunes()];
        var previous = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var current = new int[b.Length + 1];
            current[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var replaced = previous[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
            }
            previous = current;
        }
        return previous[^1];
    }
}
