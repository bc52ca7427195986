using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Http;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.RestApi.Files;

namespace ZhuzhouGraph.Server.RestApi;

/// <summary>One question that an address answers.</summary>
/// <param name="Id">The <c>operationId</c> of the document, for GET; that of POST ends in <c>ByPost</c>.</param>
/// <param name="Path">The address below <see cref="RestApi.Root"/>.</param>
/// <param name="Narrowing">The parameters that say what is asked for.</param>
/// <param name="Answer">The form of the answer; null where it answers with files alone, or with <see cref="Text"/>.</param>
/// <param name="Ask">Asks the store.</param>
internal sealed record RestOperation(
    string Id,
    string Path,
    string Chinese,
    string English,
    IReadOnlyList<RestParameter> Narrowing,
    RestShape? Answer,
    Func<RestCall, Task<RestAnswer?>> Ask
)
{
    /// <summary>What the address names; null where nothing.</summary>
    public string? IdDescription { get; init; }

    /// <summary>The files that it answers with as well; null where none.</summary>
    public RestFile? File { get; init; }

    /// <summary>What it answers with in place of JSON; null for JSON.</summary>
    public RestText? Text { get; init; }

    /// <summary>The media type of what is no file.</summary>
    public string Media => Text?.Media ?? MediaTypes.Json;

    /// <summary>What may stand in the query string, or in the JSON that is posted.</summary>
    public IReadOnlyList<RestParameter> Parameters => [.. Narrowing, .. File?.Parameters ?? []];

    /// <summary>Whether it may be posted as well, because its parameters may be long.</summary>
    public bool IsPosted { get; init; }

    /// <summary>What it costs besides a page and its filters, in objects of an answer.</summary>
    public Func<RestInput, long> Work { get; init; } = _ => 0;

    /// <summary>False for what the program says of itself.</summary>
    public bool NeedsStore { get; init; } = true;

    public string Description => SchemaParts.Describe(Chinese, English);
}

/// <summary>What is answered.</summary>
/// <param name="Item">What <see cref="RestOperation.Answer"/> writes.</param>
/// <param name="Next">The cursor of the next page, or null.</param>
internal sealed record RestAnswer(object Item, LinkedNodes Nodes, string? Next = null);

