using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.Mcp;

/// <summary>A call that is not answered: what an assistant reads and can mend.</summary>
internal sealed class McpRefusal(IReadOnlyList<(string Code, string Message)> problems, IReadOnlyList<Candidate>? candidates = null)
    : Exception(problems[0].Message)
{
    public McpRefusal(string code, string message, IReadOnlyList<Candidate>? candidates = null)
        : this([(code, message)], candidates) { }

    public IReadOnlyList<(string Code, string Message)> Problems => problems;

    public IReadOnlyList<Candidate> Candidates => candidates ?? [];

    /// <summary>The first code; it stands in the log.</summary>
    public string Code => problems[0].Code;

    /// <summary><c>CODE: message</c>, a line for each problem, then the numbered candidates with their ids.</summary>
    public string Told =>
        string.Join(
            '\n',
            [
                .. problems.Select(problem => $"{problem.Code}: {problem.Message}"),
                .. Candidates.Select((c, i) => FormattableString.Invariant($"{i + 1}. {c.Name} ({c.Type}) [{c.Id}]")),
            ]
        );
}

/// <summary>The codes of tools, and what those of GraphQL are called here.</summary>
internal static partial class McpErrors
{
    public const string UnknownName = GraphErrors.UnknownName,
        AmbiguousName = GraphErrors.AmbiguousName,
        UnknownArgument = "UNKNOWN_ARGUMENT",
        BadArgument = "BAD_ARGUMENT",
        MissingArgument = "MISSING_ARGUMENT",
        LimitExceeded = "LIMIT_EXCEEDED",
        TextTooLong = "TEXT_TOO_LONG",
        BadCursor = "BAD_CURSOR",
        Deadline = "DEADLINE",
        StoreUnavailable = GraphErrors.StoreUnavailable,
        InternalError = GraphErrors.InternalError;

    /// <summary>What the errors of an answer are to a tool.</summary>
    /// <param name="renamed">What a tool calls the arguments of its document, where it calls them otherwise.</param>
    /// <param name="naming">The arguments that take names.</param>
    public static McpRefusal Of(JsonArray errors, IReadOnlyDictionary<string, string> renamed, IReadOnlyList<string> naming)
    {
        var problems = errors.Select(error => Of(error!, renamed, naming)).Distinct().ToList();
        List<Candidate> candidates =
        [
            .. errors
                .SelectMany(error => (error!["extensions"]?["nearest"] ?? error["extensions"]?["candidates"])?.AsArray() ?? [])
                .Select(c => new Candidate(c!["id"]!.GetValue<string>(), c["type"]!.GetValue<string>(), c["name"]!.GetValue<string>()))
                .Distinct(),
        ];
        return new McpRefusal(problems, candidates);
    }

    private static (string Code, string Message) Of(
        JsonNode error,
        IReadOnlyDictionary<string, string> renamed,
        IReadOnlyList<string> naming
    )
    {
        var code = error["extensions"]?["code"]?.GetValue<string>() ?? InternalError;
        var message = Argument()
            .Replace(error["message"]!.GetValue<string>(), match =>
            {
                var name = match.Groups["name"].Value;
                return $"'{renamed.GetValueOrDefault(name, name)}' {match.Groups["verb"].Value}";
            });
        var names = $"Names are taken by {string.Join(", ", naming)}.";
        return code switch
        {
            UnknownName or AmbiguousName => (code, $"{message} {names}"),
            GraphErrors.InvalidArgument or GraphErrors.InvalidId => (BadArgument, message),
            // Whichever list it is, its page starts here at 'cursor'.
            GraphErrors.CursorMismatch => (
                BadCursor,
                message.Replace("'after'", "'cursor'", StringComparison.Ordinal)
                    + " Take 'nextCursor' of the same call, unchanged, or leave it out."
            ),
            "DEADLINE_EXCEEDED" => (Deadline, $"{message} Ask for less, or try again."),
            "REQUESTS_WAITING_EXCEEDED" or "CLIENT_TOKENS_EXCEEDED" => (LimitExceeded, $"{message} Try again later."),
            _ when code.EndsWith(GraphErrors.Exceeded, StringComparison.Ordinal) => (
                LimitExceeded,
                $"{message} Asked again it is the same; ask for less."
            ),
            // What may be mended by the operator alone says so itself.
            _ => (code, message),
        };
    }

    // "observations: 'filter.about' has '株州'", "'name' is '株州'": the field and the way to the argument are GraphQL's.
    [GeneratedRegex(@"^(?:\w+: )?'(?:\w+\.)*(?<name>\w+)' (?<verb>is|has)\b")]
    private static partial Regex Argument();
}
