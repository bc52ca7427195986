using ZhuzhouGraph.Neo4jStore.Lists;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    private const int MaxRuns = 10;

    /// <summary>Runs the read, and again while an import changed the graph in between.</summary>
    public async Task<T> ReadAsync<T>(Func<IGraphSnapshot, Task<T>> read, CancellationToken cancellationToken)
    {
        for (var run = 1; run <= MaxRuns; run++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var snapshot = new Snapshot(this, cancellationToken);
            T result;
            try
            {
                result = await read(snapshot);
            }
            catch (Exception e) when (e is not (OperationCanceledException or GraphStoreException { IsDamage: false }))
            {
                // What a read makes of halves of two versions is no error of its own.
                if (await snapshot.HasMovedAsync(isSure: false))
                    continue;
                throw;
            }
            if (!await snapshot.HasMovedAsync(isSure: true))
                return result;
        }
        throw new GraphStoreException(
            $"The graph changed {MaxRuns} times while this was read. Try again when the import is over, or ask for less.",
            isTransient: true
        );
    }

    /// <summary>The graph at the version that the first question found.</summary>
    public sealed partial class Snapshot : IGraphSnapshot
    {
        /// <summary>The rank of a row that was asked for by name.</summary>
        private const int OfName = 9;

        private readonly Neo4jGraphStore _store;
        private readonly CancellationToken _read;
        private readonly Lock _gate = new();
        private Task<Ground>? _ground;
        private long _statements;
        private volatile bool _hasMoved;

        internal Snapshot(Neo4jGraphStore store, CancellationToken read) => (_store, _read) = (store, read);

        /// <summary>How many statements this snapshot has run; reading the version not counted.</summary>
        public long Statements => Interlocked.Read(ref _statements);

        public async Task<GraphHead> HeadAsync(CancellationToken cancellationToken) =>
            (await GroundAsync().WaitAsync(cancellationToken)).State.Head;

        /// <summary>True where what was read may be of two versions.</summary>
        /// <param name="isSure">False where the last statement may have gone wrong, and so has not said of which version it is.</param>
        internal async Task<bool> HasMovedAsync(bool isSure)
        {
            if (_ground is null)
                return false;
            var (state, isShared) = await _ground;
            if (isShared)
            {
                // What was remembered is as old as the last statement that said so.
                _hasMoved = _hasMoved || ((!isSure || Statements == 0) && !await _store._settled.StandsAsync(state, _read));
                if (_hasMoved)
                    _store._settled.Forget(state);
            }
            else
                _hasMoved = (await _store.StateAsync(_read)).Generation != state.Generation;
            if (!_hasMoved)
                KeepSummary(state.Generation);
            return _hasMoved;
        }

        public async Task<IReadOnlyDictionary<string, IGraphNode>> GetAsync(
            IReadOnlyCollection<string> ids,
            RecordKinds brief,
            CancellationToken cancellationToken
        )
        {
            var nodes = new Dictionary<string, IGraphNode>(StringComparer.Ordinal);
            foreach (var (id, _, node) in (await NodesAsync("GET nodes", ids, [], brief, cancellationToken)).OrderBy(row => row.Rank))
                nodes.TryAdd(id, node);
            return nodes;
        }

        public async Task<IReadOnlyDictionary<string, IReadOnlyList<IGraphNode>>> ResolveAsync(
            IReadOnlyCollection<string> idsOrNames,
            CancellationToken cancellationToken
        )
        {
            List<string> names = [.. NodeId.NamesAmong(idsOrNames).Select(Folding.Fold).Distinct(StringComparer.Ordinal)];
            var rows = await NodesAsync("RESOLVE names", idsOrNames, names, RecordKinds.None, cancellationToken);
            var byId = rows.Where(row => row.Rank != OfName)
                .ToLookup(row => row.Asked, row => (row.Rank, row.Node), StringComparer.Ordinal);
            var byName = rows.Where(row => row.Rank == OfName).ToLookup(row => row.Asked, row => row.Node, StringComparer.Ordinal);
            return idsOrNames
                .Distinct(StringComparer.Ordinal)
                .Select(text =>
                    (
                        text,
                        Nodes: NodeId.KindOf(text) is null
                            ? byName[Folding.Fold(text)].OrderBy(node => node.Id, StringComparer.Ordinal)
                            : byId[text].OrderBy(found => found.Rank).Select(found => found.Node).Take(1)
                    )
                )
                .Where(found => found.Nodes.Any())
                .ToDictionary(found => found.text, found => (IReadOnlyList<IGraphNode>)[.. found.Nodes], StringComparer.Ordinal);
        }

        /// <summary>The nodes of ids, and those of folded names; what is neither is passed over.</summary>
        private async Task<List<(string Asked, long Rank, IGraphNode Node)>> NodesAsync(
            string summary,
            IReadOnlyCollection<string> ids,
            List<string> foldedNames,
            RecordKinds brief,
            CancellationToken cancellationToken
        )
        {
            var (parameters, nodes) = (new Parameters(), new NodesById(brief));
            var branches = ids.Distinct(StringComparer.Ordinal)
                .Select(id => (Id: id, Kind: NodeId.KindOf(id)))
                .GroupBy(x => x.Kind, x => x.Id)
                .Where(group => group.Key is not null)
                .OrderBy(group => group.Key)
                .Select(group => nodes.Branch(group.Key!.Value, parameters.Add(group.ToList())))
                .ToList();
            if (foldedNames.Count > 0)
                branches.Add(NodesById.Named(parameters.Add(foldedNames), OfName));
            if (branches.Count == 0)
                return [];
            return await RunAsync(
                parameters.Statement(summary, NodesById.Text(branches), [.. NodesById.Columns]),
                row => (row.Text(0), row.Number(1), nodes.Read(row)),
                cancellationToken
            );
        }

        public async Task<Page<T>> ListAsync<T>(GraphQuery<T> query, PageRequest page, CancellationToken cancellationToken)
        {
            Paging.Check(page);
            if (query is SearchQuery search)
                return (Page<T>)(object)await SearchAsync(search, page, cancellationToken);
            if (query is ChangeQuery changes)
                return (Page<T>)(object)await ChangesAsync(changes, page, cancellationToken);
            if (query is GroupQuery groups)
                return (Page<T>)(object)await GroupsAsync(groups, page, cancellationToken);
            if (query is LineQuery lines)
                return (Page<T>)(object)await LinesAsync(lines, page, cancellationToken);
            var selection = Selections.Of(query, new Parameters()) is { Root: not null } root
                ? root
                : throw Paging.Misuse(query, "without parents");
            var items = await RunAsync(
                selection.List(page.First, page.After),
                row => (new SortKey(row.Text(0), row.Text(1)), selection.Form.Read(row[2])),
                cancellationToken
            );
            return Paging.Of(items, page.First);
        }

        public async Task<IReadOnlyDictionary<string, Page<T>>> ListOfAsync<T>(
            IReadOnlyCollection<string> parents,
            GraphQuery<T> query,
            PageRequest page,
            CancellationToken cancellationToken
        )
        {
            Paging.Check(page);
            var selection = Selections.Of(query, new Parameters()) ?? throw Paging.Misuse(query, "of parents");
            if (parents.Count == 0)
                return new Dictionary<string, Page<T>>();
            var items = (
                await RunAsync(
                    selection.ListOf(parents, page.First, page.After),
                    row => (Parent: row.Text(0), Key: new SortKey(row.Text(1), row.Text(2)), Item: selection.Form.Read(row[3])),
                    cancellationToken
                )
            ).ToLookup(row => row.Parent, row => (row.Key, row.Item), StringComparer.Ordinal);
            return parents
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(parent => parent, parent => Paging.Of([.. items[parent]], page.First), StringComparer.Ordinal);
        }

        public async Task<long> CountAsync<T>(GraphQuery<T> query, CancellationToken cancellationToken)
        {
            var statement = query switch
            {
                SearchQuery search => CountHits(search),
                ChangeQuery changes => CountChanges(changes),
                GroupQuery { IsRest: true } groups => new Groups(groups).CountRest(),
                GroupQuery groups => new Groups(groups).Count(),
                LineQuery lines => new Lines(lines).Count(),
                _ => (
                    Selections.Of(query, new Parameters()) is { Root: not null } root ? root : throw Paging.Misuse(query, "without parents")
                ).Count(),
            };
            return statement is null ? 0 : (await RunAsync(statement, row => row.Number(0), cancellationToken))[0];
        }

        public async Task<IReadOnlyDictionary<string, long>> CountOfAsync<T>(
            IReadOnlyCollection<string> parents,
            GraphQuery<T> query,
            CancellationToken cancellationToken
        )
        {
            var selection = Selections.Of(query, new Parameters()) ?? throw Paging.Misuse(query, "of parents");
            if (parents.Count == 0)
                return new Dictionary<string, long>();
            var counts = await RunAsync(selection.CountOf(parents), row => (Parent: row.Text(0), Count: row.Number(1)), cancellationToken);
            return counts.ToDictionary(count => count.Parent, count => count.Count, StringComparer.Ordinal);
        }

        private async Task<Page<GroupCount>> GroupsAsync(GroupQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            if (query.IsRest)
                throw Paging.Misuse(query, "where it counts what is in no group");
            var groups = await RunAsync(
                new Groups(query).List(page),
                row => new GroupCount(query.By, [.. query.By.Select((_, at) => row.Text(at + 3))], row.Number(0))
                {
                    First = row.TextOrNull(1) is { } first ? Day.Read(first) : null,
                    Last = row.TextOrNull(2) is { } last ? Day.Read(last) : null,
                },
                cancellationToken
            );
            return Paging.Of(groups, page.First);
        }

        private async Task<Page<Line>> LinesAsync(LineQuery query, PageRequest page, CancellationToken cancellationToken)
        {
            var lines = await RunAsync(
                new Lines(query).List(page),
                row => new Line(
                    ObservationNode.Whole.Read(row[5]),
                    row.Number(0),
                    row.Number(1),
                    Day.Read(row.Text(2)),
                    Day.Read(row.Text(3)),
                    Units.InOrder(row.Texts(4))
                ),
                cancellationToken
            );
            return Paging.Of(lines, page.First);
        }

        private async Task<List<T>> RunAsync<T>(Cypher statement, Func<CypherRow, T> read, CancellationToken cancellationToken)
        {
            var (state, isShared) = await GroundAsync().WaitAsync(cancellationToken);
            Interlocked.Increment(ref _statements);
            if (!isShared)
                return await _store._api.ReadAsync(statement, read, cancellationToken);
            var answers = await _store._api.ReadAsync(
                Sequence.After(statement),
                row => (Rows: row.Rows(0, read), At: Sequence.Read(row, 1)),
                cancellationToken
            );
            if (answers is not [var (rows, at)])
                throw _store.Emptied();
            _hasMoved |= at != state.Sequence;
            return [.. rows];
        }

        private Task<Ground> GroundAsync()
        {
            lock (_gate)
                return _ground ??= _store._settled.GroundAsync(_read);
        }
    }
}
