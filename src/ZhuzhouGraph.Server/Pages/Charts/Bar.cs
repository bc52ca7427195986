namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>
/// How a figure is drawn on a scale: a mark where its number stands, a bar over what it can mean. An end that is open fades out.
/// </summary>
/// <param name="Mark">Where its number stands; null for a range.</param>
/// <param name="From">Where the bar starts, left of <paramref name="To"/>; null where there is none.</param>
/// <param name="IsOpenLeft">Whether nothing bounds it on the left.</param>
/// <param name="IsThin">Whether only rounding makes it a bar.</param>
/// <param name="IsHollow">Whether it is aimed at or expected, and not measured.</param>
public sealed record Bar(int? Mark, int? From, int? To, bool IsOpenLeft, bool IsOpenRight, bool IsThin, bool IsHollow)
{
    /// <summary>How long a fading end is.</summary>
    private const int Fade = 120;

    private const string Rounded = "ROUNDING";

    /// <summary>Null for what has no number at all (前列): the word alone says what is printed.</summary>
    public static Bar? Of(Charted charted, ChartScale scale)
    {
        var (low, high, value) = (charted.Low, charted.High, charted.Value);
        if ((low, high, value) is (null, null, null))
            return null;
        var isHollow = !charted.Figure.IsMeasured;
        int? mark = value is { } number ? scale.At(number) : null;
        if ((low, high) is (null, null) || (low == high && low is not null))
            return new(mark ?? scale.At(low!.Value), null, null, false, false, false, isHollow);
        int? start = low is { } from ? scale.At(from) : null,
            end = high is { } to ? scale.At(to) : null;
        // On an inverted scale what is larger stands further left.
        var (left, right) = scale.IsInverted ? (end, start) : (start, end);
        return new(
            mark,
            left ?? Math.Max(0, right!.Value - Fade),
            right ?? Math.Min(ChartScale.Width, left!.Value + Fade),
            left is null,
            right is null,
            charted.Figure.BoundBasis == Rounded,
            isHollow
        );
    }

    /// <summary>The parts of the bar with how strongly each is drawn, in per cent.</summary>
    public IEnumerable<(int From, int Width, int Strength)> Pieces
    {
        get
        {
            if (From is not { } from || To is not { } to)
                yield break;
            if (!IsOpenLeft && !IsOpenRight)
            {
                yield return (from, Math.Max(1, to - from), 100);
                yield break;
            }
            var width = (to - from) / 4;
            for (var at = 0; at < 4; at++)
                yield return (from + (at * width), width, IsOpenRight ? 100 - (at * 25) : 25 + (at * 25));
        }
    }
}
