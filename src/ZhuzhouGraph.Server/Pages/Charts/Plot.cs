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

    /// <summary>How far apart the middles of two days along a picture are at least, in pixels: a day is about 70 wide.</summary>
    private const int DayWidth = 80;

    /// <param name="block">At least one dated figure.</param>
    /// <param name="frequency">
    /// How often the line is taken; null where nobody says, and then points are joined whose periods are alike: a quarter is not joined
    /// with a year.
    /// </param>
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
                        ? AreAlike(pair.First.Charted, pair.Second.Charted)
                        : !Longest.TryGetValue(frequency, out var longest)
                            || NodaTime.Period.DaysBetween(DayOf(pair.First.Charted), DayOf(pair.Second.Charted)) <= longest
                )
            );
        List<(int X, LocalDate Day)> told = [];
        foreach (var day in dated.Select(DayOf))
            if (told.Count == 0 || X(day) - told[^1].X >= DayWidth)
                told.Add((X(day), day));
        return new(points, [.. steps], told);

        int X(LocalDate day) => left + (int)((long)NodaTime.Period.DaysBetween(first, day) * width / days);

        int? Y(decimal? number) => number is { } known ? top + block.Scale.Down(known, height) : null;
    }

    /// <summary>Whether both are of a month, both of a year; what has no first or no last day is like nothing else.</summary>
    private static bool AreAlike(Charted one, Charted other) =>
        (one.First, one.Last, other.First, other.Last) is (not null, not null, not null, not null)
        && one.Figure.Period?.Precision == other.Figure.Period?.Precision;

    private static LocalDate DayOf(Charted one) => (one.Last ?? one.First)!.Value;
}
