using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Claims;

/// <summary>Finds the claims of a text: its figures, each with its clause, quantity and place.</summary>
internal static partial class ClaimReader
{
    private static readonly Unit Percent = Units.Find("%")!;

    /// <summary>How far a clause reaches behind its figure.</summary>
    private const int Reach = 40;

    /// <summary>How much is told of the words around a figure.</summary>
    private const int MostWords = 20;

    /// <param name="print">The day by which times are read.</param>
    public static (List<Claim> Claims, List<UnreadFigure> Unread) Read(string text, LocalDate print)
    {
        var (lines, starts) = Lines(text);
        var reading = FigureReader.Read([.. lines.Select(WithPlaces)], print);
        List<Claim> claims = [];
        foreach (var (index, figure) in reading.Figures.Index())
        {
            var line = lines[figure.Line - 1];
            var before = index > 0 && reading.Figures[index - 1].Line == figure.Line ? reading.Figures[index - 1].InLine.End : 0;
            var after =
                index + 1 < reading.Figures.Count && reading.Figures[index + 1].Line == figure.Line
                    ? reading.Figures[index + 1].InLine.Start
                    : line.Length;
            claims.Add(
                Of(
                    figure,
                    line,
                    new FigureWords(line, print),
                    starts[figure.Line - 1],
                    Math.Min(before, figure.InLine.Start),
                    Math.Max(after, figure.InLine.End)
                )
            );
        }
        for (var index = 0; index < claims.Count; index++)
            claims[index] = claims[index] with { List = ListOf(claims, index, text), SinceFigure = Since(claims, index, text) };
        var unread = reading
            .Refused.Select(one => new UnreadFigure(one.Printed, Moved(one.InLine, starts[one.Line - 1]), one.Reason))
            .ToList();
        return (claims, unread);
    }

    /// <summary>全国最高 as 全国第一, where nothing follows: of the same length, so that offsets hold.</summary>
    private static string WithPlaces(string line) => Superlative().Replace(line, "$1第一");

    [GeneratedRegex("(全国|国内|全省|全球|世界)最[高大多](?=$|[，。；、！,;!])", RegexOptions.CultureInvariant)]
    private static partial Regex Superlative();

    private static ListPlace ListOf(List<Claim> claims, int index, string text)
    {
        var (first, last) = (index, index);
        while (first > 0 && IsListed(first))
            first--;
        while (last + 1 < claims.Count && IsListed(last + 1))
            last++;
        return new(index - first, last - first + 1, claims[index].FigureSpan.Start - claims[first].FigureSpan.Start);

        bool IsListed(int at)
        {
            var (end, start) = (claims[at - 1].FigureSpan.End, claims[at].FigureSpan.Start);
            return end <= start && text[end..start].Trim() is "、" or "和" or "与" or "及" or "," or "，";
        }
    }

    private static string Since(List<Claim> claims, int index, string text)
    {
        var claim = claims[index];
        var from = index > 0 ? Math.Max(claims[index - 1].FigureSpan.End, claim.SentenceStart) : claim.SentenceStart;
        return from < claim.FigureSpan.Start ? text[from..claim.FigureSpan.Start] : "";
    }

    private static Claim Of(ReadFigure figure, string line, FigureWords words, int offset, int before, int after)
    {
        var (start, end) = (figure.InLine.Start, figure.InLine.End);
        while (start > before && !ClaimWords.Stops.Contains(line[start - 1], StringComparison.Ordinal))
            start--;
        while (end < after && end - figure.InLine.End < Reach && !IsStop(line, end))
            end++;
        while (start < figure.InLine.Start && (char.IsWhiteSpace(line[start]) || line[start] is '和' or '与' or '及'))
            start++;
        while (end > figure.InLine.End && char.IsWhiteSpace(line[end - 1]))
            end--;
        var isEnglish = EnglishReader.IsEnglish(line);
        var sentence = (isEnglish ? EnglishSentences(line) : Sentences.OfLine(line)).FirstOrDefault(span =>
            span.Start <= figure.InLine.Start && figure.InLine.End <= span.End
        ) ?? new Span(0, line.Length);
        var quantity = QuantityOf(figure);
        var told = words.Of(figure, MostWords);
        return new()
        {
            Quote = line[start..end],
            Span = new(offset + start, offset + end),
            Printed = line[figure.InLine.Start..figure.InLine.End],
            Words = line[told.Start..told.End],
            FigureSpan = Moved(figure.InLine, offset),
            Figure = figure,
            Quantity = quantity,
            Rate = RateOf(figure, quantity),
            Sentence = line[sentence.Start..sentence.End],
            SentenceStart = offset + sentence.Start,
            IsEnglish = isEnglish,
        };
    }

