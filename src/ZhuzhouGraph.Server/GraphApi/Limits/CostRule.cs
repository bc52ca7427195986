using GraphQL.Validation;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// The limit on what one request may cost. It looks when everything else is found to be right, and keeps the cost for the answer.
/// </summary>
/// <param name="purse">What the client pays with; null where nobody counts.</param>
internal sealed class CostRule(int allowed, ClientPurse? purse = null) : ValidationRuleBase, INodeVisitor
{
    /// <summary>What it would cost; null where the request did not come so far.</summary>
    public long? Requested { get; set; }

    /// <summary>Whether it is the same for every request of the document.</summary>
    public bool IsFixed { get; private set; }

    /// <summary>True where the client could not pay for it.</summary>
    public bool IsUnpaid { get; private set; }

    /// <summary>What an answer says of its cost; null where the request did not come so far.</summary>
    public Dictionary<string, object?>? Extensions =>
        Requested is { } requested
            ? new()
            {
                ["cost"] = new Dictionary<string, object?> { ["requested"] = requested, ["allowed"] = allowed },
            }
            : null;

    public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context)
    {
        if (context.ArgumentValues is not null)
            return new(this);
        // Where nothing has arguments no other rule is left, so that the document need not be walked.
        Measure(context);
        return default;
    }

    public ValueTask EnterAsync(ASTNode node, ValidationContext context) => default;

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context)
    {
        if (node is GraphQLDocument)
            Measure(context);
        return default;
    }

    private void Measure(ValidationContext context)
    {
        if (context.HasErrors)
            return;
        IsFixed = context.Operation.Variables is not { Count: > 0 };
        Requested = new OperationCost(context).Measure();
        if (Requested > allowed)
        {
            var refusal = DocumentCheck.Exceeded(nameof(RequestLimits.Cost), allowed, Requested);
            context.ReportError(
                new ValidationError(
                    context.Document.Source,
                    "",
                    $"{refusal.Message} It may return so many objects, with what its "
                        + $"filters cost; smaller pages ('first') and fewer counts cost less.",
                    context.Operation
                )
                {
                    Code = refusal.Code,
                    Number = null,
                    Extensions = refusal.Extensions,
                }
            );
        }
        else if (purse?.Pays(Requested.Value) is false)
        {
            IsUnpaid = true;
            context.ReportError(new ValidationError(context.Document.Source, "", purse.Refusal.Message, context.Operation));
        }
    }
}
