using System.Globalization;
using NodaTime;

namespace ZhuzhouGraph.Server.Pages.Charts;

/// <summary>A figure on a chart: its number and bounds in the unit of the chart, and its days.</summary>
/// <param name="Figure">As printed.</param>
public sealed record Charted(
    Figure Figure,
    string? ValueText,
    BoundText? Lower,
    BoundText? Upper,
    UnitTerm? Unit,
    LocalDate? First,
    LocalDate? Last
)
{
    /// <summary>How many others are printed for the same.</summary>
    public int Others { get; init; }

    /// <summary>How the others agree with it, where they do not merely repeat it.</summary>
    public IReadOnlyList<string> Disagreements { get; init; } = [];

    public static Charted Of(Figure figure) =>
        new(figure, figure.ValueText, figure.Lower, figure.Upper, figure.Unit, figure.Period?.First, figure.Period?.Last);

    /// <summary>Whether days are printed for it; otherwise it stands under the chart.</summary>
    public bool IsDated => Figure.Period is { } period && (period.First ?? period.Last) is not null;

    public decimal? Value => NumberOf(ValueText);

    public decimal? Low => NumberOf(Lower?.ValueText);

    public decimal? High => NumberOf(Upper?.ValueText);

    /// <summary>All numbers that have to fit on a scale.</summary>
    public IEnumerable<decimal> Numbers => ((decimal?[])[Value, Low, High]).OfType<decimal>();

    private static decimal? NumberOf(string? text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
