using System.Globalization;

namespace ZhuzhouGraph.Neo4jStore.Nodes;

/// <summary>
/// What several kinds of nodes have in common. A record becomes plain properties under names that an analyst reads without a manual;
/// days are sent as text and made native dates by the statement that writes them. Absent values have no property.
/// </summary>
internal static class NodeProperties
{
    /// <summary>Adds a period: its words, its days <c>first</c> and <c>last</c>, how precise it is and on what it rests.</summary>
    public static void Add(Dictionary<string, object?> properties, Period? period)
    {
        if (period is null)
            return;
        properties["periodWords"] = period.Words;
        properties["first"] = Day.Of(period.First);
        properties["last"] = Day.Of(period.Last);
        properties["periodPrecision"] = Word(period.Precision);
        properties["periodBasis"] = Word(period.Basis);
    }

    /// <summary>The names of the properties of a period.</summary>
    public static IReadOnlyList<string> OfPeriod { get; } = ["periodWords", "first", "last", "periodPrecision", "periodBasis"];

    /// <summary>Adds where a listed node stands in an order by time.</summary>
    public static void AddKey(Dictionary<string, object?> properties, Period? period) => properties["periodKey"] = Day.KeyOf(period);

    public static Period? Period(CypherMap node) =>
        node.Text("periodWords") is { } words
            ? new Period(
                words,
                node.Day("first"),
                node.Day("last"),
                Enumeration<PeriodPrecision>(node, "periodPrecision"),
                Enumeration<PeriodBasis>(node, "periodBasis")
            )
            : null;

    /// <summary>Adds a decimal: as a float for display, as exact text, and as the key that orders by value.</summary>
    public static void Add(Dictionary<string, object?> properties, string name, decimal? value)
    {
        if (value is not { } number)
            return;
        properties[name] = (double)number;
        properties[name + "Text"] = number.ToString(CultureInfo.InvariantCulture);
        properties[name + "Key"] = DecimalKey.Of(number);
    }

    public static decimal? Decimal(CypherMap node, string name) =>
        node.Text(name + "Text") is { } text ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;

    /// <summary>The values of declared properties, which are text in every store.</summary>
    public static IReadOnlyDictionary<string, string> Declared(CypherMap node, IReadOnlyList<PropertyDeclaration> declared) =>
        declared
            .Select(p => (p.Name, Value: node.Text(p.Name)))
            .Where(p => p.Value is not null)
            .ToDictionary(p => p.Name, p => p.Value!, StringComparer.Ordinal);

    public static string Word<TEnum>(TEnum value)
        where TEnum : struct, Enum => Spelling.UpperSnake(value.ToString());

    public static string? Word<TEnum>(TEnum? value)
        where TEnum : struct, Enum => value is { } known ? Word(known) : null;

    public static TEnum Enumeration<TEnum>(CypherMap node, string name)
        where TEnum : struct, Enum => EnumerationOrNull<TEnum>(node, name) ?? throw Unreadable(node, name);

    public static TEnum? EnumerationOrNull<TEnum>(CypherMap node, string name)
        where TEnum : struct, Enum => node.Text(name) is { } word ? Spelling.Parse<TEnum>(word) ?? throw Unreadable(node, name) : null;

    /// <summary>What must be there.</summary>
    public static string Text(CypherMap node, string name) => node.Text(name) ?? throw Unreadable(node, name);

    /// <summary>A list that stands beside another one, with as many values.</summary>
    public static IReadOnlyList<T> Beside<T>(CypherMap node, string name, IReadOnlyList<T> values, string other, int count) =>
        values.Count == count
            ? values
            : throw QueryErrors.Unreadable(
                $"{values.Count} values of the property {name} beside {count} of {other} of {node.Text("id") ?? "a node"}"
            );

    public static Address Address(CypherMap node, string name) =>
        ZhuzhouGraph.Address.Parse(Text(node, name)) ?? throw Unreadable(node, name);

    public static GraphStoreException Unreadable(CypherMap node, string name) =>
        QueryErrors.Unreadable(
            $"'{node.Text(name) ?? "nothing"}' as the property {name} of {node.Text("id") ?? node.Text("of") ?? "a node"}"
        );
}
