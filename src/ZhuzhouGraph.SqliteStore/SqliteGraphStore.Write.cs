using NodaTime;

namespace ZhuzhouGraph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    /// <summary>
    /// A batch that differs from what is held in its hash alone changes no answer: the hash is noted, the data version stays. An entity
    /// that its unit no longer holds stays as long as something standing mentions it, so that units may be imported in any order.
    /// </summary>
    /// <exception cref="GraphStoreException">The batch mentions entities that neither it nor the store holds; nothing was written.</exception>
    public Task<ImportOutcome> ImportAsync(GraphBatch batch, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            if (session.Query("SELECT 1 FROM unit WHERE id = $1 AND hash = $2", [batch.Unit, batch.Hash], _ => true, cancellationToken).Count > 0)
                return Unchanged(session, batch.Unit, cancellationToken);
            if (batch.IssueText is { } text)
                session.Execute("INSERT INTO issue_text VALUES ($1, $2) ON CONFLICT DO NOTHING", cancellationToken, batch.Article!.Sha256, text);
            session.Execute(
                "INSERT INTO unit VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash", cancellationToken, batch.Unit, batch.Hash);
            return Replace(session, batch, batch.Hash, cancellationToken);
        },
        cancellationToken);

    public Task<ImportOutcome?> RemoveAsync(string article, CancellationToken cancellationToken) => WriteAsync(
        session =>
        {
            if (session.Query("DELETE FROM unit WHERE id = $1 AND id <> $2 RETURNING 1", [article, GraphBatch.Registry], _ => true, cancellationToken).Count == 0)
                return null;
            return (ImportOutcome?)Replace(session, new GraphBatch { Unit = article, Hash = "" }, null, cancellationToken);
        },
        cancellationToken);

    /// <summary>Puts the batch in the place of what its unit held, and what changed by it into the change log.</summary>
    private ImportOutcome Replace(Session session, GraphBatch batch, string? hash, CancellationToken cancellationToken)
    {
        session.Execute("UPDATE state SET generation = generation + 1", cancellationToken);
        var before = StoredUnit.Read(session, batch.Unit, cancellationToken);
        var after = UnitContent.Of(batch);
        if (before.IsSameAs(after))
            return Unchanged(session, batch.Unit, cancellationToken);
        var last = LastVersion(session, cancellationToken);
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        // A clock that goes back must not make a vintage end before it began.
        var recordedAt = last is null ? now : Instant.Max(now, last.RecordedAt);
        var number = (last?.Number ?? 0) + 1;
        var changes = new UnitWriter(session, batch, before, after, number, recordedAt, cancellationToken).Write();
        if (changes.Count == 0)
            return Unchanged(session, batch.Unit, cancellationToken);
        var (added, changed, removed) = (Count(ChangeKind.Added), Count(ChangeKind.Changed), Count(ChangeKind.Removed));
        session.Execute(
            "INSERT INTO version VALUES ($1, $2, $3, $4, $5, $6, $7)", cancellationToken,
            number, recordedAt.ToUnixTimeTicks(), batch.Unit, hash, added, changed, removed);
        for (var i = 0; i < changes.Count; i++)
            session.Execute("INSERT INTO change VALUES ($1, $2, $3, $4)", cancellationToken, number, i + 1, changes[i].Kind.ToString(), changes[i].Id);
        return new ImportOutcome(batch.Unit, true, number, added, changed, removed);

        int Count(ChangeKind kind) => changes.Count(change => change.Kind == kind);
    }

    private static ImportOutcome Unchanged(Session session, string unit, CancellationToken cancellationToken) =>
        new(unit, false, LastVersion(session, cancellationToken)?.Number ?? 0, 0, 0, 0);
}
