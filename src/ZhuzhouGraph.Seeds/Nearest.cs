namespace ZhuzhouGraph.Seeds;

/// <summary>The valid value that a wrong one was probably meant to be.</summary>
public static class Nearest
{
    /// <summary>The candidate with the fewest edits, when those are at most a third of the longer word (one at least); else null.</summary>
    public static string? To(string found, IEnumerable<string> candidates)
    {
        var best = candidates
            .Select(candidate => (candidate, edits: Edits(found.ToLowerInvariant(), candidate.ToLowerInvariant())))
            .OrderBy(x => x.edits)
            .ThenBy(x => x.candidate, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.candidate is { } word && best.edits <= Math.Max(1, Math.Max(found.Length, word.Length) / 3) ? word : null;
    }

    /// <summary>Levenshtein's distance.</summary>
    private static int Edits(string a, string b)
    {
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
