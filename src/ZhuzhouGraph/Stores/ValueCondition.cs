namespace ZhuzhouGraph.Stores;

/// <summary>
/// A <see cref="ValueRange"/> as a condition over order-preserving keys (<see cref="DecimalKey"/>), in words that SQL and Cypher share. The
/// interval is that of <see cref="IntervalOf"/>.
/// </summary>
/// <param name="Lower">The key of the interval's lower end, or null.</param>
/// <param name="Upper">The key of the upper end, or null.</param>
/// <param name="IsLowerOpen">A condition: the lower end does not belong to the interval.</param>
/// <param name="IsUpperOpen">A condition: the upper end does not.</param>
public sealed record ValueCondition(string Lower, string Upper, string IsLowerOpen, string IsUpperOpen)
{
    /// <summary>The interval of a quantity: one without bounds is its value; one without value, too, has none.</summary>
    public static (Bound? Lower, Bound? Upper) IntervalOf(Quantity quantity) =>
        quantity switch
        {
            { Lower: null, Upper: null, Value: { } value } => (new Bound(value, true), new Bound(value, true)),
            _ => (quantity.Lower, quantity.Upper),
        };

    /// <summary>The condition that a quantity fits the range.</summary>
    /// <param name="add">Adds a value to the statement and gives its placeholder.</param>
    public string Of(ValueRange range, Func<string, string> add)
    {
        List<string> conditions = [$"({Lower} IS NOT NULL OR {Upper} IS NOT NULL)"];
        if (range.Lower is { } lower)
            conditions.Add(
                range.Certainty is Certainty.Certain ? Inside(Lower, ">", IsLowerOpen, lower) : Reaches(Upper, ">", IsUpperOpen, lower)
            );
        if (range.Upper is { } upper)
            conditions.Add(
                range.Certainty is Certainty.Certain ? Inside(Upper, "<", IsUpperOpen, upper) : Reaches(Lower, "<", IsLowerOpen, upper)
            );
        return string.Join(" AND ", conditions);

        // The end of the interval is not beyond the end of the range.
        string Inside(string key, string beyond, string isOpen, Bound end)
        {
            var value = add(DecimalKey.Of(end.Value));
            return end.IsInclusive ? $"{key} {beyond}= {value}" : $"({key} {beyond} {value} OR ({key} = {value} AND {isOpen}))";
        }

        // The far end of the interval comes as far as the end of the range.
        string Reaches(string key, string beyond, string isOpen, Bound end)
        {
            var value = add(DecimalKey.Of(end.Value));
            return end.IsInclusive
                ? $"({key} IS NULL OR {key} {beyond} {value} OR ({key} = {value} AND NOT {isOpen}))"
                : $"({key} IS NULL OR {key} {beyond} {value})";
        }
    }
}
