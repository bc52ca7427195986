using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>What the store says of itself at one moment.</summary>
/// <param name="Generation">Moves with every write.</param>
/// <param name="Hashes">The hash of each unit that was asked for and is held.</param>
/// <param name="Sequence">Where the imports stood when the rest had been read.</param>
internal sealed record StoreState(long Generation, GraphHead Head, IReadOnlyDictionary<string, string> Hashes, Sequence Sequence)
{
    private const string Answer = """
        OPTIONAL MATCH (v:DataVersion {number: s.version})
        WITH s.generation AS generation, s.source AS source, properties(v) AS version,
            COLLECT { UNWIND $p.units AS unit MATCH (u:Unit {id: unit}) RETURN {id: u.id, hash: u.hash} } AS hashes
        MATCH (q:Seq {id: 1})
        RETURN generation, source, version, hashes, q.n AS n, q.epoch AS epoch
        """;

    private static readonly string[] NoUnits = [];

    /// <summary>
    /// The store's node <c>s</c> with its lock. A property is set to a constant that it has already: a right side that reads the node, such
    /// as
    /// <c>s.generation</c>, is worked out before the wait, and would write back what an import has moved meanwhile.
    /// </summary>
    public const string Locked = "MATCH (s:Store {id: 1})\nSET s.id = 1\nWITH s";

    /// <summary>The state as a plain read finds it, perhaps in the middle of a commit.</summary>
    public static Cypher Statement { get; } = Cypher.Of("READ version", $"MATCH (s:Store {{id: 1}})\n{Answer}", ("units", NoUnits));

    private static readonly Cypher Between = Cypher.Of(
        "READ version",
        "MATCH (before:Seq {id: 1})\nWITH before.n AS beforeN, before.epoch AS beforeEpoch\n"
            + $"CALL () {{\nMATCH (s:Store {{id: 1}})\n{Answer}\n}}\n"
            + "RETURN generation, source, version, hashes, n, epoch, beforeN, beforeEpoch",
        ("units", NoUnits)
    );

    /// <summary>
    /// The state between two imports. Neo4j shows a commit piece by piece, nodes before indexes and counts, so a generation that can be
    /// read says nothing of the rest. An import holds the lock of the store's node until its commit is over: whoever takes that lock waits
    /// for it.
    /// <see cref="Locked"/> takes it without a change. Null where there is no store.
    /// </summary>
    public static async Task<StoreState?> SettledAsync(CypherClient api, IReadOnlyList<string> units, CancellationToken cancellationToken)
    {
        var statement = Cypher.Of("READ version", $"{Locked}\n{Answer}", ("units", units));
        for (var isFirst = true; ; isFirst = false)
        {
            try
            {
                return (await api.WriteAsync(statement, Read, cancellationToken)).SingleOrDefault();
            }
            catch (OutcomeUnknownException e) when (!isFirst)
            {
                throw new GraphStoreException(e.Message, isTransient: true, e);
            }
            catch (OutcomeUnknownException)
            {
                // It changes nothing, so it may be run again: connections that were kept do break.
            }
            catch (GraphStoreException e) when (e is { IsTransient: false, InnerException: ReadOnlyDatabaseException })
            {
                // Nobody imports into a database that takes no writes.
                return (
                    await api.ReadAsync(statement with { Text = $"MATCH (s:Store {{id: 1}})\n{Answer}" }, Read, cancellationToken)
                ).SingleOrDefault();
            }
        }
    }

    /// <summary>The state without the wait for an import, for a graph that nobody imports into. Null where there is no store.</summary>
    public static async Task<StoreState?> PlainAsync(CypherClient api, CancellationToken cancellationToken) =>
        (await api.ReadAsync(Statement, Read, cancellationToken)).SingleOrDefault();

    /// <summary>
    /// The state between two imports, without the wait for one; null while one is under way, and where there is no store.
    /// </summary>
    public static async Task<StoreState?> BetweenAsync(CypherClient api, CancellationToken cancellationToken)
    {
        var rows = await api.ReadAsync(Between, row => (State: Read(row), Before: Sequence.Read(row, 6)), cancellationToken);
        return rows is [var (state, before)] && before == state.Sequence && before.IsEven ? state : null;
    }

    public static StoreState Read(CypherRow row) =>
        new(
            row.Number(0),
            new GraphHead(row.MapOrNull(2) is { } version ? VersionNode.Read(version) : null, row.TextOrNull(1)),
            row.Maps(3).ToDictionary(unit => unit.Text("id")!, unit => unit.Text("hash")!, StringComparer.Ordinal),
            Sequence.Read(row, 4)
        );
}
