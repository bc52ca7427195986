using System.Globalization;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>Names what a reader should know besides the verdict: what was inferred, what was probably mixed up, what follows.</summary>
internal static class ClaimHints
{
    private static readonly (decimal Factor, string Words)[] Magnitudes =
    [
        (10_000, "万"),
        (100_000_000, "亿"),
        (10, "十"),
        (100, "百"),
        (1000, "千"),
    ];

    public static IReadOnlyList<ContextFlag> Of(
        ClaimAnswer answer,
        ClaimDecision decision,
        IReadOnlyList<MatchedFact> deciding,
        IReadOnlyList<MatchedFact> rejected,
        IReadOnlyList<ClaimFact> facts
    )
    {
        List<ContextFlag> flags = [];
        foreach (var kind in decision.Flags)
            flags.Add(Decided(kind, answer));
        if (answer.Evidence.Count > 0)
            flags.AddRange(Inferred(answer, deciding[0]));
        if (answer.Verdict is Verdict.Refuted or Verdict.Inaccurate or Verdict.NotEnoughEvidence)
            flags.AddRange(MixedUp(answer, deciding, rejected));
        flags.AddRange(Growth(answer, facts));
        flags.AddRange(Corrections(answer));
        return [.. flags.DistinctBy(flag => (flag.Kind, flag.Chinese))];
    }

    /// <summary>The level of the year before, where both a level and its growth are printed.</summary>
    public static IReadOnlyList<ClaimImplied> ImpliedBy(IReadOnlyList<MatchedFact> deciding, IReadOnlyList<ClaimFact> facts) =>
        [
            .. from pair in DerivedFacts.LevelsWithGrowth(facts)
            where deciding.Any(fact => fact.Fact.Figure.Id == pair.Change.Figure.Id)
            let implied = Implied.Of(pair.Level.Figure, pair.Change.Figure)
            where implied.Interval is not null
            select new ClaimImplied(
                implied.Interval!,
                implied.Unit,
                implied.Formula,
                $"由此推算上年同期为{implied.Interval}{implied.Unit.Chinese}（{implied.Formula}）。",
                $"It follows that the year before had {implied.Interval} {implied.Unit.English} ({implied.Formula})."
            ),
        ];

    private static ContextFlag Decided(ContextFlagKind kind, ClaimAnswer answer)
    {
        var shown = answer.First;
        var (indicator, indicatorEnglish) = (shown?.Indicator.Name ?? "", shown?.Indicator.NameEnglish ?? shown?.Indicator.Name ?? "");
        var (about, aboutEnglish) = (shown?.About.Name ?? "", shown?.About.NameEnglish ?? shown?.About.Name ?? "");
        return kind switch
        {
            ContextFlagKind.TierUnstated => new(
                kind,
                $"所述未说明口径；该数字报载的是“{indicator}”。",
                $"The claim leaves open which is meant; the number is printed for '{indicatorEnglish}'."
            ),
            ContextFlagKind.SubjectInferred => new(
                kind,
                $"该数字报载的主体是“{about}”。",
                $"The number is printed about '{aboutEnglish}'."
            ),
            ContextFlagKind.PeriodUnstated => new(
                kind,
                $"所述未说明时间或对比基准；该数字属于“{shown?.Figure.Period?.Words}”。",
                $"The claim leaves period or base open; the number is that of '{shown?.Figure.Period?.Words}'."
            ),
            ContextFlagKind.OtherPeriod => new(
                kind,
                "所述与较早的报道一致，其后报载的数字已不同。",
                "An earlier print agrees; a later one has another number."
            ),
            ContextFlagKind.Understated => new(
                kind,
                "所述偏低：报载数字远高于此下限。",
                "Understated: the printed number is well above the bound."
            ),
            ContextFlagKind.MoreThanPrinted => new(
                kind,
                $"报载“{shown?.Figure.Figure}”，即多于所述的整数。",
                $"The print has '{shown?.Figure.Figure}', which is more than the bare number."
            ),
            _ => new(kind, "报载为目标或预测，并非已实现的数字。", "The print gives it as a goal or forecast, not as a fact."),
        };
    }

    private static IEnumerable<ContextFlag> Inferred(ClaimAnswer answer, MatchedFact first)
    {
        if (answer.SubjectGround is not (SubjectGround.Named or SubjectGround.Asked))
            yield return new(
                ContextFlagKind.SubjectInferred,
                $"主体系推断：“{answer.Evidence[0].About.Name}”。",
                $"What it is about is inferred: '{answer.Evidence[0].About.NameEnglish ?? answer.Evidence[0].About.Name}'."
            );
        if (answer.IndicatorGround is IndicatorGround.Topic or IndicatorGround.Unit)
            yield return new(
                ContextFlagKind.IndicatorInferred,
                $"指标系推断：同类数字中报载的只有“{answer.Evidence[0].Indicator.Name}”。",
                "The indicator is inferred: of its kind only "
                    + $"'{answer.Evidence[0].Indicator.NameEnglish ?? answer.Evidence[0].Indicator.Name}' is printed."
            );
        if (
            answer.Claim.Figure.Period is null
            && first.Fact is { IsOfPrint: false, Figure.Period: { } period, Days: { First: { } start } days }
            && start != days.Last
        )
            yield return new(
                ContextFlagKind.PeriodUnstated,
                $"所述未说明时间；报载为“{period.Words}”。",
                $"The claim has no time; the print has '{period.Words}'."
            );
    }

