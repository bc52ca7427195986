namespace ZhuzhouGraph.Server.Asking;

/// <summary>
/// What a filter costs each time that a list is read or counted by it, in objects of an answer: work that the answer does not show.
/// </summary>
internal static class FilterWork
{
    /// <summary>
    /// What it costs to count one sort of relationships of every entity, and what it costs to look for parts, or for narrower indicators.
    /// </summary>
    public const int Unit = 50;

    public static int Of(ArgumentReader arguments)
    {
        var filter = arguments.Input("filter");
        return Unit * (Steps(filter) + filter.Sorts("relationships").Sum(sort => 1 + Steps(sort)));
    }

    private static int Steps(ArgumentReader filter) => Step(filter, "withParts") + Step(filter, "withNarrower");

    private static int Step(ArgumentReader filter, string name) => filter.Value<bool>(name) is true ? 1 : 0;
}