/// <summary>One request for one operation, on one snapshot of the graph.</summary>
/// <param name="id">What the address names, or null.</param>
internal sealed class RestCall(
    IGraphSnapshot? asked,
    RestInput input,
    string? id,
    RequestLimits limits,
    CancellationToken cancellationToken
)
{
    public const string IdParameter = "id";
    private readonly List<RestFault> _faults = [.. input.Faults];

    /// <summary>Without what makes no difference to a list, so that a cursor stays that of its list.</summary>
    private readonly Dictionary<string, object?> _arguments = input
        .Values.Where(value => value.Key is not (RestList.Count or FileParameters.Place))
        .ToDictionary(StringComparer.Ordinal);

    /// <summary>The graph; asked for only by operations that need the store.</summary>
    public IGraphSnapshot Snapshot => asked!;

    public CancellationToken CancellationToken => cancellationToken;

    public RequestLimits Limits => limits;

    public IReadOnlyDictionary<string, object?> Values => input.Values;

    /// <summary>What is wrong with the request; where anything is, there is no answer.</summary>
    public IReadOnlyList<RestFault> Faults => _faults;

    /// <summary>
    /// Reads the parameters: once for what is wrong with them by themselves and what they name, and again when that is looked up.
    /// </summary>
    /// <returns>What was read; it means something only where there are no faults.</returns>
    public async Task<T> ReadAsync<T>(Func<ArgumentReader, T> read)
    {
        var names = new NamedNodes();
        List<Problem> problems = [];
        var result = read(new ArgumentReader(_arguments, "", problems, names, limits.RelationshipFilters));
        if (names.Count > limits.Names)
            _faults.Add(TooManyNames());
        else if (names.Noted > 0)
        {
            await names.FindAsync(Snapshot, cancellationToken);
            problems = [];
            result = read(new ArgumentReader(_arguments, "", problems, names, limits.RelationshipFilters));
        }
        // What is missing because its form was wrong is no further fault.
        _faults.AddRange(
            problems
                .Select(problem => RestFault.Of(problem, GivenFor(problem)))
                .Select(fault => fault with { Parameter = input.ParameterOf(fault.Parameter) })
                .Where(fault => !input.Faults.Any(known => IsPartOf(known.Parameter, fault.Parameter)))
        );
        return result;
    }

    /// <summary>The entity that the address names, by id or exact name; null, with a fault, where that is none of these types.</summary>
    public async Task<Entity?> EntityAsync(NodeTypes types)
    {
        var names = new NamedNodes();
        var values = new Dictionary<string, object?> { [IdParameter] = id };
        new ArgumentReader(values, "", [], names).IdOrName(IdParameter, types);
        await names.FindAsync(Snapshot, cancellationToken);
        List<Problem> problems = [];
        if (new ArgumentReader(values, "", problems, names).IdOrName(IdParameter, types) is { } present)
            return (Entity)(await Snapshot.GetAsync([present], cancellationToken))[present];
        // Whatever is wrong with an address, nothing is there, unless several things are.
        _faults.AddRange(
            problems.Select(problem =>
                RestFault.Of(problem.Code == GraphErrors.AmbiguousName ? problem : problem with { Code = GraphErrors.UnknownName }, id)
            )
        );
        return null;
    }

    /// <summary>What the address names by id; null, with a fault, where nothing has it.</summary>
    public async Task<T?> NodeAsync<T>(NodeTypes types)
        where T : class, IGraphNode
    {
        if (NodeId.KindOf(id!) is not null && (await Snapshot.GetAsync([id!], cancellationToken)).GetValueOrDefault(id!) is T found)
            return found;
        var nearest = await Queries.NearestIds.FindAsync(Snapshot, id!, types.Names, cancellationToken);
        _faults.Add(
            new(
                IdParameter,
                GraphErrors.UnknownName,
                $"'{IdParameter}' is '{ArgumentReader.Shorten(id!)}'. {NamedNodes.Unknown(id!, nearest)}"
            )
            {
                Rejected = id,
                Suggestion = nearest is [var first, ..] ? first.Id : null,
                Candidates = nearest,
            }
        );
        return null;
    }

    /// <summary>What the address names, or null.</summary>
    public string? Id => id;

    /// <summary>Whether the request gives a parameter, rightly or wrongly.</summary>
    public bool IsGiven(string parameter) => input.Given(parameter) is not null;

    /// <summary>Notes that a parameter means nothing here.</summary>
    /// <param name="detail">Goes on after its name.</param>
    public void Refuse(string parameter, string detail) =>
        _faults.Add(
            new(parameter, GraphErrors.InvalidArgument, $"'{parameter}' {detail}") { Rejected = input.Given(parameter), IsSemantic = true }
        );

    /// <summary>The same with one more argument, which no parameter gives.</summary>
    public RestCall With(string argument, object value)
    {
        _arguments[argument] = value;
        return this;
    }

    /// <summary>Notes that the address names none of a closed list.</summary>
    public void NotThere(IReadOnlyList<string> allowed)
    {
        var near = id!.Length <= ArgumentReader.MaxLength ? Nearest.To(id, allowed) : null;
        var hint = near is null ? $"allowed: {string.Join(", ", allowed)}." : $"did you mean '{near}'?";
        _faults.Add(
            new(IdParameter, GraphErrors.UnknownName, $"'{IdParameter}' is '{ArgumentReader.Shorten(id)}'; {hint}")
            {
                Rejected = id,
                Allowed = allowed,
                Suggestion = near,
            }
        );
    }

    /// <summary>Notes that nothing has the id that the address names.</summary>
    /// <param name="why">What follows the id in the message.</param>
    public void NotThere(string why) =>
        _faults.Add(
            new(IdParameter, GraphErrors.UnknownName, $"'{IdParameter}' is '{ArgumentReader.Shorten(id!)}', which {why}") { Rejected = id }
        );

    /// <summary>Notes what is wrong with a parameter beside what its address names.</summary>
    /// <param name="what">What follows the parameter in the message.</param>
    public void Wrong(string parameter, string code, string what) =>
        _faults.Add(new(parameter, code, $"'{parameter}' {what}") { Rejected = input.Given(parameter), IsSemantic = true });

    /// <summary>Notes a cursor that is none of the list.</summary>
    public void Mismatch() =>
        _faults.Add(
            new(
                "after",
                GraphErrors.CursorMismatch,
                "'after' is no cursor of this list. A cursor belongs to one address with the same parameters; start again without it."
            )
            {
                Chinese = "游标只能用于参数相同的同一地址；请去掉它，从头开始。",
                Rejected = input.Given("after"),
            }
        );

    /// <summary>A fault of the longest list.</summary>
    private RestFault TooManyNames()
    {
        var lists = input.Values.Values.OfType<Dictionary<string, object?>>().Append(_arguments).SelectMany(values => values);
        return new(
            lists.MaxBy(value => (value.Value as List<object?>)?.Count ?? 0).Key,
            RestProblem.Names,
            $"The limit 'names' allows {limits.Names} ids and names in one request, and here are more."
        )
        {
            Chinese = $"一次请求最多 {limits.Names} 个标识和名称（限制 'names'）。",
            IsSemantic = true,
        };
    }

    private static bool IsPartOf(string inner, string outer) =>
        inner.StartsWith(outer, StringComparison.Ordinal) && (inner.Length == outer.Length || inner[outer.Length] is '.' or '[');

    private object? GivenFor(Problem problem)
    {
        var place = problem.Location.Field ?? "";
        var name = place.StartsWith($"{RestParameter.Filter}.", StringComparison.Ordinal)
            ? place[(RestParameter.Filter.Length + 1)..]
            : place;
        return input.Given(name);
    }
}
