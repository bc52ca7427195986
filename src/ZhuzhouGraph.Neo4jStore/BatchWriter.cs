using NodaTime;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// Turns the plan of an import or removal into the statement that writes it. Each method sets the parameters of one concern;
/// <c>Import.cypher</c> says in which order they are written.
/// </summary>
/// <param name="plan">Null where the unit changes no answer and only its hash is noted.</param>
/// <param name="version">The data version that the import makes; null where it changes no answer.</param>
/// <param name="recordedAt">When it takes place.</param>
internal sealed partial class BatchWriter(GraphBatch batch, bool isRemoval, BatchPlan? plan, DataVersion? version, Instant recordedAt)
{
    private readonly BatchPlan _plan = plan ?? BatchPlan.Nothing;
    private readonly ImportRows _rows = new(batch.Unit);

    /// <summary>The statement for one state of the store.</summary>
    /// <param name="generation">The generation that the plan was made for: in another one the statement writes nothing.</param>
    /// <param name="announced">The announcement of the import: where it does not stand, either.</param>
    /// <exception cref="GraphStoreException">The unit is too large for one transaction, or holds a text that no index takes.</exception>
    public Cypher Write(long generation, Sequence announced)
    {
        AddState(generation, announced);
        AddUnit();
        AddEntities();
        AddNames();
        AddPrintedNames();
        AddArticle();
        AddSentences();
        AddMentions();
        AddRelationships();
        AddStatements();
        AddObservations();
        AddCitations();
        AddLog();
        _rows.RefuseWhatDoesNotFit();
        return Cypher.Of(
            "IMPORT unit",
            batch.Unit == GraphBatch.Registry ? Statements.ImportRegistry : Statements.ImportArticle,
            _rows.Values
        );
    }

    private void AddState(long generation, Sequence announced)
    {
        _rows.Set("writer", Guid.NewGuid().ToString("N"));
        _rows.Set("generation", generation);
        _rows.Set("announced", announced.Number);
        _rows.Set("epoch", announced.Epoch);
        _rows.Set("unit", batch.Unit);
        _rows.Set("recordedAt", ObservationNode.Moment(recordedAt));
        _rows.Set("version", version?.Number ?? 0);
        _rows.Set("undated", Day.Undated);
    }

    /// <summary>The unit with its hash, and the issue's text, which stays whatever becomes of the unit.</summary>
    private void AddUnit()
    {
        _rows.Add("texts", batch.IssueText is { } text ? new[] { text } : [], text =>
            new() { ["sha256"] = batch.Article!.Sha256, ["text"] = text }
        );
        _rows.Add("units", isRemoval ? [] : new[] { batch.Unit }, unit => new()
            {
                ["id"] = unit,
                ["hash"] = batch.Hash,
                ["content"] = NodeDigest.ContentOf(batch),
                ["mentions"] = NodeDigest.MentionsOf(batch),
            });
        _rows.AddIds("removedUnits", isRemoval ? [batch.Unit] : []);
    }

    /// <summary>The data version and what became of each node.</summary>
    private void AddLog()
    {
        _rows.Add("versions", version is null ? [] : new[] { version }, VersionNode.Properties);
        _rows.Add("changes", version is null ? [] : _plan.Changes.Index(), change => new()
            {
                ["version"] = version!.Number,
                ["sequence"] = change.Index + 1,
                ["kind"] = NodeProperties.Word(change.Item.Kind),
                ["id"] = change.Item.Id,
            });
    }
}
