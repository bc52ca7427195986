using GraphQL.Validation;

namespace ZhuzhouGraph.Server.GraphApi.Limits;

/// <summary>
/// Validates with the rules of <see cref="RequestRules"/>, and stops when enough is wrong: thousands of errors help nobody and cost much.
/// </summary>
internal sealed class BoundedValidator(int most) : IDocumentValidator
{
    private readonly DocumentValidator _validator = new();

    public Task<IValidationResult> ValidateAsync(in ValidationOptions options) => RunAsync(options);

    private async Task<IValidationResult> RunAsync(ValidationOptions options)
    {
        try
        {
            var result = await _validator.ValidateAsync(options);
            return result.IsValid ? result : Bounded(result.Errors.OfType<ValidationError>(), options);
        }
        catch (EnoughException e)
        {
            return Bounded(e.Found, options);
        }
    }

    private ValidationResult Bounded(IEnumerable<ValidationError> errors, ValidationOptions options) =>
        new(errors.Take(most).Select(error => ValueHints.Hinted(error, options.Schema, options.Document)));
}

/// <summary>Thrown by the rule that counts what the others found.</summary>
internal sealed class EnoughException(IEnumerable<ValidationError> found) : Exception
{
    public IEnumerable<ValidationError> Found => found;
}
