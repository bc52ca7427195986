using System.Collections;
using System.Text;
using GraphQL;
using GraphQL.DataLoader;
using GraphQL.Execution;
using GraphQL.Types;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ExecutionContext = GraphQL.Execution.ExecutionContext;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>
/// One request on its way through a plan. Objects are resolved one after the other; what has to wait for the store is parked until nothing
/// else can be done, and then a whole level is asked at once, so that it is one statement per question.
/// </summary>
internal sealed class PlanRun(ExecutionContext context, QueryPlan plan)
{
    private readonly Dictionary<FieldPlan, Func<object, object?>> _prepared = new(ReferenceEqualityComparer.Instance);
    private readonly List<(Place Place, Exception Exception)> _failures = [];
    private List<(Place Place, Task Answer, IBatchResult? Of)> _running = [];
    private List<(Place Place, IDataLoaderResult Answer)> _parked = [];
    private readonly int _allowedBytes = ((RequestScope)context.RootValue!).Limits.AnswerBytes;
    private long _bytes;
    private ExecutionError? _refusal;

    /// <summary>Where a value goes: a field of an object, or an item of a field's list.</summary>
    private readonly record struct Place(AnswerNode Node, int Index, FieldPlan Field, ValuePlan Value);

    /// <summary>The answer; null where a null that may not be went up to the top.</summary>
    public async Task<AnswerNode?> RunAsync(IObjectGraphType type)
    {
        var fields = plan.Root.Of(type);
        var root = new AnswerNode(null, 0, fields, null, fields.Length);
        Resolve(root, fields, context.RootValue!);
        await ReportAsync();
        while (_running.Count > 0 || _parked.Count > 0)
        {
            // What is under way first: it may park more.
            var waiting = _running.Count > 0 ? _running : Ask();
            _running = [];
            // All answers of a level are there before the first of them asks for more.
            foreach (var (_, answer, _) in waiting)
                await answer.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            foreach (var (place, answer, batch) in waiting)
            {
                try
                {
                    place.Node.Values[place.Index] = Complete(place, batch is null ? await (Task<object?>)answer : batch.Take());
                }
                catch (Exception e) when (!EndsAll(e))
                {
                    _failures.Add((place, e));
                }
            }
            await ReportAsync();
        }
        return context.Errors.Count == 0 || root.Prune() ? root : null;
    }

    private List<(Place, Task, IBatchResult?)> Ask()
    {
        // What stands in one answer of the store needs no task of its own.
        var asked = _parked.ConvertAll(parked =>
            parked.Answer is IBatchResult batch
                ? (parked.Place, batch.AskAsync(context.CancellationToken), batch)
                : (parked.Place, parked.Answer.GetResultAsync(context.CancellationToken), default(IBatchResult))
        );
        _parked = [];
        return asked;
    }

    private void Resolve(AnswerNode node, FieldPlan[] fields, object source)
    {
        context.CancellationToken.ThrowIfCancellationRequested();
        // After a field that fails the others go on.
        for (var i = 0; i < fields.Length; i++)
            i = Resolve(node, fields, source, i);
    }

    /// <summary>Resolves the fields from there on. The last one that was looked at: it failed, or there are no more.</summary>
    private int Resolve(AnswerNode node, FieldPlan[] fields, object source, int i)
    {
        try
        {
            for (; i < fields.Length; i++)
            {
                var field = fields[i];
                Count(field.Bytes);
                if (field.Held is not { } held)
                    Start(new Place(node, i, field, field.Value), source);
                else if (held(source) is var value && value is string text && field.Value.IsText)
                {
                    Count(Encoding.UTF8.GetByteCount(text));
                    node.Values[i] = text;
                }
                else
                    node.Values[i] = Complete(new Place(node, i, field, field.Value), value);
            }
        }
        catch (Exception e) when (!EndsAll(e))
        {
            _failures.Add((new Place(node, i, fields[i], fields[i].Value), e));
        }
        return i;
    }

    private void Start(Place place, object source)
    {
        if (place.Field.Resolver is PreparedField prepared)
        {
            place.Node.Values[place.Index] = Complete(place, PreparedOf(place, prepared)(source));
            return;
        }
        var answer = place.Field.Resolver.ResolveAsync(ContextOf(place, source));
        if (answer.IsCompletedSuccessfully)
            place.Node.Values[place.Index] = Complete(place, answer.GetAwaiter().GetResult());
        else
            _running.Add((place, answer.AsTask(), null));
    }

