using System.CommandLine;
using System.Globalization;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>The options of <c>export</c> that ask for the points of one line, as <c>/series/{id}</c> of the REST API has them.</summary>
/// <param name="problems">Where what is wrong with them is noted.</param>
internal sealed class SeriesOptions(ParseResult parsed, ICollection<string> problems)
{
    public static readonly Option<string?> Series = new("--series")
    {
        Description = "The points of this series in place of figures: an id, as /series and the column series tell it.",
        HelpName = "ID",
    };

    public static readonly Option<string?> LastN = new("--last-n")
    {
        Description = "Of a series: its last so many points.",
        HelpName = "N",
    };

    public static readonly Option<string?> Rule = Word<ChoiceRule>(
        "--rule",
        "Of a series: which of several figures stands for a period; NEWEST where it is left out."
    );

    public static readonly Option<string?> InUnit = new("--unit")
    {
        Description = "Of a series: the unit of its values, by code or word.",
        HelpName = "UNIT",
    };

    public static readonly Option<string?> Transform = Word<SeriesTransform>(
        "--transform",
        "Of a series: what is worked out of each point."
    );

    public static readonly Option<string?> Whole = new("--of-series")
    {
        Description = "Of --transform SHARE the id of the series of the whole, of LEVEL_AFTER that of the levels.",
        HelpName = "ID",
    };

    public static readonly Option<bool> Across = new("--across-price-bases")
    {
        Description = "Of --transform: give values where one figure is at constant prices and the other is not; they are marked.",
    };

    /// <summary>Those that mean nothing without <see cref="Series"/>.</summary>
    public static readonly IReadOnlyList<Option> OfSeries = [LastN, Rule, InUnit, Transform, Whole, Across];

    /// <summary>The points that are asked for; null where no series is, or something is wrong.</summary>
    public async Task<LineRequest?> ReadAsync(IGraphStore store, DateRange? days, CancellationToken cancellationToken)
    {
        if (parsed.GetValue(Series) is not { } text)
        {
            foreach (var option in OfSeries.Where(option => parsed.GetResult(option) is { Implicit: false }))
                problems.Add($"{option.Name} is given without --series, whose points it is of.");
            return null;
        }
        var line = await LineAsync(store, Series, text, cancellationToken);
        var unit = UnitOf(line);
        var transform = parsed.GetValue(Transform) is { } word ? Spelling.Parse<SeriesTransform>(word) : null;
        var whole = parsed.GetValue(Whole) is { } id ? await LineAsync(store, Whole, id, cancellationToken) : null;
        if ((transform is { } asked && Derived.OfTwoLines.Contains(asked)) != parsed.GetValue(Whole) is not null)
            problems.Add($"{Whole.Name} belongs to --transform SHARE and LEVEL_AFTER, which need it: the id of another series.");
        var points = new SeriesPoints
        {
            Days = days,
            LastN = LastOf(),
            Rule = parsed.GetValue(Rule) is { } rule ? Spelling.Parse<ChoiceRule>(rule) ?? default : default,
        };
        return line is null
            ? null
            : new(LineId.Of(line.Some), points)
            {
                Unit = unit,
                Transform = transform is { } kind
                    ? new(kind, points with { Days = null, LastN = null }, whole is null ? null : LineId.Of(whole.Some))
                    {
                        AcrossPriceBases = parsed.GetValue(Across),
                    }
                    : null,
            };
    }

    private int? LastOf()
    {
        if (parsed.GetValue(LastN) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var last) && last is >= 1 and <= PageRequest.Max)
            return last;
        problems.Add($"{LastN.Name} is '{text}'; allowed are 1 to {PageRequest.Max}.");
        return null;
    }

    private Unit? UnitOf(Line? line)
    {
        if (parsed.GetValue(InUnit) is not { } word)
            return null;
        if (Units.Find(word) is { } unit && line?.Units.Any(own => own.ConvertsTo(unit)) is not false)
            return unit;
        var own = line is null ? "" : $"; allowed is what {string.Join(", ", line.Units.Select(u => u.Code))} converts into";
        problems.Add($"{InUnit.Name} is '{word}', which does not fit{own}.");
        return null;
    }

    private async Task<Line?> LineAsync(IGraphStore store, Option option, string text, CancellationToken cancellationToken)
    {
        if (
            LineId.Parse(text) is { } id
            && await store.ReadAsync(
                snapshot => snapshot.ListAsync(new LineQuery(new() { Lines = [id] }), new PageRequest(1), cancellationToken),
                cancellationToken
            )
                is { Items: [var line] }
        )
            return line;
        problems.Add($"{option.Name} is '{ArgumentReader.Shorten(text)}', which is no id of a series; allowed: {LineId.Form}.");
        return null;
    }

    private static Option<string?> Word<TEnum>(string name, string description)
        where TEnum : struct, Enum
    {
        string[] words = [.. Enum.GetValues<TEnum>().Select(value => Spelling.UpperSnake(value.ToString()))];
        var option = new Option<string?>(name) { Description = description, HelpName = string.Join('|', words) };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
