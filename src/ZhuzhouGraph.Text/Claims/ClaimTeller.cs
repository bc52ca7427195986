using NodaTime.Text;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>Makes an answer of a decision: with citations, articles and names, and sentences in both languages.</summary>
internal sealed class ClaimTeller(IGraphSnapshot snapshot, ClaimKnowledge known, Claim claim)
{
    /// <summary>So many figures that decided are told.</summary>
    private const int MostEvidence = 5;

    public async Task<ClaimAnswer> TellAsync(
        ClaimDecision decision,
        ClaimSubject subject,
        ClaimIndicator indicator,
        IReadOnlyList<MatchedFact> rejected,
        IReadOnlyList<ClaimFact> facts,
        CancellationToken cancellationToken
    )
    {
        var deciding = decision.Deciding.Take(MostEvidence).ToList();
        var evidence = await EvidenceAsync([.. deciding.SelectMany(Printed)], cancellationToken).ConfigureAwait(false);
        var others = await EvidenceAsync(rejected, cancellationToken).ConfigureAwait(false);
        var (verdict, reason) =
            Verdicts.IsDecided(decision.Verdict) && !evidence.Exists(IsVerified)
                ? (Verdict.NotEnoughEvidence, ClaimReason.CitationUnverified)
                : (decision.Verdict, decision.Reason);
        var answer = new ClaimAnswer
        {
            Claim = claim,
            Verdict = verdict,
            Reason = reason,
            Rule = decision.Compared?.Rule ?? ClaimRule.None,
            Tolerance = claim.Quantity is { Interval: { } interval } ? $"{Spelling.Name(claim.Figure.Hedge)} {interval}" : null,
            Computation = decision.Compared?.Computation,
            Subject = (evidence is [var first, ..] ? first.About : null) ?? (subject.First is [var meant, ..] ? meant : null),
            SubjectGround = GroundOf(subject, evidence),
            Indicator = (evidence is [var measured, ..] ? measured.Indicator : null)
                ?? (indicator.Possible is [var possible, ..] ? possible.Entity : null),
            IndicatorGround = indicator.Ground,
            Evidence = evidence,
            Rejected = others,
            Implied = verdict is Verdict.Supported or Verdict.SupportedApprox ? ClaimHints.ImpliedBy(deciding, facts) : [],
        };
        answer = answer with { Flags = ClaimHints.Of(answer, decision, deciding, rejected, facts) };
        return ClaimSentences.Told(answer, known.Coverage);
    }

    /// <summary>The same with figures that fit and are no longer stated.</summary>
    public async Task<ClaimAnswer> WithSupersededAsync(
        ClaimAnswer answer,
        IReadOnlyList<MatchedFact> closed,
        CancellationToken cancellationToken
    )
    {
        var superseded = await EvidenceAsync(closed, cancellationToken).ConfigureAwait(false);
        var at = InstantPattern.General.Format(closed[0].Fact.Figure.RemovedAt!.Value);
        var flag = new ContextFlag(
            ContextFlagKind.Superseded,
            $"《{closed[0].Fact.Article.Title}》曾载“{closed[0].Fact.Figure.Figure}”，该数字已由更正后的报道取代（记录于{at}）。",
            $"The article once printed '{closed[0].Fact.Figure.Figure}'; a corrected version replaced it (recorded {at})."
        );
        return answer with { Superseded = superseded, Flags = [.. answer.Flags, flag] };
    }

    /// <summary>What was worked out is shown by the printed figures that it follows from.</summary>
    private static IEnumerable<MatchedFact> Printed(MatchedFact fact) =>
        fact.Fact.Derived is not { } derived
            ? [fact]
            : derived.Inputs.Select(input => fact with { Fact = fact.Fact with { Figure = input } });

    private static SubjectGround GroundOf(ClaimSubject subject, List<ClaimEvidence> evidence) =>
        evidence.Count > 0 && !subject.Ids.Contains(evidence[0].About.Id, StringComparer.Ordinal) ? SubjectGround.OnlyOne : subject.Ground;

    private async Task<List<ClaimEvidence>> EvidenceAsync(IReadOnlyList<MatchedFact> facts, CancellationToken cancellationToken)
    {
        if (facts.Count == 0)
            return [];
        string[] ids = [.. facts.Select(fact => fact.Fact.Figure.Id).Distinct(StringComparer.Ordinal)];
        var citations = await snapshot.ListOfAsync(ids, new CitationQuery(), new(1), cancellationToken).ConfigureAwait(false);
        var nodes = await snapshot
            .GetAsync(
                [
                    .. facts
                        .SelectMany(fact => new[] { fact.Fact.Figure.Article, fact.Fact.Figure.About, fact.Fact.Figure.Indicator })
                        .Distinct(StringComparer.Ordinal),
                ],
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. facts
                .DistinctBy(fact => fact.Fact.Figure.Id)
                .Where(fact => nodes.GetValueOrDefault(fact.Fact.Figure.Article) is Article)
                .Select(fact => new ClaimEvidence(
                    fact.Fact.Figure,
                    (Entity)nodes[fact.Fact.Figure.Indicator],
                    (Entity)nodes[fact.Fact.Figure.About],
                    (Article)nodes[fact.Fact.Figure.Article],
                    citations.GetValueOrDefault(fact.Fact.Figure.Id)?.Items is [var citation, ..] ? citation : null,
                    fact.Match,
                    fact.IsActual ? fact.Differing : "status",
                    fact.Compared?.Computation
                )
                {
                    Origin = ClaimEvidence.OriginOf(fact.Fact),
                    Formula = fact.Fact.Derived?.Formula,
                    Inputs = [.. (fact.Fact.Derived?.Inputs ?? []).Select(input => input.Id)],
                }),
        ];
    }

    private static bool IsVerified(ClaimEvidence evidence) =>
        evidence.Figure.RemovedAt is not null || ClaimSources.IsVerified(evidence.Article, evidence.Citation);
}
