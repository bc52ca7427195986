namespace ZhuzhouGraph.Server.Pages.Statements;

/// <summary>The places where a statement is printed.</summary>
public sealed record StatementTold(Listed<PrintedAt> Evidence);

/// <summary>What the page of a statement is given.</summary>
public sealed record StatementModel(Relation Relation, Listed<PrintedAt> Evidence);

/// <summary><c>/statement/…</c>: what is stated between two things, the words around it, and how to cite it.</summary>
internal sealed class StatementPage() : NodePage<Relation, StatementTold>("rel:", "statement")
{
    public override string Route => Links.Statement + "{id}";

    protected override Shown Show(Visit visit, Relation node, StatementTold told) =>
        Shown.Of<StatementView, StatementModel>(
            new(node, told.Evidence),
            $"{In(visit, node.From)} · {Terms.Of("RelationshipTypeName", node.Type).For(visit)} · {In(visit, node.To)}"
        );
}
