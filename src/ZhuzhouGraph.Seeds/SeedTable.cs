using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds;

/// <summary>A table: what its head says stands once for each column, and what each row is of once for the row.</summary>
public sealed record SeedTable(Location Location)
{
    /// <summary>The line that names the unit of all cells.</summary>
    public SeedText? Caption { get; init; }

    /// <summary>The lines of the head; the line above the first row where none is given.</summary>
    public IReadOnlyList<SeedText> Head { get; init; } = [];

    /// <summary>The column in which the rows say what they are of; the first where none is given.</summary>
    public SeedText? Label { get; init; }

    /// <summary>The unit of columns and rows that have none of their own.</summary>
    public SeedText? Unit { get; init; }

    /// <summary>What holds for all cells.</summary>
    public required SeedFigure Shared { get; init; }

    public IReadOnlyList<SeedColumn> Columns { get; init; } = [];
    public IReadOnlyList<SeedRow> Rows { get; init; } = [];

    /// <summary>Something that is for all cells was left to do, so that no cell is known.</summary>
    public bool IsLeft { get; init; }
}

/// <summary>A column of figures, or one that is not recorded.</summary>
public sealed record SeedColumn(Location Location)
{
    /// <summary>Its number, from 1.</summary>
    public SeedText? Column { get; init; }
    public SeedText? Measure { get; init; }

    /// <summary>The unit with its multiplier: 亿元.</summary>
    public SeedText? Unit { get; init; }

    /// <summary>Why its numbers are no figures; null of a column of figures.</summary>
    public SeedText? Reason { get; init; }
    public required SeedFigure Shared { get; init; }
    public bool IsLeft { get; init; }
}

/// <summary>A row.</summary>
/// <param name="Line">Its line in the text.</param>
public sealed record SeedRow(Location Location, SeedText Line)
{
    /// <summary>A name alone: the indicator, where neither table nor columns have one, else what it is about.</summary>
    public SeedText? Name { get; init; }

    /// <summary>The row's own words, where they are no name of what it is of.</summary>
    public SeedText? Label { get; init; }
    public SeedText? Unit { get; init; }

    /// <summary>By how many columns its cells stand too far left, because a cell that spans rows is printed once.</summary>
    public SeedText? Shift { get; init; }
    public IReadOnlyList<SeedMention> Mentions { get; init; } = [];

    /// <summary>The cells as printed, one for each column of figures.</summary>
    public IReadOnlyList<SeedText> Cells { get; init; } = [];
    public SeedFigure? Shared { get; init; }
    public bool IsLeft { get; init; }
}

/// <summary>That a figure is a cell.</summary>
/// <param name="Column">Its column, from 1.</param>
/// <param name="Field">Which cell of its line it is, from 1.</param>
/// <param name="Stated">What is printed, with multiplier and unit from wherever they are printed: 123.4亿元.</param>
/// <param name="InColumn">Where the seed describes the column.</param>
/// <param name="Row">The row.</param>
public sealed record SeedCell(int Column, int Field, string Stated, Location InColumn, SeedRow Row)
{
    /// <summary>What head, row and caption say of it; null where no text is at hand, or they say nothing.</summary>
    public ReadFigure? Read { get; init; }

    /// <summary>The words of the row as printed; null where no text is at hand, or they stand in a row above.</summary>
    public string? Label { get; init; }
}
