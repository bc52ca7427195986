using System.Globalization;
using NodaTime;
using NodaTime.Text;
using ZhuzhouGraph.Testing;

namespace ZhuzhouGraph.Server.Tests.Statistics;

/// <summary>Figures again of rows of SDMX-CSV, from nothing but the rows.</summary>
internal static class SdmxRows
{
    /// <summary>The row with the ids of its components, and the codes of its values.</summary>
    public static Dictionary<string, string> WithoutLabels(Dictionary<string, string> row) =>
        row.ToDictionary(cell => cell.Key.Split(": ")[0], cell => cell.Value.Split(": ")[0], StringComparer.Ordinal);

    public static Observation FigureOf(Dictionary<string, string> row)
    {
        var power = int.Parse(row["UNIT_MULT"], CultureInfo.InvariantCulture);
        return Batches.Figure(1, "x", 0) with
        {
            Id = row["OBSERVATION"],
            Article = row["SOURCE_ID"],
            Indicator = row["INDICATOR"].Replace('_', ':'),
            About = row["ABOUT"].Replace('_', ':'),
            Measure = Spelling.Parse<Measure>(row["MEASURE"])!.Value,
            Comparison = row["COMPARISON"] == "_Z" ? null : Spelling.Parse<Comparison>(row["COMPARISON"]),
            Accumulation = Spelling.Parse<Accumulation>(row["ACCUMULATION"])!.Value,
            PriceBasis = row["PRICES"] == "_Z" ? null : Spelling.Parse<PriceBasis>(row["PRICES"]),
            Frequency = row["FREQ"] == "_U" ? null : Spelling.Parse<Frequency>(row["FREQ"]),
            Status = Spelling.Parse<ObservationStatus>(row["KIND"])!.Value,
            Figure = row["FIGURE"],
            Period = PeriodOf(row),
            Quantity = new()
            {
                Value = Number("OBS_VALUE"),
                Unit = Units.Find(row["UNIT_MEASURE"] == "PT" ? "%" : row["UNIT_MEASURE"])!,
                UnitMultiplier = power,
                Hedge = Spelling.Parse<Hedge>(row["HEDGE"])!.Value,
                Lower = BoundOf("LOWER"),
                Upper = BoundOf("UPPER"),
                BoundBasis = row.TryGetValue("BOUND_BASIS", out var basis) ? Spelling.Parse<BoundBasis>(basis) : null,
            },
        };

        Bound? BoundOf(string end) => Number(end) is { } value ? new(value, row[$"{end}_INCLUSIVE"] == "true") : null;

        decimal? Number(string component) =>
            row.TryGetValue(component, out var text) && text != "NaN"
                ? Hedges.Scaled(decimal.Parse(text, CultureInfo.InvariantCulture), power)
                : null;
    }

    /// <summary>Of months, which are stated.</summary>
    private static Period? PeriodOf(Dictionary<string, string> row) =>
        row.TryGetValue("PERIOD_WORDS", out var words)
            ? new(words, Day(row["PERIOD_START"]), Day(row["PERIOD_END"]), PeriodPrecision.Month, PeriodBasis.Stated)
            : null;

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;
}
