namespace ZhuzhouGraph.SqliteStore;

/// <summary>Writes the plan of one import or removal, inside its transaction.</summary>
internal sealed partial class BatchWriter(
    Session session,
    BatchPlan plan,
    GraphBatch stored,
    GraphBatch batch,
    DataVersion version,
    CancellationToken cancellationToken
)
{
    private string Unit => batch.Unit;

    public void Write()
    {
        WriteArticle();
        WriteSentences();
        WriteObservations();
        WriteCitations();
        WriteRelationships();
        WriteStatements();
        WriteMentions();
        WriteEntities();
        DateRelationships();
        DateObservations();
        LetGo();
        WritePrintedNames();
    }

    private void Run(string sql, params IReadOnlyList<object?> values) => session.Execute(sql, cancellationToken, values);

    /// <summary>Runs a statement about the ids in the list $1, unless there are none.</summary>
    private void RunFor(IReadOnlyCollection<string> ids, string sql, params IReadOnlyList<object?> values)
    {
        if (ids.Count > 0)
            Run(sql, [CanonicalJson.Write(ids), .. values]);
    }
}
