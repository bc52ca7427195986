using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>How much of a line is printed as one figure: 同比增长12%, 居全国第17位, 超过200公斤.</summary>
/// <param name="line">A line of a text.</param>
/// <param name="print">The day of print.</param>
public sealed class FigureWords(string line, LocalDate print)
{
    private readonly List<Token> _tokens = Tokens.Of(Glyphs.Plain(line), print);

    /// <summary>Where times stand in the line, whether or not a figure has them.</summary>
    public IEnumerable<Span> Times =>
        _tokens.Where(token => token.Kind is TokenKind.Time).Select(token => new Span(token.Start, token.End));

    /// <summary>
    /// The figure with its hedges and, of a change, growth or rank, the words that make it one, as offsets in the line; words further
    /// away than <paramref name="most"/> characters are left out.
    /// </summary>
    public Span Of(ReadFigure figure, int most)
    {
        var index = _tokens.FindIndex(token => token.Kind is TokenKind.Quantity && token.Start == figure.InLine.Start);
        if (index < 0 || figure.Rule is FigureRule.Cell)
            return figure.InLine;
        var end = Math.Max(figure.InLine.End, _tokens[index].Quantity!.HedgeEnd);
        var (start, from) = (figure.InLine.Start, figure.InLine.Start);
        for (var at = index - 1; at >= 0; at--)
        {
            var token = _tokens[at];
            if (token.Kind is not TokenKind.Cue || token.End != from || end - token.Start > most)
                break;
            from = token.Start;
            if (Belongs(token.Cue.Kind, figure.Rule))
                start = from;
        }
        return new(start, end);
    }

    private static bool Belongs(CueKind kind, FigureRule rule) =>
        kind switch
        {
            CueKind.Hedge => true,
            CueKind.Change or CueKind.RateNoun or CueKind.New or CueKind.Rank or CueKind.Comparison or CueKind.Contribution => rule
                is not (FigureRule.Level or FigureRule.Share or FigureRule.Ordinal),
            _ => false,
        };
}
