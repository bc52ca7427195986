using NodaTime;

namespace ZhuzhouGraph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    /// <summary>Takes in the first unit: a transaction of its own costs little here.</summary>
    public async Task<IReadOnlyList<ImportOutcome>> ImportAsync(IReadOnlyList<GraphBatch> units, CancellationToken cancellationToken) =>
        [await ImportAsync(units[0], cancellationToken)];

    /// <summary>
    /// A batch that differs from what is held in its hash alone changes no answer: the hash is noted, the data version stays. An entity
    /// that its unit no longer holds stays as long as something standing mentions it, so that units may be imported in any order.
    /// </summary>
    /// <exception cref="GraphStoreException">The batch mentions entities that neither it nor the store holds; nothing was
    /// written.</exception>
    private Task<ImportOutcome> ImportAsync(GraphBatch batch, CancellationToken cancellationToken) =>
        WriteAsync(
            session =>
            {
                var held = session
                    .Query("SELECT hash FROM unit WHERE id = $1", [batch.Unit], row => row.GetString(0), cancellationToken)
                    .SingleOrDefault();
                if (held == batch.Hash)
                    return Unchanged(session, batch.Unit, cancellationToken);
                if (batch.IssueText is { } text)
                    session.Execute(
                        "INSERT INTO issue_text VALUES ($1, $2) ON CONFLICT DO NOTHING",
                        cancellationToken,
                        batch.Article!.Sha256,
                        text
                    );
                session.Execute(
                    "INSERT INTO unit VALUES ($1, $2) ON CONFLICT (id) DO UPDATE SET hash = excluded.hash",
                    cancellationToken,
                    batch.Unit,
                    batch.Hash
                );
                var stored = held is null ? Empty(batch.Unit) : StoredBatch.Read(session, batch.Unit, cancellationToken);
                return Replace(session, stored, batch, batch.Hash, cancellationToken);
            },
            cancellationToken
        );

    public Task<ImportOutcome?> RemoveAsync(string article, CancellationToken cancellationToken) =>
        WriteAsync(
            session =>
            {
                if (
                    session
                        .Query(
                            "DELETE FROM unit WHERE id = $1 AND id <> $2 RETURNING 1",
                            [article, GraphBatch.Registry],
                            _ => true,
                            cancellationToken
                        )
                        .Count == 0
                )
                    return null;
                return (ImportOutcome?)Replace(
                    session,
                    StoredBatch.Read(session, article, cancellationToken),
                    Empty(article),
                    null,
                    cancellationToken
                );
            },
            cancellationToken
        );

    /// <summary>Puts the batch in the place of what its unit held, and what changed by it into the change log.</summary>
    private ImportOutcome Replace(Session session, GraphBatch stored, GraphBatch batch, string? hash, CancellationToken cancellationToken)
    {
        session.Execute("UPDATE state SET generation = generation + 1", cancellationToken);
        var around = new StoredSurroundings(session, stored, batch, cancellationToken).Read();
        BatchPlanner.RefuseUnknown(around, batch);
        if (BatchPlanner.Plan(stored, batch, around) is not { } plan)
            return Unchanged(session, batch.Unit, cancellationToken);
        var last = LastVersion(session, cancellationToken);
        var now = Instant.FromDateTimeOffset(_time.GetUtcNow());
        // A clock that goes back must not make a vintage end before it began.
        var recordedAt = last is null ? now : Instant.Max(now, last.RecordedAt);
        var version = new DataVersion(
            (last?.Number ?? 0) + 1,
            recordedAt,
            batch.Unit,
            hash,
            Count(ChangeKind.Added),
            Count(ChangeKind.Changed),
            Count(ChangeKind.Removed)
        );
        new BatchWriter(session, plan, stored, batch, version, cancellationToken).Write();
        if (plan.Changes.Count == 0)
            return Unchanged(session, batch.Unit, cancellationToken);
        Log(session, version, plan.Changes, cancellationToken);
        return new(version.Unit, true, version.Number, version.Added, version.Changed, version.Removed);

        int Count(ChangeKind kind) => plan.Changes.Count(change => change.Kind == kind);
    }

    private static void Log(
        Session session,
        DataVersion version,
        IReadOnlyList<(ChangeKind Kind, string Id)> changes,
        CancellationToken cancellationToken
    )
    {
        session.Execute(
            "INSERT INTO version VALUES ($1, $2, $3, $4, $5, $6, $7)",
            cancellationToken,
            version.Number,
            version.RecordedAt.ToUnixTimeTicks(),
            version.Unit,
            version.Hash,
            version.Added,
            version.Changed,
            version.Removed
        );
        foreach (var (i, change) in changes.Index())
            session.Execute(
                "INSERT INTO change VALUES ($1, $2, $3, $4)",
                cancellationToken,
                version.Number,
                i + 1,
                change.Kind.ToString(),
                change.Id
            );
    }

    private static GraphBatch Empty(string unit) => new() { Unit = unit, Hash = "" };

    private static ImportOutcome Unchanged(Session session, string unit, CancellationToken cancellationToken) =>
        new(unit, false, LastVersion(session, cancellationToken)?.Number ?? 0, 0, 0, 0);
}
