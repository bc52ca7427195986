using NodaTime;

namespace ZhuzhouGraph.Text.Reading;

/// <summary>
/// Reads the figures of an English line, as far as claims print them: number, unit, hedge, change, comparison, time and status. Units are
/// given as Chinese prints them, so that claim and record meet. What is not known is refused.
/// </summary>
internal sealed class EnglishReader(string line, int number, LocalDate print, List<ReadFigure> figures, List<RefusedFigure> refused)
{
    private static readonly string[] OnYear =
    [
        "year-on-year",
        "year on year",
        "from a year earlier",
        "from a year ago",
        "same period last year",
    ];
    private static readonly string[] OnPrevious = ["month-on-month", "month on month", "quarter-on-quarter", "from the previous month"];

    private readonly List<EnglishWord> _words = EnglishNumbers.Words(Glyphs.Plain(line));
    private readonly List<(int At, TimeToken Time)> _times = [];

    /// <summary>How many times of the sentence stand before the figure.</summary>
    private int _timesBefore;

    /// <summary>How many words before a figure may say that it is planned.</summary>
    private const int Farthest = 60;

    /// <summary>A line without a Chinese character is English.</summary>
    public static bool IsEnglish(string line) =>
        !line.AsSpan().ContainsAnyInRange('\u2E80', '\uFFEF') && line.AsSpan().ContainsAnyInRange('A', 'z');

    public void Read()
    {
        for (var start = 0; start < _words.Count; )
        {
            var end = start;
            while (end < _words.Count && !IsStop(end))
                end++;
            Sentence(start, end);
            start = end + 1;
        }
    }

    private bool IsStop(int at) => _words[at].Text is "." or ";" or "!" or "?";

    private void Sentence(int start, int end)
    {
        _times.Clear();
        _timesBefore = 0;
        List<EnglishNumber> numbers = [];
        for (var at = start; at < end; )
        {
            if (EnglishTimes.TryRead(_words, at, print, out var time, out var behind) && behind <= end)
            {
                _times.Add((at, time));
                at = behind;
            }
            else if (_words[at].Text is "dozen" or "dozens" or "scores")
                Refuse(at, at + 1, "how many a dozen is, English says only about", ref at);
            else if (EnglishPlaces.TryRead(_words, at, out var place, out var afterPlace) && afterPlace <= end)
            {
                if (EnglishPlaces.IsRanked(_words, at, start))
                    Place(at, afterPlace, place, start);
                at = afterPlace;
            }
            else if (EnglishNumbers.TryRead(_words, at, out var value, out var next, out var multiplier) && next <= end)
            {
                if (next < end && _words[next].Text is "dozen" or "dozens")
                    Refuse(at, next + 1, "how many a dozen is, English says only about", ref at);
                else
                {
                    EnglishUnits.Before(_words, at, out var first);
                    var isBelow = at > start && _words[at - 1].Text is "minus";
                    var read = new EnglishNumber(first, at, next, isBelow ? -value : value, multiplier);
                    read = EnglishNumbers.Range(_words, read, start, end);
                    numbers.Add(read);
                    at = read.Next;
                }
            }
            else
                at++;
        }
        for (var i = 0; i < numbers.Count; i++)
        {
            var (from, to) = (i == 0 ? start : numbers[i - 1].Next, i + 1 < numbers.Count ? numbers[i + 1].First : end);
            Figure(numbers[i], from, to, start, end);
        }
    }

    /// <summary>Ranks 7th in China.</summary>
    private void Place(int at, int next, int place, int start)
    {
        var unit = PrintedUnits.At("位", 0, out _)!;
        var span = new Span(_words[at].Start, _words[next - 1].End);
        var status = Status(start, at);
        figures.Add(
            new()
            {
                Line = number,
                InLine = span,
                Printed = line[span.Start..span.End],
                Number = place,
                Unit = unit.Word,
                UnitCode = unit.Code,
                Multiplier = 0,
                Hedge = Hedge.None,
                Measure = Measure.Rank,
                Period = PeriodOf(at, status),
                Status = status,
                Rule = FigureRule.Rank,
            }
        );
    }

