using System.Globalization;

namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>
/// Where numbers stand on a line of <see cref="Width"/> parts. Nought is on it, so that twice as much looks like twice as much; of ranks
/// it runs from the largest number to 1, which stands on the outside.
/// </summary>
public sealed record ChartScale(decimal Low, decimal High, bool IsInverted)
{
    public const int Width = 1000;

    /// <summary>The scale on which all of these fit.</summary>
    public static ChartScale Of(IEnumerable<decimal> numbers, bool isRank)
    {
        List<decimal> all = [.. numbers];
        return isRank
            // One rank alone, and nobody knows of how many: the end of its line is a round number, and not the rank.
            ? new(1, all.Distinct().Count() == 1 ? Round(all[0]) : Math.Max(2, all.DefaultIfEmpty(1).Max()), IsInverted: true)
            : new(Math.Min(0, all.DefaultIfEmpty(0).Min()), Math.Max(0, all.DefaultIfEmpty(0).Max()), IsInverted: false);
    }

    /// <summary>The part of the line where a number stands; a number outside stands at the end.</summary>
    public int At(decimal number)
    {
        // Only where it is drawn: no number is told from this.
        var span = (double)High - (double)Low;
        var share = span == 0 ? 0.5 : ((double)number - (double)Low) / span;
        var at = (int)Math.Round(Math.Clamp(share, 0, 1) * Width);
        return IsInverted ? Width - at : at;
    }

    /// <summary>How far below the top of a picture a number stands: the largest on top, of ranks 1.</summary>
    public int Down(decimal number, int height) => (Width - At(number)) * height / Width;

    /// <summary>Round numbers on the scale, both ends of a rank among them: at most six.</summary>
    public IReadOnlyList<decimal> Ticks
    {
        get
        {
            if (High == Low)
                return [Low];
            if (IsInverted)
                return [1, High];
            var step = StepOf(((double)High - (double)Low) / 5);
            var first = Math.Ceiling((double)Low / step);
            return
            [
                .. Enumerable
                    .Range(0, 6)
                    .Select(at => (first + at) * step)
                    .Where(at => at <= (double)High)
                    .Select(at =>
                        decimal.Parse(at.ToString("G12", CultureInfo.InvariantCulture), NumberStyles.Float, CultureInfo.InvariantCulture)
                    ),
            ];
        }
    }

    /// <summary>What is written along a picture: both ends, and what is round between them and not too near to an end.</summary>
    /// <param name="apart">How far apart two are at least, in parts of the line.</param>
    public IReadOnlyList<decimal> Labels(int apart) =>
        High == Low
            ? [Low]
            : [Low, .. Ticks.Where(tick => Math.Abs(At(tick) - At(Low)) >= apart && Math.Abs(At(tick) - At(High)) >= apart), High];

    private static decimal Round(decimal rank) => (decimal)Math.Max(10, StepOf((double)rank));

    /// <summary>1, 2 or 5 times a power of ten.</summary>
    private static double StepOf(double rough)
    {
        var power = Math.Pow(10, Math.Floor(Math.Log10(rough)));
        return (rough / power) switch
        {
            <= 1 => power,
            <= 2 => 2 * power,
            <= 5 => 5 * power,
            _ => 10 * power,
        };
    }

    /// <summary>A number as a label has it: with 万 and 亿, or with commas.</summary>
    public static string Label(Visit visit, decimal number)
    {
        var size = Math.Abs(number);
        var (by, word) =
            !visit.IsChinese ? (1m, "")
            : size >= 100_000_000 ? (100_000_000m, "亿")
            : size >= 10_000 ? (10_000m, "万")
            : (1m, "");
        var text = (number / by).ToString("#,0.##########", CultureInfo.InvariantCulture);
        return text.Replace('-', '−') + word;
    }
}
