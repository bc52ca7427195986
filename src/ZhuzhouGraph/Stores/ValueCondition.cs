namespace ZhuzhouGraph.Stores;

/// <summary>
/// A <see cref="ValueRange"/> as a condition over order-preserving keys (<see cref="DecimalKey"/>), in words that SQL and Cypher share. The
/// keys are those of <see cref="Quantity.Interval"/>.
/// </summary>
/// <param name="Lower">The key of the interval's lower end, or null.</param>
/// <param name="Upper">The key of the upper end, or null.</param>
/// <param name="IsLowerOpen">A condition: the lower end does not belong to the interval.</param>
/// <param name="IsUpperOpen">A condition: the upper end does not.</param>
/// <param name="Value">The key of the printed number, or null.</param>
/// <param name="IsRounded">A condition: <see cref="Quantity.IsRounded"/>.</param>
/// <param name="Unit">The code of the unit.</param>
public sealed record ValueCondition(
    string Lower,
    string Upper,
    string IsLowerOpen,
    string IsUpperOpen,
    string Value,
    string IsRounded,
    string Unit
)
{
    /// <summary>The condition of <see cref="ValueRange.Admits"/>.</summary>
    /// <param name="add">Adds a value to the statement and gives its placeholder.</param>
    public string Of(ValueRange range, Func<string, string> add) =>
        range.Unit is null
            ? OfNumbers(range, add)
            : $"({string.Join(" OR ", range.ByUnit.Select(one => $"({Unit} = {add(one.Unit.Code)} AND {OfNumbers(one.Range, add)})"))})";

    private string OfNumbers(ValueRange range, Func<string, string> add)
    {
        var (lower, upper) = (
            range.Lower is { } least ? add(DecimalKey.Of(least.Value)) : null,
            range.Upper is { } most ? add(DecimalKey.Of(most.Value)) : null
        );
        return range.Certainty switch
        {
            Certainty.Certain => Certain(),
            Certainty.Possible => Possible(),
            // What is unknown of an interval without an end is not certain.
            _ => $"{Possible()} AND NOT coalesce({Certain()}, false)",
        };

        string Certain() =>
            All(
                lower is null ? null : Inside(Printed(Lower), ">", lower, range.Lower!.IsInclusive, IsLowerOpen),
                upper is null ? null : Inside(Printed(Upper), "<", upper, range.Upper!.IsInclusive, IsUpperOpen)
            );

        string Possible() =>
            All(
                lower is null ? null : Reaches(Upper, ">", lower, range.Lower!.IsInclusive, IsUpperOpen),
                upper is null ? null : Reaches(Lower, "<", upper, range.Upper!.IsInclusive, IsLowerOpen)
            );

        string All(params IEnumerable<string?> conditions) =>
            $"({string.Join(" AND ", conditions.Where(c => c is not null).Prepend($"({Lower} IS NOT NULL OR {Upper} IS NOT NULL)"))})";
    }

    /// <summary>The key of an end, or of the printed number where only rounding makes an interval of it.</summary>
    private string Printed(string end) => $"CASE WHEN {IsRounded} THEN {Value} ELSE {end} END";

    /// <summary>The end of the interval is not beyond the end of the range.</summary>
    private string Inside(string key, string beyond, string end, bool isInclusive, string isOpen) =>
        isInclusive ? $"{key} {beyond}= {end}" : $"({key} {beyond} {end} OR ({key} = {end} AND {isOpen} AND NOT {IsRounded}))";

    /// <summary>The far end of the interval comes as far as the end of the range.</summary>
    private static string Reaches(string key, string beyond, string end, bool isInclusive, string isOpen) =>
        isInclusive
            ? $"({key} IS NULL OR {key} {beyond} {end} OR ({key} = {end} AND NOT {isOpen}))"
            : $"({key} IS NULL OR {key} {beyond} {end})";
}
