using System.Collections.Concurrent;
using GraphQL;
using GraphQLParser.AST;
using ZhuzhouGraph.Server.Asking;
using ZhuzhouGraph.Server.GraphApi.Limits;
using ZhuzhouGraph.Server.GraphApi.Schema;
using ZhuzhouGraph.Server.Hosting;

namespace ZhuzhouGraph.Server.GraphApi.Execution;

/// <summary>What a client asks.</summary>
/// <param name="IsQueryOnly">True for GET, which may run queries and nothing else.</param>
/// <param name="Site">Where the explorer's pages are, where whoever asks knows that better than the setting <c>PublicUrl</c>.</param>
internal sealed record GraphQLRequest(
    string Query,
    string? OperationName = null,
    Inputs? Variables = null,
    bool IsQueryOnly = false,
    string? Site = null
)
{
    /// <summary>Whether the answer may go on: on a socket or a stream of events. Then a subscription is answered with one event.</summary>
    public bool IsStreamed { get; init; }

    /// <summary>How many bytes it had on its way here.</summary>
    public int Bytes { get; init; }

    /// <summary>After which place of the change log the event starts; null for where the subscription says.</summary>
    public SortKey? From { get; init; }
}

/// <summary>How far a question got; the transport makes a status of it.</summary>
internal enum Outcome
{
    /// <summary>It was run. There is data, perhaps with errors beside it.</summary>
    Answered,

    /// <summary>The question is wrong and was not run.</summary>
    Refused,

    /// <summary>The operation is none that GET may run.</summary>
    NotOverGet,

    /// <summary>The store is out of reach, or too slow for the deadline.</summary>
    Unavailable,

    /// <summary>Too many others wait already: it was not looked at.</summary>
    Busy,

    /// <summary>The client has asked for too much of late.</summary>
    Spent,

    /// <summary>A defect of ours kept it from being run.</summary>
    Failed,
}

/// <summary>The answer to a question.</summary>
internal sealed record GraphAnswer(Outcome Outcome, ExecutionResult Result)
{
    /// <summary>What of the change log an event tells; null for what is no subscription.</summary>
    public LogReading? Reading { get; init; }

    public static GraphAnswer Of(Outcome outcome, params IEnumerable<ExecutionError> errors)
    {
        var list = new ExecutionErrors();
        list.AddRange(errors);
        return new GraphAnswer(outcome, new ExecutionResult { Errors = list });
    }
}

