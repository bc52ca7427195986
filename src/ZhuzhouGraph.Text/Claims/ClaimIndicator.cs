namespace ZhuzhouGraph.Text.Claims;

/// <summary>How it is known what a claim measures.</summary>
public enum IndicatorGround
{
    /// <summary>All the words of its name that matter stand beside the figure, or in the sentence.</summary>
    Words,

    /// <summary>Some words of its name do, and other indicators have them too.</summary>
    SomeWords,

    /// <summary>The figure before measures it.</summary>
    Before,

    /// <summary>The only one of its field of which such a figure is printed.</summary>
    Topic,

    /// <summary>The only one of the subject with such a unit.</summary>
    Unit,

    None,
}

/// <summary>One that a claim may mean.</summary>
/// <param name="Missing">What of its name the claim leaves out; empty where nothing of weight.</param>
internal sealed record PossibleIndicator(IndicatorWords Words, string Missing, int Hit)
{
    public Entity Entity => Words.Entity;
}

/// <summary>What a claim measures: those that its words fit best, all of them equally.</summary>
/// <param name="Topics">The fields that the sentence speaks of.</param>
internal sealed record ClaimIndicator(IndicatorGround Ground, IReadOnlyList<PossibleIndicator> Possible, IReadOnlyList<string> Topics)
{
    /// <summary>Fewer characters of a name say nothing.</summary>
    private const int LeastHit = 2;

    /// <summary>More of a name must not be missing than stands there, and so much.</summary>
    private const int MostMissing = 2;

    /// <summary>How many are looked at.</summary>
    private const int Most = 12;

    public IReadOnlyList<string> Ids => [.. Possible.Select(one => one.Entity.Id)];

    /// <param name="before">What the claim before measures.</param>
    /// <param name="subject">What it is about; the words that name it say nothing of the indicator.</param>
    public static ClaimIndicator Of(Claim claim, IReadOnlyList<IndicatorWords> all, ClaimIndicator? before, ClaimSubject subject)
    {
        var named = subject.Surface;
        var fitting = all.Where(words => Fits(words, claim)).ToList();
        var topics = TopicsOf(claim);
        var clause = Without(claim.Quote, named, claim);
        var (lead, sentence) = (Without(claim.Lead, named, claim), Without(claim.Sentence, named, claim));
        if (claim.List is { Count: > 1 } list && claim.Figure.Measure is Measure.Level or Measure.Change && !subject.IsOfList)
        {
            // Of several figures in a list each has its own tier of several, or words behind it; else nobody knows which is meant.
            var listed = Listed(claim, fitting, lead, list);
            listed = listed.Count > 0 ? listed : Best(fitting, claim.Behind, sentence, claim.IsEnglish);
            return new(listed.Count > 0 ? GroundOf(listed) : IndicatorGround.None, listed, topics);
        }
        var own = Best(fitting, clause, sentence, claim.IsEnglish);
        if (own.Count > 0)
            return new(GroundOf(own), own, topics);
        var since = Best(fitting, Without(claim.SinceFigure, named, claim), sentence, claim.IsEnglish);
        if (since.Count > 0)
            return new(GroundOf(since), since, topics);
        if (before is { Possible.Count: > 0 } && IsSameSentence(claim, before) && before.Possible.Any(one => Fits(one.Words, claim)))
            return before with { Ground = IndicatorGround.Before, Possible = [.. before.Possible.Where(one => Fits(one.Words, claim))] };
        foreach (var text in new[] { lead, sentence })
        {
            var wider = Best(fitting, text, sentence, claim.IsEnglish);
            if (wider.Count > 0)
                return new(GroundOf(wider), wider, topics);
        }
        return new(IndicatorGround.None, [], topics);
    }

