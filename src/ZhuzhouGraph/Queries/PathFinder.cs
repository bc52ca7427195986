namespace ZhuzhouGraph.Queries;

/// <summary>
/// Finds how two things are connected, from both ends at once. To enter a node is to read its relationships, one statement for all that
/// are as far from an end. What was entered up to <c>a</c> hops from one end and <c>b</c> from the other has shown every relationship of
/// every path of <c>a + b</c> hops. Whatever a path passes through has been entered, so that no hub is passed through unasked.
/// </summary>
/// <remarks>
/// The ends are entered whatever their size, for their first <see cref="PathLimits.HubRelationships"/> relationships. Where one has
/// more, the search goes on from the other end alone and misses nothing; where both have, it goes on with those and says that it is not
/// complete, beyond the relationships between the two, which are always read.
/// </remarks>
public sealed class PathFinder
{
    private readonly PathQuestion _question;
    private readonly PathLimits _limits;
    private readonly RelationshipQuery _query;
    private readonly RelationshipReader _reader;
    private readonly SeenGraph _graph;
    private readonly CancellationToken _cancellation;
    private readonly Side _from,
        _to;
    private readonly HashSet<string> _entered = new(StringComparer.Ordinal);
    private readonly SortedSet<string> _hubs = new(StringComparer.Ordinal);
    private bool _isPartial;
    private int _completeHops;

    private PathFinder(IGraphSnapshot snapshot, PathQuestion question, PathLimits limits, CancellationToken cancellationToken)
    {
        (_question, _limits, _cancellation) = (question, limits, cancellationToken);
        _query = new RelationshipQuery
        {
            Types = question.AvoidTypes.Count == 0 ? [] : [.. RelationshipTypes.All.Except(question.AvoidTypes)],
            PublishedBy = question.PublishedBy,
            WithoutReference = question.WithoutReference,
        };
        _reader = new RelationshipReader(snapshot, limits.Budget);
        _graph = new SeenGraph(question.Avoid.ToHashSet(StringComparer.Ordinal));
        (_from, _to) = (new Side(question.From), new Side(question.To));
    }

    /// <summary>What is known from one end: everything that is at most so many hops away.</summary>
    private sealed class Side(string end)
    {
        public string End => end;
        public int Hops { get; set; }
        public bool IsWhole { get; set; }
        public HashSet<string> Met { get; } = new(StringComparer.Ordinal) { end };

        /// <summary>What is exactly so many hops away, by id.</summary>
        public IReadOnlyList<string> Frontier { get; set; } = [end];
    }

    /// <exception cref="ArgumentException">The ends are the same, or a number is out of its range.</exception>
    public static Task<PathSearch> FindAsync(IGraphSnapshot snapshot, PathQuestion question, CancellationToken cancellationToken) =>
        FindAsync(snapshot, question, PathLimits.Default, cancellationToken);

    /// <exception cref="ArgumentException">The ends are the same, or a number is out of its range.</exception>
    public static Task<PathSearch> FindAsync(
        IGraphSnapshot snapshot,
        PathQuestion question,
        PathLimits limits,
        CancellationToken cancellationToken
    )
    {
        if (question.From == question.To)
            throw new ArgumentException("A path leads from one thing to another.", nameof(question));
        ArgumentOutOfRangeException.ThrowIfLessThan(question.MaxHops, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.MaxHops, PathQuestion.MostHops, nameof(question));
        ArgumentOutOfRangeException.ThrowIfLessThan(question.First, 1, nameof(question));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(question.First, PathQuestion.MostPaths, nameof(question));
        return new PathFinder(snapshot, question, limits, cancellationToken).FindAsync();
    }

    private async Task<PathSearch> FindAsync()
    {
        // Where every type is avoided nothing is connected, and a query without types would ask for all of them.
        if (_question.AvoidTypes.Count == 0 || _query.Types.Count > 0)
            await SearchAsync();
        else
            _completeHops = _question.MaxHops;
        return Answer();
    }

    private async Task SearchAsync()
    {
        await EnterEndsAsync();
        while (!_reader.IsOverBudget)
        {
            var hops = Math.Min(_question.MaxHops, _from.Hops + _to.Hops);
            if (_question.Mode is PathMode.Shortest && AnyWay(1))
                hops = 1;
            else if (hops > 1)
                await EnterMeetingAsync();
            if (_reader.IsOverBudget)
                return;
            // Nothing new is ever met once a whole side has nowhere to go.
            var isOver = (_from.IsWhole && _from.Frontier.Count == 0) || (_to.IsWhole && _to.Frontier.Count == 0);
            if (!_isPartial)
                _completeHops = isOver ? _question.MaxHops : Math.Max(_completeHops, hops);
            if (isOver || hops == _question.MaxHops || (_question.Mode is PathMode.Shortest && AnyWay(hops)))
                return;
            await GoOnAsync(Next());
        }
    }

