using System.Diagnostics;
using System.Globalization;

namespace ZhuzhouGraph.SqliteStore.Migrations;

/// <summary>
/// Brings a file of an earlier schema version to this one, in one transaction: all of it or, whatever happens, nothing. First come the
/// steps of the versions between, <c>Migrations/N.sql</c>, which change what cannot be worked out from anything else (the JSON of a record,
/// a table of its own). Then all tables are made anew and filled by the code that imports write with: see <see cref="Rewriting"/>. So
/// a new column, index or way of folding needs no step.
/// </summary>
internal static class Migrator
{
    /// <summary>The oldest version that can be migrated. The form of earlier ones is not known any more.</summary>
    public const int Oldest = 6;

    /// <summary>Migrates inside the caller's transaction and gives the number of records.</summary>
    /// <exception cref="GraphStoreException">A record cannot be read; the caller rolls back.</exception>
    public static StoreMigration Migrate(Session session, int found, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        for (var version = found + 1; version <= StoreSchema.Version; version++)
            session.Script(StoreSchema.Resource(string.Create(CultureInfo.InvariantCulture, $"{version}.sql")));
        var records = new Rewriting(session, cancellationToken).Run();
        session.Digests.Renew(session, cancellationToken);
        session.Script(StoreSchema.Stamp);
        return new(found, StoreSchema.Version, records, watch.Elapsed);
    }
}
