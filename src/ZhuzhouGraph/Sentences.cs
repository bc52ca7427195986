namespace ZhuzhouGraph;

/// <summary>
/// Where a line's sentences begin and end. This one function decides what an address means, so changing it moves
/// every address of every seed.
/// </summary>
public static class Sentences
{
    private const string Stops = "。！？…!?";
    private const string Closing = "”’」』）)》】]\"'";

    /// <summary>
    /// The sentences of one line, in order, as offsets in that line. A run of stops ends one sentence together with the closing marks that
    /// follow; so does the line's end. An ASCII full stop never does, because it stands in numbers. The marks of a heading, and
    /// white space around a sentence, belong to none.
    /// </summary>
    public static IReadOnlyList<Span> OfLine(string line)
    {
        var sentences = new List<Span>();
        var start = AfterHeadingMarks(line);
        while (start < line.Length)
        {
            var end = EndFrom(line, start);
            Add(start, end);
            start = end;
        }
        return sentences;

        void Add(int from, int to)
        {
            while (from < to && char.IsWhiteSpace(line[from]))
                from++;
            while (to > from && char.IsWhiteSpace(line[to - 1]))
                to--;
            if (from < to)
                sentences.Add(new Span(from, to));
        }
    }

    private static int EndFrom(string line, int start)
    {
        var end = start;
        while (end < line.Length && !Stops.Contains(line[end]))
            end++;
        while (end < line.Length && Stops.Contains(line[end]))
        {
            end = Skip(line, end, Stops);
            end = Skip(line, end, Closing);
        }
        return end;
    }

    private static int Skip(string line, int start, string marks)
    {
        while (start < line.Length && marks.Contains(line[start]))
            start++;
        return start;
    }

    private static int AfterHeadingMarks(string line)
    {
        var text = Skip(line, 0, "#");
        return text == line.Length || char.IsWhiteSpace(line[text]) ? text : 0;
    }
}