    /// <summary>Both ends; and what directly connects them, where that may not be among what was read of either.</summary>
    private async Task EnterEndsAsync()
    {
        await EnterAsync([_question.From, _question.To]);
        foreach (var side in new[] { _from, _to })
            side.IsWhole = _entered.Contains(side.End) && !_hubs.Contains(side.End);
        if (_from.IsWhole || _to.IsWhole || _reader.IsOverBudget)
        {
            foreach (var side in new[] { _from, _to }.Where(side => side.IsWhole))
                Advance(side);
            return;
        }
        var direct = await _reader.ReadAsync(
            [_question.From],
            _query with
            {
                About = [_question.To],
            },
            PageRequest.Max,
            _ => PageRequest.Max,
            _cancellation
        );
        foreach (var (key, relationship) in direct.Values.SelectMany(read => read.Items))
            _graph.Add(key, relationship);
        if (_reader.IsOverBudget)
            return;
        (_completeHops, _isPartial) = (1, true);
        Advance(_from);
        Advance(_to);
    }

    /// <summary>
    /// What both sides have met and none has entered: a path of the length that is known now may pass through it, unless it is a hub.
    /// </summary>
    private Task EnterMeetingAsync() => EnterAsync([.. _from.Met.Where(node => _to.Met.Contains(node) && !MayPass(node) && !IsEnd(node))]);

    private async Task GoOnAsync(Side side)
    {
        await EnterAsync(side.Frontier);
        if (!_reader.IsOverBudget)
            Advance(side);
    }

    /// <summary>The side with less to enter; a side whose end was read in part only where the other was, too.</summary>
    private Side Next() => (_from.IsWhole == _to.IsWhole ? _from.Frontier.Count <= _to.Frontier.Count : _from.IsWhole) ? _from : _to;

    private void Advance(Side side)
    {
        side.Hops++;
        side.Frontier =
        [
            .. side
                .Frontier.Where(_entered.Contains)
                .SelectMany(_graph.NeighboursOf)
                .Where(node => !IsEnd(node) && side.Met.Add(node))
                .Order(StringComparer.Ordinal),
        ];
    }

    private async Task EnterAsync(IEnumerable<string> nodes)
    {
        string[] news = [.. nodes.Where(node => !_entered.Contains(node) && !_hubs.Contains(node)).Order(StringComparer.Ordinal)];
        var reads = await _reader.ReadAsync(news, _query, _limits.HubCutOff, MostOf, _cancellation);
        foreach (var (node, read) in reads)
        {
            foreach (var (key, relationship) in read.Items)
                _graph.Add(key, relationship);
            if (read.HasMore)
                _hubs.Add(node);
            if (!read.HasMore || IsAskedFor(node))
                _entered.Add(node);
            _isPartial |= read.HasMore && IsAskedFor(node) && !IsEnd(node);
        }
    }

    private int MostOf(string node) => IsAskedFor(node) ? _limits.HubRelationships : _limits.HubCutOff;

    /// <summary>Whether it is entered although it is a hub.</summary>
    private bool IsAskedFor(string node) => IsEnd(node) || _question.ThroughHubs || _question.Via.Contains(node, StringComparer.Ordinal);

    private bool IsEnd(string node) => node == _question.From || node == _question.To;

    private bool MayPass(string node) =>
        _question.ThroughHubs || _entered.Contains(node) || _question.Via.Contains(node, StringComparer.Ordinal);

    private bool AnyWay(int maxHops)
    {
        var routes = new Routes(_graph, _question, MayPass, _cancellation);
        return Enumerable.Range(1, maxHops).Any(hops => routes.OfLength(hops).Any());
    }

    private PathSearch Answer()
    {
        var routes = new Routes(_graph, _question, MayPass, _cancellation);
        var byLength = Enumerable.Range(1, _question.MaxHops).Select(routes.OfLength);
        List<IReadOnlyList<string>> found =
            _question.Mode is PathMode.All
                ? [.. byLength.SelectMany(ways => ways).Take(_question.First + 1)]
                : byLength.Select(ways => ways.Take(_question.First + 1).ToList()).FirstOrDefault(ways => ways.Count > 0) ?? [];
        var isFound = _question.Mode is PathMode.Shortest && found.Count > 0 && found[0].Count - 1 <= _completeHops;
        return new PathSearch
        {
            Paths = [.. found.Take(_question.First).Select(way => new GraphPath([.. way.Zip(way.Skip(1), _graph.Hop)]))],
            HasMore = found.Count > _question.First,
            CompleteHops = _completeHops,
            IsComplete = !routes.IsCapped && (isFound || _completeHops == _question.MaxHops),
            IsOverBudget = _reader.IsOverBudget,
            RelationshipsLookedAt = _reader.LookedAt,
            NodesEntered = _entered.Count,
            Hubs = [.. _hubs],
        };
    }
}
