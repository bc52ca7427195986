namespace ZhuzhouGraph.Text.Claims;

/// <summary>Among what a place in an order is held.</summary>
/// <param name="Level">The part of the world; null where the words name none.</param>
/// <param name="Narrowings">What makes it smaller than that.</param>
internal sealed record ClaimUniverse(string Words, int? Level, IReadOnlyList<string> Narrowings)
{
    public static ClaimUniverse Of(string words)
    {
        var folded = Folding.Fold(words);
        var part = ClaimWords.Universes.FirstOrDefault(one => folded.Contains(Folding.Fold(one.Word), StringComparison.Ordinal));
        return new(
            words,
            part.Word is null ? null : part.Level,
            [.. ClaimWords.Narrowings.Where(word => folded.Contains(word, StringComparison.Ordinal))]
        );
    }

    /// <summary>Of a claim: the words before the rank in its clause, or in the sentence.</summary>
    public static ClaimUniverse Of(Claim claim)
    {
        var own = Of(claim.Quote);
        return own.Level is not null || own.Narrowings.Count > 0 ? own : Of(claim.Sentence);
    }

    /// <summary>How the universe of the record lies to that of the claim.</summary>
    public static SlotMatch Match(ClaimUniverse claimed, ClaimUniverse printed)
    {
        if (claimed.Level is null && claimed.Narrowings.Count == 0)
            return SlotMatch.Equivalent;
        if (printed.Level is { } has && claimed.Level is { } said && has != said)
            return has > said ? SlotMatch.Broader : SlotMatch.Narrower;
        if (printed.Level is null != claimed.Level is null && !claimed.Narrowings.SequenceEqual(printed.Narrowings))
            return SlotMatch.Different;
        if (claimed.Narrowings.SequenceEqual(printed.Narrowings))
            return SlotMatch.Equal;
        return claimed.Narrowings.Count == 0 ? SlotMatch.Narrower
            : printed.Narrowings.Count == 0 ? SlotMatch.Broader
            : SlotMatch.Different;
    }
}
