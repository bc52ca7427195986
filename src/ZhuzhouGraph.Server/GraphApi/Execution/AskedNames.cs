using GraphQL.Execution;
using GraphQL.Validation;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>
/// The fields of one request whose arguments name something, noted while they are validated, so that everything is looked up at once
/// before anything is answered.
/// </summary>
internal sealed class AskedNames(RequestLimits limits)
{
    private const string Key = "names";
    private readonly List<Field> _fields = [];

    /// <param name="Known">The problems that were reported when the arguments were read first.</param>
    private sealed record Field(
        string Name,
        GraphQLField Ast,
        IDictionary<string, ArgumentValue>? Arguments,
        Action<ArgumentReader> Read,
        IReadOnlyList<Problem> Known
    );

    public NamedNodes Nodes { get; } = new();

    /// <summary>How many sorts of relationships a filter may count.</summary>
    public int Sorts => limits.RelationshipFilters;

    public bool Any => _fields.Count > 0;

    /// <summary>The user context of a new request.</summary>
    public static Dictionary<string, object?> ContextOf(RequestLimits limits) => new() { [Key] = new AskedNames(limits) };

    /// <summary>Those of the request whose user context that is.</summary>
    public static AskedNames Of(IDictionary<string, object?> userContext) => (AskedNames)userContext[Key]!;

    /// <summary>Reads the arguments of a field for the first time and gives what is wrong with them.</summary>
    public IReadOnlyList<Problem> Read(
        string name,
        GraphQLField ast,
        IDictionary<string, ArgumentValue>? arguments,
        Action<ArgumentReader> read
    )
    {
        // Whoever names too much was told, and the rest of it need not be read.
        if (Nodes.Count > limits.Names)
            return [];
        List<Problem> problems = [];
        var before = Nodes.Noted;
        read(FieldArguments.Reader(arguments, problems, Nodes, Sorts));
        if (Nodes.Count > limits.Names)
            problems.Add(
                new Problem(
                    $"{Vocabulary.UpperSnake(nameof(limits.Names))}{GraphErrors.Exceeded}",
                    new Location(Field: name),
                    $"The limit '{RequestLimits.NameOf(nameof(limits.Names))}' allows {limits.Names} ids and names in one request, and "
                        + "here are more."
                )
            );
        if (Nodes.Noted > before)
            _fields.Add(new Field(name, ast, arguments, read, problems));
        return problems;
    }

    /// <summary>Looks everything up and gives what is wrong with it.</summary>
    public async Task<IReadOnlyList<ValidationError>> FindAsync(
        IGraphSnapshot snapshot,
        GraphQLDocument document,
        CancellationToken cancellationToken
    )
    {
        await Nodes.FindAsync(snapshot, cancellationToken);
        List<ValidationError> errors = [];
        foreach (var field in _fields)
        {
            List<Problem> problems = [];
            field.Read(FieldArguments.Reader(field.Arguments, problems, Nodes, Sorts));
            errors.AddRange(problems.Except(field.Known).Select(problem => FieldArguments.Error(field.Name, problem, field.Ast, document)));
        }
        return errors;
    }
}

/// <summary>Looks up what the arguments of a request name, when they are valid as far as can be told without the graph.</summary>
internal sealed class NameLookUp : DocumentExecutionListenerBase
{
    public static NameLookUp Instance { get; } = new();

    public override async Task AfterValidationAsync(IExecutionContext context, IValidationResult validationResult)
    {
        var names = AskedNames.Of(context.UserContext);
        if (!names.Any || !validationResult.Errors.All(e => e.Code is GraphErrors.InvalidArgument or GraphErrors.InvalidId))
            return;
        var request = (RequestScope)context.RootValue!;
        var errors = await names.FindAsync(request.Snapshot, context.Document, context.CancellationToken);
        request.Names = names.Nodes;
        context.Errors.AddRange(errors.Take(Math.Max(0, request.Limits.ValidationErrors - validationResult.Errors.Count)));
    }
}