/// <summary>Runs questions: limits, validation, execution on one snapshot, and errors that say what a client may know.</summary>
internal sealed partial class GraphExecutor(
    IGraphStore store,
    StoreDoor door,
    GraphSchema schema,
    RequestLimits limits,
    DocumentCache documents,
    PublicUrl site,
    ILogger<GraphExecutor> log
)
{
    private const string NeedsStream =
        "A subscription goes on, and this answer does not: ask over a WebSocket (graphql-transport-ws) or with "
        + "'Accept: text/event-stream'.";

    private readonly DocumentExecuter _executer = PlannedExecution.Executer(new BoundedValidator(limits.ValidationErrors));
    private readonly RequestRules _rules = new(limits.ValidationErrors);
    private readonly RequestLimits _ofEvents = limits with { AnswerBytes = Math.Min(limits.AnswerBytes, limits.EventBytes) };

    /// <param name="purse">What the client pays with; null where nobody counts.</param>
    public async Task<GraphAnswer> AnswerAsync(GraphQLRequest question, ClientPurse? purse, CancellationToken cancellationToken)
    {
        if (!door.IsReady)
            return GraphAnswer.Of(Outcome.Unavailable, GraphErrors.Of(GraphErrors.StoreUnavailable, Readiness.Starting));
        if (await door.IsEmptyAsync(store, limits.Deadline, cancellationToken))
            return GraphAnswer.Of(Outcome.Unavailable, GraphErrors.Of(GraphErrors.StoreEmpty, Readiness.Empty));
        var key = documents.KeyOf(question.Query, question.OperationName);
        var known = documents.Find(key);
        var document = known;
        if (document is null)
        {
            var (read, bytes, errors) = DocumentCheck.Read(question.Query, limits);
            if (read is null)
                return GraphAnswer.Of(Outcome.Refused, errors);
            document = new KnownDocument(read, bytes);
        }
        var operation = OperationOf(document.Document, question.OperationName);
        var isEvent = operation is OperationType.Subscription;
        if (question.IsQueryOnly && operation is not (null or OperationType.Query) && !(isEvent && question.IsStreamed))
            return GraphAnswer.Of(
                Outcome.NotOverGet,
                GraphErrors.Of(GraphErrors.BadRequest, $"GET runs queries only, and this is a {operation}. Use POST.")
            );
        if (isEvent && !question.IsStreamed)
            return GraphAnswer.Of(Outcome.Refused, GraphErrors.Of(GraphErrors.BadRequest, NeedsStream));

        var (run, failure) = await door.AskAsync(
            token =>
                store.ReadAsync(
                    snapshot =>
                        RunAsync(
                            document,
                            known is not null,
                            question,
                            purse,
                            new RequestScope(snapshot, isEvent ? _ofEvents : limits, document, question.Site ?? site.Value)
                            {
                                Reading = isEvent ? new LogReading(question.From) : null,
                            },
                            token
                        ),
                    token
                ),
            limits.Deadline,
            cancellationToken
        );
        // The question may ask for too much: the store is not away for that.
        if (failure is { Kind: StoreFailureKind.Busy })
            return GraphAnswer.Of(
                Outcome.Busy,
                DocumentCheck.Exceeded(nameof(limits.RequestsWaiting), limits.RequestsWaiting, where: "the door. Try again")
            );
        if (failure is { Kind: StoreFailureKind.Late })
            return GraphAnswer.Of(Outcome.Unavailable, DocumentCheck.Exceeded(nameof(limits.Deadline), limits.Deadline.ToString()));
        if (failure is { Cause: GraphStoreException cause })
        {
            door.Note(cause);
            return GraphAnswer.Of(Outcome.Unavailable, Unavailable(cause));
        }
        if (run!.IsUnpaid)
            return GraphAnswer.Of(Outcome.Spent, purse!.Refusal);
        if (run.Result.Executed)
            documents.Keep(key, document);
        // What a run met that was repeated, because the graph moved under it, is no defect: only the last one is logged.
        var inside = run.Failures.Keys.OfType<GraphStoreException>().FirstOrDefault();
        if (inside is not null || run.HasRead)
            door.Note(inside);
        foreach (var (exception, id) in run.Failures.Where(failed => failed.Key is not GraphStoreException))
            LogDefect(exception, id);
        return Sort(run.Result) with { Reading = run.Reading };
    }

    /// <param name="IsUnpaid">True where the client could not pay for it; then it was not run.</param>
    /// <param name="HasRead">Whether the store was asked for anything.</param>
    private sealed record Run(ExecutionResult Result, IReadOnlyDictionary<Exception, string> Failures, bool IsUnpaid, bool HasRead)
    {
        public LogReading? Reading { get; init; }
    }

    private async Task<Run> RunAsync(
        KnownDocument document,
        bool isKnown,
        GraphQLRequest question,
        ClientPurse? purse,
        RequestScope request,
        CancellationToken cancellationToken
    )
    {
        var cost = new CostRule(limits.Cost, purse) { Requested = document.Cost };
        // One defect may stop many fields of a level; it is logged once and has one id.
        var ids = new ConcurrentDictionary<Exception, string>(ReferenceEqualityComparer.Instance);
        // What is known to be right is paid here, and everything else when it is found to be.
        if (document.Cost is { } known && purse?.Pays(known) is false)
            return new(new ExecutionResult(), ids, true, false);
        var userContext = AskedNames.ContextOf(limits);
        var result = await _executer.ExecuteAsync(
            new ExecutionOptions
            {
                UserContext = userContext,
                Listeners = { NameLookUp.Instance },
                Schema = schema,
                Query = question.Query,
                Document = document.Document,
                ValidationRules = document.Cost is null ? _rules.For(isKnown, cost) : [],
                OperationName = question.OperationName,
                Variables = question.Variables,
                Root = request,
                CancellationToken = cancellationToken,
                UnhandledExceptionDelegate = context =>
                {
                    context.Exception = Mask(context.OriginalException, ids);
                    return Task.CompletedTask;
                },
            }
        );
        // What a document names is looked up anew for each request.
        if (result.Executed && cost.IsFixed && !AskedNames.Of(userContext).Any)
            document.Cost = cost.Requested;
        result.Extensions = cost.Extensions;
        return new(result, ids, cost.IsUnpaid, result.Executed && cost.Requested > 0) { Reading = request.Reading };
    }

    private static GraphAnswer Sort(ExecutionResult result)
    {
        // Half an answer from a store that failed on the way is none.
        if (result.Errors?.FirstOrDefault(e => e.Code == GraphErrors.StoreUnavailable) is { } unavailable)
            return GraphAnswer.Of(Outcome.Unavailable, unavailable);
        if (result.Executed)
            return new GraphAnswer(Outcome.Answered, result);
        return new GraphAnswer(
            result.Errors?.Any(e => e.Code == GraphErrors.InternalError) is true ? Outcome.Failed : Outcome.Refused,
            result
        );
    }

    private static ExecutionError Mask(Exception exception, ConcurrentDictionary<Exception, string> ids)
    {
        switch (exception)
        {
            case ExecutionError error:
                return error;
            case GraphStoreException e:
                ids.TryAdd(e, "");
                return Unavailable(e);
            default:
                var id = ids.GetOrAdd(exception, _ => GraphErrors.NewDefectId());
                return GraphErrors.Of(GraphErrors.InternalError, GraphErrors.Defect(id));
        }
    }

    private static ExecutionError Unavailable(GraphStoreException e) =>
        GraphErrors.Of(GraphErrors.StoreUnavailable, GraphErrors.Unreadable(e));

    /// <summary>What kind of operation would run, or null where that is not clear.</summary>
    private static OperationType? OperationOf(GraphQLDocument document, string? name)
    {
        var operations = document
            .Definitions.OfType<GraphQLOperationDefinition>()
            .Where(o => string.IsNullOrEmpty(name) || o.Name?.Value == name)
            .ToList();
        return operations.Exists(o => o.Operation is not OperationType.Query)
            ? operations.First(o => o.Operation is not OperationType.Query).Operation
            : operations.FirstOrDefault()?.Operation;
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A request failed; the client was told {Id}.")]
    private partial void LogDefect(Exception exception, string id);
}