    private void Figure(EnglishNumber read, int from, int to, int start, int end)
    {
        var behindUnit = read.Next;
        var isSigned = read.Number > 0 && _words[read.Number - 1].Text is "$" or "¥";
        var unit = isSigned
            ? PrintedUnits.At(_words[read.Number - 1].Text == "$" ? "美元" : "元", 0, out _)
            : EnglishUnits.Of(_words, read.Next, out behindUnit);
        if (unit is null)
        {
            // one is a pronoun more often, a small number a part of a name.
            if (read.Value >= 10)
                Refuse(read.Number, read.Next, "no unit that is known follows the number", ref from);
            return;
        }
        var by = EnglishUnits.Factor(_words[behindUnit - 1]);
        read = read with { Next = behindUnit, Value = read.Value * by, To = read.To * by };
        var (sign, isReached) = Change(read.First, from);
        var behind = read.Next < to && unit.Word == "%" && sign == 0 ? EnglishUnits.Compared(_words[read.Next].Text) : 0;
        var decision = Measured(unit, sign != 0 ? sign : behind, isReached, from, read);
        var status = Status(start, read.Number);
        var isBelow = read.Value < 0;
        var span = new Span(_words[isSigned || isBelow ? read.Number - 1 : read.Number].Start, _words[read.Next - 1].End);
        figures.Add(
            new()
            {
                Line = number,
                InLine = span,
                Printed = line[span.Start..span.End],
                Number = decision.Sign * read.Value,
                Unit = unit.Word,
                UnitCode = unit.Code,
                Multiplier = read.Multiplier,
                To = read.To,
                Hedge = read.To is not null ? Hedge.Range : EnglishUnits.Before(_words, isSigned ? read.Number - 1 : read.Number, out _),
                Measure = decision.Measure,
                Factor = decision.Factor,
                Comparison = decision.Measure is Measure.Level or Measure.Share ? null : Compared(from, to),
                Period = PeriodOf(read.Number, status),
                Status = status,
                Rule = decision.Rule,
            }
        );
    }

    /// <summary>The word of change before the number, over hedges, by and to: rose by about 5 per cent, increased to 58.</summary>
    private (int Sign, bool IsReached) Change(int first, int from)
    {
        var isReached = false;
        for (var at = first - 1; at >= from && first - at < 6; at--)
        {
            var word = _words[at].Text;
            if (EnglishUnits.Change(word) is not 0 and var sign)
                return (sign, isReached);
            isReached |= word == "to";
            if (
                word is not ("by" or "to" or "of" or "$" or "¥" or "slightly" or "sharply" or "year-on-year" or "year" or "on" or "further")
            )
                return (0, false);
        }
        return (0, false);
    }

    private MeasureRules.Decision Measured(PrintedUnit unit, int sign, bool isReached, int from, EnglishNumber read) =>
        unit.Kind switch
        {
            UnitKind.Points => new(FigureRule.Points, Measure.Points, sign == 0 ? 1 : sign),
            UnitKind.Times when sign > 0 && !isReached => new(FigureRule.GrowByTimes, Measure.Multiple, Factor: 1 + read.Value),
            UnitKind.Times => new(FigureRule.GrowToTimes, Measure.Multiple, Factor: read.Value),
            UnitKind.Percent when sign != 0 && !isReached => new(
                FigureRule.RateByVerb,
                Measure.RateOfChange,
                sign,
                1 + (sign * read.Value / 100)
            ),
            UnitKind.Percent when Has(from, read.Number, "rate", "yield", "unemployment") => new(FigureRule.Level, Measure.Level),
            UnitKind.Percent => new(FigureRule.Share, Measure.Share),
            _ when sign == 0 => new(FigureRule.Level, Measure.Level),
            _ when isReached => new(FigureRule.Reached, Measure.Level),
            _ => new(FigureRule.ChangeBy, Measure.Change, sign),
        };

    private ReadComparison? Compared(int from, int to)
    {
        var words = string.Join(' ', _words.Skip(from).Take(to - from).Select(word => word.Text));
        return Array.Exists(OnYear, word => words.Contains(word, StringComparison.Ordinal)) ? new(ComparisonKind.YearOnYear, "year on year")
            : Array.Exists(OnPrevious, word => words.Contains(word, StringComparison.Ordinal))
                ? new(ComparisonKind.OnPrevious, "on the previous")
            : null;
    }

    private ObservationStatus Status(int from, int to) =>
        Has(from, to, "expected", "forecast", "projected", "likely") ? ObservationStatus.Forecast
        : Has(from, to, "will", "plans", "plan", "aims", "aim", "target", "targets") ? ObservationStatus.Target
        : ObservationStatus.Actual;

    /// <summary>The last time before the number in its sentence, or the first behind it.</summary>
    private ReadPeriod? PeriodOf(int at, ObservationStatus status)
    {
        if (_times.Count == 0)
            return null;
        while (_timesBefore < _times.Count && _times[_timesBefore].At < at)
            _timesBefore++;
        var time = _times[Math.Max(0, _timesBefore - 1)].Time;
        var words = line[time.Start..time.End];
        if (status is not ObservationStatus.Actual)
            return new(words, time.NextFirst ?? time.First, time.NextLast ?? time.Last, false);
        return time.First > print ? null : new(words, time.First, time.Last > print ? print : time.Last, false);
    }

    private bool Has(int from, int to, params ReadOnlySpan<string> wanted)
    {
        for (var at = Math.Max(from, to - Farthest); at < to; at++)
        {
            if (wanted.Contains(_words[at].Text))
                return true;
        }
        return false;
    }

    private void Refuse(int first, int next, string reason, ref int at)
    {
        var span = new Span(_words[first].Start, _words[next - 1].End);
        refused.Add(new(number, span, line[span.Start..span.End], reason));
        at = Math.Max(at, next);
    }
}
