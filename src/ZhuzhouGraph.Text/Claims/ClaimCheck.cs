using NodaTime;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>Checks the claims of one text in their order: what one is about, the next may go on from.</summary>
internal sealed class ClaimCheck(
    IGraphSnapshot snapshot,
    ClaimKnowledge known,
    IReadOnlyList<NamedThing> names,
    Entity? asked,
    ClaimOptions options,
    LocalDate print
)
{
    /// <summary>So many figures that did not decide are told.</summary>
    private const int MostRejected = 5;

    /// <summary>
    /// The most statements that a claim takes: four lists of figures and two of evidence, each with what it names, the changes, and at
    /// three moments what stood before, with its evidence.
    /// </summary>
    public const int MostStatements = (2 * (4 + 2)) + 1 + (2 * 3) + 2;

    /// <summary>So many indicators of a field are looked at.</summary>
    private const int MostOfTopic = 20;

    private readonly ClaimFacts _facts = new(snapshot, options.AsOf);
    private readonly Dictionary<string, string?> _broader = known.Indicators.ToDictionary(
        words => words.Entity.Id,
        words => words.Broader,
        StringComparer.Ordinal
    );
    private ClaimSubject? _subject;
    private ClaimIndicator? _indicator;

    public async Task<ClaimAnswer> AnswerAsync(Claim claim, CancellationToken cancellationToken)
    {
        var subject = ClaimSubject.Of(claim, names, _subject, asked, known.City);
        var indicator = ClaimIndicator.Of(claim, known.Indicators, _indicator, subject) with { SentenceStart = claim.SentenceStart };
        (_subject, _indicator) = (subject, indicator);
        // 难题未解年数 denies nothing.
        if (claim.Figure.IsNegated && indicator.Possible.Any(one => one.Entity.Name.Contains('未', StringComparison.Ordinal)))
            claim = claim with { Figure = claim.Figure with { IsNegated = false } };
        var teller = new ClaimTeller(snapshot, known, claim);
        if (Unanswerable(claim) is { } unanswerable)
            return await teller.TellAsync(unanswerable, subject, indicator, [], [], cancellationToken).ConfigureAwait(false);
        if (ClaimTurns.IsAdded(claim.Lead) && !indicator.Possible.All(one => one.Entity.Name.Contains('增', StringComparison.Ordinal)))
            return await teller
                .TellAsync(
                    new(Verdict.NotEnoughEvidence, ClaimReason.KindMismatch, null, [], []),
                    subject,
                    indicator,
                    [],
                    [],
                    cancellationToken
                )
                .ConfigureAwait(false);
        var (facts, found) = await FactsAsync(claim, subject, indicator, cancellationToken).ConfigureAwait(false);
        (indicator, _indicator) = (found, found);
        var matched = Matched(claim, subject, indicator, facts);
        if (!matched.Any(fact => fact.IsDeciding))
        {
            var derived = DerivedFacts.Of(facts, claim.Figure.Measure, _broader);
            matched = [.. matched, .. Matched(claim, subject, indicator, derived).Where(fact => fact.IsDeciding)];
        }
        var decision = Reasoned(ClaimDecision.Of(claim, matched, options.Article, options.ClaimDate), claim, subject, indicator);
        var elsewhere = await ElsewhereAsync(claim, subject, indicator, facts, cancellationToken).ConfigureAwait(false);
        var rejected = matched
            .Concat(elsewhere)
            .Where(fact => !decision.Deciding.Contains(fact) && fact.Fact.Derived is null)
            .OrderBy(ClaimDecision.Distance)
            .ThenByDescending(fact => fact.Fact.LastDay)
            .ThenBy(fact => fact.Fact.Figure.Id, StringComparer.Ordinal)
            .Take(MostRejected)
            .ToList();
        var answer = await teller.TellAsync(decision, subject, indicator, rejected, facts, cancellationToken).ConfigureAwait(false);
        return decision.Verdict is Verdict.Supported or Verdict.SupportedApprox || options.AsOf is not null
            ? answer
            : await WithSupersededAsync(answer, claim, subject, indicator, teller, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What no record can decide: a target, a forecast, no number, no unit, what is not said as so.</summary>
    private static ClaimDecision? Unanswerable(Claim claim) =>
        claim.Figure.Status is not ObservationStatus.Actual ? new(Verdict.NotCheckable, ClaimReason.Forecast, null, [], [])
        : ClaimTurns.IsDoubted(claim.Sentence) ? new(Verdict.NotCheckable, ClaimReason.Unparsed, null, [], [])
        : ClaimTurns.IsTurned(claim.Sentence) ? new(Verdict.NotEnoughEvidence, ClaimReason.Unparsed, null, [], [])
        : claim.Figure.Hedge is Hedge.Vague ? new(Verdict.NotCheckable, ClaimReason.Unparsed, null, [], [])
        : claim.Quantity is null ? new(Verdict.NotEnoughEvidence, ClaimReason.UnitUnknown, null, [], [])
        : null;

    /// <summary>
    /// The figures of the subject and what the claim may measure; where there are none, the only one of the subject with such a unit, and
    /// where the subject is not named, those of the indicator or field wherever they are.
    /// </summary>
    private async Task<(IReadOnlyList<ClaimFact> Facts, ClaimIndicator Indicator)> FactsAsync(
        Claim claim,
        ClaimSubject subject,
        ClaimIndicator indicator,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<ClaimFact> facts = [];
        if (subject.Ids.Count > 0 && indicator.Ids.Count > 0)
            (facts, _) = await _facts.OfAsync(subject.Ids, WithWholes(claim, indicator.Ids), cancellationToken).ConfigureAwait(false);
        if (Suited(claim, facts).Any(fact => indicator.Ids.Contains(fact.Figure.Indicator, StringComparer.Ordinal)))
            return (facts, indicator);
        if (subject is { First.Count: > 0, Ground: not SubjectGround.City } && indicator.Ground is not IndicatorGround.Words)
        {
            var (own, hasMore) = await _facts.OfSubjectAsync(subject.Ids, cancellationToken).ConfigureAwait(false);
            if (!hasMore && OnlyWithUnit(claim, subject, indicator, own) is { } only)
                return ([.. own.Where(fact => fact.Figure.Indicator == only.Ids[0])], only);
        }
        // What the sentence before speaks of is only a guess, unless it is another place.
        var isGuess = subject.Ground is SubjectGround.Before && subject.First.All(entity => entity.Type != EntityTypes.Place);
        if (!isGuess && subject.First.Any(entity => entity.Id != known.City?.Id))
            return (facts, indicator);
        var elsewhere = indicator.Ids.Count > 0 ? indicator : OfTopic(claim, indicator);
        if (elsewhere.Ids.Count == 0)
            return (facts, indicator);
        var (wide, _) = await _facts.OfIndicatorsAsync(elsewhere.Ids, cancellationToken).ConfigureAwait(false);
        return ([.. facts, .. wide.Where(fact => !facts.Any(one => one.Figure.Id == fact.Figure.Id))], elsewhere);
    }

    /// <summary>The same of other subjects, to be told beside the answer: the park's beside the district's.</summary>
    private async Task<IReadOnlyList<MatchedFact>> ElsewhereAsync(
        Claim claim,
        ClaimSubject subject,
        ClaimIndicator indicator,
        IReadOnlyList<ClaimFact> facts,
        CancellationToken cancellationToken
    )
    {
        if (!subject.IsNamed || indicator.Ids.Count == 0)
            return [];
        var (wide, _) = await _facts.OfIndicatorsAsync(indicator.Ids, cancellationToken).ConfigureAwait(false);
        var others = wide.Where(fact => !facts.Any(one => one.Figure.Id == fact.Figure.Id)).ToList();
        return [.. Matched(claim, subject, indicator, others).Where(fact => fact.Match.Subject is SlotMatch.Different)];
    }

    /// <summary>A share of a whole needs the whole's figures too.</summary>
    private IReadOnlyList<string> WithWholes(Claim claim, IReadOnlyList<string> indicators) =>
        claim.Figure.Measure is not Measure.Share
            ? indicators
            :
            [
                .. indicators
                    .Concat(indicators.Select(id => _broader.GetValueOrDefault(id)).OfType<string>())
                    .Distinct(StringComparer.Ordinal),
            ];

    private static IEnumerable<ClaimFact> Suited(Claim claim, IReadOnlyList<ClaimFact> facts) =>
        facts.Where(fact => IsOfMeasure(claim, fact) || fact.Figure.Measure is Measure.Level);

    private static bool IsOfMeasure(Claim claim, ClaimFact fact) =>
        fact.Figure.Measure == claim.Figure.Measure
        || (
            fact.Figure.Measure is Measure.RateOfChange or Measure.Multiple
            && claim.Figure.Measure is Measure.RateOfChange or Measure.Multiple
        )
        || (fact.Figure.Measure is Measure.Share or Measure.Level && claim.Figure.Measure is Measure.Share or Measure.Level);

    /// <summary>The only indicator of the subject with figures of such a measure and unit; null where there are several.</summary>
    private ClaimIndicator? OnlyWithUnit(Claim claim, ClaimSubject subject, ClaimIndicator indicator, IReadOnlyList<ClaimFact> own)
    {
        var of = own.Where(fact => subject.First.Any(entity => entity.Id == fact.Figure.About)).ToList();
        of = of.Count > 0 ? of : [.. own];
        var alike = of.Where(fact => IsOfMeasure(claim, fact) && IsOfUnit(claim, fact))
            .Select(fact => fact.Figure.Indicator)
            .Distinct(StringComparer.Ordinal)
            .Select(id => known.Indicators.FirstOrDefault(words => words.Entity.Id == id))
            .OfType<IndicatorWords>()
            .ToList();
        var told = alike.Where(words => ClaimIndicator.IsTold(words, claim)).ToList();
        var topical = alike.Where(words => words.Topics.Intersect(indicator.Topics).Any()).ToList();
        return told is [var only] ? Made(only, IndicatorGround.Unit)
            : topical is [var one] ? Made(one, IndicatorGround.Topic)
            : alike is [var alone] ? Made(alone, IndicatorGround.Topic)
            : null;

        ClaimIndicator Made(IndicatorWords words, IndicatorGround ground) => new(ground, [new(words, "", 0)], indicator.Topics);
    }

    private static bool IsOfUnit(Claim claim, ClaimFact fact) =>
        claim.Quantity is { Unit: var unit }
        && (
            fact.Figure.Measure is Measure.RateOfChange or Measure.Multiple
            || unit == fact.Quantity.Unit
            || (
                fact.Figure.Measure is not Measure.Ordinal && (unit.ConvertsTo(fact.Quantity.Unit) || unit.ComparesWith(fact.Quantity.Unit))
            )
        );

    /// <summary>The indicators of the field that the sentence speaks of.</summary>
    private ClaimIndicator OfTopic(Claim claim, ClaimIndicator indicator) =>
        indicator with
        {
            Ground = IndicatorGround.Topic,
            Possible =
            [
                .. known
                    .Indicators.Where(words => words.Topics.Intersect(indicator.Topics).Any())
                    .Where(words => claim.Figure.Measure is not Measure.Level || words.Dimension == claim.Quantity?.Unit.Dimension)
                    .Take(MostOfTopic)
                    .Select(words => new PossibleIndicator(words, "", 0)),
            ],
        };

    private List<MatchedFact> Matched(Claim claim, ClaimSubject subject, ClaimIndicator indicator, IReadOnlyList<ClaimFact> facts)
    {
        var alike = facts.Where(fact => IsOfMeasure(claim, fact)).ToList();
        var match = new ClaimMatch(claim, subject, indicator, known.City, print)
        {
            Rivals =
            [
                .. alike
                    .Select(fact => fact.Figure.Indicator)
                    .Where(id => indicator.Ids.Contains(id, StringComparer.Ordinal))
                    .Distinct(StringComparer.Ordinal),
            ],
            OnlySubjects = [.. alike.Select(fact => fact.Figure.About).Distinct(StringComparer.Ordinal)],
        };
        return [.. facts.Select(match.Of)];
    }

    /// <summary>Why nothing was found, where nothing was looked for.</summary>
    private static ClaimDecision Reasoned(ClaimDecision decision, Claim claim, ClaimSubject subject, ClaimIndicator indicator) =>
        decision.Reason is not ClaimReason.NoFact ? decision
        : subject.First.Count > 1 ? decision with { Verdict = Verdict.Ambiguous, Reason = ClaimReason.AmbiguousSubject }
        : indicator.Possible.Count == 0 ? decision with { Reason = ClaimReason.NoIndicator }
        : subject.First.Count == 0 ? decision with { Reason = ClaimReason.NoSubject }
        : decision;

    private async Task<ClaimAnswer> WithSupersededAsync(
        ClaimAnswer answer,
        Claim claim,
        ClaimSubject subject,
        ClaimIndicator indicator,
        ClaimTeller teller,
        CancellationToken cancellationToken
    )
    {
        if (subject.Ids.Count == 0 || indicator.Ids.Count == 0)
            return answer;
        var closed = await _facts.ClosedAsync(subject.Ids, indicator.Ids, cancellationToken).ConfigureAwait(false);
        var fitting = Matched(claim, subject, indicator, closed)
            .Where(fact => fact is { IsDeciding: true, Compared.Outcome: Outcome.Supports or Outcome.Approximates })
            .ToList();
        return fitting.Count == 0 ? answer : await teller.WithSupersededAsync(answer, fitting, cancellationToken).ConfigureAwait(false);
    }
}
