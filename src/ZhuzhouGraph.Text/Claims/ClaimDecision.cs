using NodaTime;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>What the figures of the record say of a claim.</summary>
/// <param name="Deciding">Those that decided, the newest first; empty where none did.</param>
/// <param name="Flags">What of them a reader should know.</param>
internal sealed record ClaimDecision(
    Verdict Verdict,
    ClaimReason? Reason,
    Compared? Compared,
    IReadOnlyList<MatchedFact> Deciding,
    IReadOnlyList<ContextFlagKind> Flags
)
{
    private static readonly Outcome[] Fitting = [Outcome.Supports, Outcome.Approximates];

    /// <summary>Decides by the figures whose every part is that of the claim, and else by those that differ in one.</summary>
    /// <param name="own">The article of the claim, which cannot support it; null for none.</param>
    /// <param name="claimDate">Null where the request does not say when it was claimed.</param>
    public static ClaimDecision Of(Claim claim, IReadOnlyList<MatchedFact> facts, string? own, LocalDate? claimDate)
    {
        var all = facts.Where(fact => fact.IsDeciding).ToList();
        var deciding = all.Where(fact => fact.Fact.Article.Id != own).ToList();
        if (deciding.Count > 0)
            return ByReadings(claim, deciding, claimDate);
        if (all.Count > 0)
        {
            var decided = ByReadings(claim, all, claimDate);
            return decided.Verdict is Verdict.Supported or Verdict.SupportedApprox or Verdict.TrueButNeedsContext
                ? decided with
                {
                    Verdict = Verdict.AsPrinted,
                }
                : decided;
        }
        return PlaceInPart(claim, facts) ?? ByOneSlot(facts) ?? Undecided(facts);
    }

    /// <summary>Figures that differ in nothing that the claim says, apart from what it leaves open.</summary>
    private static ClaimDecision ByReadings(Claim claim, List<MatchedFact> facts, LocalDate? claimDate)
    {
        var readings = facts.GroupBy(ReadingOf, StringComparer.Ordinal).Select(group => Newest([.. group], claimDate)).ToList();
        var fitting = readings.Where(reading => Fitting.Contains(reading.Best.Compared!.Outcome)).ToList();
        if (fitting.Count == 0)
        {
            var nearest = readings.OrderByDescending(reading => reading.Best.Fact.LastDay).First();
            if (readings.FirstOrDefault(reading => reading.Older is not null) is { Older: { } older } outdated)
                return new(Verdict.Outdated, null, older.Compared, [older, .. outdated.Newest], [ContextFlagKind.OtherPeriod]);
            // The same on another day says the same.
            var same = readings.Where(other => other != nearest && IsOfSame(other.Best.Fact.Figure, nearest.Best.Fact.Figure));
            return Plain(nearest.Best, [.. nearest.Newest, .. same.SelectMany(other => other.Newest)]);
        }
        var chosen = fitting[0];
        if (IsInConflict(chosen.Newest))
            return new(Verdict.ConflictingSources, null, chosen.Best.Compared, chosen.Newest, []);
        // Several periods or comparisons are printed, and the number is that of one.
        var isOneOfSeveral =
            readings.Count > fitting.Count && readings.Exists(reading => !Fitting.Contains(reading.Best.Compared!.Outcome));
        return isOneOfSeveral
            ? new(Verdict.TrueButNeedsContext, null, chosen.Best.Compared, [chosen.Best], [ContextFlagKind.PeriodUnstated])
            : Plain(chosen.Best, [.. fitting.SelectMany(reading => reading.Newest)]);
    }

    private static bool IsOfSame(Observation a, Observation b) =>
        a.Indicator == b.Indicator && a.About == b.About && a.Breakdown == b.Breakdown;

    private sealed record Reading(List<MatchedFact> Newest, MatchedFact Best, MatchedFact? Older);

    /// <summary>Of a stock the newest day decides; what stood before it may say that the claim was right once.</summary>
    private static Reading Newest(List<MatchedFact> facts, LocalDate? claimDate)
    {
        var last = facts.Max(fact => fact.Fact.LastDay);
        var newest = facts.Where(fact => fact.Fact.LastDay == last).ToList();
        var best = newest.OrderBy(fact => fact.Compared!.Outcome).First();
        var older = facts
            .Where(fact => fact.Fact.LastDay < last && (claimDate is not { } day || fact.Fact.Article.Date <= day))
            .OrderByDescending(fact => fact.Fact.LastDay)
            .FirstOrDefault(fact => Fitting.Contains(fact.Compared!.Outcome));
        var isFitting = Fitting.Contains(best.Compared!.Outcome);
        // An earlier print of the same is one more piece of evidence.
        var alike = facts.Where(fact => fact.Fact.LastDay < last && fact.Compared!.Outcome == best.Compared.Outcome);
        return new([.. newest.OrderBy(fact => fact.Compared!.Outcome), .. alike], best, isFitting ? null : older);
    }

    /// <summary>Figures of one reading are one fact, or supersede each other; those of several readings do not.</summary>
    private static string ReadingOf(MatchedFact fact)
    {
        var figure = fact.Fact.Figure;
        var isStock = fact.Fact.IsOfPrint || fact.Fact.Days.First is null || fact.Fact.Days.First == fact.Fact.Days.Last;
        var days = isStock ? "" : FormattableString.Invariant($"{fact.Fact.Days.First}/{fact.Fact.Days.Last}");
        return string.Join(
            '|',
            figure.Indicator,
            figure.About,
            figure.Comparison,
            figure.Base?.Words,
            figure.Breakdown,
            figure.ShareOf,
            figure.Within?.Words,
            figure.Place,
            days
        );
    }

    /// <summary>Two articles, or two who speak, print numbers of which no value is common.</summary>
    private static bool IsInConflict(List<MatchedFact> facts) =>
        facts.Exists(one =>
            Fitting.Contains(one.Compared!.Outcome)
            && facts.Exists(other =>
                other.Compared!.Outcome is Outcome.Refutes or Outcome.Inaccurate
                && ClaimEvidence.OriginOf(one.Fact) != ClaimEvidence.OriginOf(other.Fact)
            )
        );

    private static ClaimDecision Plain(MatchedFact best, IReadOnlyList<MatchedFact> deciding)
    {
        var compared = best.Compared!;
        var alike = deciding.Where(fact => fact.Compared!.Outcome == compared.Outcome).ToList();
        List<ContextFlagKind> flags = [];
        if (compared.Understates)
            flags.Add(ContextFlagKind.Understated);
        if (compared.MoreThanPrinted)
            flags.Add(ContextFlagKind.MoreThanPrinted);
        return compared.Outcome switch
        {
            Outcome.Supports => new(Verdict.Supported, null, compared, alike, flags),
            Outcome.Approximates => new(Verdict.SupportedApprox, null, compared, alike, flags),
            Outcome.Inaccurate => new(Verdict.Inaccurate, null, compared, alike, flags),
            Outcome.Refutes => new(Verdict.Refuted, null, compared, alike, flags),
            _ => new(Verdict.NotEnoughEvidence, ClaimReason.HedgeTooWide, compared, alike, flags),
        };
    }

    /// <summary>Third in the province is not first in the country; first in the province says nothing of the country.</summary>
    private static ClaimDecision? PlaceInPart(Claim claim, IReadOnlyList<MatchedFact> facts)
    {
        var ranks = facts
            .Where(fact => fact is { IsActual: true, Compared: not null, Fact.Measure: Measure.Rank or Measure.Ordinal })
            .ToList();
        var others = ranks.Where(fact => IsOtherIn(fact, "scope")).ToList();
        if (others.Count == 0 || claim.Figure.IsNegated)
            return null;
        // First among more is first among fewer.
        if (others.Find(fact => fact.Match.Scope is SlotMatch.Broader && IsFirst(fact) && claim.Figure.Number == 1) is { } first)
            return new(Verdict.Supported, null, first.Compared! with { Rule = ClaimRule.PlaceInPart }, [first], []);
        var worse = others.Find(fact =>
            fact.Match.Scope is SlotMatch.Narrower
            && fact.Fact.Measure is Measure.Rank
            && fact.Fact.Quantity.Interval?.Lower is { } place
            && claim.Quantity?.Interval?.Upper is { } claimed
            && place.Value > claimed.Value
        );
        if (worse is not null)
            return new(Verdict.Refuted, null, worse.Compared! with { Rule = ClaimRule.PlaceInPart }, [worse], []);
        return new(Verdict.NotEnoughEvidence, ClaimReason.UniverseIncomplete, null, [], []);
    }

    private static bool IsFirst(MatchedFact fact) => fact.Fact.Quantity is { Value: 1, Hedge: Hedge.None };

    /// <summary>The claim leaves one part open, and the number fits one of its readings only.</summary>
    private static ClaimDecision? ByOneSlot(IReadOnlyList<MatchedFact> facts)
    {
        var open = facts.Where(fact => fact is { IsActual: true, Compared: not null } && IsNarrowerInOne(fact)).ToList();
        var readings = open.GroupBy(ReadingOf, StringComparer.Ordinal).Select(group => Newest([.. group], null)).ToList();
        var fitting = readings.Where(reading => Fitting.Contains(reading.Best.Compared!.Outcome)).ToList();
        if (fitting is [var one])
            return new(Verdict.TrueButNeedsContext, null, one.Best.Compared, one.Newest, [FlagOf(one.Best)]);
        if (fitting.Count > 1)
            return new(Verdict.Ambiguous, ClaimReason.ScopeMismatch, null, [], []);
        var near = readings
            .Where(reading => reading.Best.Compared!.Outcome is Outcome.Inaccurate && reading.Best.Differing == "indicator")
            .ToList();
        if (near is [var nearest])
            return new(Verdict.Inaccurate, null, nearest.Best.Compared, nearest.Newest, [FlagOf(nearest.Best)]);
        if (readings.Find(reading => reading.Best.Compared!.Outcome is Outcome.Open) is { } wide)
            return new(Verdict.NotEnoughEvidence, ClaimReason.HedgeTooWide, wide.Best.Compared, wide.Newest, [FlagOf(wide.Best)]);
        return readings.Count > 1 ? new(Verdict.Ambiguous, ClaimReason.ScopeMismatch, null, [], []) : null;
    }

    private static bool IsNarrowerInOne(MatchedFact fact) =>
        fact.Match.Slots.Count(slot => slot.Match is not (SlotMatch.Equal or SlotMatch.Equivalent)) == 1
        && (fact.Match.Indicator is SlotMatch.Narrower || fact.Match.Subject is SlotMatch.Narrower);

    private static bool IsOtherIn(MatchedFact fact, string slot) =>
        fact.Match.Slots.Where(one => one.Name != slot).All(one => one.Match is SlotMatch.Equal or SlotMatch.Equivalent)
        && fact.Differing == slot;

    private static ContextFlagKind FlagOf(MatchedFact fact) =>
        fact.Differing switch
        {
            "subject" => ContextFlagKind.SubjectInferred,
            "time" => ContextFlagKind.PeriodUnstated,
            _ => ContextFlagKind.TierUnstated,
        };

    /// <summary>Why nothing decides: the first part in which the figure that comes nearest differs.</summary>
    private static ClaimDecision Undecided(IReadOnlyList<MatchedFact> facts)
    {
        var nearest = facts.OrderBy(Distance).FirstOrDefault();
        var (reason, flags) = nearest switch
        {
            null => (ClaimReason.NoFact, Array.Empty<ContextFlagKind>()),
            { IsActual: false } => (ClaimReason.Forecast, [ContextFlagKind.GoalToldAsFact]),
            _ => (
                nearest.Differing switch
                {
                    "time" => ClaimReason.TimeMismatch,
                    "measure" => ClaimReason.KindMismatch,
                    "unit" => ClaimReason.UnitUnknown,
                    "scope" => ClaimReason.ScopeMismatch,
                    _ => ClaimReason.NoFact,
                },
                []
            ),
        };
        return new(Verdict.NotEnoughEvidence, reason, null, [], flags);
    }

    /// <summary>How many parts differ; what differs in subject or indicator comes last.</summary>
    public static int Distance(MatchedFact fact) =>
        fact.Match.Slots.Count(slot => slot.Match is not (SlotMatch.Equal or SlotMatch.Equivalent))
        + (fact.Match.Subject is SlotMatch.Different ? 10 : 0)
        + (fact.Match.Indicator is SlotMatch.Different ? 10 : 0);
}
