using FluentValidation;

namespace ZhuzhouGraph.Seeds;

/// <summary>What the base of a comparison needs: a kind that has one, days where it is a time, a thing where it is a thing.</summary>
internal static class SeedBaseRules
{
    public static void Check(SeedFigure figure, ValidationContext<SeedFigure> context)
    {
        var kind = figure.Against is { } against ? Spelling.Parse<Comparison>(against.Value) : null;
        if (figure.Base is not { Words: { } words } written)
        {
            if (figure.Base is null && kind is { } needing && ComparisonBase.Needed.Contains(needing))
                context.Fail(
                    ProblemCodes.Missing,
                    figure.Against!.Location,
                    $"{figure.Against.Value} needs 'base': against what, as printed, such as 年初, 两年平均 or 全国平均."
                );
            return;
        }
        if (words.Value.Length > SeedDocumentRules.MaxFigure)
            context.Fail(
                ProblemCodes.InvalidValue,
                words.Location,
                $"Found {words.Value.Length} characters; allowed are at most {SeedDocumentRules.MaxFigure} of print."
            );
        SeedFigureRules.CheckDays([written.From, written.To], context);
        if (figure.Against is null)
            context.Fail(ProblemCodes.Missing, words.Location, $"'base' needs 'against': {Names(WithBase)}.");
        else if (kind is { } known && !WithBase.Contains(known))
            context.Fail(
                ProblemCodes.InvalidValue,
                words.Location,
                $"{figure.Against.Value} says itself against what; 'base' belongs to {Names(WithBase)}."
            );
        else if (kind is { } one)
            CheckParts(written, one, context);
    }

    private static void CheckParts(SeedBase written, Comparison kind, ValidationContext<SeedFigure> context)
    {
        if (written.About is { } about && kind is not Comparison.OtherEntity)
            context.Fail(ProblemCodes.InvalidValue, about.Location, $"'about' of a base belongs to {Names([Comparison.OtherEntity])}.");
        if (ComparisonBase.Dated.Contains(kind))
            return;
        foreach (var day in new[] { written.From, written.To }.OfType<SeedText>())
            context.Fail(ProblemCodes.InvalidValue, day.Location, $"Days of a base belong to {Names(ComparisonBase.Dated)}.");
    }

    private static IReadOnlyList<Comparison> WithBase { get; } = [.. ComparisonBase.Needed, Comparison.AgainstBefore, Comparison.Plan];

    private static string Names(IEnumerable<Comparison> kinds) => string.Join(", ", kinds.Select(kind => Spelling.Name(kind)));
}
