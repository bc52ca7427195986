using ZhuzhouGraph.Server.Questions;

namespace ZhuzhouGraph.Server.Pages.Asks;

/// <summary>What was wrong with a question, with the line of it.</summary>
/// <param name="Excerpt">The line with a mark under the place; null where the place is not known.</param>
public sealed record AskFault(string Code, string Message, int? Line, string? Excerpt);

/// <summary>What the page for questions is given.</summary>
/// <param name="Query">What stands in the editor.</param>
/// <param name="Variables">What stands in the box of variables.</param>
public sealed record AskModel(string Query, string Variables)
{
    /// <summary>The stored question that is shown; null for one of the reader's own.</summary>
    public StoredQuestion? Stored { get; init; }

    public IReadOnlyList<AskFault> Faults { get; init; } = [];

    /// <summary>The answer as JSON; null where nothing was asked.</summary>
    public string? Answer { get; init; }

    /// <summary>Whether the answer goes on beyond what is shown.</summary>
    public bool IsCut { get; init; }

    /// <summary>Where the same answer is had by programs; null where the question is too long for an address.</summary>
    public string? Address { get; init; }

    public static string Name(Audience audience, Visit visit) =>
        audience switch
        {
            Audience.Analyst => visit.Say("政策分析：谁与谁有何关联", "For a policy analyst: who is connected with whom"),
            Audience.Dashboard => visit.Say("数据看板：指标与数值", "For a dashboard: indicators and their figures"),
            _ => visit.Say("记者核实：是否属实，出自谁口", "For a journalist: is it so, and who says it"),
        };
}
