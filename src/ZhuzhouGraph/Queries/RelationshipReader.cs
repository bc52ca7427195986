namespace ZhuzhouGraph.Queries;

/// <summary>How much one question may read, whatever the graph holds.</summary>
/// <param name="Relationships">Once so many have been read, no further statement is sent; the last one may go over it.</param>
/// <param name="Statements">How many statements may be sent.</param>
public sealed record ReadBudget(int Relationships, int Statements)
{
    /// <summary>20,000 relationships, 100 statements.</summary>
    public static ReadBudget Default { get; } = new(20_000, 100);
}

/// <summary>The relationships of one parent as far as they were read, in the order of the port.</summary>
internal sealed record RelationshipRead(IReadOnlyList<(SortKey Key, Relationship Relationship)> Items, bool HasMore);

/// <summary>
/// Reads relationships of many parents at once and counts what that takes. What it reads depends on the order of the parents and on nothing
/// else.
/// </summary>
internal sealed class RelationshipReader(IGraphSnapshot snapshot, ReadBudget budget)
{
    /// <summary>How many parents one statement has at most, so that the last statement cannot go far over the budget.</summary>
    private const int ParentsAtOnce = 100;

    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private int _read,
        _statements;

    /// <summary>How many different relationships have been read.</summary>
    public int LookedAt => _seen.Count;

    /// <summary>True once something was left unread because the budget was used up.</summary>
    public bool IsOverBudget { get; private set; }

    /// <summary>Reads a page of each parent together, then the further pages of each that has more, one by one.</summary>
    /// <param name="page">The size of the first page.</param>
    /// <param name="most">How many relationships are wanted of a parent that has more than the first page.</param>
    /// <returns>A parent that was not read has no key.</returns>
    public async Task<IReadOnlyDictionary<string, RelationshipRead>> ReadAsync(
        IReadOnlyCollection<string> parents,
        RelationshipQuery query,
        int page,
        Func<string, int> most,
        CancellationToken cancellationToken
    )
    {
        var reads = new Dictionary<string, RelationshipRead>(StringComparer.Ordinal);
        foreach (var some in parents.Chunk(ParentsAtOnce))
        {
            if (!MayAsk())
                return reads;
            var pages = await snapshot.ListOfAsync(some, query, new PageRequest(page), cancellationToken);
            foreach (var parent in some)
                reads[parent] = Note([], pages[parent]);
        }
        foreach (var parent in parents)
        {
            while (reads[parent] is { HasMore: true } read && read.Items.Count < most(parent))
            {
                if (!MayAsk())
                    return reads;
                var next = new PageRequest(Math.Min(PageRequest.Max, most(parent) - read.Items.Count), read.Items[^1].Key);
                reads[parent] = Note(read.Items, (await snapshot.ListOfAsync([parent], query, next, cancellationToken))[parent]);
            }
        }
        return reads;
    }

    private bool MayAsk()
    {
        if (_read >= budget.Relationships || _statements >= budget.Statements)
        {
            IsOverBudget = true;
            return false;
        }
        _statements++;
        return true;
    }

    private RelationshipRead Note(IReadOnlyList<(SortKey Key, Relationship Relationship)> before, Page<Relationship> page)
    {
        _read += page.Items.Count;
        _seen.UnionWith(page.Items.Select(r => r.Id));
        return new RelationshipRead([.. before, .. page.Keys.Zip(page.Items)], page.HasMore);
    }
}
