using NodaTime;
using ZhuzhouGraph.SqliteStore.Lists;

namespace ZhuzhouGraph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    private readonly Lock _cache = new();
    private (long Generation, GraphHead Head)? _head;
    private (long Generation, GraphSummary Summary)? _summary;

    /// <summary>A read transaction holds the version, so the read is run once.</summary>
    public async Task<T> ReadAsync<T>(Func<IGraphSnapshot, Task<T>> read, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        await using var snapshot = new Snapshot(this);
        return await read(snapshot);
    }

    /// <summary>The head is read once per generation.</summary>
    private GraphHead HeadOf(Session session, long generation, CancellationToken cancellationToken)
    {
        lock (_cache)
        {
            if (_head is { } known && known.Generation == generation)
                return known.Head;
        }
        var source = session.Query("SELECT source FROM state", [], row => row.IsDBNull(0) ? null : row.GetString(0), cancellationToken)[0];
        var head = new GraphHead(LastVersion(session, cancellationToken), source);
        lock (_cache)
            _head = (generation, head);
        return head;
    }

    private static DataVersion? LastVersion(Session session, CancellationToken cancellationToken) =>
        session
            .Query(
                "SELECT number, recorded_at, unit, hash, added, changed, removed FROM version ORDER BY number DESC LIMIT 1",
                [],
                row => new DataVersion(
                    row.GetInt64(0),
                    Instant.FromUnixTimeTicks(row.GetInt64(1)),
                    row.GetString(2),
                    row.IsDBNull(3) ? null : row.GetString(3),
                    row.GetInt32(4),
                    row.GetInt32(5),
                    row.GetInt32(6)
                ),
                cancellationToken
            )
            .FirstOrDefault();

    /// <summary>The graph in one read transaction, on a connection of its own. Members that are called at once take turns.</summary>
    public sealed partial class Snapshot : IGraphSnapshot, IAsyncDisposable
    {
        /// <summary>What marks a row that was asked for by name, where others have a <see cref="NodeKind"/>.</summary>
        private const int OfName = -1;

        private readonly SqliteGraphStore _store;
        private readonly SemaphoreSlim _turn = new(1);
        private (Session Session, long Generation, GraphHead Head)? _opened;
        private bool _isDisposed;

        internal Snapshot(SqliteGraphStore store) => _store = store;

        /// <summary>How many statements this snapshot has run; opening it not counted.</summary>
        public long Statements { get; private set; }

        public Task<GraphHead> HeadAsync(CancellationToken cancellationToken) => InTurnAsync(opened => opened.Head, cancellationToken);

        public async Task<IReadOnlyDictionary<string, IGraphNode>> GetAsync(
            IReadOnlyCollection<string> ids,
            RecordKinds brief,
            CancellationToken cancellationToken
        )
        {
            var rows = await NodesAsync(ids, [], brief, cancellationToken);
            return rows.ToDictionary(row => row.Asked, row => row.Node, StringComparer.Ordinal);
        }

        public async Task<IReadOnlyDictionary<string, IReadOnlyList<IGraphNode>>> ResolveAsync(
            IReadOnlyCollection<string> idsOrNames,
            CancellationToken cancellationToken
        )
        {
            var names = NodeId.NamesAmong(idsOrNames);
            List<string> folded = [.. names.Select(Folding.Fold).Distinct(StringComparer.Ordinal)];
            var rows = await NodesAsync(idsOrNames, folded, RecordKinds.None, cancellationToken);
            var byId = rows.Where(row => !row.IsName).ToLookup(row => row.Asked, row => row.Node, StringComparer.Ordinal);
            var byName = rows.Where(row => row.IsName).ToLookup(row => row.Asked, row => row.Node, StringComparer.Ordinal);
            return idsOrNames
                .Distinct(StringComparer.Ordinal)
                .Select(text => (text, Nodes: NodeId.KindOf(text) is null ? byName[Folding.Fold(text)] : byId[text]))
                .Where(found => found.Nodes.Any())
                .ToDictionary(
                    found => found.text,
                    found => (IReadOnlyList<IGraphNode>)[.. found.Nodes.OrderBy(node => node.Id, StringComparer.Ordinal)],
                    StringComparer.Ordinal
                );
        }

        /// <summary>The nodes of ids, and those of folded names; what is neither is passed over.</summary>
        private async Task<List<(string Asked, bool IsName, IGraphNode Node)>> NodesAsync(
            IReadOnlyCollection<string> ids,
            List<string> foldedNames,
            RecordKinds brief,
            CancellationToken cancellationToken
        )
        {
            var sql = new Sql();
            // What is listed beats what is past, an id of its own a former one, and the newest vintage of an observation older ones; each
            // branch has one row per id.
            var branches = ids.Distinct(StringComparer.Ordinal)
                .Select(id => (Id: id, Kind: NodeId.KindOf(id)))
                .GroupBy(x => x.Kind, x => x.Id)
                .Where(group => group.Key is not null)
                .Select(group => Branch(group.Key!.Value, $"({sql.AddAll(group)}) p CROSS JOIN"))
                .ToList();
            if (foldedNames.Count > 0)
                branches.Add(
                    $"SELECT DISTINCT n.folded, {OfName}, {Rows.EntityColumns}, NULL, NULL, NULL FROM ({sql.AddAll(foldedNames)}) p"
                        + " CROSS JOIN name n ON n.folded = p.value CROSS JOIN entity t ON t.id = n.owner"
                );
            if (branches.Count == 0)
                return [];
            return await RunAsync(
                string.Join(" UNION ALL ", branches),
                sql.Values,
                row => (row.GetString(0), row.GetInt32(1) == OfName, ReadNode(row.GetInt32(1), row)),
                cancellationToken
            );

            // Five columns each, as many as the widest has.
            string Branch(NodeKind kind, string asked) =>
                $"SELECT p.value, {(int)kind}, "
                + kind switch
                {
                    NodeKind.Entity => (
                        Is(RecordKinds.Entities) ? Rows.BriefEntityColumns : $"{Rows.EntityColumns}, {Rows.RemovedAt}, NULL, NULL"
                    )
                        + $" FROM {asked} entity t ON t.id ="
                        + " COALESCE((SELECT id FROM entity WHERE id = p.value AND is_removed = 0),"
                        + " (SELECT e.id FROM former_id f JOIN entity e ON e.id = f.entity AND e.is_removed = 0 WHERE f.id = p.value),"
                        + " (SELECT id FROM entity WHERE id = p.value), (SELECT entity FROM former_id WHERE id = p.value))",
                    NodeKind.Relationship => (
                        Is(RecordKinds.Relationships) ? Rows.BriefRelationshipColumns : $"{Rows.RelationshipColumns}, NULL, NULL, NULL"
                    )
                        + $" FROM {asked} relationship t ON t.id ="
                        + " COALESCE((SELECT id FROM relationship WHERE id = p.value),"
                        + " (SELECT relationship FROM former_relationship_id WHERE id = p.value))",
                    NodeKind.Observation => $"{Rows.ObservationColumns}, NULL, NULL FROM {asked} observation t ON t.row ="
                        + " (SELECT row FROM observation WHERE id = p.value ORDER BY recorded_version DESC LIMIT 1)",
                    _ => (
                        Is(RecordKinds.Articles)
                            ? $"{Rows.BriefArticleColumns}, NULL, NULL"
                            : $"{Rows.ArticleColumns}, {Rows.RemovedAt}, NULL, NULL"
                    ) + $" FROM {asked} article t ON t.id = p.value",
                };

            IGraphNode ReadNode(int kind, Microsoft.Data.Sqlite.SqliteDataReader row) =>
                kind switch
                {
                    (int)NodeKind.Entity when Is(RecordKinds.Entities) => Rows.BriefEntity(row, 2),
                    OfName or (int)NodeKind.Entity => Rows.Entity(row, 2) with { RemovedAt = Rows.MomentOrNull(row, 4) },
                    (int)NodeKind.Relationship when Is(RecordKinds.Relationships) => Rows.BriefRelationship(row, 2),
                    (int)NodeKind.Relationship => Rows.Relationship(row, 2),
                    (int)NodeKind.Observation => Rows.Observation(row, 2, Is(RecordKinds.Observations)),
                    _ when Is(RecordKinds.Articles) => Rows.BriefArticle(row, 2),
                    _ => Rows.Article(row, 2) with { RemovedAt = Rows.MomentOrNull(row, 4) },
                };

            bool Is(RecordKinds records) => brief.HasFlag(records);
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
            var sql = new Sql();
            var selection = Selections.Of(query, sql) is { HasRoot: true } root ? root : throw Paging.Misuse(query, "without parents");
            var items = await RunAsync(
                selection.List(sql, page.First, page.After),
                sql.Values,
                row => (Key: new SortKey(row.GetString(0), row.GetString(1)), Item: selection.Read(row, 2)),
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
            var sql = new Sql();
            var selection = Selections.Of(query, sql) ?? throw Paging.Misuse(query, "of parents");
            if (parents.Count == 0)
                return new Dictionary<string, Page<T>>();
            var found = parents
                .Distinct(StringComparer.Ordinal)
                .ToDictionary(parent => parent, _ => new List<(SortKey Key, T Item)>(), StringComparer.Ordinal);
            await RunAsync(
                selection.ListOf(sql, found.Keys, page.First, page.After),
                sql.Values,
                row =>
                {
                    var items = found[Rows.Id(row, 0)];
                    items.Add((new SortKey(row.GetString(1), row.GetString(2)), selection.Read(row, 3)));
                    return items.Count;
                },
                cancellationToken
            );
            return found.ToDictionary(parent => parent.Key, parent => Paging.Of(parent.Value, page.First), StringComparer.Ordinal);
        }

        public async Task<long> CountAsync<T>(GraphQuery<T> query, CancellationToken cancellationToken)
        {
            if (query is SearchQuery search)
                return await CountHitsAsync(search, cancellationToken);
            if (query is ChangeQuery changes)
                return await CountChangesAsync(changes, cancellationToken);
            if (query is GroupQuery groups)
                return await CountGroupsAsync(groups, cancellationToken);
            if (query is LineQuery lines)
                return await CountLinesAsync(lines, cancellationToken);
            var sql = new Sql();
            var selection = Selections.Of(query, sql) is { HasRoot: true } root ? root : throw Paging.Misuse(query, "without parents");
            return (await RunAsync(selection.Count(), sql.Values, row => row.GetInt64(0), cancellationToken))[0];
        }

        public async Task<IReadOnlyDictionary<string, long>> CountOfAsync<T>(
            IReadOnlyCollection<string> parents,
            GraphQuery<T> query,
            CancellationToken cancellationToken
        )
        {
            var sql = new Sql();
            var selection = Selections.Of(query, sql) ?? throw Paging.Misuse(query, "of parents");
            if (parents.Count == 0)
                return new Dictionary<string, long>();
            var counts = await RunAsync(
                selection.CountOf(sql, parents),
                sql.Values,
                row => (row.GetString(0), row.GetInt64(1)),
                cancellationToken
            );
            return counts.ToDictionary(StringComparer.Ordinal);
        }

        public async ValueTask DisposeAsync()
        {
            await _turn.WaitAsync(CancellationToken.None);
            try
            {
                if (_isDisposed)
                    return;
                _isDisposed = true;
                if (_opened is not { } opened)
                    return;
                opened.Session.Rollback();
                _store.Return(opened.Session);
            }
            finally
            {
                _turn.Release();
            }
        }

        private Task<List<T>> RunAsync<T>(
            string sql,
            IReadOnlyList<object?> values,
            Func<Microsoft.Data.Sqlite.SqliteDataReader, T> read,
            CancellationToken cancellationToken
        ) =>
            InTurnAsync(
                opened =>
                {
                    Statements++;
                    return opened.Session.Query(sql, values, read, cancellationToken);
                },
                cancellationToken
            );

        private async Task<T> InTurnAsync<T>(
            Func<(Session Session, long Generation, GraphHead Head), T> run,
            CancellationToken cancellationToken
        )
        {
            await _turn.WaitAsync(cancellationToken);
            try
            {
                ObjectDisposedException.ThrowIf(_isDisposed, this);
                return run(_opened ??= Open(cancellationToken));
            }
            finally
            {
                _turn.Release();
            }
        }

        private (Session Session, long Generation, GraphHead Head) Open(CancellationToken cancellationToken)
        {
            var session = _store.Rent();
            try
            {
                session.Execute("BEGIN", cancellationToken);
                var generation = session.Query("SELECT generation FROM state", [], row => row.GetInt64(0), cancellationToken)[0];
                return (session, generation, _store.HeadOf(session, generation, cancellationToken));
            }
            catch
            {
                session.Rollback();
                _store.Return(session);
                throw;
            }
        }
    }
}
