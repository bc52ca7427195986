using System.CommandLine;
using NodaTime;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>What <c>export</c> was asked for: its options, what is wrong with them, and the request that they make.</summary>
internal sealed class ExportOptions(ParseResult parsed, ExportFormat format)
{
    private static readonly Option<string[]> Indicator = Names(
        "--indicator",
        "Figures of this indicator: an id or a name; may be repeated."
    );
    private static readonly Option<string[]> About = Names("--about", "Figures about this: an id or a name; may be repeated.");

    private static readonly Option<string?> From = new("--from")
    {
        Description = "Figures, or points of --series, whose period reaches this day, such as 2023-05-01, or a later one.",
        HelpName = "DAY",
    };

    private static readonly Option<string?> To = new("--to")
    {
        Description = "Figures, or points of --series, whose period reaches this day or an earlier one.",
        HelpName = "DAY",
    };

    private static readonly Option<string?> Of = new("--of")
    {
        Description = "Of a graph: the network of this entity instead of all. Of json-ld: the figure (obs:…) or the entity that is told.",
        HelpName = "NAME",
    };

    private static readonly Option<int> Hops = new("--hops")
    {
        Description = "How far the network of --of reaches: 1 step, the default, or 2.",
        HelpName = "1|2",
        DefaultValueFactory = _ => 1,
    };

    private static readonly Option<string> Layout = Word(
        "--layout",
        "Of csv: tidy, a figure a row and the default, or wide, a series a column.",
        "tidy",
        "wide"
    );
    private static readonly Option<string> Language = Word("--lang", "The language of labels where a format has one.", "zh", "en");

    private static readonly Option<bool> ByteOrderMark = new("--bom")
    {
        Description = "Begin CSV with a byte order mark, by which Excel knows UTF-8.",
    };
    private static readonly Option<bool> Labels = new("--labels") { Description = "Of sdmx-csv: labels behind the codes (labels=both)." };

    /// <summary>The options that only some formats take.</summary>
    private static readonly IReadOnlyList<(Option Option, Func<ExportFormat, bool> FitsFormat, string Fits)> Fitting =
    [
        (Indicator, IsOfFigures, "formats of figures"),
        (About, IsOfFigures, "formats of figures"),
        (From, IsOfFigures, "formats of figures"),
        (To, IsOfFigures, "formats of figures"),
        (SeriesOptions.Series, IsOfFigures, "formats of figures"),
        .. SeriesOptions
            .OfSeries.Where(option => option != SeriesOptions.Transform)
            .Select(option => (option, (Func<ExportFormat, bool>)IsOfFigures, "formats of figures")),
        Chosen(SeriesOptions.Transform, ExportChoices.Transform),
        (Of, f => f.Takes is not ExportSubject.Observations, "formats of a graph, and json-ld"),
        Chosen(Hops, ExportChoices.Hops),
        Chosen(Layout, ExportChoices.Layout),
        Chosen(ByteOrderMark, ExportChoices.ByteOrderMark),
        Chosen(Labels, ExportChoices.Labels),
        Chosen(Language, ExportChoices.Language),
    ];

    private readonly List<string> _problems = [];

    public IReadOnlyList<string> Problems => _problems;

    public static void AddTo(Command command)
    {
        foreach (var (option, _, _) in Fitting)
            command.Options.Add(option);
    }

