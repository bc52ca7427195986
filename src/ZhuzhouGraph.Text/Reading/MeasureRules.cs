namespace ZhuzhouGraph.Text.Reading;

/// <summary>Decides what a quantity says about its indicator, by its unit and the words before and behind it.</summary>
internal static class MeasureRules
{
    /// <param name="Sign">What the printed number is multiplied with.</param>
    /// <param name="Refusal">Why it is not read; null where it is.</param>
    public readonly record struct Decision(FigureRule Rule, Measure Measure, int Sign = 1, decimal? Factor = null, string? Refusal = null);

    public static Decision Of(string plain, ScannedQuantity quantity, FigureContext context)
    {
        if (quantity.Form is QuantityForm.Ordinal)
            return Place(quantity, context);
        if (quantity.Form is QuantityForm.Doubling)
            return new(FigureRule.Doubling, Measure.Multiple, Factor: 1L << (int)quantity.Number);
        return quantity.Unit?.Kind switch
        {
            UnitKind.Points => Points(context),
            UnitKind.Times => Times(quantity, context),
            UnitKind.Percent => Percent(plain, quantity, context),
            _ => Amount(context),
        };
    }

    private static Decision Place(ScannedQuantity quantity, FigureContext context)
    {
        var isRank = quantity.Unit is null or { Kind: UnitKind.Rank } || (context.IsRank && quantity.Unit.Word is "名" or "位");
        return isRank ? new(FigureRule.Rank, Measure.Rank) : new(FigureRule.Ordinal, Measure.Ordinal);
    }

    private static Decision Points(FigureContext context)
    {
        var sign =
            context.Change != 0 ? context.Change
            : context.Against != 0 ? context.Against
            : context.ClauseChange != 0 ? context.ClauseChange
            : 1;
        return context.IsContribution ? new(FigureRule.Contribution, Measure.Points, sign) : new(FigureRule.Points, Measure.Points, sign);
    }

    private static Decision Times(ScannedQuantity quantity, FigureContext context)
    {
        if (context.Change == 0 || context.IsReached)
            return new(FigureRule.GrowToTimes, Measure.Multiple, Factor: quantity.Number);
        return context.Change < 0
            ? new(FigureRule.GrowByTimes, Measure.Multiple, Refusal: "a decrease told in 倍 has no meaning that is certain")
            : new(FigureRule.GrowByTimes, Measure.Multiple, Factor: 1 + quantity.Number);
    }

    private static Decision Percent(string plain, ScannedQuantity quantity, FigureContext context)
    {
        if (context.Change != 0 && !context.IsReached)
            return Rate(FigureRule.RateByVerb, quantity, context.Change);
        if (context.RateNoun != 0)
            return Rate(FigureRule.RateByNoun, quantity, context.RateNoun);
        if (context is { IsLevelRatio: true, IsShare: false } && (context.Change == 0 || context.IsReached))
            return new(FigureRule.Level, Measure.Level);
        if (
            context is { Change: < 0, IsReached: true, IsShare: false, HasRatio: false, ChangeWord: '压' or '缩' or '削' or '精' }
            && quantity.Number is > 0 and < 100
        )
            return new(FigureRule.ShrinkToPart, Measure.RateOfChange, Factor: quantity.Number / 100);
        if (Behind(plain, quantity) is not 0 and var sign)
            return Rate(FigureRule.RateByNoun, quantity, sign);
        if (!context.IsShare && context.Change == 0 && context.ClauseChange != 0)
            return Rate(FigureRule.RateByVerb, quantity, context.ClauseChange);
        return new(FigureRule.Share, Measure.Share);
    }

    private static Decision Rate(FigureRule rule, ScannedQuantity quantity, int sign) =>
        new(rule, Measure.RateOfChange, sign, 1 + (sign * quantity.Number / 100));

    /// <summary>15%的增长, 3%的涨幅, 以6%的速度增长.</summary>
    private static int Behind(string plain, ScannedQuantity quantity)
    {
        var at = quantity.HedgeEnd;
        if (QuantityScanner.CharAt(plain, at) != '的')
            return 0;
        at++;
        if (QuantityScanner.IsAt(plain, at, "速度"))
            return 1;
        return CueWords.All.TryFind(plain, at, out var length, out var cue) && length > 1 && cue.Kind is CueKind.RateNoun or CueKind.Change
            ? cue.Sign
            : 0;
    }

    private static Decision Amount(FigureContext context)
    {
        if (context.IsNew)
            return new(FigureRule.CountOfNew, Measure.Level);
        // 高出全国平均水平1200元, 高于全省300元.
        if (context.Change == 0 && (context.Against != 0 || context is { ClauseChange: > 0, ChangeWord: '高' }))
            return new(FigureRule.ChangeBy, Measure.Change, context.Against < 0 ? -1 : 1);
        if (context.Change == 0)
            return new(FigureRule.Level, Measure.Level);
        return context.IsReached ? new(FigureRule.Reached, Measure.Level) : new(FigureRule.ChangeBy, Measure.Change, context.Change);
    }
}