    private static IEnumerable<ContextFlag> MixedUp(
        ClaimAnswer answer,
        IReadOnlyList<MatchedFact> deciding,
        IReadOnlyList<MatchedFact> rejected
    )
    {
        foreach (var fact in deciding)
        {
            if (Magnitude(answer.Claim, fact) is { } words)
                yield return new(
                    ContextFlagKind.WrongMagnitude,
                    $"数量级可能有误：相差“{words}”。",
                    $"The magnitude is probably wrong: apart by a factor of {words}."
                );
            if (ByOrTo(answer.Claim, fact))
                yield return new(
                    ContextFlagKind.ByOrTo,
                    "“了”与“到（至）”可能混淆：增长了与增长到、压缩了与压缩至含义不同。",
                    "'By' and 'to' are probably mixed up."
                );
        }
        var fitting = rejected.Where(fact => fact.Compared?.Outcome is Outcome.Supports).Select(fact => fact.Fact.Figure.Id).ToHashSet();
        foreach (var other in answer.Rejected.Where(other => fitting.Contains(other.Figure.Id)))
        {
            var (about, indicator) = (other.About.NameEnglish ?? other.About.Name, other.Indicator.NameEnglish ?? other.Indicator.Name);
            var (kind, chinese, english) = other.Differing switch
            {
                "indicator" => (ContextFlagKind.OtherIndicator, $"另一指标“{other.Indicator.Name}”", indicator),
                "subject" => (ContextFlagKind.OtherSubject, $"另一主体“{other.About.Name}”", about),
                "time" => (ContextFlagKind.OtherPeriod, $"另一时间（{other.Figure.Period?.Words ?? "刊发之时"}）", "another time"),
                _ => (default, "", ""),
            };
            if (chinese.Length > 0)
                yield return new(kind, $"“{other.Figure.Figure}”报载的是{chinese}。", $"'{other.Figure.Figure}' is printed of {english}.");
        }
    }

    /// <summary>The word by which the numbers are apart; null where they are not apart by one.</summary>
    private static string? Magnitude(Claim claim, MatchedFact fact)
    {
        if (
            claim.Quantity is not { Value: { } claimed }
            || fact.Fact.Quantity.In(claim.Quantity.Unit)?.Value is not { } printed
            || printed == 0
        )
            return null;
        foreach (var (factor, words) in Magnitudes)
        {
            if (claimed / factor == printed || printed / factor == claimed)
                return words;
        }
        return null;
    }

    private static bool ByOrTo(Claim claim, MatchedFact fact)
    {
        if (
            claim.Rate is not { Lower: { } lower, Upper: { } upper }
            || ClaimComparison.RateOf(fact.Fact.Quantity, fact.Fact.Measure)?.Value is not { } printed
        )
            return false;
        var (low, high) = (lower.Value, upper.Value);
        return Array.Exists([(low + 100, high + 100), (low - 100, high - 100), (-100 - high, -100 - low)], other =>
            other.Item1 <= printed && printed <= other.Item2
        );
    }

    private static IEnumerable<ContextFlag> Growth(ClaimAnswer answer, IReadOnlyList<ClaimFact> facts)
    {
        if (answer.First?.Figure is not { Measure: Measure.RateOfChange or Measure.Multiple } figure)
            yield break;
        if (ClaimComparison.RateOf(figure.Quantity, figure.Measure)?.Value is not { } rate || Math.Abs(rate) < 100)
            yield break;
        var (percent, factor) = (Text(rate), Text(1 + (rate / 100)));
        yield return new(
            ContextFlagKind.FactorAndPercent,
            $"增长{percent}%即为原来的{factor}倍。",
            $"Growth of {percent} % is {factor} times the base."
        );
        if (!DerivedFacts.LevelsWithGrowth(facts).Any(pair => pair.Change.Figure.Id == figure.Id))
            yield return new(
                ContextFlagKind.BaseUnknown,
                "基数未见报载，增幅大可能因基数小。",
                "The base is not printed; large growth may come of a small one."
            );
    }

    private static IEnumerable<ContextFlag> Corrections(ClaimAnswer answer) =>
        from evidence in answer.Evidence
        from correction in evidence.Article.Corrections
        where evidence.Citation is { } citation && citation.Address == correction.Address
        select new ContextFlag(
            ContextFlagKind.PrintedProbably,
            $"原文此处印作“{correction.Printed}”，应为“{correction.Probably}”。",
            $"The print has '{correction.Printed}' here and probably means '{correction.Probably}'."
        );

    private static string Text(decimal number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}
