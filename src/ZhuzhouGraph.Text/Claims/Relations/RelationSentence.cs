using System.Globalization;
using System.Text.RegularExpressions;
using NodaTime;
using ZhuzhouGraph.Text.Reading;

namespace ZhuzhouGraph.Text.Claims.Relations;

/// <summary>A name in a sentence. Offsets are of the sentence.</summary>
internal sealed record SentenceName(Span Span, IReadOnlyList<Entity> Entities)
{
    public bool IsOf(IReadOnlyList<string> types) => Entities.Any(entity => types.Contains(entity.Type.Name, StringComparer.Ordinal));

    public IEnumerable<Entity> Of(IReadOnlyList<string> types) =>
        Entities.Where(entity => types.Contains(entity.Type.Name, StringComparer.Ordinal));
}

/// <summary>A sentence made ready: its names, its times, and the small words around them.</summary>
internal sealed partial class RelationSentence
{
    /// <summary>What hides no event's own words.</summary>
    private static readonly string[] Hiding = ["Place", "Person", "Official", "Company", "Organization", "Product"];

    private readonly LocalDate _print;
    private readonly string _text;

    public RelationSentence(string text, RelationUnit unit, IReadOnlyList<NamedThing> names, LocalDate print)
    {
        (_text, _print, Unit) = (text, print, unit);
        Quote = text[unit.Span.Start..unit.Span.End];
        Plain = ActScanner.Plain(Quote);
        Names =
        [
            .. names
                .Where(name => unit.Span.Start <= name.Span.Start && name.Span.End <= unit.Span.End)
                .Select(name => new SentenceName(new(name.Span.Start - unit.Span.Start, name.Span.End - unit.Span.Start), name.Entities)),
        ];
        Times = TimesOf();
    }

    public RelationUnit Unit { get; }
    public string Quote { get; }
    public string Plain { get; }
    public IReadOnlyList<SentenceName> Names { get; }
    public IReadOnlyList<TimeToken> Times { get; }
    public bool IsEnglish => Unit.IsEnglish;

    /// <summary>It says what somebody is.</summary>
    public bool HasCopula =>
        IsEnglish
            ? Plain.Contains(" is ", StringComparison.Ordinal) || Plain.Contains("serves as", StringComparison.Ordinal)
            : Plain.AsSpan().ContainsAny(Copulas);

    private static readonly System.Buffers.SearchValues<string> Copulas = System.Buffers.SearchValues.Create(
        ["是", "现任", "担任", "出任", "就任", "兼任"],
        StringComparison.Ordinal
    );

    /// <summary>Whether it is inside of a name, or of a time.</summary>
    public bool IsTaken(int start, int end) => Names.Any(name => name.Span.Start <= start && end <= name.Span.End);

    public string Before(Span span) => Plain[..span.Start];

    /// <summary>The sentence with the names of firms, people and places, and those spans, blanked.</summary>
    public string WithoutNames(IEnumerable<Span> more)
    {
        var letters = Quote.ToCharArray();
        foreach (var span in Names.Where(name => name.IsOf(Hiding)).Select(name => name.Span).Concat(more))
            Array.Fill(letters, '|', span.Start, span.End - span.Start);
        return new(letters);
    }

    public ClaimSlot Slot(string name, Span? span, Entity? entity) =>
        span is null
            ? new(name, null, null, entity)
            : new(name, Quote[span.Start..span.End], new(Unit.Span.Start + span.Start, Unit.Span.Start + span.End), entity);

    private List<TimeToken> TimesOf()
    {
        List<TimeToken> times = [];
        if (IsEnglish)
        {
            var words = EnglishNumbers.Words(Glyphs.Plain(Quote));
            for (var at = 0; at < words.Count; at++)
            {
                if (words[at].Text is "yesterday" or "today" or "tonight")
                {
                    var day = words[at].Text == "yesterday" ? _print.PlusDays(-1) : _print;
                    times.Add(new(words[at].Start, words[at].End, TimeRole.Period) { First = day, Last = day });
                }
                else if (EnglishTimes.TryRead(words, at, _print, out var time, out var next) && next > at)
                {
                    times.Add(at > 0 ? WithDay(time, words[at - 1]) : time);
                    at = next - 1;
                }
            }
            return EnglishRange(times);
        }
        var scanner = new TimeScanner(Plain, _print);
        for (var at = 0; at < Plain.Length; at++)
        {
            if (!IsTaken(at, at + 1) && scanner.TryRead(at, out var time) && time.End > at)
            {
                times.Add(Extended(time));
                at = times[^1].End - 1;
            }
        }
        return times;
    }

    /// <summary>16 May, 16th May 2023.</summary>
    private static TimeToken WithDay(TimeToken month, EnglishWord before) =>
        month is { Precision: PeriodPrecision.Month, First: { } first, Last: { } last }
        && first.Month == last.Month
        && int.TryParse(before.Text.TrimEnd('s', 't', 'n', 'd', 'r', 'h'), CultureInfo.InvariantCulture, out var day)
        && day >= 1
        && day <= last.Day
            ? month with
            {
                Start = before.Start,
                First = first.PlusDays(day - 1),
                Last = first.PlusDays(day - 1),
                Precision = PeriodPrecision.Day,
            }
            : month;

    /// <summary>5月18日开到20日.</summary>
    private TimeToken Extended(TimeToken time)
    {
        var at = time.End;
        while (at < Plain.Length && at < time.End + 6 && !char.IsAsciiDigit(Plain[at]))
            at++;
        var between = Plain[time.End..Math.Min(at, Plain.Length)];
        var end = at;
        while (end < Plain.Length && char.IsAsciiDigit(Plain[end]))
            end++;
        if (
            time.First is not { } first
            || time.First != time.Last
            || end == at
            || end >= Plain.Length
            || Plain[end] != '日'
            || !(between.EndsWith('到') || between.EndsWith('至'))
            || !int.TryParse(Plain[at..end], CultureInfo.InvariantCulture, out var day)
            || day < first.Day
            || day > CalendarSystem.Iso.GetDaysInMonth(first.Year, first.Month)
        )
            return time;
        return time with { End = end + 1, Last = new LocalDate(first.Year, first.Month, day), Precision = PeriodPrecision.Range };
    }

    /// <summary>from 18 May to 20 May, from 18 to 20 May.</summary>
    private List<TimeToken> EnglishRange(List<TimeToken> times)
    {
        if (
            times is [{ First: { } first } one, { Last: { } last } two, ..]
            && first < last
            && Plain[one.End..two.Start].Trim() is "to" or "until"
        )
            return [one with { End = two.End, Last = last, Precision = PeriodPrecision.Range }];
        if (times is not [{ First: { } day } only] || only.First != only.Last)
            return times;
        var match = DayBefore().Match(Plain[..only.Start]);
        return match.Success && int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) is > 0 and var start && start < day.Day
            ? [only with { Start = match.Index, First = new LocalDate(day.Year, day.Month, start), Precision = PeriodPrecision.Range }]
            : times;
    }

    [GeneratedRegex(@"(\d{1,2})\s*(?:to|until|-|through)\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex DayBefore();
}
