using System.CommandLine;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Cli;

/// <summary>
/// An option of <c>export</c> that narrows figures, or the points of a series: a parameter of the REST API under the name that a command
/// line has for it.
/// </summary>
/// <param name="OfList">The parameter of <c>/observations</c>; null where only a series has it.</param>
/// <param name="OfSeries">The parameter of <c>/series/{id}</c>; null where only figures have it.</param>
internal sealed record FigureOption(Option Option, string? OfList, string? OfSeries)
{
    /// <summary>What is called otherwise than its parameter.</summary>
    private static readonly Dictionary<string, string> Names = new(StringComparer.Ordinal)
    {
        ["indicators"] = "--indicator",
        ["periodOverlaps.from"] = "--from",
        ["periodOverlaps.to"] = "--to",
        // --series is one line, whose points are told; this narrows figures.
        ["series"] = "--on-series",
    };

    /// <summary>The ends of days and values, and the parts of a place in print, which options name one by one.</summary>
    private static readonly Dictionary<string, IReadOnlyList<string>> Members = new(StringComparer.Ordinal)
    {
        ["DateRange"] = ["from", "to"],
        ["ValueFilter"] = ["atLeast", "moreThan", "atMost", "lessThan", "certainty", "unit"],
        ["PrintedInFilter"] = ["parts", "only"],
    };

    /// <summary>The parameters of a series that a list of figures does not have by the same name.</summary>
    private static readonly Dictionary<string, string> OnSeries = new(StringComparer.Ordinal)
    {
        ["periodOverlaps.from"] = "from",
        ["periodOverlaps.to"] = "to",
        ["articles"] = "articles",
        ["publishedBy"] = "publishedBy",
        ["recordedAsOf"] = "recordedAsOf",
        ["rule"] = "rule",
        ["after"] = "after",
    };

    /// <summary>The series whose points are told in place of figures.</summary>
    public static readonly Option<string?> Series = new("--series")
    {
        Description = "The points of this series in place of figures: an id, as /series and the column series tell it.",
        HelpName = "ID",
    };

    public static readonly FigureOption Transform = OfPoints("--transform", "transform", "What is worked out of each point.", "WORD");

    /// <summary>Every option; those of filters are all that figures have.</summary>
    public static readonly IReadOnlyList<FigureOption> All =
    [
        .. ObservationFilters.All.SelectMany(OfFilter),
        Of("order", "WORD", "The order of figures; PRINT where it is left out."),
        Of(
            "latestPer",
            "WORDS",
            "Of the figures that fit and agree in all of these, only the newest, or what --rule says; may be repeated.",
            isList: true
        ),
        Of(
            "acrossMeasures",
            null,
            "Of --latest-per: let a growth stand in for a level, a part for the whole, a sum for a single value, as the newest of all."
        ),
        Of("rule", "WORD", "Which of several figures is chosen for --latest-per, or for a point of --series; NEWEST where it is left out."),
        Of("after", "ID", "Only what comes after this figure: the last that an earlier file has."),
        OfPoints("--last-n", "lastN", "Its last so many points.", "N"),
        OfPoints("--unit", "unit", "The unit of its values, by code or word.", "UNIT"),
        Transform,
        OfPoints("--of-series", "of", "Of --transform SHARE the id of the series of the whole, of LEVEL_AFTER that of the levels.", "ID"),
        new(
            new Option<bool>("--across-price-bases")
            {
                Description = "Of --transform: give values where one figure is at constant prices and the other is not; they are marked.",
            },
            null,
            "acrossPriceBases"
        ),
    ];

    public bool IsGiven(ParseResult parsed) => parsed.GetResult(Option) is { Implicit: false };

    /// <summary>What it was given, as an address would have it.</summary>
    public string[] Texts(ParseResult parsed) =>
        Option switch
        {
            Option<bool> flag => [parsed.GetValue(flag) ? "true" : "false"],
            Option<string[]> several => parsed.GetValue(several) ?? [],
            _ => [parsed.GetValue((Option<string?>)Option)!],
        };

    private static IEnumerable<FigureOption> OfFilter(FilterField<ObservationQuery> field)
    {
        var type = field.Type.Trim('[', ']', '!');
        if (field.IsFormerOf is not null)
            return [];
        if (!Members.TryGetValue(type, out var members))
            return [Of(field.Name, type == "Boolean" ? null : HelpOf(type), field.English, field.Type.StartsWith('['))];
        var span =
            type == "DateRange"
                ? [Of(field.Name, "SPAN", $"{field.English} A span: 2023, 2023-Q2, 2023-01/2023-09.")]
                : Array.Empty<FigureOption>();
        var parts = members.Select(member =>
            Of(
                $"{field.Name}.{member}",
                member switch
                {
                    "only" => null,
                    "certainty" => "WORD",
                    "unit" => "UNIT",
                    _ => HelpOf(type),
                },
                member switch
                {
                    "from" =>
                        "Figures, or points of --series, whose period reaches this day, such as 2023-05-01 or 2023-Q2, or a later one.",
                    "to" => "Figures, or points of --series, whose period reaches this day or an earlier one.",
                    "certainty" => "Of the ends of values: how sure it has to be; CERTAIN where it is left out.",
                    "unit" => "Of the ends of values: their unit, into which figures in others convert.",
                    _ => field.English,
                },
                isList: member == "parts"
            )
        );
        return [.. span, .. parts];
    }

    /// <param name="help">What stands for a value; null for an option without one.</param>
    private static FigureOption Of(string parameter, string? help, string description, bool isList = false)
    {
        var name = Names.GetValueOrDefault(parameter) ?? Kebab(parameter);
        var text = isList && help is not "WORDS" ? $"{description} May be repeated." : description;
        Option option =
            help is null ? new Option<bool>(name) { Description = text }
            : isList
                ? new Option<string[]>(name)
                {
                    Description = text,
                    HelpName = help,
                    DefaultValueFactory = _ => [],
                }
            : new Option<string?>(name) { Description = text, HelpName = help };
        return new(option, parameter, OnSeries.GetValueOrDefault(parameter));
    }

    private static FigureOption OfPoints(string name, string parameter, string description, string help) =>
        new(new Option<string?>(name) { Description = $"Of --series. {description}", HelpName = help }, null, parameter);

    private static string HelpOf(string type) =>
        type switch
        {
            "String" => "NAME",
            "ID" => "ID",
            "DateRange" or "Date" => "DAY",
            "DateTime" => "MOMENT",
            "ValueFilter" => "NUMBER",
            _ => "WORD",
        };

    /// <summary><c>value.atLeast</c> as <c>--value-at-least</c>.</summary>
    private static string Kebab(string parameter) =>
        "--"
        + string.Concat(
            parameter.Select(c =>
                c == '.' ? "-"
                : char.IsUpper(c) ? $"-{char.ToLowerInvariant(c)}"
                : $"{c}"
            )
        );
}
