using ZhuzhouGraph.Queries;
using ZhuzhouGraph.Server.Asking;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// How many statements the root fields cost that are neither a list nor a node: at most so many, whatever the graph holds, and for
/// each count of a list, and the nearest names of a search, so many again. The version, and what is selected below them, come on top.
/// </summary>
internal static class StatementBounds
{
    public static IReadOnlyDictionary<string, int> AtMost { get; } =
        new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["search"] = 1,
            ["paths"] = NamedNodes.MostStatements + PathLimits.Default.Budget.Statements,
            ["neighbourhood"] = NamedNodes.MostStatements + Neighbourhood.MostStatements,
            ["coAttendance"] = NamedNodes.MostStatements + ReadBudget.Default.Statements,
            ["timeline"] = NamedNodes.MostStatements + Timeline.MaxStatements,
            ["summary"] = 1,
        };
}
