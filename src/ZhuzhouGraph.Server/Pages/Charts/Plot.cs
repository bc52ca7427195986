using NodaTime;

namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>A point of a drawn line, in pixels of the picture.</summary>
/// <param name="Y">Null for what has no number.</param>
public sealed record Plotted(Charted Charted, int X, int? Y, int? Top, int? Bottom);

/// <summary>Where the points of a line stand on a picture, and which of them are joined: gaps stay gaps.</summary>
public sealed record Plot(
    IReadOnlyList<Plotted> Points,
    IReadOnlyList<(Plotted From, Plotted To)> Steps,
    IReadOnlyList<(int X, LocalDate Day)> Days
)
{
    /// <summary>The most days from the end of one period to that of the next, by frequency.</summary>
    private static readonly Dictionary<string, int> Longest = new(StringComparer.Ordinal)
    {
        ["D"] = 1,
        ["W"] = 7,
        ["M"] = 31,
        ["Q"] = 92,
        ["S"] = 184,
        ["A"] = 366,
    };

    /// <param name="block">At least one dated figure.</param>
    /// <param name="frequency">How often the line is taken; null where nobody says, and then all points are joined.</param>
    public static Plot Of(ChartBlock block, string? frequency, int left, int top, int width, int height)
    {
        List<Charted> dated = [.. block.Dated];
        var (first, last) = (DayOf(dated[0]), DayOf(dated[^1]));
        var days = Math.Max(1, NodaTime.Period.DaysBetween(first, last));
        List<Plotted> points = [.. dated.Select(one => new Plotted(one, X(DayOf(one)), Y(one.Value), Y(one.High), Y(one.Low)))];
        var steps = points
            .Zip(points.Skip(1))
            .Where(pair =>
                pair is { First.Y: not null, Second.Y: not null }
                && (
                    frequency is null
                    || !Longest.TryGetValue(frequency, out var longest)
                    || NodaTime.Period.DaysBetween(DayOf(pair.First.Charted), DayOf(pair.Second.Charted)) <= longest
                )
            );
        var shown = Math.Max(1, (dated.Count + 5) / 6);
        return new(points, [.. steps], [.. dated.Where((_, at) => at % shown == 0).Select(one => (X(DayOf(one)), DayOf(one)))]);

        int X(LocalDate day) => left + (int)((long)NodaTime.Period.DaysBetween(first, day) * width / days);

        int? Y(decimal? number) => number is { } known ? top + block.Scale.Down(known, height) : null;
    }

    private static LocalDate DayOf(Charted one) => (one.Last ?? one.First)!.Value;
}
