using NodaTime;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>Texts to be checked: the one place in which GraphQL, REST, command line and MCP read what is asked.</summary>
internal sealed record ClaimQuestion(IReadOnlyList<string> Texts, ClaimOptions Options)
{
    /// <summary>
    /// The longest claim, and the longest text of several: what the limit of texts in JSON lets through, however Chinese is escaped.
    /// </summary>
    public const int MaxClaim = 1_000,
        MaxText = 2_500;

    /// <summary>So many characters hold no more than one figure, as prices have it.</summary>
    private const int CharactersOfClaim = 12;

    /// <summary>What it costs to check one claim, in objects of an answer.</summary>
    private const int Work = 20;

    /// <summary>One text.</summary>
    public static ClaimQuestion Read(ArgumentReader arguments, int most) =>
        new([Checked(arguments, arguments.Cursor("text") ?? "", "", most)], OptionsOf(arguments));

    /// <summary>Several texts, each answered by itself.</summary>
    public static ClaimQuestion ReadAll(ArgumentReader arguments) =>
        new(
            [
                .. arguments
                    .List<string>("text")
                    .Select((text, at) => Checked(arguments, text, FormattableString.Invariant($"[{at}]"), MaxText)),
            ],
            OptionsOf(arguments)
        );

    /// <summary>How many claims a text may hold.</summary>
    public static int ClaimsIn(ArgumentReader arguments) => ClaimsIn((arguments.Cursor("text") ?? "").Length);

    /// <summary>What it costs to check a text, in objects of an answer.</summary>
    public static int WorkOf(string text) => Work * ClaimsIn(text.Length);

    /// <summary>How many claims a text of so many characters may hold.</summary>
    public static int ClaimsIn(int characters) => Math.Min(ClaimChecker.MostClaims, 1 + (characters / CharactersOfClaim));

    /// <summary>Checks every text on one version of the graph, each by itself.</summary>
    public async Task<IReadOnlyList<ClaimReport>> AnswerAsync(
        ClaimChecker checker,
        IGraphSnapshot snapshot,
        CancellationToken cancellationToken
    )
    {
        List<ClaimReport> reports = [];
        foreach (var text in Texts)
            reports.Add(await checker.CheckAsync(snapshot, text, Options, cancellationToken));
        return reports;
    }

    private static ClaimOptions OptionsOf(ArgumentReader arguments) =>
        new()
        {
            ClaimDate = arguments.Value<LocalDate>("claimDate"),
            AsOf = arguments.Value<LocalDate>("asOf"),
            About = arguments.IdOrName("about", NodeTypes.Entities),
            Article = arguments.IdOrName("article", NodeTypes.Articles),
        };

    private static string Checked(ArgumentReader arguments, string text, string place, int most)
    {
        var problem =
            text.Length > most ? $"has a text of {text.Length} characters; at most {most} are allowed."
            : string.IsNullOrWhiteSpace(text) ? "has no words; allowed is a sentence with a figure, such as 全市有58家企业."
            : null;
        if (problem is not null)
            arguments.Report("text" + place, GraphErrors.InvalidArgument, problem);
        return text;
    }
}
