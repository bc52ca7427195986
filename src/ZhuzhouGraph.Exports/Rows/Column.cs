using NodaTime;

namespace ZhuzhouGraph.Exports.Rows;

/// <summary>What the cells of a column are.</summary>
internal enum ColumnKind
{
    /// <summary>Words: the only kind that a spreadsheet could take for a formula.</summary>
    Text,

    /// <summary>The decimal digits of a number, written as they are, for readers whose numbers are floats.</summary>
    Digits,

    /// <summary>A decimal.</summary>
    Number,

    /// <summary>A whole number of 32 bits.</summary>
    Integer,

    /// <summary>True or false.</summary>
    Flag,

    /// <summary>A <see cref="NodaTime.LocalDate"/>.</summary>
    Day,

    /// <summary>A <see cref="NodaTime.Instant"/>.</summary>
    Moment,
}

/// <summary>A column of every table, whatever the format.</summary>
/// <param name="Of">The cell of a row; null where it is empty.</param>
/// <param name="Description">What it holds.</param>
internal sealed record Column<TRow>(string Name, ColumnKind Kind, Func<TRow, object?> Of, string Description)
{
    /// <summary>The same as a function of the cell's own type, which makes no object of it; null where there is none.</summary>
    public Delegate? Typed { get; private init; }

    public static Column<TRow> Text(string name, ColumnKind kind, Func<TRow, string?> of, string description) =>
        new(name, kind, of, description) { Typed = of };

    public static Column<TRow> Number(string name, Func<TRow, decimal?> of, string description) =>
        new(name, ColumnKind.Number, row => of(row), description) { Typed = of };

    public static Column<TRow> Flag(string name, Func<TRow, bool?> of, string description) =>
        new(name, ColumnKind.Flag, row => of(row), description) { Typed = of };

    public static Column<TRow> Day(string name, Func<TRow, LocalDate?> of, string description) =>
        new(name, ColumnKind.Day, row => of(row), description) { Typed = of };

    public static Column<TRow> Moment(string name, Func<TRow, Instant?> of, string description) =>
        new(name, ColumnKind.Moment, row => of(row), description) { Typed = of };

    public static Column<TRow> Integer(string name, Func<TRow, int?> of, string description) =>
        new(name, ColumnKind.Integer, row => of(row), description) { Typed = of };
}