    /// <summary>The request; its problems are noted, those of names as the store knows them included.</summary>
    public async Task<ExportRequest> ReadAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        foreach (var (option, fitsFormat, fits) in Fitting)
        {
            if (parsed.GetResult(option) is { Implicit: false } && !fitsFormat(format))
                _problems.Add($"{option.Name} is given with {format.Name}, which does not take it; allowed with {fits}.");
        }
        var hops = parsed.GetValue(Hops);
        if (hops is not (1 or 2))
            _problems.Add($"--hops is {hops}; allowed are 1 and 2.");
        if (parsed.GetResult(Hops) is { Implicit: false } && format.Takes is ExportSubject.Graph && parsed.GetValue(Of) is null)
            _problems.Add("--hops is given without --of, whose network it would measure; the whole graph has no steps.");
        if (format.Takes is ExportSubject.Item && parsed.GetValue(Of) is null)
            _problems.Add($"--of is missing with {format.Name}; allowed is the id of a figure (obs:…), or an entity's id or name.");
        var (from, to) = (DayOf(From), DayOf(To));
        if (from > to)
            _problems.Add(
                $"--from is {PeriodText.Day(from.Value)}, which is after --to {PeriodText.Day(to.Value)}; nothing lies between them."
            );
        var named = new NamedNodes();
        Read(named);
        if (named.Noted > 0)
            await store.ReadAsync(
                async snapshot =>
                {
                    await named.FindAsync(snapshot, cancellationToken);
                    return 0;
                },
                cancellationToken
            );
        var (indicators, about, of) = named.Noted > 0 ? Read(named) : ([], [], null);
        var node = of is null
            ? null
            : (await store.ReadAsync(s => s.GetAsync([of], cancellationToken), cancellationToken)).GetValueOrDefault(of);
        DateRange? days = from is null && to is null ? null : new(from, to);
        var line = await new SeriesOptions(parsed, _problems).ReadAsync(store, days, cancellationToken);
        if (parsed.GetValue(SeriesOptions.Series) is not null)
        {
            foreach (var option in new[] { Indicator, About }.Where(option => parsed.GetResult(option) is { Implicit: false }))
                _problems.Add($"{option.Name} is given with --series, whose figures are of one thing and one indicator already.");
        }
        var request = line is null
            ? new ExportRequest
            {
                Observations = new()
                {
                    Indicators = indicators,
                    About = about,
                    Period = days,
                },
            }
            : ExportRequest.Of(line);
        return request with
        {
            Center = format.Takes is ExportSubject.Graph ? node as Entity : null,
            Item = node,
            Hops = hops,
            Layout = parsed.GetValue(Layout) == "wide" ? CsvLayout.Wide : CsvLayout.Tidy,
            WithByteOrderMark = parsed.GetValue(ByteOrderMark),
            WithLabels = parsed.GetValue(Labels),
            Language = parsed.GetValue(Language)!,
        };
    }

    /// <summary>Notes the names, or once they were looked up, gives the present ids of those that are known.</summary>
    private (IReadOnlyList<string> Indicators, IReadOnlyList<string> About, string? Of) Read(NamedNodes named) =>
        (
            IdsOf(named, Indicator, NodeTypes.Indicators),
            IdsOf(named, About, NodeTypes.Entities),
            parsed.GetValue(Of) is { } of ? OneOf(named, of) : null
        );

    private List<string> IdsOf(NamedNodes named, Option<string[]> option, NodeTypes types) =>
        [.. (parsed.GetValue(option) ?? []).Select(name => IdOf(named, option.Name, name, types)).OfType<string>()];

    private string? IdOf(NamedNodes named, string option, string name, NodeTypes types) =>
        named.Id(name, "is", types, (_, message, _) => _problems.Add($"{option} {message}"));

    /// <summary>A figure is told by its id alone, and only where one thing is told.</summary>
    private string? OneOf(NamedNodes named, string of) =>
        format.Takes is ExportSubject.Item
            ? IdOf(named, Of.Name, of, NodeTypes.Entities.Or(new(nameof(Observation))))
            : IdOf(named, Of.Name, of, NodeTypes.Entities);

    private LocalDate? DayOf(Option<string?> option)
    {
        if (parsed.GetValue(option) is not { } text)
            return null;
        var day = NodaTime.Text.LocalDatePattern.Iso.Parse(text);
        if (day.Success && Period.HasYear(day.Value.Year))
            return day.Value;
        _problems.Add(
            $"{option.Name} is '{text}'; allowed is a day such as 2023-05-19, of the years {Period.MinYear} to {Period.MaxYear}."
        );
        return null;
    }

    private static bool IsOfFigures(ExportFormat format) => format.Takes is ExportSubject.Observations;

    private static (Option, Func<ExportFormat, bool>, string) Chosen(Option option, ExportChoices choice) =>
        (option, f => f.Choices.HasFlag(choice), ExportFormats.Taking(choice));

    private static Option<string[]> Names(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "NAME",
            DefaultValueFactory = _ => [],
        };

    private static Option<string> Word(string name, string description, params string[] words)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
        };
        option.AcceptOnlyFromAmong(words);
        return option;
    }
}
