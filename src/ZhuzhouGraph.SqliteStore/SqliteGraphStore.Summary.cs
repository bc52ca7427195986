using NodaTime;

namespace ZhuzhouGraph.SqliteStore;

public sealed partial class SqliteGraphStore
{
    public sealed partial class Snapshot
    {
        private const string SummaryStatement = """
            SELECT 'entity', type, COUNT(*) FROM entity WHERE is_removed = 0 GROUP BY type
            UNION ALL SELECT 'relationship', type, COUNT(*) FROM relationship GROUP BY type
            UNION ALL SELECT 'observation', measure, COUNT(*) FROM observation WHERE removed_at IS NULL GROUP BY measure
            UNION ALL SELECT 'citations', NULL, COUNT(*) FROM citation WHERE is_standing = 1
            UNION ALL SELECT 'articles', NULL, COUNT(*) FROM article WHERE is_removed = 0
            UNION ALL SELECT 'texts', NULL, COUNT(text) FROM article WHERE is_removed = 0
            UNION ALL SELECT 'first', MIN(sort), 0 FROM article WHERE is_removed = 0
            UNION ALL SELECT 'last', MAX(sort), 0 FROM article WHERE is_removed = 0
            """;

        /// <summary>Counted once per generation: everything is looked at.</summary>
        public async Task<GraphSummary> SummaryAsync(CancellationToken cancellationToken)
        {
            var generation = await InTurnAsync(opened => opened.Generation, cancellationToken);
            lock (_store._cache)
            {
                if (_store._summary is { } known && known.Generation == generation)
                    return known.Summary;
            }
            var rows = await RunAsync(
                SummaryStatement,
                [],
                row =>
                {
                    var (what, name) = (row.GetString(0), row.IsDBNull(1) ? null : row.GetString(1));
                    return (What: what, Name: name, Count: row.GetInt64(2), Day: what is "first" or "last" ? DayOf(name) : null);
                },
                cancellationToken
            );
            var summary = new GraphSummary(
                EntityTypes.All.ToDictionary(type => type.Name, type => Count("entity", type.Name), StringComparer.Ordinal),
                RelationshipTypes.All.ToDictionary(type => type.Name, type => Count("relationship", type.Name), StringComparer.Ordinal),
                Enum.GetValues<Measure>().ToDictionary(measure => measure, measure => Count("observation", measure.ToString())),
                Count("citations"),
                Count("articles"),
                Count("texts"),
                Coverage()
            );
            lock (_store._cache)
                _store._summary = (generation, summary);
            return summary;

            long Count(string what, string? name = null) => rows.FirstOrDefault(row => row.What == what && row.Name == name).Count;

            DateRange? Coverage() =>
                rows.Single(row => row.What == "first").Day is { } first
                    ? new DateRange(first, rows.Single(row => row.What == "last").Day)
                    : null;

            static LocalDate? DayOf(string? text) => text is null ? null : Day.Read(text);
        }
    }
}
