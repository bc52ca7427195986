using System.Security.Cryptography;
using GraphQL;

namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// The codes that errors carry in <c>extensions.code</c>, besides the library's own for documents that are not valid. A code never changes
/// its meaning.
/// </summary>
public static class GraphErrors
{
    /// <summary>An argument that is not among the allowed ones. The message says what is.</summary>
    public const string InvalidArgument = "INVALID_ARGUMENT";

    /// <summary>A malformed id, or an id of something else than was asked for.</summary>
    public const string InvalidId = ProblemCodes.InvalidId;

    /// <summary>A name that several entities have; <c>extensions.candidates</c> lists them with id, type and name.</summary>
    public const string AmbiguousName = ProblemCodes.AmbiguousName;

    /// <summary>A name, or an id, that nothing has; <c>extensions.nearest</c> lists what is near, with id, type and name.</summary>
    public const string UnknownName = ProblemCodes.UnknownName;

    /// <summary>A cursor of another list, of another parent, or an altered one.</summary>
    public const string CursorMismatch = "CURSOR_MISMATCH";

    /// <summary>The store cannot be read now.</summary>
    public const string StoreUnavailable = "STORE_UNAVAILABLE";

    /// <summary>Nothing has been imported into the store yet.</summary>
    public const string StoreEmpty = "STORE_EMPTY";

    /// <summary>A defect of ours. The log has it under the id of the message.</summary>
    public const string InternalError = "INTERNAL_ERROR";

    /// <summary>A document that cannot be read.</summary>
    public const string SyntaxError = "SYNTAX_ERROR";

    /// <summary>A fragment that spreads itself; the library's code for it.</summary>
    public const string FragmentCycle = "NO_FRAGMENT_CYCLES";

    /// <summary>A request that is not what GraphQL over HTTP asks for.</summary>
    public const string BadRequest = "BAD_REQUEST";

    /// <summary>Ends the codes of the limits on a request; the rest is the limit's name.</summary>
    public const string Exceeded = "_EXCEEDED";

    private static readonly HashSet<string> Ours =
    [
        InvalidArgument,
        InvalidId,
        AmbiguousName,
        UnknownName,
        CursorMismatch,
        StoreUnavailable,
        StoreEmpty,
        InternalError,
        BadRequest,
    ];

    /// <summary>Whether messages of that code are written here, not by the library.</summary>
    public static bool IsOurs(string? code) =>
        code is not null && (Ours.Contains(code) || code.EndsWith(Exceeded, StringComparison.Ordinal));

    /// <summary>What is told of a store that cannot be read.</summary>
    public static string Unreadable(GraphStoreException cause) =>
        cause.IsTransient ? "The store cannot be read now. Try again." : "The store cannot be read. Its operator has to act.";

    /// <summary>Under what a defect stands in the log.</summary>
    public static string NewDefectId() => RandomNumberGenerator.GetHexString(12, lowercase: true);

    /// <summary>What is told of a defect.</summary>
    public static string Defect(string id) => $"Something is wrong on our side. The log has it as {id}.";

    /// <summary>The error for a problem with the arguments of a field that is being answered.</summary>
    public static ExecutionError Of(Problem problem) => new(problem.Message) { Code = problem.Code, Extensions = ExtensionsOf(problem) };

    /// <summary>Who was meant, perhaps: <c>candidates</c> of an ambiguous name, <c>nearest</c> of an unknown one.</summary>
    public static Dictionary<string, object?>? ExtensionsOf(Problem problem) =>
        problem.Candidates.Count == 0
            ? null
            : new()
            {
                [problem.Code == UnknownName ? "nearest" : "candidates"] = problem
                    .Candidates.Select(c => new Dictionary<string, object?>
                    {
                        ["id"] = c.Id,
                        ["type"] = c.Type,
                        ["name"] = c.Name,
                        ["primaryName"] = c.Primary,
                    })
                    .ToList(),
            };

    public static ExecutionError Of(string code, string message, params IEnumerable<(string Key, object? Value)> details)
    {
        var error = new ExecutionError(message) { Code = code };
        foreach (var (key, value) in details)
            (error.Extensions ??= [])[key] = value;
        return error;
    }
}
