using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Text.Claims;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// How many statements the root fields cost that are neither a list nor a node: at most so many, whatever the graph holds, and for
/// each count of a list, and the nearest names of a search, so many again. The version, what the request names, and what is selected
/// below them, come on top.
/// </summary>
internal static class StatementBounds
{
    public static IReadOnlyDictionary<string, int> AtMost { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["entities"] = 1,
            ["search"] = 1,
            ["paths"] = PathLimits.Default.Budget.Statements,
            ["neighbourhood"] = Neighbourhood.MostStatements,
            ["coAttendance"] = ReadBudget.Default.Statements,
            ["timeline"] = Timeline.MaxStatements,
            // The search for a text, and the lines.
            ["changes"] = 2,
            ["summary"] = 1,
            ["ranking"] = Ranking.MaxStatements,
            ["availability"] = Availability.MaxStatements,
            ["checkClaim"] = ClaimChecker.MaxStatements(ClaimQuestion.ClaimsIn(ClaimQuestion.MaxClaim)),
            ["checkText"] = ClaimChecker.MaxStatements(ClaimQuestion.ClaimsIn(ClaimQuestion.MaxText)),
        };
}
