using GraphQL.Validation;
using GraphQLParser.AST;

namespace ZhuzhouGraph.Server.GraphApi;

/// <summary>Validates with the rules of the specification, and stops when enough is wrong: thousands of errors help nobody and cost much.</summary>
internal sealed class BoundedValidator(int most) : IDocumentValidator
{
    private readonly DocumentValidator _validator = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options) => RunAsync(options);

    private async Task<IValidationResult> RunAsync(ValidationOptions options)
    {
        var stop = new Stop(most);
        try
        {
            options = new ValidationOptions(
                options.Schema, options.Document, (options.Rules ?? DocumentValidator.CoreRules).Append(stop), options.UserContext, options.Metrics,
                options.Variables, options.Extensions, options.Operation, options.RequestServices, options.User, options.CancellationToken);
            var result = await _validator.ValidateAsync(options);
            return result.IsValid ? result : new ValidationResult(result.Errors.OfType<ValidationError>().Take(most));
        }
        catch (EnoughException)
        {
            return new ValidationResult(stop.Found.Take(most));
        }
    }

    /// <summary>The last rule of all, so that it sees what the others found at each node.</summary>
    private sealed class Stop(int most) : ValidationRuleBase, INodeVisitor
    {
        public IEnumerable<ValidationError> Found { get; private set; } = [];

        public override ValueTask<INodeVisitor?> GetPreNodeVisitorAsync(ValidationContext context) => new(this);

        public ValueTask EnterAsync(ASTNode node, ValidationContext context)
        {
            Found = context.Errors;
            return Found.Count() >= most ? throw new EnoughException() : default;
        }

        public ValueTask LeaveAsync(ASTNode node, ValidationContext context) => default;
    }

    private sealed class EnoughException : Exception;
}