    /// <summary>An English sentence ends at a full stop before white space.</summary>
    private static IEnumerable<Span> EnglishSentences(string line)
    {
        var start = 0;
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] is not ('.' or '!' or '?') || (at + 1 < line.Length && !char.IsWhiteSpace(line[at + 1])))
                continue;
            yield return new(start, at + 1);
            start = at + 1;
        }
        if (start < line.Length)
            yield return new(start, line.Length);
    }

    /// <summary>A full stop between two digits is a decimal point.</summary>
    private static bool IsStop(string line, int at) =>
        ClaimWords.Stops.Contains(line[at], StringComparison.Ordinal)
        || (line[at] is '.' && (at + 1 >= line.Length || char.IsWhiteSpace(line[at + 1])));

    /// <summary>The figure as it would be recorded, with the interval of its hedge; null where it cannot be.</summary>
    public static Quantity? QuantityOf(ReadFigure figure)
    {
        var unit = figure.Measure switch
        {
            Measure.RateOfChange => figure.UnitCode == "times" ? Units.Find("times") : Percent,
            Measure.Rank => Units.Find("place"),
            _ => figure.DeclaredUnit ?? (PrintedUnits.IsCounted(figure.Unit) ? Units.Find("piece") : null),
        };
        if (unit is null)
            return null;
        try
        {
            var number = Printed(figure.Number, figure);
            var interval = Hedges.Interval(figure.Hedge, number, unit, figure.Multiplier, figure.To is { } to ? Printed(to, figure) : null);
            var hasValue = figure.Hedge is not (Hedge.Range or Hedge.Several or Hedge.OrderOf or Hedge.Teens or Hedge.Vague);
            return new()
            {
                Value = hasValue ? figure.Number : null,
                Unit = unit,
                UnitMultiplier = figure.Multiplier,
                Hedge = figure.Hedge,
                Lower = interval.Lower,
                Upper = interval.Upper,
                BoundBasis = interval.Basis,
            };
        }
        catch (Exception e) when (e is ArgumentException or OverflowException)
        {
            return null;
        }
    }

    /// <summary>Without the multiplier and with the zeros that are printed: they say how far it is rounded.</summary>
    private static decimal Printed(decimal number, ReadFigure figure)
    {
        var divisor = 1m;
        for (var i = 0; i < figure.Multiplier; i++)
            divisor *= 10;
        var value = number / divisor;
        var digits = new string([
            .. Glyphs
                .Plain(figure.Printed)
                .Replace("\u066C", "", StringComparison.Ordinal)
                .TrimStart('$', '¥')
                .TakeWhile(c => char.IsAsciiDigit(c) || c == '.'),
        ]);
        return
            decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var printed)
            && printed == Math.Abs(value)
            ? value < 0
                ? -printed
                : printed
            : value;
    }

    private static Interval? RateOf(ReadFigure figure, Quantity? quantity)
    {
        if (figure.Measure is not (Measure.RateOfChange or Measure.Multiple) || quantity?.Interval is not { } told)
            return null;
        if (figure.Rule is FigureRule.Doubling)
            return figure.Factor is { } doubled ? Interval.Of((doubled - 1) * 100) : null;
        var isTimes = quantity.Unit.Code == "times";
        return figure.Rule switch
        {
            FigureRule.GrowByTimes => Scaled(told, 100, 0),
            FigureRule.GrowToTimes => Scaled(told, 100, -100),
            _ => isTimes ? Scaled(told, 100, 0) : told,
        };
    }

    private static Interval Scaled(Interval interval, decimal by, decimal plus)
    {
        return new(Of(interval.Lower), Of(interval.Upper), interval.Basis);

        Bound? Of(Bound? bound) => bound is null ? null : bound with { Value = (bound.Value * by) + plus };
    }

    private static Span Moved(Span span, int by) => new(span.Start + by, span.End + by);

    private static (List<string> Lines, List<int> Starts) Lines(string text)
    {
        List<string> lines = [];
        List<int> starts = [];
        for (var start = 0; start <= text.Length; )
        {
            var end = text.IndexOf('\n', start);
            end = end < 0 ? text.Length : end;
            var length = end > start && text[end - 1] == '\r' ? end - 1 - start : end - start;
            lines.Add(text.Substring(start, length));
            starts.Add(start);
            start = end + 1;
        }
        return (lines, starts);
    }
}
