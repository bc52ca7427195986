namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>A known name where a text prints it.</summary>
/// <param name="Name">As the seeds have it.</param>
/// <param name="Entities">All that have the name.</param>
/// <param name="InText">Where it stands.</param>
/// <param name="IsPrinted">Whether a sentence may mention it: a name that is only called so, or editorial, it may not.</param>
internal sealed record FoundName(string Name, IReadOnlyList<Entity> Entities, Span InText, bool IsPrinted)
{
    /// <summary>What has the name; null where several have it.</summary>
    public Entity? Entity => Entities.Count == 1 ? Entities[0] : null;
}

/// <summary>The Chinese names of the seeds, to be found in a text: the longest at each place, and none inside another.</summary>
internal sealed class KnownNames
{
    private sealed record Known(string Name, string Pattern, List<Entity> Entities, bool IsPrinted);

    private readonly Dictionary<char, List<Known>> _byFirst = [];

    /// <param name="others">Names of nothing that is known: a known name inside one of them is none.</param>
    public KnownNames(IEnumerable<Entity> entities, params IEnumerable<string> others)
    {
        var all = entities.DistinctBy(entity => entity.Id).ToList();
        var names = all.SelectMany(entity => entity.Names.Where(name => name.Language == "zh"), (entity, name) => (entity, name));
        foreach (var same in names.GroupBy(x => x.name.Text, StringComparer.Ordinal))
        {
            var pattern = Kept(same.Key, out _);
            if (pattern.Length < 2)
                continue;
            if (!_byFirst.TryGetValue(pattern[0], out var known))
                _byFirst[pattern[0]] = known = [];
            known.Add(
                new(
                    same.Key,
                    pattern,
                    [.. same.Select(x => x.entity).DistinctBy(entity => entity.Id)],
                    same.Any(x => x.name.Basis is NameBasis.Printed)
                )
            );
        }
        foreach (var other in others.Select(other => (Text: other, Pattern: Kept(other, out _))).Where(other => other.Pattern.Length > 1))
        {
            if (!_byFirst.TryGetValue(other.Pattern[0], out var known))
                _byFirst[other.Pattern[0]] = known = [];
            known.Add(new(other.Text, other.Pattern, [], IsPrinted: false));
        }
        foreach (var known in _byFirst.Values)
            known.Sort((x, y) => (y.Pattern.Length, y.IsPrinted).CompareTo((x.Pattern.Length, x.IsPrinted)));
        Indicators = [.. all.Where(entity => entity.Type == EntityTypes.Indicator)];
    }

    /// <summary>Every indicator of the seeds.</summary>
    public IReadOnlyList<Entity> Indicators { get; }

    /// <summary>The names in a text from left to right. Those of indicators are not among them: no sentence mentions one.</summary>
    public IReadOnlyList<FoundName> In(string text)
    {
        var kept = Kept(text, out var places);
        List<FoundName> found = [];
        for (var at = 0; at < kept.Length; )
        {
            if (At(kept, at, text, places) is not { } name)
            {
                at++;
                continue;
            }
            if (!name.Known.Entities.TrueForAll(entity => entity.Type == EntityTypes.Indicator))
                found.Add(new(name.Known.Name, name.Known.Entities, name.Span, name.Known.IsPrinted));
            at += name.Known.Pattern.Length;
        }
        return found;
    }

    private (Known Known, Span Span)? At(string kept, int at, string text, List<int> places)
    {
        if (!_byFirst.TryGetValue(kept[at], out var known))
            return null;
        foreach (var name in known)
        {
            var end = at + name.Pattern.Length;
            if (string.CompareOrdinal(kept, at, name.Pattern, 0, name.Pattern.Length) != 0 || !IsWhole(kept, at, end))
                continue;
            // 全市政府采购 buys for the whole city.
            if (
                at > 0
                && "市省县区".Contains(kept[at], StringComparison.Ordinal)
                && "全我本各该".Contains(kept[at - 1], StringComparison.Ordinal)
            )
                continue;
            var span = new Span(places[at], places[end - 1] + 1);
            // A name that begins or ends with a mark is printed with it.
            if (!IsKept(name.Name[0]) || !IsKept(name.Name[^1]))
            {
                var (from, to) = (Math.Max(0, span.Start - 2), Math.Min(text.Length, span.End + 2));
                if (Text.PrintMatch.Find(name.Name, text[from..to]) is not [var marked, ..])
                    continue;
                span = new(from + marked.Start, from + marked.End);
            }
            return (name, span);
        }
        return null;
    }

    /// <summary>BOE is not in BOEING, nor 5G in 15G.</summary>
    private static bool IsWhole(string kept, int start, int end) =>
        !(char.IsAsciiLetterOrDigit(kept[start]) && start > 0 && char.IsAsciiLetterOrDigit(kept[start - 1]))
        && !(char.IsAsciiLetterOrDigit(kept[end - 1]) && end < kept.Length && char.IsAsciiLetterOrDigit(kept[end]));

    /// <summary>The characters that are compared, without blanks and quotation marks, and where each stands.</summary>
    internal static string Kept(string text, out List<int> places)
    {
        places = new(text.Length);
        var kept = new System.Text.StringBuilder(text.Length);
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsKept(text[at]))
                continue;
            kept.Append(char.ToLowerInvariant(text[at] is >= '\uFF01' and <= '\uFF5E' ? (char)(text[at] - 0xFEE0) : text[at]));
            places.Add(at);
        }
        return kept.ToString();
    }

    private static bool IsKept(char c) => !char.IsWhiteSpace(c) && !"“”‘’\"'「」『』《》〈〉".Contains(c, StringComparison.Ordinal);
}
