namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>What of the change log one event of a subscription tells.</summary>
/// <param name="from">After which place it starts; null for where the subscription says.</param>
internal sealed class LogReading(SortKey? from)
{
    public SortKey? From => from;

    /// <summary>Where the next event starts; null as long as the log was not read.</summary>
    public SortKey? Next { get; private set; }

    /// <summary>Whether there is nothing to tell.</summary>
    public bool IsEmpty { get; private set; }

    /// <summary>Whether the next event is there already.</summary>
    public bool HasMore { get; private set; }

    /// <summary>The variable that says where the subscription starts; null where it is written out, or left out.</summary>
    public string? StartVariable { get; private set; }

    public void Read(Page<Change> page, SortKey next, string? startVariable) =>
        (Next, IsEmpty, HasMore, StartVariable) = (next, page.Items.Count == 0, page.HasMore, startVariable);
}
