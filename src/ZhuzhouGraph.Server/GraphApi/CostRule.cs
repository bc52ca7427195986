using GraphQL.Validation;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi;

/// <summary>The limit on what one request may cost. It looks when everything else is found to be right, and keeps the cost for the answer.</summary>
internal sealed class CostRule(int allowed) : ValidationRuleBase, INodeVisitor
{
    private long? _requested;

    /// <summary>What an answer says of its cost; null where the request did not come so far.</summary>
    public Dictionary<string, object?>? Extensions => _requested is { } requested
        ? new() { ["cost"] = new Dictionary<string, object?> { ["requested"] = requested, ["allowed"] = allowed } }
        : null;

    public override ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context) => default;

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context)
    {
        if (node is not GraphQLDocument || context.HasErrors)
            return default;
        _requested = new OperationCost(context).Measure();
        if (_requested > allowed)
        {
            var refusal = DocumentCheck.Exceeded(nameof(RequestLimits.Cost), allowed, _requested);
            context.ReportError(new ValidationError(context.Document.Source, "", $"{refusal.Message} It may return so many objects; smaller pages ('first') cost less.", context.Operation)
            {
                Code = refusal.Code,
                Number = null,
                Extensions = refusal.Extensions,
            });
        }
        return default;
    }
}
