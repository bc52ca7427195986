using System.Diagnostics;
using System.Globalization;

namespace ZhuzhouGraph.Neo4jStore.Migrations;

/// <summary>
/// Brings a graph of an earlier schema version to this one. First come the steps of the versions between, <c>Migrations/N.cypher</c>, which
/// may be run twice; then every record is written as imports write it now (<see cref="Rewriting"/>), so that a new property, index or way
/// of folding needs no step. A graph that fits into one transaction is rewritten in one, with its new version. A larger one takes several,
/// and the version is raised by the last: until then no program of this version serves it, and a start after an interruption
/// does it all again, which changes nothing that was done.
/// </summary>
internal static class Migrator
{
    /// <summary>The oldest version that can be migrated. The form of earlier ones is not known any more.</summary>
    public const int Oldest = 5;

    private const int MaxRuns = 20;

    /// <summary>Migrates; null where another program has done it meanwhile.</summary>
    /// <exception cref="GraphStoreException">A record cannot be read or the server failed; the version stands as it was.</exception>
    public static async Task<StoreMigration?> MigrateAsync(CypherClient api, int found, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        await RunStepsAsync(api, found, cancellationToken);
        await SchemaIndexes.EnsureAsync(api, cancellationToken);
        for (var run = 1; run <= MaxRuns; run++)
        {
            if (await GenerationAsync(api, found, cancellationToken) is not { } generation)
                return null;
            try
            {
                if (await new Rewriting(api, found, generation, cancellationToken).RunAsync() is { } records)
                    return new(found, StoreSchema.Version, records, watch.Elapsed);
            }
            catch (OutcomeUnknownException)
            {
                // What was written may be written again.
            }
        }
        throw new GraphStoreException(
            $"Others changed the graph {MaxRuns} times while it was migrated. Stop the programs of the version before and try again.",
            isTransient: true
        );
    }

    /// <summary>Changes what cannot be worked out from anything else, version by version.</summary>
    public static async Task RunStepsAsync(CypherClient api, int found, CancellationToken cancellationToken)
    {
        for (var version = found + 1; version <= StoreSchema.Version; version++)
        {
            foreach (var statement in Statements.Script(string.Create(CultureInfo.InvariantCulture, $"{version}.cypher")))
                await StoreSchema.WriteAsync(api, Cypher.Of("MIGRATE schema", statement), cancellationToken);
        }
    }

    /// <summary>The generation of a graph that is still of that version.</summary>
    private static async Task<long?> GenerationAsync(CypherClient api, int found, CancellationToken cancellationToken) =>
        (
            await api.WriteAsync(
                Cypher.Of(
                    "READ generation",
                    $"{StoreState.Locked} WHERE s.schema = $p.schema RETURN s.generation AS generation",
                    ("schema", found)
                ),
                row => row.Number(0),
                cancellationToken
            )
        )
            is [var generation]
            ? generation
            : null;
}
