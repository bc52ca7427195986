namespace ZhuzhouGraph.Text.Claims;

/// <summary>How much of an indicator's name stands in some words.</summary>
/// <param name="Hit">The weight of what does: characters in Chinese, words in English.</param>
/// <param name="Missing">The weight of what does not.</param>
/// <param name="MissingWords">What does not, as the name has it.</param>
internal readonly record struct WordHit(int Hit, int Missing, string MissingWords);

/// <summary>The names of an indicator, made ready to be found by their words in any order.</summary>
internal sealed class IndicatorWords
{
    /// <summary>A shorter run of characters is no word.</summary>
    private const int Shortest = 2;

    private readonly string[] _chinese;
    private readonly string[][] _english;

    public IndicatorWords(Entity entity)
    {
        Entity = entity;
        var zh = entity.Names.Where(name => name.Language == "zh").Select(name => name.Text).ToList();
        _chinese = [.. zh.Concat(zh.Select(WithoutBrackets)).Select(Plain).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        _english = [.. entity.Names.Where(name => name.Language == "en").Select(name => TokensOf(WithoutBrackets(name.Text)))];
        Dimension = Spelling.Parse<Dimension>(entity.Properties.GetValueOrDefault("dimension", ""));
        Broader = entity.Properties.GetValueOrDefault(EntityTypes.Broader);
        Topics =
        [
            .. ClaimWords
                .Topics.Where(topic =>
                    topic.Words.Any(word => entity.Names.Any(name => name.Text.Contains(word, StringComparison.OrdinalIgnoreCase)))
                )
                .Select(topic => topic.Topic),
        ];
    }

    public Entity Entity { get; }
    public Dimension? Dimension { get; }
    public string? Broader { get; }
    public IReadOnlyList<string> Topics { get; }

    /// <summary>The best of its names.</summary>
    /// <param name="text">Words made <see cref="Plain"/>.</param>
    public WordHit In(string text) => Best(_chinese.Select(name => ChineseHit(name, text)));

    /// <param name="tokens">Words of <see cref="TokensOf"/>.</param>
    public WordHit In(IReadOnlyCollection<string> tokens) => Best(_english.Select(name => EnglishHit(name, tokens)));

    /// <summary>A text folded, and each word of several forms in one of them.</summary>
    public static string Plain(string text)
    {
        var plain = Folding.Fold(text);
        foreach (var (from, to) in ClaimWords.Same)
            plain = plain.Replace(from, to, StringComparison.Ordinal);
        return plain;
    }

    /// <summary>The words of an English text without their endings.</summary>
    public static string[] TokensOf(string text)
    {
        var words = text.ToLowerInvariant().Split([.. " \t\n,.;:!?\"'“”‘’()[]-—–/"], StringSplitOptions.RemoveEmptyEntries);
        return
        [
            .. words
                .Where(word => !word.All(char.IsAsciiDigit))
                .Select(Stem)
                .Where(word => !ClaimWords.EnglishWeightless.Contains(word))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private static string Stem(string word) =>
        word.Length > 4 && word.EndsWith("ies", StringComparison.Ordinal) ? word[..^3] + "y"
        : word.Length > 3 && word.EndsWith('s') && !word.EndsWith("ss", StringComparison.Ordinal) ? word[..^1]
        : word;

    private static WordHit Best(IEnumerable<WordHit> hits) =>
        hits.OrderByDescending(hit => hit.Hit - (hit.Missing / 2m)).ThenByDescending(hit => hit.Hit).FirstOrDefault();

    private static WordHit ChineseHit(string name, string text)
    {
        var isHit = new bool[name.Length];
        for (var at = 0; at + Shortest <= name.Length; at++)
        {
            var end = at + Shortest;
            while (end <= name.Length && text.Contains(name[at..end], StringComparison.Ordinal))
                end++;
            for (var hit = at; end - 1 - at >= Shortest && hit < end - 1; hit++)
                isHit[hit] = true;
        }
        var isWeightless = WeightlessIn(name);
        var (hits, missing) = (0, new System.Text.StringBuilder());
        for (var at = 0; at < name.Length; at++)
        {
            if (isWeightless[at])
                continue;
            if (isHit[at])
                hits++;
            else
                missing.Append(name[at]);
        }
        return new(hits, missing.Length, missing.ToString());
    }

    private static bool[] WeightlessIn(string name)
    {
        var found = new bool[name.Length];
        foreach (var word in ClaimWords.Weightless)
        {
            for (var at = name.IndexOf(word, StringComparison.Ordinal); at >= 0; at = name.IndexOf(word, at + 1, StringComparison.Ordinal))
                Array.Fill(found, true, at, word.Length);
        }
        return found;
    }

    private static WordHit EnglishHit(string[] name, IReadOnlyCollection<string> tokens)
    {
        var missing = name.Where(word => !tokens.Contains(word)).ToList();
        return new(2 * (name.Length - missing.Count), 2 * missing.Count, string.Join(' ', missing));
    }

    private static string WithoutBrackets(string name)
    {
        var at = name.IndexOfAny(['（', '(']);
        var end = at < 0 ? -1 : name.IndexOfAny(['）', ')'], at);
        return end < 0 ? name : name.Remove(at, end - at + 1);
    }
}
