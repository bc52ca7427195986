namespace ZhuzhouGraph.Text.Claims;

/// <summary>Tests whether the parts that a sentence counts add up to its whole: 共10家，其中甲4家、乙6家.</summary>
internal static class InternalSums
{
    /// <summary>Notes with a whole that its parts do not add up. Of parts that may overlap, or are not all, nothing is said.</summary>
    public static IReadOnlyList<ClaimAnswer> Checked(IReadOnlyList<ClaimAnswer> answers)
    {
        List<ClaimAnswer> told = [.. answers];
        for (var at = 0; at < told.Count; at++)
        {
            var whole = told[at].Claim;
            var parts = PartsOf(whole, answers.Skip(at + 1).Select(answer => answer.Claim));
            if (parts.Count < 2 || whole.Quantity?.Value is not { } total || parts.Exists(part => part.Quantity?.Value is null))
                continue;
            var sum = parts.Sum(part => part.Quantity!.Value!.Value);
            if (sum == total || sum < total)
                continue;
            told[at] = told[at] with
            {
                Flags =
                [
                    .. told[at].Flags,
                    new(
                        ContextFlagKind.PartsDoNotAddUp,
                        FormattableString.Invariant($"文中各部分之和为{sum}，多于总数{total}。"),
                        FormattableString.Invariant($"The parts in the text add up to {sum}, more than the whole of {total}.")
                    ),
                ],
            };
        }
        return told;
    }

    /// <summary>The exact counts that follow 其中 in the same sentence, in the same unit.</summary>
    private static List<Claim> PartsOf(Claim whole, IEnumerable<Claim> behind)
    {
        List<Claim> parts = [];
        foreach (var claim in behind)
        {
            var isBehind = claim.SentenceStart == whole.SentenceStart && claim.Figure.Measure is Measure.Level;
            if (!isBehind || claim.Quantity?.Unit != whole.Quantity?.Unit || claim.Figure.Hedge is not Hedge.None)
                break;
            var between = whole.Sentence[(whole.FigureSpan.End - whole.SentenceStart)..(claim.FigureSpan.Start - whole.SentenceStart)];
            if (parts.Count == 0 && !between.Contains("其中", StringComparison.Ordinal))
                break;
            parts.Add(claim);
        }
        return parts;
    }
}
