using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Reads every figure of a Chinese text, and of English lines in it, by rules that have names: no model, no network, one walk over each
/// line. What cannot be read safely is refused with a reason. A text means the same whenever it is read: times are resolved against the
/// day of print.
/// </summary>
public static class FigureReader
{
    /// <param name="lines">The lines of the text, without line ends.</param>
    /// <param name="print">The day of print.</param>
    public static FigureReading Read(IReadOnlyList<string> lines, LocalDate print)
    {
        List<ReadFigure> figures = [];
        List<RefusedFigure> refused = [];
        var periods = new PeriodWalk(print);
        var tables = new TableReader(lines, print, figures, refused);
        for (var line = 0; line < lines.Count; line++)
        {
            if (tables.Read(line) is var end && end > line)
            {
                line = end - 1;
                continue;
            }
            if (EnglishReader.IsEnglish(lines[line]))
            {
                new EnglishReader(lines[line], line + 1, print, figures, refused).Read();
                continue;
            }
            var reader = new ParagraphReader(lines[line], line + 1, print, figures, refused);
            periods = reader.Read(periods);
        }
        return new(figures, refused) { Tables = tables.Tables };
    }
}
