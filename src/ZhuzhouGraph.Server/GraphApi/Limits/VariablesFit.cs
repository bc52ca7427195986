using GraphQL;
using GraphQL.Types;
using GraphQL.Validation;
using GraphQL.Validation.Errors;
using GraphQLParser.AST;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// Whether variables stand only where their types are allowed, as the specification has it (5.8.5). The library's rule lets a list of
/// anything stand for a list of anything, and what does not fit is then left out of the argument without a word.
/// </summary>
internal sealed class VariablesFit : ValidationRuleBase, INodeVisitor
{
    public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

    public ValueTask EnterAsync(ASTNode node, ValidationContext context) => default;

    public ValueTask LeaveAsync(ASTNode node, ValidationContext context)
    {
        if (node is not GraphQLOperationDefinition { Variables: { Count: > 0 } declared } operation)
            return default;
        foreach (var usage in context.GetRecursiveVariables(operation) ?? [])
        {
            var variable = declared.Items.Find(v => v.Variable.Name.Value == usage.Node.Name.Value);
            // That a variable, a type or an argument is not known is told by other rules.
            if (usage.Type is not null && variable?.Type.GraphTypeFromType(context.Schema) is { } type && !IsAllowed(variable, type, usage))
                context.ReportError(new VariablesInAllowedPositionError(context, variable, type, usage));
        }
        return default;
    }

    private static bool IsAllowed(GraphQLVariableDefinition variable, IGraphType type, VariableUsage usage)
    {
        if (usage.Type is not NonNullGraphType { ResolvedType: { } place } || type is NonNullGraphType)
            return Fits(type, usage.Type);
        var isNeverNull = usage.HasDefault || variable.DefaultValue is not (null or GraphQLNullValue);
        return isNeverNull && Fits(type, place);
    }

    private static bool Fits(IGraphType type, IGraphType place) =>
        (type, place) switch
        {
            (NonNullGraphType t, NonNullGraphType p) => Fits(t.ResolvedType!, p.ResolvedType!),
            (_, NonNullGraphType) => false,
            (NonNullGraphType t, _) => Fits(t.ResolvedType!, place),
            (ListGraphType t, ListGraphType p) => Fits(t.ResolvedType!, p.ResolvedType!),
            (ListGraphType, _) or (_, ListGraphType) => false,
            _ => type.Name == place.Name,
        };
}
