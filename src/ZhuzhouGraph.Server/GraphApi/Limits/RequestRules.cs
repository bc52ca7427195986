using GraphQL.Validation;
using GraphQL.Validation.Rules;
using GraphQLParser.AST;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// The rules of the specification, in two parts: what only the document decides is looked at once, what variables and arguments
/// decide is looked at on every request, also of a document that is known, unless it has no variables (<see cref="KnownDocument.Cost"/>).
/// </summary>
internal sealed class RequestRules(int most)
{
    private readonly IReadOnlyList<IValidationRule> _all =
    [
        .. DocumentValidator
            .CoreRules.Select(rule =>
                rule switch
                {
                    ArgumentsOfCorrectType => new LiteralsFit(),
                    DefaultValuesOfCorrectType => null,
                    VariablesInAllowedPosition => new VariablesFit(),
                    _ => rule,
                }
            )
            .OfType<IValidationRule>(),
        new Stop(most),
    ];
    private readonly IReadOnlyList<IValidationRule> _ofValues =
    [
        .. DocumentValidator.CoreRules.Where(LooksAtValues).Select(rule => new OfValues(rule)),
    ];

    /// <summary>The rules for one request.</summary>
    /// <param name="isKnown">Whether the document has been found valid before.</param>
    public IEnumerable<IValidationRule> For(bool isKnown, CostRule cost) => (isKnown ? _ofValues : _all).Append(cost);

    /// <summary>Whether a rule may have more to it than what the library's base class has: a look at the document.</summary>
    private static bool LooksAtValues(IValidationRule rule) =>
        rule is not ValidationRuleBase
        || new[] { nameof(rule.GetVariableVisitorAsync), nameof(rule.GetPostNodeVisitorAsync) }.Any(part =>
            rule.GetType().GetMethod(part)!.DeclaringType != typeof(ValidationRuleBase)
        );

    /// <summary>The part of a rule that looks at values.</summary>
    private sealed class OfValues(IValidationRule rule) : IValidationRule
    {
        public ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => default;

        public ValueTask<IVariableVisitor?> GetVariableVisitorAsync(ValidationContext context) => rule.GetVariableVisitorAsync(context);

        public ValueTask<INodeVisitor?> GetPostNodeVisitorAsync(ValidationContext context) => rule.GetPostNodeVisitorAsync(context);
    }

    /// <summary>Stands after the other rules, so that it sees what they found at each node.</summary>
    private sealed class Stop(int most) : ValidationRuleBase, INodeVisitor
    {
        public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

        public ValueTask EnterAsync(ASTNode node, ValidationContext context) =>
            context.Errors.Count() >= most ? throw new EnoughException(context.Errors) : default;

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
    }
}
