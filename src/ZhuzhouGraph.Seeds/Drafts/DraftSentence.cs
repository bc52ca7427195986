using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Seeds.Drafts;

/// <summary>A line of a report with everything that is read in it. Offsets are of the line.</summary>
internal sealed record DraftLine(
    int Number,
    string Text,
    IReadOnlyList<ReadFigure> Figures,
    IReadOnlyList<RefusedFigure> Refused,
    IReadOnlyList<FoundName> Names
);

/// <summary>A sentence of it.</summary>
internal sealed record DraftSentence(DraftLine Line, Address Address, Span InLine)
{
    private const string Stops = "，,；;。！？!?：:";

    public string Text => Line.Text[InLine.Start..InLine.End];

    public IReadOnlyList<FoundName> Names => field ??= [.. Line.Names.Where(name => Holds(name.InText))];

    public IReadOnlyList<ReadFigure> Figures => field ??= [.. Line.Figures.Where(figure => Holds(figure.InLine))];

    public bool Holds(Span span) => InLine.Start <= span.Start && span.End <= InLine.End;

    /// <summary>Where the clause of a place begins: behind the comma, stop or figure before it.</summary>
    public int ClauseStart(int at)
    {
        var start = InLine.Start;
        for (var i = at - 1; i >= InLine.Start && start == InLine.Start; i--)
        {
            if (Stops.Contains(Line.Text[i], StringComparison.Ordinal))
                start = i + 1;
        }
        return Figures.Where(figure => figure.InLine.End <= at).Select(figure => figure.InLine.End).Append(start).Max();
    }

    /// <summary>What stands from a place to the next comma or stop, at most so many characters.</summary>
    public string Behind(int at, int most)
    {
        var end = at;
        while (end < InLine.End && end - at < most && !Stops.Contains(Line.Text[end], StringComparison.Ordinal))
            end++;
        return Line.Text[at..end];
    }

    /// <summary>The figures that only a mark or 和 parts from each other, that one among them.</summary>
    public IReadOnlyList<ReadFigure> ListOf(ReadFigure figure)
    {
        var at = Figures.ToList().IndexOf(figure);
        var (first, last) = (at, at);
        while (first > 0 && IsListed(first))
            first--;
        while (last + 1 < Figures.Count && IsListed(last + 1))
            last++;
        return [.. Figures.Skip(first).Take(last - first + 1)];

        bool IsListed(int index)
        {
            var (end, start) = (Figures[index - 1].InLine.End, Figures[index].InLine.Start);
            return end < start && Line.Text[end..start].Trim() is "、" or "和" or "与" or "及" or ",";
        }
    }
}
