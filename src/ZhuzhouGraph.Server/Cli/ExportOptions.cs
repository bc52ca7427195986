using System.CommandLine;
using ZhuzhouGraph.Exports;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>What <c>export</c> was asked for: its options, what is wrong with them, and the request that they make.</summary>
internal sealed class ExportOptions(ParseResult parsed, ExportFormat format)
{
    private static readonly Option<string?> Of = new("--of")
    {
        Description = "Of a graph: the network of this entity instead of all. Of json-ld: the figure (obs:…) or the entity that is told.",
        HelpName = "NAME",
    };

    /// <summary>The options that take one of a few words, of which the first is the default.</summary>
    private static readonly List<(Option<string> Option, string[] Words)> OfWords = [];

    private static readonly Option<string> Hops = Word(
        "--hops",
        "How far the network of --of reaches: 1 step, the default, or 2.",
        "1",
        "2"
    );
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
        .. FigureOption
            .All.Where(option => option != FigureOption.Transform)
            .Select(option => option.Option)
            .Append(FigureOption.Series)
            .Select(option => (option, (Func<ExportFormat, bool>)IsOfFigures, "formats of figures")),
        Chosen(FigureOption.Transform.Option, ExportChoices.Transform),
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

    /// <summary>What is wrong with words, whatever the format and the store.</summary>
    public static IEnumerable<string> ProblemsOfWords(ParseResult parsed) =>
        from chosen in OfWords
        let found = parsed.GetValue(chosen.Option)
        where !chosen.Words.Contains(found, StringComparer.Ordinal)
        select $"{chosen.Option.Name} has '{found}'; allowed: {string.Join(", ", chosen.Words)}.";

    /// <summary>The request; its problems are noted, those of names as the store knows them included.</summary>
    public async Task<ExportRequest> ReadAsync(IGraphStore store, CancellationToken cancellationToken)
    {
        foreach (var (option, fitsFormat, fits) in Fitting)
        {
            if (parsed.GetResult(option) is { Implicit: false } && !fitsFormat(format))
                _problems.Add($"{option.Name} is given with {format.Name}, which does not take it; allowed with {fits}.");
        }
        _problems.AddRange(ProblemsOfWords(parsed));
        if (parsed.GetResult(Hops) is { Implicit: false } && format.Takes is ExportSubject.Graph && parsed.GetValue(Of) is null)
            _problems.Add("--hops is given without --of, whose network it would measure; the whole graph has no steps.");
        if (format.Takes is ExportSubject.Item && parsed.GetValue(Of) is null)
            _problems.Add($"--of is missing with {format.Name}; allowed is the id of a figure (obs:…), or an entity's id or name.");
        var node = parsed.GetValue(Of) is { } of ? await NamedAsync(store, of, cancellationToken) : null;
        var request = IsOfFigures(format) ? await new FigureOptions(parsed, _problems).ReadAsync(store, cancellationToken) : new();
        var asked = request with
        {
            Center = format.Takes is ExportSubject.Graph ? node as Entity : null,
            Item = node,
            Hops = parsed.GetValue(Hops) == "2" ? 2 : 1,
            Layout = parsed.GetValue(Layout) == "wide" ? CsvLayout.Wide : CsvLayout.Tidy,
            WithByteOrderMark = parsed.GetValue(ByteOrderMark),
            WithLabels = parsed.GetValue(Labels),
            Language = parsed.GetValue(Language)!,
        };
        if (parsed.GetResult(Language) is { Implicit: false } && format.Unlabelled(asked) is { } needed)
            _problems.Add(
                $"{Language.Name} is given, and {format.Name} as it is asked for has no labels of one language; it has some with "
                    + (needed is ExportChoices.Layout ? $"{Layout.Name} wide." : $"{Labels.Name}.")
            );
        return asked;
    }

    /// <summary>What --of names, by id or exact name; a figure is told by its id alone, and only where one thing is told.</summary>
    private async Task<IGraphNode?> NamedAsync(IGraphStore store, string of, CancellationToken cancellationToken)
    {
        var named = new NamedNodes();
        var types = format.Takes is ExportSubject.Item ? NodeTypes.Entities.Or(new(nameof(Observation))) : NodeTypes.Entities;
        named.Note(of, types);
        await store.ReadAsync(
            async snapshot =>
            {
                await named.FindAsync(snapshot, cancellationToken);
                return 0;
            },
            cancellationToken
        );
        return named.Id(of, "is", types, (_, message, _) => _problems.Add($"{Of.Name} {message}")) is { } id
            ? (await store.ReadAsync(snapshot => snapshot.GetAsync([id], cancellationToken), cancellationToken)).GetValueOrDefault(id)
            : null;
    }

    private static bool IsOfFigures(ExportFormat format) => format.Takes is ExportSubject.Observations;

    private static (Option, Func<ExportFormat, bool>, string) Chosen(Option option, ExportChoices choice) =>
        (option, f => f.Choices.HasFlag(choice), ExportFormats.Taking(choice));

    private static Option<string> Word(string name, string description, params string[] words)
    {
        var option = new Option<string>(name)
        {
            Description = description,
            HelpName = string.Join('|', words),
            DefaultValueFactory = _ => words[0],
        };
        option.CompletionSources.Add(words);
        OfWords.Add((option, words));
        return option;
    }
}
