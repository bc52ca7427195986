using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>Relationships with the statements that they are merged from, observations, and citations.</summary>
internal sealed partial class BatchWriter
{
    /// <summary>
    /// A relationship is a node and an edge. The edge carries what may change, and its type is part of its identity: one that changes is
    /// made again.
    /// </summary>
    private void AddRelationships()
    {
        _rows.AddIds("endedFacts", _plan.Ended.Select(r => r.Id));
        _rows.Add("endedEdges", _plan.Ended.Concat(_plan.Relationships.Where(r => !r.IsNew).Select(r => r.Record)), relationship => new()
            {
                ["id"] = relationship.Id,
                ["from"] = relationship.From,
                ["to"] = relationship.To,
            });
        var toArticles = _plan.Relationships.ToLookup(r => NodeId.KindOf(r.Record.To) is NodeKind.Article);
        _rows.Add("edges", toArticles[false], Edge);
        _rows.Add("articleEdges", toArticles[true], Edge);
        _rows.Add("facts", _plan.Relationships, r => FactNode.Properties(r.Record, r.Sort));
        _rows.Add("resorted", _plan.Relationships.Where(r => !r.IsNew), r => new() { ["id"] = r.Record.Id, ["sort"] = r.Sort });
        _rows.Add(
            "occasions",
            _plan.Relationships.SelectMany(r => Occasions.Of(r.Record).Select((id, place) => (Fact: r.Record.Id, Event: id, Place: place))),
            occasion =>
                new()
                {
                    ["fact"] = occasion.Fact,
                    ["event"] = occasion.Event,
                    ["place"] = occasion.Place,
                }
        );
    }

    private static Dictionary<string, object?> Edge(MergedRelationship merged) =>
        new()
        {
            ["type"] = merged.Record.Type.Name,
            ["from"] = merged.Record.From,
            ["to"] = merged.Record.To,
            ["properties"] = FactNode.EdgeProperties(merged.Record, merged.Sort),
        };

    /// <summary>What the article states. A fact that ends takes its statements with it.</summary>
    private void AddStatements()
    {
        _rows.AddIds("withdrawn", _plan.Withdrawn.Except(_plan.Ended.Select(r => r.Id), StringComparer.Ordinal));
        _rows.Add("statements", _plan.Statements, statement => new(FactNode.StatementProperties(statement.Relationship))
            {
                ["fact"] = statement.Relationship.Id,
                ["article"] = batch.Unit,
                ["cited"] = statement.Cited,
            });
        _rows.Add("formerFactIds", _plan.Statements.Where(s => s.Relationship.FormerId is not null), statement =>
            new() { ["id"] = statement.Relationship.FormerId, ["fact"] = statement.Relationship.Id }
        );
    }

    /// <summary>Vintages that end, begin or stand at another place.</summary>
    private void AddObservations()
    {
        _rows.AddIds("closed", _plan.Closed);
        _rows.Add("observations", _plan.Observations, o => ObservationNode.Properties(o.Record, o.Sort, recordedAt, version?.Number ?? 0));
        _rows.Add(
            "observationLinks",
            _plan.Observations.SelectMany(o => ObservationNode.Links(o.Record).Select(link => (o.Record.Id, link.Type, link.To))),
            link =>
                new()
                {
                    ["from"] = link.Id,
                    ["type"] = link.Type,
                    ["to"] = link.To,
                }
        );
        _rows.Add("moved", _plan.Moved, moved => new() { ["id"] = moved.Id, ["sort"] = moved.Sort });
    }

    private void AddCitations()
    {
        _rows.AddIds("pastCited", _plan.PastCited);
        _rows.AddIds("citedAnew", _plan.CitedAnew);
        _rows.Add("uncitings", _plan.Uncitings, key => new()
            {
                ["of"] = key.Of,
                ["sort"] = key.Sort,
                ["words"] = key.Words,
            });
        foreach (var (key, _) in _plan.Citations)
            _rows.Check($"the words cited at {key.Sort}", key.Words, ImportRows.MaxNameBytes);
        _rows.Add("citations", _plan.Citations, citation => CitationNode.Properties(citation.Key, citation.Record));
    }
}
