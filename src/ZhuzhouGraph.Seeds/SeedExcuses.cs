using FluentValidation;
using ZhuzhouGraph.Text.DoubleEntry;

namespace ZhuzhouGraph.Seeds;

/// <summary>
/// Why a figure is recorded otherwise than it reads: <c>reads: hedge ABOUT, because: …</c>. It names the reading, so that it holds for
/// no other one, and is a problem where there is nothing to excuse.
/// </summary>
internal static class SeedExcuses
{
    /// <summary>The parts of a figure that may read otherwise.</summary>
    private static readonly string[] Parts = [.. FigureAgreement.Parts, .. SeedSubjects.Parts];

    /// <summary>'reads' and 'because' stand together, and each reading is a part and what is read.</summary>
    public static void CheckForm(SeedFigure figure, ValidationContext<SeedFigure> context)
    {
        if (figure.Reads.Count > 0 && figure.Because is null)
            context.Fail(
                ProblemCodes.Missing,
                figure.Reads[0].Location,
                "'because' is missing: why the figure is not recorded as it reads."
            );
        if (figure.Because is { } because && figure.Reads.Count == 0)
            context.Fail(
                ProblemCodes.Missing,
                because.Location,
                "'reads' is missing: which reading the reason is for, as 'check' tells it."
            );
        foreach (var reads in figure.Reads.Where(reads => !HasForm(reads.Value)))
            context.Fail(
                ProblemCodes.InvalidValue,
                reads.Location,
                $"Found '{reads.Value}'; allowed is a part and its reading, such as 'hedge ABOUT'. Parts: {string.Join(", ", Parts)}."
            );
    }

    /// <summary>Of what disagrees that for which the figure gives no reason.</summary>
    public static IEnumerable<Disagreement> Unexcused(SeedFigure figure, IEnumerable<Disagreement> disagreements) =>
        figure.Because is null ? disagreements : disagreements.Where(one => figure.Reads.All(reads => reads.Value != one.Excuse));

    /// <summary>The readings of the figure's reason that nobody reads.</summary>
    public static IEnumerable<SeedText> Needless(SeedFigure figure, IReadOnlyCollection<Disagreement> disagreements) =>
        figure.Reads.Where(reads => HasForm(reads.Value) && disagreements.All(one => one.Excuse != reads.Value));

    private static bool HasForm(string text) =>
        text.Split(' ', 2) is [var part, { Length: > 0 }] && Parts.Contains(part, StringComparer.Ordinal);
}
