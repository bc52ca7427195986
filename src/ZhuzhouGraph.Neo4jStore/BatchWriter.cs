using NodaTime;
using ZhuzhouGraph.Neo4jStore.Nodes;

namespace ZhuzhouGraph.Neo4jStore;

/// <summary>
/// Turns the plan of an import or removal of one unit into what the statement writes. Each method sets the parameters of one concern;
/// <c>Import.cypher</c> says in which order they are written.
/// </summary>
/// <param name="plan">Null where the unit changes no answer and only its hash is noted.</param>
/// <param name="version">The data version that the import makes; null where it changes no answer.</param>
/// <param name="recordedAt">When it takes place.</param>
internal sealed partial class BatchWriter(GraphBatch batch, bool isRemoval, BatchPlan? plan, DataVersion? version, Instant recordedAt)
{
    private readonly BatchPlan _plan = plan ?? BatchPlan.Nothing;
    private readonly ImportRows _rows = new(batch.Unit);

    /// <summary>The statement that writes units of one transaction, for one state of the store.</summary>
    /// <param name="units">Articles, or the registry alone.</param>
    /// <param name="generation">The generation that the plans were made for: in another one the statement writes nothing.</param>
    /// <param name="announced">The announcement of the import: where it does not stand, either.</param>
    public static Cypher Write(IReadOnlyList<BatchWriter> units, long generation, Sequence announced) =>
        Cypher.Of(
            "IMPORT units",
            units is [{ IsRegistry: true }] ? Statements.ImportRegistry : Statements.ImportArticles,
            ("writer", Guid.NewGuid().ToString("N")),
            ("generation", generation),
            ("announced", announced.Number),
            ("epoch", announced.Epoch),
            ("imports", units.Select(unit => unit._rows.Values))
        );

    /// <summary>How many rows the unit writes.</summary>
    public int Rows => _rows.Count;

    /// <summary>What becomes of the unit.</summary>
    /// <param name="newest">The data version before it.</param>
    public ImportOutcome Outcome(DataVersion? newest) =>
        version is null
            ? new(batch.Unit, false, newest?.Number ?? 0, 0, 0, 0)
            : new(batch.Unit, true, version.Number, version.Added, version.Changed, version.Removed);

    private bool IsRegistry => batch.Unit == GraphBatch.Registry;

    /// <summary>Lays out the rows.</summary>
    /// <exception cref="GraphStoreException">The unit is too large for one transaction, or holds a text that no index takes.</exception>
    public BatchWriter Filled()
    {
        AddState();
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
        return this;
    }

    private void AddState()
    {
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
