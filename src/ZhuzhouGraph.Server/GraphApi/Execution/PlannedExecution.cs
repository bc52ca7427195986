using GraphQL;
using GraphQL.Execution;
using GraphQLParser.AST;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>
/// Runs an operation from its plan, through the library's seam for that. The library's own way collects fields and makes a node with a
/// context for every value of an answer anew.
/// </summary>
internal sealed class PlannedExecution : SerialExecutionStrategy
{
    /// <summary>An executor that runs queries so.</summary>
    public static DocumentExecuter Executer(GraphQL.Validation.IDocumentValidator validator) =>
        new(
            new GraphQLDocumentBuilder(),
            validator,
            new DefaultExecutionStrategySelector(
            // A subscription runs as often as it has something to tell, each time like a query.
            [
                .. Enum.GetValues<OperationType>().Select(type => new ExecutionStrategyRegistration(Ours, type)),
            ]),
            []
        );

    private static readonly PlannedExecution Ours = new();

    public override async Task<ExecutionResult> ExecuteAsync(ExecutionContext context)
    {
        var request = (RequestScope)context.RootValue!;
        // What @skip and @include leave out differs from request to request.
        var plan =
            context.DirectiveValues is null && request.Document is { } known
                ? known.PlanOf(context.Schema, context.Operation)
                : new QueryPlan(context.Schema, context.Document, context.Operation, context.DirectiveValues);
        request.Brief = plan.Brief;
        return new ExecutionResult { Executed = true, Data = await new PlanRun(context, plan).RunAsync(GetOperationRootType(context)) };
    }
}
