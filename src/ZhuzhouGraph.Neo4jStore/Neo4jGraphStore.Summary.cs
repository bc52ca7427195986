using System.Globalization;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

public sealed partial class Neo4jGraphStore
{
    /// <summary>Mostly numbers that the server keeps anyway; the rest is read off indexes.</summary>
    private static readonly IReadOnlyList<string> Summed =
    [
        .. EntityTypes.All.Select(type => $"COUNT {{ (:{type.Name}) }}"),
        .. RelationshipTypes.All.Select(type => $"COUNT {{ ()-[:{type.Name}]->() }}"),
        .. Enum.GetValues<Measure>()
            .Select(measure => $"COUNT {{ MATCH (o:Observation) WHERE o.measure = '{NodeProperties.Word(measure)}' }}"),
        "COUNT { (:Citation) }",
        "COUNT { (:Article) }",
        "COUNT { MATCH (a:Article) WHERE a.characters >= 0 }",
        "COLLECT { MATCH (a:Article) USING INDEX a:Article(sort, id) WHERE a.sort >= '' AND a.id >= '' RETURN a.sort ORDER BY "
            + "a.sort, a.id LIMIT 1 }",
        "COLLECT { MATCH (a:Article) USING INDEX a:Article(sort, id) WHERE a.sort >= '' AND a.id >= '' RETURN a.sort ORDER BY "
            + "a.sort DESC, a.id DESC LIMIT 1 }",
    ];

    private static readonly Cypher SummaryStatement = Cypher.Of(
        "COUNT all",
        "RETURN\n" + string.Join(",\n", Summed.Select((sum, at) => $"{sum} AS {ColumnOf(at)}"))
    ) with
    {
        Columns = [.. Summed.Select((_, at) => ColumnOf(at))],
    };

    private static string ColumnOf(int at) => string.Create(CultureInfo.InvariantCulture, $"c{at}");

    private readonly Lock _cache = new();
    private (long Generation, GraphSummary Summary)? _summary;

    public sealed partial class Snapshot
    {
        private GraphSummary? _counted;

        /// <summary>Counted once per generation; kept when the read has proved to be of one.</summary>
        public async Task<GraphSummary> SummaryAsync(CancellationToken cancellationToken)
        {
            var generation = (await GroundAsync().WaitAsync(cancellationToken)).State.Generation;
            lock (_store._cache)
            {
                if (_store._summary is { } known && known.Generation == generation)
                    return known.Summary;
            }
            return _counted = (await RunAsync(SummaryStatement, Read, cancellationToken))[0];
        }

        private void KeepSummary(long generation)
        {
            if (_counted is null)
                return;
            lock (_store._cache)
                _store._summary = (generation, _counted);
        }

        private static GraphSummary Read(CypherRow row)
        {
            var column = 0;
            var entities = EntityTypes.All.ToDictionary(type => type.Name, _ => row.Number(column++), StringComparer.Ordinal);
            var relationships = RelationshipTypes.All.ToDictionary(type => type.Name, _ => row.Number(column++), StringComparer.Ordinal);
            var observations = Enum.GetValues<Measure>().ToDictionary(measure => measure, _ => row.Number(column++));
            var (citations, articles, held) = (row.Number(column++), row.Number(column++), row.Number(column++));
            var (first, last) = (row.Texts(column++), row.Texts(column));
            return new(
                entities,
                relationships,
                observations,
                citations,
                articles,
                held,
                first is [var from] ? new DateRange(Day.Read(from), Day.Read(last[0])) : null
            );
        }
    }
}