    /// <summary>国家级、省级企业分别为5家、9家: as many tiers before the list as figures in it, each the tier of one.</summary>
    private static List<PossibleIndicator> Listed(Claim claim, IReadOnlyList<IndicatorWords> fitting, string lead, ListPlace list)
    {
        var plain = IndicatorWords.Plain(lead[..Math.Min(lead.Length, Math.Max(0, lead.Length - list.Before))]);
        var tiers = ClaimWords
            .Tiers.Select(tier => (tier.InClaim, At: plain.LastIndexOf(tier.InClaim, StringComparison.Ordinal)))
            .Where(tier => tier.At >= 0)
            .OrderBy(tier => tier.At)
            .ToList();
        if (tiers.Count != list.Count)
            return [];
        foreach (var (other, _) in tiers.Where((_, at) => at != list.Index))
            plain = plain.Replace(other, " ", StringComparison.Ordinal);
        return Best(fitting, plain, plain, claim.IsEnglish);
    }

    /// <summary>The sentence that it was found in.</summary>
    public int SentenceStart { get; init; } = -1;

    private static bool IsSameSentence(Claim claim, ClaimIndicator before) => before.SentenceStart == claim.SentenceStart;

    private static IndicatorGround GroundOf(IReadOnlyList<PossibleIndicator> found) =>
        found is [{ Missing: "" }] ? IndicatorGround.Words : IndicatorGround.SomeWords;

    /// <summary>Those with most of their names beside the figure, and of these the most in the sentence.</summary>
    private static List<PossibleIndicator> Best(IReadOnlyList<IndicatorWords> all, string text, string sentence, bool isEnglish)
    {
        var (near, far) = (Made(text, isEnglish), Made(sentence, isEnglish));
        var found = all.Select(words => (Words: words, Near: near(words), Far: far(words)))
            .Where(one => one.Near.Hit >= LeastHit && one.Far.Missing <= MostMissing * one.Far.Hit)
            .ToList();
        if (found.Count == 0)
            return [];
        var nearest = found.Max(one => one.Near.Hit);
        var best = found.Where(one => one.Near.Hit == nearest).ToList();
        var most = best.Max(one => one.Far.Hit);
        return
        [
            .. best.Where(one => one.Far.Hit == most)
                .OrderBy(one => one.Far.Missing)
                .ThenBy(one => one.Words.Entity.Id, StringComparer.Ordinal)
                .Take(Most)
                .Select(one => new PossibleIndicator(one.Words, one.Far.MissingWords, one.Far.Hit)),
        ];
    }

    private static Func<IndicatorWords, WordHit> Made(string text, bool isEnglish)
    {
        if (isEnglish)
        {
            var tokens = IndicatorWords.TokensOf(text).ToHashSet(StringComparer.Ordinal);
            return words => words.In(tokens);
        }
        var plain = IndicatorWords.Plain(text);
        return words => words.In(plain);
    }

    /// <summary>An amount is in a unit of the indicator's dimension.</summary>
    private static bool Fits(IndicatorWords words, Claim claim) =>
        claim.Figure.Measure is not (Measure.Level or Measure.Change)
        || claim.Quantity is not { Unit: var unit }
        || words.Dimension is not { } dimension
        || dimension == unit.Dimension;

    /// <summary>Whether the clause has a character of its name that matters, or a word that says what is measured: 重 a mass.</summary>
    public static bool IsTold(IndicatorWords words, Claim claim)
    {
        var clause = IndicatorWords.Plain(claim.Quote);
        var tokens = IndicatorWords.TokensOf(claim.Quote);
        return words.Entity.Names.Any(name =>
            Array.Exists(ClaimWords.Predicates, one =>
                clause.Contains(one.Word, StringComparison.Ordinal) && name.Text.Contains(one.Noun, StringComparison.OrdinalIgnoreCase)
            ) || (name.Language != "zh" && IndicatorWords.TokensOf(name.Text).Intersect(tokens, StringComparer.Ordinal).Any())
        );
    }

    private static string Without(string text, string? subject, Claim claim)
    {
        if (claim.Figure.Period is { Words.Length: > 0 } time)
            text = text.Replace(time.Words, " ", StringComparison.Ordinal);
        return string.IsNullOrEmpty(subject) ? text : text.Replace(subject, " ", StringComparison.Ordinal);
    }

    private static List<string> TopicsOf(Claim claim) =>
        [
            .. ClaimWords
                .Topics.Where(topic =>
                    topic.Words.Any(word => Folding.Fold(claim.Sentence).Contains(Folding.Fold(word), StringComparison.OrdinalIgnoreCase))
                )
                .Select(topic => topic.Topic),
        ];
}