    /// <summary>What stands in the answer for a value; null for now where it has to wait.</summary>
    private object? Complete(Place place, object? value)
    {
        if (value is IDataLoaderResult later)
        {
            _parked.Add((place, later));
            return null;
        }
        if (value is not null && place.Value.Scalar is { } scalar)
            value = scalar.Serialize(value);
        if (value is null && place.Value.IsRequired)
            throw new InvalidOperationException(
                $"Cannot return null for a non-null type. Field: {place.Field.Name}, Type: {place.Value.Declared}."
            );
        if (value is string text)
            Count(Encoding.UTF8.GetByteCount(text));
        if (value is null || place.Value.Scalar is not null)
            return value;
        return place.Value.Item is { } item ? ListOf(place, item, value) : ObjectOf(place, value);
    }

    private AnswerNode ListOf(Place place, ValuePlan item, object value)
    {
        var items =
            value as IList
            ?? Written(
                value as IEnumerable ?? throw new InvalidOperationException($"{place.Field.Name} is a list, and {value.GetType()} is none.")
            );
        var list = new AnswerNode(place.Node, place.Index, null, item, items.Count);
        for (var i = 0; i < items.Count; i++)
        {
            var inside = place with { Node = list, Index = i, Value = item };
            try
            {
                list.Values[i] = Complete(inside, items[i]);
            }
            catch (Exception e) when (!EndsAll(e))
            {
                _failures.Add((inside, e));
            }
        }
        return list;
    }

    private static List<object?> Written(IEnumerable items)
    {
        var list = new List<object?>();
        foreach (var item in items)
            list.Add(item);
        return list;
    }

    private AnswerNode ObjectOf(Place place, object value)
    {
        var type =
            place.Value.Type as IObjectGraphType
            ?? (place.Value.Type as IAbstractGraphType)?.GetObjectType(value, context.Schema)
            ?? throw new InvalidOperationException($"{place.Value.Type} has no object type for {value}.");
        if (type.IsTypeOf is { } isTypeOf && !type.SkipTypeCheck && !isTypeOf(value))
            throw new InvalidOperationException($"{type.Name} does not take a {value.GetType()}.");
        var fields = place.Field.Below!.Of(type);
        var node = new AnswerNode(place.Node, place.Index, fields, null, fields.Length);
        Resolve(node, fields, value);
        return node;
    }

    private Func<object, object?> PreparedOf(Place place, PreparedField field)
    {
        if (!_prepared.TryGetValue(place.Field, out var prepared))
            _prepared.Add(place.Field, prepared = field.Prepare(ContextOf(place, null)));
        return prepared;
    }

    private ResolveFieldContext ContextOf(Place place, object? source) =>
        new()
        {
            FieldAst = place.Field.Ast,
            FieldDefinition = place.Field.Definition,
            ParentType = (IObjectGraphType)place.Field.Parent,
            Arguments = context.ArgumentValues?.TryGetValue(place.Field.Ast, out var arguments) is true ? arguments : place.Field.Defaults,
            Directives = context.DirectiveValues?.TryGetValue(place.Field.Ast, out var directives) is true ? directives : null,
            SubFields = place
                .Field.Below?.Of(place.Field.Definition.ResolvedType!.GetNamedType())
                .ToDictionary(field => field.Name, field => (field.Ast, field.Definition)),
            Source = source,
            RootValue = context.RootValue,
            Schema = context.Schema,
            Document = context.Document,
            Operation = context.Operation,
            Variables = context.Variables,
            Errors = context.Errors,
            ResponsePath = place.Node.PathTo(place.Index),
            CancellationToken = context.CancellationToken,
            UserContext = context.UserContext,
            ArrayPool = context,
            ExecutionContext = context,
        };

    /// <summary>Counts what the answer grows by, and ends the run where it grows too large.</summary>
    private void Count(int bytes)
    {
        _bytes += bytes;
        if (_bytes > _allowedBytes)
            throw _refusal = DocumentCheck.Exceeded(
                ((RequestScope)context.RootValue!).Reading is null ? nameof(RequestLimits.AnswerBytes) : nameof(RequestLimits.EventBytes),
                _allowedBytes
            );
    }

    /// <summary>Whether that is no failure of a field but the end of the whole run.</summary>
    private bool EndsAll(Exception exception) =>
        ReferenceEquals(exception, _refusal)
        || (exception is OperationCanceledException && context.CancellationToken.IsCancellationRequested);

    /// <summary>Says what failed since the last time; the value in its place is null.</summary>
    private async Task ReportAsync()
    {
        foreach (var (place, exception) in _failures)
        {
            var told = exception;
            if (exception is not ExecutionError)
            {
                var unhandled = new UnhandledExceptionContext(context, null, exception);
                await context.UnhandledExceptionDelegate(unhandled);
                told = unhandled.Exception;
            }
            var error = told as ExecutionError ?? new UnhandledError($"Error trying to resolve field '{place.Field.Name}'.", told);
            error.AddLocation(place.Field.Ast, context.Document);
            error.Path = place.Node.PathTo(place.Index);
            context.Errors.Add(error);
        }
        _failures.Clear();
    }
}
