namespace ZhuzhouGraph.Server.Pages.Statements;

/// <summary>The places where a statement is printed.</summary>
public sealed record StatementTold(Listed<PrintedAt> Evidence);

/// <summary>What the page of a statement is given.</summary>
public sealed record StatementModel(Relation Relation, Listed<PrintedAt> Evidence);

/// <summary><c>/statement/…</c>: what is stated between two things, the words around it, and how to cite it.</summary>
internal sealed class StatementPage : WebPage
{
    private const string Prefix = "rel:";

    private static readonly StoredDocument Document = StoredDocument.Named("statement");

    private sealed record Data<T>(T? Node);

    public override string Route => Links.Statement + "{id}";

    public override bool IsOfDay => false;

    public override StoredDocument? DocumentFor(Visit visit) => Document;

    public override Dictionary<string, object?> Variables(Visit visit, out Bilingual? problem)
    {
        problem = null;
        return new() { ["id"] = Prefix + visit.Id };
    }

    public override Shown Show(Visit visit, ReadOnlySpan<byte> data)
    {
        // One answer read twice: as any statement, and as the one whose page this is.
        var (relation, told) = (PageJson.Read<Data<Relation>>(data).Node, PageJson.Read<Data<StatementTold>>(data).Node);
        if (relation is null || told is null)
            return States.StatePages.NotFound(visit);
        return Shown.Of<StatementView, StatementModel>(
            new(relation, told.Evidence),
            $"{In(relation.From)} · {Terms.Of("RelationshipTypeName", relation.Type).For(visit)} · {In(relation.To)}"
        );

        string In(Named node) => visit.Say(node.Chinese, node.English ?? node.Chinese);
    }
}
